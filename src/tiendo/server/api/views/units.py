# SPDX-License-Identifier: Apache-2.0
"""Who asks; units on a day and through time. Units are public reference data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Path, Query, Router

from tiendo.lineage import Atlas, Event, UnitVersion, tell_acts, trace_life
from tiendo.server.accounts.data import Act
from tiendo.server.api.data.basics import PROBLEMS, Day, Page, UnitText
from tiendo.server.api.data.units import Me, UnitChangeOut, UnitHistory, UnitOut, UnitsAsked, UnitVersionOut
from tiendo.server.api.views.asking import (
    caller_of,
    part_of,
    question_of,
    read_day,
    read_place,
    resolve_unit,
    scope_for,
)
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.data import Level, UnitRow
from tiendo.server.units.queries import find_by_code, find_latest, find_unit, get_atlas, list_children, search_units

router = Router(tags=["units"])
_DAY = timedelta(days=1)
_MOST_FOUND = 500


@router.get("me", response={200: Me, **PROBLEMS}, url_name="api-me", summary=_("What this caller is and may"))
def show_me(request: HttpRequest) -> Any:
    """The token, its owner, what can be done with it and where."""
    caller = caller_of(request)
    bearer = caller.bearer
    return Me(
        name=caller.owner if bearer is None else bearer.name,
        owner=caller.owner,
        acts=[act.value for act in Act if caller.scope.roots(act)],
        unit=None if bearer is None else bearer.unit_id,
        expires_at=None if bearer is None else bearer.expires_at,
    )


@router.get(
    "units",
    response={200: Page[UnitOut], **PROBLEMS},
    url_name="api-units",
    summary=_("Units on a day"),
    description=_("By number. Offices and quarters stand under their unit: ask with parent."),
)
def list_units(request: HttpRequest, asked: Query[UnitsAsked]) -> Any:
    """Units as they were on a day."""
    scope_for(request)
    on = read_day(asked.on) or timezone.localdate()
    question = question_of(asked) | {"on": on.isoformat()}
    place = read_place(asked.cursor, question)
    rows = [row for row in _find(asked, on) if asked.level in (None, row.level)]
    rest = sorted((row for row in rows if row.id > place), key=lambda row: row.id)[: asked.size + 1]
    return part_of(rest, asked.size, question, lambda shown: map(_tell, shown), lambda row: row.id)


def _find(asked: UnitsAsked, on: date) -> Sequence[UnitRow]:
    """The narrowest of what was asked for; the rest is narrowed further below."""
    if asked.code is not None:
        found = find_by_code(asked.code, on)
        rows = [] if found is None else [found]
    elif asked.find:
        rows = search_units(asked.find, on, limit=_MOST_FOUND)
    elif asked.parent is not None:
        rows = list_children(resolve_unit(asked.parent, "parent"), on)
    else:
        return _list_all(get_atlas(), on)
    parent = None if asked.parent is None else resolve_unit(asked.parent, "parent")
    return [row for row in rows if parent in (None, row.parent_id)]


def _list_all(atlas: Atlas, on: date) -> list[UnitRow]:
    return [_from_atlas(atlas, unit, on) for unit in atlas.list_units(on)]


def _from_atlas(atlas: Atlas, unit: UnitVersion, on: date) -> UnitRow:
    parent = atlas.find_parent(unit, on)
    return UnitRow(
        int(unit.unit_id),
        unit.code,
        unit.name,
        unit.name_en,
        Level(unit.level.value),
        None if parent is None else int(parent.unit_id),
        unit.valid_from,
        unit.valid_to,
    )


def _tell(row: UnitRow) -> UnitOut:
    return UnitOut(
        id=row.id,
        code=row.code,
        name=row.name,
        name_en=row.name_en,
        level=row.level.value,
        parent=row.parent_id,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


@router.get("units/{unit}", response={200: UnitOut, **PROBLEMS}, url_name="api-unit", summary=_("One unit on a day"))
def show_unit(request: HttpRequest, unit: Path[UnitText], on: Query[Day | None] = None) -> Any:
    """A unit as it was on a day; without one as it is today, or as it last was."""
    scope_for(request)
    number, day = resolve_unit(unit), read_day(on)
    found = find_latest(number) if day is None else find_unit(number, day)
    if found is None:
        raise NotForYou
    return _tell(found)


@router.get(
    "units/{unit}/history",
    response={200: UnitHistory, **PROBLEMS},
    url_name="api-unit-history",
    summary=_("What a unit came from and what became of it"),
)
def show_history(request: HttpRequest, unit: Path[UnitText]) -> Any:
    """Names, codes and changes of a unit, each by its legal act."""
    scope_for(request)
    atlas, number = get_atlas(), str(resolve_unit(unit))
    versions = [one for one in atlas.versions if one.unit_id == number]
    if not versions:
        raise NotForYou
    today, last = timezone.localdate(), versions[-1]
    day = last.valid_to - _DAY if last.valid_to is not None and last.valid_to <= today else today
    held = atlas.find_unit(number, day)
    if held is None:  # it is yet to come
        return UnitHistory(id=int(number), versions=[_version(one) for one in versions], before=[], after=[], heirs=[])
    life = trace_life(atlas, held, day, max([day, today, *atlas.days[-1:]]))
    return UnitHistory(
        id=int(number),
        versions=[_version(one) for one in versions],
        before=[_change(event) for event in life.before],
        after=[_change(event) for event in life.after],
        heirs=[int(heir.unit_id) for heir in life.heirs],
    )


def _version(one: UnitVersion) -> UnitVersionOut:
    return UnitVersionOut(
        code=one.code, name=one.name, level=one.level.value, valid_from=one.valid_from, valid_to=one.valid_to
    )


def _change(event: Event) -> UnitChangeOut:
    change, target = event.change, event.target
    return UnitChangeOut(
        on=change.on,
        kind=change.kind.value,
        extent=change.extent.value,
        source=int(event.source.unit_id),
        source_name=event.source.name,
        target=None if target is None else int(target.unit_id),
        target_name="" if target is None else target.name,
        act="; ".join(tell_acts([change])),
        clause=change.clause,
    )
