# SPDX-License-Identifier: Apache-2.0
"""Periods under regimes: days, kinds, neighbours, parts, comparison."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from tiendo.kernel.period import (
    ADMINISTRATIVE,
    Period,
    PeriodError,
    PeriodKind,
    Regime,
    Relation,
    compare_periods,
)
from tiendo.kernel.tests.strategies import FROM_DECEMBER, periods, regimes, some_days


def days(first, last):
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("period", "first", "last", "kind"),
    [
        (Period.year(2024), "2024-01-01", "2024-12-31", "year"),
        (Period.half(2024, 2), "2024-07-01", "2024-12-31", "half"),
        (Period.quarter(2024, 1), "2024-01-01", "2024-03-31", "quarter"),
        (Period.month(2024, 2), "2024-02-01", "2024-02-29", "month"),
        (Period.nine_months(2024), "2024-01-01", "2024-09-30", "nine_months"),
        (Period.cumulative(2024, 10), "2024-01-01", "2024-10-31", "cumulative"),
        (Period.cumulative(2024, 3), "2024-01-01", "2024-03-31", "quarter"),
        (Period.term(2020, 2025), "2020-01-01", "2025-12-31", "term"),
        (Period.day(date(2024, 10, 16)), "2024-10-16", "2024-10-16", "day"),
        (Period(date(2024, 3, 1), date(2024, 5, 31)), "2024-03-01", "2024-05-31", "span"),
        (Period(date(2024, 3, 2), date(2024, 5, 31)), "2024-03-02", "2024-05-31", "span"),
        (Period.month(2024, 9, ADMINISTRATIVE), "2024-08-15", "2024-09-14", "month"),
        (Period.quarter(2024, 1, ADMINISTRATIVE), "2023-12-15", "2024-03-14", "quarter"),
        (Period.half(2024, 1, ADMINISTRATIVE), "2023-12-15", "2024-06-14", "half"),
        (Period.half(2024, 2, ADMINISTRATIVE), "2024-06-15", "2024-12-14", "half"),
        (Period.nine_months(2024, ADMINISTRATIVE), "2023-12-15", "2024-09-14", "nine_months"),
        (Period.year(2024, ADMINISTRATIVE), "2023-12-15", "2024-12-14", "year"),
        (Period.quarter(2020, 1, FROM_DECEMBER), "2019-12-01", "2020-02-29", "quarter"),
    ],
)
def test_a_period_has_the_days_of_its_regime(period, first, last, kind):
    assert (period.first_on, period.last_on) == days(first, last)
    assert period.kind == kind


def test_an_administrative_year_is_named_after_the_year_it_ends_in():
    assert Period.year(2024, ADMINISTRATIVE).named_year == 2024
    assert Period.month(2024, 1, ADMINISTRATIVE).named_year == 2024


@pytest.mark.parametrize(
    ("period", "previous"),
    [
        (Period.quarter(2024, 1), Period.quarter(2023, 4)),
        (Period.month(2024, 1), Period.month(2023, 12)),
        (Period.half(2024, 2), Period.half(2024, 1)),
        (Period.nine_months(2024), Period.nine_months(2023)),
        (Period.cumulative(2024, 5), Period.cumulative(2023, 5)),
        (Period.year(2024), Period.year(2023)),
        (Period.term(2020, 2025), Period.term(2015, 2020)),
        (Period.day(date(2024, 3, 1)), Period.day(date(2024, 2, 29))),
        (Period(date(2024, 1, 11), date(2024, 1, 20)), Period(date(2024, 1, 1), date(2024, 1, 10))),
    ],
)
def test_each_kind_has_its_own_neighbour(period, previous):
    assert period.previous() == previous
    assert previous.following() == period


def test_the_same_period_of_last_year():
    assert Period.nine_months(2024).same_period_last_year() == Period.nine_months(2023)
    assert Period.month(2024, 2).same_period_last_year() == Period.month(2023, 2)
    assert Period.day(date(2024, 2, 29)).same_period_last_year() == Period.day(date(2023, 2, 28))


def test_year_to_date_begins_where_the_year_of_the_regime_begins():
    assert Period.quarter(2024, 3).year_to_date() == Period.nine_months(2024)
    assert Period.month(2024, 9, ADMINISTRATIVE).year_to_date() == Period.nine_months(2024, ADMINISTRATIVE)
    with pytest.raises(PeriodError, match="lũy kế"):
        Period.term(2020, 2025).year_to_date()


def test_a_year_splits_into_quarters_and_a_quarter_not_into_halves():
    assert Period.year(2024).split(PeriodKind.QUARTER) == tuple(Period.quarter(2024, n) for n in (1, 2, 3, 4))
    assert len(Period.month(2024, 2).split(PeriodKind.DAY)) == 29
    for kind in (PeriodKind.HALF, PeriodKind.TERM):
        with pytest.raises(PeriodError, match="không chia hết"):
            Period.quarter(2024, 1).split(kind)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Period.quarter(2024, 5),
        lambda: Period.month(2024, 13),
        lambda: Period.half(2024, 0),
        lambda: Period.cumulative(2024, 13),
        lambda: Period.term(2025, 2020),
        lambda: Period.year(24),
        lambda: Period.year(9999),
        lambda: Period(date(2024, 2, 1), date(2024, 1, 1)),
        lambda: Period.year(1900).previous(),
        lambda: Period(date(1899, 1, 1), date(2199, 1, 2)).previous(),
        lambda: Regime("late", first_day=31),
    ],
)
def test_impossible_periods_are_refused(make):
    with pytest.raises(PeriodError):
        make()


def test_periods_of_two_regimes_can_be_compared_and_carry_a_warning():
    mixed = compare_periods(Period.nine_months(2024, ADMINISTRATIVE), Period.nine_months(2024))
    assert (mixed.relation, mixed.is_mixed) == (Relation.OVERLAPS, True)
    assert "15/12/2023–14/09/2024" in mixed.warning
    assert "01/01/2024–30/09/2024" in mixed.warning
    plain = compare_periods(Period.quarter(2024, 1), Period.year(2024))
    assert (plain.relation, plain.is_mixed, plain.warning) == (Relation.WITHIN, False, None)


@given(periods())
def test_going_back_and_forth_comes_home(period):
    before = period.previous()
    if period.kind in (PeriodKind.DAY, PeriodKind.SPAN):  # as long, right before; by chance it may have a name
        assert before.last_on + timedelta(days=1) == period.first_on
        assert period.months is not None or before.days == period.days
    else:
        assert before.following() == period
        assert before.kind == period.kind


@given(periods())
def test_the_parts_of_a_period_are_its_days_in_order(period):
    kind = PeriodKind.DAY if period.months is None else PeriodKind.MONTH
    parts = period.split(kind)
    assert parts[0].first_on == period.first_on
    assert parts[-1].last_on == period.last_on
    assert sum(part.days for part in parts) == period.days
    assert all(a.last_on + timedelta(days=1) == b.first_on for a, b in pairwise(parts))
    assert all(period.contains(part) for part in parts)


@given(some_days, regimes)
def test_every_day_belongs_to_exactly_one_month_of_a_regime(day, regime):
    month = regime.month_of(day)
    assert Period.of_months(month, month, regime).contains(day)
    assert not Period.of_months(month - 1, month - 1, regime).contains(day)
    assert not Period.of_months(month + 1, month + 1, regime).contains(day)


_MIRROR = {Relation.CONTAINS: Relation.WITHIN, Relation.BEFORE: Relation.AFTER}
_MIRROR |= {there: here for here, there in _MIRROR.items()}


@given(periods(), periods())
def test_comparing_the_other_way_round_says_the_opposite(one, other):
    here, there = compare_periods(one, other), compare_periods(other, one)
    assert there.relation == _MIRROR.get(here.relation, here.relation)
    assert one.overlaps(other) == (here.relation not in (Relation.BEFORE, Relation.AFTER))
    assert here.is_mixed == there.is_mixed == (here.warning is not None)


def test_spans_told_by_their_days_are_never_mixed():
    meeting = Period.day(date(2024, 10, 16))
    assert not compare_periods(meeting, Period.year(2024, ADMINISTRATIVE)).is_mixed
