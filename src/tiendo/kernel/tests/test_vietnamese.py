# SPDX-License-Identifier: Apache-2.0
"""Search keys, sort keys and letter case of Vietnamese."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.vietnamese import name_sort_key, search_key, sort_key, strip_marks, upper_case


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("giai ngan", "Giải ngân"),
        ("GIẢI NGÂN", "giải ngân"),
        ("dac khu", "Đặc khu"),
        ("hoà", "hòa"),
        ("uỷ ban", "Ủy ban"),
        ("thuỷ lợi", "thủy lợi"),
        ("khoẻ", "khỏe"),
        ("mĩ", "Mỹ"),
        ("kĩ thuật", "kỹ thuật"),
        ("lí luận", "lý luận"),
        ("tỉ đồng", "tỷ đồng"),
        ("phường  9", " phường 9\n"),
    ],
)
def test_a_person_finds_what_is_spelt_another_way(typed, stored):
    assert search_key(typed) == search_key(stored) == search_key(normalize("NFD", stored))


@pytest.mark.parametrize(
    ("one", "other"), [("quý", "quỳ"), ("quý", "qúi"), ("thuý", "thúi"), ("tay", "tai"), ("hoàn", "hòan")]
)
def test_with_marks_different_words_stay_different(one, other):
    assert search_key(one, has_marks=True) != search_key(other, has_marks=True)


def test_with_marks_only_the_style_of_writing_is_folded():
    assert search_key("Uỷ ban Hoà Mĩ", has_marks=True) == "ủy ban hòa mĩ"
    assert search_key("Quý Mỹ", has_marks=True) == "quý mĩ"
    assert search_key("giai ngan", has_marks=True) != search_key("giải ngân", has_marks=True)


def test_marks_are_stripped_and_case_is_kept():
    assert strip_marks("Đặc khu Phú Quý, ỦY BAN") == "Dac khu Phu Quy, UY BAN"
    assert strip_marks(normalize("NFD", "Thừa Thiên Huế")) == "Thua Thien Hue"


def test_capitals_keep_their_marks():
    assert upper_case("Đảng ủy phường Thủ Đức") == "ĐẢNG ỦY PHƯỜNG THỦ ĐỨC"
    assert upper_case(normalize("NFD", "ủy")) == "ỦY"


ORDERS = [
    ["ba", "bà", "bả", "bã", "bá", "bạ"],
    ["an", "ăn", "ân"],
    ["da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "v"],
    ["az", "ăa", "ăz", "âa", "b"],
    ["dz", "đa", "ez"],
    ["bạn", "bàng", "bánh", "bao"],  # letters before tones
    ["hoa", "hòa", "hỏa", "hóa", "họa"],
    ["Phường 2", "Phường 10", "Phường 10A", "Phường Bến Nghé"],
    ["2 tháng 9", "10 tháng 3", "Ấp 1"],
    ["an", "An", "AN", "anh"],
    ["an", "an bình", "anh"],
    ["Bà Điểm", "Ba Đình", "Ba Tơ"],
    ["Khu phố 1", "Khu phố 1.2", "Khu phố 1.10", "Khu phố 2"],
    ["", "0", "1", "a", "z", "Ω", "中"],
    ["lê", "lễ", "lệ", "lim"],
]


@pytest.mark.parametrize("ordered", ORDERS)
def test_it_sorts_as_a_vietnamese_dictionary_and_numbers_by_size(ordered):
    keys = [sort_key(text) for text in ordered]
    assert all(a <= b for a, b in pairwise(keys))
    assert sorted(reversed(ordered), key=sort_key)[0] == ordered[0]


def test_both_styles_and_both_forms_of_unicode_have_one_place():
    assert sort_key("hoà bình") == sort_key("hòa bình") == sort_key(normalize("NFD", "hòa bình"))
    assert sort_key("Khu-phố 02") == sort_key("Khu phố 2")


def test_names_sort_by_given_name_then_middle_then_family():
    names = ["Lê An", "Đỗ Văn An", "Nguyễn Văn An", "Đỗ Ân", "Trần Bình", "Đỗ Thị Bính", "Y", "Lê Thị Y"]
    assert sorted(reversed(names), key=name_sort_key) == names
    assert name_sort_key("") < name_sort_key("An")


def test_a_very_long_number_still_has_a_key():
    assert sort_key("1" * 10_000) < sort_key("2" + "1" * 9_999)


words = st.text(alphabet="aàảãáạăâbcdđeêghiklmnoôơpqrstuùưvxyỳ AĂÂĐ0123456789.-", max_size=16)


@given(words)
def test_keys_do_not_depend_on_the_form_of_unicode_and_are_stable(text):
    assert sort_key(normalize("NFD", text)) == sort_key(text)
    assert search_key(normalize("NFD", text)) == search_key(text)
    assert search_key(search_key(text)) == search_key(text)
    assert strip_marks(strip_marks(text)) == strip_marks(text)


@given(words)
def test_a_sort_key_is_plain_ascii_so_every_database_orders_it_alike(text):
    assert sort_key(text).isascii()
    assert sort_key(text).count(" ") == 2


@given(words, words)
def test_letters_decide_before_tones_and_tones_before_case(one, other):
    a, b = sort_key(one), sort_key(other)
    if a < b:
        assert a.split(" ") < b.split(" ")
