# SPDX-License-Identifier: Apache-2.0
"""Running jobs: claim, lease, progress, end. Not here: which jobs, and when (``services.rounds``)."""

from __future__ import annotations

import json
import logging
import os
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.jobs.data import KINDS, JobCancelled, JobKind, JobState
from tiendo.server.jobs.models import Job
from tiendo.server.support.refusals import Refusal

LEASE = timedelta(seconds=60)
_SHOWN_EVERY = 0.5  # seconds between two writes of progress
_BACK_OFF = (5, 30, 120)  # seconds before the next try

log = logging.getLogger("tiendo.jobs")
_HOST = socket.gethostname()[:50]
WORKER = f"{_HOST}:{os.getpid()}"


def is_gone(worker: str) -> bool:
    """Whether a worker ran on this machine and its process is no more."""
    host, _, process = worker.rpartition(":")
    if host != _HOST or not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # it lives, as another user
        return False
    return False


class Context:
    """What a handler is given; see ``data.JobContext``.

    Args:
        before_long: called before the handler begins what may take seconds.
    """

    def __init__(self, job_id: int, before_long: Callable[[], None] | None = None) -> None:
        self.job_id = job_id
        self._before_long = before_long
        self._shown_at = 0.0  # progress is shown at once
        self._looked_at = time.monotonic()  # whoever claimed the job has seen that nobody stopped it

    def progress(self, done: int, total: int) -> None:
        """Shows how far the work is, at most twice a second and at the end."""
        if done < total and time.monotonic() - self._shown_at < _SHOWN_EVERY:
            return
        self._shown_at = time.monotonic()
        Job.objects.filter(pk=self.job_id).update(done=done, total=total)
        self._look()

    def check_cancelled(self) -> None:
        """Raises ``JobCancelled`` when a person has stopped the job; asks at most twice a second."""
        if time.monotonic() - self._looked_at >= _SHOWN_EVERY:
            self._look()

    def expect_long(self) -> None:
        """What jobs before it have made does not wait for this one."""
        if self._before_long is not None:
            self._before_long()

    def _look(self) -> None:
        self._looked_at = time.monotonic()
        if Job.objects.filter(pk=self.job_id, is_cancel_wished=True).exists():
            raise JobCancelled


