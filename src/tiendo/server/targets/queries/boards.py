# SPDX-License-Identifier: Apache-2.0
"""Which units have targets of which years: for one unit, by words, or part by part, never for all units at once."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

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


def list_boards(scope: Scope, *, limit: int, after: tuple[int, int] = (0, 0)) -> list[tuple[int, int]]:
    """Units and years for which there are targets that the person may see, in the order of both, so many at most.

    Args:
        after: only what stands behind this unit and year.
    """
    unit, year = after
    rows = permitted(Target.objects.all(), scope).filter(Q(unit_id__gt=unit) | Q(unit_id=unit, year__gt=year))
    return list(rows.order_by("unit_id", "year").values_list("unit_id", "year").distinct()[:limit])
