# SPDX-License-Identifier: Apache-2.0
"""Percentage columns and the columns they follow from."""

from __future__ import annotations

import pytest

from tiendo.kernel.findings import ClaimType, RatioMode
from tiendo.read.tables.tests.building import read_one
from tiendo.read.tables.tests.reading import stated, wrong

PLAN_AND_BASE = """
STT | Khoản thu | Dự toán năm | TH cùng kỳ | Ước TH 9 tháng | So dự toán (%) | So cùng kỳ (%)
1 | Thuế ngoài quốc doanh | 8.000 | 5.300 | 6.100 | {share} | 115,09
2 | Lệ phí trước bạ | 4.600 | 3.010 | 3.150 | 68,48 | {index}
3 | Phí, lệ phí | 900 | 610 | 655 | 72,78 | 107,38
"""


def test_a_percentage_that_agrees_with_its_row_is_a_claim_that_holds() -> None:
    found = read_one(PLAN_AND_BASE.format(share="76,25", index="104,65"))
    assert len(stated(found, ClaimType.RATIO)) == 6
    assert wrong(found) == []


@pytest.mark.parametrize(
    ("share", "index", "place"),
    [
        ("72,65", "104,65", "Thuế ngoài quốc doanh | So dự toán (%)"),
        ("76,25", "140,65", "Lệ phí trước bạ | So cùng kỳ (%)"),
    ],
)
def test_a_wrong_digit_in_a_percentage_is_a_claim_that_fails(share: str, index: str, place: str) -> None:
    assert wrong(read_one(PLAN_AND_BASE.format(share=share, index=index))) == [place]


def test_an_estimate_is_taken_as_printed_in_arithmetic() -> None:
    found = read_one(PLAN_AND_BASE.format(share="76,25", index="104,65"))
    assert {o.quantity.qualifier.value for c in found.claims for o in c.operands} == {"exact"}


def test_growth_printed_as_a_change_is_excess_or_decrease() -> None:
    found = read_one(
        """
        Nội dung | 9 tháng 2025 | 9 tháng 2026 | Tăng, giảm (%)
        Phạm pháp hình sự | 20 | 17 | -15
        Doanh nghiệp mới | 40 | 45 | 12,5
        Số vụ cháy | 2 | 3 | 50
        """
    )
    assert [c.mode for c in found.claims] == [RatioMode.DECREASE, RatioMode.EXCESS, RatioMode.EXCESS]
    assert wrong(found) == []


def test_ceilings_ranges_and_percentages_of_percentages_make_no_false_alarm() -> None:
    found = read_one(
        """
        TT | Chỉ tiêu | ĐVT | KH năm | TH 9 tháng | So KH (%)
        1 | Sản lượng lúa | tấn | 5.600 | 4.305 | 76,88
        2 | Trồng cây xanh | cây | 1.200 | 900 | 75
        3 | Tỷ lệ hộ nghèo | % | < 2,8 | 2,9 | 96,6
        4 | Kết nạp đảng viên | đồng chí | 20 - 25 | 18 | 90
        5 | Tỷ lệ bao phủ BHYT | % | 95 | 93,8 | Đạt
        6 | Tỷ lệ hộ dùng nước sạch | % | 98 | 97 | 99,5
        """
    )
    assert wrong(found) == []


def test_a_plan_is_as_exact_as_the_results_beside_it() -> None:
    found = read_one(
        """
        Nội dung | ĐVT | Kế hoạch | Kết quả | Đạt (%)
        Cứng hóa đường | km | 18,5 | 16,1 | 87,03
        Nhà tình thương | căn | 15 | 12 | 80
        Vốn xã hội hóa | tỷ đồng | 6 | 4,68 | 81
        """
    )
    assert wrong(found) == ["Vốn xã hội hóa | Đạt (%)"]


def test_where_less_is_better_the_turned_ratio_is_no_false_alarm() -> None:
    found = read_one(
        """
        TT | Chỉ tiêu | ĐVT | KH năm | TH | So KH (%)
        1 | Trồng cây xanh | cây | 1.200 | 900 | 75
        2 | Gieo trồng | ha | 400 | 410 | 102,5
        3 | Số vụ cháy | vụ | 10 | 8 | 125
        """
    )
    assert wrong(found) == []


def test_two_plans_are_told_apart_by_their_figures() -> None:
    found = read_one(
        """
        STT | Nội dung | Dự toán tỉnh giao | Dự toán xã giao | Thực hiện | So với dự toán (%) | <
        ^ | ^ | ^ | ^ | ^ | Tỉnh giao | Xã giao
        1 | Thu thường xuyên | 500 | 600 | 450 | 90 | 75
        2 | Thu phí | 200 | 250 | 190 | 95 | 76
        """
    )
    denominators = {c.quote: c.operands[1].cell.column_label for c in found.claims if c.operands[1].cell}
    assert denominators["Thu phí | So với dự toán (%) / Tỉnh giao"] == "Dự toán tỉnh giao"
    assert denominators["Thu phí | So với dự toán (%) / Xã giao"] == "Dự toán xã giao"


def test_a_share_of_what_no_word_says_is_found_from_the_figures() -> None:
    found = read_one(
        """
        Kỳ | Tiếp nhận | Giải quyết | Đúng hạn | Tỷ lệ (%)
        Quý I | 1.200 | 1.150 | 1.140 | 99,13
        Quý II | 1.340 | 1.300 | 1.287 | 99,00
        Quý III | 1.410 | 1.390 | 1.379 | 99,21
        Quý IV | 1.100 | 1.050 | 1.040 | 90,05
        """
    )
    assert wrong(found) == ["Quý IV | Tỷ lệ (%)"]


def test_a_column_that_mostly_fails_is_something_else() -> None:
    found = read_one(
        """
        Nội dung | Kế hoạch | Thực hiện | Tỷ lệ hoàn thành (%)
        Việc A | 10 | 5 | 80
        Việc B | 20 | 7 | 60
        Việc C | 30 | 9 | 30
        """
    )
    assert found.claims == ()


def test_plan_and_result_may_have_different_money_units() -> None:
    found = read_one(
        """
        Nội dung | Kế hoạch (tỷ đồng) | Thực hiện (triệu đồng) | Đạt (%)
        Thu thuế | 1,2 | 900 | 75
        Thu phí | 0,5 | 250 | 50
        """
    )
    assert len(found.claims) == 2
    assert wrong(found) == []


BARE_RATE = """
STT | Nội dung chỉ tiêu | ĐVT | NQ HĐND giao | TH 9 tháng | Tỷ lệ %
1 | Thu ngân sách | tỷ đồng | 12 | 10,5 | 87,5
2 | Trồng rừng | ha | 40 | 35 | {rate}
3 | Kết nạp đảng viên | đảng viên | 20 | 17 | 85
"""


@pytest.mark.parametrize(("rate", "places"), [("87,5", []), ("78,5", ["Trồng rừng | Tỷ lệ %"])])
def test_a_bare_rate_beside_one_plan_and_one_result_is_the_share_of_one_in_the_other(
    rate: str, places: list[str]
) -> None:
    found = read_one(BARE_RATE.format(rate=rate))
    assert len(stated(found, ClaimType.RATIO)) == 3
    assert wrong(found) == places


def test_a_bare_rate_beside_two_results_accuses_nobody() -> None:
    found = read_one(
        """
        STT | Trường | Số học sinh | Số đạt giải | Tỷ lệ (%)
        1 | THCS An Phú | 400 | 35 | 8,7
        2 | THCS An Lộc | 300 | 17 | 6,1
        """
    )
    assert wrong(found) == []
