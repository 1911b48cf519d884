# SPDX-License-Identifier: Apache-2.0
"""The hedge next to a number: hơn, gần, khoảng, ít nhất … → Qualifier.

The hedge nearest to the number wins ("ước đạt hơn" is over). Positions are those of ``Shadow.norm``.
"""

from __future__ import annotations

import re

from tiendo.kernel.quantity import Qualifier

_WORDS = {
    Qualifier.UNDER: ("gần", "chưa đến", "chưa tới", "chưa đầy", "chưa được", "dưới", "suýt", "ngót", "<"),
    Qualifier.OVER: ("hơn", "trên", "quá", ">"),
    Qualifier.ABOUT: ("khoảng", "khoảng chừng", "xấp xỉ", "ước", "ước khoảng", "ước tính", "ước tính khoảng", "tầm", "chừng", "cỡ", "≈", "~"),
    Qualifier.AT_LEAST: ("ít nhất", "tối thiểu", "không dưới", "không thấp hơn", "≥", "từ ít nhất", "trở lên"),
    Qualifier.AT_MOST: ("không quá", "tối đa", "không vượt quá", "không vượt", "không cao hơn", "cao nhất", "≤", "nhiều nhất", "không hơn"),
}  # fmt: skip
_BY_WORD = {word: qualifier for qualifier, words in _WORDS.items() for word in words}
_BEFORE = re.compile(
    r"(?:^|(?<=[\s(,;:“\"]))("
    + "|".join(sorted(map(re.escape, _BY_WORD), key=len, reverse=True))
    + r")(?:\s+(?:là|được|từ|số))?\s?$"
)
_COMPARATIVE = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|sớm|muộn|tốt|dài|ngắn)\s$")
# An estimate said before its verb: "ước thực hiện đạt 123.905,7 tỷ đồng".
_ESTIMATE = re.compile(
    r"(?<!\w)ước(?:\s(?:tính|thực|hiện|đạt|thu|chi|được|có|khoảng|tăng|giảm|hoàn|thành|giải|ngân|là|bằng|toàn|đón)){1,5}\s$"
)
# An estimate that opens the clause: "Ước thu ngân sách của quận năm nay là 6.045 tỷ đồng".
_CLAUSE_ESTIMATE = re.compile(r"(?<!\w)ước(?:\stính)?\s[^,;.()\n]{1,70}\s(?:đạt|là|được|thu|bằng|tăng|giảm)\s$")
_FROM_UP = re.compile(r"\s?(?:[^\W\d]+\s){0,4}?trở lên")


def find_hedge(norm: str, floor: int, start: int, end: int) -> tuple[Qualifier, int]:
    """The hedge of the number at ``start``, looking back no further than ``floor``.

    Args:
        end: end of the quantity; "trở lên" behind it makes it a lower bound.

    Returns:
        the qualifier and the position at which the hedge begins (``start`` when there is none).
    """
    low = max(floor, start - 28)
    found = _BEFORE.search(norm, low, start)
    if found is not None:
        word = found.group(1)
        if word == "hơn" and _COMPARATIVE.search(norm, low, found.start(1)):
            return Qualifier.EXACT, start  # cao hơn 3,5 điểm
        return _BY_WORD[word], found.start(1)
    if _FROM_UP.match(norm, end):
        at = start
        if norm[max(floor, start - 3) : start] == "từ ":
            at = start - 3
        return Qualifier.AT_LEAST, at
    if _ESTIMATE.search(norm, low, start) or _CLAUSE_ESTIMATE.search(norm[max(floor, start - 80) : start]):
        return Qualifier.ABOUT, start
    return Qualifier.EXACT, start
