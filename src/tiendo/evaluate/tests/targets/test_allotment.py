# SPDX-License-Identifier: Apache-2.0
"""The plan above against the plans below: amounts are added, ratios never are."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import AllotmentState, AllottedPlan, RuleKind, allot, tell_allotment
from tiendo.evaluate.tests.making import quantity
from tiendo.kernel.numbers import parse_number
from tiendo.kernel.quantity import Quantity

#: A law has no time limit: the machine may be busy.
LAW = settings(deadline=None)
AMOUNT, CEILING = RuleKind.AT_LEAST, RuleKind.AT_MOST


def plans(*texts):
    return [AllottedPlan(f"Phường {number}", quantity(text) if text else None) for number, text in enumerate(texts, 1)]


def told(plan, rule, *texts, language="vi", **more):
    given = None if plan is None else quantity(plan)
    return tell_allotment(allot(given, rule, plans(*texts), **more), language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("plan", "rule", "below", "sentence"),
    [
        ("402 tỷ đồng", AMOUNT, ["380 tỷ đồng", "22.000 triệu đồng"],
         "Tổng giao cho các đơn vị: 380 + 22 = 402 tỷ đồng, bằng kế hoạch 402 tỷ đồng."),
        ("402 tỷ đồng", AMOUNT, ["380 tỷ đồng", ""],
         "Tổng giao cho các đơn vị: 380 tỷ đồng; còn 402 tỷ đồng − 380 tỷ đồng = 22 tỷ đồng chưa phân bổ;"
         " 1 đơn vị chưa được giao: Phường 2."),
        ("100 hộ", AMOUNT, ["60 hộ", "55 hộ"],
         "Tổng giao cho các đơn vị: 60 + 55 = 115 hộ; vượt kế hoạch 115 hộ − 100 hộ = 15 hộ."),
        ("98 %", AMOUNT, ["98 %", "99 %", "95 %"],
         "Mức này không cộng được, so từng đơn vị với 98 %: 2/3 đơn vị được giao ngang hoặc chặt hơn;"
         " nhẹ hơn: Phường 3."),
        ("100 hộ", AMOUNT, ["", ""],
         "Chưa đơn vị nào được giao kế hoạch 100 hộ; 2 đơn vị chưa được giao: Phường 1, Phường 2."),
        (None, AMOUNT, ["60 hộ"], "Đơn vị cấp trên chưa có kế hoạch để so sánh."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_left_who_has_none_and_who_has_less(plan, rule, below, sentence):
    assert told(plan, rule, *below) == sentence


def test_the_english_sentence_says_the_same():
    assert told("402 tỷ đồng", AMOUNT, "380 tỷ đồng", "", language="en") == (
        "Allotted to the units: 380 tỷ đồng; 402 tỷ đồng − 380 tỷ đồng = 22 tỷ đồng is not allotted yet;"
        " 1 units have none yet: Phường 2."
    )


@pytest.mark.parametrize(
    ("plan", "rule", "below", "has_gap"),
    [
        ("10 vụ", CEILING, ["6 vụ", "5 vụ"], True),
        ("10 vụ", CEILING, ["6 vụ", "3 vụ"], False),
        ("10 hộ", AMOUNT, ["6 hộ", "5 hộ"], False),
        ("10 hộ", AMOUNT, ["6 hộ"], True),
        ("4 %", CEILING, ["3 %"], False),
        ("4 %", CEILING, ["5 %"], True),
    ],
)
def test_beyond_a_ceiling_is_as_wrong_as_short_of_a_floor(plan, rule, below, has_gap):
    assert allot(quantity(plan), rule, plans(*below)).has_gap is has_gap


@pytest.mark.parametrize("rule", [RuleKind.BETWEEN, RuleKind.REDUCE_BY_PERCENT, RuleKind.SHARE_OF_UNITS])
def test_ranges_changes_and_shares_are_set_apart(rule):
    found = allot(quantity("5 hộ"), rule, plans("5 hộ", "6 hộ"))
    assert (found.state, found.total) == (AllotmentState.SET_APART, None)


def test_figures_that_do_not_add_up_over_units_are_set_apart():
    assert allot(quantity("5 hộ"), AMOUNT, plans("5 hộ"), is_summed=False).state is AllotmentState.SET_APART


def test_a_plan_in_a_unit_of_another_kind_counts_as_missing():
    assert allot(quantity("5 hộ"), AMOUNT, plans("5 hộ", "6 km")).missing == ("Phường 2",)


def test_many_names_and_terms_are_cut_short_and_their_number_is_told():
    sentence = told("200 hộ", AMOUNT, *["5 hộ"] * 20, *[""] * 8)
    assert "20 đơn vị cộng lại = 100 hộ" in sentence
    assert "8 đơn vị chưa được giao: Phường 21, Phường 22, Phường 23, Phường 24, Phường 25 và 3 đơn vị khác" in sentence


@LAW
@given(
    st.decimals(min_value="0.01", max_value=10**6, places=2),
    st.lists(st.decimals(min_value=0, max_value=10**6, places=2), min_size=2, max_size=12),
)
def test_the_sum_and_the_rest_can_be_computed_from_the_sentence(plan, parts):
    below = [AllottedPlan(f"P{n}", Quantity(part, "hộ", Decimal("0.01"))) for n, part in enumerate(parts)]
    found = allot(Quantity(plan, "hộ", Decimal("0.01")), AMOUNT, below)
    assert found.total == sum(map(Fraction, parts))
    sums, total = re.search(r"đơn vị: (.*?) = ([\d.,]+)", tell_allotment(found)).groups()
    assert sum(parse_number(one).value for one in sums.split(" + ")) == parse_number(total).value
    rest = re.search(r"([\d.,]+) hộ − ([\d.,]+) hộ = ([\d.,]+\d|\d)", tell_allotment(found))
    if found.state is not AllotmentState.EVEN:
        one, other, left = (parse_number(text).value for text in rest.groups())
        assert one - other == left
