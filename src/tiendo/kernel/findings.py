# SPDX-License-Identifier: Apache-2.0
"""What a document says: measurements, claims, directives, citations, people, and the document's own facts.

What is here: plain data with anchors into the original. Not here: how they are found (``read``) or judged (``verify``).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from tiendo.kernel.document import Document
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.records import record


@record
class Span:
    """Half-open range of positions in ``Document.text``."""

    start: int
    end: int


@record
class CellRef:
    """A place in a table: ``document.tables[table].rows[row][column]``.

    Attributes:
        row_label: the label of the row, as written ("Lệ phí trước bạ").
        column_label: the header path joined by " / " ("Năm 2026 / Chỉ tiêu").
        sheet, ref: of a workbook, else None.
    """

    table: int
    row: int
    column: int
    row_label: str
    column_label: str
    sheet: str | None = None
    ref: str | None = None


class Kind(StrEnum):
    """What a measurement is; the first that fits (GUIDE, field ``kind``)."""

    TARGET = "target"
    SHARE_OF_PLAN = "share_of_plan"
    FORECAST = "forecast"
    GROWTH = "growth"
    COUNT_OF_TOTAL = "count_of_total"
    ACTUAL = "actual"


@record
class Measurement:
    """A quantity that reports or targets a result.

    Attributes:
        quantity: value, unit, precision, hedge.
        quote: the number with its unit, without the hedge, exactly as written.
        subject: the noun phrase that names what is measured.
        second: denominator of n/m or upper bound of a range; its unit and hedge are those of ``quantity``.
        is_range: ``second`` is an upper bound, not a denominator.
        comparison: "plan", "same_period", "baseline:<words of the text>", or None.
        period: ``YYYY``, ``YYYY-Qn``, ``YYYY-MM``, ``YYYY-MM/YYYY-MM``, ``YYYY/YYYY``, ``YYYY-MM-DD`` (GUIDE), or None.
        period_quote: the words that say so, also when no year can be told.
        is_index: a growth printed as an index: 111,17 means +11,17 %.
        indicator: code in the catalogue when one matches.
        span, cell: exactly one is set.
        confidence: 0 … 1.
        rules: names of the rules that made it, in the order they acted.
        to_confirm: read by optical recognition, or otherwise not certain to be what is printed.
    """

    quantity: Quantity
    quote: str
    subject: str
    kind: Kind
    span: Span | None = None
    cell: CellRef | None = None
    second: Quantity | None = None
    is_range: bool = False
    comparison: str | None = None
    period: str | None = None
    period_quote: str | None = None
    is_index: bool = False
    indicator: str | None = None
    confidence: float = 1.0
    rules: tuple[str, ...] = ()
    to_confirm: bool = False

    @property
    def value(self) -> Decimal:
        """The printed number, signed."""
        return self.quantity.value

    @property
    def unit(self) -> str:
        """The unit as written."""
        return self.quantity.unit

    @property
    def approx(self) -> Qualifier:
        """The hedge."""
        return self.quantity.qualifier


class ClaimType(StrEnum):
    """Statements whose arithmetic can be checked (GUIDE, "Claims")."""

    TARGET_TALLY = "target_tally"
    RATIO = "ratio"
    SUM = "sum"
    DIFFERENCE = "difference"
    ENUMERATION = "enumeration"
    IMPLIED_BASE = "implied_base"


class RatioMode(StrEnum):
    """How the stated percentage follows from numerator n and denominator d."""

    SHARE = "share"  # stated = n / d
    EXCESS = "excess"  # stated = n / d − 1
    DECREASE = "decrease"  # stated = 1 − n / d


@record
class Operand:
    """One number of a claim.

    Attributes:
        role: target_tally: "total" or the part's own name (met, exceeded, over_80, on_track, partial, late, not_met,
            not_assessable, …); ratio: "numerator", "denominator", "stated"; sum: "total", "part"; difference: "from",
            "to", "change"; enumeration: "count", "items"; implied_base: "count" and "share" in turn.
        quantity: as printed, with its own unit, precision and hedge.
        span, cell: where it stands; both None for a number that is counted, not printed (items of an enumeration).
    """

    role: str
    quantity: Quantity
    span: Span | None = None
    cell: CellRef | None = None


@record
class Claim:
    """A checkable statement. Whether it holds is decided by ``verify``.

    Attributes:
        quote: the words from the first to the last operand in the text; for cells "row | column".
        is_exhaustive: the text says that the parts are all ("gồm", a total row), so a sum below the total is wrong too.
    """

    type: ClaimType
    operands: tuple[Operand, ...]
    quote: str
    span: Span | None = None
    cell: CellRef | None = None
    mode: RatioMode | None = None
    is_exhaustive: bool = False
    rules: tuple[str, ...] = ()
    confidence: float = 1.0


@record
class Directive:
    """An order: who says that who must do what, by when. The words are those of the text."""

    quote: str
    span: Span
    issuer: str | None = None
    addressee: str | None = None
    deadline: str | None = None
    deadline_on: date | None = None
    rules: tuple[str, ...] = ()
    confidence: float = 1.0


@record
class Citation:
    """A legal act named by its identifier ("98/2023/QH15"), once per document, at its first mention."""

    number: str
    span: Span
    kind: str | None = None
    rules: tuple[str, ...] = ()
    confidence: float = 1.0


@record
class Person:
    """An office-holder with the title the text gives, once per document, at the fullest mention."""

    name: str
    title: str
    span: Span
    rules: tuple[str, ...] = ()
    confidence: float = 1.0


@record
class DocumentFacts:
    """What the document says of itself.

    Attributes:
        kind: "report", "resolution", "conclusion", "notice", "news", … or None.
        number: "214/BC-UBND".
        issuer: the body that signs or is reported on ("Quận ủy Quận 9").
        locality: "Quận 9".
        dated_on: date of the document; published_on: of the page.
        period: reporting period, in the form of ``Measurement.period``.
        title: first heading.
    """

    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    locality: str | None = None
    dated_on: date | None = None
    published_on: date | None = None
    period: str | None = None
    title: str | None = None


@record
class Reading:
    """Everything found in one document. All tuples are in the order of the text, tables after it."""

    document: Document
    facts: DocumentFacts
    measurements: tuple[Measurement, ...] = ()
    claims: tuple[Claim, ...] = ()
    directives: tuple[Directive, ...] = ()
    citations: tuple[Citation, ...] = ()
    people: tuple[Person, ...] = ()
