# SPDX-License-Identifier: Apache-2.0
"""From the rows of a pack to units with versions: which rows are one unit, and who stands above whom when. Pure.

A unit is one territory. A rename, a change of type or a move under another parent leaves it the same unit with a new
version; a merge or a split makes a new unit, even where the office that gives the codes lets the old code live on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tiendo.server.units.data import Level

#: The official codes tell the level by their length: 2 province, 3 district, 5 commune.
LEVEL_BY_LENGTH = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}
_CONTINUES = frozenset({"rename", "transfer"})
_DAY = timedelta(days=1)
_EVER = date.max


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A row of ``units.csv``: one version of a unit. ``valid_from`` None: since before the record begins."""

    code: str
    name: str
    name_en: str
    level: Level
    parent_code: str
    valid_from: date | None
    valid_to: date | None
    line: int

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A row of ``changes.csv``: one legal link. ``to_code`` empty: abolished."""

    on: date
    act: str
    clause: str
    kind: str
    part: str
    from_code: str
    to_code: str
    share: str
    share_population: str
    share_area: str
    line: int


@dataclass(frozen=True, slots=True)
class Version:
    """A stretch of time in which name, level, code and parent of a unit stay the same."""

    code: str
    name: str
    name_en: str
    level: Level
    parent: str | None  # origin of the unit above
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Link:
    """A change between two units, by their origins."""

    source: str
    target: str | None
    change: ChangeLine


@dataclass(slots=True)
class Layout:
    """What a pack makes of the world: versions by origin of their unit, links, and rows that could not be placed."""

    versions: dict[str, list[Version]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    unplaced: list[tuple[int, str]] = field(default_factory=list)  # line of changes.csv, code


class _Lines:
    """The rows by level and code; asked for one day."""

    def __init__(self, lines: Iterable[UnitLine]) -> None:
        self._by_code: defaultdict[tuple[Level, str], list[UnitLine]] = defaultdict(list)
        for line in lines:
            self._by_code[line.level, line.code].append(line)

    def of(self, level: Level, code: str) -> list[UnitLine]:
        return self._by_code.get((level, code), [])

    def on(self, level: Level, code: str, day: date) -> UnitLine | None:
        return next((line for line in self.of(level, code) if line.holds_on(day)), None)


def lay_out(units: Sequence[UnitLine], changes: Sequence[ChangeLine], *, prefix: str) -> Layout:
    """Identities, versions and links of a pack.

    Args:
        prefix: begins the origin of each unit: the code of the pack. The one unit of level country, if there is one,
            stands above all that name no parent.
    """
    lines, layout = _Lines(units), Layout()
    placed = list(_place(changes, lines, layout))
    origins = _name(units, placed, prefix)
    root = next((origins[line.line] for line in units if line.level is Level.COUNTRY), None)
    for line in units:
        versions = layout.versions.setdefault(origins[line.line], [])
        versions.extend(_split_by_parent(line, lines, origins, root))
    for found in layout.versions.values():
        found[:] = _join(sorted(found, key=lambda version: version.valid_from or date.min))
    for change, before, after in placed:
        layout.links.append(Link(origins[before.line], None if after is None else origins[after.line], change))
    return layout


def _place(
    changes: Sequence[ChangeLine], lines: _Lines, layout: Layout
) -> Iterator[tuple[ChangeLine, UnitLine, UnitLine | None]]:
    """Each change with the rows in force the day before and on the day; what has none is reported, never guessed."""
    for change in changes:
        before = lines.on(LEVEL_BY_LENGTH.get(len(change.from_code), Level.OFFICE), change.from_code, change.on - _DAY)
        after = None
        if change.to_code:
            after = lines.on(LEVEL_BY_LENGTH.get(len(change.to_code), Level.OFFICE), change.to_code, change.on)
        if before is None or (change.to_code and after is None):
            layout.unplaced.append((change.line, change.from_code if before is None else change.to_code))
        else:
            yield change, before, after


def _name(
    units: Sequence[UnitLine], placed: Sequence[tuple[ChangeLine, UnitLine, UnitLine | None]], prefix: str
) -> dict[int, str]:
    """Origin of the unit of each row: that of the first row of the chain of renames and moves it belongs to."""
    out: defaultdict[int, list[tuple[ChangeLine, int]]] = defaultdict(list)
    into: defaultdict[int, list[int]] = defaultdict(list)
    for change, before, after in placed:
        if after is not None:
            out[before.line].append((change, after.line))
            into[after.line].append(before.line)
    former = {
        target: source
        for source, links in out.items()
        for change, target in links
        if change.kind in _CONTINUES and len(links) == 1 and len(into[target]) == 1 and target != source
    }
    by_line = {line.line: line for line in units}
    origins: dict[int, str] = {}
    for line in units:
        first = line.line
        while first in former:
            first = former[first]
        head = by_line[first]
        since = "" if head.valid_from is None else f"@{head.valid_from.isoformat()}"
        origins[line.line] = f"{prefix}:{head.level}:{head.code}{since}"
    return origins


def _split_by_parent(line: UnitLine, lines: _Lines, origins: dict[int, str], root: str | None) -> Iterator[Version]:
    """One version for each unit that stands above while the row holds: a parent may change and its children not."""
    if not line.parent_code:
        above_all = None if line.level is Level.COUNTRY else root
        yield _version(line, above_all, line.valid_from, line.valid_to)
        return
    level = LEVEL_BY_LENGTH.get(len(line.parent_code), Level.COMMUNE)
    begin, end = line.valid_from or date.min, line.valid_to or _EVER
    for above in sorted(lines.of(level, line.parent_code), key=lambda above: above.valid_from or date.min):
        first, last = max(begin, above.valid_from or date.min), min(end, above.valid_to or _EVER)
        if first < last:
            since = None if first == date.min else first
            yield _version(line, origins[above.line], since, None if last == _EVER else last)


def _version(line: UnitLine, parent: str | None, since: date | None, until: date | None) -> Version:
    return Version(line.code, line.name, line.name_en, line.level, parent, since, until)


def _join(versions: Sequence[Version]) -> Iterator[Version]:
    """Neighbours that differ in nothing but their days become one."""
    held: Version | None = None
    for version in versions:
        if held is not None and held.valid_to == version.valid_from and _same(held, version):
            held = Version(
                held.code, held.name, held.name_en, held.level, held.parent, held.valid_from, version.valid_to
            )
            continue
        if held is not None:
            yield held
        held = version
    if held is not None:
        yield held


def _same(one: Version, other: Version) -> bool:
    return (one.code, one.name, one.level, one.parent) == (other.code, other.name, other.level, other.parent)


def close(versions: dict[str, list[Version]]) -> set[tuple[str, str]]:
    """Pairs (above, below) of units of which the second is, or ever was, the first itself or under it."""
    parents = {
        origin: {version.parent for version in found if version.parent is not None}
        for origin, found in versions.items()
    }
    above: dict[str, frozenset[str]] = {}

    def climb(origin: str) -> frozenset[str]:
        if origin not in above:
            above[origin] = frozenset({origin})  # a loop of parents ends here
            above[origin] = frozenset({origin}.union(*(climb(parent) for parent in parents.get(origin, ()))))
        return above[origin]

    return {(ancestor, origin) for origin in versions for ancestor in climb(origin)}
