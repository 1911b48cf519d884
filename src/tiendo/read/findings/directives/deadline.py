# SPDX-License-Identifier: Apache-2.0
"""By when: "trước ngày 30/10/2020", "trong quý IV", "chậm nhất ngày 25/12", and the day that is.

Here: the words and the day. Not here: which sentence is an order.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date

from tiendo.kernel.records import record
from tiendo.read.findings.facts.days import DAY, day_of

_DAY = DAY.replace("(?<![\\d/.,-])", "(?<!\\d)")
_YEAR = r"(?:\s?[/-]\s?|\s{1,2}năm\s{1,2}|\s{1,2})"
_SPAN = (
    rf"(?:(?:ngày\s{{1,2}})?{_DAY}"
    rf"|tháng\s{{1,2}}(?P<month>1[0-2]|0?[1-9])(?!\d)(?:{_YEAR}(?P<my>20\d\d))?"
    rf"|quý\s{{1,2}}(?P<quarter>iv|i{{1,3}}|[1-4])(?!\w)(?:{_YEAR}(?P<qy>20\d\d))?"
    r"|(?:cuối\s{1,2})?năm\s{1,2}(?P<year>20\d\d)(?!\s?[-–]\s?20)"
    r"|(?P<yearend>cuối\s{1,2}năm(?:\s{1,2}nay)?)"
    r"|tết(?:\s{1,2}nguyên đán)?(?:\s{1,2}\w{1,6}\s{1,2}\w{1,6}\s{1,2}20\d\d|\s{1,2}20\d\d)?)"
)
_DEADLINE = re.compile(
    r"(?<!\w)(?:"
    r"(?P<loose>trước\s{1,2}ngày\s{1,2}\d{1,2}\s{1,2}h[àằ]ng\s{1,2}(?:tháng|quý|năm))"
    rf"|(?P<lead>(?:chậm nhất|hạn chót|thời hạn|muộn nhất|xong)?(?:\s?(?:là|vào|đến))?\s?(?:trước|trong|đến|hết|vào"
    rf"|từ nay đến|là|ngày)"
    rf"(?:\s{{1,2}}(?:hết|trước))?)\s{{1,2}}(?:\d{{1,2}}\s?(?:giờ|[gh])\s?(?:\d{{2}}(?:\s?phút)?)?,?\s{{1,2}})?(?:thời\s(?:điểm|gian)\s)?{_SPAN}"
    r"|(?P<within>trong\s{1,2}(?:(?:vòng|thời hạn)\s{1,2}\d{1,3}\s{1,2}(?:ngày|tuần|tháng)|\d{1,3}\s{1,2}(?:ngày"
    r"|tuần))(?:\s{1,2}làm việc)?)"
    r"|(?P<rest>(?:những|các|\d{1,2})\s{1,2}tháng\s{1,2}(?:cuối\s{1,2}năm|còn lại))"
    r"|(?:trong\s{1,2})?(?:\d|hai|ba|những)\s{1,2}năm\s{1,2}(?:còn lại|cuối\s{1,2}nhiệm kỳ)"
    r"|(?P<ahead>trước\s{1,2}\d{1,2}\s{1,2}(?:năm|tháng))"
    r"|(?P<season>tết\s{1,2}nguyên đán\s{1,2}20\d\d)"
    r")"
)
_TIME_WORDS = re.compile(r"ngày|tháng|quý|năm|tuần|tết")  # by letters alone: found at once
_TIME = re.compile(_TIME_WORDS.pattern + r"|\d[/-]\d")
_BEFORE_TIME, _BEHIND_TIME = 32, 48
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# "trong 9 tháng năm 2020" tells of the past; a day of an act is no deadline.
_TOLD = re.compile(r"(?:[-/][a-zđ]{2,}|ban hành|thông qua|\bký)[^,;.]{0,24}$")
_FIRM = ("chậm nhất", "hạn chót", "thời hạn", "muộn nhất", "xong", "trước", "hết", "từ nay", "đến")


@record
class Deadline:
    """A deadline at ``norm[start:end]``; ``on`` is its last day when the text tells it."""

    start: int
    end: int
    on: date | None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _last_day(match: re.Match[str], dated_on: date | None) -> date | None:
    """The last day that keeps the deadline."""
    if match["d"]:
        day = day_of(match)
        return day.on() if day.year is not None else _coming(day.on, dated_on)
    if match["month"] or match["quarter"]:
        month = int(match["month"]) if match["month"] else 3 * (_ROMAN.get(match["quarter"]) or int(match["quarter"]))
        year = match["my"] or match["qy"]
        return _month_end(int(year), month) if year else _coming(lambda y: _month_end(y, month), dated_on)
    year_end = match["yearend"] or (match["rest"] or "").endswith("năm")
    year = match["year"] or (dated_on.year if dated_on is not None and year_end else None)
    return date(int(year), 12, 31) if year else None


def _coming(day_in: Callable[[int], date | None], dated_on: date | None) -> date | None:
    """An order looks ahead: a day already past is one of the next year."""
    if dated_on is None:
        return None
    this_year = day_in(dated_on.year)
    return this_year if this_year is not None and this_year >= dated_on else day_in(dated_on.year + 1)


def _near_times(norm: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Expressions of time: they are looked for only around the words of time, most of a sentence has none."""
    done = start
    has_signs = norm.find("/", start, end) >= 0 or norm.find("-", start, end) >= 0
    for word in (_TIME if has_signs else _TIME_WORDS).finditer(norm, start, end):
        if word.start() < done:
            continue
        match = _DEADLINE.search(norm, max(done, word.start() - _BEFORE_TIME), min(end, word.end() + _BEHIND_TIME))
        if match is not None:
            done = match.end()
            yield match


def find_deadline(norm: str, start: int, end: int, dated_on: date | None) -> Deadline | None:
    """The deadline of an order.

    Args:
        norm: the text.
        start, end: the sentence of the order.
        dated_on: the day of the document, for a day or month without year.

    Returns:
        The firmest of the time expressions ("trước ngày …" before "trong tháng …"), None when there is none.
    """
    best: re.Match[str] | None = None
    for match in _near_times(norm, start, end):
        if _TOLD.search(norm, max(start, match.start() - 80), match.start()):
            continue
        lead = (match["lead"] or "").strip()
        if lead in {"là", "ngày", "vào", "đến"} and not (
            lead == "đến" and (match["year"] or match["yearend"] or match["d"])
        ):
            continue
        firm = lead.startswith(_FIRM) or match["loose"] is not None
        if best is None or (firm and not (best["lead"] or best["loose"] or "").startswith(_FIRM)):
            best = match
    if best is None:
        return None
    at = best.start() + len(best.group()) - len(best.group().lstrip())
    on = _last_day(best, dated_on)
    if on is not None and (best["lead"] or "").strip() == "trước" and not best["d"]:
        on = None  # "trước tháng 11" ends before the month begins; offices differ on the day
    return Deadline(at, best.end(), on)
