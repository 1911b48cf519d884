# SPDX-License-Identifier: Apache-2.0
"""From rows to the data of ``evaluate`` and back: which figures were judged, what is stored. Pure.

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
    Base,
    Figure,
    FigureStatus,
    Language,
    Missing,
    Nature,
    PastYears,
    PhaseStep,
    Phasing,
    PhasingKind,
    Plan,
    Reason,
    Rule,
    Status,
    Target,
    Verdict,
    evaluate_plan,
    find_figure,
    make_record,
    profile_phasing,
    tell,
    tell_forecast,
    tell_growth,
    tell_pace,
    tell_plans,
    tell_turns,
    to_decimal,
)
from tiendo.evaluate.choosing import needed_period
from tiendo.evaluate.data import CHANGES
from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_sdmx, parse_sdmx
from tiendo.kernel.quantity import Quantity
from tiendo.server.figures.data import FigureRow
from tiendo.server.figures.data import FigureStatus as KeptStatus
from tiendo.server.targets.data import SAME_PERIOD
from tiendo.server.targets.rules.facts import PlanFacts, TargetFacts
from tiendo.server.targets.rules.spans import is_within, list_reports
from tiendo.server.targets.rules.versions import plans_on

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
#: Decimals of a stored quotient that does not end. Figures of twelve digits come no nearer to a printed half than
#: 10⁻¹⁵, so that a page which rounds this again rounds as if it had the quotient itself.
_PLACES = 20


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


def to_target(facts: TargetFacts, figures: Sequence[Figure], as_of: Period) -> Target:
    """The target as ``evaluate`` takes it.

    Raises:
        EvaluateError: rule, plans and phasing do not fit.
    """
    return assemble(facts, figures, as_of)[0]


def assemble(
    facts: TargetFacts, figures: Sequence[Figure], as_of: Period, past: PastYears | None = None
) -> tuple[Target, tuple[PlanFacts, ...]]:
    """The target with the plans that hold at the end of the report, and these plans in the same order.

    Raises:
        EvaluateError: rule, plans and phasing do not fit.
    """
    held = plans_on(facts.plans, as_of.last_on)
    plans = tuple(Plan(plan.value, plan.upper, plan.assigner, plan.act, is_primary=plan.is_primary) for plan in held)
    if not any(plan.is_primary for plan in plans):
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
    profile = profile_phasing(target, figures, as_of, past=past)
    return target if profile is None else replace(target, phasing=profile), held


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
    stored, behind = [], Behind(rows, figures, PastYears(figures))
    listed = set(known)
    for as_of in list_reports(facts, rows, listed):
        if as_of.last_on < since:
            continue
        target, plans = assemble(facts, figures, as_of, behind.past)
        verdict = evaluate_plan(target, target.primary, figures, as_of=as_of, scheme=facts.scheme, past=behind.past)
        if verdict.reason is Reason.NO_FIGURE and format_sdmx(as_of) not in listed:
            continue
        stored.append(store(facts, verdict, plans, behind))
    return stored


@dataclass(frozen=True, slots=True)
class Behind:
    """The figures of the record, as rows and as ``evaluate`` takes them, in the same order; statuses have no rows."""

    rows: Sequence[FigureRow] = ()
    figures: Sequence[Figure] = ()
    past: PastYears | None = None

    def list_judged(self, figure: Figure | None) -> list[int]:
        """Ids of the figures behind a verdict: the one that was chosen, or the parts that were added up."""
        return _list_judged(figure, self.rows, self.figures) if self.rows else []


def store(facts: TargetFacts, verdict: Verdict, plans: Sequence[PlanFacts], behind: Behind) -> Stored:
    """What is kept of a verdict on the primary plan; the plans beside it are judged by the same figure."""
    judged = behind.list_judged(verdict.figure)
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
        plan_id=next((plan.id for plan in plans if plan.is_primary), None),
        achievement=None if verdict.achievement is None else shorten(verdict.achievement * 100),
        expected=None if verdict.expected is None else shorten(verdict.expected),
        due=None if verdict.due is None else shorten(verdict.due.share * 100),
        growth=None if growth is None else shorten(growth.change),
        is_points=growth is not None and growth.is_points,
        arithmetic=_tell_arithmetic(facts, verdict, plans, behind),
        sentence_vi=tell(verdict, Language.VI, scheme=facts.scheme),
        sentence_en=tell(verdict, Language.EN, scheme=facts.scheme),
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
    facts: TargetFacts, verdict: Verdict, plans: Sequence[PlanFacts], behind: Behind
) -> dict[str, Any]:
    """The record of ``evaluate``, with the rows behind its figures, the sentences beside it and the other plans."""
    base, scheme = None if verdict.growth is None else verdict.growth.base, facts.scheme
    others = [
        (
            known,
            evaluate_plan(verdict.target, plan, behind.figures, as_of=verdict.as_of, scheme=scheme, past=behind.past),
        )
        for known, plan in zip(plans, verdict.target.plans, strict=False)
        if not known.is_primary
    ]
    both = [verdict, *(other for _, other in others)]
    return {
        **make_record(verdict),
        "figures": behind.list_judged(verdict.figure),
        "growth_figures": behind.list_judged(base),
        "growth_told": {language.value: tell_growth(verdict, language) for language in Language},
        "pace_told": {language.value: tell_pace(verdict, language) for language in Language},
        "forecast_told": {language.value: tell_forecast(verdict, language) for language in Language},
        "turns_told": {language.value: tell_turns(verdict, language, scheme=scheme) for language in Language},
        "plans_told": {language.value: tell_plans(both, language, scheme=scheme) for language in Language},
        "beside": [_tell_beside(known, other, facts) for known, other in others],
    }


def _tell_beside(plan: PlanFacts, verdict: Verdict, facts: TargetFacts) -> dict[str, Any]:
    """The verdict on a plan that does not decide: what it would be, with its sentence."""
    return {
        "plan": plan.id,
        "version": plan.version,
        "suggested": verdict.suggested.value,
        "reason": verdict.reason.value,
        "achievement": None if verdict.achievement is None else f"{shorten(verdict.achievement * 100):f}",
        "sentence": {language.value: tell(verdict, language, scheme=facts.scheme) for language in Language},
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
