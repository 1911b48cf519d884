# SPDX-License-Identifier: Apache-2.0
"""The unit behind a number: percentages, money, measures, counted nouns, with scale words before them.

Source: units of DOMAIN 1.2; GUIDE of the annotated texts for what is expanded ("23 vạn người" is 230000 người).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tiendo.read.dimensions.quantity.data import UnitClass
from tiendo.read.lexicon.nouns import COUNTED


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit, where it ends, and the factor by which scale words multiply the number."""

    name: str
    unit_class: UnitClass
    end: int
    factor: Decimal = Decimal(1)


_ONE = Decimal(1)
_SCALES = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10000),
}
_MILLION, _BILLION = Decimal(10) ** 6, Decimal(10) ** 9
_SCALE = re.compile(r" ?((?:(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|tr)(?!\w)\s?)+)")
_PERCENT = re.compile(r" ?(?:,?%|phần trăm(?!\w))")
_POINT = re.compile(r" ?điểm\s?(?:%|phần trăm(?!\w))")
_PERMILLE = re.compile(r" ?(?:‰|phần nghìn(?!\w))")
_PER = (
    r"(?:\s?/\s?(?:10{0,2}(?:\.?000){0,2}\s)?(?:vạn dân|nghìn dân|ngàn dân|dân|người dân|người|hộ|đầu người|hécta|ha|kg|km2|km|m2|m3|năm|tháng|ngày|đêm|tấn"
    r"|đơn vị|học sinh|lao động|giường|xã|vụ|lượt|giờ|lít|tạ|con|suất|lần|căn|ngôi nhà|đảng viên|cán bộ|trẻ|vốn|sào|kwh|lớp|trường|thôn|ấp|phòng|trạm|xe|máy)(?!\w)){1,3}"
)
_PER_UNIT = re.compile(_PER)
_CURRENCY = re.compile(r" ?(đồng|vnđ|vnd|đ|usd|đô la mỹ|đô la|đôla|euro|eur|nhân dân tệ)(?!\w)")
_MEASURE = re.compile(
    r" ?(km2|km²|m2|m²|m3|m³|hécta|hecta|héc ta|héc-ta|ha|km|kg|mm|cm|m|tấn|tạ|yến|gam|gram|lít|kwh|kwp|mwp|mw|kw|kv|mva|gb|tb|mbps|ki lô mét|hải lý|mét vuông|mét khối|mét|lần)(?!\w)"
)
_WORD = re.compile(r" ?([^\W\d_]+)")
_TOKEN = re.compile(r" ?([^\W\d_]+|,)")
# Words that may stand behind a number without being what is counted.
_NOT_COUNTED = frozenset(
    """và so với trong của là được đã đang sẽ có không để thì mà nên vì do tại ở trên dưới từ đến đạt tăng giảm bằng chiếm còn cũng này đó kia
    ấy nay trở gồm bao như theo hoặc hay nhưng về cho bởi vào ra lên xuống rồi nữa khi nếu tuy song tức tương các những một hai
    ba lần năm tháng ngày tuần giờ phút giây tuổi quý thế thập đ k g h x thuộc nhằm qua tới sau trước nằm cùng đều vẫn phải cần chưa hơn gần
    thu tiếp thực hoàn triển phát xây đề yêu nhận gửi họp diễn bắt khai kết ngay lại chứ nào đâu đi làm nói xin mời đầu cuối giữa bình chỉ riêng khoảng vượt đưa nhất nhì bị tổ_chức đồng""".split()
)
_NONE = "none"


def match_unit(norm: str, at: int) -> Unit:
    """The unit that begins at ``at`` (right behind the digits)."""
    scale = _SCALE.match(norm, at)
    if scale is None:
        return _plain(norm, at)
    words = scale.group(1).split()
    end = scale.start(1) + len(scale.group(1).rstrip())
    factor, big = _split_scale(words)
    currency = _CURRENCY.match(norm, end)
    if currency is not None:
        return _money(norm, currency, factor, big)
    noun = _noun(norm, end)
    if noun is not None and (noun.unit_class is UnitClass.NOUN or not big) and noun.unit_class is not UnitClass.NONE:
        return Unit(noun.name, noun.unit_class, noun.end, factor * _size(big))
    measure = _MEASURE.match(norm, end)
    if measure is not None:
        return Unit(_measure_name(norm, measure), UnitClass.MEASURE, _per(norm, measure.end()), factor * _size(big))
    if big:
        per = _PER_UNIT.match(norm, end)
        name = f"{big} đồng" + (_tidy(per.group()) if per else "")
        return Unit(name, UnitClass.MONEY, per.end() if per else end, factor)
    return Unit("", UnitClass.NONE, end, factor)


