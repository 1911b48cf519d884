# SPDX-License-Identifier: Apache-2.0
"""Totals, groups and parts over rows."""

from __future__ import annotations

from tiendo.kernel.findings import ClaimType
from tiendo.read.tables.tests.building import read_one
from tiendo.read.tables.tests.reading import stated, wrong

PROJECTS = """
STT | Tên dự án | Kế hoạch vốn | Giải ngân
I | Chuyển tiếp | 12.640 | {first}
1 | Đường thôn Hạ | 8.000 | 5.100
2 | Kênh Bắc | 4.640 | 2.012
II | Khởi công mới | 5.560 | 1.603
1 | Nhà văn hóa | 1.860 | 651
2 | Cấp nước | 3.700 | 952
3 | Trụ sở | | -
TỔNG CỘNG (I + II) | < | 18.200 | {total}
"""


def test_groups_and_their_total_are_sums_that_hold() -> None:
    found = read_one(PROJECTS.format(first="7.112", total="8.715"), before="ĐVT: triệu đồng\n")
    assert stated(found, ClaimType.SUM) == {
        "Chuyển tiếp | Kế hoạch vốn",
        "Chuyển tiếp | Giải ngân",
        "Khởi công mới | Kế hoạch vốn",
        "Khởi công mới | Giải ngân",
        "TỔNG CỘNG (I + II) | Kế hoạch vốn",
        "TỔNG CỘNG (I + II) | Giải ngân",
    }
    assert wrong(found) == []


def test_a_wrong_total_fails_and_names_the_groups_as_parts() -> None:
    found = read_one(PROJECTS.format(first="7.112", total="8.751"), before="ĐVT: triệu đồng\n")
    assert wrong(found) == ["TỔNG CỘNG (I + II) | Giải ngân"]
    claim = next(c for c in found.claims if c.quote == "TỔNG CỘNG (I + II) | Giải ngân")
    assert [int(o.quantity.value) for o in claim.operands] == [8751, 7112, 1603]


def test_a_wrong_group_fails_both_ways() -> None:
    found = read_one(PROJECTS.format(first="7.121", total="8.715"), before="ĐVT: triệu đồng\n")
    assert set(wrong(found)) == {"Chuyển tiếp | Giải ngân", "TỔNG CỘNG (I + II) | Giải ngân"}


def test_the_total_may_stand_first_and_parts_of_parts_are_left_out() -> None:
    found = read_one(
        """
        TT | Khoản thu | Dự toán | Thực hiện
         | TỔNG THU | 318 | 203
        1 | Thuế | 224 | 140
         | Trong đó: hộ kinh doanh | 18 | 10
        2 | Phí | 94 | 63
        """
    )
    total = next(c for c in found.claims if c.quote == "TỔNG THU | Dự toán")
    assert [int(o.quantity.value) for o in total.operands] == [318, 224, 94]
    assert wrong(found) == []


def test_a_lone_part_must_only_not_be_above_its_whole() -> None:
    found = read_one(
        """
        TT | Chỉ tiêu | ĐVT | KH | TH
        1 | Kết nạp đảng viên | đảng viên | 45 | 33
         | Trong đó: học sinh | đảng viên | 6 | 34
        """
    )
    assert [c.is_exhaustive for c in found.claims] == [False, False]
    assert wrong(found) == ["Kết nạp đảng viên | TH"]


def test_parts_that_overlap_are_not_added_up() -> None:
    found = read_one(
        """
        TT | Chỉ tiêu | ĐVT | TH
        1 | Đảng viên mới | đảng viên | 33
         | Trong đó: nữ | đảng viên | 20
         | - đoàn viên | đảng viên | 28
        """
    )
    assert wrong(found) == []
    assert all(not c.is_exhaustive for c in found.claims)


def test_parts_that_are_complete_in_most_columns_must_be_so_in_all() -> None:
    found = read_one(
        """
        TT | Chỉ tiêu | ĐVT | KH | TH cùng kỳ | TH
        1 | Tổng giá trị sản xuất | tỷ đồng | 1.850 | 1.392,6 | 1.584,2
         | Trong đó: Nông nghiệp | tỷ đồng | 640 | 488,1 | 521,7
         | - Công nghiệp | tỷ đồng | 710 | 527,5 | 594,3
         | - Dịch vụ | tỷ đồng | 500 | 377 | 432,2
        """
    )
    assert wrong(found) == ["Tổng giá trị sản xuất | TH"]


def test_averages_ratios_and_unlike_units_are_never_added() -> None:
    found = read_one(
        """
        STT | Khu phố | Số hộ (hộ) | Thu nhập bình quân (triệu đồng) | Tỷ lệ hộ nghèo (%)
        1 | Khu phố 1 | 320 | 62 | 1,5
        2 | Khu phố 2 | 410 | 58 | 2,1
        3 | Khu phố 3 | 275 | 60 | 0,9
         | Tổng cộng | 1.005 | 60 | 1,6
        """
    )
    assert stated(found, ClaimType.SUM) == {"Tổng cộng | Số hộ (hộ)"}


def test_a_plain_total_of_a_flat_table_is_believed_by_its_word() -> None:
    found = read_one(
        """
        STT | Khu phố | Số hộ
        1 | Khu phố 1 | 320
        2 | Khu phố 2 | 410
        Tổng cộng | < | 703
        """
    )
    assert wrong(found) == ["Tổng cộng | Số hộ"]


def test_a_list_under_its_total_need_not_be_complete() -> None:
    found = read_one(
        """
        Tổng số dự án | 12
        Đã hoàn thành | 5
        Đang thi công | 4
        """
    )
    assert len(found.measurements) == 3
    assert found.claims == ()


def test_an_indicator_that_begins_with_tong_is_no_total() -> None:
    found = read_one(
        """
        Chỉ tiêu | ĐVT | TH 2024 | TH 2025
        Tổng đàn lợn | con | 5.870 | 6.035
        Diện tích lúa | ha | 481 | 488
        Trồng rừng | ha | 75 | 31
        """
    )
    assert found.claims == ()


def test_subtotals_add_up_to_the_last_total() -> None:
    found = read_one(
        """
        STT | Khu phố | Số hộ | Nhân khẩu
        1 | Khu phố 1 | 320 | 1.280
        2 | Khu phố 2 | 410 | 1.702
         | Cộng | 730 | 2.982
        3 | Ấp Đông | 275 | 1.090
        4 | Ấp Tây | 198 | 801
         | Cộng | 473 | 1.891
         | Tổng cộng | 1.203 | 4.873
        """
    )
    assert len(stated(found, ClaimType.SUM)) == 4  # two places share a label
    assert len([c for c in found.claims if c.type is ClaimType.SUM]) == 6
    assert wrong(found) == []
