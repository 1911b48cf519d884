# SPDX-License-Identifier: Apache-2.0
"""Small histories by hand: what each row says, and its sentence in both languages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tiendo.lineage import (
    Amount,
    Atlas,
    Basis,
    Change,
    Extent,
    Kind,
    Language,
    Level,
    LineageError,
    Quality,
    Refusal,
    Shares,
    UnitVersion,
    Value,
    make_crosswalk,
    read_tables,
    restate,
    tell,
)

BEFORE, AFTER = date(2024, 6, 30), date(2025, 7, 1)
UNITS = """code,name,level,parent_code,valid_from,valid_to,population
001,Quận A,district,,,2025-07-01,
00011,Phường 1,commune,001,,2025-07-01,300
00012,Phường 2,commune,001,,2025-07-01,100
00013,Phường 3,commune,001,,2025-07-01,200
00014,Phường 4,commune,001,,2025-07-01,
00011,Phường Mới,commune,,2025-07-01,,400
00013,Phường Trên,commune,,2025-07-01,,
00015,Phường Dưới,commune,,2025-07-01,,
00014,Phường Tư,commune,,2025-07-01,,
""".splitlines()
CHANGES = """date,act,clause,kind,part,from_code,to_code,share_population
2025-07-01,1/NQ,Điều 1 khoản 1,merge,whole,00011,00011,
2025-07-01,1/NQ,Điều 1 khoản 1,merge,whole,00012,00011,
2025-07-01,1/NQ,Điều 1 khoản 2,split,part,00013,00013,0.625
2025-07-01,1/NQ,Điều 1 khoản 3,split,rest,00013,00015,0.375
2025-07-01,1/NQ,,rename,whole,00014,00014,
2025-07-01,2/NQ,,abolish,,001,,
""".splitlines()
ATLAS, FAULTS = read_tables(UNITS, CHANGES)


def bring(figures, start=BEFORE, end=AFTER, level=Level.COMMUNE, **more):
    walk = make_crosswalk(ATLAS, start, end, level, **more)
    series = []
    for code, figure in figures.items():
        amount = figure if isinstance(figure, Amount) else Amount(Fraction(figure))
        series.append(Value(ATLAS.find_by_code(code, start).unit_id, "hộ", "2024", amount))
    return walk, {" ".join(unit.code for unit in row.targets): row for row in restate(walk, series)}


def sentences(walk, row):
    return tell(row, walk), tell(row, walk, Language.EN)


def test_the_example_has_no_fault():
    assert not FAULTS


def test_a_renamed_unit_keeps_its_figure():
    walk, rows = bring({"00014": 7})
    assert (rows["00014"].quality, rows["00014"].amount) == (Quality.EXACT, Amount(7))
    assert sentences(walk, rows["00014"]) == (
        "Số liệu của Phường Tư (00014) là số liệu của Phường 4 (00014) (bản đồ ngày 30/06/2024), đơn vị đi nguyên vẹn, "
        "theo 1/NQ: chính xác.",
        "The figure of Phường Tư (00014) is that of Phường 4 (00014) (map of 2024-06-30), which went there as a whole, "
        "by 1/NQ: exact.",
    )


def test_a_merger_is_the_sum_and_names_its_act():
    walk, rows = bring({"00011": "1.5", "00012": "2.25"})
    assert (rows["00011"].quality, rows["00011"].amount) == (Quality.EXACT, Amount(Fraction("3.75")))
    assert sentences(walk, rows["00011"])[0] == (
        "Số liệu của Phường Mới (00011) là tổng của Phường 1 (00011) và Phường 2 (00012) (bản đồ ngày 30/06/2024), các "
        "đơn vị đi nguyên vẹn, theo 1/NQ, Điều 1 khoản 1: chính xác."
    )


def test_a_merger_with_a_missing_figure_is_refused_and_keeps_what_was_given():
    walk, rows = bring({"00011": 3})
    row = rows["00011"]
    assert (row.quality, row.refusal, row.amount, row.held) == (Quality.REFUSED, Refusal.MISSING, None, Amount(3))
    assert sentences(walk, row) == (
        "Chưa cộng được số liệu của Phường Mới (00011): thiếu số liệu 2024 của Phường 2 (00012) (bản đồ ngày "
        "30/06/2024); hãy nhập thêm.",
        "The figure of Phường Mới (00011) cannot be added up yet: Phường 2 (00012) (map of 2024-06-30) has none for "
        "2024; enter it.",
    )


def test_a_split_is_an_estimate_by_the_stated_basis():
    walk, rows = bring({"00013": 80}, bases=(Basis.POPULATION,))
    assert [(rows[code].quality, rows[code].amount.total) for code in ("00013", "00015")] == [
        (Quality.ESTIMATED, 50),
        (Quality.ESTIMATED, 30),
    ]
    assert sentences(walk, rows["00013"]) == (
        "Số liệu của Phường Trên (00013) là ước tính từ Phường 3 (00013) (bản đồ ngày 30/06/2024), theo 1/NQ, Điều 1 "
        "khoản 2; 1/NQ, Điều 1 khoản 3; phần được chia: Phường 3 (00013) tính 62,5\u00a0% theo dân số.",
        "The figure of Phường Trên (00013) is an estimate from Phường 3 (00013) (map of 2024-06-30), by 1/NQ, Điều 1 "
        "khoản 2; 1/NQ, Điều 1 khoản 3; divided: Phường 3 (00013) counts 62.5% by population.",
    )


@pytest.mark.parametrize(
    ("bases", "why"),
    [
        ((), "chưa có căn cứ chia (dân số, diện tích hoặc số hộ)"),
        ((Basis.AREA, Basis.HOUSEHOLDS), "chưa có tỷ lệ diện tích và số hộ để chia"),
    ],
)
def test_a_split_without_a_share_is_refused_for_each_part_and_exact_for_both(bases, why):
    walk, rows = bring({"00013": 80}, bases=bases)
    assert (rows["00013 00015"].quality, rows["00013 00015"].amount) == (Quality.EXACT, Amount(80))
    assert (rows["00013"].refusal, rows["00013"].held) == (Refusal.DIVIDED, None)
    assert why in tell(rows["00013"], walk)


def test_backwards_a_merger_is_exact_as_a_sum_and_an_estimate_by_the_former_sizes():
    _, rows = bring({"00011": 40}, AFTER, BEFORE)
    assert (rows["00011 00012"].quality, rows["00011 00012"].amount) == (Quality.EXACT, Amount(40))
    _, rows = bring({"00011": 40}, AFTER, BEFORE, bases=(Basis.POPULATION,))
    assert {code: row.amount.total for code, row in rows.items()} == {"00011": 30, "00012": 10}
    assert {row.quality for row in rows.values()} == {Quality.ESTIMATED}


def test_backwards_the_parts_of_a_split_add_up_to_the_whole():
    _, rows = bring({"00013": 50, "00015": 30}, AFTER, BEFORE)
    assert (rows["00013"].quality, rows["00013"].amount) == (Quality.EXACT, Amount(80))


def test_a_district_goes_over_into_all_communes_on_its_land():
    _, rows = bring({"001": 10}, level=Level.DISTRICT)
    assert (rows["00011 00013 00014 00015"].quality, len(rows)) == (Quality.EXACT, 5)
    _, rows = bring({"00011": 1, "00013": 2, "00014": 3, "00015": 4}, AFTER, BEFORE, to_level=Level.DISTRICT)
    assert {code: row.amount for code, row in rows.items()} == {"001": Amount(10)}


def test_a_ratio_is_summed_by_its_parts_and_a_bare_one_is_refused_unless_it_moves_as_a_whole():
    _, rows = bring({"00011": Amount(Fraction(1), Fraction(2)), "00012": Amount(Fraction(1), Fraction(6))})
    assert rows["00011"].amount == Amount(Fraction(2), Fraction(8))
    assert rows["00011"].amount.value == Fraction(1, 4)
    bare = {code: Amount(Fraction(50), is_bare_ratio=True) for code in ("00011", "00012", "00014")}
    walk, rows = bring(bare)
    assert (rows["00011"].refusal, rows["00011"].held) == (Refusal.BARE_RATIO, None)
    assert rows["00014"].amount.value == 50
    assert tell(rows["00011"], walk).endswith("hãy nhập tử số và mẫu số.")


def test_a_ratio_over_zero_has_parts_and_no_value():
    _, rows = bring({"00014": Amount(Fraction(), Fraction())})
    assert (rows["00014"].quality, rows["00014"].amount.value) == (Quality.EXACT, None)


@pytest.mark.parametrize(
    "series",
    [
        [Value("commune:00011", "x", "1", Amount(Fraction(1)))] * 2,
        [Value("commune:99999", "x", "1", Amount(Fraction(1)))],
        [
            Value("commune:00011", "x", "1", Amount(Fraction(1))),
            Value("commune:00012", "x", "1", Amount(Fraction(1), Fraction(2))),
        ],
    ],
    ids=["twice", "unknown", "mixed"],
)
def test_figures_that_cannot_be_are_refused_as_a_whole(series):
    walk = make_crosswalk(ATLAS, BEFORE, AFTER, Level.COMMUNE)
    with pytest.raises(LineageError) as told:
        list(restate(walk, series))
    assert told.value.message
    assert told.value.message_en


def test_a_part_of_nothing_needs_no_figure():
    """All residents went elsewhere, says the act; so the sum by population is whole without that unit."""
    lines = [line.replace("0.625", "0").replace("0.375", "1") for line in CHANGES]
    lines.insert(1, "2025-07-01,1/NQ,,merge,whole,00016,00013,")
    atlas, faults = read_tables([*UNITS, "00016,Phường 6,commune,001,,2025-07-01,"], lines)
    assert not faults
    walk = make_crosswalk(atlas, BEFORE, AFTER, Level.COMMUNE, (Basis.POPULATION,))
    (row,) = restate(walk, [Value("commune:00016", "x", "1", Amount(Fraction(4)))])
    assert (row.targets[0].name, row.quality, row.amount) == ("Phường Trên", Quality.ESTIMATED, Amount(4))


def test_a_district_and_its_communes_that_become_one_unit_are_counted_once():
    """An island: the district is transferred, its communes are merged into the same special zone."""
    units = [UNITS[0], "002,Huyện B,district,,,2025-07-01,", "00021,Xã 1,commune,002,,2025-07-01,"]
    units += ["00022,Xã 2,commune,002,,2025-07-01,", "00023,Đặc khu B,commune,,2025-07-01,,"]
    links = [CHANGES[0], "2025-07-01,3/NQ,,transfer,whole,002,00023,"]
    links += [f"2025-07-01,3/NQ,,merge,whole,{code},00023," for code in ("00021", "00022")]
    atlas, faults = read_tables(units, links)
    assert not faults
    back = make_crosswalk(atlas, AFTER, BEFORE, Level.COMMUNE)
    assert [[unit.code for unit in group.targets] for group in back.groups] == [["00021", "00022"]]
    there = make_crosswalk(atlas, BEFORE, AFTER, Level.DISTRICT)
    assert [(group.targets[0].code, group.quality) for group in there.groups] == [("00023", Quality.EXACT)]


def test_a_unit_that_gives_land_away_and_goes_on_is_divided_once():
    """Its identity may stay the same; the change of a day lies between that day and the day before."""
    day = date(2025, 1, 1)
    versions = [
        UnitVersion("a", "1", "Xã A", Level.COMMUNE, valid_to=day),
        UnitVersion("a", "1", "Xã A", Level.COMMUNE, valid_from=day),
        UnitVersion("b", "2", "Xã B", Level.COMMUNE, valid_from=day),
    ]
    half = Shares(population=Fraction(1, 2))
    links = [Change(day, Kind.SPLIT, Extent.PART, "a", target, shares=half) for target in ("a", "b")]
    atlas = Atlas(versions, links)

    def shares(start, end):
        walk = make_crosswalk(atlas, start, end, Level.COMMUNE, (Basis.POPULATION,))
        return {(p.source.name, group.targets[0].name): p.share for group in walk.groups for p in group.parts}

    after = date(2026, 1, 1)
    assert shares(date(2024, 12, 31), day) == {("Xã A", "Xã A"): Fraction(1, 2), ("Xã A", "Xã B"): Fraction(1, 2)}
    assert shares(day, after) == shares(after, day) == {("Xã A", "Xã A"): 1, ("Xã B", "Xã B"): 1}
    assert shares(after, date(2024, 12, 31)) == {("Xã A", "Xã A"): 1, ("Xã B", "Xã A"): 1}
