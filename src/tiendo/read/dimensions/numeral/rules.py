# SPDX-License-Identifier: Apache-2.0
"""Runs of digits in a text, and which of them are dates, years, clock times, document numbers, ordinals or names.

Positions are those of ``Shadow.norm``. Not here: units and values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.read.dimensions.numeral.data import ACTS, NAME_AFTER, NAME_AFTER_TWO, NEVER_AFTER
from tiendo.read.text.shadow import Shadow

#: Longer runs of digits are identifiers or noise, never a figure.
LONGEST_RUN = 24

_RUN = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = r"(?:19|20)\d\d"
# What begins with digits and is a time or an identifier, not a quantity. On ``norm``.
_TIME = re.compile(
    rf"""(?:
      (?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:{_YEAR}|\d\d)(?![\d%])   # 16/10/2024
    | (?:0?[1-9]|1[0-2])\s?[/-]\s?{_YEAR}(?!\d)                                   # 9/2024
    | {_YEAR}\s?[-–—/]\s?{_YEAR}(?![\d.,]*\d)                                      # 2020-2025
    | (?:[01]?\d|2[0-4])\s?(?:giờ(?:\s?[0-5]\d(?:\s?phút)?)?|[gh][0-5]\d|[gh](?=\s|,|\.)|:[0-5]\d(?::[0-5]\d)?)(?!\w)  # 7g30
    )""",
    re.VERBOSE,
)
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])(?![\d%]|[.,]\d|\s?[%/])")
_DAY_WORDS = frozenset("ngày sáng chiều tối trưa đêm hôm mùng đến từ trước sau hết và nay".split())
_ACT_NUMBER = re.compile(r"\d+[a-z]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ]{2}")  # on ``cased``: 31-NQ/TW, 11/NQ-HĐND
_LIST_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)/]\s")
_YEAR_RUN = re.compile(_YEAR)


def _starts_line(norm: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and norm[at] == " ":
        at -= 1
    return at < 0 or norm[at] in "\r\n"


def find_runs(shadow: Shadow) -> Iterator[tuple[int, int]]:
    """Runs of digits that may be a quantity, in order; times, identifiers and list numbers are left out."""
    norm, cased = shadow.norm, shadow.cased
    consumed = 0
    for run in _RUN.finditer(norm):
        start, end = run.span()
        if start < consumed:
            continue
        if end - start > LONGEST_RUN:
            continue
        if start and (norm[start - 1].isalnum() or norm[start - 1] == "_"):
            continue
        if start > 1 and norm[start - 1] in "-/" and norm[start - 2].isalpha():
            continue  # covid-19, NĐ-108
        time = _TIME.match(norm, start) or (
            _DAY_MONTH.match(norm, start) if word_before(norm, start) in _DAY_WORDS else None
        )
        if time is not None:
            consumed = time.end()
            continue
        if _ACT_NUMBER.match(cased, start):
            consumed = end
            continue
        number = _LIST_NUMBER.match(norm, start)
        if number is not None and _starts_line(norm, start):
            consumed = number.end()
            continue
        yield start, end


def word_before(norm: str, position: int) -> str:
    """The word that ends right before a position (one space allowed), or the empty string."""
    end = position
    if end and norm[end - 1] == " ":
        end -= 1
    at = end
    while at and norm[at - 1].isalnum():
        at -= 1
    return norm[at:end]


def is_year(norm: str, start: int, end: int) -> bool:
    """Whether a run has the form of a year (1900–2099, no separators)."""
    return end - start == 4 and _YEAR_RUN.match(norm, start, end) is not None


def is_name(norm: str, start: int, *, has_measure: bool, is_large: bool, has_noun: bool) -> bool:
    """Whether the words before digits make them part of a name, an ordinal or a time.

    Args:
        has_measure: a percentage, money or a measure follows: then only ordinals and times are names.
        is_large: the number has three digits or more, or a decimal part.
        has_noun: a counted noun follows.
    """
    word = word_before(norm, start)
    if not word:
        return False
    two = norm[max(0, start - 24) : start].split()[-2:]
    pair = " ".join(two)
    if pair in ("tổng số", "trong số", "một số", "có số", "với số", "đa số"):
        return False
    if pair in ACTS and not has_measure:
        return True
    if word in NEVER_AFTER:
        return not (has_measure and word not in ("ngày", "tháng", "thứ"))
    if has_measure or (is_large and has_noun):
        return False
    return word in NAME_AFTER or pair in NAME_AFTER_TWO
