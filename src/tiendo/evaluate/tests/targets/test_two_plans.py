# SPDX-License-Identifier: Apache-2.0
"""Two plans for one target: two verdicts side by side, the primary one decides. Source: DOMAIN 1.1 and 15."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import OWN_COMMITMENT, Plan, Status, evaluate_plans, evaluate_target, tell, tell_plans
from tiendo.evaluate.tests.making import YEAR, figure, level, quantity, target
from tiendo.kernel.numbers import format_number

#: A law has no time limit: the machine may be busy.
LAW = settings(deadline=None)


def plans(*pairs):
    return tuple(
        Plan(quantity(text), assigner=assigner, is_primary=not place) for place, (assigner, text) in enumerate(pairs)
    )


def told(asked, result, language="vi"):
    verdicts = evaluate_plans(asked, [figure(result)], as_of=YEAR)
    return tell_plans(verdicts, language).replace("\u00a0", " ")


def test_each_share_says_what_it_is_a_share_of():
    asked = target("at_least", plans=plans(("tỉnh", "100 tỷ đồng"), ("phường", "109 tỷ đồng")))
    assert told(asked, "121 tỷ đồng") == "Đạt 121 % kế hoạch tỉnh giao, 111,01 % kế hoạch phường giao."
    assert told(asked, "121 tỷ đồng", "en") == (
        "Reached 121% of the plan assigned by tỉnh, 111.01% of the plan assigned by phường."
    )


def test_own_commitment_is_not_said_to_be_assigned():
    asked = target("at_least", plans=plans(("HĐND", "100 hộ"), (OWN_COMMITMENT, "125 hộ")))
    assert told(asked, "110 hộ") == "Đạt 110 % kế hoạch HĐND giao, 88 % mức tự đăng ký."
    both = evaluate_plans(asked, [figure("110 hộ")], as_of=YEAR)
    assert [one.suggested for one in both] == [Status.EXCEEDED, Status.NOT_ACHIEVED]
    assert "mức tự đăng ký năm 2024" in tell(both[1])
    assert evaluate_target(asked, [figure("110 hộ")], as_of=YEAR).suggested is Status.EXCEEDED


def test_ceilings_have_no_share_and_say_their_status():
    asked = level("at_most", plans=plans(("thành phố", "10 vụ"), (OWN_COMMITMENT, "8 vụ")))
    assert told(asked, "9 vụ") == "Kế hoạch thành phố giao: đạt, mức tự đăng ký: không đạt."


def test_one_plan_or_none_that_can_be_judged_says_nothing():
    assert told(target("at_least", "5 hộ"), "5 hộ") == ""
    assert told(target("at_least", plans=plans(("a", "5 hộ"), ("b", "6 hộ"))), "5 km") == ""


@LAW
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 10**6))
def test_both_verdicts_rest_on_the_same_figure(one, other, result):
    asked = target("at_least", plans=plans(("a", f"{format_number(one)} hộ"), ("b", f"{format_number(other)} hộ")))
    both = evaluate_plans(asked, [figure(f"{format_number(result)} hộ")], as_of=YEAR)
    assert [verdict.achievement for verdict in both] == [Fraction(result, one), Fraction(result, other)]
    assert both[0] == evaluate_target(asked, [figure(f"{format_number(result)} hộ")], as_of=YEAR)
