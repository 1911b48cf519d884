# SPDX-License-Identifier: Apache-2.0
"""A target that is told by its components follows them in the transaction of the write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tiendo.evaluate import RuleKind, Status
from tiendo.kernel.period import Period
from tiendo.server.figures.data import Correction
from tiendo.server.figures.services import correct_figure
from tiendo.server.figures.tests.making import load_quan, make_places, quantity
from tiendo.server.targets.data import TargetInput
from tiendo.server.targets.models import Target, Verdict
from tiendo.server.targets.queries import board_rows, tally
from tiendo.server.targets.services import assign_target, decide_status
from tiendo.server.targets.tests.making import office, plan_for, report, set_target, verdict_of

NINE = Period.nine_months(2024)
REVENUE, FIRMS, PARTY = "state_budget_revenue", "new_enterprises", "party_admissions"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.city)


@pytest.fixture
def family(me, places):
    """A target of three components, one of them a "trong đó" row."""
    parent = set_target(me, places.three, "no_poor_households", rule="components", name="Phát triển kinh tế")
    set_target(me, places.three, REVENUE, "100 tỷ đồng", number="1.1", parent_number="1")
    set_target(me, places.three, FIRMS, "50 doanh nghiệp", number="1.2", parent_number="1")
    set_target(me, places.three, PARTY, "10 đảng viên", number="1.3", parent_number="1", is_counted=False)
    return parent


def tell(me, places, indicator, text, period="9 tháng đầu năm 2024"):
    return report(me, places.three, indicator, period, text)


def test_one_component_met_makes_its_target_partly_completed(me, places, family):
    tell(me, places, REVENUE, "101 tỷ đồng")
    verdict = verdict_of(family)
    assert (verdict.suggested, verdict.actual, verdict.achievement) == ("partial", 1, 50)
    assert verdict.sentence_vi.startswith("Phát triển kinh tế: đạt 1/2 chỉ tiêu thành phần = 50")
    assert "1 chưa đánh giá được" in verdict.sentence_vi
    assert [part["status"] for part in verdict.arithmetic["components"]] == ["exceeded", "unclassified"]


def test_a_corrected_figure_of_a_component_moves_its_target_in_the_same_act(me, places, family):
    tell(me, places, REVENUE, "101 tỷ đồng")
    row = tell(me, places, FIRMS, "50 doanh nghiệp")
    assert verdict_of(family).suggested == "achieved"
    correct_figure(row, Correction("Nhầm", quantity("5 doanh nghiệp")), scope=me)
    assert verdict_of(family).suggested == "partial"
    assert Verdict.objects.filter(target_id=family, is_current=True).count() == 1


def test_a_row_within_a_target_counts_neither_below_nor_above(me, places, family):
    tell(me, places, PARTY, "12 đảng viên")
    assert not Verdict.objects.filter(target_id=family).exists()
    rows = board_rows(places.three, 2024, NINE, me)
    assert (tally(rows).total, tally(rows, level=2).total) == (1, 2)


def test_a_persons_word_on_a_component_counts_above(me, places, family):
    tell(me, places, REVENUE, "101 tỷ đồng")
    tell(me, places, FIRMS, "45 doanh nghiệp")
    assert verdict_of(family).suggested == "on_track"
    part = Target.objects.get(number="1.2")
    decide_status(part.pk, "2024-01-01/P9M", "at_risk", reason="Ba đơn vị giải thể", row_version=1, scope=me)
    assert verdict_of(family).suggested == "partial"


def test_a_new_component_is_counted_at_once_and_one_that_moves_away_no_longer(me, places, family):
    tell(me, places, REVENUE, "101 tỷ đồng")
    tell(me, places, FIRMS, "50 doanh nghiệp")
    other = set_target(me, places.three, "no_poor_households", rule="components", number="2")
    set_target(me, places.three, "building_violations", "9 vụ", number="1.4", parent_number="1", rule="at_most")
    assert verdict_of(family).arithmetic["value"] == "2"
    assert len(verdict_of(family).arithmetic["components"]) == 3
    given = TargetInput(places.three, FIRMS, 2024, "1.2", "Chỉ tiêu 1.2", RuleKind.AT_LEAST, parent_number="2")
    assign_target(given, scope=me, row_version=1)
    assert [part["number"] for part in verdict_of(family).arithmetic["components"]] == ["1.1", "1.4"]
    assert verdict_of(other).suggested == "achieved"


def test_the_board_counts_levels_apart_and_each_adds_up(me, places, family):
    tell(me, places, REVENUE, "101 tỷ đồng")
    rows = board_rows(places.three, 2024, NINE, me)
    for level in (1, 2):
        found = tally(rows, level=level)
        assert sum(number for _, number in found.counts) == found.total
    assert tally(rows).count(Status.PARTIAL) == 1
    assert tally(rows, level=2).count(Status.EXCEEDED) == 1


def test_the_board_shows_how_many_are_met_whatever_the_indicator_measures(me, places, family):
    tell(me, places, REVENUE, "101 tỷ đồng")
    row = board_rows(places.three, 2024, NINE, me)[0]
    assert (row.actual, row.measure, row.nature, row.achievement) == (1, "chỉ tiêu thành phần", "stock", 50)


def test_more_components_cost_no_more_queries(me, places, family):
    def count(text):
        with CaptureQueriesContext(connection) as queries:
            tell(me, places, REVENUE, text)
        return len(queries)

    tell(me, places, REVENUE, "10 tỷ đồng")
    few = count("20 tỷ đồng")
    for number in range(4, 14):
        set_target(me, places.three, FIRMS, "5", number=f"1.{number}", parent_number="1")
    assert count("21 tỷ đồng") == few


def test_a_plan_can_ask_for_some_of_the_components(me, places, family):
    plan_for(me, family, "1 chỉ tiêu thành phần")
    tell(me, places, REVENUE, "101 tỷ đồng")
    assert (verdict_of(family).suggested, verdict_of(family).achievement) == ("achieved", Decimal(100))
