# SPDX-License-Identifier: Apache-2.0
"""A series of one unit in three views: as reported, on today's map, on the map of a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tiendo.kernel.period import Period
from tiendo.lineage import Basis, Quality
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import require
from tiendo.server.figures import queries
from tiendo.server.figures.data import Growth, IndicatorRow, MappedPoint, Series, SeriesWish, Whole
from tiendo.server.figures.views import words
from tiendo.server.figures.views.asking import read_as_of, write_period_code
from tiendo.server.figures.views.picturing import Wholes, draw_series
from tiendo.server.figures.views.spans import tell_change, tell_components, tell_span, write_growth
from tiendo.server.figures.views.wholes import count_parts, write_difference, write_whole
from tiendo.server.support import writing
from tiendo.server.units.queries import name_units

_MOST_FIGURES = 24  # more are counted, not listed
_TODAY, _REPORTED = "today", "reported"
_BASES = {"population": (Basis.POPULATION,), "area": (Basis.AREA,), "households": (Basis.HOUSEHOLDS,)}


@require_safe
@login_required
def show_series(request: HttpRequest, unit_id: int, indicator: str) -> HttpResponse:
    """The series, its picture, and why each value may be trusted."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    require(scope, Act.VIEW, unit_id)
    asked = request.GET.get("map", "")
    basis = request.GET.get("basis", "")
    as_of = read_as_of(request.GET.get("as_of", ""))
    day = _read_map(asked, request.GET.get("map_on", ""))
    wish = SeriesWish(day, _BASES.get(basis, ()), as_of)
    series = queries.read_series(unit_id, indicator, scope, wish)
    wholes = {} if day else queries.read_wholes(unit_id, series.indicator, scope, as_of)
    components = queries.read_components(unit_id, series.indicator, scope, as_of)
    context = _describe(series, wish, basis, wholes)
    context["components"] = tell_components(components, series.indicator)
    return render(request, "figures/series.html", context)


def _read_map(asked: str, day: str) -> date | None:
    """The day of the map; None as reported, also where nothing sensible was asked."""
    if asked == _TODAY:
        return timezone.localdate()
    try:
        return None if asked == _REPORTED else date.fromisoformat(day)
    except ValueError:
        return None


def _describe(series: Series, wish: SeriesWish, basis: str, wholes: Wholes) -> dict[str, Any]:
    meant = series.indicator
    growth, grown_sums = queries.read_growth(series, wholes.values())
    has_growth = any(growth) or bool(grown_sums)
    names = name_units(
        unit for point in series.points for unit in (*point.shared_by, *(f.unit_id for f in point.figures))
    )
    return {
        "place": "figures",
        "series": series,
        "name": words.name_of(meant),
        "definition": words.definition_of(meant),
        "unit": series.unit,
        "on": series.on,
        "is_today": series.on == timezone.localdate(),
        "basis": basis if wish.bases else "",
        "as_of": wish.as_of,
        "has_wholes": bool(wholes),
        "has_growth": has_growth,
        "rows": _mark_changes(_list_rows(series, wholes, names, growth, grown_sums), meant),
        "chart": draw_series(series, wholes),
        "spans": [tell_span(span, meant) for span in queries.read_spans(series, wholes.values())],
        "standards": meant.standards,
        **_tell_whole_indicator(meant),
        "columns": 3 + has_growth + bool(wholes) + bool(series.on),
    }


def _tell_whole_indicator(meant: IndicatorRow) -> dict[str, Any]:
    """The indicator of which this one is a component."""
    whole = queries.find_indicator(meant.part_of) if meant.part_of else None
    return {"whole_of": whole, "whole_name": "" if whole is None else words.name_of(whole)}


def _mark_changes(rows: list[dict[str, Any]], meant: IndicatorRow) -> list[dict[str, Any]]:
    """Says after which row, newest first, older figures are counted by another standard."""
    for newer, older in pairwise(rows):
        change = queries.find_standard_change(meant, newer["period"], older["period"])
        newer["change"] = "" if change is None else tell_change(change)
    return rows


def _list_rows(
    series: Series,
    wholes: Wholes,
    names: dict[int, str],
    growth: Sequence[Growth | None],
    of_sums: Mapping[Period, Growth],
) -> list[dict[str, Any]]:
    """Newest first: each point, with what the parts come to; periods of which only parts have figures too."""
    left = dict(wholes)
    rows: list[dict[str, Any]] = []
    for point, change in zip(reversed(series.points), reversed(growth), strict=True):
        period = point.period
        whole = left.pop((period.first_on, period.last_on, period.regime.code), None)
        told = _tell_growth(of_sums.get(period) if point.value is None else change, series)
        rows.append({**_tell(point, series, names), **told, "whole": _tell_whole(whole, series)})
    for whole in left.values():
        told = _tell_growth(of_sums.get(whole.period), series)
        rows.append({"period": whole.period, "value": None, **told, "whole": _tell_whole(whole, series)})
    return sorted(rows, key=lambda row: (row["period"].last_on, row["period"].first_on), reverse=True)


def _tell_growth(change: Growth | None, series: Series) -> dict[str, str]:
    standards = None if change is None else change.standards
    return {
        "growth": write_growth(change, series.indicator),
        "no_growth": "" if standards is None else tell_change(standards),
    }


def _tell_whole(whole: Whole | None, series: Series) -> dict[str, Any] | None:
    """What the parts come to, beside what was reported."""
    if whole is None:
        return None
    asked = urlencode({"period": write_period_code(whole.period)})
    return {
        "sum": write_whole(whole, series.indicator),
        "count": count_parts(whole),
        "difference": write_difference(whole, series.indicator) if whole.difference else "",
        "is_at_odds": whole.is_at_odds,
        "url": f"{reverse('figures-parts', args=[series.unit.id, series.indicator.code])}?{asked}",
    }


def _tell(point: MappedPoint, series: Series, names: dict[int, str]) -> dict[str, Any]:
    meant, decimals = series.indicator, series.indicator.decimals
    is_english = (get_language() or "").startswith("en")
    shared = [names.get(unit, "") for unit in point.shared_by]
    alone = point.figures[0] if len(point.figures) == 1 else None
    is_own = alone is not None and alone.unit_id == series.unit.id and point.quality is Quality.EXACT
    sentence = point.sentence_en if is_english else point.sentence_vi
    return {
        "period": point.period,
        "value": None if point.value is None else words.write_number(point.value, meant),
        "hedge": "" if point.value is None else words.hedge(point.qualifier, point.status),
        "quality": point.quality.value if series.on else "",
        "sentence": "" if is_own else sentence,  # of a unit that is itself nothing is to be said
        "shared": ", ".join(filter(None, shared)),
        "shared_value": None
        if point.shared_value is None
        else writing.write_quantity(
            words.trim(point.shared_value), meant.measure, words.places(point.shared_value, decimals)
        ),
        "figures": [
            {
                "name": names.get(figure.unit_id, ""),
                "value": words.write_value(figure, meant),
                "url": reverse("figure", args=[figure.id]),
            }
            for figure in point.figures[:_MOST_FIGURES]
        ],
        "more": max(0, len(point.figures) - _MOST_FIGURES),
        "state": "" if alone is None else words.STATUSES[alone.status],
    }
