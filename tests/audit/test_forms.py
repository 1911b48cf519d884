# SPDX-License-Identifier: Apache-2.0
"""The ways in which reports of local government tell figures that follow from each other; all places are invented.

Each sentence is right: its claim is found, and nothing in it is accused. Source: house reading of the genre.
"""

from __future__ import annotations

import pytest

from tests.audit.test_corrupted_digits import severe
from tiendo.kernel.arithmetic import check
from tiendo.kernel.document import Block, Document
from tiendo.kernel.findings import ClaimType
from tiendo.read import read_document

FORMS = [
    ("ratio", "Đến nay, xã có 12/15 thôn đạt chuẩn văn hóa (chiếm 80%)."),
    ("ratio", "Toàn huyện có 12/15 xã đạt chuẩn nông thôn mới, tỷ lệ 80%."),
    ("ratio", "Số hộ nghèo cuối năm còn 171 hộ/3.373 hộ, chiếm tỷ lệ 5,07%."),
    ("ratio", "Tỷ lệ hộ nghèo là 5,07% (tương ứng 171 hộ/3.373 hộ)."),
    ("ratio", "Tỷ lệ lao động qua đào tạo đạt 65,4%, tương đương 1.308/2.000 lao động."),
    ("ratio", "Có 1.308 trên tổng số 2.000 lao động qua đào tạo, đạt 65,4%."),
    ("ratio", "Trong số 2.000 lao động có 1.308 lao động qua đào tạo, đạt tỷ lệ 65,4%."),
    ("ratio", "Kết nạp được 33 đảng viên mới, đạt 82,5% chỉ tiêu (33/40 đảng viên)."),
    ("ratio", "Kết nạp được 33/40 đảng viên mới, đạt 82,5% so với chỉ tiêu Nghị quyết."),
    ("ratio", "Số trẻ dưới 5 tuổi suy dinh dưỡng là 84/1.200 trẻ, chiếm 7%."),
    ("ratio", "Tổng thu ngân sách ước đạt 52,7 tỷ đồng, bằng 105,4% dự toán tỉnh giao (50 tỷ đồng)."),
    ("ratio", "Tổng thu ngân sách ước thực hiện 52,7/50 tỷ đồng, đạt 105,4% dự toán."),
    ("ratio", "Thu ngân sách 52,7 tỷ đồng/KH 50 tỷ đồng, đạt 105,4%."),
    ("ratio", "Sản lượng lương thực đạt 12.450 tấn/12.000 tấn, đạt 103,75% kế hoạch."),
    ("ratio", "Sản lượng lương thực đạt 12.450 tấn (KH 12.000 tấn), đạt 103,75% kế hoạch."),
    ("ratio", "Diện tích gieo trồng 1.245 ha, đạt 103,75% KH (1.200 ha)."),
    ("ratio", "Kế hoạch vốn năm 2026 là 27.850 triệu đồng, đã giải ngân 20.163 triệu đồng, đạt 72,4%."),
    (
        "ratio",
        "Tổng kế hoạch vốn giao 27.850 triệu đồng; giá trị giải ngân đến 30/9 là 20.163 triệu đồng, đạt "
        "tỷ lệ 72,4% kế hoạch.",
    ),
    ("ratio", "Đã giải ngân 20.163 triệu đồng trên tổng số 27.850 triệu đồng kế hoạch vốn, đạt 72,4%."),
    ("ratio", "Chỉ tiêu giao 40 đảng viên, thực hiện 33 đảng viên, đạt 82,5%."),
    ("ratio", "Thu nhập bình quân đạt 62 triệu đồng/người/năm, bằng 103,3% kế hoạch (60 triệu đồng/người/năm)."),
    ("ratio", "Giá trị sản xuất đạt 1.548,2 tỷ đồng, tăng 11,17% so với cùng kỳ năm trước (1.392,6 tỷ đồng)."),
    ("ratio", "Giá trị sản xuất đạt 1.548,2 tỷ đồng, tăng 155,6 tỷ đồng (tăng 11,17%) so với cùng kỳ."),
    ("ratio", "Giá trị sản xuất đạt 1.548,2 tỷ đồng, tăng 155,6 tỷ đồng, tương ứng tăng 11,17% so với cùng kỳ."),
    ("ratio", "Giá trị sản xuất tăng từ 1.392,6 tỷ đồng năm 2025 lên 1.548,2 tỷ đồng năm 2026, tăng 11,17%."),
    ("ratio", "Giá trị sản xuất năm 2026 đạt 1.548,2 tỷ đồng (năm 2025 là 1.392,6 tỷ đồng), tăng 11,17%."),
    ("ratio", "Tiếp nhận 1.250 đơn thư, tăng 250 đơn (25%) so với cùng kỳ năm 2025."),
    ("ratio", "Tai nạn giao thông xảy ra 12 vụ, giảm 3 vụ (-20%) so với cùng kỳ."),
    ("ratio", "Tai nạn giao thông xảy ra 12 vụ, giảm 20% so với cùng kỳ (15 vụ)."),
    ("difference", "Tai nạn giao thông xảy ra 12 vụ, giảm 3 vụ so với cùng kỳ (15 vụ)."),
    ("difference", "Số hộ nghèo đầu năm là 238 hộ, cuối năm còn 171 hộ, giảm 67 hộ."),
    ("difference", "Tỷ lệ hộ nghèo giảm từ 7,1% xuống còn 5,07%, giảm 2,03%."),
    ("difference", "Tỷ lệ hộ nghèo còn 5,07%, giảm 2,03% so với năm 2025 (7,1%)."),
    ("difference", "Tỷ lệ bao phủ bảo hiểm y tế đạt 95,2%, vượt 0,2% so với chỉ tiêu (95%)."),
    ("difference", "Tỷ lệ che phủ rừng đạt 45,2% (kế hoạch 45%), vượt 0,2 điểm phần trăm."),
    ("difference", "Kết nạp 42 đảng viên, vượt 2 đảng viên so với chỉ tiêu giao (40 đảng viên)."),
    ("difference", "Chỉ tiêu 40 đảng viên, kết nạp 42 đảng viên, vượt 2 đảng viên."),
    ("sum", "Toàn xã có 3.373 hộ, trong đó: hộ nghèo 171 hộ, hộ cận nghèo 202 hộ, hộ không nghèo 3.000 hộ."),
    ("sum", "Tổng số cán bộ, công chức là 45 người, gồm: cán bộ 20 người, công chức 25 người."),
    ("sum", "Tổng số cán bộ, công chức là 45 người (cán bộ 20 người; công chức 25 người)."),
    ("sum", "Tổng số cán bộ, công chức là 45 người (20 cán bộ, 25 công chức)."),
    ("sum", "Xã có 45 cán bộ, công chức, trong đó có 20 cán bộ và 25 công chức."),
    (
        "sum",
        "Tổng nguồn vốn là 12,5 tỷ đồng, trong đó: ngân sách trung ương 5 tỷ đồng; ngân sách tỉnh 4,2 "
        "tỷ đồng; ngân sách xã 2,1 tỷ đồng; nhân dân đóng góp 1,2 tỷ đồng.",
    ),
    (
        "sum",
        "Tổng nguồn vốn là 12,5 tỷ đồng. Cụ thể: ngân sách trung ương 5 tỷ đồng; ngân sách tỉnh 4,2 tỷ "
        "đồng; ngân sách xã 2,1 tỷ đồng; nhân dân đóng góp 1,2 tỷ đồng.",
    ),
    (
        "sum",
        "Tổng nguồn vốn là 12,5 tỷ đồng, bao gồm:\n- Ngân sách trung ương: 5 tỷ đồng;\n- Ngân sách tỉnh: "
        "4,2 tỷ đồng;\n- Ngân sách xã: 2,1 tỷ đồng;\n- Nhân dân đóng góp: 1,2 tỷ đồng.",
    ),
    (
        "sum",
        "Tổng nguồn vốn là 12,5 tỷ đồng. Trong đó:\n- Ngân sách trung ương: 5 tỷ đồng;\n- Ngân sách tỉnh: "
        "4,2 tỷ đồng;\n- Ngân sách xã: 2,1 tỷ đồng;\n- Nhân dân đóng góp: 1,2 tỷ đồng.",
    ),
    ("sum", "Tổng số hồ sơ tiếp nhận: 1.250 hồ sơ. Trong đó: trực tuyến 980 hồ sơ; trực tiếp 270 hồ sơ."),
    ("sum", "Tổng số hồ sơ tiếp nhận là 1.250, trong đó trực tuyến 980 hồ sơ, trực tiếp 270 hồ sơ."),
    ("sum", "Tổng số hồ sơ tiếp nhận 1.250 hồ sơ (trực tuyến: 980; trực tiếp: 270)."),
    ("sum", "Tiếp nhận 1.250 hồ sơ; đã giải quyết 1.200 hồ sơ, đang giải quyết 50 hồ sơ."),
    ("sum", "Tiếp nhận 1.250 hồ sơ, đã giải quyết 1.200 hồ sơ, còn 50 hồ sơ đang trong hạn giải quyết."),
    (
        "sum",
        "Trong tháng, Công an xã xử lý 45 trường hợp vi phạm: 30 trường hợp không đội mũ bảo hiểm, 10 "
        "trường hợp quá tốc độ, 5 trường hợp khác.",
    ),
    ("sum", "Toàn xã có 1.020 học sinh: mầm non 320 em, tiểu học 400 em, trung học cơ sở 300 em."),
    ("sum", "Xây mới 29 căn và sửa chữa 17 căn, nâng tổng số nhà được hỗ trợ lên 46 căn."),
    ("sum", "Thu nội địa 320 tỷ đồng, thu xuất nhập khẩu 80 tỷ đồng, tổng thu đạt 400 tỷ đồng."),
    ("sum", "Có 5 trường hợp tử vong và 12 trường hợp bị thương, tổng cộng 17 trường hợp."),
    ("sum", "Cơ cấu kinh tế: nông nghiệp 31,2%, công nghiệp - xây dựng 38,5%, dịch vụ 30,3%."),
    ("sum", "Cơ cấu kinh tế chuyển dịch: nông nghiệp chiếm 31,2%; công nghiệp chiếm 38,5%; dịch vụ chiếm 30,3%."),
    ("sum", "Kết quả xếp loại: tốt 45%, khá 40%, trung bình 15%."),
    ("target_tally", "Trong 20 chỉ tiêu, có 12 chỉ tiêu đạt và vượt, 6 chỉ tiêu khả năng đạt, 2 chỉ tiêu khó đạt."),
    ("target_tally", "Đến nay 12/20 chỉ tiêu đạt và vượt kế hoạch, 8/20 chỉ tiêu chưa đạt."),
    ("target_tally", "Có 20 chỉ tiêu (đạt 12, vượt 5, không đạt 3)."),
    ("target_tally", "Thực hiện 20 chỉ tiêu: 12 chỉ tiêu đạt; 5 chỉ tiêu vượt; 3 chỉ tiêu không đạt."),
    ("target_tally", "Nghị quyết đề ra 20 chỉ tiêu; kết quả có 17 chỉ tiêu đạt và vượt, còn 3 chỉ tiêu chưa đạt."),
    (
        "target_tally",
        "Có 17/20 chỉ tiêu đạt và vượt, trong đó 5 chỉ tiêu vượt, 12 chỉ tiêu đạt; 3 chỉ tiêu chưa đạt.",
    ),
    ("target_tally", "HĐND xã giao 20 chỉ tiêu: đạt và vượt 17 chỉ tiêu; chưa đạt 3 chỉ tiêu."),
    (
        "target_tally",
        "Trong tổng số 120 nhiệm vụ được giao, đã hoàn thành 95 nhiệm vụ, đang thực hiện trong hạn 22 "
        "nhiệm vụ, quá hạn 3 nhiệm vụ.",
    ),
    ("ratio", "Dân số 12.500 người, có 11.900 người tham gia bảo hiểm y tế, đạt 95,2%."),
    ("enumeration", "Còn 3 tiêu chí chưa đạt: thu nhập, môi trường, an ninh."),
    ("enumeration", "Có 4 xã đạt chuẩn (Mỹ Đức, An Khê, Lộc Trì, Hòa An)."),
    ("enumeration", "Có 4 xã đạt chuẩn, gồm: Mỹ Đức, An Khê, Lộc Trì và Hòa An."),
    ("enumeration", "Các xã về đích năm nay gồm 4 xã: Mỹ Đức, An Khê, Lộc Trì, Hòa An."),
    ("enumeration", "Xã có 3 dân tộc cùng sinh sống là Kinh, Mường, Thái."),
    ("implied_base", "Hộ nghèo 120 hộ (4%), hộ cận nghèo 90 hộ (3%)."),
    ("ratio", "Đảng bộ có 45 chi bộ, trong đó 38 chi bộ hoàn thành tốt nhiệm vụ, chiếm 84,44%."),
    (
        "ratio",
        "Đảng bộ có 45 chi bộ, kết quả xếp loại: hoàn thành xuất sắc 8 chi bộ (17,78%), hoàn thành tốt "
        "35 chi bộ (77,78%), hoàn thành 2 chi bộ (4,44%).",
    ),
    (
        "sum",
        "Đảng bộ có 45 chi bộ, kết quả xếp loại: hoàn thành xuất sắc 8 chi bộ (17,78%), hoàn thành tốt "
        "35 chi bộ (77,78%), hoàn thành 2 chi bộ (4,44%).",
    ),
]


@pytest.mark.parametrize(("kind", "text"), FORMS)
def test_its_claim_is_found_and_nothing_is_accused(kind, text):
    claims = read_document(Document("bao-cao.txt", "txt", text, (Block(0, len(text)),))).claims
    assert any(claim.type is ClaimType(kind) and check(claim).is_possible for claim in claims)
    assert severe(text) == []
