# SPDX-License-Identifier: Apache-2.0
"""A series of figures on the map of any date, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier
from tiendo.lineage import Basis, Quality
from tiendo.server.figures.data.figures import FigureRow, FigureStatus, IndicatorRow
from tiendo.server.units.data import UnitRow


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """How a series is to be read.

    Attributes:
        on: on the map of this day; None: as reported.
        bases: by which divided units are apportioned, in order of preference; none: they are told in sums only.
        as_of: what was known at this moment; None is what is in force.
    """

    on: date | None = None
    bases: tuple[Basis, ...] = ()
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class MappedPoint:
    """One period of a series.

    Attributes:
        figures: those that it was made from, as reported; of several units when it is a sum.
        value: in the unit of the indicator; None where it is missing or refused.
        qualifier, status: the hedge that those of the figures leave, and the weakest of how firm they are.
        sentence_vi, sentence_en: why it is exact, estimated or refused; empty as reported.
        shared_by: units of the map that can be told only together, with ``shared_value``; empty: the unit alone.
    """

    period: Period
    figures: tuple[FigureRow, ...]
    value: Decimal | None
    quality: Quality
    sentence_vi: str = ""
    sentence_en: str = ""
    shared_by: tuple[int, ...] = ()
    shared_value: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    status: FigureStatus = FigureStatus.ACTUAL


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator for one unit.

    Attributes:
        on: the map; None: as reported.
        is_on_map: whether the unit was in force on that day.
    """

    indicator: IndicatorRow
    unit: UnitRow
    on: date | None
    points: tuple[MappedPoint, ...]
    is_on_map: bool = True
