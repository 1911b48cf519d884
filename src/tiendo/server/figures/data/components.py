# SPDX-License-Identifier: Apache-2.0
"""An indicator with its components ("Trong đó") for one unit, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tiendo.kernel.period import Period
from tiendo.server.figures.data.figures import FigureRow
from tiendo.server.figures.data.indicators import IndicatorRow


@dataclass(frozen=True, slots=True)
class ComponentSum:
    """What the components come to in one period, where their pack says that they add up.

    Attributes:
        whole: what was reported for the indicator itself.
        reported, expected: components with a figure, and all of those that there are in the unit.
        value: in its unit; None while a component is missing.
        difference: of the whole and the value; None where one is not there.
        is_at_odds: no true value fits both.
    """

    whole: FigureRow | None
    reported: int
    expected: int
    value: Decimal | None = None
    difference: Decimal | None = None
    is_at_odds: bool = False


@dataclass(frozen=True, slots=True)
class Components:
    """The newest periods of the components of an indicator.

    Attributes:
        periods: newest first.
        rows: each component with its figure in each of the periods; in the order of the pack.
        sums: one for each period; none where the components need not add up.
    """

    periods: tuple[Period, ...]
    rows: tuple[tuple[IndicatorRow, tuple[FigureRow | None, ...]], ...]
    sums: tuple[ComponentSum, ...]
