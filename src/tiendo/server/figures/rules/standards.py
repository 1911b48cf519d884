# SPDX-License-Identifier: Apache-2.0
"""By which standard a figure was counted, and when two figures cannot be compared because of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def grow(points: Sequence[MappedPoint], meant: IndicatorRow) -> list[Growth | None]:
    """The change of each point on the same period of the year before, where there is one; of a ratio in its own unit.

    Across a change of the standard there is none, and the growth says which standards they are. Where a period has
    both a figure of the unit itself and a sum of others, like is compared with like.
    """
    if meant.nature is Nature.YES_NO:
        return [None] * len(points)
    values: dict[tuple[Period, bool], Decimal] = {}
    for point in points:
        if point.value is not None:
            values[point.period, _is_sum(point)] = point.value
    return [_grow_from(point, values, meant) for point in points]


def _is_sum(point: MappedPoint) -> bool:
    return len(point.figures) > 1


def _grow_from(point: MappedPoint, values: Mapping[tuple[Period, bool], Decimal], meant: IndicatorRow) -> Growth | None:
    before, is_sum = point.period.same_period_last_year(), _is_sum(point)
    base = values.get((before, is_sum), values.get((before, not is_sum)))
    if point.value is None or base is None:
        return None
    change = find_change(meant.standards, before, point.period)
    if change is not None:
        return Growth(None, change)
    if meant.nature is Nature.RATIO:
        return Growth(point.value - base)
    return Growth(point.value / base * _HUNDRED - _HUNDRED) if base > 0 else None
