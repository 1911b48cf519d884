# SPDX-License-Identifier: Apache-2.0
"""The catalogue of indicators, and observations: rows are only added."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db import models

from tiendo.server.accounts.models import User
from tiendo.server.documents.models import Document
from tiendo.server.figures.data import Deed, Direction, FigureStatus, Gap, Nature, OverTime, RollUp, SourceKind
from tiendo.server.support.fields import ExactDecimalField
from tiendo.server.units.models import Unit


def _choices(values: type[StrEnum]) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in values]


class Pack(models.Model):
    """A pack of indicators as it was loaded."""

    code = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code


class Indicator(models.Model):
    """What is measured."""

    code = models.CharField(max_length=80, unique=True)
    pack = models.ForeignKey(Pack, models.PROTECT, null=True, related_name="indicators")  # None: no pack has it now
    position = models.PositiveIntegerField(default=0)  # order of the pack
    name_vi = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    aliases = models.JSONField(default=list)  # words by which the reader knows it
    sector = models.CharField(max_length=40)
    measure = models.CharField(max_length=60)  # unit of measure as written: "tỷ đồng"
    nature = models.CharField(max_length=8, choices=_choices(Nature))
    direction = models.CharField(max_length=8, choices=_choices(Direction))
    roll_up = models.CharField(max_length=8, choices=_choices(RollUp))
    decimals = models.PositiveSmallIntegerField(default=1)
    formula = models.TextField(blank=True)  # of ``tiendo.formula``; empty: it is reported
    over_time = models.CharField(max_length=12, choices=_choices(OverTime), default=OverTime.NONE)
    group = models.JSONField(null=True)  # {"number", "name", "name_en"}
    part_of = models.CharField(max_length=80, blank=True)  # code of the indicator of which it is a component
    parts_add_up = models.BooleanField(default=False)
    standards = models.JSONField(default=list)  # {"name", "name_en", "from", "until", "rule", "rule_en", "source"} each
    definition_vi = models.TextField(blank=True)
    definition_en = models.TextField(blank=True)
    search_key = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.code


class ImportedFile(models.Model):
    """A file from which many figures came at once; their anchors name it and the row."""

    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name


class Observation(models.Model):
    """One value of an indicator for a unit and a period, as it was known from one moment on."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="observations")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    period = models.CharField(max_length=24)  # SDMX text form: 2024, 2024-Q1, 2024-01-01/P9M
    regime = models.CharField(max_length=16, default="calendar")
    first_on = models.DateField()  # of the period, both days included
    last_on = models.DateField()

    status = models.CharField(max_length=8, choices=_choices(FigureStatus))
    value = ExactDecimalField(
        null=True
    )  # in the indicator's unit of measure; None when missing, or when the two parts of a ratio are kept
    upper = ExactDecimalField(null=True)  # of a printed range
    step = ExactDecimalField(null=True)  # size of the last printed place
    qualifier = models.CharField(max_length=10, default="exact")
    numerator = ExactDecimalField(null=True)
    denominator = ExactDecimalField(null=True)
    numerator_unit = models.CharField(max_length=60, blank=True)
    denominator_unit = models.CharField(max_length=60, blank=True)
    gap = models.CharField(max_length=16, blank=True, choices=_choices(Gap))
    missing_reason = models.CharField(max_length=300, blank=True)

    source = models.CharField(max_length=8, choices=_choices(SourceKind))
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    anchor = models.JSONField(
        null=True
    )  # {"start", "end"} in the text, {"table", "row", "column"}, {"file", "row"} or {"figures"}
    quote = models.TextField(blank=True)  # the sentence or the cell's row, as written
    printed = models.CharField(max_length=200, blank=True)  # the figure as printed: "1.390,9 tỷ đồng"
    deed = models.CharField(max_length=8, choices=_choices(Deed), default=Deed.RECORD)
    note = models.CharField(max_length=500, blank=True)  # why it was corrected

    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="superseded_by")
    withdraws = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # one source; None: the value
    is_current = models.BooleanField(default=True)  # nothing supersedes it; the only column that ever changes

    class Meta:
        """One current value per indicator, unit, period, regime and status."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "indicator", "period", "regime", "status"],
                condition=models.Q(is_current=True),
                name="figures_one_current",
            ),
        )
        indexes = (
            models.Index(fields=["indicator", "unit", "last_on"]),
            models.Index(fields=["unit", "-last_on"]),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.unit_id} {self.period} {self.value}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refused: figures are written by ``services`` alone, which add rows."""
        raise TypeError("a figure is never saved by itself; use figures.services")

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refused: nothing is ever taken out of the record."""
        raise TypeError("a figure is never deleted; use figures.services.withdraw_figure")
