# SPDX-License-Identifier: Apache-2.0
"""Percentages and the two numbers they follow from. All places are invented."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

from tiendo.kernel.arithmetic import check
from tiendo.kernel.findings import ClaimType, RatioMode
from tiendo.read.findings.claims.tests.measured import claims_of

SHARE, EXCESS, DECREASE = RatioMode.SHARE, RatioMode.EXCESS, RatioMode.DECREASE

TOLD = [
    # n/m and its share
    ("Phường Lộc Trì giải quyết 12.389/12.457 hồ sơ đúng hạn, đạt 99,45%.", SHARE, "12389 12457 99.45"),
    ("Có 13/13 khu phố đạt “Khu phố xanh, sạch, đẹp”, tỷ lệ 100%.", SHARE, "13 13 100"),
    ("Xã An Khê giải ngân 38,6/112 tỷ đồng, chưa đến 35% kế hoạch.", SHARE, "38.6 112 35"),
    ("Đảng bộ kết nạp 32/30 đảng viên mới, vượt 6,7% kế hoạch.", EXCESS, "32 30 6.7"),
    ("Đã cắt giảm 164/213 biên chế, đạt hơn 76% kế hoạch giai đoạn.", SHARE, "164 213 76"),
    ("Tỷ lệ hộ nghèo cuối năm là 5,07% (171/3.373 hộ).", SHARE, "171 3373 5.07"),
    ("Xã còn 119 hộ nghèo trên tổng số 3.902 hộ, chiếm 3,05%.", SHARE, "119 3902 3.05"),
    # a level, its share, its base beside it
    ("Thu ngân sách là 1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng.", SHARE, "1390.9 5208 26.7"),
    ("Xã thu được 38.214 triệu đồng, bằng 89,7% dự toán năm (42.600 triệu đồng).", SHARE, "38214 42600 89.7"),
    ("Thu ngân sách đạt 52,7 tỷ đồng, vượt 5,4% dự toán (50 tỷ đồng).", EXCESS, "52.7 50 5.4"),
    ("Quỹ vận động 812,4 triệu đồng, tăng 14,94% so với cùng kỳ (706,8 triệu đồng).", EXCESS, "812.4 706.8 14.94"),
    ("Phường thu 6.045 tỷ đồng so với chỉ tiêu được giao là 4.500 tỷ đồng (tăng 34%).", EXCESS, "6045 4500 34"),
    # from … to …
    ("Số vụ giảm từ 14 vụ của 10 tháng năm 2025 xuống còn 11 vụ, tương đương giảm 21,4%.", DECREASE, "11 14 -21.4"),
    ("Năm 2025 thu 120 tỷ đồng; năm 2026 thu 132 tỷ đồng, tăng 10% so với năm 2025.", EXCESS, "132 120 10"),
    # the base follows from level and change
    ("Giá bán 21.000 đồng/kg, cao hơn cùng kỳ 3.500 đồng/kg (tăng 20%).", EXCESS, "21000 17500 20"),
    ("Nợ thuế là 21.870 triệu đồng, giảm 2.430 triệu đồng (10%) so với đầu năm.", DECREASE, "21870 24300 10"),
    ("Xảy ra 05 vụ việc, giảm 03 vụ so với cùng kỳ (-37,5%).", DECREASE, "5 8 -37.5"),
    # a plan told before
    ("Phường được giao thu 4.500 tỷ đồng, đến nay đã thu được 5.619 tỷ đồng (vượt 25%).", EXCESS, "5619 4500 25"),
    (
        "Tổng kế hoạch vốn là 27.850 triệu đồng. Giá trị giải ngân là 20.163 triệu đồng, đạt 72,4% kế hoạch.",
        SHARE,
        "20163 27850 72.4",
    ),
    (
        "Vốn của trung tâm là 4.500 tỷ đồng, nhưng mới giải ngân được 58%. Như vậy, còn 1.900 tỷ đồng chưa giải ngân.",
        DECREASE,
        "1900 4500 58",
    ),
    # parts of a whole
    ("Toàn xã có 8.915 hộ, trong đó hộ nghèo chỉ còn 62 hộ (0,7%).", SHARE, "62 8915 0.7"),
    ("Đã trả kết quả 13.780 hồ sơ, trong đó 42 hồ sơ trễ hạn (chiếm 0,3%).", SHARE, "42 13780 0.3"),
    ("Trong số 3.126 hộ dân thì có 411 hộ nghèo (13,1%).", SHARE, "411 3126 13.1"),
    ("Toàn xã có 7.812 hồ sơ. Trong 7.812 hồ sơ này có 78 hồ sơ trễ hạn (1%).", SHARE, "78 7812 1"),
    # the base of a change, told once for the change and its percentage
    (
        "Hộ nghèo còn 612 hộ, giảm 188 hộ so với cuối năm 2020 (800 hộ), tương đương giảm 23,5%.",
        DECREASE,
        "612 800 -23.5",
    ),
    # the verb told once for several changes in brackets
    (
        "Xảy ra 34 vụ, làm chết 11 người. So với cùng kỳ, giảm 8 vụ (-19,05%), 3 người chết (-21,43%).",
        DECREASE,
        "34 42 -19.05",
    ),
    ("Trước khi sắp xếp có 155 xã, sau sắp xếp còn 58 xã, giảm 62,58%.", DECREASE, "58 155 -62.58"),
    ("Có 129 xã được sắp xếp thành 48 xã, giảm 62,8%.", DECREASE, "48 129 -62.8"),
    # no word says from what: the figures do
    ("Lộc Trì có 8.915 hộ. Đến nay 3.477 hộ dùng nước sạch; tỷ lệ là 39,0%.", SHARE, "3477 8915 39.0"),
    ("Tiếp nhận 14 triệu hồ sơ, tỷ lệ trễ hạn là 1%, tương đương với 140.000 hồ sơ.", SHARE, "140000 14000000 1"),
]


def _ratios(text: str) -> list[tuple[RatioMode | None, list[Decimal]]]:
    return [
        (claim.mode, [operand.quantity.value for operand in claim.operands])
        for claim in claims_of(text)
        if claim.type is ClaimType.RATIO
    ]


@pytest.mark.parametrize(("text", "mode", "values"), TOLD)
def test_it_finds_the_numbers_of_a_percentage(text, mode, values):
    assert (mode, [Decimal(value) for value in values.split()]) in _ratios(text)


@pytest.mark.parametrize(("text", "mode", "values"), TOLD)
def test_true_percentages_hold(text, mode, values):
    assert all(check(claim).is_possible for claim in claims_of(text))


WRONG = [
    "Kỷ luật 215 đảng viên, bằng 58,58% so với cùng kỳ; trong đó, có 47 cấp ủy viên, chiếm 12,8% tổng số đảng viên"
    " bị kỷ luật.",
    "Huyện có 40 hồ sơ, chiếm tỷ lệ 79,37% trong tổng số hồ sơ trễ hạn của cả tỉnh (58 hồ sơ).",
    "Tòa án thụ lý 3.682 vụ, việc; trong đó, đã giải quyết 2.321 vụ, việc (đạt 63,1%).",
    "Phường Lộc Trì giải quyết 12.398/12.457 hồ sơ đúng hạn, đạt 99,45%.",
    "Có 13/13 khu phố đạt “Khu phố xanh, sạch, đẹp”, tỷ lệ 92% (yêu cầu có ít nhất 90% đạt).",
    "Xã An Khê giải ngân 48,6/112 tỷ đồng, chưa đến 35% kế hoạch.",
    "Thu ngân sách là 1.390,9 tỷ đồng, đạt 27,6% so với dự toán năm là 5.208 tỷ đồng.",
    "Phường thu ước 6.045 tỷ đồng so với chỉ tiêu được giao là 4.500 tỷ đồng (tăng 43%).",
    "Phường được giao thu 4.500 tỷ đồng, đến nay đã thu được 5.169 tỷ đồng (vượt 25%).",
    "Xảy ra 05 vụ việc, giảm 03 vụ so với cùng kỳ (-35,7%).",
    "Toàn xã có 8.915 hộ, trong đó hộ nghèo chỉ còn 62 hộ (7,0%).",
    "Hộ nghèo còn 612 hộ, giảm 188 hộ so với cuối năm 2020 (800 hộ), tương đương giảm 32,5%.",
    "Trong số 3.126 hộ dân thì có 411 hộ nghèo (13,1%) và 67 hộ cận nghèo (0,02%).",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_percentage_is_a_claim_that_cannot_hold(text):
    assert any(not check(claim).is_possible for claim in claims_of(text))


def test_each_of_two_comparisons_has_its_own_base():
    text = "Thu đạt 52,7 tỷ đồng, vượt 5,4% dự toán (50 tỷ đồng), tăng 12% so với cùng kỳ (47 tỷ đồng)."
    assert [values[1] for _, values in _ratios(text)] == [50, 47]


def test_a_claim_is_quoted_from_its_first_to_its_last_figure():
    text = "Thu ngân sách là 1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng."
    [claim] = claims_of(text)
    assert claim.quote == "1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng"
    assert claim.span is not None
    assert text[claim.span.start : claim.span.end] == claim.quote


def test_places_are_those_of_the_text_as_it_was_read():
    text = unicodedata.normalize("NFD", "Thu là 1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng.")
    claims = claims_of(text)
    assert claims
    for claim in claims:
        assert claim.span is not None
        assert text[claim.span.start : claim.span.end] == claim.quote
