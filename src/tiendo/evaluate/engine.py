# SPDX-License-Identifier: Apache-2.0
"""A target and its figures → a verdict: the reference engine, made to be read.

What is here: the order of the questions. Not here: the rules (``families``), thresholds (``schemes``), words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tiendo.evaluate.choosing import Shelf, begins_after, ends_by, find_figure, needed_period
from tiendo.evaluate.data import EvaluateError, Figure, Missing, Plan, RuleKind, Status, Target
from tiendo.evaluate.families.answers import judge_answer
from tiendo.evaluate.families.ceilings import judge_ceiling
from tiendo.evaluate.families.changes import judge_change
from tiendo.evaluate.families.components import judge_components
from tiendo.evaluate.families.floors import judge_floor
from tiendo.evaluate.families.question import CannotJudgeError, Judged, Question
from tiendo.evaluate.families.ranges import judge_range
from tiendo.evaluate.outlook import compute_forecast, compute_growth, compute_pace, find_turns
from tiendo.evaluate.phasing import due_at
from tiendo.evaluate.schemes import STANDARD, Scheme
from tiendo.evaluate.seasons import nature_in_time
from tiendo.evaluate.verdict import Note, Reason, Verdict
from tiendo.kernel.period import Period, compare_periods
from tiendo.kernel.units import UnitError

_FAMILIES: dict[RuleKind, Callable[[Question], Judged]] = {
    RuleKind.AT_LEAST: judge_floor,
    RuleKind.MORE_THAN: judge_floor,
    RuleKind.SHARE_OF_UNITS: judge_floor,
    RuleKind.AT_MOST: judge_ceiling,
    RuleKind.LESS_THAN: judge_ceiling,
    RuleKind.ZERO: judge_ceiling,
    RuleKind.BETWEEN: judge_range,
    RuleKind.ABOUT: judge_range,
    RuleKind.REDUCE_BY_PERCENT: judge_change,
    RuleKind.INCREASE_BY_PERCENT: judge_change,
    RuleKind.REDUCE_BY_POINTS: judge_change,
    RuleKind.INCREASE_BY_POINTS: judge_change,
    RuleKind.YES_NO: judge_answer,
    RuleKind.COMPONENTS: judge_components,
}
#: What each status says of its reason.
REASONS = {
    Status.EXCEEDED: Reason.BETTER,
    Status.ACHIEVED: Reason.SATISFIED,
    Status.NOT_ACHIEVED: Reason.NOT_SATISFIED,
    Status.ON_TRACK: Reason.PACE_KEPT,
    Status.LIKELY: Reason.IN_BAND,
    Status.PARTIAL: Reason.IN_BAND,  # of components: some are met
    Status.AT_RISK: Reason.BEHIND,
    Status.UNCLASSIFIED: Reason.NO_CLASS,
}
_MISSING = {
    Missing.NOT_DUE: Reason.NOT_DUE,
    Missing.NOT_REPORTED: Reason.NOT_REPORTED,
    Missing.NOT_APPLICABLE: Reason.NOT_APPLICABLE,
    Missing.NOT_RESTATED: Reason.NOT_RESTATED,
}
#: Somebody must act: a figure is owed or wrong. All other reasons lie in the matter itself.
SOMEBODY_MUST_ACT = {
    Reason.NO_FIGURE,
    Reason.NOT_REPORTED,
    Reason.UNITS_DIFFER,
    Reason.NO_COMPONENTS,
    Reason.WRONG_FORM,
}


def evaluate_target(target: Target, figures: Iterable[Figure], *, as_of: Period, scheme: Scheme = STANDARD) -> Verdict:
    """The verdict on the primary plan.

    Args:
        target: with one primary plan.
        figures: results of this target, any periods, the same period of the year before among them; a flow may come in
            parts (months, quarters), which are summed.
        as_of: the period of the report; its end is the cut-off.
        scheme: how the locality classifies.

    Returns:
        Always a verdict: what cannot be judged says why.

    Examples:
        >>> from decimal import Decimal
        >>> from tiendo.evaluate.data import Rule
        >>> from tiendo.kernel.quantity import Quantity
        >>> rule, plan = Rule(RuleKind.AT_LEAST), Plan(Quantity(Decimal(320), "đảng viên"))
        >>> target = Target("members", "Kết nạp đảng viên", Period.year(2023), rule, (plan,))
        >>> result = Figure(Period.year(2023), Quantity(Decimal(217), "đảng viên"))
        >>> verdict = evaluate_target(target, [result], as_of=Period.year(2023))
        >>> verdict.achievement_pct, verdict.suggested.value
        (Decimal('67.8125'), 'not_achieved')
    """
    return evaluate_plan(target, target.primary, figures, as_of=as_of, scheme=scheme)


def evaluate_plans(
    target: Target, figures: Iterable[Figure], *, as_of: Period, scheme: Scheme = STANDARD
) -> tuple[Verdict, ...]:
    """One verdict per plan, in the order of the target: "đạt 121 % dự toán tỉnh giao, 111 % dự toán phường giao"."""
    listed = Shelf.of(figures)
    return tuple(evaluate_plan(target, plan, listed, as_of=as_of, scheme=scheme) for plan in target.plans)


def evaluate_plan(
    target: Target, plan: Plan, figures: Iterable[Figure], *, as_of: Period, scheme: Scheme = STANDARD
) -> Verdict:
    """The verdict on one plan; see ``evaluate_target``."""
    listed = Shelf.of(figures)
    is_final = ends_by(target.span, as_of)
    if begins_after(target.span, as_of):
        return _decline(target, plan, as_of, scheme, Reason.NOT_DUE)
    needed = needed_period(target.span, as_of)
    try:
        figure = find_figure(listed, needed, nature_in_time(target))
    except UnitError:
        return _decline(target, plan, as_of, scheme, Reason.UNITS_DIFFER)
    except EvaluateError:
        return _decline(target, plan, as_of, scheme, Reason.WRONG_FORM)
    if figure is None or figure.missing is not None:
        return _decline(target, plan, as_of, scheme, _why_missing(target, figure, needed), figure)
    due = None if is_final else due_at(target, needed)
    question = Question(target, plan, figure, scheme, is_final, due)
    try:
        judged = _FAMILIES[question.kind](question)
    except CannotJudgeError as declined:
        return _decline(target, plan, as_of, scheme, declined.reason, figure)
    return _conclude(question, judged, as_of, _Beside(listed, needed))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the figure: the others, and the stretch of time that it answers for."""

    figures: Sequence[Figure]
    needed: Period


