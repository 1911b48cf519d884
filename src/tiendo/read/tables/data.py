# SPDX-License-Identifier: Apache-2.0
"""A table as rules see it: what each column and each row is, and the figures that stand in the cells.

What is here: plain data. Not here: how it is found (``header``, ``roles``, ``rows``, ``figures``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from tiendo.kernel.findings import CellRef, Claim, Measurement
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.records import record


@record
class TableFindings:
    """What the tables of a document say, in the order of tables, rows, columns."""

    measurements: tuple[Measurement, ...] = ()
    claims: tuple[Claim, ...] = ()


@record
class Figure:
    """A number that fills a cell, before its unit and meaning are known from the header.

    Attributes:
        second: denominator of n/m or upper bound of a range, with its last printed place.
        unit: the unit that stands in the cell itself ("41,5%", "12 hộ"), else empty.
        is_change: the cell says "giảm" or "tăng" of its number; a decrease is negative.
        quote: the words of the cell that hold it.
    """

    value: Decimal
    step: Decimal
    quote: str
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    second: Decimal | None = None
    second_step: Decimal = Decimal(1)
    is_range: bool = False
    is_change: bool = False


class Role(StrEnum):
    """What a column holds."""

    ORDINAL = "ordinal"  # STT
    LABEL = "label"  # names the row
    GROUP = "group"  # names several rows (lĩnh vực)
    UNIT = "unit"  # ĐVT
    NOTE = "note"  # remarks, verdicts, places, dates: no figures
    FIGURE = "figure"


class Sense(StrEnum):
    """What the words of a header say of the figures under it."""

    PLAN = "plan"
    RESULT = "result"
    BASE = "base"  # result of the period compared with
    FORECAST = "forecast"
    SHARE = "share"  # result against plan
    GROWTH = "growth"
    COMPARE = "compare"  # "So sánh (%)": with what is found from the figures
    FACT = "fact"  # no word that decides: an indicator, a count


@record
class Meaning:
    """The sense of a header with what goes with it.

    Attributes:
        comparison: as in ``Measurement.comparison``.
        is_about: the header says "ước".
        says_change: the header speaks of a rise or fall, not of a level or an index.
        rule: name of the rule that decided.
    """

    sense: Sense
    comparison: str | None = None
    is_about: bool = False
    says_change: bool = False
    rule: str = "none"


@record
class TimeWords:
    """What words say of time, before the context fills what they leave open.

    Attributes:
        months: first and last month.
        day: (day, month) of a cut-off date.
        last_year: last year of a term.
        is_whole_year: "cả năm", "KH năm".
        is_quarter: the months were named as a quarter.
        years_back: 1 for "cùng kỳ", "năm trước".
        quote: the words.
    """

    year: int | None = None
    months: tuple[int, int] | None = None
    day: tuple[int, int] | None = None
    last_year: int | None = None
    is_whole_year: bool = False
    is_quarter: bool = False
    years_back: int = 0
    quote: str = ""


@dataclass(slots=True)
class Column:
    """One column of a section; fields are filled as rules recognise them.

    Attributes:
        levels: header path as written, top first; ``norms`` the same as rules match it.
        indicator: the words of the path that name what is measured, to go before the name of the row.
        formula: what the row of column numbers says ("8=5/4"), as (numerator, denominator) columns.
    """

    index: int
    levels: tuple[str, ...]
    norms: tuple[str, ...]
    role: Role = Role.NOTE
    meaning: Meaning = field(default_factory=lambda: Meaning(Sense.FACT))
    unit: str = ""
    unit_rule: str = ""
    time: TimeWords | None = None
    formula: tuple[int, int] | None = None
    is_index: bool = False
    indicator: str = ""

    @property
    def path(self) -> str:
        """The header path joined by " / "."""
        return " / ".join(self.levels)

    @property
    def norm(self) -> str:
        """The path as rules match it."""
        return " / ".join(self.norms)


class Step(StrEnum):
    """How a row is numbered: rows of the same step are of the same level."""

    ROMAN = "roman"
    CAPITAL = "capital"
    NUMBER = "number"
    DOTTED = "dotted"
    LETTER = "letter"
    DASH = "dash"
    PLAIN = "plain"


@dataclass(slots=True)
class Row:
    """One row of a section.

    Attributes:
        label: as written; ``norm`` as rules match it, without numbering and "Trong đó"; ``name`` the same as written.
        ordinal: "I", "1.2", "a", "-" or empty.
        is_total: "TỔNG CỘNG", "Cộng", "Toàn xã", "Tổng thu"; ``is_plain_total``: of these, without naming what.
        is_part: it or its dash stands for a part of the row above ("Trong đó").
        parent: position in ``Section.rows`` of the row it is a part of.
        unit: from the unit column, the brackets of the label, or the row above.
        noun: the counted noun that the label names ("Số hộ nghèo").
    """

    index: int
    label: str
    norm: str
    name: str = ""
    ordinal: str = ""
    step: Step = Step.PLAIN
    depth: int = 1
    is_total: bool = False
    is_plain_total: bool = False
    is_part: bool = False
    parent: int | None = None
    unit: str = ""
    unit_rule: str = ""
    noun: str = ""
    meaning: Meaning | None = None
    time: TimeWords | None = None


@dataclass(slots=True)
class Section:
    """A header with the rows under it; a sheet may hold several.

    Attributes:
        header: rows of the grid that the header takes, numbering row included; ``data`` the rows under it.
        titles: lines above the header inside the grid, as written, nearest last.
        unit: stated above the table.
        refs: anchors made so far, by positions in ``rows`` and ``columns``.
        is_continued: the rest of a table whose first part, with the header, stands before it.
        heads: all title lines, of the text before the table too, in normal form, nearest first.
    """

    header: range
    data: list[int]
    columns: list[Column]
    titles: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    unit: str = ""
    is_continued: bool = False
    refs: dict[tuple[int, int], CellRef] = field(default_factory=dict)


@dataclass(slots=True)
class Entry:
    """A figure at its place, with all that is known of it; becomes a ``Measurement``.

    Attributes:
        row: position in ``Section.rows``; ``column`` position in ``Section.columns``.
        printed: the number as arithmetic takes it: unit known, only the hedge of the cell itself.
    """

    row: int
    column: int
    figure: Figure
    printed: Quantity
    rules: list[str]
    meaning: Meaning
    order: int = 0
