# SPDX-License-Identifier: Apache-2.0
"""Typing: drafts of cells, each saved on the version that the person saw. Of two who save at once, one is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.collect.data import (
    CellEdit,
    CellRow,
    CellSaved,
    Correction,
    Grid,
    LineRow,
    Move,
    Outcome,
    SaveReport,
    State,
    Trouble,
)
from tiendo.server.collect.models import Cell, CellEntry, Sheet
from tiendo.server.collect.queries.beside import find_beside
from tiendo.server.collect.queries.forms import list_lines
from tiendo.server.collect.queries.sheets import find_flaws, to_cell
from tiendo.server.collect.rules.typed import Typed, read_typed
from tiendo.server.collect.services.moving import check_move, lock_row, make_move
from tiendo.server.support.refusals import Refusal

_PRINTED, _REASON, _NOTE = 200, 300, 500
_MOST = 1000  # cells at once


@dataclass(frozen=True, slots=True)
class Wanted:
    """The columns of a cell as somebody wants them, and what an ambiguous number may mean."""

    columns: dict[str, object]
    typed: Typed


def save_cells(sheet_id: int, edits: Sequence[CellEdit], *, scope: Scope) -> SaveReport:
    """Saves drafts; each cell for itself, so that a conflict in one does not hold up the others.

    Returns:
        What became of each cell, in the order of the edits, and what is wrong with the sheet now.

    Raises:
        Refusal: the sheet is not open for typing, an unknown line, too many cells.
        NotForYou: there is no such sheet for this person.
    """
    if len(edits) > _MOST:
        raise Refusal(_("Too many cells at once: at most %(most)s.") % {"most": _MOST}, status=413)
    with transaction.atomic():
        sheet = lock_row(sheet_id, scope)
        after = check_move(sheet, Move.TYPE, None)
        lines = list_lines(sheet.version_id)
        by_code = {line.code: line for line in lines}
        rows = {row.line_id: row for row in Cell.objects.filter(sheet=sheet)}
        saved = []
        for edit in edits:
            line = by_code.get(edit.line)
            if line is None or line.id not in rows:
                raise Refusal(_("The form has no line “%(code)s”.") % {"code": edit.line}, field="line")
            saved.append(_save(rows[line.id], edit, line, scope))
        _keep(sheet, after, saved, scope)
        cells = {line.code: to_cell(rows[line.id], line.code) for line in lines if line.id in rows}
        beside = find_beside(sheet, lines, {})
        grid = Grid(tuple(lines), cells, beside, find_flaws(sheet, lines, cells, beside))
        return SaveReport(tuple(saved), grid, State(sheet.state), sheet.row_version)


def want(edit: CellEdit | Correction, line: LineRow) -> Wanted:
    """The columns that an edit makes."""
    if edit.gap is not None:
        gap = {"gap": str(edit.gap), "gap_reason": edit.gap_reason.strip()[:_REASON]}
        return Wanted(_columns("", Typed(), gap, edit), Typed())
    typed = read_typed(edit.text, line.indicator.measure, line.indicator.nature, edit.choice)
    return Wanted(_columns(edit.text.strip()[:_PRINTED], typed, {"gap": "", "gap_reason": ""}, edit), typed)


def _columns(printed: str, typed: Typed, gap: dict[str, str], edit: CellEdit | Correction) -> dict[str, object]:
    note = edit.note.strip()[:_NOTE] if isinstance(edit, CellEdit) else ""
    told = {"printed": printed, "value": typed.value, "step": typed.step, "trouble": str(typed.trouble)}
    return {**told, **gap, "note": note}


def _save(row: Cell, edit: CellEdit, line: LineRow, scope: Scope) -> CellSaved:
    wanted = want(edit, line)
    if row.version != edit.version:
        is_same = all(getattr(row, name) == value for name, value in wanted.columns.items())
        # the same again is an answer that was lost on the way, or two people who agree
        return CellSaved(Outcome.SAME if is_same else Outcome.CONFLICT, to_cell(row, line.code))
    is_same = all(getattr(row, name) == value for name, value in wanted.columns.items())
    if is_same and not row.sent_back:
        return CellSaved(Outcome.SAME, to_cell(row, line.code), wanted.typed.readings)
    write_cell(row, wanted, scope)
    return CellSaved(Outcome.SAVED, to_cell(row, line.code), wanted.typed.readings)


def write_cell(row: Cell, wanted: Wanted, scope: Scope) -> None:
    """Puts something into a cell that this transaction holds, and keeps it among all that stood there."""
    row.version += 1
    row.saved_at = timezone.now()
    row.saved_by_id = scope.actor.user_id
    row.saved_name = scope.actor.name
    row.sent_back = ""
    for name, value in wanted.columns.items():
        setattr(row, name, value)
    row.save()
    CellEntry.objects.create(
        cell=row,
        version=row.version,
        at=row.saved_at,
        by_id=scope.actor.user_id,
        by_name=scope.actor.name,
        **wanted.columns,
    )


def _keep(sheet: Sheet, after: State, saved: Sequence[CellSaved], scope: Scope) -> None:
    """One act for all cells of a save; the first one makes the sheet one that is being typed."""
    changed = [one.cell for one in saved if one.outcome is Outcome.SAVED]
    if not changed:
        return
    if sheet.state != after:
        make_move(sheet, Move.TYPE, after, scope, cells={cell.line: _tell(cell) for cell in changed})
        return
    detail = {"cells": {cell.line: _tell(cell) for cell in changed}, "period": sheet.period}
    record(Act("collect.enter", f"sheet:{sheet.pk}", sheet.unit_id, detail), actor=scope.actor)


def _tell(cell: CellRow) -> str:
    if cell.gap is not None:
        return f"{cell.gap}: {cell.gap_reason}"
    return f"{cell.text} ({cell.trouble})" if cell.trouble is not Trouble.NONE else cell.text
