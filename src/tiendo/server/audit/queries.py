# SPDX-License-Identifier: Apache-2.0
"""Reading the record: what was done, and whether anything in it was touched. Who may read it: ``accounts.queries``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Max, QuerySet
from django.utils import timezone

from tiendo.server.audit.data import ChainFault, ChainReport, EventFilter
from tiendo.server.audit.models import Event, Head
from tiendo.server.audit.rules import GENESIS, compute_hash

_AT_ONCE = 2_000
_SHOWN_EVERY = 10_000

Progress = Callable[[int, int], None]  # done, total


def list_events(asked: EventFilter) -> QuerySet[Event]:
    """Acts, newest first. The caller narrows them to what the person may read."""
    events = Event.objects.all()
    if asked.who:
        events = events.filter(user_name__icontains=asked.who)
    if asked.verb:
        is_app = asked.verb.endswith(".")
        events = events.filter(verb__startswith=asked.verb) if is_app else events.filter(verb=asked.verb)
    if asked.subject:
        events = events.filter(subject=asked.subject)
    if asked.since is not None:
        events = events.filter(at__gte=timezone.make_aware(datetime.combine(asked.since, time.min)))
    if asked.until is not None:
        events = events.filter(at__lt=timezone.make_aware(datetime.combine(asked.until + timedelta(1), time.min)))
    return events.order_by("-id")


def list_verbs() -> list[str]:
    """Codes of the acts that there are, for a choice."""
    return sorted(Event.objects.order_by().values_list("verb", flat=True).distinct())


def verify_chain(
    *, head: str = "", progress: Progress = lambda _done, _total: None, using: str = DEFAULT_DB_ALIAS
) -> ChainReport:
    """Walks the whole chain and tells the first thing that does not fit, or that nothing was touched.

    What the chain alone cannot show is an end that was cut off and a new end written over it with care; for that a
    head is kept elsewhere and given here.

    Args:
        head: a hash that was the head once; the chain must hold it.
        using: the database, where there are several.
    """
    end = _read_end(using)  # what is written while we walk comes behind it and is no part of the walk
    walk = _Walk(head)
    for event in Event.objects.using(using).filter(id__lte=end.count).order_by("id").iterator(chunk_size=_AT_ONCE):
        fault = walk.look(event)
        if fault is not None:
            return walk.report(fault)
        if walk.count % _SHOWN_EVERY == 0:
            progress(walk.count, end.count)
    progress(walk.count, end.count)
    return walk.report(walk.look_at_end(end) or _look_behind_end(using))


def _read_end(using: str) -> Head:
    return Head.objects.using(using).filter(pk=1).first() or Head()


def _look_behind_end(using: str) -> ChainFault | None:
    """Whether there are events that the end does not know of: written by somebody who went around the program."""
    latest = Event.objects.using(using).aggregate(latest=Max("id"))["latest"] or 0
    return ChainFault.FORGED_HEAD if latest > _read_end(using).count else None


class _Walk:
    """Where the walk is: the last hash, the number of events, and whether the kept head was met."""

    def __init__(self, head: str) -> None:
        self.count = 0
        self.hash = GENESIS
        self.at: datetime | None = None
        self._kept = head.strip().lower()
        self._is_met = self._kept in ("", GENESIS)

    def look(self, event: Event) -> ChainFault | None:
        """What is wrong with the next event; None: nothing."""
        if event.id > self.count + 1:
            return ChainFault.GAP
        if event.id != self.count + 1 or event.previous != self.hash:
            return ChainFault.MOVED
        names = ("id", "at", "user_id", "user_name", "verb", "subject", "unit_id", "detail")
        if compute_hash({name: getattr(event, name) for name in names}, event.previous) != event.hash:
            return ChainFault.CHANGED
        self.count, self.hash, self.at = event.id, event.hash, event.at
        self._is_met = self._is_met or event.hash == self._kept
        return None

    def look_at_end(self, end: Head) -> ChainFault | None:
        """What is wrong with the end; None: nothing."""
        if end.count > self.count:
            return ChainFault.CUT
        if end.hash != self.hash:
            return ChainFault.FORGED_HEAD
        return None if self._is_met else ChainFault.UNKNOWN_HEAD

    def report(self, fault: ChainFault | None) -> ChainReport:
        """The walk as it stands."""
        is_of_end = fault in (ChainFault.FORGED_HEAD, ChainFault.UNKNOWN_HEAD)
        broken_at = None if fault is None else self.count if is_of_end else self.count + 1
        return ChainReport(self.count, broken_at, fault, self.hash, self.at)
