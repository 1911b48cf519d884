# SPDX-License-Identifier: Apache-2.0
"""A figure's verdicts are stored in the transaction that stores the figure, and say what was published."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tiendo.kernel.numbers import round_half_up
from tiendo.server.figures.data import Correction, FigureStatus
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_figure
from tiendo.server.figures.tests.making import figure, load_quan, make_places, quantity
from tiendo.server.targets.data import PhaseInput, RuleDetail
from tiendo.server.targets.models import Verdict
from tiendo.server.targets.rules import judging
from tiendo.server.targets.services import set_phasing
from tiendo.server.targets.tests.making import office, plan_for, report, set_target, verdict_of

REVENUE = "state_budget_revenue"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.city)


#: Published by the districts. Source: DOMAIN 0.
PUBLISHED = [
    (REVENUE, "at_least", "5.208 tỷ đồng", "quý I năm 2024", "1.390,9 tỷ đồng", "26.71", "on_track"),
    (REVENUE, "at_least", "3.583 tỷ đồng", "9 tháng đầu năm 2024", "hơn 3.200 tỷ đồng", "89.31", "on_track"),
    (REVENUE, "at_least", "1.957,4 tỷ đồng", "năm 2024", "2.069 tỷ đồng", "105.70", "exceeded"),
    ("party_admissions", "at_least", "320 đảng viên", "năm 2024", "217 đảng viên", "67.81", "not_achieved"),
    ("lanes_upgraded", "at_least", "11 tuyến", "năm 2024", "14 tuyến", "127.27", "exceeded"),
    ("neighbourhood_works", "at_least", "39 công trình", "năm 2024", "128 công trình", "328.21", "exceeded"),
    ("anti_flood_works", "at_least", "1 công trình", "năm 2024", "1 công trình", "100.00", "achieved"),
    ("wards_without_litter", "share_of_units", "90 %", "năm 2024", "13/13 phường", "111.11", "exceeded"),
    ("public_investment_disbursement_rate", "at_least", "95 %", "năm 2024", "hơn 96 %", "101.05", "exceeded"),
]


@pytest.mark.parametrize("published", PUBLISHED)
def test_the_stored_verdict_is_the_published_one(me, places, published):
    indicator, rule, plan, period, result, printed, status = published
    target = set_target(me, places.three, indicator, plan, rule=rule)
    row = report(me, places.three, indicator, period, result)
    verdict = verdict_of(target)
    assert (round_half_up(verdict.achievement, 2), verdict.suggested) == (Decimal(printed), status)
    assert verdict.observation_id == row


def test_a_reduction_against_a_named_base_keeps_the_published_share(me, places):
    detail = RuleDetail(base_period="2019-S1", is_change=True, span="2020-S1")
    target = set_target(
        me, places.three, "building_violations_reduction", "75 %", rule="reduce_by_percent", year=2020, detail=detail
    )
    report(me, places.three, "building_violations_reduction", "6 tháng đầu năm 2020", "75,15 %")
    verdict = verdict_of(target)
    assert (verdict.achievement, verdict.suggested) == (Decimal("100.2"), "exceeded")


def test_a_reduction_is_computed_from_the_same_period_of_the_year_before(me, places):
    detail = RuleDetail(base_period="same_period")
    target = set_target(me, places.three, "building_violations", "10 %", rule="reduce_by_percent", detail=detail)
    report(me, places.three, "building_violations", "9 tháng đầu năm 2024", "80 vụ")
    assert verdict_of(target).reason == "base_missing"
    report(me, places.three, "building_violations", "9 tháng đầu năm 2023", "100 vụ")
    assert verdict_of(target).actual == 20


def test_the_sentence_states_the_arithmetic_in_both_languages(me, places):
    target = set_target(me, places.three, REVENUE, "5.208 tỷ đồng", name="Thu ngân sách")
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390.900 triệu đồng")
    verdict = verdict_of(target)
    assert "5.208 tỷ đồng = 26,7" in verdict.sentence_vi
    assert "26.7%" in verdict.sentence_en
    assert verdict.sentence_en.startswith("State budget revenue")
    assert verdict.expected == 1302


def test_a_verdict_stands_for_each_stretch_of_the_year_and_parts_are_added_up(me, places):
    target = set_target(me, places.three, REVENUE, "5.208 tỷ đồng")
    first = report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    second = report(me, places.three, REVENUE, "quý II năm 2024", "1.400 tỷ đồng")
    report(me, places.three, REVENUE, "9 tháng đầu năm 2024", "4.000 tỷ đồng")
    found = Verdict.objects.filter(target_id=target, is_current=True).order_by("last_on")
    assert [(v.period, v.actual) for v in found] == [
        ("2024-Q1", Decimal("1390.9")), ("2024-S1", Decimal("2790.9")), ("2024-01-01/P9M", Decimal(4000))
    ]  # fmt: skip
    assert found[1].arithmetic["figures"] == [first, second]


def test_a_month_alone_says_nothing_about_the_year_so_far(me, places):
    target = set_target(me, places.three, REVENUE, "5.208 tỷ đồng")
    report(me, places.three, REVENUE, "9 tháng đầu năm 2024", "4.000 tỷ đồng")
    report(me, places.three, REVENUE, "tháng 12/2024", "500 tỷ đồng")
    assert verdict_of(target).period == "2024-01-01/P9M"


def test_a_late_figure_moves_the_stretches_behind_it_and_no_other(me, places):
    target = set_target(me, places.three, REVENUE, "5.208 tỷ đồng")
    for number in "I II III".split():
        report(me, places.three, REVENUE, f"quý {number} năm 2024", "1.000 tỷ đồng")
    before = {v.period: v.pk for v in Verdict.objects.filter(target_id=target, is_current=True)}
    second = Observation.objects.get(period="2024-Q2").pk
    correct_figure(second, Correction("Đối chiếu lại", quantity("900 tỷ đồng")), scope=me)
    after = {v.period: (v.pk, v.actual) for v in Verdict.objects.filter(target_id=target, is_current=True)}
    assert after["2024-Q1"] == (before["2024-Q1"], 1000)
    assert (after["2024-S1"][1], after["2024-01-01/P9M"][1]) == (1900, 2900)


def test_growth_on_the_same_period_comes_from_the_year_before(me, places):
    target = set_target(me, places.three, "new_enterprises", "2.000 doanh nghiệp")
    report(me, places.three, "new_enterprises", "quý I năm 2024", "534 doanh nghiệp")
    assert verdict_of(target).growth is None
    before = report(me, places.three, "new_enterprises", "quý I năm 2023", "308 doanh nghiệp")
    verdict = verdict_of(target)
    assert round_half_up(verdict.growth, 1) == Decimal("73.4")
    assert verdict.arithmetic["growth_figures"] == [before]


def test_a_correction_moves_the_verdict_and_the_old_one_stays(me, places):
    target = set_target(me, places.three, REVENUE, "5.208 tỷ đồng")
    row = report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    old = verdict_of(target)
    correct_figure(row, Correction("Đánh máy nhầm", quantity("1.000 tỷ đồng")), scope=me)
    new = verdict_of(target)
    assert (new.suggested, new.supersedes_id) == ("at_risk", old.pk)
    assert Verdict.objects.get(pk=old.pk).sentence_vi == old.sentence_vi


def test_a_withdrawn_figure_leaves_a_verdict_that_says_so(me, places):
    target = set_target(me, places.three, REVENUE, "5.208 tỷ đồng")
    row = report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    withdraw_figure(row, reason="Nhập nhầm quận", scope=me)
    verdict = verdict_of(target)
    assert (verdict.suggested, verdict.reason, verdict.actual) == ("unclassified", "not_reported", None)


def test_a_verdict_that_cannot_be_stored_undoes_the_figure(me, places, monkeypatch):
    set_target(me, places.three, REVENUE, "5.208 tỷ đồng")

    def fail(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(judging, "evaluate_plan", fail)
    with pytest.raises(RuntimeError):
        report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    assert not Observation.objects.exists()


def test_only_what_is_touched_is_judged_and_the_same_verdict_is_not_stored_twice(me, places):
    touched = set_target(me, places.three, REVENUE, "5.208 tỷ đồng")
    set_target(me, places.three, REVENUE, "5.208 tỷ đồng", year=2026)
    set_target(me, places.five, REVENUE, "5.208 tỷ đồng")
    set_target(me, places.three, "party_admissions", "320 đảng viên", number="2")
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    assert list(Verdict.objects.values_list("target_id", flat=True)) == [touched]
    plan_for(me, touched, "5.208 tỷ đồng")
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    assert Verdict.objects.count() == 1


def test_stated_phasing_decides_what_is_due(me, places):
    target = set_target(me, places.three, REVENUE, "1.000 tỷ đồng")
    report(me, places.three, REVENUE, "quý I năm 2024", "220 tỷ đồng")
    assert verdict_of(target).suggested == "likely"
    steps = [PhaseInput(date(2024, 3, 31), Decimal("0.2")), PhaseInput(date(2024, 6, 30), Decimal("0.45"))]
    set_phasing(target, steps, scope=me)
    assert (verdict_of(target).suggested, verdict_of(target).due) == ("on_track", 20)


def test_an_estimate_and_a_hedge_stay_with_the_verdict(me, places):
    target = set_target(me, places.three, REVENUE, "5.208 tỷ đồng")
    report(me, places.three, REVENUE, "quý I năm 2024", "hơn 1.390 tỷ đồng", status=FigureStatus.ESTIMATE)
    verdict = verdict_of(target)
    assert (verdict.qualifier, verdict.is_estimate) == ("over", True)


def test_an_answer_is_judged(me, places):
    target = set_target(me, places.three, "no_poor_households", rule="yes_no")
    report(me, places.three, "no_poor_households", "9 tháng đầu năm 2024", "có")
    assert verdict_of(target).suggested == "achieved"


def test_many_figures_are_judged_with_as_many_queries_as_one(me, places):
    codes = ["party_admissions", "lanes_upgraded", "neighbourhood_works", "anti_flood_works", "recreation_works"]
    for number, code in enumerate(codes):
        set_target(me, places.three, code, "10", number=str(number + 1))
    with CaptureQueriesContext(connection) as one:
        record_figures([figure(places.three, codes[0], "quý I năm 2024", "3")], scope=me)
    with CaptureQueriesContext(connection) as many:
        record_figures([figure(places.three, code, "quý I năm 2024", "3") for code in codes[1:]], scope=me)
    assert len(one) == len(many)
