# SPDX-License-Identifier: Apache-2.0
"""The chart of a target: what was done month after month, the way to the plan, the year before, the gap.

Drawn from stored figures and verdicts. The course of the plan is that of the phasing: between registered steps, and
between the shares of past years that verdicts were held against, the line is straight; the steps themselves are marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.evaluate import Direction, Figure, FigureStatus, Nature, PhasingKind, RuleKind, find_figure, to_decimal
from tiendo.evaluate.data import CHANGES
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import UnitError, convert
from tiendo.server.board.rules import decimals_of, places_of
from tiendo.server.figures.data import FigureRow
from tiendo.server.support.charts import Chart, Fan, Gap, Series
from tiendo.server.support.writing import write_quantity
from tiendo.server.targets.data import TargetDetail, VerdictRow

_MONTHS = 12
_ONE = Decimal(1)
_LEVELS = {*CHANGES, RuleKind.SHARE_OF_UNITS, RuleKind.ZERO}
_CEILINGS = {RuleKind.AT_MOST, RuleKind.LESS_THAN, RuleKind.ZERO}


@dataclass(frozen=True, slots=True)
class _Way:
    """The course of the plan: values at each month, and the months whose value was registered."""

    values: list[Decimal | None]
    marks: list[int]


def draw_chart(detail: TargetDetail, current: VerdictRow | None, sentence: str) -> Chart | None:
    """The chart of a target; None where there is nothing to draw: an answer of yes or no, or no figure at all.

    Args:
        current: the verdict that the page speaks of.
        sentence: what the picture says.
    """
    row = detail.row
    done = _place_verdicts(detail, current)
    if row.rule == RuleKind.YES_NO or not any(value is not None for value in done):
        return None
    measure = row.plan_measure or row.measure
    decimals = max(decimals_of(value, places_of(row)) for value in (*done, row.plan_value) if value is not None)
    way, before = _draw_way(detail), _draw_year_before(detail, measure)
    year = detail.year
    place = None if current is None else _month_of(current.last_on, year)
    return Chart(
        labels=[_("M%(month)s") % {"month": month} for month in range(1, _MONTHS + 1)],
        sentence=sentence,
        unit=measure,
        decimals=decimals,
        bars=Series(_("Actual %(year)s") % {"year": year}, done, urls=_list_addresses(detail, current)),
        line=None if way is None else Series(_("Plan"), way.values, marks=way.marks),
        ghost=Series(str(year - 1), before) if any(value is not None for value in before) else None,
        fan=None if detail.detail.span or place is None else _draw_forecast(current, place),
        gap=_draw_gap(detail, current, measure, decimals),
        current=place if place in range(_MONTHS) else None,
    )


def _month_of(day: date, year: int) -> int:
    """The place of a day among the months of the year; the middle of a month decides, for either regime."""
    return (day.year - year) * _MONTHS + day.month - 1


def _place_verdicts(detail: TargetDetail, current: VerdictRow | None) -> list[Decimal | None]:
    done: list[Decimal | None] = [None] * _MONTHS
    for verdict in detail.verdicts:
        place = _month_of(verdict.last_on, detail.year)
        if place in range(_MONTHS) and (current is None or verdict.last_on <= current.last_on):
            done[place] = verdict.actual
    return done


def _list_addresses(detail: TargetDetail, current: VerdictRow | None) -> list[str]:
    """Where the figure behind each bar comes from."""
    urls = [""] * _MONTHS
    for verdict in detail.verdicts:
        place = _month_of(verdict.last_on, detail.year)
        is_shown = current is None or verdict.last_on <= current.last_on
        if place in range(_MONTHS) and is_shown:
            urls[place] = "" if verdict.observation_id is None else reverse("figure", args=[verdict.observation_id])
    return urls


def _draw_way(detail: TargetDetail) -> _Way | None:
    plan, start = detail.row.plan_value, detail.detail.start or Decimal(0)
    if plan is None:
        return None
    if detail.steps:
        known = {_month_of(step.last_on, detail.year): start + (plan - start) * step.share for step in detail.steps}
        return _Way(_between({-1: start, **known}), sorted(place for place in known if place in range(_MONTHS)))
    profile = _list_profile(detail)
    if profile:
        return _Way(_between({-1: start, **profile, _MONTHS - 1: plan}), sorted({*profile, _MONTHS - 1}))
    match _phasing_of(detail):
        case PhasingKind.STRAIGHT_LINE:
            return _Way(_between({-1: start, _MONTHS - 1: plan}), [_MONTHS - 1])
        case PhasingKind.FULL_LEVEL:
            return _Way([plan] * _MONTHS, [])
    return None


def _list_profile(detail: TargetDetail) -> dict[int, Decimal]:
    """What was due by the pace of past years, at the months of which a verdict says so."""
    found: dict[int, Decimal] = {}
    for verdict in detail.verdicts:
        due, place = verdict.arithmetic.get("due") or {}, _month_of(verdict.last_on, detail.year)
        if due.get("phasing") == PhasingKind.PROFILE and verdict.expected is not None and place in range(_MONTHS - 1):
            found[place] = verdict.expected
    return found


def _draw_forecast(current: VerdictRow | None, place: int) -> Fan | None:
    """From the result that the page speaks of to the end of the year, with the span of the single past years."""
    told = None if current is None else current.arithmetic.get("forecast")
    if current is None or current.actual is None or not told or told["value"] is None:
        return None
    if place not in range(_MONTHS - 1):
        return None
    ahead, low, high = (to_decimal(Fraction(told[key])) for key in ("value", "low", "high"))
    start = current.actual
    none: list[Decimal | None] = [None] * _MONTHS

    def course(end: Decimal) -> list[Decimal | None]:
        values = _between({place: start, _MONTHS - 1: end})
        values[place] = start
        return values

    outer = course(low), course(high)
    return Fan(_("Forecast"), course(ahead), (none, none), outer, outer_name=_("by single past years"))


def _phasing_of(detail: TargetDetail) -> PhasingKind:
    """What was stated, else what is usual (``evaluate.default_phasing``)."""
    if detail.detail.phasing:
        return PhasingKind(detail.detail.phasing)
    is_summed = detail.row.nature == Nature.FLOW and detail.row.rule not in _LEVELS
    return PhasingKind.STRAIGHT_LINE if is_summed else PhasingKind.FULL_LEVEL


def _between(known: dict[int, Decimal]) -> list[Decimal | None]:
    """Each month on the straight line between the two known ones beside it."""
    places = sorted(known)
    values: list[Decimal | None] = [None] * _MONTHS
    for left, right in pairwise(places):
        for place in range(max(left + 1, 0), min(right, _MONTHS - 1) + 1):
            way = Fraction(place - left, right - left) * Fraction(known[right] - known[left])
            values[place] = to_decimal(Fraction(known[left]) + way)
    return values


def _draw_year_before(detail: TargetDetail, measure: str) -> list[Decimal | None]:
    nature, year = Nature(detail.row.nature), detail.year - 1
    if detail.detail.is_change or nature is Nature.YES_NO:
        return [None] * _MONTHS
    figures = [figure for figure in map(_as_figure, detail.figures, [detail] * len(detail.figures)) if figure]
    return [_measure(find_figure(figures, Period.cumulative(year, month), nature), measure) for month in _numbers()]


def _numbers() -> range:
    return range(1, _MONTHS + 1)


def _as_figure(row: FigureRow, detail: TargetDetail) -> Figure | None:
    if row.is_missing or row.upper is not None:
        return None
    status = FigureStatus(row.status)
    if row.value is None:
        return Figure(row.period, numerator=row.numerator, denominator=row.denominator, status=status)
    quantity = Quantity(row.value, detail.indicator.measure, row.step or _ONE, row.qualifier)
    return Figure(row.period, quantity, status=status)


def _measure(figure: Figure | None, measure: str) -> Decimal | None:
    """The worth of a figure in the unit of the plan; None when it has none there."""
    if figure is None or figure.missing is not None:
        return None
    try:
        if figure.quantity is not None:
            return convert(figure.quantity, measure).value
        top, bottom = figure.numerator, figure.denominator
        if top is None or bottom is None or not bottom.value:
            return None
        share = Fraction(top.value) / Fraction(convert(bottom, top.unit).value)
        return to_decimal(share * 100) if measure == "%" else None
    except UnitError:
        return None


def _draw_gap(detail: TargetDetail, current: VerdictRow | None, measure: str, decimals: int) -> Gap | None:
    """The stroke from what was done to what is due, where it is on the wrong side."""
    if current is None or current.actual is None or current.expected is None:
        return None
    is_ceiling = detail.row.rule in _CEILINGS or detail.row.direction == Direction.DOWN
    missing = current.expected - current.actual
    place = _month_of(current.last_on, detail.year)
    if missing <= 0 or is_ceiling or place not in range(_MONTHS):
        return None
    short = _in_words(missing, measure, decimals)
    return Gap(place, current.actual, current.expected, _("%(amount)s short") % {"amount": short})


def _in_words(amount: Decimal, measure: str, decimals: int) -> str:
    return write_quantity(amount, _("points") if measure == "%" else measure, decimals)
