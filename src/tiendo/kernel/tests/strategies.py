# SPDX-License-Identifier: Apache-2.0
"""Generated periods and days for the laws of the kernel."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, Regime

#: A province once counted its first quarter of 2020 from 1 December 2019 to the end of February.
FROM_DECEMBER = Regime("from_december", months_before=1)

regimes = st.sampled_from([CALENDAR, ADMINISTRATIVE, FROM_DECEMBER])
month_numbers = st.integers(1950 * 12, 2100 * 12)
some_days = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@st.composite
def periods(draw):
    regime = draw(regimes)
    if draw(st.booleans()):
        first = draw(month_numbers)
        return Period.of_months(first, first + draw(st.integers(0, 72)), regime)
    first_on = draw(some_days)
    return Period(first_on, first_on + timedelta(days=draw(st.integers(0, 800))), regime)
