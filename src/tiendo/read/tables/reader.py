# SPDX-License-Identifier: Apache-2.0
"""Read all tables of a document: find headers, decide columns and rows, measure the cells, make the claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from statistics import median

from tiendo.kernel.document import Document, Table
from tiendo.kernel.findings import Claim, DocumentFacts, Measurement, RatioMode
from tiendo.kernel.records import record
from tiendo.read.tables.cells import make_entries, measure, name_rows_and_columns
from tiendo.read.tables.claims import across, measures, ratios, sums
from tiendo.read.tables.claims.agree import Board, make_board
from tiendo.read.tables.claims.ratios import Fit, find_fits
from tiendo.read.tables.data import Column, Entry, Meaning, Role, Section, Sense, TableFindings
from tiendo.read.tables.grid import Grid, make_grid, normalise
from tiendo.read.tables.header import find_sections
from tiendo.read.tables.meanings import is_bare_ratio, is_plan_title, is_share_word
from tiendo.read.tables.periods import Context, make_context, read_time, title_lines
from tiendo.read.tables.roles import assign_roles
from tiendo.read.tables.rows import read_rows
from tiendo.read.tables.units import column_unit, share_counted_unit, stated_unit

_BEFORE = 1500  # characters of text before a table that may hold its title and unit
_KEPT = 12  # title lines of a sheet that hold for its later tables too
_NEAR_LINES = 4  # of them, lines that may state the unit


def read_tables(document: Document, facts: DocumentFacts) -> TableFindings:
    """Every figure of every data table as a measurement, and the arithmetic the tables state as claims.

    Args:
        document: as opened; layout tables are left out.
        facts: what the document says of itself; its period and date fill what headers leave open.

    Returns:
        Measurements with ``cell`` set, in the order of tables, rows, columns; claims with cells as operands.
    """
    measurements: list[Measurement] = []
    claims: list[Claim] = []
    above: _Above | None = None
    for table in document.tables:
        if table.is_layout or not table.rows or not table.rows[0]:
            continue
        found, above = _read_table(document, facts, table, above)
        measurements.extend(found.measurements)
        claims.extend(found.claims)
    return TableFindings(tuple(measurements), tuple(claims))


@record
class _Above:
    """The table before, which this one may carry on."""

    table: Table
    section: Section
    context: Context


def _read_table(
    document: Document, facts: DocumentFacts, table: Table, above: _Above | None
) -> tuple[TableFindings, _Above | None]:
    grid = make_grid(table)
    start = max(0, table.position - _BEFORE)
    before = "\n".join(normalise(line) for line in document.text[start : table.position].splitlines() if line.strip())
    over = before.splitlines()[-_NEAR_LINES:]
    measurements: list[Measurement] = []
    claims: list[Claim] = []
    inherited: tuple[str, ...] = ()
    last: _Above | None = None
    for section in find_sections(grid):
        titles = tuple(normalise(t) for t in section.titles)
        context = make_context((*inherited, *titles), before, facts)
        section.unit = stated_unit((*over, *inherited, *titles))
        section.heads = tuple(reversed((*title_lines(over), *inherited, *titles)))
        inherited = (*inherited, *titles)[-_KEPT:]
        if above is not None and last is None and _carries_on(document, section, table, above):
            context = above.context
            _take_header(section, above.section)
        else:
            _read_header(grid, section, context)
        found = _read_section(grid, section, context, to_confirm=document.is_scanned)
        last = _Above(table, section, context)
        measurements.extend(found.measurements)
        claims.extend(found.claims)
    return TableFindings(tuple(measurements), tuple(claims)), last


def _carries_on(document: Document, section: Section, table: Table, above: _Above) -> bool:
    """Whether a table without header is the rest of the one right before it."""
    if len(section.header) or table.sheet or len(table.rows[0]) != len(above.table.rows[0]):
        return False
    return not document.text[above.table.position : table.position].strip()


def _take_header(section: Section, above: Section) -> None:
    section.columns = [replace(column) for column in above.columns]
    section.unit = section.unit or above.unit
    section.is_continued = True


def _read_header(grid: Grid, section: Section, context: Context) -> None:
    assign_roles(grid, section)
    for column in section.columns:
        column.time = read_time(column.norm)
    _settle_forecasts(section.columns, context)
    _settle_by_title(section)
    for column in section.columns:
        if column.role is Role.FIGURE:
            column.unit, column.unit_rule = column_unit(column)
    share_counted_unit(section.columns)


def _read_section(grid: Grid, section: Section, context: Context, *, to_confirm: bool) -> TableFindings:
    read_rows(grid, section)
    name_rows_and_columns(section)
    entries = make_entries(grid, section)
    board = make_board(grid, section, entries)
    fits = find_fits(board)
    _settle_comparisons(board, fits)
    _refresh(entries, section)
    numerators = {fit.stated: section.columns[fit.numerator] for fit in fits}
    current = _current(section)
    measurements = tuple(
        measure(grid, section, e, context, time_of=numerators.get(e.column, current), to_confirm=to_confirm)
        for e in entries
    )
    claims = (
        *ratios.make_claims(board, fits),
        *measures.make_claims(board),
        *across.make_claims(board, frozenset(fit.stated for fit in fits)),
        *sums.make_claims(board),
    )
    return TableFindings(measurements, claims)


def _settle_forecasts(columns: list[Column], context: Context) -> None:
    """ "Ước cả năm" is a forecast beside a figure to date of a year not over, else an estimated result."""
    to_date = [c for c in columns if c.meaning.sense is Sense.RESULT and c.time and (c.time.months or c.time.day)]
    for column in columns:
        if column.meaning.sense is not Sense.FORECAST or not column.meaning.is_about:
            continue
        year = (column.time.year if column.time else None) or context.year
        is_over = context.today_year is not None and year is not None and year < context.today_year
        if is_over or not any((c.time.year if c.time else None) in (year, None) for c in to_date):
            column.meaning = Meaning(Sense.RESULT, is_about=True, rule="estimate")


def _settle_by_title(section: Section) -> None:
    """Where the title says that the table sets targets, columns without a word of their own are plans."""
    figures = [c for c in section.columns if c.role is Role.FIGURE]
    if any(c.meaning.sense not in (Sense.FACT, Sense.PLAN) for c in figures) or not is_plan_title(section.heads):
        return
    for column in figures:
        if column.meaning.sense is Sense.FACT and not is_share_word(column.norm):
            column.meaning = Meaning(Sense.PLAN, rule="plan_title")


def _settle_comparisons(board: Board, fits: Iterable[Fit]) -> None:
    """What the figures say of comparing columns whose words leave it open, and which growth is printed as an index."""
    columns = board.section.columns
    by_column = {fit.stated: fit for fit in fits}
    has_plan = any(c.meaning.sense is Sense.PLAN and c.role is Role.FIGURE for c in columns)
    has_result = any(c.meaning.sense is Sense.RESULT and c.role is Role.FIGURE for c in columns)
    for at, column in board.columns():
        fit = by_column.get(at)
        if fit is not None and column.meaning.sense in (Sense.COMPARE, Sense.FACT):
            base, top = columns[fit.denominator].meaning.sense, columns[fit.numerator].meaning.sense
            if base is Sense.PLAN and top is not Sense.PLAN:
                column.meaning = Meaning(Sense.SHARE, "plan", rule="ratio.plan")
            elif base is Sense.BASE:
                column.meaning = Meaning(Sense.GROWTH, "same_period", rule="ratio.same_period")
            elif column.meaning.sense is Sense.COMPARE:
                named = f"baseline:{columns[fit.denominator].norm}"
                column.meaning = Meaning(Sense.GROWTH, named, rule="ratio.earlier")
        is_open = column.meaning.sense is Sense.FACT and fit is None
        if is_open and has_plan and has_result and is_bare_ratio(column.norms[-1] if column.norms else ""):
            column.meaning = Meaning(Sense.SHARE, "plan", rule="bare_ratio")
        if column.meaning.sense is Sense.COMPARE:
            comparison = "plan" if has_plan else None
            column.meaning = Meaning(Sense.SHARE if has_plan else Sense.GROWTH, comparison, rule="compare.default")
        if column.meaning.sense is Sense.GROWTH:
            column.is_index = _is_index(column, fit, board.by_column[at])


def _is_index(column: Column, fit: Fit | None, entries: list[Entry]) -> bool:
    if fit is not None:
        return fit.mode is RatioMode.SHARE
    values = [e.figure.value for e in entries if e.printed.unit in ("%", "")]
    if not values or column.meaning.says_change or min(values) < 0:
        return False
    return median(values) >= Decimal(50)


def _refresh(entries: list[Entry], section: Section) -> None:
    for entry in entries:
        meaning = section.columns[entry.column].meaning
        if meaning.sense is not Sense.FACT and entry.meaning is not meaning:
            entry.meaning = meaning
            entry.rules[1] = f"kind.{meaning.rule}"


def _current(section: Section) -> Column | None:
    """The result column whose period a comparison speaks of when the figures do not tell."""
    results = [c for c in section.columns if c.role is Role.FIGURE and c.meaning.sense is Sense.RESULT]
    return results[-1] if results else None
