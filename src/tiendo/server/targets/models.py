# SPDX-License-Identifier: Apache-2.0
"""Targets, their plans and phasing, stored verdicts, and what is asked about them.

Every row says when it was recorded, and when another one took its place (``ended_at``): what was known at a moment is
what was recorded by then and had not ended (``queries.known``).
"""

from __future__ import annotations

from django.db import models

from tiendo.server.accounts.models import User
from tiendo.server.documents.models import Document
from tiendo.server.figures.models import Indicator, Observation
from tiendo.server.support.fields import ExactDecimalField
from tiendo.server.targets.data import Cadence, Deed
from tiendo.server.units.models import Unit

#: A row is in force, or it says since when it is not.
_ENDS_ONCE = models.Q(is_current=True, ended_at__isnull=True) | models.Q(is_current=False, ended_at__isnull=False)


class LoadedPack(models.Model):
    """A pack of targets as it was last loaded; what people set since then stands until the pack itself changes."""

    code = models.CharField(max_length=80, primary_key=True)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code


class UnitScheme(models.Model):
    """How a unit classifies its targets of a year; a change is a new row, the old one stays."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    definition = models.JSONField()  # ``rules.pack_scheme``
    is_current = models.BooleanField(default=True)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        """One in force per unit and year."""

        constraints = (
            models.CheckConstraint(condition=_ENDS_ONCE, name="targets_scheme_ends_once"),
            models.UniqueConstraint(
                fields=["unit", "year"], condition=models.Q(is_current=True), name="targets_one_scheme"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year} {self.code}"


class TargetColumns(models.Model):
    """What a target is; its unit, year and number never change."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    lead_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    lead_name = models.CharField(max_length=200, blank=True)  # as the resolution words it, where no unit is known
    position = models.PositiveIntegerField()  # order of the resolution
    group = models.CharField(max_length=200)  # "Kinh tế", as in the resolution
    name = models.CharField(max_length=500)
    rule = models.CharField(max_length=24)  # code of ``evaluate``
    rule_detail = models.JSONField(default=dict)  # base value and period, condition, share: what the rule needs
    cadence = models.CharField(max_length=12, default=Cadence.MONTH)
    is_counted = models.BooleanField(default=True)  # False: a "trong đó" row, shown and not counted
    row_version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()  # since when it is so

    class Meta:
        """Columns of two tables."""

        abstract = True


class Target(TargetColumns):
    """An indicator that a unit has to bring to a value within a span; changed in place, what it was is kept."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    number = models.CharField(max_length=12)  # "1", "1.1", as in the resolution
    year = models.PositiveSmallIntegerField()

    class Meta:
        """The board asks by unit and year."""

        constraints = (models.UniqueConstraint(fields=["unit", "year", "number"], name="targets_one_number"),)
        indexes = (models.Index(fields=["indicator", "unit", "year"]),)

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class FormerTarget(TargetColumns):
    """What a target was before it was changed."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="former")
    parent = models.ForeignKey(Target, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.target_id} {self.name}"


class Plan(models.Model):
    """A value that somebody set for a target; a change is a new version, the old one stays."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="plans")
    assigner = models.CharField(max_length=300)  # "HĐND phường", "UBND Thành phố", "tự đăng ký"
    act = models.CharField(max_length=120, blank=True)  # number of the resolution
    clause = models.CharField(max_length=120, blank=True)
    decided_on = models.DateField(null=True)
    is_primary = models.BooleanField(default=True)
    version = models.PositiveSmallIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    value = ExactDecimalField(null=True)
    upper = ExactDecimalField(null=True)  # of a range
    step = ExactDecimalField(null=True)
    measure = models.CharField(max_length=60)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    anchor = models.JSONField(null=True)
    quote = models.TextField(blank=True)
    printed = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=8, default="entry")
    deed = models.CharField(max_length=8, default=Deed.SET)
    note = models.CharField(max_length=500, blank=True)  # why it was changed or withdrawn
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        """One current primary plan per target."""

        constraints = (
            models.CheckConstraint(condition=_ENDS_ONCE, name="targets_plan_ends_once"),
            models.UniqueConstraint(
                fields=["target"], condition=models.Q(is_current=True, is_primary=True), name="targets_one_primary"
            ),
        )

    def __str__(self) -> str:
        return f"{self.target_id} {self.value}"


class Step(models.Model):
    """Stated phasing: how much of the year's plan is due by the end of a period; another one ends all of it."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="steps")
    last_on = models.DateField()
    share = ExactDecimalField()  # 0 … 1 of the plan
    note = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.target_id} {self.last_on} {self.share}"


class Verdict(models.Model):
    """What was said of a target as of a period: computed, and decided."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="verdicts")
    period = models.CharField(max_length=24)
    last_on = models.DateField()
    suggested = models.CharField(max_length=16)
    reason = models.CharField(max_length=60)  # code of ``evaluate``
    actual = ExactDecimalField(null=True)  # in the unit of the plan
    qualifier = models.CharField(max_length=10, default="exact")
    is_estimate = models.BooleanField(default=False)
    observation = models.ForeignKey(Observation, models.PROTECT, null=True, related_name="+")  # the last one judged
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="+")  # the one it was judged by
    achievement = ExactDecimalField(null=True)  # per cent of the plan, never clamped
    expected = ExactDecimalField(null=True)  # value due by the end of the period
    due = ExactDecimalField(null=True)  # the same as a share of the way, in per cent
    growth = ExactDecimalField(null=True)  # per cent, or points, on the same period
    is_points = models.BooleanField(default=False)
    arithmetic = models.JSONField()  # from which both sentences were made
    sentence_vi = models.TextField()
    sentence_en = models.TextField()
    evaluated_at = models.DateTimeField()
    final = models.CharField(max_length=16, blank=True)  # a person's word; empty: nobody has decided
    final_reason = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()  # of this row: it was computed, or somebody decided
    ended_at = models.DateTimeField(null=True)
    is_current = models.BooleanField(default=True)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="superseded_by")

    class Meta:
        """One current verdict per target and period."""

        constraints = (
            models.CheckConstraint(condition=_ENDS_ONCE, name="targets_verdict_ends_once"),
            models.UniqueConstraint(
                fields=["target", "period"], condition=models.Q(is_current=True), name="targets_one_verdict"
            ),
        )
        indexes = (models.Index(fields=["target", "-last_on"]),)

    def __str__(self) -> str:
        return f"{self.target_id} {self.period} {self.suggested}"


class Explanation(models.Model):
    """A request to explain a target (yêu cầu giải trình); written once, what is done to it are rows of its own."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="explanations")
    verdict = models.ForeignKey(Verdict, models.PROTECT, null=True, related_name="+")  # that it is about
    question = models.CharField(max_length=2000)
    due_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    asked_name = models.CharField(max_length=150)  # as shown at the time

    class Meta:
        """The page of a target asks by target."""

        indexes = (models.Index(fields=["target", "-asked_at"]),)

    def __str__(self) -> str:
        return f"{self.target_id} {self.due_on}"


class ExplanationMove(models.Model):
    """An answer, a reminder, the end of a request; never changed."""

    explanation = models.ForeignKey(Explanation, models.PROTECT, related_name="moves")
    move = models.CharField(max_length=8)  # ``data.Move``
    text = models.CharField(max_length=4000, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.explanation_id} {self.move}"
