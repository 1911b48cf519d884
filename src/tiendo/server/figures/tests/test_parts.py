# SPDX-License-Identifier: Apache-2.0
"""A district and a city against their parts, on the country as the project ships it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.utils import timezone

from tiendo.kernel.period_words import parse_period
from tiendo.kernel.quantity import Qualifier
from tiendo.server.accounts.data import Role, Scope
from tiendo.server.figures.data import Correction, FigureStatus, Gap, Hindrance
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries import find_indicator, read_parts, read_wholes
from tiendo.server.figures.services import correct_figure, load_indicators, record_figures
from tiendo.server.figures.tests.making import ME, PACKS, figure, make_person, quantity, scope_of
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import find_by_code, list_children
from tiendo.server.units.services import load_units

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
POOR, RATE, REVENUE = "poor_households", "health_insurance", "state_budget_revenue"
MAY, AUGUST = "tháng 5/2025", "tháng 8/2025"
FIVE, CITY = "774", "79"
#: The ten wards of Quận 5 in 2025. Source: DOMAIN 8.2.
WARDS = ("27325", "27307", "27301", "27334", "27316", "27304", "27328", "27310", "27343", "27331")


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """Loaded once for this file, and taken out again."""
    with django_db_blocker.unblock():
        load_units(PACKS / "units-viet-nam", actor=ME)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def me(country, db):
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    return Scope.system("test")


def _id(code, day=BEFORE):
    return find_by_code(code, day).id


def _give(me, given, indicator=POOR, period=MAY, **more):
    return record_figures(
        [figure(_id(code), indicator, period, text, **more) for code, text in given.items()], scope=me
    )


def _give_wards(me, texts, **more):
    return _give(me, dict(zip(WARDS, texts, strict=False)), **more)


def _read(me, code=FIVE, indicator=POOR, period=MAY, as_of=None):
    return read_parts(_id(code), indicator, parse_period(period), me, as_of)


TEN = [f"{number} hộ" for number in range(1, 11)]


def test_the_figure_of_a_district_is_that_of_all_its_wards(me):
    _give_wards(me, TEN)
    page = _read(me)
    assert (page.whole.value, page.whole.reported, page.whole.expected) == (55, 10, 10)
    assert page.figure is None
    assert page.whole.difference is None


def test_a_ward_without_a_figure_refuses_the_sum_and_what_there_is_is_no_sum(me):
    _give_wards(me, TEN[:8])
    whole = _read(me).whole
    assert (whole.value, whole.hindrance, whole.held) == (None, Hindrance.MISSING, 36)
    assert (whole.reported, whole.expected) == (8, 10)
    assert sorted(whole.missing) == sorted(_id(code) for code in WARDS[8:])


def test_a_figure_that_is_missing_with_its_reason_is_missing_and_not_zero(me):
    _give_wards(me, TEN[:9])
    gap = figure(_id(WARDS[9]), POOR, MAY, "0 hộ")
    gap = type(gap)(gap.unit_id, POOR, gap.period, gap=Gap.NOT_REPORTED, gap_reason="chưa rà soát")
    record_figures([gap], scope=me)
    whole = _read(me).whole
    assert (whole.value, whole.reported) == (None, 9)


def test_what_the_district_reported_stands_beside_the_sum_with_the_difference(me):
    _give_wards(me, TEN)
    _give(me, {FIVE: "50 hộ"})
    page = _read(me)
    assert (page.figure.value, page.whole.value) == (50, 55)
    assert (page.whole.difference, page.whole.is_at_odds) == (-5, True)


@pytest.mark.parametrize(
    ("district", "ward", "is_at_odds"),
    [
        ("55 tỷ đồng", "5,52 tỷ đồng", False),  # the sum of 55,2 is printed as 55
        ("55,2 tỷ đồng", "5,52 tỷ đồng", False),
        ("57 tỷ đồng", "5,52 tỷ đồng", True),
        ("hơn 55 tỷ đồng", "5,52 tỷ đồng", False),
        ("hơn 56 tỷ đồng", "5,52 tỷ đồng", True),
    ],
)
def test_rounding_and_hedges_are_no_difference(me, district, ward, is_at_odds):
    _give_wards(me, [ward] * 10, indicator=REVENUE)
    _give(me, {FIVE: district}, indicator=REVENUE)
    assert _read(me, indicator=REVENUE).whole.is_at_odds is is_at_odds


def test_a_ratio_is_the_sum_of_numerators_over_the_sum_of_denominators(me):
    _give_wards(me, ["90/100 người", "10/300 người", *["50/100 người"] * 8], indicator=RATE)
    whole = _read(me, indicator=RATE).whole
    assert (whole.numerator.value, whole.denominator.value) == (500, 1200)
    assert round(whole.value, 2) == Decimal("41.67")


def test_percentages_alone_are_refused_never_averaged(me):
    _give_wards(me, ["90 %"] * 10, indicator=RATE)
    whole = _read(me, indicator=RATE).whole
    assert (whole.value, whole.hindrance) == (None, Hindrance.BARE_RATIO)


def test_numerators_in_thousands_are_added_as_what_they_are(me):
    _give_wards(me, ["1/2 nghìn người", *["500/1.000 người"] * 9], indicator=RATE)
    whole = _read(me, indicator=RATE).whole
    assert (whole.value, whole.denominator.value) == (50, 11_000)


def test_hedges_and_estimates_are_carried_into_the_sum(me):
    _give_wards(me, TEN[:8])
    _give(me, {WARDS[8]: "hơn 9 hộ"})
    _give(me, {WARDS[9]: "10 hộ"}, status=FigureStatus.ESTIMATE)
    whole = _read(me).whole
    assert (whole.value, whole.qualifier, whole.status) == (55, Qualifier.OVER, FigureStatus.ESTIMATE)


def test_the_city_is_the_sum_of_its_districts_of_which_one_is_the_sum_of_its_wards(me):
    """22 districts and towns before July 2025: twenty-one reported themselves, Quận 5 is known by its wards."""
    districts = [unit for unit in _children(CITY) if unit != _id(FIVE)]
    record_figures([figure(unit, POOR, MAY, "100 hộ") for unit in districts], scope=me)
    assert _read(me, CITY).whole.hindrance is Hindrance.MISSING
    _give_wards(me, TEN)
    page = _read(me, CITY)
    assert page.whole.value == 100 * len(districts) + 55
    five = next(line for line in page.lines if line.unit_id == _id(FIVE))
    assert (five.figure, five.value, five.whole.reported) == (None, 55, 10)


def _children(code):
    return [unit.id for unit in list_children(_id(code), BEFORE)]


def test_after_the_districts_the_parts_of_the_city_are_its_communes(me):
    _give(me, {}, period=AUGUST)
    ward = find_by_code("27301", AFTER).id
    record_figures([figure(ward, POOR, AUGUST, "15 hộ")], scope=me)
    whole = read_parts(find_by_code(CITY, AFTER).id, POOR, parse_period(AUGUST), me, None).whole
    assert (whole.value, whole.reported, whole.expected) == (None, 1, 168)


def test_the_worst_part_stands_first_and_a_part_without_a_figure_before_it(me):
    _give_wards(me, [*TEN[:9]])
    names = [line.unit_id for line in _read(me).lines]
    assert names[0] == _id(WARDS[9])  # nothing reported
    assert names[1] == _id(WARDS[8])  # most poor households
    assert names[-1] == _id(WARDS[0])


def test_a_saved_figure_is_in_every_sum_above_it_in_the_same_transaction(me):
    first = _give_wards(me, TEN)[0]
    record_figures([figure(unit, POOR, MAY, "100 hộ") for unit in _children(CITY) if unit != _id(FIVE)], scope=me)
    before = _read(me, CITY).whole.value
    correct_figure(first, Correction("đếm lại", quantity("11 hộ")), scope=me)
    assert _read(me).whole.value == 65
    assert _read(me, CITY).whole.value == before + 10


def test_what_was_known_then_is_summed_as_it_was_known(me):
    first = _give_wards(me, TEN)[0]
    Observation.objects.update(recorded_at=timezone.now() - timedelta(days=10))
    correct_figure(first, Correction("đếm lại", quantity("11 hộ")), scope=me)
    assert _read(me).whole.value == 65
    assert _read(me, as_of=timezone.now() - timedelta(days=5)).whole.value == 55


def test_a_person_of_one_ward_learns_nothing_of_the_others(me):
    _give_wards(me, TEN)
    mine = scope_of(Role.READER, _id(WARDS[0]))
    with pytest.raises(NotForYou):
        read_parts(_id("771"), POOR, None, mine, None)
    assert read_parts(_id(FIVE), POOR, parse_period(MAY), mine, None).whole.reported == 1


def test_periods_are_summed_each_on_its_own_map(me):
    _give_wards(me, TEN)
    _give_wards(me, TEN[:3], period="tháng 4/2025")
    wholes = read_wholes(_id(FIVE), find_indicator(POOR), me, None)
    assert {key[1]: whole.value for key, whole in wholes.items()} == {date(2025, 5, 31): 55, date(2025, 4, 30): None}


def test_queries_do_not_grow_with_parts(me, django_assert_num_queries):
    _give_wards(me, TEN)
    _read(me)
    with django_assert_num_queries(10):
        _read(me)


def test_the_page_tells_the_sum_the_difference_and_who_is_missing(client, me):
    _give_wards(me, TEN)
    _give(me, {FIVE: "50 hộ"})
    _give_wards(me, TEN[:8], period="tháng 4/2025")
    client.force_login(make_person(Role.READER, None))
    address = f"/figures/parts/{_id(FIVE)}/{POOR}/"
    shown = client.get(address + "?period=2025-05").content.decode()
    assert "đủ 10/10 phường" in shown
    assert "\u22125 hộ" in shown.replace("\u00a0", " ")
    partial = client.get(address + "?period=2025-04").content.decode()
    assert "mới có 8/10 phường" in partial
    assert "Phường 14" in partial
    assert client.get(f"/figures/parts/{_id(FIVE)}/no_such/").status_code == 404
