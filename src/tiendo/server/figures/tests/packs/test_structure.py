# SPDX-License-Identifier: Apache-2.0
"""Headings, components and standards of a pack; every fault with its line and what would be right."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.server.figures.data import OverTime
from tiendo.server.figures.models import Indicator
from tiendo.server.figures.queries import find_indicator, list_indicators
from tiendo.server.figures.services import load_indicators
from tiendo.server.figures.tests.making import ME, PACKS
from tiendo.server.support.packs import PackError

PACK = """\
groups:
  - code: money
    number: I
    name: Kinh tế
    name_en: Economy
standards:
  - code: poverty
    versions:
      - name: Chuẩn cũ
        name_en: Old
        until: 2026-12-31
        rule: đến 1,5 triệu đồng
        rule_en: up to 1.5 million
        source: Nghị định 07/2021/NĐ-CP
      - name: Chuẩn mới
        name_en: New
        from: 2027-01-01
        rule: đến 2,2 triệu đồng
        rule_en: up to 2.2 million
        source: Nghị định mới
indicators:
  - code: inland
    name: Thu nội địa
    name_en: Inland revenue
    sector: economy
    measure: triệu đồng
    nature: flow
    direction: up
    roll_up: sum
    part_of: revenue
  - code: revenue
    name: Thu ngân sách
    name_en: Revenue
    sector: economy
    group: money
    measure: tỷ đồng
    nature: flow
    direction: up
    roll_up: sum
    parts_add_up: true
  - code: poor
    name: Hộ nghèo
    name_en: Poor
    sector: society
    standard: poverty
    measure: hộ
    nature: stock
    direction: down
    roll_up: sum
  - code: households
    name: Số hộ
    name_en: Households
    sector: society
    measure: hộ
    nature: stock
    direction: none
    roll_up: sum
  - code: rate
    name: Tỷ lệ hộ nghèo
    name_en: Rate
    sector: society
    standard: poverty
    measure: "%"
    nature: ratio
    direction: down
    roll_up: ratio
    formula: poor / households
"""


@pytest.fixture
def load(tmp_path, db):
    def run(text):
        (tmp_path / "pack.yaml").write_text("kind: indicators\ncode: thu\ntitle: Thử\nfiles: [a.yaml]\n", "utf-8")
        (tmp_path / "a.yaml").write_text(text, "utf-8")
        return load_indicators(tmp_path, actor=ME)

    return run


def test_a_pack_says_headings_components_and_standards(load):
    load(PACK)
    poor, inland, revenue = (find_indicator(code) for code in ("poor", "inland", "revenue"))
    assert [standard.name_vi for standard in poor.standards] == ["Chuẩn cũ", "Chuẩn mới"]
    assert poor.standards[1].first_on == date(2027, 1, 1)
    assert (inland.part_of, revenue.parts_add_up) == ("revenue", True)
    assert (revenue.group.number, revenue.group.name_vi) == ("I", "Kinh tế")


def test_a_component_stands_behind_what_it_belongs_to_and_headings_come_first(load):
    load(PACK)
    assert [row.code for row in list_indicators()] == ["revenue", "inland", "poor", "households", "rate"]


def test_how_months_make_a_year_follows_from_what_is_measured(load):
    load(PACK)
    times = {row.code: row.over_time for row in list_indicators()}
    assert times["revenue"] is OverTime.SUM
    assert times["poor"] is OverTime.END
    assert times["rate"] is OverTime.END  # a quotient of two stocks


def _line_of(text, part, after=""):
    start = text.index(after) if after else 0
    return text[: text.index(part, start)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "word"),
    [
        ("    group: money", "    group: mony", "group: mony", "money"),
        ("standard: poverty\n    measure: hộ", "standard: poor\n    measure: hộ", "standard: poor\n", "poverty"),
        ("part_of: revenue", "part_of: income", "part_of: income", "income"),
        ("    measure: triệu đồng", "    measure: hộ", "parts_add_up", "Thu nội địa"),
        ("    part_of: revenue\n", "", "parts_add_up", "part_of: revenue"),
        ("        from: 2027-01-01", "        from: 2027-02-01", "from: 2027-02-01", "2027-01-01"),
        ("        until: 2026-12-31\n", "", "Chuẩn mới", "until"),
        ("        from: 2027-01-01", "        from: 01/01/2027", "from: 01/01/2027", "01/01/2027"),
        ('    standard: poverty\n    measure: "%"', '    measure: "%"', "formula: poor", "standard: poverty"),
        ("        source: Nghị định mới\n", "", "Chuẩn mới", "source"),
        ("    nature: stock\n    direction: down", "    nature: stock\n    over_time: sum\n    direction: down",
         "over_time: sum", "end"),
    ],
)  # fmt: skip
def test_a_fault_names_the_line_and_what_would_be_right(load, old, new, at, word):
    text = PACK.replace(old, new, 1)
    assert text != PACK
    with pytest.raises(PackError) as error:
        load(text)
    assert f"a.yaml:{_line_of(text, at)}: " in str(error.value)
    assert word in str(error.value)
    assert not Indicator.objects.exists()


def test_components_that_go_in_a_circle_are_told_with_their_path(load):
    text = PACK.replace("    group: money\n", "    group: money\n    part_of: inland\n").replace(
        "parts_add_up: true", "decimals: 1"
    )
    with pytest.raises(PackError, match="inland → revenue → inland"):
        load(text)


def test_two_packs_that_share_an_indicator_share_its_standards(load):
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    text = PACK.replace("code: poor\n", "code: poor_households\n").replace(
        "poor / households", "poor_households / households"
    )
    text = text.replace("name: Số hộ\n", "name: Số hộ dân cư\n").replace("code: rate", "code: poor_household_rate")
    with pytest.raises(PackError, match="indicators-phuong-xa"):
        load(text.replace("measure: tỷ đồng", "measure: tỷ đồng").replace("Thu ngân sách\n", "Thu của thôn\n"))


@pytest.mark.parametrize("name", ["indicators-phuong-xa", "indicators-quan", "indicators-quoc-gia", "indicators-tinh"])
def test_every_indicator_of_a_shipped_pack_stands_under_a_heading(db, name):
    load_indicators(PACKS / name, actor=ME)
    assert all(row.group is not None for row in list_indicators())
    counted = {row.code for row in list_indicators() if row.standards}
    assert {"poor_households", "poor_household_rate"} & counted
