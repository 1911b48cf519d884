# SPDX-License-Identifier: Apache-2.0
"""Asking for an explanation of a target, answering, reminding, closing: every act is a row that stays."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.data import Move, State
from tiendo.server.targets.models import Explanation, ExplanationMove, Target, Verdict
from tiendo.server.targets.rules import find_state, step_to

_CONFLICT = 409
_QUESTION_LENGTH, _TEXT_LENGTH = 2000, 4000
#: Who may do what: the office asks, reminds and closes; whoever enters figures of the unit answers. House rule.
_RIGHTS = {Move.ANSWER: Right.REVIEW, Move.REMIND: Right.DECIDE, Move.CLOSE: Right.DECIDE}


def ask_explanation(target_id: int, question: str, due_on: date, *, scope: Scope) -> int:
    """Asks the unit of a target to explain how it stands.

    Returns:
        Id of the request.

    Raises:
        Refusal: no question, a day that is over, or a request about this target is open already.
        NotForYou: the person may not decide on this target.
    """
    text = question.strip()
    if not text or len(text) > _QUESTION_LENGTH:
        raise Refusal(_("Write what is to be explained, in at most 2,000 characters."), field="question")
    if due_on < timezone.localdate():
        raise Refusal(_("The day for the answer is over: choose today or a later one."), field="due_on")
    with transaction.atomic():
        targets = permitted(Target.objects.all(), scope, Right.DECIDE).select_for_update()
        target = targets.filter(pk=target_id).first()
        if target is None:
            raise NotForYou
        if any(_find_state(one) is not State.CLOSED for one in target.explanations.all()):
            raise Refusal(
                _("A request about this target is open already: remind of it, or close it first."), status=_CONFLICT
            )
        newest = Verdict.objects.filter(target=target, is_current=True).order_by("last_on", "pk").last()
        row = Explanation.objects.create(
            target=target,
            verdict=newest,
            question=text,
            due_on=due_on,
            asked_at=timezone.now(),
            asked_by_id=scope.actor.user_id,
            asked_name=scope.actor.name,
        )
        detail = {"target": target.pk, "due_on": due_on.isoformat(), "period": "" if newest is None else newest.period}
        record(Act("targets.ask", f"explanation:{row.pk}", target.unit_id, detail), actor=scope.actor)
    return row.pk


def move_explanation(explanation_id: int, move: Move, text: str = "", *, scope: Scope) -> int:
    """Answers a request, reminds of it, or closes it.

    Returns:
        Id of the target that it is about.

    Raises:
        Refusal: it stands so that this cannot be done, or words are missing.
        NotForYou: there is no such request for this person, or the act is not this person's.
    """
    words = text.strip()
    if len(words) > _TEXT_LENGTH:
        raise Refusal(_("Write at most 4,000 characters; hand the rest in as a document."), field="text")
    with transaction.atomic():
        rows = permitted(Explanation.objects.select_related("target"), scope, _RIGHTS[move], unit="target__unit")
        row = rows.select_for_update(of=("self",)).filter(pk=explanation_id).first()
        if row is None:
            raise NotForYou
        state = _find_state(row)
        if step_to(state, move) is None:
            raise Refusal(_tell_conflict(state), status=_CONFLICT)
        if not words and (move is Move.ANSWER or (move is Move.CLOSE and state is not State.ANSWERED)):
            raise Refusal(_tell_empty(move), field="text")
        ExplanationMove.objects.create(
            explanation=row,
            move=move.value,
            text=words,
            at=timezone.now(),
            by_id=scope.actor.user_id,
            by_name=scope.actor.name,
        )
        detail = {"target": row.target_id, "former": state.value}
        record(Act(f"targets.{move}", f"explanation:{row.pk}", row.target.unit_id, detail), actor=scope.actor)
    return row.target_id


def _find_state(row: Explanation) -> State:
    moves = row.moves.order_by("pk").values_list("move", flat=True)
    return find_state(Move(move) for move in moves)


def _tell_conflict(state: State) -> str:
    if state is State.CLOSED:
        return _("This request is closed: ask a new one.")
    return _("The unit has answered already: read the answer, then close the request.")


def _tell_empty(move: Move) -> str:
    if move is Move.ANSWER:
        return _("Write the answer: an empty one explains nothing.")
    return _("Write why a request without an answer is closed.")
