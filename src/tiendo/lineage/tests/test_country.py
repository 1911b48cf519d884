# SPDX-License-Identifier: Apache-2.0
"""The whole country as the project ships it: chains that were worked out by hand, and counts that were published.

``known_cases.csv`` holds facts about units, read from the acts; sources and licences are those of the pack of units.
"""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tiendo.lineage import (
    Amount,
    Basis,
    Level,
    Quality,
    Refusal,
    Value,
    make_crosswalk,
    read_pack,
    restate,
    tell,
    trace_life,
)

HERE = Path(__file__).parent
PACK = HERE.parents[3] / "packs/units-viet-nam"
CASES = list(csv.DictReader((HERE / "known_cases.csv").read_text("utf-8").splitlines()))
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def country():
    return read_pack(PACK)


@pytest.fixture(scope="module")
def atlas(country):
    return country[0]


def bring(atlas, figures, start=BEFORE, end=AFTER, level=Level.COMMUNE, **more):
    """Figures by code on another map: rows by code, codes of a sum joined."""
    walk = make_crosswalk(atlas, start, end, level, **more)
    series = [
        Value(atlas.find_by_code(code, start).unit_id, "x", "2024", Amount(Fraction(figure)))
        for code, figure in figures.items()
    ]
    return walk, {" ".join(unit.code for unit in row.targets): row for row in restate(walk, series)}


def test_everything_in_the_pack_can_be_placed(country):
    atlas, faults = country
    assert not faults
    assert len(atlas.changes) > 12_000


@pytest.mark.parametrize(
    ("day", "level", "count"),
    [
        (BEFORE, Level.PROVINCE, 63),
        (BEFORE, Level.DISTRICT, 696),
        (BEFORE, Level.COMMUNE, 10_035),
        (AFTER, Level.PROVINCE, 34),
        (AFTER, Level.DISTRICT, 0),
        (AFTER, Level.COMMUNE, 3_321),
    ],
)
def test_the_map_of_a_day_has_the_official_number_of_units(atlas, day, level, count):
    assert len(atlas.list_units(day, level)) == count


def test_a_code_means_something_only_together_with_a_day(atlas):
    assert atlas.find_by_code("26833", BEFORE).name == "Phường Long Thạnh Mỹ"
    assert atlas.find_by_code("26833", AFTER).name == "Phường Long Bình"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_chain_leads_where_the_acts_lead(atlas, case):
    start, end = date.fromisoformat(case["from_date"]), date.fromisoformat(case["to_date"])
    unit = atlas.find_by_code(case["from_code"], start)
    assert unit.name == case["from_name"]
    heirs = trace_life(atlas, unit, start, end).heirs
    assert [heir.code for heir in heirs] == sorted(case["to_codes"].split())
    assert {heir.name for heir in heirs} == set(case["to_names"].split("; "))


def test_as_many_districts_are_unions_of_whole_communes_as_were_counted(atlas):
    """392 of 696, counted with the data before this code was written."""
    walk = make_crosswalk(atlas, BEFORE, AFTER, Level.DISTRICT)
    assert len(walk.sources) == 696
    assert sum(len(group.parts) == 1 and group.quality is Quality.EXACT for group in walk.groups) == 392


def test_the_district_is_exact_as_the_sum_of_its_wards_and_refused_for_one_of_them(atlas):
    _, rows = bring(atlas, {"774": 100}, level=Level.DISTRICT)
    assert (rows["27301 27316 27343"].quality, rows["27301 27316 27343"].amount.total) == (Quality.EXACT, 100)
    assert [rows[code].refusal for code in ("27301", "27316", "27343")] == [Refusal.DIVIDED] * 3


def test_the_former_district_is_the_sum_of_the_wards_of_today(atlas):
    """Phường Chợ Quán, An Đông and Chợ Lớn, added up to the map on which Quận 5 still was."""
    figures = {"27301": 5, "27316": 6, "27343": 7}
    _, rows = bring(atlas, figures, AFTER, BEFORE, to_level=Level.DISTRICT)
    assert (rows["774"].quality, rows["774"].amount.total) == (Quality.EXACT, 18)


def test_a_ward_of_today_is_the_sum_of_the_wards_that_were_merged_into_it(atlas):
    _, rows = bring(atlas, {"27325": 1, "27307": 2, "27313": 3, "27301": 4}, date(2024, 6, 30))
    assert (rows["27301"].quality, rows["27301"].amount.total) == (Quality.EXACT, 10)


