# SPDX-License-Identifier: Apache-2.0
"""Examples: subjects that are told around a quantity, by the list, the aim or the sentence before it."""

from __future__ import annotations

#: Sentence → quote and subject of each measurement.
CASES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    # shares of the economy are of no product told before; sectors joined by commas are one name
    (
        "GRDP bình quân đạt 70 triệu đồng. Cơ cấu kinh tế chuyển dịch; ước năm 2025: Dịch vụ chiếm 28%.",
        (("70 triệu đồng", "GRDP bình quân"), ("28%", "Dịch vụ")),
    ),
    (
        "Sản xuất công nghiệp, xây dựng, dịch vụ, thương mại và vận tải đạt 635 tỷ đồng.",
        (("635 tỷ đồng", "Sản xuất công nghiệp, xây dựng, dịch vụ, thương mại và vận tải"),),
    ),
    (
        "Tổng giá trị sản xuất đạt 900 tỷ đồng. Trong đó, công nghiệp đạt 635 tỷ đồng.",
        (("900 tỷ đồng", "Tổng giá trị sản xuất"), ("635 tỷ đồng", "Tổng giá trị sản xuất công nghiệp")),
    ),
    # a bare sum is of what it was gathered for
    (
        "Xã vận động ủng hộ đồng bào bị thiên tai với số tiền 152 triệu đồng.",
        (("152 triệu đồng", "vận động ủng hộ đồng bào bị thiên tai"),),
    ),
    (
        "Xử phạt 12 trường hợp vi phạm với số tiền 24 triệu đồng.",
        (("24 triệu đồng", "Xử phạt trường hợp vi phạm"),),
    ),
    # seasons of an area; where it was comes off before a verb only
    (
        "Diện tích gieo trồng đạt 264 ha, trong đó vụ Đông Xuân toàn tỉnh đạt 184 ha; vụ Hè Thu đạt 80 ha.",
        (
            ("264 ha", "Diện tích gieo trồng"),
            ("184 ha", "Diện tích vụ Đông Xuân toàn tỉnh"),
            ("80 ha", "Diện tích vụ Hè Thu"),
        ),
    ),
    ("Số vụ đông người khiếu kiện là 5 vụ.", (("5 vụ", "Số vụ đông người khiếu kiện"),)),
    # up to when, and what an aim is of
    (
        "Giải ngân vốn đầu tư công chậm. Tuy nhiên, tính tới hết tháng 11 mới giải ngân được 119 tỷ đồng.",
        (("119 tỷ đồng", "Giải ngân vốn đầu tư công"),),
    ),
    (
        "Tỉnh điều hành quyết liệt với mục tiêu tăng trưởng cả nước đạt 8%.",
        (("8%", "tăng trưởng cả nước"),),
    ),
    ("Để thực hiện thắng lợi mục tiêu tăng trưởng cả nước đạt 8%, tỉnh rà soát lại.", (("8%", "tăng trưởng cả nước"),)),
    ("Để đạt được mức tăng trưởng 8,5%, tỉnh phải nỗ lực.", (("8,5%", "mức tăng trưởng"),)),
    (
        "Giải ngân chậm; những tháng còn lại thành phố phải tăng trưởng đạt 10,3%.",
        (("10,3%", "tăng trưởng"),),
    ),
    # schools are of their level
    (
        "Bậc trung học cơ sở có 136/177 trường đạt chuẩn quốc gia, chiếm tỷ lệ 76,8%.",
        (
            ("136/177 trường", "trường trung học cơ sở đạt chuẩn quốc gia"),
            ("76,8%", "trường trung học cơ sở đạt chuẩn quốc gia"),
        ),
    ),
    ("Cấp huyện có 12 trường đạt chuẩn quốc gia.", (("12 trường", "trường đạt chuẩn quốc gia"),)),
    # what is told of a thing behind its place
    ("Đến nay, 100% tuyến hẻm trên địa bàn có hệ thống chiếu sáng.", (("100%", "tuyến hẻm có hệ thống chiếu sáng"),)),
    ("Thu thuế đạt 90% hộ trên địa bàn, tăng 5%.", (("90%", "Thu thuế"),)),
    # "viên chức" is no classifier; what closes a bound opens no phrase
    (
        "Có 115 người nghỉ, trong đó, 06 công chức; 90 viên chức.",
        (("06 công chức", "công chức"), ("90 viên chức", "viên chức")),
    ),
    (
        "Tỷ lệ bao phủ bảo hiểm y tế 97% trở lên và đặc biệt chỉ số hạnh phúc của người dân đạt 72,5% trở lên.",
        (("97%", "Tỷ lệ bao phủ bảo hiểm y tế"), ("72,5%", "chỉ số hạnh phúc của người dân")),
    ),
    (
        "Tỷ lệ lao động đã qua đào tạo có bằng cấp, chứng chỉ đạt 37%.",
        (("37%", "Tỷ lệ lao động đã qua đào tạo có bằng cấp, chứng chỉ"),),
    ),
    # a ranking of places is of the growth told before; a sector that grows is no place
    (
        "Chính phủ giao mục tiêu tăng trưởng GRDP cho các tỉnh. Trong đó, Kim Giang cao nhất là 13,6%; Hải Sơn 12,5%.",
        (("13,6%", "mục tiêu tăng trưởng GRDP Kim Giang"), ("12,5%", "mục tiêu tăng trưởng GRDP Hải Sơn")),
    ),
    (
        "Tỉnh giao mục tiêu tăng trưởng GRDP cho các xã. Tỷ lệ hộ nghèo còn 2%.",
        (("2%", "Tỷ lệ hộ nghèo"),),
    ),
    # what was asked for stands behind what it reached
    (
        "Riêng thu nhập bình quân ước năm 2025 đạt chỉ tiêu Đại hội đề ra là 103 triệu đồng.",
        (("103 triệu đồng", "thu nhập bình quân"),),
    ),
    # words that only stand around a number; the average of others is a base
    ("Vốn đầu tư công chậm; đẩy nhanh giải ngân, phấn đấu hết niên độ đạt 98%.", (("98%", "giải ngân"),)),
    (
        "Giải ngân vốn đầu tư công đạt 30%, thấp hơn bình quân chung của tỉnh gần 9 điểm phần trăm.",
        (("30%", "Giải ngân vốn đầu tư công"), ("9 điểm phần trăm", "Giải ngân vốn đầu tư công")),
    ),
    # people who are set apart from those told before
    (
        "Đã chi trả cho 26.380 người khó khăn; riêng lao động tự do có 15.240 người.",
        (("15.240 người", "lao động tự do"),),
    ),
    (
        "Đã chi trả cho 26.380 người khó khăn; riêng xã Tân Lộc có 15.240 người.",
        (("15.240 người", "chi trả người khó khăn"),),
    ),
    # funds that were planned are disbursed
    (
        "Kế hoạch vốn giải phóng mặt bằng là 640 tỷ đồng, đến hết tháng 2 giải ngân 213 tỷ đồng.",
        (("213 tỷ đồng", "giải ngân vốn giải phóng mặt bằng"),),
    ),
    ("Thu tiền đất là 640 tỷ đồng, đến hết tháng 2 giải ngân 213 tỷ đồng.", (("213 tỷ đồng", "giải ngân"),)),
)
