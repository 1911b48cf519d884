# SPDX-License-Identifier: Apache-2.0
"""When a sheet is due, and of which periods it speaks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tiendo.kernel.period import ADMINISTRATIVE, Period
from tiendo.kernel.period_codes import format_sdmx
from tiendo.server.collect.data import Cadence, Due, Reach
from tiendo.server.collect.rules.deadlines import compute_due
from tiendo.server.collect.rules.periods import (
    find_current,
    fits,
    list_former,
    list_periods,
    of_cell,
    of_previous,
    of_same,
)
from tiendo.workdays import count_working_days, is_working_day

KNOWN_DAYS = st.dates(date(2024, 1, 1), date(2026, 9, 30))


def test_working_days_are_counted_from_the_cut_off_over_a_holiday():
    assert compute_due(date(2026, 8, 31), Due(working_days=3)) == (date(2026, 9, 7), True)  # 1 and 2 September are off


def test_the_regime_of_administrative_reports_cuts_off_on_the_fourteenth():
    march = Period.month(2026, 3, ADMINISTRATIVE)
    assert compute_due(march.last_on, Due(working_days=2)) == (date(2026, 3, 17), True)  # the 14th is a Saturday


def test_a_stated_day_on_a_sunday_moves_to_the_next_working_day():
    assert compute_due(date(2026, 3, 14), Due(day=22)) == (date(2026, 3, 23), True)


def test_a_stated_day_of_the_month_after_and_the_last_of_a_short_month():
    assert compute_due(date(2025, 12, 31), Due(day=15, months_after=1)) == (date(2026, 1, 15), True)
    assert compute_due(date(2026, 1, 14), Due(day=31, months_after=1))[0] == date(2026, 3, 2)  # 28 February: Saturday


def test_a_year_whose_calendar_is_not_published_is_told_so():
    assert compute_due(date(2031, 6, 14), Due(working_days=3)) == (date(2031, 6, 18), False)
    assert compute_due(date(2031, 6, 14), Due(day=21)) == (date(2031, 6, 23), False)


@given(KNOWN_DAYS, st.integers(2, 10) | st.integers(11, 31))
def test_a_deadline_never_falls_on_a_day_off_and_leaves_a_working_day_after_the_cut_off(cut_off, number):
    due = Due(working_days=number) if number <= 10 else Due(day=number)
    day, is_certain = compute_due(cut_off, due)
    assert is_certain
    assert is_working_day(day)
    assert count_working_days(cut_off, day) >= 2  # one between, and the day itself


def test_one_working_day_alone_is_refused():
    with pytest.raises(ValidationError):
        Due(working_days=1)


def test_the_periods_of_a_year_and_the_one_of_a_day():
    quarters = list_periods(Cadence.QUARTER, 2026, "calendar")
    assert [format_sdmx(one) for one in quarters] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert find_current(Cadence.MONTH, date(2026, 9, 15), "administrative") == Period.month(2026, 10, ADMINISTRATIVE)
    assert fits(quarters[1], Cadence.QUARTER, "calendar")
    assert not fits(quarters[1], Cadence.MONTH, "calendar")
    assert not fits(quarters[1], Cadence.QUARTER, "administrative")


def test_a_cell_to_date_speaks_of_the_year_so_far_and_compares_with_other_years():
    september = Period.month(2026, 9)
    assert format_sdmx(of_cell(september, Reach.TO_DATE)) == "2026-01-01/P9M"
    assert format_sdmx(of_previous(september, Reach.TO_DATE)) == "2026-01-01/P8M"
    assert format_sdmx(of_same(september, Reach.TO_DATE)) == "2025-01-01/P9M"
    assert format_sdmx(list_former(september, Reach.TO_DATE)[1]) == "2024-01-01/P9M"
    assert format_sdmx(list_former(september, Reach.PERIOD)[1]) == "2026-07"
