# SPDX-License-Identifier: Apache-2.0
"""Units on a day, by id, by code, by name, and the tree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from tiendo.server.units.data import Level, UnitRow
from tiendo.server.units.models import UnitBelow, UnitVersion


def _on(day: date) -> Q:
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def _row(version: UnitVersion) -> UnitRow:
    return UnitRow(
        id=version.unit_id,
        code=version.code,
        name=version.name,
        level=Level(version.level),
        parent_id=version.parent_id,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
    )


def find_unit(unit_id: int, on: date) -> UnitRow | None:
    """A unit as it was on a day, or None when it did not exist then."""
    version = UnitVersion.objects.filter(_on(on), unit_id=unit_id).first()
    return None if version is None else _row(version)


def list_below(roots: Sequence[int]) -> QuerySet[UnitBelow, int]:
    """Ids of the units that are or ever were under the roots, the roots too: a sub-query, not a list."""
    return UnitBelow.objects.filter(above__in=roots).values_list("below_id", flat=True)


def is_below_any(unit_id: int, roots: Sequence[int]) -> bool:
    """Whether a unit is or ever was one of the roots or under one of them."""
    return UnitBelow.objects.filter(above__in=roots, below_id=unit_id).exists()
