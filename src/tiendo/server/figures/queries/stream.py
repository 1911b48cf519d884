# SPDX-License-Identifier: Apache-2.0
"""Figures in the order in which they were recorded, part by part: for other systems that take all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.figures.data import FigureRow
from tiendo.server.figures.models import Indicator, Observation
from tiendo.server.figures.queries.figures import known_rows, to_row
from tiendo.server.units.queries import list_below


@dataclass(frozen=True, slots=True)
class StreamWish:
    """Which figures are asked for; what is empty narrows nothing.

    Attributes:
        below: with the units that are or ever were under the unit.
        period: in the text form of SDMX.
        ends_from, ends_to: last days of periods, both included.
        as_of: what was known at this moment; None is what is in force.
        after: only figures behind this one.
    """

    unit_id: int | None = None
    below: bool = False
    indicator: str = ""
    period: str = ""
    regime: str = ""
    status: str = ""
    ends_from: date | None = None
    ends_to: date | None = None
    as_of: datetime | None = None
    recorded_after: datetime | None = None
    after: int = 0


def list_measures(codes: Iterable[str]) -> dict[str, str]:
    """Units of measure by code of the indicator; codes that the catalogue has not are left out. One query."""
    return dict(Indicator.objects.filter(code__in=set(codes)).values_list("code", "measure"))


def list_superseded(figure_ids: Iterable[int], scope: Scope) -> dict[int, int | None]:
    """Which figure each of these has superseded; those that the person may not see are left out. One query."""
    rows = permitted(Observation.objects.filter(pk__in=list(figure_ids)), scope)
    return dict(rows.values_list("pk", "supersedes_id"))


def list_stream(scope: Scope, wish: StreamWish, size: int) -> list[FigureRow]:
    """So many figures at most; one query. A figure that is recorded meanwhile stands behind all others."""
    rows = known_rows(scope, wish.as_of).filter(pk__gt=wish.after)
    if wish.unit_id is not None:
        rows = rows.filter(unit_id__in=list_below([wish.unit_id])) if wish.below else rows.filter(unit_id=wish.unit_id)
    narrowed = {
        "indicator__code": wish.indicator,
        "period": wish.period,
        "regime": wish.regime,
        "status": wish.status,
        "last_on__gte": wish.ends_from,
        "last_on__lte": wish.ends_to,
        "recorded_at__gt": wish.recorded_after,
    }
    rows = rows.filter(**{column: value for column, value in narrowed.items() if value})
    return [to_row(row) for row in rows.order_by("pk")[:size]]
