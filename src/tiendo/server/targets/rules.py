# SPDX-License-Identifier: Apache-2.0
"""From rows to the data of ``evaluate`` and back: which periods are judged, which figures were, what is stored. Pure.

Not here: the judgement (``evaluate``), reading and writing rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tiendo.evaluate import (
    MOST_YEARS,
    Base,
    Direction,
    Figure,
    FigureStatus,
    Language,
    Missing,
    Nature,
    PhaseStep,
    Phasing,
    PhasingKind,
    Plan,
    Reason,
    Rule,
    RuleKind,
    Status,
    Target,
    Verdict,
    evaluate_target,
    find_figure,
    make_record,
    profile_phasing,
    tell,
    tell_forecast,
    tell_growth,
    tell_pace,
    tell_turns,
    to_decimal,
)
from tiendo.evaluate.choosing import needed_period
from tiendo.evaluate.data import CHANGES
from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, Regime
from tiendo.kernel.period_codes import format_sdmx, parse_sdmx
from tiendo.kernel.quantity import Quantity
from tiendo.server.figures.data import FigureRow
from tiendo.server.figures.data import FigureStatus as KeptStatus
from tiendo.server.targets.data import SAME_PERIOD, RuleDetail

_REGIMES: dict[str, Regime] = {regime.code: regime for regime in (CALENDAR, ADMINISTRATIVE)}
_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_YEAR_DAYS = 366
#: Decimals of a stored quotient that does not end. Figures of twelve digits come no nearer to a printed half than
#: 10⁻¹⁵, so that a page which rounds this again rounds as if it had the quotient itself.
_PLACES = 20


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """A target with what is in force for it."""

    id: int
    unit_id: int
    indicator_id: int
    name: str
    name_en: str
    year: int
    rule: RuleKind
    detail: RuleDetail
    measure: str
    nature: Nature
    direction: Direction
    decimals: int
    is_collected_yearly: bool
    plans: tuple[PlanFacts, ...] = ()
    steps: tuple[tuple[date, Decimal], ...] = ()

    @property
    def span(self) -> Period:
        """The time for which the plan holds."""
        regime = _REGIMES.get(self.detail.regime, CALENDAR)
        return parse_sdmx(self.detail.span, regime) if self.detail.span else Period.year(self.year, regime)

    @property
    def plan_id(self) -> int | None:
        """The plan that decides."""
        return next((plan.id for plan in self.plans if plan.is_primary), None)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan in force."""

    id: int
    value: Quantity | None
    upper: Quantity | None
    assigner: str
    act: str
    is_primary: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of a verdict; two that are equal are not stored twice."""

    period: str
    last_on: date
    suggested: str
    reason: str
    actual: Decimal | None
    qualifier: str
    is_estimate: bool
    observation_id: int | None
    plan_id: int | None
    achievement: Decimal | None
    expected: Decimal | None
    due: Decimal | None
    growth: Decimal | None
    is_points: bool
    arithmetic: dict[str, Any]
    sentence_vi: str
    sentence_en: str


def pack_detail(detail: RuleDetail) -> dict[str, Any]:
    """The detail as JSON, without what is usual."""
    packed: dict[str, Any] = {}
    usual = RuleDetail()
    for name in RuleDetail.__slots__:
        value = getattr(detail, name)
        if value != getattr(usual, name):
            packed[name] = value
    if detail.base is not None:
        base = detail.base
        packed["base"] = {"value": f"{base.value:f}", "unit": base.unit, "step": f"{base.step:f}"}
    for name in ("tolerance", "start"):
        if name in packed:
            packed[name] = f"{packed[name]:f}"
    return packed


def unpack_detail(packed: dict[str, Any]) -> RuleDetail:
    """The detail of a stored row."""
    values = dict(packed)
    if "base" in values:
        base = values["base"]
        values["base"] = Quantity(Decimal(base["value"]), base["unit"], Decimal(base["step"]))
    for name in ("tolerance", "start"):
        if name in values:
            values[name] = Decimal(values[name])
    return RuleDetail(**values)


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


def to_target(facts: TargetFacts, figures: Sequence[Figure], as_of: Period) -> Target:
    """The target as ``evaluate`` takes it.

    Raises:
        EvaluateError: rule, plans and phasing do not fit.
    """
    plans = tuple(
        Plan(plan.value, plan.upper, plan.assigner, plan.act, is_primary=plan.is_primary) for plan in facts.plans
    )
    if facts.plan_id is None:
        plans = (*plans, Plan())
    target = Target(
        code=str(facts.id),
        name=facts.name,
        span=facts.span,
        rule=Rule(facts.rule, _to_base(facts, figures, as_of), facts.detail.tolerance),
        plans=plans,
        nature=facts.nature,
        direction=facts.direction,
        phasing=_to_phasing(facts),
        is_collected_yearly=facts.is_collected_yearly,
        decimals=facts.decimals,
        condition=facts.detail.condition,
        name_en=facts.name_en,
    )
    profile = profile_phasing(target, figures, as_of)
    return target if profile is None else replace(target, phasing=profile)


def _to_base(facts: TargetFacts, figures: Sequence[Figure], as_of: Period) -> Base | None:
    if facts.rule not in CHANGES:
        return None
    span, detail = facts.span, facts.detail
    if not detail.base_period or detail.base_period == SAME_PERIOD:
        period = needed_period(span, as_of).same_period_last_year()
    else:
        period = parse_sdmx(detail.base_period, span.regime)
    found = find_figure([] if detail.is_change else figures, period, facts.nature)
    quantity = found.quantity if found is not None and found.upper is None else None
    return Base(period, quantity if quantity is not None else detail.base)


def _to_phasing(facts: TargetFacts) -> Phasing | None:
    detail, start = facts.detail, facts.detail.start or Decimal(0)
    if facts.steps:
        first = facts.span.first_on
        steps = tuple(
            PhaseStep(Period(first, last_on, facts.span.regime), (share * _HUNDRED).normalize())
            for last_on, share in facts.steps
        )
        return Phasing(PhasingKind.STEPS, steps, _HUNDRED, start, detail.phasing_source)
    if not detail.phasing:
        return None
    return Phasing(PhasingKind(detail.phasing), start=start, source=detail.phasing_source)


def to_figure(row: FigureRow, facts: TargetFacts) -> Figure:
    """A figure of the record as ``evaluate`` takes it."""
    if row.is_missing:
        return Figure(row.period, missing=Missing(row.gap or Missing.NOT_REPORTED), why=row.gap_reason)
    status = FigureStatus.ACTUAL if row.status is KeptStatus.MISSING else FigureStatus(row.status)
    if facts.nature is Nature.YES_NO:
        return Figure(row.period, answer=row.value == 1, status=status)
    if row.value is None:
        return Figure(row.period, numerator=row.numerator, denominator=row.denominator, status=status)
    quantity = Quantity(row.value, facts.measure, row.step or _ONE, row.qualifier)
    upper = None if row.upper is None else replace(quantity, value=row.upper)
    return Figure(row.period, quantity, upper, is_change=facts.detail.is_change, status=status)


def judge(facts: TargetFacts, rows: Sequence[FigureRow], known: Iterable[str], since: date = date.min) -> list[Stored]:
    """The verdicts of a target on every stretch for which there is a figure, or was one.

    Args:
        rows: its figures in force, those of the year before and of the base among them.
        known: periods that have a verdict already; one that nothing answers for is stored for these alone.
        since: stretches that end before this day are left as they are.
    """
    figures = [to_figure(row, facts) for row in rows]
    stored = []
    listed = set(known)
    for as_of in list_reports(facts, rows, listed):
        if as_of.last_on < since:
            continue
        verdict = evaluate_target(to_target(facts, figures, as_of), figures, as_of=as_of)
        if verdict.reason is Reason.NO_FIGURE and format_sdmx(as_of) not in listed:
            continue
        stored.append(_store(facts, verdict, rows, figures))
    return stored


def _store(facts: TargetFacts, verdict: Verdict, rows: Sequence[FigureRow], figures: Sequence[Figure]) -> Stored:
    judged = _list_judged(verdict.figure, rows, figures)
    growth, measured = verdict.growth, verdict.measured
    return Stored(
        period=format_sdmx(verdict.as_of),
        last_on=verdict.as_of.last_on,
        suggested=verdict.suggested.value,
        reason=verdict.reason.value,
        actual=None if measured is None or measured.value is None else shorten(measured.value),
        qualifier="exact" if measured is None else measured.hedge.value,
        is_estimate=verdict.figure is not None and verdict.figure.status is FigureStatus.ESTIMATE,
        observation_id=judged[-1] if judged else None,
        plan_id=facts.plan_id,
        achievement=None if verdict.achievement is None else shorten(verdict.achievement * 100),
        expected=None if verdict.expected is None else shorten(verdict.expected),
        due=None if verdict.due is None else shorten(verdict.due.share * 100),
        growth=None if growth is None else shorten(growth.change),
        is_points=growth is not None and growth.is_points,
        arithmetic=_tell_arithmetic(verdict, judged, rows, figures),
        sentence_vi=tell(verdict, Language.VI),
        sentence_en=tell(verdict, Language.EN),
    )


def shorten(value: Fraction) -> Decimal:
    """The number itself when its decimals end, else as many of them as a page can ever need."""
    return to_decimal(value, _PLACES).normalize() + Decimal(0)


def _list_judged(figure: Figure | None, rows: Sequence[FigureRow], figures: Sequence[Figure]) -> list[int]:
    """Ids of the figures behind a verdict: the one that was chosen, or the parts that were added up."""
    if figure is None:
        return []
    chosen = [row.id for row, given in zip(rows, figures, strict=True) if given is figure]
    if chosen:
        return chosen
    inside = [row for row in rows if not row.is_missing and is_within(row.period, figure.period)]
    parts, begin = [], figure.period.first_on
    while (following := [row for row in inside if row.period.first_on == begin]) and begin <= figure.period.last_on:
        longest = max(following, key=lambda row: row.period.last_on)
        parts.append(longest.id)
        begin = date.fromordinal(longest.period.last_on.toordinal() + 1)
    return parts if begin > figure.period.last_on else [row.id for row in inside]


def _tell_arithmetic(
    verdict: Verdict, judged: Sequence[int], rows: Sequence[FigureRow], figures: Sequence[Figure]
) -> dict[str, Any]:
    """The record of ``evaluate``, with the rows behind its figures and the two sentences beside the verdict."""
    base = None if verdict.growth is None else verdict.growth.base
    return {
        **make_record(verdict),
        "figures": list(judged),
        "growth_figures": _list_judged(base, rows, figures),
        "growth_told": {language.value: tell_growth(verdict, language) for language in Language},
        "pace_told": {language.value: tell_pace(verdict, language) for language in Language},
        "forecast_told": {language.value: tell_forecast(verdict, language) for language in Language},
        "turns_told": {language.value: tell_turns(verdict, language) for language in Language},
    }


def tell_without_figure(year: int, last_on: date, *, is_collected_yearly: bool) -> tuple[str, str]:
    """Status and reason of a target of which nothing is known yet.

    Args:
        last_on: last day of the report.
    """
    if last_on < date(year, 1, 1):
        return Status.NOT_ASSESSABLE.value, Reason.NOT_DUE.value
    if is_collected_yearly and last_on < date(year, 12, 31):
        return Status.NOT_ASSESSABLE.value, Reason.COLLECTED_YEARLY.value
    return Status.UNCLASSIFIED.value, Reason.NO_FIGURE.value
