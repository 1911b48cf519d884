# SPDX-License-Identifier: Apache-2.0
"""What is known beside the cells of a sheet: figures in force of this and former periods, and plans of the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Scope
from tiendo.server.collect.data import Beside, LineRow, Reach
from tiendo.server.collect.models import Sheet
from tiendo.server.collect.rules.periods import list_former, of_cell, of_previous, of_same, read_period
from tiendo.server.figures.data import FigureRow, FigureStatus
from tiendo.server.figures.queries import list_for_evaluation
from tiendo.server.support.writing import write_quantity
from tiendo.server.targets.queries import board_rows

#: Of several figures for one period the firmest is shown. Source: house rule, as the evaluator's.
_FIRMNESS = (FigureStatus.MISSING, FigureStatus.ESTIMATE, FigureStatus.ACTUAL, FigureStatus.FINAL)
Key = tuple[int, Period]


def find_beside(sheet: Sheet, lines: Sequence[LineRow], plans: Mapping[str, str]) -> dict[str, Beside]:
    """By line; one query for all figures. The caller has asked whether the person may see the unit."""
    period = read_period(sheet.period, sheet.regime)
    oldest = min(list_former(period, reach)[-1].first_on for reach in {line.reach for line in lines})
    rows = list_for_evaluation({line.indicator.id for line in lines}, [sheet.unit_id], oldest, sheet.last_on)
    figures = _firmest(rows)
    return {line.code: _of_line(line, period, sheet.pk, figures, plans) for line in lines}


def find_in_force(sheet: Sheet, lines: Sequence[LineRow]) -> dict[str, FigureRow]:
    """The figure that a cell would supersede, by line: of the same firmness, else the gap."""
    period = read_period(sheet.period, sheet.regime)
    first_on = min(of_cell(period, line.reach).first_on for line in lines)
    rows = list_for_evaluation({line.indicator.id for line in lines}, [sheet.unit_id], first_on, sheet.last_on)
    found: dict[str, FigureRow] = {}
    for line in lines:
        own = of_cell(period, line.reach)
        same = [row for row in rows if row.indicator_id == line.indicator.id and row.period == own]
        firm = next((row for row in same if row.status is line.status), None)
        gap = next((row for row in same if row.is_missing), None)
        if firm is not None or gap is not None:
            found[line.code] = firm or gap  # type: ignore[assignment]  # one of them is there
    return found


def list_plans(sheet: Sheet, scope: Scope) -> dict[str, str]:
    """The plans of the year for the unit, written out, by indicator; three queries."""
    year = read_period(sheet.period, sheet.regime).named_year
    plans: dict[str, str] = {}
    for row in board_rows(sheet.unit_id, year, None, scope):
        if row.plan_value is not None:
            plans.setdefault(row.indicator, write_quantity(row.plan_value, row.plan_measure))
    return plans


def is_of_sheet(row: FigureRow, sheet_id: int) -> bool:
    """Whether a figure came from this sheet."""
    return bool(row.source.anchor) and (row.source.anchor or {}).get("sheet") == sheet_id


def _firmest(rows: Iterable[FigureRow]) -> dict[Key, FigureRow]:
    found: dict[Key, FigureRow] = {}
    for row in rows:
        key = (row.indicator_id, row.period)
        if key not in found or _FIRMNESS.index(found[key].status) < _FIRMNESS.index(row.status):
            found[key] = row
    return found


def _of_line(
    line: LineRow, period: Period, sheet_id: int, figures: Mapping[Key, FigureRow], plans: Mapping[str, str]
) -> Beside:
    def value_of(of: Period) -> Decimal | None:
        row = figures.get((line.indicator.id, of))
        return None if row is None else row.value

    before = of_previous(period, line.reach)
    # a stretch from January compares with the one before it in the same year only
    is_fresh = line.reach is Reach.TO_DATE and before.named_year != period.named_year
    known = figures.get((line.indicator.id, of_cell(period, line.reach)))
    history = (value_of(former) for former in list_former(period, line.reach))
    return Beside(
        previous=None if is_fresh else value_of(before),
        same=value_of(of_same(period, line.reach)),
        history=tuple(value for value in history if value is not None),
        known=None if known is None else known.value,
        known_step=None if known is None else known.step,
        known_id=None if known is None else known.id,
        known_source="" if known is None else known.source.kind,
        is_known_ours=known is not None and is_of_sheet(known, sheet_id),
        plan=plans.get(line.indicator.code, ""),
    )
