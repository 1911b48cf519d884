# SPDX-License-Identifier: Apache-2.0
"""What is asked of those who know where units went.

What is here: plain data and a protocol. Not here: Ibis, acts, shares (``tiendo.lineage``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Part:
    """A unit of a former map that belongs to a unit of the map that is asked for.

    Attributes:
        map: the place of the former map in ``Ground.last_days``.
        source, target: as the tables name the units.
        parts: how many units belong to the target, so that all of them must have a figure.
        is_exact: all parts lie in the target as wholes, by the record alone.
    """

    map: int
    source: str
    target: str
    parts: int
    is_exact: bool


Key = tuple[str, str]  # unit, indicator
Row = Mapping[str, Any]


class Ground(Protocol):
    """The map on which verdicts are asked for, and the way from the maps on which figures were reported."""

    @property
    def fingerprint(self) -> str:
        """Changes when parts of a stopped run must not be taken over."""

    @property
    def last_days(self) -> Sequence[date]:
        """The last day of each former map, in order; a figure belongs to the map of its last day."""

    def parts(self) -> Iterable[Part]:
        """All parts of all former maps."""

    def knows(self, map_: int, unit: str) -> bool:
        """Whether a unit was on a former map."""

    def list_sources(self, keys: Iterable[Key]) -> set[Key]:
        """The former units that belong to some units, with the same indicators."""

    def restate(self, keys: Iterable[Key], rows: Mapping[Key, Sequence[Row]]) -> Mapping[Key, Sequence[Row]]:
        """The figures of some units, one by one, from those of their parts."""

    def quality(self, target: str, first_on: date, last_on: date) -> tuple[str, str | None]:
        """Whether what is said of some days is exact or estimated, and by which bases."""
