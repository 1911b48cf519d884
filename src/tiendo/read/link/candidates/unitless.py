# SPDX-License-Identifier: Apache-2.0
"""Numbers that take what they count from the words around: "Số doanh nghiệp ngừng hoạt động là 37"."""

from __future__ import annotations

import re
from decimal import Decimal

from tiendo.read.dimensions.numeral.rules import is_year, word_before
from tiendo.read.dimensions.quantity.data import NONE, NOUN, Mention
from tiendo.read.dimensions.quantity.units import Unit, match_unit
from tiendo.read.engine.words import one_of
from tiendo.read.lexicon.letters import LOWER
from tiendo.read.link.sentence.context import FROM_PLACES, FROM_STATES, Part
from tiendo.read.text.shadow import Shadow

_CHANGE_IN_BRACKET = re.compile(r"\((?:tăng|giảm|còn)\s$")
_LIST_GOES_ON = re.compile(r"\s?(?:[,;.)]|\svà\s|$)")
#: "Số phiếu hợp lệ:", "Tổng số liều tiêm được trong tuần:".
_LABEL = re.compile(r"(?<!\w)(?:tổng\s)?số\s(?:lượng\s)?([^\W\d_]+(?:\s[^\W_]+){0,10})\s?:\s?$")
#: The things themselves: "bệnh nhân điều trị ngoại trú:"; one word alone is more often a name ("Phòng:").
_COUNTED_LABEL = re.compile(r"(?:[,;:(]|trong\sđó)\s(?!trong\sđó)([^\W\d_]+(?:\s[^\W\d_]+){1,10})\s?:\s?$")
#: A name of a place of one to four words, behind a sign or "gồm", right before a number.
_PLACE_BEFORE = re.compile(rf"(?:,|;|\(|:|gồm|và)\s?([^\W\d_{LOWER}]\w*(?:\s[^\W\d_{LOWER}]\w*){{0,3}})\s$")
#: What became of the counted, each with its own number: "57 đảng viên (khiển trách 40, cảnh cáo 12)".
#: Source: house reading of the genre: forms of discipline, states of files, levels of schools.
_STATES = one_of(
    "khiển trách | cảnh cáo | khai trừ | cách chức | phê bình | rút kinh nghiệm | giáng chức"
    " | hạ bậc lương | buộc thôi việc | đúng hạn | trước hạn | trễ hạn | quá hạn | trước và đúng hạn | trong hạn"
    " | đang giải quyết | đã giải quyết | chưa giải quyết | nam | nữ | mầm non | tiểu học"
    " | thcs | thpt | nghèo | cận nghèo"
)
_STATE_BEFORE = re.compile(rf"(?:[(,;]|\svà)\s?(?:{_STATES})(?::|\slà|\scó)?\s$")
_OPENS_LIST = ("(", "( ", "gồm ")
_NEXT_NAME = 40
_SHARES_UNIT = frozenset("thiếu còn có giảm tăng là đạt được lên xuống thừa".split())
_SUBJECT_REACH = 90
_WORD = r"[^\s,;:.()0-9]+"
_NUMBER_OF = re.compile(
    rf"(?<!\w)(?:tổng\s)?số\s(?:lượng\s)?({_WORD}(?:\s{_WORD}){{0,10}})\s(?:là|còn|đạt|lên|được|hiện\scó)"
    r"\s(?:hơn\s|gần\s|khoảng\s|trên\s)?$"
)
#: "số hồ sơ", but not "số tiền".
_COUNTED = re.compile(r"(?:tổng\s)?(?:số|lượng)(?:\slượng)?\s(?!tiền|vốn|thu|chi|nợ|kinh|nộp|lãi)([^\W\d_]+)")
_SIZES = {"triệu đồng": Decimal(10) ** 6, "tỷ đồng": Decimal(10) ** 9}


def take_unit(shadow: Shadow, mention: Mention, previous: Mention | None, sentence_start: int) -> bool:
    """Give a bare number its unit; False when nothing tells what it counts."""
    norm = shadow.norm
    if _take_from_label(norm, mention, sentence_start):
        return True
    if mention.second is not None:
        return False
    return (
        _take_from_list(norm, mention, previous)
        or _take_from_states(norm, mention, previous)
        or _take_from_places(shadow, mention, previous)
        or _take_from_subject(norm, mention, sentence_start)
    )


