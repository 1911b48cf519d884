# SPDX-License-Identifier: Apache-2.0
"""One target with its plans, phasing, verdicts, figures and components: a fixed number of queries."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may, permitted
from tiendo.server.figures.data import FigureRow, IndicatorRow
from tiendo.server.figures.queries import figures_as_of, find_indicator, list_for_evaluation
from tiendo.server.support.refusals import NotForYou
from tiendo.server.targets.data import Deed, PhaseInput, PlanRow, TargetDetail, VerdictRow
from tiendo.server.targets.models import Plan, Target, Verdict
from tiendo.server.targets.queries.board import build_rows
from tiendo.server.targets.queries.facts import list_facts
from tiendo.server.targets.queries.known import holds, in_force, recorded_by, tell_as_known
from tiendo.server.targets.rules import TargetFacts, first_day_needed, unpack_detail
from tiendo.server.units.queries import name_units

_FAR = date(9999, 12, 31)


def find_target(unit_id: int, year: int, indicator: str, scope: Scope) -> int | None:
    """The target of an indicator: the first one in the order of the resolution.

    Args:
        indicator: its code.
    """
    rows = permitted(Target.objects.filter(unit_id=unit_id, year=year, indicator__code=indicator), scope)
    return rows.order_by("position").values_list("pk", flat=True).first()


def target_detail(
    target_id: int, scope: Scope, *, last_on: date = _FAR, moment: datetime | None = None
) -> TargetDetail:
    """One target.

    Args:
        last_on: last day of the report that is looked at.
        moment: what was known then is told, and nothing can be done about it; None is what is in force.

    Raises:
        NotForYou: there is none for this person.
        Refusal: it was not there yet at the moment.
    """
    target = permitted(Target.objects.select_related("indicator"), scope).filter(pk=target_id).first()
    if target is None:
        raise NotForYou
    target = tell_as_known(target, moment)
    facts = list_facts(Target.objects.filter(pk=target_id))[0]
    family = Target.objects.filter(pk=target_id) | Target.objects.filter(parent_id=target_id)
    rows = build_rows(family, target.year, last_on, moment)
    plans = [
        _plan_row(plan, moment)
        for plan in recorded_by(target.plans.all(), moment).select_related("recorded_by").order_by("-is_primary", "-pk")
    ]
    verdicts = [
        to_verdict_row(row, moment)
        for row in recorded_by(target.verdicts.all(), moment).select_related("decided_by").order_by("last_on", "pk")
    ]
    return TargetDetail(
        row=next(row for row in rows if row.target_id == target_id),
        unit_id=target.unit_id,
        unit_name=name_units([target.unit_id]).get(target.unit_id, ""),
        year=target.year,
        detail=unpack_detail(target.rule_detail),
        indicator=_get_indicator(target),
        plans=tuple(plan for plan in plans if plan.is_current),
        former_plans=tuple(sorted((p for p in plans if not p.is_current), key=lambda p: p.id, reverse=True)),
        steps=tuple(
            PhaseInput(step.last_on, step.share or Decimal(0), step.note)
            for step in in_force(target.steps.all(), moment).order_by("last_on")
        ),
        verdicts=tuple(row for row in verdicts if row.is_current),
        former_verdicts=tuple(sorted((v for v in verdicts if not v.is_current), key=lambda v: v.id, reverse=True)),
        figures=tuple(_list_figures(facts, target.indicator.code, scope, moment)),
        components=tuple(row for row in rows if row.target_id != target_id),
        may_decide=moment is None and may(scope, Act.DECIDE, target.unit_id),
        may_set=moment is None and may(scope, Act.SET_TARGET, target.unit_id),
    )


def _list_figures(facts: TargetFacts, indicator: str, scope: Scope, moment: datetime | None) -> list[FigureRow]:
    first_on, last_on = first_day_needed(facts), facts.span.last_on
    if moment is None:
        return list_for_evaluation([facts.indicator_id], [facts.unit_id], first_on, last_on)
    known = figures_as_of(moment, facts.unit_id, scope, indicator=indicator)
    return [row for row in known if first_on <= row.period.first_on and row.period.last_on <= last_on]


def _get_indicator(target: Target) -> IndicatorRow:
    found = find_indicator(target.indicator.code)
    if found is None:
        raise NotForYou
    return found


def _plan_row(row: Plan, moment: datetime | None) -> PlanRow:
    return PlanRow(
        id=row.pk,
        target_id=row.target_id,
        assigner=row.assigner,
        act=row.act,
        clause=row.clause,
        decided_on=row.decided_on,
        is_primary=row.is_primary,
        version=row.version,
        is_current=holds(row.ended_at, moment),
        value=row.value,
        upper=row.upper,
        measure=row.measure,
        document_id=row.document_id,
        anchor=row.anchor,
        quote=row.quote,
        printed=row.printed,
        deed=Deed(row.deed),
        note=row.note,
        recorded_at=row.recorded_at,
        recorded_by="" if row.recorded_by is None else row.recorded_by.full_name,
    )


def to_verdict_row(row: Verdict, moment: datetime | None) -> VerdictRow:
    """A stored verdict as plain data; with a moment, in force if it was in force then."""
    return VerdictRow(
        id=row.pk,
        period=row.period,
        last_on=row.last_on,
        suggested=row.suggested,
        reason=row.reason,
        actual=row.actual,
        qualifier=row.qualifier,
        is_estimate=row.is_estimate,
        observation_id=row.observation_id,
        achievement=row.achievement,
        expected=row.expected,
        due=row.due,
        growth=row.growth,
        is_points=row.is_points,
        arithmetic=row.arithmetic,
        sentence_vi=row.sentence_vi,
        sentence_en=row.sentence_en,
        evaluated_at=row.evaluated_at,
        final=row.final,
        final_reason=row.final_reason,
        decided_by="" if row.decided_by is None else row.decided_by.full_name,
        decided_at=row.decided_at,
        is_current=holds(row.ended_at, moment),
    )
