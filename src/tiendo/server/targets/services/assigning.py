# SPDX-License-Identifier: Apache-2.0
"""Setting a target, and changing one as the row stood when it was read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.evaluate import EvaluateError
from tiendo.kernel.period import PeriodError
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import require
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.figures.data import IndicatorRow
from tiendo.server.figures.queries import find_indicator
from tiendo.server.support.refusals import Refusal
from tiendo.server.targets.data import TargetInput
from tiendo.server.targets.models import FormerTarget, Target, TargetColumns
from tiendo.server.targets.queries import list_facts
from tiendo.server.targets.rules import TargetFacts, pack_detail, to_target
from tiendo.server.targets.services.evaluating import evaluate_targets

_CONFLICT = 409
_YEARS = range(2000, 2101)


def assign_target(given: TargetInput, *, scope: Scope, row_version: int | None = None) -> int:
    """Sets a target for a unit and a year.

    Args:
        row_version: of the target that bears this number already, when it is to be changed.

    Returns:
        Its id; when the same target is there already, nothing is written.

    Raises:
        Refusal: the number is taken, somebody has changed the target since, or it contradicts itself.
        NotForYou: the person may not set targets for the unit.
    """
    require(scope, Right.SET_TARGET, given.unit_id)
    with transaction.atomic():
        target_id, is_changed = write_target(given, scope=scope, row_version=row_version)
        if is_changed:
            evaluate_targets([target_id])
    return target_id


def write_target(given: TargetInput, *, scope: Scope, row_version: int | None = None) -> tuple[int, bool]:
    """The row of a target, without judging it; the caller has asked for the right.

    Returns:
        Its id, and whether it is new or changed.
    """
    indicator = _get_indicator(given)
    columns = _columns(given, indicator)
    now = timezone.now()
    old = Target.objects.select_for_update().filter(unit_id=given.unit_id, year=given.year, number=given.number).first()
    if old is None:
        row = Target.objects.create(
            unit_id=given.unit_id, year=given.year, number=given.number, recorded_at=now, **columns
        )
        detail: dict[str, Any] = {}
    else:
        changes = {name: value for name, value in columns.items() if getattr(old, name) != value}
        left = old.parent_id if "parent_id" in changes else None
        if not changes:
            return old.pk, False
        _refuse_change(old, given, row_version)
        detail = {"former": {name: str(getattr(old, name)) for name in changes}}
        _keep_former(old, now)
        for name, value in changes.items():
            setattr(old, name, value)
        old.row_version += 1
        old.recorded_at = now
        old.save()
        row = old
        if left is not None:  # it lost a component
            evaluate_targets([left])
    _check(row)
    detail |= {"indicator": given.indicator, "year": given.year, "number": given.number, "name": given.name}
    record(Act("targets.assign", f"target:{row.pk}", given.unit_id, detail), actor=scope.actor)
    return row.pk, True


def _keep_former(old: Target, now: datetime) -> None:
    """What the target was until now; pages of former days tell it so."""
    columns = {field.attname: getattr(old, field.attname) for field in TargetColumns._meta.concrete_fields}
    FormerTarget.objects.create(target=old, parent_id=old.parent_id, ended_at=now, **columns)


def _get_indicator(given: TargetInput) -> IndicatorRow:
    found = find_indicator(given.indicator)
    if found is None:
        raise Refusal(
            _("The catalogue has no indicator “%(code)s”: load its pack, or choose another one.")
            % {"code": given.indicator},
            field="indicator",
        )
    if not given.number.strip() or not given.name.strip() or given.year not in _YEARS:
        raise Refusal(_("A target needs a number, a name and a year."), field="number")
    return found


def _columns(given: TargetInput, indicator: IndicatorRow) -> dict[str, Any]:
    mates = Target.objects.filter(unit_id=given.unit_id, year=given.year)
    parent_id = None
    if given.parent_number:
        parent_id = mates.filter(number=given.parent_number).values_list("pk", flat=True).first()
        if parent_id is None or given.parent_number == given.number:
            raise Refusal(
                _("There is no target %(number)s that this could be a component of: set that one first.")
                % {"number": given.parent_number},
                field="parent",
            )
    position = given.position or _next_position(mates.filter(number=given.number), mates)
    return {
        "indicator_id": indicator.id,
        "parent_id": parent_id,
        "lead_unit_id": given.lead_unit_id,
        "lead_name": given.lead_name,
        "position": position,
        "group": given.group,
        "name": given.name.strip(),
        "rule": given.rule.value,
        "rule_detail": pack_detail(given.detail),
        "cadence": given.cadence.value,
        "is_counted": given.is_counted,
    }


def _next_position(same: Any, mates: Any) -> int:
    own = same.values_list("position", flat=True).first()
    return int(own or (mates.aggregate(last=Max("position"))["last"] or 0) + 1)


def _refuse_change(old: Target, given: TargetInput, row_version: int | None) -> None:
    told = {"number": given.number, "name": old.name}
    if row_version is None:
        raise Refusal(
            _("The number %(number)s is that of “%(name)s”: choose another number, or change that target.") % told,
            field="number",
            status=_CONFLICT,
        )
    if row_version != old.row_version:
        raise Refusal(
            _("Somebody has changed “%(name)s” since you opened it: look at it again. Nothing was saved.") % told,
            status=_CONFLICT,
        )


def _check(row: Target) -> None:
    """Whether the target can be judged at all; ``evaluate`` says what contradicts itself."""
    facts = list_facts(Target.objects.filter(pk=row.pk))[0]
    check_facts(facts)


def check_facts(facts: TargetFacts) -> None:
    """Raises ``Refusal`` with the sentence of ``evaluate`` when rule, plans and phasing do not fit."""
    try:
        to_target(facts, (), facts.span)
    except (EvaluateError, PeriodError, ValueError) as error:
        raise Refusal(str(error)) from error
