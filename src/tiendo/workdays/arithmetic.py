# SPDX-License-Identifier: Apache-2.0
"""Counting working days.

What is here: next, previous, add, count. Not here: which days are off (``vietnam.yaml``) and limits set by law.
"""

from __future__ import annotations

from datetime import date, timedelta

from tiendo.workdays.calendars import vietnam
from tiendo.workdays.data import WorkCalendar

_DAY = timedelta(days=1)


def is_working_day(day: date, calendar: WorkCalendar | None = None) -> bool:
    """Whether offices work on the day: an ordinary day of the week, or a Saturday that is made up for.

    Args:
        day: the day.
        calendar: that of a locality; the national one when None. The same holds for the other functions.

    Raises:
        UnknownYearError: the schedule of its year is not known.
    """
    return (calendar or vietnam()).kind_of(day).is_working


def next_working_day(day: date, calendar: WorkCalendar | None = None, *, may_stay: bool = False) -> date:
    """The first working day after a day.

    Args:
        may_stay: a working day is its own answer. So a limit in calendar days that ends on a day off moves to the
            next working day.

    Raises:
        UnknownYearError: it was not found before the end of the years that are known.

    Source: bl-91-2015 art. 148, for limits that end on a day off.
    """
    return _step(day, calendar or vietnam(), _DAY, may_stay=may_stay)


def previous_working_day(day: date, calendar: WorkCalendar | None = None, *, may_stay: bool = False) -> date:
    """The last working day before a day; the counterpart of ``next_working_day``."""
    return _step(day, calendar or vietnam(), -_DAY, may_stay=may_stay)


def add_working_days(day: date, count: int, calendar: WorkCalendar | None = None) -> date:
    """The working day that lies so many working days after a day; the day itself is not counted.

    Args:
        count: how many; negative goes back; 0 gives the day itself or the next working day.

    Raises:
        UnknownYearError: the way leads through a year that is not known.

    Source: bl-91-2015 art. 147: the day of the event is not counted.

    Examples:
        >>> add_working_days(date(2026, 4, 24), 1)  # Friday; the 27th makes up for a holiday on Sunday
        datetime.date(2026, 4, 28)
    """
    known = calendar or vietnam()
    if count == 0:
        return next_working_day(day, known, may_stay=True)
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day = _step(day, known, step, may_stay=False)
    return day


def count_working_days(first_on: date, last_on: date, calendar: WorkCalendar | None = None) -> int:
    """How many working days lie from one day to another, both included; 0 when the last comes before the first.

    Raises:
        UnknownYearError: the span touches a year that is not known.
    """
    known = calendar or vietnam()
    days = (last_on - first_on).days + 1
    return sum(known.kind_of(first_on + n * _DAY).is_working for n in range(days))


def _step(day: date, calendar: WorkCalendar, step: timedelta, *, may_stay: bool) -> date:
    if not may_stay:
        day += step
    while not calendar.kind_of(day).is_working:
        day += step
    return day
