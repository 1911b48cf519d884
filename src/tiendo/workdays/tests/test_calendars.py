# SPDX-License-Identifier: Apache-2.0
"""The national calendar, and what a calendar file may say."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tiendo.workdays import (
    CalendarDay,
    CalendarError,
    DayKind,
    Trust,
    UnknownYearError,
    count_working_days,
    load_calendar,
    vietnam,
)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2024-02-10", "holiday"),  # a Saturday
        ("2024-02-14", "compensatory_off"),
        ("2024-02-15", "work"),
        ("2024-04-29", "compensatory_off"),
        ("2024-05-04", "make_up_work"),
        ("2024-09-03", "holiday"),
        ("2025-01-24", "work"),
        ("2025-01-27", "holiday"),
        ("2025-02-03", "work"),
        ("2025-04-26", "make_up_work"),
        ("2025-05-02", "compensatory_off"),
        ("2025-09-01", "holiday"),
        ("2026-01-02", "compensatory_off"),
        ("2026-01-10", "make_up_work"),
        ("2026-02-14", "weekend"),
        ("2026-02-20", "holiday"),
        ("2026-02-23", "work"),
        ("2026-04-27", "compensatory_off"),
        ("2026-08-22", "make_up_work"),
        ("2026-08-31", "compensatory_off"),
        ("2026-09-03", "work"),
    ],
)
def test_days_are_what_the_published_schedules_say(day, kind):
    assert vietnam().kind_of(date.fromisoformat(day)) == kind


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 250), (2026, 250)])
def test_a_year_has_as_many_working_days_as_counted_by_hand(year, days):
    assert count_working_days(date(year, 1, 1), date(year, 12, 31)) == days


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_swapped_day_is_made_up_for(year):
    rows = [row for row in vietnam().days.values() if row.day.year == year]
    swapped = [row for row in rows if row.kind is DayKind.COMPENSATORY_OFF and "hoán đổi" in row.name]
    assert len(swapped) == sum(row.kind is DayKind.MAKE_UP_WORK for row in rows)


def test_every_year_has_its_eleven_holidays():
    for year in vietnam().years:
        holidays = [row for row in vietnam().days.values() if row.day.year == year and row.kind is DayKind.HOLIDAY]
        assert len(holidays) == 11


def test_every_row_names_a_source_of_the_register():
    rows = [*vietnam().days.values(), *vietnam().unsettled]
    assert all(re.match(r"(?:bl|tb|cv|nq)-\d", row.source) for row in rows)


def test_the_unsettled_day_is_kept_and_works_until_a_locality_takes_it_over():
    national = vietnam()
    day = date(2026, 11, 24)
    assert [(row.day, row.trust) for row in national.unsettled] == [(day, Trust.UNVERIFIED)]
    assert national.kind_of(day) is DayKind.WORK
    local = national.with_days(national.unsettled, "local")
    assert (local.code, local.kind_of(day), local.unsettled) == ("local", DayKind.HOLIDAY, ())
    assert national.kind_of(day) is DayKind.WORK


def test_a_locality_may_add_days_but_only_in_years_that_are_known():
    flood = CalendarDay(date(2026, 10, 5), DayKind.COMPENSATORY_OFF, "Nghỉ tránh bão", "qd-1", Trust.TEXT)
    assert vietnam().with_days([flood]).kind_of(flood.day) is DayKind.COMPENSATORY_OFF
    with pytest.raises(UnknownYearError):
        vietnam().with_days([CalendarDay(date(2031, 1, 1), DayKind.HOLIDAY, "Tết", "bl-45-2019", Trust.REPORT)])


@pytest.mark.parametrize("year", [2023, 2027, 1900])
def test_a_year_that_is_not_known_is_refused_with_a_sentence(year):
    with pytest.raises(UnknownYearError, match=f"năm {year}") as refused:
        vietnam().kind_of(date(year, 3, 2))
    assert (refused.value.year, refused.value.code) == (year, "workdays.E001")


ROW = "{days: [2026-01-01], kind: holiday, name: Tết, source: bl-45-2019, trust: report}"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (f"[{ROW}, {ROW}]", "hai lần"),
        (f"[{ROW.replace('2026', '2027', 1)}]", "không thuộc năm"),
        (f"[{ROW.replace('holiday', 'weekend')}]", "chỉ ghi ngày lễ"),
        (f"[{ROW.replace('holiday', 'make_up_work')}]", "thứ Bảy"),
        (f"[{ROW.replace('01-01', '01-03').replace('holiday', 'compensatory_off')}]", "thứ Bảy"),
        (f"[{ROW.replace('holiday', 'feast')}]", "giá trị lạ"),
        (f"[{ROW.replace('[2026-01-01]', '2026-01-01')}]", "danh sách ngày"),
        (f"[{ROW.replace('2026-01-01', 'mai')}]", "danh sách ngày"),
        ("[{days: []}]", "không đúng mẫu"),
        ("[a", "không đúng mẫu"),
        ("3", "không đúng mẫu"),
        ("[x]", "không đúng mẫu"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_a_sentence(rows, sentence):
    with pytest.raises(CalendarError, match=sentence):
        load_calendar(f"code: test\nyears: [2026]\nrows: {rows}\n")


def test_a_small_calendar_is_read():
    calendar = load_calendar(f"code: test\nyears: [2026]\nrows: [{ROW}]\n")
    assert calendar.kind_of(date(2026, 1, 1)) is DayKind.HOLIDAY
    assert calendar.kind_of(date(2026, 1, 2)) is DayKind.WORK
