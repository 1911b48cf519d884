# SPDX-License-Identifier: Apache-2.0
"""Findings and problems of a document until a person has decided on each, and the decisions."""

from __future__ import annotations

from django.db import models

from tiendo.server.accounts.models import User
from tiendo.server.documents.models import Document
from tiendo.server.figures.models import Observation
from tiendo.server.intake.data import FindingState, Settlement
from tiendo.server.targets.models import Plan


class Finding(models.Model):
    """One thing the reader found, with its place in the document."""

    # the unique pair with the position is the index of this column too
    document = models.ForeignKey(Document, models.CASCADE, related_name="findings", db_index=False)
    position = models.PositiveIntegerField()  # order on the page
    kind = models.CharField(max_length=12)
    start = models.PositiveIntegerField(null=True)  # in the text; None: in a cell
    end = models.PositiveIntegerField(null=True)
    cell = models.JSONField(null=True)  # {"table", "row", "column"}
    payload = models.JSONField()  # the finding as ``tiendo read --format json`` prints it; see ``stored``
    confidence = models.FloatField()
    state = models.CharField(max_length=10, default=FindingState.PROPOSED)
    row_version = models.PositiveIntegerField(default=1)  # a decision names the version it was made on
    became = models.CharField(max_length=12, blank=True)  # a ``Becomes`` once it is accepted
    written = models.JSONField(null=True)  # what was written of it: indicator, unit, period, value, status
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False)
    decided_at = models.DateTimeField(null=True)
    observation = models.ForeignKey(Observation, models.PROTECT, null=True, related_name="+", db_index=False)
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        """In the order of the page. What nobody has decided on stands in one index alone, so that it costs little."""

        constraints = (models.UniqueConstraint(fields=["document", "position"], name="intake_one_position"),)
        indexes = tuple(
            models.Index(fields=[name], condition=models.Q(**{f"{name}__isnull": False}), name=f"intake_by_{name}")
            for name in ("decided_by", "observation", "plan")
        )

    def __str__(self) -> str:
        return f"{self.document_id}/{self.position} {self.kind}"


class Review(models.Model):
    """The review of a document as a whole; the row is locked while anything of it is decided."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="review")
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.document_id}"


class Problem(models.Model):
    """What the audit of numbers says of a document."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="problems", db_index=False)  # as above
    position = models.PositiveIntegerField()
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    cell = models.JSONField(null=True)  # with its labels
    quote = models.TextField()
    message_vi = models.TextField()
    message_en = models.TextField()
    detail = models.JSONField(default=dict)  # related places, and the equation in both languages; see ``stored``
    settled_as = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Settlement])
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        """In the order of the text."""

        constraints = (models.UniqueConstraint(fields=["document", "position"], name="intake_one_problem"),)

    def __str__(self) -> str:
        return f"{self.document_id}/{self.position} {self.rule}"


class Decision(models.Model):
    """One decision on one finding; an undo is a decision too. Rows are only added."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="decisions")
    batch = models.UUIDField(db_index=True)  # what was decided with one key or one press
    before = models.JSONField()
    after = models.JSONField()
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    undoes = models.UUIDField(null=True, db_index=True)  # the batch that this one takes back

    def __str__(self) -> str:
        return f"{self.finding_id} {self.batch}"
