# SPDX-License-Identifier: Apache-2.0
"""Which rows are one unit, and who stands above whom when."""

from __future__ import annotations

from datetime import date

from tiendo.server.units.data import Level
from tiendo.server.units.rules import ChangeLine, UnitLine, close, lay_out

DAY = date(2025, 7, 1)


def unit(line, code, *, parent="", since=None, until=None, name=""):
    level = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}[len(code)]
    return UnitLine(code, name or f"Đơn vị {code}", "", level, parent, since, until, line)


def change(line, before, after, kind, part="whole"):
    return ChangeLine(DAY, "1/NQ", "", kind, part, before, after, "1", "1", "1", line)


def origins(layout):
    return sorted(layout.versions)


def test_a_rename_leaves_one_unit_with_two_versions():
    units = [unit(1, "01"), unit(2, "00001", parent="01", until=DAY, name="Xã A")]
    units.append(unit(3, "00001", parent="01", since=DAY, name="Phường A"))
    layout = lay_out(units, [change(1, "00001", "00001", "rename")], prefix="x")
    assert [version.name for version in layout.versions["x:commune:00001"]] == ["Xã A", "Phường A"]


def test_a_merge_makes_a_new_unit_although_the_code_lives_on():
    units = [unit(1, "01"), *(unit(n, f"0000{n}", parent="01", until=DAY) for n in (2, 3))]
    units.append(unit(4, "00002", parent="01", since=DAY))
    changes = [change(n, f"0000{n}", "00002", "merge") for n in (2, 3)]
    layout = lay_out(units, changes, prefix="x")
    assert origins(layout) == [
        "x:commune:00002", "x:commune:00002@2025-07-01", "x:commune:00003", "x:province:01",
    ]  # fmt: skip
    assert [(link.source, link.target) for link in layout.links] == [
        ("x:commune:00002", "x:commune:00002@2025-07-01"),
        ("x:commune:00003", "x:commune:00002@2025-07-01"),
    ]


def test_a_split_makes_new_units_although_one_keeps_the_code():
    units = [unit(1, "01"), unit(2, "00002", parent="01", until=DAY)]
    units += [unit(3, "00002", parent="01", since=DAY), unit(4, "00004", parent="01", since=DAY)]
    changes = [change(1, "00002", "00002", "split", "rest"), change(2, "00002", "00004", "split", "part")]
    assert len(lay_out(units, changes, prefix="x").versions) == 4


def test_a_move_of_a_district_that_became_a_commune_is_one_unit():
    units = [unit(1, "77"), unit(2, "755", parent="77", until=DAY), unit(3, "26732", parent="77", since=DAY)]
    layout = lay_out(units, [change(1, "755", "26732", "transfer")], prefix="x")
    assert [version.level for version in layout.versions["x:district:755"]] == [Level.DISTRICT, Level.COMMUNE]


def test_a_child_whose_parent_became_another_unit_has_two_versions():
    units = [
        unit(1, "01", until=DAY),
        unit(2, "02", until=DAY),
        unit(3, "01", since=DAY),
        unit(4, "00001", parent="01"),
    ]
    changes = [change(1, "01", "01", "merge"), change(2, "02", "01", "merge")]
    found = lay_out(units, changes, prefix="x").versions["x:commune:00001"]
    assert [(version.parent, version.valid_to) for version in found] == [
        ("x:province:01", DAY),
        ("x:province:01@2025-07-01", None),
    ]


def test_a_change_of_a_unit_that_was_not_there_is_reported_and_not_guessed():
    layout = lay_out([unit(1, "01")], [change(7, "00009", "01", "merge")], prefix="x")
    assert (layout.unplaced, layout.links) == ([(7, "00009")], [])


def test_the_country_stands_above_all_that_name_no_parent():
    country = UnitLine("VN", "Việt Nam", "", Level.COUNTRY, "", None, None, 1)
    layout = lay_out([country, unit(2, "01"), unit(3, "00001", parent="01")], [], prefix="x")
    assert ("x:country:VN", "x:commune:00001") in close(layout.versions)


def test_who_moved_is_below_the_old_and_the_new_parent():
    units = [
        unit(1, "01"),
        unit(2, "02"),
        unit(3, "001", parent="01", until=DAY),
        unit(4, "001", parent="02", since=DAY),
    ]
    layout = lay_out(units, [change(1, "001", "001", "transfer")], prefix="x")
    above = {pair[0] for pair in close(layout.versions) if pair[1] == "x:district:001"}
    assert above == {"x:district:001", "x:province:01", "x:province:02"}
