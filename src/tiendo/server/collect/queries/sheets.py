# SPDX-License-Identifier: Apache-2.0
"""One sheet with everything: cells, figures beside them, flaws, versions, moves. A fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import F, QuerySet

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may, permitted
from tiendo.server.collect.data import (
    KEPT,
    Beside,
    CellRow,
    EntryRow,
    Flaw,
    FormDefinition,
    Grid,
    LineRow,
    Move,
    MoveRow,
    SheetPage,
    SheetRow,
    State,
    Trouble,
    VersionRow,
)
from tiendo.server.collect.models import Cell, CellEntry, Sheet, Submission, SubmittedCell
from tiendo.server.collect.models.sheets import Content
from tiendo.server.collect.queries.beside import find_beside, list_plans
from tiendo.server.collect.queries.forms import list_lines
from tiendo.server.collect.rules.checking import LineFacts, check_sheet
from tiendo.server.collect.rules.moves import can
from tiendo.server.collect.rules.periods import read_period
from tiendo.server.figures.data import FigureKey, Gap
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import name_units

_MOST_NAMED = 500  # in one condition; a whole import is narrowed by what it has few of


def get_sheet(sheet_id: int, scope: Scope) -> SheetPage:
    """A sheet.

    Raises:
        NotForYou: there is none for this person.
    """
    sheet = find_sheet(sheet_id, scope)
    lines = list_lines(sheet.version_id)
    cells = list_cells(sheet, lines)
    beside = find_beside(sheet, lines, list_plans(sheet, scope))
    versions = _list_versions(sheet, lines)
    state = State(sheet.state)
    filled = sum(not cell.is_empty for cell in cells.values())
    has_clash = bool(versions and versions[0].clashes)
    return SheetPage(
        row=to_row(sheet, name_units([sheet.unit_id]).get(sheet.unit_id, ""), (filled, len(lines)), has_clash),
        regime=sheet.regime,
        grid=Grid(tuple(lines), cells, beside, find_flaws(sheet, lines, cells, beside)),
        moves=_list_moves(sheet),
        versions=versions,
        may_type=can(state, Move.TYPE) and may(scope, Act.REVIEW, sheet.unit_id),
        may_review=may_review(sheet, scope),
    )


def find_sheet(sheet_id: int, scope: Scope, act: Act = Act.VIEW) -> Sheet:
    """The stored sheet.

    Raises:
        NotForYou: there is none with which this person may do the act.
    """
    rows = permitted(Sheet.objects.select_related("form", "version"), scope, act)
    found = rows.filter(pk=sheet_id).first()
    if found is None:
        raise NotForYou
    return found


def may_review(sheet: Sheet, scope: Scope) -> bool:
    """Whether this person reviews the sheet: decides for the unit, and for the unit whose form it is."""
    units = {sheet.unit_id, sheet.form.unit_id}
    return all(may(scope, Act.DECIDE, unit) for unit in units)


def list_cells(sheet: Sheet, lines: Sequence[LineRow]) -> dict[str, CellRow]:
    """The cells of a sheet, by line, in the order of the lines: one query."""
    rows = {row.line_id: row for row in Cell.objects.filter(sheet=sheet)}
    return {line.code: to_cell(rows[line.id], line.code) for line in lines if line.id in rows}


def find_flaws(
    sheet: Sheet, lines: Sequence[LineRow], cells: Mapping[str, CellRow], beside: Mapping[str, Beside]
) -> tuple[Flaw, ...]:
    """What is wrong with a sheet as it stands; no query."""
    definition = FormDefinition.model_validate(sheet.version.definition)
    return check_sheet([to_facts(line) for line in lines], cells, beside, definition.checks)


def to_facts(line: LineRow) -> LineFacts:
    """A line as checks take it."""
    return LineFacts(line.code, line.indicator.measure, line.indicator.nature, line.is_required)


def list_entries(sheet_id: int, line: str, scope: Scope) -> list[EntryRow]:
    """Every value that a cell had, newest first.

    Raises:
        NotForYou: there is no such cell for this person.
    """
    sheet = find_sheet(sheet_id, scope)
    cell = Cell.objects.filter(sheet=sheet, line__code=line).first()
    if cell is None:
        raise NotForYou
    rows = CellEntry.objects.filter(cell=cell).order_by("-version")
    return [EntryRow(to_content(row, line, row.version), row.at, row.by_name) for row in rows]


def name_states(observation_ids: Iterable[int]) -> dict[int, State]:
    """How far the sheets are from which figures came; those without a sheet are left out. One query.

    Whoever shows a figure says with it whether it is approved; rights were asked when the figure was.
    """
    rows = SubmittedCell.objects.filter(observation__in=set(observation_ids)).order_by("submission__number")
    return {figure: State(state) for figure, state in rows.values_list("observation_id", "submission__sheet__state")}


def to_row(sheet: Sheet, unit_name: str, counts: tuple[int, int], has_clash: bool) -> SheetRow:
    """A sheet with its form and version as a line of a list.

    Args:
        counts: cells that say something, and all of them.
    """
    definition = sheet.version.definition
    return SheetRow(
        id=sheet.pk,
        form_id=sheet.form_id,
        title=sheet.version.title,
        title_en=sheet.version.title_en,
        unit_id=sheet.unit_id,
        unit_name=unit_name,
        period=read_period(sheet.period, sheet.regime),
        due_on=sheet.due_on,
        is_due_certain=sheet.is_due_certain,
        state=State(sheet.state),
        row_version=sheet.row_version,
        version=sheet.number,
        filled=counts[0],
        lines=counts[1],
        lead=definition.get("lead", ""),
        reviewer=definition.get("reviewer", ""),
        submitted_at=sheet.submitted_at,
        has_clash=has_clash,
    )


def to_cell(row: Cell, line: str) -> CellRow:
    """A stored cell."""
    return to_content(row, line, row.version, row)


def to_content(row: Content, line: str, version: int = 0, cell: Cell | None = None) -> CellRow:
    """What stands in a cell, an entry or a version."""
    return CellRow(
        line=line,
        version=version,
        text=row.printed,
        value=row.value,
        step=row.step,
        trouble=Trouble(row.trouble),
        gap=Gap(row.gap) if row.gap else None,
        gap_reason=row.gap_reason,
        note=row.note,
        sent_back="" if cell is None else cell.sent_back,
        by="" if cell is None else cell.saved_name,
        at=None if cell is None else cell.saved_at,
    )


def _list_moves(sheet: Sheet) -> tuple[MoveRow, ...]:
    rows = sheet.moves.order_by("-pk")
    return tuple(MoveRow(Move(row.move), State(row.state), row.at, row.by_name, row.reason, row.cells) for row in rows)


def _list_versions(sheet: Sheet, lines: Sequence[LineRow]) -> tuple[VersionRow, ...]:
    """Newest first: two queries."""
    codes = {line.id: line.code for line in lines}
    submissions = list(Submission.objects.filter(sheet=sheet).order_by("-number"))
    cells = list(SubmittedCell.objects.filter(submission__sheet=sheet))
    found = []
    for one in submissions:
        own = [cell for cell in cells if cell.submission_id == one.pk]
        found.append(
            VersionRow(
                number=one.number,
                is_correction=one.is_correction,
                reason=one.reason,
                at=one.at,
                by=one.by_name,
                cells={codes[cell.line_id]: to_content(cell, codes[cell.line_id]) for cell in own},
                figures={codes[cell.line_id]: cell.observation_id for cell in own},
                clashes={codes[c.line_id]: c.clash_id for c in own if c.clash_id is not None and not c.settled},
            )
        )
    return tuple(found)


def list_locked_cells(keys: Sequence[FigureKey]) -> list[SubmittedCell]:
    """Cells of the last versions of locked sheets whose figures these may be: what the lock holds. One query.

    The figure of a cell ends with its sheet, whatever it reaches back to, so the day narrows as well as the unit.
    """
    locked = _last_cells().filter(submission__sheet__state__in=KEPT)
    narrowing: dict[str, set[Any]] = {
        "submission__sheet__unit_id__in": {key.unit_id for key in keys},
        "submission__sheet__last_on__in": {key.last_on for key in keys},
        "line__indicator_id__in": {key.indicator_id for key in keys},
    }
    short = {name: values for name, values in narrowing.items() if len(values) <= _MOST_NAMED}
    return list(locked.filter(**short))


def list_last_cells(sheet: Sheet) -> list[SubmittedCell]:
    """Cells of the last version of a sheet: one query."""
    return list(_last_cells().filter(submission__sheet=sheet))


def _last_cells() -> QuerySet[SubmittedCell]:
    rows = SubmittedCell.objects.filter(submission__number=F("submission__sheet__number"))
    return rows.select_related("submission__sheet__version", "line", "clash")
