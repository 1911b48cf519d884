# SPDX-License-Identifier: Apache-2.0
"""What saving one figure costs, its verdicts and everything else of its transaction included, the more is stored.

The same units are written to at every size; what grows is all the others.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bench.parts import ledger
from bench.parts.installation import clock

if TYPE_CHECKING:
    from tiendo.server.accounts.data import Scope

UNITS, ROUNDS = 2, 2


@dataclass(frozen=True, slots=True)
class Cost:
    """One size: seconds of processor and on the wall, and how many statements a save is."""

    stored: int
    cpu: list[float]
    wall: list[float]
    statements: int

    @property
    def median(self) -> float:
        """Processor time in ms."""
        return statistics.median(self.cpu) * 1000


def measure(stored: int, scope: Scope) -> Cost:
    """Saves a changed figure of each indicator of some units, one transaction each."""
    from django.db import connection  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - WONTFIX: the same

    units = ledger.list_units([ledger.code_of(number) for number in range(UNITS)])
    places = [(unit, number) for unit in units for number in range(ledger.INDICATORS)]
    for place in places[:5]:  # warm
        _save(place, stored % 97, scope)
    took = [
        clock(lambda place=place, turn=turn: _save(place, stored % 89 + turn, scope))  # type: ignore[misc]
        for turn in range(1, ROUNDS + 1)
        for place in places
    ]
    with CaptureQueriesContext(connection) as caught:
        _save(places[0], stored % 83 + 7, scope)
    return Cost(stored, [one.cpu for one in took], [one.wall for one in took], len(caught))


def _save(place: tuple[int, int], turn: int, scope: Scope) -> None:
    from tiendo.kernel.period import Period  # noqa: PLC0415 - WONTFIX: beside the models
    from tiendo.kernel.quantity import Quantity  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.figures.data import FigureInput  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.figures.services import record_figures  # noqa: PLC0415 - WONTFIX: the same

    unit, number = place
    value = Quantity(Decimal(40 + turn) + Decimal("0.1"), "tỷ đồng", Decimal("0.1"))
    record_figures([FigureInput(unit, f"bench_{number}", Period.month(ledger.YEAR, 11), quantity=value)], scope=scope)


def tell(costs: Sequence[Cost]) -> None:
    """A table: how much is stored, what a save costs."""
    print("saving one figure with its verdicts")
    print(f"  {'stored':>12} {'median CPU':>12} {'median wall':>12} {'p95 wall':>10} {'statements':>11}")
    for cost in costs:
        wall = statistics.median(cost.wall) * 1000
        late = sorted(cost.wall)[int(len(cost.wall) * 0.95)] * 1000
        print(f"  {cost.stored:>12,} {cost.median:>9.1f} ms {wall:>9.1f} ms {late:>7.1f} ms {cost.statements:>11}")
