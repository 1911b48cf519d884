# SPDX-License-Identifier: Apache-2.0
"""What every act on a sheet does: finds it for this person, asks the table of states, keeps what was done."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.collect.data import Move, State
from tiendo.server.collect.data.sheets import STATE_WORDS
from tiendo.server.collect.models import Sheet, SheetMove
from tiendo.server.collect.queries.sheets import may_review
from tiendo.server.collect.rules.moves import WrongMoveError, needs_reason, state_after
from tiendo.server.support.refusals import NotForYou, Refusal

_CONFLICT, _REASON = 409, 500
_VERBS = {
    Move.TYPE: "collect.enter",
    Move.SUBMIT: "collect.submit",
    Move.RETURN: "collect.return",
    Move.APPROVE: "collect.approve",
    Move.LOCK: "collect.lock",
    Move.CORRECT: "collect.correct",
}


def lock_row(sheet_id: int, scope: Scope, right: Right = Right.REVIEW) -> Sheet:
    """The stored sheet, held until the transaction ends.

    Raises:
        NotForYou: there is none with which this person may do this.
    """
    rows = permitted(Sheet.objects.select_related("form", "version"), scope, right)
    found = rows.select_for_update(of=("self",)).filter(pk=sheet_id).first()
    if found is None:
        raise NotForYou
    return found


def lock_for_review(sheet_id: int, scope: Scope) -> Sheet:
    """The same for who reviews it: the unit alone does not approve what it has sent to an office above."""
    sheet = lock_row(sheet_id, scope, Right.DECIDE)
    if not may_review(sheet, scope):
        raise NotForYou
    return sheet


def check_move(sheet: Sheet, move: Move, row_version: int | None, reason: str = "") -> State:
    """The state that a move leads to.

    Raises:
        Refusal: it cannot be made now, somebody else was faster, or it needs a reason.
    """
    state = State(sheet.state)
    if row_version is not None and row_version != sheet.row_version:
        raise Refusal(
            _("Somebody else has done something with this sheet since: it is now “%(state)s”. Look at it again.")
            % {"state": STATE_WORDS[state]},
            status=_CONFLICT,
        )
    try:
        after = state_after(state, move)
    except WrongMoveError as error:
        raise Refusal(
            _("The sheet is “%(state)s”: this cannot be done with it now. Nothing was changed.")
            % {"state": STATE_WORDS[state]},
            status=_CONFLICT,
        ) from error
    if needs_reason(move) and not reason.strip():
        raise Refusal(_("Give a reason: it stays with the sheet."), field="reason")
    return after


def make_move(
    sheet: Sheet, move: Move, after: State, scope: Scope, *, reason: str = "", cells: Mapping[str, str] | None = None
) -> None:
    """Keeps a move that was checked: the state, the line in the list of what was done, the act of the record."""
    sheet.state = after
    sheet.row_version += 1
    sheet.save()
    SheetMove.objects.create(
        sheet=sheet,
        move=move,
        state=after,
        reason=reason.strip()[:_REASON],
        cells=dict(cells or {}),
        at=timezone.now(),
        by_id=scope.actor.user_id,
        by_name=scope.actor.name,
    )
    detail: dict[str, object] = {"state": after, "period": sheet.period, "version": sheet.number}
    if reason.strip():
        detail["reason"] = reason.strip()[:_REASON]
    if cells:
        detail["cells"] = dict(cells)
    record(Act(_VERBS[move], f"sheet:{sheet.pk}", sheet.unit_id, detail), actor=scope.actor)
