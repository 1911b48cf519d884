# SPDX-License-Identifier: Apache-2.0
"""Units, their versions in time, their changes, and the closure of the tree."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tiendo.server.units.data import Level


class Unit(models.Model):
    """An identity: nothing but a number and where it first came from."""

    origin = models.CharField(max_length=80, unique=True)  # "vn:commune:26740@2025-07-01"; finds the unit on re-loading

    def __str__(self) -> str:
        return self.origin


class LoadedPack(models.Model):
    """A pack of units as it was last loaded."""

    code = models.CharField(max_length=80, primary_key=True)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code


class UnitVersion(models.Model):
    """What a unit is called and where it stands, from one day to another (half-open)."""

    pack = models.ForeignKey(LoadedPack, models.CASCADE, related_name="versions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="versions")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=12, choices=[(level.value, level.value) for level in Level])
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    search_key = models.CharField(max_length=200)  # without marks: "phuong cho quan"
    exact_key = models.CharField(max_length=200)  # marks kept, one spelling of them
    sort_key = models.CharField(max_length=400)  # Vietnamese order

    class Meta:
        """Found by code, by name and by parent."""

        indexes = (
            models.Index(fields=["code", "level"]),
            models.Index(fields=["exact_key"]),
            models.Index(fields=["search_key"]),
            models.Index(fields=["parent", "sort_key"]),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_from__lt=F("valid_to")),
                name="units_version_goes_forward",
            ),
            models.UniqueConstraint(fields=["unit", "valid_from"], name="units_one_version_from_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class UnitChange(models.Model):
    """One legal link from a unit to what it became, by an act."""

    pack = models.ForeignKey(LoadedPack, models.CASCADE, related_name="changes")
    source = models.ForeignKey(Unit, models.PROTECT, related_name="changes_out")
    target = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="changes_in")  # None: abolished
    on = models.DateField()
    kind = models.CharField(max_length=12)  # merge, split, rename, abolish, transfer
    part = models.CharField(max_length=12, blank=True)  # whole, part, rest, main
    share = models.CharField(max_length=20, blank=True)  # "1", or empty when not published
    share_population = models.CharField(max_length=20, blank=True)
    share_area = models.CharField(max_length=20, blank=True)
    act = models.CharField(max_length=120, blank=True)
    clause = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return f"{self.source_id}→{self.target_id} {self.on}"


class UnitBelow(models.Model):
    """``below`` is, or ever was, ``above`` or under it. Kept by the loader; the permission filter asks it.

    With ``is_former`` it never was, but is no more, and its land lies in a unit that is: who reads that one reads it.
    """

    above = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    below = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    is_former = models.BooleanField(default=False)

    class Meta:
        """Each pair once."""

        constraints = (models.UniqueConstraint(fields=["above", "below"], name="units_below_once"),)

    def __str__(self) -> str:
        return f"{self.above_id}/{self.below_id}"
