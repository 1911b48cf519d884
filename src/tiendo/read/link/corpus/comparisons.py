# SPDX-License-Identifier: Apache-2.0
"""Examples: what a quantity is compared with (GUIDE of the annotated texts, field ``comparison``)."""

from __future__ import annotations

#: Sentence → quote and comparison of each measurement.
CASES: tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...] = (
    ("Thu ngân sách tăng 12,4% so với cùng kỳ năm trước.", (("12,4%", "same_period"),)),
    ("Thu ngân sách tăng 12,4% so cùng kỳ.", (("12,4%", "same_period"),)),
    ("So với cùng kỳ, thu ngân sách tăng 12,4%.", (("12,4%", "same_period"),)),
    ("Thu ngân sách bằng 91,4% so cùng kỳ.", (("91,4%", "same_period"),)),
    ("Số hộ nghèo giảm 14 hộ so với đầu năm.", (("14 hộ", "baseline:đầu năm"),)),
    ("Thu nhập tăng 5 triệu đồng so với năm 2024.", (("5 triệu đồng", "baseline:năm 2024"),)),
    ("Giá trị sản xuất tăng 2,1 lần so với đầu nhiệm kỳ.", (("2,1 lần", "baseline:đầu nhiệm kỳ"),)),
    ("Doanh thu gấp 1,3 lần năm 2024.", (("1,3 lần", "baseline:năm 2024"),)),
    ("Thu ngân sách vượt 8,5% so với dự toán.", (("8,5%", "plan"),)),
    ("Thu ngân sách vượt 8,5%.", (("8,5%", "plan"),)),
    ("Thu ngân sách tăng 8,5% so dự toán tỉnh giao.", (("8,5%", "plan"),)),
    ("Thu ngân sách đạt 58,3% dự toán.", (("58,3%", "plan"),)),
    ("Giải ngân 38,6/112 tỷ đồng.", (("38,6/112 tỷ đồng", "plan"),)),
    ("Tỷ lệ bao phủ còn kém chỉ tiêu tỉnh giao 1,3 điểm %.", (("1,3 điểm %", "plan"),)),
    ("Chỉ số thấp hơn bình quân chung 2,5 điểm %.", (("2,5 điểm %", "baseline:bình quân chung"),)),
    (
        "Tội phạm giảm 5 vụ, giảm 2 người chết so với cùng kỳ.",
        (("5 vụ", "same_period"), ("2 người chết", "same_period")),
    ),
    ("So với năm học trước, số học sinh tăng 340 em.", (("340 em", "baseline:năm học trước"),)),
    ("Thu ngân sách đạt 245 tỷ đồng, tăng 12% so với cùng kỳ.", (("245 tỷ đồng", None), ("12%", "same_period"))),
    ("Phấn đấu thu ngân sách tăng 10% so với năm 2025.", (("10%", "baseline:năm 2025"),)),
    ("Phấn đấu tăng 10% so với dự toán.", (("10%", "plan"),)),
    ("Thu ngân sách đạt 53,4% so với HĐND huyện giao.", (("53,4%", "plan"),)),
    (
        "Số vụ giảm 36,5% so với thời gian liền kề và giảm 25% so với cùng kỳ.",
        (("36,5%", "baseline:thời gian liền kề"), ("25%", "same_period")),
    ),
    # a base that the head of a list names
    (
        "Nhiều sản phẩm tăng cao so với năm 2017 như: tôm đông lạnh tăng 31,7%; áo sơ mi tăng 26,6%.",
        (("31,7%", "baseline:năm 2017"), ("26,6%", "baseline:năm 2017")),
    ),
    (
        "Quý I/2021, tai nạn tăng so với cùng kỳ với số vụ tăng 60,87%, số người chết tăng 73,33%.",
        (("60,87%", "same_period"), ("73,33%", "same_period")),
    ),
    (
        "Ngô tăng 5% so với năm 2017, lúa đạt 3 tấn: đàn bò tăng 2%.",
        (("5%", "baseline:năm 2017"), ("3 tấn", None), ("2%", None)),
    ),
    ("Gieo trồng bằng 94,2% so cùng vụ năm trước.", (("94,2%", "same_period"),)),
    ("Thu đạt 94,41%  so với kế hoạch.", (("94,41%", "plan"),)),
    ("So với năm 2025 tăng 31,6%.", (("31,6%", "baseline:năm 2025"),)),
    ("Dân số 25 vạn người.", (("25 vạn người", None),)),
    (
        "Thu nhập đạt 78 triệu đồng, tăng 8,3% so với năm 2024 (72 triệu đồng).",
        (("78 triệu đồng", None), ("8,3%", "baseline:năm 2024"), ("72 triệu đồng", None)),
    ),
    # a joint is no part of the base
    (
        "GDP tăng 9,8% so với năm 2014 và là mức tăng cao nhất.",
        (("9,8%", "baseline:năm 2014"),),
    ),
    # a base that is itself a growth is not named by "với"
    ("GRDP tăng 7,6%, cao hơn nhiều so với tăng trưởng chung.", (("7,6%", None),)),
    ("GRDP tăng 7,6% so với năm 2020.", (("7,6%", "baseline:năm 2020"),)),
)
