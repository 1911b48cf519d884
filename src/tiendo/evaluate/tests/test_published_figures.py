# SPDX-License-Identifier: Apache-2.0
"""Figures that districts published: what came out must come out here too. Source: DOMAIN 0."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.evaluate import (
    DONE_OR_ABOVE_80,
    DONE_TRACK_PARTLY,
    Band,
    Base,
    EvaluateError,
    FigureStatus,
    LocalClass,
    Nature,
    Scheme,
    Status,
    complete_tally,
    tally_statuses,
    tell,
)
from tiendo.evaluate.tests.making import figure, judge, target
from tiendo.kernel.numbers import round_half_up
from tiendo.kernel.period import Period

Q1 = Period.quarter(2024, 1)
HALF = Period.half(2020, 1)
NINE = Period.nine_months(2024)


@pytest.mark.parametrize(
    ("kind", "plan", "result", "printed", "status"),
    [
        ("at_least", "11 tuyến", "14 tuyến", "127.27", "exceeded"),
        ("at_least", "39 công trình", "128 công trình", "328.21", "exceeded"),
        ("at_least", "1 công trình", "1 công trình", "100.00", "achieved"),
        ("at_least", "3 công trình", "3 công trình", "100.00", "achieved"),
        ("share_of_units", "90 %", "13/13 phường", "111.11", "exceeded"),
        ("share_of_units", "90 %", "11/13 phường", "94.02", "not_achieved"),
        ("at_least", "320 đảng viên", "217 đảng viên", "67.81", "not_achieved"),
    ],
)
def test_the_achievement_is_the_published_one_and_is_never_clamped(kind, plan, result, printed, status):
    verdict = judge(target(kind, plan, nature=Nature.RATIO if "/" in result else Nature.FLOW), result)
    assert round_half_up(verdict.achievement_pct, 2) == Decimal(printed)
    assert verdict.suggested == status


def test_a_share_keeps_all_its_digits_until_it_is_shown():
    assert judge(target("at_least", "320 đảng viên"), "217 đảng viên").achievement_pct == Decimal("67.8125")


def test_a_reported_decrease_is_fulfilled_by_its_share_of_the_planned_one():
    asked = target("reduce_by_percent", "75 %", base=Base(Period.half(2019, 1)), span=HALF)
    verdict = judge(asked, figure("75,15 %", HALF, is_change=True), as_of=HALF)
    assert (verdict.achievement_pct, verdict.suggested) == (Decimal("100.2"), Status.EXCEEDED)


def test_the_first_quarter_is_read_against_its_phasing():
    asked = target("at_least", "5.208 tỷ đồng", name="Thu ngân sách", decimals=1, name_en="Budget revenue")
    verdict = judge(asked, "1.390,9 tỷ đồng", as_of=Q1)
    assert verdict.suggested is Status.ON_TRACK
    assert tell(verdict).replace("\u00a0", " ") == (
        "Thu ngân sách 1.390,9/5.208 tỷ đồng = 26,7 % kế hoạch năm 2024; theo tiến độ quý I năm 2024"
        " (số liệu đến 31/03/2024) cần 25 % (chia đều: 3/12 tháng): đảm bảo tiến độ."
    )
    assert tell(verdict, "en") == (
        "Budget revenue 1,390.9/5,208 tỷ đồng = 26.7% of the plan for 2024; for Q1 2024 (data to 31 March 2024)"
        " 25% is due (straight line: 3/12 months): on track."
    )


def test_a_hedged_result_is_judged_where_its_reach_decides():
    verdict = judge(target("at_least", "3.583 tỷ đồng"), "hơn 3.200 tỷ đồng", as_of=NINE)
    assert verdict.suggested is Status.ON_TRACK
    assert "hơn 3.200/3.583 tỷ đồng = hơn 89,31\u00a0%" in tell(verdict)


def test_an_estimate_stays_an_estimate():
    found = figure("2.069 tỷ đồng", status=FigureStatus.ESTIMATE)
    verdict = judge(target("at_least", "1.957,4 tỷ đồng", name="Thu ngân sách", decimals=1), found)
    assert verdict.suggested is Status.EXCEEDED
    assert tell(verdict).startswith("Thu ngân sách ước 2.069/1.957,4 tỷ đồng = 105,7\u00a0% kế hoạch năm 2024")


def statuses(results, scheme):
    asked = target("at_least", "100 việc")
    return [judge(asked, f"{result} việc", as_of=NINE, scheme=scheme).suggested for result in results]


def test_done_thirteen_and_above_eighty_six_of_twenty_leaves_one():
    results = [*[100] * 8, *[104, 121, 130, 101, 328], *[81, 85, 88, 90, 95, 99], 80]
    tally = tally_statuses(statuses(results, DONE_OR_ABOVE_80))
    assert tally.by_class(DONE_OR_ABOVE_80) == (
        ("hoàn thành", 13),
        ("hoàn thành trên 80\u00a0% và ước đạt", 6),
        ("", 1),
    )
    assert complete_tally(20, {Status.ACHIEVED: 13, Status.LIKELY: 6}).remainder == tally.remainder == 1


def test_done_two_on_track_seven_partly_five_of_fifteen_leaves_one():
    results = [100, 127, *[75, 76, 80, 85, 90, 95, 99], *[1, 20, 40, 60, 74], 0]
    tally = tally_statuses(statuses(results, DONE_TRACK_PARTLY))
    assert [number for _, number in tally.by_class(DONE_TRACK_PARTLY)] == [2, 7, 5, 1]
    assert complete_tally(15, {Status.ACHIEVED: 2, Status.ON_TRACK: 7, Status.PARTIAL: 5}).remainder == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"bands": (Band(Status.NOT_ACHIEVED, Decimal(80)),)},
        {"bands": (Band(Status.LIKELY, Decimal(-1)),)},
        {"otherwise": Status.ACHIEVED},
        {"about_share": Decimal(-1)},
        {"classes": (LocalClass((Status.LIKELY,), "a", "a"), LocalClass((Status.LIKELY,), "b", "b"))},
    ],
)
def test_a_scheme_that_could_not_add_up_or_be_reached_is_refused(wrong):
    with pytest.raises(EvaluateError, match="hãy"):
        Scheme(**{"code": "x", "bands": (), "classes": (), **wrong})
