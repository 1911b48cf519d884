# SPDX-License-Identifier: Apache-2.0
"""Targets, plans and verdicts as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from tiendo.evaluate import RuleKind, Status
from tiendo.kernel.quantity import Quantity
from tiendo.server.audit.data import name_verbs
from tiendo.server.figures.data import FigureRow, IndicatorRow, SourceRef

#: In ``RuleDetail.base_period``: the same stretch of the year before, whichever is reported.
SAME_PERIOD = "same_period"


class Cadence(StrEnum):
    """How often a figure is expected."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"  # cannot be assessed before the year is over


class Deed(StrEnum):
    """By what act a row of a plan came to be."""

    SET = "set"
    ASIDE = "aside"  # another plan became the primary one; this one stands beside it
    WITHDRAW = "withdraw"  # the row holds the plan that was in force before, or nothing


@dataclass(frozen=True, slots=True)
class RuleDetail:
    """What a rule needs beside the plan.

    Attributes:
        base_period: what a change is counted from: a period in the text form of SDMX, or ``SAME_PERIOD``.
        base: the figure of that period where the record of figures has none.
        is_change: the figures of the indicator are themselves changes ("kéo giảm 75,15 %").
        tolerance: how far "khoảng" reaches, in the unit of the plan.
        condition: the named standard, or what a unit must satisfy ("theo chuẩn nghèo thành phố").
        phasing: "straight_line", "full_level" or "none"; empty takes the usual one. Stated steps go before it.
        phasing_source: the paper that says so.
        start: where a level stood before the year, in the unit of the plan.
        span: a time other than the year, in the text form of SDMX ("2020-S1").
        regime: under which regime the reports on it are made.
    """

    base_period: str = ""
    base: Quantity | None = None
    is_change: bool = False
    tolerance: Decimal | None = None
    condition: str = ""
    phasing: str = ""
    phasing_source: str = ""
    start: Decimal | None = None
    span: str = ""
    regime: str = "calendar"


@dataclass(frozen=True, slots=True)
class TargetInput:
    """A target as a resolution sets it.

    Attributes:
        indicator: its code.
        number: as in the resolution: "1", "1.1".
        position: order of the resolution.
        group: "Kinh tế", as in the resolution.
        parent_number: of the target that this one is a component of.
        lead_name: as the resolution words it, where no unit is known.
        is_counted: False for "trong đó" rows.
    """

    unit_id: int
    indicator: str
    year: int
    number: str
    name: str
    rule: RuleKind
    detail: RuleDetail = field(default_factory=RuleDetail)
    position: int = 0
    group: str = ""
    parent_number: str = ""
    lead_unit_id: int | None = None
    lead_name: str = ""
    cadence: Cadence = Cadence.MONTH
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class PlanInput:
    """A value that somebody sets for a target.

    Attributes:
        value: the planned value, or the lower bound of a range; None where the rule needs none.
        assigner: "HĐND phường", "UBND Thành phố", "tự đăng ký".
        act, clause: number of the paper, and the place in it.
        is_primary: it decides the count; others stand beside it.
    """

    target_id: int
    value: Quantity | None = None
    upper: Quantity | None = None
    assigner: str = ""
    act: str = ""
    clause: str = ""
    decided_on: date | None = None
    is_primary: bool = True
    source: SourceRef = field(default_factory=SourceRef)
    note: str = ""


@dataclass(frozen=True, slots=True)
class PhaseInput:
    """So much of the plan is due by the end of a day.

    Attributes:
        share: 0 … 1 of the plan.
    """

    last_on: date
    share: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as it stands in the record.

    Attributes:
        measure: the unit in which value and upper are.
        note: why it was withdrawn or changed.
    """

    id: int
    target_id: int
    assigner: str
    act: str
    clause: str
    decided_on: date | None
    is_primary: bool
    version: int
    is_current: bool
    value: Decimal | None
    upper: Decimal | None
    measure: str
    document_id: int | None
    anchor: dict[str, Any] | None
    quote: str
    printed: str
    deed: Deed
    note: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan beside the primary one."""

    id: int
    assigner: str
    value: Decimal | None
    upper: Decimal | None
    measure: str


class SparkPoint(NamedTuple):
    """One cumulative value of the year."""

    last_on: date
    value: Decimal | None


