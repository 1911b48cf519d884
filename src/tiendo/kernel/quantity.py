# SPDX-License-Identifier: Apache-2.0
"""A printed number and the interval of true values it stands for.

What is here: qualifiers, intervals, quantities. Not here: parsing of text (``numbers``) and units (``units``).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

#: A hedge ("hơn", "gần") moves at most this far from the printed figure; beyond it the writer would have
#: printed another round number. House rule, ADR 0003.
HEDGE_REACH = Decimal("0.1")


class Qualifier(StrEnum):
    """How a printed number is hedged (GUIDE of the annotated texts, field ``approx``)."""

    EXACT = "exact"
    ABOUT = "about"  # khoảng, xấp xỉ, ước, tầm
    OVER = "over"  # hơn, trên
    UNDER = "under"  # gần, chưa đến, dưới
    AT_LEAST = "at_least"  # ít nhất, tối thiểu, từ … trở lên, ≥
    AT_MOST = "at_most"  # không quá, tối đa, ≤


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of true values; ``None`` is open to infinity on that side."""

    low: Decimal | None
    high: Decimal | None

    def contains(self, value: Decimal) -> bool:
        """Whether the value is a possible one."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)


@dataclass(frozen=True, slots=True)
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

    def interval(self) -> Interval:
        """The true values that the print stands for: offices round and truncate (DESIGN 4.5), hedges widen one side."""
        value, step = self.value, self.step
        if self.qualifier is Qualifier.AT_LEAST:
            return Interval(value, None)
        if self.qualifier is Qualifier.AT_MOST:
            return Interval(None, value)
        reach = max(abs(value) * HEDGE_REACH, step)
        away, near = (reach, Decimal(0)) if value >= 0 else (Decimal(0), reach)
        if self.qualifier is Qualifier.OVER:
            return Interval(value - near, value + away)
        if self.qualifier is Qualifier.UNDER:
            return Interval(value - away, value + near)
        if self.qualifier is Qualifier.ABOUT:
            return Interval(value - reach, value + reach)
        half = step / 2
        # rounded: value ± half a step; truncated: up to one whole step away from zero
        return Interval(value - half, value + step) if value >= 0 else Interval(value - step, value + half)
