# SPDX-License-Identifier: Apache-2.0
"""A pack of indicators is loaded whole or not at all, and says where its faults are."""

from __future__ import annotations

import shutil

import pytest

from tiendo.server.figures.models import Indicator, Pack
from tiendo.server.figures.queries import find_indicator, list_indicators
from tiendo.server.figures.services import load_indicators, record_figures
from tiendo.server.figures.tests.making import ME, PACKS, figure, load_quan, make_places, specialist
from tiendo.server.support.packs import PackError

GOOD = """\
indicators:
  - code: revenue
    name: Thu ngân sách
    name_en: Revenue
    sector: economy
    measure: tỷ đồng
    nature: flow
    direction: up
    roll_up: sum
    aliases: [Tổng thu ngân sách]
"""
SECOND = """\
  - code: rate
    name: Tỷ lệ giải ngân
    name_en: Rate
    sector: economy
    measure: "%"
    nature: ratio
    direction: up
    roll_up: ratio
"""


@pytest.fixture
def pack(tmp_path):
    def make(text, code="thu"):
        manifest = f"kind: indicators\ncode: {code}\ntitle: Thử\nfiles: [a.yaml]\n"
        (tmp_path / "pack.yaml").write_text(manifest, "utf-8")
        (tmp_path / "a.yaml").write_text(text, "utf-8")
        return tmp_path

    return make


@pytest.mark.parametrize("name", ["indicators-quan", "indicators-phuong-xa"])
def test_a_shipped_pack_loads_and_a_second_time_does_nothing(db, name):
    first = load_indicators(PACKS / name, actor=ME)
    assert first.indicators == Indicator.objects.count() > 25
    assert load_indicators(PACKS / name, actor=ME).is_unchanged


def test_two_shipped_packs_share_indicators_and_their_names(db):
    load_quan()
    report = load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    assert report.shared == 11
    row = find_indicator("poor_households")
    assert row.pack == "indicators-quan"
    assert next(indicator.code for indicator in list_indicators(sector="targets")) == "targets_set"


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("code: rate", "code: revenue", 11, "revenue"),
        ("measure: \"%\"", "measure: \"12\"", 15, "12"),
        ("measure: \"%\"", "measure: hộ", 15, "hộ"),
        ("roll_up: ratio", "roll_up: sum", 18, "ratio"),
        ("nature: ratio", "nature: flow", 18, "ratio"),
        ("name: Tỷ lệ giải ngân", "name: tổng thu  ngân sách", 12, "revenue"),
        ("nature: ratio", "nature: rati", 16, "rati"),
        ("code: rate", "code: Tỷ-lệ", 11, "Tỷ-lệ"),
        ("sector: economy\n    measure: \"%\"", "sektor: economy\n    measure: \"%\"", 14, "sektor"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line_and_nothing_is_loaded(db, pack, old, new, line, word):
    text = GOOD + SECOND.replace(old, new)
    with pytest.raises(PackError) as error:
        load_indicators(pack(text), actor=ME)
    assert f"a.yaml:{line}: " in str(error.value)
    assert word in str(error.value)
    assert not Indicator.objects.exists()
    assert not Pack.objects.exists()


def test_all_faults_are_told_at_once(db, pack):
    text = GOOD.replace("tỷ đồng", '"12"') + SECOND.replace("roll_up: ratio", "roll_up: none")
    with pytest.raises(PackError) as error:
        load_indicators(pack(text), actor=ME)
    assert len(error.value.faults) == 2


def test_a_pack_of_another_kind_is_refused(db):
    with pytest.raises(PackError):
        load_indicators(PACKS / "units-viet-nam", actor=ME)


def test_a_corrected_pack_keeps_the_indicator_and_what_is_gone_stays_without_a_pack(db, pack):
    load_indicators(pack(GOOD + SECOND), actor=ME)
    before = find_indicator("revenue").id
    report = load_indicators(pack(GOOD.replace("Thu ngân sách", "Thu ngân sách nhà nước")), actor=ME)
    assert (find_indicator("revenue").id, find_indicator("revenue").name_vi) == (before, "Thu ngân sách nhà nước")
    assert (report.dropped, find_indicator("rate").pack) == (1, "")


def test_the_measure_of_an_indicator_with_figures_never_changes(db, pack):
    load_indicators(pack(GOOD), actor=ME)
    places = make_places()
    record_figures([figure(places.three, "revenue", "năm 2024", "5 tỷ đồng")], scope=specialist(places.three))
    with pytest.raises(PackError) as error:
        load_indicators(pack(GOOD.replace("tỷ đồng", "triệu đồng")), actor=ME)
    assert "a.yaml:2: " in str(error.value)


def test_a_second_pack_cannot_give_a_shared_code_another_measure_nor_take_a_name(db, pack, tmp_path):
    load_indicators(pack(GOOD), actor=ME)
    with pytest.raises(PackError):
        load_indicators(pack(GOOD.replace("tỷ đồng", "triệu đồng"), "hai"), actor=ME)
    with pytest.raises(PackError) as error:
        load_indicators(pack(GOOD.replace("code: revenue", "code: revenue_two"), "hai"), actor=ME)
    assert "revenue" in str(error.value)


def test_a_broken_file_is_told_with_its_line(db, tmp_path):
    shutil.copytree(PACKS / "indicators-quan", tmp_path / "copy")
    path = tmp_path / "copy/party.yaml"
    path.write_text(path.read_text("utf-8") + "  - code: [\n", "utf-8")
    with pytest.raises(PackError) as error:
        load_indicators(tmp_path / "copy", actor=ME)
    assert "party.yaml:" in str(error.value)
