# SPDX-License-Identifier: Apache-2.0
"""The files of a pack of units as rows, with the line of every fault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from tiendo.server.support.packs import Fault, Pack, PackError, read_csv
from tiendo.server.units.data import Level
from tiendo.server.units.rules import LEVEL_BY_LENGTH, ChangeLine, UnitLine

_UNIT_COLUMNS = ("code", "name", "name_en", "level", "parent_code", "valid_from", "valid_to")
_CHANGE_COLUMNS = ("date", "act", "clause", "kind", "part", "from_code", "to_code")
_SHARE_COLUMNS = ("share", "share_population", "share_area")
_KINDS = frozenset({"merge", "split", "rename", "abolish", "transfer"})
_MOST_FAULTS = 20  # more than a person mends at once


def read_pack(pack: Pack) -> tuple[list[UnitLine], list[ChangeLine]]:
    """All rows of a pack.

    Raises:
        PackError: with the line of each fault, the first twenty.
    """
    faults: list[Fault] = []
    units = list(_units(pack.folder / "units.csv", faults))
    changes = list(_changes(pack.folder / "changes.csv", faults)) if "changes.csv" in pack.manifest.files else []
    codes = {line.code for line in units}
    for line in units:
        if line.parent_code and line.parent_code not in codes:
            sentence = _("No unit of this pack has the code %(code)s, which is named as the unit above.")
            faults.append(Fault(str(pack.folder / "units.csv"), line.line, sentence % {"code": line.parent_code}))
    if faults:
        raise PackError(faults[:_MOST_FAULTS])
    return units, changes


def _units(path: Path, faults: list[Fault]) -> Iterator[UnitLine]:
    for number, row in read_csv(path, _UNIT_COLUMNS):
        try:
            level = Level(row["level"])
            since, until = _day(row["valid_from"]), _day(row["valid_to"])
        except ValueError as error:
            sentence = _("This row has a wrong level or day: %(problem)s. A day is written as 2025-07-01.")
            faults.append(Fault(str(path), number, sentence % {"problem": error}))
            continue
        expected = LEVEL_BY_LENGTH.get(len(row["code"]), level)
        if not row["code"] or not row["name"] or (level is not Level.COUNTRY and expected is not level):
            faults.append(Fault(str(path), number, _("The code does not fit the level, or code or name is empty.")))
        elif since is not None and until is not None and since >= until:
            faults.append(Fault(str(path), number, _("The unit ends before it begins.")))
        else:
            yield UnitLine(
                row["code"], row["name"], row["name_en"], level, row["parent_code"], since, until, line=number
            )


def _changes(path: Path, faults: list[Fault]) -> Iterator[ChangeLine]:
    for number, row in read_csv(path, (*_CHANGE_COLUMNS, *_SHARE_COLUMNS)):
        try:
            on = date.fromisoformat(row["date"])
        except ValueError:
            faults.append(Fault(str(path), number, _("The day must be written as 2025-07-01.")))
            continue
        if row["kind"] not in _KINDS:
            values = {"given": row["kind"], "expected": ", ".join(sorted(_KINDS))}
            faults.append(Fault(str(path), number, _("“%(given)s” is no kind of change: %(expected)s.") % values))
            continue
        yield ChangeLine(
            on=on,
            act=row["act"],
            clause=row["clause"],
            kind=row["kind"],
            part=row["part"],
            from_code=row["from_code"],
            to_code=row["to_code"],
            share=row["share"],
            share_population=row["share_population"],
            share_area=row["share_area"],
            line=number,
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
