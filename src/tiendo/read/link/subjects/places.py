# SPDX-License-Identifier: Apache-2.0
"""Places and bodies in a phrase: "Quận 1 thu ngân sách" speaks of the revenue, "huyện An Khê" names only a place."""

from __future__ import annotations

import re

from tiendo.read.engine.words import one_of, split_phrases
from tiendo.read.link.sentence.context import Part
from tiendo.read.link.subjects.emptiness import is_auxiliary, is_empty
from tiendo.read.text.shadow import Shadow

_SCOPES = "toàn | cả | trên địa bàn | các | ubnd | hđnd | đảng bộ | đảng ủy | riêng"
_LEVELS = """
quận | huyện | xã | phường | tỉnh | thành phố | tp | tx | đặc khu | thị xã | thị trấn | đảng bộ | địa phương | đơn vị
| cả nước | toàn quốc | khu vực | vùng
"""
#: A place or body that opens a phrase.
PLACE = re.compile(
    rf"(?:(?:{one_of(_SCOPES)})\s){{0,2}}(?:tp\.?\s?hcm|tp\.?\s?hồ\schí\sminh|{one_of(_LEVELS)})(?!\w)\.?(?:\s(?:này|ta))?"
)
#: The letters that a place can begin with.
_HEAD = 2
_NEED_NAMES = frozenset(("khu vực", "vùng", "đơn vị"))
_HEADS = frozenset(phrase[:_HEAD] for phrase in split_phrases(f"{_SCOPES} | {_LEVELS}"))
_NAME = re.compile(r"\s(?:[-–]\s)?([^\W_][\w.]*)")
_STANDING = frozenset("đã đang hiện cũng còn".split())
_SHORTEST = 3
#: "Tổng Thu", "Phần Chi": values in the print of headings.
_TOTALS = frozenset("tổng phần số thu chi".split())


def is_name(word: str) -> bool:
    """Whether a word is written as part of a name or number."""
    return word[0].isupper() or word[0].isdigit()


def skip_place(shadow: Shadow, start: int, stop: int) -> int:
    """Behind the place that opens a phrase, when more follows: "Quận 1 thu ngân sách" → "thu ngân sách"."""
    if shadow.norm[start : start + _HEAD] not in _HEADS:
        return start
    place = PLACE.match(shadow.norm, start, stop)
    if place is None:
        return start
    at = place.end()
    while at < stop:
        word = _NAME.match(shadow.cased, at, stop)
        if word is None or not is_name(word.group(1)):
            break
        at = word.end()
    if at == place.end() and shadow.norm[start:at] in _NEED_NAMES:
        return start  # khu vực cá thể
    rest = shadow.norm[at:stop].strip()
    return start if len(rest) < _SHORTEST or is_empty(rest) or is_auxiliary(rest) else at + 1


def is_place(shadow: Shadow, part: Part) -> bool:
    """Whether a phrase is only the name of a place or body."""
    start, stop = part
    place = PLACE.match(shadow.norm, start, stop)
    if place is None:
        words = shadow.cased[start:stop].split()
        return len(words) > 1 and all(map(is_name, words)) and words[0].lower() not in _TOTALS
    rest = shadow.cased[place.end() : stop].split()
    bare = " ".join(word for word in rest if not is_name(word) and word not in "-–")
    return not bare or is_empty(bare)


def is_body(shadow: Shadow, start: int, end: int) -> bool:
    """Whether who has something stands before "có": a place, or names only."""
    if PLACE.fullmatch(shadow.norm, start, end - 1) is not None:
        return True
    return all(is_name(word) for word in shadow.cased[start:end].split() if word not in _STANDING)
