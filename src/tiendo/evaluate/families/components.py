# SPDX-License-Identifier: Apache-2.0
"""A target that is told by its components ("chỉ tiêu thành phần"): how many of those that count are met.

What is here: statuses of components → the number met, and the ladder for it. Not here: judging a component.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tiendo.evaluate.data import Status
from tiendo.evaluate.exact import Reach
from tiendo.evaluate.families.question import CannotJudgeError, Judged, Question
from tiendo.evaluate.ladder import Ladder, Rung
from tiendo.evaluate.verdict import COMPONENTS_UNIT, Amount, Measured, Operation, Reason, Step

MET = frozenset({Status.EXCEEDED, Status.ACHIEVED})
_HUNDRED = 100


def judge_components(question: Question) -> Judged:
    """The number of components that are met, against all that count, or against the number that the plan asks for.

    Before the end none may be lost yet: all met or on track is on track, all at least likely is likely. Else some that
    are met are partly completed. A component that nobody can judge yet is not met.

    Raises:
        CannotJudgeError: no component counts, or the figure is of another form.

    Source: DOMAIN 1.4 for "hoàn thành một phần"; the rest: house rule, ADR 0004.
    """
    statuses = question.figure.components
    if statuses is None:
        raise CannotJudgeError(Reason.WRONG_FORM)
    if not statuses:
        raise CannotJudgeError(Reason.NO_COMPONENTS)
    met, total = Fraction(sum(status in MET for status in statuses)), Fraction(len(statuses))
    plan = question.plan.value
    needed = total if plan is None else Fraction(plan.value)
    if needed <= 0:
        raise CannotJudgeError(Reason.PLAN_ZERO)
    share = Amount(met * _HUNDRED / total, "%", is_computed=True)
    step = Step(Operation.QUOTIENT, (Amount(met, COMPONENTS_UNIT), Amount(total, COMPONENTS_UNIT)), share)
    measured = Measured(met, Reach.exactly(met), COMPONENTS_UNIT)
    return Judged(measured, _build(question, statuses, needed), met / needed, met - needed, steps=(step,))


def _build(question: Question, statuses: Sequence[Status], needed: Fraction) -> Ladder:
    done = [Rung(needed, Status.ACHIEVED), Rung(needed, Status.EXCEEDED, is_strict=True)]
    partly = Rung(Fraction(0), Status.PARTIAL, is_strict=True)
    if question.is_final:
        return Ladder(Status.NOT_ACHIEVED, (partly, *done))
    kept = sum(status in MET or status is Status.ON_TRACK for status in statuses)
    if kept >= needed:
        return Ladder(Status.ON_TRACK, tuple(done))
    if kept + statuses.count(Status.LIKELY) >= needed:
        return Ladder(Status.LIKELY, tuple(done))
    return Ladder(question.scheme.otherwise, (partly, *done))
