# SPDX-License-Identifier: Apache-2.0
"""Putting a job into the queue, stopping it, taking it from a dead worker, starting the regular ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may
from tiendo.server.audit.data import Act as Record
from tiendo.server.audit.data import Actor
from tiendo.server.audit.services import record
from tiendo.server.jobs.data import KINDS, JobState
from tiendo.server.jobs.models import Job, Schedule
from tiendo.server.jobs.queries import list_due
from tiendo.server.jobs.running import End, claim, finish, held, is_gone, perform, run_job
from tiendo.server.support.refusals import NotForYou

#: How long finished entries of the queue are kept.
KEPT = timedelta(days=7)


#: How many jobs are run between two looks at the queue.
AT_ONCE = 50


@task()
def run(job_id: int) -> None:
    """What the queue calls."""
    wait = run_job(job_id)
    if wait is not None:
        _put_again(Job.objects.get(pk=job_id), wait)


def run_waiting(goes_on: Callable[[], bool]) -> int:
    """Runs jobs that wait, one after the other, without the queue: for a short job its statements cost as much as the
    work (bench.server).

    The end of a job and the claim of the next are one transaction. Entries of the queue are struck off together at the
    end; whoever takes one before, or after this process was killed, finds that its job does not wait, and does nothing.

    Args:
        goes_on: asked before each job; False ends the round.

    Returns:
        How many jobs were looked at.
    """
    entries: list[UUID] = []
    last: tuple[Job, End] | None = None
    for job in list_due(AT_ONCE):
        if not goes_on():
            break
        with transaction.atomic():
            if last is not None:
                _settle(*last)
            is_ours = claim(job)
        if job.queue_entry is not None:
            entries.append(job.queue_entry)
        last = (job, perform(job)) if is_ours else None
    if entries:
        with transaction.atomic():
            if last is not None:
                _settle(*last)
            now = timezone.now()
            ready = DBTaskResult.objects.filter(pk__in=entries, status=TaskResultStatus.READY)
            ready.update(status=TaskResultStatus.SUCCESSFUL, started_at=now, finished_at=now)
    return len(entries)


def _settle(job: Job, end: End) -> None:
    if end.wait is None:
        finish(job, end)
    else:
        _put_again(job, end.wait)


def _put_again(job: Job, wait: timedelta) -> None:
    """After a failed try, unless somebody else has taken the job meanwhile."""
    with transaction.atomic():
        mine = held(job).select_for_update().first()
        if mine is not None:
            put(mine, after=timezone.now() + wait)


def enqueue(
    kind: str, arguments: dict[str, Any], *, actor: Actor, unit_id: int | None = None, subject: str = ""
) -> int:
    """Puts a job into the queue, in the caller's transaction: no job without its cause, no cause without its job.

    Args:
        kind: code of a registered handler.
        arguments: plain JSON, given to the handler by name.
        subject: the thing it is about, by which ``queries.find_latest`` finds it.

    Returns:
        The number of the job.
    """
    if kind not in KINDS:
        raise KeyError(f"no handler for the job {kind}")
    with transaction.atomic():
        job = Job.objects.create(
            kind=kind,
            arguments=arguments,
            subject=subject,
            unit_id=unit_id,
            owner_id=actor.user_id,
            created_at=timezone.now(),
        )
        put(job)
    return job.pk


def put(job: Job, *, after: datetime | None = None) -> None:
    """Gives a job (again) to the queue."""
    with transaction.atomic():
        entry = run.using(run_after=after).enqueue(job.pk)
        job.state, job.queue_entry, job.lease_until, job.worker = JobState.QUEUED, UUID(entry.id), None, ""
        job.save(update_fields=["state", "queue_entry", "lease_until", "worker"])


def cancel(job_id: int, *, scope: Scope) -> Job:
    """Stops a job: at once when it has not begun, else at its next step."""
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(pk=job_id).first()
        is_own = job is not None and job.owner_id is not None and job.owner_id == scope.actor.user_id
        if job is None or not (is_own or may(scope, Act.UPLOAD, job.unit_id)):
            raise NotForYou
        if not JobState(job.state).is_over and not job.is_cancel_wished:
            job.is_cancel_wished = True
            if job.state == JobState.QUEUED:
                job.state, job.finished_at = JobState.CANCELLED, timezone.now()
            job.save(update_fields=["is_cancel_wished", "state", "finished_at"])
            record(Record("jobs.cancel", f"job:{job.pk}", job.unit_id, {"kind": job.kind}), actor=scope.actor)
    return job


def reap() -> int:
    """Takes jobs from dead workers; each goes back to the queue, or fails after its last try.

    A worker is dead when its lease ran out, or at once when it ran on this machine and its process is gone.
    """
    now = timezone.now()
    with transaction.atomic():
        running = Job.objects.select_for_update().filter(state=JobState.RUNNING)
        dead = [job for job in running if job.lease_until is None or job.lease_until < now or is_gone(job.worker)]
        for job in dead:
            if job.queue_entry is not None:
                DBTaskResult.objects.filter(pk=job.queue_entry).update(status="FAILED", finished_at=now)
            kind = KINDS.get(job.kind)
            if kind is not None and job.attempts < kind.max_attempts:
                put(job)
            else:
                job.state, job.finished_at = JobState.FAILED, now
                job.failure = _("The work was broken off several times. Start it again, or tell the administrator.")
                job.save(update_fields=["state", "finished_at", "failure"])
    return len(dead)


def start_due() -> int:
    """Puts the regular jobs that are due into the queue, once each however many workers ask."""
    now, count = timezone.now(), 0
    with transaction.atomic():
        due = {schedule.kind: schedule for schedule in Schedule.objects.select_for_update()}
        for kind in KINDS.values():
            if kind.every is None:
                continue
            schedule = due.get(kind.code) or Schedule(kind=kind.code, due_at=now)
            if schedule.due_at <= now:
                enqueue(kind.code, {}, actor=Actor.system("tiendo"))
                schedule.due_at = now + kind.every
                schedule.save()
                count += 1
        if count:
            # an entry that never ended is of a worker that was killed behind the end of its job
            old = Q(finished_at__lt=now - KEPT) | Q(finished_at=None, started_at__lt=now - KEPT)
            DBTaskResult.objects.filter(old).delete()
    return count
