# SPDX-License-Identifier: Apache-2.0
"""Who did what to what: the public face of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

#: Codes of acts in words, for people who read the record; each app adds its own. A code without words is shown itself.
VERB_WORDS: dict[str, StrPromise] = {}


def name_verbs(words: Mapping[str, StrPromise]) -> None:
    """Adds the words of an app ("documents.receive": "received a document"); called by its ``data``."""
    VERB_WORDS.update(words)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. A name is kept beside the id, for a record outlives accounts.

    Attributes:
        user_id: None when the system itself acts (a job, a command).
        name: as shown at the time ("Trần Thị Hoa", "tiendo load").
    """

    user_id: int | None
    name: str

    @staticmethod
    def system(name: str) -> Actor:
        """A command or a job."""
        return Actor(None, name)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done, before it is recorded.

    Attributes:
        verb: stored code, app and act: "documents.receive", "intake.accept".
        subject: what it was done to: "document:12".
        unit_id: the unit it concerns; who may see that unit may read the act.
        detail: plain JSON: numbers as text, never personal data beyond what the act is about.
    """

    verb: str
    subject: str
    unit_id: int | None = None
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which acts of the record are asked for; what is empty narrows nothing.

    Attributes:
        who: part of a name, as it was at the time.
        verb: a stored code, or the beginning of one up to a point ("accounts.").
        subject: exactly ("document:12").
        since, until: days, both included.
    """

    who: str = ""
    verb: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None


class ChainFault(StrEnum):
    """What is wrong with a chain."""

    CHANGED = "changed"  # an event is not what its hash says
    MOVED = "moved"  # an event does not follow the one before
    GAP = "gap"  # a number is missing: something was taken out
    CUT = "cut"  # events are missing at the end
    FORGED_HEAD = "forged_head"  # the end says something else than the last event
    UNKNOWN_HEAD = "unknown_head"  # a head that was kept elsewhere is not in the chain


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a walk along the chain found.

    Attributes:
        count: events walked.
        broken_at: id of the first event that does not fit or is missing, or None.
        fault: what is wrong there; None when whole.
        head: the last hash; keep it elsewhere to prove that nothing was cut from the end.
        ended_at: time of the last event.
    """

    count: int
    broken_at: int | None
    fault: ChainFault | None
    head: str
    ended_at: datetime | None

    @property
    def is_whole(self) -> bool:
        """Nothing was cut or changed."""
        return self.fault is None
