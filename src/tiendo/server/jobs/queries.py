# SPDX-License-Identifier: Apache-2.0
"""Jobs that a person may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django_tasks_db.models import DBTaskResult

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.jobs.data import JobState
from tiendo.server.jobs.models import Job


def list_jobs(scope: Scope) -> QuerySet[Job]:
    """Jobs of the units one may see, and one's own, newest first."""
    shown = permitted(Job.objects.all(), scope, Act.VIEW)
    own = Job.objects.filter(owner_id=scope.actor.user_id) if scope.actor.user_id is not None else Job.objects.none()
    return Job.objects.filter(Q(pk__in=shown.values("pk")) | Q(pk__in=own.values("pk"))).order_by("-id")


def find_job(job_id: int, scope: Scope) -> Job | None:
    """A job by number, or None when there is none that this person may see."""
    return list_jobs(scope).filter(pk=job_id).first()


def find_latest(subject: str) -> Job | None:
    """The newest job about a thing ("document:12"). The caller has asked whether the thing may be seen."""
    return Job.objects.filter(subject=subject).order_by("-id").first()


def list_due(most: int) -> list[Job]:
    """The jobs that wait and may run now, the oldest first. For the worker: nobody's right is asked."""
    due = DBTaskResult.objects.ready().order_by().values("pk")
    return list(Job.objects.filter(state=JobState.QUEUED, queue_entry__in=due).order_by("pk")[:most])
