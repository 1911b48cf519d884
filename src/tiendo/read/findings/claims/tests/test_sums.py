# SPDX-License-Identifier: Apache-2.0
"""Totals and their parts, changes between two levels, targets by status, lists of names. All places are invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.kernel.arithmetic import check
from tiendo.kernel.findings import Claim, ClaimType
from tiendo.read.findings.claims.tests.measured import claims_of


def _found(text: str, kind: ClaimType) -> list[tuple[list[Decimal], bool]]:
    return [(_values(claim), check(claim).is_possible) for claim in claims_of(text) if claim.type is kind]


def _values(claim: Claim) -> list[Decimal]:
    return [operand.quantity.value for operand in claim.operands]


def _numbers(values: str) -> list[Decimal]:
    return [Decimal(value) for value in values.split()]


SUMS = [
    ("Tiếp nhận 14.205 hồ sơ, gồm 11.932 hồ sơ trực tuyến và 2.273 hồ sơ trực tiếp.", "14205 11932 2273", True),
    ("Tiếp nhận 14.205 hồ sơ, gồm 11.932 hồ sơ trực tuyến và 2.723 hồ sơ trực tiếp.", "14205 11932 2723", False),
    ("Xây và sửa 46 căn nhà cho hộ khó khăn (29 căn xây mới, 17 căn sửa chữa).", "46 29 17", True),
    ("Xây và sửa 46 căn nhà cho hộ khó khăn (29 căn xây mới, 19 căn sửa chữa).", "46 29 19", False),
    ("Có 27 đơn vị hành chính (24 xã, một thị trấn và hai phường).", "27 24 1 2", True),
    ("Cần 4,2 tỷ đồng, trong đó tỉnh hỗ trợ 3 tỷ đồng, ngân sách xã đối ứng 1,2 tỷ đồng.", "4.2 3 1.2", True),
    ("Có 419/419 hộ khởi công, trong đó có 298 hộ xây nhà mới và 121 hộ sửa chữa.", "419 298 121", True),
    ("Có 419/419 hộ khởi công, trong đó có 289 hộ xây nhà mới và 121 hộ sửa chữa.", "419 289 121", False),
    ("Đã xóa 41/45 nhà tạm; 4 hộ còn lại hoàn thành trong quý III.", "45 41 4", True),
    ("Đã xóa 41/45 nhà tạm; 6 hộ còn lại hoàn thành trong quý III.", "45 41 6", False),
    ("Mới cưỡng chế 1/1.017 trường hợp, còn lại 1.016 trường hợp chưa xử lý.", "1017 1 1016", True),
    (
        "Phát hiện hơn 600 trường hợp. Trong số này đã xử lý hơn 440 trường hợp, hơn 160 trường hợp còn lại chờ xử lý.",
        "600 440 160",
        True,
    ),
    (
        "Phát hiện hơn 600 trường hợp. Trong số này đã xử lý hơn 640 trường hợp, hơn 160 trường hợp còn lại chờ xử lý.",
        "600 640 160",
        False,
    ),
    ("Tổng thu 658,4 tỷ đồng. Trong đó, thu tiền sử dụng đất đạt 746,6 tỷ đồng.", "658.4 746.6", False),
    (
        "Xã có 190 trường. Trong đó, mầm non có 43 trường, tiểu học có 109 trường và THCS có 38 trường.",
        "190 43 109 38",
        True,
    ),
    (
        "Xã có 190 trường. Trong đó, mầm non có 43 trường, tiểu học có 109 trường, THCS có 38 trường"
        " và THPT có 9 trường.",
        "190 43 109 38 9",
        False,
    ),
    (
        "Ngân hàng ủy thác gần 297 tỷ đồng.\nNgười dân được vay vốn.\nTrong đó Hội Phụ nữ hơn 158,4 tỷ đồng, Hội Nông"
        " dân hơn 91,7 tỷ đồng, Đoàn Thanh niên gần 46,8 tỷ đồng.",
        "297 158.4 91.7 46.8",
        True,
    ),
    ("Xã có 143 trụ sở: 61 trụ sở giữ lại, 82 trụ sở dôi dư.", "143 61 82", True),
    ("Kỷ luật 04 đảng viên (khiển trách 02, cảnh cáo 01, cách chức 01).", "4 2 1 1", True),
    ("Kỷ luật 40 đảng viên (khiển trách 22, cảnh cáo 11, cách chức 8).", "40 22 11 8", False),
    ("Cơ cấu kinh tế: nông nghiệp 31,2%; công nghiệp 38,5%; dịch vụ 30,3%.", "100 31.2 38.5 30.3", True),
    ("Cơ cấu kinh tế: nông nghiệp 31,2%; công nghiệp 38,5%; dịch vụ 33,0%.", "100 31.2 38.5 33", False),
    # no word opens the list: the figures do
    ("Đội ngũ có 1.284 người. Hạng I 312 người, hạng II 455 người, hạng III 517 người.", "1284 312 455 517", True),
    ("Nợ của xã là 38 tỷ đồng. Trong đó có gần 35 tỷ đồng nợ xây dựng. Số còn lại hơn 3 tỷ đồng.", "38 35", True),
]


@pytest.mark.parametrize(("text", "values", "holds"), SUMS)
def test_it_finds_parts_and_total(text, values, holds):
    assert (_numbers(values), holds) in _found(text, ClaimType.SUM)


def test_an_incomplete_list_is_not_held_to_its_total():
    [claim] = claims_of("Xã có 36 công trình, trong đó 10 công trình lấn chiếm kênh, 5 công trình sai phép.")
    assert not claim.is_exhaustive


DIFFERENCES = [
    ("Số hộ nghèo giảm từ 238 hộ xuống còn 171 hộ, tức giảm 67 hộ.", "238 171 -67", True),
    ("Số hộ nghèo giảm từ 238 hộ xuống còn 171 hộ, tức giảm 76 hộ.", "238 171 -76", False),
    ("Hòa giải 17 vụ, tăng 5 vụ so với năm trước (từ 12 vụ lên 17 vụ).", "12 17 5", True),
    ("Trong năm, xã giảm 67 hộ nghèo, từ 238 xuống còn 171.", "238 171 -67", True),
    ("Mức hài lòng đạt 97,6%, cao hơn 1,1 điểm phần trăm so với cùng kỳ (96,5%).", "96.5 97.6 1.1", True),
    ("Bao phủ bảo hiểm đạt 94,1%, còn thiếu 0,4 điểm phần trăm so với chỉ tiêu 94,5%.", "94.5 94.1 -0.4", True),
    ("Năm 2016 đạt 70,75%; năm 2017 đạt 72,03%, tăng 1,28% so với năm 2016.", "70.75 72.03 1.28", True),
    ("Năm 2016 đạt 70,75%; năm 2017 đạt 72,03%, tăng 2,18% so với năm 2016.", "70.75 72.03 2.18", False),
    ("Thu 52,7 tỷ đồng, đạt 105,4% dự toán, vượt 5,4%.", "100 105.4 5.4", True),
    ("Thu 52,7 tỷ đồng, đạt 105,4% dự toán, vượt 4,5%.", "100 105.4 4.5", False),
    ("Xã được giao 2.068 biên chế, thực tế mới có 1.854 biên chế, còn thiếu 214 biên chế.", "2068 1854 -214", True),
    ("Trước khi sắp xếp có 155 xã, sau sắp xếp còn 58 xã, giảm 97 xã.", "155 58 -97", True),
]


@pytest.mark.parametrize(("text", "values", "holds"), DIFFERENCES)
def test_it_finds_two_levels_and_their_change(text, values, holds):
    assert (_numbers(values), holds) in _found(text, ClaimType.DIFFERENCE)


TALLIES = [
    (
        "HĐND xã giao 13 chỉ tiêu. Đến nay có 2 chỉ tiêu vượt, 3 chỉ tiêu đạt, 6 chỉ tiêu bảo đảm tiến độ,"
        " 1 chỉ tiêu chậm tiến độ và 1 chỉ tiêu chưa đánh giá.",
        "13 2 3 6 1 1",
        True,
    ),
    (
        "HĐND xã giao 13 chỉ tiêu. Đến nay có 2 chỉ tiêu vượt, 3 chỉ tiêu đạt, 9 chỉ tiêu bảo đảm tiến độ,"
        " 1 chỉ tiêu chậm tiến độ và 1 chỉ tiêu chưa đánh giá.",
        "13 2 3 9 1 1",
        False,
    ),
    ("Phường hoàn thành 13/20 chỉ tiêu; 6/20 chỉ tiêu hoàn thành trên 80%.", "20 13 6", True),
    ("Phường hoàn thành 13/20 chỉ tiêu; 9/20 chỉ tiêu hoàn thành trên 80%.", "20 13 9", False),
    (
        "Trong 12 chỉ tiêu còn lại thì khả năng sẽ hoàn thành 10 chỉ tiêu, có 2 chỉ tiêu sẽ không hoàn thành.",
        "12 10 2",
        True,
    ),
    (
        "Quận hoàn thành 13/20 chỉ tiêu; 6/20 chỉ tiêu đã qua mức 80% và dự kiến hoàn thành trong năm.",
        "20 13 6",
        True,
    ),
    ("Phường đạt 19/21 chỉ tiêu, trong đó 12 chỉ tiêu vượt; 02 chỉ tiêu chưa đạt.", "21 19 2", True),
]


@pytest.mark.parametrize(("text", "values", "holds"), TALLIES)
def test_it_tallies_targets_by_status(text, values, holds):
    assert (_numbers(values), holds) in _found(text, ClaimType.TARGET_TALLY)


def test_the_parts_of_a_tally_have_the_names_of_their_statuses():
    text = "Trong 15 chỉ tiêu, xã hoàn thành 12 chỉ tiêu, 2 chỉ tiêu đạt trên 80% và 1 chỉ tiêu không đạt."
    [claim] = [found for found in claims_of(text) if found.type is ClaimType.TARGET_TALLY]
    assert [operand.role for operand in claim.operands] == ["total", "met", "over_80", "not_met"]


ENUMERATIONS = [
    ("Có 5 phường là Hòa Thắng, Mỹ Lộc, Tân An, Bình Minh và Phước Hải.", "5 5", True),
    ("Có 6 phường là Hòa Thắng, Mỹ Lộc, Tân An, Bình Minh và Phước Hải.", "6 5", False),
    ("Không còn hộ nghèo ở 6 quận (quận 4, 7, 8, 9, Đông Lãm và Lộc Trì).", "6 6", True),
    ("Sau sắp xếp còn 4 đơn vị cấp xã, bao gồm: Lộc Trì 1, Lộc Trì 2 và xã An Khê; đã lấy ý kiến.", "4 3", False),
    ("Tại 2 phường Hòa Thắng và Mỹ Lộc.", "2 2", True),
    ("Có 2 huyện: Đông Lãm, Lộc Trì và 4 xã: Mỹ Đức, Phú Mỹ, Hòa An, An Thái.", "2 2", True),
    ("Có 3 phường: Hòa Thắng, Mỹ Lộc, Tân An và Bình Minh.", "3 4", False),
    ("Có 3 chỉ tiêu vượt kế hoạch là diện tích lúa 2 vụ, nuôi trồng thủy sản và thu quỹ.", "3 3", True),
    ("Còn 5 tiêu chí là: giao thông, thủy lợi, trường học, thu nhập và môi trường.", "5 5", True),
    (
        "Có 3 địa phương vượt tiến độ, trong đó huyện Đông Lãm dẫn đầu với 41%, tiếp đến là huyện An Khê 26%,"
        " thị xã Lộc Trì 24%.",
        "3 3",
        True,
    ),
]


@pytest.mark.parametrize(("text", "values", "holds"), ENUMERATIONS)
def test_it_counts_the_names_behind_a_number(text, values, holds):
    assert (_numbers(values), holds) in _found(text, ClaimType.ENUMERATION)


def test_counts_and_shares_side_by_side_imply_one_base():
    text = "Hộ nghèo có 120 hộ, chiếm 4%; hộ cận nghèo có 90 hộ, chiếm 3%."
    assert _found(text, ClaimType.IMPLIED_BASE) == [(_numbers("120 4 90 3"), True)]
