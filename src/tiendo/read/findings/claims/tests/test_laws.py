# SPDX-License-Identifier: Apache-2.0
"""Laws of the finder on any text: it never fails, quotes what is there, and repeats itself exactly."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.read.findings.claims.tests.measured import claims_of

_FIGURES = """
12 hộ|3.902 hộ|13/20 chỉ tiêu|5%|26,7%|(-37,5%)|1.390,9 tỷ đồng|4.500 triệu đồng|6 lần|1,1 điểm phần trăm|0 hộ|2/0 xã
"""
_WORDS = """
, đạt |, bằng |; |. |(|)|, trong đó |, gồm |, còn lại | tăng | giảm | vượt | từ | lên | xuống còn | so với cùng kỳ |
 so với kế hoạch | kế hoạch | dự toán | chỉ tiêu | tổng số | hoàn thành | chiếm | tỷ lệ |năm 2016 |, tương ứng |còn |
6 xã: Mỹ Đức, An Khê và Lộc Trì|Trong đó, |chưa
"""
PIECES = st.sampled_from([*_FIGURES.strip("\n").split("|"), *_WORDS.strip("\n").split("|")])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=24))
def test_any_run_of_pieces_is_read_and_quoted_as_it_stands(pieces):
    text = "".join(pieces)
    claims = claims_of(text)
    assert claims == claims_of(text)
    for claim in claims:
        assert claim.span is not None
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert claim.rules
        assert all(operand.role for operand in claim.operands)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    claims_of(text)
