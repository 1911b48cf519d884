# SPDX-License-Identifier: Apache-2.0
"""Words next to digits that make them a name, an ordinal or a time and not a quantity.

Source: house reading of the genre; each has an example in ``corpus.py``.
"""

from __future__ import annotations

#: Digits right behind these words are never a quantity ("ngày 5", "lần thứ 36", "Nghị quyết 98", "Điều 12").
NEVER_AFTER = frozenset(
    "ngày tháng năm quý thứ khóa khoản điều chương ql tl đt tdp kp covid mẫu bảng biểu hotline đảo hẻm ngõ kiệt km"
    " lớp hạng lô ô thửa tờ trang mùng rằm tết xuân điện sđt id isbn top u g20 vn iso tcvn nq qđ ct tt".split()
)

#: A slip may join the digits to one of these verbs: "tăng10,3%".
GLUED_VERBS = frozenset("tăng giảm đạt bằng còn vượt chiếm hơn gần trên dưới khoảng ước".split())

#: Digits behind these words are a name ("quận 5", "tổ 12") unless a measured unit or a large count follows.
NAME_AFTER = frozenset(
    "quận phường xã ấp thôn xóm khối tổ đội số mục phần nhóm loại cấp đường lộ khu vùng cụm đợt kỳ bước vòng tập trường"
    " cầu cảng tầng phòng huyện tuyến đoạn zone block độ mức lần buôn làng sở đội".split()
)

#: The same for two words.
NAME_AFTER_TWO = frozenset(
    {
        "khu phố", "tổ dân", "dân phố", "chương trình", "nghị quyết", "quyết định", "chỉ thị", "kết luận", "thông báo",
        "đề án", "giai đoạn", "nhiệm kỳ", "mức độ", "quốc lộ", "tỉnh lộ", "đại lộ", "khu vực", "bệnh viện", "đại học",
        "tiểu học", "mầm non", "trung học", "chi bộ", "thế kỷ", "công văn", "tờ trình", "hệ số", "thông tư",
        "nghị định", "công viên", "quảng trường",
    }
)  # fmt: skip

#: Of the two-word names, those in which digits are a name whatever follows.
ACTS = frozenset({"nghị quyết", "quyết định", "chỉ thị", "kết luận", "thông báo", "công văn", "thông tư", "nghị định"})

#: Of the words behind which digits are no quantity, those that hold even before a percentage or a measure.
TIME_AFTER = frozenset("ngày tháng thứ".split())

#: Pairs that end like a name and introduce a count.
COUNTING = frozenset(
    {
        "tổng số", "trong số", "một số", "có số", "với số", "đa số", "vượt mức", "cùng kỳ", "cấp tỉnh", "cấp huyện",
        "cấp xã", "cả huyện", "toàn huyện", "toàn xã", "cả đợt",
    }
)  # fmt: skip

#: Behind these, two numbers with a sign between are a day and a month ("ngày 16/10", "đến 31.12").
DAY_WORDS = frozenset("ngày sáng chiều tối trưa đêm hôm mùng đến từ trước sau hết và nay".split())
