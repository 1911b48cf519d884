# SPDX-License-Identifier: Apache-2.0
"""Sheets: one form, one unit, one period. Drafts in cells, versions that are only added."""

from __future__ import annotations

from django.db import models

from tiendo.server.accounts.models import User
from tiendo.server.collect.data import Move, State
from tiendo.server.collect.models.forms import Form, FormLine, FormVersion
from tiendo.server.figures.models import Observation
from tiendo.server.support.fields import ExactDecimalField
from tiendo.server.units.models import Unit


class Sheet(models.Model):
    """A form for one unit and one period: what is due, how far it is, and what the lock holds."""

    form = models.ForeignKey(Form, models.PROTECT, related_name="sheets")
    version = models.ForeignKey(FormVersion, models.PROTECT, related_name="sheets")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    period = models.CharField(max_length=24)  # SDMX text form
    regime = models.CharField(max_length=16)
    first_on = models.DateField()
    last_on = models.DateField()  # the cut-off
    due_on = models.DateField()
    is_due_certain = models.BooleanField(default=True)  # False: the calendar of the year was not published
    state = models.CharField(max_length=10, default=State.OPEN.value, choices=[(s.value, s.value) for s in State])
    row_version = models.PositiveIntegerField(default=1)  # of the state, not of the cells
    number = models.PositiveSmallIntegerField(default=0)  # of its last version; 0: nothing was sent
    opened_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)  # the first time: what timeliness is told by
    sent_at = models.DateTimeField(null=True)  # the last time

    class Meta:
        """The key of the lock."""

        constraints = (models.UniqueConstraint(fields=["form", "unit", "period", "regime"], name="collect_one_sheet"),)
        indexes = (
            models.Index(fields=["unit", "state"]),
            models.Index(fields=["state", "due_on"]),
        )

    def __str__(self) -> str:
        return f"{self.form_id} {self.unit_id} {self.period}"


class SheetMove(models.Model):
    """One thing that was done with a sheet; never changed."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="moves")
    move = models.CharField(max_length=8, choices=[(move.value, move.value) for move in Move])
    state = models.CharField(max_length=10)  # that it led to
    reason = models.CharField(max_length=500, blank=True)
    cells = models.JSONField(default=dict)  # line → what the office says of it
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.move}"


class Content(models.Model):
    """What stands in a cell."""

    printed = models.CharField(max_length=200, blank=True)  # as typed
    value = ExactDecimalField(null=True)
    step = ExactDecimalField(null=True)
    trouble = models.CharField(max_length=12, blank=True)
    gap = models.CharField(max_length=16, blank=True)
    gap_reason = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        """Columns alone."""

        abstract = True


class Cell(Content):
    """A cell as it stands; made with its sheet, so that every save is a change of one row at one version."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="cells")
    line = models.ForeignKey(FormLine, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=0)  # 0: nobody has typed anything
    sent_back = models.CharField(max_length=300, blank=True)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    saved_name = models.CharField(max_length=150, blank=True)

    class Meta:
        """A line once per sheet."""

        constraints = (models.UniqueConstraint(fields=["sheet", "line"], name="collect_one_cell"),)

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.line_id} v{self.version}"


class CellEntry(Content):
    """One value that a cell had; never changed. What was typed is not lost when it is typed over."""

    cell = models.ForeignKey(Cell, models.PROTECT, related_name="entries")
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=150)

    class Meta:
        """A version once per cell: of two people who save at once, one is told."""

        constraints = (models.UniqueConstraint(fields=["cell", "version"], name="collect_one_entry"),)

    def __str__(self) -> str:
        return f"{self.cell_id} v{self.version}"


class Submission(models.Model):
    """A version of a sheet: what was sent in, or what a correction made of a locked one; never changed."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    is_correction = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=150)

    class Meta:
        """Numbers from 1, each once."""

        constraints = (models.UniqueConstraint(fields=["sheet", "number"], name="collect_one_submission"),)

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.number}"


class SubmittedCell(Content):
    """A cell of a version, and the figure that it became; only the columns from ``observation`` on are filled later."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="cells")
    line = models.ForeignKey(FormLine, models.PROTECT, related_name="+")
    observation = models.ForeignKey(Observation, models.PROTECT, null=True, related_name="+")
    clash = models.ForeignKey(Observation, models.PROTECT, null=True, related_name="+")  # another source says otherwise
    settled = models.CharField(max_length=8, blank=True)  # "form" or "other"; empty with a clash: nobody has decided
    settled_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        """A line once per version."""

        constraints = (models.UniqueConstraint(fields=["submission", "line"], name="collect_one_submitted"),)

    def __str__(self) -> str:
        return f"{self.submission_id} {self.line_id}"
