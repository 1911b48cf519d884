# SPDX-License-Identifier: Apache-2.0
"""Verdicts in force, or as they were known at a moment, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.targets.data import VerdictRow
from tiendo.server.targets.models import Verdict
from tiendo.server.targets.queries.detail import to_verdict_row
from tiendo.server.targets.queries.known import in_force


@dataclass(frozen=True, slots=True)
class VerdictWish:
    """Which verdicts are asked for; what is empty narrows nothing.

    Attributes:
        period: in the text form of SDMX.
        as_of: what was known at this moment, whatever was computed or decided since; None is what is in force.
        after: only verdicts behind this one.
    """

    unit_id: int | None = None
    year: int | None = None
    target_id: int | None = None
    period: str = ""
    as_of: datetime | None = None
    after: int = 0


def list_verdicts(scope: Scope, wish: VerdictWish, size: int) -> list[tuple[int, VerdictRow]]:
    """So many verdicts at most, each with its target, in the order in which they were made; one query."""
    rows = in_force(permitted(Verdict.objects.all(), scope, unit="target__unit"), wish.as_of).filter(pk__gt=wish.after)
    narrowed = {
        "target__unit_id": wish.unit_id,
        "target__year": wish.year,
        "target_id": wish.target_id,
        "period": wish.period,
    }
    rows = rows.filter(**{column: value for column, value in narrowed.items() if value})
    return [
        (row.target_id, to_verdict_row(row, wish.as_of))
        for row in rows.select_related("decided_by").order_by("pk")[:size]
    ]
