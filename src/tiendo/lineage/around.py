# SPDX-License-Identifier: Apache-2.0
"""The part of a crosswalk around one unit: what lies in it, and in those that can only be told with it.

What is here: finding that part without walking the whole country. Not here: the crosswalk itself (``crosswalk``).
"""

from __future__ import annotations

from tiendo.lineage.crosswalk import Crosswalk, Way, build_crosswalk, pick_cover
from tiendo.lineage.data import UnitVersion
from tiendo.lineage.walk import Walk


def make_crosswalk_around(way: Way, target: UnitVersion) -> Crosswalk:
    """The crosswalk of the units that lie in one unit of the other map, and of all that are tied to them.

    Its group of that unit is the one that the crosswalk of the whole map has. Work grows with the neighbourhood.

    Args:
        target: in force on the day that the way leads to.
    """
    back = Walk(way.atlas, way.to_day, way.from_day, way.level)
    asked: set[str] = set()
    targets, sources = {target.unit_id}, set[str]()
    while targets - asked:
        for unit_id in sorted(targets - asked):
            reach, _pieces = back.find_pieces(way.atlas.get_unit(unit_id, way.to_day), ())
            sources.update(reach.targets)
        asked |= targets
        found = build_crosswalk(way, pick_cover(way.atlas, way.from_day, way.level, sources))
        targets |= {unit.unit_id for group in found.groups for unit in group.targets}
    return found
