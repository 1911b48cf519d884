# SPDX-License-Identifier: Apache-2.0
"""Examples: what a number with the words behind it stands for.

Examples first: a new rule begins with a line here that fails.
"""

from __future__ import annotations

#: Text → quote, value, unit, second value (denominator or upper bound), whether it is a range. The first digits count.
POSITIVE: tuple[tuple[str, str, str, str, str | None, bool], ...] = (
    # percentages
    ("đạt 26,7% dự toán", "26,7%", "26.7", "%", None, False),
    ("đạt 26,7 % dự toán", "26,7 %", "26.7", "%", None, False),
    ("đạt 38.81% dự toán", "38.81%", "38.81", "%", None, False),
    ("khoảng 12,5 phần trăm số hộ", "12,5 phần trăm", "12.5", "%", None, False),
    ("tăng 0,5 điểm %", "0,5 điểm %", "0.5", "điểm %", None, False),
    ("tăng 1,2 điểm phần trăm", "1,2 điểm phần trăm", "1.2", "điểm %", None, False),
    ("tỷ suất sinh 14,2‰", "14,2‰", "14.2", "‰", None, False),
    ("tỷ suất sinh 14 phần nghìn", "14 phần nghìn", "14", "‰", None, False),
    ("tăng 9,5%/năm", "9,5%/năm", "9.5", "%/năm", None, False),
    ("đạt 75,15%/75%", "75,15%/75%", "75.15", "%", "75", False),
    ("tăng 10% - 12%", "10% - 12%", "10", "%", "12", True),
    ("tăng 11,5 - 12,4%", "11,5 - 12,4%", "11.5", "%", "12.4", True),
    ("tăng 11,5–12,4%", "11,5–12,4%", "11.5", "%", "12.4", True),
    ("(-37,5%)", "-37,5%", "-37.5", "%", None, False),
    # money
    ("thu 1.390,9 tỷ đồng", "1.390,9 tỷ đồng", "1390.9", "tỷ đồng", None, False),
    ("thu 24,661 tỷ đồng", "24,661 tỷ đồng", "24.661", "tỷ đồng", None, False),
    ("thu 12 tỉ đồng", "12 tỉ đồng", "12", "tỷ đồng", None, False),
    ("thu 12 tỷ trong tháng", "12 tỷ", "12", "tỷ đồng", None, False),
    ("thu nhập 47 triệu mỗi năm", "47 triệu", "47", "triệu đồng", None, False),
    ("thưởng 500 nghìn đồng", "500 nghìn đồng", "500000", "đồng", None, False),
    ("phạt 200.000đ", "200.000đ", "200000", "đồng", None, False),
    ("phạt 350.000 VNĐ", "350.000 VNĐ", "350000", "đồng", None, False),
    ("dư nợ 11 ngàn tỷ đồng", "11 ngàn tỷ đồng", "11000", "tỷ đồng", None, False),
    ("quy mô 1,2 triệu tỷ đồng", "1,2 triệu tỷ đồng", "1200000", "tỷ đồng", None, False),
    ("chi 2 tỷ 150 triệu đồng", "2 tỷ 150 triệu đồng", "2150", "triệu đồng", None, False),
    ("chi 1 tỷ đồng, 35 triệu", "1 tỷ đồng, 35 triệu", "1035", "triệu đồng", None, False),
    ("thu nhập 72 triệu đồng/người/năm", "72 triệu đồng/người/năm", "72", "triệu đồng/người/năm", None, False),
    ("xuất khẩu 45,2 triệu USD", "45,2 triệu USD", "45.2", "triệu usd", None, False),
    ("vốn 38,5/96,2 tỷ đồng", "38,5/96,2 tỷ đồng", "38.5", "tỷ đồng", "96.2", False),
    ("giá 1.200 đồng/kg", "1.200 đồng/kg", "1200", "đồng/kg", None, False),
    # measures
    ("trồng 8.375ha rừng", "8.375ha", "8375", "ha", None, False),
    ("năng suất 62,5 tạ/ha", "62,5 tạ/ha", "62.5", "tạ/ha", None, False),
    ("sản lượng 153 ngàn tấn", "153 ngàn tấn", "153000", "tấn", None, False),
    ("hiến 5 nghìn m2 đất", "5 nghìn m2", "5000", "m2", None, False),
    ("rộng 1,5 triệu m³", "1,5 triệu m³", "1500000", "m³", None, False),
    ("dài 12,4 km", "12,4 km", "12.4", "km", None, False),
    ("tăng 3 lần", "3 lần", "3", "lần", None, False),
    ("mật độ 3.120 người/km2", "3.120 người/km2", "3120", "người/km2", None, False),
    # counts
    ("có 23 vạn người", "23 vạn người", "230000", "người", None, False),
    ("nhận 14,5 triệu hồ sơ", "14,5 triệu hồ sơ", "14500000", "hồ sơ", None, False),
    ("đàn gia cầm 7 triệu 520 nghìn con", "7 triệu 520 nghìn con", "7520000", "con", None, False),
    ("có 3 trăm hộ", "3 trăm hộ", "300", "hộ", None, False),
    ("gần 2 chục mô hình", "2 chục mô hình", "20", "mô hình", None, False),
    ("đàn 150 nghìn con gà", "150 nghìn con", "150000", "con", None, False),
    ("có 85 hộ cận nghèo", "85 hộ cận nghèo", "85", "hộ cận nghèo", None, False),
    ("có 120 cán bộ, công chức dự", "120 cán bộ, công chức", "120", "cán bộ, công chức", None, False),
    ("có 4,974 đảng viên", "4,974 đảng viên", "4974", "đảng viên", None, False),
    ("tỷ lệ 1,03 vụ/10.000 dân", "1,03 vụ/10.000 dân", "1.03", "vụ/10.000 dân", None, False),
    ("tỷ lệ 32,5 giường/vạn dân", "32,5 giường/vạn dân", "32.5", "giường/vạn dân", None, False),
    ("đạt 12 flycam", "12 flycam", "12", "flycam", None, False),
    # parts of a whole
    ("đạt 13/20 chỉ tiêu", "13/20 chỉ tiêu", "13", "chỉ tiêu", "20", False),
    ("có 52 xã/136 xã", "52 xã/136 xã", "52", "xã", "136", False),
    ("có 7 trường / tổng số 9", "7 trường / tổng số 9", "7", "trường", "9", False),
    ("giải quyết 108 trên tổng số 550 hồ sơ", "108 trên tổng số 550 hồ sơ", "108", "hồ sơ", "550", False),
    ("có 8 trong tổng số 11 ấp", "8 trong tổng số 11 ấp", "8", "ấp", "11", False),
    ("có 41/4,974 đảng viên", "41/4,974 đảng viên", "41", "đảng viên", "4974", False),
    ("đạt 1.245/1.300 hộ", "1.245/1.300 hộ", "1245", "hộ", "1300", False),
    ("bàn giao 3,2 ha/21 hộ", "3,2 ha", "3.2", "ha", None, False),
    # ranges
    ("kết nạp từ 10 đến 12 đảng viên", "10 đến 12 đảng viên", "10", "đảng viên", "12", True),
    ("đạt 62 - 65 tạ/ha", "62 - 65 tạ/ha", "62", "tạ/ha", "65", True),
    ("thu 12 tới 15 tỷ đồng", "12 tới 15 tỷ đồng", "12", "tỷ đồng", "15", True),
    ("giảm từ 12 đến 8 vụ", "12", "12", "", None, False),
    ("tăng từ 12 đến 18 vụ", "12", "12", "", None, False),
    ("đạt 15 - 12 hộ", "15", "15", "", None, False),
)

#: Text → nothing that could be a unit behind the first digits.
NEGATIVE: tuple[str, ...] = (
    "đạt 12 và",
    "có 5 thì tốt",
    "có 5.",
    "nhóm 3, nhóm 4",
    "đứng thứ 2 trong huyện",
    "còn 7 nữa",
    "12",
)

#: Digits that are no number.
NO_NUMBERS: tuple[str, ...] = ("1.2.3", "12,34,5", "1.23.456", "0283.822.456")
