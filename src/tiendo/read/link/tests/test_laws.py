# SPDX-License-Identifier: Apache-2.0
"""What holds of every text: anchors lead back, nothing is told twice, reading never fails and never guesses anew."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.engine.scan import scan
from tiendo.read.link.corpus.periods import NEWS, REPORT, UNKNOWN
from tiendo.read.link.measurements import find_measurements
from tiendo.read.link.periods.anchor import anchor_of
from tiendo.read.text.sentences import LONGEST_SENTENCE

_PIECES = """
thu ngân sách|đạt|tăng|giảm|bằng|so với cùng kỳ|dự toán|kế hoạch|năm 2024|quý I/2025|9 tháng đầu năm|12|1.390,9|26,7%
|13/20 chỉ tiêu|5 - 7%|hộ nghèo|đảng viên|tỷ đồng|triệu|ha|(|)|;|,|.|:|“|”|hơn|gần|ước|ít nhất|trở lên|phấn đấu|dự kiến
|Quận 9|xã An Phú|trong đó|và|còn|từ|đến|xuống còn|lần|0909 123 456|16/10/2024|31-NQ/TW|\n|hoà|Đ|-|+|/|%
""".replace("\n|", "|")
_TEXTS = st.lists(st.sampled_from([piece.strip(" ") for piece in _PIECES.split("|")]), max_size=60).map(" ".join)
_ANCHORS = st.sampled_from([UNKNOWN, NEWS, REPORT])
_NOISE = st.text(alphabet="0123456789.,%/()- :;“”\n\u00a0\u0301\u0309ăđơưtạyhệnĐÐA", max_size=120)


def _told(text, anchor):
    return [
        (
            m.value,
            m.second and m.second.value,
            m.unit,
            m.kind,
            m.approx,
            m.comparison and m.comparison.casefold(),
            m.period,
        )
        for m in find_measurements(scan(text), anchor)
    ]


@given(_TEXTS | _NOISE, _ANCHORS)
def test_every_quote_is_what_stands_at_its_anchor(text, anchor):
    last = 0
    for found in find_measurements(scan(text), anchor):
        assert last <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end] == found.quote
        assert any(character.isdigit() for character in found.quote)
        last = found.span.end


@given(_TEXTS, _ANCHORS)
def test_the_same_text_gives_the_same_measurements(text, anchor):
    assert find_measurements(scan(text), anchor) == find_measurements(scan(text), anchor)


@given(_TEXTS, _ANCHORS)
def test_letters_with_loose_marks_give_the_same_measurements(text, anchor):
    assert _told(unicodedata.normalize("NFD", text), anchor) == _told(unicodedata.normalize("NFC", text), anchor)


@given(_TEXTS, _ANCHORS)
def test_every_measurement_says_by_which_rules_it_was_made(text, anchor):
    for found in find_measurements(scan(text), anchor):
        assert found.rules
        assert all(
            rule.split(".")[0] in {"kind", "unit", "number", "money", "fraction", "range"} for rule in found.rules
        )


@given(_TEXTS)
def test_a_year_is_never_guessed(text):
    for found in find_measurements(scan(text), UNKNOWN):
        assert found.period is None or found.period[:4] in text


@settings(max_examples=20)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    seen = scan(text)
    find_measurements(seen, anchor_of(seen, DocumentFacts()))


@pytest.mark.parametrize(
    "line",
    [
        "1" * 50_000,
        "1 " * 5_000,
        "12% " * 1_500,
        "tăng " * 20_000,
        "tăng 5% " * 1_000,
        "(" * 5_000 + "12%" + ")" * 5_000,
        "5%" + "," * 20_000 + "6%",
        "tổng số " * 5_000 + "x 5%",
        "năm 2024 12 hộ " * 500,
        "1/2/" * 5_000,
        "x" * 50_000 + " 5%",
        "5% " + "x" * 50_000,
        "thu ngân sách đạt 12 tỷ đồng " * 500,
    ],
    ids=lambda line: line[:12],
)
def test_a_line_that_no_person_wrote_is_read_too(line):
    for found in find_measurements(scan(line), REPORT):
        assert line[found.span.start : found.span.end] == found.quote
        assert len(found.subject) <= LONGEST_SENTENCE
