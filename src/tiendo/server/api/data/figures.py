# SPDX-License-Identifier: Apache-2.0
"""Figures, series and where figures come from, as they go over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field

from tiendo.server.api.data.basics import (
    Day,
    Given,
    Id,
    IndicatorCode,
    Moment,
    Number,
    Paged,
    PeriodText,
    Problem,
    UnitText,
)

#: As many rows as one request can write.
MOST_AT_ONCE = 1000

_AS_OF = _("What was known at this moment, whatever was corrected since; a day means its end.")


class FiguresAsked(Paged):
    """Which figures."""

    unit: UnitText | None = None
    below: bool = Field(False, description=_("With the units that are or ever were under the unit."))
    indicator: IndicatorCode | None = None
    period: PeriodText | None = None
    regime: Literal["calendar", "administrative"] | None = None
    status: Literal["actual", "estimate", "final", "missing"] | None = None
    ends_from: Day | None = Field(None, description=_("Only periods that end on this day or later."))
    ends_to: Day | None = Field(None, description=_("Only periods that end on this day or earlier."))
    as_of: Moment | None = Field(None, description=_AS_OF)
    recorded_after: Moment | None = Field(None, description=_("Only what was recorded after this moment."))


class PartOut(BaseModel):
    """One of the two parts of a ratio."""

    value: Number
    measure: str


class SourceOut(BaseModel):
    """Where a figure was read, or that it was typed or sent."""

    kind: str = Field(description=_("document, entry, file, api, pack, formula."))
    document: int | None
    anchor: dict[str, Any] | None = Field(description=_("Place in the text: start and end, or table, row, column."))
    quote: str
    printed: str = Field(description=_("The figure exactly as written."), examples=["1.390,9 tỷ đồng"])


class FigureOut(BaseModel):
    """One figure as it stands in the record; a correction is another one that supersedes it."""

    id: int
    unit: int
    unit_name: str
    indicator: str
    period: str = Field(examples=["2026-Q1"])
    regime: str
    first_on: date
    last_on: date
    status: str = Field(description=_("actual, estimate, final, missing."))
    value: Number | None = Field(
        description=_("In the unit of the indicator, exactly as printed; null when missing or told by its parts.")
    )
    upper: Number | None = Field(description=_("The second number of a printed range."))
    step: Number | None = Field(description=_("Size of the last printed place: how exact the print is."))
    hedge: str = Field(description=_("exact, about, over, under, at_least, at_most."))
    measure: str = Field(description=_("The unit of value."))
    numerator: PartOut | None
    denominator: PartOut | None
    gap: str | None = Field(description=_("Why there is no figure: not_due, not_reported, not_applicable."))
    gap_reason: str
    source: SourceOut
    deed: str = Field(description=_("record, confirm, correct, withdraw."))
    note: str
    recorded_at: datetime
    recorded_by: str
    supersedes: int | None
    is_current: bool


class WitnessOut(BaseModel):
    """A place in which a value stands."""

    figure: int
    source: SourceOut
    document_title: str
    document_number: str
    document_on: date | None
    place: str = Field(description=_("In words a person can follow in the file."))
    can_open: bool
    recorded_at: datetime
    recorded_by: str


class ProvenanceOut(BaseModel):
    """Everything that is known of where a figure comes from."""

    figure: FigureOut
    current: int | None = Field(description=_("The figure of the same status that is in force now."))
    sources: list[WitnessOut]
    revisions: list[FigureOut] = Field(description=_("Every value there was, newest first."))


class SeriesAsked(BaseModel):
    """Which series, and how it is to be read."""

    unit: UnitText
    indicator: IndicatorCode
    view: Literal["reported", "today", "map"] = Field(
        "reported", description=_("As reported, on the map of today, or on the map of the day in on.")
    )
    on: Day | None = Field(None, description=_("The day of the map; needed with view=map alone."))
    basis: Literal["population", "area", "households"] | None = Field(
        None, description=_("By what a divided unit is apportioned; without it only sums are told.")
    )
    as_of: Moment | None = Field(None, description=_AS_OF)


class PointOut(BaseModel):
    """One period of a series."""

    period: str
    regime: str
    last_on: date
    value: Number | None
    quality: str = Field(description=_("exact, estimated, refused."))
    sentence: str = Field(description=_("Why it is so; empty as reported."))
    figures: list[int] = Field(description=_("The figures that it was made from."))
    shared_by: list[int] = Field(description=_("Units that can be told only together, with shared_value."))
    shared_value: Number | None


class SeriesOut(BaseModel):
    """Figures of one indicator for one unit, oldest period first."""

    unit: int
    unit_name: str
    indicator: str
    measure: str
    on: date | None = Field(description=_("The day of the map; null: as reported."))
    is_on_map: bool = Field(description=_("Whether the unit was in force on that day."))
    points: list[PointOut]


class PartIn(Given):
    """One of the two parts of a ratio."""

    value: Number
    measure: Annotated[str, Field(min_length=1, max_length=60)]


class ValueIn(Given):
    """Exactly one of: value, numerator with denominator, answer."""

    value: Number | None = None
    upper: Number | None = Field(None, description=_("The second number of a range."))
    measure: Annotated[str, Field(max_length=60)] | None = Field(
        None, description=_("The unit of value and upper; that of the indicator without it."), examples=["tỷ đồng"]
    )
    hedge: Literal["exact", "about", "over", "under", "at_least", "at_most"] = "exact"
    numerator: PartIn | None = None
    denominator: PartIn | None = None
    answer: bool | None = Field(None, description=_("Of an indicator that is met or not."))


class FigureIn(ValueIn):
    """One figure: exactly one of value, numerator with denominator, answer, gap."""

    unit: Id | UnitText
    indicator: IndicatorCode
    period: PeriodText
    regime: Literal["calendar", "administrative"] = "calendar"
    status: Literal["actual", "estimate", "final"] = "actual"
    gap: Literal["not_due", "not_reported", "not_applicable"] | None = Field(
        None, description=_("Why there is no figure. Never 0.")
    )
    gap_reason: Annotated[str, Field(max_length=300)] = Field("", description=_("The reason in words."))
    reference: Annotated[str, Field(max_length=500)] = Field(
        "", description=_("Where the caller has it from; shown with the figure."), examples=["LGSP 2026-000123"]
    )
    note: Annotated[str, Field(max_length=500)] = ""
    replaces: Id | None = Field(
        None, description=_("The figure in force as the caller knows it; another one in force refuses this with 409.")
    )


class FiguresIn(Given):
    """Many figures at once."""

    rows: Annotated[list[FigureIn], Field(min_length=1, max_length=MOST_AT_ONCE)]


class RowOut(BaseModel):
    """What became of one row."""

    row: int = Field(description=_("Place of the row in what was sent, from 0."))
    figure: int | None = Field(description=_("The figure in force; null: the row was refused."))
    problem: Problem | None


class WrittenOut(BaseModel):
    """What became of many figures."""

    written: int
    refused: int
    rows: list[RowOut]


class WriteAsked(BaseModel):
    """How many figures are written."""

    partial: bool = Field(
        False, description=_("false: all rows or none. true: right rows are written, wrong ones told one by one.")
    )


class CorrectionIn(ValueIn):
    """What a figure should have been."""

    reason: Annotated[str, Field(min_length=1, max_length=500)] = Field(
        description=_("Why; it stays beside the former value.")
    )


class WithdrawalIn(Given):
    """Why a value is taken back."""

    reason: Annotated[str, Field(min_length=1, max_length=500)]