class _Running:
    """The jobs that this process has claimed, whose lease the clock renews."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ids: set[int] = set()

    def add(self, jobs: Iterable[Job]) -> None:
        with self._lock:
            self._ids.update(job.pk for job in jobs)

    def remove(self, jobs: Iterable[Job]) -> None:
        with self._lock:
            self._ids.difference_update(job.pk for job in jobs)

    def renew(self) -> None:
        with self._lock:
            ids = list(self._ids)
        if ids:
            mine = Job.objects.filter(pk__in=ids, worker=WORKER, state=JobState.RUNNING)
            mine.update(lease_until=timezone.now() + LEASE)


running = _Running()


@dataclass(frozen=True, slots=True)
class End:
    """How one run of a job ended.

    Attributes:
        made: what its kind has to keep.
        wait: how long until it is tried again; None: it is over.
    """

    state: JobState
    failure: str = ""
    result: object = None
    made: object = None
    wait: timedelta | None = None


Ended = tuple[Job, End]


def claim(jobs: Sequence[Job]) -> list[Job]:
    """Takes waiting jobs, all tried equally often, in one statement; those that nobody took or stopped meanwhile.

    The rows that were given say the same as before; ``taken`` tells them once the transaction has held.
    """
    if not jobs:
        return []
    ids, now, tried = [job.pk for job in jobs], timezone.now(), jobs[0].attempts
    mine = {"state": JobState.RUNNING, "worker": WORKER, "attempts": tried + 1}
    free = Job.objects.filter(pk__in=ids, state=JobState.QUEUED, attempts=tried)
    count = free.update(**mine, lease_until=now + LEASE, started_at=now)
    if count in (0, len(jobs)):
        return list(jobs) if count else []
    ours = set(Job.objects.filter(pk__in=ids, started_at=now, **mine).values_list("pk", flat=True))
    return [job for job in jobs if job.pk in ours]


def taken(jobs: Sequence[Job]) -> None:
    """From now on their leases are kept."""
    for job in jobs:
        job.attempts += 1
    running.add(jobs)


def release(jobs: Sequence[Job]) -> None:
    """What was claimed and not begun waits as before; what a person has stopped meanwhile is over."""
    mine, before = held(jobs), F("attempts") - 1
    stopped = mine.filter(is_cancel_wished=True)
    stopped.update(state=JobState.CANCELLED, attempts=before, lease_until=None, finished_at=timezone.now())
    mine.update(state=JobState.QUEUED, attempts=before, worker="", lease_until=None, started_at=None)
    running.remove(jobs)


def perform(job: Job, before_long: Callable[[], None] | None = None) -> End:
    """Does the work of a job that was claimed; what comes of it is not yet written."""
    kind = KINDS.get(job.kind)
    try:
        if kind is None:
            raise LookupError(f"no handler for the job {job.kind}")
        result = kind.handler(Context(job.pk, before_long), **job.arguments)
        if kind.keep is not None:
            return End(JobState.DONE, made=result)
        json.dumps(result)  # what cannot be kept is a fault of the handler, not of whoever writes the end
    except JobCancelled:
        return End(JobState.CANCELLED)
    except Refusal as refusal:  # the input is at fault: another try gives the same
        return End(JobState.FAILED, failure=str(refusal.sentence))
    except Exception:
        log.exception("job %s (%s), attempt %s", job.pk, job.kind, job.attempts)
        return fail(job, kind)
    return End(JobState.DONE, result=result)


def fail(job: Job, kind: JobKind | None) -> End:
    """The end of a run that an error has stopped: another try, or none."""
    if kind is not None and job.attempts < kind.max_attempts:
        return End(JobState.QUEUED, wait=timedelta(seconds=_BACK_OFF[min(job.attempts, len(_BACK_OFF)) - 1]))
    return End(JobState.FAILED, failure=_("An error of the program stopped the work. Tell the administrator."))


def finish(ended: Sequence[Ended]) -> None:
    """Writes what jobs of one kind have made, and their ends, in the transaction of the caller.

    A job whose lease ran out meanwhile, so that somebody else has it, is left to him; of one that a person has stopped
    nothing is kept.
    """
    if connection.in_atomic_block and connection.needs_rollback:
        raise RuntimeError("a handler left its transaction broken")
    mine = held([job for job, _ in ended]).select_for_update()
    is_stopped = dict(mine.values_list("pk", "is_cancel_wished"))
    over = [(job, end) for job, end in ended if job.pk in is_stopped]
    made = [end.made for job, end in over if end.made is not None and not is_stopped[job.pk]]
    if made:
        keep = KINDS[over[0][0].kind].keep
        assert keep is not None  # noqa: S101 - WONTFIX: only such a kind makes anything
        keep(made)
    alike: dict[tuple[JobState, str, str], list[Ended]] = defaultdict(list)
    for job, end in over:
        state = JobState.CANCELLED if end.made is not None and is_stopped[job.pk] else end.state
        alike[state, end.failure, json.dumps(end.result)].append((job, end))
    for (state, failure, _result), group in alike.items():
        held([job for job, _ in group]).update(
            state=state, failure=failure, result=group[0][1].result, finished_at=timezone.now(), lease_until=None
        )


def held(jobs: Sequence[Job]) -> QuerySet[Job]:
    """The rows of jobs that we run, tried equally often, as long as nobody has taken them from us."""
    tried = {job.attempts for job in jobs}
    return Job.objects.filter(
        pk__in=[job.pk for job in jobs], attempts__in=tried, worker=WORKER, state=JobState.RUNNING
    )
