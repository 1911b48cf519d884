# SPDX-License-Identifier: Apache-2.0
"""By which standard a figure was counted, and when two figures cannot be compared because of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tiendo.kernel.period import Period
from tiendo.server.figures.data import Growth, IndicatorRow, MappedPoint, Nature, Standard

_HUNDRED = Decimal(100)


def find_standard(standards: Sequence[Standard], day: date) -> Standard | None:
    """The version that holds on a day."""
    for one in standards:
        is_begun = one.first_on is None or one.first_on <= day
        if is_begun and (one.last_on is None or day <= one.last_on):
            return one
    return None


def find_change(standards: Sequence[Standard], one: Period, other: Period) -> tuple[Standard | None, Standard] | None:
    """The versions of an earlier and of a later period when they are not the same; None when both can be compared.

    A figure belongs to the version that holds on the last day of its period. A January jump is then a change of the
    standard, not of life (DOMAIN 11).
    """
    earlier, later = sorted((one, other), key=lambda period: period.last_on)
    before, after = find_standard(standards, earlier.last_on), find_standard(standards, later.last_on)
    return None if after is None or before == after else (before, after)


def grow(points: Sequence[MappedPoint], meant: IndicatorRow) -> dict[Period, Growth]:
    """The change of each point on the same period of the year before, where there is one; of a ratio in its own unit.

    Across a change of the standard there is none, and the growth says which standards they are.
    """
    if meant.nature is Nature.YES_NO:
        return {}
    values = {point.period: point.value for point in points if point.value is not None}
    found = {}
    for period, value in values.items():
        before = period.same_period_last_year()
        base = values.get(before)
        if base is None:
            continue
        change = find_change(meant.standards, before, period)
        if change is not None:
            found[period] = Growth(None, change)
        elif meant.nature is Nature.RATIO:
            found[period] = Growth(value - base)
        elif base > 0:
            found[period] = Growth(value / base * _HUNDRED - _HUNDRED)
    return found
