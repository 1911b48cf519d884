# SPDX-License-Identifier: Apache-2.0
"""Targets with what is in force for them, as the rules take them: four queries for any number of targets."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from tiendo.evaluate import STANDARD, Direction, Nature, RuleKind, Scheme
from tiendo.kernel.quantity import Quantity
from tiendo.server.targets.data import Cadence, Deed
from tiendo.server.targets.models import Plan, Step, Target
from tiendo.server.targets.queries.schemes import find_schemes
from tiendo.server.targets.rules import PlanFacts, TargetFacts, unpack_detail

_ONE = Decimal(1)


def list_facts(targets: QuerySet[Target]) -> list[TargetFacts]:
    """The targets, ready to be judged."""
    rows = list(targets.select_related("indicator").order_by("unit_id", "year", "position"))
    ids = [row.pk for row in rows]
    plans: defaultdict[int, list[PlanFacts]] = defaultdict(list)
    for plan in Plan.objects.filter(target_id__in=ids).order_by("pk"):
        plans[plan.target_id].append(_plan_facts(plan))
    steps: defaultdict[int, list[tuple[date, Decimal]]] = defaultdict(list)
    for target_id, last_on, share in (
        Step.objects.filter(target_id__in=ids, ended_at__isnull=True)
        .order_by("last_on")
        .values_list("target_id", "last_on", "share")
    ):
        steps[target_id].append((last_on, share or Decimal(0)))
    schemes = find_schemes({(row.unit_id, row.year) for row in rows})
    return [_facts(row, plans[row.pk], steps[row.pk], schemes.get((row.unit_id, row.year), STANDARD)) for row in rows]


def _facts(row: Target, plans: list[PlanFacts], steps: list[tuple[date, Decimal]], scheme: Scheme) -> TargetFacts:
    indicator = row.indicator
    return TargetFacts(
        id=row.pk,
        unit_id=row.unit_id,
        indicator_id=row.indicator_id,
        name=row.name,
        name_en=indicator.name_en,
        year=row.year,
        rule=RuleKind(row.rule),
        detail=unpack_detail(row.rule_detail),
        measure=indicator.measure,
        nature=Nature(indicator.nature),
        direction=Direction(indicator.direction),
        decimals=indicator.decimals,
        is_collected_yearly=row.cadence == Cadence.YEAR,
        plans=tuple(plans),
        steps=tuple(steps),
        scheme=scheme,
        parent_id=row.parent_id,
    )


def _plan_facts(plan: Plan) -> PlanFacts:
    value, upper = (
        None if number is None else Quantity(number, plan.measure, plan.step or _ONE)
        for number in (plan.value, plan.upper)
    )
    return PlanFacts(
        id=plan.pk,
        value=value,
        upper=upper,
        assigner=plan.assigner,
        act=plan.act,
        is_primary=plan.is_primary,
        decided_on=plan.decided_on,
        version=plan.version,
        is_current=plan.is_current,
        deed=Deed(plan.deed),
    )
