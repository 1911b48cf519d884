# SPDX-License-Identifier: Apache-2.0
"""From a run of digits to a number with scale and unit: "2 tỷ 150 triệu đồng", "13/20 chỉ tiêu", "11,5 - 12,4%".

Positions are those of ``Shadow.norm``. Not here: whether the quantity is a measurement, and of what.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tiendo.read.dimensions.quantity.data import MINUS, MONEY, NONE, NOUN, PERCENT, PLUS, Mention
from tiendo.read.dimensions.quantity.units import ONE, find_unit, match_unit
from tiendo.read.dimensions.quantity.values import read_number

_NUMBER = r"([0-9]+(?:[.,][0-9]+)*)"
_NO_MORE = r"(?![0-9/]|[.,][0-9])"
_SLASH = re.compile(rf"\s?/\s?(?:tổng số\s)?{_NUMBER}{_NO_MORE}")
_OUT_OF = re.compile(rf"\s(?:trên|trong)\s(?:tổng số|tổng cộng|tổng)\s(?:là\s)?{_NUMBER}")
_DASH = re.compile(rf"\s?[-–—÷]\s?{_NUMBER}{_NO_MORE}")
_TO = re.compile(rf"\s(?:đến|tới)\s{_NUMBER}{_NO_MORE}")
_NOUN_SLASH = re.compile(rf"\s?/\s?(?:tổng số\s)?{_NUMBER}\s?")
_SAME_UNIT_DASH = re.compile(rf"\s?[-–—]\s?{_NUMBER}\s?%")
_MONEY_TAIL = re.compile(r"\s?t[ỷỉ](?:\sđồng)?,?\s([0-9]{1,3}(?:,[0-9]+)?)\s?(?:triệu|tr)(?:\sđồng|(?!\w))")
_FROM = re.compile(r"\btừ\s(?:mức\s)?$")
_CHANGES = re.compile(r"(?:tăng|giảm|lên|xuống|nâng|hạ)\s(?:\w+\s){0,3}$")
_LEVELS_REACH = 24
_THOUSAND, _THOUSANDTH = Decimal(1000), Decimal("0.001")
_MINUS_BEFORE = frozenset(("(-", ":-", ";-"))
_PLUS_BEFORE = re.compile(r"[(;,]\s?\+\s?$")
_SIGN_ROOM = 4


def read_quantity(norm: str, start: int, end: int) -> Mention | None:
    """The quantity whose first digits are ``norm[start:end]``, or None when the digits are no number."""
    number = read_number(norm[start:end])
    if number is None:
        return None
    mention = Mention(start, end, end, number.value, number.step, hedge_start=start)
    if number.is_ambiguous:
        mention.is_slip = norm.find(",", start, end) >= 0
    before = norm[start - 2 : start]
    if "-" in before or "+" in before:
        _read_sign(norm, mention)
    # The sign or letter behind the digits tells which forms are possible; most numbers have only a unit.
    behind = norm[end : end + 2]
    form = _FORMS.get(behind[1:] if behind[:1] == " " else behind[:1])
    if form is None or not form(norm, mention):
        _read_unit(norm, mention)
    return mention


def _read_sign(norm: str, mention: Mention) -> None:
    start = mention.start
    if norm[start - 2 : start] in _MINUS_BEFORE:  # (-37,5%)
        mention.start = mention.hedge_start = start - 1
        mention.value = -mention.value
        mention.rules.append(MINUS)
    elif _PLUS_BEFORE.search(norm, max(0, start - _SIGN_ROOM), start):  # ; + 11,3% so cùng kỳ
        mention.rules.append(PLUS)


def _read_unit(norm: str, mention: Mention) -> None:
    mention.unit, unit_class, end, factor = find_unit(norm, mention.number_end)
    mention.unit_class, mention.end = unit_class, end
    if factor is not ONE:
        _multiply(mention, factor)
    elif unit_class is NOUN and (mention.is_slip or mention.second is not None):
        _mend_slips(mention)
    if mention.second is None:
        behind = norm[end : end + 2]
        if (behind[1:] if behind[:1] == " " else behind[:1]) in _FORMS_BEHIND_UNIT:
            _read_second_behind_unit(norm, mention)


def _multiply(mention: Mention, factor: Decimal) -> None:
    mention.value *= factor
    mention.step *= factor
    if mention.second is not None:
        mention.second *= factor
        mention.second_step *= factor


def _mend_slips(mention: Mention) -> None:
    """Things that are counted have no thousandths: "4,974 đảng viên" can only be 4.974 (GUIDE, ``value``)."""
    if mention.is_slip:
        mention.value, mention.step = mention.value * _THOUSAND, ONE
        mention.rules.append("number.comma-for-dot")
    if mention.second is not None and mention.second_step == _THOUSANDTH:
        mention.second, mention.second_step = mention.second * _THOUSAND, ONE
        mention.rules.append("number.comma-for-dot")


def _read_second_behind_unit(norm: str, mention: Mention) -> None:
    """A second number behind the unit of the first: 75,15%/75%, 10% - 12%, 52 xã/136 xã."""
    if norm.startswith(("/", " /"), mention.end):
        if mention.unit_class is PERCENT:
            _read_percent_fraction(norm, mention)
        elif mention.unit_class is not NONE and mention.unit != "lần":
            _read_noun_fraction(norm, mention)
    elif mention.unit_class is PERCENT:
        dash = _SAME_UNIT_DASH.match(norm, mention.end)
        if dash is not None and _set_second(mention, dash, is_range=True, rule="range.percent"):
            mention.end = dash.end()


def _read_percent_fraction(norm: str, mention: Mention) -> None:
    both = _SLASH.match(norm, mention.end)
    if both is not None and norm.startswith("%", both.end()):
        _set_second(mention, both, is_range=False, rule="fraction.percent")
        mention.end = both.end() + 1


def _read_noun_fraction(norm: str, mention: Mention) -> None:
    total = _NOUN_SLASH.match(norm, mention.end)
    if total is None:
        return
    end = total.end(1)
    first = mention.unit.split(" ", 1)[0]
    after = match_unit(norm, end)
    is_same = after.name.split(" ", 1)[0] == first
    if after.unit_class is NOUN and not is_same:
        return  # 3,2 ha/21 hộ tells two things
    if _set_second(mention, total, is_range=False, rule="fraction.noun"):
        mention.end = after.end if is_same else end
        if is_same and after.factor is not ONE and mention.second is not None:  # 119 triệu m3/194,49 triệu m3
            mention.second, mention.second_step = mention.second * after.factor, mention.second_step * after.factor


def _set_second(mention: Mention, match: re.Match[str], *, is_range: bool, rule: str) -> bool:
    number = read_number(match.group(1))
    if number is None:
        return False
    mention.second, mention.second_step, mention.is_range = number.value, number.step, is_range
    mention.rules.append(rule)
    return True


def _read_money_parts(norm: str, mention: Mention) -> bool:
    """2 tỷ 150 triệu đồng → 2150 triệu đồng."""
    tail = _MONEY_TAIL.match(norm, mention.number_end)
    if tail is None:
        return False
    number = read_number(tail.group(1))
    if number is None:
        return False
    mention.value = mention.value * _THOUSAND + number.value
    mention.step = number.step
    mention.unit, mention.unit_class = "triệu đồng", MONEY
    mention.end = tail.end()
    mention.rules.append("money.parts")
    return True


def _read_fraction(norm: str, mention: Mention) -> bool:
    """13/20 chỉ tiêu; 108 trên tổng số 550 hồ sơ."""
    over = _SLASH.match(norm, mention.number_end) or _OUT_OF.match(norm, mention.number_end)
    if over is None or not _set_second(mention, over, is_range=False, rule="fraction"):
        return False
    mention.number_end = over.end(1)
    _read_unit(norm, mention)
    return True


def _read_range(norm: str, mention: Mention) -> bool:
    """11,5 - 12,4%; từ 10 đến 12 đảng viên."""
    upper = _DASH.match(norm, mention.number_end)
    if upper is None:
        upper = _TO.match(norm, mention.number_end)
        if upper is None or _tells_levels(norm, mention):
            return False
    number = read_number(upper.group(1))
    if number is None or not 0 < mention.value < number.value:  # a range rises
        return False
    _set_second(mention, upper, is_range=True, rule="range")
    mention.number_end = upper.end(1)
    _read_unit(norm, mention)
    return True


def _tells_levels(norm: str, mention: Mention) -> bool:
    """Giảm từ 12 đến 8 tells two levels, not the ends of a range."""
    before = norm[max(0, mention.start - _LEVELS_REACH) : mention.start]
    return _FROM.search(before) is not None and _CHANGES.search(before[: before.rfind("từ")]) is not None


def _read_count_parts(norm: str, mention: Mention) -> bool:
    """7 triệu 520 nghìn con → 7520000 con."""
    tail = _COUNT_TAIL.match(norm, mention.number_end)
    number = read_number(tail.group(1)) if tail is not None else None
    if tail is None or number is None:
        return False
    mention.value = (mention.value * _THOUSAND + number.value) * _THOUSAND
    mention.step = _THOUSAND
    mention.number_end = tail.end()
    mention.rules.append("count.parts")
    _read_unit(norm, mention)
    return True


def _read_behind_t(norm: str, mention: Mention) -> bool:
    """12 tỷ 350 triệu; 7 triệu 520 nghìn con; 12 trên tổng số 15; 12 tới 15."""
    return (
        _read_count_parts(norm, mention)
        or _read_money_parts(norm, mention)
        or _read_fraction(norm, mention)
        or _read_range(norm, mention)
    )


#: Thousands behind millions of things that are counted.
_COUNT_TAIL = re.compile(r"\s?triệu\s([0-9]{1,3})\s(?:nghìn|ngàn)(?=\s(?!đồng|tỷ|tỉ)[^\W\d_])")
_DASHES = "-–—÷"
_FORMS = {"/": _read_fraction, "t": _read_behind_t, "đ": _read_range} | dict.fromkeys(_DASHES, _read_range)
_FORMS_BEHIND_UNIT = frozenset("/" + _DASHES)
