# SPDX-License-Identifier: Apache-2.0
"""The verb before a number: the last one in its clause says whether it is a level, a change, a share or a result."""

from __future__ import annotations

import re

from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.quantity.data import NOUN, PERCENT, POINT, UnitClass
from tiendo.read.link.sentence.context import Context
from tiendo.read.link.sentence.marks import Place
from tiendo.read.link.sentence.words import TRIGGER_NAMES

#: How many words may stand between a change and its number: "giảm tỷ lệ hộ nghèo đa chiều 1,5%", "giảm 9 hộ".
_REACH_OF_CHANGE = {PERCENT: 12, POINT: 12}
_NEAR = 3
_COMPARED, _REACH_OF_BASE = (" so với ", " so "), 9
_OF_STANDARD = (" chuẩn", " tiêu chuẩn", " danh hiệu")
_RATES, _CHANGED = frozenset(("tỷ lệ", "tỉ lệ")), ("giảm ", "tăng ")
_OF_CHANGE = ("tốc độ ", "mức độ ", "đạt mức ", "đạt được mức ")
CHANGES = frozenset(("up", "down"))
#: A change whose base stands before its number: "nợ công tăng so với năm 2016 là 7,1%".
_CHANGE_IS = re.compile(r"(?<!\w)(tăng|giảm)(?:\sthêm|\strưởng)?\s(?:so\svới|so)\s[^,;:.()]{3,40}\s$")
_BASE_REACH = 60
#: Between a verb and its number behind a sign: "tăng mạnh nhất (38,67%)".
_BEFORE_SIZE = re.compile(r"\s?(?:(?:mạnh|cao|nhanh|khá|thấp|nhiều|ít|lớn|sâu)(?:\snhất)?\s)?[(:]\s?")
_BELOW = "dưới "
_RATE_OF = re.compile(r"\st[ỷỉ]\slệ\s")
_AGAINST = re.compile(r"\sso\s(?:với\s)?(?:mức|con\ssố)\s$")


def find_trigger(context: Context) -> None:
    """Set the trigger of a context: the last verb before the number, after the previous number, in its own clause."""
    mention, norm = context.mention, context.shadow.norm
    end = mention.hedge_start
    last = context.marks.last_trigger(context.floor, end) or _glued(norm, end)
    if last is None:
        return
    at, after, word = _change_told_by_is(norm, context.floor, last)
    if word in _RATES and norm.endswith(_CHANGED, 0, at):  # giảm tỷ lệ hộ nghèo 1,5%
        at, after, word = context.marks.last_trigger(context.floor, at) or last
    name = TRIGGER_NAMES[word]
    if context.marks.has_end(after, end) and _BEFORE_SIZE.fullmatch(norm, after, end) is None:
        return
    if word.endswith("đạt") and norm.startswith(_OF_STANDARD, after):
        return  # tỷ lệ thôn đạt chuẩn nông thôn mới 58,9%
    if word == "bằng" and norm[after:end].strip():
        return  # sản phẩm bằng kim loại 12.532 m2
    if name == "down" and norm.startswith(_BELOW, end) and _RATE_OF.match(norm, after, end):
        name = "level"  # giảm tỷ lệ hộ nghèo dưới 1%; but "gần 1%" says by how much
    if name in CHANGES and not _tells_change(norm, at, norm[after:end], mention.unit_class):
        return
    if word.endswith("từ") and (mention.is_range or mention.qualifier is Qualifier.AT_LEAST):
        name = "down" if word.startswith(("giảm", "hạ")) else "up"  # tăng từ 10% trở lên
    context.trigger, context.trigger_start, context.trigger_word = name, at, word


def _change_told_by_is(norm: str, floor: int, last: Place) -> Place:
    """Nợ công tăng so với năm 2016 là 7,1%: the change that "là" tells; else the verb itself."""
    at, _, word = last
    change = _CHANGE_IS.search(norm, max(floor, at - _BASE_REACH), at) if word == "là" else None
    return last if change is None else (*change.span(1), change[1])


def _tells_change(norm: str, at: int, between: str, unit_class: UnitClass) -> bool:
    """Whether the number is the size of the change that a verb names."""
    if norm.endswith(_OF_CHANGE, 0, at):
        return False  # tốc độ tăng trưởng đàn vật nuôi bình quân 5%: the change is named, not told
    if _AGAINST.search(between) is not None:
        return False  # giảm so với mức 1,62% đầu năm: the level that it is compared with
    return _is_near_change(between, unit_class)


def _glued(norm: str, end: int) -> Place | None:
    """The verb that a slip joined to its number: "tăng10,3%"."""
    if not norm[end - 1 : end].isalpha():
        return None
    start = end - 1
    while start and norm[start - 1].isalpha():
        start -= 1
    return (start, end, norm[start:end]) if norm[start:end] in TRIGGER_NAMES else None


def _is_near_change(between: str, unit_class: UnitClass) -> bool:
    if unit_class is NOUN and " của " in between:
        return False  # rút ngắn thời gian của 312 thủ tục
    if between.startswith(_COMPARED):
        return len(between.split()) <= _REACH_OF_BASE  # tăng so với đầu năm 38 triệu đồng
    return len(between.split()) <= _REACH_OF_CHANGE.get(unit_class, _NEAR)
