# SPDX-License-Identifier: Apache-2.0
"""The list of a unit's figures, and the page that says where one of them comes from."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiendo.kernel.vietnamese import sort_key
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may
from tiendo.server.documents.queries import address_of
from tiendo.server.figures import queries
from tiendo.server.figures.data import (
    Deed,
    FigureRow,
    FigureWish,
    IndicatorRow,
    Nature,
    Provenance,
    SourceKind,
    SourceRef,
    Witness,
)
from tiendo.server.figures.views import words
from tiendo.server.figures.views.asking import read_as_of, read_page
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import name_units

_UNIT_BEHIND = re.compile(r"\d[^\d]*[^\W\d][^\d]*$")


@require_safe
@login_required
def show_list(request: HttpRequest) -> HttpResponse:
    """The figures of a unit that are in force, newest first; a fixed number of queries."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    units = _list_units(scope)
    unit_id = _choose(request.GET.get("unit", ""), units)
    asked = {name: request.GET.get(name, "") for name in ("period", "sector", "find")}
    context: dict[str, Any] = {"place": "figures", "units": units, "unit_id": unit_id, "asked": asked}
    if unit_id is not None:
        as_of = read_as_of(request.GET.get("as_of", ""))
        wish = FigureWish(**asked, page=read_page(request), as_of=as_of)
        found = queries.list_figures(unit_id, scope, wish)
        context |= {
            "unit_name": dict(units)[unit_id],
            "found": found,
            "as_of": as_of,
            "rows": [_line(row, indicator) for row, indicator in found.rows],
            "periods": queries.list_periods(unit_id, scope),
            "sectors": queries.list_sectors(),
        }
    return render(request, "figures/list.html", context)


@require_safe
@login_required
def show_restated(request: HttpRequest) -> HttpResponse:
    """The restatement register: what changed after it was reported, with the old and the new value and why."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    units = _list_units(scope)
    unit = request.GET.get("unit", "")
    unit_id = int(unit) if unit.isdecimal() and int(unit) in dict(units) else None
    found = queries.list_restated(scope, unit_id=unit_id, page=read_page(request))
    lines = [
        {
            "told": one,
            "name": words.name_of(one.indicator),
            "old": words.write_value(one.old, one.indicator),
            "new": words.write_value(one.new, one.indicator),
            "old_url": reverse("figure", args=[one.old.id]),
            "new_url": reverse("figure", args=[one.new.id]),
            "deed": words.DEEDS.get(one.new.deed, ""),
            "source": words.SOURCES[one.new.source.kind],
        }
        for one in found.rows
    ]
    context = {"place": "figures", "units": units, "unit_id": unit_id, "found": found, "rows": lines}
    return render(request, "figures/restated.html", context)


@require_safe
@login_required
def show_figure(request: HttpRequest, observation_id: int) -> HttpResponse:
    """Where a figure comes from, and every value before and after; for htmx only the panel."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    context = describe(queries.get_provenance(observation_id, scope), scope)
    is_part = request.headers.get("HX-Request") == "true"
    return render(request, "figures/panel.html" if is_part else "figures/figure.html", context)


def describe(told: Provenance, scope: Scope) -> dict[str, Any]:
    """What the templates of a figure show."""
    figure, indicator = told.figure, told.indicator
    return {
        "place": "figures",
        "told": told,
        "figure": figure,
        "name": words.name_of(indicator),
        "definition": words.definition_of(indicator),
        "value": words.write_value(figure, indicator),
        "number": words.number_of(figure, indicator),
        "state": words.STATUSES[figure.status],
        "sources": [_tell_source(one, indicator) for one in told.sources],
        "revisions": [
            words.to_revision(row, indicator, "" if row.id == figure.id else reverse("figure", args=[row.id]))
            for row in told.revisions
        ],
        "newer_url": _newer(told),
        "may_change": figure.is_current
        and figure.source.kind is not SourceKind.FORMULA
        and may(scope, Act.REVIEW, figure.unit_id),
        "can_correct": figure.value is not None and indicator.nature is not Nature.YES_NO,
    }


def _tell_source(one: Witness, indicator: IndicatorRow) -> dict[str, Any]:
    row, start = one.row, len(one.before)
    return {
        "told": one,
        "row": row,
        "name": one.document_title or words.SOURCES[row.source.kind],
        "made_from": _list_made_from(row),
        "kind": words.SOURCES[row.source.kind],
        "value": words.write_value(row, indicator),
        "quote": one.before + one.marked + one.after,
        "start": start if one.marked else 0,
        "end": start + len(one.marked) if one.marked else 0,
        "fit_sentence": _say_difference(row),
        "is_converted": _is_converted(row, indicator),
        "url": _address_of(row.source) if one.can_open else "",
    }


def _list_made_from(row: FigureRow) -> list[str]:
    """Addresses of the figures that a computed one was made from."""
    if row.source.kind is not SourceKind.FORMULA or not row.source.anchor:
        return []
    return [reverse("figure", args=[number]) for number in row.source.anchor["figures"]]


def _address_of(source: SourceRef) -> str:
    """The page of the document at the place of the figure."""
    return "" if source.document_id is None else address_of(source.document_id, source.anchor)


def _newer(told: Provenance) -> str:
    if told.figure.is_current or told.current_id is None:
        return ""
    return reverse("figure", args=[told.current_id])


def _say_difference(figure: FigureRow) -> str:
    """Why the figure is not the one in the quote; empty when it is."""
    if figure.deed is not Deed.CORRECT or not figure.source.printed:
        return ""
    told = {"printed": figure.source.printed, "reason": figure.note}
    return _("The document prints %(printed)s; it was corrected: %(reason)s") % told


def _is_converted(figure: FigureRow, indicator: IndicatorRow) -> bool:
    """Whether it was printed in another unit than it is kept in; a bare number in a table names no unit."""
    printed = figure.source.printed
    is_as_read = figure.deed is not Deed.CORRECT and figure.value is not None
    names_a_unit = _UNIT_BEHIND.search(printed) is not None  # "ước" and "hơn" stand before the number
    return names_a_unit and is_as_read and indicator.measure not in printed


def _line(row: FigureRow, indicator: IndicatorRow) -> dict[str, Any]:
    return {
        "row": row,
        "name": words.name_of(indicator),
        "group": words.group_of(indicator),
        "is_component": bool(indicator.part_of),
        "number": words.number_of(row, indicator),
        "hedge": words.hedge_of(row),
        "unit": words.unit_of(row, indicator),
        "state": words.STATUSES[row.status],
        "source": words.SOURCES[row.source.kind],
        "url": reverse("figure", args=[row.id]),
    }


def _list_units(scope: Scope) -> list[tuple[int, str]]:
    named = name_units(queries.list_units_with_figures(scope))
    return sorted(named.items(), key=lambda pair: sort_key(pair[1]))


def _choose(asked: str, units: list[tuple[int, str]]) -> int | None:
    """The unit that was asked for, else the first; one that the person may not see does not exist."""
    if not asked:
        return units[0][0] if units else None
    if not asked.isdecimal() or int(asked) not in dict(units):
        raise NotForYou
    return int(asked)
