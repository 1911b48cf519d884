# SPDX-License-Identifier: Apache-2.0
"""Sentences in which numbers stand side by side without one following from the other: nothing may be accused."""

from __future__ import annotations

import pytest

from tiendo.kernel.arithmetic import check
from tiendo.read.findings.claims.tests.measured import claims_of

QUIET = [
    # another subject behind the comma
    "Thu ngân sách đạt 500 tỷ đồng, tổng thu toàn tỉnh tăng 12%.",
    "Trồng mới 5/7 ha rừng, tỷ lệ che phủ đạt 42%.",
    "Có 12/30 hộ được hỗ trợ, tỷ lệ hộ nghèo còn 2,5%.",
    # a status, not a share
    "Phường đã hoàn thành 13/20 chỉ tiêu; 6/20 chỉ tiêu hoàn thành trên 80%.",
    # a share of something that is not told
    "Hộ nghèo còn 171 hộ, giảm 67 hộ, tương ứng giảm 1,99%.",
    "Đã xây 12 nhà (100%) và sửa 8 nhà (80%).",
    "Chi tiền gửi là 115.043 tỷ đồng bằng 93% số dư tiền gửi.",
    # a part has its own plan
    "Tổng thu so với dự toán là 175.785 tỷ đồng đạt tỷ lệ 103,8%, trong đó thu nội địa là 156.998 tỷ đồng"
    " bằng 103,2% dự toán.",
    "Tổng vốn đầu tư toàn xã hội đạt 31.748 tỷ đồng, vượt 38,04%; thu ngân sách đạt hơn 3.200 tỷ đồng,"
    " đạt 89,3% chỉ tiêu năm.",
    # rates per year do not follow from two levels
    "Thu nhập tăng từ 46 triệu đồng năm 2020 lên 62 triệu đồng năm 2025, tăng bình quân 6%/năm.",
    # parts that share members, lists that are not complete
    "Đảng bộ có 556 đảng viên, trong đó 300 đảng viên nữ, 280 đảng viên trẻ.",
    "Toàn xã có 36 công trình, trong đó 10 công trình lấn chiếm kênh, 5 công trình sai phép.",
    "Phường có 13/20 khu phố đạt chuẩn, trong đó 5 khu phố đạt chuẩn nâng cao.",
    # mergers are no sums
    "Huyện Đông Lãm có 20 xã (thành 9 xã sau sắp xếp), huyện Lộc Trì (11 xã sẽ còn 5 xã).",
    # another year, another subject
    "Thu nội địa năm 2025 đạt 120 tỷ đồng; chi thường xuyên năm 2026 là 100 tỷ đồng, tăng 5% so với năm 2025.",
    # lists nobody can count
    "Ban hành 2 đề án (về thu gom, vận chuyển rác thải và xây dựng đô thị thông minh).",
    "Có 3 phường như Bình Minh, Tân Hòa đã hoàn thành.",
    # targets of which some are parts of others
    "Phường đạt 19/21 chỉ tiêu, trong đó 12 chỉ tiêu vượt; 02 chỉ tiêu chưa đạt.",
    "Xã có 18 chỉ tiêu đạt và vượt, trong đó 11 chỉ tiêu vượt; 2/20 chỉ tiêu chưa đạt.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_accused(text):
    assert [claim.quote for claim in claims_of(text) if not check(claim).is_possible] == []


def test_a_base_of_zero_is_no_claim():
    assert claims_of("Xã thu 5 tỷ đồng, đạt 10% dự toán (0 tỷ đồng).") == []


def test_a_text_without_figures_has_no_claims():
    assert claims_of("Hội nghị thống nhất cao với các nội dung đã nêu.") == []
