# SPDX-License-Identifier: Apache-2.0
"""Examples: the hedge of the last number of a text, and words that are none.

Examples first: a new rule begins with a line here that fails.
"""

from __future__ import annotations

from tiendo.kernel.quantity import Qualifier

#: Text (``|`` where the number begins) → hedge, words of the hedge.
POSITIVE: tuple[tuple[str, Qualifier, str], ...] = (
    ("đạt hơn |3.200 tỷ đồng", Qualifier.OVER, "hơn "),
    ("đạt trên |95%", Qualifier.OVER, "trên "),
    ("diễn ra trên |100 lễ hội", Qualifier.OVER, "trên "),
    ("thu quá |12 tỷ", Qualifier.OVER, "quá "),
    ("đạt > |95%", Qualifier.OVER, "> "),
    ("đạt >|95%", Qualifier.OVER, ">"),
    ("đạt gần |35%", Qualifier.UNDER, "gần "),
    ("chưa đến |35%", Qualifier.UNDER, "chưa đến "),
    ("chưa đầy |2 tháng", Qualifier.UNDER, "chưa đầy "),
    ("tỷ lệ nghèo dưới |0,5%", Qualifier.UNDER, "dưới "),
    ("ngót |100 hộ", Qualifier.UNDER, "ngót "),
    ("khoảng |120 hộ", Qualifier.ABOUT, "khoảng "),
    ("xấp xỉ |40%", Qualifier.ABOUT, "xấp xỉ "),
    ("ước |1.390 tỷ đồng", Qualifier.ABOUT, "ước "),
    ("ước tính khoảng |14 tỷ", Qualifier.ABOUT, "ước tính khoảng "),
    ("tầm |50 người", Qualifier.ABOUT, "tầm "),
    ("ước đạt hơn |154 tỷ đồng", Qualifier.OVER, "hơn "),
    ("ước đạt |245,6 tỷ đồng", Qualifier.ABOUT, ""),
    ("ước đạt: |635 tỷ đồng", Qualifier.ABOUT, ""),
    ("ước thực hiện đạt |123.905,7 tỷ đồng", Qualifier.ABOUT, ""),
    ("Ước thu ngân sách của xã năm nay là |45 tỷ đồng", Qualifier.ABOUT, ""),
    ("ước thực hiện trong 6 tháng |955 tỷ đồng", Qualifier.ABOUT, ""),
    ("ít nhất |60 đảng viên", Qualifier.AT_LEAST, "ít nhất "),
    ("tối thiểu là |3 mô hình", Qualifier.AT_LEAST, "tối thiểu là "),
    ("không dưới |98%", Qualifier.AT_LEAST, "không dưới "),
    ("≥ |95%", Qualifier.AT_LEAST, "≥ "),
    ("từ |10,5% trở lên", Qualifier.AT_LEAST, "từ "),
    ("có |90% số hộ trở lên", Qualifier.AT_LEAST, ""),
    ("không quá |5 ngày", Qualifier.AT_MOST, "không quá "),
    ("tối đa |3 lần", Qualifier.AT_MOST, "tối đa "),
    ("≤ |2%", Qualifier.AT_MOST, "≤ "),
    ("(khoảng |120 hộ)", Qualifier.ABOUT, "khoảng "),
)

#: No hedge: a comparison, another word, another clause.
NEGATIVE: tuple[str, ...] = (
    "cao hơn |3,5 điểm",
    "nhiều hơn |12 hộ",
    "đạt |95%",
    "tăng |12%",
    "ước mơ của |12 em",
    "trên địa bàn |12 xã",
    "ước đạt, |12%",
    "ước đạt kế hoạch: |12%",
    "như ước hẹn, trong 6 tháng |12%",
    "|12 hộ",
)

#: "trên" says where.
PLACES: tuple[str, ...] = (
    "diễn ra trên |10 phường",
    "được triển khai trên |12 tuyến đường",
    "lễ hội tổ chức trên |4 xã",
)
