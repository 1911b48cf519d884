# SPDX-License-Identifier: Apache-2.0
"""Which quantities are not measurements (GUIDE, "Not measurements"): names, durations, attendance, gifts, scopes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tiendo.read.dimensions.numeral.rules import is_name, is_year
from tiendo.read.dimensions.quantity.data import MEASURE, MONEY, NONE, NOUN, PERCENT, POINT, WORD, Mention, UnitClass
from tiendo.read.engine.words import one_of, split_phrases
from tiendo.read.lexicon.nouns import PLACES
from tiendo.read.link.candidates.unitless import take_unit
from tiendo.read.text.shadow import Shadow

_MEASURED = frozenset((PERCENT, POINT, MONEY, MEASURE))
_LARGE = 100  # from here on a number before a counted noun is no name ("phường 120 hộ")
_NEAR, _AROUND, _FAR, _FURTHER = 24, 60, 80, 400

#: The structure of a plan, a programme or a speech.
_STRUCTURE = frozenset(
    split_phrases(
        """nhiệm vụ | nhóm nhiệm vụ | giải pháp | nhóm giải pháp | mặt | khâu | khâu đột phá | đột phá | bước | nhóm
        | phần | cấp | hình thức | bộ phận | lần | buổi | phiên | sao | kíp | ý kiến"""
    )
)
#: What something is reckoned on: "giá trị thu trên 1 ha canh tác".
_PER_ONE = re.compile(r"(?:trên|mỗi|cho|tính)\s0?$|[^\W\d_]/0?$")
_HEADS = ("1 vạn", "10.000 ", "1 nghìn", "1.000 ", "100.000 ")
_ONE = 1
_MOST_SEASONS = 3
_SESSION = "kỳ họp "  # "kỳ họp 20 HĐND"; but "trình kỳ họp 12 tờ trình"
#: Source: scales of plans of Luật Quy hoạch đô thị and of land maps.
_SCALES = frozenset((200, 500, 1000, 2000, 5000, 10000, 25000))
#: Seasons of crops are counted as a name: "lúa 2 vụ", "2 vụ lúa".
_SEASON_BEHIND = re.compile(r"\s(?:lúa|màu|rau|ngô|chính|đông|hè|trong\snăm|mỗi\snăm)(?!\w)|/năm")
_SEASON_BEFORE = re.compile(r"(?:lúa|màu|năng\ssuất|sản\slượng|trung\sbình|bình\squân|trồng|đất)\s$")
_SCOPE = re.compile(
    r"(?:trên\sđịa\sbàn|thuộc|giữa|toàn|khắp|của)\s(?:các\s|cả\s|tất\scả\s|toàn\sbộ\s|toàn\s)?$"
    r"|(?:diễn\sra|tổ\schức|triển\skhai|đồng\sloạt|áp\sdụng)\s(?:trên|tại|ở)\s$|làm\sviệc\svới\s$"
)
_TIMES = re.compile(
    r"(?:gấp|tăng|giảm|hơn|bằng|lên)\s(?:\w+\s){0,2}$|(?:tăng|giảm)\s[^;().]{1,40}\($|(?:tăng|giảm)\sso\s[^;,.()]{3,40}\slà\s$"
)
_GIFT = re.compile(rf"(?:{one_of('tặng | trao | biểu dương | khen thưởng | tuyên dương')})(?!\w)")
_GIFT_UNITS = frozenset(
    split_phrases(
        """suất quà | phần quà | bằng khen | giấy khen | tập thể | cá nhân | suất | phần | học bổng | huy chương
        | danh hiệu | xe | gia đình | hộ | căn nhà"""
    )
)
_GIFT_VALUE = re.compile(r"(?:mỗi\s(?:suất|phần|em|hộ)|trị\sgiá)[^,;]{0,30}$")
_GIFT_VALUE_REACH = 50
_PEOPLE = frozenset(("đại biểu", "đồng chí", "người", "cán bộ"))
_ATTENDS = re.compile(one_of("tham dự | có mặt | dự hội nghị | dự họp | điểm cầu | triệu tập | đại diện cho"))
#: How many sit on a committee.
_COMMITTEES = (
    "ban chấp hành | ban thường vụ | bch | btv | ủy ban kiểm tra | uỷ ban kiểm tra | đoàn chủ tịch | ban chỉ đạo"
)
_SITS_ON = re.compile(
    rf"(?:{one_of(_COMMITTEES)})"
    r"[^;:.()]{0,80}(?:gồm|có|với)\s$"
)
_SITS_ON_REACH = 120
_VOTES = re.compile(one_of("tán thành | biểu quyết | đồng ý | thống nhất"))
_SHIFT, _TIMES_UNIT = "ca", "lần"
_SHIFTS = re.compile(r"(?:học|dạy|làm|chia|tổ\schức|thi\scông)\s[“\"']?$")
_SHIFTS_REACH = 12
#: 39 xã đạt 5-14 tiêu chí
_THRESHOLD = re.compile(r"\s(?:đạt|hoàn\sthành|có|mắc|qua\smức|vượt\smức)\s(?:từ\s|trên\s|dưới\s|được\s|đạt\s){0,2}$")
#: số xã đạt từ 10 tiêu chí trở lên
_BOUND = re.compile(r"(?:xã|huyện|thôn)\s(?:đạt|có)\s(?:từ|trên|dưới)\s$")
_THRESHOLD_UNITS = ("tiêu chí", "%")
_THRESHOLD_REACH = 40
_RESULT_SO_FAR = re.compile(r"\s(?:mới|chỉ|đã|đều|còn)\s")


def is_measurement(shadow: Shadow, mention: Mention, previous: Mention | None, sentence_start: int) -> bool:
    """Whether a quantity reports or targets a result. A bare number is given the unit that the words around tell."""
    norm, unit_class = shadow.norm, mention.unit_class
    if unit_class is NONE:
        return take_unit(shadow, mention, previous, sentence_start)
    has_measure = unit_class in _MEASURED
    has_noun = unit_class is NOUN
    if not (has_measure or has_noun) and is_year(norm, mention.start, mention.number_end):
        return False
    if _is_scale(norm, mention) or (unit_class is WORD and norm.endswith(_SESSION, 0, mention.start)):
        return False
    if is_name(
        norm, mention.start, has_measure=has_measure, is_large=_is_large(mention), has_noun=has_noun
    ) or _is_threshold(norm, mention, previous):
        return False
    for refuses in _refusals(mention.unit, unit_class):  # noqa: SIM110  # CONFIG: asked of every number, any() is slow
        if refuses(shadow, mention, sentence_start):
            return False
    return True


def _is_scale(norm: str, mention: Mention) -> bool:
    """Quy hoạch tỷ lệ 1/500 Cụm công nghiệp: the scale of a map."""
    if mention.second is None or mention.is_range or mention.value != _ONE or mention.second not in _SCALES:
        return False
    return norm.endswith(("tỷ lệ ", "tỉ lệ "), 0, mention.start)


def _is_large(mention: Mention) -> bool:
    """Whether a number is no name: it has three digits, or a decimal part ("thu ngân sách 9 tháng 20,8 tỷ đồng")."""
    return mention.value >= _LARGE or mention.step < 1


def _is_threshold(norm: str, mention: Mention, previous: Mention | None) -> bool:
    """39 xã đạt 5-14 tiêu chí: what stands behind the count is part of what is counted."""
    if mention.unit == "tiêu chí" and _BOUND.search(norm, max(0, mention.start - _NEAR), mention.start):
        return True
    if mention.unit not in _THRESHOLD_UNITS or previous is None or previous.unit_class is not NOUN:
        return False
    # 87/75 lượt người đạt 115,7% kế hoạch: a threshold of a share has a bound ("đạt trên 70%")
    is_reached = mention.unit == "%" and norm.endswith(" đạt ", 0, mention.start)
    between = norm[previous.end : mention.start]
    if is_reached or len(between) > _THRESHOLD_REACH:
        return False
    if "," in between or ";" in between or "(" in between or _RESULT_SO_FAR.search(between):
        return False
    return _THRESHOLD.search(between) is not None


def _is_occasion(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    """Three times ("3 lần") are occasions unless something grew so many times."""
    low = max(sentence_start, mention.start - _AROUND)
    return _TIMES.search(shadow.norm, low, mention.start) is None


def _is_gift_value(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    norm, start = shadow.norm, mention.start
    if not _GIFT_VALUE.search(norm, max(sentence_start, start - _GIFT_VALUE_REACH), start):
        return False
    return _GIFT.search(norm, max(sentence_start, start - _FURTHER), start) is not None


def _is_per_one(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    is_rate = mention.unit == "dân" and shadow.norm.startswith(_HEADS, mention.start)
    if not (mention.value == _ONE or is_rate) or mention.second is not None:
        return False
    return _PER_ONE.search(shadow.norm, max(sentence_start, mention.start - _NEAR), mention.start) is not None


def _is_season(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    norm, start = shadow.norm, mention.start
    if mention.value > _MOST_SEASONS:
        return False
    if _SEASON_BEHIND.match(norm, mention.end):
        return True
    return _SEASON_BEFORE.search(norm, max(sentence_start, start - _NEAR), start) is not None


def _has_halves(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    """Nothing that is counted only by its name has halves."""
    return mention.value != mention.value.to_integral_value()


def _is_structure(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    """The structure of a plan, a programme or a speech is no figure of the locality; "45/60 nhiệm vụ" is."""
    return mention.second is None or mention.is_range


def _attends(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    """Who sat in a meeting is no figure of the locality; who voted is."""
    norm, end = shadow.norm, mention.end
    if mention.second is not None or _VOTES.search(norm, end, end + _AROUND):
        return False
    if _SITS_ON.search(norm, max(sentence_start, mention.start - _SITS_ON_REACH), mention.start):
        return True
    return _ATTENDS.search(norm, max(sentence_start, mention.start - _FAR), end + _AROUND) is not None


def _is_shift(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    low = max(sentence_start, mention.start - _SHIFTS_REACH)
    return _SHIFTS.search(shadow.norm, low, mention.start) is not None


def _is_scope(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    """Trên địa bàn 10 phường; 2 phường Hiệp Phú và Phú Hữu."""
    if mention.second is not None:
        return False
    if _SCOPE.search(shadow.norm, max(sentence_start, mention.start - _NEAR), mention.start):
        return True
    behind = shadow.cased[mention.end : mention.end + 2]
    return behind[:1] == " " and behind[1:].isupper()


def _is_gift(shadow: Shadow, mention: Mention, sentence_start: int) -> bool:
    norm, start, end = shadow.norm, mention.start, mention.end
    low = max(sentence_start, start - _AROUND)
    return _GIFT.search(norm, low, start) is not None or _GIFT.search(norm, end, end + _AROUND) is not None


_Refusal = Callable[[Shadow, Mention, int], bool]


@lru_cache(maxsize=4096)
def _refusals(unit: str, unit_class: UnitClass) -> tuple[_Refusal, ...]:
    """What may refuse a quantity of this unit; most units have nothing."""
    if unit_class in _MEASURED:
        candidates: list[tuple[bool, _Refusal]] = [
            (unit == _TIMES_UNIT, _is_occasion),
            (unit_class is MONEY, _is_gift_value),
            (unit_class is MEASURE, _is_per_one),
        ]
    else:
        candidates = [
            (unit in _STRUCTURE, _is_structure),
            (unit == _TIMES_UNIT, _is_occasion),
            (unit_class is WORD, _has_halves),
            (unit in _PEOPLE or unit.startswith("đại biểu"), _attends),
            (unit == _SHIFT, _is_shift),
            (unit.startswith("vụ"), _is_season),
            (unit_class is WORD or unit == "dân", _is_per_one),
            (unit.split(" ", 1)[0] in PLACES and not unit.startswith("tổ chức"), _is_scope),
            (unit in _GIFT_UNITS, _is_gift),
        ]
    return tuple(refusal for applies, refusal in candidates if applies)
