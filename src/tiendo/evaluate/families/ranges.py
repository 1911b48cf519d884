# SPDX-License-Identifier: Apache-2.0
"""Between two values, or about one: inside is achieved; outside is better only where the direction says so.

What is here: ranges, also those of changes. Not here: floors and ceilings, from which the open sides are taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tiendo.evaluate.data import Direction, Nature, RuleKind, Status
from tiendo.evaluate.families.ceilings import build_ceiling
from tiendo.evaluate.families.floors import share_step
from tiendo.evaluate.families.measuring import measure
from tiendo.evaluate.families.question import CannotJudgeError, Judged, Question, climb, expected_of
from tiendo.evaluate.ladder import Ladder, Rung
from tiendo.evaluate.verdict import Amount, Measured, Reason, Step


@dataclass(frozen=True, slots=True)
class Bounds:
    """The two ends of a range and the side that is better."""

    low: Fraction
    high: Fraction
    direction: Direction


def judge_range(question: Question) -> Judged:
    """A result against a range.

    Raises:
        CannotJudgeError: no plan, a figure of another form or unit.
    """
    plan = question.get_value()
    measured, steps = measure(question.figure, plan.unit)
    judged = hold_against_range(question, measured, steps, question.target.direction)
    return replace(judged, tolerance=_tolerance_of(question)) if question.kind is RuleKind.ABOUT else judged


def hold_against_range(question: Question, measured: Measured, steps: tuple[Step, ...], direction: Direction) -> Judged:
    """A measured value against the range of the plan."""
    bounds = _bounds_of(question, direction)
    ladder = _build(question, bounds)
    expected = expected_of(question, bounds.high if direction is Direction.DOWN else bounds.low)
    if measured.value is None:
        return Judged(measured, ladder, expected=expected, steps=steps)
    margin = _margin(measured.value, bounds)
    base = _base_of_share(question, measured.value, bounds)
    if base is None:
        inside = bounds.low <= measured.value <= bounds.high and direction is not Direction.DOWN
        return Judged(measured, ladder, Fraction(1) if inside else None, margin, expected, steps)
    share = share_step(measured, Amount(base, measured.unit), is_computed=bool(steps))
    return Judged(measured, ladder, measured.value / base, margin, expected, (*steps, share))


def _bounds_of(question: Question, direction: Direction) -> Bounds:
    plan = question.get_value()
    low = Fraction(plan.value)
    if question.kind is not RuleKind.ABOUT:
        if question.plan.upper is None:
            raise CannotJudgeError(Reason.PLAN_MISSING)
        return Bounds(low, Fraction(question.plan.upper.value), direction)
    room = _tolerance_of(question)
    return Bounds(low - room, low + room, direction)


def _tolerance_of(question: Question) -> Fraction:
    stated = question.target.rule.tolerance
    return Fraction(question.get_value().step * question.scheme.about_share if stated is None else stated)


def _build(question: Question, bounds: Bounds) -> Ladder:
    inside = Rung(bounds.low, Status.ACHIEVED)
    if bounds.direction is Direction.UP:
        beyond = Rung(bounds.high, Status.EXCEEDED, is_strict=True)
        return climb(question, bounds.low, (beyond, inside))
    if bounds.direction is Direction.DOWN:
        ceiling = build_ceiling(question, bounds.high, is_open=False)
        if ceiling.first is not Status.ACHIEVED:
            return ceiling
        return Ladder(Status.EXCEEDED, (inside, *ceiling.rungs))
    # what adds up over time can still run out of the range
    is_done = question.is_final or question.target.nature is not Nature.FLOW
    climbed = climb(question, bounds.low, (inside,) if is_done else ())
    return climbed.capped(bounds.high, Status.NOT_ACHIEVED if question.is_final else question.scheme.otherwise)


def _margin(value: Fraction, bounds: Bounds) -> Fraction:
    if bounds.direction is Direction.UP:
        return value - bounds.low
    if bounds.direction is Direction.DOWN:
        return bounds.high - value
    return min(value - bounds.low, bounds.high - value)


def _base_of_share(question: Question, value: Fraction, bounds: Bounds) -> Fraction | None:
    """What the result is a share of: the nearer end, or the value that it should be about; None inside a range.

    Source: DOMAIN 1.3. Where less is better a share of the plan misleads, and there is none.
    """
    if bounds.direction is Direction.DOWN:
        return None
    if question.kind is RuleKind.ABOUT:
        base = Fraction(question.get_value().value)
    elif value < bounds.low:
        base = bounds.low
    elif value > bounds.high:
        base = bounds.high
    else:
        return None
    return base if base > 0 else None
