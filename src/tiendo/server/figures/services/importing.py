# SPDX-License-Identifier: Apache-2.0
"""Many figures at once from a file: all of it or nothing, with the line of every fault.

How data walks: the file is read into a table of this connection alone, which keeps nobody waiting; then one transaction
finds what is superseded, writes the new rows and the act, and sends the signal. What stands there already is not
written again, so a file can be imported twice. Not here: what a row is worth (``staging``), the statements (``stage``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.numbers import format_number
from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.figures.data import FigureKey, ImportReport
from tiendo.server.figures.models import ImportedFile
from tiendo.server.figures.reading import Numbers, find_numbers, open_table
from tiendo.server.figures.rules import Values, disagree
from tiendo.server.figures.services.stage import Stage
from tiendo.server.figures.services.staging import RowFault, Staging
from tiendo.server.figures.services.writing import tell_changed
from tiendo.server.support.packs import Fault, PackError

Progress = Callable[[str, int, int], None]  # step, done, total
_CHUNK = 5_000
_MOST_FAULTS = 20  # more than a person mends at once


def import_figures(
    path: Path, *, scope: Scope, numbers: Numbers | None = None, progress: Progress = lambda *_: None
) -> ImportReport:
    """Imports a file of figures (CSV or a workbook), one figure a row.

    Columns: ``unit_code``, ``indicator``, ``period``; ``value``, or ``numerator`` and ``denominator``, or ``missing``
    (why); ``status`` and ``note`` may be left out. A code means the unit that bore it on the last day of the period.

    Args:
        numbers: how numbers are written in a CSV file; None finds out, and asks where it cannot be known.

    Raises:
        PackError: with the line of each fault, the first twenty; nothing was imported.
    """
    written = numbers or find_numbers(path)
    with Stage() as stage:
        rows = _read(path, Staging(scope, written), stage, progress)
        _refuse_twice(path, stage)
        with transaction.atomic():
            return _write(path, rows, stage, scope, progress)


def _read(path: Path, staging: Staging, stage: Stage, progress: Progress) -> int:
    """Reads all rows, or tells the first faults."""
    faults: list[Fault] = []
    waiting: list[tuple[Any, ...]] = []
    count = 0
    for cells in open_table(path):
        try:
            waiting.append(staging.stage(cells))
        except RowFault as fault:
            faults.append(Fault(str(path), cells.line, str(fault)))
            if len(faults) == _MOST_FAULTS:
                break
        count += 1
        if len(waiting) == _CHUNK:
            stage.add(waiting)
            waiting.clear()
            progress("read", count, 0)
    if not count:
        faults.append(Fault(str(path), 0, _("There is no row of figures in the file.")))
    if faults:
        raise PackError(faults)
    stage.add(waiting)
    progress("read", count, count)
    return count


def _refuse_twice(path: Path, stage: Stage) -> None:
    sentence = _("The figure of line %(first)s stands here a second time: remove one.")
    faults = [Fault(str(path), last, sentence % {"first": first}) for first, last in stage.list_twice()]
    if faults:
        raise PackError(faults)


def _write(path: Path, rows: int, stage: Stage, scope: Scope, progress: Progress) -> ImportReport:
    over_values = stage.find_former()
    if over_values:
        sentence = _("There is a value for this period already: withdraw it, then say why it is missing.")
        raise PackError([Fault(str(path), line, sentence) for line in over_values])
    for superseding in stage.list_superseding(_CHUNK):
        stage.add_notes(_list_disagreements(superseding))
    now = timezone.now()
    file = ImportedFile.objects.create(
        name=path.name[:255], sha256=_hash(path), rows=rows, recorded_at=now, recorded_by_id=scope.actor.user_id
    )
    written, superseded = stage.write(file.pk, now, scope.actor.user_id)
    detail = {
        "file": file.name,
        "sha256": file.sha256,
        "rows": rows,
        "written": written,
        "superseded": superseded,
    }
    record(Act("figures.import", f"import:{file.pk}", None, detail), actor=scope.actor)
    done = 0
    for keys in stage.list_changed(_CHUNK):
        tell_changed([_key(row) for row in keys], scope)
        done += len(keys)
        progress("figures", done, written)
    return ImportReport(rows, written, superseded)


def _list_disagreements(superseding: Sequence[tuple[Any, ...]]) -> list[tuple[int, str]]:
    """The lines whose value no print of the former one can stand for, with the words that say so."""
    found = []
    sentence = _("The former value from another source, %(former)s, does not agree.")
    for line, value, step, old_value, old_step, qualifier in superseding:
        new = Values(value=Decimal(value), step=Decimal(step))
        old = Values(
            value=Decimal(old_value), step=None if old_step is None else Decimal(old_step), qualifier=qualifier
        )
        if disagree(old, new):
            found.append((line, sentence % {"former": format_number(Decimal(old_value))}))
    return found


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _key(row: tuple[Any, ...]) -> FigureKey:
    unit_id, indicator_id, period, regime, *days = row
    first_on, last_on = (date.fromisoformat(day) if isinstance(day, str) else day for day in days)  # SQLite keeps text
    return FigureKey(unit_id, indicator_id, period, regime, first_on, last_on)
