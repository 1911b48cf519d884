# SPDX-License-Identifier: Apache-2.0
"""Dates that cannot be: the 31st of April, the 29th of February of a common year, a weekday that was another.

Not here: deadlines against the date of the document (``deadlines``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from tiendo.kernel.findings import Reading, Span
from tiendo.kernel.problem import Problem, Severity

_LEAP_YEAR = 2024  # a date without year may be of any year
_MONTHS = 12
_LONGEST_MONTH = 31  # 09/18/2014 is a date of another country
_DATE = re.compile(
    r"""(?=\d)(?<![\w/.,-])(?:
      (?P<d1>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m1>\d{1,2})\s?(?P=sep)\s?(?P<y1>(?:19|20)\d\d)
    | (?<=ngày\s)(?P<d2>\d{1,2})\stháng\s(?P<m2>\d{1,2})(?:(?:\snăm\s|[/.-])(?P<y2>(?:19|20)\d\d))?
    | (?:(?<=ngày\s)|(?<=sáng\s)|(?<=chiều\s)|(?<=tối\s))(?P<d3>\d{1,2})[/-](?P<m3>\d{1,2})
    )(?![\d%/-]|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(
    r"(?:^|[\r\n,(:–-]\s?|(?<!\w)(?:sáng|chiều|tối|trưa|vào|ngày|hôm)\s)"
    r"(thứ\s(?:hai|ba|tư|năm|sáu|bảy)|chủ\snhật)\s?,?\s?\(?(?:ngày\s)?$",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\s?(?:[-–—]|đến)\s?\d")  # from the second on, every Monday
_REACH = 24


def find(reading: Reading) -> Iterator[Problem]:
    """The dates of the running text that no calendar has."""
    text = reading.document.text
    for found in _DATE.finditer(text):
        day, month = (
            int(next(v for v in found.group(*names) if v)) for names in (("d1", "d2", "d3"), ("m1", "m2", "m3"))
        )
        year_text = found["y1"] or found["y2"]
        year = int(year_text) if year_text else None
        if year is None and (month > _MONTHS or text[found.end() : found.end() + 7].lstrip().startswith("tháng")):
            continue  # "ngày 16-17 tháng Giêng" names two days
        if month and month <= _MONTHS and day and day <= monthrange(year or _LEAP_YEAR, month)[1]:
            if year is not None:
                yield from _weekday(text, found, date(year, month, day))
            continue
        yield _impossible(found, day, month, year)


def _impossible(found: re.Match[str], day: int, month: int, year: int | None) -> Problem:
    if 1 <= month <= _MONTHS:
        last = monthrange(year or _LEAP_YEAR, month)[1]
        when = f"{month}/{year}" if year is not None else f"{month}"
        vi, en = f"tháng {when} chỉ có {last} ngày", f"month {when} has only {last} days"
        if day == 0:
            vi, en = "không có ngày 0", "there is no day 0"
    else:
        vi, en = f"không có tháng {month}", f"there is no month {month}"
    is_american = month > _MONTHS and 1 <= day <= _MONTHS and month <= _LONGEST_MONTH
    return Problem(
        "impossible_date",
        Severity.NOTICE if is_american else Severity.ERROR,
        found.group(),
        f"Ngày «{found.group()}» không có thật vì {vi}; hãy kiểm tra lại ngày và tháng.",
        f"“{found.group()}” is no date because {en}; check day and month.",
        span=Span(*found.span()),
    )


def _weekday(text: str, found: re.Match[str], on: date) -> Iterator[Problem]:
    start = max(0, found.start() - _REACH)
    before = _WEEKDAY.search(text[start : found.start()])
    if before is None:
        return
    said = " ".join(before.group(1).lower().split())
    true = on.weekday()
    if said not in _WEEKDAYS or said == _WEEKDAYS[true] or _SPAN.match(text, found.end()):
        return
    yield Problem(
        "wrong_weekday",
        Severity.SUSPICIOUS,
        text[start + before.start(1) : found.end()],
        f"Ngày {found.group()} là {_WEEKDAYS[true]}, văn bản ghi {said}; hãy kiểm tra thứ hoặc ngày.",
        f"{found.group()} is a {_WEEKDAYS_EN[true]}, the text says {_WEEKDAYS_EN[_WEEKDAYS.index(said)]};"
        " check the day.",
        span=Span(start + before.start(1), found.end()),
    )
