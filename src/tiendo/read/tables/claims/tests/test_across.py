# SPDX-License-Identifier: Apache-2.0
"""Totals, differences and structure over columns."""

from __future__ import annotations

from tiendo.kernel.findings import ClaimType
from tiendo.read.tables.tests.building import read_one
from tiendo.read.tables.tests.reading import stated, wrong


def test_a_total_column_is_the_sum_of_the_columns_under_its_head() -> None:
    found = read_one(
        """
        STT | Nguồn vốn | Kế hoạch vốn 2026 | < | < | Đã giải ngân
        ^ | ^ | Tổng số | Trong đó | < | ^
        ^ | ^ | ^ | Ngân sách tỉnh | Ngân sách xã | ^
        1 | Đường thôn Hạ | 3.000 | 2.000 | 1.000 | 1.500
        2 | Kênh Bắc | 1.200 | 0 | 1.200 | 300
        3 | Nhà văn hóa | 1.860 | 1.100 | 670 | 651
        """
    )
    assert wrong(found) == ["Nhà văn hóa | Kế hoạch vốn 2026 / Tổng số"]
    assert len(stated(found, ClaimType.SUM)) == 3


def test_a_tally_of_targets_is_a_sum_over_its_columns() -> None:
    found = read_one(
        """
        STT | Lĩnh vực | Tổng số chỉ tiêu | Vượt | Đạt | Chưa đạt
        1 | Kinh tế | 7 | 2 | 4 | 1
        2 | Văn hóa - xã hội | 6 | 1 | 4 | 1
        3 | Môi trường | 3 | 0 | 2 | 2
        """
    )
    assert wrong(found) == ["Môi trường | Tổng số chỉ tiêu"]


def test_a_change_in_units_is_the_difference_of_two_columns() -> None:
    found = read_one(
        """
        Nội dung | ĐVT | Năm 2025 | Năm 2026 | Tăng, giảm | <
        ^ | ^ | ^ | ^ | Số lượng | %
        Tai nạn giao thông | vụ | 12 | 9 | -3 | -25
        Số người chết | người | 3 | 2 | -1 | -33,3
        Số vụ cháy | vụ | 2 | 3 | 1 | 50
        Phạm pháp hình sự | vụ | 20 | 17 | 3 | -15
        """
    )
    assert wrong(found) == ["Phạm pháp hình sự | Tăng, giảm / Số lượng"]


def test_the_structure_of_a_total_is_checked_row_by_row() -> None:
    found = read_one(
        """
        STT | Nguồn vốn | Số vốn (triệu đồng) | Cơ cấu (%)
        1 | Ngân sách tỉnh | 12.000 | 48
        2 | Ngân sách xã | 7.500 | 30
        3 | Xã hội hóa | 5.000 | 20
        4 | Nguồn khác | 500 | 20
        Tổng số | < | 25.000 | 100
        """
    )
    assert wrong(found) == ["Nguồn khác | Cơ cấu (%)"]


def test_what_is_left_is_the_plan_less_what_was_spent() -> None:
    found = read_one(
        """
        Dự án | Kế hoạch vốn | Đã giải ngân | Còn lại
        Đường thôn Hạ | 3.000 | 1.500 | 1.500
        Kênh Bắc | 1.200 | 300 | 900
        Nhà văn hóa | 1.860 | 651 | 1.290
        Cấp nước | 700 | 500 | 200
        """
    )
    assert wrong(found) == ["Nhà văn hóa | Kế hoạch vốn"]


def test_months_add_up_to_their_quarter() -> None:
    found = read_one(
        """
        Chỉ tiêu | Tháng 1 | Tháng 2 | Tháng 3 | Quý I
        Thu ngân sách (triệu đồng) | 900 | 850 | 1.050 | 2.800
        Chi ngân sách (triệu đồng) | 700 | 640 | 910 | 2.250
        Thu phí (triệu đồng) | 70 | 64 | 91 | 252
        Thuế (triệu đồng) | 30 | 41 | 25 | 96
        """
    )
    assert wrong(found) == ["Thu phí (triệu đồng) | Quý I"]


def test_columns_that_do_not_add_up_anywhere_are_no_sum() -> None:
    found = read_one(
        """
        Khu phố | Tổng số | Nam | Dân tộc thiểu số
        Khu phố 1 | 120 | 70 | 12
        Khu phố 2 | 200 | 95 | 30
        Khu phố 3 | 150 | 80 | 21
        """
    )
    assert found.claims == ()
