# SPDX-License-Identifier: Apache-2.0
"""The invented figures of the two office files: rows of their tables.

Here: data, each planted error marked. Not here: how a page looks (``build``). No place, person or figure is real.
"""

from __future__ import annotations

from typing import Final

#: STT, chỉ tiêu, đơn vị tính, kế hoạch năm, cùng kỳ, thực hiện, so kế hoạch (%), so cùng kỳ (%); None: empty cell.
COMMUNE_TARGETS: Final[tuple[tuple[str | None, ...], ...]] = (
    ("I", "KINH TẾ", None, None, None, None, None, None),
    ("1", "Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "40", "27,99", "31,46", "78,65", "112,40"),
    ("2", "Tổng diện tích gieo trồng", "ha", "1.720", "1.251", "1.304", "75,81", "104,24"),
    ("", "- Lúa", "ha", "1.050", "797", "812", "77,33", "101,88"),
    ("", "- Bắp", "ha", "310", "221", "236", "76,13", "106,79"),
    ("", "- Rau màu", "ha", "360", "233", "256", "71,11", "109,87"),
    # Planted: 46/38 = 121,05; the digits 1 and 2 are exchanged.
    ("3", "Trồng mới cây ăn trái", "ha", "60", "38", "46", "76,67", "112,05"),
    ("4", "Giải ngân vốn đầu tư công", "triệu đồng", "26.500", "15.120", "18.240", "68,83", "120,63"),
    ("5", "Hộ kinh doanh đăng ký mới", "hộ", "30", "28", "37", "123,33", "132,14"),
    ("II", "XÃ HỘI", None, None, None, None, None, None),
    ("6", "Số hộ nghèo cuối kỳ", "hộ", "≤ 80", "112", "84", None, "75,00"),
    ("7", "Tỷ lệ người dân tham gia bảo hiểm y tế", "%", "95", "93,2", "94,8", None, None),
    ("8", "Trường đạt chuẩn quốc gia", "trường", "6", "4", "5", "83,33", "125,00"),
    ("9", "Lao động được giới thiệu việc làm", "người", "420", "311", "356", "84,76", "114,47"),
    ("III", "CẢI CÁCH HÀNH CHÍNH", None, None, None, None, None, None),
    ("10", "Hồ sơ giải quyết đúng hạn và trước hạn", "%", "≥ 98", "98,4", "99,1", None, None),
    ("11", "Hồ sơ nộp trực tuyến", "hồ sơ", "3.600", "2.204", "2.951", "81,97", "133,89"),
)

#: nội dung, dự toán năm, cùng kỳ, thực hiện (triệu đồng); the rates are formulas of the workbook.
WARD_REVENUE: Final[tuple[tuple[str, int, int, int], ...]] = (
    ("Thuế giá trị gia tăng", 21_400, 14_870, 16_932),
    ("Thuế thu nhập cá nhân", 12_800, 8_915, 10_246),
    ("Thuế sử dụng đất phi nông nghiệp", 3_150, 2_364, 2_509),
    ("Lệ phí trước bạ", 9_600, 6_480, 7_738),
    ("Lệ phí môn bài", 1_250, 1_190, 1_212),
    ("Phí, lệ phí khác", 2_300, 1_544, 1_675),
    ("Thu khác ngân sách", 1_500, 905, 1_128),
)

#: dự án, kế hoạch vốn, đã giải ngân (triệu đồng).
WARD_PROJECTS: Final[tuple[tuple[str, int, int], ...]] = (
    ("Nâng cấp đường Bến Gỗ", 8_400, 6_132),
    ("Sửa chữa Trường Tiểu học Hải Vân Đông", 5_250, 4_368),
    ("Nhà sinh hoạt cộng đồng khu phố 4", 3_900, 2_145),
    ("Hệ thống thoát nước hẻm 27", 2_650, 1_961),
    ("Chiếu sáng công cộng giai đoạn 2", 1_800, 1_494),
)
#: Planted: the disbursed capital adds up to 16.100; the digits 1 and 6 are exchanged.
WARD_PROJECTS_TOTAL: Final = (22_000, 11_600)
