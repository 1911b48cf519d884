# SPDX-License-Identifier: Apache-2.0
"""What holds for every history: nothing is lost, and what is called exact is true. Source: DOMAIN 15.4, 15.10."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.lineage import (
    Amount,
    Atlas,
    Basis,
    Level,
    Quality,
    Refusal,
    Value,
    make_crosswalk,
    read_tables,
    restate,
)
from tiendo.lineage.tests.making import as_tables, worlds

LAW = settings(deadline=None)
bases = st.sampled_from([(), (Basis.POPULATION,), (Basis.AREA,), (Basis.AREA, Basis.POPULATION)])


def crosswalk(world, start, end, basis=(), atlas=None):
    return make_crosswalk(atlas or world.atlas, world.days[start], world.days[end], Level.COMMUNE, basis)


def ids(row):
    return [unit.unit_id for unit in row.targets]


def totals(rows):
    return {tuple(ids(row)): row.amount for row in rows if row.quality is not Quality.REFUSED}


def two_maps(data, world):
    numbers = st.integers(0, len(world.maps) - 1)
    return data.draw(numbers), data.draw(numbers)


@LAW
@given(worlds(), bases, st.data())
def test_what_is_called_exact_is_true(world, basis, data):
    """The worth of a unit is the sum of its plots, whatever a basis says of them."""
    start, end = two_maps(data, world)
    for row in restate(crosswalk(world, start, end, basis), world.series(world.worth, start)):
        if row.quality is Quality.EXACT:
            assert row.amount.total == world.true(world.worth, ids(row), end)


@LAW
@given(worlds(knows_shares=True), st.data())
def test_people_divided_by_people_are_true(world, data):
    start, end = two_maps(data, world)
    rows = list(restate(crosswalk(world, start, end, (Basis.POPULATION,)), world.series(world.people, start)))
    for row in rows:
        assert row.quality is not Quality.REFUSED
        assert len(row.targets) == 1
        assert row.amount.total == world.true(world.people, ids(row), end)


@LAW
@given(worlds(), bases, st.data())
def test_every_figure_goes_in_full_into_the_rows(world, basis, data):
    start, end = two_maps(data, world)
    left_out = data.draw(st.sets(st.sampled_from(sorted(world.maps[start]))))
    series = world.series(world.worth, start, left_out)
    rows = list(restate(crosswalk(world, start, end, basis), series))
    told = sum((row.amount.total for row in rows if row.amount is not None), Fraction())
    held = sum((row.held.total for row in rows if row.held is not None), Fraction())
    assert told + held == sum(value.amount.total for value in series)


@LAW
@given(worlds(), bases, st.data())
def test_nothing_is_lost_where_the_record_has_holes(world, basis, data):
    start, end = two_maps(data, world)
    kept = [change for change in world.changes if data.draw(st.booleans())]
    series = world.series(world.worth, start)
    rows = list(restate(crosswalk(world, start, end, basis, Atlas(world.versions.values(), kept)), series))
    amounts = [amount for row in rows for amount in (row.amount, row.held) if amount is not None]
    assert sum(amount.total for amount in amounts) == sum(value.amount.total for value in series)


@LAW
@given(worlds(), bases, st.data())
def test_a_refused_row_has_no_amount_and_every_other_one_has(world, basis, data):
    start, end = two_maps(data, world)
    left_out = data.draw(st.sets(st.sampled_from(sorted(world.maps[start]))))
    for row in restate(crosswalk(world, start, end, basis), world.series(world.worth, start, left_out)):
        assert (row.quality is Quality.REFUSED) == (row.amount is None) == (row.refusal is not None)
        assert not left_out.isdisjoint(part.source.unit_id for part in row.missing) or not row.missing


@LAW
@given(worlds(), bases, st.data())
def test_a_missing_figure_is_never_a_zero(world, basis, data):
    """Whatever is told without a figure is told with it just the same."""
    start, end = two_maps(data, world)
    left_out = data.draw(st.sets(st.sampled_from(sorted(world.maps[start]))))
    walk = crosswalk(world, start, end, basis)
    some = totals(restate(walk, world.series(world.worth, start, left_out)))
    assert some.items() <= totals(restate(walk, world.series(world.worth, start))).items()


@LAW
@given(worlds(), bases, st.data())
def test_on_the_map_of_the_same_day_everything_stays_as_it_is(world, basis, data):
    start, _ = two_maps(data, world)
    rows = list(restate(crosswalk(world, start, start, basis), world.series(world.worth, start)))
    assert {row.quality for row in rows} == {Quality.EXACT}
    assert {ids(row)[0]: row.amount.total for row in rows} == {
        value.unit: value.amount.total for value in world.series(world.worth, start)
    }


@LAW
@given(worlds(), st.data())
def test_two_steps_lead_where_one_step_leads(world, data):
    """What one step tells exactly and two steps tell exactly is the same; what two can tell, one can."""
    first, second = two_maps(data, world)
    third, _ = two_maps(data, world)
    middle = totals(restate(crosswalk(world, first, second), world.series(world.worth, first)))
    between = [Value(units[0], "x", "2020", amount) for units, amount in middle.items() if len(units) == 1]
    after = totals(restate(crosswalk(world, second, third), between))
    at_once = totals(restate(crosswalk(world, first, third), world.series(world.worth, first)))
    for units, amount in after.items():
        assert at_once.get(units, amount) == amount
        if len(units) == 1 and first <= second <= third:
            assert units in at_once


@LAW
@given(worlds(has_splits=False), st.data())
def test_merges_of_wholes_are_exact_and_lead_back_to_the_sums(world, data):
    start, end = sorted(two_maps(data, world))
    there = list(restate(crosswalk(world, start, end), world.series(world.worth, start)))
    assert {row.quality for row in there} == {Quality.EXACT}
    back = restate(crosswalk(world, end, start), [Value(ids(row)[0], "x", "2020", row.amount) for row in there])
    for row in back:
        if row.quality is Quality.EXACT:
            assert row.amount.total == world.true(world.worth, ids(row), start)
        else:
            assert row.refusal is Refusal.DIVIDED
            assert row.held is None
            assert len(row.group.targets) > 1


@LAW
@given(worlds(), bases, st.data(), st.randoms(use_true_random=False))
def test_the_order_of_everything_means_nothing(world, basis, data, dice):
    start, end = two_maps(data, world)
    versions, changes = list(world.versions.values()), list(world.changes)
    series = world.series(world.worth, start)
    rows = list(restate(crosswalk(world, start, end, basis), series))
    for pile in (versions, changes, series):
        dice.shuffle(pile)
    assert rows == list(restate(crosswalk(world, start, end, basis, Atlas(versions, changes)), series))


@LAW
@given(worlds(), bases, st.data())
def test_a_basis_takes_nothing_away_from_what_is_exact(world, basis, data):
    start, end = two_maps(data, world)
    series = world.series(world.worth, start)
    bare = totals(restate(crosswalk(world, start, end), series))
    rows = {tuple(ids(row)): row for row in restate(crosswalk(world, start, end, basis), series)}
    for units, amount in bare.items():
        if len(units) == 1:
            assert (rows[units].quality, rows[units].amount) == (Quality.EXACT, amount)


@LAW
@given(worlds(), bases, st.data())
def test_a_ratio_is_the_ratio_of_its_restated_parts(world, basis, data):
    start, end = two_maps(data, world)
    walk = crosswalk(world, start, end, basis)
    above, below = world.series(world.worth, start), world.series(world.people, start)
    ratios = [
        Value(one.unit, "x", "2020", Amount(one.amount.total, other.amount.total))
        for one, other in zip(above, below, strict=True)
    ]
    numerators, denominators = totals(restate(walk, above)), totals(restate(walk, below))
    for units, amount in totals(restate(walk, ratios)).items():
        parts = (numerators[units].total, denominators[units].total)
        assert (amount.total, amount.denominator) == parts
        assert amount.value == (parts[0] / parts[1] if parts[1] else None)


@LAW
@given(worlds(), bases, st.data())
def test_the_shares_of_a_unit_add_up_to_one(world, basis, data):
    start, end = two_maps(data, world)
    walk = crosswalk(world, start, end, basis)
    for source in walk.sources:
        parts = [part for group in walk.groups for part in group.parts if part.source.unit_id == source]
        assert sum(part.share for part in parts) == 1


@LAW
@given(worlds(), bases, st.data())
def test_tables_hold_the_whole_history_though_codes_are_used_again(world, basis, data):
    start, end = two_maps(data, world)
    atlas, faults = read_tables(*as_tables(world))
    assert not faults
    series = world.series(world.worth, start)
    read = [
        (ids(row), row.quality, row.amount, row.held)
        for row in restate(crosswalk(world, start, end, basis, atlas), series)
    ]
    made = [
        (ids(row), row.quality, row.amount, row.held) for row in restate(crosswalk(world, start, end, basis), series)
    ]
    assert read == made


@LAW
@given(worlds(), st.integers(0, 10**6))
def test_a_line_that_leads_nowhere_is_told_and_the_rest_is_read(world, seed):
    units, changes = as_tables(world)
    wrong = random.Random(seed).randint(1, len(changes))  # noqa: S311 - WONTFIX: a place in a list
    changes.insert(wrong, "2021-06-01,1/NQ,,merge,whole,99999,00001,")
    _, faults = read_tables(units, changes)
    assert [(fault.file, fault.line) for fault in faults] == [("changes.csv", wrong + 1)]


def test_the_invented_histories_hold_what_they_are_for():
    """Else the laws above would be empty."""
    seen = set()

    @settings(deadline=None, max_examples=200, database=None, derandomize=True)
    @given(worlds())
    def look(world):
        codes = [unit.code for unit in world.versions.values()]
        seen.update({"reuse"} if len(codes) != len(set(codes)) else ())
        for row in restate(crosswalk(world, 0, -1, (Basis.POPULATION,)), world.series(world.worth, 0)):
            seen.add((row.quality, len(row.targets) > 1, row.refusal))

    look()
    wanted = {
        "reuse",
        (Quality.EXACT, False, None),
        (Quality.EXACT, True, None),
        (Quality.ESTIMATED, False, None),
        (Quality.REFUSED, False, Refusal.DIVIDED),
    }
    assert wanted <= seen


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_row_of_a_history_has_its_sentence(language):
    from tiendo.lineage import Language, tell  # noqa: PLC0415

    @settings(deadline=None, max_examples=60)
    @given(worlds(), bases)
    def look(world, basis):
        walk = crosswalk(world, 0, -1, basis)
        for row in restate(walk, world.series(world.worth, 0)):
            sentence = tell(row, walk, Language(language))
            assert all(unit.code in sentence for unit in row.targets[:5])
            assert "{" not in sentence

    look()
