# SPDX-License-Identifier: Apache-2.0
"""What an address asks for, read in one way on every page of this app."""

from __future__ import annotations

from datetime import date, datetime, time

from django.http import HttpRequest
from django.utils import timezone

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
