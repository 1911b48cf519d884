# SPDX-License-Identifier: Apache-2.0
"""Quarters and years that the months of a series make. Not here: adding (``rules.timing``)."""

from __future__ import annotations

from collections.abc import Iterable

from tiendo.kernel.period import Period
from tiendo.lineage import Quality
from tiendo.server.figures.data import Growth, IndicatorRow, MappedPoint, Series, SpanTotal, Standard, Whole
from tiendo.server.figures.rules import find_change, grow, list_spans

_MOST = 12


def read_spans(series: Series, wholes: Iterable[Whole] = ()) -> list[SpanTotal]:
    """What the periods of a series make of longer ones, newest first.

    Args:
        wholes: what the parts of the unit come to; used for what it did not report itself.
    """
    return list_spans(list_points(series, wholes), series.indicator, _MOST)


def read_growth(series: Series, wholes: Iterable[Whole] = ()) -> tuple[list[Growth | None], dict[Period, Growth]]:
    """The change of each point on the same period of the year before, and that of what the parts come to."""
    sums = [_as_point(whole) for whole in wholes]
    grown = zip(sums, grow(sums, series.indicator), strict=True)
    of_sums = {point.period: growth for point, growth in grown if growth is not None}
    return grow(series.points, series.indicator), of_sums


def list_points(series: Series, wholes: Iterable[Whole]) -> list[MappedPoint]:
    """The points of a series; where the unit reported nothing itself what its parts come to, never a mix of both."""
    if any(point.value is not None for point in series.points):
        return list(series.points)
    return [_as_point(whole) for whole in wholes]


def _as_point(whole: Whole) -> MappedPoint:
    return MappedPoint(
        whole.period,
        (),
        whole.value,
        Quality.EXACT,
        qualifier=whole.qualifier,
        status=whole.status,
        numerator=whole.numerator,
        denominator=whole.denominator,
    )


def find_standard_change(meant: IndicatorRow, one: Period, other: Period) -> tuple[Standard | None, Standard] | None:
    """The standards of an earlier and a later period when they are not the same: the two cannot be compared then."""
    return find_change(meant.standards, one, other)
