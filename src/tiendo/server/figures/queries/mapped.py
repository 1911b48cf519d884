# SPDX-License-Identifier: Apache-2.0
"""A series of one unit in three views: as reported, on today's map, on the map of any date.

How data walks: the unit on the map that is asked for → which units lay in it on the map of each stretch between two
changes (``lineage``) → their figures in force, or as known at a moment → one value a period: exact, estimated or
refused with its sentence. Not here: how figures are added and apportioned (``tiendo.lineage``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import find_unit
from tiendo.lineage import (
    Amount,
    Atlas,
    Crosswalk,
    Language,
    Level,
    LineageError,
    Quality,
    Restated,
    UnitVersion,
    Way,
    make_crosswalk_around,
    restate_period,
    tell,
)
from tiendo.server.accounts.data import Scope
from tiendo.server.figures.data import FigureRow, IndicatorRow, MappedPoint, Nature, Series, SeriesWish
from tiendo.server.figures.queries.figures import known_rows, to_row
from tiendo.server.figures.queries.indicators import find_indicator
from tiendo.server.figures.rules import compute_share, join_hedges, rank_firmness, to_exact, weakest
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import find_latest, get_atlas, list_below

_FIRST = date(1900, 1, 1)


def read_series(unit_id: int, indicator: str, scope: Scope, wish: SeriesWish) -> Series:
    """The figures of an indicator for a unit, oldest period first.

    Raises:
        NotForYou: there is no such indicator or unit.
    """
    meant, unit = find_indicator(indicator), find_latest(unit_id)
    if meant is None or unit is None:
        raise NotForYou
    if wish.on is None:
        rows = _firmest(_find_rows([unit_id], meant, scope, wish.as_of))
        points = [_as_reported(row, meant) for row in rows]
        return Series(meant, unit, None, tuple(points))
    atlas = get_atlas()
    target = atlas.find_unit(str(unit_id), wish.on)
    if target is None:
        return Series(meant, unit, wish.on, (), is_on_map=False)
    points = _read_mapped(atlas, target, meant, scope, wish)
    return Series(meant, unit, wish.on, tuple(points))


def _read_mapped(
    atlas: Atlas, target: UnitVersion, meant: IndicatorRow, scope: Scope, wish: SeriesWish
) -> list[MappedPoint]:
    walks = _Walks(atlas, target, wish)
    rows = _firmest(_find_rows(_find_sources(walks, meant, scope, wish), meant, scope, wish.as_of))
    by_period: defaultdict[tuple[str, str, Level], list[FigureRow]] = defaultdict(list)
    for row in rows:
        found = walks.find_level(row)
        if found is not None:
            by_period[row.period.first_on.isoformat(), row.period.last_on.isoformat(), found].append(row)
    points = []
    for (_first, _last, level), figures in by_period.items():
        walk = walks.of(level, figures[0].period.last_on)
        point = _restate(walk, figures, meant, target)
        if point is not None:
            points.append(point)
    return sorted(points, key=lambda point: (point.period.last_on, point.period.first_on))


def _find_sources(walks: _Walks, meant: IndicatorRow, scope: Scope, wish: SeriesWish) -> set[int]:
    """Every unit whose figures can matter; of a unit with many parts only stretches that have figures are walked."""
    first, *others = walks.levels
    sources = walks.list_sources(first, walks.days)
    if first is not Level.PROVINCE:
        return sources.union(*(walks.list_sources(level, walks.days) for level in others))
    rows = known_rows(scope, wish.as_of).filter(indicator_id=meant.id, unit_id__in=list_below(sorted(sources)))
    days = set(rows.order_by().values_list("last_on", flat=True).distinct())
    return sources.union(*(walks.list_sources(level, days) for level in others))


#: From which levels the figures of a unit are made, its own first: a district is also the sum of its wards.
_MADE_OF = {
    Level.COMMUNE: (Level.COMMUNE, Level.DISTRICT),
    Level.DISTRICT: (Level.DISTRICT, Level.COMMUNE),
    Level.PROVINCE: (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE),
}


class _Walks:
    """The ways from the map of each stretch between two changes to the map that is asked for.

    A way is walked when it is asked for, and once for all stretches between which nothing of it changed.
    """

    def __init__(self, atlas: Atlas, target: UnitVersion, wish: SeriesWish) -> None:
        self._atlas, self._target = atlas, target
        self._on = wish.on or _FIRST
        self._bases = wish.bases
        self._home = bisect_right([_FIRST, *atlas.days], self._on) - 1
        self._walks: dict[tuple[Level, int], Crosswalk] = {}
        self.days = [_FIRST, *atlas.days]  # the first of each stretch
        self.levels = _MADE_OF.get(target.level, (target.level,))

    def list_sources(self, level: Level, days: Iterable[date]) -> set[int]:
        """Every unit of the level whose figures of these days can matter."""
        return {int(unit) for day in days for unit in self.of(level, day).sources}

    def of(self, level: Level, day: date) -> Crosswalk:
        """The way from the map of a day."""
        return self._find(level, bisect_right(self.days, day) - 1)

    def _find(self, level: Level, place: int) -> Crosswalk:
        known = self._walks.get((level, place))
        if known is None:
            known = self._walks[level, place] = self._same_as_nearer(level, place) or self._walk(level, place)
        return known

    def _same_as_nearer(self, level: Level, place: int) -> Crosswalk | None:
        """The way from the next stretch on the way, when nothing of it changed on the day between; else None."""
        if place == self._home:
            return None
        near = place + 1 if place < self._home else place - 1
        nearer = self._find(level, near)
        units = {unit for one in self.levels for unit in self._find(one, near).sources}
        is_same = not self._is_touched(units, self.days[max(place, near)])
        return replace(nearer, from_day=self.days[place]) if is_same else None

    def _is_touched(self, units: set[str], day: date) -> bool:
        """Whether one of the units changed on the day, or came under another one."""
        atlas, eve = self._atlas, day - timedelta(days=1)
        touched = (atlas.changes_into(day), atlas.changes_from(day), atlas.found_on(day), atlas.lost_on(day))
        if any(units.intersection(group) for group in touched):
            return True
        return any(_parent_of(atlas, unit, day) != _parent_of(atlas, unit, eve) for unit in units)

    def _walk(self, level: Level, place: int) -> Crosswalk:
        to_level = None if level is self._target.level else self._target.level
        way = Way(self._atlas, self.days[place], self._on, level, self._bases, to_level)
        return make_crosswalk_around(way, self._target)

    def find_level(self, row: FigureRow) -> Level | None:
        """The level on which the figure's unit lies in the target at the end of its period; None when it does not."""
        unit = str(row.unit_id)
        return next((level for level in self.levels if unit in self.of(level, row.period.last_on).sources), None)


