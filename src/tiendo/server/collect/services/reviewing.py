# SPDX-License-Identifier: Apache-2.0
"""What the office does with a sheet that was sent in: sends it back, approves, locks, corrects what is locked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Scope
from tiendo.server.collect.data import Correction, LineRow, Move, Severity, Trouble
from tiendo.server.collect.models import Cell, Sheet, SubmittedCell
from tiendo.server.collect.queries.beside import find_beside
from tiendo.server.collect.queries.forms import list_lines
from tiendo.server.collect.queries.sheets import find_flaws, list_cells, list_last_cells, to_cell
from tiendo.server.collect.services.entering import want, write_cell
from tiendo.server.collect.services.guarding import find_broken
from tiendo.server.collect.services.moving import check_move, lock_for_review, make_move
from tiendo.server.collect.services.recording import VersionWish, add_version
from tiendo.server.collect.services.submitting import refuse_flaws
from tiendo.server.support.refusals import Refusal

_SENT_BACK = 300


def return_sheet(
    sheet_id: int, reason: str, cells: Mapping[str, str], *, scope: Scope, row_version: int | None = None
) -> None:
    """Sends a sheet back; the figures stay as they were reported until others are sent.

    Args:
        reason: why, for the sheet as a whole.
        cells: line → what is wrong there; the unit has to touch each of them before it sends the sheet again.

    Raises:
        Refusal: no reason, an unknown line, or it cannot be sent back now.
        NotForYou: there is no such sheet for this person.
    """
    with transaction.atomic():
        sheet = lock_for_review(sheet_id, scope)
        told = {line: text.strip()[:_SENT_BACK] for line, text in cells.items() if text.strip()}
        after = check_move(sheet, Move.RETURN, row_version, reason or "; ".join(told.values()))
        rows = {row.line.code: row for row in Cell.objects.filter(sheet=sheet).select_related("line")}
        _refuse_unknown(told, rows)
        for line, text in told.items():
            rows[line].sent_back = text
        Cell.objects.bulk_update([rows[line] for line in told], ["sent_back"])
        make_move(sheet, Move.RETURN, after, scope, reason=reason or "; ".join(told.values()), cells=told)


def approve_sheet(sheet_id: int, *, scope: Scope, row_version: int | None = None) -> None:
    """Approves a sheet.

    Raises:
        Refusal: two sources disagree and nobody has decided, or it cannot be approved now.
        NotForYou: there is no such sheet for this person.
    """
    with transaction.atomic():
        sheet = lock_for_review(sheet_id, scope)
        after = check_move(sheet, Move.APPROVE, row_version)
        open_clashes = SubmittedCell.objects.filter(
            submission__sheet=sheet, submission__number=sheet.number, clash__isnull=False, settled=""
        )
        if open_clashes.exists():
            raise Refusal(_("Two sources disagree on a figure: decide which one holds, then approve."), status=409)
        make_move(sheet, Move.APPROVE, after, scope)


def lock_sheet(sheet_id: int, *, scope: Scope, row_version: int | None = None) -> None:
    """Locks an approved sheet: from now on its figures change by a correction alone.

    Raises:
        Refusal: a figure is no longer the one that was approved, or it cannot be locked now.
        NotForYou: there is no such sheet for this person.
    """
    with transaction.atomic():
        sheet = lock_for_review(sheet_id, scope)
        after = check_move(sheet, Move.LOCK, row_version)
        make_move(sheet, Move.LOCK, after, scope)
        if broken := _find_changed(sheet):
            told = {"lines": ", ".join(broken)}
            raise Refusal(
                _("Since it was sent, another value has come into force for: %(lines)s. Send the sheet back.") % told,
                status=409,
            )


def correct_sheet(
    sheet_id: int,
    reason: str,
    corrections: Sequence[Correction],
    *,
    scope: Scope,
    row_version: int | None = None,
) -> int:
    """Corrects a locked sheet: a new version with the reason; the former one stays as it is.

    Returns:
        The number of the new version.

    Raises:
        Refusal: no reason, nothing changed, a value that cannot be, or the sheet is not locked.
        NotForYou: there is no such sheet for this person.
    """
    with transaction.atomic():
        sheet = lock_for_review(sheet_id, scope)
        after = check_move(sheet, Move.CORRECT, row_version, reason)
        lines = list_lines(sheet.version_id)
        changed = _write_corrections(sheet, lines, corrections, scope)
        cells = list_cells(sheet, lines)
        flaws = find_flaws(sheet, lines, cells, find_beside(sheet, lines, {}))
        refuse_flaws(tuple(flaw for flaw in flaws if flaw.severity is Severity.ERROR))
        add_version(sheet, lines, VersionWish(cells, reason, frozenset(changed)), scope)
        make_move(sheet, Move.CORRECT, after, scope, reason=reason, cells=changed)
        return sheet.number


def _write_corrections(
    sheet: Sheet, lines: Sequence[LineRow], corrections: Sequence[Correction], scope: Scope
) -> dict[str, str]:
    """Line → what stands there now, of those that changed."""
    by_code = {line.code: line for line in lines}
    rows = {row.line.code: row for row in Cell.objects.filter(sheet=sheet).select_related("line")}
    _refuse_unknown({one.line: "" for one in corrections}, rows)
    changed: dict[str, str] = {}
    for one in corrections:
        row = rows[one.line]
        now, wanted = to_cell(row, one.line), want(one, by_code[one.line])
        wanted.columns["note"] = row.note
        if all(getattr(row, name) == value for name, value in wanted.columns.items()):
            continue
        write_cell(row, wanted, scope)
        fresh = to_cell(row, one.line)
        if fresh.is_empty or fresh.trouble is not Trouble.NONE or (fresh.gap is not None and not fresh.gap_reason):
            raise Refusal(_("Give the right number, or say why there is none."), field=one.line)
        if (now.value, now.gap, now.gap_reason) != (fresh.value, fresh.gap, fresh.gap_reason):
            changed[one.line] = fresh.text or fresh.gap_reason
    if not changed:
        raise Refusal(_("Nothing differs from what is locked: there is nothing to correct."), field="value")
    return changed


def _find_changed(sheet: Sheet) -> list[str]:
    """Lines whose figure in force is not the one of the last version."""
    return find_broken(list_last_cells(sheet))


def _refuse_unknown(told: Mapping[str, str], rows: Mapping[str, Cell]) -> None:
    for line in told:
        if line not in rows:
            raise Refusal(_("The form has no line “%(code)s”.") % {"code": line}, field="line")
