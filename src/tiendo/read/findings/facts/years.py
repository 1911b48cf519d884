# SPDX-License-Identifier: Apache-2.0
"""The year a text speaks of when a day is printed without one.

Here: the years the text names, and what each mention says of today. A year the text does not tell stays unknown:
nothing is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, auto

from tiendo.read.findings.facts.days import Day

_YEAR = re.compile(r"20(?<![\d,.]20)\d\d(?![\d/]|,\d)")
_MONTH_BEFORE = re.compile(r"\b(?:tháng\s{1,2}(\d{1,2})|quý\s{1,2}(i{1,3}|iv|[1-4]))\s?[/,-]?\s?(?:năm\s{1,2})?$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
#: A figure is compared with the same period, or the end, of the year before the one that it is told of.
_COMPARED = re.compile(r"(?:cùng kỳ|so(?: với)?\s{1,2}(?:thời điểm\s{1,2})?cuối)\s{1,2}năm\s{1,2}$")
_TO_DATE = re.compile(r"\s(?:đến|tới)\s(?:nay|hiện nay)\b")
_RANGE_AFTER = re.compile(r"\s?[-–]\s?20\d\d")
#: A clause that looks ahead, behind a time.
AHEAD_AFTER = re.compile(r"\s?,?\s[^.\n]{0,30}?\b(?:sẽ|cần|phải|phấn đấu|dự kiến|tập trung|tiếp tục|đề ra)\b")


class _Use(IntEnum):
    """What a mention of a year is: no sign of today, a time that has come, a whole year looked back on, a plan."""

    NONE = auto()
    COME = auto()
    REVIEWED = auto()
    PLANNED = auto()
    PLAIN = auto()


# What stands before a year; the first that fits. (Every choice begins with a letter, so that most places are passed
# at once: a look-behind for the beginning of a word stands after that letter.)
_BEFORE: tuple[tuple[re.Pattern[str], _Use], ...] = (
    (
        re.compile(
            r"(?:so(?: với|(?<!\wso))|cùng kỳ|từ(?<!\wtừ)|giai đoạn|nhiệm kỳ|tầm nhìn|trước|thành lập|sinh|định hướng"
            r"|sau|vào|20\d\d\s?[-–]|đến(?<!\wđến)(?=\s(?:năm\s)?$))"
            r"(?:\s(?:cuối|đầu|với))?(?:\snăm|\stháng\s\d{1,2}[/-])?\s{0,2}$"
        ),
        _Use.NONE,
    ),
    (
        re.compile(r"(?:trước|chậm nhất|hoàn thành|dự kiến|phấn đấu|hạn)[^.,;\n]{0,24}(?:tháng|ngày|quý)\s?[\div/-]+$"),
        _Use.NONE,
    ),
    (
        re.compile(
            r"\b(?:\d{1,2}|sáu|chín)\s{1,2}tháng(?:\s{1,2}(?:đầu|cuối))?\s?[/,-]?\s?(?:năm\s{1,2})?$"
            r"|\b(?:nay|dự kiến|tháng|quý)\b[^.;\n]{0,16}\bcuối\s{1,2}năm\s{1,2}$"
        ),
        _Use.COME,
    ),
    (re.compile(r"(?:[-/][a-zđ]{2,}|\bsố)\b[^.;\n]{0,30}\d[/-]\d{1,2}[/-]$"), _Use.NONE),
    (re.compile(r"\d[/-]\d{1,2}[/-]$"), _Use.PLAIN),
    (re.compile(r"\bcuối\s{1,2}năm\s{1,2}$"), _Use.NONE),
    (
        re.compile(
            r"(?:t(?<!\wt)(?:ổng kết|rong(?=\s{1,2}năm\s{1,2}$))|h(?<!\wh)ết|c(?<!\wc)ả|k(?<!\wk)ết quả)\b"
            r"[^.\n\d]{0,90}\bnăm\s{1,2}$"
        ),
        _Use.REVIEWED,
    ),
    (
        re.compile(
            r"(?:n(?<!\wn)hiệm vụ|p(?<!\wp)hương hướng|m(?<!\wm)ục tiêu|d(?<!\wd)ự toán|t(?<!\wt)riển khai"
            r"|g(?<!\wg)iao)\b[^.,;\n\d]{0,60}\bnăm\s{1,2}$"
        ),
        _Use.PLANNED,
    ),
    (re.compile(r"\bnăm\s{1,2}$"), _Use.PLAIN),
)
_OF_NUMBERS = (0, 1, 2, 3, 4)  # those that can end in "/" or "-"
_OF_WORDS = (0, 2)  # … in "tháng ", "đầu "
_OF_YEARS = (0, 2, 5, 6, 7, 8)  # … in "năm "
_REACH = 20000  # characters of the head that are asked
_OPENING = 1500
_FAR = frozenset({_Use.REVIEWED, _Use.PLANNED})  # what is said of these years may stand far before them
_BEFORE_YEARS = ("năm ", "/", "-", "tháng ", "đầu ", "cuối ", "quý i ", "quý ii ", "quý iii ", "quý iv ", "năm  ")
_YEAR_WORD = ("năm ", "năm  ")
_NEAR = 44
_OFTEN = 2
_EARLY_MONTH, _LATE_MONTH = 2, 10


@dataclass(slots=True)
class Years:
    """The years of a text by use, and those its opening names."""

    months: list[tuple[int, int]] = field(default_factory=list)  # year and month of "quý I/2023", "tháng 10-2018"
    uses: dict[_Use, Counter[int]] = field(default_factory=lambda: {use: Counter() for use in _Use})
    opening: set[int] = field(default_factory=set)
    compared: set[int] = field(default_factory=set)  # "so với cùng kỳ năm 2021": it is told of the year after
    since: int = 0  # "từ năm 2016 đến nay": it is later than that

    def come(self, month: int | None = None) -> int | None:
        """The latest year that has come when the text is written, as far as the text says.

        Args:
            month: the month of writing when known; a quarter or month named in the text is near to it.
        """
        firm = {*self.uses[_Use.COME], *self.uses[_Use.REVIEWED]}
        firm |= {_near(year, named, month) if month else year for year, named in self.months}
        plain, reviewed, planned = self.uses[_Use.PLAIN], self.uses[_Use.REVIEWED], self.uses[_Use.PLANNED]
        firm |= {y for y in plain if y in self.opening or plain[y] + reviewed[y] + planned[y] >= _OFTEN}
        latest = max(firm, default=None)
        return latest if latest is not None and latest >= self.since else None

    def named(self) -> set[int]:
        """Every year that is some sign of today."""
        found = {year for use, found in self.uses.items() if use is not _Use.NONE for year in found}
        return found | {year for year, _ in self.months}


def _near(year: int, named: int, month: int) -> int:
    """The year in which a month lies nearest to a month named with its year."""
    return min((year, year - 1, year + 1), key=lambda y: abs((year - y) * 12 + named - month))


def years(norm: str, page_day: Day | None = None) -> Years:
    """The years that the head of a text names, the line with the day of the page left out."""
    told = Years()
    for match in _YEAR.finditer(norm, 0, min(len(norm), _REACH)):
        if _RANGE_AFTER.match(norm, match.end()) or (page_day and page_day.start <= match.start() < page_day.end):
            continue
        far = norm[max(0, match.start() - 110) : match.start()]
        near = far[-_NEAR:]
        if not near.endswith(_BEFORE_YEARS):
            continue
        if _COMPARED.search(near):
            told.compared.add(int(match.group()))
        use = _use(far, near)
        if use in {_Use.REVIEWED, _Use.PLAIN} and AHEAD_AFTER.match(norm, match.end()):
            use = _Use.PLANNED
        year = int(match.group())
        month = _MONTH_BEFORE.search(near) if "tháng" in near or "quý" in near else None
        if month and not any(pattern.search(near) for pattern, use in _BEFORE[:2] if use is _Use.NONE):
            told.months.append((year, int(month[1]) if month[1] else 3 * (_ROMAN.get(month[2]) or int(month[2]))))
            continue
        if _TO_DATE.match(norm, match.end()):
            told.since = max(told.since, year)
        told.uses[use][year] += 1
        if use is not _Use.NONE and match.start() < _OPENING:
            told.opening.add(year)
    return told


def _use(far: str, near: str) -> _Use:
    """What the words before a year say of it; only what can end like them is asked."""
    if near[-1] != " ":
        choices: tuple[int, ...] = _OF_NUMBERS
    else:
        choices = _OF_YEARS if near.endswith(_YEAR_WORD) else _OF_WORDS
    for choice in choices:
        pattern, use = _BEFORE[choice]
        if pattern.search(far if use in _FAR else near):
            return use
    return _Use.NONE


def year_of(told: Years, month: int | None) -> int | None:
    """The year of an event in the given month, as the text tells it.

    Args:
        told: the years of the text.
        month: month of the event, None when not known.

    Returns:
        None when the text names no year, or none firmly.
    """
    year = told.come(month)
    reviewed = max(told.uses[_Use.REVIEWED], default=None)
    planned = max(told.uses[_Use.PLANNED], default=None)
    if year is None and not told.named() and told.compared:
        return max(told.compared) + 1
    if year is None:
        # In autumn a plan is one for the next year, or still for this one: not told.
        return planned if month is not None and month < _LATE_MONTH else None
    # A whole year is reviewed at its end or early in the next one, when the next one is already planned.
    if month is not None and month <= _EARLY_MONTH and reviewed is not None and reviewed + 1 >= year:
        return reviewed + 1
    if month is not None and month >= _LATE_MONTH and reviewed is not None and reviewed + 1 == year:
        return reviewed
    # In autumn the next year is planned beside this one.
    if month is not None and month >= _LATE_MONTH and year - 1 in told.named() and not told.uses[_Use.COME][year]:
        return year - 1
    return year


def resolve(day: Day, told: Years, published_on: date | None) -> date | None:
    """The date of an event, also one printed without year.

    A page is published soon after the event, so the last such day before it is taken, unless the text speaks of
    other years only (the date on a page may be the day it was printed out).
    """
    if day.year is not None:
        latest = told.come(day.month)
        return day.on() if latest is None or latest <= day.year else None
    year = year_of(told, day.month)
    if published_on is not None:
        near = day.on(published_on.year)
        if near is None or near > published_on:
            near = day.on(published_on.year - 1)
        if near is not None and (year is None or year == near.year or near.year in told.named()):
            return near
    return day.on(year) if year is not None else None
