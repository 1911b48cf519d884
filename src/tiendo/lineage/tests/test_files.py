# SPDX-License-Identifier: Apache-2.0
"""Tables with a fault: each is told with its line, the rest is read, nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.lineage import AmbiguousCodeError, Basis, Level, Quality, make_crosswalk, read_tables

UNITS = """code,name,level,parent_code,valid_from,valid_to
01,Tỉnh Một,province,,,
00001,Xã Đông,commune,01,,2025-07-01
00002,Xã Tây,commune,01,,2025-07-01
00001,Xã Đông Tây,commune,01,2025-07-01,
00003,Xã Nam,commune,01,2025-07-01,
""".splitlines()
CHANGES = """date,act,clause,kind,part,from_code,to_code,share_population
2025-07-01,1/NQ,Điều 1,merge,whole,00001,00001,
2025-07-01,1/NQ,Điều 2,split,part,00002,00001,0.25
2025-07-01,1/NQ,Điều 2,split,rest,00002,00003,
""".splitlines()


def read(units=(), changes=(), *, without=None):
    """The tables with lines put behind them, or one line of changes taken out."""
    kept = [line for number, line in enumerate(CHANGES, 1) if number != without]
    return read_tables([*UNITS, *units], [*kept, *changes])


def told(faults):
    return [(fault.file, fault.line) for fault in faults]


def test_tables_without_a_fault_are_read_without_a_word():
    atlas, faults = read()
    assert not faults
    assert (len(atlas.versions), len(atlas.changes), atlas.days) == (5, 3, (date(2025, 7, 1),))


def test_a_single_unknown_share_is_what_the_others_leave():
    atlas, _ = read()
    walk = make_crosswalk(atlas, date(2025, 1, 1), date(2026, 1, 1), Level.COMMUNE, (Basis.POPULATION,))
    shares = {(group.targets[0].name, part.source.name): part.share for group in walk.groups for part in group.parts}
    assert shares == {
        ("Xã Đông Tây", "Xã Đông"): 1,
        ("Xã Đông Tây", "Xã Tây"): pytest.approx(0.25),
        ("Xã Nam", "Xã Tây"): pytest.approx(0.75),
    }
    assert {group.quality for group in walk.groups} == {Quality.ESTIMATED}


@pytest.mark.parametrize(
    "line",
    [
        "00004,Xã Bắc,commune,01,1/7/2025,",
        "00004,Xã Bắc,làng,01,,",
        ",Xã Bắc,commune,01,,",
        "00004,,commune,01,,",
        "00004,Xã Bắc,commune,01,2025-07-01,2025-07-01",
        "00001,Xã Bắc,commune,01,2025-01-01,2025-07-01",
        "00001,Xã Bắc,commune,01,2026-01-01,",
    ],
)
def test_a_wrong_row_of_units_is_told_and_left_out(line):
    atlas, faults = read([line])
    assert told(faults) == [("units.csv", 7)]
    assert len(atlas.versions) == 5


@pytest.mark.parametrize(
    "line",
    [
        ",1/NQ,,merge,whole,00001,00001,",
        "2025-07-01,1/NQ,,marry,whole,00001,00001,",
        "2025-07-01,1/NQ,,merge,half,00001,00001,",
        "2025-07-01,1/NQ,,split,part,00001,00001,1.5",
        "2025-07-01,1/NQ,,split,part,00001,00001,một nửa",
        "2025-07-01,1/NQ,,merge,whole,00009,00001,",
        "2025-07-01,1/NQ,,merge,whole,00003,00001,",
        "2025-07-01,1/NQ,,merge,whole,00001,00002,",
    ],
)
def test_a_wrong_row_of_changes_is_told_and_left_out(line):
    atlas, faults = read(changes=[line])
    assert told(faults) == [("changes.csv", 5)]
    assert len(atlas.changes) == 3


@pytest.mark.parametrize(
    "line",
    ["2025-07-01,1/NQ,,split,part,00001,00003,", "2025-07-01,1/NQ,,split,part,00002,00003,0.9"],
)
def test_shares_that_contradict_each_other_are_told_and_not_used(line):
    atlas, faults = read(changes=[line])
    assert set(told(faults)) == {("changes.csv", 5)}
    walk = make_crosswalk(atlas, date(2025, 1, 1), date(2026, 1, 1), Level.COMMUNE, (Basis.POPULATION,))
    assert len(walk.groups) == 1


def test_a_unit_that_nothing_became_of_is_told_and_its_figure_has_no_place():
    atlas, faults = read(without=2)
    assert told(faults) == [("units.csv", 3)]
    assert "Xã Đông (00001)" in faults[0].message
    walk = make_crosswalk(atlas, date(2025, 1, 1), date(2026, 1, 1), Level.COMMUNE)
    lost = [group for group in walk.groups if not group.targets]
    assert [(group.quality, group.parts[0].source.name) for group in lost] == [(Quality.REFUSED, "Xã Đông")]


def test_a_unit_that_came_from_nothing_has_no_past():
    atlas, faults = read(["00005,Xã Mới,commune,01,2026-01-01,"])
    assert told(faults) == [("units.csv", 7)]
    walk = make_crosswalk(atlas, date(2026, 1, 1), date(2025, 12, 31), Level.COMMUNE)
    assert [group.parts[0].source.name for group in walk.groups if not group.targets] == ["Xã Mới"]


def test_a_unit_below_a_code_that_nobody_bore_is_told():
    _, faults = read(["00005,Xã Mới,commune,09,,"])
    assert told(faults) == [("units.csv", 7)]
    assert "09" in faults[0].message_en


def test_a_missing_column_is_told_by_its_name():
    atlas, faults = read_tables(UNITS, ["date,act,clause,kind,from_code,to_code", CHANGES[1]])
    assert ("changes.csv", 1) in told(faults)
    assert faults[0].message == "Thiếu cột part; hãy thêm vào dòng đầu."
    assert not atlas.changes


def test_a_code_that_two_levels_share_needs_its_level():
    atlas, _ = read(["00003,Khu phố 3,residential,00003,2025-07-01,"])
    with pytest.raises(AmbiguousCodeError, match="Xã Nam, Khu phố 3"):
        atlas.find_by_code("00003", date(2026, 1, 1))
    assert atlas.find_by_code("00003", date(2026, 1, 1), Level.RESIDENTIAL).name == "Khu phố 3"
    assert [unit.code for unit in atlas.list_by_name("xa nam", date(2026, 1, 1))] == ["00003"]
    assert not atlas.list_by_name("xã nâm", date(2026, 1, 1))


def test_a_part_without_the_rest_is_told_and_its_figure_is_held():
    """Line 4 held the rest; whoever takes the part for the whole would be wrong."""
    atlas, faults = read(without=4)
    assert ("changes.csv", 3) in told(faults)
    walk = make_crosswalk(atlas, date(2025, 1, 1), date(2026, 1, 1), Level.COMMUNE, (Basis.POPULATION, Basis.PRINCIPAL))
    assert [(group.targets[0].name, group.quality) for group in walk.groups] == [("Xã Đông Tây", Quality.REFUSED)]
    back = make_crosswalk(atlas, date(2026, 1, 1), date(2025, 1, 1), Level.COMMUNE)
    assert {group.quality for group in back.groups} == {Quality.REFUSED}
