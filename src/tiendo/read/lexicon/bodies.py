# SPDX-License-Identifier: Apache-2.0
"""Bodies of the political system and the units of the map: the words by which texts name them.

Here: data. Sources: Luật Tổ chức chính quyền địa phương 2025 (councils, committees, levels), Nghị định 150/2025/NĐ-CP
and 45/2025/NĐ-CP (departments of communes and provinces), Điều lệ Đảng (committees of the Party), common abbreviations
of the press.
"""

from __future__ import annotations

from typing import Final

#: Levels of the map, longest first where one begins another.
LEVELS: Final[tuple[str, ...]] = (
    "thành phố",
    "thị trấn",
    "thị xã",
    "đặc khu",
    "phường",
    "huyện",
    "tỉnh",
    "quận",
    "xã",
    "tp.",
    "tp",
    "tx.",
    "tx",
)

#: Heads of the names of bodies that sign, report, give orders or receive them; longest first is not needed.
BODY_HEADS: Final[tuple[str, ...]] = (
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "ủy ban mặt trận tổ quốc việt nam",
    "ủy ban mttq việt nam",
    "ủy ban mttq",
    "mặt trận tổ quốc",
    "mttq",
    "ban chấp hành",
    "ban thường vụ",
    "thường trực",
    "đảng bộ",
    "đảng ủy",
    "quận ủy",
    "huyện ủy",
    "thị ủy",
    "thành ủy",
    "tỉnh ủy",
    "chi bộ",
    "chi ủy",
    "văn phòng",
    "phòng",
    "sở",
    "ban",
    "chi cục",
    "cục",
    "trung tâm",
    "công an",
    "ban chỉ huy quân sự",
    "bộ chỉ huy quân sự",
    "thanh tra",
    "viện kiểm sát nhân dân",
    "tòa án nhân dân",
    "kho bạc nhà nước",
    "thuế",
    "thống kê",
    "bảo hiểm xã hội",
    "hội",
    "đoàn",
    "liên đoàn lao động",
    "ủy ban kiểm tra",
)

#: Words that stand in the names of those who are told what to do, beside names in capital letters.
PARTY_WORDS: Final[frozenset[str]] = frozenset(
    (
        "ủy ban nhân dân hội đồng đảng bộ quận huyện thị thành tỉnh xã phường đặc khu phố trấn chi văn phòng sở cục trung"
        " tâm thường trực chấp hành vụ kiểm tra trận công an mặt tổ quốc việt nam chỉ huy quân sự thanh viện sát tòa án"
        " kho bạc nhà nước bảo hiểm liên đoàn lao động và của các mỗi từng toàn thể tất cả một số những cả cấp ngành"
        " đơn vị cơ quan địa phương chức đoàn lãnh đạo cán bộ viên người đứng đầu chủ đầu tư chí thủ trưởng chính quyền"
        " khối hệ thống trị thầu thôn ấp bản dân doanh nghiệp hợp tác trường bệnh trạm lực lượng rừng đại biểu phần"
        " cá nhân ubnd hđnd mttq ubmttq bch btv ban bí thư tịch phó giám đốc thuộc trực có liên chuyên môn sự nghiệp"
        " tuyến hội quần chúng lập với nhiệm vụ cùng trên địa bàn cơ sở tp tx kỹ thuật thành viên hai ba"
    ).split()
)

#: Fields of work in the names of departments, in lower case.
FIELDS: Final[tuple[str, ...]] = (
    "kinh tế",
    "hạ tầng",
    "đô thị",
    "tài chính",
    "kế hoạch",
    "đầu tư",
    "quản lý dự án đầu tư xây dựng",
    "quản lý dự án",
    "quản lý đô thị",
    "quản lý",
    "văn hóa",
    "xã hội",
    "thông tin",
    "truyền thông",
    "thể thao",
    "du lịch",
    "giáo dục",
    "đào tạo",
    "nội vụ",
    "tư pháp",
    "lao động",
    "thương binh",
    "y tế",
    "tài nguyên",
    "môi trường",
    "nông nghiệp",
    "nông thôn",
    "phát triển nông thôn",
    "phát triển quỹ đất",
    "khoa học",
    "công nghệ",
    "dân tộc",
    "tôn giáo",
    "xây dựng đảng",
    "xây dựng",
    "giao thông",
    "vận tải",
    "công thương",
    "công chính",
    "ngoại vụ",
    "thanh tra",
    "kiểm tra",
    "tuyên giáo",
    "dân vận",
    "tổ chức cán bộ",
    "tổ chức",
    "nội chính",
    "quân sự",
    "công an",
    "phụ nữ",
    "liên hiệp phụ nữ",
    "nông dân",
    "cựu chiến binh",
    "người cao tuổi",
    "chữ thập đỏ",
    "thanh niên",
    "hành chính công",
    "phục vụ hành chính công",
    "hành chính",
    "dịch vụ công ích",
    "dịch vụ",
    "công ích",
    "quy hoạch",
    "kiến trúc",
    "thống kê",
    "bảo hiểm",
    "kho bạc",
    "chính trị",
    "quân y",
    "bồi thường giải phóng mặt bằng",
    "giải phóng mặt bằng",
    "chỉ huy quân sự",
    "chỉ đạo",
    "tổng hợp",
    "nghiên cứu",
    "khuyến nông",
    "thủy lợi",
    "kiểm lâm",
    "thuế",
    "quân đội",
    "biên phòng",
)
