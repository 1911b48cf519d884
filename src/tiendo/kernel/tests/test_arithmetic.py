# SPDX-License-Identifier: Apache-2.0
"""The arithmetic of claims: what is counted, what may be rounded, and that the quick judgement never contradicts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.arithmetic import (
    check,
    is_counted,
    is_percentage,
    judge_quickly,
    ratio_point,
    scale_of,
    stated_share,
    values_of,
)
from tiendo.kernel.findings import CellRef, Claim, ClaimType, Operand, RatioMode, Span
from tiendo.kernel.interval import Interval
from tiendo.kernel.quantity import Qualifier, Quantity


def _quantity(value: str, unit: str, step: str = "1", qualifier: Qualifier = Qualifier.EXACT) -> Quantity:
    return Quantity(Decimal(value), unit, Decimal(step), qualifier)


def _ratio(n: Quantity, d: Quantity, p: Quantity, mode: RatioMode = RatioMode.SHARE, **more) -> Claim:
    operands = tuple(
        Operand(role, quantity, span=Span(0, 1))
        for role, quantity in (("numerator", n), ("denominator", d), ("stated", p))
    )
    return Claim(ClaimType.RATIO, operands, "", span=Span(0, 1), mode=mode, **more)


@pytest.mark.parametrize(
    ("quantity", "counted"),
    [
        (_quantity("13", "chỉ tiêu"), True),
        (_quantity("230000", "người", "10000"), False),  # 23 vạn
        (_quantity("5.83", "vụ/10.000 dân", "0.01"), False),
        (_quantity("5208", "tỷ đồng"), False),
        (_quantity("12", "ha"), False),
        (_quantity("75", "%"), False),
    ],
)
def test_counted_is_what_has_no_fractions(quantity, counted):
    assert is_counted(quantity) is counted


def test_units_have_their_size():
    assert scale_of(_quantity("1", "tỷ đồng")) == 10**9
    assert scale_of(_quantity("1", "hộ nghèo")) == 1
    assert is_percentage(_quantity("1", "điểm phần trăm"))
    assert not is_percentage(_quantity("4", "lần"))


def test_a_count_is_what_it_says_and_money_is_rounded_or_cut():
    assert values_of(_quantity("13", "hộ")) == Interval.exactly(13)
    money = values_of(_quantity("26.7", "tỷ đồng", "0.1"))
    assert money.contains(Decimal("26650000000"))
    assert not money.contains(Decimal("26800000000"))


def test_a_round_figure_has_leeway_in_running_text_only():
    told = _quantity("39500", "tỷ đồng")
    true = Decimal("39510") * 10**9
    assert values_of(told, is_loose=True).contains(true)
    assert not values_of(told).contains(true)


def test_an_estimate_stands_near_its_figure():
    told = _quantity("6045", "tỷ đồng", qualifier=Qualifier.ABOUT)
    assert not values_of(told).contains(Decimal("6400") * 10**9)


def test_growth_told_to_the_next_ten_passes_in_text_and_not_in_a_table():
    claim = _ratio(_quantity("390", "hộ"), _quantity("155", "hộ"), _quantity("150", "%"), RatioMode.EXCESS)
    assert check(claim).is_possible
    cell = CellRef(0, 1, 2, "Hộ kinh doanh", "Tăng (%)")
    in_table = Claim(claim.type, claim.operands, "", cell=cell, mode=claim.mode)
    assert not check(in_table).is_possible


def test_a_share_of_a_whole_has_the_leeway_of_official_tables():
    share = stated_share(_quantity("1.38", "%", "0.01"), RatioMode.SHARE, is_part=True)
    assert share.contains(Decimal("1.3703"))
    assert not stated_share(_quantity("1.38", "%", "0.01"), RatioMode.SHARE, is_part=False).contains(Decimal("1.3703"))


def test_numerator_and_denominator_may_have_different_units():
    assert ratio_point(RatioMode.SHARE, _quantity("203520", "triệu đồng"), _quantity("318", "tỷ đồng")) == 64


NUMBERS = st.integers(1, 99_999).map(lambda value: _quantity(str(value), "hộ"))
SHARES = st.decimals(0, 300, places=1).map(lambda value: _quantity(str(value), "%", "0.1"))


@given(NUMBERS, NUMBERS, SHARES, st.sampled_from(RatioMode))
def test_the_quick_judgement_of_a_ratio_never_contradicts_the_check(n, d, p, mode):
    claim = _ratio(n, d, p, mode)
    quick = judge_quickly(claim)
    assert quick is None or quick == check(claim).is_possible


@given(st.lists(NUMBERS, min_size=1, max_size=5), st.integers(-2_000, 2_000), st.booleans())
def test_the_quick_judgement_of_a_sum_never_contradicts_the_check(parts, off, is_exhaustive):
    total = sum(part.value for part in parts) + off
    operands = [Operand("total", _quantity(str(total), "hộ"), span=Span(0, 1))]
    operands += [Operand("part", part, span=Span(0, 1)) for part in parts]
    claim = Claim(ClaimType.SUM, tuple(operands), "", span=Span(0, 1), is_exhaustive=is_exhaustive)
    quick = judge_quickly(claim)
    assert quick is None or quick == check(claim).is_possible
