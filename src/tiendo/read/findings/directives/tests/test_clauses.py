# SPDX-License-Identifier: Apache-2.0
"""Tests of what is told by the first letters of a sentence: captions and labels, none of which may be passed over.

Here: each beginning once. Not here: whole orders.
"""

from __future__ import annotations

import pytest

from tiendo.read.findings.directives.clauses import is_caption, label_kind


@pytest.mark.parametrize(
    "line",
    [
        "quang cảnh hội nghị",
        "toàn cảnh buổi làm việc",
        "ảnh: thu hà",
        "trong ảnh: đoàn kiểm tra",
        "các đại biểu dự họp",
        "đại biểu tham dự",
        "các đồng chí lãnh đạo xã trao quà",
        "đ/c lê văn bình phát biểu",
        "ông lê văn bình phát biểu",
        "bà lê thị bình chủ trì",
        "lãnh đạo xã an hòa chụp ảnh cùng các hộ",
        "phó bí thư lê văn bình kết luận",
        "chủ tịch lê văn bình kiểm tra",
        "đoàn công tác của xã tham quan",
        "ủy viên ban thường vụ lê văn bình tặng hoa",
        "giám đốc lê văn bình trao thưởng",
    ],
)
def test_a_caption_is_told_whatever_word_it_begins_with(line: str) -> None:
    assert is_caption(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- rà soát", "-"),
        ("1. rà soát", "number1"),
        ("(2) rà soát", "number0"),
        ("a) rà soát", "letter"),
        ("đ) rà soát", "letter"),
        ("iv. rà soát", "letter"),
        *((f"{number} là, rà soát", "letter") for number in "một hai ba bốn năm sáu bảy tám".split()),
        ("thứ nhất, rà soát", "letter"),
        ("các xã rà soát", None),
        ("rà soát", None),
    ],
)
def test_a_label_is_told_whatever_it_begins_with(line: str, kind: str | None) -> None:
    assert label_kind(line, 0, len(line)) == kind
