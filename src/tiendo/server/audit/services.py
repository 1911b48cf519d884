# SPDX-License-Identifier: Apache-2.0
"""Writing the record: always in the transaction of the act itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from tiendo.server.audit.data import Act, Actor
from tiendo.server.audit.models import Head
from tiendo.server.audit.rules import compute_hash
from tiendo.server.support.rows import insert, moment

_COLUMNS = ("id", "at", "user_id", "user_name", "verb", "subject", "unit_id", "detail", "previous", "hash")


def record(act: Act, *, actor: Actor) -> int:
    """Adds one act to the record and returns its number."""
    return record_many([act], actor=actor)


def record_many(acts: Sequence[Act], *, actor: Actor) -> int:
    """Adds acts in order, in one statement, and returns the number of the last (0 when there was none).

    Raises:
        django.db.transaction.TransactionManagementError: outside a transaction, for an act without its record, or a
            record without its act, must not be possible.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an act is recorded in the transaction that does it")
    if not acts:
        return 0
    head, _ = Head.objects.select_for_update().get_or_create(id=1)
    at = timezone.now()
    stored_at, rows = moment(at), []
    for act in acts:
        head.count += 1
        values = {
            "id": head.count,
            "at": at,
            "user_id": actor.user_id,
            "user_name": actor.name,
            "verb": act.verb,
            "subject": act.subject,
            "unit_id": act.unit_id,
            "detail": act.detail,
        }
        digest = compute_hash(values, head.hash)
        detail = json.dumps(act.detail, ensure_ascii=False)
        rows.append((*(values | {"at": stored_at, "detail": detail}).values(), head.hash, digest))
        head.hash = digest
    insert("audit_event", _COLUMNS, rows)
    head.save()
    return head.count
