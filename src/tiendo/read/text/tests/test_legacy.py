# SPDX-License-Identifier: Apache-2.0
"""Old encodings → Unicode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.text.legacy import (
    convert,
    encoding_of_font,
    from_tcvn3,
    from_vni,
    is_syllable,
    recognise,
    to_unicode,
    vietnamese_share,
)

#: Unicode, TCVN3 and VNI of the same words; the second and third as a Latin-1 view shows them.
SAME = [
    ("Ủy ban nhân dân", "ñy ban nh©n d©n", "UÛy ban nhaân daân"),
    ("kế hoạch đầu tư", "kÕ ho¹ch ®Çu t\u00ad", "keá hoaïch ñaàu tö"),
    ("người nghèo giảm", "ng\u00ad\u00eai nghÌo gi¶m", "ngöôøi ngheøo giaûm"),
    ("tỷ lệ rừng che phủ", "tû lÖ rõng che phñ", "tyû leä röøng che phuû"),
    ("nước mắm, muối ăn", "n\u00ad\u00edc m¾m, muèi ¨n", "nöôùc maém, muoái aên"),
    ("ngã ba, kỹ sư, lĩnh vực", "ng· ba, kü s\u00ad, lÜnh vùc", "ngaõ ba, kyõ sö, lónh vöïc"),
    ("quỵ lụy, ấp ủ", "quþ lôy, Êp ñ", "quî luïy, aáp uû"),
]


@pytest.mark.parametrize(("words", "tcvn3", "vni"), SAME)
def test_it_converts_both_encodings(words, tcvn3, vni):
    assert from_tcvn3(tcvn3).lower() == words.lower()
    assert from_vni(vni) == words


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("Uû ban nh©n d©n", ".VnTime", "Uỷ ban nhân dân"),
        ("§¶ng uû ph\u00adêng", ".VnTimeH", "ĐẢNG UỶ PHƯỜNG"),
        ("ÑAÛNG BOÄ PHÖÔØNG", "VNI-Times", "ĐẢNG BỘ PHƯỜNG"),
        ("Ñaûng boä", "VNI Helve", "Đảng bộ"),
        ("Đảng bộ", "Times New Roman", "Đảng bộ"),
        ("\uf0a7\uf0b6ng", ".VnArial", "Đảng"),
    ],
)
def test_it_converts_by_the_font(text, font, expected):
    assert to_unicode(text, font) == expected


def test_it_knows_the_fonts_of_an_encoding():
    fonts = [".VnTime", ".vnArialH", "VNI-Times", "VNI Times", "Times New Roman", "Vni", "", None]
    assert [encoding_of_font(font) for font in fonts] == ["tcvn3", "tcvn3", "vni", "vni", None, None, None, None]


@pytest.mark.parametrize(("at", "name"), [(1, "tcvn3"), (2, "vni")])
def test_it_recognises_a_text(at, name):
    text = ". ".join(row[at] for row in SAME)
    assert recognise(text) == name
    assert convert(text).encodings == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 5.208 tỷ đồng, tăng 12,5% so với cùng kỳ.",
        "Hoà giải ở cơ sở; thuỷ lợi; khoá XI; toà án; quý I; uỷ ban.",  # old Unicode spelling has pairs as in VNI
        "Le marché de l’été à Besançon: déjà vu, naïve, œuvre, Straße, Ångström.",
        "Diện tích 9.700 m², nhiệt độ 31°C, sai số ±0,5, «nông thôn mới» © 2026",
        "Giá ½ ổ bánh mì; §5 của hợp đồng; ¶ 3",
        "plain ASCII 123",
        "",
    ],
)
def test_it_leaves_other_text_alone(text):
    assert convert(text).text == text
    assert not convert(text).encodings


def test_it_converts_single_lines_of_a_unicode_text():
    text = "Thu ngân sách đạt 5 tỷ đồng.\nUyû ban nhaân daân xaõ ñaõ hoaøn thaønh keá hoaïch.\nNgười dân phấn khởi.\n"
    converted = convert(text)
    assert converted.lines == 1
    assert converted.text.splitlines() == [
        "Thu ngân sách đạt 5 tỷ đồng.",
        "Uỷ ban nhân dân xã đã hoàn thành kế hoạch.",
        "Người dân phấn khởi.",
    ]


@pytest.mark.parametrize("word", "Nghiêng giếng gìn quyển khuỷu uống yêu hoà hòa thuyền ươm gì".split())
def test_it_knows_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nh©n", "ngöôøi", "Straße", "œuvre", "HĐND", "été", ""])
def test_it_knows_what_is_no_syllable(word):
    assert not is_syllable(word)


def test_the_share_counts_only_words_with_marks():
    assert vietnamese_share("thu ngân sách của Besançon") == (0.75, 4)
    assert vietnamese_share("budget") == (0.0, 0)


@given(st.text(alphabet=st.characters(min_codepoint=0x1EA0, max_codepoint=0x1EF9) | st.sampled_from("abc ơưđ\n")))
def test_unicode_vietnamese_is_never_changed(text):
    assert convert(text).text == text


@given(st.text(alphabet=st.characters(max_codepoint=0xFF)))
def test_any_old_text_is_converted_without_an_error(text):
    assert len(from_tcvn3(text)) == len(text)
    assert len(from_vni(text)) <= len(text)
    assert convert(convert(text).text).text is not None
