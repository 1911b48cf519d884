# SPDX-License-Identifier: Apache-2.0
"""Forms that all parts of the interface share: numbers, days, units, pages of a list, problems."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")

LARGEST_ID = 2**53 - 1  # what every language reads from JSON without loss
MOST_ROWS = 500

Id = Annotated[int, Field(ge=1, le=LARGEST_ID, strict=False)]
#: Never a JSON number: those are binary floats to most readers.
Number = Annotated[str, Field(pattern=r"^-?[0-9]{1,30}(\.[0-9]{1,20})?$", examples=["1390.9"])]
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
Day = Annotated[str, Field(pattern=rf"^{_DAY}$", examples=["2026-07-01"])]
Moment = Annotated[
    str,
    Field(
        pattern=rf"^{_DAY}(T[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]{{1,6}})?)?(Z|[+-][0-9]{{2}}:[0-9]{{2}}))?$",
        examples=["2026-10-16", "2026-10-16T08:30:00+07:00"],
    ),
]
UnitText = Annotated[
    str,
    Field(
        pattern=rf"^([1-9][0-9]{{0,14}}|[0-9A-Za-z.-]{{1,20}}@{_DAY})$",
        description=_("A unit: its own number, or an official code with a day on which it bore it."),
        examples=["26740@2025-07-01"],
    ),
]
PeriodText = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}[0-9A-Z/-]{0,24}$",
        description=_("A period in the text form of SDMX: 2024, 2024-S1, 2024-Q1, 2024-09, 2024-01-01/P9M."),
        examples=["2026-Q1"],
    ),
]
IndicatorCode = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9_-]{1,80}$", description=_("Code of an indicator."), examples=["state_budget_revenue"]),
]
Words = Annotated[str, Field(max_length=200, pattern=r"^[^\u0000-\u001f]*$")]


class Given(BaseModel):
    """What a caller sends: a word that nobody knows is a fault, not ignored."""

    model_config = ConfigDict(extra="forbid")


class Fault(BaseModel):
    """One thing that is wrong with what was sent."""

    field: str = Field(description=_("Where it stands: rows.3.value, query.as_of. Empty: the whole."))
    detail: str = Field(description=_("One sentence: what is wrong and what would be right."))


class Problem(BaseModel):
    """Why something was not done (RFC 9457)."""

    type: str = Field(description=_("Always about:blank: the status says it all."), examples=["about:blank"])
    title: str = Field(description=_("The status in words."))
    status: int
    detail: str = Field(description=_("One sentence for a person, in the language asked for."))
    errors: list[Fault] = Field(default=[], description=_("Each fault of what was sent, if there are several."))


#: Declared by every operation: what each status means.
PROBLEMS: dict[Any, Any] = dict.fromkeys((400, 401, 403, 404, 409, 422, 429), Problem)


class Paged(BaseModel):
    """Which part of a list is asked for."""

    cursor: str | None = Field(
        None, max_length=400, pattern=r"^[A-Za-z0-9_-]+$", description=_("What the part before gave as next.")
    )
    size: int = Field(100, ge=1, le=MOST_ROWS, description=_("How many rows at most."))


class Page(BaseModel, Generic[T]):
    """A part of a list. Rows that come in meanwhile stand at its end: none is told twice, none is left out."""

    rows: list[T]
    next: str | None = Field(description=_("Send it as cursor to go on; null: this was the last part."))
