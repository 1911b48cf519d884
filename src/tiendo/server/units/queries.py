# SPDX-License-Identifier: Apache-2.0
"""Units on a day, by id, by code, by name, and the tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Case, Count, F, Max, Q, QuerySet, When

from tiendo.kernel.vietnamese import search_key
from tiendo.lineage import Atlas
from tiendo.server.units.data import AmbiguousUnitError, Level, UnitRow
from tiendo.server.units.mapping import ChangeRow, VersionRow, make_atlas
from tiendo.server.units.models import LoadedPack, UnitBelow, UnitChange, UnitVersion


def find_unit(unit_id: int, on: date) -> UnitRow | None:
    """A unit as it was on a day, or None when it did not exist then."""
    version = UnitVersion.objects.filter(_on(on), unit_id=unit_id).first()
    return None if version is None else _row(version)


def find_latest(unit_id: int) -> UnitRow | None:
    """A unit as it is today, or as it last was."""
    versions = UnitVersion.objects.filter(unit_id=unit_id)
    latest = versions.filter(valid_to__isnull=True).first() or versions.order_by("-valid_to").first()
    return None if latest is None else _row(latest)


def name_units(unit_ids: Iterable[int]) -> dict[int, str]:
    """Latest names of many units, in one query."""
    versions = UnitVersion.objects.filter(unit_id__in=set(unit_ids)).values_list("unit_id", "name", "valid_to")
    return {unit: name for unit, name, _ in sorted(versions, key=lambda row: row[2] or date.max)}


def describe_units(unit_ids: Iterable[int]) -> dict[int, UnitRow]:
    """Many units as they are today, or as they last were, in one query."""
    versions = UnitVersion.objects.filter(unit_id__in=set(unit_ids))
    return {one.unit_id: _row(one) for one in sorted(versions, key=lambda one: one.valid_to or date.max)}


def find_by_code(code: str, on: date, *, level: Level | None = None) -> UnitRow | None:
    """The unit that bore a code on a day. Codes are reused: 26833 on 30/6/2025 is another unit than on 1/7/2025."""
    versions = UnitVersion.objects.filter(_on(on), code=code)
    if level is not None:
        versions = versions.filter(level=level)
    return _only(versions)


class CodeBook:
    """Every code with the units that ever bore it: for looking up many codes, each on its day; one query."""

    def __init__(self) -> None:
        self._versions: defaultdict[str, list[tuple[date, date, int]]] = defaultdict(list)
        rows = UnitVersion.objects.values_list("code", "valid_from", "valid_to", "unit_id")
        for code, valid_from, valid_to, unit_id in rows:
            self._versions[code].append((valid_from or date.min, valid_to or date.max, unit_id))

    def find(self, code: str, on: date) -> int | None:
        """The unit that bore the code on a day; None when there was none, or there were several."""
        found = {unit for begin, end, unit in self._versions.get(code, ()) if begin <= on < end}
        return found.pop() if len(found) == 1 else None


def find_by_name(name: str, on: date, *, within: int | None = None) -> UnitRow | None:
    """The unit of a name on a day; marks decide when they are typed, else any marks fit.

    Args:
        within: only this unit and those that are or ever were under it.

    Raises:
        AmbiguousUnitError: several units of that name were in force (there are many "Xã Tân Lập").
    """
    versions = UnitVersion.objects.filter(_on(on))
    if within is not None:
        versions = versions.filter(unit__in=list_below([within]))
    exact = search_key(name, has_marks=True)
    return _only(versions.filter(exact_key=exact)) or _only(versions.filter(search_key=exact))


def search_units(
    text: str,
    on: date | None = None,
    *,
    limit: int = 20,
    within: Sequence[int] | None = None,
    among: QuerySet[Any, Any] | None = None,
) -> list[UnitRow]:
    """Units whose name begins with, or else holds, the words, with and without marks, or whose code it is; each once,
    in Vietnamese order, those that are no more last.

    Args:
        on: only units in force on this day; None: every unit, as it is today or as it last was.
        within: only these units and those that are or ever were under them.
        among: only units whose ids this query tells.
    """
    exact = search_key(text, has_marks=True)
    if not exact:
        return []
    column = "search_key" if exact == search_key(text) else "exact_key"
    named = UnitVersion.objects.filter(Q(**{f"{column}__contains": exact}) | Q(code=text.strip()))
    if on is not None:
        named = named.filter(_on(on))
    if within is not None:
        named = named.filter(unit__in=list_below(within))
    if among is not None:
        named = named.filter(unit__in=among)
    first = Case(When(**{f"{column}__startswith": exact}, then=0), default=1)
    ordered = named.order_by(F("valid_to").desc(nulls_first=True), first, "sort_key")[: limit * 5]
    found: dict[int, UnitVersion] = {}
    for version in ordered:
        found.setdefault(version.unit_id, version)
    rows = sorted(found.values(), key=lambda one: (one.valid_to is not None, _hit(one, column, exact), one.sort_key))
    return [_row(version) for version in rows[:limit]]


def _hit(version: UnitVersion, column: str, words: str) -> bool:
    return f" {words}" not in f" {getattr(version, column)}"


def list_children(unit_id: int, on: date) -> list[UnitRow]:
    """Units directly under one on a day, in Vietnamese order."""
    versions = UnitVersion.objects.filter(_on(on), parent_id=unit_id).order_by("sort_key")
    return [_row(version) for version in versions]


def list_top(on: date) -> list[UnitRow]:
    """Units directly under the topmost on a day, in Vietnamese order: the provinces of the country."""
    tops = UnitVersion.objects.filter(_on(on), parent_id__isnull=True).values("unit_id")
    versions = UnitVersion.objects.filter(_on(on), parent_id__in=tops).order_by("sort_key")
    return [_row(version) for version in versions]


def has_children(unit_ids: Iterable[int], on: date) -> bool:
    """Whether anything stands directly under one of the units on a day."""
    return UnitVersion.objects.filter(_on(on), parent_id__in=set(unit_ids)).exists()


def list_below(roots: Sequence[int], *, with_former: bool = False) -> QuerySet[UnitBelow, int]:
    """Ids of the units that are or ever were under the roots, the roots too: a sub-query, not a list.

    Args:
        with_former: those too that are no more and whose land lies under the roots.
    """
    return _pairs(roots, with_former=with_former).values_list("below_id", flat=True)


def is_below_any(unit_id: int, roots: Sequence[int], *, with_former: bool = False) -> bool:
    """Whether a unit is or ever was one of the roots or under one of them; ``with_former`` as in ``list_below``."""
    return _pairs(roots, with_former=with_former).filter(below_id=unit_id).exists()


def _pairs(roots: Sequence[int], *, with_former: bool) -> QuerySet[UnitBelow]:
    pairs = UnitBelow.objects.filter(above__in=roots)
    return pairs if with_former else pairs.filter(is_former=False)


def keep_below_today(unit_ids: Iterable[int], roots: Iterable[int]) -> set[int]:
    """Those of the units that are the roots or under them as the tree is today; a unit that is no more stands where it
    last stood. One query for each level of the tree.
    """
    tops, kept = set(roots), set()
    at = {unit: unit for unit in unit_ids}
    while at:
        kept |= {unit for unit, place in at.items() if place in tops}
        at = {unit: place for unit, place in at.items() if place not in tops}
        parents = {row.id: row.parent_id for row in describe_units(at.values()).values()} if at else {}
        at = {unit: parent for unit, place in at.items() if (parent := parents.get(place)) is not None}
    return kept


def get_atlas() -> Atlas:
    """All units with their changes, for ``lineage``; made once for a process and again when units were loaded.

    The identity of a unit in it is its number as text.
    """
    versions = UnitVersion.objects.aggregate(last=Max("id"), count=Count("id"))
    changes = UnitChange.objects.aggregate(last=Max("id"), count=Count("id"))
    packs = LoadedPack.objects.order_by("code").values_list("code", "sha256", "loaded_at")
    return _make_atlas((*versions.values(), *changes.values(), *packs))


@lru_cache(maxsize=1)
def _make_atlas(_state: tuple[object, ...]) -> Atlas:
    versions = UnitVersion.objects.values_list(
        "unit_id", "code", "name", "name_en", "level", "parent_id", "valid_from", "valid_to"
    )
    changes = UnitChange.objects.values_list(
        "on", "kind", "part", "source_id", "target_id", "act", "clause", "share", "share_population", "share_area"
    )
    return make_atlas(
        [VersionRow(*row) for row in versions.iterator()], [ChangeRow(*row) for row in changes.iterator()]
    )


def _on(day: date) -> Q:
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def _only(versions: QuerySet[UnitVersion]) -> UnitRow | None:
    found = [_row(version) for version in versions.order_by("sort_key", "code")[:10]]
    if len(found) > 1:
        raise AmbiguousUnitError(tuple(found))
    return found[0] if found else None


def _row(version: UnitVersion) -> UnitRow:
    return UnitRow(
        id=version.unit_id,
        code=version.code,
        name=version.name,
        name_en=version.name_en,
        level=Level(version.level),
        parent_id=version.parent_id,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
    )
