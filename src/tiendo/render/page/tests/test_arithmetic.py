# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.render.data import JudgedClaim
from tiendo.render.lang import Lang
from tiendo.render.page.arithmetic import equation_of
from tiendo.render.tests.factories import quantity, ratio, tally


def claim(kind, *operands, **more):
    made = tuple(Operand(role, quantity(value, unit)) for role, value, unit in operands)
    return JudgedClaim(Claim(kind, made, "…", **more), False)


def test_a_tally_is_an_addition_with_a_square_for_each_target():
    shown = equation_of(tally(), Lang.VI)
    assert (shown.text, shown.aside) == ("2 + 7 + 5 = 14", "còn 1/15 chỉ tiêu chưa nêu")
    assert [(name, count) for name, _, count in shown.squares] == [
        ("exceeded", 2),
        ("achieved", 7),
        ("partial", 5),
        ("unclassified", 1),
    ]


def test_a_tally_above_its_total_has_squares_too_many():
    parts = [("total", "10", "chỉ tiêu"), ("met", "7", "chỉ tiêu"), ("late", "5", "chỉ tiêu")]
    shown = equation_of(claim(ClaimType.TARGET_TALLY, *parts), Lang.VI)
    assert (shown.text, shown.aside) == ("7 + 5 = 12", "văn bản ghi 10\u00a0chỉ tiêu")
    assert [(name, count) for name, _, count in shown.squares] == [("achieved", 7), ("at-risk", 3), ("over", 2)]


def test_more_squares_than_can_be_counted_are_not_drawn():
    parts = [("total", "100", "chỉ tiêu"), ("met", "70", "chỉ tiêu"), ("late", "30", "chỉ tiêu")]
    assert equation_of(claim(ClaimType.TARGET_TALLY, *parts), Lang.VI).squares == ()


def test_a_ratio_is_a_division_beside_what_the_text_says():
    shown = equation_of(ratio(), Lang.VI)
    assert (shown.text, shown.aside) == ("26,7/100 = 26,7\u00a0%", "văn bản ghi 27,6\u00a0%")
    excess = replace(ratio(), claim=replace(ratio().claim, mode=RatioMode.EXCESS))
    assert equation_of(excess, Lang.EN).text.startswith("26.7/100 − 1 = ")


def test_a_sum_adds_its_parts():
    parts = [("total", "10", "hộ"), ("part", "4", "hộ"), ("part", "5", "hộ")]
    shown = equation_of(claim(ClaimType.SUM, *parts), Lang.VI)
    assert (shown.text, shown.aside) == ("4 + 5 = 9", "văn bản ghi 10\u00a0hộ")


def test_a_long_sum_is_cut_but_its_total_is_of_all():
    parts = [("total", "40", "hộ"), *[("part", "2", "hộ")] * 20]
    assert equation_of(claim(ClaimType.SUM, *parts), Lang.VI).text.endswith("… (còn 8 số) = 40")


@pytest.mark.parametrize(
    ("kind", "operands", "text"),
    [
        (ClaimType.DIFFERENCE, [("from", "40", "hộ"), ("to", "31", "hộ"), ("change", "-8", "hộ")], "31 − 40 = −9"),
        (ClaimType.ENUMERATION, [("count", "5", "tiêu chí"), ("items", "4", "")], "4 ≠ 5"),
    ],
)
def test_differences_and_lists_are_shown_too(kind, operands, text):
    assert equation_of(claim(kind, *operands), Lang.VI).text == text


@pytest.mark.parametrize(
    ("kind", "operands"),
    [
        (ClaimType.SUM, [("total", "10", "tỷ đồng"), ("part", "4", "triệu đồng")]),
        (ClaimType.SUM, [("total", "10", "hộ")]),
        (ClaimType.TARGET_TALLY, [("met", "7", "chỉ tiêu")]),
        (ClaimType.RATIO, [("numerator", "1", ""), ("denominator", "0", ""), ("stated", "5", "%")]),
        (ClaimType.DIFFERENCE, [("from", "40", "hộ"), ("to", "31", "hộ"), ("change", "8", "%")]),
        (ClaimType.IMPLIED_BASE, [("count", "4", "hộ"), ("share", "5", "%")]),
    ],
)
def test_what_makes_no_equation_shows_none(kind, operands):
    assert equation_of(claim(kind, *operands), Lang.VI) is None
