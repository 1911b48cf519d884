# SPDX-License-Identifier: Apache-2.0
"""What stands beside a verdict: growth, what is left and how fast, where it leads, how far it is from changing.

None of it decides the status. Not here: the judgement (``families``), past years themselves (``seasons``).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tiendo.evaluate.choosing import find_beside
from tiendo.evaluate.data import Figure, Nature, RuleKind
from tiendo.evaluate.families.measuring import measure
from tiendo.evaluate.families.question import CannotJudgeError, Question
from tiendo.evaluate.ladder import Ladder
from tiendo.evaluate.seasons import LEAST_YEARS, PastYears, nature_in_time
from tiendo.evaluate.verdict import Forecast, Growth, Measured, Pace, Turn
from tiendo.kernel.period import Period
from tiendo.kernel.units import Dimension, find_unit

_FLOORS = {RuleKind.AT_LEAST, RuleKind.MORE_THAN, RuleKind.BETWEEN}
#: Rules that hold the result itself against the plan, so that a value at the end has a meaning.
_ON_LEVELS = _FLOORS | {RuleKind.AT_MOST, RuleKind.LESS_THAN, RuleKind.ABOUT, RuleKind.ZERO}
_YEAR_DAYS = 366
_HUNDRED = 100


def compute_growth(question: Question, figures: Sequence[Figure], needed: Period) -> Growth | None:
    """The change against the same stretch of the year before; none where the base is missing, zero or below.

    Source: DOMAIN 1.3.
    """
    figure = question.figure
    if needed.days > _YEAR_DAYS or figure.is_change or question.kind is RuleKind.YES_NO:
        return None
    before = find_beside(figures, needed.same_period_last_year(), nature_in_time(question.target))
    unit = _unit_of(question)
    if before is None or before.missing is not None or before.is_change or unit is None:
        return None
    try:
        now, then = measure(figure, unit)[0], measure(before, unit)[0]
    except CannotJudgeError:
        return None
    if now.value is None or then.value is None or then.value <= 0:
        return None
    found = find_unit(unit)
    is_points = found is not None and found.dimension is Dimension.RATIO
    change = now.value - then.value if is_points else (now.value - then.value) / then.value * _HUNDRED
    return Growth(change, before, unit, is_points)


def _unit_of(question: Question) -> str | None:
    """The figure's own unit; quotients are told in that of the plan."""
    given = question.plan.value if question.figure.quantity is None else question.figure.quantity
    return None if given is None else given.unit


def compute_pace(question: Question, measured: Measured, needed: Period) -> Pace | None:
    """What is left of a flow, and for how long; none when the plan is met or the time is over."""
    plan, span = question.plan.value, question.target.span
    if question.is_final or question.target.nature is not Nature.FLOW or question.kind not in _FLOORS:
        return None
    if plan is None or measured.value is None or span.months is None or needed.months is None:
        return None
    remaining = Fraction(plan.value) - measured.value
    months, days = span.months[1] - needed.months[1], (span.last_on - needed.last_on).days
    return Pace(remaining, months, days) if remaining > 0 and days > 0 else None


def compute_forecast(question: Question, measured: Measured, past: PastYears, needed: Period) -> Forecast | None:
    """Where the result leads when the rest of the span goes as in past years.

    An amount goes on in proportion: result × Σ end / Σ at. A level moves by the mean change. The interval is that of
    the single years. Fewer than two years make no forecast, and the answer says how many there are.
    """
    is_level = question.kind in _ON_LEVELS and not question.figure.is_change
    value = measured.value
    if question.is_final or not is_level or value is None:
        return None
    seasons = past.list_seasons(question.target, needed, measured.unit)
    is_scaled = question.target.nature is Nature.FLOW
    if is_scaled:
        seasons = tuple(season for season in seasons if season.at > 0 and season.end >= 0)
    years = tuple(season.span for season in seasons)
    if len(years) < LEAST_YEARS:
        return Forecast(years, is_scaled=is_scaled)
    at, end = sum((s.at for s in seasons), Fraction(0)), sum((s.end for s in seasons), Fraction(0))
    if is_scaled:
        single = [value * season.end / season.at for season in seasons]
        ahead = value * end / at
    else:
        single = [value + season.end - season.at for season in seasons]
        ahead = value + (end - at) / len(years)
    return Forecast(years, at, end, is_scaled, ahead, min(single), max(single))


def find_turns(question: Question, ladder: Ladder, measured: Measured) -> tuple[Turn, ...]:
    """The nearest values at which the verdict would be another: below, then above; none for an answer or a range."""
    value = measured.value
    if value is None or question.kind is RuleKind.YES_NO:
        return ()
    turns: list[Turn] = []
    below, above = ladder.turn_below(value), ladder.turn_above(value)
    if below is not None:
        rung, status = below
        can_be_reached = value < 0 or rung.at > 0 or (rung.at == 0 and rung.is_strict)
        if can_be_reached:  # what is counted does not fall below nothing
            turns.append(Turn(status, rung.at, value - rung.at, is_above=False, is_strict=not rung.is_strict))
    if above is not None:
        turns.append(Turn(above.status, above.at, above.at - value, is_above=True, is_strict=above.is_strict))
    return tuple(turns)
