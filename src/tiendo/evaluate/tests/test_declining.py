# SPDX-License-Identifier: Apache-2.0
"""What cannot be judged says why, and is never guessed."""

from __future__ import annotations

import pytest

from tiendo.evaluate import Base, Figure, Missing, Phasing, PhasingKind, Plan, Reason, Status, tell
from tiendo.evaluate.tests.making import YEAR, base, figure, judge, level, quantity, target
from tiendo.kernel.period import Period

HALF = Period.half(2024, 1)
DECLINED = [
    ("no figure", target("at_least", "5 hộ"), [], YEAR, "unclassified", "no_figure"),
    (
        "not reported",
        target("at_least", "5 hộ"),
        [Figure(YEAR, missing=Missing.NOT_REPORTED)],
        YEAR,
        "unclassified",
        "",
    ),
    ("not due", target("at_least", "5 hộ"), [Figure(YEAR, missing=Missing.NOT_DUE)], YEAR, "not_assessable", ""),
    ("not applicable", target("at_least", "5 hộ"), [Figure(YEAR, missing=Missing.NOT_APPLICABLE)], YEAR, "", ""),
    (
        "not restated",
        target("at_least", "5 hộ"),
        [Figure(YEAR, missing=Missing.NOT_RESTATED)],
        YEAR,
        "not_assessable",
        "",
    ),
    ("yearly", level("at_least", "5 %", is_collected_yearly=True), [], HALF, "not_assessable", "collected_yearly"),
    ("yearly, year over", level("at_least", "5 %", is_collected_yearly=True), [], YEAR, "unclassified", "no_figure"),
    ("before the span", target("at_least", "5 hộ"), ["3 hộ"], Period.year(2023), "not_assessable", "not_due"),
    ("no plan", target("at_least", plans=(Plan(),)), ["3 hộ"], YEAR, "not_assessable", "plan_missing"),
    ("plan of zero", target("at_least", "0 hộ"), ["3 hộ"], YEAR, "not_assessable", "plan_zero"),
    ("other unit", target("at_least", "5 tỷ đồng"), ["3 hộ"], YEAR, "unclassified", "units_differ"),
    ("answer", target("at_least", "5 hộ"), [Figure(YEAR, answer=True)], YEAR, "unclassified", "wrong_form"),
    ("number", target("yes_no", plans=(Plan(),)), ["3 hộ"], YEAR, "unclassified", "wrong_form"),
    (
        "no components",
        target("components", plans=(Plan(),)),
        [Figure(YEAR, components=())],
        YEAR,
        "unclassified",
        "no_components",
    ),
    ("nothing below", level("share_of_units", "9 %"), ["0/0 xã"], YEAR, "not_assessable", "denominator_zero"),
    ("base of zero", target("reduce_by_percent", "5 %", base=base("0 vụ", YEAR)), ["3 vụ"], YEAR, "", "base_zero"),
    ("no base", target("reduce_by_percent", "5 %", base=Base(YEAR)), ["3 vụ"], YEAR, "", "base_missing"),
    (
        "base of another length",
        target("reduce_by_percent", "5 %", base=base("9 vụ", Period.half(2023, 1))),
        ["3 vụ"],
        YEAR,
        "",
        "base_of_other_length",
    ),
]


@pytest.mark.parametrize(
    ("asked", "figures", "as_of", "status", "reason"), [row[1:] for row in DECLINED], ids=[row[0] for row in DECLINED]
)
def test_it_declines_with_a_reason_and_a_sentence(asked, figures, as_of, status, reason):
    verdict = judge(asked, *figures, as_of=as_of)
    assert verdict.suggested == (status or "not_assessable")
    assert verdict.reason == (reason or figures[0].missing)
    assert verdict.achievement is None
    assert tell(verdict).startswith("Chỉ tiêu: ")
    assert tell(verdict, "en").endswith(("cannot be assessed yet.", "unclassified."))


