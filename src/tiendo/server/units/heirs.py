# SPDX-License-Identifier: Apache-2.0
"""Who took the place of a unit that is no more, so that its history can be read where its land is now. Pure.

Followed are links between units of one level to units in force. Where they lead to none (districts were abolished),
the land is followed: the units that ever stood under it. An office has no land; it goes the way of the unit it
belonged to. Not here: shares of land and figures (``tiendo.lineage``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tiendo.server.units.data import Level
from tiendo.server.units.rules import Link, Version

_WITHOUT_LAND = frozenset({Level.OFFICE, Level.RESIDENTIAL})


class _Heirs:
    """The units in force in the place of each unit, found once."""

    def __init__(self, versions: Mapping[str, Sequence[Version]], links: Iterable[Link]) -> None:
        self._living = {origin for origin, found in versions.items() if any(one.valid_to is None for one in found)}
        self._next: defaultdict[str, set[str]] = defaultdict(set)
        for link in links:
            if link.target is not None:
                self._next[link.source].add(link.target)
        self._land: defaultdict[str, set[str]] = defaultdict(set)  # of a unit; of an office, what it belonged to
        for origin, found in versions.items():
            for version in found:
                if version.parent is None:
                    continue
                if version.level in _WITHOUT_LAND:
                    self._land[origin].add(version.parent)
                else:
                    self._land[version.parent].add(origin)
        self._known: dict[str, frozenset[str]] = {}

    def of(self, origin: str) -> frozenset[str]:
        """The units in force that took its place; of a unit in force itself."""
        if origin not in self._known:
            self._known[origin] = frozenset()  # a loop of units ends here
            found = self._follow(origin)
            if not found:
                found = frozenset().union(*(self.of(land) for land in self._land[origin]))
            self._known[origin] = found
        return self._known[origin]

    def _follow(self, origin: str) -> frozenset[str]:
        """The units in force to which links lead."""
        found, seen, waiting = set(), {origin}, [origin]
        while waiting:
            one = waiting.pop()
            if one in self._living:
                found.add(one)
                continue
            fresh = self._next[one] - seen
            seen |= fresh
            waiting.extend(fresh)
        return frozenset(found)


def inherit(
    versions: Mapping[str, Sequence[Version]], links: Iterable[Link], tree: set[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Pairs (above, former): the second is no more, and its land lies, wholly or in part, in a unit that is, or ever
    was, the first itself or under it. Pairs of the tree itself are left out.

    Args:
        tree: pairs (above, below), as ``rules.close`` gives them.
    """
    heirs = _Heirs(versions, links)
    above: defaultdict[str, set[str]] = defaultdict(set)
    for top, below in tree:
        above[below].add(top)
    pairs = {(top, origin) for origin in versions for heir in heirs.of(origin) for top in above[heir]}
    return pairs - tree
