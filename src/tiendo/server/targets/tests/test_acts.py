# SPDX-License-Identifier: Apache-2.0
"""Setting targets and plans, and a person's word on a status: who may, what stays, what is refused."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tiendo.evaluate import RuleKind
from tiendo.server.accounts.data import Role
from tiendo.server.audit.models import Event
from tiendo.server.figures.data import Correction
from tiendo.server.figures.services import correct_figure
from tiendo.server.figures.tests.making import load_quan, make_places, quantity, scope_of
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.data import PlanInput, RuleDetail, TargetInput
from tiendo.server.targets.models import Plan, Target, Verdict
from tiendo.server.targets.services import assign_target, decide_status, set_phasing, set_plan, withdraw_plan
from tiendo.server.targets.tests.making import office, plan_for, report, set_target, verdict_of

REVENUE = "state_budget_revenue"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.three)


@pytest.fixture
def target(me, places):
    return set_target(me, places.three, REVENUE, "5.208 tỷ đồng")


def plans(target, **wanted):
    rows = Plan.objects.filter(target_id=target, **wanted).order_by("pk")
    return [(row.assigner, row.value, row.is_primary, row.version) for row in rows]


def decide(target, status, scope, reason="Theo biên bản", version=1, period="2024-Q1"):
    return decide_status(target, period, status, reason=reason, row_version=version, scope=scope)


def test_a_changed_plan_is_a_new_version_and_the_old_one_stays(me, target):
    plan_for(me, target, "5.500 tỷ đồng", act="30/NQ-HĐND")
    assert plans(target, is_current=True) == [("HĐND quận", 5500, True, 2)]
    assert plans(target, is_current=False) == [("HĐND quận", 5208, True, 1)]


def test_a_plan_in_another_unit_of_measure_is_kept_in_that_of_the_indicator(me, target):
    plan_for(me, target, "5.500.000 triệu đồng")
    row = Plan.objects.get(is_current=True)
    assert (row.value, row.measure, row.step) == (5500, "tỷ đồng", Decimal("0.001"))


def test_own_commitment_stands_beside_the_primary_plan(me, target):
    plan_for(me, target, "5.300 tỷ đồng", assigner="tự đăng ký", is_primary=False)
    assert plans(target, is_current=True) == [("HĐND quận", 5208, True, 1), ("tự đăng ký", 5300, False, 1)]


def test_a_new_primary_plan_of_another_assigner_moves_the_old_one_aside_and_back_again(me, target):
    city = plan_for(me, target, "5.400 tỷ đồng", assigner="UBND Thành phố")
    assert plans(target, is_current=True) == [("UBND Thành phố", 5400, True, 1), ("HĐND quận", 5208, False, 2)]
    withdraw_plan(city, reason="Thành phố rút lại", scope=me)
    assert plans(target, is_current=True) == [("HĐND quận", 5208, True, 3)]


def test_a_withdrawn_plan_brings_the_former_version_back_and_is_never_restored_itself(me, target):
    second = plan_for(me, target, "5.500 tỷ đồng")
    third = withdraw_plan(second, reason="Đọc nhầm", scope=me)
    assert plans(target, is_current=True) == [("HĐND quận", 5208, True, 3)]
    assert withdraw_plan(third, reason="Cũng nhầm", scope=me) is None
    assert plans(target, is_current=True) == []
    fourth = plan_for(me, target, "6.000 tỷ đồng")
    assert withdraw_plan(fourth, reason="Lần nữa", scope=me) is None


def test_only_the_mark_of_being_current_is_ever_updated_in_plans_and_verdicts(me, places, target):
    with CaptureQueriesContext(connection) as queries:
        report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
        plan = plan_for(me, target, "5.500 tỷ đồng")
        withdraw_plan(plan, reason="Đọc nhầm", scope=me)
        decide(target, "likely", me)
    changing = [q["sql"] for q in queries if q["sql"].startswith(("UPDATE", "DELETE"))]
    touching = [sql for sql in changing if '"targets_plan"' in sql or '"targets_verdict"' in sql]
    assert touching
    assert all(re.search(r'SET "is_current" = (0|false), "ended_at" = [^,]+ WHERE', sql) for sql in touching)


def test_the_same_plan_a_second_time_is_not_written(me, target):
    before = Event.objects.count()
    assert plan_for(me, target, "5.208 tỷ đồng") == Plan.objects.get().pk
    assert Event.objects.count() == before


@pytest.mark.parametrize("plan", ["5.208 hộ", "6,6–6,8 %", "9–5 tỷ đồng", "5–9 tỷ đồng"])
def test_a_plan_that_does_not_fit_is_refused_and_nothing_is_written(me, target, plan):
    with pytest.raises(Refusal):
        plan_for(me, target, plan)
    assert plans(target) == [("HĐND quận", 5208, True, 1)]


def test_a_withdrawal_without_reason_or_of_a_former_plan_is_refused(me, target):
    first = Plan.objects.get().pk
    with pytest.raises(Refusal):
        withdraw_plan(first, reason=" ", scope=me)
    plan_for(me, target, "5.500 tỷ đồng")
    with pytest.raises(Refusal) as refusal:
        withdraw_plan(first, reason="Nhầm", scope=me)
    assert refusal.value.status == 409


def test_a_target_is_set_once_and_changed_only_as_it_stood(me, places, target):
    given = TargetInput(places.three, REVENUE, 2024, "1", "Chỉ tiêu 1", RuleKind.AT_LEAST)
    assert assign_target(given, scope=me) == target
    other = TargetInput(places.three, REVENUE, 2024, "1", "Thu ngân sách", RuleKind.AT_LEAST)
    for version in (None, 7):
        with pytest.raises(Refusal) as refusal:
            assign_target(other, scope=me, row_version=version)
        assert refusal.value.status == 409
    assert assign_target(other, scope=me, row_version=1) == target
    row = Target.objects.get()
    assert (row.name, row.row_version) == ("Thu ngân sách", 2)


@pytest.mark.parametrize(
    ("indicator", "rule", "detail"),
    [("nothing", "at_least", {}), (REVENUE, "at_least", {"tolerance": Decimal(-1)}),
     (REVENUE, "at_least", {"phasing": "sideways"}), (REVENUE, "at_least", {"span": "next year"})],
)  # fmt: skip
def test_a_target_that_contradicts_itself_is_refused(me, places, indicator, rule, detail):
    with pytest.raises(Refusal):
        set_target(me, places.three, indicator, rule=rule, detail=RuleDetail(**detail))
    assert not Target.objects.exists()


def test_a_component_needs_the_target_it_is_a_component_of(me, places, target):
    part = set_target(me, places.three, "new_enterprises", "9", number="1.1", parent_number="1")
    assert Target.objects.get(pk=part).parent_id == target
    with pytest.raises(Refusal):
        set_target(me, places.three, "new_enterprises", "9", number="8.1", parent_number="8")


@pytest.mark.parametrize("role", [Role.READER, Role.SPECIALIST, None])
def test_who_may_not_set_targets_or_decide_does_neither(places, me, target, role):
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    other = scope_of(role, places.three)
    for act in (
        lambda: set_target(other, places.three, "new_enterprises", number="2"),
        lambda: set_plan(PlanInput(target, quantity("6.000 tỷ đồng")), scope=other),
        lambda: withdraw_plan(Plan.objects.get().pk, reason="Thử", scope=other),
        lambda: set_phasing(target, [], scope=other),
        lambda: decide(target, "exceeded", other),
    ):
        with pytest.raises(NotForYou):
            act()


def test_an_office_of_another_unit_sees_no_target_here(places, me, target):
    with pytest.raises(NotForYou):
        decide(target, "exceeded", office(places.five))


def test_a_persons_word_stands_beside_the_computed_status(me, places, target):
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    old = verdict_of(target)
    decide(target, "likely", me, reason="Quý I có khoản thu một lần")
    row = verdict_of(target)
    assert (row.suggested, row.final, row.final_reason) == ("on_track", "likely", "Quý I có khoản thu một lần")
    assert (row.supersedes_id, row.evaluated_at, row.decided_by.full_name) == (old.pk, old.evaluated_at, "Lê Minh Khoa")
    assert Event.objects.filter(verb="targets.decide").get().detail["final"] == "likely"


def test_two_people_who_decide_at_once_do_not_overwrite_each_other(me, places, target):
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    decide(target, "likely", me)
    with pytest.raises(Refusal) as refusal:
        decide(target, "exceeded", office(places.city))
    assert refusal.value.status == 409
    assert "Lê Minh Khoa" in str(refusal.value.sentence)
    assert verdict_of(target).final == "likely"


def test_a_word_that_differs_needs_a_reason_and_one_that_agrees_does_not(me, places, target):
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    with pytest.raises(Refusal) as refusal:
        decide(target, "likely", me, reason=" ")
    assert refusal.value.field == "reason"
    decide(target, "on_track", me, reason="")
    decide(target, "", me, reason="Chờ họp", version=2)
    assert verdict_of(target).final == ""


@pytest.mark.parametrize(("status", "period"), [("great", "2024-Q1"), ("likely", "2024-Q2")])
def test_there_is_nothing_to_decide_without_a_figure_or_with_a_word_of_ones_own(me, places, target, status, period):
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    with pytest.raises(Refusal):
        decide(target, status, me, period=period)
    assert Verdict.objects.count() == 1


def test_a_persons_word_outlives_a_corrected_figure_and_is_seen_to_be_older(me, places, target):
    row = report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    decide(target, "likely", me)
    correct_figure(row, Correction("Nhầm", quantity("900 tỷ đồng")), scope=me)
    verdict = verdict_of(target)
    assert (verdict.suggested, verdict.final) == ("at_risk", "likely")
    assert verdict.decided_at < verdict.evaluated_at
