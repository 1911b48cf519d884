# SPDX-License-Identifier: Apache-2.0
"""How units classify their targets: one query for any number of units and years."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from tiendo.evaluate import STANDARD, Scheme
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.targets.data import BoardRow
from tiendo.server.targets.models import UnitScheme
from tiendo.server.targets.queries.board import tally
from tiendo.server.targets.queries.known import in_force
from tiendo.server.targets.rules import unpack_scheme


def find_schemes(asked: Collection[tuple[int, int]]) -> dict[tuple[int, int], Scheme]:
    """The schemes in force by unit and year; a pair that has none is left out and uses the standard one."""
    if not asked:
        return {}
    units, years = {unit for unit, _ in asked}, {year for _, year in asked}
    rows = UnitScheme.objects.filter(unit_id__in=units, year__in=years, is_current=True)
    found = rows.values_list("unit_id", "year", "definition")
    return {(unit, year): unpack_scheme(packed) for unit, year, packed in found if (unit, year) in asked}


def get_scheme(unit_id: int, year: int, scope: Scope, moment: datetime | None = None) -> Scheme:
    """How a unit classifies in a year; the standard scheme when it has set none, or the person may not see the unit.

    Args:
        moment: how it did then; None is now.
    """
    rows = permitted(UnitScheme.objects.filter(unit_id=unit_id, year=year), scope)
    packed = in_force(rows, moment).values_list("definition", flat=True).first()
    return STANDARD if packed is None else unpack_scheme(packed)


def tally_classes(rows: Iterable[BoardRow], scheme: Scheme, *, is_english: bool = False) -> list[tuple[str, int]]:
    """Numbers by the locality's own classes; what is in no class stands last under an empty name, and is never lost."""
    counted = tally(rows)
    named = [(found.name_en if is_english else found.name, counted.count(*found.statuses)) for found in scheme.classes]
    return [*named, ("", counted.total - sum(number for _, number in named))]
