# SPDX-License-Identifier: Apache-2.0
"""What the lock holds: the figure in force of a locked cell is the one that its last version says, whoever writes."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from tiendo.kernel.period import Period
from tiendo.server.collect.data import KEPT, Reach
from tiendo.server.collect.models import Sheet, SubmittedCell
from tiendo.server.collect.queries.sheets import list_locked_cells
from tiendo.server.collect.rules.periods import of_cell, read_period
from tiendo.server.figures.data import FigureKey, FigureRow
from tiendo.server.figures.queries import list_for_evaluation
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.writing import write_period

_OTHER = "other"
Place = tuple[int, int, str, Period]  # unit, indicator, firmness, period


def refuse_locked(keys: Sequence[FigureKey]) -> None:
    """Refuses what was just written where it changes a locked figure; the whole transaction ends with it.

    A further source of the same value passes, and a correction of the sheet itself, whose new version says it already.

    Raises:
        Refusal: with the form and the period that hold the figure.
    """
    if not keys or not Sheet.objects.filter(state__in=KEPT).exists():
        return
    touched = {(key.unit_id, key.indicator_id, key.first_on, key.last_on, key.regime) for key in keys}
    held = [cell for cell in list_locked_cells(keys) if _key_of(cell) in touched]
    broken = find_broken(held)
    if broken:
        sheet = next(cell.submission.sheet for cell in held if cell.line.code in broken)
        told = {
            "form": sheet.version.title,
            "period": write_period(read_period(sheet.period, sheet.regime)),
            "lines": ", ".join(broken),
        }
        raise Refusal(
            _(
                "The form “%(form)s” of %(period)s is locked (%(lines)s): correct it there, with a reason. "
                "Nothing was changed."
            )
            % told,
            status=409,
        )


def find_broken(held: Sequence[SubmittedCell]) -> list[str]:
    """Lines of these cells of last versions whose figure in force says something else."""
    if not held:
        return []
    figures = _find_figures(held)
    broken = []
    for cell in held:
        wanted = cell.clash.value if cell.settled == _OTHER and cell.clash is not None else cell.value
        is_nothing = not cell.gap and cell.value is None
        if not is_nothing and not _is_in_force(wanted, _rows_of(cell, figures)):
            broken.append(cell.line.code)
    return broken


def _is_in_force(wanted: object, rows: Sequence[FigureRow]) -> bool:
    """A value stands as it is; a gap stands as long as no value does."""
    values = [row.value for row in rows if not row.is_missing]
    return not values if wanted is None else values == [wanted]


def _find_figures(held: Sequence[SubmittedCell]) -> dict[Place, FigureRow]:
    sheets = [cell.submission.sheet for cell in held]
    periods = [_period_of(cell) for cell in held]
    rows = list_for_evaluation(
        {cell.line.indicator_id for cell in held},
        {sheet.unit_id for sheet in sheets},
        min(period.first_on for period in periods),
        max(period.last_on for period in periods),
    )
    return {(row.unit_id, row.indicator_id, row.status, row.period): row for row in rows}


def _rows_of(cell: SubmittedCell, figures: dict[Place, FigureRow]) -> list[FigureRow]:
    unit, indicator, period = cell.submission.sheet.unit_id, cell.line.indicator_id, _period_of(cell)
    row = figures.get((unit, indicator, cell.line.status, period))
    return [] if row is None else [row]


def _period_of(cell: SubmittedCell) -> Period:
    sheet = cell.submission.sheet
    return of_cell(read_period(sheet.period, sheet.regime), Reach(cell.line.reach))


def _key_of(cell: SubmittedCell) -> tuple[object, ...]:
    period = _period_of(cell)
    unit = cell.submission.sheet.unit_id
    return (unit, cell.line.indicator_id, period.first_on, period.last_on, period.regime.code)
