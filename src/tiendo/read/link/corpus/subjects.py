# SPDX-License-Identifier: Apache-2.0
"""Examples: what a quantity measures (GUIDE of the annotated texts, field ``subject``)."""

from __future__ import annotations

#: Sentence → quote and subject of each measurement.
CASES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    # values: the phrase before the verb
    (
        "Tổng thu ngân sách nhà nước trên địa bàn ước đạt 245,6 tỷ đồng.",
        (("245,6 tỷ đồng", "Tổng thu ngân sách nhà nước trên địa bàn"),),
    ),
    (
        "Trong 6 tháng đầu năm, giá trị sản xuất công nghiệp đạt 1.230 tỷ đồng, tăng 9,2%.",
        (("1.230 tỷ đồng", "giá trị sản xuất công nghiệp"), ("9,2%", "giá trị sản xuất công nghiệp")),
    ),
    # neither the point of a time nor a joint names anything
    (
        "Tỷ lệ hộ nghèo giảm 6,2% (giảm từ 42,6% cuối năm 2023 xuống còn 36,4% cuối năm 2024).",
        (("6,2%", "Tỷ lệ hộ nghèo"), ("42,6%", "Tỷ lệ hộ nghèo"), ("36,4%", "Tỷ lệ hộ nghèo")),
    ),
    (
        "Sản lượng lúa đạt 433 tấn, tăng 1,6% hay tăng 6,9 tấn.",
        (("433 tấn", "Sản lượng lúa"), ("1,6%", "Sản lượng lúa"), ("6,9 tấn", "Sản lượng lúa")),
    ),
    ("Tội phạm về ma túy chiếm tỷ lệ 38%.", (("38%", "Tội phạm về ma túy"),)),
    ("Quận 9 thu ngân sách đạt 96% dự toán.", (("96%", "thu ngân sách"),)),
    ("Đến nay, xã Tân Hòa đã giải ngân vốn đầu tư công 12 tỷ đồng.", (("12 tỷ đồng", "giải ngân vốn đầu tư công"),)),
    ("Công tác giảm nghèo được quan tâm, tỷ lệ hộ nghèo còn 0,68%.", (("0,68%", "tỷ lệ hộ nghèo"),)),
    ("Giá trị sản xuất (giá so sánh 2010) đạt 1.230 tỷ đồng.", (("1.230 tỷ đồng", "Giá trị sản xuất"),)),
    ("Tỷ lệ điều tra, khám phá án đạt 88,9%.", (("88,9%", "Tỷ lệ điều tra, khám phá án"),)),
    ("Ông Trần Văn An cho biết tổng vốn đầu tư đạt 45 tỷ đồng.", (("45 tỷ đồng", "tổng vốn đầu tư"),)),
    (
        "Năng suất lúa ước đạt 62 tạ/ha; sản lượng 7.750 tấn.",
        (("62 tạ/ha", "Năng suất lúa"), ("7.750 tấn", "sản lượng")),
    ),
    # percentages and measures: the phrase behind
    ("Phấn đấu 100% hồ sơ được giải quyết đúng hạn.", (("100%", "hồ sơ được giải quyết đúng hạn"),)),
    ("Giảm 10% số vụ tai nạn giao thông.", (("10%", "số vụ tai nạn giao thông"),)),
    ("Xã đã trồng mới 68 ha rừng phòng hộ.", (("68 ha", "trồng rừng phòng hộ"),)),
    ("Giải ngân 842 tỷ đồng vốn đầu tư công.", (("842 tỷ đồng", "Giải ngân vốn đầu tư công"),)),
    ("Xã đã giải ngân được 842 tỷ đồng vốn đầu tư công.", (("842 tỷ đồng", "vốn đầu tư công"),)),
    # counts
    ("Toàn xã có 534 doanh nghiệp đang hoạt động.", (("534 doanh nghiệp", "doanh nghiệp đang hoạt động"),)),
    ("Kết nạp 28 đảng viên mới.", (("28 đảng viên mới", "Kết nạp đảng viên mới"),)),
    (
        "Công an xã xử phạt 245 trường hợp vi phạm với số tiền 1,5 tỷ đồng.",
        (("245 trường hợp vi phạm", "xử phạt trường hợp vi phạm"),),
    ),
    ("Đàn bò 4.520 con, đàn lợn 12.300 con.", (("4.520 con", "Đàn bò"), ("12.300 con", "đàn lợn"))),
    (
        "Tai nạn giao thông xảy ra 6 vụ, làm chết 2 người.",
        (("6 vụ", "Tai nạn giao thông"), ("2 người", "Tai nạn giao thông làm chết")),
    ),
    ("Khách quốc tế đạt 18.340 lượt.", (("18.340 lượt", "Khách quốc tế"),)),
    ("Xã có 85 hộ nghèo, giảm 14 hộ so với đầu năm.", (("85 hộ nghèo", "hộ nghèo"), ("14 hộ", "hộ nghèo"))),
    (
        "Số doanh nghiệp ngừng hoạt động là 37, tăng 8 doanh nghiệp.",
        (("37", "Số doanh nghiệp ngừng hoạt động"), ("8 doanh nghiệp", "Số doanh nghiệp ngừng hoạt động")),
    ),
    ("Nâng tổng số sản phẩm OCOP lên 17 sản phẩm.", (("17 sản phẩm", "tổng số sản phẩm OCOP"),)),
    ("Công an đã tạm giữ 27 ô tô vi phạm.", (("27 ô tô", "tạm giữ ô tô vi phạm"),)),
    # shares and changes of what was named
    (
        "Thu ngân sách đạt 245 tỷ đồng, bằng 58% dự toán, tăng 12%.",
        (("245 tỷ đồng", "Thu ngân sách"), ("58%", "Thu ngân sách"), ("12%", "Thu ngân sách")),
    ),
    (
        "Có 5/7 trường đạt chuẩn quốc gia (71,4%).",
        (("5/7 trường", "trường đạt chuẩn quốc gia"), ("71,4%", "trường đạt chuẩn quốc gia")),
    ),
    # lists by place
    (
        "Tỷ lệ giải ngân vốn đầu tư công cao nhất là huyện An Khê 84%, tiếp đến là huyện Bình Lộc 72%.",
        (
            ("84%", "Tỷ lệ giải ngân vốn đầu tư công huyện An Khê"),
            ("72%", "Tỷ lệ giải ngân vốn đầu tư công huyện Bình Lộc"),
        ),
    ),
    # what stands behind "là" or a colon is a value, however short the noun
    ("Số phiếu tín nhiệm: 49 phiếu.", (("49 phiếu", "Số phiếu tín nhiệm"),)),
    (
        "Tổng biên chế công chức cấp xã là 3.210 chỉ tiêu, giảm 45 chỉ tiêu.",
        (
            ("3.210 chỉ tiêu", "Tổng biên chế công chức cấp xã"),
            ("45 chỉ tiêu", "Tổng biên chế công chức cấp xã"),
        ),
    ),
    ("Đến hạn giải quyết là 4.120 hồ sơ.", (("4.120 hồ sơ", "hồ sơ Đến hạn giải quyết"),)),
    # deeds: verb with its object, then the noun
    ("Xã đã tiến hành xử lý kỷ luật 12 đảng viên.", (("12 đảng viên", "xử lý kỷ luật đảng viên"),)),
    ("Giám sát chuyên đề đối với 9 chi bộ.", (("9 chi bộ", "Giám sát chuyên đề chi bộ"),)),
    ("Tiêm chủng đầy đủ cho 187 trẻ dưới 1 tuổi.", (("187 trẻ", "Tiêm chủng đầy đủ trẻ dưới 1 tuổi"),)),
    ("Cưỡng chế tháo dỡ 3 trường hợp.", (("3 trường hợp", "Cưỡng chế tháo dỡ"),)),
    ("Rà soát 470 học sinh chưa có thẻ.", (("470 học sinh", "học sinh chưa có thẻ"),)),
    (
        "Kiểm tra 46 tổ chức đảng và 63 đảng viên.",
        (("46 tổ chức đảng", "Kiểm tra tổ chức đảng"), ("63 đảng viên", "Kiểm tra đảng viên")),
    ),
    # two counts that share the rest of the phrase
    (
        "Phát hiện 7 vụ, 11 đối tượng phạm tội về ma túy.",
        (("7 vụ", "vụ phạm tội về ma túy"), ("11 đối tượng", "đối tượng phạm tội về ma túy")),
    ),
    # names before empty nouns, in a list of examples
    (
        "Các loại tội phạm xảy ra nhiều như trộm cắp tài sản 53 vụ (29,4%), đánh bạc 33 vụ (18,3%).",
        (
            ("53 vụ", "trộm cắp tài sản"),
            ("29,4%", "trộm cắp tài sản"),
            ("33 vụ", "đánh bạc"),
            ("18,3%", "đánh bạc"),
        ),
    ),
    # sectors take over the head of their list
    (
        "Giá trị sản xuất nông nghiệp tăng 3,2%; công nghiệp - xây dựng tăng 9,1%; thương mại, dịch vụ tăng 10%.",
        (
            ("3,2%", "Giá trị sản xuất nông nghiệp"),
            ("9,1%", "Giá trị sản xuất công nghiệp - xây dựng"),
            ("10%", "Giá trị sản xuất thương mại, dịch vụ"),
        ),
    ),
    ("Thu nội địa đạt 120 tỷ đồng; thu tiền sử dụng đất 30 tỷ đồng.", (("30 tỷ đồng", "thu tiền sử dụng đất"),)),
    # behind a bracket the sentence goes on where it stood before
    (
        "Tổng sản lượng thủy sản là 49.489 tấn (trong đó tôm 27.081 tấn), bằng 26,9% kế hoạch.",
        (("27.081 tấn", "sản lượng tôm"), ("26,9%", "Tổng sản lượng thủy sản")),
    ),
    # what was done with a share or a measure
    ("Công an phường đã kiểm tra 100% nhà trọ.", (("100%", "kiểm tra nhà trọ"),)),
    ("Thôn còn vướng 14,3 ha đất rừng.", (("14,3 ha", "còn vướng đất rừng"),)),
    ("Khối lượng gỗ tịch thu 427 m3 gỗ.", (("427 m3", "Khối lượng gỗ tịch thu"),)),
    # what a verb carries out is the subject; a total names its own
    ("Các ngân hàng đã thực hiện doanh số cho vay 197 tỷ đồng.", (("197 tỷ đồng", "doanh số cho vay"),)),
    ("Tổng số thu nộp ngân sách 750 tỷ đồng.", (("750 tỷ đồng", "Tổng số thu nộp ngân sách"),)),
    (
        "Nợ quá hạn 203 triệu đồng, tăng so với đầu năm 38 triệu đồng.",
        (("203 triệu đồng", "Nợ quá hạn"), ("38 triệu đồng", "Nợ quá hạn")),
    ),
    # a new part of the sentence names its own, before a comma too
    (
        "Thu nhập từ công nghiệp, đạt 161 tỷ đồng; thương mại dịch vụ, đạt 117 tỷ đồng.",
        (("117 tỷ đồng", "Thu nhập từ thương mại dịch vụ"),),
    ),
    (
        "Trọng án xảy ra 65 vụ, điều tra làm rõ 63 vụ, 94 đối tượng.",
        (("63 vụ", "Trọng án điều tra làm rõ"), ("94 đối tượng", "Trọng án điều tra làm rõ")),
    ),
    (
        "Có 61 xã, phường, đặc khu chưa có công chức.",
        (("61 xã, phường", "xã, phường, đặc khu chưa có công chức"),),
    ),
    # an enumeration is one name; a clause behind a comma is not
    ("Có 80 ha lúa, hoa màu, cây trồng khác bị ngập.", (("80 ha", "lúa, hoa màu, cây trồng khác bị ngập"),)),
    ("Có 80 ha lúa, tăng nhanh, nhưng chưa vững.", (("80 ha", "lúa"),)),
    # a total and its parts by place
    (
        "Có 80.606 ha lúa bị ngập (Lương Hà 4.123, Tân Giang 540).",
        (("4.123", "lúa bị ngập Lương Hà"), ("540", "lúa bị ngập Tân Giang")),
    ),
    # where it is says nothing of what it is; a threshold is part of what is counted
    ("Có 5 xã ở huyện An Khê.", (("5 xã", "xã"),)),
    ("Có 19 xã đạt 13 tiêu chí.", (("19 xã", "xã đạt 13 tiêu chí"),)),
    ("Xã nuôi 6.500 con trâu.", (("6.500 con", "trâu"),)),
    ("Sản phẩm bằng kim loại 12.532 m2.", (("12.532 m2", "Sản phẩm bằng kim loại"),)),
    # a comma may join names; behind it a new clause may begin
    (
        "Xã giải quyết 40/67 đơn khiếu nại, tố cáo của công dân.",
        (("40/67 đơn khiếu nại", "giải quyết đơn khiếu nại, tố cáo của công dân"),),
    ),
    ("Có 5 vụ cháy rừng, người dân bị thiệt hại.", (("5 vụ cháy", "vụ cháy rừng"),)),
    ("Số hộ sản xuất, kinh doanh cá thể là 250 hộ.", (("250 hộ", "Số hộ sản xuất, kinh doanh cá thể"),)),
    ("Nâng mức hài lòng của người dân, doanh nghiệp lên 95%.", (("95%", "mức hài lòng của người dân, doanh nghiệp"),)),
    # places under the topic of their list
    (
        "Một số địa phương có số vốn ủy thác cao như: Tân An 36,9 tỷ đồng, Phú Hòa 36,1 tỷ đồng.",
        (("36,9 tỷ đồng", "số vốn ủy thác Tân An"), ("36,1 tỷ đồng", "số vốn ủy thác Phú Hòa")),
    ),
    (
        "Lương Hà 5 người chết; Tân Giang 6 người do lũ.",
        (("6 người", "người chết Tân Giang"),),
    ),
    (
        "Mưa lũ làm 19 người chết (Lương Hà: 5 người chết; Tân Giang: 14 người chết).",
        (("5 người chết", "người chết Lương Hà"), ("14 người chết", "người chết Tân Giang")),
    ),
    # a standard that is met belongs to the name; so does what follows a comma in the name of a sector
    ("Tỷ lệ thôn đạt chuẩn nông thôn mới 58,9%.", (("58,9%", "Tỷ lệ thôn đạt chuẩn nông thôn mới"),)),
    ("(10) Số trường đạt chuẩn quốc gia: 04 trường.", (("04 trường", "Số trường đạt chuẩn quốc gia"),)),
    (
        "Giá trị sản xuất tăng 16%, trong đó: Nông, lâm, thủy sản tăng 6%.",
        (("6%", "Giá trị sản xuất Nông, lâm, thủy sản"),),
    ),
    # what is the largest, and what it is
    ("Khoản thu lớn nhất là thu nội địa đạt 2.310 tỷ đồng.", (("2.310 tỷ đồng", "thu nội địa"),)),
    (
        "Đã giải quyết 1/23 vụ việc, tiếp tục thụ lý giải quyết 22 vụ việc.",
        (("22 vụ việc", "thụ lý giải quyết"),),
    ),
    # parts of a count, kinds under a measure
    (
        "Huyện có 190 trường đạt chuẩn. Trong đó, mầm non có 43 trường, THPT có 9 trường.",
        (("43 trường", "trường mầm non đạt chuẩn"), ("9 trường", "trường THPT đạt chuẩn")),
    ),
    (
        "Diện tích lúa đạt 53/52 ha; cây ngô 73/70 ha; thu hoạch 12 ha.",
        (("73/70 ha", "Diện tích cây ngô"), ("12 ha", "thu hoạch")),
    ),
    # what a change says, and of what: the sentence before, no accident named, a kind of case
    (
        "Va chạm xảy ra 936 vụ. So với cùng kỳ giảm 339 vụ, giảm 427 người bị thương.",
        (("339 vụ", "Va chạm"), ("427 người bị thương", "người bị thương")),
    ),
    ("Cả nước làm chết 708 người.", (("708 người", "người chết"),)),
    ("Có 97 vụ phạm pháp; án cướp tài sản xảy ra 55 vụ.", (("55 vụ", "án cướp tài sản"),)),
    # neighbours keep their own words
    (
        "Xã có 140 km2 diện tích tự nhiên và quy mô dân số 5.951 người.",
        (("140 km2", "diện tích tự nhiên"), ("5.951 người", "quy mô dân số")),
    ),
    ("Kết nạp 738 đảng viên nâng tổng số đảng viên lên 3.161 đảng viên.", (("738 đảng viên", "Kết nạp đảng viên"),)),
    (
        "Số vụ giảm 16% số người chết và giảm 17% số người bị thương.",
        (("17%", "số người bị thương"),),
    ),
    # sets, rates behind their verb, averages
    (
        "Trong số đơn đã giải quyết có 18,2% đơn khiếu nại đúng.",
        (("18,2%", "đơn khiếu nại đúng"),),
    ),
    ("Huyện phấn đấu đạt tỷ trọng kinh tế số tối thiểu 5% GRDP.", (("5%", "tỷ trọng kinh tế số"),)),
    ("Năng suất bình quân đạt 50 tạ/ha.", (("50 tạ/ha", "Năng suất bình quân"),)),
    ("Khu vực dịch vụ tăng 5,57%, đóng góp 2,35 điểm phần trăm.", (("2,35 điểm phần trăm", "Khu vực dịch vụ"),)),
    # who something is done to; a verb that closes the name of what was counted before
    ("Bệnh nhân điều trị khỏi ra viện 42 người.", (("42 người", "Bệnh nhân điều trị khỏi ra viện"),)),
    (
        "Giám sát 55 điểm tiêm chủng, tập huấn cho 730 học viên.",
        (("730 học viên", "tập huấn học viên"),),
    ),
    # ages and fields of work belong to the name
    ("Có 80% trẻ em dưới 6 tuổi được cấp thẻ.", (("80%", "trẻ em dưới 6 tuổi được cấp thẻ"),)),
    ("Phát hiện 21 vụ vi phạm về quản lý, bảo vệ rừng.", (("21 vụ vi phạm", "vụ vi phạm về quản lý, bảo vệ rừng"),)),
    # carried over to the next sentence
    (
        "Thu ngân sách đạt 245 tỷ đồng. Tăng 12% so với cùng kỳ.",
        (("245 tỷ đồng", "Thu ngân sách"), ("12%", "Thu ngân sách")),
    ),
    # what a council lays down; what it comes to; what changes stands behind the verb
    (
        "HĐND quyết nghị tổng thu ngân sách huyện năm 2024 là 810,5 tỷ đồng.",
        (("810,5 tỷ đồng", "tổng thu ngân sách huyện"),),
    ),
    (
        "Có 43 đại biểu tán thành, tương đương tỷ lệ 90,31% tổng số đại biểu.",
        (("43 đại biểu", "đại biểu tán thành"), ("90,31%", "đại biểu tán thành")),
    ),
    (
        "Giải ngân đạt rất thấp nên huyện phải giảm vay ngân hàng 15 tỷ đồng; giảm vay quỹ 20 tỷ đồng.",
        (("15 tỷ đồng", "vay ngân hàng"), ("20 tỷ đồng", "vay quỹ")),
    ),
    (
        "Dư nợ của tỉnh là 3.000 tỷ đồng, bằng 6,37% GRDP.",
        (("3.000 tỷ đồng", "Dư nợ của tỉnh"), ("6,37%", "Dư nợ của tỉnh")),
    ),
    # aims name what they are of; a remark that opens the sentence names nothing
    (
        "Sở đặt mục tiêu 32% người dân tập thể dục thường xuyên.",
        (("32%", "người dân tập thể dục thường xuyên"),),
    ),
    (
        "Đáng chú ý là tỷ lệ hộ nghèo còn 1,5% (chỉ tiêu đề ra là 2%).",
        (("1,5%", "tỷ lệ hộ nghèo"), ("2%", "tỷ lệ hộ nghèo")),
    ),
    ("Xã phấn đấu hoàn thành chỉ tiêu thu ngân sách 6.600 triệu đồng.", (("6.600 triệu đồng", "thu ngân sách"),)),
    (
        "Có 1 chỉ tiêu không đạt là tốc độ tăng giá trị sản xuất (7,15%).",
        (("1 chỉ tiêu", "chỉ tiêu không đạt"), ("7,15%", "tốc độ tăng giá trị sản xuất")),
    ),
    # a noun of two words stays whole; a slip joins verb and number; what became of the counted
    (
        "Trường tuyển 1.300 chỉ tiêu hệ đại học (ngành y chiếm 50 chỉ tiêu).",
        (("1.300 chỉ tiêu", "tuyển chỉ tiêu hệ đại học"), ("50 chỉ tiêu", "tuyển chỉ tiêu ngành y hệ đại học")),
    ),
    ("Sản lượng thủy sản tăng8,5%.", (("8,5%", "Sản lượng thủy sản"),)),
    (
        "Kỷ luật 57 đảng viên (khiển trách 40, cảnh cáo 17).",
        (("57 đảng viên", "Kỷ luật đảng viên"), ("40", "Kỷ luật đảng viên khiển trách")),
    ),
    ("Xã di dời 600 hộ dân trong tổng số 4.200 hộ.", (("600 hộ dân", "di dời hộ dân"),)),
    # values in the print of headings
    ("Phần Thu: 5.972 triệu đồng.", (("5.972 triệu đồng", "Phần Thu"),)),
    # "Trong đó," names nothing; an aim names what stands behind its percentage
    (
        "Tỉnh có 130 dự án. Trong đó, ngành chế biến chiếm 92,8% tổng vốn đầu tư.",
        (("130 dự án", "dự án"), ("92,8%", "ngành chế biến")),
    ),
    (
        "Tỉnh đặt mục tiêu cho năm 2019: 50% cơ sở dữ liệu được kết nối.",
        (("50%", "cơ sở dữ liệu được kết nối"),),
    ),
    (
        "Nợ xấu là 1,49%, giảm so với mức 1,62% thời điểm đầu năm.",
        (("1,49%", "Nợ xấu"), ("1,62%", "Nợ xấu")),
    ),
    # a bare measure is of the kind named before; what only says when comes off; a word that ends like one stays
    (
        "Năng suất lúa đạt 62,8 tạ/ha, sản lượng đạt 194 tấn; ngô đạt 45,1 tạ/ha, sản lượng đạt 56 tấn.",
        (
            ("62,8 tạ/ha", "Năng suất lúa"),
            ("194 tấn", "sản lượng lúa"),
            ("45,1 tạ/ha", "Năng suất ngô"),
            ("56 tấn", "sản lượng ngô"),
        ),
    ),
    (
        "Diện tích gieo trồng đạt 1.250 ha; sản lượng đạt 900 tấn.",
        (("1.250 ha", "Diện tích gieo trồng"), ("900 tấn", "sản lượng")),
    ),
    ("Tổng đàn lợn tại thời điểm 1/4/2016 là 794 con.", (("794 con", "Tổng đàn lợn"),)),
    ("Lao động qua đào tạo đạt 75%, trong đó có bằng cấp, chứng chỉ đạt 37%.", (("37%", "bằng cấp, chứng chỉ"),)),
    # behind so many times stands the base
    (
        "Thu nhập đạt 11 triệu đồng, gấp khoảng 1,5 lần khu vực tư nhân.",
        (("11 triệu đồng", "Thu nhập"), ("1,5 lần", "Thu nhập")),
    ),
    ("Thu nhập bình quân đầu người đến cuối năm 2020 đạt 9.800 USD.", (("9.800 USD", "Thu nhập bình quân đầu người"),)),
    # a numbered line heads the cases below it; a season and where it was come off; what money is for
    (
        "2. Phạm tội về môi trường:\nToàn quốc xảy ra 26 vụ.",
        (("26 vụ", "Phạm tội về môi trường"),),
    ),
    ("Vụ mùa năm nay toàn tỉnh gieo trồng được 878 ha cây các loại.", (("878 ha", "gieo trồng cây các loại"),)),
    ("Dành 150 triệu đồng cho Đề án chuyển đổi số.", (("150 triệu đồng", "Dành cho Đề án chuyển đổi số"),)),
    (
        "Giá trị sản phẩm/1 ha đất canh tác đạt 98 triệu đồng.",
        (("98 triệu đồng", "Giá trị sản phẩm/1 ha đất canh tác"),),
    ),
    (
        "Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ đạt 390 tỷ đồng.",
        (("390 tỷ đồng", "Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ"),),
    ),
    # kinds behind their measure; a rate says itself what it is of
    (
        "Sản lượng thu hoạch được 240 tấn khoai lang; 190 tấn ngô.",
        (("240 tấn", "Sản lượng thu hoạch"), ("190 tấn", "Sản lượng ngô")),
    ),
    ("Số giường bệnh trên 1 vạn dân đạt 45,7 giường.", (("45,7 giường", "Số giường bệnh trên 1 vạn dân"),)),
    # of what a change is; an aim in words
    (
        "So cùng kỳ tăng 13,2% về số lượng doanh nghiệp và tăng 88,7% về vốn đăng ký.",
        (("13,2%", "số lượng doanh nghiệp"), ("88,7%", "vốn đăng ký")),
    ),
    ("Thành phố đặt mục tiêu đến năm 2020 giảm tỷ lệ chôn lấp rác xuống dưới 50%.", (("50%", "tỷ lệ chôn lấp rác"),)),
)
