# SPDX-License-Identifier: Apache-2.0
"""What holds for all targets and figures. Source: DOMAIN 15."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import SCHEMES, Nature, Phasing, PhasingKind, Plan, Status
from tiendo.evaluate.tests.making import figure, judge, target
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity

#: A law has no time limit: the machine may be busy.
LAW = settings(deadline=None)

values = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
plans = st.decimals(min_value="0.01", max_value=10**6, places=2)
as_ofs = st.integers(1, 12).map(lambda months: Period.cumulative(2024, months))
schemes = st.sampled_from(list(SCHEMES.values()))
natures = st.sampled_from([Nature.FLOW, Nature.STOCK, Nature.RATIO])
kinds = st.sampled_from(["at_least", "more_than", "at_most", "less_than", "about", "zero"])
#: From worse to better; partial is what the third scheme calls what is behind.
RANKS = {
    status: rank
    for rank, statuses in enumerate(
        (
            {Status.NOT_ACHIEVED, Status.AT_RISK, Status.UNCLASSIFIED},
            {Status.PARTIAL, Status.LIKELY},
            {Status.ON_TRACK},
            {Status.ACHIEVED},
            {Status.EXCEEDED},
        )
    )
    for status in statuses
}


def asked(kind, plan, nature=Nature.FLOW, **more):
    return target(kind, nature=nature, plans=(Plan(Quantity(plan, "hộ", Decimal("0.01"))),), **more)


def result(value, qualifier=Qualifier.EXACT):
    return figure_of(Quantity(value, "hộ", Decimal("0.01"), qualifier))


def figure_of(quantity):
    made = figure("0 hộ")
    return lambda period: type(made)(period, quantity)


def verdict_on(question, value, as_of, **more):
    return judge(question, result(value)(as_of), as_of=as_of, **more)


@LAW
@given(plans, values, values, as_ofs, natures, schemes)
def test_more_is_never_worse_where_more_is_wanted(plan, one, other, as_of, nature, scheme):
    question = asked("at_least", plan, nature)
    low, high = (verdict_on(question, value, as_of, scheme=scheme) for value in sorted((one, other)))
    assert RANKS[low.suggested] <= RANKS[high.suggested]
    assert low.achievement <= high.achievement


@LAW
@given(plans, values, as_ofs)
def test_the_achievement_is_the_quotient_and_is_never_cut_off(plan, value, as_of):
    verdict = verdict_on(asked("at_least", plan), value, as_of)
    assert verdict.achievement == Fraction(value) / Fraction(plan)


@LAW
@given(values, as_ofs, natures)
def test_a_plan_of_zero_has_no_achievement_and_no_verdict(value, as_of, nature):
    verdict = verdict_on(asked("at_least", Decimal(0), nature), value, as_of)
    assert (verdict.achievement, verdict.achievement_pct) == (None, None)
    assert verdict.suggested is Status.NOT_ASSESSABLE


@LAW
@given(plans, st.integers(1, 11), st.integers(-1, 1))
def test_what_is_due_is_due_to_the_last_digit(plan, months, beside):
    """A twelfth of a plan has no last digit; so the plan is taken twelve times."""
    value = plan * months + Decimal(beside) / 10**9
    verdict = verdict_on(asked("at_least", plan * 12), value, Period.cumulative(2024, months))
    assert (verdict.suggested is Status.ON_TRACK) == (beside >= 0)


@LAW
@given(plans, st.integers(-1, 1))
def test_a_tie_with_the_plan_is_achieved_and_nothing_else_is(plan, beside):
    value = plan + Decimal(beside) / 10**9
    status = verdict_on(asked("at_least", plan), value, Period.year(2024)).suggested
    assert status is (Status.NOT_ACHIEVED, Status.ACHIEVED, Status.EXCEEDED)[beside + 1]


@LAW
@given(kinds, plans, values, natures, schemes)
def test_only_the_end_says_not_achieved_and_the_end_says_nothing_of_pace(kind, plan, value, nature, scheme):
    question = asked(kind, plan, nature)
    before = verdict_on(question, value, Period.nine_months(2024), scheme=scheme).suggested
    end = verdict_on(question, value, Period.year(2024), scheme=scheme).suggested
    assert before is not Status.NOT_ACHIEVED
    assert end in {Status.EXCEEDED, Status.ACHIEVED, Status.NOT_ACHIEVED}


@LAW
@given(kinds, plans, st.decimals(min_value=0, max_value=10**6, places=2), as_ofs, st.sampled_from(Qualifier))
def test_a_hedged_result_may_be_whatever_its_values_are(kind, plan, value, as_of, qualifier):
    question = asked(kind, plan, Nature.STOCK)
    verdict = judge(question, result(value, qualifier)(as_of), as_of=as_of)
    reach = verdict.measured.reach
    low = reach.high - 10**7 if reach.low is None else reach.low
    high = reach.low + 10**7 if reach.high is None else reach.high
    tries = [low + (high - low) * part / 7 for part in range(8)]
    inside = tries[1 if reach.is_low_open else 0 : 7 if reach.is_high_open else 8]
    assert {verdict.ladder.place(found) for found in inside} <= set(verdict.possible)
    if len(verdict.possible) == 1:
        assert verdict.suggested is verdict.possible[0]
    else:
        assert verdict.suggested is Status.UNCLASSIFIED


@LAW
@given(plans, values, as_ofs)
def test_the_same_question_has_the_same_answer(plan, value, as_of):
    question = asked("at_least", plan)
    assert verdict_on(question, value, as_of) == verdict_on(question, value, as_of)


@LAW
@given(plans, values, st.integers(1, 11))
def test_a_straight_line_is_the_same_as_equal_steps(plan, value, months):
    as_of = Period.cumulative(2024, months)
    line = verdict_on(asked("at_least", plan), value, as_of)
    full = verdict_on(asked("at_least", plan, phasing=Phasing(PhasingKind.STRAIGHT_LINE)), value, as_of)
    assert (line.suggested, line.expected) == (full.suggested, Fraction(plan) * months / 12)
