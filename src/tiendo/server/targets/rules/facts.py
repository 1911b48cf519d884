# SPDX-License-Identifier: Apache-2.0
"""A target with what is in force for it, and its detail as JSON. Pure; not here: the judgement (``judging``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.evaluate import STANDARD, Direction, Nature, RuleKind, Scheme
from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, Regime
from tiendo.kernel.period_codes import parse_sdmx
from tiendo.kernel.quantity import Quantity
from tiendo.server.targets.data import Deed, RuleDetail

_REGIMES: dict[str, Regime] = {regime.code: regime for regime in (CALENDAR, ADMINISTRATIVE)}


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """A target with what is in force for it.

    Attributes:
        plans: every version, oldest first; ``versions.plans_on`` says which ones hold on a day.
        scheme: how the unit classifies in this year.
        parent_id: of the target that this one is a component of.
    """

    id: int
    unit_id: int
    indicator_id: int
    name: str
    name_en: str
    year: int
    rule: RuleKind
    detail: RuleDetail
    measure: str
    nature: Nature
    direction: Direction
    decimals: int
    is_collected_yearly: bool
    plans: tuple[PlanFacts, ...] = ()
    steps: tuple[tuple[date, Decimal], ...] = ()
    scheme: Scheme = STANDARD
    parent_id: int | None = None

    @property
    def span(self) -> Period:
        """The time for which the plan holds."""
        regime = _REGIMES.get(self.detail.regime, CALENDAR)
        return parse_sdmx(self.detail.span, regime) if self.detail.span else Period.year(self.year, regime)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A version of a plan."""

    id: int
    value: Quantity | None
    upper: Quantity | None
    assigner: str
    act: str
    is_primary: bool
    decided_on: date | None = None
    version: int = 1
    is_current: bool = True
    deed: Deed = Deed.SET


def pack_detail(detail: RuleDetail) -> dict[str, Any]:
    """The detail as JSON, without what is usual."""
    packed: dict[str, Any] = {}
    usual = RuleDetail()
    for name in RuleDetail.__slots__:
        value = getattr(detail, name)
        if value != getattr(usual, name):
            packed[name] = value
    if detail.base is not None:
        base = detail.base
        packed["base"] = {"value": f"{base.value:f}", "unit": base.unit, "step": f"{base.step:f}"}
    for name in ("tolerance", "start"):
        if name in packed:
            packed[name] = f"{packed[name]:f}"
    return packed


def unpack_detail(packed: dict[str, Any]) -> RuleDetail:
    """The detail of a stored row."""
    values = dict(packed)
    if "base" in values:
        base = values["base"]
        values["base"] = Quantity(Decimal(base["value"]), base["unit"], Decimal(base["step"]))
    for name in ("tolerance", "start"):
        if name in values:
            values[name] = Decimal(values[name])
    return RuleDetail(**values)
