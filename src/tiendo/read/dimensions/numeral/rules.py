# SPDX-License-Identifier: Apache-2.0
"""Runs of digits in a text, and which of them are dates, years, clock times, document numbers, ordinals or names.

Positions are those of ``Shadow.norm``. Not here: units and values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tiendo.read.dimensions.numeral.data import (
    ACTS,
    COUNTING,
    DAY_WORDS,
    GLUED_VERBS,
    NAME_AFTER,
    NAME_AFTER_TWO,
    NEVER_AFTER,
    TIME_AFTER,
)
from tiendo.read.text.shadow import Shadow

#: Longer runs of digits are identifiers or noise, never a figure.
LONGEST_RUN = 24

_RUN = re.compile(r"[0-9][0-9]*(?:[.,][0-9]+)*")  # not "[0-9]+": a search leaps to a set, not to a repeated one
_YEAR = r"(?:19|20)[0-9][0-9]"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
# What begins with digits and is a time, not a quantity. On ``norm``.
_TIME = re.compile(
    rf"""
      {_DAY}\s?[/.-]\s?{_MONTH}\s?[/.-]\s?(?:{_YEAR}|[0-9][0-9])(?![0-9%])      # 16/10/2024
    | {_MONTH}\s?[/-]\s?{_YEAR}(?![0-9])                                       # 9/2024
    | {_YEAR}\s?[-–—/]\s?{_YEAR}(?![0-9.,]*[0-9])                              # 2020-2025
    | (?:[01]?[0-9]|2[0-4])\s?(?:                                              # 7g30
        giờ(?:\s?[0-5][0-9](?:\s?phút)?)? | [gh][0-5][0-9] | [gh](?=\s|,|\.) | :[0-5][0-9](?::[0-5][0-9])?
      )(?!\w)
    """,
    re.VERBOSE,
)
_DAY_MONTH = re.compile(rf"{_DAY}\s?[/.-]\s?{_MONTH}(?![0-9%]|[.,][0-9]|\s?[%/])")
_ACT_NUMBER = re.compile(r"[0-9]+[a-z]?(?:/[0-9]{4})?\s?[-/]\s?[A-ZĐ]{2}")  # on ``cased``: 31-NQ/TW, 11/NQ-HĐND
# Telephone numbers. Source: numbering plan of TT 22/2014/TT-BTTTT (a zero, two or three digits, seven or eight more).
_PHONE = re.compile(r"0[0-9]{2,3}(?:[ .-]?[0-9]{3,4}){2}(?![0-9])")
_PHONE_AREA = 3  # a figure with a zero in front ("02 người") has two digits
_LIST_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)/]\s")
_YEAR_RUN = re.compile(_YEAR)
_YEAR_LENGTH = 4
_PAIR_REACH = 24
_LONGEST_WORD = 24
_MOST_SPACES = 3  # "kỳ họp thứ  5": print from the web
_SIGNS = '("“‘['

#: Signs behind digits (a space may stand between) without which they are neither time nor identifier.
_OTHER_SIGNS = frozenset("/.-–—:gh)")
_LIST_SIGNS = frozenset(".)/")
_TELLING = NEVER_AFTER | NAME_AFTER | {pair.rsplit(" ", 1)[1] for pair in NAME_AFTER_TWO | ACTS}


def find_runs(shadow: Shadow) -> Iterator[tuple[int, int]]:
    """Runs of digits that may be a quantity, in order; times, identifiers and list numbers are left out."""
    norm, cased = shadow.norm, shadow.cased
    consumed = 0
    for run in _RUN.finditer(norm):
        start, end = run.span()
        if start < consumed or end - start > LONGEST_RUN:
            continue
        if start and norm[start - 1] != " " and _is_glued(norm, start) and not _is_figure(shadow, start, end):
            continue
        # What stands behind tells for most digits that they are nothing else, so patterns are seldom tried.
        if _is_telling(norm[end : end + 2]) or norm[start] == "0" or norm.find(".", start, end) >= 0:
            taken = _end_of_other(norm, cased, start, end)
            if taken:
                consumed = taken
                continue
        yield start, end


@lru_cache(maxsize=4096)
def _is_telling(behind: str) -> bool:
    """Whether the two characters behind digits can make them a time or an identifier."""
    glued = behind[:1]
    return "a" <= glued <= "z" or (behind[1:] if glued == " " else glued) in _OTHER_SIGNS


def _is_glued(norm: str, start: int) -> bool:
    """Whether the digits go on with a word or a chainage: b12, covid-19, NĐ-108, Km12+300."""
    before = norm[start - 1]
    if before.isalnum() or before == "_":
        return True
    beyond = norm[start - 2 : start - 1]
    return (before in "-/" and beyond.isalpha()) or (before == "+" and beyond.isdigit())


def _is_figure(shadow: Shadow, start: int, end: int) -> bool:
    """Whether glued digits are a figure nevertheless: a second count, or a slip behind a verb."""
    return _is_second(shadow, start, end) or word_before(shadow.norm, start) in GLUED_VERBS


def _is_second(shadow: Shadow, start: int, end: int) -> bool:
    """A second count behind the noun of the first: "17 đơn/13 vụ", "3,2 ha/21 hộ"; not an identifier: "NQ/12"."""
    behind = shadow.norm[end : end + 2]
    if shadow.norm[start - 1] != "/" or behind[:1] != " " or not behind[1:].isalpha():
        return False
    word = word_before(shadow.norm, start - 1)
    return len(word) > 1 and shadow.cased[start - 1 - len(word) : start - 1].islower()


def _end_of_other(norm: str, cased: str, start: int, end: int) -> int:
    """Where a telephone number, a time, the number of an act or of a list ends; 0 when the digits begin none."""
    if norm[start] == "0" and end - start >= _PHONE_AREA:
        phone = _PHONE.match(norm, start)
        if phone is not None:
            return phone.end()
    time = _TIME.match(norm, start)
    if time is None and word_before(norm, start) in DAY_WORDS:
        time = _DAY_MONTH.match(norm, start)
    if time is not None:
        return time.end()
    if _ACT_NUMBER.match(cased, start):
        return end
    if norm[end : end + 1] in _LIST_SIGNS and _starts_line(norm, start):
        number = _LIST_NUMBER.match(norm, start)
        if number is not None:
            return number.end()
    return 0


def _starts_line(norm: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and norm[at] == " ":
        at -= 1
    return at < 0 or norm[at] in "\r\n"


def word_before(norm: str, position: int) -> str:
    """The word that ends right before a position (spaces allowed), or the empty string."""
    end = position
    while end and norm[end - 1] == " " and position - end < _MOST_SPACES:
        end -= 1
    low = max(0, end - _LONGEST_WORD)
    word = norm[max(norm.rfind(" ", low, end) + 1, low) : end]
    if word.isalnum():
        return word
    at = end
    while at > low and norm[at - 1].isalnum():
        at -= 1
    return norm[at:end]


def is_year(norm: str, start: int, end: int) -> bool:
    """Whether a run has the form of a year (1900–2099, no separators)."""
    return end - start == _YEAR_LENGTH and _YEAR_RUN.match(norm, start, end) is not None


def is_name(norm: str, start: int, *, has_measure: bool, is_large: bool, has_noun: bool) -> bool:
    """Whether the words before digits make them part of a name, an ordinal or a time.

    Args:
        has_measure: a percentage, money or a measure follows: then only ordinals and times are names.
        is_large: the number has three digits or more, or a decimal part.
        has_noun: a counted noun follows.
    """
    word = word_before(norm, start)
    if word not in _TELLING:
        return False
    words = norm[max(0, start - _PAIR_REACH) : start].split()[-2:]
    pair = " ".join((words[0].rpartition(".")[2].lstrip(_SIGNS), *words[1:]))  # "… nghiêm túc...Trong số 21 chỉ tiêu"
    if pair in COUNTING:
        return False
    if pair in ACTS and not has_measure:
        return True
    if word in NEVER_AFTER:
        return not has_measure or (word in TIME_AFTER and not is_large)  # "trong tháng 955 tỷ đồng" names no month
    if has_measure or (is_large and has_noun):
        return False
    return word in NAME_AFTER or pair in NAME_AFTER_TWO
