# SPDX-License-Identifier: Apache-2.0
"""Invented histories whose truth is known: land in plots that are never divided, units that are sets of plots."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from tiendo.lineage import Amount, Atlas, Change, Extent, Kind, Level, Shares, UnitVersion, Value

START = date(2020, 1, 1)
YEAR = timedelta(days=365)


@dataclass
class World:
    """Units as sets of plots on each day, and what the record says of them."""

    people: list[int]  # of each plot
    worth: list[int]  # of each plot: a figure that does not follow the people
    maps: list[dict[str, frozenset[int]]] = field(default_factory=list)  # one after each day of changes
    versions: dict[str, UnitVersion] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    @property
    def days(self):
        """A day on each map."""
        return [START + number * YEAR + timedelta(days=100) for number in range(len(self.maps))]

    @property
    def atlas(self):
        return Atlas(self.versions.values(), self.changes)

    def true(self, numbers, units, number):
        """The sum of the plots of some units on a map."""
        return sum(numbers[plot] for unit in units for plot in self.maps[number][unit])

    def series(self, numbers, number, left_out=()):
        """The figures of all units of a map."""
        return [
            Value(unit, "x", "2020", Amount(Fraction(self.true(numbers, [unit], number))))
            for unit in self.maps[number]
            if unit not in left_out
        ]


@st.composite
def worlds(draw, *, has_splits=True, knows_shares=None):
    """A world of up to nine plots and three days of changes; each day some units are laid together and cut anew.

    Args:
        has_splits: else units only merge and change their names.
        knows_shares: of the people, for every divided unit; None: for some.
    """
    count = draw(st.integers(2, 9))
    numbers = st.lists(st.integers(1, 1000), min_size=count, max_size=count)
    world = World(draw(numbers), draw(numbers))
    _add_map(world, draw(_partitions(frozenset(range(count)))), draw, START)
    for step in range(1, draw(st.integers(1, 3)) + 1):
        before = world.maps[-1]
        touched = draw(st.lists(st.sampled_from(sorted(before)), unique=True, max_size=len(before)))
        if has_splits:
            blocks = draw(_partitions(frozenset().union(*(before[unit] for unit in touched))))
        else:
            groups = draw(_partitions(frozenset(range(len(touched)))))
            blocks = [frozenset().union(*(before[touched[i]] for i in group)) for group in groups]
        _change_map(world, touched, blocks, draw, START + step * YEAR, knows_shares)
    return world


def as_tables(world):
    """The two tables that hold the history."""
    units, changes = io.StringIO(), io.StringIO()
    rows = csv.writer(units)
    rows.writerow("code name level parent_code valid_from valid_to population".split())
    for one in world.versions.values():
        rows.writerow([one.code, one.name, one.level, "", one.valid_from, one.valid_to, one.sizes.population])
    rows = csv.writer(changes)
    rows.writerow("date act clause kind part from_code to_code share_population".split())
    for one in world.changes:
        source, target = world.versions[one.source], world.versions[one.target]
        share = "" if one.extent is Extent.WHOLE else one.shares.population
        rows.writerow([one.on, one.act, one.clause, one.kind, one.extent, source.code, target.code, share])
    return units.getvalue().splitlines(), changes.getvalue().splitlines()


@st.composite
def _partitions(draw, plots):
    labels = draw(st.lists(st.integers(0, 4), min_size=len(plots), max_size=len(plots)))
    blocks = defaultdict(set)
    for plot, label in zip(sorted(plots), labels, strict=True):
        blocks[label].add(plot)
    return [frozenset(block) for block in blocks.values()]


def _add_map(world, blocks, draw, day):
    world.maps.append({_found(world, block, draw, day): block for block in blocks})


def _found(world, block, draw, day):
    """A new unit; it may bear a code that another has just given up."""
    borne = {unit.code for unit in world.versions.values() if unit.valid_to is None}
    free = sorted({f"{number:05}" for number in range(12)} - borne)
    code = draw(st.sampled_from(free))
    unit_id = f"commune:{code}" if day == START else f"commune:{code}@{day}"
    sizes = Shares(population=Fraction(sum(world.people[plot] for plot in block)))
    since = None if day == START else day
    world.versions[unit_id] = UnitVersion(unit_id, code, f"Xã {code}/{day.year}", Level.COMMUNE, "", since, sizes=sizes)
    return unit_id


def _change_map(world, touched, blocks, draw, day, knows_shares):
    before = world.maps[-1]
    for unit in touched:
        old = world.versions[unit]
        world.versions[unit] = UnitVersion(
            unit, old.code, old.name, old.level, "", old.valid_from, day, sizes=old.sizes
        )
    new = {_found(world, block, draw, day): block for block in blocks}
    world.maps.append({**{unit: plots for unit, plots in before.items() if unit not in touched}, **new})
    for unit in touched:
        targets = [target for target, block in new.items() if block & before[unit]]
        is_known = draw(st.booleans()) if knows_shares is None else knows_shares
        for target in targets:
            come = sum(world.people[plot] for plot in new[target] & before[unit])
            share = Fraction(come, sum(world.people[plot] for plot in before[unit]))
            is_whole = len(targets) == 1
            kind = Kind.MERGE if is_whole else Kind.SPLIT
            extent = Extent.WHOLE if is_whole else Extent.PART
            known = Shares(1, 1, 1) if is_whole else Shares(population=share if is_known else None)
            world.changes.append(Change(day, kind, extent, unit, target, f"{day.year}/NQ", "", known))
