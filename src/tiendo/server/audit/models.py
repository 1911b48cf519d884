# SPDX-License-Identifier: Apache-2.0
"""The record. Rows are only added; each holds the hash of the one before."""

from __future__ import annotations

from typing import Any

from django.db import models


class Event(models.Model):
    """One act. ``hash`` is over every other column and over ``previous``."""

    id = models.BigIntegerField(primary_key=True)  # 1, 2, 3 … without a gap: a missing number is a cut
    at = models.DateTimeField()
    user_id = models.BigIntegerField(null=True)  # no foreign key: the record outlives the account
    user_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=120, db_index=True)
    unit_id = models.BigIntegerField(null=True, db_index=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.id} {self.verb} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused: events are written by ``services.record`` alone."""
        raise TypeError("an event is never saved by itself; use audit.services.record")

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refused: nothing is ever taken out of the record."""
        raise TypeError("an event is never deleted")


class Head(models.Model):
    """The end of the chain: one row, locked while events are added, so that two writers cannot fork it."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    count = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.count} {self.hash[:8]}"
