# SPDX-License-Identifier: Apache-2.0
"""A printed number and the interval of true values it stands for.

What is here: qualifiers and quantities. Not here: interval arithmetic (``interval``), parsing (``numbers``), ``units``.
"""

from __future__ import annotations

from decimal import Context, Decimal
from enum import StrEnum

from tiendo.kernel.interval import Interval
from tiendo.kernel.records import record

__all__ = ["HEDGE_REACH", "PUBLISHED_SLACK", "Interval", "Qualifier", "Quantity", "range_interval"]

#: A hedge ("hơn", "gần") moves at most this far from the printed figure; beyond it the writer would have
#: printed another round number; a round number reaches to the next one as round ("hơn 20" to 30). House rule, ADR 0003.
HEDGE_REACH = Decimal("0.1")

#: Percentage points by which percentages printed to two places in official tables miss the computed ones (they are
#: cut, and the rest is printed as the complement of the cut figure). For ``Interval.widened``; not for coarser prints.
#: Source: DOMAIN 4, seen in a national report: 98,6297 and 1,3703 printed as 98,62 and 1,38.
PUBLISHED_SLACK = Decimal("0.02")

_WIDE = Context(prec=120)
_HALF_ROUND = 5  # 95 and 3.500 are round too


class Qualifier(StrEnum):
    """How a printed number is hedged (GUIDE of the annotated texts, field ``approx``)."""

    EXACT = "exact"
    ABOUT = "about"  # khoảng, xấp xỉ, ước, tầm
    OVER = "over"  # hơn, trên
    UNDER = "under"  # gần, chưa đến, dưới
    AT_LEAST = "at_least"  # ít nhất, tối thiểu, từ … trở lên, ≥
    AT_MOST = "at_most"  # không quá, tối đa, ≤


@record
class Quantity:
    """A number as printed: its value, unit, the size of its last printed place, and its hedge.

    Attributes:
        value: in the stated unit; negative for a decrease.
        unit: as written, lower case, "tỉ" as "tỷ" ("tỷ đồng", "%", "hộ"); empty when none is stated.
        step: one unit in the last printed place, in the stated unit: 0.1 for "26,7"; 1 for "5.208"; 10000 for "23 vạn".
        qualifier: the hedge next to the number.
    """

    value: Decimal
    unit: str
    step: Decimal = Decimal(1)
    qualifier: Qualifier = Qualifier.EXACT

    def interval(self, *, is_counted: bool = False) -> Interval:
        """The true values that the print can stand for: offices round and cut (DESIGN 4.5), hedges widen one side.

        A hedge speaks of the size of the number: a decrease of "hơn 5%" is −5 and lies below it.

        Args:
            is_counted: the number counts whole things and is printed to the last one, so unhedged it is what it says.

        Returns:
            The widest reading. "hơn 96" leaves 96 itself out, "ít nhất 96" has it in.
        """
        share, place = self._share(), self._round_place()
        reach = share if self.qualifier is Qualifier.ABOUT else max(share, place)
        return self._interval(max(reach, self.step), is_counted)

    def usual_interval(self, *, is_counted: bool = False) -> Interval:
        """The true values for which a careful writer prints this: a hedge stays within the next round number.

        "hơn 96" ends at 97, "gần 9.700" begins at 9.600, "ước 1.390,9" is true to 0,1. What lies outside, yet inside
        ``interval``, is unusual and not wrong. Without a hedge the two are the same.
        """
        reach = min(self._share(), self._round_place())
        return self._interval(max(reach, self.step), is_counted)

    def _share(self) -> Decimal:
        return _WIDE.multiply(self.value.copy_abs(), HEDGE_REACH)

    def _round_place(self) -> Decimal:
        """Distance to the next number that is as round: 100 for 9.700, 5 for 95, 0.1 for 26,7."""
        count = int(_WIDE.divide(self.value.copy_abs(), self.step))
        place = self.step
        while count and count % 10 == 0:
            count //= 10
            place = _WIDE.multiply(place, Decimal(10))
        return _WIDE.multiply(place, Decimal(_HALF_ROUND)) if count % 10 == _HALF_ROUND else place

    def _interval(self, reach: Decimal, is_counted: bool) -> Interval:
        if self.qualifier is Qualifier.EXACT:
            if is_counted:
                return Interval.exactly(self.value)
            if not self.value:  # nothing tells from which side a printed zero was cut
                return Interval(-self.step, self.step, is_low_open=True, is_high_open=True)
        size = self._size(reach)
        return size if self.value >= 0 else -size

    def _size(self, reach: Decimal) -> Interval:
        """The interval of the magnitude."""
        value = self.value.copy_abs()
        below, above = _WIDE.subtract(value, reach), _WIDE.add(value, reach)
        match self.qualifier:
            case Qualifier.AT_LEAST:
                return Interval(value, None)
            case Qualifier.AT_MOST:
                return Interval(None, value)
            case Qualifier.OVER:
                return Interval(value, above, is_low_open=True)
            case Qualifier.UNDER:
                return Interval(below, value, is_high_open=True)
            case Qualifier.ABOUT:
                return Interval(below, above)
            case Qualifier.EXACT:
                # rounded: from half a place below; cut: up to, but not with, a whole place above
                half = _WIDE.divide(self.step, Decimal(2))
                return Interval(_WIDE.subtract(value, half), _WIDE.add(value, self.step), is_high_open=True)


def range_interval(low: Quantity, high: Quantity) -> Interval:
    """The true values that a printed range stands for: "11,5 - 12,4%", "từ 10 đến 12 đảng viên".

    Args:
        low: the first number of the range, ``high`` the second, in the same unit; their order does not matter.
    """
    return low.interval().hull(high.interval())
