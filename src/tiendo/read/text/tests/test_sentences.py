# SPDX-License-Identifier: Apache-2.0
"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.text.sentences import LONGEST_SENTENCE, split_sentences
from tiendo.read.text.shadow import cast


def _split(text):
    return [text[found.start : found.end] for found in split_sentences(cast(text))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Thu đạt 12%. Chi đạt 9%.", ["Thu đạt 12%.", "Chi đạt 9%."]),
        ("Thu đạt 1.234,5 tỷ đồng. Chi 9 tỷ.", ["Thu đạt 1.234,5 tỷ đồng.", "Chi 9 tỷ."]),
        ("Thu đạt 12%! Có đúng không? Có.", ["Thu đạt 12%!", "Có đúng không?", "Có."]),
        ("“Thu đạt 12%.” Ông nói vậy.", ["“Thu đạt 12%.”", "Ông nói vậy."]),
        ("(Thu đạt 12%.) Chi 9%.", ["(Thu đạt 12%.)", "Chi 9%."]),
        ("Tại TP. Hồ Chí Minh có 5 quận.", ["Tại TP. Hồ Chí Minh có 5 quận."]),
        ("Ở Q. Tân Hòa và P. Long Phú có 2 chợ.", ["Ở Q. Tân Hòa và P. Long Phú có 2 chợ."]),
        ("GS.TS. Trần An nói. Ông về.", ["GS.TS. Trần An nói.", "Ông về."]),
        ("ThS. Lê Bình báo cáo.", ["ThS. Lê Bình báo cáo."]),
        ("Đ.c. Nguyễn Văn A. phát biểu.", ["Đ.c. Nguyễn Văn A. phát biểu."]),
        ("Ông Nguyễn V. Hùng dự.", ["Ông Nguyễn V. Hùng dự."]),
        ("1. Thu ngân sách. 2. Chi ngân sách.", ["1. Thu ngân sách.", "2. Chi ngân sách."]),
        ("II. Kết quả thực hiện", ["II. Kết quả thực hiện"]),
        ("a. Về kinh tế", ["a. Về kinh tế"]),
        ("2.1. Về thu", ["2.1. Về thu"]),
        ("Có hồ sơ, đơn thư... Xã đã giải quyết 9 đơn.", ["Có hồ sơ, đơn thư... Xã đã giải quyết 9 đơn."]),
        ("Có hồ sơ… Xã giải quyết 9 đơn.", ["Có hồ sơ… Xã giải quyết 9 đơn."]),
        ("thu đạt 12%. và chi 9%", ["thu đạt 12%. và chi 9%"]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("  Dòng một  \r\n\r\n\tDòng hai ", ["Dòng một", "Dòng hai"]),
        ("Dòng một\u2028Dòng hai\x0bDòng ba", ["Dòng một", "Dòng hai", "Dòng ba"]),
        ("", []),
        (" \n\t\n ", []),
        ("...", ["..."]),
    ],
)
def test_it_ends_sentences_where_a_reader_does(text, sentences):
    assert _split(text) == sentences


def test_paragraphs_are_lines_that_hold_something():
    found = split_sentences(cast("Một. Hai.\n\n  \nBa."))
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]


@pytest.mark.parametrize(
    "text",
    ["từ " * 5000, "thu 5%, " * 3000, "chi 9 tỷ đồng; " * 2000, "x" * 20000, "(" * 9000 + ")" * 9000],
)
def test_a_line_that_never_stops_is_cut(text):
    pieces = _split(text)
    assert max(map(len, pieces)) <= LONGEST_SENTENCE
    assert " ".join("".join(pieces).split()).replace(" ", "") == text.replace(" ", "")


def test_a_line_is_cut_at_a_sign_when_it_has_one():
    assert all(piece.endswith((";", "đồng;")) for piece in _split("chi 9 tỷ đồng; " * 2000))


def test_a_long_sentence_of_a_person_is_left_whole():
    text = "Thu ngân sách đạt 12 tỷ đồng, " * 60 + "hết."
    assert _split(text) == [text]


@given(st.text(alphabet='aăđA1 .…!?"”)(;,\n', max_size=200))
def test_sentences_are_in_order_apart_and_leave_out_only_white_space(text):
    found = split_sentences(cast(text))
    last = 0
    for sentence in found:
        assert last <= sentence.start < sentence.end
        assert not text[last : sentence.start].strip()
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        last = sentence.end
    assert not text[last:].strip()
