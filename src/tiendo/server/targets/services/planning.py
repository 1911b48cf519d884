# SPDX-License-Identifier: Apache-2.0
"""Plans and phasing of a target: a change is a new version, the old one stays readable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.evaluate import COMPONENTS_UNIT, RuleKind
from tiendo.evaluate.data import CHANGES
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import UnitError, convert
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.data import Deed, PhaseInput, PlanInput
from tiendo.server.targets.models import Plan, Step, Target
from tiendo.server.targets.queries import list_facts
from tiendo.server.targets.services.assigning import check_facts
from tiendo.server.targets.services.evaluating import evaluate_targets

_CONFLICT = 409
_NOTE_LENGTH = 500
#: What makes two plans the same.
_SAME = (
    "assigner", "act", "clause", "decided_on", "is_primary", "value", "upper", "step", "measure",
    "document_id", "anchor",
)  # fmt: skip


def set_plan(given: PlanInput, *, scope: Scope) -> int:
    """Sets what a target has to reach. The plan of the same assigner that was in force stays as a former version.

    When another assigner's plan becomes the primary one, the one that was primary stands beside it from now on.

    Returns:
        Id of the plan in force; when the same one is in force already, nothing is written.

    Raises:
        Refusal: the value does not fit the rule or the indicator.
        NotForYou: the person may not set plans for this target.
    """
    with transaction.atomic():
        plan_id, is_changed = write_plan(given, scope=scope)
        if is_changed:
            evaluate_targets([given.target_id])
    return plan_id


def write_plan(given: PlanInput, *, scope: Scope) -> tuple[int, bool]:
    """The rows of a plan, without judging the target.

    Returns:
        Id of the plan in force, and whether it is new.
    """
    target = _get_target(given.target_id, scope)
    row = _make_plan(given, target, scope)
    current = list(target.plans.select_for_update().filter(is_current=True))
    same = next((plan for plan in current if all(getattr(plan, name) == getattr(row, name) for name in _SAME)), None)
    if same is not None:
        return same.pk, False
    own = next((plan for plan in current if plan.assigner == row.assigner), None)
    primary = next((plan for plan in current if plan.is_primary and row.is_primary and plan is not own), None)
    _end([plan for plan in (own, primary) if plan is not None], row.recorded_at)
    row.version = _next_version(target, row.assigner)
    row.save()
    if primary is not None:
        _copy(primary, scope, deed=Deed.ASIDE, is_primary=False, recorded_at=row.recorded_at)
    _check(target)
    detail: dict[str, Any] = {"assigner": row.assigner, "value": _print(row), "version": row.version, "act": row.act}
    if own is not None:
        detail["former_value"] = _print(own)
    record(Act("targets.plan", f"target:{target.pk}", target.unit_id, detail), actor=scope.actor)
    return row.pk, True


def withdraw_plan(plan_id: int, *, reason: str, scope: Scope) -> int | None:
    """Takes a plan in force back: the former version of the same assigner comes back as a new one, or none is left.

    Returns:
        The plan of that assigner that is in force now, or None.

    Raises:
        Refusal: no reason, or the plan is not in force any more.
        NotForYou: there is no such plan for this person.
    """
    if not reason.strip():
        raise Refusal(_("Give a reason: it stays beside the former plan."), field="reason")
    note = reason.strip()[:_NOTE_LENGTH]
    with transaction.atomic():
        rows = permitted(Plan.objects.select_related("target"), scope, Right.SET_TARGET, unit="target__unit")
        old = rows.filter(pk=plan_id).first()
        if old is None:
            raise NotForYou
        if not old.is_current:
            raise Refusal(_("Another plan has been in force since: look at it, then decide again."), status=_CONFLICT)
        now = timezone.now()
        _end([old], now)
        former, told = _find_former(old), {"deed": Deed.WITHDRAW, "note": note, "recorded_at": now}
        if former is None:
            _copy(old, scope, is_current=False, ended_at=now, value=None, upper=None, **told)
            restored = None
            _promote(old, scope, note, now)
        else:
            restored = _copy(former, scope, is_primary=old.is_primary, **told)
        detail = {"value": _print(old), "assigner": old.assigner, "reason": note}
        record(Act("targets.withdraw_plan", f"target:{old.target_id}", old.target.unit_id, detail), actor=scope.actor)
        evaluate_targets([old.target_id])
    return None if restored is None else restored.pk


def _end(plans: Sequence[Plan], now: datetime) -> None:
    Plan.objects.filter(pk__in=[plan.pk for plan in plans]).update(is_current=False, ended_at=now)


def _promote(gone: Plan, scope: Scope, note: str, now: datetime) -> None:
    """The plan that had to step aside for one that is withdrawn decides again."""
    if not gone.is_primary:
        return
    aside = Plan.objects.filter(target_id=gone.target_id, is_current=True, deed=Deed.ASIDE).order_by("-pk").first()
    if aside is not None:
        _end([aside], now)
        _copy(aside, scope, deed=Deed.ASIDE, is_primary=True, note=note, recorded_at=now)


def set_phasing(target_id: int, steps: Sequence[PhaseInput], *, scope: Scope) -> None:
    """States how much of the plan is due when; no steps takes the statement back.

    Raises:
        Refusal: the steps fall, or stand outside the year.
        NotForYou: the person may not set plans for this target.
    """
    with transaction.atomic():
        if write_phasing(target_id, steps, scope=scope):
            evaluate_targets([target_id])


def write_phasing(target_id: int, steps: Sequence[PhaseInput], *, scope: Scope) -> bool:
    """The rows of a phasing, without judging the target; whether they are new."""
    target = _get_target(target_id, scope)
    in_force = target.steps.filter(ended_at__isnull=True)
    former = [(step.last_on, step.share, step.note) for step in in_force.order_by("last_on")]
    wanted = [(step.last_on, step.share, step.note) for step in sorted(steps, key=lambda step: step.last_on)]
    if former == wanted:
        return False
    if any(not 0 <= share <= 1 for _day, share, _note in wanted):
        raise Refusal(_("A share of the plan lies between 0 and 100 %."), field="share")
    now = timezone.now()
    in_force.update(ended_at=now)
    Step.objects.bulk_create(
        Step(target=target, last_on=last_on, share=share, note=note, recorded_at=now) for last_on, share, note in wanted
    )
    _check(target)
    told = [[(last_on.isoformat(), f"{share:f}") for last_on, share, _note in rows] for rows in (former, wanted)]
    detail = {"former": told[0], "steps": told[1]}
    record(Act("targets.phasing", f"target:{target.pk}", target.unit_id, detail), actor=scope.actor)
    return True


def _get_target(target_id: int, scope: Scope) -> Target:
    rows = permitted(Target.objects.select_related("indicator"), scope, Right.SET_TARGET)
    found = rows.select_for_update(of=("self",)).filter(pk=target_id).first()
    if found is None:
        raise NotForYou
    return found


def _make_plan(given: PlanInput, target: Target, scope: Scope) -> Plan:
    value, upper = (None if one is None else _fit(one, target) for one in (given.value, given.upper))
    return Plan(
        target=target,
        assigner=given.assigner.strip(),
        act=given.act.strip(),
        clause=given.clause.strip(),
        decided_on=given.decided_on,
        is_primary=given.is_primary,
        value=None if value is None else value.value,
        upper=None if upper is None else upper.value,
        step=None if value is None else value.step,
        measure=target.indicator.measure if value is None else value.unit,
        source=given.source.kind,
        document_id=given.source.document_id,
        anchor=given.source.anchor,
        quote=given.source.quote,
        printed=given.source.printed[:200],
        note=given.note[:_NOTE_LENGTH],
        recorded_at=timezone.now(),
        recorded_by_id=scope.actor.user_id,
    )


def _fit(given: Quantity, target: Target) -> Quantity:
    """The planned value in the unit of the indicator; that of a change stays in its own ("75 %", "1,5 điểm %")."""
    rule, measure = RuleKind(target.rule), target.indicator.measure
    if rule in CHANGES:
        is_points = rule in (RuleKind.REDUCE_BY_POINTS, RuleKind.INCREASE_BY_POINTS)
        measure = "điểm %" if is_points and measure == "%" else measure if is_points else "%"
    elif rule is RuleKind.COMPONENTS:
        measure = COMPONENTS_UNIT
    try:
        return given if given.unit == measure else convert(given, measure)
    except UnitError as error:
        told = {"name": target.name, "measure": measure, "given": given.unit}
        raise Refusal(
            _("The plan of “%(name)s” is told in %(measure)s, and “%(given)s” measures something else: correct it.")
            % told,
            field="value",
        ) from error


def _next_version(target: Target, assigner: str) -> int:
    versions = target.plans.filter(assigner=assigner).values_list("version", flat=True)
    return max(versions, default=0) + 1


def _copy(plan: Plan, scope: Scope, **changes: Any) -> Plan:
    """The same plan as a new row; the changes say when it was recorded."""
    columns = {field.attname: getattr(plan, field.attname) for field in Plan._meta.concrete_fields}
    del columns["id"]
    columns |= {"is_current": True, "ended_at": None, "note": "", "recorded_by_id": scope.actor.user_id, **changes}
    columns["version"] = _next_version(plan.target, plan.assigner)
    row = Plan(**columns)
    row.save()
    return row


def _find_former(old: Plan) -> Plan | None:
    """The plan of the same assigner that was in force before; what was withdrawn never comes back."""
    standing: list[Plan] = []
    for row in Plan.objects.filter(target_id=old.target_id, assigner=old.assigner).order_by("version"):
        if row.deed == Deed.SET:
            standing.append(row)
        elif row.deed == Deed.WITHDRAW and standing:
            standing.pop()
    return standing[-2] if len(standing) > 1 else None


def _check(target: Target) -> None:
    check_facts(list_facts(Target.objects.filter(pk=target.pk))[0])


def _print(plan: Plan) -> str:
    numbers = "–".join(f"{value:f}" for value in (plan.value, plan.upper) if value is not None)
    return f"{numbers} {plan.measure}".strip() if numbers else ""
