# SPDX-License-Identifier: Apache-2.0
"""Plain groups of former units → groups of the units that are asked for, by a join and a sum.

What is here: what crosses over whole. Not here: shares, gaps, ratios: such groups are odd, and are restated one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from tiendo.evaluate.bulk.maps.ground import Ground, Part
from tiendo.evaluate.bulk.partial.bits import bit_or

_KEYS = ["unit", "indicator"]
_SUMS = ("_sum", "_last", "_whole")


def map_of(last_on: ir.Value, last_days: Sequence[date]) -> ir.Value:
    """To which map a figure belongs."""
    branches = [(last_on <= ibis.literal(day), ibis.literal(number, "int32")) for number, day in enumerate(last_days)]
    if len(branches) == 1:
        return branches[0][1]
    return ibis.cases(*branches, else_=ibis.literal(len(last_days) - 1, "int32"))


def parts_table(parts: Iterable[Part]) -> ir.Table:
    """The parts as a small table."""
    rows = list(parts)
    columns = {
        "of_map": pa.array([row.map for row in rows], pa.int32()),
        "source": pa.array([row.source for row in rows], pa.string()),
        "target": pa.array([row.target for row in rows], pa.string()),
        "parts": pa.array([row.parts for row in rows], pa.int64()),
        "is_exact": pa.array([row.is_exact for row in rows], pa.bool_()),
    }
    return ibis.memtable(pa.table(columns))


def find_unplaced(units: Iterable[tuple[int, str]], ground: Ground) -> tuple[int, str] | None:
    """The first unit that was not on the map of its figures."""
    return next(((map_, unit) for map_, unit in sorted(units) if not ground.knows(map_, unit)), None)


def restate_groups(groups: ir.Table, ground: Ground, addable: Sequence[str]) -> ir.Table:
    """One row for each unit that is asked for and each indicator, with the columns of the groups.

    Args:
        groups: by unit, indicator and map; the unit is the former one.
        ground: where former units went.
        addable: units of measure whose amounts have a sum over units.
    """
    crossing = parts_table(ground.parts())
    rows = groups.inner_join(crossing, [groups.unit == crossing.source, groups.map == crossing.of_map])
    is_whole = rows.is_exact & ~rows.is_odd & ((rows.parts == 1) | rows.measure.isin(list(addable)))
    sums = [name for name in groups.columns if name.endswith(_SUMS)]
    made = {
        "found": rows.count(),
        "parts": rows.parts.max(),
        "are_whole": is_whole.all(),
        "least_bits": rows.bits.min(),
        "bits": rows.bits.max(),
        "measure": rows.measure.max(),
        "least_measure": rows.measure.min(),
    }
    by_map = rows.group_by(["target", "indicator", "map"]).aggregate(
        **made, **{name: rows[name].sum() for name in sums}
    )
    is_same = (by_map.least_bits == by_map.bits) & (by_map.least_measure == by_map.measure)
    is_odd = ~(by_map.are_whole & (by_map.found == by_map.parts) & is_same.coalesce(False))
    by_map = by_map.mutate(is_odd=is_odd).rename(unit="target")
    if len(ground.last_days) > 1:
        by_map = _join_maps(by_map, sums)
    kept = {name: by_map[name].cast(groups[name].type()) for name in sums}
    return by_map.select(*_KEYS, "is_odd", "measure", "bits", **kept)


def _join_maps(groups: ir.Table, sums: Sequence[str]) -> ir.Table:
    """The figures of all former maps together; each month was reported on one of them."""
    found = groups.group_by(_KEYS).aggregate(
        is_odd=groups.is_odd.any(),
        bits=bit_or(groups.bits),
        measure=groups.measure.max(),
        least_measure=groups.measure.min(),
        **{name: groups[name].sum() for name in sums},
    )
    return found.mutate(is_odd=found.is_odd | (found.least_measure != found.measure))
