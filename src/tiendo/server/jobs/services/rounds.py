# SPDX-License-Identifier: Apache-2.0
"""Jobs that wait, run one after the other without the queue: for a short job its statements cost as much as the work.

Jobs of a kind with a ``keep`` are claimed in groups of a fraction of a second. What a group has made, its ends and the
claim of the next group are one transaction, so a worker that is killed has to do a group again and nothing is half
there. A job that was broken off or failed once runs alone from then on: if it is the one that kills workers, no other
goes with it.

Entries of the queue are struck off at the end; whoever takes one before finds that its job does not wait, and does
nothing.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.utils import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tiendo.server.jobs.data import KINDS, JobState
from tiendo.server.jobs.models import Job
from tiendo.server.jobs.queries import list_due
from tiendo.server.jobs.running import End, Ended, claim, fail, finish, held, perform, release, running, taken
from tiendo.server.jobs.services.queue import put

#: How many jobs are run between two looks at the queue.
AT_ONCE = 200
_LARGEST = 64  # jobs of a group
_GROWTH = 4  # how many times as large as the last group; what is left when its time is up waits again
_LONGEST = 0.8  # seconds for which a group is claimed: what its first job has made waits for the last

log = logging.getLogger("tiendo.jobs")


class Sizes:
    """How many jobs of a kind are claimed at once: learnt from group to group, and kept by a worker for its rounds."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}

    def get(self, kind: str) -> int:
        """For the next group; one where nothing is known of the kind."""
        return self._of.get(kind, 1)

    def learn(self, kind: str, each: float) -> None:
        """A job of the last group took so many seconds: as many as there is time for, and not many more at once."""
        self._of[kind] = max(1, min(_LARGEST, _GROWTH * self.get(kind), int(_LONGEST / each)))


def run_job(job_id: int) -> None:
    """Runs one job, if it waits."""
    _Round(Job.objects.filter(pk=job_id, state=JobState.QUEUED), lambda: True, Sizes()).run()


def run_waiting(goes_on: Callable[[], bool], sizes: Sizes | None = None) -> int:
    """Runs the jobs that wait, the oldest first.

    Args:
        goes_on: asked before each job; False ends the round.
        sizes: what earlier rounds have learnt.

    Returns:
        How many jobs were run.
    """
    return _Round(list_due(AT_ONCE), goes_on, sizes or Sizes()).run()


class _Round:
    """Jobs on their way from waiting to their end."""

    def __init__(self, jobs: Iterable[Job], goes_on: Callable[[], bool], sizes: Sizes) -> None:
        self._waiting = deque(jobs)
        self._claimed: deque[Job] = deque()
        self._ended: list[Ended] = []  # not yet written
        self._entries: list[UUID] = []
        self._count = 0
        self._goes_on = goes_on
        self._sizes = sizes

    def run(self) -> int:
        """All of them, or until told to end; how many were run."""
        try:
            while self._waiting and self._goes_on():
                self._turn(self._next_group())
                self._work()
            with transaction.atomic():
                self._turn([])
                self._strike_off()
        finally:  # what was not written is taken up again when its lease runs out
            running.remove([*self._claimed, *(job for job, _ in self._ended)])
        return self._count

    def _next_group(self) -> list[Job]:
        group = [self._waiting.popleft()]
        size = self._sizes.get(group[0].kind)
        while self._waiting and len(group) < size and _go_together(group[0], self._waiting[0]):
            group.append(self._waiting.popleft())
        return group

    def _turn(self, group: Sequence[Job]) -> None:
        """Writes what has ended and claims what comes next, in one transaction."""
        try:
            with transaction.atomic():
                _settle(self._ended)
                claimed = claim(group)
        except OperationalError:  # the database does not answer: nobody is at fault
            raise
        except Exception:
            log.exception("what %s jobs have made cannot be kept at once", len(self._ended))
            for job, end in self._ended:
                _settle_alone(job, end)
            with transaction.atomic():
                claimed = claim(group)
        running.remove(job for job, _ in self._ended)
        self._ended.clear()
        taken(claimed)
        self._claimed.extend(claimed)

    def _work(self) -> None:
        """Runs what was claimed, until the time of a group is up; the rest waits again."""
        began, count, kind = time.monotonic(), self._count, ""
        while self._claimed:
            job = self._claimed.popleft()
            kind = job.kind  # the same for all of a group
            if job.queue_entry is not None:
                self._entries.append(job.queue_entry)
            self._count += 1
            self._ended.append((job, perform(job, self._make_way)))
            if time.monotonic() - began > _LONGEST or not self._goes_on():
                break
        self._give_back()
        if kind:
            self._sizes.learn(kind, (time.monotonic() - began) / (self._count - count))

    def _make_way(self) -> None:
        """Before long work: what is made is written, and another worker may take what was claimed behind it."""
        self._give_back()
        self._turn([])

    def _give_back(self) -> None:
        if self._claimed:
            jobs = list(self._claimed)
            with transaction.atomic():
                release(jobs)
                waiting = Job.objects.filter(pk__in=[job.pk for job in jobs], state=JobState.QUEUED)
                for job in waiting.exclude(queue_entry__in=DBTaskResult.objects.ready().values("pk")):
                    put(job)  # a worker has met its entry meanwhile and struck it off
            self._claimed.clear()
            for job in jobs:
                job.attempts -= 1
            self._waiting.extendleft(reversed(jobs))

    def _strike_off(self) -> None:
        now = timezone.now()
        ready = DBTaskResult.objects.filter(pk__in=self._entries, status=TaskResultStatus.READY)
        ready.update(status=TaskResultStatus.SUCCESSFUL, started_at=now, finished_at=now)


def _go_together(one: Job, other: Job) -> bool:
    kind = KINDS.get(one.kind)
    return one.kind == other.kind and kind is not None and kind.keep is not None and one.attempts == other.attempts == 0


def _settle(ended: Sequence[Ended]) -> None:
    over = [(job, end) for job, end in ended if end.wait is None]
    if over:
        finish(over)
    for job, end in ended:
        if end.wait is not None:
            _put_again(job, end.wait)


def _settle_alone(job: Job, end: End) -> None:
    """One job whose group could not be written; if it is the one at fault, its try has failed."""
    try:
        with transaction.atomic():
            _settle([(job, end)])
    except OperationalError:
        raise
    except Exception:
        log.exception("job %s (%s), attempt %s", job.pk, job.kind, job.attempts)
        with transaction.atomic():
            _settle([(job, fail(job, KINDS.get(job.kind)))])


def _put_again(job: Job, wait: timedelta) -> None:
    """After a failed try, unless somebody else has taken the job meanwhile."""
    mine = held([job]).select_for_update().first()
    if mine is not None:
        put(mine, after=timezone.now() + wait)
