# SPDX-License-Identifier: Apache-2.0
"""The hedge next to a number: hơn, gần, khoảng, ít nhất … → Qualifier.

The hedge nearest to the number wins ("ước đạt hơn" is over). Positions are those of ``Shadow.norm``.
"""

from __future__ import annotations

import re

from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.hedge.data import HEDGES, LINKS
from tiendo.read.engine.words import one_of, split_phrases

_BY_WORD = {word: qualifier for qualifier, words in HEDGES.items() for word in split_phrases(words)}
_BEFORE = re.compile(rf"(?:^|(?<=[\s(,;:“\"]))({one_of('|'.join(_BY_WORD))})(?:\s+(?:{one_of(LINKS)}))?\s?$")
#: What ends with one of these right before the number may be a hedge.
_LAST_WORDS = frozenset(word.split()[-1] for word in _BY_WORD) | frozenset(split_phrases(LINKS))
_SIGNS = '(,;:“"'
_COMPARATIVE = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|sớm|muộn|tốt|dài|ngắn)\s$")
_TAKES_PLACE = re.compile(
    r"(?:diễn ra|xảy ra|triển khai|tổ chức|phân bố|nằm|trải dài|thí điểm|rải rác|có mặt)(?:\s(?:thực hiện|đều))?\s$"
)
_PLACES = re.compile(r"\s(?:phường|xã|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|địa bàn|thôn|ấp|khu phố|tuyến|đảo)")
# An estimate said before its verb: "ước thực hiện đạt 123.905,7 tỷ đồng".
_ESTIMATE = re.compile(
    r"(?<!\w)ước(?:\s(?:tính|thực|hiện|đạt|thu|chi|được|có|khoảng|tăng|giảm|hoàn|thành|giải|ngân|là|bằng|toàn|đón)){1,5}(?:\s?:)?\s$"
)
# An estimate that opens the clause: "Ước thu ngân sách của quận năm nay là 6.045 tỷ đồng".
_CLAUSE_ESTIMATE = re.compile(r"(?<!\w)ước(?:\stính)?\s[^,;.()\n]{1,70}\s(?:đạt|là|được|thu|bằng|tăng|giảm)\s$")
#: With the time between: "ước thực hiện trong 6 tháng 955 tỷ đồng".
_TIMED_ESTIMATE = re.compile(
    r"(?<!\w)ước(?:\s(?:tính|thực|hiện|đạt|thu|chi|được)){0,4}\s(?:(?:trong|cả|đến)\s)?(?:(?:[0-9]{1,2}\s)?(?:tháng|quý|năm)"
    r"(?:\s(?:đầu|cuối|nay|[ivx]{1,3}|[0-9]{1,4}|năm)){0,4})\s$"
)
_FROM_UP = re.compile(r"\s?(?:[^\W\d]+\s){0,4}?trở lên")

_EXACT, _ABOUT, _AT_LEAST = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.AT_LEAST

_REACH = 28
_CLAUSE_REACH = 80
_UP_REACH = 60
_FROM = "từ "


def find_hedge(norm: str, floor: int, start: int, end: int) -> tuple[Qualifier, int]:
    """The hedge of the number at ``start``, looking back no further than ``floor``.

    Args:
        norm: text as rules see it.
        floor: what stands before this position belongs to another number.
        start: where the number begins.
        end: end of the quantity; "trở lên" behind it makes it a lower bound.

    Returns:
        the qualifier and the position at which the hedge begins (``start`` when there is none, or where a word begins
        that looks like one and only says where).
    """
    low = max(floor, start - _REACH)
    before = norm[low:start]
    words = before.rsplit(None, 1)
    if words and words[-1].lstrip(_SIGNS) in _LAST_WORDS:
        found = _BEFORE.search(before)
        if found is not None:
            word, at = found.group(1), found.start(1)
            if word == "hơn" and _COMPARATIVE.search(before, 0, at):
                return _EXACT, start  # cao hơn 3,5 điểm
            if word == "trên" and _is_place(norm, before[:at], start, end):
                return _EXACT, low + at
            return _BY_WORD[word], low + at
    if norm.find("trở lên", end, end + _UP_REACH) >= 0 and _FROM_UP.match(norm, end):
        at = start - len(_FROM)
        return _AT_LEAST, at if at >= floor and norm.startswith(_FROM, at) else start
    if _is_estimate(norm, floor, start):
        return _ABOUT, start
    return _EXACT, start


def _is_place(norm: str, before: str, start: int, end: int) -> bool:
    """Diễn ra trên 10 phường: where something takes place, not more than so many."""
    return _TAKES_PLACE.search(before) is not None and _PLACES.search(norm, start, end) is not None


def _is_estimate(norm: str, floor: int, start: int) -> bool:
    low = max(floor, start - _CLAUSE_REACH)
    if norm.find("ước", low, start) < 0:
        return False
    before = norm[low:start]
    patterns = (_ESTIMATE, _CLAUSE_ESTIMATE, _TIMED_ESTIMATE)
    return any(pattern.search(before) is not None for pattern in patterns)
