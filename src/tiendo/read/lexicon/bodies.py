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
