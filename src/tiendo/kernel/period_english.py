# SPDX-License-Identifier: Apache-2.0
"""Periods and days in English words: "Q1 2024", "the first 9 months of 2024", "31 March 2024".

What is here: how the product tells them in English. Not here: reading them, their Vietnamese (``period_words``).
"""

from __future__ import annotations

from datetime import date

from tiendo.kernel.period import Period, PeriodKind

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def tell_date(day: date) -> str:
    """31 March 2024."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def tell_period(period: Period) -> str:
    """Q1 2024, the first 9 months of 2024, 2020–2025."""
    if period.months is None:
        last = tell_date(period.last_on)
        return last if period.days == 1 else f"{tell_date(period.first_on)} to {last}"
    (year, place), (last_year, last_place) = (divmod(month, 12) for month in period.months)
    from_january = f"the first {last_place + 1} months of {year}"
    words = {
        PeriodKind.YEAR: f"{year}",
        PeriodKind.HALF: f"the {'second' if place else 'first'} half of {year}",
        PeriodKind.QUARTER: f"Q{place // 3 + 1} {year}",
        PeriodKind.MONTH: f"{_MONTHS[place]} {year}",
        PeriodKind.NINE_MONTHS: from_january,
        PeriodKind.CUMULATIVE: from_january,
        PeriodKind.TERM: f"{year}–{last_year}",
    }
    return words.get(period.kind, f"{_MONTHS[place]} {year} to {_MONTHS[last_place]} {last_year}")
