# SPDX-License-Identifier: Apache-2.0
"""Which sentences can hold arithmetic at all: an index of figures by the kin of their units, made once for a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache

from tiendo.kernel.units import Dimension, find_unit
from tiendo.read.findings.claims.context.figures import Figure
from tiendo.read.findings.claims.words import FAMILIES

_COUNT = Dimension.COUNT


@lru_cache(maxsize=4096)
def kin_of(unit: str) -> tuple[object, ...]:
    """What two units share when one figure can be a part of the other: a dimension, a first word, a family."""
    found = find_unit(unit)
    if found is None:
        return ()
    if found.dimension is not _COUNT:
        return (found.dimension,)
    first = found.noun.removeprefix("lượt ").replace(",", "").partition(" ")[0]
    return (first, *(i for i, family in enumerate(FAMILIES) if unit in family))


class KinIndex:
    """How many figures of a kin stand in a run of sentences."""

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._places: dict[object, list[int]] = defaultdict(list)

    def add(self, order: int, figures: list[Figure]) -> tuple[int, int]:
        """Take in the next sentence; n/m counts twice, for it holds a part and its whole.

        Returns:
            How many amounts of one kind it has at most, and how many it has with the sentences before it.
        """
        kinds = set()
        for figure in figures:
            if not figure.is_percent:
                for kin in kin_of(figure.measurement.quantity.unit):
                    kinds.add(kin)
                    self._places[kin].append(order)
                    if figure.is_fraction:
                        self._places[kin].append(order)
        own = near = 0
        for kin in kinds:
            places = self._places[kin]
            near = max(near, len(places) - bisect_left(places, order - self._reach))
            own = max(own, len(places) - bisect_left(places, order))
        return own, near
