# SPDX-License-Identifier: Apache-2.0
"""A unit as a page: what it is, where it came from, what became of it. Units are public reference data."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiendo.lineage import Atlas, Event, Extent, Life, UnitVersion, tell_acts, trace_life
from tiendo.server.support.data import Column
from tiendo.server.support.refusals import NotForYou
from tiendo.server.support.writing import write_day
from tiendo.server.units.drawing import draw_life
from tiendo.server.units.queries import find_latest, get_atlas

_DAY = timedelta(days=1)


@require_safe
def show(request: HttpRequest, unit_id: int) -> HttpResponse:
    """The unit as it is today, or as it last was."""
    row = find_latest(unit_id)
    if row is None:
        raise NotForYou
    today = timezone.localdate()
    day = today if row.valid_to is None or row.valid_to > today else row.valid_to - _DAY
    atlas = get_atlas()
    unit = atlas.find_unit(str(unit_id), day)
    if unit is None:  # an office, or a unit that is yet to come
        raise NotForYou
    life = trace_life(atlas, unit, day, max([day, today, *atlas.days[-1:]]))
    return render(request, "units/unit.html", _describe(life, atlas, day))


def _describe(life: Life, atlas: Atlas, day: date) -> dict[str, Any]:
    unit = life.unit
    return {
        "place": "units",
        "unit": unit,
        "is_over": unit.valid_to is not None,
        "parent": atlas.find_parent(unit, day),
        "heirs": [heir for heir in life.heirs if heir.unit_id != unit.unit_id],
        "is_open": life.is_open,
        "drawing": draw_life(life),
        "columns": [
            Column(_("Day"), "name"),
            Column(_("From the unit")),
            Column(_("To the unit")),
            Column(_("Legal act")),
        ],
        "changes": [_list_change(event) for event in (*reversed(life.before), *life.after)],
    }


def _list_change(event: Event) -> list[Any]:
    target = _("abolished") if event.target is None else _link_to(event.target)
    acts = "; ".join(tell_acts([event.change]))
    return [write_day(event.change.on), _tell_source(event), target, acts or None]


def _tell_source(event: Event) -> Any:
    extents = {
        Extent.WHOLE: "",
        Extent.PART: _("a part"),
        Extent.REST: _("the rest"),
        Extent.MAIN: _("principal successor"),
    }
    extent = extents[event.change.extent]
    link = _link_to(event.source)
    return format_html("{} <small>{}</small>", link, extent) if extent else link


def _link_to(unit: UnitVersion) -> Any:
    return format_html('<a href="{}">{}</a> ({})', reverse("unit", args=[int(unit.unit_id)]), unit.name, unit.code)
