# SPDX-License-Identifier: Apache-2.0
"""Decisions: what they write, who may make them, two reviewers at once, taking back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.evaluate import RuleKind
from tiendo.server.audit.models import Event
from tiendo.server.figures.models import Observation
from tiendo.server.intake.data import Becomes, Choice, Edited, FindingState, Settlement
from tiendo.server.intake.models import Decision, Finding
from tiendo.server.intake.services import deciding
from tiendo.server.intake.services.deciding import Overtaken, accept_all, decide, undo
from tiendo.server.intake.services.settling import finish_review, settle_problem
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.data import TargetInput
from tiendo.server.targets.models import Plan, Verdict
from tiendo.server.targets.services import assign_target


@pytest.fixture
def revenue(document, indicators):
    """The finding "1.390,9 tỷ đồng"."""
    return document.findings.get(payload__quote="1.390,9 tỷ đồng")


@pytest.fixture
def share(document, indicators):
    """The finding "26,7%"."""
    return document.findings.get(payload__quote="26,7%", kind="measurement")


def accept(finding, cast, who="specialist", choice=Choice.ACCEPT, **more):
    finding.refresh_from_db()
    return decide(finding.pk, version=finding.row_version, choice=choice, scope=cast.scope(who), **more)


def test_an_accepted_figure_is_recorded_with_its_sentence_its_place_and_its_print(revenue, cast, document):
    accept(revenue, cast)
    revenue.refresh_from_db()
    row = Observation.objects.get(pk=revenue.observation_id)
    assert (row.value, row.step, row.period, row.unit_id) == (
        Decimal("1390.9"),
        Decimal("0.1"),
        "2020-01-01/P9M",
        cast.ward.pk,
    )
    assert row.quote.startswith("Tổng thu ngân sách nhà nước 9 tháng năm 2020 đạt 1.390,9 tỷ đồng")
    assert (row.printed, row.anchor) == ("1.390,9 tỷ đồng", {"start": revenue.start, "end": revenue.end})
    assert (row.document_id, row.recorded_by.full_name) == (document.pk, "Trần Thị Hoa")
    assert (revenue.state, revenue.became, revenue.row_version) == (FindingState.ACCEPTED, Becomes.OBSERVATION, 2)


def test_a_share_that_follows_from_figures_is_confirmed_and_not_stored(share, cast):
    accept(share, cast)
    share.refresh_from_db()
    assert (share.state, share.became, share.observation_id) == (FindingState.ACCEPTED, Becomes.CHECKED, None)
    assert not Observation.objects.exists()


@pytest.mark.parametrize(("kind", "became"), [("directive", Becomes.KEPT), ("claim", Becomes.CHECKED)])
def test_orders_are_kept_and_claims_are_confirmed(document, cast, indicators, kind, became):
    finding = document.findings.filter(kind=kind).first()
    accept(finding, cast)
    finding.refresh_from_db()
    assert (finding.became, finding.written) == (became, None)


def test_every_decision_is_in_the_record_with_its_batch(revenue, cast):
    decided = accept(revenue, cast)
    event = Event.objects.get(verb="intake.accept")
    assert (event.subject, event.user_name) == (f"finding:{revenue.pk}", "Trần Thị Hoa")
    assert (event.detail["batch"], event.detail["written"]["value"]) == (decided.batch, "1390.9")


def test_a_rejected_finding_writes_nothing(revenue, cast):
    accept(revenue, cast, choice=Choice.REJECT)
    revenue.refresh_from_db()
    assert (revenue.state, Observation.objects.count()) == (FindingState.REJECTED, 0)


def edited(cast, **values):
    usual = {
        "becomes": Becomes.OBSERVATION,
        "indicator": "state_budget_revenue",
        "unit_id": cast.ward.pk,
        "period": "quý III năm 2020",
        "value": "1.391",
        "measure": "tỷ đồng",
        "status": "estimate",
    }
    return Edited(**usual | values)


def test_an_edited_figure_is_recorded_as_it_was_set(revenue, cast):
    accept(revenue, cast, choice=Choice.EDIT, edited=edited(cast))
    revenue.refresh_from_db()
    row = Observation.objects.get(pk=revenue.observation_id)
    assert (row.value, row.step, row.period, row.status) == (Decimal(1391), Decimal(1), "2020-Q3", "estimate")
    assert (revenue.state, row.printed) == (FindingState.EDITED, "1.390,9 tỷ đồng")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"indicator": ""}, "indicator"),
        ({"indicator": "nothing_like_it"}, "indicator"),
        ({"period": "hôm kia"}, "period"),
        ({"period": ""}, "period"),
        ({"value": "nhiều"}, "value"),
        ({"value": ""}, "value"),
        ({"value": "13/20"}, "value"),
        ({"measure": "ha"}, "measure"),
        ({"unit_id": None}, "unit"),
    ],
)
def test_what_a_figure_lacks_is_said_with_its_field_and_nothing_is_written(revenue, cast, values, field):
    with pytest.raises(Refusal) as refused:
        accept(revenue, cast, choice=Choice.EDIT, edited=edited(cast, **values))
    assert refused.value.field == field
    revenue.refresh_from_db()
    assert (revenue.state, revenue.row_version, Observation.objects.count()) == (FindingState.PROPOSED, 1, 0)


def test_a_figure_without_an_indicator_is_not_accepted_as_it_stands(document, cast, indicators):
    finding = document.findings.filter(kind="measurement", payload__indicator=None, payload__kind="actual").first()
    with pytest.raises(Refusal) as refused:
        accept(finding, cast)
    assert refused.value.field == "indicator"


def test_a_figure_can_be_confirmed_without_storing_it(revenue, cast):
    accept(revenue, cast, choice=Choice.EDIT, edited=Edited(Becomes.CHECKED))
    revenue.refresh_from_db()
    assert (revenue.became, Observation.objects.count()) == (Becomes.CHECKED, 0)


def test_only_figures_can_be_edited(document, cast, indicators):
    with pytest.raises(Refusal):
        accept(document.findings.filter(kind="directive").first(), cast, choice=Choice.EDIT, edited=edited(cast))


def test_a_figure_of_a_unit_that_is_not_ones_own_is_not_written(revenue, cast):
    with pytest.raises(NotForYou):
        accept(revenue, cast, choice=Choice.EDIT, edited=edited(cast, unit_id=cast.neighbour.pk))
    assert not Observation.objects.exists()


@pytest.mark.parametrize("who", ["reader", "outsider"])
def test_who_may_not_review_decides_nothing(revenue, cast, document, who):
    for act in (
        lambda: accept(revenue, cast, who),
        lambda: accept_all(document.pk, above=0, scope=cast.scope(who)),
        lambda: undo(document.pk, scope=cast.scope(who)),
        lambda: finish_review(document.pk, scope=cast.scope(who)),
        lambda: settle_problem(document.problems.first().pk, settlement=Settlement.ASKED, scope=cast.scope(who)),
    ):
        with pytest.raises(NotForYou):
            act()
    assert not Decision.objects.exists()


def set_target(cast, who="office"):
    given = TargetInput(
        unit_id=cast.ward.pk,
        indicator="state_budget_revenue",
        year=2020,
        number="1",
        name="Thu ngân sách",
        rule=RuleKind.AT_LEAST,
    )
    return assign_target(given, scope=cast.scope(who))


@pytest.fixture
def plan(document, indicators):
    """The finding "5.208 tỷ đồng", the year's estimate."""
    return document.findings.get(payload__quote="5.208 tỷ đồng")


