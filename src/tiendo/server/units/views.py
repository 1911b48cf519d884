# SPDX-License-Identifier: Apache-2.0
"""Units to find by name, and one as a page: where it came from, what became of it. Units are public reference data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

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
from tiendo.server.units.data import UnitLink, UnitNote, UnitRow
from tiendo.server.units.drawing import draw_life
from tiendo.server.units.queries import find_latest, get_atlas, list_children, list_top, name_units, search_units
from tiendo.server.units.signals import unit_links

_DAY = timedelta(days=1)
_MOST = 50  # more is no answer to a name
_LONGEST = 200


@require_safe
def show_list(request: HttpRequest) -> HttpResponse:
    """Units of a name, with or without marks, or of a code; without words those directly under the country."""
    words = request.GET.get("find", "").strip()[:_LONGEST]
    rows = search_units(words, limit=_MOST) if words else list_top(timezone.localdate())
    parents = name_units(row.parent_id for row in rows if row.parent_id is not None)
    context = {
        "place": "units",
        "words": words,
        "is_cut": len(rows) == _MOST and bool(words),
        "columns": [Column(_("Unit"), "name"), Column(_("Code")), Column(_("Under")), Column(_("In force"))],
        "rows": [_list_unit(row, parents) for row in rows],
    }
    return render(request, "units/list.html", context)


def _list_unit(row: UnitRow, parents: dict[int, str]) -> list[Any]:
    link = format_html('<a href="{}">{}</a>', reverse("unit", args=[row.id]), row.name)
    if row.valid_to is not None:
        told = _("until %(day)s") % {"day": write_day(row.valid_to - _DAY)}
    else:
        told = _("since %(day)s") % {"day": write_day(row.valid_from)} if row.valid_from else _("today")
    return [link, row.code, None if row.parent_id is None else parents.get(row.parent_id), told]


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
    context = _describe(life, atlas, day)
    answers = unit_links.send(None, unit_id=unit_id, request=request)
    told = [one for _receiver, given in answers for one in cast(Sequence[UnitLink | UnitNote], given)]
    context["links"] = [one for one in told if isinstance(one, UnitLink)]
    context["notes"] = [one.sentence for one in told if isinstance(one, UnitNote)]
    context["children"] = list_children(unit_id, day)
    return render(request, "units/unit.html", context)


def _describe(life: Life, atlas: Atlas, day: date) -> dict[str, Any]:
    unit = life.unit
    return {
        "place": "units",
        "unit": unit,
        "is_over": unit.valid_to is not None,
        "parent": atlas.find_parent(unit, day),
        "heirs": [heir for heir in life.heirs if heir.unit_id != unit.unit_id],
        "is_open": life.is_open,
        "drawing": draw_life(life, atlas),
        "columns": [
            Column(_("Day"), "name"),
            Column(_("From the unit")),
            Column(_("To the unit")),
            Column(_("Legal act")),
        ],
        "changes": [_list_change(event, atlas) for event in (*reversed(life.before), *life.after)],
    }


def _list_change(event: Event, atlas: Atlas) -> list[Any]:
    on, after = event.change.on, event.target
    before: UnitVersion | None = None
    now: UnitVersion | None = None
    if after is not None:
        before, now = atlas.find_parent(event.source, on - _DAY), atlas.find_parent(after, on)
        if before is not None and now is not None and before.unit_id == now.unit_id:
            before = now = None  # what stands above is told where it changed
    target = _("abolished") if after is None else _link_to(after, now)
    acts = "; ".join(tell_acts([event.change]))
    return [write_day(on), _tell_source(event, before), target, acts or None]


def _tell_source(event: Event, parent: UnitVersion | None) -> Any:
    extents = {
        Extent.WHOLE: "",
        Extent.PART: _("a part"),
        Extent.REST: _("the rest"),
        Extent.MAIN: _("principal successor"),
    }
    extent = extents[event.change.extent]
    link = _link_to(event.source, parent)
    return format_html("{} <small>{}</small>", link, extent) if extent else link


def _link_to(unit: UnitVersion, parent: UnitVersion | None) -> Any:
    link = format_html('<a href="{}">{}</a>', reverse("unit", args=[int(unit.unit_id)]), unit.name)
    if parent is None:
        return format_html("{} ({})", link, unit.code)
    above = format_html('<a href="{}">{}</a>', reverse("unit", args=[int(parent.unit_id)]), parent.name)
    return format_html("{} ({}), {}", link, unit.code, above)
