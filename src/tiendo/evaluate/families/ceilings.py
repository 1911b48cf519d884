# SPDX-License-Identifier: Apache-2.0
"""At most, less than, none at all: a ceiling is kept or passed. No percentage, only the margin.

What is here: the ceiling, also that of a range whose lower side is the better one. Not here: floors.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tiendo.evaluate.data import Nature, RuleKind, Status
from tiendo.evaluate.exact import opposite
from tiendo.evaluate.families.measuring import measure
from tiendo.evaluate.families.question import Judged, Question, expected_of
from tiendo.evaluate.ladder import Ladder, Rung
from tiendo.evaluate.verdict import Amount, Operation, Step
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import Dimension, find_unit

_POINTS = {"%": "điểm %", "‰": "điểm ‰"}


def judge_ceiling(question: Question) -> Judged:
    """A result against its ceiling.

    Source: DOMAIN 1.3: no percentage; met or not, and the margin.
    """
    bound = _bound_of(question)
    measured, steps = measure(question.figure, bound.unit)
    limit = Fraction(bound.value)
    ladder = build_ceiling(question, limit, is_open=question.kind is RuleKind.LESS_THAN)
    expected = expected_of(question, limit)
    if measured.value is None:
        return Judged(measured, ladder, expected=expected, steps=steps)
    margin = limit - measured.value
    if question.kind is not RuleKind.ZERO:
        steps = (
            *steps,
            margin_step(Amount.planned(bound), Amount(measured.value, measured.unit, measured.hedge, bool(steps))),
        )
    return Judged(measured, ladder, margin=margin, expected=expected, steps=steps)


def _bound_of(question: Question) -> Quantity:
    if question.kind is not RuleKind.ZERO:
        return question.get_value()
    given = question.plan.value or question.figure.quantity or question.figure.numerator
    return Quantity(Decimal(0), given.unit if given is not None else "")


def build_ceiling(question: Question, limit: Fraction, *, is_open: bool) -> Ladder:
    """The ladder of a ceiling.

    Before the end what adds up over time may not run ahead of its phasing, and is never done; a level that is kept is
    on track, and done where the scheme counts levels so.

    Args:
        is_open: the limit itself is too much ("dưới 4 %").
    """
    passed = Rung(limit, Status.NOT_ACHIEVED, is_strict=not is_open)
    if question.is_final:
        return Ladder(Status.ACHIEVED, (passed,))
    expected = expected_of(question, limit)
    due = limit if expected is None else expected
    behind = Rung(due, question.scheme.otherwise, is_strict=not (is_open and due == limit))
    if question.can_be_done and question.target.nature is not Nature.FLOW:
        if due <= limit:
            return Ladder(Status.ACHIEVED, (Rung(limit, question.scheme.otherwise, is_strict=not is_open),))
        return Ladder(Status.ACHIEVED, (Rung(limit, Status.ON_TRACK, is_strict=not is_open), behind))
    return Ladder(Status.ON_TRACK, (behind,))


def margin_step(bound: Amount, value: Amount) -> Step:
    """How much room is left under a bound; between percentages the difference is in points."""
    room = Amount(bound.value - value.value, difference_unit(bound.unit), opposite(value.hedge), is_computed=True)
    return Step(Operation.MINUS, (bound, value), room)


def difference_unit(unit: str) -> str:
    """The unit of a difference of two figures of the unit."""
    found = find_unit(unit)
    is_ratio = found is not None and found.dimension is Dimension.RATIO
    return _POINTS.get(unit, unit) if is_ratio else unit