def test_an_accepted_plan_is_set_for_its_target_with_the_paper_that_sets_it(plan, cast, document):
    target_id = set_target(cast)
    accept(plan, cast, "office")
    plan.refresh_from_db()
    row = Plan.objects.get(target_id=target_id, is_current=True)
    assert (row.pk, row.value, row.act, row.document_id) == (plan.plan_id, Decimal(5208), "214/BC-UBND", document.pk)
    assert "5.208 tỷ đồng" in row.quote
    assert plan.became == Becomes.PLAN


def test_a_plan_that_is_taken_back_is_withdrawn(plan, cast, document):
    target_id = set_target(cast)
    accept(plan, cast, "office")
    undo(document.pk, scope=cast.scope("office"))
    plan.refresh_from_db()
    assert (plan.state, plan.plan_id) == (FindingState.PROPOSED, None)
    assert not Plan.objects.filter(target_id=target_id, is_current=True).exists()


def test_a_plan_without_a_target_or_without_the_right_is_refused_and_can_be_confirmed(plan, cast):
    with pytest.raises(Refusal, match="chưa có chỉ tiêu"):
        accept(plan, cast, "office")
    set_target(cast)
    with pytest.raises(Refusal, match="được giao chỉ tiêu"):
        accept(plan, cast, "specialist")
    accept(plan, cast, "specialist", Choice.EDIT, edited=Edited(Becomes.CHECKED))
    plan.refresh_from_db()
    assert (plan.became, Plan.objects.count()) == (Becomes.CHECKED, 0)


