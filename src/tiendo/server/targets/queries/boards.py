# SPDX-License-Identifier: Apache-2.0
"""Which units have targets of which years: asked for one unit, or by words, never for all units at once."""

from __future__ import annotations

from collections.abc import Collection

from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.targets.models import Target
from tiendo.server.units.data import UnitRow
from tiendo.server.units.queries import search_units


def find_board(scope: Scope, units: Collection[int] | None = None) -> tuple[int, int] | None:
    """The board of the newest year that the person may see: unit and year; None when there is none.

    Args:
        units: of these alone; None: of any.
    """
    rows = permitted(Target.objects.all(), scope)
    if units is not None:
        rows = rows.filter(unit_id__in=units)
    return rows.order_by("-year", "unit_id").values_list("unit_id", "year").first()


def list_years(unit_id: int, scope: Scope) -> list[int]:
    """The years for which a unit has targets that the person may see, newest first."""
    rows = permitted(Target.objects.filter(unit_id=unit_id), scope)
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def search_boards(text: str, scope: Scope, *, limit: int) -> list[UnitRow]:
    """Units by words of their name, or by code, that have targets which the person may see."""
    among = permitted(Target.objects.all(), scope).order_by().values("unit_id")
    return search_units(text, limit=limit, among=among)
