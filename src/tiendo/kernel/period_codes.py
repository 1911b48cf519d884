# SPDX-License-Identifier: Apache-2.0
"""Periods as codes: the text form of SDMX, and the short form that findings carry.

What is here: both forms, both ways. Not here: Vietnamese words (``dates``).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tiendo.kernel.period import CALENDAR, Period, PeriodError, PeriodKind, Regime

_DATE = r"(\d{4})-(\d\d)-(\d\d)"
_NAMED = re.compile(r"(\d{4})(?:-(?:A(?P<a>1)|S(?P<s>[12])|Q(?P<q>[1-4])|M?(?P<m>0[1-9]|1[0-2])))?", re.ASCII)
_DAY_CODE = re.compile(_DATE, re.ASCII)
_DURATION = re.compile(_DATE + r"/P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?", re.ASCII)
_YEARS = re.compile(r"(\d{4})/(\d{4})", re.ASCII)
_MONTH_RANGE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])/(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_DAY_RANGE = re.compile(_DATE + "/" + _DATE, re.ASCII)
_SHOWN = 40


def format_sdmx(period: Period) -> str:
    """The SDMX time period: "2024", "2024-S1", "2024-Q1", "2024-09", "2024-01-01/P9M", "2024-10-16".

    Codes of years, quarters and months mean calendar ones to every SDMX reader; under another regime the real days
    are written ("2023-12-15/P3M"), so that nothing is misread when the regime is lost on the way.
    """
    begin = period.first_on.isoformat()
    if period.months is None:
        return begin if period.days == 1 else f"{begin}/P{period.days}D"
    first, last = period.months
    count = last - first + 1
    if period.regime == CALENDAR:
        year, place = divmod(first, 12)
        match period.kind:
            case PeriodKind.YEAR:
                return f"{year:04d}"
            case PeriodKind.HALF:
                return f"{year:04d}-S{place // 6 + 1}"
            case PeriodKind.QUARTER:
                return f"{year:04d}-Q{place // 3 + 1}"
            case PeriodKind.MONTH:
                return f"{year:04d}-{place + 1:02d}"
    return f"{begin}/P{count // 12}Y" if count % 12 == 0 else f"{begin}/P{count}M"


def parse_sdmx(text: str, regime: Regime = CALENDAR) -> Period:
    """Read an SDMX time period; also the reporting forms ("2024-A1", "2024-M09") and a range of two days.

    Args:
        text: the code.
        regime: what "2024-Q1" is counted under; forms with days say their days themselves.

    Raises:
        PeriodError: not such a code, or days that do not exist.
    """
    named = _NAMED.fullmatch(text)
    if named is not None:
        return _read_named(named, regime)
    duration = _DURATION.fullmatch(text)
    if duration is not None and not text.endswith("P"):
        return _read_duration(duration, regime)
    return _read_days(text, regime)


def format_short(period: Period) -> str:
    """The form of ``Measurement.period``: "2024", "2024-Q1", "2024-09", "2024-01/2024-09", "2020/2025", "2024-10-16".

    Months are named as the regime names them, whatever days they begin on; the regime is kept beside the code. Spans
    that are not made of whole months are two days ("2024-10-01/2024-10-16").
    """
    if period.months is None:
        first_on, last_on = period.first_on.isoformat(), period.last_on.isoformat()
        return first_on if first_on == last_on else f"{first_on}/{last_on}"
    (year, place), (last_year, last_place) = (divmod(month, 12) for month in period.months)
    match period.kind:
        case PeriodKind.YEAR:
            return f"{year:04d}"
        case PeriodKind.TERM:
            return f"{year:04d}/{last_year:04d}"
        case PeriodKind.QUARTER:
            return f"{year:04d}-Q{place // 3 + 1}"
        case PeriodKind.MONTH:
            return f"{year:04d}-{place + 1:02d}"
    return f"{year:04d}-{place + 1:02d}/{last_year:04d}-{last_place + 1:02d}"


def parse_short(text: str, regime: Regime = CALENDAR) -> Period:
    """Read the form that ``format_short`` writes.

    Raises:
        PeriodError: not such a code, or days that do not exist.
    """
    named = _NAMED.fullmatch(text)
    if named is not None:
        return _read_named(named, regime)
    years = _YEARS.fullmatch(text)
    if years is not None:
        return Period.term(int(years[1]), int(years[2]), regime)
    months = _MONTH_RANGE.fullmatch(text)
    if months is not None:
        year, month, last_year, last_month = map(int, months.groups())
        return Period.of_months(year * 12 + month - 1, last_year * 12 + last_month - 1, regime)
    return _read_days(text, regime)


def _read_named(named: re.Match[str], regime: Regime) -> Period:
    year = int(named[1])
    if named["s"]:
        return Period.half(year, int(named["s"]), regime)
    if named["q"]:
        return Period.quarter(year, int(named["q"]), regime)
    if named["m"]:
        return Period.month(year, int(named["m"]), regime)
    return Period.year(year, regime)


def _read_duration(duration: re.Match[str], regime: Regime) -> Period:
    year, month, day, years, months, days = (int(group or 0) for group in duration.groups())
    first_on = _make_date(year, month, day)
    index = first_on.year * 12 + first_on.month - 1 + years * 12 + months
    try:
        end = date(index // 12, index % 12 + 1, first_on.day) + timedelta(days=days - 1)
    except ValueError:
        raise PeriodError(
            f"Kỳ «{duration[0]}» kết thúc vào một ngày không có; hãy ghi số ngày thay số tháng."
        ) from None
    return Period(first_on, end, regime)


def _read_days(text: str, regime: Regime) -> Period:
    single, double = _DAY_CODE.fullmatch(text), _DAY_RANGE.fullmatch(text)
    found = single or double
    if found is None:
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        raise PeriodError(f"«{shown}» không phải là mã kỳ; hãy ghi như 2024, 2024-Q1, 2024-09 hoặc 2024-10-16.")
    numbers = [int(group) for group in found.groups()]
    return Period(_make_date(*numbers[:3]), _make_date(*numbers[-3:]), regime)


def _make_date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise PeriodError(f"Không có ngày {day:02d}/{month:02d}/{year}; hãy kiểm tra lại ngày, tháng.") from None