def test_accept_all_leaves_plans_to_a_person(plan, cast, document):
    set_target(cast)
    assert plan.pk not in accept_all(document.pk, above=0, scope=cast.scope("office")).finding_ids


def test_verdicts_move_in_the_transaction_of_the_acceptance(plan, revenue, cast):
    target_id = set_target(cast)
    accept(plan, cast, "office")
    accept(revenue, cast)
    verdict = Verdict.objects.get(target_id=target_id, is_current=True)
    assert "26,7" in verdict.sentence_vi


def test_the_second_of_two_reviewers_is_told_and_overwrites_nothing(revenue, cast):
    seen = revenue.row_version
    decide(revenue.pk, version=seen, choice=Choice.ACCEPT, scope=cast.scope("specialist"))
    with pytest.raises(Overtaken) as overtaken:
        decide(revenue.pk, version=seen, choice=Choice.REJECT, scope=cast.scope("colleague"))
    assert (overtaken.value.status, overtaken.value.finding_id) == (409, revenue.pk)
    revenue.refresh_from_db()
    assert (revenue.state, revenue.decided_by.full_name) == (FindingState.ACCEPTED, "Trần Thị Hoa")


def test_the_second_reviewer_may_decide_anew_and_the_figure_is_withdrawn(revenue, cast):
    accept(revenue, cast)
    accept(revenue, cast, "colleague", Choice.REJECT)
    revenue.refresh_from_db()
    assert (revenue.state, revenue.observation_id) == (FindingState.REJECTED, None)
    assert Observation.objects.get(is_current=True).value is None


def test_taking_back_withdraws_the_figure_and_the_finding_waits_again(revenue, cast, document):
    accept(revenue, cast)
    undo(document.pk, scope=cast.scope("specialist"))
    revenue.refresh_from_db()
    assert (revenue.state, revenue.observation_id, revenue.written) == (FindingState.PROPOSED, None, None)
    assert revenue.decided_by is None
    assert Observation.objects.get(is_current=True).value is None
    assert Event.objects.filter(verb="intake.undo").exists()


def test_taking_back_a_rejection_of_an_accepted_figure_records_it_again(revenue, cast, document):
    accept(revenue, cast)
    accept(revenue, cast, choice=Choice.REJECT)
    undo(document.pk, scope=cast.scope("specialist"))
    revenue.refresh_from_db()
    assert revenue.state == FindingState.ACCEPTED
    assert Observation.objects.get(pk=revenue.observation_id).value == Decimal("1390.9")


def test_one_takes_back_ones_own_last_act_and_then_the_one_before(revenue, share, cast, document):
    accept(revenue, cast)
    accept(share, cast)
    scope = cast.scope("specialist")
    assert undo(document.pk, scope=scope).finding_ids == (share.pk,)
    assert undo(document.pk, scope=scope).finding_ids == (revenue.pk,)
    with pytest.raises(Refusal):
        undo(document.pk, scope=scope)


def test_nobody_takes_back_what_another_did(revenue, cast, document):
    accept(revenue, cast)
    with pytest.raises(Refusal):
        undo(document.pk, scope=cast.scope("colleague"))


