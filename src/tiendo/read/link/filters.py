# SPDX-License-Identifier: Apache-2.0
"""Which quantities are not measurements (GUIDE, "Not measurements"): names, durations, attendance, gifts, scopes."""

from __future__ import annotations

import re

from tiendo.read.dimensions.numeral.rules import is_name, is_year, word_before
from tiendo.read.dimensions.quantity.data import Mention, UnitClass
from tiendo.read.dimensions.quantity.units import match_unit
from tiendo.read.lexicon.nouns import PLACES
from tiendo.read.text.shadow import Shadow

_STRUCTURE = frozenset(
    "nhiệm vụ|nhóm nhiệm vụ|giải pháp|nhóm giải pháp|mặt|khâu|khâu đột phá|đột phá|bước|nhóm|phần|cấp|hình thức|bộ phận|lần|buổi|phiên|sao|kíp|ý kiến".split(
        "|"
    )
)
_SCOPE = re.compile(r"(?:trên\sđịa\sbàn|thuộc|giữa|toàn|khắp|của)\s(?:các\s|cả\s|tất\scả\s|toàn\sbộ\s|toàn\s)?$")
_TIMES = re.compile(r"(?:gấp|tăng|giảm|hơn|bằng|lên)\s(?:\w+\s){0,2}$")
_GIFT = re.compile(r"(?:tặng|trao|biểu\sdương|khen\sthưởng|tuyên\sdương)(?!\w)")
_GIFT_UNITS = frozenset(
    "suất quà|phần quà|bằng khen|giấy khen|tập thể|cá nhân|suất|phần|học bổng|huy chương|danh hiệu|xe|gia đình|hộ|căn nhà".split(
        "|"
    )
)
_CHANGE_IN_BRACKET = re.compile(r"\((?:tăng|giảm|còn)\s$")
_LIST_GOES_ON = re.compile(r"\s?(?:[,;.)]|\svà\s|$)")
_SUBJECT_REACH = 90
_NUMBER_OF = re.compile(
    r"(?<!\w)(?:tổng\s)?số\s(?:lượng\s)?([^\s,;:.()\d]+(?:\s[^\s,;:.()\d]+){0,10})\s(?:là|còn|đạt|lên|được|hiện\scó)\s(?:hơn\s|gần\s|khoảng\s|trên\s)?$"
)
_GIFT_VALUE = re.compile(r"(?:mỗi\s(?:suất|phần|em|hộ)|trị\sgiá)[^,;]{0,30}$")
_RESULT_SO_FAR = re.compile(r"\s(?:mới|chỉ|đã|đều|còn)\s")
_ATTENDS = re.compile(r"tham\sdự|có\smặt|dự\shội\snghị|dự\shọp|điểm\scầu|triệu\stập")
_VOTES = re.compile(r"tán\sthành|biểu\squyết|đồng\sý|thống\snhất")
_SHIFTS = re.compile(r"(?:học|dạy|làm|chia|tổ\schức|thi\scông)\s[“\"']?$")
_SHARES_UNIT = frozenset("thiếu còn có giảm tăng là đạt được lên xuống thừa".split())
_THRESHOLD = re.compile(r"\s(?:đạt|hoàn\sthành|có|mắc)\s(?:từ\s|trên\s|dưới\s|được\s|đạt\s){0,2}$")


