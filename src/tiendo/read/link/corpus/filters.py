# SPDX-License-Identifier: Apache-2.0
"""Examples: what is a measurement and what is not (GUIDE of the annotated texts, "Not measurements")."""

from __future__ import annotations

#: Sentence → the quotes of its measurements.
POSITIVE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Xã có 12 ấp với 3.450 hộ dân.", ("12 ấp", "3.450 hộ dân")),
    ("Phường 12 hiện có 85 hộ nghèo.", ("85 hộ nghèo",)),
    ("Năm 2025, xã kết nạp 24 đảng viên.", ("24 đảng viên",)),
    ("Toàn xã đã sáp nhập 5 ấp thành 3 ấp.", ("5 ấp", "3 ấp")),
    ("Có 39/42 xã đạt 19 tiêu chí nông thôn mới.", ("39/42 xã",)),
    ("Trong 8 xã, có 6 xã mới đạt 12 tiêu chí.", ("8 xã", "6 xã", "12 tiêu chí")),
    ("Số doanh nghiệp ngừng hoạt động là 37.", ("37",)),
    ("Bậc tiểu học thiếu 97 giáo viên, mầm non thiếu 82 và THCS thiếu 35.", ("97 giáo viên", "82", "35")),
    ("Giá trị sản xuất tăng gấp 1,5 lần so với đầu nhiệm kỳ.", ("1,5 lần",)),
    ("Có 45/45 đại biểu biểu quyết tán thành nghị quyết.", ("45/45 đại biểu",)),
    ("Số phiếu hợp lệ: 53/53.", ("53/53",)),
    ("Tổng số liều tiêm trong tuần: 22.938.", ("22.938",)),
    ("Có 80.606 ha lúa bị ngập (Lương Hà 4.123, Tân Giang 540).", ("80.606 ha", "4.123", "540")),
    ("Xảy ra 27 sự cố, gồm Lương Hà 2, Tân Giang 25.", ("27 sự cố", "2", "25")),
    ("Huyện còn 3 đơn vị cấp xã, gồm Tân Phú 1, Tân Phú 2 và xã Bình Lộc.", ("3 đơn vị cấp xã",)),
    ("Thu ngân sách đạt 2024 triệu đồng.", ("2024 triệu đồng",)),
    ("Xã vận động 12 gia đình hiến 800 m2 đất.", ("12 gia đình", "800 m2")),
    ("Trong tháng 955 tỷ đồng đã được giải ngân.", ("955 tỷ đồng",)),
    ("Thu ngân sách 9 tháng 20,8 tỷ đồng.", ("20,8 tỷ đồng",)),
    (
        "Trong đó, bệnh nhân ngoại trú: 4.290, bệnh nhân nội trú: 149. Phòng: 12.",
        ("4.290", "149"),
    ),
    ("Xã hoàn thành vượt mức 18/18 chỉ tiêu.", ("18/18 chỉ tiêu",)),
    ("Cấp huyện 33 chỉ tiêu, cấp xã 12 chỉ tiêu.", ("33 chỉ tiêu", "12 chỉ tiêu")),
    ("Xảy ra 12 vụ (cùng kỳ 15 vụ).", ("12 vụ", "15 vụ")),
    ("Còn 17 đơn/13 vụ khiếu nại.", ("17 đơn", "13 vụ")),
    ("Xe khách đón 1.200 lượt khách mỗi ngày.", ("1.200 lượt khách",)),
)

#: Sentences without a measurement.
NEGATIVE: tuple[str, ...] = (
    "Sáng 16/10/2025, UBND xã An Phú tổ chức hội nghị lần thứ 36.",
    "Đại hội Đảng bộ phường khóa 11 nhiệm kỳ 2020-2025 diễn ra lúc 7g30.",
    "Theo Điều 12 Nghị quyết số 98/2023/QH15 của Quốc hội.",
    "Căn cứ Quyết định 1719/QĐ-TTg và Chỉ thị số 16.",
    "Tại quận 5, khu phố 4 và tổ dân phố 76 đã ra quân.",
    "Bản đồ tỷ lệ 1/500 của xã đã được duyệt.",
    "Tuyến Quốc lộ 51 đi qua địa bàn phường 12.",
    "Hội nghị có sự tham dự của hơn 150 đại biểu.",
    "Số xã đạt từ 10 tiêu chí trở lên tăng nhanh.",
    "Đại hội có 168 đại biểu đại diện cho đảng viên toàn xã.",
    "Ban Chấp hành Đảng bộ xã nhiệm kỳ 2025 - 2030 gồm 24 đồng chí.",
    "Nông dân trồng lúa 2 vụ trên chân ruộng thấp.",
    "Dự họp có 25 đồng chí trong Ban Chấp hành.",
    "Dịp này, UBND phường tặng giấy khen cho 15 tập thể, 30 cá nhân.",
    "Xã trao 50 suất quà, mỗi suất trị giá 500 nghìn đồng cho người nghèo.",
    "Nghị quyết gồm 8 nhóm nhiệm vụ và 5 nhóm giải pháp.",
    "Chương trình được triển khai trên địa bàn 10 phường.",
    "Phường Tân Lộc được thành lập từ 2 phường Hòa Bình và Long Thạnh.",
    "Đề án tập trung 3 khâu đột phá.",
    "Các đại biểu nêu 12 ý kiến tại buổi làm việc.",
    "Thị xã kỷ niệm 20 năm thành lập.",
    "Công ty học 2 ca mỗi ngày.",
    "Lãnh đạo xã đã 3 lần đối thoại với dân.",
    "Tỉnh xếp thứ 7 cả nước về chỉ số cải cách.",
    "Công tác năm 2025 đạt kết quả tốt.",
    "Liên hệ số điện thoại 0909 123 456 hoặc 028.3822.4567.",
    "Cầu vượt tại Km12+300 đang thi công.",
)