def test_a_ward_that_was_divided_is_told_with_those_that_share_it(atlas):
    """Phường 4 of Quận 3 went to Bàn Cờ and to Xuân Hòa; the act says nothing of shares."""
    figures = {"27160": 1, "27157": 2, "27154": 3, "27151": 4, "27148": 5, "27139": 6}
    walk, rows = bring(atlas, figures)
    assert (rows["27139 27154"].quality, rows["27139 27154"].amount.total) == (Quality.EXACT, 21)
    assert rows["27154"].refusal is Refusal.DIVIDED
    sentence = tell(rows["27154"], walk)
    assert sentence == (
        "Không có số liệu riêng của Phường Bàn Cờ (27154): Phường 4 (27148) (bản đồ ngày 30/06/2025) nằm trên địa bàn "
        "nhiều đơn vị của bản đồ ngày 01/07/2025, chưa có căn cứ chia (dân số, diện tích hoặc số hộ); chỉ có tổng của "
        "Phường Xuân Hòa (27139) và Phường Bàn Cờ (27154)."
    )


def test_the_land_went_to_one_ward_and_the_residents_to_two(atlas):
    """Xã Kỳ Lợi; the act says so, no number is needed for the ward that got all the land and none of the people."""
    unit = atlas.find_by_code("18796", BEFORE).unit_id
    by_area = make_crosswalk(atlas, BEFORE, AFTER, Level.COMMUNE, (Basis.AREA,))
    by_people = make_crosswalk(atlas, BEFORE, AFTER, Level.COMMUNE, (Basis.POPULATION,))

    def shares(walk):
        return {
            tuple(target.code for target in group.targets): part.share
            for group in walk.groups
            for part in group.parts
            if part.source.unit_id == unit
        }

    assert shares(by_area) == {("18754",): 0, ("18823",): 1, ("18832",): 0}
    assert shares(by_people) == {("18754", "18832"): 1, ("18823",): 0}


def test_a_principal_successor_is_taken_for_the_whole_only_when_asked(atlas):
    before, after = date(2024, 12, 31), date(2025, 1, 1)
    main = next(change for change in atlas.changes if change.extent == "main" and change.on == after)
    source = atlas.get_unit(main.source, before)
    target = atlas.get_unit(main.target, after)
    others = [atlas.get_unit(change.source, before).code for change in atlas.changes_into(after)[main.target]]
    walk, rows = bring(atlas, dict.fromkeys(others, 1), before, after)
    assert (rows[target.code].refusal, rows[target.code].held.total) == (Refusal.OPEN, len(others))
    assert source.name in tell(rows[target.code], walk)
    _, rows = bring(atlas, dict.fromkeys(others, 1), before, after, bases=(Basis.PRINCIPAL,))
    assert (rows[target.code].quality, rows[target.code].bases) == (Quality.ESTIMATED, (Basis.PRINCIPAL,))
    _, rows = bring(atlas, {target.code: 1}, after, before, bases=(Basis.PRINCIPAL,))
    assert [row.quality for row in rows.values() if row.amount is not None] == [Quality.ESTIMATED]


def test_an_island_district_without_communes_belongs_to_the_map_of_communes(atlas):
    _, there = bring(atlas, {"755": 9})
    assert (there["26732"].quality, there["26732"].amount.total) == (Quality.EXACT, 9)
    _, back = bring(atlas, {"26732": 9}, AFTER, BEFORE)
    assert (back["755"].quality, back["755"].amount.total) == (Quality.EXACT, 9)


@pytest.mark.parametrize("level", [Level.PROVINCE, Level.DISTRICT, Level.COMMUNE])
@pytest.mark.parametrize(("start", "end"), [(date(2021, 12, 1), AFTER), (AFTER, date(2021, 12, 1))])
def test_sums_over_the_country_are_kept(atlas, level, start, end):
    units = make_crosswalk(atlas, start, start, level).sources
    walk = make_crosswalk(atlas, start, end, level)
    rows = restate(walk, [Value(unit, "x", "1", Amount(Fraction(n + 1))) for n, unit in enumerate(units)])
    amounts = [row.amount or row.held for row in rows]
    assert sum(amount.total for amount in amounts if amount is not None) == len(units) * (len(units) + 1) // 2


def test_the_life_of_a_ward_goes_back_through_both_mergers(atlas):
    life = trace_life(atlas, atlas.find_by_code("27301", AFTER), AFTER, AFTER)
    came = [(event.change.on.year, event.source.name, event.target.name) for event in life.before]
    assert came == [
        (2025, "Phường 4", "Phường Chợ Quán"),
        (2025, "Phường 2", "Phường Chợ Quán"),
        (2025, "Phường 1", "Phường Chợ Quán"),
        (2025, "Phường 3", "Phường 2"),
        (2025, "Phường 2", "Phường 2"),
    ]
    assert [heir.name for heir in life.heirs] == ["Phường Chợ Quán"]
