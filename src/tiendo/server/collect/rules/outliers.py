# SPDX-License-Identifier: Apache-2.0
"""Whether a figure is unlike those before it. Exact: fractions, no float.

Source: Iglewicz and Hoaglin (1993): M = 0.6745 (x − median) / MAD; where the MAD is zero, (x − median) / (1.253314 ·
mean absolute deviation).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

_TO_SIGMA = Fraction(6745, 10_000)
_MEAN_TO_SIGMA = Fraction(1_253_314, 1_000_000)


def compute_median(values: Sequence[Fraction]) -> Fraction:
    """The middle one, or the mean of the two in the middle; of at least one value."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def compute_modified_z(value: Decimal, former: Sequence[Decimal]) -> Fraction | None:
    """How far a value lies from the median of the former ones; None when they are all the same."""
    known = [Fraction(one) for one in former]
    middle = compute_median(known)
    away = [abs(one - middle) for one in known]
    spread = compute_median(away)
    if spread:
        return _TO_SIGMA * (Fraction(value) - middle) / spread
    mean = sum(away, Fraction(0)) / len(away)
    return (Fraction(value) - middle) / (_MEAN_TO_SIGMA * mean) if mean else None


def compute_ratio(value: Decimal, former: Sequence[Decimal]) -> Fraction | None:
    """How many times the median of the former ones a value is; None when one of them is zero or the signs differ."""
    middle = compute_median([Fraction(one) for one in former])
    ratio = Fraction(value) / middle if middle else Fraction(0)
    return ratio if ratio > 0 else None
