# SPDX-License-Identifier: Apache-2.0
"""Quotients that are never rounded before they are compared, and the reach of hedged figures.

What is here: ``Decimal`` figures → exact fractions → printed decimals. Not here: what is compared with what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from tiendo.kernel.interval import Interval
from tiendo.kernel.numbers import round_half_up
from tiendo.kernel.quantity import Qualifier, Quantity

#: More digits than two figures of 28 digits need to tell a half from what is near it.
_WIDE = Context(prec=120)
_HUNDRED = 100

#: A hedge as it reads when the number counts the other way: what is left of "hơn 30" is "gần".
_OPPOSITE = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
}


def opposite(hedge: Qualifier) -> Qualifier:
    """The hedge of a result that falls when the hedged number rises."""
    return _OPPOSITE.get(hedge, hedge)


def to_decimal(value: Fraction, decimals: int | None = None) -> Decimal:
    """The fraction as a decimal number: rounded half up to so many decimals, or to 120 digits."""
    quotient = _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
    return quotient if decimals is None else round_half_up(quotient, decimals)


def to_percent(value: Fraction) -> Decimal:
    """A share as a percentage."""
    return to_decimal(value * _HUNDRED)


@dataclass(frozen=True, slots=True)
class Reach:
    """The true values that a figure can have; ``None`` is without bound."""

    low: Fraction | None
    high: Fraction | None
    is_low_open: bool = False
    is_high_open: bool = False

    @staticmethod
    def exactly(value: Fraction) -> Reach:
        """The one value."""
        return Reach(value, value)

    @staticmethod
    def of(interval: Interval) -> Reach:
        """The same values."""
        low, high = (None if end is None else Fraction(end) for end in (interval.low, interval.high))
        return Reach(low, high, interval.is_low_open, interval.is_high_open)

    def combined(self, other: Reach, operate: Callable[[Fraction, Fraction], Fraction]) -> Reach:
        """The results for a value of each; without bound when one of them is.

        Args:
            operate: rises or falls all the way in each of its two numbers.
        """
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return Reach(None, None)
        ones = {(self.low, self.is_low_open), (self.high, self.is_high_open)}  # one end, when it is one value
        others = {(other.low, other.is_low_open), (other.high, other.is_high_open)}
        corners = [(operate(a, b), a_open or b_open) for a, a_open in ones for b, b_open in others]
        low, high = min(corners)[0], max(corners)[0]
        return Reach(low, high, _is_left_out(low, corners), _is_left_out(high, corners))

    def mapped(self, slope: Fraction, shift: Fraction) -> Reach:
        """Every value times the slope plus the shift; a negative slope turns the ends around.

        Args:
            slope: not zero.
        """
        low, high = (None if end is None else end * slope + shift for end in (self.low, self.high))
        if slope > 0:
            return Reach(low, high, self.is_low_open, self.is_high_open)
        return Reach(high, low, self.is_high_open, self.is_low_open)


def _is_left_out(end: Fraction, corners: Sequence[tuple[Fraction, bool]]) -> bool:
    """Whether an end is no result itself: one corner gives it, and that corner is open."""
    return [is_open for value, is_open in corners if value == end] == [True]


def values_of(quantity: Quantity) -> Interval:
    """The true values of a figure that somebody enters as a result.

    Unhedged it is what it says: a result of 22.700 against a plan of 22.700 is a tie, not a doubt. Hedged it is as far
    as the hedge reaches; an estimate ("ước 2.069") stays within its last printed place.

    Source: house rule, ADR 0003 and ADR 0004.
    """
    if quantity.qualifier is Qualifier.EXACT:
        return Interval.exactly(quantity.value)
    if quantity.qualifier is Qualifier.ABOUT:
        return quantity.usual_interval()
    return quantity.interval()
