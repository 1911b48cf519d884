# SPDX-License-Identifier: Apache-2.0
"""When a sheet is due: working days after the cut-off, which is the last day of its period under its regime."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from tiendo.server.collect.data import Due
from tiendo.workdays import UnknownYearError, WorkCalendar, add_working_days, next_working_day

_MONTHS = 12
_DAY = timedelta(days=1)
_SATURDAY = 5


def compute_due(cut_off: date, due: Due, known: WorkCalendar | None = None) -> tuple[date, bool]:
    """The day until which a sheet is wanted.

    Args:
        cut_off: last day of the period.
        known: the calendar of the locality; the national one when None.

    Returns:
        The day, and whether the calendar of its year is published; while it is not, Monday to Friday are counted.

    Source: nd-09-2019 art. 8: a day that leaves no working day after the cut-off moves behind it.
    """
    try:
        return _compute_known(cut_off, due, known), True
    except UnknownYearError:
        return _compute_by_weekdays(cut_off, due), False


def _compute_known(cut_off: date, due: Due, known: WorkCalendar | None) -> date:
    if due.working_days is not None:
        return add_working_days(cut_off, due.working_days, known)
    stated = next_working_day(_stated_day(cut_off, due), known, may_stay=True)
    return max(stated, add_working_days(cut_off, 2, known))


def _compute_by_weekdays(cut_off: date, due: Due) -> date:
    if due.working_days is not None:
        return _add_weekdays(cut_off, due.working_days)
    stated = _stated_day(cut_off, due)
    return max(stated if stated.weekday() < _SATURDAY else _add_weekdays(stated, 1), _add_weekdays(cut_off, 2))


def _add_weekdays(day: date, count: int) -> date:
    while count:
        day += _DAY
        count -= day.weekday() < _SATURDAY
    return day


def _stated_day(cut_off: date, due: Due) -> date:
    """A day of a month; the last one of a month that is shorter."""
    year, place = divmod(cut_off.year * _MONTHS + cut_off.month - 1 + due.months_after, _MONTHS)
    last = calendar.monthrange(year, place + 1)[1]
    return date(year, place + 1, min(due.day or last, last))
