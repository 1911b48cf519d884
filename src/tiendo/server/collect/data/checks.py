# SPDX-License-Identifier: Apache-2.0
"""Checks of a sheet, as a pack or a person writes them. What they come to is said by ``rules.checking``."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from tiendo.server.support.packs import Strict

_CODE = r"^[a-z][a-z0-9_]*$"
LineCode = Annotated[str, Field(pattern=_CODE, max_length=80)]


class Severity(StrEnum):
    """What a check does to a submission."""

    ERROR = "error"  # stops it
    WARNING = "warning"  # asks for a note beside the cell


class OutlierMethod(StrEnum):
    """How a figure is told from those before it."""

    MODIFIED_Z = "modified_z"  # 0.6745 · (x − median) / MAD
    RATIO = "ratio"  # so many times the median, or that part of it


class Arithmetic(Strict):
    """Two formulas over the cells of a sheet (``tiendo.formula``), and how they must stand to each other.

    Attributes:
        left, right: "girls + boys", "pupils"; ``previous(x)`` and ``same_period(x)`` name figures in force.
        tolerance: how far the two may differ, in the unit of the first cell that is named; None: as far as the
            rounding of numbers with decimals explains, nothing for whole ones.
        message: what it means, for the person; empty: the arithmetic alone.
    """

    kind: Literal["arithmetic"]
    left: str
    sign: Literal["=", "<=", ">="] = "="
    right: str
    tolerance: Decimal | None = Field(default=None, ge=0)
    severity: Severity = Severity.ERROR
    message: str = ""
    message_en: str = ""


class Range(Strict):
    """What a value can be at all, both ends included; no lines: every line."""

    kind: Literal["range"]
    lines: tuple[LineCode, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    severity: Severity = Severity.ERROR


class Change(Strict):
    """How far a value may have moved, in per cent of a former one; no lines: every line.

    Attributes:
        fall_pct: the largest fall that needs no word; 0: it never falls.
        rise_pct: the same of a rise.
    """

    kind: Literal["change"]
    lines: tuple[LineCode, ...] = ()
    against: Literal["previous", "same_period"]
    fall_pct: Decimal | None = Field(default=None, ge=0)
    rise_pct: Decimal | None = Field(default=None, ge=0)
    severity: Severity = Severity.WARNING


class Outlier(Strict):
    """Whether a value is unlike those before it; no lines: every line.

    Attributes:
        limit: of the modified z-score (3.5 is usual), or of the ratio to the median (10 finds a slip of the unit).
        least: how many former figures are needed to say anything.

    Source: Iglewicz and Hoaglin, How to detect and handle outliers (1993), for the modified z-score and 3.5.
    """

    kind: Literal["outlier"]
    lines: tuple[LineCode, ...] = ()
    method: OutlierMethod = OutlierMethod.MODIFIED_Z
    limit: Decimal = Field(default=Decimal("3.5"), gt=1)
    least: int = Field(default=5, ge=3)
    severity: Severity = Severity.WARNING


Check = Annotated[Arithmetic | Range | Change | Outlier, Field(discriminator="kind")]
