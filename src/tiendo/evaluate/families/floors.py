# SPDX-License-Identifier: Apache-2.0
"""At least, more than, share of units: more is better, and the achievement is a share of the plan.

What is here: the floor, also for values that another family measured. Not here: ranges (``ranges``).
"""

from __future__ import annotations

from fractions import Fraction

from tiendo.evaluate.data import RuleKind, Status
from tiendo.evaluate.families.measuring import measure
from tiendo.evaluate.families.question import CannotJudgeError, Judged, Question, climb, expected_of
from tiendo.evaluate.ladder import Rung
from tiendo.evaluate.verdict import Amount, Measured, Operation, Reason, Step


def judge_floor(question: Question) -> Judged:
    """A result against its floor.

    Raises:
        CannotJudgeError: no plan, a plan of zero, a figure of another form or unit.
    """
    measured, steps = measure(question.figure, question.get_value().unit)
    return hold_against_floor(question, measured, steps)


def hold_against_floor(question: Question, measured: Measured, steps: tuple[Step, ...]) -> Judged:
    """A measured value against the planned one.

    "Vượt" is better than the plan, strictly. "Trên 98 %" has no value that only just satisfies it, so it is achieved,
    never exceeded.

    Raises:
        CannotJudgeError: no plan, or a plan of zero: no share can be taken of it.

    Source: DOMAIN 1.3 and 1.4.
    """
    plan = question.get_value()
    goal = Fraction(plan.value)
    if goal == 0:
        raise CannotJudgeError(Reason.PLAN_ZERO)
    if question.kind is RuleKind.MORE_THAN:
        done: tuple[Rung, ...] = (Rung(goal, Status.ACHIEVED, is_strict=True),)
    else:
        done = (Rung(goal, Status.EXCEEDED, is_strict=True), Rung(goal, Status.ACHIEVED))
    ladder, expected = climb(question, goal, done), expected_of(question, goal)
    if measured.value is None:
        return Judged(measured, ladder, expected=expected, steps=steps)
    margin = measured.value - goal
    if goal < 0:  # a share of less than nothing has no meaning
        return Judged(measured, ladder, margin=margin, expected=expected, steps=steps)
    share = share_step(measured, Amount.planned(plan), is_computed=bool(steps))
    return Judged(measured, ladder, measured.value / goal, margin, expected, (*steps, share))


def share_step(measured: Measured, plan: Amount, *, is_computed: bool) -> Step:
    """The measured value as a share of a planned one.

    Args:
        is_computed: the value is itself the result of a step.
    """
    value = measured.value or Fraction(0)
    result = Amount(value / plan.value * 100, "%", measured.hedge, is_computed=True)
    return Step(Operation.SHARE_OF_PLAN, (Amount(value, measured.unit, measured.hedge, is_computed), plan), result)
