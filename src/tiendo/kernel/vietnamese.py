# SPDX-License-Identifier: Apache-2.0
"""Vietnamese text as it is searched and sorted: keys that any database orders alike, byte by byte.

What is here: search keys, sort keys, letter case. Not here: reading of legacy encodings and positions (``read.text``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import combining, normalize

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng, in the order of dictionaries
_LETTER_MARKS = "\u0306\u0302\u031b"  # ă, â ê ô, ơ ư
_MARKED_LETTERS = {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}
_OTHER_MARK = str(len(_TONES) + 1)
_WORD_BREAK, _LEVEL_BREAK = "!", " "  # below digits and letters; the level break below all
_LONGEST_NUMBER = 99

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SPACES = re.compile(r"\s+")
# Tone marks of open oa, oe, uy: the new style (oà) becomes the old one (òa); not after q (quý). DOMAIN 13.
_STYLES = {
    first + toned: marked + plain
    for first, plain, toned_row, marked_row in (
        ("o", "a", "àảãáạ", "òỏõóọ"),
        ("o", "e", "èẻẽéẹ", "òỏõóọ"),
        ("u", "y", "ỳỷỹýỵ", "ùủũúụ"),
    )
    for toned, marked in zip(toned_row, marked_row, strict=True)
}
_NEW_STYLE = re.compile(r"(?<!q)(?:" + "|".join(_STYLES) + r")(?!\w)")
# "kỹ" and "kĩ", "lý" and "lí" are one word to a person who searches.
_FINAL_Y = re.compile(r"(?<=[bcdđghklmnprstvx])[yỳỷỹýỵ](?!\w)")
_Y_TO_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")


class _PerLetter(dict[int, str]):
    """A table for ``str.translate`` that works out a letter when it first meets it."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        self._work_out = work_out

    def __missing__(self, code: int) -> str:
        result = self[code] = self._work_out(chr(code))
        return result


def _primary(letter: str) -> str:
    """Two characters per letter: "a0" < "a1" (ă) < "a2" (â) < "b0"; letters of other scripts come behind z."""
    decomposed = normalize("NFD", letter)
    base = decomposed[0]
    own = normalize("NFC", base + "".join(mark for mark in decomposed[1:] if mark in _LETTER_MARKS))
    if own in _MARKED_LETTERS:
        return _MARKED_LETTERS[own]
    return base + "0" if "a" <= base <= "z" else f"~{ord(letter):06x}"


def _tone(letter: str) -> str:
    """The place of the letter's tone: 0 for none."""
    for mark in normalize("NFD", letter)[1:]:
        if mark in _TONES:
            return str(_TONES.index(mark) + 1)
        if mark not in _LETTER_MARKS:
            return _OTHER_MARK
    return "0"


def _bare(letter: str) -> str:
    """The letter without marks."""
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return "".join(part for part in normalize("NFD", letter) if not combining(part))


_PRIMARY = _PerLetter(_primary)
_TONE = _PerLetter(_tone)
_CASE = _PerLetter(lambda letter: "1" if letter.isupper() else "0")
_BARE = _PerLetter(_bare)


def strip_marks(text: str) -> str:
    """The text without any marks: "Đặc khu Phú Quý" → "Dac khu Phu Quy".

    Marks go letter by letter, so a combining mark that stands alone goes too.
    """
    return normalize("NFC", text).translate(_BARE)


def search_key(text: str, *, has_marks: bool = False) -> str:
    """What a stored text and a typed one have in common, for a search column.

    NFC, lower case, one style of tone marks, y at the end of a syllable as i, single spaces; then without marks.

    Args:
        has_marks: keep the marks: "giải ngân" is then not found by "giai ngan".

    Source: DOMAIN 13.

    Examples:
        >>> search_key("Ủy ban  Mỹ Đức") == search_key("uỷ ban mĩ đức") == "uy ban mi duc"
        True
    """
    folded = _fold_style(_SPACES.sub(" ", normalize("NFC", text).strip().lower()))
    folded = _FINAL_Y.sub(lambda found: found.group().translate(_Y_TO_I), folded)
    return folded if has_marks else folded.translate(_BARE)


def sort_key(text: str) -> str:
    """A key whose plain order of code points is the Vietnamese order; keep it in a column beside the text.

    Letters first (a ă â … d đ …), then tones (none huyền hỏi ngã sắc nặng), then lower before upper case. Numbers
    count by their size ("Phường 2" before "Phường 10") and come before letters; signs only part words.

    Source: cldr-collation-vi for letters and tones; natural numbers: house rule (DOMAIN 13).

    Examples:
        >>> sorted(["Phường 10", "Ấp 3", "Phường 2", "Ăn", "Anh"], key=sort_key)
        ['Anh', 'Ăn', 'Ấp 3', 'Phường 2', 'Phường 10']
    """
    composed = normalize("NFC", text)
    tokens = _TOKEN.findall(_fold_style(composed.lower()))
    letters = _WORD_BREAK.join(_number(token) if token[0].isdigit() else token.translate(_PRIMARY) for token in tokens)
    words = "".join(token for token in tokens if not token[0].isdigit())
    case = "".join(_TOKEN.findall(composed)).translate(_CASE)
    return _LEVEL_BREAK.join((letters, words.translate(_TONE).rstrip("0"), case.rstrip("0")))


def name_sort_key(name: str) -> str:
    """A key for names of people: by given name (the last word), then middle names, then family name.

    Each part is compared to its last tone before the next one counts.

    Examples:
        >>> sorted(["Trần Thị Bính", "Lê An", "Đỗ Văn Bình", "Đỗ Văn An"], key=name_sort_key)
        ['Lê An', 'Đỗ Văn An', 'Đỗ Văn Bình', 'Trần Thị Bính']
    """
    family, *rest = name.split() or [""]
    middle, given = (rest[:-1], rest[-1]) if rest else ([], family)
    return _LEVEL_BREAK.join((sort_key(given), sort_key(" ".join(middle)), sort_key(family if rest else "")))


def upper_case(text: str) -> str:
    """Capital letters with their marks: "Ủy ban" → "ỦY BAN"."""
    return normalize("NFC", text).upper()


def _fold_style(lowered: str) -> str:
    return _NEW_STYLE.sub(lambda found: _STYLES[found.group()], lowered)


def _number(digits: str) -> str:
    """Digits so that shorter numbers come first; absurdly long ones are compared as text."""
    digits = digits.lstrip("0") or "0"
    return f"{min(len(digits), _LONGEST_NUMBER):02d}{digits}"
