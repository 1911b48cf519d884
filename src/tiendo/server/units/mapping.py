# SPDX-License-Identifier: Apache-2.0
"""Stored units and changes as an atlas of ``lineage``. Pure; what the atlas can tell is told there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tiendo import lineage
from tiendo.server.units.data import Level


class VersionRow(NamedTuple):
    """A stored version."""

    unit: int
    code: str
    name: str
    name_en: str
    level: str
    parent: int | None
    valid_from: date | None
    valid_to: date | None


class ChangeRow(NamedTuple):
    """A stored change."""

    on: date
    kind: str
    part: str
    source: int
    target: int | None
    act: str
    clause: str
    share: str
    share_population: str
    share_area: str


def make_atlas(versions: Sequence[VersionRow], changes: Sequence[ChangeRow]) -> lineage.Atlas:
    """The atlas of stored rows; the identity of a unit in it is its number as text.

    Offices have no land and no place in it.
    """
    of_unit: defaultdict[int, list[VersionRow]] = defaultdict(list)
    for row in versions:
        of_unit[row.unit].append(row)
    return lineage.Atlas(
        (_version(row, of_unit) for row in versions if row.level != Level.OFFICE), map(_change, changes)
    )


def _version(row: VersionRow, of_unit: dict[int, list[VersionRow]]) -> lineage.UnitVersion:
    parent = "" if row.parent is None else _code_on(of_unit.get(row.parent, []), row.valid_from or date.min)
    return lineage.UnitVersion(
        str(row.unit),
        row.code,
        row.name,
        lineage.Level(row.level),
        parent,
        row.valid_from,
        row.valid_to,
        row.name_en,
    )


def _code_on(rows: Sequence[VersionRow], day: date) -> str:
    """The code of a unit on a day, or the one that it bore first."""
    held = [row for row in rows if (row.valid_from or date.min) <= day and (row.valid_to is None or day < row.valid_to)]
    return next((row.code for row in (*held, *rows)), "")


def _change(row: ChangeRow) -> lineage.Change:
    kind = lineage.Kind(row.kind)
    is_whole = not row.part and kind is not lineage.Kind.SPLIT
    extent = lineage.Extent.WHOLE if is_whole else lineage.Extent(row.part or lineage.Extent.PART)
    every = _share(row.share)
    population, area = (_share(text) if text else every for text in (row.share_population, row.share_area))
    shares = lineage.Shares(population, area, every)
    target = None if row.target is None else str(row.target)
    return lineage.Change(row.on, kind, extent, str(row.source), target, row.act, row.clause, shares)


def _share(text: str) -> Fraction | None:
    return Fraction(text) if text else None
