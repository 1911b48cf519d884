# SPDX-License-Identifier: Apache-2.0
"""Documents: one row per file and unit; the bytes lie under their hash, outside the database."""

from __future__ import annotations

from django.db import models

from tiendo.server.accounts.models import User
from tiendo.server.documents.data import DocumentState
from tiendo.server.units.models import Unit


class Document(models.Model):
    """A file that was received for a unit, and what reading made of it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()  # bytes
    original_name = models.CharField(max_length=255)
    media = models.CharField(max_length=8)  # txt md html docx pdf xlsx xls ods
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    state = models.CharField(max_length=10, default=DocumentState.RECEIVED)
    failure = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)
    finding_count = models.PositiveIntegerField(default=0)
    problem_count = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(null=True)
    reader_version = models.CharField(max_length=20, blank=True)

    # What the document says of itself, as read; a person may correct it.
    title = models.CharField(max_length=500, blank=True)
    number = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    dated_on = models.DateField(null=True)
    period = models.CharField(max_length=24, blank=True)  # in the form of ``Measurement.period``
    search_key = models.TextField(blank=True)  # of title, number and name

    class Meta:
        """One file once per unit; newest first."""

        constraints = (models.UniqueConstraint(fields=["unit", "sha256"], name="documents_once_per_unit"),)
        indexes = (
            models.Index(fields=["unit", "-received_at"]),
            models.Index(fields=["-received_at"]),
        )

    def __str__(self) -> str:
        return self.original_name


class Content(models.Model):
    """The text of a document exactly as read, with the blocks and tables that anchors point into."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="content")
    text = models.TextField()
    encoding = models.CharField(max_length=20)
    is_scanned = models.BooleanField(default=False)
    blocks = models.JSONField()  # as ``rules.pack_blocks`` writes them
    tables = models.JSONField()  # as ``rules.pack_tables`` writes them
    notes = models.JSONField()  # sentences for the person

    def __str__(self) -> str:
        return f"{self.document_id}"


class Passage(models.Model):
    """A paragraph or a row of a table as it is searched: words only, parted and enclosed by single spaces.

    On SQLite a full-text index stands over the words without marks (``fulltext``); else the columns are searched.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField(null=True)  # in the text; None: in a table
    end = models.PositiveIntegerField(null=True)
    cell = models.JSONField(null=True)  # {"table", "row", "column"} of the first cell
    text = models.TextField()
    exact = models.TextField()  # marks kept, one spelling of them
    bare = models.TextField()  # without marks

    def __str__(self) -> str:
        return f"{self.document_id}: {self.text[:40]}"
