# SPDX-License-Identifier: Apache-2.0
"""Every kind of rule, at the end of the span and before it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tiendo.evaluate import (
    DONE_OR_ABOVE_80,
    Band,
    Basis,
    Figure,
    Nature,
    Phasing,
    PhasingKind,
    Plan,
    Reason,
    Scheme,
    Status,
    evaluate_plans,
    tell,
)
from tiendo.evaluate.tests.making import YEAR, base, figure, judge, level, quantity, target
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier

HALF = Period.half(2024, 1)
LAST_YEAR = Period.year(2023)

# rule | plan | result | status
AT_THE_END = [
    ("at_least", "100 hộ", "99 hộ", "not_achieved"),
    ("at_least", "100 hộ", "100 hộ", "achieved"),
    ("at_least", "100 hộ", "101 hộ", "exceeded"),
    ("at_least", "-3 %", "-4,13 %", "not_achieved"),
    ("at_least", "-3 %", "-2 %", "exceeded"),
    ("more_than", "98 %", "98 %", "not_achieved"),
    ("more_than", "98 %", "98,01 %", "achieved"),
    ("at_most", "10 vụ", "10 vụ", "achieved"),
    ("at_most", "10 vụ", "11 vụ", "not_achieved"),
    ("less_than", "4 %", "4 %", "not_achieved"),
    ("less_than", "4 %", "3,99 %", "achieved"),
    ("less_than", "4 %", "-1 %", "achieved"),
    ("between", "10–12 đảng viên", "9 đảng viên", "not_achieved"),
    ("between", "10–12 đảng viên", "10 đảng viên", "achieved"),
    ("between", "10–12 đảng viên", "12 đảng viên", "achieved"),
    ("between", "10–12 đảng viên", "13 đảng viên", "not_achieved"),
    ("about", "4 %", "4,05 %", "achieved"),
    ("about", "4 %", "4,06 %", "not_achieved"),
    ("about", "24,96 %", "24,9605 %", "achieved"),
    ("about", "24,96 %", "24,961 %", "not_achieved"),
    ("zero", None, "0 vụ", "achieved"),
    ("zero", None, "1 vụ", "not_achieved"),
    ("share_of_units", "90 %", "9/10 phường", "achieved"),
    ("share_of_units", "90 %", "89/100 phường", "not_achieved"),
]
# levels, in the middle of the year: what must hold always is held against the full level
LEVEL_BEFORE_THE_END = [
    ("at_least", "90 %", "95 %", "on_track"),
    ("at_least", "90 %", "90 %", "on_track"),
    ("at_least", "90 %", "72 %", "likely"),
    ("at_least", "90 %", "71,99 %", "at_risk"),
    ("at_most", "4 %", "4 %", "on_track"),
    ("at_most", "4 %", "4,1 %", "at_risk"),
    ("less_than", "4 %", "4 %", "at_risk"),
    ("less_than", "4 %", "3,9 %", "on_track"),
    ("between", "6–7 %", "6,5 %", "achieved"),
    ("between", "6–7 %", "5,9 %", "likely"),
    ("between", "6–7 %", "7,1 %", "at_risk"),
    ("zero", None, "0 hộ", "on_track"),
    ("zero", None, "2 hộ", "at_risk"),
]
# amounts that add up, in the middle of the year: half of the plan is due
FLOW_BEFORE_THE_END = [
    ("at_least", "100 hộ", "50 hộ", "on_track"),
    ("at_least", "100 hộ", "49 hộ", "likely"),
    ("at_least", "100 hộ", "40 hộ", "likely"),
    ("at_least", "100 hộ", "39 hộ", "at_risk"),
    ("at_least", "100 hộ", "100 hộ", "achieved"),
    ("at_least", "100 hộ", "101 hộ", "exceeded"),
    ("more_than", "100 hộ", "100 hộ", "on_track"),
    ("more_than", "100 hộ", "101 hộ", "achieved"),
    ("at_most", "10 vụ", "5 vụ", "on_track"),
    ("at_most", "10 vụ", "6 vụ", "at_risk"),
    ("at_most", "10 vụ", "11 vụ", "at_risk"),
    ("between", "10–12 hộ", "5 hộ", "on_track"),
    ("between", "10–12 hộ", "11 hộ", "on_track"),
    ("between", "10–12 hộ", "13 hộ", "at_risk"),
    ("between", "10–12 hộ", "3 hộ", "at_risk"),
]


@pytest.mark.parametrize(("kind", "plan", "result", "status"), AT_THE_END)
def test_at_the_end_the_plan_alone_decides(kind, plan, result, status):
    assert judge(level(kind, plan), result).suggested == status


@pytest.mark.parametrize(("kind", "plan", "result", "status"), FLOW_BEFORE_THE_END)
def test_before_the_end_an_amount_is_read_against_its_phasing(kind, plan, result, status):
    assert judge(target(kind, plan), result, as_of=HALF).suggested == status


@pytest.mark.parametrize(("kind", "plan", "result", "status"), LEVEL_BEFORE_THE_END)
def test_before_the_end_a_level_is_read_against_the_full_level(kind, plan, result, status):
    expected = "on_track" if status == "achieved" else status
    assert judge(level(kind, plan), result, as_of=HALF).suggested == expected


@pytest.mark.parametrize(
    ("kind", "start", "plan", "result", "change", "status"),
    [
        ("reduce_by_percent", "1.000 vụ", "75 %", "250 vụ", "75", "achieved"),
        ("reduce_by_percent", "1.000 vụ", "75 %", "248 vụ", "75.2", "exceeded"),
        ("reduce_by_percent", "1.000 vụ", "75 %", "251 vụ", "74.9", "not_achieved"),
        ("reduce_by_percent", "1.000 vụ", "75 %", "1.200 vụ", "-20", "not_achieved"),
        ("increase_by_percent", "200 hộ", "10 %", "220 hộ", "10", "achieved"),
        ("increase_by_percent", "200 hộ", "10 %", "219 hộ", "9.5", "not_achieved"),
        ("reduce_by_points", "5,5 %", "1–1,5 điểm %", "4,4 %", "1.1", "achieved"),
        ("reduce_by_points", "5,5 %", "1–1,5 điểm %", "3,9 %", "1.6", "exceeded"),
        ("reduce_by_points", "5,5 %", "1–1,5 điểm %", "4,6 %", "0.9", "not_achieved"),
        ("increase_by_points", "60 %", "2 điểm %", "62 %", "2", "achieved"),
    ],
)
def test_a_change_is_counted_from_its_base(kind, start, plan, result, change, status):
    verdict = judge(target(kind, plan, base=base(start, LAST_YEAR)), result)
    assert (verdict.actual, verdict.suggested) == (Decimal(change), status)


def test_a_change_before_the_end_is_on_track_and_not_done():
    asked = target("reduce_by_percent", "75 %", base=base("1.000 vụ", Period.half(2023, 1)))
    assert judge(asked, "248 vụ", as_of=HALF).suggested is Status.ON_TRACK


@pytest.mark.parametrize(
    ("kind", "start", "plan", "possible"),
    [
        ("reduce_by_percent", "hơn 1.010 vụ", "75 %", ["exceeded"]),
        ("reduce_by_percent", "hơn 1.010 vụ", "76 %", ["not_achieved", "achieved", "exceeded"]),
        ("reduce_by_percent", "khoảng 1.010 vụ", "80 %", ["not_achieved"]),
        ("reduce_by_points", "gần 1.000 vụ", "750 vụ", ["not_achieved"]),
    ],
)
def test_a_hedged_base_makes_the_change_approximate(kind, start, plan, possible):
    verdict = judge(target(kind, plan, base=base(start, LAST_YEAR)), "250 vụ")
    assert list(verdict.possible) == possible
    assert verdict.measured.hedge == "about"


def test_a_hedge_of_the_plan_is_its_rule_and_no_doubt():
    asked = target("at_least", plans=(Plan(replace(quantity("90 hộ"), qualifier=Qualifier.AT_LEAST)),))
    assert "90/90 hộ = 100\u00a0% kế hoạch" in tell(judge(asked, "90 hộ"))


def test_what_is_left_of_a_hedged_result_is_hedged_the_other_way():
    verdict = judge(target("reduce_by_percent", "75 %", base=base("1.000 vụ", LAST_YEAR)), "hơn 240 vụ")
    assert verdict.measured.hedge == "under"
    assert verdict.possible == (Status.NOT_ACHIEVED, Status.ACHIEVED, Status.EXCEEDED)


@pytest.mark.parametrize(
    ("as_of", "answer", "status", "reason"),
    [
        (YEAR, True, Status.ACHIEVED, Reason.SATISFIED),
        (YEAR, False, Status.NOT_ACHIEVED, Reason.NOT_SATISFIED),
        (HALF, True, Status.ACHIEVED, Reason.SATISFIED),
        (HALF, False, Status.NOT_ASSESSABLE, Reason.NOT_DUE),
    ],
)
def test_a_yes_or_no_is_missed_only_when_time_is_over(as_of, answer, status, reason):
    asked = target("yes_no", nature=Nature.YES_NO, plans=(Plan(),))
    verdict = judge(asked, Figure(as_of, answer=answer), as_of=as_of)
    assert (verdict.suggested, verdict.reason) == (status, reason)


@pytest.mark.parametrize(
    ("result", "achievement"), [("5 %", "0.75"), ("6 %", None), ("6,5 %", "1"), ("7 %", None), ("14 %", "2")]
)
def test_a_range_is_a_share_of_its_nearer_end(result, achievement):
    found = judge(level("between", "6–7 %"), result).achievement_pct
    wanted = {"5 %": Decimal(500) / 6, "14 %": Decimal(200)}.get(result, Decimal(100))
    assert round(found, 10) == round(wanted, 10)


@pytest.mark.parametrize(("kind", "plan"), [("at_most", "10 vụ"), ("less_than", "10 vụ"), ("zero", None)])
def test_a_ceiling_has_a_margin_and_no_percentage(kind, plan):
    verdict = judge(level(kind, plan), "3 vụ")
    assert verdict.achievement is None
    assert verdict.margin == (-3 if plan is None else 7)


def test_a_level_with_a_start_goes_in_a_line_from_there():
    way = Phasing(PhasingKind.STRAIGHT_LINE, start=Decimal(90))
    asked = level("at_least", "95 %", phasing=way)
    at_half = {result: judge(asked, f"{result} %", as_of=HALF).suggested for result in ("92,5", "92", "91,9")}
    assert at_half == {"92,5": "on_track", "92": "likely", "91,9": "at_risk"}


def test_a_ceiling_that_comes_down_is_held_against_where_it_should_be():
    asked = level("at_most", "4 %", phasing=Phasing(PhasingKind.STRAIGHT_LINE, start=Decimal(5)))
    at_half = {result: judge(asked, f"{result} %", as_of=HALF).suggested for result in ("3,9", "4,5", "4,6")}
    assert at_half == {"3,9": "on_track", "4,5": "on_track", "4,6": "at_risk"}


@pytest.mark.parametrize(
    ("result", "status"), [("3,9 %", "achieved"), ("4,3 %", "on_track"), ("4,6 %", "unclassified")]
)
def test_a_ceiling_that_comes_down_is_done_early_only_where_the_scheme_says_so(result, status):
    asked = level("at_most", "4 %", phasing=Phasing(PhasingKind.STRAIGHT_LINE, start=Decimal(5)))
    assert judge(asked, result, as_of=HALF, scheme=DONE_OR_ABOVE_80).suggested == status


@pytest.mark.parametrize("basis", Basis)
def test_a_part_of_less_than_nothing_is_no_threshold(basis):
    scheme = Scheme("likely_only", (Band(Status.LIKELY, Decimal(80), basis),), (), early=frozenset())
    assert judge(level("at_least", "-3 %"), "-1 %", as_of=HALF, scheme=scheme).suggested is Status.AT_RISK
    assert judge(level("at_least", "3 %"), "2,5 %", as_of=HALF, scheme=scheme).suggested is Status.LIKELY


def test_inside_a_range_there_is_nothing_to_divide():
    for result in ("6 %", "6,5 %", "7 %"):
        verdict = judge(level("between", "6–7 %"), result)
        assert (verdict.achievement, verdict.steps) == (1, ())


def test_two_plans_have_two_verdicts_and_the_primary_one_decides():
    plans = (
        Plan(quantity("100 tỷ đồng"), assigner="phường"),
        Plan(quantity("90 tỷ đồng"), assigner="tỉnh", is_primary=False),
    )
    asked = target("at_least", plans=plans)
    found = figure("95 tỷ đồng")
    both = evaluate_plans(asked, [found], as_of=YEAR)
    assert [verdict.suggested for verdict in both] == ["not_achieved", "exceeded"]
    assert judge(asked, found).suggested == "not_achieved"


def test_a_result_in_another_unit_is_converted_exactly():
    verdict = judge(target("at_least", "1,5 tỷ đồng"), "1.500 triệu đồng")
    assert (verdict.actual, verdict.suggested) == (Decimal("1.5"), Status.ACHIEVED)
