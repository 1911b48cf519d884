# SPDX-License-Identifier: Apache-2.0
"""Examples: the time expressions of a sentence, what they stand for and what they do in it.

Examples first: a new rule begins with a line here that fails.
"""

from __future__ import annotations

from tiendo.read.dimensions.period.data import Anchor, TimeRole

#: Nothing is known of the document.
UNKNOWN = Anchor()
#: A report of nine months.
NINE_MONTHS = Anchor(year=2025, period="2025-01/2025-09", month=10, term="2020/2025")
#: A news text: the year is known, no reporting period.
NEWS = Anchor(year=2025, month=10)

SPAN, BASE, PLAN, EVENT, DEADLINE = (
    TimeRole.SPAN,
    TimeRole.BASE,
    TimeRole.PLAN,
    TimeRole.EVENT,
    TimeRole.DEADLINE,
)

#: Sentence, anchor → (words, period, role) of each expression.
POSITIVE: tuple[tuple[str, Anchor, tuple[tuple[str, str | None, TimeRole], ...]], ...] = (
    # terms of office, programmes
    ("Giai đoạn 2021-2025, xã kết nạp 60 đảng viên.", UNKNOWN, (("Giai đoạn 2021-2025", "2021/2025", SPAN),)),
    ("Nhiệm kỳ 2020 – 2025 có 14 chỉ tiêu.", UNKNOWN, (("Nhiệm kỳ 2020 – 2025", "2020/2025", SPAN),)),
    ("Trong giai đoạn từ năm 2016 đến năm 2020", UNKNOWN, (("giai đoạn từ năm 2016 đến năm 2020", "2016/2020", SPAN),)),
    ("Từ năm 2021 đến 2023, có 5 vụ.", UNKNOWN, (("Từ năm 2021 đến 2023", "2021/2023", SPAN),)),
    ("Trong các năm 2021-2023 có 5 vụ.", UNKNOWN, (("các năm 2021-2023", "2021/2023", SPAN),)),
    ("Năm học 2024-2025 có 320 học sinh.", UNKNOWN, (("Năm học 2024-2025", "2024/2025", SPAN),)),
    ("(giai đoạn 2021-2025) có 5 vụ", UNKNOWN, (("giai đoạn 2021-2025", "2021/2025", SPAN),)),
    ("Cả nhiệm kỳ kết nạp 60 đảng viên.", NINE_MONTHS, (("Cả nhiệm kỳ", "2020/2025", SPAN),)),
    ("Từ đầu năm 2021 đến nay có 9 dự án.", NEWS, (("Từ đầu năm 2021 đến nay", "2021/2025", SPAN),)),
    ("Từ năm 2021 đến nay có 9 dự án.", UNKNOWN, (("Từ năm 2021 đến nay", None, SPAN),)),
    ("Từ năm 2021 đến hết năm 2023, có 9 dự án.", UNKNOWN, (("Từ năm 2021 đến hết năm 2023", "2021/2023", SPAN),)),
    # quarters
    ("Quý I/2025, thu 12 tỷ đồng.", UNKNOWN, (("Quý I/2025", "2025-Q1", SPAN),)),
    ("Trong quý IV năm 2024, thu 12 tỷ.", UNKNOWN, (("quý IV năm 2024", "2024-Q4", SPAN),)),
    ("Quý 3 thu 12 tỷ.", NEWS, (("Quý 3", "2025-Q3", SPAN),)),
    ("Quý hai năm ngoái thu 12 tỷ.", NEWS, (("Quý hai năm ngoái", "2024-Q2", SPAN),)),
    ("Quý tư thu 12 tỷ.", UNKNOWN, (("Quý tư", None, SPAN),)),
    # so many months, half-years
    ("9 tháng đầu năm 2025, thu 120 tỷ.", UNKNOWN, (("9 tháng đầu năm 2025", "2025-01/2025-09", SPAN),)),
    ("Trong 6 tháng đầu năm, thu 120 tỷ.", NEWS, (("6 tháng đầu năm", "2025-01/2025-06", SPAN),)),
    ("Sáu tháng cuối năm thu 120 tỷ.", NEWS, (("Sáu tháng cuối năm", "2025-07/2025-12", SPAN),)),
    ("Mười một tháng năm 2024 thu 120 tỷ.", UNKNOWN, (("Mười một tháng năm 2024", "2024-01/2024-11", SPAN),)),
    ("10 tháng/2025 thu 120 tỷ.", UNKNOWN, (("10 tháng/2025", "2025-01/2025-10", SPAN),)),
    ("12 tháng năm 2024 thu 120 tỷ.", UNKNOWN, (("12 tháng năm 2024", "2024", SPAN),)),
    ("Nửa đầu năm 2025 thu 120 tỷ.", UNKNOWN, (("Nửa đầu năm 2025", "2025-01/2025-06", SPAN),)),
    ("Nửa cuối năm thu 120 tỷ.", NEWS, (("Nửa cuối năm", "2025-07/2025-12", SPAN),)),
    # months
    ("Tháng 9/2025 có 3 vụ.", UNKNOWN, (("Tháng 9/2025", "2025-09", SPAN),)),
    ("Tháng 9 năm 2025 có 3 vụ.", UNKNOWN, (("Tháng 9 năm 2025", "2025-09", SPAN),)),
    ("Trong tháng 9, có 3 vụ.", NEWS, (("tháng 9", "2025-09", SPAN),)),
    ("Tháng 12 năm ngoái có 3 vụ.", NEWS, (("Tháng 12 năm ngoái", "2024-12", SPAN),)),
    ("Tháng 3, 4/2025 có 3 vụ.", UNKNOWN, (("Tháng 3, 4/2025", "2025-03/2025-04", SPAN),)),
    (
        "Các tháng 7 và tháng 8 năm 2025 có 3 vụ.",
        UNKNOWN,
        (("Các tháng 7 và tháng 8 năm 2025", "2025-07/2025-08", SPAN),),
    ),
    ("Lũy kế 9/2025 thu 12 tỷ.", UNKNOWN, (("9/2025", "2025-09", SPAN),)),
    # days
    ("Đến ngày 15/11/2025, thu 12 tỷ.", NINE_MONTHS, (("ngày 15/11/2025", "2025-11-15", SPAN),)),
    ("Tính đến hết 31/7, thu 12 tỷ.", NEWS, (("31/7", "2025-07-31", SPAN),)),
    ("Đến 17h ngày 15/11, có 12 hộ.", NEWS, (("ngày 15/11", "2025-11-15", SPAN),)),
    (
        "Ngày 15 tháng 11 năm 2025, xã khởi công 2 cầu.",
        NINE_MONTHS,
        (("Ngày 15 tháng 11 năm 2025", "2025-11-15", EVENT),),
    ),
    ("Sáng 15/11, xã khởi công 2 cầu.", NEWS, (("15/11", "2025-11-15", EVENT),)),
    ("Từ ngày 15/12/2024, có 12 vụ.", NINE_MONTHS, (("ngày 15/12/2024", "2024-12/2025-09", SPAN),)),
    ("Trước ngày 30/6/2026 hoàn thành 3 cầu.", NINE_MONTHS, (("ngày 30/6/2026", "2026-06-30", DEADLINE),)),
    # years
    ("Năm 2024 thu 12 tỷ.", UNKNOWN, (("Năm 2024", "2024", SPAN),)),
    ("Đến năm 2030, đạt 95%.", UNKNOWN, (("năm 2030", "2030", DEADLINE),)),
    ("Đến cuối năm 2026 đạt 95%.", UNKNOWN, (("năm 2026", "2026", DEADLINE),)),
    ("Tăng 12% so với năm 2023.", UNKNOWN, (("năm 2023", "2023", BASE),)),
    ("Tăng 12% so với cùng kỳ năm 2023.", UNKNOWN, (("năm 2023", "2023", BASE),)),
    ("Tăng 12% so với cùng kỳ năm trước.", NEWS, (("năm trước", "2024", BASE),)),
    ("Bằng 58% dự toán năm 2025.", UNKNOWN, (("năm 2025", "2025", PLAN),)),
    ("Theo nghị quyết năm 2025 là 12 tỷ.", UNKNOWN, (("năm 2025", "2025", PLAN),)),
    ("Năm nay thu 12 tỷ, năm ngoái thu 10 tỷ.", NEWS, (("Năm nay", "2025", SPAN), ("năm ngoái", "2024", SPAN))),
    ("Sang năm thu 12 tỷ.", NEWS, (("Sang năm", "2026", SPAN),)),
    ("Ước cả năm thu 12 tỷ.", NEWS, (("cả năm", "2025", SPAN),)),
    ("Từ đầu năm đến nay thu 12 tỷ.", NINE_MONTHS, (("Từ đầu năm đến nay", "2025-01/2025-09", SPAN),)),
    ("Từ đầu năm thu 12 tỷ.", NEWS, (("Từ đầu năm", "2025", SPAN),)),
    ("Nhiệm vụ năm 2026: thu 12 tỷ.", UNKNOWN, (("năm 2026", "2026", EVENT),)),
    ("Nhiệm vụ trọng tâm 3 tháng cuối năm 2025", UNKNOWN, (("3 tháng cuối năm 2025", "2025-10/2025-12", EVENT),)),
    ("Áp dụng từ tháng 10/2025 cho 12 hộ.", UNKNOWN, (("tháng 10/2025", "2025-10", EVENT),)),
    ("Lũy kế 10 tháng 2025 thu 12 tỷ.", UNKNOWN, (("10 tháng 2025", "2025-01/2025-10", SPAN),)),
    ("Giá trị sản xuất (giá so sánh năm 2010) đạt 5 tỷ.", UNKNOWN, (("năm 2010", "2010", EVENT),)),
    ("Xã thu hoạch lúa Đông Xuân 2024 - 2025.", UNKNOWN, (("2024 - 2025", "2024/2025", EVENT),)),
    (
        "Quý I/2025 thu 12 tỷ, tăng 5% so với quý I/2024.",
        UNKNOWN,
        (("Quý I/2025", "2025-Q1", SPAN), ("quý I/2024", "2024-Q1", BASE)),
    ),
)

#: No time expression, or one that says nothing of when.
NEGATIVE: tuple[str, ...] = (
    "Có 2024 hộ và 12 xã.",
    "Cải cách hành chính đạt 12 năm tuổi",
    "Hợp đồng thời hạn một tháng",
    "Đạt 16.10 điểm",
    "Đường số 12/5 khu phố 3",
    "giai đoạn 2025-2021",
    "Mấy tháng nào cũng có 12 vụ",
    "Trong những năm qua có 12 vụ",
    "Chi bộ có 5 đảng viên nam",
    "quý vị đại biểu",
    "Ngày 45/13/2025",
)
