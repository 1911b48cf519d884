# SPDX-License-Identifier: Apache-2.0
"""A unit against its parts: what they come to, how many have reported, and where that differs from what it reported.

How data walks: the units below on the map of the period's last day → their figures in force, or as known at a moment,
in one query → from below upwards: a unit's own figure, else the sum of its parts when all of them are there.
Computed when it is read (ADR 0011): a figure is in every sum as soon as it is saved.
Not here: adding (``rules.rolling``), other maps (``mapped``), words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import QuerySet

from tiendo.kernel.period import CALENDAR, Period, Regime
from tiendo.kernel.period_codes import format_sdmx
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.lineage import Atlas, UnitVersion
from tiendo.server.accounts.data import Scope
from tiendo.server.figures.data import (
    Direction,
    FigureRow,
    FigureStatus,
    Gap,
    Hindrance,
    IndicatorRow,
    Nature,
    PartLine,
    PartsPage,
    Rank,
    RollUp,
    Whole,
)
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries.figures import known_rows, to_row
from tiendo.server.figures.queries.indicators import find_indicator
from tiendo.server.figures.rules import (
    REGIMES,
    Held,
    Total,
    Values,
    add_up,
    differ,
    find_change,
    last_place,
    rank_firmness,
    read_period,
    to_exact,
    to_known,
)
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import find_latest, get_atlas, list_below

_VALUE_COLUMNS = tuple(Values.__slots__)
_MOST_PERIODS = 24  # a series shows the sums of its newest periods
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)

Key = tuple[str, str]  # code and regime of a period


def read_parts(unit_id: int, indicator: str, period: Period | None, scope: Scope, as_of: datetime | None) -> PartsPage:
    """A unit against its parts in one period; the newest one that has figures when none is asked for.

    Raises:
        NotForYou: there is no such indicator or unit, or nothing of it has a figure.
    """
    meant, latest = find_indicator(indicator), find_latest(unit_id)
    if meant is None or latest is None:
        raise NotForYou
    rows = _below(unit_id, meant, scope, as_of)
    periods = _list_periods(rows)
    chosen = period or next(iter(periods), None)
    if chosen is None:
        raise NotForYou
    atlas = get_atlas()
    root = atlas.find_unit(str(unit_id), chosen.last_on)
    if root is None:
        return PartsPage(meant, unit_id, latest.name, chosen, None, None, (), tuple(periods))
    before = chosen.same_period_last_year()
    held = _find_held(rows, [chosen, before])
    node = _Forest(atlas, chosen, meant, held.get(_key(chosen), {})).grow(root)
    shown = [one.held.id for one in (node, *node.below) if one.held is not None]
    figures = {row.pk: to_row(row) for row in known_rows(scope, as_of).filter(pk__in=shown)}
    lines = _list_lines(node, figures, meant)
    change = find_change(meant.standards, before, chosen) if held.get(_key(before)) else None
    if change is None:
        lines = _compare(lines, _grow_before(atlas, before, meant, held.get(_key(before), {}), unit_id))
    rank = _choose_rank(lines, meant)
    lines = sorted(lines, key=lambda line: _badness(line, meant, rank))
    whole, own = node.whole, _row(node, figures)
    return PartsPage(meant, unit_id, root.name, chosen, own, whole, tuple(lines), tuple(periods), rank, change)


def read_wholes(
    unit_id: int, meant: IndicatorRow, scope: Scope, as_of: datetime | None
) -> dict[tuple[date, date, str], Whole]:
    """What the parts of a unit come to, by first day, last day and regime, in the newest periods that have figures.

    Periods in which no part has a figure are left out. Work grows with the parts of the unit, not with what is stored.
    """
    rows = _below(unit_id, meant, scope, as_of)
    periods = _list_periods(rows.exclude(unit_id=unit_id), _MOST_PERIODS)
    if not periods:
        return {}
    atlas, held = get_atlas(), _find_held(rows, periods)
    found = {}
    for period in periods:
        root = atlas.find_unit(str(unit_id), period.last_on)
        if root is None:
            continue
        whole = _Forest(atlas, period, meant, held.get(_key(period), {})).grow(root).whole
        if whole is not None:
            found[period.first_on, period.last_on, period.regime.code] = whole
    return found


def find_regime(code: str) -> Regime | None:
    """The regime of a code; the calendar where none is named."""
    return REGIMES.get(code or CALENDAR.code)


@dataclass
class _Node:
    """A unit with what it reported and what lies below it.

    Attributes:
        held: its own figure; a gap too.
        below: its parts; empty when nothing below has a figure.
        is_counted: the parts are counted, not added: those that met something.
        total: what they come to.
    """

    unit: UnitVersion
    held: Held | None
    is_counted: bool
    below: list[_Node] = field(default_factory=list)
    total: Total | Hindrance | None = None
    whole: Whole | None = None

    @property
    def is_without(self) -> bool:
        """Whether there is no such thing in the unit, by its own word: no forest in a ward. It has nothing to add."""
        return self.held is not None and self.held.values.gap == Gap.NOT_APPLICABLE

    @cached_property
    def given(self) -> Held | None:
        """What goes into the sum above: the own figure, else the sum of all parts."""
        if self.held is not None and not self.held.values.is_gap:
            return self.held
        if self.is_counted:
            return None  # how many wards met something is no answer of the district
        return Held(0, self.total.status, self.total.values) if isinstance(self.total, Total) else None


class _Forest:
    """The units below one on a day, with the figures of one period."""

    def __init__(self, atlas: Atlas, period: Period, meant: IndicatorRow, held: Mapping[int, Held]) -> None:
        self._atlas, self._period, self._meant, self._held = atlas, period, meant, held

    def grow(self, unit: UnitVersion) -> _Node:
        """The unit with its parts, sums from below upwards."""
        node = _Node(unit, self._held.get(int(unit.unit_id)), self._meant.nature is Nature.YES_NO)
        below = [self.grow(one) for one in self._atlas.list_children(unit, self._period.last_on)]
        if any(one.held is not None or one.below for one in below):
            node.below = below
            self._add_up(node)
        return node

    def _add_up(self, node: _Node) -> None:
        below = [one for one in node.below if not one.is_without]
        given = [one.given for one in below if one.given is not None]
        missing = tuple(int(one.unit.unit_id) for one in below if one.given is None)
        total = add_up(given, self._meant)
        whole = Whole(self._period, len(below), len(given), tuple(one.unit.name for one in below), missing=missing)
        if isinstance(total, Hindrance):
            node.total, node.whole = total, replace(whole, hindrance=total)
        elif missing:
            node.total = Hindrance.MISSING
            node.whole = replace(whole, hindrance=Hindrance.MISSING, held=to_exact(total.value.point))
        else:
            node.total, node.whole = total, self._tell(whole, total, node.held)

    def _tell(self, whole: Whole, total: Total, own: Held | None) -> Whole:
        values, value = total.values, to_exact(total.value.point)
        told = replace(
            whole,
            value=value,
            upper=values.upper,
            qualifier=Qualifier(values.qualifier),
            numerator=_quantity(values.numerator, values.numerator_unit),
            denominator=_quantity(values.denominator, values.denominator_unit),
            status=total.status,
        )
        known = (
            None if own is None or self._meant.nature is Nature.YES_NO else to_known(own.values, self._meant.measure)
        )
        if own is None or known is None:
            return told
        difference = to_exact(known.value.point) - value
        return replace(told, difference=difference, is_at_odds=differ(own.values, total, self._meant.measure))


def _quantity(value: Decimal | None, unit: str) -> Quantity | None:
    return None if value is None else Quantity(value, unit, last_place(value))


def _row(node: _Node, figures: Mapping[int, FigureRow]) -> FigureRow | None:
    return None if node.held is None else figures.get(node.held.id)


def _list_lines(node: _Node, figures: Mapping[int, FigureRow], meant: IndicatorRow) -> list[PartLine]:
    """The parts, by code."""
    values = [_value_of(one.given, meant) for one in node.below]
    greatest = max((abs(value) for value in values if value is not None), default=_ZERO)
    whole = None if node.whole is None else node.whole.value
    lines = []
    for one, value in zip(node.below, values, strict=True):
        line = PartLine(
            int(one.unit.unit_id), one.unit.code, one.unit.name, _row(one, figures), one.whole, value,
            length=None if value is None or not greatest else abs(value) / greatest * _HUNDRED,
        )  # fmt: skip
        if value is not None and whole is not None and meant.roll_up is RollUp.RATIO:
            line = replace(line, gap=value - whole)
        elif value is not None and whole and meant.roll_up is RollUp.SUM:
            line = replace(line, share=value / whole * _HUNDRED)
        lines.append(line)
    return lines


def _grow_before(
    atlas: Atlas, period: Period, meant: IndicatorRow, held: Mapping[int, Held], unit_id: int
) -> dict[int, Decimal]:
    """What each part had in the same period of the year before, where it was the same unit then."""
    root = atlas.find_unit(str(unit_id), period.last_on) if held else None
    if root is None or meant.roll_up is not RollUp.SUM:
        return {}
    below = _Forest(atlas, period, meant, held).grow(root).below
    values = {int(one.unit.unit_id): _value_of(one.given, meant) for one in below}
    return {unit: value for unit, value in values.items() if value is not None}


def _compare(lines: Sequence[PartLine], before: Mapping[int, Decimal]) -> list[PartLine]:
    compared = []
    for line in lines:
        base = before.get(line.unit_id)
        growth = None if line.value is None or not base or base < 0 else line.value / base * _HUNDRED - _HUNDRED
        compared.append(replace(line, growth=growth))
    return compared


def _choose_rank(lines: Sequence[PartLine], meant: IndicatorRow) -> Rank:
    if meant.direction is Direction.NONE:
        return Rank.VALUE
    if any(line.gap is not None for line in lines):
        return Rank.GAP
    return Rank.GROWTH if any(line.growth is not None for line in lines) else Rank.VALUE


def _badness(line: PartLine, meant: IndicatorRow, rank: Rank) -> tuple[int, Decimal, str]:
    if line.value is None:
        return 0, _ZERO, line.code
    if line.whole is not None and line.whole.is_at_odds:
        return 1, -abs(line.whole.difference or _ZERO), line.code
    measured = {Rank.GAP: line.gap, Rank.GROWTH: line.growth, Rank.VALUE: line.value}[rank]
    if measured is None:
        return 3, -line.value, line.code
    is_least_first = rank is not Rank.VALUE and meant.direction is Direction.UP
    return 2, measured if is_least_first else -measured, line.code


def _value_of(held: Held | None, meant: IndicatorRow) -> Decimal | None:
    known = None if held is None else to_known(held.values, meant.measure)
    if known is None:
        return held.values.value if held is not None and meant.nature is Nature.YES_NO else None
    return to_exact(known.value.point)


def _below(unit_id: int, meant: IndicatorRow, scope: Scope, as_of: datetime | None) -> QuerySet[Observation]:
    """The figures of a unit and of all that is or ever was below it."""
    return known_rows(scope, as_of).filter(indicator_id=meant.id, unit_id__in=list_below([unit_id]))


def _list_periods(rows: QuerySet[Observation], most: int = _MOST_PERIODS) -> list[Period]:
    """The newest periods of the rows, newest first, of two that end together the shorter one first."""
    listed = rows.order_by("-last_on", "-first_on").values_list("period", "regime", "last_on", "first_on").distinct()
    return [read_period(period, regime) for period, regime, _last, _first in listed[:most]]


def _key(period: Period) -> Key:
    return format_sdmx(period), period.regime.code


def _find_held(rows: QuerySet[Observation], periods: Sequence[Period]) -> dict[Key, dict[int, Held]]:
    """The firmest figure of each unit in each of the periods; a gap only where there is nothing else. One query."""
    wanted = {_key(period) for period in periods}
    asked = rows.filter(last_on__in={period.last_on for period in periods})
    found: defaultdict[Key, dict[int, Held]] = defaultdict(dict)
    for pk, unit_id, period, regime, status, *values in asked.values_list(
        "id", "unit_id", "period", "regime", "status", *_VALUE_COLUMNS
    ):
        if (period, regime) not in wanted:
            continue
        held = Held(pk, FigureStatus(status), Values(*values))
        best = found[period, regime].get(unit_id)
        if best is None or _rank(held) >= _rank(best):
            found[period, regime][unit_id] = held
    return found


def _rank(held: Held) -> int:
    return rank_firmness(held.status, is_gap=held.values.is_gap)
