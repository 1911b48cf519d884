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
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from tiendo.kernel.quantity import Quantity
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
from tiendo.server.figures.data import FigureRow, FigureStatus, IndicatorRow, MappedPoint, Nature, Series, SeriesWish
from tiendo.server.figures.queries.figures import find_indicator, known_rows, to_row
from tiendo.server.figures.rules import compute_share, to_exact
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import find_latest, get_atlas

#: Of figures that stand side by side for a period the firmest is shown. Source: DOMAIN 1.3 keeps them apart.
_FIRMNESS = (FigureStatus.ESTIMATE, FigureStatus.ACTUAL, FigureStatus.FINAL)
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
        points = [MappedPoint(row.period, (row,), _value_of(row, meant), Quality.EXACT) for row in rows]
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
    rows = _firmest(_find_rows(walks.list_sources(), meant, scope, wish.as_of))
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The time between two changes, on one level of units."""

    level: Level
    from_day: date


class _Walks:
    """The ways from the map of each stretch to the map that is asked for; each is walked once."""

    def __init__(self, atlas: Atlas, target: UnitVersion, wish: SeriesWish) -> None:
        self._atlas, self._target = atlas, target
        self._on = wish.on or _FIRST
        self._bases = wish.bases
        self._days = [_FIRST, *atlas.days]
        self._walks: dict[_Stretch, Crosswalk] = {}
        self._levels = (target.level, *((Level.DISTRICT,) if target.level is Level.COMMUNE else ()))
        for level in self._levels:
            for day in self._days:
                self._walks[_Stretch(level, day)] = self._walk(level, day)

    def _walk(self, level: Level, day: date) -> Crosswalk:
        to_level = None if level is self._target.level else self._target.level
        return make_crosswalk_around(Way(self._atlas, day, self._on, level, self._bases, to_level), self._target)

    def list_sources(self) -> list[int]:
        """Every unit whose figures can matter."""
        return sorted({int(unit) for walk in self._walks.values() for unit in walk.sources})

    def of(self, level: Level, day: date) -> Crosswalk:
        """The way from the map of a day."""
        return self._walks[_Stretch(level, self._days[bisect_right(self._days, day) - 1])]

    def find_level(self, row: FigureRow) -> Level | None:
        """The level on which the figure's unit lies in the target at the end of its period; None when it does not."""
        unit = str(row.unit_id)
        return next((level for level in self._levels if unit in self.of(level, row.period.last_on).sources), None)


def _value_of(row: FigureRow, meant: IndicatorRow) -> Decimal | None:
    return _to_value(_to_amount(row, meant), meant, [row])


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
    )


def _to_value(amount: Amount | None, meant: IndicatorRow, figures: Sequence[FigureRow]) -> Decimal | None:
    """The amount in the unit of the indicator; of a ratio the quotient of its sums."""
    if amount is None:
        return None
    if amount.denominator is None:
        return to_exact(amount.total)
    top, bottom = figures[0].numerator, figures[0].denominator
    if top is None or bottom is None:
        return None
    share = compute_share(
        Quantity(to_exact(amount.total), top.unit), Quantity(to_exact(amount.denominator), bottom.unit), meant.measure
    )
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
    return -1 if row.is_missing else _FIRMNESS.index(row.status)


def _to_amount(row: FigureRow, meant: IndicatorRow) -> Amount | None:
    if row.numerator is not None and row.denominator is not None:
        return Amount(Fraction(row.numerator.value), Fraction(row.denominator.value))
    if row.value is None:
        return None
    return Amount(Fraction(row.value), is_bare_ratio=meant.nature in (Nature.RATIO, Nature.YES_NO))
