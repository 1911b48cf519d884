# SPDX-License-Identifier: Apache-2.0
"""Targets and verdicts as they go over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field

from tiendo.server.api.data.basics import Moment, Number, Paged, PeriodText, UnitText

Year = Annotated[int, Field(ge=1945, le=2200)]


class BoardOut(BaseModel):
    """A unit and a year for which there are targets."""

    unit: int
    unit_name: str
    year: int


class BoardAsked(Paged):
    """The targets of which unit and year."""

    unit: UnitText
    year: Year
    period: PeriodText | None = Field(None, description=_("Of the report: only figures up to its last day."))


class PlanOut(BaseModel):
    """A value that somebody set for a target."""

    id: int
    assigner: str = Field(description=_("Who set it."), examples=["HĐND phường"])
    act: str = Field(description=_("Number of the resolution."))
    clause: str
    decided_on: date | None
    is_primary: bool = Field(description=_("It decides the count; others stand beside it."))
    version: int
    value: Number | None
    upper: Number | None
    measure: str
    document: int | None
    quote: str


class VerdictOut(BaseModel):
    """What was said of a target as of a period: computed, and decided by a person."""

    id: int
    target: int
    period: str
    last_on: date
    status: str = Field(description=_("The status that counts: the decided one, else the computed one."))
    suggested: str = Field(description=_("The computed status."))
    final: str = Field(description=_("A person’s word; empty: nobody has decided."))
    final_reason: str
    decided_by: str
    decided_at: datetime | None
    reason: str = Field(description=_("Code of the rule that led to the computed status."))
    actual: Number | None = Field(description=_("The value judged, in the unit of the plan."))
    is_estimate: bool
    achievement: Number | None = Field(description=_("Per cent of the plan, never clamped."))
    expected: Number | None = Field(description=_("The value due by the end of the period."))
    due: Number | None = Field(description=_("The same in per cent of the way."))
    growth: Number | None = Field(description=_("On the same period of the year before: per cent, or points."))
    is_points: bool
    sentence: str = Field(description=_("The verdict with its arithmetic, in the language asked for."))
    arithmetic: dict[str, Any] = Field(description=_("From which the sentence was made; figures as text."))
    figure: int | None = Field(description=_("The last figure judged."))
    evaluated_at: datetime


class TargetOut(BaseModel):
    """A target with where it stands."""

    id: int
    unit: int
    year: int
    number: str = Field(description=_("As in the resolution."), examples=["1.1"])
    parent: int | None = Field(description=_("The target that this one is a component of."))
    group: str
    name: str
    name_en: str
    indicator: str
    measure: str
    rule: str = Field(description=_("at_least, at_most, between, reduce_by … as docs/guides/evaluate.md lists them."))
    cadence: str
    is_counted: bool
    lead: str
    plan: Number | None = Field(description=_("The primary plan, in plan_measure."))
    plan_upper: Number | None
    plan_measure: str
    period: str = Field(description=_("Of the newest verdict; empty: no figure yet."))
    is_stale: bool = Field(description=_("The figure is older than the period asked for."))
    actual: Number | None
    achievement: Number | None
    status: str
    suggested: str
    final: str
    verdict: int | None


class TargetDetailOut(TargetOut):
    """A target with its plans."""

    plans: list[PlanOut]
    former_plans: list[PlanOut]
    components: list[int]


class VerdictsAsked(Paged):
    """Which verdicts."""

    unit: UnitText | None = None
    year: Year | None = None
    target: Annotated[int, Field(ge=1, le=2**53 - 1)] | None = None
    period: PeriodText | None = None
    as_of: Moment | None = Field(
        None, description=_("What was known at this moment, whatever was corrected since; a day means its end.")
    )
