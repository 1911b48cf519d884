# SPDX-License-Identifier: Apache-2.0
"""Periods of a form, and of which periods the figures beside a cell are."""

from __future__ import annotations

from datetime import date

from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, Regime
from tiendo.kernel.period_codes import parse_sdmx
from tiendo.server.collect.data import Cadence, Reach

REGIMES: dict[str, Regime] = {regime.code: regime for regime in (CALENDAR, ADMINISTRATIVE)}
_MONTHS = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.HALF: 6, Cadence.YEAR: 12}
_YEAR = 12
#: How many former figures tell what is usual: a year of months, and no more years than a person remembers.
_FORMER, _FORMER_YEARS = 12, 6


def read_period(code: str, regime: str) -> Period:
    """The period of a stored sheet."""
    return parse_sdmx(code, REGIMES.get(regime, CALENDAR))


def list_periods(cadence: Cadence, year: int, regime: str) -> tuple[Period, ...]:
    """All periods of a year for which such a form is filled in."""
    size, of = _MONTHS[cadence], REGIMES[regime]
    begin = year * _YEAR
    return tuple(Period.of_months(month, month + size - 1, of) for month in range(begin, begin + _YEAR, size))


def find_current(cadence: Cadence, day: date, regime: str) -> Period:
    """The period of such a form in which a day lies."""
    of = REGIMES[regime]
    month = of.month_of(day)
    return next(one for one in list_periods(cadence, month // _YEAR, regime) if one.contains(day))


def fits(period: Period, cadence: Cadence, regime: str) -> bool:
    """Whether a form is filled in for this period."""
    return period.regime.code == regime and period in list_periods(cadence, period.named_year, regime)


def of_cell(period: Period, reach: Reach) -> Period:
    """The period of the figure in a cell."""
    return period if reach is Reach.PERIOD else period.year_to_date()


def of_previous(period: Period, reach: Reach) -> Period:
    """The period of the same cell on the sheet before."""
    return of_cell(period.previous(), reach)


def of_same(period: Period, reach: Reach) -> Period:
    """The period of the same cell a year ago."""
    return of_cell(period.same_period_last_year(), reach)


def list_former(period: Period, reach: Reach) -> tuple[Period, ...]:
    """Earlier periods whose figures compare with this one, newest first.

    A figure of a month compares with the months before it; one from the beginning of the year only with the same
    stretch of other years.
    """
    by_year = reach is Reach.TO_DATE or _months_of(period) == _YEAR
    found: list[Period] = []
    one = of_cell(period, reach)
    for _ in range(_FORMER_YEARS if by_year else _FORMER):
        one = one.same_period_last_year() if by_year else one.previous()
        found.append(one)
    return tuple(found)


def _months_of(period: Period) -> int:
    first, last = period.months or (0, 0)
    return last - first + 1
