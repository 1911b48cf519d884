# SPDX-License-Identifier: Apache-2.0
"""Ranges of possible true values and their arithmetic, with open ends, rounded outward: nothing possible is lost.

What is here: plain interval arithmetic on ``Decimal``. Not here: what a printed number stands for (``quantity``).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from tiendo.kernel.records import record

_INFINITY = Decimal("Infinity")
_ZERO = Decimal(0)
# Sums and products of figures are exact within this many digits; quotients are rounded away from the interval.
_DOWN = Context(prec=120, rounding=ROUND_FLOOR, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
_UP = Context(prec=120, rounding=ROUND_CEILING, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])

#: An end: the value (infinite where there is no bound) and whether it is itself left out.
_End = tuple[Decimal, bool]


@record
class Interval:
    """A range of true values; ``None`` is without bound on that side.

    Attributes:
        is_low_open, is_high_open: the end itself is not a possible value: 26,7 may be cut from anything below 26,8.
    """

    low: Decimal | None
    high: Decimal | None
    is_low_open: bool = False
    is_high_open: bool = False

    @staticmethod
    def exactly(value: Decimal | int) -> Interval:
        """The one value."""
        return Interval(Decimal(value), Decimal(value))

    @property
    def is_empty(self) -> bool:
        """Whether there is no value in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.is_low_open or self.is_high_open))

    def contains(self, value: Decimal) -> bool:
        """Whether the value is a possible one."""
        return self.overlaps(Interval(value, value))

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: Interval) -> bool:
        """Whether every value of this one is smaller than every value of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.is_high_open or other.is_low_open))

    def intersection(self, other: Interval) -> Interval:
        """The values that lie in both; empty when there are none."""
        low, is_low_open = max(self._low_end(), other._low_end())
        high, is_high_open = min((self._high_end(), other._high_end()), key=lambda end: (end[0], not end[1]))
        return _from_ends((low, is_low_open), (high, is_high_open))

    def hull(self, other: Interval) -> Interval:
        """The least interval with all values of both, and what lies between them."""
        low, is_low_open = min(self._low_end(), other._low_end())
        high, is_high_open = max((self._high_end(), other._high_end()), key=lambda end: (end[0], not end[1]))
        return _from_ends((low, is_low_open), (high, is_high_open))

    def shifted(self, amount: Decimal) -> Interval:
        """Every value plus the amount."""
        return self + Interval.exactly(amount)

    def scaled(self, factor: Decimal) -> Interval:
        """Every value times the factor."""
        return self * Interval.exactly(factor)

    def widened(self, slack: Decimal) -> Interval:
        """The interval with so much more room on both sides; the new ends are possible values."""
        low = None if self.low is None else _DOWN.subtract(self.low, slack)
        high = None if self.high is None else _UP.add(self.high, slack)
        return Interval(low, high)

    def __neg__(self) -> Interval:
        low = None if self.high is None else self.high.copy_negate()
        high = None if self.low is None else self.low.copy_negate()
        return Interval(low, high, self.is_high_open, self.is_low_open)

    def __add__(self, other: Interval) -> Interval:
        """The sums of a value of each."""
        (a, a_open), (b, b_open) = self._low_end(), self._high_end()
        (c, c_open), (d, d_open) = other._low_end(), other._high_end()
        return _from_ends((_DOWN.add(a, c), a_open or c_open), (_UP.add(b, d), b_open or d_open))

    def __sub__(self, other: Interval) -> Interval:
        """The differences of a value of each."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """The products of a value of each."""
        return self._combine(other, _multiply)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients of a value of each; without bound where the divisor can come near zero.

        Raises:
            ZeroDivisionError: the divisor can be nothing but zero.
        """
        low, high = other._low_end(), other._high_end()
        if low[0] == 0 == high[0]:
            raise ZeroDivisionError("Số chia bằng 0 nên không tính được tỷ lệ; hãy kiểm tra số gốc.")
        if low[0] < 0 < high[0]:
            return Interval(None, None)
        if high[0] == 0:
            return -self / -other
        return self._combine(other, _divide)

    def _low_end(self) -> _End:
        return (_INFINITY.copy_negate(), True) if self.low is None else (self.low, self.is_low_open)

    def _high_end(self) -> _End:
        return (_INFINITY, True) if self.high is None else (self.high, self.is_high_open)

    def _combine(self, other: Interval, operate: Callable[[_End, _End, Context], _End]) -> Interval:
        """The least and the greatest result of the ends; at a tie the end that is possible wins."""
        pairs = [
            (one, two) for one in (self._low_end(), self._high_end()) for two in (other._low_end(), other._high_end())
        ]
        low = min(operate(one, two, _DOWN) for one, two in pairs)
        high = max((operate(one, two, _UP) for one, two in pairs), key=lambda end: (end[0], not end[1]))
        return _from_ends(low, high)


def _from_ends(low: _End, high: _End) -> Interval:
    has_low, has_high = low[0].is_finite(), high[0].is_finite()
    return Interval(
        low[0] if has_low else None, high[0] if has_high else None, has_low and low[1], has_high and high[1]
    )


def _multiply(one: _End, two: _End, context: Context) -> _End:
    (a, a_open), (b, b_open) = one, two
    if a == 0 or b == 0:  # zero times anything, also times "without bound"; possible when a zero is
        return _ZERO, not ((a == 0 and not a_open) or (b == 0 and not b_open))
    return context.multiply(a, b), a_open or b_open


def _divide(one: _End, two: _End, context: Context) -> _End:
    """A quotient of ends; a divisor of zero stands for positive values as near to zero as one likes."""
    (a, a_open), (b, b_open) = one, two
    if a == 0:
        return _ZERO, a_open
    if b == 0:
        return _INFINITY.copy_sign(a), True
    if b.is_infinite():
        return _ZERO, True
    return context.divide(a, b), a_open or b_open
