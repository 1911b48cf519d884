# SPDX-License-Identifier: Apache-2.0
"""Units as plain data: the public face."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """Where a unit stands. Source: official lists (province, district until 30/6/2025, commune); house words below."""

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
    level: Level
    parent_id: int | None
    valid_from: date | None
    valid_to: date | None
