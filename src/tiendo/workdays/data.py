# SPDX-License-Identifier: Apache-2.0
"""What a calendar of working days is made of.

What is here: plain data, what one day is. Not here: the days of Vietnam (``vietnam.yaml``), counting (``arithmetic``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from tiendo.workdays.errors import CalendarError, UnknownYearError

_SATURDAY = 5


class DayKind(StrEnum):
    """What a day is for offices that rest on Saturday and Sunday."""

    WORK = "work"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    COMPENSATORY_OFF = "compensatory_off"  # nghỉ bù, nghỉ do hoán đổi
    MAKE_UP_WORK = "make_up_work"  # làm bù

    @property
    def is_working(self) -> bool:
        """Whether offices work on such a day."""
        return self in (DayKind.WORK, DayKind.MAKE_UP_WORK)


class Trust(StrEnum):
    """How far the source of a row was read; the words of the register of sources."""

    TEXT = "text"
    REPORT = "report"
    CONVENTION = "convention"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that is not what its place in the week says.

    Attributes:
        name: what it is called, in Vietnamese.
        source: ids of the register of sources, with article where there is one.
        note: what is not settled about it.
    """

    day: date
    kind: DayKind
    name: str
    source: str
    trust: Trust
    note: str = ""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days of the years that are known.

    Attributes:
        code: stored, lower-case ASCII.
        years: the years whose schedule is published and complete.
        days: rows in force; ``unsettled`` ones are in the data but count as ordinary days until ``with_days`` takes
            them over.
    """

    code: str
    years: frozenset[int]
    days: Mapping[date, CalendarDay]
    unsettled: tuple[CalendarDay, ...] = ()

    def kind_of(self, day: date) -> DayKind:
        """What a day is.

        Raises:
            UnknownYearError: its year is not known.
        """
        if day.year not in self.years:
            raise UnknownYearError(day.year)
        row = self.days.get(day)
        if row is not None:
            return row.kind
        return DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORK

    def with_days(self, rows: Iterable[CalendarDay], code: str | None = None) -> WorkCalendar:
        """The calendar of a locality: these rows are in force too and stand before the national ones.

        Examples:
            >>> from tiendo.workdays import vietnam
            >>> national = vietnam()
            >>> local = national.with_days(national.unsettled, "with_culture_day")
            >>> national.kind_of(date(2026, 11, 24)).value, local.kind_of(date(2026, 11, 24)).value
            ('work', 'holiday')

        Raises:
            UnknownYearError: a row lies in a year that is not known.
        """
        added = {row.day: row for row in rows}
        for day in added:
            if day.year not in self.years:
                raise UnknownYearError(day.year)
        remaining = tuple(row for row in self.unsettled if row.day not in added)
        days = MappingProxyType({**self.days, **added})
        return replace(self, code=code or self.code, days=days, unsettled=remaining)


def make_calendar(code: str, years: Iterable[int], rows: Iterable[CalendarDay]) -> WorkCalendar:
    """A calendar from rows; those of trust ``unverified`` stay unsettled.

    Raises:
        CalendarError: a day stands twice, lies outside the years, or says what the week says anyway.
    """
    known = frozenset(years)
    seen: set[date] = set()
    settled: dict[date, CalendarDay] = {}
    unsettled: list[CalendarDay] = []
    for row in rows:
        _check(row, known, seen)
        seen.add(row.day)
        if row.trust is Trust.UNVERIFIED:
            unsettled.append(row)
        else:
            settled[row.day] = row
    return WorkCalendar(code, known, MappingProxyType(settled), tuple(unsettled))


def _check(row: CalendarDay, years: frozenset[int], seen: set[date]) -> None:
    shown = f"{row.day:%d/%m/%Y}"
    if row.day.year not in years:
        raise CalendarError(f"Ngày {shown} không thuộc năm nào của lịch; hãy kiểm tra lại năm.")
    if row.day in seen:
        raise CalendarError(f"Ngày {shown} được ghi hai lần trong lịch; hãy giữ lại một dòng.")
    if row.kind in (DayKind.WORK, DayKind.WEEKEND):
        raise CalendarError(f"Ngày {shown}: lịch chỉ ghi ngày lễ, ngày nghỉ bù và ngày làm bù; hãy bỏ dòng này.")
    is_weekend = row.day.weekday() >= _SATURDAY
    if (row.kind is DayKind.MAKE_UP_WORK and not is_weekend) or (row.kind is DayKind.COMPENSATORY_OFF and is_weekend):
        raise CalendarError(
            f"Ngày {shown}: chỉ làm bù vào thứ Bảy, Chủ nhật và chỉ nghỉ bù vào ngày thường; hãy kiểm tra lại ngày."
        )
