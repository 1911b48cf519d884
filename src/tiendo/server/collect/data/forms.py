# SPDX-License-Identifier: Apache-2.0
"""Forms (biểu mẫu): what is collected, from whom, for which periods, until when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from tiendo.server.audit.data import name_verbs
from tiendo.server.collect.data.checks import Check, LineCode
from tiendo.server.figures.data import FigureStatus, IndicatorRow
from tiendo.server.support.packs import Strict

#: House rule: a form that is longer is two forms.
_MOST_LINES, _MOST_CHECKS = 500, 200


class Cadence(StrEnum):
    """For which periods a form is filled in."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class Reach(StrEnum):
    """Which days a cell speaks of."""

    PERIOD = "period"  # the period of the sheet
    TO_DATE = "to_date"  # from the first day of the year to its end (lũy kế)


class Due(Strict):
    """When a sheet is due: so many working days after the cut-off, or on a day of a month.

    Attributes:
        working_days: after the last day of the period; at least 2, so that a working day lies between.
        day: of the calendar month in which the period ends; moved to the next working day.
        months_after: of a later month instead.

    Source: nd-09-2019 art. 8: at least one working day between the cut-off and the day of sending.
    """

    working_days: int | None = Field(default=None, ge=2, le=60)
    day: int | None = Field(default=None, ge=1, le=31)
    months_after: int = Field(default=0, ge=0, le=12)


class LineDefinition(Strict):
    """One line of a form.

    Attributes:
        code: by which checks name it; empty: that of the indicator.
        reach: days that it speaks of.
        status: how firm its figures are: "actual", or "estimate" where the period is not over.
        group: heading under which it stands.
        hint: what to mind, for the person who types.
    """

    indicator: LineCode
    code: LineCode | None = None
    reach: Reach = Reach.PERIOD
    status: FigureStatus = FigureStatus.ACTUAL
    group: str = Field(default="", max_length=200)
    is_required: bool = True
    hint: str = Field(default="", max_length=300)

    @property
    def key(self) -> str:
        """The code by which checks name it."""
        return self.code or self.indicator


class FormDefinition(Strict):
    """What a form is, apart from the units that fill it in.

    Attributes:
        regime: under which its periods are counted (``kernel.period``).
        lead: who gathers it ("Phòng Kinh tế"), ``reviewer``: who looks it over and approves.
    """

    title: str = Field(min_length=1, max_length=300)
    title_en: str = Field(default="", max_length=300)
    cadence: Cadence
    regime: str = Field(default="calendar", pattern="^(calendar|administrative)$")
    due: Due
    lead: str = Field(default="", max_length=200)
    reviewer: str = Field(default="", max_length=200)
    lines: tuple[LineDefinition, ...] = Field(min_length=1, max_length=_MOST_LINES)
    checks: tuple[Check, ...] = Field(default=(), max_length=_MOST_CHECKS)


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form as somebody wants it.

    Attributes:
        code: of the form among those of its unit; lower-case ASCII.
        unit_id: whose form it is: its office opens periods and reviews.
        unit_ids: who fills it in.
        reason: why it was changed, for a version after the first.
    """

    code: str
    unit_id: int
    unit_ids: tuple[int, ...]
    definition: FormDefinition
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a version of a form, with its indicator."""

    id: int
    code: str
    indicator: IndicatorRow
    reach: Reach
    status: FigureStatus
    group: str
    is_required: bool
    hint: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form as it stands now.

    Attributes:
        version: of the definition, from 1.
        units: how many fill it in.
    """

    id: int
    code: str
    unit_id: int
    unit_name: str
    version: int
    definition: FormDefinition
    unit_ids: tuple[int, ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class FormReport:
    """What loading a pack of forms did."""

    forms: int
    templates: int
    changed: int
    is_unchanged: bool = False


name_verbs(
    {
        "collect.load": _("loaded forms"),
        "collect.form": _("set up a form"),
        "collect.close_form": _("closed a form"),
        "collect.open": _("opened a period of a form"),
        "collect.enter": _("typed figures into a sheet"),
        "collect.submit": _("sent a sheet in"),
        "collect.return": _("sent a sheet back"),
        "collect.approve": _("approved a sheet"),
        "collect.lock": _("locked a sheet"),
        "collect.correct": _("corrected a locked sheet"),
        "collect.settle": _("settled a disagreement of two sources"),
    }
)
