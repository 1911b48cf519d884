# SPDX-License-Identifier: Apache-2.0
"""From the map of one day to the map of another: which units, alone or together, hold what the former ones had.

What is here: parts and the groups they fall into. Not here: figures (``restating``), sentences (``sentences``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tiendo.kernel.records import record
from tiendo.lineage.atlas import Atlas, is_below, version_order
from tiendo.lineage.data import Basis, Change, Level, Quality, UnitVersion
from tiendo.lineage.steps import ONE, Piece, Reach
from tiendo.lineage.walk import Walk, share_of


@record
class Part:
    """What a group has of one unit of the map that the figures come from.

    Attributes:
        source: that unit, as it was on that day.
        share: of what the source had.
        bases: by which the share was found; none when nothing was divided.
        is_open: the record does not say where all of it lies.
        is_divided: more than one unit of the other map has a share of the source, and the record does not say how much.
        changes: by which it came there, in the order of the way.
    """

    source: UnitVersion
    share: Fraction
    bases: tuple[Basis, ...]
    is_open: bool
    is_divided: bool
    changes: tuple[Change, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the whole source lies in the group, by the record alone."""
        return not self.is_open and not self.bases and self.share == 1


@record
class Group:
    """Units of the other map that can be told only together; most groups are one unit.

    Attributes:
        targets: the units, by code; none: nobody knows where the part lies.
        parts: all that lies in them, by code of the source.
    """

    targets: tuple[UnitVersion, ...]
    parts: tuple[Part, ...]

    @property
    def quality(self) -> Quality:
        """What the sum of its parts is, when every part has a figure."""
        if not self.targets or any(part.is_open for part in self.parts):
            return Quality.REFUSED
        return Quality.EXACT if all(part.is_exact for part in self.parts) else Quality.ESTIMATED

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The bases of the shares in it, in their order."""
        used = {basis for part in self.parts for basis in part.bases}
        return tuple(basis for basis in Basis if basis in used)


@record
class Crosswalk:
    """The way from the units of a level on one day to the map of another day.

    Attributes:
        level: of the units that the figures belong to.
        bases: by which divided units are apportioned, in order of preference.
        groups: every unit of the level goes into groups whose shares of it add up to one.
        of_source: the places in ``groups`` for each source, those that have a share of it.
    """

    from_day: date
    to_day: date
    level: Level
    bases: tuple[Basis, ...]
    sources: Mapping[str, UnitVersion]
    groups: tuple[Group, ...]
    of_source: Mapping[str, tuple[int, ...]]


def make_crosswalk(
    atlas: Atlas,
    from_day: date,
    to_day: date,
    level: Level,
    bases: Sequence[Basis] = (),
    to_level: Level | None = None,
) -> Crosswalk:
    """The crosswalk between two days, forwards or backwards.

    Args:
        level: of the units that have figures. Units above it that have nothing below them (an island district without
            communes) belong to it too, so that the map has no holes.
        bases: none: a divided unit is told only together with those that share it.
        to_level: adds up to the units of a higher level, or goes down to those of a lower one; None: stays.

    Examples:
        >>> versions = [
        ...     UnitVersion("a", "1", "Phường 1", Level.COMMUNE, valid_to=date(2025, 7, 1)),
        ...     UnitVersion("b", "1", "Phường Mới", Level.COMMUNE, valid_from=date(2025, 7, 1)),
        ... ]
        >>> from tiendo.lineage.data import Extent, Kind
        >>> links = [Change(date(2025, 7, 1), Kind.RENAME, Extent.WHOLE, "a", "b")]
        >>> walk = make_crosswalk(Atlas(versions, links), date(2024, 1, 1), date(2026, 1, 1), Level.COMMUNE)
        >>> [(group.targets[0].name, group.quality.value) for group in walk.groups]
        [('Phường Mới', 'exact')]
    """
    way = Way(atlas, from_day, to_day, level, tuple(bases), to_level)
    return build_crosswalk(way, list_cover(atlas, from_day, level))


@dataclass(frozen=True)
class Way:
    """What a crosswalk is asked for; the fields are the arguments of ``make_crosswalk``."""

    atlas: Atlas
    from_day: date
    to_day: date
    level: Level
    bases: tuple[Basis, ...] = ()
    to_level: Level | None = None


def build_crosswalk(way: Way, sources: Sequence[UnitVersion]) -> Crosswalk:
    """The crosswalk for some of the units; a group is right only when all that lies in it is among them."""
    atlas, to_day, bases = way.atlas, way.to_day, way.bases
    walk = Walk(atlas, way.from_day, to_day, way.to_level)
    found = {source.unit_id: walk.find_pieces(source, bases) for source in sources}
    ties = _Ties()
    for _, pieces in found.values():
        for piece in pieces:
            ties.tie(piece.targets)
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    for source in sources:
        reach, pieces = found[source.unit_id]
        for place, part in _make_parts(source, reach, pieces, ties).items():
            parts[place].append(part)
    groups = [
        Group(tuple(sorted((atlas.get_unit(one, to_day) for one in ties.members(place)), key=_by_code)), tuple(inside))
        for place, inside in parts.items()
    ]
    groups.sort(key=_group_order)
    of_source: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for part in group.parts:
            if part.share or part.is_open:
                of_source[part.source.unit_id].append(number)
    return Crosswalk(
        way.from_day,
        to_day,
        way.level,
        tuple(bases),
        {source.unit_id: source for source in sources},
        tuple(groups),
        {unit: tuple(numbers) for unit, numbers in of_source.items()},
    )


def list_cover(atlas: Atlas, day: date, level: Level) -> list[UnitVersion]:
    """The units of a level on a day, and those above it that have nothing below them: together the whole map."""
    units = atlas.list_units(day, level)
    above = [unit for unit in atlas.list_units(day) if is_below(level, unit.level) and unit.level is not Level.COUNTRY]
    return [*(unit for unit in above if not atlas.list_children(unit, day)), *units]


def pick_cover(atlas: Atlas, day: date, level: Level, unit_ids: Iterable[str]) -> list[UnitVersion]:
    """Those of the units that belong to ``list_cover``, in its order; work grows with them alone."""
    found = [unit for one in unit_ids if (unit := atlas.find_unit(one, day)) is not None]
    inside = [
        unit
        for unit in found
        if unit.level is level
        or (is_below(level, unit.level) and unit.level is not Level.COUNTRY and not atlas.list_children(unit, day))
    ]
    return sorted(inside, key=version_order)


def _make_parts(source: UnitVersion, reach: Reach, pieces: Sequence[Piece], ties: _Ties) -> dict[str, Part]:
    """What each group has of a source. A group without targets is that of the source alone."""
    inside: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        inside[ties.find(piece.targets[0]) if piece.targets else f"?{source.unit_id}"].append(piece)
    parts = {}
    for place, found in inside.items():
        members = set(ties.members(place))
        is_open = any(piece.is_open for piece in found)
        is_all = not reach.is_open and members.issuperset(reach.targets)
        bases = () if is_all else tuple(dict.fromkeys(basis for piece in found for basis in piece.bases))
        changes = tuple(dict.fromkeys(change for piece in found for change in piece.changes))
        is_divided = any(len(piece.targets) > 1 for piece in found)
        share = ONE if is_all else share_of(found)
        parts[place] = Part(source, share, bases, is_open, is_divided, changes)
    return parts


class _Ties:
    """Which targets must be told together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def tie(self, targets: Iterable[str]) -> None:
        """Puts the targets into one group."""
        first: str | None = None
        for target in targets:
            place = self.find(target)
            if first is None:
                first = place
            elif place != first:
                first, second = sorted((first, place))
                self._above[second] = first
                self._members[first].extend(self._members.pop(second))

    def find(self, target: str) -> str:
        """The name of the group of a target."""
        if target not in self._above:
            self._above[target] = target
            self._members[target] = [target]
        while self._above[target] != target:
            self._above[target] = self._above[self._above[target]]
            target = self._above[target]
        return target

    def members(self, place: str) -> list[str]:
        """The targets of a group by its name."""
        return self._members.get(place, [])


def _by_code(unit: UnitVersion) -> tuple[str, str]:
    return unit.code, unit.unit_id


def _group_order(group: Group) -> tuple[str, str]:
    codes = " ".join(unit.code for unit in group.targets)
    return codes, group.parts[0].source.code
