# SPDX-License-Identifier: Apache-2.0
"""Who did what to what: the public face of the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


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
class ChainReport:
    """What a walk along the chain found.

    Attributes:
        count: events walked.
        broken_at: id of the first event that does not fit, or None.
        reason: in Vietnamese, for the terminal; empty when whole.
        head: the last hash; keep it elsewhere to prove that nothing was cut from the end.
        ended_at: time of the last event.
    """

    count: int
    broken_at: int | None
    reason: str
    head: str
    ended_at: datetime | None

    @property
    def is_whole(self) -> bool:
        """Nothing was cut or changed."""
        return self.broken_at is None
