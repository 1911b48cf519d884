# SPDX-License-Identifier: Apache-2.0
"""Figures and where they come from, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.server.audit.data import name_verbs
from tiendo.server.figures.data.indicators import IndicatorRow


class Hindrance(StrEnum):
    """Why the figures of parts do not add up to one."""

    NOT_ADDITIVE = "not_additive"  # its pack says so
    MISSING = "missing"  # a part has no figure
    BARE_RATIO = "bare_ratio"  # a percentage without its numerator and denominator
    ZERO = "zero"  # the denominators come to zero
    UNITS = "units"  # measured in units that do not fit
    REFUSED = "refused"  # a part was refused itself
    STANDARD = "standard"  # counted by two standards


class FigureStatus(StrEnum):
    """How firm a figure is; each kept apart, none overwrites another."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"  # ước
    FINAL = "final"  # settled, after the year
    MISSING = "missing"  # with its reason; never 0


class Gap(StrEnum):
    """Why there is no figure."""

    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


class SourceKind(StrEnum):
    """Where a figure comes from."""

    DOCUMENT = "document"
    ENTRY = "entry"  # typed by a person
    FILE = "file"
    API = "api"
    PACK = "pack"
    FORMULA = "formula"  # computed from other figures


class Deed(StrEnum):
    """By what act a row came to be."""

    RECORD = "record"
    CONFIRM = "confirm"  # the value in force, found in another place: a further source of it
    CORRECT = "correct"
    WITHDRAW = "withdraw"  # the row holds the value that was in force before, or the gap that is left


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a figure was read, or who typed it.

    Attributes:
        anchor: {"start", "end"} in the text of the document, or {"table", "row", "column"}; None without a document.
        quote: the sentence or the row, as written.
        printed: the figure in it, exactly as written: "1.390,9 tỷ đồng".
    """

    kind: SourceKind = SourceKind.ENTRY
    document_id: int | None = None
    anchor: dict[str, Any] | None = None
    quote: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class FigureInput:
    """One figure to be recorded: exactly one of a quantity, a numerator with its denominator, an answer, a gap.

    Attributes:
        indicator: its code.
        quantity: in any unit that measures the same; it is kept in the unit of the indicator, exactly.
        upper: the second number of a printed range ("61–62 %").
        answer: of an indicator that is met or not.
        gap: why there is no figure, with the reason in words; the status is then ``MISSING``.
        note: what the person wants to say about it.
    """

    unit_id: int
    indicator: str
    period: Period
    quantity: Quantity | None = None
    upper: Quantity | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    answer: bool | None = None
    gap: Gap | None = None
    gap_reason: str = ""
    status: FigureStatus = FigureStatus.ACTUAL
    source: SourceRef = field(default_factory=SourceRef)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a figure should have been; the fields are those of ``FigureInput``.

    Attributes:
        reason: why; never empty.
        source: None keeps that of the figure which is corrected (it was misread there).
    """

    reason: str
    quantity: Quantity | None = None
    upper: Quantity | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    answer: bool | None = None
    source: SourceRef | None = None


@dataclass(frozen=True, slots=True)
class FigureKey:
    """What a figure is about; sent with ``figures_changed``.

    Attributes:
        period: in the text form of SDMX.
        first_on, last_on: its days, both included.
    """

    unit_id: int
    indicator_id: int
    period: str
    regime: str
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as it stands in the record.

    Attributes:
        value: in the unit of the indicator; 1 or 0 for an answer; None when it is missing or told by its parts.
        step: size of the last printed place, in the same unit.
        note: why it was corrected or withdrawn, or what the person said.
        supersedes_id: the row that it replaced.
    """

    id: int
    unit_id: int
    indicator_id: int
    indicator: str
    period: Period
    status: FigureStatus
    value: Decimal | None
    upper: Decimal | None
    step: Decimal | None
    qualifier: Qualifier
    numerator: Quantity | None
    denominator: Quantity | None
    gap: Gap | None
    gap_reason: str
    source: SourceRef
    deed: Deed
    note: str
    recorded_at: datetime
    recorded_by: str
    supersedes_id: int | None
    is_current: bool

    @property
    def is_missing(self) -> bool:
        """There is no value, for a stated reason."""
        return self.value is None and self.numerator is None


@dataclass(frozen=True, slots=True)
class Witness:
    """A place in which a value stands.

    Attributes:
        row: the row that recorded it there.
        before, marked, after: the quote, cut at the exact words.
        document_title: of the document that it was read from; empty without one or when the person may not see it.
        place: in words: "đoạn 13"; empty without a document, or when it is not known.
        can_open: whether the person may open that document.
    """

    row: FigureRow
    before: str
    marked: str
    after: str
    document_title: str = ""
    document_number: str = ""
    document_on: date | None = None
    place: str = ""
    can_open: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Everything that is known of where a figure comes from.

    Attributes:
        figure: the row that was asked for; it need not be the one in force. A source of the value in force gives that.
        sources: the places where the value of ``figure`` stands, in the order in which they were recorded.
        current_id: the row of the same status that is in force now.
        revisions: every value of this indicator, unit and period, newest first; a value that further sources confirm
            is told once.
    """

    figure: FigureRow
    indicator: IndicatorRow
    unit_name: str
    current_id: int | None
    sources: tuple[Witness, ...]
    revisions: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FigurePage:
    """A part of the figures of a unit.

    Attributes:
        number: from 1; ``last`` is the number of the last page, at least 1.
        total: rows of the whole list.
    """

    rows: tuple[tuple[FigureRow, IndicatorRow], ...]
    number: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class FigureWish:
    """Which figures of a unit are asked for.

    Attributes:
        period: in the text form of SDMX; empty is every period.
        find: words of the indicator's name.
        as_of: what was known at this moment, whatever was corrected since; None is what is in force.
    """

    period: str = ""
    sector: str = ""
    find: str = ""
    page: int = 1
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class Restated:
    """A figure that changed after it was reported; the note of the new one says why."""

    old: FigureRow
    new: FigureRow
    indicator: IndicatorRow
    unit_name: str


@dataclass(frozen=True, slots=True)
class RestatedPage:
    """A part of the register; the fields are those of ``FigurePage``."""

    rows: tuple[Restated, ...]
    number: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class PackReport:
    """What loading a pack did.

    Attributes:
        is_unchanged: the same pack was loaded before; nothing was done.
        shared: indicators that another pack had brought before; they stay as they were, with the new names added.
        dropped: indicators that the pack no longer has.
    """

    indicators: int
    is_unchanged: bool
    shared: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What importing a file did.

    Attributes:
        written: figures that were not there already; the others stand as they were.
        superseded: former values that the written ones took the place of.
    """

    rows: int
    written: int
    superseded: int


name_verbs(
    {
        "figures.load": _("loaded indicators"),
        "figures.import": _("imported a file of figures"),
        "figures.record": _("recorded a figure"),
        "figures.confirm": _("found a figure in a further source"),
        "figures.correct": _("corrected a figure"),
        "figures.withdraw": _("withdrew a figure"),
    }
)
