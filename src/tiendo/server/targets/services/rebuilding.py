# SPDX-License-Identifier: Apache-2.0
"""Judging every stored target anew, part by part, while the server works.

Each part is a transaction of its own, so a figure that is saved meanwhile waits for one part at most, and what is done
stays done. Judging twice stores nothing twice. Not here: where the place is kept (``tiendo rebuild``).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.targets.data import Rebuilt
from tiendo.server.targets.models import Target
from tiendo.server.targets.services.evaluating import evaluate_targets

#: Targets of a part: a second or less of the lock of the database.
PART = 50


def rebuild_verdicts(*, scope: Scope, after: int = 0, size: int = PART) -> Iterator[Rebuilt]:
    """Judges all targets behind a place, in the order of their ids; the caller takes one part after the other.

    A part in which a verdict is new is an act of the record.

    Args:
        after: the ``place`` of the last part of a run that was stopped; 0 begins anew.
        size: targets of a part.

    Yields:
        How far it is, each time after a part is stored; nothing where there is nothing left.
    """
    done = Target.objects.filter(pk__lte=after).count()
    total = Target.objects.count()
    while ids := list(Target.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:size]):
        with transaction.atomic():
            fresh = evaluate_targets(ids)
            if fresh:
                detail = {"first": ids[0], "last": ids[-1], "new": fresh}
                record(Act("targets.rebuild", f"target:{ids[0]}", None, detail), actor=scope.actor)
        after, done = ids[-1], done + len(ids)
        yield Rebuilt(after, done, max(total, done), fresh)
