# SPDX-License-Identifier: Apache-2.0
"""Answers to requests that may be sent again."""

from __future__ import annotations

from django.db import models


class Answer(models.Model):
    """What a request with an idempotency key was answered, written in the transaction of what it did."""

    holder = models.CharField(max_length=40)  # "token:12", "user:3"
    key = models.CharField(max_length=120)
    fingerprint = models.CharField(max_length=64)  # of address and body
    body = models.JSONField(null=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        """A key stands for one request of its holder."""

        constraints = (models.UniqueConstraint(fields=["holder", "key"], name="api_one_answer"),)

    def __str__(self) -> str:
        return f"{self.holder} {self.key}"