def _parent_of(atlas: Atlas, unit_id: str, day: date) -> str:
    unit = atlas.find_unit(unit_id, day)
    parent = None if unit is None else atlas.find_parent(unit, day)
    return "" if parent is None else parent.unit_id


def _as_reported(row: FigureRow, meant: IndicatorRow) -> MappedPoint:
    value = _to_value(_to_amount(row, meant), meant, [row])
    return MappedPoint(
        row.period,
        (row,),
        value,
        Quality.EXACT,
        qualifier=row.qualifier,
        status=row.status,
        numerator=row.numerator,
        denominator=row.denominator,
    )


def _restate(
    walk: Crosswalk, figures: Sequence[FigureRow], meant: IndicatorRow, target: UnitVersion
) -> MappedPoint | None:
    """The value of the target in one period; None when no figure reaches it."""
    amounts = {str(row.unit_id): amount for row in figures if (amount := _to_amount(row, meant)) is not None}
    if not amounts:
        return None
    try:
        rows = list(restate_period(walk, meant.code, "", amounts))
    except LineageError as error:
        return MappedPoint(figures[0].period, tuple(figures), None, Quality.REFUSED, error.message, error.message_en)
    own = [row for row in rows if target.unit_id in {unit.unit_id for unit in row.targets}]
    alone = next((row for row in own if len(row.targets) == 1), None)
    together = next((row for row in own if len(row.targets) > 1 and row.amount is not None), None)
    chosen = alone or next(iter(own), None)
    return None if chosen is None else _to_point(chosen, together, walk, meant, figures)


