# SPDX-License-Identifier: Apache-2.0
"""Periods in Vietnamese words, both ways: "quý I năm 2024", "9 tháng đầu năm 2024", "nhiệm kỳ 2020-2025".

What is here: one period that stands alone. Not here: finding periods in running text, codes (``period_codes``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tiendo.kernel.dates import DateError, fold, format_date, format_month, parse_date, shorten
from tiendo.kernel.period import CALENDAR, Period, PeriodError, PeriodKind, Regime

_TERM_YEARS = 5
_ROMAN = ("I", "II", "III", "IV")

# Number words before "tháng đầu năm". Source: Vietnamese numerals.
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_COUNT = "|".join((r"\d{1,2}", *sorted(_WORDS, key=len, reverse=True)))
_OF_YEAR = r"(?: ?[/.-] ?(?P<y>\d{4})|(?: năm)? (?P<wy>\d{4})|(?: năm(?: nay)?)?)"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A matched form with what the caller knows."""

    found: re.Match[str]
    known_year: int | None
    regime: Regime

    def number(self, name: str) -> int:
        word = self.found[name]
        if word in _WORDS:
            return _WORDS.index(word) + 1
        return _ROMAN.index(word.upper()) + 1 if word.upper() in _ROMAN else int(word)

    @property
    def year(self) -> int:
        stated = self.found["y"] or self.found["wy"]
        if stated:
            return int(stated)
        if self.known_year is None:
            raise PeriodError("Kỳ báo cáo chưa có năm; hãy ghi thêm năm, ví dụ quý I năm 2024.")
        return self.known_year


def _read_months(asked: _Asked) -> Period:
    """From one month to another; the first may leave its year to the last."""
    last_year = asked.year
    stated = asked.found["fy"] or asked.found["fwy"]
    first = Period.month(int(stated) if stated else last_year, asked.number("first"), asked.regime)
    last = Period.month(last_year, asked.number("last"), asked.regime)
    return Period(first.first_on, last.last_on, asked.regime)


def _read_days(asked: _Asked) -> Period:
    last_on = parse_date(asked.found["last"], year=asked.known_year)
    return Period(parse_date(asked.found["first"], year=last_on.year), last_on, asked.regime)


def _form(pattern: str, read: Callable[[_Asked], Period]) -> tuple[re.Pattern[str], Callable[[_Asked], Period]]:
    return re.compile(pattern, re.ASCII), read


_MONTH = r"(?:tháng |t\.?)"
_FORMS = (
    _form(r"(?:cả )?(?:năm )?(?P<year>\d{4})", lambda a: Period.year(a.number("year"), a.regime)),
    _form(
        r"(?:(?:nhiệm k[ỳì]|giai đoạn|thời k[ỳì])(?: năm)? )?(?P<first>\d{4}) ?[-–—/] ?(?P<last>\d{4})",
        lambda a: Period.term(a.number("first"), a.number("last"), a.regime),
    ),
    _form(
        rf"qu[ýí] ?(?P<n>iv|i{{1,3}}|[1-4]){_OF_YEAR}",
        lambda a: Period.quarter(a.year, a.number("n"), a.regime),
    ),
    _form(rf"(?:(?:0?6|sáu) tháng|nửa) cuối{_OF_YEAR}", lambda a: Period.half(a.year, 2, a.regime)),
    _form(rf"nửa đầu{_OF_YEAR}", lambda a: Period.half(a.year, 1, a.regime)),
    _form(
        rf"(?:l[ũu][yỹ] kế )?(?P<n>{_COUNT}) tháng(?: đầu)?{_OF_YEAR}",
        lambda a: Period.cumulative(a.year, a.number("n"), a.regime),
    ),
    _form(rf"{_MONTH}(?P<n>\d{{1,2}}){_OF_YEAR}", lambda a: Period.month(a.year, a.number("n"), a.regime)),
    _form(
        rf"(?:từ )?{_MONTH}(?P<first>\d{{1,2}})(?: ?[/.-] ?(?P<fy>\d{{4}})|(?: năm)? (?P<fwy>\d{{4}}))?"
        rf" ?(?:đến|tới|-|–) ?(?:hết )?{_MONTH}(?P<last>\d{{1,2}}){_OF_YEAR}",
        _read_months,
    ),
    _form(r"từ (?P<first>[^đ]{1,40}) (?:đến|tới) (?:hết )?(?P<last>.{1,40})", _read_days),
)


def parse_period(text: str, *, year: int | None = None, regime: Regime = CALENDAR) -> Period:
    """Read one period in words: "quý I năm 2024", "9 tháng đầu năm 2024", "nhiệm kỳ 2020-2025", "tháng 9/2024".

    Args:
        text: the period alone; a date is a period of one day.
        year: the year of a period that does not tell it ("6 tháng cuối năm"); None refuses such a period.
        regime: the regime under which its months are counted.

    Raises:
        PeriodError: not a period, one without year, or one that does not exist.
    """
    folded = fold(text)
    try:
        for pattern, read in _FORMS:
            found = pattern.fullmatch(folded)
            if found is not None:
                return read(_Asked(found, year, regime))
        if folded[:1].isdigit() or folded.startswith("ngày "):
            return Period.day(parse_date(folded, year=year), regime)
    except DateError as error:
        raise PeriodError(str(error)) from None
    raise PeriodError(f"«{shorten(text)}» không phải là kỳ báo cáo; hãy ghi như quý I năm 2024 hoặc tháng 9/2024.")


def format_period(period: Period) -> str:
    """The period in words, months named as its regime names them; ``parse_period`` reads the same period back.

    Examples:
        >>> format_period(Period.nine_months(2024))
        '9 tháng đầu năm 2024'
    """
    if period.months is None:
        day = f"ngày {format_date(period.last_on)}"
        return day if period.days == 1 else f"từ ngày {format_date(period.first_on)} đến {day}"
    (year, place), (last_year, last_place) = (divmod(month, 12) for month in period.months)
    first, last = (f"tháng {format_month(p + 1)}/{y}" for p, y in ((place, year), (last_place, last_year)))
    term = "nhiệm kỳ" if last_year - year == _TERM_YEARS else "giai đoạn"
    from_january = f"{last_place + 1} tháng đầu năm {year}"
    words = {
        PeriodKind.YEAR: f"năm {year}",
        PeriodKind.HALF: f"6 tháng {'cuối' if place else 'đầu'} năm {year}",
        PeriodKind.QUARTER: f"quý {_ROMAN[place // 3]} năm {year}",
        PeriodKind.MONTH: first,
        PeriodKind.NINE_MONTHS: from_january,
        PeriodKind.CUMULATIVE: from_january,
        PeriodKind.TERM: f"{term} {year}-{last_year}",
    }
    return words.get(period.kind, f"từ {first} đến {last}")
