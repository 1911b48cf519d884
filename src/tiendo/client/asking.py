# SPDX-License-Identifier: Apache-2.0
"""By what lists can be narrowed: names and kinds of the keyword arguments of ``Client``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, TypedDict

#: A unit: its own number, or "26740@2025-07-01".
UnitRef = int | str
Day = date | str
#: A day means its end; a datetime carries its zone.
Moment = datetime | date | str


class UnitsAsked(TypedDict, total=False):
    """Which units; ``on``: as they were on this day."""

    on: Day
    parent: UnitRef
    code: str
    find: str
    level: str


class IndicatorsAsked(TypedDict, total=False):
    """Which indicators."""

    sector: str
    find: str


class FiguresAsked(TypedDict, total=False):
    """Which figures.

    Attributes:
        below: with the units that are or ever were under the unit.
        as_of: what was known at this moment, whatever was corrected since.
    """

    unit: UnitRef
    below: bool
    indicator: str
    period: str
    regime: Literal["calendar", "administrative"]
    status: Literal["actual", "estimate", "final", "missing"]
    ends_from: Day
    ends_to: Day
    as_of: Moment
    recorded_after: Moment


class SeriesAsked(TypedDict, total=False):
    """How a series is to be read; ``on`` is the day of the map with ``view="map"``."""

    view: Literal["reported", "today", "map"]
    on: Day
    basis: Literal["population", "area", "households"]
    as_of: Moment


class VerdictsAsked(TypedDict, total=False):
    """Which verdicts."""

    unit: UnitRef
    year: int
    target: int
    period: str
    as_of: Moment


class DocumentsAsked(TypedDict, total=False):
    """Which documents."""

    unit: UnitRef
    state: Literal["received", "read", "failed"]