def recount(mention: Mention, norm: str, subject: list[Part]) -> None:
    """Millions without a unit are money unless the subject says what is counted: "số hồ sơ tiếp nhận là 14 triệu"."""
    factor = _SIZES.get(mention.unit)
    if factor is None or not subject or "đồng" in norm[mention.start : mention.end]:
        return
    counted = _COUNTED.match(norm, subject[0][0])
    noun = _noun_at(norm, counted.start(1)) if counted is not None else None
    if noun is not None:
        mention.value, mention.step = mention.value * factor, mention.step * factor
        _give(mention, noun.name, "unit.from-subject")


def _take_from_list(norm: str, mention: Mention, previous: Mention | None) -> bool:
    """A bare number that goes on with a list: "tiểu học thiếu 97 giáo viên, mầm non thiếu 82 và THCS thiếu 35"."""
    if previous is None or previous.unit_class is not NOUN:
        return False
    word = word_before(norm, mention.start)
    is_same = word in _SHARES_UNIT and word_before(norm, previous.hedge_start) == word
    if not is_same and _CHANGE_IN_BRACKET.search(norm, max(previous.end, mention.start - 8), mention.start) is None:
        return False
    if not _LIST_GOES_ON.match(norm, mention.end):
        return False
    _give(mention, previous.unit, "unit.from-list")
    return True


def _take_from_states(norm: str, mention: Mention, previous: Mention | None) -> bool:
    """A count and, in a bracket behind it, what became of the counted."""
    if previous is None or previous.unit_class is not NOUN or not _LIST_GOES_ON.match(norm, mention.end):
        return False
    if _STATE_BEFORE.search(norm, max(previous.end, mention.start - _NEXT_NAME), mention.start) is None:
        return False
    is_next = FROM_STATES in previous.rules
    if not is_next and norm.find("(", previous.end, mention.start) < 0:
        return False
    _give(mention, previous.unit, FROM_STATES)
    return True


def _take_from_label(norm: str, mention: Mention, sentence_start: int) -> bool:
    """Số phiếu hợp lệ: 53/53."""
    start = mention.start
    if not norm.endswith((": ", ":"), sentence_start, start) or not _LIST_GOES_ON.match(norm, mention.end):
        return False
    low = max(sentence_start, start - _SUBJECT_REACH)
    label = _LABEL.search(norm, low, start) or _COUNTED_LABEL.search(norm, low, start)
    noun = _noun_at(norm, label.start(1)) if label is not None else None
    if noun is None:
        return False
    _give(mention, noun.name, "unit.from-label")
    return True


def _take_from_places(shadow: Shadow, mention: Mention, previous: Mention | None) -> bool:
    """A total and its parts by place: "80.606 ha lúa bị thiệt hại (Lào Cai 4.123, Sơn La 540)"."""
    norm, cased = shadow.norm, shadow.cased
    if previous is None or previous.unit_class is NONE or not _LIST_GOES_ON.match(norm, mention.end):
        return False
    name = _PLACE_BEFORE.search(cased, previous.end, mention.start)
    if name is None:
        return False
    is_next = FROM_PLACES in previous.rules and name.start() == previous.end
    if not is_next and not norm.endswith(_OPENS_LIST, previous.end, name.start(1)):
        return False
    if cased.find(name.group(1), mention.end, mention.end + _NEXT_NAME) >= 0:
        return False  # Tân Phú 1, Tân Phú 2: the numbers are names
    mention.unit, mention.unit_class = previous.unit, previous.unit_class
    mention.rules.append(FROM_PLACES)
    return True


def _take_from_subject(norm: str, mention: Mention, sentence_start: int) -> bool:
    low = max(sentence_start, mention.start - _SUBJECT_REACH)
    if norm.find("số ", low, mention.start) < 0 or is_year(norm, mention.start, mention.number_end):
        return False
    told = _NUMBER_OF.search(norm, low, mention.start)
    noun = _noun_at(norm, told.start(1)) if told is not None else None
    if noun is None:
        return False
    _give(mention, noun.name, "unit.from-subject")
    return True


def _noun_at(norm: str, start: int) -> Unit | None:
    noun = match_unit(norm, start - 1)
    return noun if noun.unit_class is NOUN else None


def _give(mention: Mention, unit: str, rule: str) -> None:
    mention.unit, mention.unit_class = unit, NOUN
    mention.rules.append(rule)
