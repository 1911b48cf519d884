# SPDX-License-Identifier: Apache-2.0
"""From a run of digits to a number with scale and unit: "2 tỷ 150 triệu đồng", "13/20 chỉ tiêu", "11,5 - 12,4%".

Positions are those of ``Shadow.norm``. Not here: whether the quantity is a measurement, and of what.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tiendo.read.dimensions.quantity.data import Mention, UnitClass
from tiendo.read.dimensions.quantity.units import match_unit
from tiendo.read.dimensions.quantity.values import read_number

_NUMBER = r"\d+(?:[.,]\d+)*"
_SLASH = re.compile(rf"\s?/\s?(?:tổng số\s)?({_NUMBER})(?![\d/]|[.,]\d)")
_OUT_OF = re.compile(rf"\s(?:trên|trong)\s(?:tổng số|tổng cộng|tổng)\s(?:là\s)?({_NUMBER})")
_DASH = re.compile(rf"\s?[-–—÷]\s?({_NUMBER})(?![\d/]|[.,]\d)")
_TO = re.compile(rf"\s(?:đến|tới)\s({_NUMBER})(?![\d/]|[.,]\d)")
_NOUN_SLASH = re.compile(rf"\s?/\s?(?:tổng số\s)?({_NUMBER})\s?")
_SAME_UNIT_DASH = re.compile(rf"\s?[-–—]\s?({_NUMBER})\s?%")
_MONEY_TAIL = re.compile(r"\s?(?:tỷ|tỉ)(?:\sđồng)?,?\s(\d{1,3}(?:,\d+)?)\s?(triệu|tr)(?:\sđồng|(?!\w))")
_THOUSANDTH = Decimal("0.001")
_MINUS = re.compile(r"[(:;]-$")
_FROM = re.compile(r"\btừ\s(?:mức\s)?$")
_CHANGES = re.compile(r"(?:tăng|giảm|lên|xuống|nâng|hạ)\s(?:\w+\s){0,3}$")


def read_quantity(norm: str, start: int, end: int) -> Mention | None:
    """The quantity whose first digits are ``norm[start:end]``, or None when the digits are no number."""
    number = read_number(norm[start:end])
    if number is None:
        return None
    mention = Mention(
        start,
        end,
        end,
        number.value,
        number.step,
        hedge_start=start,
        is_slip=number.is_ambiguous and "," in norm[start:end],
    )
    if _MINUS.search(norm, max(0, start - 2), start):  # (-37,5%)
        mention.start = mention.hedge_start = start - 1
        mention.value = -mention.value
        mention.rules.append("number.minus")
    _read_money_parts(norm, mention) or _read_fraction(norm, mention) or _read_range(norm, mention) or _read_unit(
        norm, mention
    )
    return mention


def _read_unit(norm: str, mention: Mention) -> bool:
    unit = match_unit(norm, mention.number_end)
    mention.unit, mention.unit_class = unit.name, unit.unit_class
    mention.end = unit.end
    factor = unit.factor
    if unit.unit_class is UnitClass.NOUN and factor == 1:
        _mend_slips(mention)
    if factor != 1:
        mention.value *= factor
        mention.step *= factor
        if mention.second is not None:
            mention.second *= factor
            mention.second_step *= factor
    if mention.unit_class is UnitClass.PERCENT and mention.second is None:
        both = _SLASH.match(norm, mention.end)
        if both is not None and norm.startswith("%", both.end()):  # 75,15%/75%
            _set_second(mention, both, is_range=False, rule="fraction.percent")
            mention.end = both.end() + 1
        else:
            dash = _SAME_UNIT_DASH.match(norm, mention.end)
            if dash is not None:  # 10% - 12%
                _set_second(mention, dash, is_range=True, rule="range.percent")
                mention.end = dash.end()
    elif mention.second is None and mention.unit_class is not UnitClass.NONE and mention.unit != "lần":
        _read_noun_fraction(norm, mention)
    return True


def _mend_slips(mention: Mention) -> None:
    """Things that are counted have no thousandths: "4,974 đảng viên" can only be 4.974 (GUIDE, ``value``)."""
    if mention.is_slip:
        mention.value, mention.step = mention.value * 1000, Decimal(1)
        mention.rules.append("number.comma-for-dot")
    if mention.second is not None and mention.second_step == _THOUSANDTH:
        mention.second, mention.second_step = mention.second * 1000, Decimal(1)
        mention.rules.append("number.comma-for-dot")


def _read_noun_fraction(norm: str, mention: Mention) -> None:
    """52 xã/136 xã."""
    total = _NOUN_SLASH.match(norm, mention.end)
    if total is None:
        return
    _set_second(mention, total, is_range=False, rule="fraction.noun")
    first = mention.unit.split(" ")[0]
    end = total.end(1)
    after = match_unit(norm, end)
    if after.unit_class is UnitClass.NOUN and after.name.split(" ")[0] != first:
        mention.second, mention.second_step = None, Decimal(1)
        mention.rules.pop()
        return  # 3,2 ha/21 hộ tells two things
    mention.end = end
    if after.name.split(" ")[0] == first:
        mention.end = after.end


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
    mention.value = mention.value * 1000 + number.value
    mention.step = number.step
    mention.unit, mention.unit_class = "triệu đồng", UnitClass.MONEY
    mention.end = tail.end()
    mention.rules.append("money.parts")
    return True


def _read_fraction(norm: str, mention: Mention) -> bool:
    """13/20 chỉ tiêu; 108 trên tổng số 550 hồ sơ."""
    over = _SLASH.match(norm, mention.number_end) or _OUT_OF.match(norm, mention.number_end)
    if over is None or not _set_second(mention, over, is_range=False, rule="fraction"):
        return False
    mention.number_end = over.end(1)
    return _read_unit(norm, mention)


def _read_range(norm: str, mention: Mention) -> bool:
    """11,5 - 12,4%; từ 10 đến 12 đảng viên."""
    dash = _DASH.match(norm, mention.number_end)
    if dash is None:
        to = _TO.match(norm, mention.number_end)
        before = norm[max(0, mention.start - 24) : mention.start]
        if to is None or (_FROM.search(before) and _CHANGES.search(before[: before.rfind("từ")])):
            return False  # giảm từ 12 đến 8 tells two levels
        dash = to
    number = read_number(dash.group(1))
    if number is None:
        return False
    low, high = mention.value, number.value
    if not 0 < low < high:  # a range rises
        return False
    _set_second(mention, dash, is_range=True, rule="range")
    mention.number_end = dash.end(1)
    return _read_unit(norm, mention)
