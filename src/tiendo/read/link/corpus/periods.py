# SPDX-License-Identifier: Apache-2.0
"""Examples: which time governs a quantity (GUIDE of the annotated texts, field ``period``)."""

from __future__ import annotations

from tiendo.read.dimensions.period.data import Anchor

#: Nothing is known of the document; a news text of October 2025; a report of nine months of 2025.
UNKNOWN = Anchor()
NEWS = Anchor(year=2025, month=10)
REPORT = Anchor(year=2025, period="2025-01/2025-09", month=10, term="2020/2025")

#: Text, anchor → quote, period, words of each measurement.
CASES: tuple[tuple[str, Anchor, tuple[tuple[str, str | None, str | None], ...]], ...] = (
    ("Năm 2024, thu ngân sách đạt 245 tỷ đồng.", UNKNOWN, (("245 tỷ đồng", "2024", "Năm 2024"),)),
    ("Thu ngân sách năm 2024 đạt 245 tỷ đồng.", UNKNOWN, (("245 tỷ đồng", "2024", "năm 2024"),)),
    ("Thu ngân sách đạt 245 tỷ đồng.", UNKNOWN, (("245 tỷ đồng", None, None),)),
    ("Thu ngân sách đạt 245 tỷ đồng.", REPORT, (("245 tỷ đồng", "2025-01/2025-09", None),)),
    (
        "Trong 6 tháng đầu năm, thu đạt 245 tỷ đồng, tăng 12%.",
        NEWS,
        (("245 tỷ đồng", "2025-01/2025-06", "6 tháng đầu năm"), ("12%", "2025-01/2025-06", "6 tháng đầu năm")),
    ),
    ("Thu đạt 245 tỷ đồng trong quý I/2025.", UNKNOWN, (("245 tỷ đồng", "2025-Q1", "quý I/2025"),)),
    ("Đến ngày 30/6/2025, giải ngân đạt 40%.", UNKNOWN, (("40%", "2025-06-30", "ngày 30/6/2025"),)),
    ("Năm 2023 có 12 vụ; năm 2024 có 9 vụ.", UNKNOWN, (("12 vụ", "2023", "Năm 2023"), ("9 vụ", "2024", "năm 2024"))),
    (
        "Thu đạt 245 tỷ đồng, tăng 12% so với năm 2024.",
        REPORT,
        (("245 tỷ đồng", "2025-01/2025-09", None), ("12%", "2025-01/2025-09", None)),
    ),
    (
        "Thu đạt 245 tỷ đồng, bằng 58% dự toán năm 2025.",
        REPORT,
        (("245 tỷ đồng", "2025-01/2025-09", None), ("58%", "2025-01/2025-09", None)),
    ),
    (
        "Thu nhập đạt 78 triệu đồng, tăng 8,3% so với năm 2024 (72 triệu đồng).",
        REPORT,
        (
            ("78 triệu đồng", "2025-01/2025-09", None),
            ("8,3%", "2025-01/2025-09", None),
            ("72 triệu đồng", "2024", "năm 2024"),
        ),
    ),
    # plans: of the year, the term, the deadline
    ("Dự toán năm là 420 tỷ đồng.", REPORT, (("420 tỷ đồng", "2025", "Dự toán năm"),)),
    ("Phấn đấu thu ngân sách đạt 420 tỷ đồng.", REPORT, (("420 tỷ đồng", "2025", None),)),
    ("Đến năm 2030, phấn đấu 95% hộ có nước sạch.", REPORT, (("95%", "2030", "năm 2030"),)),
    (
        "Nghị quyết Đại hội đề ra 18 chỉ tiêu.",
        Anchor(year=2025, term="2020/2025"),
        (("18 chỉ tiêu", "2020/2025", None),),
    ),
    ("Năm 2026, phường phấn đấu giải ngân trên 95%.", REPORT, (("95%", "2026", "Năm 2026"),)),
    # taken over from the text before
    (
        "Quý I/2025, xã thu 12 tỷ đồng. Trong đó, thuế đạt 9 tỷ đồng.",
        UNKNOWN,
        (("12 tỷ đồng", "2025-Q1", "Quý I/2025"), ("9 tỷ đồng", "2025-Q1", "Quý I/2025")),
    ),
    (
        "Năm 2024, xã thu 12 tỷ đồng.\nSố hộ nghèo còn 85 hộ.",
        UNKNOWN,
        (("12 tỷ đồng", "2024", "Năm 2024"), ("85 hộ", "2024", "Năm 2024")),
    ),
    (
        "Năm 2024, xã thu 12 tỷ đồng.\nSố hộ nghèo còn 85 hộ.",
        REPORT,
        (("12 tỷ đồng", "2024", "Năm 2024"), ("85 hộ", "2024", "Năm 2024")),
    ),
    # sections of tasks
    (
        "II. Nhiệm vụ quý IV năm 2025\nThu ngân sách đạt 120 tỷ đồng.",
        REPORT,
        (("120 tỷ đồng", "2025-Q4", "quý IV năm 2025"),),
    ),
    # the same period of the year before
    (
        "Thu đạt 245 tỷ đồng, cùng kỳ năm trước đạt 218 tỷ đồng.",
        REPORT,
        (("245 tỷ đồng", "2025-01/2025-09", None), ("218 tỷ đồng", "2024-01/2024-09", None)),
    ),
    # prices of a year, a season and a list of the year before are no times of the figures
    (
        "Năm 2025, giá trị sản xuất (giá so sánh năm 2010) đạt 245 tỷ đồng.\nThu ngân sách đạt 98 tỷ đồng.",
        UNKNOWN,
        (("245 tỷ đồng", "2025", "Năm 2025"), ("98 tỷ đồng", "2025", "Năm 2025")),
    ),
    (
        "Tạm giao năm 2026 là 2.260 chỉ tiêu, không thay đổi so với chỉ tiêu giao năm 2025.",
        UNKNOWN,
        (("2.260 chỉ tiêu", "2026", "năm 2026"),),
    ),
    # the time of a heading holds for what stands under it
    (
        "A. KẾT QUẢ 6 THÁNG ĐẦU NĂM 2025\nI. Kinh tế\nDoanh thu dịch vụ đạt 35 tỷ đồng.",
        UNKNOWN,
        (("35 tỷ đồng", "2025-01/2025-06", "6 THÁNG ĐẦU NĂM 2025"),),
    ),
    # parts of what was told to date; items of a list that a dated sentence announces
    (
        "Kết quả thu đến ngày 22/9 là 91 tỷ đồng. Trong đó, có 5/15 nguồn thu vượt dự toán.",
        REPORT,
        (("91 tỷ đồng", "2025-09-22", "ngày 22/9"), ("5/15 nguồn thu", "2025-09-22", "ngày 22/9")),
    ),
    (
        "- Về tín dụng: tổng dư nợ của các ngân hàng đến ngày 30/9/2025 là 46 tỷ đồng, cụ thể như sau:\n"
        "+ Ngân hàng thương mại: 21 tỷ đồng.\n+ Ngân hàng chính sách: 25 tỷ đồng.",
        UNKNOWN,
        (
            ("46 tỷ đồng", "2025-09-30", "ngày 30/9/2025"),
            ("21 tỷ đồng", "2025-09-30", "ngày 30/9/2025"),
            ("25 tỷ đồng", "2025-09-30", "ngày 30/9/2025"),
        ),
    ),
    # the title is of the time of the same figure below
    (
        "Xã phấn đấu kết nạp 100 đảng viên\nSáng nay có hội nghị.\nNăm 2026, xã phấn đấu kết nạp 100 đảng viên.",
        REPORT,
        (("100 đảng viên", "2026", None), ("100 đảng viên", "2026", "Năm 2026")),
    ),
    # what a bracket says holds in the bracket; one that only says which years a span has speaks for it
    (
        "Năm 2023 xảy ra 97 vụ, giảm 12,6% so với cùng kỳ (năm 2022 là 111 vụ). Cụ thể: trộm cắp 52 vụ.",
        UNKNOWN,
        (
            ("97 vụ", "2023", "Năm 2023"),
            ("12,6%", "2023", "Năm 2023"),
            ("111 vụ", "2022", "năm 2022"),
            ("52 vụ", "2023", "Năm 2023"),
        ),
    ),
    ("Nợ từ nhiệm kỳ trước (2011 - 2015) là 38 tỷ đồng.", UNKNOWN, (("38 tỷ đồng", "2011/2015", "2011 - 2015"),)),
    # a paragraph that goes on keeps the time of the one before it, also beside a reporting period
    (
        "Trong tháng 5/2025, cả nước xảy ra 1.734 vụ.\nTrong đó, tai nạn nghiêm trọng xảy ra 798 vụ.",
        REPORT,
        (("1.734 vụ", "2025-05", "tháng 5/2025"), ("798 vụ", "2025-05", "tháng 5/2025")),
    ),
    # the same period last year as one of two bases
    (
        "Năm 2025, tổng đàn tăng so với kế hoạch và cùng kỳ năm trước với đàn trâu 368 con.",
        UNKNOWN,
        (("368 con", "2025", "Năm 2025"),),
    ),
    # the day of an act is not that of a figure; a time of another part of the sentence governs nothing here
    (
        "Năm 2025, tỷ lệ đạt 86%, thấp hơn chỉ tiêu tại Quyết định số 546/QĐ-TTg ngày 29/4/2022; số hộ còn 12 hộ.",
        UNKNOWN,
        (("86%", "2025", "Năm 2025"), ("12 hộ", "2025", "Năm 2025")),
    ),
    (
        "Thu nhập 10 triệu đồng; số hộ nghèo giảm còn 8,9% năm 2009.",
        UNKNOWN,
        (("10 triệu đồng", None, None), ("8,9%", "2009", "năm 2009")),
    ),
    # the same season last year is a base; a season is longer than the month that is reported
    (
        "Đến ngày 18/8/2025, xã gieo trồng được 46 ha ngô, bằng 94,2% so cùng vụ năm trước; lạc 17 ha.",
        UNKNOWN,
        (
            ("46 ha", "2025-08-18", "ngày 18/8/2025"),
            ("94,2%", "2025-08-18", "ngày 18/8/2025"),
            ("17 ha", "2025-08-18", "ngày 18/8/2025"),
        ),
    ),
    (
        "Tình hình sản xuất tháng 8 năm 2025\nDiện tích lúa vụ hè thu là 490 ha.\nĐàn bò có 612 con.",
        UNKNOWN,
        (("490 ha", "2025", "tháng 8 năm 2025"), ("612 con", "2025-08", "tháng 8 năm 2025")),
    ),
    # levels of a change, each with its time right behind it
    (
        "Tỷ lệ hộ nghèo năm 2025 giảm 6,2% (giảm từ 42,6% cuối năm 2024 xuống còn 36,4% cuối năm 2025).",
        UNKNOWN,
        (("6,2%", "2025", "năm 2025"), ("42,6%", "2024", "năm 2024"), ("36,4%", "2025", "năm 2025")),
    ),
    # half a term is a base; a scheme is named by the year that it looks to
    (
        "Trong 9 tháng năm 2023, kỷ luật 57 tổ chức đảng, bằng 518% so với nửa nhiệm kỳ 2015 - 2020, có 4 chi bộ.",
        UNKNOWN,
        tuple((quote, "2023-01/2023-09", "9 tháng năm 2023") for quote in ("57 tổ chức đảng", "518%", "4 chi bộ")),
    ),
    (
        "Năm 2025, quy hoạch chung xã đến năm 2045 đã hoàn thành; giải ngân đạt 96,8%.",
        UNKNOWN,
        (("96,8%", "2025", "Năm 2025"),),
    ),
    # behind an ellipsis a sentence begins anew
    (
        "Năm 2025 gieo 93 ha mía, giảm 2%; … Đến ngày 15/8/2025 thu hoạch 24 tấn khoai; 18 tấn ngô.",
        UNKNOWN,
        (
            ("93 ha", "2025", "Năm 2025"),
            ("2%", "2025", "Năm 2025"),
            ("24 tấn", "2025-08-15", "ngày 15/8/2025"),
            ("18 tấn", "2025-08-15", "ngày 15/8/2025"),
        ),
    ),
    # the year of targets that the title names holds for their lists
    (
        "20 chỉ tiêu phấn đấu năm 2026\n12 chỉ tiêu kinh tế gồm:\n- Thu ngân sách: 420 tỷ đồng.",
        UNKNOWN,
        (
            ("20 chỉ tiêu", "2026", "năm 2026"),
            ("12 chỉ tiêu", "2026", "năm 2026"),
            ("420 tỷ đồng", "2026", "năm 2026"),
        ),
    ),
    # an estimate of a year that is not over
    ("Ước cả năm thu 420 tỷ đồng.", REPORT, (("420 tỷ đồng", "2025", "cả năm"),)),
    # a bracket that says which years governs its sentence; an aim tells no year of the document
    (
        "Ở giai đoạn kiểm toán (năm 2012-2016), tổng chỉ tiêu đào tạo là 12.800 học viên.",
        UNKNOWN,
        (("12.800 học viên", "2012/2016", "năm 2012-2016"),),
    ),
    # the term of a council is how long its members sit
    (
        "HĐND phường khóa I, nhiệm kỳ 2021-2026 họp. Phường phấn đấu thu ngân sách hơn 170 tỷ đồng.",
        Anchor(year=2025),
        (("170 tỷ đồng", None, None),),
    ),
    # an aim that goes on keeps its year; parts of a list of aims share the year that one names; whose figures they are
    (
        "Đảng bộ nhiệm kỳ 2025-2030 đặt mục tiêu đến năm 2030, thu đạt 20 tỷ đồng. Thu nhập đạt 58 triệu đồng.",
        UNKNOWN,
        (("20 tỷ đồng", "2030", "năm 2030"), ("58 triệu đồng", "2030", "năm 2030")),
    ),
    (
        "Xã phấn đấu, thu nhập đến năm 2025 đạt 70 triệu đồng; chuyển đổi 20% diện tích; đạt chuẩn vào cuối năm 2020.",
        UNKNOWN,
        (("70 triệu đồng", "2025", "năm 2025"), ("20%", "2025", "năm 2025")),
    ),
    (
        "Giao 120 chỉ tiêu, không thay đổi so với chỉ tiêu giao năm 2022 (cấp huyện 33 chỉ tiêu).",
        Anchor(year=2023, period="2023"),
        (("120 chỉ tiêu", "2023", None), ("33 chỉ tiêu", "2023", None)),
    ),
    (
        "Theo kết quả điều tra chăn nuôi của tỉnh, tại thời điểm 1/4/2018 có 187 con trâu; 163 con bò.",
        UNKNOWN,
        (("187 con", "2018-04-01", "1/4/2018"), ("163 con bò", "2018-04-01", "1/4/2018")),
    ),
    # a time behind the last of several counts holds for all; a comparison goes on with the time told before
    (
        "Xảy ra 382 vụ, làm chết 241 người và bị thương 968 người trong 5 tháng đầu năm 2019.",
        Anchor(year=2019, period="2019"),
        (
            ("382 vụ", "2019-01/2019-05", "5 tháng đầu năm 2019"),
            ("241 người", "2019-01/2019-05", "5 tháng đầu năm 2019"),
            ("968 người", "2019-01/2019-05", "5 tháng đầu năm 2019"),
        ),
    ),
    (
        "Trong 5 tháng đầu năm 2019, xảy ra 15 vụ.\nSo với cùng kỳ năm 2018 tăng 9 vụ.",
        Anchor(year=2019, period="2019"),
        (
            ("15 vụ", "2019-01/2019-05", "5 tháng đầu năm 2019"),
            ("9 vụ", "2019-01/2019-05", "5 tháng đầu năm 2019"),
        ),
    ),
)
