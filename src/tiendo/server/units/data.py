# SPDX-License-Identifier: Apache-2.0
"""Units as plain data: the public face."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from tiendo.server.audit.data import name_verbs

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Level(StrEnum):
    """Where a unit stands. Source: official lists; the last two are words of the house."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    RESIDENTIAL = "residential"  # khu phố, ấp, tổ dân phố: not an administrative level
    OFFICE = "office"  # phòng, ban, đoàn thể, trường


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as it was on one day.

    Attributes:
        id: own number; never changes and is never used again.
        code: official code; means something only together with a date (codes are reused by law).
        name: with its type, as written: "Phường Chợ Quán".
        parent_id: the unit above it on that day.
        valid_from: first day of this version; None: since before the record begins.
        valid_to: first day on which it no longer holds; None: still in force.
    """

    id: int
    code: str
    name: str
    name_en: str
    level: Level
    parent_id: int | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A place of an app above that has something of a unit. ``sign``: an icon."""

    label: StrPromise
    address: str
    sign: str


@dataclass(frozen=True, slots=True)
class UnitNote:
    """What a person is to know of a unit's things in the apps above: one sentence."""

    sentence: StrPromise


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading a pack did.

    Attributes:
        is_unchanged: the same pack was loaded before; nothing was done.
        unplaced: lines of ``changes.csv`` whose unit was not in force then, with the code; nothing is guessed for them.
    """

    units: int
    versions: int
    changes: int
    is_unchanged: bool
    unplaced: tuple[tuple[int, str], ...] = ()


class AmbiguousUnitError(LookupError):
    """Several units of one name were in force that day; ``found`` are they."""

    def __init__(self, found: tuple[UnitRow, ...]) -> None:
        super().__init__(", ".join(f"{row.name} ({row.code})" for row in found))
        self.found = found


name_verbs(
    {
        "units.load": _("loaded units"),
    }
)
