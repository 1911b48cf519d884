# SPDX-License-Identifier: Apache-2.0
"""An indicator beside its components ("Trong đó"), and whether they add up where their pack says that they do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from tiendo.formula import scale_of
from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Scope
from tiendo.server.figures.data import Components, ComponentSum, FigureRow, Gap, IndicatorRow
from tiendo.server.figures.models import Indicator
from tiendo.server.figures.queries.figures import known_rows, to_row
from tiendo.server.figures.queries.indicators import to_indicator
from tiendo.server.figures.rules import Held, Total, Values, add_values, differ, rank_firmness, to_exact

_MOST_PERIODS = 4

_Found = Mapping[tuple[int, Period], FigureRow]


def read_components(unit_id: int, meant: IndicatorRow, scope: Scope, as_of: datetime | None) -> Components | None:
    """The components of an indicator in the newest periods that have figures; None where it has none. Three queries."""
    rows = Indicator.objects.select_related("pack").filter(part_of=meant.code, pack__isnull=False)
    parts = [to_indicator(row) for row in rows.order_by("pack_id", "position")]
    if not parts:
        return None
    figures = known_rows(scope, as_of).filter(unit_id=unit_id, indicator_id__in=[part.id for part in (meant, *parts)])
    found: dict[tuple[int, Period], FigureRow] = {}
    for row in map(to_row, figures.order_by("-last_on", "first_on", "id")):
        held = found.get((row.indicator_id, row.period))
        if held is None or _rank(row) >= _rank(held):
            found[row.indicator_id, row.period] = row
    periods = tuple(dict.fromkeys(period for owner, period in found if owner != meant.id))[:_MOST_PERIODS]
    listed = tuple((part, tuple(found.get((part.id, period)) for period in periods)) for part in parts)
    sums = tuple(_sum(meant, parts, found, period) for period in periods) if meant.parts_add_up else ()
    return Components(periods, listed, sums)


def _sum(meant: IndicatorRow, parts: list[IndicatorRow], found: _Found, period: Period) -> ComponentSum:
    whole = found.get((meant.id, period))
    needed = [part for part in parts if not _is_without(found.get((part.id, period)))]
    held = [
        Held(row.id, row.status, _in_measure(row, part.measure, meant.measure))
        for part in needed
        if (row := found.get((part.id, period))) is not None and row.value is not None
    ]
    told = ComponentSum(whole, len(held), len(needed))
    total = add_values(held, meant) if len(held) == len(needed) else None
    if not isinstance(total, Total):
        return told
    value = to_exact(total.value.point)
    if whole is None or whole.value is None:
        return replace(told, value=value)
    own = Values(whole.value, whole.upper, whole.step, whole.qualifier.value)
    is_at_odds = differ(own, total, meant.measure)
    return replace(told, value=value, difference=whole.value - value, is_at_odds=is_at_odds)


def _is_without(row: FigureRow | None) -> bool:
    """Whether there is no such thing in the unit: no crude oil in this province. It has nothing to add."""
    return row is not None and row.gap is Gap.NOT_APPLICABLE


def _in_measure(row: FigureRow, measure: str, wanted: str) -> Values:
    """The figure in the measure of the whole: a component in triệu đồng of a sum in tỷ đồng."""
    factor = to_exact(scale_of(measure) / scale_of(wanted))
    scaled = [None if one is None else one * factor for one in (row.value, row.upper, row.step or Decimal(1))]
    return Values(scaled[0], scaled[1], scaled[2], row.qualifier.value)


def _rank(row: FigureRow) -> int:
    return rank_firmness(row.status, is_gap=row.is_missing)