@dataclass(slots=True)
class BoardRow:
    """One line of the board; every figure is exact and not yet rounded.

    Attributes:
        level: 1 for targets, 2 for their components.
        period: of the verdict that is shown, in the text form of SDMX; earlier than the one that was asked for when
            there is no newer figure; empty when there is none at all.
        is_stale: the figure is older than the period that was asked for.
        actual: the value judged, in the unit of the plan.
        qualifier: hedge of the figure ("over", "about" …); ``is_estimate`` says "ước".
        observation_id: the figure's page; of several figures that were added up, the last one.
        achievement: per cent of the plan, never clamped.
        expected: the value due by the end of the period; ``due`` is the same in per cent of the way.
        growth: per cent, or points where ``is_points``, on the same period of the year before.
        spark: the cumulative values of the year, in the order of time.
        suggested, reason: what was computed; ``final`` is a person's word, empty when nobody has decided.
        is_decision_old: the figure has changed since the person decided.
    """

    target_id: int
    parent_id: int | None
    level: int
    number: str
    position: int
    group: str
    name: str
    name_en: str
    lead: str
    indicator: str
    measure: str
    nature: str
    direction: str
    decimals: int
    rule: str
    cadence: str
    is_counted: bool
    row_version: int
    plan_id: int | None = None
    plan_value: Decimal | None = None
    plan_upper: Decimal | None = None
    plan_measure: str = ""
    plan_assigner: str = ""
    plan_act: str = ""
    plan_document_id: int | None = None
    other_plans: tuple[OtherPlan, ...] = ()
    verdict_id: int | None = None
    period: str = ""
    last_on: date | None = None
    is_stale: bool = False
    actual: Decimal | None = None
    qualifier: str = "exact"
    is_estimate: bool = False
    observation_id: int | None = None
    document_id: int | None = None
    achievement: Decimal | None = None
    expected: Decimal | None = None
    due: Decimal | None = None
    growth: Decimal | None = None
    is_points: bool = False
    spark: tuple[SparkPoint, ...] = ()
    suggested: str = Status.UNCLASSIFIED
    reason: str = "no_figure"
    final: str = ""
    final_reason: str = ""
    is_decision_old: bool = False

    @property
    def status(self) -> str:
        """The status that counts: the person's, else the computed one."""
        return self.final or self.suggested


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict as it stands in the record.

    Attributes:
        arithmetic: what the sentences were made from; figures as text (docs/guides/packs.md names its keys).
    """

    id: int
    period: str
    last_on: date
    suggested: str
    reason: str
    actual: Decimal | None
    qualifier: str
    is_estimate: bool
    observation_id: int | None
    achievement: Decimal | None
    expected: Decimal | None
    due: Decimal | None
    growth: Decimal | None
    is_points: bool
    arithmetic: dict[str, Any]
    sentence_vi: str
    sentence_en: str
    evaluated_at: datetime
    final: str
    final_reason: str
    decided_by: str
    decided_at: datetime | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class TargetDetail:
    """Everything the page of a target shows.

    Attributes:
        plans: those in force, the primary one first; ``former_plans`` newest first.
        steps: stated phasing.
        verdicts: those in force, in the order of time; ``former_verdicts`` newest first.
        figures: of the indicator and the unit, of this year and the one before, in the order of time.
        components: its own components; ``parent_id`` in ``row`` is the target it is one of.
        may_decide, may_set: what the person may do here.
    """

    row: BoardRow
    unit_id: int
    unit_name: str
    year: int
    detail: RuleDetail
    indicator: IndicatorRow
    plans: tuple[PlanRow, ...]
    former_plans: tuple[PlanRow, ...]
    steps: tuple[PhaseInput, ...]
    verdicts: tuple[VerdictRow, ...]
    former_verdicts: tuple[VerdictRow, ...]
    figures: tuple[FigureRow, ...]
    components: tuple[BoardRow, ...]
    may_decide: bool
    may_set: bool


@dataclass(frozen=True, slots=True)
class TargetsReport:
    """What loading a pack of targets did.

    Attributes:
        changed: targets, plans or phasings that were not there already; 0 when the pack was loaded before.
    """

    targets: int
    changed: int

    @property
    def is_unchanged(self) -> bool:
        """Nothing was new."""
        return not self.changed


name_verbs(
    {
        "targets.load": _("loaded targets"),
        "targets.assign": _("set a target"),
        "targets.plan": _("set a plan"),
        "targets.withdraw_plan": _("withdrew a plan"),
        "targets.phasing": _("phased a plan over the year"),
        "targets.decide": _("decided on a verdict"),
        "targets.scheme": _("set how a unit classifies its targets"),
    }
)
