# SPDX-License-Identifier: Apache-2.0
"""Which stretches of time are judged, and which figures can change them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tiendo.evaluate import MOST_YEARS
from tiendo.evaluate.choosing import needed_period
from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_sdmx, parse_sdmx
from tiendo.server.figures.data import FigureRow
from tiendo.server.targets.data import SAME_PERIOD
from tiendo.server.targets.rules.facts import TargetFacts

_YEAR_DAYS = 366


def find_first_touched(facts: TargetFacts, period: Period) -> date | None:
    """The first day of which a verdict can change with a figure of the period; None when none can.

    What is reached by a day depends on figures up to it; on a base, and on past years, whose profile reaches from the
    first to the last day, all depends.
    """
    span, base = facts.span, facts.detail.base_period
    if base and base != SAME_PERIOD and parse_sdmx(base, span.regime).overlaps(period):
        return span.first_on
    if span.overlaps(period):
        return period.first_on
    return span.first_on if any(before.overlaps(period) for before in _list_past(span)) else None


def _list_past(span: Period) -> list[Period]:
    """The spans that the profile of past years and the forecast rest on; of a term only the one before, for growth."""
    past = [span.same_period_last_year()]
    while len(past) < MOST_YEARS and span.days <= _YEAR_DAYS:
        past.append(past[-1].same_period_last_year())
    return past


def first_day_needed(facts: TargetFacts) -> date:
    """From which day on figures can matter."""
    span = facts.span
    days = [before.first_on for before in _list_past(span)]
    if facts.detail.base_period and facts.detail.base_period != SAME_PERIOD:
        days.append(parse_sdmx(facts.detail.base_period, span.regime).first_on)
    return min(days)


def list_reports(facts: TargetFacts, figures: Iterable[FigureRow], known: Iterable[str]) -> list[Period]:
    """The stretches to judge, from the beginning of the span to the end of each figure, in the order of time.

    A quarter and its last month are one stretch: what is judged is what was reached by then.

    Args:
        known: periods that have a verdict already.
    """
    span = facts.span
    reports = {format_sdmx(needed_period(span, f.period)) for f in figures if is_within(f.period, span)} | set(known)
    return sorted((parse_sdmx(code, span.regime) for code in reports), key=lambda period: period.last_on)


def is_within(period: Period, span: Period) -> bool:
    """Whether the period lies in the span; months count by their names, whatever days they begin on."""
    if period.months is not None and span.months is not None:
        return span.months[0] <= period.months[0] and period.months[1] <= span.months[1]
    return span.contains(period)
