# SPDX-License-Identifier: Apache-2.0
"""A person's word on a target, kept apart from what was computed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.evaluate import Status
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.models import Target, Verdict
from tiendo.server.targets.services.evaluating import evaluate_parents

_CONFLICT = 409
_REASON_LENGTH = 500


def decide_status(target_id: int, period: str, status: str, *, reason: str, row_version: int, scope: Scope) -> int:
    """Says what a target's status is, or (with an empty status) takes that word back.

    Args:
        period: of the verdict, in the text form of SDMX.
        status: a code of ``evaluate.Status``; it may differ from the computed one, then the reason says why.
        row_version: of the target, as it stood when the person saw it.

    Returns:
        The verdict in force.

    Raises:
        Refusal: no reason, nothing to decide on, or somebody else has decided since.
        NotForYou: the person may not decide on this target.
    """
    if status and status not in set(Status):
        raise Refusal(_("“%(status)s” is no status: choose one of the list.") % {"status": status}, field="status")
    with transaction.atomic():
        targets = permitted(Target.objects.all(), scope, Right.DECIDE).select_for_update()
        target = targets.filter(pk=target_id).first()
        if target is None:
            raise NotForYou
        verdicts = Verdict.objects.filter(target=target, period=period, is_current=True).select_related("decided_by")
        old = verdicts.select_for_update(of=("self",)).first()
        if old is None:
            raise Refusal(_("There is no figure for this period yet, so there is nothing to decide on."))
        _refuse_conflict(target, old, row_version)
        if not reason.strip() and status != old.suggested:
            raise Refusal(_("Give a reason: the status differs from the computed one."), field="reason")
        return _write(target, old, status, reason.strip()[:_REASON_LENGTH], scope)


def _refuse_conflict(target: Target, old: Verdict, row_version: int) -> None:
    if row_version == target.row_version:
        return
    who = "" if old.decided_by is None else old.decided_by.full_name
    sentence = (
        _("%(who)s has decided on “%(name)s” since you opened it: look at it again. Nothing was saved.")
        if who
        else _("“%(name)s” has changed since you opened it: look at it again. Nothing was saved.")
    )
    raise Refusal(sentence % {"who": who, "name": target.name}, status=_CONFLICT)


def _write(target: Target, old: Verdict, status: str, reason: str, scope: Scope) -> int:
    columns: dict[str, Any] = {
        field.attname: getattr(old, field.attname) for field in Verdict._meta.concrete_fields if not field.primary_key
    }
    now = timezone.now()
    columns |= {
        "final": status,
        "final_reason": reason,
        "decided_by_id": scope.actor.user_id,
        "decided_at": now,
        "recorded_at": now,
        "supersedes_id": old.pk,
    }
    Verdict.objects.filter(pk=old.pk).update(is_current=False, ended_at=now)
    row = Verdict(**columns)
    row.save()
    target.row_version += 1
    target.save(update_fields=["row_version"])
    detail = {
        "period": old.period,
        "suggested": old.suggested,
        "former": old.final,
        "final": status,
        "reason": reason,
    }
    record(Act("targets.decide", f"target:{target.pk}", target.unit_id, detail), actor=scope.actor)
    if target.parent_id is not None:
        evaluate_parents([target.pk])
    return row.pk
