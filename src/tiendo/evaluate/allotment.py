# SPDX-License-Identifier: Apache-2.0
"""Allotment (phân bổ): the plan of a unit against the plans of the units below it for the same thing and time.

What is here: adding amounts up, holding ratios beside the parent's, who has none yet. Not here: words (``sentences``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tiendo.evaluate.data import RuleKind
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import Dimension, UnitError, convert, find_unit

_CEILINGS = frozenset({RuleKind.AT_MOST, RuleKind.LESS_THAN, RuleKind.ZERO})
_ADDED = frozenset({RuleKind.AT_LEAST, RuleKind.MORE_THAN, RuleKind.AT_MOST, RuleKind.LESS_THAN})


class AllotmentState(StrEnum):
    """How the plans of the units below stand to that of the unit above."""

    EVEN = "even"  # their sum is the plan
    OVER = "over"
    SHORT = "short"
    SET_APART = "set_apart"  # ratios: not added, each held beside the parent's
    NO_PLAN = "no_plan"  # the unit above has none


@dataclass(frozen=True, slots=True)
class AllottedPlan:
    """The plan of one unit below; None where it has none."""

    unit: str
    value: Quantity | None = None


@dataclass(frozen=True, slots=True)
class AllottedRow:
    """One unit below beside the parent.

    Attributes:
        value: in the unit of measure of the parent's plan; None where it has none, or measures something else.
        share: of the parent's plan, for amounts.
        difference: from the parent's plan, for ratios; positive is higher.
        is_as_strict: a ratio that asks at least as much as the parent's.
    """

    unit: str
    value: Fraction | None
    share: Fraction | None = None
    difference: Fraction | None = None
    is_as_strict: bool | None = None


@dataclass(frozen=True, slots=True)
class Allotment:
    """A plan and what was made of it below.

    Attributes:
        total: of the rows that have a plan; None for ratios.
        rest: the plan less the total: positive is not allotted yet, negative is more than the plan.
        missing: units without a plan.
        is_ceiling: less is better, so that a sum above the plan is too much.
    """

    state: AllotmentState
    plan: Quantity | None
    rows: tuple[AllottedRow, ...]
    total: Fraction | None = None
    rest: Fraction | None = None
    missing: tuple[str, ...] = ()
    is_ceiling: bool = False

    @property
    def has_gap(self) -> bool:
        """Whether the plans below do not reach that above: too little, too much under a ceiling, or a laxer ratio."""
        if self.state is AllotmentState.SET_APART:
            return any(row.is_as_strict is False for row in self.rows)
        return self.state is (AllotmentState.OVER if self.is_ceiling else AllotmentState.SHORT)


def allot(plan: Quantity | None, rule: RuleKind, below: Sequence[AllottedPlan], *, is_summed: bool = True) -> Allotment:
    """Holds the plans below against the plan above.

    Amounts are added; the sum meets the plan, falls short or goes beyond it. Ratios, ranges and changes are never
    added: each is shown against the parent's.

    Args:
        plan: of the unit above.
        is_summed: False for an indicator whose figures of units do not add up.
    """
    values = [None if plan is None or one.value is None else _in(one.value, plan.unit) for one in below]
    missing = tuple(one.unit for one, value in zip(below, values, strict=True) if value is None)
    is_ceiling = rule in _CEILINGS
    if plan is None:
        bare = tuple(AllottedRow(one.unit, None if one.value is None else Fraction(one.value.value)) for one in below)
        without = tuple(one.unit for one in below if one.value is None)
        return Allotment(AllotmentState.NO_PLAN, None, bare, missing=without, is_ceiling=is_ceiling)
    goal = Fraction(plan.value)
    if not is_summed or rule not in _ADDED or _is_ratio(plan.unit):
        apart = tuple(_set_apart(one.unit, value, goal, rule) for one, value in zip(below, values, strict=True))
        return Allotment(AllotmentState.SET_APART, plan, apart, missing=missing, is_ceiling=is_ceiling)
    total = sum((value for value in values if value is not None), Fraction(0))
    rows = tuple(
        AllottedRow(one.unit, value, None if value is None or not goal else value / goal)
        for one, value in zip(below, values, strict=True)
    )
    state = AllotmentState.EVEN
    if total != goal:
        state = AllotmentState.OVER if total > goal else AllotmentState.SHORT
    return Allotment(state, plan, rows, total, goal - total, missing, is_ceiling)


def _set_apart(unit: str, value: Fraction | None, goal: Fraction, rule: RuleKind) -> AllottedRow:
    if value is None:
        return AllottedRow(unit, None)
    is_as_strict = value <= goal if rule in _CEILINGS else value >= goal
    return AllottedRow(unit, value, difference=value - goal, is_as_strict=is_as_strict)


def _in(quantity: Quantity, unit: str) -> Fraction | None:
    try:
        return Fraction(quantity.value if quantity.unit == unit else convert(quantity, unit).value)
    except UnitError:
        return None


def _is_ratio(unit: str) -> bool:
    found = find_unit(unit)
    return found is None or found.dimension in (Dimension.RATIO, Dimension.POINT) or bool(found.per)
