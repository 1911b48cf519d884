# SPDX-License-Identifier: Apache-2.0
"""The shadow of a text and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.text.shadow import cast

_VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    "ĐÐðÁỦ 0123456789.,%()“”\u00a0\u2011\u0301\u0323\n",
    max_size=80,
)


def test_a_plain_text_is_its_own_shadow():
    shadow = cast("Thu ngân sách đạt 12%")
    assert shadow.cased == "Thu ngân sách đạt 12%"
    assert shadow.norm == "thu ngân sách đạt 12%"
    assert shadow.back is None
    assert shadow.place(3, 7) == (3, 7)


@pytest.mark.parametrize(
    ("written", "norm"),
    [
        ("hoà", "hòa"),
        ("hòa", "hòa"),
        ("HOÀ BÌNH", "hòa bình"),
        ("xoá", "xóa"),
        ("khoẻ", "khỏe"),
        ("loè", "lòe"),
        ("thuỷ", "thủy"),
        ("Uỷ ban", "ủy ban"),
        ("tuý", "túy"),
        ("quý", "quý"),
        ("Quỳnh", "quỳnh"),
        ("hoàn", "hoàn"),
        ("toán", "toán"),
        ("thuyền", "thuyền"),
    ],
)
def test_it_knows_one_style_of_tone_marks(written, norm):
    assert cast(written).norm == norm


@pytest.mark.parametrize(
    ("written", "cased"),
    [
        ("\u00d0ông", "Đông"),
        ("\u0189ông", "Đông"),
        ("\u00f0ất", "đất"),
        ("12\u00a0%", "12 %"),
        ("1\u202f234", "1 234"),
        ("a\tb", "a b"),
        ("2020\u20112025", "2020-2025"),
        ("\u22125%", "-5%"),
        ("\u2019", "'"),
    ],
)
def test_it_knows_one_form_of_signs_that_look_alike(written, cased):
    shadow = cast(written)
    assert shadow.cased == cased
    assert shadow.slice(0, len(cased)) == written


def test_a_text_of_letters_and_loose_marks_leads_back_to_itself():
    composed = "Tổng thu đạt 26,7% dự toán Ủy ban giao"
    text = unicodedata.normalize("NFD", composed)
    shadow = cast(text)
    assert shadow.cased == composed
    at = shadow.norm.index("dự toán")
    assert shadow.slice(at, at + len("dự toán")) == unicodedata.normalize("NFD", "dự toán")
    assert shadow.place(0, len(shadow.norm)) == (0, len(text))


def test_marks_may_stand_behind_a_letter_that_has_one():
    assert cast("tiê\u0301n đô\u0323").norm == "tiến độ"


def test_a_mark_without_letter_is_kept():
    assert cast("\u0301a\u0301").cased == "\u0301á"


@given(_VIETNAMESE)
def test_cased_and_norm_have_one_length(text):
    shadow = cast(text)
    assert len(shadow.cased) == len(shadow.norm)


@given(_VIETNAMESE)
def test_every_place_leads_back_into_the_text_in_order(text):
    shadow = cast(text)
    places = [shadow.place(at, at)[0] for at in range(len(shadow.norm) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)


@given(_VIETNAMESE)
def test_composed_and_decomposed_text_have_one_norm(text):
    composed = unicodedata.normalize("NFC", text)
    assert cast(unicodedata.normalize("NFD", text)).norm == cast(composed).norm


@given(st.text(max_size=60))
def test_any_text_can_be_cast(text):
    shadow = cast(text)
    assert len(shadow.cased) == len(shadow.norm)
    assert shadow.slice(0, len(shadow.norm)) == text


def test_a_letter_that_grows_in_lower_case_keeps_positions():
    assert cast("\u0130stanbul 5%").norm == "istanbul 5%"


_BROKEN = "Ủy ban nhân dân xã yêu cầu các thôn rà soát hộ nghèo, báo cáo kết quả về"


@pytest.mark.parametrize("goes_on", ["văn phòng trước ngày 30/10.", "12 thôn còn lại.", "95% số hộ."])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_line_that_a_page_has_broken_goes_on(goes_on, line_end):
    text = f"{_BROKEN}{line_end}{goes_on}"
    assert cast(text).cased == f"{_BROKEN}{' ' * len(line_end)}{goes_on}"


@pytest.mark.parametrize(
    "text",
    [
        f"{_BROKEN}.\nvăn phòng",
        f"{_BROKEN}:\nthôn 1",
        f"{_BROKEN}\nVăn phòng",
        f"{_BROKEN}\na) văn phòng",
        f"{_BROKEN}\n2. Văn phòng",
        f"{_BROKEN}\n12 Văn phòng",
        f"{_BROKEN}\n- văn phòng",
        f"{_BROKEN}\n\nvăn phòng",
        "Thu ngân sách\nchi ngân sách",
        f"{_BROKEN * 5}\nvăn phòng",
    ],
)
def test_other_lines_stay_lines(text):
    assert cast(text).cased == text