def is_measurement(shadow: Shadow, mention: Mention, previous: Mention | None, sentence_start: int) -> bool:
    """Whether a quantity reports or targets a result."""
    norm = shadow.norm
    unit = mention.unit_class
    has_measure = unit in (UnitClass.PERCENT, UnitClass.POINT, UnitClass.MONEY, UnitClass.MEASURE)
    has_noun = unit is UnitClass.NOUN
    if unit is UnitClass.NONE:
        return _take_unit_from_list(norm, mention, previous) or _take_unit_from_subject(norm, mention, sentence_start)
    if is_year(norm, mention.start, mention.number_end) and not (has_measure or has_noun):
        return False
    if is_name(norm, mention.start, has_measure=has_measure, is_large=mention.value >= 100, has_noun=has_noun):
        return False
    if mention.unit == "lần" and not _TIMES.search(
        norm, max(sentence_start, mention.hedge_start - 24), mention.hedge_start
    ):
        return False
    if has_measure:
        if unit is UnitClass.MONEY and _GIFT_VALUE.search(norm, max(sentence_start, mention.start - 50), mention.start):
            if _GIFT.search(norm, sentence_start, mention.start):
                return False
        return not _is_threshold(norm, mention, previous)
    if unit is UnitClass.WORD and mention.value != mention.value.to_integral_value():
        return False
    if mention.unit in _STRUCTURE:
        return False
    if mention.unit in ("đại biểu", "đồng chí", "người", "cán bộ") and _attends(norm, mention, sentence_start):
        return False
    if mention.unit == "ca" and _SHIFTS.search(norm, max(sentence_start, mention.start - 12), mention.start):
        return False
    first = mention.unit.split(" ")[0]
    before = norm[max(sentence_start, mention.hedge_start - 24) : mention.hedge_start]
    if first in PLACES and mention.second is None and not mention.unit.startswith("tổ chức"):
        if _SCOPE.search(before):
            return False
        if _names_follow(shadow, mention.end):
            return False
    if mention.unit in _GIFT_UNITS and (
        _GIFT.search(norm, max(sentence_start, mention.start - 60), mention.start)
        or _GIFT.search(norm, mention.end, mention.end + 60)
    ):
        return False
    return not _is_threshold(norm, mention, previous)


def _attends(norm: str, mention: Mention, sentence_start: int) -> bool:
    """Who sat in a meeting is no figure of the locality."""
    if _VOTES.search(norm, mention.end, mention.end + 60):
        return False
    return _ATTENDS.search(norm, max(sentence_start, mention.start - 80), mention.end + 60) is not None


def _take_unit_from_list(norm: str, mention: Mention, previous: Mention | None) -> bool:
    """A bare number that goes on with a list: "tiểu học thiếu 97 giáo viên, mầm non thiếu 82 và THCS thiếu 35"."""
    if previous is None or previous.unit_class is not UnitClass.NOUN or mention.second is not None:
        return False
    word = word_before(norm, mention.start)
    in_bracket = _CHANGE_IN_BRACKET.search(norm, previous.end, mention.start) is not None
    if not in_bracket and (word not in _SHARES_UNIT or word_before(norm, previous.hedge_start) != word):
        return False
    if not _LIST_GOES_ON.match(norm, mention.end):
        return False
    mention.unit, mention.unit_class = previous.unit, UnitClass.NOUN
    mention.rules.append("unit.from-list")
    return True


def _take_unit_from_subject(norm: str, mention: Mention, sentence_start: int) -> bool:
    """A bare number behind "số … là" counts what its subject names: "Số doanh nghiệp ngừng hoạt động là 37"."""
    if is_year(norm, mention.start, mention.number_end) or mention.second is not None:
        return False
    told = _NUMBER_OF.search(norm, max(sentence_start, mention.start - _SUBJECT_REACH), mention.start)
    if told is None:
        return False
    noun = match_unit(norm, told.start(1) - 1)
    if noun.unit_class is not UnitClass.NOUN:
        return False
    mention.unit, mention.unit_class = noun.name, UnitClass.NOUN
    mention.rules.append("unit.from-subject")
    return True


def _names_follow(shadow: Shadow, end: int) -> bool:
    tail = shadow.cased[end : end + 2]
    return len(tail) == 2 and tail[0] == " " and tail[1].isupper()


def _is_threshold(norm: str, mention: Mention, previous: Mention | None) -> bool:
    """39 xã đạt 5-14 tiêu chí: what stands behind the count is part of what is counted."""
    if previous is None or previous.unit_class is not UnitClass.NOUN or mention.start - previous.end > 40:
        return False
    between = norm[previous.end : mention.start]
    if _RESULT_SO_FAR.search(between):
        return False
    if "," in between or ";" in between or "(" in between:
        return False
    return _THRESHOLD.search(between) is not None and mention.unit in ("tiêu chí", "%")
