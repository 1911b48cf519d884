# SPDX-License-Identifier: Apache-2.0
"""Decreases and increases against a stated base: first the change, then the change as a share of the planned one.

What is here: per cent and points, both ways. Not here: growth on the same period, which is told and not judged.
"""

from __future__ import annotations

from fractions import Fraction

from tiendo.evaluate.data import Direction, Figure, Nature, RuleKind
from tiendo.evaluate.exact import Reach, opposite, values_of
from tiendo.evaluate.families.floors import hold_against_floor
from tiendo.evaluate.families.measuring import measure
from tiendo.evaluate.families.question import CannotJudgeError, Judged, Question
from tiendo.evaluate.families.ranges import hold_against_range
from tiendo.evaluate.verdict import Amount, Measured, Operation, Reason, Step
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity

_HUNDRED = 100
_FALLING = {RuleKind.REDUCE_BY_PERCENT, RuleKind.REDUCE_BY_POINTS}
_RELATIVE = {RuleKind.REDUCE_BY_PERCENT, RuleKind.INCREASE_BY_PERCENT}


def judge_change(question: Question) -> Judged:
    """A change against the planned change; a decrease counts as positive where a decrease is planned.

    Raises:
        CannotJudgeError: no plan, no base, a base of zero, a base of another length of time.

    Source: DOMAIN 1.3: achieved = (base − actual) / base, fulfilment = achieved / target.
    """
    measured, steps = _measure_change(question)
    if question.plan.upper is not None:
        return hold_against_range(question, measured, steps, Direction.UP)
    return hold_against_floor(question, measured, steps)


def _measure_change(question: Question) -> tuple[Measured, tuple[Step, ...]]:
    plan, figure, base = question.get_value(), question.figure, question.target.rule.base
    if figure.is_change:
        return measure(figure, plan.unit)
    if base is None or base.quantity is None:
        raise CannotJudgeError(Reason.BASE_MISSING)
    if question.target.nature is Nature.FLOW and not _is_as_long(base.period, figure.period):
        raise CannotJudgeError(Reason.BASE_OF_OTHER_LENGTH)
    if question.kind in _RELATIVE and base.quantity.value <= 0:
        raise CannotJudgeError(Reason.BASE_ZERO)
    return _compare(question, figure, base.quantity)


def _compare(question: Question, figure: Figure, start: Quantity) -> tuple[Measured, tuple[Step, ...]]:
    plan = question.get_value()
    level, steps = measure(figure, start.unit)

    def change(now: Fraction, before: Fraction) -> Fraction:
        fallen = before - now if question.kind in _FALLING else now - before
        return fallen * _HUNDRED / before if question.kind in _RELATIVE else fallen

    base, starts = Fraction(start.value), Reach.of(values_of(start))
    if start.qualifier is not Qualifier.EXACT:
        _refuse_zero(question, starts)
        reach, hedge = level.reach.combined(starts, change), Qualifier.ABOUT
    else:
        slope = change(base + 1, base) - change(base, base)
        reach = level.reach.mapped(slope, change(Fraction(0), base))
        hedge = opposite(level.hedge) if slope < 0 else level.hedge
    value = None if level.value is None else change(level.value, base)
    measured = Measured(value, reach, plan.unit, hedge)
    if value is None or level.value is None:
        return measured, steps
    before, after = Amount.of(start), Amount(level.value, level.unit, level.hedge, bool(steps))
    return measured, (*steps, _step(question.kind, before, after, Amount(value, plan.unit, hedge, is_computed=True)))


def _refuse_zero(question: Question, starts: Reach) -> None:
    """A base that can come down to zero gives no percentage."""
    if question.kind in _RELATIVE and (starts.low is None or starts.low <= 0):
        raise CannotJudgeError(Reason.BASE_ZERO)


def _step(kind: RuleKind, before: Amount, after: Amount, change: Amount) -> Step:
    match kind:
        case RuleKind.REDUCE_BY_PERCENT:
            return Step(Operation.DECREASE, (before, after), change)
        case RuleKind.INCREASE_BY_PERCENT:
            return Step(Operation.INCREASE, (before, after), change)
        case RuleKind.REDUCE_BY_POINTS:
            return Step(Operation.MINUS, (before, after), change)
        case _:
            return Step(Operation.MINUS, (after, before), change)


def _is_as_long(one: Period, other: Period) -> bool:
    """Whether amounts summed over the two can be compared; a leap day does not count."""
    if one.months is not None and other.months is not None:
        return one.months[1] - one.months[0] == other.months[1] - other.months[0]
    return abs(one.days - other.days) <= 1
