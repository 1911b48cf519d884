# SPDX-License-Identifier: Apache-2.0
"""How past years phase a plan, where a result leads, and how far a verdict is from changing."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tiendo.evaluate import (
    SCHEMES,
    Language,
    Phasing,
    PhasingKind,
    evaluate_target,
    profile_phasing,
    tell,
    tell_forecast,
    tell_pace,
    tell_turns,
)
from tiendo.evaluate.tests.making import YEAR, base, figure, judge, level, target
from tiendo.kernel.period import Period

NINE = Period.cumulative(2024, 9)


def history(*years, months=9, unit="tỷ đồng"):
    """Results of past years by the same cut-off and at the end: (2022, "60", "100")."""
    return [
        figure(f"{value} {unit}", period)
        for year, at, end in years
        for value, period in ((at, Period.cumulative(year, months)), (end, Period.year(year)))
    ]


def with_profile(asked, figures, as_of=NINE):
    """The verdict with the plan phased as past years went."""
    phased = profile_phasing(asked, figures, as_of)
    assert phased is not None
    return evaluate_target(_phase(asked, phased), figures, as_of=as_of)


def _phase(asked, phasing):
    return type(asked)(**{name: getattr(asked, name) for name in asked.__slots__} | {"phasing": phasing})


def test_a_plan_is_due_as_past_years_went():
    asked = target("at_least", "200 tỷ đồng", name="Thu ngân sách")
    figures = [*history((2022, "60", "100"), (2023, "50", "100")), figure("104 tỷ đồng", NINE)]
    verdict = with_profile(asked, figures)
    assert verdict.due.share == Fraction(110, 200)
    assert verdict.suggested == "likely"
    told = tell(verdict).replace("\u00a0", " ")
    assert "cần 55 % (nhịp các năm 2022–2023: 110/200 tỷ đồng)" in told
    assert "55% is due (pace of 2022–2023: 110/200 tỷ đồng)" in tell(verdict, Language.EN)


def test_the_same_result_behind_the_straight_line_is_on_track_where_the_end_of_the_year_brings_most():
    asked = target("at_least", "200 tỷ đồng")
    figures = [*history((2022, "30", "100"), (2023, "30", "100")), figure("70 tỷ đồng", NINE)]
    assert evaluate_target(asked, figures, as_of=NINE).suggested == "at_risk"
    assert with_profile(asked, figures).suggested == "on_track"


@pytest.mark.parametrize(
    ("asked", "figures", "why"),
    [
        (target("at_least", "9 hộ"), history((2023, "1", "2"), unit="hộ"), "one year is no profile"),
        (target("at_least", "9 hộ"), history((2022, "1", "2"), (2023, "5", "2"), unit="hộ"), "a year that fell"),
        (target("at_least", "9 hộ"), history((2022, "0", "0"), (2023, "0", "0"), unit="hộ"), "nothing ever came"),
        (target("at_least", "9 hộ"), history((2017, "1", "2"), (2018, "1", "2"), unit="hộ"), "too long ago"),
        (level("at_least", "9 hộ"), history((2022, "1", "2"), (2023, "1", "2"), unit="hộ"), "a level is due always"),
        (target("at_least", "9 hộ"), history((2022, "1", "2"), (2023, "1", "2"), unit="kg"), "another unit"),
        (
            target("at_least", "9 hộ", phasing=Phasing(PhasingKind.STRAIGHT_LINE)),
            history((2022, "1", "2"), (2023, "1", "2"), unit="hộ"),
            "somebody stated another phasing",
        ),
        (
            target("at_least", "9 hộ", span=Period.term(2020, 2025)),
            history((2022, "1", "2"), (2023, "1", "2"), unit="hộ"),
            "a term of years",
        ),
    ],
)
def test_there_is_no_profile_when(asked, figures, why):
    assert profile_phasing(asked, figures, NINE) is None, why


def test_parts_of_past_years_are_added_up():
    quarters = [
        figure(f"{value} hộ", Period.quarter(year, number))
        for year in (2022, 2023)
        for number, value in enumerate((10, 20, 30, 40), start=1)
    ]
    phased = profile_phasing(target("at_least", "9 hộ"), quarters, NINE)
    assert (phased.steps[0].due, phased.whole) == (120, 200)


def test_a_profile_of_another_end_says_nothing_of_this_one():
    asked = target("at_least", "200 hộ")
    phased = profile_phasing(asked, history((2022, "1", "2"), (2023, "1", "2"), unit="hộ"), NINE)
    verdict = judge(_phase(asked, phased), "60 hộ", as_of=Period.cumulative(2024, 6))
    assert (verdict.due.kind, verdict.due.share) == (PhasingKind.STRAIGHT_LINE, Fraction(1, 2))


def test_an_amount_goes_on_in_proportion():
    figures = [*history((2022, "60", "100"), (2023, "50", "100")), figure("110 tỷ đồng", NINE)]
    forecast = evaluate_target(target("at_least", "200 tỷ đồng"), figures, as_of=NINE).forecast
    assert forecast.value == 200
    assert (forecast.low, forecast.high) == (Fraction(110 * 100, 60), 220)


def test_a_level_moves_as_much_as_in_past_years():
    figures = [*history((2022, "94", "96"), (2023, "95", "96"), unit="%"), figure("96,2 %", NINE)]
    verdict = evaluate_target(level("at_least", "98 %"), figures, as_of=NINE)
    assert verdict.forecast.value == Fraction("97.7")
    told = tell_forecast(verdict).replace("\u00a0", " ")
    assert (
        told
        == "Theo nhịp các năm 2022–2023, dự báo năm 2024: 96,2 + 3/2 = 97,7 %; theo từng năm thì từ 97,2 % đến 98,2 %."
    )


def test_too_little_history_is_said():
    figures = [*history((2023, "50", "100")), figure("110 tỷ đồng", NINE)]
    verdict = evaluate_target(target("at_least", "200 tỷ đồng"), figures, as_of=NINE)
    assert verdict.forecast.value is None
    assert tell_forecast(verdict).endswith("cần ít nhất 2 năm, mới có 1.")
    assert "2 are needed, there are 1" in tell_forecast(verdict, Language.EN)


@pytest.mark.parametrize(
    ("asked", "result", "as_of"),
    [
        (target("at_least", "200 hộ"), "100 hộ", YEAR),
        (target("reduce_by_percent", "10 %", base=base("40 vụ", Period.cumulative(2023, 9))), "30 vụ", NINE),
        (target("yes_no"), None, NINE),
    ],
)
def test_nothing_is_foretold_at_the_end_or_of_what_is_no_level(asked, result, as_of):
    given_ = [] if result is None else [result]
    assert judge(asked, *given_, as_of=as_of).forecast is None


_STEP = re.compile(r"([\d.,]+) × ([\d.,]+)/([\d.,]+) = ([\d.,]+) tỷ đồng")


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 10**6)), min_size=2, max_size=5),
    st.decimals(0, 10**7, places=1),
)
def test_the_printed_forecast_can_be_recomputed(pairs, result):
    years = [(2023 - number, str(at), str(at + more)) for number, (at, more) in enumerate(pairs)]
    printed = format(result, "f").replace(".", ",")
    figures = [*history(*years), figure(f"{printed} tỷ đồng", NINE)]
    verdict = evaluate_target(target("at_least", "200 tỷ đồng"), figures, as_of=NINE)
    found = _STEP.search(tell_forecast(verdict).replace("\u00a0", " "))
    value, end, at, ahead = (Decimal(part.replace(".", "").replace(",", ".")) for part in found.groups())
    assert abs(Fraction(value) * Fraction(end) / Fraction(at) - Fraction(ahead)) <= Fraction(1, 200)
    assert verdict.forecast.low <= verdict.forecast.value <= verdict.forecast.high


def test_how_far_the_verdict_is_from_changing():
    asked = target("at_least", "200 tỷ đồng")
    verdict = judge(asked, "160 tỷ đồng", as_of=NINE)
    assert verdict.suggested == "on_track"
    assert tell_turns(verdict) == (
        "Thành «đạt» khi tăng ít nhất 40 tỷ đồng; thành «có khả năng đạt» khi giảm hơn 10 tỷ đồng."
    )
    english = tell_turns(verdict, Language.EN)
    assert english.startswith("“achieved” when it rises by at least 40 tỷ đồng; ")
    assert english.endswith("“likely to be achieved” when it falls by more than 10 tỷ đồng.")


def test_a_verdict_on_the_edge_changes_with_any_amount():
    told = tell_turns(judge(target("at_least", "200 hộ"), "200 hộ"))
    assert told == "Thành «vượt» khi tăng bất kỳ mức nào; thành «không đạt» khi giảm bất kỳ mức nào."


def test_a_distance_without_end_is_rounded_up_so_that_it_suffices():
    told = tell_turns(judge(level("at_least", "50 %"), "1/3 hộ"))
    assert "ít nhất 16,67 điểm %" in told


_KINDS = ["at_least", "more_than", "at_most", "less_than", "about"]


@given(
    st.sampled_from(_KINDS),
    st.integers(1, 400),
    st.integers(0, 400),
    st.sampled_from(sorted(SCHEMES)),
    st.sampled_from([NINE, YEAR]),
)
def test_the_verdict_changes_exactly_where_it_is_said_to(kind, plan, result, scheme, as_of):
    asked = target(kind, f"{plan} hộ")
    verdict = judge(asked, f"{result} hộ", as_of=as_of, scheme=SCHEMES[scheme])
    assume(verdict.measured is not None)
    for turn in verdict.turns:
        beyond = Fraction(1, 10**9) * (1 if turn.is_above else -1)
        assert verdict.ladder.place(turn.at + (beyond if turn.is_strict else 0)) == turn.status
        last = turn.at - (0 if turn.is_strict else beyond)
        assert verdict.ladder.place(last) == verdict.suggested
        assert abs(turn.at - verdict.measured.value) == turn.distance
    if not any(turn.is_above for turn in verdict.turns):
        assert verdict.ladder.place(Fraction(10**9)) == verdict.suggested


def test_the_pace_is_told_by_month_and_week():
    verdict = judge(target("at_least", "120 hộ"), "30 hộ", as_of=NINE)
    assert verdict.pace.days == 92
    assert tell_pace(verdict) == "Còn 90 hộ trong 3 tháng, bình quân 30 hộ mỗi tháng, 6,85 hộ mỗi tuần."