def test_an_act_that_another_has_changed_since_is_not_taken_back_in_part(document, cast, indicators):
    accept_all(document.pk, above=0, scope=cast.scope("specialist"))
    before = list(Finding.objects.order_by("pk").values("state", "row_version"))
    changed = document.findings.filter(kind="directive").first()
    accept(changed, cast, "colleague", Choice.REJECT)
    with pytest.raises(Refusal) as refused:
        undo(document.pk, scope=cast.scope("specialist"))
    assert refused.value.status == 409
    after = list(Finding.objects.order_by("pk").values("state", "row_version"))
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_accept_all_takes_what_is_sure_and_plain_and_leaves_the_rest(document, cast, indicators):
    decided = accept_all(document.pk, above=0.0, scope=cast.scope("specialist"))
    accepted = set(Finding.objects.filter(state=FindingState.ACCEPTED).values_list("pk", flat=True))
    assert accepted == set(decided.finding_ids)
    left = Finding.objects.filter(state=FindingState.PROPOSED)
    assert left.count() == decided.left > 0
    assert all(row.kind in ("measurement", "claim") for row in left)
    assert document.findings.filter(kind="directive", state=FindingState.ACCEPTED).exists()
    assert accept_all(document.pk, above=0.0, scope=cast.scope("colleague")).finding_ids == ()


def test_accept_all_takes_nothing_below_the_confidence(document, cast, indicators):
    Finding.objects.filter(document=document).update(confidence=0.5)
    assert accept_all(document.pk, above=0.51, scope=cast.scope("specialist")).finding_ids == ()
    assert accept_all(document.pk, above=0.5, scope=cast.scope("specialist")).finding_ids


def test_accept_all_leaves_what_a_problem_concerns_until_it_is_settled(document, cast, indicators):
    problem = document.problems.get()
    problem.severity = "error"
    problem.save()
    concerned = set(
        document.findings.filter(start__gte=problem.start, end__lte=problem.end).values_list("pk", flat=True)
    )
    assert concerned
    scope = cast.scope("specialist")
    assert not concerned & set(accept_all(document.pk, above=0, scope=scope).finding_ids)
    settle_problem(problem.pk, settlement=Settlement.IGNORED, reason="Đã hỏi, đủ 15.", scope=scope)
    assert concerned & set(accept_all(document.pk, above=0, scope=scope).finding_ids)


def test_accept_all_is_one_act_that_is_taken_back_as_one(document, cast, indicators):
    before = list(Finding.objects.order_by("pk").values("state", "written", "became"))
    decided = accept_all(document.pk, above=0, scope=cast.scope("specialist"))
    assert Observation.objects.filter(is_current=True, value__isnull=False).exists()
    assert set(undo(document.pk, scope=cast.scope("specialist")).finding_ids) == set(decided.finding_ids)
    assert list(Finding.objects.order_by("pk").values("state", "written", "became")) == before
    assert not Observation.objects.filter(is_current=True, value__isnull=False).exists()


def test_a_crash_in_the_middle_of_accept_all_leaves_everything_as_it_was(document, cast, indicators, monkeypatch):
    def crash(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(deciding, "record_many", crash)
    with pytest.raises(KeyboardInterrupt):
        accept_all(document.pk, above=0, scope=cast.scope("specialist"))
    assert not Finding.objects.exclude(state=FindingState.PROPOSED).exists()
    assert not any((Observation.objects.exists(), Decision.objects.exists()))


def test_a_problem_is_set_aside_only_with_a_reason_and_only_once(document, cast):
    problem, scope = document.problems.get(), cast.scope("specialist")
    with pytest.raises(Refusal) as refused:
        settle_problem(problem.pk, settlement=Settlement.IGNORED, reason="  ", scope=scope)
    assert refused.value.field == "reason"
    settle_problem(problem.pk, settlement=Settlement.IGNORED, reason="Đủ 15.", scope=scope)
    with pytest.raises(Refusal) as refused:
        settle_problem(problem.pk, settlement=Settlement.ASKED, scope=cast.scope("colleague"))
    assert refused.value.status == 409
    settle_problem(problem.pk, settlement=None, scope=scope)
    problem.refresh_from_db()
    assert (problem.settled_as, problem.settled_by) == ("", None)


def test_a_review_ends_when_nothing_waits(document, cast, indicators):
    scope = cast.scope("specialist")
    with pytest.raises(Refusal):
        finish_review(document.pk, scope=scope)
    for finding in document.findings.all():
        accept(finding, cast, choice=Choice.REJECT)
    settle_problem(document.problems.get().pk, settlement=Settlement.ASKED, scope=scope)
    finish_review(document.pk, scope=scope)
    assert document.review.finished_by.full_name == "Trần Thị Hoa"
