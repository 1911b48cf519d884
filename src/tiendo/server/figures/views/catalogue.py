# SPDX-License-Identifier: Apache-2.0
"""The catalogue of indicators as lists of targets show it: groups I, II, III, components behind what they belong to."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tiendo.kernel.vietnamese import search_key
from tiendo.server.accounts.data import Scope
from tiendo.server.figures import queries
from tiendo.server.figures.data import IndicatorRow, Nature, OverTime, RollUp
from tiendo.server.figures.views import words
from tiendo.server.support.refusals import NotForYou

_NATURES = {
    Nature.FLOW: _("flow"),
    Nature.STOCK: _("at the end of the period"),
    Nature.RATIO: _("ratio"),
    Nature.YES_NO: _("met or not"),
}
_ROLL_UPS = {
    RollUp.SUM: _("sum of the parts"),
    RollUp.RATIO: _("sum of numerators over sum of denominators"),
    RollUp.NONE: _("not added over units"),
}
_TIMES = {
    OverTime.SUM: _("sum of the months"),
    OverTime.END: _("value at the end"),
    OverTime.SUM_OVER_END: _("sum of the months over the value at the end"),
    OverTime.NONE: _("not told from shorter periods"),
}


@require_safe
@login_required
def show_indicators(request: HttpRequest) -> HttpResponse:
    """Every indicator of the packs with how it adds up; from a unit each leads to its series."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    units = queries.list_units_with_figures(scope)
    if not scope.roles:
        raise NotForYou
    asked, find = request.GET.get("unit", ""), request.GET.get("find", "")
    unit_id = int(asked) if asked.isdecimal() and int(asked) in units else None
    rows = [row for row in queries.list_indicators() if row.pack and _fits(row, find)]
    context = {"place": "figures", "unit_id": unit_id, "find": find, "total": len(rows), "packs": _group(rows)}
    return render(request, "figures/indicators.html", context)


def _fits(row: IndicatorRow, find: str) -> bool:
    names = search_key(" | ".join((row.name_vi, row.name_en, *row.aliases)))
    return all(word in names for word in search_key(find).split())


def _group(rows: list[IndicatorRow]) -> list[dict[str, Any]]:
    """By pack, then by heading, in the order of the pack."""
    titles, told = queries.name_packs(), []
    for pack, inside in groupby(rows, key=lambda row: row.pack):
        groups = [
            {"name": group, "rows": [_tell(row) for row in below]}
            for group, below in groupby(inside, key=words.group_of)
        ]
        told.append({"code": pack, "title": titles.get(pack, pack), "groups": groups})
    return told


def _tell(row: IndicatorRow) -> dict[str, Any]:
    return {
        "row": row,
        "name": words.name_of(row),
        "definition": words.definition_of(row),
        "nature": _NATURES[row.nature],
        "roll_up": _ROLL_UPS[row.roll_up],
        "over_time": _TIMES[row.over_time],
    }
