# SPDX-License-Identifier: Apache-2.0
"""What an address asks for, read in one way on every page of this app."""

from __future__ import annotations

from datetime import date, datetime, time

from django.http import HttpRequest
from django.utils import timezone

from tiendo.kernel.period import CALENDAR, Period, PeriodError
from tiendo.kernel.period_codes import format_sdmx, parse_sdmx
from tiendo.server.figures.queries import find_regime

_LONGEST_NUMBER = 9


def read_page(request: HttpRequest) -> int:
    """The number of the page; the first where none is asked for."""
    page = request.GET.get("page", "")
    return int(page) if page.isdecimal() and len(page) < _LONGEST_NUMBER else 1


def read_as_of(text: str) -> datetime | None:
    """The end of the day that is asked for; None when none is, or it is no day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime.combine(day, time.max, tzinfo=timezone.get_current_timezone())


def read_period(text: str) -> Period | None:
    """A period as ``write_period_code`` writes it; None when none is asked for, or it is none."""
    code, _at, regime = text.partition("@")
    known = find_regime(regime)
    if not code or known is None:
        return None
    try:
        return parse_sdmx(code, known)
    except PeriodError:
        return None


def write_period_code(period: Period) -> str:
    """A period in an address: "2025-Q1"; with its regime where that is not the calendar: "2025-Q1@administrative"."""
    code = format_sdmx(period)
    return code if period.regime == CALENDAR else f"{code}@{period.regime.code}"
