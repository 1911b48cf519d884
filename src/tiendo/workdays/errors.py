# SPDX-License-Identifier: Apache-2.0
"""Errors of this library; each message is a sentence for the person."""

from __future__ import annotations


class WorkdaysError(ValueError):
    """Something about working days that cannot be answered."""

    code = "workdays.E000"


class UnknownYearError(WorkdaysError):
    """The calendar of a year is not known, so nothing is said about its days."""

    code = "workdays.E001"

    def __init__(self, year: int) -> None:
        super().__init__(
            f"Chưa có lịch nghỉ chính thức của năm {year} nên không tính được ngày làm việc; "
            "hãy bổ sung lịch của năm này rồi tính lại."
        )
        self.year = year


class CalendarError(WorkdaysError):
    """A calendar that contradicts itself or is not written as one."""

    code = "workdays.E002"
