# SPDX-License-Identifier: Apache-2.0
"""Claims that no plain word opens: bullets, bare numbers, totals behind parts, named wholes, levels in brackets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.kernel.arithmetic import check
from tiendo.kernel.findings import Claim, ClaimType
from tiendo.read.findings.claims.tests.measured import claims_of

RATIO, SUM, DIFFERENCE, TALLY = ClaimType.RATIO, ClaimType.SUM, ClaimType.DIFFERENCE, ClaimType.TARGET_TALLY
IMPLIED, ENUMERATION = ClaimType.IMPLIED_BASE, ClaimType.ENUMERATION

TOLD = [
    # an estimate printed to the last digit; parts that are hedged; a status before its count; both numbers in a bracket
    (
        "Tổng sản phẩm ước đạt 3.324 tỷ đồng. Cơ cấu kinh tế: nông nghiệp đạt 289 tỷ đồng (8,69%); công nghiệp đạt"
        " 2.091 tỷ đồng (62,91%); dịch vụ đạt 944 tỷ đồng (28,4%).",
        SUM,
        "3324 289 2091 944",
    ),
    (
        "Đề án đào tạo 9.000 giảng viên. Trong đó, 5.000 giảng viên học ở nước ngoài. Khoảng 500 giảng viên học liên"
        " kết. 2.000 giảng viên học trong nước. Thu hút khoảng 1.500 giảng viên.",
        SUM,
        "9000 5000 500 2000 1500",
    ),
    (
        "Có 15 chỉ tiêu, đã hoàn thành 9 chỉ tiêu, 4 chỉ tiêu đạt trên 80%, còn 2 chỉ tiêu chưa đạt.",
        TALLY,
        "15 9 4 2",
    ),
    ("Kết nạp đảng viên đạt 85% chỉ tiêu (17/20).", RATIO, "17 20 85"),
    ("Có 45/50 hồ sơ đúng hạn (90%), 5 hồ sơ trễ hạn (10%).", RATIO, "5 50 10"),
    (
        "Huyện có 3 công trình đang thi công, với khối lượng hoàn thành từ 60-70%, gồm: đường A Ninh; cầu B; chợ C.",
        ENUMERATION,
        "3 3",
    ),
    # a base that is printed nowhere: the level and its change, in whatever order
    ("Gieo trồng được 34.878,6 ha, giảm 1,8% (tương ứng giảm 623,8 ha).", RATIO, "34878.6 35502.4 -1.8"),
    ("Gieo cấy được 32.531,9 ha lúa, giảm 1,4% (-478,1 ha).", RATIO, "32531.9 33010.0 -1.4"),
    ("Diện tích đạt 35.535 ha, so với cùng kỳ năm trước giảm 3,8% (-1.390 ha).", RATIO, "35535 36925 -3.8"),
    ("Sản lượng đạt 433 nghìn tấn, tăng 1,6% hay tăng 6,9 nghìn tấn.", RATIO, "433000 426100 1.6"),
    (
        "Xảy ra 51 vụ, làm 35 người chết. So với cùng kỳ, số vụ tăng 13 vụ (51/38), tức tăng 34,21%.",
        RATIO,
        "51 38 34.21",
    ),
    ("Khám phá 2.313 vụ. So với tháng trước, giảm 265 số vụ khám phá (-10,28%).", RATIO, "2313 2578 -10.28"),
    # the whole behind its name
    (
        "Huyện có 40 hồ sơ, chiếm tỷ lệ 68,97% trong tổng số hồ sơ trễ hạn của cả tỉnh (58 hồ sơ).",
        RATIO,
        "40 58 68.97",
    ),
    # what came in was settled; members of those who were told
    ("Tòa án thụ lý 3.682 vụ, việc; trong đó, đã giải quyết 2.321 vụ, việc (đạt 63,04%).", RATIO, "2321 3682 63.04"),
    (
        "Kỷ luật 57 đảng viên, bằng 71,2% so với cùng kỳ; trong đó, có 17 cấp ủy viên, chiếm 29,82%.",
        RATIO,
        "17 57 29.82",
    ),
    # what is the same in other words stands between a change and its levels
    (
        "Tỷ lệ hộ nghèo giảm 6,26%, tương đương với 11.710 hộ (từ 42,61% xuống còn 36,35%).",
        DIFFERENCE,
        "42.61 36.35 -6.26",
    ),
    # as many lines or long items as were counted
    (
        "3 chỉ tiêu kinh tế gồm:\n- Thu ngân sách: 12 tỷ đồng\n- Thu nhập: 60 triệu đồng\n- Đô thị hóa",
        ENUMERATION,
        "3 3",
    ),
    ("Đã có 3 công trình hoàn thành, gồm: Trường Mỹ Lộc; trạm y tế An Khê và cầu Lộc Trì.", ENUMERATION, "3 3"),
    # lines of their own, and lines below these
    (
        "Tổng biên chế là 28.415 biên chế, bao gồm:\n- Viên chức là 27.573 biên chế, trong đó:\n"
        "+ Năm trước chuyển sang: 26.611 biên chế.\n+ Bổ sung: 962 biên chế.\n- Hợp đồng là 842 biên chế.",
        SUM,
        "28415 27573 842",
    ),
    (
        "Tổng biên chế là 28.415 biên chế, bao gồm:\n- Viên chức là 27.573 biên chế, trong đó:\n"
        "+ Năm trước chuyển sang: 26.611 biên chế.\n+ Bổ sung: 962 biên chế.\n- Hợp đồng là 842 biên chế.",
        SUM,
        "27573 26611 962",
    ),
    # numbers whose unit is told once
    ("Xã dôi dư 231 cơ sở; đã xử lý 96, còn 135 cơ sở.", SUM, "231 96 135"),
    ("Xã được cấp 1.789 liều, trong đó đã sử dụng: 1.700 (đạt 95,03%), còn tồn 89 liều.", SUM, "1789 1700 89"),
    ("Xã được cấp 1.789 liều, trong đó đã sử dụng: 1.700 (đạt 95,03%), còn tồn 89 liều.", RATIO, "1700 1789 95.03"),
    ("Có 806 ha lúa, rau màu bị hại (Cao Bằng 412, Mỹ Đức 154, An Khê 240).", SUM, "806 412 154 240"),
    # the total comes last
    (
        "Trung tâm tiếp nhận mới 4.131 hồ sơ, hồ sơ kỳ trước chuyển sang là 2.171, lũy kế trong kỳ là 6.302 hồ sơ.",
        SUM,
        "6302 4131 2171",
    ),
    (
        "Nuôi trồng đạt 49.489 tấn. Khai thác đạt 46.900 tấn.\nTổng sản lượng thủy sản đạt 96.389 tấn.",
        SUM,
        "96389 49489 46900",
    ),
    # what a new unit has is the sum of what was put together
    (
        "Nhập toàn bộ 5,70 km2 và 2.058 người của xã Tân An với 18,73 km2 và 4.682 người của xã Tân Lộc.\n"
        "Sau khi thành lập, xã Tân Hòa có 24,43 km2 và 6.740 người.",
        SUM,
        "24.43 5.70 18.73",
    ),
    (
        "Nhập toàn bộ 5,70 km2 và 2.058 người của xã Tân An với 18,73 km2 và 4.682 người của xã Tân Lộc.\n"
        "Sau khi thành lập, xã Tân Hòa có 24,43 km2 và 6.740 người.",
        SUM,
        "6740 2058 4682",
    ),
    # totals and parts between which other things are told
    (
        "Xảy ra 1.734 vụ, làm 708 người chết.\nTai nạn xảy ra 798 vụ, làm 378 người bị thương.\n"
        "Va chạm xảy ra 936 vụ, làm 106 người bị thương nhẹ.",
        SUM,
        "1734 798 936",
    ),
    # both numbers of n/m add up
    ("Giải quyết 40/67 đơn, trong đó khiếu nại 21/38 đơn và tố cáo 19/29 đơn.", SUM, "40 21 19"),
    ("Giải quyết 40/67 đơn, trong đó khiếu nại 21/38 đơn và tố cáo 19/29 đơn.", SUM, "67 38 29"),
    ("Tiếp nhận 64 đơn khiếu nại, tố cáo (48 đơn khiếu nại và 16 đơn tố cáo).", SUM, "64 48 16"),
    # the plans of the parts make the plan
    (
        "Diện tích màu 6.713,2 ha, đạt 101,72% (kế hoạch 6.600 ha), trong đó màu ruộng 2.885,5 ha, đạt 101,25%"
        " (kế hoạch 2.850 ha); màu vườn 3.827,8 ha, đạt 102,07% (kế hoạch 3.750 ha).",
        SUM,
        "6600 2850 3750",
    ),
    # shares of a base that is named each time
    (
        "Bảo hiểm xã hội có 206.810 người, chiếm 35,1% lực lượng lao động, trong đó bắt buộc 199.511 người; bảo hiểm"
        " thất nghiệp 191.379 người, chiếm 32,48% lực lượng lao động.",
        IMPLIED,
        "206810 35.1 191379 32.48",
    ),
    # the level of the base is reached in a bracket
    (
        "Khám bệnh đạt 115,7% kế hoạch, tăng 25,3% so với cùng kỳ (năm 2017 đạt 90,4%).",
        DIFFERENCE,
        "90.4 115.7 25.3",
    ),
    ("Cây ngô trồng 73/70 ha, tăng 4,3%.", RATIO, "73 70 4.3"),
    # figures in brackets are passed over
    (
        "Xã có 26.020 biên chế. Trong đó, sự nghiệp 22.606 biên chế, không đổi so với năm trước (giáo dục 18.826 biên"
        " chế; y tế 3.780 biên chế). Các hội là 127 biên chế. Cấp xã là 3.287 biên chế.",
        SUM,
        "26020 22606 127 3287",
    ),
    # semicolons between opposite parts
    (
        "Giải quyết 43.272 hồ sơ; trong đó, đúng hạn có 35.593 hồ sơ, chiếm 82,25%; quá hạn có 7.679 hồ sơ.",
        SUM,
        "43272 35593 7679",
    ),
    # both levels in a bracket, now/then
    ("So với cùng kỳ năm trước giảm 43 vụ (391/434 vụ).", DIFFERENCE, "434 391 -43"),
    ("Toàn xã xảy ra 391 vụ, so với cùng kỳ giảm 43 (391/434).", DIFFERENCE, "434 391 -43"),
    ("Xảy ra 180 vụ, so với cùng kỳ ít hơn 03 vụ = 1,6% (180/183 vụ).", RATIO, "180 183 1.6"),
    ("Xảy ra 391 vụ, giảm 9,9% (391/434 vụ) so với cùng kỳ.", RATIO, "391 434 9.9"),
    # what was handled of what came in
    ("Xảy ra 65 vụ, làm rõ 63 vụ, 94 đối tượng, đạt tỷ lệ 96,9%.", RATIO, "63 65 96.9"),
    ("Xảy ra 15 vụ, điều tra làm rõ 15 vụ, 45 đối tượng, đạt tỷ lệ 100%.", RATIO, "15 15 100"),
    # counts with their shares in brackets, of the whole in the sentence before
    (
        "Xảy ra 180 vụ. Tội phạm chiếm tỷ lệ cao như trộm cắp 53 vụ (29,44%), gây thương tích 45 vụ (25%).",
        IMPLIED,
        "53 29.44 45 25",
    ),
    (
        "Giá trị đạt 3.922 tỷ đồng; trong đó, khu vực hộ đạt 234,7 tỷ đồng, tăng 58,5% so với cùng kỳ, chiếm 6%.",
        RATIO,
        "234.7 3922 6",
    ),
    # fractions of one whole
    (
        "Có 5/15 nguồn thu đạt dự toán, 4/15 nguồn thu đúng tiến độ, còn lại 6/15 nguồn thu chưa đảm bảo tiến độ.",
        TALLY,
        "15 5 4 6",
    ),
    ("Xã hoàn thành 18/18 chỉ tiêu, trong đó có 13 chỉ tiêu vượt kế hoạch.", TALLY, "18 18"),
]


def _found(text: str) -> list[tuple[ClaimType, list[Decimal], bool]]:
    return [
        (claim.type, [operand.quantity.value for operand in claim.operands], check(claim).is_possible)
        for claim in claims_of(text)
    ]


@pytest.mark.parametrize(("text", "kind", "values"), TOLD)
def test_it_finds_what_the_figures_show(text, kind, values):
    assert (kind, [Decimal(value) for value in values.split()], True) in _found(text)


WRONG = [
    "Có 15 chỉ tiêu, đã hoàn thành 9 chỉ tiêu, 4 chỉ tiêu đạt trên 80%, còn 3 chỉ tiêu chưa đạt.",
    "Kết nạp đảng viên đạt 58% chỉ tiêu (17/20).",
    "Tổng biên chế là 28.451 biên chế, bao gồm:\n- Viên chức: 27.573 biên chế\n- Hợp đồng: 842 biên chế",
    "Giải quyết 643.272 hồ sơ; trong đó, đúng hạn có 635.593 hồ sơ; số hồ sơ quá hạn có 7.677 hồ sơ.",
    "Xã có 412 hộ, gồm: 201 hộ làm ruộng; 118 hộ làm nghề; 83 hộ buôn bán.",
    "Có 806 ha lúa, rau màu bị hại (Cao Bằng 421, Mỹ Đức 154, An Khê 240).",
    "Toàn xã xảy ra 391 vụ, so với cùng kỳ giảm 34 (391/434).",
    "Xảy ra 391 vụ, giảm 8,9% (391/434 vụ) so với cùng kỳ.",
    "Xảy ra 65 vụ, làm rõ 63 vụ, 94 đối tượng, đạt tỷ lệ 99,6%.",
    "Trộm cắp 53 vụ (29,44%), gây thương tích 45 vụ (25%), đánh bạc 33 vụ (13,83%).",
    "Xã hoàn thành 18/20 chỉ tiêu, trong đó có 19 chỉ tiêu vượt kế hoạch.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_in_one_of_these_cannot_hold(text):
    assert [claim for claim in claims_of(text) if not check(claim).is_possible]


NAMED = "Tổng dư nợ đạt hơn 351,3 tỷ đồng. Nợ quá hạn là {} triệu đồng, chiếm {}% tổng dư nợ."


@pytest.mark.parametrize(("amount", "share", "is_told"), [("675", "0,19", True), ("675", "0,91", False)])
def test_a_share_is_taken_of_the_whole_that_it_names(amount, share, is_told):
    found: list[Claim] = [claim for claim in claims_of(NAMED.format(amount, share)) if claim.type is RATIO]
    assert bool(found) is is_told
    assert all(check(claim).is_possible for claim in found)
