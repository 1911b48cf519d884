# SPDX-License-Identifier: Apache-2.0
"""The target of a unit against those of the units below, same indicator and year: a fixed number of queries."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.db.models import QuerySet

from tiendo.evaluate import AllottedPlan, AllottedRow, Language, RuleKind, allot, tell_allotment, to_decimal
from tiendo.kernel.quantity import Quantity
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import keep_permitted, permitted
from tiendo.server.figures.data import RollUp
from tiendo.server.support.refusals import NotForYou
from tiendo.server.targets.data import AllotmentView, AllottedTarget, BoardRow
from tiendo.server.targets.models import Target
from tiendo.server.targets.queries.board import build_rows
from tiendo.server.targets.queries.facts import list_facts
from tiendo.server.targets.queries.known import tell_as_known
from tiendo.server.units.data import UnitRow
from tiendo.server.units.queries import list_children, name_units

_FAR = date(9999, 12, 31)
_ONE = Decimal(1)
_PLACES = 20


def allotment_view(target_id: int, scope: Scope, moment: datetime | None = None) -> AllotmentView:
    """A target and what the units right below its unit were given, as they stand on the last day of its time.

    Args:
        moment: what was known then is told; None is what is in force.

    Raises:
        NotForYou: there is no such target for this person.
        Refusal: it was not there yet at the moment.
    """
    target = permitted(Target.objects.select_related("indicator"), scope).filter(pk=target_id).first()
    if target is None:
        raise NotForYou
    target = tell_as_known(target, moment)
    facts = list_facts(Target.objects.filter(pk=target.pk))[0]
    last_on = facts.span.last_on
    every = list_children(target.unit_id, last_on)
    seen = keep_permitted([unit.id for unit in every], scope, Act.VIEW)
    units = [unit for unit in every if unit.id in seen]
    below = Target.objects.filter(
        unit_id__in=[unit.id for unit in units], indicator_id=target.indicator_id, year=target.year
    )
    own = build_rows(Target.objects.filter(pk=target.pk), target.year, _FAR, moment)[0]
    chosen, others = _choose(permitted(below, scope), own, target.year, moment)
    plans = [AllottedPlan(unit.name, _plan_of(chosen.get(unit.id))) for unit in units]
    is_summed = target.indicator.roll_up == RollUp.SUM
    found = allot(_plan_of(own), RuleKind(target.rule), plans, is_summed=is_summed)
    return AllotmentView(
        target_id=target.pk,
        number=target.number,
        name=target.name,
        unit_id=target.unit_id,
        unit_name=name_units([target.unit_id]).get(target.unit_id, ""),
        year=target.year,
        measure=own.plan_measure or own.measure,
        decimals=own.decimals,
        plan=own.plan_value,
        assigner=own.plan_assigner,
        allotment=found,
        rows=tuple(_row(unit, chosen.get(unit.id), row) for unit, row in zip(units, found.rows, strict=True)),
        sentence_vi=tell_allotment(found, Language.VI),
        sentence_en=tell_allotment(found, Language.EN),
        total=_to_decimal(found.total),
        rest=_to_decimal(found.rest),
        others=others,
        withheld=len(every) - len(units),
    )


def _choose(
    below: QuerySet[Target], own: BoardRow, year: int, moment: datetime | None
) -> tuple[dict[int, BoardRow], int]:
    """One target for each unit, that of the same rule before others, and how many are left over."""
    units = dict(below.values_list("pk", "unit_id"))
    rows = sorted(build_rows(below, year, _FAR, moment), key=lambda row: (row.rule != own.rule, row.position))
    chosen: dict[int, BoardRow] = {}
    for row in rows:
        chosen.setdefault(units[row.target_id], row)
    return chosen, len(rows) - len(chosen)


def _plan_of(row: BoardRow | None) -> Quantity | None:
    if row is None or row.plan_value is None:
        return None
    return Quantity(row.plan_value, row.plan_measure or row.measure, _ONE)


def _row(unit: UnitRow, target: BoardRow | None, row: AllottedRow) -> AllottedTarget:
    return AllottedTarget(
        unit_id=unit.id,
        unit_name=unit.name,
        target_id=None if target is None else target.target_id,
        value=_to_decimal(row.value),
        share=None if row.share is None else _to_decimal(row.share * 100),
        difference=_to_decimal(row.difference),
        is_laxer=row.is_as_strict is False,
        status="" if target is None else target.status,
    )


def _to_decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else to_decimal(value, _PLACES).normalize() + Decimal(0)
