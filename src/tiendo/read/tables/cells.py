# SPDX-License-Identifier: Apache-2.0
"""From the figures of a section to measurements: unit, kind, hedge, comparison, period, subject, anchor.

Not here: what columns and rows are (``roles``, ``rows``) and what adds up (``claims``).
"""

from __future__ import annotations

import re

from tiendo.kernel.document import Stored
from tiendo.kernel.findings import CellRef, Kind, Measurement
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.read.tables.data import Column, Entry, Figure, Meaning, Role, Row, Section, Sense
from tiendo.read.tables.grid import Grid
from tiendo.read.tables.meanings import is_measure_name, read_meaning
from tiendo.read.tables.periods import Context, resolve
from tiendo.read.tables.units import tidy

_KINDS = {
    Sense.PLAN: Kind.TARGET,
    Sense.SHARE: Kind.SHARE_OF_PLAN,
    Sense.GROWTH: Kind.GROWTH,
    Sense.FORECAST: Kind.FORECAST,
}
_COMPARING = frozenset((Sense.SHARE, Sense.GROWTH, Sense.COMPARE))
# Rows whose numbers are names or dates. Source: key–value tables of unit profiles.
_NOT_A_FIGURE = re.compile(
    r"(?:mã|mã số|điện thoại|fax|năm (?:thành lập|sinh)|ngày|số (?:điện thoại|tài khoản|quyết định|văn bản|hiệu))(?!\w)"
)
_LABEL_UNIT = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_LABEL_NUMBER = re.compile(
    r"\s*(?:(?:[ivx]{1,5}|\d{1,3}(?:\.\d{1,2})*|[a-zđ])[.)/]\s+|[-–+*•]\s*)?"
    r"(?:(?:trong đó|tr\.? ?đó)\s*:?\s*[-–+*•]?\s*)?",
    re.IGNORECASE,
)


def make_entries(grid: Grid, section: Section) -> list[Entry]:
    """The figures under the figure columns of a section, with unit and meaning, in the order of rows and columns."""
    entries: list[Entry] = []
    figures = [(at, c) for at, c in enumerate(section.columns) if c.role is Role.FIGURE]
    for position, row in enumerate(section.rows):
        if _NOT_A_FIGURE.match(row.norm):
            continue
        for at, column in figures:
            for order, figure in enumerate(grid.figures[row.index][column.index]):
                meaning = _meaning(column, row)
                unit, rule = _unit(section, column, row, figure, meaning)
                if grid.table.rows[row.index][column.index].stored is Stored.PERCENT:
                    unit, rule = "%", "unit.percent_format"
                printed = Quantity(figure.value, unit, figure.step, figure.qualifier)
                rules = ["table.cell", f"kind.{meaning.rule}", *([rule] if rule else [])]
                entries.append(Entry(position, at, figure, printed, rules, meaning, order))
    return entries


def _meaning(column: Column, row: Row) -> Meaning:
    """The column decides; under an indicator the row does ("Kế hoạch", "Thực hiện", "Tỷ lệ (%)")."""
    if column.meaning.sense is Sense.FACT and row.meaning is not None:
        return row.meaning
    return column.meaning


def _unit(section: Section, column: Column, row: Row, figure: Figure, meaning: Meaning) -> tuple[str, str]:
    """The nearest statement of the unit wins: cell, header, row, noun of the header, line above the table."""
    is_percentage = meaning.sense in (Sense.SHARE, Sense.COMPARE) or (
        meaning.sense is Sense.GROWTH and not meaning.says_change
    )
    candidates = (
        (tidy(figure.unit), "unit.cell"),
        (row.unit if row.meaning is not None else "", row.unit_rule),
        (column.unit if column.unit_rule != "unit.counted" else "", column.unit_rule),
        ("%" if is_percentage else "", "unit.share"),
        (row.unit, row.unit_rule),
        (column.unit, column.unit_rule),
        (section.unit, "unit.above_table"),
        (row.noun, "unit.label_noun"),
    )
    return next((c for c in candidates if c[0]), ("", ""))


