# SPDX-License-Identifier: Apache-2.0
"""A unit against its parts in one period: what was reported, what the parts come to, and each part, worst first."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import require
from tiendo.server.figures import queries
from tiendo.server.figures.data import IndicatorRow, PartLine, PartsPage, Rank, Whole
from tiendo.server.figures.views import asking, wholes, words
from tiendo.server.figures.views.spans import tell_change
from tiendo.server.support import writing

_RANKS = {
    Rank.GAP: _("no figure first, then the farthest behind the whole"),
    Rank.GROWTH: _("no figure first, then the worst change on the same period"),
    Rank.VALUE: _("no figure first, then the greatest"),
}


@require_safe
@login_required
def show_parts(request: HttpRequest, unit_id: int, indicator: str) -> HttpResponse:
    """The page of one period; of the newest that has figures when none is asked for."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    require(scope, Act.VIEW, unit_id)
    as_of = asking.read_as_of(request.GET.get("as_of", ""))
    period = asking.read_period(request.GET.get("period", ""))
    page = queries.read_parts(unit_id, indicator, period, scope, as_of)
    day = request.GET.get("as_of", "") if as_of else ""
    return render(request, "figures/parts.html", {**_describe(page, day), "as_of": as_of})


def _describe(page: PartsPage, as_of: str) -> dict[str, Any]:
    meant, whole, figure = page.indicator, page.whole, page.figure
    names = {line.unit_id: line.name for line in page.lines}
    code = asking.write_period_code(page.period)
    return {
        "place": "figures",
        "page": page,
        "name": words.name_of(meant),
        "definition": words.definition_of(meant),
        "code": code,
        "periods": [(asking.write_period_code(one), one) for one in page.periods],
        "own": None if figure is None else words.write_value(figure, meant),
        "own_url": "" if figure is None else reverse("figure", args=[figure.id]),
        "whole": whole,
        "count": "" if whole is None else wholes.count_parts(whole),
        "sum": None if whole is None else wholes.write_whole(whole, meant),
        "sums": "" if whole is None else wholes.write_sums(whole),
        "difference": "" if whole is None else wholes.write_difference(whole, meant),
        "why_not": "" if whole is None else wholes.why_not(whole, meant, names),
        "no_growth": "" if page.standards is None else tell_change(page.standards),
        "ranked": _RANKS[page.rank],
        "has_growth": any(line.growth is not None for line in page.lines),
        "has_below": any(line.whole is not None for line in page.lines),
        "rows": [_tell(line, page, _address(line, page, code, as_of)) for line in page.lines],
    }


def _address(line: PartLine, page: PartsPage, code: str, as_of: str) -> str:
    """The same page of a part that has parts with figures."""
    if line.whole is None:
        return ""
    asked = {"period": code, **({"as_of": as_of} if as_of else {})}
    return f"{reverse('figures-parts', args=[line.unit_id, page.indicator.code])}?{urlencode(asked)}"


def _tell(line: PartLine, page: PartsPage, parts_url: str) -> dict[str, Any]:
    meant, figure, whole = page.indicator, line.figure, line.whole
    return {
        "line": line,
        "number": None if figure is None else words.number_of(figure, meant),
        "hedge": "" if figure is None else words.hedge_of(figure),
        "reason": "" if figure is None else figure.gap_reason,
        "url": "" if figure is None else reverse("figure", args=[figure.id]),
        "value": None if line.value is None else words.write_number(line.value, meant),
        "sum": None if whole is None else wholes.write_whole(whole, meant),
        "count": "" if whole is None else wholes.count_parts(whole),
        "at_odds": wholes.write_difference(whole, meant) if whole is not None and whole.is_at_odds else "",
        "parts_url": parts_url,
        "share": "" if line.share is None else writing.write_percent(line.share, 1),
        "is_ratio": line.gap is not None,
        "growth": "" if line.growth is None else writing.write_growth(line.growth, 1),
        "gap": "" if line.gap is None else wholes.write_change(line.gap, meant),
        "said": _say(line, meant, page.whole),
    }


def _say(line: PartLine, meant: IndicatorRow, whole: Whole | None) -> str:
    """What the bar says, for who does not see it."""
    if line.value is None:
        return gettext("no figure yet")
    told = {"value": f"{words.write_number(line.value, meant)} {meant.measure}", "share": ""}
    if line.share is not None and whole is not None:
        told["share"] = writing.write_percent(line.share, 1)
        return gettext("%(value)s, %(share)s of the whole") % told
    return told["value"]
