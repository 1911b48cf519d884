# SPDX-License-Identifier: Apache-2.0
"""A series of figures on the map of any date, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tiendo.kernel.interval import Interval
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.lineage import Basis, Quality
from tiendo.server.figures.data.figures import FigureRow, FigureStatus, Hindrance
from tiendo.server.figures.data.indicators import IndicatorRow, Standard
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
        numerator, denominator: of a ratio, the two that were divided, where they are known.
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
    numerator: Quantity | None = None
    denominator: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """A change on the same period of the year before.

    Attributes:
        value: in per cent; of a ratio the difference in its unit. None: the two are counted by other standards.
        standards: those of the earlier and of the later period, where that is so.
    """

    value: Decimal | None
    standards: tuple[Standard | None, Standard] | None = None


@dataclass(frozen=True, slots=True)
class SpanTotal:
    """What shorter periods make of a quarter, a half, nine months or a year.

    Attributes:
        points: of which it is made, in order.
        missing: months without a figure; of what is taken at the end the last one.
        expected, reported: months that are needed, and that are there.
        value: in the unit of the indicator; None where it is refused.
        printed: every value that the prints of the points allow.
        sentence_vi, sentence_en: why a point was refused.
        whole: what was reported for the span itself.
        difference: its value minus this one; None where one is not there.
        is_at_odds: no true value fits both.
    """

    period: Period
    points: tuple[MappedPoint, ...]
    missing: tuple[Period, ...]
    expected: int
    reported: int
    value: Decimal | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    qualifier: Qualifier = Qualifier.EXACT
    status: FigureStatus = FigureStatus.ACTUAL
    quality: Quality = Quality.REFUSED
    printed: Interval | None = None
    hindrance: Hindrance | None = None
    sentence_vi: str = ""
    sentence_en: str = ""
    whole: MappedPoint | None = None
    difference: Decimal | None = None
    is_at_odds: bool = False


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
