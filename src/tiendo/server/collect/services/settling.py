# SPDX-License-Identifier: Apache-2.0
"""Two sources disagree: the office says which one holds. Nothing is overwritten before."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.collect.data import KEPT, State
from tiendo.server.collect.models import SubmittedCell
from tiendo.server.collect.queries.forms import list_lines
from tiendo.server.collect.queries.sheets import to_content
from tiendo.server.collect.services.moving import lock_for_review
from tiendo.server.collect.services.recording import source_for, to_figure, to_quantity
from tiendo.server.figures.data import Correction, Nature
from tiendo.server.figures.queries import get_provenance
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_value
from tiendo.server.support.refusals import NotForYou, Refusal

_REASON = 500


def settle_clash(sheet_id: int, line: str, *, takes_form: bool, reason: str, scope: Scope) -> None:
    """Decides between the sheet's figure and the one of another source.

    Args:
        takes_form: the sheet's figure holds, and corrects the other one; else that one stays in force.

    Raises:
        Refusal: no reason, or there is nothing to decide.
        NotForYou: there is no such sheet for this person.
    """
    with transaction.atomic():
        sheet = lock_for_review(sheet_id, scope)
        if not reason.strip():
            raise Refusal(_("Give a reason: it stays beside the former value."), field="reason")
        row = (
            SubmittedCell.objects.filter(
                submission__sheet=sheet, submission__number=sheet.number, line__code=line, clash__isnull=False
            )
            .select_for_update(of=("self",))
            .first()
        )
        if row is None:
            raise NotForYou
        if row.settled or State(sheet.state) in KEPT:
            raise Refusal(_("This was decided already. Nothing was changed."), status=409)
        if takes_form:
            row.observation_id = _take(row, line, reason, scope)
        row.settled = "form" if takes_form else "other"
        row.settled_reason = reason.strip()[:_REASON]
        row.save()
        detail = {"line": line, "holds": row.settled, "reason": row.settled_reason, "other": row.clash_id}
        record(Act("collect.settle", f"sheet:{sheet.pk}", sheet.unit_id, detail), actor=scope.actor)


def _take(row: SubmittedCell, code: str, reason: str, scope: Scope) -> int:
    """Puts the sheet's figure in the place of the one in force."""
    sheet = row.submission.sheet
    line = next(one for one in list_lines(sheet.version_id) if one.code == code)
    cell = to_content(row, code)
    source = source_for(sheet, row.submission.number, line, cell)
    in_force = get_provenance(row.clash_id or 0, scope).current_id or row.clash_id or 0
    if cell.value is None:
        withdraw_value(in_force, reason=reason, scope=scope)
        return record_figures([to_figure(sheet, line, cell, source)], scope=scope)[0]
    if line.indicator.nature is Nature.YES_NO:
        given = Correction(reason, answer=bool(cell.value), source=source)
    else:
        given = Correction(reason, to_quantity(line, cell), source=source)
    return correct_figure(in_force, given, scope=scope)
