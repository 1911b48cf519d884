# SPDX-License-Identifier: Apache-2.0
"""Forms and their versions: a change is a new version, sheets stay with the one they were opened with."""

from __future__ import annotations

from django.db import models

from tiendo.server.accounts.models import User
from tiendo.server.figures.models import Indicator
from tiendo.server.units.models import Unit


class LoadedPack(models.Model):
    """A pack of forms as it was last loaded."""

    code = models.CharField(max_length=80, primary_key=True)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code


class Template(models.Model):
    """A form of a pack that belongs to no unit: any office takes it over and changes it. Reference data, like packs."""

    code = models.CharField(max_length=80, primary_key=True)
    pack = models.ForeignKey(LoadedPack, models.CASCADE, related_name="templates")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    definition = models.JSONField()  # data.FormDefinition

    def __str__(self) -> str:
        return self.code


class Form(models.Model):
    """A form of a unit, whose office opens its periods and reviews what comes in."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    is_closed = models.BooleanField(default=False)  # no further period is opened
    created_at = models.DateTimeField()

    class Meta:
        """A code once per unit."""

        constraints = (models.UniqueConstraint(fields=["unit", "code"], name="collect_one_form"),)

    def __str__(self) -> str:
        return self.code


class FormVersion(models.Model):
    """What a form was from one moment on; never changed but for ``is_current``."""

    form = models.ForeignKey(Form, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    definition = models.JSONField()  # data.FormDefinition
    is_current = models.BooleanField(default=True)
    reason = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        """One in force per form."""

        constraints = (
            models.UniqueConstraint(fields=["form", "number"], name="collect_one_number"),
            models.UniqueConstraint(
                fields=["form"], condition=models.Q(is_current=True), name="collect_one_current_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.form_id} {self.number}"


class FormLine(models.Model):
    """A line of a version: what a cell is about."""

    version = models.ForeignKey(FormVersion, models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=80)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    reach = models.CharField(max_length=8)  # data.Reach
    status = models.CharField(max_length=8)  # figures.data.FigureStatus
    group = models.CharField(max_length=200, blank=True)
    is_required = models.BooleanField(default=True)
    hint = models.CharField(max_length=300, blank=True)

    class Meta:
        """A code once per version."""

        constraints = (models.UniqueConstraint(fields=["version", "code"], name="collect_one_line"),)

    def __str__(self) -> str:
        return self.code


class FormUnit(models.Model):
    """A unit that fills a version in."""

    version = models.ForeignKey(FormVersion, models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")

    class Meta:
        """A unit once per version."""

        constraints = (models.UniqueConstraint(fields=["version", "unit"], name="collect_one_unit"),)

    def __str__(self) -> str:
        return f"{self.version_id} {self.unit_id}"
