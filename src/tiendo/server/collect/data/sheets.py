# SPDX-License-Identifier: Apache-2.0
"""Sheets: one form, one unit, one period; its cells, its versions, what is done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from tiendo.kernel.period import Period
from tiendo.server.collect.data.checks import Severity
from tiendo.server.collect.data.forms import LineRow
from tiendo.server.figures.data import Gap

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class State(StrEnum):
    """How far a sheet is. Source: DOMAIN of the project, reporting periods."""

    OPEN = "open"
    ENTERING = "entering"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    LOCKED = "locked"
    CORRECTED = "corrected"  # locked, in a later version


STATE_WORDS: dict[State, StrPromise] = {
    State.OPEN: _("not begun"),
    State.ENTERING: _("being typed"),
    State.SUBMITTED: _("sent, waiting for review"),
    State.RETURNED: _("sent back"),
    State.APPROVED: _("approved"),
    State.LOCKED: _("locked"),
    State.CORRECTED: _("locked, corrected"),
}
#: The unit has nothing more to do.
DONE = frozenset({State.SUBMITTED, State.APPROVED, State.LOCKED, State.CORRECTED})
#: A figure changes only by a correction.
KEPT = frozenset({State.LOCKED, State.CORRECTED})


class Move(StrEnum):
    """What can be done with a sheet."""

    TYPE = "type"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    LOCK = "lock"
    CORRECT = "correct"


class Trouble(StrEnum):
    """Why a text in a cell is no figure yet; the text itself is kept."""

    NONE = ""
    AMBIGUOUS = "ambiguous"  # "4,974": 4.974 or 4974?
    UNREADABLE = "unreadable"
    ANSWER = "answer"  # yes or no is wanted


class Choice(StrEnum):
    """What an ambiguous number is meant as."""

    DECIMAL = "decimal"
    THOUSANDS = "thousands"


class Outcome(StrEnum):
    """What became of one cell that was to be saved."""

    SAVED = "saved"
    SAME = "same"  # it stood there already
    CONFLICT = "conflict"  # somebody else was faster; nothing was changed


class FlawKind(StrEnum):
    """What is wrong with a sheet."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    ANSWER = "answer"
    REASON = "reason"  # there is no figure, and nobody has said why
    SENT_BACK = "sent_back"  # it was sent back and nobody has touched it
    ARITHMETIC = "arithmetic"
    RANGE = "range"
    CHANGE = "change"
    OUTLIER = "outlier"


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell as somebody wants it: a text, or a gap with its reason; both empty empties it.

    Attributes:
        line: code of the line.
        version: of the cell that the person saw; 0: nobody had typed anything.
        choice: what an ambiguous number is meant as, once the person has said so.
        note: why the value is unusual.
    """

    line: str
    version: int
    text: str = ""
    choice: Choice | None = None
    gap: Gap | None = None
    gap_reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell as it stands.

    Attributes:
        text: as typed; ``value`` what it says, None where it says nothing (``trouble``) or there is a gap.
        sent_back: what the office says is wrong; empty: nothing, or it was mended since.
        by, at: who saved it last.
    """

    line: str
    version: int = 0
    text: str = ""
    value: Decimal | None = None
    step: Decimal | None = None
    trouble: Trouble = Trouble.NONE
    gap: Gap | None = None
    gap_reason: str = ""
    note: str = ""
    sent_back: str = ""
    by: str = ""
    at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing stands in it: neither a number nor a reason why there is none."""
        return self.value is None and self.gap is None and not self.trouble


@dataclass(frozen=True, slots=True)
class CellSaved:
    """What became of a cell.

    Attributes:
        cell: as it stands now; with ``CONFLICT`` the other person's.
        readings: with ``Trouble.AMBIGUOUS``: what it may mean, for the person to choose.
    """

    outcome: Outcome
    cell: CellRow
    readings: Mapping[Choice, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a line besides its cell: figures in force.

    Attributes:
        previous: of the sheet's period before; ``same``: of the same period of the year before.
        history: of earlier periods that compare with this one, newest first.
        known: the figure in force for this very period, from whatever source; ``known_id``: its page.
        plan: the value of the year that the unit's target asks for.
    """

    previous: Decimal | None = None
    same: Decimal | None = None
    history: tuple[Decimal, ...] = ()
    known: Decimal | None = None
    known_step: Decimal | None = None
    known_id: int | None = None
    known_source: str = ""
    is_known_ours: bool = False
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, or unusual.

    Attributes:
        lines: codes of the cells it is about; the first is where it is shown.
        told: what the sentence needs: numbers as they are, words as they are.
        is_noted: a warning, and the person has said why.
    """

    kind: FlawKind
    severity: Severity
    lines: tuple[str, ...]
    told: Mapping[str, Decimal | str | None] = field(default_factory=dict)
    is_noted: bool = False

    @property
    def stops(self) -> bool:
        """The sheet cannot be sent with it."""
        return self.severity is Severity.ERROR or not self.is_noted


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a sheet with what stands in them, what is known beside them, and what is wrong."""

    lines: tuple[LineRow, ...]
    cells: Mapping[str, CellRow]
    beside: Mapping[str, Beside]
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What became of the cells that were to be saved, in their order, and the sheet as it stands now."""

    cells: tuple[CellSaved, ...]
    grid: Grid
    state: State
    row_version: int

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """What is wrong with the sheet now."""
        return self.grid.flaws


@dataclass(frozen=True, slots=True)
class Correction:
    """What a locked cell should have been, in the words of ``CellEdit``."""

    line: str
    text: str = ""
    choice: Choice | None = None
    gap: Gap | None = None
    gap_reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet in a list.

    Attributes:
        version: how many times it was sent or corrected.
        filled, lines: cells that say something, and all of them.
        has_clash: two sources disagree and nobody has decided.
    """

    id: int
    form_id: int
    title: str
    title_en: str
    unit_id: int
    unit_name: str
    period: Period
    due_on: date
    is_due_certain: bool
    state: State
    row_version: int
    version: int
    filled: int
    lines: int
    lead: str
    reviewer: str
    submitted_at: datetime | None
    has_clash: bool

    def is_late(self, today: date) -> bool:
        """It is wanted and was wanted before today."""
        return self.state not in DONE and self.due_on < today

    @property
    def was_late(self) -> bool:
        """It came after its day."""
        return self.submitted_at is not None and localtime(self.submitted_at).date() > self.due_on


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One value that a cell had."""

    cell: CellRow
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One thing that was done with a sheet."""

    move: Move
    state: State
    at: datetime
    by: str
    reason: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a sheet: what was sent, or what a correction made of it.

    Attributes:
        cells: by line.
        figures: line → observation; None where another source stands against it.
        clashes: line → the observation that says something else, while nobody has decided.
    """

    number: int
    is_correction: bool
    reason: str
    at: datetime
    by: str
    cells: Mapping[str, CellRow]
    figures: Mapping[str, int | None]
    clashes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A sheet with everything that its page shows.

    Attributes:
        may_type, may_review: what this person may do with it in this state.
    """

    row: SheetRow
    regime: str
    grid: Grid
    moves: tuple[MoveRow, ...]
    versions: tuple[VersionRow, ...]
    may_type: bool
    may_review: bool

    @property
    def lines(self) -> tuple[LineRow, ...]:
        """The lines, in their order."""
        return self.grid.lines

    @property
    def cells(self) -> Mapping[str, CellRow]:
        """The cells, by line."""
        return self.grid.cells
