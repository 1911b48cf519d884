# SPDX-License-Identifier: Apache-2.0
"""What a span asks for at a cut-off, as constants for the expression, computed by the reference engine's own rooms.

What is here: stretches of time as numbers. Not here: tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tiendo.evaluate.choosing import begins_after, ends_by, needed_period
from tiendo.evaluate.data import Phasing, PhasingKind, Plan, Rule, RuleKind, Target
from tiendo.evaluate.phasing import due_at
from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, PeriodError, Regime
from tiendo.kernel.quantity import Quantity

#: The regimes that a table may name.
REGIMES = {regime.code: regime for regime in (CALENDAR, ADMINISTRATIVE)}
#: Longer stretches of months cannot be a mask of bits that many rows may be added to.
MOST_BITS = 40
_YEAR_DAYS = 366
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ask:
    """Which figures answer for the targets of one span at one cut-off.

    Attributes:
        span, as_of: of the targets, of the report.
        needed: the stretch that a figure must answer for; None when the span has not begun.
        before: the same stretch of the year before, for growth; None where there is no growth.
        is_final: the span is over.
        is_year_over: figures that are collected yearly are expected.
        elapsed: the share of a straight line, unreduced.
    """

    span: Period
    as_of: Period
    needed: Period | None
    before: Period | None
    is_final: bool
    is_year_over: bool
    elapsed: Fraction

    @staticmethod
    def of(span: Period, as_of: Period) -> Ask:
        """What the span asks for."""
        is_final = ends_by(span, as_of)
        if begins_after(span, as_of):
            return Ask(span, as_of, None, None, is_final, False, Fraction(0))
        needed = needed_period(span, as_of)
        is_year_over = needed.months is not None and (needed.months[1] + 1) % 12 == 0
        return Ask(span, as_of, needed, _before(needed), is_final, is_year_over, _elapsed(span, needed))


def _before(needed: Period) -> Period | None:
    if needed.days > _YEAR_DAYS:
        return None
    try:
        return needed.same_period_last_year()
    except PeriodError:
        return None


def _elapsed(span: Period, needed: Period) -> Fraction:
    rule, plan = Rule(RuleKind.AT_LEAST), Plan(Quantity(Phasing(PhasingKind.STRAIGHT_LINE).whole, ""))
    line = Target("", "", span, rule, (plan,), phasing=Phasing(PhasingKind.STRAIGHT_LINE))
    due = due_at(line, needed)
    return Fraction(0) if due is None else due.share


def last_days(periods: list[Period]) -> tuple[date, date]:
    """The earliest and the latest day on which a figure may end that has to do with one of the periods."""
    firsts, lasts = [], []
    for period in periods:
        firsts.append(period.first_on)
        lasts.append(period.last_on)
        if period.months is not None:
            begin, end = period.months
            firsts += [_begin(regime, begin + 1) - _DAY for regime in REGIMES.values()]
            lasts += [_begin(regime, end + 1) - _DAY for regime in REGIMES.values()]
    return min(firsts), max(lasts)


def end_days(period: Period) -> set[date]:
    """The days on which a figure ends that ends with the period, whatever its regime."""
    if period.months is None:
        return {period.last_on}
    return {period.last_on} | {_begin(regime, period.months[1] + 1) - _DAY for regime in REGIMES.values()}


def _begin(regime: Regime, month: int) -> date:
    return regime.begin(month)
