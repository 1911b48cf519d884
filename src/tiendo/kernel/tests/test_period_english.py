# SPDX-License-Identifier: Apache-2.0
"""Periods in English words."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.kernel.period import Period
from tiendo.kernel.period_english import tell_period

NEW_YEAR = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period.year(2024), "2024"),
        (Period.quarter(2024, 3), "Q3 2024"),
        (Period.half(2024, 2), "the second half of 2024"),
        (Period.month(2024, 9), "September 2024"),
        (Period.cumulative(2024, 5), "the first 5 months of 2024"),
        (Period.term(2020, 2025), "2020–2025"),
        (Period.of_months(2024 * 12 + 1, 2024 * 12 + 4), "February 2024 to May 2024"),
        (Period.day(NEW_YEAR), "1 January 2024"),
        (Period(NEW_YEAR, NEW_YEAR.replace(day=9)), "1 January 2024 to 9 January 2024"),
    ],
)
def test_periods_have_english_names(period, words):
    assert tell_period(period) == words
