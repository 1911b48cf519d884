# SPDX-License-Identifier: Apache-2.0
"""A series as a picture: one bar a period, hatched where it was estimated, a line where other units stand behind it.

What is here: which points are drawn. Not here: drawing (``support/chart.js``), all points as rows (``series``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from django.utils.translation import gettext as _

from tiendo.kernel.period import Period, PeriodKind
from tiendo.kernel.period_codes import format_short
from tiendo.lineage import Quality
from tiendo.render import words as periods
from tiendo.server.figures.data import MappedPoint, Nature, Series, Whole
from tiendo.server.figures.queries import find_standard_change
from tiendo.server.figures.views import words
from tiendo.server.figures.views.spans import name_standard
from tiendo.server.support import charts, writing

Wholes = Mapping[tuple[date, date, str], Whole]
_NO_WHOLES: Wholes = MappingProxyType({})
_FEWEST = 2  # points that make a picture
_YEAR, _QUARTER = 12, 3


def draw_series(series: Series, wholes: Wholes = _NO_WHOLES) -> charts.Chart | None:
    """The picture; None where it would show too little.

    Args:
        wholes: what the parts come to, drawn as a line over what the unit itself reported.
    """
    points = pick_points(series, wholes)
    sums = [_sum_of(point, wholes) for point in points]
    found = sum(point.value is not None or whole is not None for point, whole in zip(points, sums, strict=True))
    if found < _FEWEST or series.indicator.nature is Nature.YES_NO:
        return None
    shown = [number for number, point in enumerate(points) if point.value is not None]
    told = [number for number in range(len(points)) if points[number].value is not None or sums[number] is not None]
    breaks = _list_breaks(points, told, series)
    estimated = [number for number in shown if points[number].quality is Quality.ESTIMATED]
    name = words.name_of(series.indicator)
    own, added = charts.Series(name, [point.value for point in points], restated=estimated), _draw_sums(sums, breaks)
    return charts.Chart(
        labels=[_label(point.period) for point in points],
        sentence=_("%(name)s of %(unit)s, period by period") % {"name": name, "unit": series.unit.name},
        unit=series.indicator.measure,
        decimals=series.indicator.decimals,
        bars=own if shown or added is None else added,
        line=added if shown else None,
        breaks=breaks,
    )


def _list_breaks(points: Sequence[MappedPoint], told: Sequence[int], series: Series) -> list[charts.Break]:
    """Where figures on both sides are not the same thing: another standard, or other units behind them."""
    breaks = []
    for before, after in pairwise(told):
        change = find_standard_change(series.indicator, points[before].period, points[after].period)
        units = _units_of(points[before]), _units_of(points[after])
        if change is not None:
            breaks.append(charts.Break(after - 1, name_standard(change[1]), _("the standard changes here")))
        elif all(units) and units[0] != units[1]:
            day = writing.write_day(points[after].period.first_on)
            breaks.append(charts.Break(before, day, _("the units behind it change here")))
    return breaks


def _draw_sums(sums: Sequence[Decimal | None], breaks: Sequence[charts.Break]) -> charts.Series | None:
    marks = [number for number, value in enumerate(sums) if value is not None]
    cuts = [one.after for one in breaks]
    return charts.Series(_("sum of the parts"), sums, marks=marks, cuts=cuts) if marks else None


def _sum_of(point: MappedPoint, wholes: Wholes) -> Decimal | None:
    whole = wholes.get((point.period.first_on, point.period.last_on, point.period.regime.code))
    return None if whole is None else whole.value


def pick_points(series: Series, wholes: Wholes = _NO_WHOLES) -> list[MappedPoint]:
    """One point a period, the one with a value where there are several; of a flow only periods that can stand side by
    side: a month beside nine months would look like a fall. Gaps at both ends are left out.
    """
    best: dict[tuple[date, date], MappedPoint] = {}
    here = {(point.period.first_on, point.period.last_on, point.period.regime.code) for point in series.points}
    alone = [MappedPoint(whole.period, (), None, Quality.EXACT) for key, whole in wholes.items() if key not in here]
    for point in (*series.points, *alone):
        key = point.period.last_on, point.period.first_on
        if key not in best or best[key].value is None:
            best[key] = point
    points = [best[key] for key in sorted(best)]
    if series.indicator.nature is Nature.FLOW:
        points = _keep_alike(points)
    valued = [
        number for number, point in enumerate(points) if point.value is not None or _sum_of(point, wholes) is not None
    ]
    return points[valued[0] : valued[-1] + 1] if valued else []


def _keep_alike(points: Sequence[MappedPoint]) -> list[MappedPoint]:
    """The largest family of periods; of two as large the one of shorter periods."""
    families = [[one for one in points if belongs(one.period)] for belongs in _FAMILIES]
    return max(families, key=lambda family: sum(one.value is not None for one in family))


def _lasts(months: int) -> Callable[[Period], bool]:
    return lambda period: period.months is not None and period.months[1] - period.months[0] + 1 == months


def _is_from_january(period: Period) -> bool:
    if period.months is None:
        return False
    first, last = period.months
    return first % _YEAR == 0 and first // _YEAR == last // _YEAR


_FAMILIES = (_lasts(1), _lasts(_QUARTER), _is_from_january, _lasts(_YEAR))


def _units_of(point: MappedPoint) -> set[int]:
    return {figure.unit_id for figure in point.figures}


def _label(period: Period) -> str:
    """As short as an axis needs it."""
    if period.kind is PeriodKind.MONTH and period.months is not None:
        year, month = divmod(period.months[0], _YEAR)
        return _("M%(month)s/%(year)s") % {"month": month + 1, "year": year}
    return periods.period(format_short(period), writing.page_language())
