# SPDX-License-Identifier: Apache-2.0
"""Setting how a unit classifies its targets of a year."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from tiendo.evaluate import Scheme
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import require
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.targets.models import Target, UnitScheme
from tiendo.server.targets.rules import pack_scheme
from tiendo.server.targets.services.evaluating import evaluate_targets


def set_scheme(unit_id: int, year: int, scheme: Scheme, *, scope: Scope) -> bool:
    """Sets a scheme and judges the targets of the year by it.

    Returns:
        Whether it is new; the same one a second time is not written.

    Raises:
        NotForYou: the person may not set targets for the unit.
    """
    require(scope, Right.SET_TARGET, unit_id)
    with transaction.atomic():
        if not write_scheme(unit_id, year, scheme, scope=scope):
            return False
        evaluate_targets(list(Target.objects.filter(unit_id=unit_id, year=year).values_list("pk", flat=True)))
    return True


def write_scheme(unit_id: int, year: int, scheme: Scheme, *, scope: Scope) -> bool:
    """The row of a scheme, without judging; whether it is new. The caller has asked for the right."""
    packed = pack_scheme(scheme)
    old = UnitScheme.objects.select_for_update().filter(unit_id=unit_id, year=year, is_current=True).first()
    if old is not None and old.definition == packed:
        return False
    now = timezone.now()
    if old is not None:
        UnitScheme.objects.filter(pk=old.pk).update(is_current=False, ended_at=now)
    UnitScheme.objects.create(
        unit_id=unit_id,
        year=year,
        code=scheme.code,
        definition=packed,
        recorded_at=now,
        recorded_by_id=scope.actor.user_id,
    )
    detail = {"year": year, "scheme": scheme.code, "former": "" if old is None else old.code}
    record(Act("targets.scheme", f"unit:{unit_id}", unit_id, detail), actor=scope.actor)
    return True
