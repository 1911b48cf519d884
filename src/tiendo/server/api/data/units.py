# SPDX-License-Identifier: Apache-2.0
"""Who asks, units and indicators as they go over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field

from tiendo.server.api.data.basics import Day, Paged, UnitText, Words


class Me(BaseModel):
    """What this caller is and may."""

    name: str = Field(description=_("Name of the token; of the person when there is none."))
    owner: str = Field(description=_("The person in whose name it is done."))
    acts: list[str] = Field(description=_("What can be done: view, upload, review (enter and correct figures)."))
    unit: int | None = Field(description=_("The token reaches this unit and all below; null: all that the owner may."))
    expires_at: datetime | None


class UnitsAsked(Paged):
    """Which units."""

    on: Day | None = Field(None, description=_("As they were on this day; today without it."))
    parent: UnitText | None = Field(None, description=_("Only units directly under this one."))
    code: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,20}$")] | None = Field(
        None, description=_("Only the unit that bore this official code on the day: codes are used again by law.")
    )
    find: Words | None = Field(None, description=_("Only units whose name holds these words, with or without marks."))
    level: Annotated[str, Field(pattern="^(country|province|district|commune|residential|office)$")] | None = Field(
        None, description=_("Only units of this level.")
    )


class UnitOut(BaseModel):
    """A unit as it was on one day."""

    id: int = Field(description=_("Own number: never changes, never used again."))
    code: str = Field(description=_("Official code; means something only together with a day."))
    name: str
    name_en: str
    level: str
    parent: int | None = Field(description=_("The unit directly above on that day."))
    valid_from: date | None = Field(description=_("First day of this version; null: since before the record begins."))
    valid_to: date | None = Field(description=_("First day on which it no longer holds; null: still in force."))


class UnitVersionOut(BaseModel):
    """A unit under one code and name."""

    code: str
    name: str
    level: str
    valid_from: date | None
    valid_to: date | None


class UnitChangeOut(BaseModel):
    """One legal link from a unit to what it became."""

    on: date
    kind: str
    extent: str = Field(description=_("Whether the whole, a part, the rest or the main part went there."))
    source: int
    source_name: str
    target: int | None = Field(description=_("null: abolished."))
    target_name: str
    act: str = Field(description=_("Number of the legal act."))
    clause: str


class UnitHistory(BaseModel):
    """What a unit was called, what it came from, what became of it."""

    id: int
    versions: list[UnitVersionOut]
    before: list[UnitChangeOut] = Field(description=_("How it came to be, newest first."))
    after: list[UnitChangeOut] = Field(description=_("What became of it, oldest first."))
    heirs: list[int] = Field(description=_("The units on whose land it lies today."))


class IndicatorsAsked(Paged):
    """Which indicators."""

    sector: Words | None = Field(None, description=_("Only of this sector."))
    find: Words | None = Field(None, description=_("Only indicators that these words may mean, best first."))


class IndicatorOut(BaseModel):
    """What is measured."""

    code: str
    name_vi: str
    name_en: str
    sector: str
    measure: str = Field(description=_("The unit in which every figure of it is kept."), examples=["tỷ đồng"])
    nature: str = Field(description=_("flow (adds up over time), stock, ratio, yes_no."))
    direction: str = Field(description=_("Which way is better: up, down, none."))
    roll_up: str = Field(description=_("How units below make the unit above: sum, ratio, none."))
    decimals: int = Field(description=_("How many decimals a page shows."))
    aliases: list[str]
    definition_vi: str
    definition_en: str
    pack: str
    formula: str = Field(description=_("By which it is computed from others; empty: it is reported."))
