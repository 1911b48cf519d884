# SPDX-License-Identifier: Apache-2.0
"""The number that fills a cell: "1.548,2", "≥ 95", "7/9", "9.500 - 9.800", "trên 80", "41,5%", "12 hộ", "(3,2)".

Input is the cell in normal form. Not here: numbers inside sentences, and what the figure means.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from tiendo.kernel.numbers import Number, NumberError, parse_number
from tiendo.kernel.quantity import Qualifier
from tiendo.read.tables.data import Figure


class Marks(StrEnum):
    """Which sign parts thousands in the numbers of a table."""

    VIETNAMESE = "vietnamese"
    ENGLISH = "english"


_LONGEST = 90  # a longer cell is a sentence

# Hedges of the cell itself. Source: GUIDE of the annotated texts, field approx; signs as offices type them.
_HEDGES = {
    **dict.fromkeys(("≥", ">=", "=>", "ít nhất", "tối thiểu", "không dưới", "không thấp hơn"), Qualifier.AT_LEAST),
    **dict.fromkeys(("≤", "<=", "=<", "tối đa", "nhiều nhất", "không quá", "không vượt quá"), Qualifier.AT_MOST),
    **dict.fromkeys((">", "trên", "hơn"), Qualifier.OVER),
    **dict.fromkeys(("<", "dưới", "gần", "chưa đến", "chưa tới", "chưa đầy"), Qualifier.UNDER),
    **dict.fromkeys(("khoảng", "xấp xỉ", "ước", "ước đạt", "ước tính", "tầm", "chừng", "~", "≈"), Qualifier.ABOUT),
}  # fmt: skip
_LEVELS = ("giảm còn", "giảm xuống còn", "giảm xuống", "tăng lên", "nâng lên", "còn lại", "còn")
_FALLS = ("kéo giảm", "giảm", "hụt", "thấp hơn", "↓", "▼")
_RISES = ("tăng thêm", "tăng", "vượt", "cao hơn", "↑", "▲")
_PLAIN = (
    "đạt tỷ lệ",
    "hoàn thành",
    "phấn đấu",
    "đã đạt",
    "duy trì",
    "đạt từ",
    "đạt",
    "giữ",
    "bằng",
    "là",
    "có",
    "từ",
    "=",
)
_LEADS = sorted((*_HEDGES, *_LEVELS, *_FALLS, *_RISES, *_PLAIN), key=len, reverse=True)
_LEAD = re.compile("|".join(re.escape(w) + (r"(?!\w)" if w[-1].isalpha() else "") for w in _LEADS))

_NUMBER = r"\d+(?:[.,]\d+)*(?:\x20\d{3}(?!\d)(?:[.,]\d+)?){0,6}"
_UNIT = r"(?:%|‰|[^\W\d_])(?:[^\W\d_]|[\x20.,%/²³]|(?<=m)[23](?!\d)){0,40}"
_FORM = re.compile(
    rf"""(?P<lead>(?:(?:{_LEAD.pattern})\s*:?\s*){{0,4}})
    (?P<open>\()?\s?(?P<sign>[-+–])?\s?(?P<a>{_NUMBER})\s?(?P<ua>{_UNIT})?
    (?:\s?(?P<sep>/|[-–—÷~]|đến|tới|trên\stổng\ssố|trên)\s?(?P<b>{_NUMBER})\s?(?P<ub>{_UNIT})?)?\s?(?P<close>\))?
    \s?(?:\(?\*{{1,3}}\)?|[¹²³⁴])?""",
    re.VERBOSE,
)
_PLAIN_NUMBER = re.compile(r"(-?(?!0\d\d)\d[\d.,]{0,30})(%?)")  # not the codes 007, 0912
_NOT_A_FIGURE = re.compile(
    r"""(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:19|20)?\d\d   # 15/11/2026
    | (?:0?[1-9]|1[0-2])\s?[/-]\s?(?:19|20)\d\d                                        # 11/2026
    | (?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)                                    # 2021-2025
    | 0\d{2,}(?:[\x20.]\d+)*                                                            # codes, telephones
    | \d{1,2}\s?(?:[hg]|giờ|:)\s?\d{0,2}                                                 # 7h30
    """,
    re.VERBOSE,
)
# Behind a number these make it a time or a duration. Source: GUIDE ("Not measurements").
_TIME_UNIT = re.compile(r"(?:tháng|năm|ngày|quý|tuần|giờ|phút|giây|h|buổi)(?![\w/])")
_UNIT_ENDS = re.compile(r"\x20(?:đã|đang|chưa|được|trong|so|do|và|còn|không|là|tại|theo|của|với|trở|để|thì|đạt)(?!\w)")
_COMPARED = re.compile(r"\x20so\x20với\x20.{1,40}$")
_FROM_UP = re.compile(r"\s?(?:trở|đổ)\s(?P<way>lên|xuống)$")
_IN_BRACKETS = re.compile(r"(?P<first>[^()]+?)\s?\((?P<inner>[^()]+)\)")
_BETWEEN = re.compile(
    r";|(?<=[^\W\d])(?:,\s|\s?/\s?)(?=\d)|,?\s(?=(?:đạt|bằng|chiếm|tăng|giảm|vượt|còn)\s[^\d,;]{0,12}\d)"
)
_TWO_MONEY = re.compile(
    rf"(?P<lead>.{{0,20}}?)(?P<big>{_NUMBER})\s?t[ỷỉ](?:\sđồng)?,?\s(?P<small>\d{{1,3}}(?:,\d+)?)\s?(?:triệu|tr)(?:\sđồng|đ)?"
)
_FOOTNOTE = re.compile(r"\d{1,2}|[ivx]{1,4}|\*+")
_UNIT_HEAD = re.compile(r"[^\W\d_]+")
_SIGNS_TO_ENGLISH = str.maketrans(".,", ",.")
_MANY_WORDS = 5
_FEW_WORDS = 3
_LONE_LETTERS = frozenset("mglđ%‰")


def read_figures(norm: str, marks: Marks = Marks.VIETNAMESE) -> tuple[Figure, ...]:
    """Read the figures that fill a cell, in order; none when it holds words, a date, a code or nothing.

    Args:
        norm: the cell in normal form (``grid.normalise``).
        marks: how the table writes numbers.

    Returns:
        Mostly one figure; two for "33 (73,3%)" and "12 hộ; 45 người".
    """
    if not norm or len(norm) > _LONGEST or not any(c.isdigit() for c in norm):
        return ()
    whole = _read_plain(norm, marks) or _read_one(norm, marks)
    if whole:
        return whole
    both = _IN_BRACKETS.fullmatch(norm)
    parts = [both["first"], both["inner"]] if both else [p for p in _BETWEEN.split(norm) if p.strip()]
    if len(parts) < 2:  # noqa: PLR2004 one part was tried already
        return ()
    read = [_read_one(part.strip(), marks) for part in parts]
    if both and read[0] and (not read[1] or _FOOTNOTE.fullmatch(both["inner"].strip())):
        # a remark or a footnote in the brackets does not change the figure before them
        return tuple(replace(f, quote=both["first"]) for f in read[0])
    return tuple(f for figures in read for f in figures) if all(read) else ()


def _read_plain(norm: str, marks: Marks) -> tuple[Figure, ...]:
    """Most cells are a bare number, perhaps a percentage; they need no grammar."""
    found = _PLAIN_NUMBER.fullmatch(norm)
    if found is None:
        return ()
    number = _number(found[1], marks)
    return (Figure(number.value, number.step, norm, found[2]),) if number is not None else ()


def _match(norm: str) -> re.Match[str] | None:
    """The cell as one figure, or None when it is a date, a code, or has words that no figure has."""
    found = _FORM.fullmatch(norm)
    if found is None or _NOT_A_FIGURE.fullmatch(norm[found.end("lead") :].strip("() ")):
        return None
    if (found["open"] is None) != (found["close"] is None):
        return None
    if found["ub"] and found["ua"] and found["sep"] == "/" and found["ua"].strip() != found["ub"].strip():
        return None  # "12 hộ/45 khẩu" are two figures
    return None if any(_read_unit(found[u] or "")[0] is None for u in ("ua", "ub")) else found


def _read_one(norm: str, marks: Marks) -> tuple[Figure, ...]:
    found = _match(norm)
    if found is None:
        return _read_money(norm, marks)
    unit, tail = _read_unit(found["ub"] or found["ua"] or "")
    first = _number(found["a"], marks)
    second = _number(found["b"], marks) if found["b"] else None
    if first is None or (found["b"] and second is None):
        return ()
    qualifier, sign, is_change = _read_lead(found["lead"])
    if tail:
        qualifier = Qualifier.AT_LEAST if tail == "lên" else Qualifier.AT_MOST
    if found["sign"] in ("-", "–") or found["open"]:
        sign = -1
    is_range = found["b"] is not None and found["sep"] != "/" and not found["sep"].startswith("trên")
    if is_range and second is not None and (first.value >= second.value or (sign < 0 and not is_change)):
        return ()
    return (
        Figure(
            sign * first.value,
            first.step,
            norm,
            unit or "",
            qualifier,
            None if second is None else (sign if is_range else 1) * second.value,
            second.step if second else Decimal(1),
            is_range,
            is_change,
        ),
    )


def _read_money(norm: str, marks: Marks) -> tuple[Figure, ...]:
    """Money in two units: "2 tỷ 185 triệu đồng" is 2185 triệu đồng."""
    found = _TWO_MONEY.fullmatch(norm)
    if found is None or _LEAD.sub("", found["lead"]).strip():
        return ()
    big, small = _number(found["big"], marks), _number(found["small"], Marks.VIETNAMESE)
    if big is None or small is None or big.step != 1:
        return ()
    qualifier, sign, is_change = _read_lead(found["lead"])
    value = sign * (big.value * 1000 + small.value)
    return (Figure(value, small.step, norm, "triệu đồng", qualifier, is_change=is_change),)


def _number(text: str, marks: Marks) -> Number | None:
    try:
        return parse_number(text.translate(_SIGNS_TO_ENGLISH) if marks is Marks.ENGLISH else text)
    except NumberError:
        return None


def _read_lead(lead: str) -> tuple[Qualifier, int, bool]:
    """Hedge, sign and whether the number is a change; the hedge next to the number wins."""
    qualifier, sign, is_change = Qualifier.EXACT, 1, False
    for word in _LEAD.findall(lead):
        if word in _HEDGES:
            qualifier = _HEDGES[word]
        elif word in _FALLS or word in _RISES:
            sign, is_change = (-1 if word in _FALLS else 1), True
        elif word in _LEVELS:
            sign, is_change = 1, False
    return qualifier, sign, is_change


def _read_unit(text: str) -> tuple[str | None, str]:
    """The unit behind a number and "lên"/"xuống" of "trở lên"; None when the words make it no figure."""
    tail = ""
    if not text:
        return "", ""
    text = _COMPARED.sub("", text)
    up = _FROM_UP.search(text)
    if up is not None:
        tail, text = up["way"], text[: up.start()]
    end = _UNIT_ENDS.search(text)
    unit = (text[: end.start()] if end else text).strip(" .,/")
    if _TIME_UNIT.match(unit) or len(unit.split()) > _MANY_WORDS:
        return None, tail
    head = _UNIT_HEAD.match(unit)
    if head is not None and len(head.group()) == 1 and head.group() not in _LONE_LETTERS:
        return None, tail
    if unit.startswith("%"):
        return ("%" if len(text.split()) <= _FEW_WORDS else None), tail  # "95% hồ sơ đúng hạn" is a sentence
    return unit, tail
