# SPDX-License-Identifier: Apache-2.0
"""Taking jobs from dead workers, and starting the regular ones: what the clock beside a worker does."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from tiendo.server.audit.data import Actor
from tiendo.server.jobs.data import KINDS, JobState
from tiendo.server.jobs.models import Job, Schedule
from tiendo.server.jobs.running import is_gone
from tiendo.server.jobs.services.queue import enqueue, put

#: How long finished entries of the queue are kept.
KEPT = timedelta(days=7)


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
