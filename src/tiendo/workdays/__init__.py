# SPDX-License-Identifier: Apache-2.0
"""Working days of Vietnamese offices on a dated calendar; a year that is not known raises, nothing is guessed."""

from tiendo.workdays.arithmetic import (
    add_working_days,
    count_working_days,
    is_working_day,
    next_working_day,
    previous_working_day,
)
from tiendo.workdays.calendars import load_calendar, vietnam
from tiendo.workdays.data import CalendarDay, DayKind, Trust, WorkCalendar
from tiendo.workdays.errors import CalendarError, UnknownYearError, WorkdaysError

__all__ = [
    "CalendarDay",
    "CalendarError",
    "DayKind",
    "Trust",
    "UnknownYearError",
    "WorkCalendar",
    "WorkdaysError",
    "add_working_days",
    "count_working_days",
    "is_working_day",
    "load_calendar",
    "next_working_day",
    "previous_working_day",
    "vietnam",
]
