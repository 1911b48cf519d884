# SPDX-License-Identifier: Apache-2.0
"""Identifiers of acts, on sentences written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.engine.scan import scan
from tiendo.read.findings.citations import find_citations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo Nghị quyết số 98/2023/QH15 của Quốc hội", [("98/2023/QH15", "nghị quyết")]),
        ("Luật số 72/2025/QH15 có hiệu lực", [("72/2025/QH15", "luật")]),
        ("Nghị quyết 18-NQ/TW và Kết luận số 14-KL/TW", [("18-NQ/TW", "nghị quyết"), ("14-KL/TW", "kết luận")]),
        ("Nghị quyết 11/NQ-HĐND, 12/NQ-HĐND", [("11/NQ-HĐND", "nghị quyết"), ("12/NQ-HĐND", "nghị quyết")]),
        ("Quyết định số 2309/QĐ-TTg ngày 30/12/2022", [("2309/QĐ-TTg", "quyết định")]),
        ("Chương trình công tác số 04-CTr/ĐU", [("04-CTr/ĐU", "chương trình")]),
        ("Thông tư liên tịch 01/2020/TTLT-BTP-BNV", [("01/2020/TTLT-BTP-BNV", "thông tư liên tịch")]),
        ("Nghị quyết liên tịch 12/NQLT/UBND-MTTQ", [("12/NQLT/UBND-MTTQ", "nghị quyết liên tịch")]),
        ("văn bản 4974/UBND-KT; Kế hoạch 35 /KH-UBND", [("4974/UBND-KT", "văn bản"), ("35 /KH-UBND", "kế hoạch")]),
        ("Đề án 06/CP của Chính phủ", [("06/CP", "đề án")]),
        ("Số: 214/BC-UBND", [("214/BC-UBND", None)]),
        ("số 219/STC-QLNS", [("219/STC-QLNS", None)]),
        ("PHÒNG TÀI CHÍNH - KẾ HOẠCH\nSố: 318/BC-TCKH", [("318/BC-TCKH", None)]),
        ("Nghị quyết số 57- NQ/TW", [("57- NQ/TW", "nghị quyết")]),
    ],
)
def test_it_finds_identifiers_and_their_kinds(text, found):
    citations = find_citations(scan(text))
    assert [(c.number, c.kind) for c in citations] == found
    assert all(text[c.span.start : c.span.end] == c.number for c in citations)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 12/5/2024, quý 3/2024, 13/20 chỉ tiêu, tỷ lệ 1/500, trực 24/7",
        "điện thoại 0909.123.456, biển số 51F-123.45, tổ 5/KP-2",
        "thửa 15/TĐ-3, quốc lộ 3/QL-1A, dự án 3/KCN",
        "nhiệm kỳ 2020-2025, Covid-19, TCVN 5712:1993",
        "Nghị quyết Đại hội Đảng bộ lần thứ XII",
    ],
)
def test_it_passes_by_what_only_looks_like_one(text):
    assert find_citations(scan(text)) == []


def test_each_act_is_found_once_at_its_first_mention_with_the_kind_of_any():
    text = "Theo 31-NQ/TW; thực hiện Nghị quyết số 31-NQ/TW."
    (citation,) = find_citations(scan(text))
    assert (citation.number, citation.kind, citation.span.start) == ("31-NQ/TW", "nghị quyết", 5)


def test_places_are_those_of_the_text_as_it_was_read():
    text = "Nghị quyê\u0302\u0301t số 31-NQ/TW"  # decomposed letters are longer than composed ones
    (citation,) = find_citations(scan(text))
    assert text[citation.span.start : citation.span.end] == "31-NQ/TW"


@given(st.integers(1, 9999), st.integers(2000, 2030), st.sampled_from(["NĐ-CP", "QH15", "TT-BTC", "QĐ-UBND"]))
def test_every_numbered_act_is_found_whatever_its_number(number, year, letters):
    identifier = f"{number}/{year}/{letters}"
    assert [c.number for c in find_citations(scan(f"theo {identifier}, các đơn vị"))] == [identifier]
