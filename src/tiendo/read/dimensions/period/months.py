# SPDX-License-Identifier: Apache-2.0
"""Periods in the form of ``Measurement.period``, and the months they begin and end with.

Not here: the calendar arithmetic of ``kernel.period``; these are the few questions that reading asks very often.
"""

from __future__ import annotations

import re

_YEAR = len("2024")
_MONTH = len("2024-10")
_FOUR_DIGITS = re.compile(r"[0-9]{4}")


def last_month(period: str) -> str:
    """The last month of a period.

    Examples:
        >>> last_month("2025-01/2025-09"), last_month("2025-Q3"), last_month("2025")
        ('2025-09', '2025-09', '2025-12')
    """
    last = period.rsplit("/", 1)[-1]
    if "-Q" in last:
        return f"{last[:_YEAR]}-{int(last[-1]) * 3:02}"
    return f"{last}-12" if len(last) == _YEAR else last[:_MONTH]


def first_month(period: str) -> str:
    """The first month of a period.

    Examples:
        >>> first_month("2025-Q3"), first_month("2025"), first_month("2025-09-30")
        ('2025-07', '2025-01', '2025-09')
    """
    first = period.split("/", 1)[0]
    if "-Q" in first:
        return f"{first[:_YEAR]}-{int(first[-1]) * 3 - 2:02}"
    return f"{first}-01" if len(first) == _YEAR else first[:_MONTH]


def year_before(period: str | None) -> str | None:
    """The same period of the year before.

    Examples:
        >>> year_before("2025-01/2025-09")
        '2024-01/2024-09'
    """
    if period is None:
        return None
    return _FOUR_DIGITS.sub(lambda year: str(int(year.group()) - 1), period)


def whole_year(period: str | None) -> str | None:
    """Plans are set for the year: what is planned behind "10 tháng" is planned for the year."""
    if period is not None and period.startswith(f"{period[:_YEAR]}-01/{period[:_YEAR]}-"):
        return period[:_YEAR]
    return period


def is_day(period: str | None) -> bool:
    """Whether it is one day."""
    return period is not None and len(period) == len("2024-10-16")


def bounds_days(period: str) -> bool:
    """Whether it was told by days: one day, or the months since one."""
    return is_day(period) or len(period) == len("2024-10/2024-12")


def is_year(period: str | None) -> bool:
    """Whether it is a year."""
    return period is not None and len(period) == _YEAR


def is_month(period: str | None) -> bool:
    """Whether it is one month."""
    return period is not None and len(period) == len("2024-10") and period[_YEAR + 1 :].isdigit()


def is_term(period: str | None) -> bool:
    """Whether it is a span of whole years, as a term of office."""
    return period is not None and len(period) == len("2020/2025")
