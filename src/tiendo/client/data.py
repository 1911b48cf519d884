# SPDX-License-Identifier: Apache-2.0
"""What the interface gives and takes, as plain data: numbers are decimals, days are dates, moments have a zone.

Fields are those of the interface (its page describes each). One that this version does not know is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list; ``next`` is the cursor of the one behind it, None for the last."""

    rows: tuple[T, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Me:
    """What this caller is and may."""

    name: str
    owner: str
    acts: tuple[str, ...]
    unit: int | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was on one day."""

    id: int
    code: str
    name: str
    name_en: str
    level: str
    parent: int | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class UnitVersion:
    """A unit under one code and name."""

    code: str
    name: str
    level: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One legal link from a unit to what it became."""

    on: date
    kind: str
    extent: str
    source: int
    source_name: str
    target: int | None
    target_name: str
    act: str
    clause: str


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """What a unit was called, what it came from, what became of it."""

    id: int
    versions: tuple[UnitVersion, ...]
    before: tuple[UnitChange, ...]
    after: tuple[UnitChange, ...]
    heirs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured."""

    code: str
    name_vi: str
    name_en: str
    sector: str
    measure: str
    nature: str
    direction: str
    roll_up: str
    decimals: int
    aliases: tuple[str, ...]
    definition_vi: str
    definition_en: str
    pack: str
    formula: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two parts of a ratio."""

    value: Decimal
    measure: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read, or that it was typed or sent."""

    kind: str
    document: int | None
    anchor: Mapping[str, Any] | None
    quote: str
    printed: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it stands in the record.

    Attributes:
        tag: names this state of it; ``Client.correct`` sends it. Empty in lists.
    """

    id: int
    unit: int
    unit_name: str
    indicator: str
    period: str
    regime: str
    first_on: date
    last_on: date
    status: str
    value: Decimal | None
    upper: Decimal | None
    step: Decimal | None
    hedge: str
    measure: str
    numerator: Part | None
    denominator: Part | None
    gap: str | None
    gap_reason: str
    source: Source
    deed: str
    note: str
    recorded_at: datetime
    recorded_by: str
    supersedes: int | None
    is_current: bool
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """A place in which a value stands."""

    figure: int
    source: Source
    document_title: str
    document_number: str
    document_on: date | None
    place: str
    can_open: bool
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Everything that is known of where a figure comes from."""

    figure: Figure
    current: int | None
    sources: tuple[Witness, ...]
    revisions: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series."""

    period: str
    regime: str
    last_on: date
    value: Decimal | None
    quality: str
    sentence: str
    figures: tuple[int, ...]
    shared_by: tuple[int, ...]
    shared_value: Decimal | None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator for one unit, oldest period first."""

    unit: int
    unit_name: str
    indicator: str
    measure: str
    on: date | None
    is_on_map: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A figure to be written: exactly one of value, numerator with denominator, answer, gap.

    Attributes:
        unit: its own number, or "26740@2025-07-01".
        value: exact; its trailing zeros say how exact the print is. Never a float.
        measure: the unit of the value; None: that of the indicator.
        replaces: the figure in force as the caller knows it; another one in force refuses this.
    """

    unit: int | str
    indicator: str
    period: str
    value: Decimal | int | None = None
    regime: str = "calendar"
    status: str = "actual"
    upper: Decimal | int | None = None
    measure: str | None = None
    hedge: str = "exact"
    numerator: Part | None = None
    denominator: Part | None = None
    answer: bool | None = None
    gap: str | None = None
    gap_reason: str = ""
    reference: str = ""
    note: str = ""
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row: the figure in force, or the problem that refused it."""

    row: int
    figure: int | None
    problem: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Written:
    """What became of many figures."""

    written: int
    refused: int
    rows: tuple[Row, ...]
