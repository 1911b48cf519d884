# SPDX-License-Identifier: Apache-2.0
"""What the figures of parts come to: a sum with its range, a quotient of two sums, never a mean of percentages. Pure.

Not here: which units are the parts, whether all of them have a figure (``queries.parts``), words for the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tiendo.formula import Calculation, Known, Name, Nothing, Sign, Value, compute
from tiendo.kernel.interval import Interval
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import Dimension, find_unit
from tiendo.server.figures.data import FigureStatus, Hindrance, IndicatorRow, Nature, RollUp
from tiendo.server.figures.rules.values import Values, hedge_of, to_exact, to_known, weakest

_ONE = Decimal(1)
_TOP, _BOTTOM = Name("top"), Name("bottom")
_QUOTIENT = Calculation(Sign.OVER, _TOP, _BOTTOM)


@dataclass(frozen=True, slots=True)
class Held:
    """A figure in force, as much of it as adding needs.

    Attributes:
        id: of its row; 0 when it is itself a sum.
    """

    id: int
    status: FigureStatus
    values: Values


@dataclass(frozen=True, slots=True)
class Total:
    """What parts come to, in the unit of the indicator.

    Attributes:
        value: with the range that the hedges of the parts leave.
        printed: every value that the prints of the parts allow, each rounded or cut to its last place.
        values: as a figure is kept, so that a sum can be a part of another sum.
        status: an estimate among the parts makes an estimate.
    """

    value: Value
    printed: Interval
    values: Values
    status: FigureStatus


def add_up(parts: Sequence[Held], meant: IndicatorRow) -> Total | Hindrance:
    """The sum of the parts, or of a ratio Σ numerator / Σ denominator.

    Args:
        parts: all of them, none missing; an indicator that is met or not gives the number of parts that met it.
    """
    if meant.roll_up is RollUp.NONE and meant.nature is not Nature.YES_NO:
        return Hindrance.NOT_ADDITIVE
    return add_values(parts, meant)


def add_values(parts: Sequence[Held], meant: IndicatorRow) -> Total | Hindrance:
    """``add_up`` whatever the pack says of units: months make a year also of what is not added over units."""
    if not parts:
        return Hindrance.MISSING
    if meant.nature is Nature.RATIO:
        return _divide_sums(parts, meant)
    known = [to_known(part.values, meant.measure) for part in parts]
    values = [one.value for one in known if one is not None]
    if len(values) < len(parts):
        return Hindrance.UNITS
    total = _sum(values)
    step = max((part.values.step or _ONE for part in parts), default=_ONE)
    kept = Values(value=to_exact(total.point), step=step, qualifier=hedge_of(total).value)
    printed = _add_ranges([printed_range(part.values, meant.measure) for part in parts])
    return Total(total, printed, _with_upper(kept, total), _status_of(parts))


def _divide_sums(parts: Sequence[Held], meant: IndicatorRow) -> Total | Hindrance:
    first = parts[0].values
    tops, bottoms = [], []
    for part in parts:
        values = part.values
        if values.numerator is None or values.denominator is None:
            return Hindrance.BARE_RATIO
        hedge = Qualifier(values.qualifier)
        top = _rescale(Quantity(values.numerator, values.numerator_unit, _ONE, hedge), first.numerator_unit)
        bottom = _rescale(Quantity(values.denominator, values.denominator_unit), first.denominator_unit)
        if top is None or bottom is None:
            return Hindrance.UNITS
        tops.append(top)
        bottoms.append(bottom)
    top, bottom = _sum(tops), _sum(bottoms)
    given = {"top": Known(top, first.numerator_unit), "bottom": Known(bottom, first.denominator_unit)}
    share = compute(_QUOTIENT, lambda name: given[name.code], meant.measure)
    if isinstance(share, Nothing):
        return Hindrance.ZERO
    kept = Values(
        qualifier=hedge_of(top).value,
        numerator=to_exact(top.point),
        denominator=to_exact(bottom.point),
        numerator_unit=first.numerator_unit,
        denominator_unit=first.denominator_unit,
    )
    return Total(share, share.reach, kept, _status_of(parts))


def _rescale(quantity: Quantity, unit: str) -> Value | None:
    """The quantity with its range, in another unit that measures the same."""
    known = to_known(Values(quantity.value, None, quantity.step, quantity.qualifier.value), quantity.unit)
    if known is None or quantity.unit == unit:
        return None if known is None else known.value
    one, other = find_unit(quantity.unit), find_unit(unit)
    if one is None or other is None:
        return None
    factor = Fraction(one.scale) / Fraction(other.scale)
    return Value(known.value.point * factor, known.value.reach.scaled(to_exact(factor)))


def _sum(values: Sequence[Value]) -> Value:
    point = sum((value.point for value in values), Fraction())
    return Value(point, _add_ranges([value.reach for value in values]))


def _add_ranges(ranges: Sequence[Interval]) -> Interval:
    total = Interval.exactly(0)
    for one in ranges:
        total = total + one
    return total


def _with_upper(kept: Values, total: Value) -> Values:
    """A range among the parts (10–12) makes a range of the sum."""
    if kept.qualifier != Qualifier.AT_LEAST.value or total.reach.high is None:
        return kept
    return replace(kept, qualifier=Qualifier.EXACT.value, upper=total.reach.high)


def _status_of(parts: Sequence[Held]) -> FigureStatus:
    return weakest(part.status for part in parts)


def printed_range(values: Values, measure: str) -> Interval:
    """Every true value that the print allows; what is counted to the last one is what it says."""
    known = to_known(values, measure)
    if known is None:
        return Interval(None, None)
    if values.value is None or values.upper is not None:
        return known.value.reach
    unit, step = find_unit(measure), values.step or _ONE
    is_counted = unit is not None and unit.dimension is Dimension.COUNT and not unit.per and step == _ONE
    return Quantity(values.value, measure, step, Qualifier(values.qualifier)).interval(is_counted=is_counted)


def differ(reported: Values, total: Total, measure: str) -> bool:
    """Whether no true value fits both what was reported and the sum of the parts: 300 and 310 do not agree, "hơn 300"
    and 310 do, 26,7 and 26,68 do.
    """
    return not printed_range(reported, measure).overlaps(total.printed)