def _to_point(
    row: Restated, together: Restated | None, walk: Crosswalk, meant: IndicatorRow, figures: Sequence[FigureRow]
) -> MappedPoint:
    inside = {part.source.unit_id for part in row.group.parts}
    used = tuple(figure for figure in figures if str(figure.unit_id) in inside)
    top, bottom = _to_parts(row.amount, used)
    shared = () if together is None else tuple(int(unit.unit_id) for unit in together.targets)
    return MappedPoint(
        used[0].period,
        used,
        _to_value(row.amount, meant, used),
        row.quality,
        tell(row, walk, Language.VI),
        tell(row, walk, Language.EN),
        shared_by=shared,
        shared_value=None if together is None else _to_value(together.amount, meant, used),
        qualifier=join_hedges(figure.qualifier for figure in used),
        status=weakest(figure.status for figure in used if not figure.is_missing),
        numerator=top,
        denominator=bottom,
    )


def _to_parts(amount: Amount | None, figures: Sequence[FigureRow]) -> tuple[Quantity | None, Quantity | None]:
    """The two sums of a ratio, in the units of its first figure."""
    top, bottom = figures[0].numerator, figures[0].denominator
    if amount is None or amount.denominator is None or top is None or bottom is None:
        return None, None
    sums = to_exact(amount.total / _scale(top)), to_exact(amount.denominator / _scale(bottom))
    return Quantity(sums[0], top.unit), Quantity(sums[1], bottom.unit)


def _scale(quantity: Quantity) -> Fraction:
    """Of its unit: one ward writes "nghìn người", the other "người"."""
    unit = find_unit(quantity.unit)
    return Fraction(1) if unit is None else Fraction(unit.scale)


def _to_value(amount: Amount | None, meant: IndicatorRow, figures: Sequence[FigureRow]) -> Decimal | None:
    """The amount in the unit of the indicator; of a ratio the quotient of its sums."""
    if amount is None:
        return None
    if amount.denominator is None:
        return to_exact(amount.total)
    top, bottom = _to_parts(amount, figures)
    share = None if top is None or bottom is None else compute_share(top, bottom, meant.measure)
    return None if share is None else to_exact(share)


def _find_rows(unit_ids: Iterable[int], meant: IndicatorRow, scope: Scope, as_of: datetime | None) -> list[FigureRow]:
    rows = known_rows(scope, as_of).filter(unit_id__in=list(unit_ids), indicator_id=meant.id)
    return [to_row(row) for row in rows.order_by("last_on", "first_on", "id")]


def _firmest(rows: Iterable[FigureRow]) -> list[FigureRow]:
    """One figure for each unit and period; a gap only where there is nothing else."""
    best: dict[tuple[int, str, date, date], FigureRow] = {}
    for row in rows:
        key = row.unit_id, row.period.regime.code, row.period.first_on, row.period.last_on
        held = best.get(key)
        if held is None or _rank(row) >= _rank(held):
            best[key] = row
    return list(best.values())


def _rank(row: FigureRow) -> int:
    return rank_firmness(row.status, is_gap=row.is_missing)


def _to_amount(row: FigureRow, meant: IndicatorRow) -> Amount | None:
    if row.numerator is not None and row.denominator is not None:
        top, bottom = (Fraction(part.value) * _scale(part) for part in (row.numerator, row.denominator))
        return Amount(top, bottom)
    if row.value is None:
        return None
    return Amount(Fraction(row.value), is_bare_ratio=meant.nature in (Nature.RATIO, Nature.YES_NO))
