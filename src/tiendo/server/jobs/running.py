# SPDX-License-Identifier: Apache-2.0
"""Running one job: claim, lease, progress, end. What a worker does between two looks at the queue."""

from __future__ import annotations

import json
import logging
import os
import socket
import threading
import time
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.jobs.data import KINDS, JobCancelled, JobState
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
    """What a handler is given; see ``data.JobContext``."""

    def __init__(self, job_id: int) -> None:
        self.job_id = job_id
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

    def _look(self) -> None:
        self._looked_at = time.monotonic()
        if Job.objects.filter(pk=self.job_id, is_cancel_wished=True).exists():
            raise JobCancelled


class _Running:
    """The jobs of this process, whose lease the clock renews. A worker runs one at a time, tests may run more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ids: set[int] = set()

    def add(self, job_id: int) -> None:
        with self._lock:
            self._ids.add(job_id)

    def remove(self, job_id: int) -> None:
        with self._lock:
            self._ids.discard(job_id)

    def renew(self) -> None:
        with self._lock:
            ids = list(self._ids)
        if ids:
            mine = Job.objects.filter(pk__in=ids, worker=WORKER, state=JobState.RUNNING)
            mine.update(lease_until=timezone.now() + LEASE)


_running = _Running()
renew_leases = _running.renew


@dataclass(frozen=True, slots=True)
class End:
    """How one run of a job ended.

    Attributes:
        wait: how long until it is tried again; None: it is over.
    """

    state: JobState
    failure: str = ""
    result: object = None
    wait: timedelta | None = None


def run_job(job_id: int) -> timedelta | None:
    """Runs one job to its end.

    Returns:
        How long to wait before it is put into the queue once more, or None when it is over (or was not ours to run).
    """
    job = Job.objects.filter(pk=job_id, state=JobState.QUEUED).first()
    if job is None or not claim(job):
        return None
    end = perform(job)
    if end.wait is None:
        finish(job, end)
    return end.wait


def claim(job: Job) -> bool:
    """Takes a waiting job, one statement; False when somebody has taken or stopped it since it was read."""
    now = timezone.now()
    is_ours = Job.objects.filter(pk=job.pk, state=JobState.QUEUED, attempts=job.attempts).update(
        state=JobState.RUNNING, worker=WORKER, attempts=job.attempts + 1, lease_until=now + LEASE, started_at=now
    )
    job.attempts += is_ours
    return bool(is_ours)


def perform(job: Job) -> End:
    """Does the work of a job that was claimed; what comes of it is not yet written."""
    kind = KINDS.get(job.kind)
    _running.add(job.pk)
    try:
        if kind is None:
            raise LookupError(f"no handler for the job {job.kind}")
        result = kind.handler(Context(job.pk), **job.arguments)
        json.dumps(result)  # what cannot be kept is a fault of the handler, not of whoever writes the end
    except JobCancelled:
        return End(JobState.CANCELLED)
    except Refusal as refusal:  # the input is at fault: another try gives the same
        return End(JobState.FAILED, failure=str(refusal.sentence))
    except Exception:
        log.exception("job %s (%s), attempt %s", job.pk, job.kind, job.attempts)
        if kind is not None and job.attempts < kind.max_attempts:
            wait = timedelta(seconds=_BACK_OFF[min(job.attempts, len(_BACK_OFF)) - 1])
            return End(JobState.QUEUED, wait=wait)
        return End(JobState.FAILED, failure=_("An error of the program stopped the work. Tell the administrator."))
    finally:
        _running.remove(job.pk)
    return End(JobState.DONE, result=result)


def finish(job: Job, end: End) -> None:
    """Writes the end of a job, unless its lease ran out meanwhile and somebody else has it."""
    if connection.in_atomic_block and connection.needs_rollback:
        raise RuntimeError("a handler left its transaction broken")
    held(job).update(
        state=end.state, failure=end.failure, result=end.result, finished_at=timezone.now(), lease_until=None
    )


def held(job: Job) -> QuerySet[Job]:
    """The row of a job that we run, as long as nobody has taken it from us."""
    return Job.objects.filter(pk=job.pk, worker=WORKER, attempts=job.attempts, state=JobState.RUNNING)
