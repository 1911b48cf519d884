# SPDX-License-Identifier: Apache-2.0
"""The verdict on one claim, and the sentence that tells it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.kernel.findings import CellRef, Claim, ClaimType, Operand, RatioMode
from tiendo.kernel.problem import Severity
from tiendo.verify import judge
from tiendo.verify.tests.making import claim, difference, quantity, ratio, total

HOLDS = [
    ratio("1.390,9 tỷ đồng", "5.208 tỷ đồng", "26,7%"),
    ratio("164 biên chế", "213 biên chế", "hơn 76%"),  # 76,995
    ratio("164 biên chế", "213 biên chế", "gần 77%"),
    ratio("38,6 tỷ đồng", "112 tỷ đồng", "chưa đến 35%"),  # 34,46
    ratio("38,6 tỷ đồng", "112 tỷ đồng", "hơn 34%"),
    ratio("32 đảng viên", "30 đảng viên", "106,7%"),
    ratio("32 đảng viên", "30 đảng viên", "106,6%"),  # cut, not rounded
    ratio("69 đảng viên", "4.731 đảng viên", "1,5%"),
    ratio("16.274 nhiệm vụ", "16.500 nhiệm vụ", "98,62%"),  # 98,63: official tables cut, then complement
    ratio("6.045 tỷ đồng", "4.500 tỷ đồng", "34%", RatioMode.EXCESS),
    ratio("58 đơn vị", "155 đơn vị", "62,58%", RatioMode.DECREASE),
    ratio("203.520 triệu đồng", "318 tỷ đồng", "64%"),
    ratio("hơn 7.000 hồ sơ", "hơn 68.000 hồ sơ", "10,26%"),
    total("hơn 600 trường hợp", "hơn 440 trường hợp", "hơn 160 trường hợp"),
    total("hơn 600 trường hợp", "hơn 445 trường hợp", "hơn 160 trường hợp"),
    total("36 công trình", "10 công trình", "5 công trình", is_exhaustive=False),
    total("4,2 tỷ đồng", "3 tỷ đồng", "1.200 triệu đồng"),
    difference("238 hộ", "171 hộ", "-67 hộ"),
    difference("70,75%", "72,03%", "1,28%"),
    difference("70,75%", "72,03%", "1,81%"),  # relative
    claim(ClaimType.ENUMERATION, ("count", "5 xã"), ("items", "5 xã")),
    claim(ClaimType.IMPLIED_BASE, ("count", "120 hộ"), ("share", "4%"), ("count", "90 hộ"), ("share", "3%")),
]
FAILS = [
    ratio("1.390,9 tỷ đồng", "5.208 tỷ đồng", "27,6%"),
    ratio("164 biên chế", "213 biên chế", "hơn 79%"),
    ratio("48,6 tỷ đồng", "112 tỷ đồng", "chưa đến 35%"),
    ratio("13 phường", "13 phường", "92%"),
    ratio("khoảng 6.045 tỷ đồng", "4.500 tỷ đồng", "43%", RatioMode.EXCESS),
    ratio("5 vụ", "8 vụ", "35,7%", RatioMode.DECREASE),
    total("419 hộ", "289 hộ", "121 hộ"),
    total("hơn 600 trường hợp", "hơn 640 trường hợp", "hơn 160 trường hợp"),
    total("658,4 tỷ đồng", "746,6 tỷ đồng", is_exhaustive=False),
    difference("238 hộ", "171 hộ", "-76 hộ"),
    difference("70,75%", "72,03%", "2,18%"),
    claim(ClaimType.TARGET_TALLY, ("total", "20 chỉ tiêu"), ("met", "13 chỉ tiêu"), ("over_80", "9 chỉ tiêu")),
    claim(ClaimType.ENUMERATION, ("count", "6 xã"), ("items", "5 xã")),
    claim(ClaimType.IMPLIED_BASE, ("count", "120 hộ"), ("share", "4%"), ("count", "90 hộ"), ("share", "5%")),
]


@pytest.mark.parametrize("given", HOLDS, ids=lambda given: given.quote)
def test_it_lets_pass_what_the_print_allows(given):
    verdict = judge(given)
    assert verdict.is_consistent is True
    assert verdict.problem is None


@pytest.mark.parametrize("given", FAILS, ids=lambda given: given.quote)
def test_it_reports_what_no_print_allows(given):
    verdict = judge(given)
    assert verdict.is_consistent is False
    assert verdict.problem is not None
    assert verdict.problem.severity is Severity.ERROR
    assert verdict.problem.span == given.span


SENTENCES = [
    (
        ratio("1.390,9 tỷ đồng", "5.208 tỷ đồng", "27,6%", rules=("ratio.base", "base.plan")),
        "1.390,9/5.208 = 26,7 %, văn bản ghi 27,6 %; đúng nếu số thực hiện là 1.437,4 tỷ đồng"
        " hoặc kế hoạch là 5.039,5 tỷ đồng.",
        "1,390.9/5,208 = 26.7%, the text says 27.6%; it would be right if the result were 1,437.4 tỷ đồng"
        " or the plan were 5,039.5 tỷ đồng.",
    ),
    (
        total("419 hộ", "289 hộ", "121 hộ"),
        "289 + 121 = 410, văn bản ghi tổng 419 hộ; đúng nếu tổng là 410 hộ hoặc các phần thêm 9 hộ.",
        "289 + 121 = 410, the text says 419 hộ in all; it would be right if the total were 410 hộ"
        " or the parts 9 hộ more.",
    ),
    (
        total("658,4 tỷ đồng", "746,6 tỷ đồng", is_exhaustive=False),
        "Phần 746,6 tỷ đồng lớn hơn tổng 658,4 tỷ đồng; đúng nếu tổng ít nhất là 746,6 tỷ đồng"
        " hoặc phần này không quá 658,4 tỷ đồng.",
        "The part, 746.6 tỷ đồng, is above its total of 658.4 tỷ đồng; it would be right if the total were at least"
        " 746.6 tỷ đồng or the part at most 658.4 tỷ đồng.",
    ),
    (
        difference("238 hộ", "171 hộ", "-76 hộ"),
        "238 − 171 = 67, văn bản ghi giảm 76 hộ; đúng nếu số sau là 162 hộ hoặc số trước là 247 hộ.",
        "238 − 171 = 67, the text says a decrease of 76 hộ; it would be right if the later figure were 162 hộ"
        " or the earlier one 247 hộ.",
    ),
    (
        claim(ClaimType.TARGET_TALLY, ("total", "20 chỉ tiêu"), ("met", "13 chỉ tiêu"), ("over_80", "9 chỉ tiêu")),
        "13 + 9 = 22, nhiều hơn tổng số 20 chỉ tiêu; đúng nếu tổng số là 22 hoặc các nhóm bớt 2 chỉ tiêu.",
        "13 + 9 = 22, more than the 20 chỉ tiêu in all; it would be right if the total were 22 or the groups 2 fewer.",
    ),
    (
        claim(ClaimType.ENUMERATION, ("count", "6 xã"), ("items", "5 xã")),
        "Văn bản ghi 6 xã nhưng kể 5 tên; đúng nếu ghi 5 hoặc kể thêm 1 tên.",
        "The text says 6 xã but names 5; it would be right if it said 5 or 1 more were named.",
    ),
    (
        claim(ClaimType.IMPLIED_BASE, ("count", "120 hộ"), ("share", "4%"), ("count", "90 hộ"), ("share", "5%")),
        "120 : 4 % = 3.000; 90 : 5 % = 1.800: các tỷ lệ không cùng một tổng; đúng nếu 90 hộ là 3 %.",
        "120 : 4% = 3,000; 90 : 5% = 1,800: the shares have no common base; it would be right if 90 hộ were 3%.",
    ),
]


@pytest.mark.parametrize(("given", "vi", "en"), SENTENCES)
def test_it_tells_the_arithmetic_and_what_would_be_consistent(given, vi, en):
    problem = judge(given).problem
    assert problem is not None
    assert (problem.message, problem.message_en) == (vi, en)


def test_a_claim_that_was_guessed_is_only_suspicious():
    problem = judge(total("419 hộ", "289 hộ", "121 hộ", confidence=0.5)).problem
    assert problem is not None
    assert problem.severity is Severity.SUSPICIOUS


def test_targets_that_are_in_no_group_are_worth_a_notice():
    parts = (("met", "2 chỉ tiêu"), ("on_track", "7 chỉ tiêu"), ("partial", "5 chỉ tiêu"))
    verdict = judge(claim(ClaimType.TARGET_TALLY, ("total", "15 chỉ tiêu"), *parts))
    assert verdict.is_consistent is True
    assert verdict.problem is not None
    assert verdict.problem.severity is Severity.NOTICE
    assert verdict.problem.rule == "tally_below_total"
    assert "còn 1/15 chỉ tiêu chưa nêu" in verdict.problem.message


def test_millions_for_billions_are_told_as_such():
    problem = judge(ratio("38.214 tỷ đồng", "42.600 triệu đồng", "89,7%")).problem
    assert problem is not None
    assert problem.rule == "thousandfold"
    assert "đúng nếu «38.214 tỷ đồng» là 38,214 tỷ đồng" in problem.message


def test_of_whole_things_only_whole_numbers_are_proposed():
    problem = judge(ratio("446 hồ sơ", "452 hồ sơ", "92,92%")).problem
    assert problem is not None
    assert "420 hồ sơ" in problem.message
    problem = judge(ratio("1 hồ sơ", "3 hồ sơ", "32,8%")).problem
    assert problem is not None
    assert problem.message.endswith("hãy kiểm tra lại cả ba số.")


def test_a_base_of_zero_has_no_verdict():
    verdict = judge(ratio("5 tỷ đồng", "0 tỷ đồng", "10%"))
    assert (verdict.is_consistent, verdict.computed, verdict.problem) == (None, None, None)


def test_cells_are_called_by_their_columns():
    cells = [
        CellRef(0, 4, column, "Lệ phí", label) for column, label in ((3, "Ước TH"), (2, "KH năm"), (5, "So KH (%)"))
    ]
    values = ("30.130 triệu đồng", "24.380 triệu đồng", "132,58%")
    operands = tuple(
        Operand(role, quantity(value), cell=cell)
        for role, value, cell in zip(("numerator", "denominator", "stated"), values, cells, strict=True)
    )
    given = Claim(ClaimType.RATIO, operands, "Lệ phí | So KH (%)", cell=cells[2], mode=RatioMode.SHARE)
    problem = judge(given).problem
    assert problem is not None
    assert problem.cell == cells[2]
    assert problem.related == (cells[0], cells[1])
    assert "đúng nếu «Ước TH» là 32.323 triệu đồng hoặc «KH năm» là 22.726 triệu đồng" in problem.message


def test_a_round_figure_of_running_text_may_be_rounded_without_a_word():
    assert judge(ratio("3.200 tỷ đồng", "3.600 tỷ đồng", "89,3%")).is_consistent  # 3.215, told as 3.200


def test_the_computed_value_is_that_of_the_printed_figures():
    assert judge(total("419 hộ", "298 hộ", "121 hộ")).computed == Decimal(419)
