# SPDX-License-Identifier: Apache-2.0
"""A unit against its parts in one period, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.server.figures.data.figures import FigureRow, FigureStatus, Hindrance
from tiendo.server.figures.data.indicators import IndicatorRow, Standard


@dataclass(frozen=True, slots=True)
class Whole:
    """What the parts of a unit come to in one period, on the map of its last day.

    Attributes:
        names: of the parts, for counting them in words ("12/15 phường, xã").
        value: in the unit of the indicator; None where it is refused. Of what is met or not: how many parts met it.
        upper: of a range.
        numerator, denominator: of a ratio, the two sums.
        held: what there is although parts are missing; never to be shown as the value.
        missing: the parts without a figure.
        difference: what the unit itself reported minus the value; None where one of the two is not there.
        is_at_odds: no true value fits both.
    """

    period: Period
    expected: int
    reported: int
    names: tuple[str, ...]
    value: Decimal | None = None
    upper: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    status: FigureStatus = FigureStatus.ACTUAL
    held: Decimal | None = None
    hindrance: Hindrance | None = None
    missing: tuple[int, ...] = ()
    difference: Decimal | None = None
    is_at_odds: bool = False


class Rank(StrEnum):
    """By what parts are put in order, behind those without a figure and those at odds with their own parts."""

    GAP = "gap"  # of a ratio: how far on the bad side of the whole
    GROWTH = "growth"  # on the same period of the year before, the bad direction first
    VALUE = "value"  # the greatest first: there is no direction, or nothing to compare with


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part.

    Attributes:
        figure: what it reported itself; also a gap with its reason.
        whole: what its own parts come to, where they have figures.
        value: what goes into the sum, in the unit of the indicator; None when it is missing or has no single number.
        share: of the sum, in hundredths; None where there is none.
        gap: of a ratio: the value minus that of the whole, in the unit of the indicator.
        growth: on the same period of the year before, in per cent; None where there is no figure to compare with.
        length: of the greatest part, in hundredths: of the bar.
    """

    unit_id: int
    code: str
    name: str
    figure: FigureRow | None
    whole: Whole | None
    value: Decimal | None
    share: Decimal | None = None
    gap: Decimal | None = None
    growth: Decimal | None = None
    length: Decimal | None = None

    @property
    def is_missing(self) -> bool:
        """Nothing of it goes into the sum."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class PartsPage:
    """A unit against its parts.

    Attributes:
        name: of the unit on the last day of the period.
        figure: what the unit itself reported.
        whole: None when it had no parts that day.
        lines: in the order that ``rank`` says.
        standards: those of the same period of the year before and of this one, when they are not the same.
        periods: of which the unit or a part has a figure, newest first.
    """

    indicator: IndicatorRow
    unit_id: int
    name: str
    period: Period
    figure: FigureRow | None
    whole: Whole | None
    lines: tuple[PartLine, ...]
    periods: tuple[Period, ...]
    rank: Rank = Rank.VALUE
    standards: tuple[Standard | None, Standard] | None = None