def _split_scale(words: list[str]) -> tuple[Decimal, str]:
    """Factor of the small scales and the big scale that stays in the unit: "nghìn tỷ" → (1000, "tỷ")."""
    big = {"tỷ": "tỷ", "tỉ": "tỷ", "triệu": "triệu", "tr": "triệu"}.get(words[-1], "")
    factor = _ONE
    for word in words[: -1 if big else len(words)]:
        factor *= _SCALES.get(word, _MILLION if word in ("triệu", "tr") else _BILLION)
    return factor, big


def _size(big: str) -> Decimal:
    return {"tỷ": _BILLION, "triệu": _MILLION}.get(big, _ONE)


def _money(norm: str, currency: re.Match[str], factor: Decimal, big: str) -> Unit:
    name = {"đ": "đồng", "vnđ": "đồng", "vnd": "đồng", "đôla": "đô la"}.get(currency.group(1), currency.group(1))
    per = _PER_UNIT.match(norm, currency.end())
    tail = _tidy(per.group()) if per else ""
    return Unit(f"{big} {name}".strip() + tail, UnitClass.MONEY, per.end() if per else currency.end(), factor)


def _tidy(text: str) -> str:
    return re.sub(r"\s?/\s?", "/", text)


def _measure_name(norm: str, measure: re.Match[str]) -> str:
    per = _PER_UNIT.match(norm, measure.end())
    return measure.group(1) + (_tidy(per.group()) if per else "")


def _per(norm: str, end: int) -> int:
    per = _PER_UNIT.match(norm, end)
    return per.end() if per else end


def _plain(norm: str, at: int) -> Unit:
    percent = _PERCENT.match(norm, at)
    if percent is not None:
        per = _PER_UNIT.match(norm, percent.end())
        if per is not None and per.group().strip("/ ") == "năm":
            return Unit("%/năm", UnitClass.PERCENT, per.end())
        return Unit("%", UnitClass.PERCENT, percent.end())
    point = _POINT.match(norm, at)
    if point is not None:
        return Unit("điểm %", UnitClass.POINT, point.end())
    permille = _PERMILLE.match(norm, at)
    if permille is not None:
        return Unit("‰", UnitClass.PERCENT, permille.end())
    currency = _CURRENCY.match(norm, at)
    if currency is not None:
        return _money(norm, currency, _ONE, "")
    measure = _MEASURE.match(norm, at)
    if measure is not None:
        return Unit(_measure_name(norm, measure), UnitClass.MEASURE, _per(norm, measure.end()))
    noun = _noun(norm, at)
    return noun if noun is not None else Unit("", UnitClass.NONE, at)


def _noun(norm: str, at: int) -> Unit | None:
    """The counted noun behind a number: the longest phrase of the lexicon, else the next word."""
    first = _WORD.match(norm, at)
    if first is None:
        return None
    word = first.group(1)
    phrases = COUNTED.get(word)
    if phrases is not None:
        words, ends = _words(norm, at, len(phrases[0]))
        for phrase in phrases:
            if tuple(words[: len(phrase)]) == phrase:
                end = ends[len(phrase) - 1]
                per = _PER_UNIT.match(norm, end)
                name = " ".join(phrase).replace(" ,", ",") + (_tidy(per.group()) if per else "")
                return Unit(name, UnitClass.NOUN, per.end() if per else end)
    if word in _NOT_COUNTED:
        return None
    return Unit(word, UnitClass.WORD, first.end())


def _words(norm: str, at: int, count: int) -> tuple[list[str], list[int]]:
    words: list[str] = []
    ends: list[int] = []
    while len(words) < count:
        token = _TOKEN.match(norm, at)
        if token is None:
            break
        words.append(token.group(1))
        at = token.end()
        ends.append(at)
    return words, ends
