# SPDX-License-Identifier: Apache-2.0
"""Laws of counting working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tiendo.workdays import (
    UnknownYearError,
    add_working_days,
    count_working_days,
    is_working_day,
    next_working_day,
    previous_working_day,
    vietnam,
)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-02-13", 1, "2026-02-23"),  # over nine days of Tết
        ("2026-01-09", 1, "2026-01-10"),  # onto a Saturday that is made up for
        ("2026-08-28", 1, "2026-09-03"),
        ("2026-04-24", 3, "2026-05-04"),
        ("2026-11-23", 1, "2026-11-24"),
        ("2025-12-31", 1, "2026-01-05"),
        ("2026-02-23", -1, "2026-02-13"),
        ("2026-02-14", 0, "2026-02-23"),
        ("2026-02-13", 0, "2026-02-13"),
        ("2026-02-15", 1, "2026-02-23"),
    ],
)
def test_a_limit_in_working_days_ends_where_it_should(start, count, end):
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(end)


def test_a_limit_in_calendar_days_that_ends_on_a_day_off_moves_on():
    assert next_working_day(date(2026, 2, 16), may_stay=True) == date(2026, 2, 23)
    assert next_working_day(date(2026, 2, 13), may_stay=True) == date(2026, 2, 13)
    assert next_working_day(date(2026, 2, 13)) == date(2026, 2, 23)
    assert previous_working_day(date(2026, 2, 23)) == date(2026, 2, 13)
    assert previous_working_day(date(2026, 2, 16), may_stay=True) == date(2026, 2, 13)


def test_a_calendar_of_a_locality_changes_the_count():
    local = vietnam().with_days(vietnam().unsettled)
    assert is_working_day(date(2026, 11, 24))
    assert not is_working_day(date(2026, 11, 24), local)
    assert add_working_days(date(2026, 11, 23), 1, local) == date(2026, 11, 25)
    assert count_working_days(date(2026, 11, 23), date(2026, 11, 25), local) == 2


@pytest.mark.parametrize(
    "ask",
    [
        lambda: is_working_day(date(2027, 1, 4)),
        lambda: add_working_days(date(2026, 12, 31), 1),
        lambda: add_working_days(date(2024, 1, 2), -1),
        lambda: add_working_days(date(2026, 6, 1), 10_000),
        lambda: count_working_days(date(2026, 12, 30), date(2027, 1, 2)),
        lambda: next_working_day(date(2026, 12, 31)),
        lambda: previous_working_day(date(2024, 1, 1)),
    ],
)
def test_nothing_is_guessed_beyond_the_years_that_are_known(ask):
    with pytest.raises(UnknownYearError, match="bổ sung lịch"):
        ask()


days = st.dates(date(2024, 4, 15), date(2026, 9, 15))  # forty working days from both ends of what is known
counts = st.integers(-40, 40)


@given(days, counts)
def test_a_deadline_never_falls_on_a_day_off(day, count):
    assert is_working_day(add_working_days(day, count))


@given(days, st.integers(1, 40))
def test_adding_and_counting_agree(day, count):
    end = add_working_days(day, count)
    assert count_working_days(day + timedelta(days=1), end) == count
    begin = add_working_days(day, -count)
    assert count_working_days(begin, day - timedelta(days=1)) == count


@given(days, st.integers(0, 20), st.integers(0, 20))
def test_two_steps_are_one(day, one, two):
    start = next_working_day(day, may_stay=True)
    assert add_working_days(add_working_days(start, one), two) == add_working_days(start, one + two)
    assert add_working_days(add_working_days(start, one), -one) == start


@given(days, days, counts)
def test_a_later_start_never_gives_an_earlier_deadline(one, other, count):
    assume(count != 0)
    first, last = sorted((one, other))
    assert add_working_days(first, count) <= add_working_days(last, count)


@given(days, days, days)
def test_spans_that_touch_add_up(a, b, c):
    first, middle, last = sorted((a, b, c))
    parts = count_working_days(first, middle) + count_working_days(middle + timedelta(days=1), last)
    assert parts == count_working_days(first, last)


def test_a_span_that_ends_before_it_begins_has_no_working_day():
    assert count_working_days(date(2026, 3, 5), date(2026, 3, 2)) == 0
