# SPDX-License-Identifier: Apache-2.0
"""Jobs as plain data, and the register of what can be run: the public face.

A handler is a function ``(context, **arguments)``. It may be run more than once (after a crash, after a failure), so
doing it twice must give what doing it once gives.

Short work of which there is much is told in two: the handler makes something and writes nothing, ``keep`` writes what
was made. A worker runs such jobs in groups: what a group has made, and the ends of its jobs, are one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from django.utils.translation import gettext_lazy as _

from tiendo.server.audit.data import name_verbs

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Nothing more will happen to it."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class JobCancelled(Exception):  # noqa: N818 - WONTFIX: a person's wish is no error
    """Somebody pressed stop; the handler lets it pass and leaves nothing half done."""


class JobContext(Protocol):
    """What a handler is given."""

    @property
    def job_id(self) -> int:
        """Number of the job."""

    def progress(self, done: int, total: int) -> None:
        """Shows how far the work is; raises ``JobCancelled`` when a person has stopped it."""

    def check_cancelled(self) -> None:
        """Raises ``JobCancelled`` when a person has stopped the job. Cheap enough for every item of work."""

    def expect_long(self) -> None:
        """Says that the work ahead may take seconds: what jobs before it have made does not wait for it."""


Handler = Callable[..., Any]
Keep = Callable[[Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class JobKind:
    """What can be run.

    Attributes:
        code: stored: "intake.read".
        handler: ``(context, **arguments)``; what it returns is the result of the job if it is not None, and must be
            JSON; with ``keep`` it is what there is to write, and anything at all.
        max_attempts: how often it is tried in all.
        every: how often it runs by itself, or None.
        label: in words, for the person who waits: "Reading a document"; empty: pages say only that there is work.
        keep: writes what the handler made, of one job or of many, in the transaction in which they end.
    """

    code: str
    handler: Handler
    max_attempts: int
    every: timedelta | None
    label: str | StrPromise = ""
    keep: Keep | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a job is about, for its page.

    Attributes:
        name: "Báo cáo 9 tháng đầu năm 2020".
        url: its page.
    """

    name: str
    url: str


#: All kinds, filled by ``job`` when the apps' ``tasks`` are imported.
KINDS: dict[str, JobKind] = {}


def job(
    code: str,
    *,
    max_attempts: int = 3,
    every: timedelta | None = None,
    label: str | StrPromise = "",
    keep: Keep | None = None,
) -> Callable[[Handler], Handler]:
    """Registers a handler under a code. Handlers stand in ``tasks.py`` of an app, which its ``ready`` imports."""

    def register(handler: Handler) -> Handler:
        known = KINDS.get(code)
        if known is not None and known.handler.__qualname__ != handler.__qualname__:
            raise ValueError(f"two handlers for the job {code}")
        KINDS[code] = JobKind(code, handler, max_attempts, every, label, keep)
        return handler

    return register


name_verbs(
    {
        "jobs.cancel": _("stopped a job"),
    }
)