def _conclude(question: Question, judged: Judged, as_of: Period, beside: _Beside) -> Verdict:
    target, plan, figure = question.target, question.plan, question.figure
    possible = judged.ladder.list_possible(judged.measured.reach)
    suggested, reason = _decide(question, judged, possible)
    return Verdict(
        target=target,
        plan=plan,
        as_of=as_of,
        is_final=question.is_final,
        suggested=suggested,
        reason=reason,
        scheme=question.scheme.code,
        figure=figure,
        possible=possible,
        measured=judged.measured,
        achievement=judged.achievement,
        margin=judged.margin,
        due=question.due,
        expected=judged.expected,
        growth=compute_growth(question, beside.figures, beside.needed),
        pace=compute_pace(question, judged.measured, beside.needed),
        forecast=compute_forecast(question, judged.measured, beside.figures, beside.needed),
        turns=find_turns(question, judged.ladder, judged.measured),
        tolerance=judged.tolerance,
        ladder=judged.ladder,
        steps=judged.steps,
        notes=(Note.MIXED_REGIMES,) if compare_periods(figure.period, as_of).is_mixed else (),
    )


def _decline(
    target: Target, plan: Plan, as_of: Period, scheme: Scheme, reason: Reason, figure: Figure | None = None
) -> Verdict:
    status = Status.UNCLASSIFIED if reason in SOMEBODY_MUST_ACT else Status.NOT_ASSESSABLE
    is_final = ends_by(target.span, as_of)
    return Verdict(target, plan, as_of, is_final, status, reason, scheme.code, figure, (status,))


def _why_missing(target: Target, figure: Figure | None, needed: Period) -> Reason:
    if figure is not None and figure.missing is not None:
        return _MISSING[figure.missing]
    is_year_over = needed.months is not None and (needed.months[1] + 1) % 12 == 0
    if target.is_collected_yearly and not is_year_over:
        return Reason.COLLECTED_YEARLY
    return Reason.NO_FIGURE


def _decide(question: Question, judged: Judged, possible: Sequence[Status]) -> tuple[Status, Reason]:
    if len(possible) != 1:
        return Status.UNCLASSIFIED, Reason.UNDECIDED
    status = possible[0]
    value = judged.measured.value
    is_below_all = value is None or not any(rung.is_reached_by(value) for rung in judged.ladder.rungs)
    if is_below_all and status is question.scheme.otherwise and question.due is None and not question.is_final:
        return Status.UNCLASSIFIED, Reason.NO_PHASING
    return status, REASONS[status]
