# SPDX-License-Identifier: Apache-2.0
"""Past years phase a plan that nobody phased, and a verdict follows them when one of their figures changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tiendo.server.figures.tests.making import load_quan, make_places
from tiendo.server.targets.data import PhaseInput, RuleDetail
from tiendo.server.targets.services import set_phasing
from tiendo.server.targets.tests.making import office, report, set_target, verdict_of

REVENUE = "state_budget_revenue"
NINE, YEAR = "9 tháng đầu năm {}", "năm {}"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.city)


def _past(me, places, *years):
    for year, at, end in years:
        report(me, places.three, REVENUE, NINE.format(year), f"{at} tỷ đồng")
        report(me, places.three, REVENUE, YEAR.format(year), f"{end} tỷ đồng")


def test_two_past_years_phase_the_plan_and_lead_to_its_end(me, places):
    target = set_target(me, places.three, REVENUE, "200 tỷ đồng")
    _past(me, places, (2022, "30", "100"), (2023, "50", "100"))
    report(me, places.three, REVENUE, NINE.format(2024), "100 tỷ đồng")
    verdict = verdict_of(target)
    assert (verdict.due, verdict.expected, verdict.suggested) == (40, 80, "on_track")
    assert "nhịp các năm 2022–2023: 80/200" in verdict.sentence_vi
    assert verdict.arithmetic["forecast"]["value"] == "250"
    assert "100 × 200/80 = 250" in verdict.arithmetic["forecast_told"]["vi"]
    assert verdict.arithmetic["turns_told"]["vi"].startswith("Thành «đạt» khi tăng ít nhất 100")


def test_the_end_of_a_past_year_changes_the_verdict_at_once(me, places):
    target = set_target(me, places.three, REVENUE, "200 tỷ đồng")
    report(me, places.three, REVENUE, NINE.format(2024), "100 tỷ đồng")
    assert (verdict_of(target).due, verdict_of(target).suggested) == (75, "at_risk")
    _past(me, places, (2022, "30", "100"))
    assert verdict_of(target).due == 75
    assert "mới có 1" in verdict_of(target).arithmetic["forecast_told"]["vi"]
    _past(me, places, (2020, "50", "100"))
    assert (verdict_of(target).due, verdict_of(target).suggested) == (40, "on_track")


@pytest.mark.parametrize("stated", ["steps", "straight_line"])
def test_what_somebody_stated_goes_before_past_years(me, places, stated):
    detail = RuleDetail(phasing="" if stated == "steps" else stated)
    target = set_target(me, places.three, REVENUE, "200 tỷ đồng", detail=detail)
    if stated == "steps":
        steps = [PhaseInput(date(2024, 9, 30), Decimal("0.7")), PhaseInput(date(2024, 12, 31), Decimal(1))]
        set_phasing(target, steps, scope=me)
    _past(me, places, (2022, "30", "100"), (2023, "50", "100"))
    report(me, places.three, REVENUE, NINE.format(2024), "100 tỷ đồng")
    assert verdict_of(target).due == (70 if stated == "steps" else 75)
