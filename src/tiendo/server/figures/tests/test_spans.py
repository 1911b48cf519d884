# SPDX-License-Identifier: Apache-2.0
"""Months made into quarters and years, changes on the year before, standards that break a series, components."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.kernel.period_codes import format_sdmx
from tiendo.kernel.period_words import parse_period
from tiendo.kernel.quantity import Qualifier
from tiendo.server.accounts.data import Role
from tiendo.server.figures.data import FigureInput, FigureStatus, Gap, Hindrance, SeriesWish
from tiendo.server.figures.queries import (
    find_indicator,
    read_components,
    read_growth,
    read_parts,
    read_series,
    read_spans,
)
from tiendo.server.figures.services import load_indicators, record_figures
from tiendo.server.figures.tests.making import (
    ME,
    PACKS,
    figure,
    make_person,
    make_places,
    specialist,
)
from tiendo.server.figures.views.picturing import draw_series

REVENUE, POOR, RATE = "state_budget_revenue", "poor_households", "files_on_time"
MONTHS = [f"tháng {number}/2024" for number in range(1, 13)]


@pytest.fixture
def places(db):
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    load_indicators(PACKS / "indicators-tinh", actor=ME)
    return make_places()


@pytest.fixture
def give(places):
    scope = specialist(places.city)

    def run(indicator, values, **more):
        given = [figure(places.three, indicator, period, text, **more) for period, text in values.items()]
        record_figures(given, scope=scope)

    return run


@pytest.fixture
def spans(places):
    scope = specialist(places.city)

    def run(indicator):
        series = read_series(places.three, indicator, scope, SeriesWish())
        return {format_sdmx(one.period): one for one in read_spans(series)}

    return run


def test_months_of_a_flow_add_up_to_quarters_and_the_year(give, spans):
    give(REVENUE, {month: f"{number} tỷ đồng" for number, month in enumerate(MONTHS, 1)})
    found = spans(REVENUE)
    assert (found["2024-Q1"].value, found["2024"].value) == (6, 78)
    assert len(found["2024"].points) == 12


def test_a_missing_month_is_named_and_nothing_is_summed(give, spans):
    give(REVENUE, {month: "1 tỷ đồng" for month in MONTHS if month != "tháng 5/2024"})
    year = spans(REVENUE)["2024"]
    assert (year.value, year.hindrance, year.reported, year.expected) == (None, Hindrance.MISSING, 11, 12)
    assert year.missing == (parse_period("tháng 5/2024"),)


def test_a_month_with_a_reason_for_its_gap_is_missing_too(give, spans, places):
    give(REVENUE, {month: "1 tỷ đồng" for month in MONTHS[:2]})
    gap = FigureInput(places.three, REVENUE, parse_period(MONTHS[2]), gap=Gap.NOT_REPORTED, gap_reason="chưa có")
    record_figures([gap], scope=specialist(places.city))
    assert spans(REVENUE)["2024-Q1"].value is None


def test_a_quarter_that_was_reported_whole_fills_the_months_that_were_not(give, spans):
    give(REVENUE, {"quý I/2024": "6 tỷ đồng", **{month: "1 tỷ đồng" for month in MONTHS[3:6]}})
    assert spans(REVENUE)["2024-S1"].value == 9


def test_what_was_reported_for_the_year_stands_beside_with_the_difference(give, spans):
    give(REVENUE, {month: "1,00 tỷ đồng" for month in MONTHS})
    give(REVENUE, {"năm 2024": "13,00 tỷ đồng", "quý I/2024": "3 tỷ đồng"})
    found = spans(REVENUE)
    assert (found["2024"].difference, found["2024"].is_at_odds) == (1, True)
    assert (found["2024-Q1"].difference, found["2024-Q1"].is_at_odds) == (0, False)


def test_a_stock_takes_the_end(give, spans):
    give(POOR, {month: f"{number} hộ" for number, month in enumerate(MONTHS, 1)})
    found = spans(POOR)
    assert (found["2024-Q1"].value, found["2024"].value) == (3, 12)


def test_a_stock_without_a_figure_at_the_end_has_none(give, spans):
    give(POOR, {MONTHS[0]: "1 hộ", MONTHS[1]: "2 hộ"})
    quarter = spans(POOR)["2024-Q1"]
    assert (quarter.value, quarter.missing) == (None, (parse_period(MONTHS[2]),))


def test_a_ratio_adds_its_parts_and_is_never_averaged(give, spans):
    give(RATE, {MONTHS[0]: "90/100 hồ sơ", MONTHS[1]: "10/300 hồ sơ", MONTHS[2]: "100/100 hồ sơ"})
    quarter = spans(RATE)["2024-Q1"]
    assert (quarter.value, quarter.numerator.value, quarter.denominator.value) == (40, 200, 500)


def test_percentages_alone_make_no_quarter(give, spans):
    give(RATE, {MONTHS[0]: "90 %", MONTHS[1]: "10 %", MONTHS[2]: "50 %"})
    quarter = spans(RATE)["2024-Q1"]
    assert (quarter.value, quarter.hindrance) == (None, Hindrance.BARE_RATIO)


def test_a_rate_of_disbursement_is_what_was_paid_over_the_plan_at_the_end(give, spans):
    plan, paid = "public_investment_plan", "public_investment_disbursement"
    give(plan, {MONTHS[0]: "100 tỷ đồng", MONTHS[1]: "100 tỷ đồng", MONTHS[2]: "200 tỷ đồng"})
    give(paid, {MONTHS[0]: "10 tỷ đồng", MONTHS[1]: "20 tỷ đồng", MONTHS[2]: "30 tỷ đồng"})
    assert spans("public_investment_disbursement_rate")["2024-Q1"].value == 30


def test_a_hedge_and_an_estimate_stay_in_the_sum(give, spans):
    give(REVENUE, {MONTHS[0]: "hơn 10 tỷ đồng", MONTHS[1]: "10 tỷ đồng"})
    give(REVENUE, {MONTHS[2]: "10 tỷ đồng"}, status=FigureStatus.ESTIMATE)
    quarter = spans(REVENUE)["2024-Q1"]
    assert (quarter.value, quarter.qualifier, quarter.status) == (30, Qualifier.OVER, FigureStatus.ESTIMATE)


def test_growth_is_told_within_a_standard_and_refused_across_a_change(give, places):
    """DOMAIN 11: from 2027 on a household is poor by another standard; the jump is no change of life."""
    give(POOR, {"năm 2025": "100 hộ", "năm 2026": "80 hộ", "năm 2027": "140 hộ", "năm 2028": "70 hộ"})
    series = read_series(places.three, POOR, specialist(places.city), SeriesWish())
    grown = zip(series.points, read_growth(series)[0], strict=True)
    growth = {format_sdmx(point.period): one for point, one in grown}
    assert growth["2025"] is None
    assert growth["2026"].value == Decimal(-20)
    assert growth["2028"].value == Decimal(-50)
    assert growth["2027"].value is None
    assert "2026–2030" in growth["2027"].standards[1].name_vi


def test_the_picture_breaks_where_the_standard_changes(give, places):
    give(POOR, {"năm 2025": "100 hộ", "năm 2026": "80 hộ", "năm 2027": "140 hộ", "năm 2028": "70 hộ"})
    chart = draw_series(read_series(places.three, POOR, specialist(places.city), SeriesWish()))
    assert [(one.after, "2026–2030" in one.label) for one in chart.breaks] == [(1, True)]


def test_a_reduction_is_not_computed_across_a_change_of_the_standard(give, places):
    households = {f"năm {year}": "1.000 hộ" for year in (2025, 2026, 2027)}
    give("households", households)
    give(POOR, {"năm 2025": "100 hộ", "năm 2026": "80 hộ", "năm 2027": "140 hộ"})
    series = read_series(places.three, "poor_household_rate_reduction", specialist(places.city), SeriesWish())
    assert {format_sdmx(point.period): point.value for point in series.points} == {"2026": 2}


def test_the_parts_of_a_city_are_not_compared_across_a_change_of_the_standard(give, places):
    give(POOR, {"năm 2026": "80 hộ", "năm 2027": "140 hộ"})
    scope = specialist(places.city)
    page = read_parts(places.city, POOR, parse_period("năm 2027"), scope, None)
    assert page.standards is not None
    assert {line.growth for line in page.lines} == {None}


PARTS = ("domestic_revenue", "crude_oil_revenue", "customs_revenue", "grant_revenue")


def test_components_are_summed_beside_what_they_belong_to(give, places):
    for number, part in enumerate(PARTS, 1):
        give(part, {"năm 2024": f"{number},00 tỷ đồng"})
    give(REVENUE, {"năm 2024": "12,0 tỷ đồng"})
    found = read_components(places.three, find_indicator(REVENUE), specialist(places.city), None)
    assert [part.code for part, _figures in found.rows] == list(PARTS)
    assert (found.sums[0].value, found.sums[0].difference, found.sums[0].is_at_odds) == (10, 2, True)


def test_a_component_that_is_missing_makes_no_sum_and_one_that_is_not_there_is_not_needed(give, places):
    scope = specialist(places.city)
    for part in PARTS[:3]:
        give(part, {"năm 2024": "1 tỷ đồng"})
    meant = find_indicator(REVENUE)
    assert read_components(places.three, meant, scope, None).sums[0].value is None
    none = FigureInput(
        places.three, PARTS[3], parse_period("năm 2024"), gap=Gap.NOT_APPLICABLE, gap_reason="không phát sinh"
    )
    record_figures([none], scope=scope)
    assert read_components(places.three, meant, scope, None).sums[0].value == 3


def test_the_page_shows_spans_standards_components_and_the_way_back(client, give, places):
    give(POOR, {"năm 2026": "80 hộ", "năm 2027": "140 hộ"})
    give("domestic_revenue", {month: "1 tỷ đồng" for month in MONTHS[:3]})
    client.force_login(make_person(Role.READER, None))
    poor = client.get(f"/figures/series/{places.three}/{POOR}/").content.decode()
    assert "Không so sánh được" in poor
    assert "Nghị định 07/2021/NĐ-CP" in poor
    inland = client.get(f"/figures/series/{places.three}/domestic_revenue/").content.decode()
    assert f"/figures/series/{places.three}/{REVENUE}/" in inland
    assert "quý I năm 2024" in inland
    revenue = client.get(f"/figures/series/{places.three}/{REVENUE}/").content.decode()
    assert "Thu nội địa" in revenue


def test_the_catalogue_shows_headings_and_components(client, places, give):
    give(POOR, {"năm 2026": "80 hộ"})
    client.force_login(make_person(Role.READER, None))
    shown = client.get(f"/figures/indicators/?unit={places.three}").content.decode()
    assert "I. Kinh tế" in shown
    assert "Thu nội địa" in shown
    assert "Hộ nghèo" not in client.get("/figures/indicators/?find=thu noi dia").content.decode().split("<main")[1]
