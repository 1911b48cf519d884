# SPDX-License-Identifier: Apache-2.0
"""Requests for explanations, the worst targets first: a fixed number of queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from tiendo.evaluate import Status
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may, permitted
from tiendo.server.support.refusals import NotForYou
from tiendo.server.support.statuses import STATUSES
from tiendo.server.targets.data import ExplanationRow, Move, MoveRow, TargetExplanations, WaitingExplanation
from tiendo.server.targets.models import Explanation, ExplanationMove, Target, Verdict
from tiendo.server.targets.queries.known import in_force, tell_as_known
from tiendo.server.targets.rules import find_state, is_late
from tiendo.server.units.queries import name_units

_PLACES = {code: place for place, code in enumerate(STATUSES)}


def list_explanations(
    scope: Scope, *, today: date, unit_id: int | None = None, moment: datetime | None = None
) -> list[ExplanationRow]:
    """All requests that the person may see: late and worst targets first, closed ones last.

    Args:
        today: the day that the page speaks of.
        unit_id: only those about targets of this unit.
        moment: how they stood then, and nothing can be done to them; None is now.
    """
    found = permitted(Explanation.objects.all(), scope, unit="target__unit")
    if unit_id is not None:
        found = found.filter(target__unit_id=unit_id)
    rows = _build(found, scope, today, moment)
    return sorted(rows, key=lambda row: (not row.is_open, _PLACES[row.status], not row.is_late, row.due_on, row.id))


def target_explanations(
    target_id: int, scope: Scope, *, today: date, moment: datetime | None = None
) -> TargetExplanations:
    """The requests about one target.

    Args:
        today: the day that the page speaks of.
        moment: how they stood then, and nothing can be done to them; None is now.

    Raises:
        NotForYou: there is no such target for this person.
        Refusal: it was not there yet at the moment.
    """
    target = permitted(Target.objects.all(), scope).filter(pk=target_id).first()
    if target is None:
        raise NotForYou
    target = tell_as_known(target, moment)
    rows = _build(Explanation.objects.filter(target_id=target_id), scope, today, moment)
    return TargetExplanations(
        target_id=target.pk,
        number=target.number,
        target_name=target.name,
        unit_id=target.unit_id,
        unit_name=name_units([target.unit_id]).get(target.unit_id, ""),
        year=target.year,
        rows=tuple(sorted(rows, key=lambda row: row.id, reverse=True)),
        can_ask=moment is None and may(scope, Act.DECIDE, target.unit_id) and not any(row.is_open for row in rows),
    )


def list_waiting(unit_id: int, scope: Scope) -> list[WaitingExplanation]:
    """Requests about targets of a unit that this person may answer and nobody has, most pressing first: one query."""
    rows = permitted(Explanation.objects.filter(target__unit_id=unit_id), scope, Act.REVIEW, unit="target__unit")
    waiting = rows.exclude(moves__move__in=[Move.ANSWER, Move.CLOSE])  # after an answer nobody is reminded any more
    told = waiting.order_by("due_on", "pk").values_list("target_id", "target__number", "target__name", "due_on")
    return [WaitingExplanation(*row) for row in told]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What rows need beside themselves, by id."""

    moves: dict[int, list[MoveRow]]
    statuses: dict[int, str]
    names: dict[int, str]
    asking: Collection[int]
    answering: Collection[int]
    today: date


def _build(found: QuerySet[Explanation], scope: Scope, today: date, moment: datetime | None) -> list[ExplanationRow]:
    asked = found if moment is None else found.filter(asked_at__lte=moment)
    rows = list(asked.select_related("target", "verdict"))
    units = {row.target.unit_id for row in rows}
    beside = _Beside(
        moves=_list_moves([row.pk for row in rows], moment),
        statuses=_list_statuses({row.target_id for row in rows}, moment),
        names=name_units(units),
        asking=() if moment else _units_for(units, scope, Act.DECIDE),
        answering=() if moment else _units_for(units, scope, Act.REVIEW),
        today=today,
    )
    return [_row(row, beside) for row in rows]


def _row(row: Explanation, beside: _Beside) -> ExplanationRow:
    target, verdict = row.target, row.verdict
    moves = tuple(beside.moves.get(row.pk, ()))
    state = find_state(one.move for one in moves)
    return ExplanationRow(
        id=row.pk,
        target_id=target.pk,
        number=target.number,
        target_name=target.name,
        unit_id=target.unit_id,
        unit_name=beside.names.get(target.unit_id, ""),
        lead=target.lead_name,
        year=target.year,
        period="" if verdict is None else verdict.period,
        asked_status=Status.UNCLASSIFIED if verdict is None else verdict.final or verdict.suggested,
        status=beside.statuses.get(target.pk, Status.UNCLASSIFIED),
        question=row.question,
        due_on=row.due_on,
        asked_at=row.asked_at,
        asked_by=row.asked_name,
        state=state,
        moves=moves,
        is_late=is_late(state, row.due_on, beside.today),
        may_ask=target.unit_id in beside.asking,
        may_answer=target.unit_id in beside.answering,
    )


def _list_moves(ids: Sequence[int], moment: datetime | None) -> dict[int, list[MoveRow]]:
    found: defaultdict[int, list[MoveRow]] = defaultdict(list)
    rows = ExplanationMove.objects.filter(explanation_id__in=ids).order_by("pk")
    if moment is not None:
        rows = rows.filter(at__lte=moment)
    for key, move, text, at, by in rows.values_list("explanation_id", "move", "text", "at", "by_name"):
        found[key].append(MoveRow(Move(move), text, at, by))
    return dict(found)


def _list_statuses(target_ids: Collection[int], moment: datetime | None) -> dict[int, str]:
    """The status that counts of each target, now or at the moment."""
    rows = in_force(Verdict.objects.filter(target_id__in=target_ids), moment).order_by("last_on", "pk")
    return {key: final or suggested for key, final, suggested in rows.values_list("target_id", "final", "suggested")}


def _units_for(units: Collection[int], scope: Scope, act: Act) -> frozenset[int]:
    rows = permitted(Target.objects.filter(unit_id__in=units), scope, act)
    return frozenset(rows.values_list("unit_id", flat=True).distinct())
