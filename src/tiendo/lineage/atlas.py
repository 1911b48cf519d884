# SPDX-License-Identifier: Apache-2.0
"""The map of any day: which units were in force, who bore a code, who stood below whom, what changed when.

What is here: looking up. Not here: following a unit through its changes (``crosswalk``), reading files (``files``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from tiendo.kernel.vietnamese import search_key
from tiendo.lineage.data import AmbiguousCodeError, Change, Level, UnitVersion

_DAY = timedelta(days=1)
_RANK = {level: rank for rank, level in enumerate(Level)}
_NO_CHANGES: Sequence[Change] = ()


class Atlas:
    """All versions of all units with the changes between them.

    The order in which versions and changes are given means nothing.
    """

    def __init__(self, versions: Iterable[UnitVersion], changes: Iterable[Change]) -> None:
        self.versions = tuple(sorted(versions, key=version_order))
        self.changes = tuple(sorted(changes, key=_change_order))
        self._of_unit: defaultdict[str, list[UnitVersion]] = defaultdict(list)
        self._of_code: defaultdict[str, list[UnitVersion]] = defaultdict(list)
        self._below: defaultdict[str, list[UnitVersion]] = defaultdict(list)
        for version in self.versions:
            self._of_unit[version.unit_id].append(version)
            self._of_code[version.code].append(version)
            if version.parent_code:
                self._below[version.parent_code].append(version)
        self._out: defaultdict[date, dict[str, list[Change]]] = defaultdict(dict)
        self._into: defaultdict[date, dict[str, list[Change]]] = defaultdict(dict)
        for change in self.changes:
            self._out[change.on].setdefault(change.source, []).append(change)
            if change.target is not None:
                self._into[change.on].setdefault(change.target, []).append(change)
        self._lost = self._find_lost()
        self._found = self._find_found()
        #: The days on which something changed, in order.
        self.days = tuple(sorted({*self._out, *self._lost, *self._found}))

    def list_units(self, day: date, level: Level | None = None) -> list[UnitVersion]:
        """The units in force on a day, by level and code."""
        return [unit for unit in self.versions if (level is None or unit.level is level) and unit.holds_on(day)]

    def get_unit(self, unit_id: str, day: date) -> UnitVersion:
        """A unit as it was on a day.

        Raises:
            KeyError: it was not in force.
        """
        found = self.find_unit(unit_id, day)
        if found is None:
            raise KeyError(unit_id)
        return found

    def find_unit(self, unit_id: str, day: date) -> UnitVersion | None:
        """A unit as it was on a day, or None when it was not in force."""
        return next((version for version in self._of_unit.get(unit_id, ()) if version.holds_on(day)), None)

    def find_by_code(self, code: str, day: date, level: Level | None = None) -> UnitVersion | None:
        """The unit that bore a code on a day: 26833 on 30 June 2025 is another unit than on 1 July 2025.

        Raises:
            AmbiguousCodeError: several units of different levels bore it.
        """
        found = [
            version
            for version in self._of_code.get(code, ())
            if version.holds_on(day) and (level is None or version.level is level)
        ]
        if len(found) > 1:
            raise AmbiguousCodeError(code, found)
        return found[0] if found else None

    def list_bearers(self, code: str) -> list[UnitVersion]:
        """Every unit that ever bore a code, in order of time."""
        return list(self._of_code.get(code, ()))

    def list_by_name(self, name: str, day: date, level: Level | None = None) -> list[UnitVersion]:
        """The units of a name on a day; marks count where they are typed, their spelling (hòa, hoà) does not."""
        exact = search_key(name, has_marks=True)
        has_marks = exact != search_key(name)
        return [unit for unit in self.list_units(day, level) if search_key(unit.name, has_marks=has_marks) == exact]

    def find_parent(self, unit: UnitVersion, day: date) -> UnitVersion | None:
        """The unit directly above on a day."""
        above = [one for one in self._of_code.get(unit.parent_code, ()) if one.holds_on(day)]
        higher = [one for one in above if _RANK[one.level] < _RANK[unit.level]]
        return higher[-1] if higher else None

    def find_above(self, unit: UnitVersion, day: date, level: Level) -> UnitVersion | None:
        """The unit itself or the one above it that has the level."""
        held: UnitVersion | None = unit
        while held is not None and held.level is not level:
            held = self.find_parent(held, day)
        return held

    def list_children(self, unit: UnitVersion, day: date) -> list[UnitVersion]:
        """The units directly below on a day, by code."""
        below = self._below.get(unit.code, ())
        return [one for one in below if _RANK[one.level] > _RANK[unit.level] and one.holds_on(day)]

    def changes_from(self, day: date) -> Mapping[str, Sequence[Change]]:
        """The changes of a day by the unit that changed."""
        return self._out.get(day, {})

    def changes_into(self, day: date) -> Mapping[str, Sequence[Change]]:
        """The changes of a day by the unit that came out of them."""
        return self._into.get(day, {})

    def lost_on(self, day: date) -> frozenset[str]:
        """The units that ended on a day while the record does not say what became of them."""
        return self._lost.get(day, frozenset())

    def found_on(self, day: date) -> frozenset[str]:
        """The units that began on a day while the record does not say what they came from."""
        return self._found.get(day, frozenset())

    def _find_lost(self) -> dict[date, frozenset[str]]:
        lost: defaultdict[date, set[str]] = defaultdict(set)
        for unit in self.versions:
            end = unit.valid_to
            if end is None or unit.unit_id in self._out.get(end, ()) or self.find_unit(unit.unit_id, end) is not None:
                continue
            lost[end].add(unit.unit_id)
        return {day: frozenset(units) for day, units in lost.items()}

    def _find_found(self) -> dict[date, frozenset[str]]:
        found: defaultdict[date, set[str]] = defaultdict(set)
        for unit in self.versions:
            begin = unit.valid_from
            if begin is None or unit.unit_id in self._into.get(begin, ()):
                continue
            if self.find_unit(unit.unit_id, begin - _DAY) is None:
                found[begin].add(unit.unit_id)
        return {day: frozenset(units) for day, units in found.items()}


def is_below(level: Level, other: Level) -> bool:
    """Whether the first level stands under the second."""
    return _RANK[level] > _RANK[other]


def version_order(version: UnitVersion) -> tuple[int, str, date, str]:
    """The order of an atlas: by level, code, time."""
    return _RANK[version.level], version.code, version.valid_from or date.min, version.unit_id


def _change_order(change: Change) -> tuple[date, str, str, str, str]:
    return change.on, change.source, change.target or "", change.act, change.clause
