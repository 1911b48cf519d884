# SPDX-License-Identifier: Apache-2.0
"""Targets, plans and verdicts as the interface gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Board:
    """A unit and a year for which there are targets."""

    unit: int
    unit_name: str
    year: int


@dataclass(frozen=True, slots=True)
class Target:
    """A target with where it stands."""

    id: int
    unit: int
    year: int
    number: str
    parent: int | None
    group: str
    name: str
    name_en: str
    indicator: str
    measure: str
    rule: str
    cadence: str
    is_counted: bool
    lead: str
    plan: Decimal | None
    plan_upper: Decimal | None
    plan_measure: str
    period: str
    is_stale: bool
    actual: Decimal | None
    achievement: Decimal | None
    status: str
    suggested: str
    final: str
    verdict: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A value that somebody set for a target."""

    id: int
    assigner: str
    act: str
    clause: str
    decided_on: date | None
    is_primary: bool
    version: int
    value: Decimal | None
    upper: Decimal | None
    measure: str
    document: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class TargetDetail(Target):
    """A target with its plans."""

    plans: tuple[Plan, ...]
    former_plans: tuple[Plan, ...]
    components: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was said of a target as of a period: computed, and decided by a person."""

    id: int
    target: int
    period: str
    last_on: date
    status: str
    suggested: str
    final: str
    final_reason: str
    decided_by: str
    decided_at: datetime | None
    reason: str
    actual: Decimal | None
    is_estimate: bool
    achievement: Decimal | None
    expected: Decimal | None
    due: Decimal | None
    growth: Decimal | None
    is_points: bool
    sentence: str
    arithmetic: Mapping[str, Any]
    figure: int | None
    evaluated_at: datetime
