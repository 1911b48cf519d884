# SPDX-License-Identifier: Apache-2.0
"""Putting a job into the queue, and stopping it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may
from tiendo.server.audit.data import Act as Record
from tiendo.server.audit.data import Actor
from tiendo.server.audit.services import record
from tiendo.server.jobs.data import KINDS, JobState
from tiendo.server.jobs.models import Job
from tiendo.server.support.refusals import NotForYou


@task()
def run(job_id: int) -> None:
    """What the queue calls."""
    from tiendo.server.jobs.services.rounds import run_job  # noqa: PLC0415 - WONTFIX: a round puts jobs into the queue

    run_job(job_id)


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
