# SPDX-License-Identifier: Apache-2.0
"""Whether printed figures agree, within what their print stands for: evidence for which cells belong together.

Not here: the verdict on a claim (``kernel.arithmetic``, ``verify``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tiendo.kernel.findings import RatioMode
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import Dimension, UnitError, convert, find_unit
from tiendo.read.tables.data import Column, Entry, Section, Sense
from tiendo.read.tables.grid import Grid

_HUNDRED = Decimal(100)
COMPARING = frozenset((Sense.SHARE, Sense.GROWTH, Sense.COMPARE))
SAMPLE = 40  # rows looked at to choose columns
_REACH = 12  # columns looked at on either side
_PATIENCE = 4  # rows that may differ before a reading is given up
_PERCENT_UNITS = frozenset(("", "%"))
_RATIO_UNITS = frozenset(("%", "‰", "điểm %", "điểm phần trăm", "lần"))


@dataclass(slots=True)
class Board:
    """The first figure of each cell by place.

    Attributes:
        steps: the least last place of a row and unit.
        amounts: columns that other columns may follow from: no comparisons, no percentages alone.
    """

    grid: Grid
    section: Section
    by_place: dict[tuple[int, int], Entry] = field(default_factory=dict)
    by_column: dict[int, list[Entry]] = field(default_factory=dict)
    steps: dict[tuple[int, str], Decimal] = field(default_factory=dict)
    amounts: list[tuple[int, Column]] = field(default_factory=list)

    def exact(self, entry: Entry) -> Quantity:
        """The number as arithmetic takes it: a plan "≥ 95" is measured against 95.

        A plan is what was decreed: "6" beside a result of "4,86" in the same unit is 6,00 and no rounded figure.
        """
        step = entry.printed.step
        if entry.meaning.sense is Sense.PLAN:
            step = min(step, self.steps[entry.row, entry.printed.unit])
        if step == entry.printed.step and entry.printed.qualifier is Qualifier.EXACT:
            return entry.printed
        return replace(entry.printed, qualifier=Qualifier.EXACT, step=step)

    def at(self, row: int, column: int) -> Entry | None:
        """The figure of a place, if there is one."""
        return self.by_place.get((row, column))

    def near(self, at: int) -> list[tuple[int, Column]]:
        """The amounts within reach of a column: what belongs together stands together, and the work stays bounded."""
        return [(k, c) for k, c in self.amounts if k != at and abs(k - at) <= _REACH]

    def columns(self) -> list[tuple[int, Column]]:
        """Columns that hold figures, with their positions in the section."""
        return [(at, self.section.columns[at]) for at in sorted(self.by_column)]


def make_board(grid: Grid, section: Section, entries: list[Entry]) -> Board:
    """Lay the figures out by place."""
    board = Board(grid, section)
    for entry in entries:
        if entry.order == 0:
            board.by_place[entry.row, entry.column] = entry
            board.by_column.setdefault(entry.column, []).append(entry)
            key = entry.row, entry.printed.unit
            board.steps[key] = min(entry.printed.step, board.steps.get(key, entry.printed.step))
    board.amounts = [
        (at, column)
        for at, column in board.columns()
        if column.meaning.sense not in COMPARING
        and not all(is_ratio_unit(e.printed.unit) for e in board.by_column[at][:SAMPLE])
    ]
    return board


def tally(outcomes: Iterable[bool | None]) -> tuple[int, int]:
    """How many rows agree and how many differ; stops early when it is clear that they do not belong together."""
    agree = differ = 0
    for holds in outcomes:
        agree += holds is True
        differ += holds is False
        if differ > _PATIENCE and differ > 2 * agree:
            break
    return agree, differ


def is_plain(entry: Entry) -> bool:
    """A single exact number: no hedge, no n/m, no range, no change."""
    figure = entry.figure
    return figure.qualifier is Qualifier.EXACT and figure.second is None and not figure.is_change


def is_ratio_unit(unit: str) -> bool:
    """Whether figures in this unit do not add up: percentages, amounts per something."""
    if unit in _RATIO_UNITS or "/" in unit:
        return True
    found = find_unit(unit)
    return found is not None and (found.dimension in (Dimension.RATIO, Dimension.POINT) or bool(found.per))


def same_unit(one: Quantity, other: Quantity) -> Quantity | None:
    """The second quantity in the unit of the first, or None when they cannot be compared."""
    if one.unit == other.unit or not one.unit or not other.unit:
        return other
    try:
        return convert(other, one.unit)
    except UnitError:
        return None


def ratio_holds(n: Quantity, d: Quantity, stated: Quantity, mode: RatioMode) -> bool | None:
    """Whether the stated percentage follows from the two figures; None when it cannot be told."""
    base = same_unit(n, d)
    if base is None or stated.unit not in _PERCENT_UNITS or base.value <= base.step / 2:
        return None
    share = n.value / base.value * _HUNDRED
    # half a place of the two figures, carried into the percentage; a whole place of the stated one: it may be cut
    slack = (n.step / 2 + abs(n.value / base.value) * base.step / 2) / base.value * _HUNDRED + stated.step
    point = {RatioMode.SHARE: share, RatioMode.EXCESS: share - _HUNDRED, RatioMode.DECREASE: _HUNDRED - share}[mode]
    return abs(point - stated.value) < slack


def sum_holds(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts add up to the total: counts to the last one, rounded figures within their last places."""
    found = sum((part.value for part in parts), Decimal(0))
    places = [total.step, *(part.step for part in parts)]
    is_whole = all(step == 1 for step in places)
    unit = find_unit(total.unit)
    if is_whole and total.unit and unit is not None and unit.dimension is Dimension.COUNT:
        return found == total.value
    return abs(found - total.value) <= sum(places, Decimal(0)) / 2


def difference_holds(start: Quantity, end: Quantity, change: Quantity) -> bool:
    """Whether ``end − start`` is the stated change."""
    slack = (start.step + end.step) / 2 + change.step / 2
    is_whole = start.step == end.step == change.step == 1
    missed = abs(end.value - start.value - change.value)
    return missed == 0 if is_whole else missed <= slack
