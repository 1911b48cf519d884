# SPDX-License-Identifier: Apache-2.0
"""Examples: what a quantity is, and the sign of its value (GUIDE of the annotated texts: ``kind``, ``value``)."""

from __future__ import annotations

from tiendo.kernel.findings import Kind
from tiendo.read.link.sentence.context import ACTUAL, COUNT_OF_TOTAL, FORECAST, GROWTH, SHARE_OF_PLAN, TARGET

#: Sentence → quote, value, kind of each measurement.
CASES: tuple[tuple[str, tuple[tuple[str, str, Kind], ...]], ...] = (
    # results
    ("Tổng thu ngân sách ước đạt 245,6 tỷ đồng.", (("245,6 tỷ đồng", "245.6", ACTUAL),)),
    ("Tỷ lệ hộ nghèo còn 0,68%.", (("0,68%", "0.68", ACTUAL),)),
    ("Số hộ nghèo giảm còn 85 hộ.", (("85 hộ", "85", ACTUAL),)),
    ("Tỷ lệ hộ nghèo giảm từ 1,2% xuống còn 0,68%.", (("1,2%", "1.2", ACTUAL), ("0,68%", "0.68", ACTUAL))),
    ("Công nghiệp chiếm 42,2% cơ cấu kinh tế.", (("42,2%", "42.2", ACTUAL),)),
    ("Đã cấp 312 giấy phép xây dựng.", (("312 giấy phép", "312", ACTUAL),)),
    # shares of plans
    ("Thu ngân sách bằng 58,3% dự toán năm.", (("58,3%", "58.3", SHARE_OF_PLAN),)),
    ("Tuyển quân đạt 100% chỉ tiêu.", (("100%", "100", SHARE_OF_PLAN),)),
    ("Giải ngân vốn đầu tư công đạt 40,02% kế hoạch vốn.", (("40,02%", "40.02", SHARE_OF_PLAN),)),
    ("Tỷ lệ giải ngân vốn đầu tư công đạt 35,4%.", (("35,4%", "35.4", SHARE_OF_PLAN),)),
    (
        "Xã giải ngân 38,6/112 tỷ đồng, đạt 34,46%.",
        (("38,6/112 tỷ đồng", "38.6", ACTUAL), ("34,46%", "34.46", SHARE_OF_PLAN)),
    ),
    ("Thu thuế đạt 68,9% so với dự toán tỉnh giao.", (("68,9%", "68.9", SHARE_OF_PLAN),)),
    # growth
    ("Thu ngân sách tăng 12,4% so với cùng kỳ.", (("12,4%", "12.4", GROWTH),)),
    ("Tội phạm giảm 5 vụ so với cùng kỳ.", (("5 vụ", "-5", GROWTH),)),
    ("Tai nạn giao thông giảm 5 vụ (21,7%).", (("5 vụ", "-5", GROWTH), ("21,7%", "-21.7", GROWTH))),
    ("Thu nhập tăng gấp 1,5 lần so với năm 2020.", (("1,5 lần", "1.5", GROWTH),)),
    ("Thu ngân sách vượt 8,5% dự toán.", (("8,5%", "8.5", GROWTH),)),
    ("Giá trị sản xuất tăng 9,2%, trong đó công nghiệp tăng 11%.", (("9,2%", "9.2", GROWTH), ("11%", "11", GROWTH))),
    ("Xã giảm 3 ấp và 2 trường.", (("3 ấp", "-3", GROWTH), ("2 trường", "-2", GROWTH))),
    ("Chỉ số cải cách tăng 1,2 điểm % so với năm trước.", (("1,2 điểm %", "1.2", GROWTH),)),
    ("Tốc độ tăng trưởng kinh tế đạt 8,1%.", (("8,1%", "8.1", GROWTH),)),
    ("Số vụ cháy thấp hơn 2 vụ so với cùng kỳ.", (("2 vụ", "-2", GROWTH),)),
    ("Sản lượng lúa so với cùng kỳ (-3,5%).", (("-3,5%", "-3.5", GROWTH),)),
    ("Nợ quá hạn tăng so với đầu năm 38 triệu đồng.", (("38 triệu đồng", "38", GROWTH),)),
    # parts of a whole and of plans
    ("Có 13/20 chỉ tiêu đạt kế hoạch.", (("13/20 chỉ tiêu", "13", COUNT_OF_TOTAL),)),
    ("Toàn xã có 1.245/1.300 hộ được cấp nước sạch.", (("1.245/1.300 hộ", "1245", COUNT_OF_TOTAL),)),
    ("Xã đã bê tông hóa 14/11 tuyến đường.", (("14/11 tuyến đường", "14", ACTUAL),)),
    ("Kết nạp 28/60 đảng viên mới.", (("28/60 đảng viên mới", "28", ACTUAL),)),
    ("Giải quyết 108 trên tổng số 550 hồ sơ.", (("108 trên tổng số 550 hồ sơ", "108", COUNT_OF_TOTAL),)),
    # plans
    ("Phấn đấu thu ngân sách đạt 420 tỷ đồng.", (("420 tỷ đồng", "420", TARGET),)),
    ("Nghị quyết đề ra 18 chỉ tiêu.", (("18 chỉ tiêu", "18", TARGET),)),
    ("Dự toán năm là 5.208 tỷ đồng.", (("5.208 tỷ đồng", "5208", TARGET),)),
    ("Phường được giao 420 tỷ đồng thu ngân sách.", (("420 tỷ đồng", "420", TARGET),)),
    ("Phấn đấu giảm 10% số vụ tai nạn giao thông.", (("10%", "-10", TARGET),)),
    ("Mục tiêu kéo giảm ít nhất 5% tội phạm.", (("5%", "-5", TARGET),)),
    ("Tỷ lệ lao động qua đào tạo đạt 68,5% (kế hoạch 70%).", (("68,5%", "68.5", ACTUAL), ("70%", "70", TARGET))),
    (
        "Tổng kế hoạch vốn là 27 tỷ đồng, gồm ngân sách tỉnh 16 tỷ đồng, ngân sách xã 11 tỷ đồng.",
        (("27 tỷ đồng", "27", TARGET), ("16 tỷ đồng", "16", TARGET), ("11 tỷ đồng", "11", TARGET)),
    ),
    ("Yêu cầu các đơn vị giải ngân đạt trên 95% kế hoạch vốn.", (("95%", "95", TARGET),)),
    ("Xã đề nghị huyện hỗ trợ 2,5 tỷ đồng.", (("2,5 tỷ đồng", "2.5", TARGET),)),
    (
        "Trong 18 chỉ tiêu chủ yếu, có 11 chỉ tiêu đạt kế hoạch.",
        (("18 chỉ tiêu chủ yếu", "18", TARGET), ("11 chỉ tiêu", "11", ACTUAL)),
    ),
    # plans that an act lays down, and lists of aims; not: names of programmes, aims that were reached
    (
        "Thông qua tổng biên chế năm 2026 của tỉnh là 28.400 biên chế.",
        (("28.400 biên chế", "28400", TARGET),),
    ),
    (
        "Tạm giao số lượng người làm việc cụ thể như sau:\n- Giáo dục: 18.800 chỉ tiêu.\n- Y tế: 2.500 chỉ tiêu.",
        (("18.800 chỉ tiêu", "18800", TARGET), ("2.500 chỉ tiêu", "2500", TARGET)),
    ),
    (
        "Các chỉ tiêu chủ yếu năm 2026: Thu ngân sách đạt 420 tỷ đồng. Trong đó, thuế đạt 300 tỷ đồng.\n"
        "Cơ cấu kinh tế: nông nghiệp chiếm 31%.",
        (("420 tỷ đồng", "420", TARGET), ("300 tỷ đồng", "300", TARGET), ("31%", "31", TARGET)),
    ),
    (
        "Xã thực hiện tốt các chỉ tiêu chủ yếu: thu ngân sách đạt 420 tỷ đồng.",
        (("420 tỷ đồng", "420", ACTUAL),),
    ),
    (
        "Về chương trình mục tiêu quốc gia, huyện có 314 tiêu chí đạt chuẩn.",
        (("314 tiêu chí", "314", ACTUAL),),
    ),
    (
        "Tiếp nhận 8 đơn tố cáo, khiếu nại, kiến nghị, phản ánh; hòa giải 22 vụ.",
        (("8 đơn tố cáo", "8", ACTUAL), ("22 vụ", "22", ACTUAL)),
    ),
    ("Xã giao 19 lô đất tái định cư cho dân.", (("19 lô đất", "19", ACTUAL),)),
    (
        "Số hộ nghèo giảm 553 hộ, vượt 163 hộ so với tỉnh giao.",
        (("553 hộ", "-553", GROWTH), ("163 hộ", "163", GROWTH)),
    ),
    (
        "II. NHIỆM VỤ NĂM 2026\nA. Kinh tế\nThu ngân sách đạt 420 tỷ đồng.",
        (("420 tỷ đồng", "420", TARGET),),
    ),
    (
        "I. Về kinh tế: Thu ngân sách đạt 58% kế hoạch.\nDoanh thu du lịch đạt 35 tỷ đồng.",
        (("58%", "58", SHARE_OF_PLAN), ("35 tỷ đồng", "35", ACTUAL)),
    ),
    # shares of what was due
    (
        "Chi thường xuyên là 390 tỷ đồng, đạt 59,4%, tăng 10%.",
        (("390 tỷ đồng", "390", ACTUAL), ("59,4%", "59.4", SHARE_OF_PLAN), ("10%", "10", GROWTH)),
    ),
    (
        "Giá trị sản xuất đạt 8.795/8.995 tỷ đồng, tốc độ tăng trưởng đạt 8,58%.",
        (("8.795/8.995 tỷ đồng", "8795", ACTUAL), ("8,58%", "8.58", GROWTH)),
    ),
    # forecasts
    ("Dự kiến hết năm giải ngân đạt 98%.", (("98%", "98", FORECAST),)),
    ("Sau sắp xếp, tỉnh sẽ có 29 phường.", (("29 phường", "29", FORECAST),)),
    ("Khả năng cả năm thu đạt 105% dự toán.", (("105%", "105", SHARE_OF_PLAN),)),
    ("Dự báo kinh tế tăng trưởng 8%.", (("8%", "8", FORECAST),)),
)
