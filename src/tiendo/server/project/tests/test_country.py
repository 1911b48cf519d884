# SPDX-License-Identifier: Apache-2.0
"""The demonstration at the size of the country, here with the units and figures of one ward and its district."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from tiendo.server.accounts.data import Act, Role
from tiendo.server.accounts.queries import find_user, get_scope, may
from tiendo.server.accounts.tests.cast import client_of, make_person
from tiendo.server.figures.models import ImportedFile, Observation
from tiendo.server.project.demonstration.country import list_sights, prepare_country
from tiendo.server.targets.models import Plan, Verdict
from tiendo.server.units.queries import find_by_code

ROOT = Path(__file__).parents[5]
#: Country, the three provinces, Quận 5, the wards behind phường Chợ Quán, and one that went elsewhere (27328 → 27343).
UNITS = {"VN", "79", "74", "77", "774", "27301", "27307", "27313", "27325", "27328", "27343"}
NEW = "27301"  # phường 4 of Quận 5 until the reform, phường Chợ Quán since
NAME, TARGETS = "country/tp-ho-chi-minh-2024-2026.csv", "country/targets/2026.csv"


@pytest.fixture
def small(tmp_path):
    """Packs and sample with these units alone."""
    packs, sample = tmp_path / "packs", tmp_path / "sample"
    units = packs / "units-viet-nam"
    units.mkdir(parents=True)
    given = ROOT / "packs" / "units-viet-nam"
    (units / "pack.yaml").write_bytes((given / "pack.yaml").read_bytes())
    _copy(given / "units.csv", units / "units.csv", ("code",))
    _copy(given / "changes.csv", units / "changes.csv", ("from_code", "to_code"))
    for name in (NAME, TARGETS):
        (sample / name).parent.mkdir(parents=True, exist_ok=True)
        _copy(ROOT / "sample" / name, sample / name, ("unit_code",))
    (packs / "indicators-phuong-xa").symlink_to(ROOT / "packs" / "indicators-phuong-xa")
    return packs, sample


def _copy(source, target, columns):
    with source.open(encoding="utf-8", newline="") as given, target.open("w", encoding="utf-8", newline="") as out:
        reader = csv.DictReader(given)
        writer = csv.DictWriter(out, reader.fieldnames)
        writer.writeheader()
        writer.writerows(row for row in reader if all(row[name] in UNITS for name in columns))


@pytest.fixture
def prepared(db, small, settings, tmp_path):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, data=tmp_path)
    return prepare_country(*small, lambda *_: None)


def _read(address, name="lanh-dao"):
    answer = client_of(find_user(name)).get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_board_of_the_ward_has_invented_targets_with_verdicts(prepared):
    board = reverse("board", args=[find_by_code(NEW, date(2025, 7, 1)).id, 2026])
    page = _read(board)
    assert "Thu ngân sách nhà nước trên địa bàn" in page
    assert "lũy kế 9 tháng" in page
    rows = Verdict.objects.filter(target__unit__versions__code=NEW, is_current=True, last_on=date(2026, 9, 30))
    assert sorted(rows.values_list("target__number", flat=True)) == ["1", "2", "3", "4"]
    assert set(Plan.objects.values_list("assigner", flat=True)) == {"Hội đồng nhân dân (số tự đặt)"}


def test_the_first_sight_is_the_ward_with_what_stands_behind_it(prepared):
    page = _read(list_sights()[1].address)
    assert "Phường Chợ Quán" in page
    assert [name for name in ("Phường 1", "Phường 2", "Phường 4", "1685/NQ-UBTVQH15") if name not in page] == []


def test_a_sum_of_former_wards_is_exact_and_says_why(prepared):
    page = _read(list_sights()[2].address)
    assert "quý I năm 2024" in page
    assert re.search(r"126 .{0,40}chính xác", page)  # 22 + the three others of that quarter


def test_what_was_told_of_the_whole_district_is_refused_and_says_why(prepared):
    page = _read(list_sights()[3].address)
    assert "không kết luận Không có số liệu riêng của Phường Chợ Quán (27301): Quận 5 (774)" in page
    assert "Quận 5: 1.598,7 tỷ đồng" in page


def test_the_people_may_see_the_units_before_and_after(prepared):
    scope = get_scope(find_user("van-phong"))
    before, after = (find_by_code(NEW, day).id for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert before != after
    assert [may(scope, Act.VIEW, unit) for unit in (before, after)] == [True, True]
    assert [may(scope, Act.REVIEW, unit) for unit in (before, after)] == [False, True]


def test_a_right_over_the_ward_alone_reads_the_series_back_over_the_change(prepared):
    ward = find_by_code(NEW, date(2025, 7, 1)).id
    make_person("rieng", "Lý Chợ Quán", Role.READER, ward)
    firms, revenue = (_read(list_sights()[number].address, "rieng") for number in (2, 3))
    assert re.search(r"126 .{0,40}chính xác", firms)
    assert "quý I năm 2024" in firms
    assert "Quận 5: 1.598,7 tỷ đồng" in revenue


def test_a_second_start_adds_nothing(prepared, small):
    before = Observation.objects.count(), ImportedFile.objects.count()
    again = prepare_country(*small, lambda *_: None)
    assert (Observation.objects.count(), ImportedFile.objects.count()) == before
    assert [account.password for account in again] == [account.password for account in prepared]
