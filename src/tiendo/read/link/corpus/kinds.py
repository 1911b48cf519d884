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
    (
        "Diện tích màu đạt 6.713 ha, đạt 101,7% (kế hoạch 6.600 ha), tăng 2,2% so với cùng kỳ.",
        (
            ("6.713 ha", "6713", ACTUAL),
            ("101,7%", "101.7", SHARE_OF_PLAN),
            ("6.600 ha", "6600", TARGET),
            ("2,2%", "2.2", GROWTH),
        ),
    ),
    # what is compared in a bracket is of the kind of the level; a rate against a rate planned stays a rate
    (
        "Khám bệnh đạt 115,7% kế hoạch, tăng 25,3% so với cùng kỳ (năm 2017 đạt 90,4%).",
        (("115,7%", "115.7", SHARE_OF_PLAN), ("25,3%", "25.3", GROWTH), ("90,4%", "90.4", SHARE_OF_PLAN)),
    ),
    (
        "Công suất giường bệnh đạt 137,1%, giảm 53,4% so với cùng kỳ (năm 2017 đạt 190,5%).",
        (("137,1%", "137.1", ACTUAL), ("53,4%", "-53.4", GROWTH), ("190,5%", "190.5", ACTUAL)),
    ),
    (
        "Thuế thu 291 tỷ đồng, đạt 18%, bằng 96,4% so cùng kỳ.",
        (("291 tỷ đồng", "291", ACTUAL), ("18%", "18", SHARE_OF_PLAN), ("96,4%", "96.4", ACTUAL)),
    ),
    (
        "Bệnh viện khám cho 87.000/75.000 lượt người đạt 116% kế hoạch.",
        (("87.000/75.000 lượt người", "87000", ACTUAL), ("116%", "116", SHARE_OF_PLAN)),
    ),
    # a word in a bracket that is closed says nothing of what follows
    (
        "Thanh tra kiến nghị thu hồi 843 triệu đồng (đã thu hồi 256 triệu đồng); xử lý khác 771 triệu đồng.",
        (("843 triệu đồng", "843", TARGET), ("256 triệu đồng", "256", ACTUAL), ("771 triệu đồng", "771", TARGET)),
    ),
    # aims: words of aiming, what they will be, and the sentence that goes on with them
    ("Huyện hướng đến 80% hộ có internet cáp quang.", (("80%", "80", TARGET),)),
    ("Ngành phấn đấu đến cuối năm học, toàn tỉnh sẽ có 202 trường chuẩn.", (("202 trường", "202", TARGET),)),
    (
        "Huyện phấn đấu 100% thủ tục được cung cấp trực tuyến. Tỷ lệ số hóa hồ sơ đạt 90%, mức hài lòng đạt 95%.",
        (("100%", "100", TARGET), ("90%", "90", TARGET), ("95%", "95", TARGET)),
    ),
    (
        "Huyện phấn đấu 100% thủ tục được cung cấp trực tuyến. Hiện tỷ lệ số hóa hồ sơ đạt 90%.",
        (("100%", "100", TARGET), ("90%", "90", ACTUAL)),
    ),
    (
        "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026\n1. Về kinh tế:\n- Thu ngân sách: 420 tỷ đồng, tăng 12% so với năm 2025.",
        (("420 tỷ đồng", "420", TARGET), ("12%", "12", TARGET)),
    ),
    (
        "KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025\n- Thu ngân sách: 420 tỷ đồng.",
        (("420 tỷ đồng", "420", ACTUAL),),
    ),
    # a plan that something is compared with is not what follows
    (
        "Tổng đàn tăng so với kế hoạch với đàn trâu 368 con, đàn bò 1.276 con.",
        (("368 con", "368", ACTUAL), ("1.276 con", "1276", ACTUAL)),
    ),
    # parts of a whole that say of themselves that they are to come
    (
        "Có 16/30 chỉ tiêu đạt và vượt, 12/30 chỉ tiêu có khả năng sẽ đạt.",
        (("16/30 chỉ tiêu", "16", COUNT_OF_TOTAL), ("12/30 chỉ tiêu", "12", FORECAST)),
    ),
    ("Đảng bộ hoàn thành 5/5 nhóm chỉ tiêu.", (("5/5 nhóm chỉ tiêu", "5", COUNT_OF_TOTAL),)),
    ("Xã hoàn thành 45/60 nhiệm vụ.", (("45/60 nhiệm vụ", "45", COUNT_OF_TOTAL),)),
    (
        "Xã có 10 doanh nghiệp, tăng 4 doanh nghiệp (0,7 lần) so với năm 2015.",
        (("10 doanh nghiệp", "10", ACTUAL), ("4 doanh nghiệp", "4", GROWTH), ("0,7 lần", "0.7", GROWTH)),
    ),
    # forecasts
    # headings of aims without a colon, lists numbered in brackets, groups of aims
    (
        "Các chỉ tiêu chủ yếu (nhiệm kỳ 2025-2030)\nVề kinh tế: Thu nhập đạt 70 triệu đồng.\n(2) Số trường: 04 trường.",
        (("70 triệu đồng", "70", TARGET), ("04 trường", "4", TARGET)),
    ),
    (
        "CÁC CHỈ TIÊU CHỦ YẾU NĂM 2026\nI. Về kinh tế\n1. Thu nhập bình quân: 70 triệu đồng.",
        (("70 triệu đồng", "70", TARGET),),
    ),
    (
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU\n1. Thu nhập bình quân: 70 triệu đồng.",
        (("70 triệu đồng", "70", ACTUAL),),
    ),
    (
        "I. Các chỉ tiêu kinh tế\n- Thu ngân sách đạt 120 tỷ đồng, đạt 105% kế hoạch, tăng 10% so với cùng kỳ.",
        (("120 tỷ đồng", "120", ACTUAL), ("105%", "105", SHARE_OF_PLAN), ("10%", "10", GROWTH)),
    ),
    (
        "II. THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ\n- Thu ngân sách đạt 120 tỷ đồng.",
        (("120 tỷ đồng", "120", ACTUAL),),
    ),
    (
        "Các chỉ tiêu chủ yếu đều đạt và vượt\n- Thu nhập bình quân: 70 triệu đồng.",
        (("70 triệu đồng", "70", ACTUAL),),
    ),
    (
        "Tỉnh đề ra 7 nhóm giải pháp nhằm đạt tăng trưởng 13,5%, trồng mới 12.000 ha rừng.",
        (("13,5%", "13.5", TARGET), ("12.000 ha", "12000", TARGET)),
    ),
    ("Tăng trưởng kinh tế đạt 8,1% so với cùng kỳ.", (("8,1%", "8.1", GROWTH),)),
    # a petition ends where a new part of the sentence tells what was done
    (
        "Thanh tra kiến nghị thu hồi 64 triệu đồng; xử phạt 300 trường hợp.",
        (("64 triệu đồng", "64", TARGET), ("300 trường hợp", "300", ACTUAL)),
    ),
    # targets that are passed, and the list that tells them
    (
        "Đại hội thông qua 16 chỉ tiêu nhiệm kỳ mới. Cụ thể, thu nhập đến năm 2030 đạt 70 triệu đồng.",
        (("16 chỉ tiêu", "16", TARGET), ("70 triệu đồng", "70", TARGET)),
    ),
    (
        "Đảng bộ đề ra các chỉ tiêu, như: thu nhập đạt 108 triệu đồng; xây dựng 3/4 trường học đạt chuẩn.",
        (("108 triệu đồng", "108", TARGET), ("3/4 trường học", "3", TARGET)),
    ),
    ("Xã đã hoàn thành 24/27 chỉ tiêu Nghị quyết đề ra.", (("24/27 chỉ tiêu", "24", COUNT_OF_TOTAL),)),
    # what meets a standard is measured; what exceeds a plan is a difference
    ("Tỷ lệ cán bộ đạt chuẩn theo quy định là 100%.", (("100%", "100", ACTUAL),)),
    (
        "Năng suất đạt 69,5 tạ/ha, vượt kế hoạch đề ra 0,5 tạ/ha.",
        (("69,5 tạ/ha", "69.5", ACTUAL), ("0,5 tạ/ha", "0.5", GROWTH)),
    ),
    (
        "Tỷ lệ bao phủ đạt 86,25%, thấp hơn 5,25% so với chỉ tiêu tỉnh giao (91,5%).",
        (("86,25%", "86.25", ACTUAL), ("5,25%", "-5.25", GROWTH), ("91,5%", "91.5", TARGET)),
    ),
    # flows of money reach shares of their plans; other rates do not
    (
        "Thu ngân sách trên địa bàn đạt 98,4%, tỷ lệ che phủ rừng đạt 76,2%.",
        (("98,4%", "98.4", SHARE_OF_PLAN), ("76,2%", "76.2", ACTUAL)),
    ),
    # a change that is named, not told
    ("Tốc độ tăng trưởng đàn vật nuôi bình quân 5%/năm.", (("5%/năm", "5", GROWTH),)),
    # targets that were set: by the words behind their count, and the list that they head
    (
        "25 nhóm chỉ tiêu của năm 2026 vừa được kỳ họp thứ 16, HĐND tỉnh thông qua. Trong đó, có 11 chỉ tiêu kinh tế.",
        (("25 nhóm chỉ tiêu", "25", TARGET), ("11 chỉ tiêu", "11", TARGET)),
    ),
    (
        "11 chỉ tiêu kinh tế gồm:\n- Thu ngân sách: 420 tỷ đồng.\n- Nông nghiệp chiếm 12,1%; dịch vụ 35,6%.",
        (
            ("11 chỉ tiêu", "11", TARGET),
            ("420 tỷ đồng", "420", TARGET),
            ("12,1%", "12.1", TARGET),
            ("35,6%", "35.6", TARGET),
        ),
    ),
    (
        "11 chỉ tiêu vượt kế hoạch gồm:\n- Thu ngân sách: 420 tỷ đồng.",
        (("11 chỉ tiêu", "11", ACTUAL), ("420 tỷ đồng", "420", ACTUAL)),
    ),
    (
        "Xã duy trì 13 tiêu chí và dự kiến đạt thêm 3 tiêu chí.",
        (("13 tiêu chí", "13", ACTUAL), ("3 tiêu chí", "3", FORECAST)),
    ),
    ("Dự kiến hết năm giải ngân đạt 98%.", (("98%", "98", FORECAST),)),
    ("Sau sắp xếp, tỉnh sẽ có 29 phường.", (("29 phường", "29", FORECAST),)),
    ("Khả năng cả năm thu đạt 105% dự toán.", (("105%", "105", SHARE_OF_PLAN),)),
    ("Xã giảm tỷ lệ hộ nghèo đa chiều trên 1,5%.", (("1,5%", "-1.5", GROWTH),)),
    ("Phấn đấu giảm tỷ lệ hộ nghèo còn 1%.", (("1%", "1", TARGET),)),
    ("Dự báo kinh tế tăng trưởng 8%.", (("8%", "8", FORECAST),)),
    # what a council lays down; a change whose base stands before its number
    (
        "HĐND quyết nghị tổng thu ngân sách năm 2024 là 810 tỷ đồng; tổng chi là 790 tỷ đồng.",
        (("810 tỷ đồng", "810", TARGET), ("790 tỷ đồng", "790", TARGET)),
    ),
    ("Kỳ họp đã quyết nghị nhiều nội dung; thu ngân sách đạt 45 tỷ đồng.", (("45 tỷ đồng", "45", ACTUAL),)),
    ("Nợ công tăng thêm so với năm 2016 là 7,13%.", (("7,13%", "7.13", GROWTH),)),
    ("Giá trị sản xuất tăng10,3% so với cùng kỳ.", (("10,3%", "10.3", GROWTH),)),
    # what others were asked in the papers that were counted
    (
        "Có 16 hồ sơ được các ban đồng ý đề nghị Ban Thường vụ quyết định, 01 hồ sơ xin ý kiến.",
        (("16 hồ sơ", "16", ACTUAL), ("01 hồ sơ", "1", ACTUAL)),
    ),
    # a share of what there is; what need not be done; needs that are met; a change that was achieved
    ("Ngành chế biến chiếm 92,8% tổng vốn đầu tư.", (("92,8%", "92.8", ACTUAL),)),
    ("Giải ngân đạt 45% tổng vốn đầu tư công.", (("45%", "45", SHARE_OF_PLAN),)),
    ("Chủ đầu tư không phải nộp tiền khiến ngân sách thất thu 60 tỷ đồng.", (("60 tỷ đồng", "60", ACTUAL),)),
    ("Đáp ứng đủ cho nhu cầu sử dụng vốn: tổng vốn huy động đạt 185 tỷ đồng.", (("185 tỷ đồng", "185", ACTUAL),)),
    ("Nhu cầu vốn năm 2025 là 120 tỷ đồng.", (("120 tỷ đồng", "120", TARGET),)),
    ("Tổng chi phí giảm được 16 tỷ đồng so với cùng kỳ.", (("16 tỷ đồng", "-16", GROWTH),)),
    (
        "Nợ xấu là 1,49%, giảm so với mức 1,62% thời điểm đầu năm.",
        (("1,49%", "1.49", ACTUAL), ("1,62%", "1.62", ACTUAL)),
    ),
    # a forecast that heads a list holds for all of it; an aim goes on over sentences that tell no result
    (
        "Dự kiến, năng suất một số cây trồng như: lúa đạt 62,8 tạ/ha; ngô đạt 45,1 tạ/ha.",
        (("62,8 tạ/ha", "62.8", FORECAST), ("45,1 tạ/ha", "45.1", FORECAST)),
    ),
    (
        "Dự kiến cả năm thu đạt 45 tỷ đồng; đến nay chi đạt 20 tỷ đồng.",
        (("45 tỷ đồng", "45", FORECAST), ("20 tỷ đồng", "20", ACTUAL)),
    ),
    (
        "Xã đặt mục tiêu thu 20 tỷ đồng. Tỷ lệ hộ nghèo giảm còn 2,5%. Tỷ lệ lao động qua đào tạo đạt 75%.",
        (("20 tỷ đồng", "20", TARGET), ("2,5%", "2.5", TARGET), ("75%", "75", TARGET)),
    ),
    (
        "Xã đặt mục tiêu thu 20 tỷ đồng. Hiện nay, tỷ lệ hộ nghèo còn 2,5%.",
        (("20 tỷ đồng", "20", TARGET), ("2,5%", "2.5", ACTUAL)),
    ),
    # in a list of aims "đã qua đào tạo" only names who; how many times more
    (
        "Một số chỉ tiêu chủ yếu nhiệm kỳ 2015-2020:\n- Tỷ lệ lao động đã qua đào tạo đạt 85%.",
        (("85%", "85", TARGET),),
    ),
    ("Thu nhập tăng so với năm 2011 là 3,5 lần.", (("3,5 lần", "3.5", GROWTH),)),
    # how it grew may stand between the verb and its size; a share of a plan whatever verb tells it
    ("Ngành điện tử tăng mạnh nhất (38,67%).", (("38,67%", "38.67", GROWTH),)),
    ("Thu ngân sách địa phương chiếm 43% dự toán.", (("43%", "43", SHARE_OF_PLAN),)),
    # work on what others asked; one who was asked only reports; what was found is over
    ("Thực hiện việc yêu cầu tra cứu, xác minh qua mạng 30 nghìn hồ sơ.", (("30 nghìn hồ sơ", "30000", ACTUAL),)),
    ("Được yêu cầu báo cáo, Giám đốc Sở cho biết có 3 nhà máy.", (("3 nhà máy", "3", ACTUAL),)),
    ("Năm 2026, công an phát hiện 25 vụ.", (("25 vụ", "25", ACTUAL),)),
    # a forecast holds for the parts of its total
    (
        "Dự kiến số nghỉ là 115 người, trong đó, 06 công chức; 90 viên chức.",
        (("115 người", "115", FORECAST), ("06 công chức", "6", FORECAST), ("90 viên chức", "90", FORECAST)),
    ),
    # targets that are counted, and the list that tells them
    (
        "Đảng bộ đã đề ra 18 chỉ tiêu cụ thể, trong đó, thu nhập đạt 75 triệu đồng. "
        "Trong đó: Tỷ lệ lao động đã qua đào tạo đạt 37% trở lên.",
        (("18 chỉ tiêu", "18", TARGET), ("75 triệu đồng", "75", TARGET), ("37%", "37", TARGET)),
    ),
    (
        "UBND quận đề ra 24 chỉ tiêu chủ yếu phát triển kinh tế như: Tổng thu ngân sách đạt 6.617 tỷ đồng; "
        "tốc độ tăng giá trị sản xuất đạt 8,6% (công nghiệp tăng 6,5%).",
        (
            ("24 chỉ tiêu chủ yếu", "24", TARGET),
            ("6.617 tỷ đồng", "6617", TARGET),
            ("8,6%", "8.6", TARGET),
            ("6,5%", "6.5", TARGET),
        ),
    ),
    (
        "Nghị quyết đề ra 20 chỉ tiêu, trong đó có 18 chỉ tiêu đạt và vượt.",
        (("20 chỉ tiêu", "20", TARGET), ("18 chỉ tiêu", "18", ACTUAL)),
    ),
    (
        "Xã đề ra 20 chỉ tiêu, đến nay thu ngân sách đạt 45 tỷ đồng.",
        (("20 chỉ tiêu", "20", TARGET), ("45 tỷ đồng", "45", ACTUAL)),
    ),
    # by when; what goes on with a list of aims
    ("Xã bảo đảm đến năm 2026 tinh giản tối thiểu 5% biên chế.", (("5%", "-5", TARGET),)),
    ("Xã bảo đảm đến 95% hộ có nước sạch.", (("95%", "95", ACTUAL),)),
    (
        "Tỉnh giao mục tiêu tăng trưởng GRDP cho Hải Sơn là 12,5%. Còn Kim Giang 8%.",
        (("12,5%", "12.5", TARGET), ("8%", "8", TARGET)),
    ),
    (
        "Tỉnh giao mục tiêu tăng trưởng GRDP cho Hải Sơn là 12,5%. Tỷ lệ hộ nghèo còn 8%.",
        (("12,5%", "12.5", TARGET), ("8%", "8", ACTUAL)),
    ),
    (
        "Năm 2027, xã đề ra 19 chỉ tiêu để lãnh đạo. Trong đó có 16 chỉ tiêu về kinh tế, 3 chỉ tiêu về xây dựng Đảng.",
        (("19 chỉ tiêu", "19", TARGET), ("16 chỉ tiêu", "16", TARGET), ("3 chỉ tiêu", "3", TARGET)),
    ),
    (
        "Xã đề ra 19 chỉ tiêu để lãnh đạo. Trong đó có 16 chỉ tiêu về kinh tế đạt và vượt.",
        (("19 chỉ tiêu", "19", TARGET), ("16 chỉ tiêu", "16", ACTUAL)),
    ),
    # a rate that is to sink below a level
    ("Xã phấn đấu giảm tỷ lệ hộ nghèo đa chiều dưới 0,22%.", (("0,22%", "0.22", TARGET),)),
    ("Xã giảm tỷ lệ hộ nghèo gần 2% so với năm 2024.", (("2%", "-2", GROWTH),)),
    ("Xã phấn đấu giảm 0,22% hộ nghèo.", (("0,22%", "-0.22", TARGET),)),
    # one verb cuts two shares of like things
    (
        "Xã phấn đấu tinh giản ít nhất 5% đối với biên chế cán bộ, công chức và ít nhất 10% biên chế viên chức.",
        (("5%", "-5", TARGET), ("10%", "-10", TARGET)),
    ),
    (
        "Xã phấn đấu giảm ít nhất 5% số vụ cháy và ít nhất 95% hộ dân ký cam kết.",
        (("5%", "-5", TARGET), ("95%", "95", TARGET)),
    ),
)