def measure(
    grid: Grid, section: Section, entry: Entry, context: Context, *, time_of: Column | None, to_confirm: bool
) -> Measurement:
    """The measurement of one entry.

    Args:
        time_of: the column whose period a comparing figure shares (its numerator), or None.
        to_confirm: the page was read by optical recognition.
    """
    column, row, figure = section.columns[entry.column], section.rows[entry.row], entry.figure
    kind = _kind(entry)
    qualifier = figure.qualifier
    if (
        qualifier is Qualifier.EXACT
        and entry.meaning.is_about
        and kind in (Kind.ACTUAL, Kind.COUNT_OF_TOTAL, Kind.FORECAST)
    ):
        qualifier = Qualifier.ABOUT
    quantity = Quantity(figure.value, entry.printed.unit, figure.step, qualifier)
    second = None
    if figure.second is not None:
        second = Quantity(figure.second, entry.printed.unit, figure.second_step, qualifier)
    period, quote = _period(column, row, entry, context, time_of)
    return Measurement(
        quantity=quantity,
        quote=_quote(grid, row, column, entry),
        subject=_subject(section, column, row),
        kind=kind,
        cell=cell_ref(grid, section, entry.row, entry.column),
        second=second,
        is_range=figure.is_range,
        comparison=_comparison(entry, kind),
        period=period,
        period_quote=quote,
        is_index=kind is Kind.GROWTH and column.is_index and entry.printed.unit == "%" and not figure.is_change,
        confidence=_confidence(entry, to_confirm),
        rules=tuple(entry.rules),
        to_confirm=to_confirm,
    )


def _confidence(entry: Entry, to_confirm: bool) -> float:
    """How sure the reading is: words of the header decided, nothing decided, or the digits themselves are not sure."""
    if to_confirm:
        return 0.6
    return 0.8 if entry.meaning.rule == "none" else 0.95


def _kind(entry: Entry) -> Kind:
    sense, figure = entry.meaning.sense, entry.figure
    if sense is Sense.SHARE and figure.second is not None:
        return Kind.ACTUAL  # "TH/KH": 14/11
    if sense in _KINDS:
        return _KINDS[sense]
    if figure.is_change:
        return Kind.GROWTH
    if figure.second is not None and not figure.is_range and entry.meaning.comparison != "plan":
        return Kind.COUNT_OF_TOTAL
    return Kind.ACTUAL


def _comparison(entry: Entry, kind: Kind) -> str | None:
    if kind in (Kind.SHARE_OF_PLAN, Kind.GROWTH) or entry.meaning.comparison == "plan":
        return entry.meaning.comparison
    return None


def _period(
    column: Column, row: Row, entry: Entry, context: Context, time_of: Column | None
) -> tuple[str | None, str | None]:
    sense = entry.meaning.sense
    words = column.time
    if sense in _COMPARING and column.meaning.sense is not Sense.FACT:
        words, sense = (time_of.time if time_of else None), Sense.RESULT
    if words is None and row.time is not None:
        words = row.time
    return resolve(words, sense, context), words.quote if words and words.quote else None


def _quote(grid: Grid, row: Row, column: Column, entry: Entry) -> str:
    figures = grid.figures[row.index][column.index]
    text = grid.text(row.index, column.index)
    if len(figures) == 1:
        return text
    norm = grid.norms[row.index][column.index]
    at = norm.find(entry.figure.quote) if len(norm) == len(text) else -1  # decomposed marks shift the places
    return text[at : at + len(entry.figure.quote)] if at >= 0 else text


def _subject(section: Section, column: Column, row: Row) -> str:
    """What is measured: the row, with the whole it is a part of, behind the indicator that the header names."""
    name = row.name
    if row.parent is not None and row.is_part:
        name = f"{section.rows[row.parent].name}: {name}"
    return f"{column.indicator} {name}".strip() or column.path


def name_rows_and_columns(section: Section) -> None:
    """Set the names that subjects are made of."""
    for row in section.rows:
        row.name = _LABEL_UNIT.sub("", _LABEL_NUMBER.sub("", row.label, count=1)).strip() or row.label
    for column in section.columns:
        is_fact = column.meaning.sense is Sense.FACT or column.meaning.rule == "plan_title"
        heads = list(zip(column.levels, column.norms, strict=True))
        named = [t for t, n in (heads if is_fact else heads[:-1]) if _is_indicator(n)]
        column.indicator = _LABEL_UNIT.sub("", " ".join(named)).strip()


def _is_indicator(norm: str) -> bool:
    """Whether a level of a header names what is measured ("Thu ngân sách"), not plan, result or time."""
    return not is_measure_name(norm) and read_meaning((norm,)).sense is Sense.FACT


def cell_ref(grid: Grid, section: Section, row: int, column: int) -> CellRef:
    """The anchor of a place of a section (positions in ``section.rows`` and ``section.columns``)."""
    found = section.refs.get((row, column))
    if found is None:
        line, head, table = section.rows[row], section.columns[column], grid.table
        cell = table.rows[line.index][head.index]
        found = CellRef(table.index, line.index, head.index, line.label, head.path, table.sheet, cell.ref)
        section.refs[row, column] = found
    return found
