# SPDX-License-Identifier: Apache-2.0
"""What was known at a moment: rows that were recorded by then and had not ended."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from tiendo.server.support.refusals import Refusal
from tiendo.server.support.writing import write_day
from tiendo.server.targets.models import FormerTarget, Target

M = TypeVar("M", bound=Model)


def in_force(rows: QuerySet[M], moment: datetime | None) -> QuerySet[M]:
    """The rows in force; with a moment those that were in force then, whatever came after."""
    if moment is None:
        return rows.filter(ended_at__isnull=True)
    return rows.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=moment), recorded_at__lte=moment)


def recorded_by(rows: QuerySet[M], moment: datetime | None) -> QuerySet[M]:
    """The rows that had been recorded by a moment, in force or not; all of them without one."""
    return rows if moment is None else rows.filter(recorded_at__lte=moment)


def holds(ended_at: datetime | None, moment: datetime | None) -> bool:
    """Whether a row that was recorded by the moment was in force then."""
    return ended_at is None or (moment is not None and ended_at > moment)


def former_targets(targets: QuerySet[Target], moment: datetime) -> QuerySet[FormerTarget]:
    """What those of the targets were at a moment that have been changed since."""
    return FormerTarget.objects.filter(target__in=targets, recorded_at__lte=moment, ended_at__gt=moment)


def tell_as_known(target: Target, moment: datetime | None) -> Target:
    """The target as it was at a moment; it is not to be saved.

    Raises:
        Refusal: it was not there yet.
    """
    if moment is None or target.recorded_at <= moment:
        return target
    same = Target.objects.filter(pk=target.pk)
    former = former_targets(same, moment).select_related("indicator").first()
    if former is None:
        told = _("On %(day)s this target was not in the record yet.") % {"day": write_day(moment)}
        raise Refusal(told, field="as_of", status=404)
    for name in ("indicator", "lead_name", "position", "group", "name", "rule", "rule_detail", "cadence", "is_counted"):
        setattr(target, name, getattr(former, name))
    target.parent_id, target.lead_unit_id = former.parent_id, former.lead_unit_id
    return target
