# SPDX-License-Identifier: Apache-2.0
"""A series of a real ward in three views, on the country as the project ships it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.utils import timezone

from tiendo.kernel.quantity import Qualifier
from tiendo.lineage import Quality
from tiendo.server.accounts.data import Role, Scope
from tiendo.server.figures.data import Correction, FigureStatus, SeriesWish
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries import read_growth, read_series
from tiendo.server.figures.services import correct_figure, load_indicators, record_figures
from tiendo.server.figures.tests.making import ME, PACKS, figure, make_person, quantity, scope_of
from tiendo.server.units.queries import find_by_code
from tiendo.server.units.services import load_units

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
POOR, RATE = "poor_households", "health_insurance"


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """Loaded once for this file, and taken out again: three seconds of work."""
    with django_db_blocker.unblock():
        load_units(PACKS / "units-viet-nam", actor=ME)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def me(country, db):
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    return Scope.system("test")


def _id(code, day):
    return find_by_code(code, day).id


def _give(me, day, indicator=POOR, period="tháng 5/2025", **values):
    """Figures by code: {"p27301": "5 hộ"}."""
    given = [figure(_id(code[1:], day), indicator, period, text) for code, text in values.items()]
    return record_figures(given, scope=me)


def _point(series, last_on):
    return next(point for point in series.points if point.period.last_on == last_on)


CHO_QUAN = "27301"


def test_a_ward_made_of_whole_wards_has_their_exact_sum(me):
    """DOMAIN 8.2: Phường 1, 2 and 4 of Quận 5 became Phường Chợ Quán."""
    _give(me, BEFORE, p27325="5 hộ", p27307="6 hộ", p27301="7 hộ")
    _give(me, AFTER, period="tháng 8/2025", p27301="15 hộ")
    ward = _id(CHO_QUAN, AFTER)
    series = read_series(ward, POOR, me, SeriesWish(on=AFTER))
    old, new = _point(series, date(2025, 5, 31)), _point(series, date(2025, 8, 31))
    assert (old.value, old.quality, len(old.figures)) == (18, Quality.EXACT, 3)
    assert "chính xác" in old.sentence_vi
    assert (new.value, new.quality) == (15, Quality.EXACT)


def test_as_reported_a_ward_has_its_own_figures_alone(me):
    _give(me, BEFORE, p27301="7 hộ")
    _give(me, AFTER, period="tháng 8/2025", p27301="15 hộ")
    series = read_series(_id(CHO_QUAN, AFTER), POOR, me, SeriesWish())
    assert [point.value for point in series.points] == [15]
    assert series.points[0].sentence_vi == ""


def test_a_missing_ward_refuses_the_sum_and_is_named(me):
    _give(me, BEFORE, p27325="5 hộ", p27307="6 hộ")
    point = read_series(_id(CHO_QUAN, AFTER), POOR, me, SeriesWish(on=AFTER)).points[0]
    assert (point.value, point.quality) == (None, Quality.REFUSED)
    assert "Phường 4 (27301)" in point.sentence_vi


def test_the_former_district_stands_behind_its_wards_as_their_sum(me):
    """DESIGN 6: refused as a value of one ward, exact as the sum of the three."""
    _give(me, BEFORE, p774="300 hộ", period="tháng 3/2025")
    point = read_series(_id(CHO_QUAN, AFTER), POOR, me, SeriesWish(on=AFTER)).points[0]
    assert (point.value, point.quality) == (None, Quality.REFUSED)
    assert (point.shared_value, len(point.shared_by)) == (300, 3)
    assert "Quận 5 (774)" in point.sentence_vi


def test_a_former_district_is_the_sum_of_the_wards_of_today_that_lie_in_it(me):
    _give(me, AFTER, period="tháng 8/2025", p27301="15 hộ", p27316="20 hộ", p27343="25 hộ")
    point = read_series(_id("774", BEFORE), POOR, me, SeriesWish(on=BEFORE)).points[0]
    assert (point.value, point.quality, len(point.figures)) == (60, Quality.EXACT, 3)


def test_the_change_on_the_year_before_compares_a_report_with_a_report_and_a_sum_with_a_sum(me):
    wards = {"p27301": "20 hộ", "p27316": "30 hộ", "p27343": "50 hộ"}
    _give(me, AFTER, period="quý III/2025", **wards)
    _give(me, AFTER, period="quý III/2026", **{**wards, "p27343": "40 hộ"})
    series = read_series(_id("774", BEFORE), POOR, me, SeriesWish(on=BEFORE))
    assert [one and one.value for one in read_growth(series)[0]] == [None, -10]


def test_a_sum_across_a_split_without_weights_is_refused_and_names_the_units_and_the_map(me):
    """DOMAIN 15, invariant 4: parts of Bình Tân went to communes that hold land of other districts too."""
    _give(me, AFTER, period="tháng 8/2025", p27460="15 hộ", p27457="20 hộ")
    points = read_series(_id("777", BEFORE), POOR, me, SeriesWish(on=BEFORE)).points
    assert {point.value for point in points} == {None}
    assert "Phường Tân Tạo (27457)" in points[0].sentence_vi
    assert "30/06/2025" in points[0].sentence_vi


def test_an_estimate_and_a_hedge_stay_with_the_sum(me):
    _give(me, BEFORE, p27325="hơn 5 hộ", p27307="6 hộ")
    estimate = figure(_id("27301", BEFORE), POOR, "tháng 5/2025", "7 hộ", status=FigureStatus.ESTIMATE)
    record_figures([estimate], scope=me)
    point = read_series(_id(CHO_QUAN, AFTER), POOR, me, SeriesWish(on=AFTER)).points[0]
    assert (point.value, point.qualifier, point.status) == (18, Qualifier.OVER, FigureStatus.ESTIMATE)


def test_on_an_older_map_a_merged_ward_is_refused_as_one_and_told_as_a_sum(me):
    _give(me, AFTER, period="tháng 8/2025", p27301="15 hộ")
    series = read_series(_id("27325", BEFORE), POOR, me, SeriesWish(on=BEFORE))
    point = series.points[0]
    assert (point.value, point.shared_value, len(point.shared_by)) == (None, 15, 3)


def test_a_ratio_is_the_quotient_of_its_sums_never_a_mean(me):
    _give(me, BEFORE, RATE, p27325="90/100 người", p27307="10/100 người", p27301="0/200 người")
    point = read_series(_id(CHO_QUAN, AFTER), RATE, me, SeriesWish(on=AFTER)).points[0]
    assert (point.value, point.quality) == (25, Quality.EXACT)


def test_one_ward_may_write_thousands(me):
    _give(me, BEFORE, RATE, p27325="1/2 nghìn người", p27307="10/100 người", p27301="90/100 người")
    point = read_series(_id(CHO_QUAN, AFTER), RATE, me, SeriesWish(on=AFTER)).points[0]
    assert point.value == 50


def test_bare_percentages_do_not_add_up(me):
    _give(me, BEFORE, RATE, p27325="90 %", p27307="10 %", p27301="50 %")
    point = read_series(_id(CHO_QUAN, AFTER), RATE, me, SeriesWish(on=AFTER)).points[0]
    assert point.quality is Quality.REFUSED
    assert "tử số và mẫu số" in point.sentence_vi


def test_a_unit_that_is_not_on_the_map_is_said_not_guessed(me):
    series = read_series(_id("27325", BEFORE), POOR, me, SeriesWish(on=AFTER))
    assert (series.points, series.is_on_map) == ((), False)


def test_what_was_known_then_is_restated_as_it_was_known(me):
    first = _give(me, BEFORE, p27325="5 hộ", p27307="6 hộ", p27301="7 hộ")[0]
    Observation.objects.update(recorded_at=timezone.now() - timedelta(days=10))
    correct_figure(first, Correction("đếm lại", quantity("9 hộ")), scope=me)
    ward, then = _id(CHO_QUAN, AFTER), timezone.now() - timedelta(days=5)
    assert read_series(ward, POOR, me, SeriesWish(on=AFTER)).points[0].value == 22
    assert read_series(ward, POOR, me, SeriesWish(on=AFTER, as_of=then)).points[0].value == 18


def test_figures_of_units_that_a_person_may_not_see_are_not_in_his_sum(me):
    _give(me, BEFORE, p27325="5 hộ", p27307="6 hộ", p27301="7 hộ")
    ward = _id(CHO_QUAN, AFTER)
    stranger = scope_of(Role.READER, _id("27160", BEFORE))
    assert read_series(ward, POOR, stranger, SeriesWish(on=AFTER)).points == ()


def test_the_page_shows_the_three_views(client, me):
    _give(me, BEFORE, p27325="5 hộ", p27307="6 hộ", p27301="7 hộ", p774="30 hộ")
    ward = _id(CHO_QUAN, AFTER)
    client.force_login(make_person(Role.READER, None))
    address = f"/figures/series/{ward}/{POOR}/"
    shown = client.get(address + "?map=today").content.decode()
    assert "18" in shown
    assert "chính xác" in shown
    assert "Quận 5 (774)" in shown
    assert "18" not in client.get(address).content.decode().split("<main")[1].split("</main")[0]
    assert client.get(address + f"?map_on={BEFORE.isoformat()}").status_code == 200
    assert client.get(f"/figures/series/{ward}/no_such/").status_code == 404


def test_queries_do_not_grow_with_periods(me, django_assert_num_queries):
    for month in (1, 2, 3):
        _give(me, BEFORE, p27325="5 hộ", p27307="6 hộ", p27301="7 hộ", period=f"tháng {month}/2025")
    ward = _id(CHO_QUAN, AFTER)
    read_series(ward, POOR, me, SeriesWish(on=AFTER))
    with django_assert_num_queries(6):
        assert len(read_series(ward, POOR, me, SeriesWish(on=AFTER)).points) == 3
    assert Decimal(18) == read_series(ward, POOR, me, SeriesWish(on=AFTER)).points[0].value
