# SPDX-License-Identifier: Apache-2.0
"""Requests for an explanation (yêu cầu giải trình) as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from tiendo.server.audit.data import name_verbs


class Move(StrEnum):
    """What is done to a request; each is a row that stays."""

    ANSWER = "answer"
    REMIND = "remind"
    CLOSE = "close"


class State(StrEnum):
    """How a request stands; it follows from its rows."""

    ASKED = "asked"
    REMINDED = "reminded"
    ANSWERED = "answered"
    CLOSED = "closed"


#: The unit still owes an answer.
WAITING = frozenset({State.ASKED, State.REMINDED})


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One thing that was done to a request."""

    move: Move
    text: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ExplanationRow:
    """A request with everything that was done to it.

    Attributes:
        period: of the verdict that it is about, in the text form of SDMX.
        status: of the target now; ``asked_status`` when it was asked.
        due_on: last day for the answer.
        is_late: it waits and the day is over.
        may_ask, may_answer: what the person may do here.
    """

    id: int
    target_id: int
    number: str
    target_name: str
    unit_id: int
    unit_name: str
    lead: str
    year: int
    period: str
    asked_status: str
    status: str
    question: str
    due_on: date
    asked_at: datetime
    asked_by: str
    state: State
    moves: tuple[MoveRow, ...]
    is_late: bool
    may_ask: bool
    may_answer: bool

    @property
    def is_waiting(self) -> bool:
        """Whether the unit still owes an answer."""
        return self.state in WAITING

    @property
    def is_open(self) -> bool:
        """Whether anything can still be done to it."""
        return self.state is not State.CLOSED


@dataclass(frozen=True, slots=True)
class WaitingExplanation:
    """A request that nobody has answered yet."""

    target_id: int
    number: str
    target_name: str
    due_on: date


@dataclass(frozen=True, slots=True)
class TargetExplanations:
    """The requests about one target, newest first.

    Attributes:
        can_ask: the person may ask, and no request is open.
    """

    target_id: int
    number: str
    target_name: str
    unit_id: int
    unit_name: str
    year: int
    rows: tuple[ExplanationRow, ...]
    can_ask: bool


name_verbs(
    {
        "targets.ask": _("asked for an explanation"),
        "targets.answer": _("answered a request for an explanation"),
        "targets.remind": _("reminded of a request for an explanation"),
        "targets.close": _("closed a request for an explanation"),
    }
)
