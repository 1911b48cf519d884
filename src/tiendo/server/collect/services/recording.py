# SPDX-License-Identifier: Apache-2.0
"""The one way from a cell to a figure. Versions of sheets become observations here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.quantity import Quantity
from tiendo.server.accounts.data import Scope
from tiendo.server.collect.data import CellRow, LineRow
from tiendo.server.collect.models import Sheet, Submission, SubmittedCell
from tiendo.server.collect.queries.beside import find_in_force, is_of_sheet
from tiendo.server.collect.rules.periods import of_cell, read_period
from tiendo.server.collect.rules.sources import Held, Way, find_way
from tiendo.server.figures.data import (
    Correction,
    FigureInput,
    FigureRow,
    Nature,
    SourceKind,
    SourceRef,
)
from tiendo.server.figures.queries import get_figure
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_value
from tiendo.server.support.refusals import Refusal

_REASON = 500
_MOST_BACK = 50  # values that a sheet may have given before it says that there is none


@dataclass(frozen=True, slots=True)
class VersionWish:
    """A version of a sheet that is to be made.

    Attributes:
        cells: what stands in it, by line; an empty cell is no figure.
        reason: why; of a first submission empty.
        changed: lines to record even against another source; None: all lines, and the office decides on clashes.
    """

    cells: Mapping[str, CellRow]
    reason: str = ""
    changed: frozenset[str] | None = None

    @property
    def is_correction(self) -> bool:
        """It changes what is locked."""
        return self.changed is not None


def add_version(sheet: Sheet, lines: Sequence[LineRow], wish: VersionWish, scope: Scope) -> Submission:
    """Adds a version, then records what its cells say; the caller holds the sheet and keeps the move.

    The version stands before its figures are written: what guards locked figures compares with it.
    """
    former = {row.line_id: row for row in _list_former(sheet)}
    sheet.number += 1
    sheet.sent_at = timezone.now()
    sheet.submitted_at = sheet.submitted_at or sheet.sent_at
    sheet.save()
    submission = Submission.objects.create(
        sheet=sheet,
        number=sheet.number,
        is_correction=wish.is_correction,
        reason=wish.reason.strip()[:_REASON],
        at=sheet.sent_at,
        by_id=scope.actor.user_id,
        by_name=scope.actor.name,
    )
    rows = {line.code: _make_row(submission, line, wish.cells[line.code]) for line in lines if line.code in wish.cells}
    for line in lines:
        if line.code in rows and line.id in former:
            _carry(rows[line.code], former[line.id], is_touched=wish.changed is not None and line.code in wish.changed)
    SubmittedCell.objects.bulk_create(rows.values())
    in_force = find_in_force(sheet, lines)
    writer = _Writer(sheet, submission, wish, scope)
    for line in lines:
        row = rows.get(line.code)
        if row is not None and (wish.changed is None or line.code in wish.changed):
            writer.write(line, row, former.get(line.id), in_force.get(line.code))
    writer.finish()
    SubmittedCell.objects.bulk_update(rows.values(), ["observation", "clash", "settled", "settled_reason"])
    return submission


def to_figure(sheet: Sheet, line: LineRow, cell: CellRow, source: SourceRef, note: str = "") -> FigureInput:
    """A cell as the record of figures takes it."""
    period = of_cell(read_period(sheet.period, sheet.regime), line.reach)
    common = (sheet.unit_id, line.indicator.code, period)
    if cell.gap is not None:
        return FigureInput(*common, gap=cell.gap, gap_reason=cell.gap_reason, source=source, note=note)
    if line.indicator.nature is Nature.YES_NO:
        return FigureInput(*common, answer=bool(cell.value), status=line.status, source=source, note=note)
    return FigureInput(*common, to_quantity(line, cell), status=line.status, source=source, note=note)


def to_quantity(line: LineRow, cell: CellRow) -> Quantity:
    """The number of a cell in the unit of its indicator."""
    if cell.value is None or cell.step is None:
        raise ValueError(f"no number in {cell.line}")
    return Quantity(cell.value, line.indicator.measure, cell.step)


def source_for(sheet: Sheet, number: int, line: LineRow, cell: CellRow) -> SourceRef:
    """Where the figure comes from: this line of this version of this sheet."""
    anchor = {"sheet": sheet.pk, "version": number, "line": line.code}
    return SourceRef(SourceKind.ENTRY, None, anchor, sheet.version.title, cell.text)


def _list_former(sheet: Sheet) -> list[SubmittedCell]:
    return list(SubmittedCell.objects.filter(submission__sheet=sheet, submission__number=sheet.number))


def _make_row(submission: Submission, line: LineRow, cell: CellRow) -> SubmittedCell:
    return SubmittedCell(
        submission=submission,
        line_id=line.id,
        printed=cell.text,
        value=cell.value,
        step=cell.step,
        trouble=cell.trouble,
        gap=cell.gap or "",
        gap_reason=cell.gap_reason,
        note=cell.note,
    )


def _carry(row: SubmittedCell, former: SubmittedCell, *, is_touched: bool) -> None:
    """What was decided about a value holds as long as the value stays."""
    if (row.value, row.gap) == (former.value, former.gap) and not is_touched:
        row.observation_id, row.clash_id = former.observation_id, former.clash_id
        row.settled, row.settled_reason = former.settled, former.settled_reason


class _Writer:
    """Writes the cells of one version: new figures together at the end, so that the apps above are told once."""

    def __init__(self, sheet: Sheet, submission: Submission, wish: VersionWish, scope: Scope) -> None:
        self.sheet, self.submission, self.wish, self.scope = sheet, submission, wish, scope
        self.pending: list[tuple[SubmittedCell, FigureInput]] = []

    def write(
        self, line: LineRow, row: SubmittedCell, former: SubmittedCell | None, in_force: FigureRow | None
    ) -> None:
        """One cell."""
        cell = self.wish.cells[line.code]
        if cell.is_empty or row.settled or row.clash_id is not None:
            return
        is_ours = in_force is not None and self._is_ours(former, in_force)
        way = find_way(
            Held(cell.value, cell.step, cell.gap_reason),
            None if in_force is None else Held(in_force.value, in_force.step, in_force.gap_reason),
            is_ours=is_ours or (self.wish.is_correction and in_force is not None),
            is_written=former is not None and former.observation_id is not None,
        )
        source = source_for(self.sheet, self.submission.number, line, cell)
        match way:
            case Way.KEEP:
                row.observation_id = None if in_force is None else in_force.id
            case Way.CLASH:
                row.clash_id = None if in_force is None else in_force.id
            case Way.RECORD:
                self.pending.append((row, to_figure(self.sheet, line, cell, source, cell.note)))
            case Way.CORRECT if in_force is not None:
                row.observation_id = self._correct(line, cell, in_force, source)
            case Way.WITHDRAW if in_force is not None:
                row.clash_id = self._withdraw(in_force.id, cell)
                if row.clash_id is None:
                    self.pending.append((row, to_figure(self.sheet, line, cell, source)))

    def finish(self) -> None:
        """Records what is new, all at once."""
        numbers = record_figures([figure for _row, figure in self.pending], scope=self.scope)
        for (row, _figure), number in zip(self.pending, numbers, strict=True):
            row.observation_id = number

    def _is_ours(self, former: SubmittedCell | None, in_force: FigureRow) -> bool:
        """It says what this sheet said before: nobody has changed it since, whoever may have confirmed it."""
        return former is not None and former.observation_id is not None and former.value == in_force.value

    def _correct(self, line: LineRow, cell: CellRow, in_force: FigureRow, source: SourceRef) -> int:
        if line.indicator.nature is Nature.YES_NO:
            given = Correction(self._reason(), answer=bool(cell.value), source=source)
        else:
            given = Correction(self._reason(), to_quantity(line, cell), source=source)
        return correct_figure(in_force.id, given, scope=self.scope)

    def _withdraw(self, figure_id: int, cell: CellRow) -> int | None:
        """Takes back what the sheet gave, one value after the other, until a gap is left.

        Returns:
            The value of another source that came back, for the office to decide on; None: there is none. A correction
            takes that back too.
        """
        reason = f"{self._reason()} {cell.gap_reason}".strip()
        for _step in range(_MOST_BACK):
            figure_id = withdraw_value(figure_id, reason=reason, scope=self.scope)
            left = get_figure(figure_id, self.scope)
            if left.is_missing:
                return None
            if not self.wish.is_correction and not is_of_sheet(left, self.sheet.pk):
                return figure_id
        raise Refusal(_("This figure has too many former values to be withdrawn here; withdraw it on its page."))

    def _reason(self) -> str:
        return self.wish.reason or _("The sheet was sent in again.")
