# SPDX-License-Identifier: Apache-2.0
"""Jobs and when the regular ones are due. The queue itself is that of django-tasks-db."""

from __future__ import annotations

from django.db import models

from tiendo.server.accounts.models import User
from tiendo.server.jobs.data import JobState
from tiendo.server.units.models import Unit


class Job(models.Model):
    """One piece of long work."""

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    subject = models.CharField(max_length=120, blank=True, db_index=True)  # "document:12"
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")  # who may see the unit may see the job
    owner = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, default=JobState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)  # who runs it says so again before this; else it is taken from him
    worker = models.CharField(max_length=64, blank=True)
    queue_entry = models.UUIDField(null=True)  # of django-tasks-db
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)  # 0: not known
    is_cancel_wished = models.BooleanField(default=False)
    failure = models.TextField(blank=True)  # one sentence for the person
    result = models.JSONField(null=True)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """The reaper asks for running jobs by lease."""

        indexes = (models.Index(fields=["state", "lease_until"]),)

    def __str__(self) -> str:
        return f"{self.id} {self.kind} {self.state}"


class Schedule(models.Model):
    """When a regular job is due next."""

    kind = models.CharField(max_length=60, primary_key=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.due_at}"
