# SPDX-License-Identifier: Apache-2.0
"""Examples: digits that may be a quantity, and digits that are a time, an identifier or a name. Places are invented.

Examples first: a new rule begins with a line here that fails.
"""

from __future__ import annotations

#: Text → the runs of digits in it that may be a quantity.
POSITIVE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Thu ngân sách đạt 1.390,9 tỷ đồng, bằng 26,7% dự toán.", ("1.390,9", "26,7")),
    ("Có 8/9 ấp và 02 khu phố đạt chuẩn.", ("8", "9", "02")),
    ("Tăng từ 11,5 - 12,4% mỗi năm.", ("11,5", "12,4")),
    ("Ngày 5/9/2025, phường trao 12 thẻ bảo hiểm.", ("12",)),
    ("Năm 2024 có 35 hộ thoát nghèo.", ("2024", "35")),
    ("Theo Quyết định 45/QĐ-UBND, xã được giao 120 tỷ đồng.", ("120",)),
    ("1. Thu ngân sách: 12 tỷ đồng", ("12",)),
    ("2) Có 3 mô hình mới", ("3",)),
    ("Lúc 7g30, đoàn kiểm tra 4 cơ sở.", ("4",)),
    ("Đàn bò 4.520 con (giảm 12 con).", ("4.520", "12")),
    ("Đạt 5,5/10 điểm.", ("5,5", "10")),
    ("(-37,5%)", ("37,5",)),
    ("Giao ban 9 giờ sáng, còn 14 hồ sơ.", ("14",)),
    ("Gọi 0909 123 456 để phản ánh, đã có 15 cuộc gọi.", ("15",)),
    ("Đoạn Km12+300 dài 800 m.", ("800",)),
)

#: No digits of these may be a quantity: times, identifiers, list numbers.
NEGATIVE: tuple[str, ...] = (
    "Hà Đông, ngày 16/10/2024",
    "sáng 12/7",
    "đến 31.12",
    "chiều ngày 9-8",
    "9/2024",
    "16.10.2024",
    "16 / 10 / 2024",
    "giai đoạn 2020-2025",
    "2021 – 2025",
    "năm học 2024/2025",
    "7g30",
    "lúc 14h00",
    "từ 8 giờ 30 phút",
    "19:45",
    "23:59:59",
    "31-NQ/TW",
    "số 214/BC-UBND",
    "98/2023/QH15",
    "12a/2024/NQ-HĐND",
    "Covid-19",
    "NĐ-108",
    "tuyến N12",
    "1. Về kinh tế",
    "2.1. Về thu ngân sách",
    "3) Kiến nghị",
    "điện thoại 028.3822.4567",
    "đường dây nóng 0912345678",
    "0283 822 4567",
    "1" * 40,
    "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1",
    "",
)

#: The last digits of these belong to the name, ordinal or time before them.
NAMES: tuple[str, ...] = (
    "phường 12",
    "Quận 5",
    "(xã 3",
    "tổ dân phố 76",
    "khu phố 4",
    "lần thứ 36",
    "đại hội khóa 11",
    "Điều 12",
    "khoản 3",
    "đường số 41",
    "hẻm 26",
    "Quốc lộ 51",
    "QL 1",
    "Chương trình 135",
    "Nghị quyết 98",
    "Quyết định 1719",
    "Chỉ thị 16",
    "tháng 9",
    "quý 3",
    "tầng 5",
    "Trường Tiểu học 2",
    "TDP 8",
    "xếp hạng 3",
)

#: The last digits of these are counted by what stands before them, although it ends like a name.
COUNTS: tuple[str, ...] = ("tổng số 12", "trong số 35", "một số 4", "đạt 98", "có 5", "hỗ trợ 12")