def test_every_reason_to_decline_is_tried_above():
    told = {row[5] or (row[2][0].missing if isinstance(row[2][0], Figure) else "") for row in DECLINED}
    judged = {"better", "satisfied", "not_satisfied", "pace_kept", "in_band", "behind", "no_class", "undecided"}
    assert told == set(Reason) - judged - {"no_phasing"}


@pytest.mark.parametrize(
    ("result", "possible"),
    [
        ("hơn 95 hộ", ("not_achieved", "achieved", "exceeded")),
        ("gần 100 hộ", ("not_achieved",)),
        ("trên 100 hộ", ("exceeded",)),
        ("khoảng 101,9 hộ", ("exceeded",)),
        ("khoảng 100 hộ", ("not_achieved", "achieved", "exceeded")),
        ("95–99 hộ", ("not_achieved",)),
        ("95–100 hộ", ("not_achieved", "achieved")),
    ],
)
def test_a_result_is_judged_only_as_far_as_its_print_decides(result, possible):
    verdict = judge(target("at_least", "100 hộ"), result)
    assert verdict.possible == possible
    assert verdict.suggested == (possible[0] if len(possible) == 1 else "unclassified")
    assert (verdict.reason is Reason.UNDECIDED) == (len(possible) > 1)


def test_an_undecided_verdict_names_what_it_may_be():
    sentence = tell(judge(target("at_least", "100 hộ"), "hơn 95 hộ"))
    assert (
        "số làm tròn chưa đủ để kết luận (có thể là «không đạt» hoặc «đạt» hoặc «vượt»), hãy nhập số chính xác"
        in sentence
    )


@pytest.mark.parametrize(
    ("kind", "plan", "result", "status", "reason"),
    [
        ("at_least", "100 hộ", "30 hộ", "unclassified", "no_phasing"),
        ("at_least", "100 hộ", "100 hộ", "achieved", "satisfied"),
        ("between", "9–12 hộ", "5 hộ", "unclassified", "no_phasing"),
        ("between", "9–12 hộ", "13 hộ", "at_risk", "behind"),
        ("at_most", "10 vụ", "9 vụ", "on_track", "pace_kept"),
        ("at_most", "10 vụ", "11 vụ", "at_risk", "behind"),
    ],
)
def test_without_phasing_nothing_is_said_of_the_pace(kind, plan, result, status, reason):
    verdict = judge(target(kind, plan, phasing=Phasing(PhasingKind.NONE)), result, as_of=HALF)
    assert (verdict.suggested, verdict.reason) == (status, reason)
    assert ("chưa có phân kỳ" in tell(verdict)) == (status != "achieved")


def test_growth_has_no_base_of_zero():
    last_year = Period.year(2023)
    asked = target("at_least", "100 hộ")
    assert judge(asked, "50 hộ", figure("0 hộ", last_year)).growth is None
    assert judge(asked, "50 hộ").growth is None
    assert judge(asked, "50 hộ", figure("40 hộ", last_year)).growth.change == 25


def test_several_years_have_no_same_period():
    term, years = Period.term(2020, 2024), Period.year(2023)
    found = [figure("90 hộ", term), figure("80 hộ", term.same_period_last_year())]
    asked = target("at_least", "100 hộ", span=term)
    assert judge(asked, *found, as_of=term).growth is None
    assert judge(asked, figure("9 hộ", Period.term(2020, 2023)), as_of=years).growth is None


def test_growth_of_percentages_is_told_in_points():
    growth = judge(level("at_least", "95 %"), "93 %", figure("92 %", Period.year(2023))).growth
    assert (growth.change, growth.is_points) == (1, True)


def test_a_hedged_denominator_makes_the_share_approximate():
    found = Figure(YEAR, numerator=quantity("90 hộ"), denominator=quantity("hơn 101 hộ"))
    verdict = judge(level("at_least", "70 %"), found)
    assert (verdict.suggested, verdict.measured.hedge) == (Status.EXCEEDED, "about")
