# SPDX-License-Identifier: Apache-2.0
"""Which figure answers for a stretch of time, and how figures are added up.

What is here: choosing by period, sums of flows, ratios as sum over sum. Not here: what the figure is worth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact
from functools import cached_property

from tiendo.evaluate.data import EvaluateError, Figure, FigureStatus, Nature
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import Dimension, UnitError, convert, find_unit

_EXACT = Context(prec=400, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[Inexact])
_FIRMNESS = (FigureStatus.ESTIMATE, FigureStatus.ACTUAL, FigureStatus.FINAL)
_ABOVE = {Qualifier.OVER, Qualifier.AT_LEAST}
_BELOW = {Qualifier.UNDER, Qualifier.AT_MOST}


def needed_period(span: Period, as_of: Period) -> Period:
    """From the beginning of the span to the end of the report, at most to the end of the span.

    Months count by their names, whatever days the two regimes begin them on.
    """
    if span.months is not None and as_of.months is not None:
        return Period.of_months(span.months[0], min(as_of.months[1], span.months[1]), span.regime)
    return Period(span.first_on, min(as_of.last_on, span.last_on), span.regime)


def ends_by(one: Period, other: Period) -> bool:
    """Whether the first ends with the second, or earlier."""
    if one.months is not None and other.months is not None:
        return one.months[1] <= other.months[1]
    return one.last_on <= other.last_on


def begins_after(one: Period, other: Period) -> bool:
    """Whether the first begins when the second is over."""
    if one.months is not None and other.months is not None:
        return one.months[0] > other.months[1]
    return one.first_on > other.last_on


class Shelf(tuple[Figure, ...]):
    """The figures of one target, in their places: what was looked for once is known from then on.

    A target is judged for many stretches of time, and each looks at the same past years; without this every look goes
    through all figures again.
    """

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Shelf:
        """The figures on a shelf; one that there is stays."""
        return figures if isinstance(figures, cls) else cls(figures)

    @cached_property
    def first_on(self) -> date | None:
        """The first day of which anything is known."""
        return min((figure.period.first_on for figure in self), default=None)

    @cached_property
    def present(self) -> list[Figure]:
        """Figures that are there."""
        return [figure for figure in self if figure.missing is None]

    @cached_property
    def gaps(self) -> list[Figure]:
        """Figures that are missing for a stated reason."""
        return [figure for figure in self if figure.missing is not None]

    @cached_property
    def known(self) -> dict[tuple[Period, Nature], Figure | None]:
        """What was found before."""
        return {}

    @cached_property
    def of_months(self) -> _Places:
        """By months, for what is asked in months."""
        return _Places(self.present, in_months=True)

    @cached_property
    def of_days(self) -> _Places:
        """By days, for everything else."""
        return _Places(self.present, in_months=False)


class _Places:
    """Figures by their first and last month, or day; of two in one place the firmer one first."""

    def __init__(self, figures: Sequence[Figure], *, in_months: bool) -> None:
        self.own: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
        self._placed = []
        for figure in sorted(figures, key=_firmness, reverse=True):
            bounds = _bounds(figure.period, in_months=in_months)
            if bounds is not None:
                self.own[bounds].append(figure)
                self._placed.append((bounds, figure))

    @cached_property
    def by_start(self) -> dict[int, list[tuple[int, Figure]]]:
        """What can be added, with its last month or day, by the first."""
        found: defaultdict[int, list[tuple[int, Figure]]] = defaultdict(list)
        for (first, last), figure in self._placed:
            if can_be_added(figure):
                found[first].append((last, figure))
        return found


def find_figure(figures: Iterable[Figure], needed: Period, nature: Nature) -> Figure | None:
    """The figure that answers for the needed stretch of time.

    The firmest one (final, actual, estimate) of exactly these months or, for flows and for ratios with their parts, a
    firmer sum of figures that cover them without gap or overlap; else, for what stands at the end, the longest one that
    ends with them. A figure that is missing for a stated reason answers when there is no other.

    Args:
        figures: a ``Shelf`` when the same figures are asked again.

    Raises:
        EvaluateError, UnitError: the parts that cover these months have no sum; see ``sum_figures``.
    """
    shelf = Shelf.of(figures)
    asked = needed, nature
    if asked not in shelf.known:
        shelf.known[asked] = _find(shelf, needed, nature)
    return shelf.known[asked]


def _find(shelf: Shelf, needed: Period, nature: Nature) -> Figure | None:
    places, own = _look(shelf, needed)
    found = next(iter(places.own.get(own, ())), None)
    if nature in (Nature.FLOW, Nature.RATIO):
        row = _cover(*own, places.by_start)
        if row is not None and (found is None or min(map(_firmness, row)) > _firmness(found)):
            found = sum_figures(row)
    if found is None and nature is not Nature.FLOW:
        inside = [one for one in shelf.present if nature is not Nature.RATIO or _is_inside(one.period, needed)]
        found = _last_standing(inside, needed)
    if found is None:
        found = _firmest(shelf.gaps, needed) or _last_standing(shelf.gaps, needed)
    return found


def _look(shelf: Shelf, needed: Period) -> tuple[_Places, tuple[int, int]]:
    """Where to look, and the bounds to look for."""
    if needed.months is not None:
        return shelf.of_months, needed.months
    return shelf.of_days, (needed.first_on.toordinal(), needed.last_on.toordinal())


def find_beside(figures: Iterable[Figure], needed: Period, nature: Nature) -> Figure | None:
    """The same for what only stands beside a verdict: figures that have no sum are none."""
    try:
        return find_figure(figures, needed, nature)
    except (EvaluateError, UnitError):
        return None


def _bounds(period: Period, *, in_months: bool) -> tuple[int, int] | None:
    """First and last month or day as numbers; None for months where the period is not made of them."""
    if in_months:
        return period.months
    return period.first_on.toordinal(), period.last_on.toordinal()


def _is_inside(period: Period, needed: Period) -> bool:
    in_months = needed.months is not None
    bounds, (begin, end) = _bounds(period, in_months=in_months), _bounds(needed, in_months=in_months) or (0, 0)
    return bounds is not None and begin <= bounds[0] and bounds[1] <= end


def _firmest(figures: Sequence[Figure], needed: Period) -> Figure | None:
    in_months = needed.months is not None
    own = _bounds(needed, in_months=in_months)
    same = [figure for figure in figures if _bounds(figure.period, in_months=in_months) == own]
    return max(same, key=_firmness, default=None)


def _firmness(figure: Figure) -> int:
    return _FIRMNESS.index(figure.status)


def _last_standing(figures: Sequence[Figure], needed: Period) -> Figure | None:
    ending = [
        figure
        for figure in figures
        if (ends_by(figure.period, needed) and ends_by(needed, figure.period))
        or figure.period.last_on == needed.last_on
    ]
    return max(ending, key=lambda figure: (figure.period.days, _firmness(figure)), default=None)


def _cover(begin: int, end: int, by_start: Mapping[int, list[tuple[int, Figure]]]) -> list[Figure] | None:
    """Figures from begin to end, each beginning behind the one before: the firmest row, and of these the shortest."""
    rows: dict[int, list[Figure]] = {end + 1: []}  # what reaches beyond the end leads to no row
    for start in range(end, begin - 1, -1):
        found = [[figure, *rows[last + 1]] for last, figure in by_start.get(start, ()) if last + 1 in rows]
        if found:
            rows[start] = max(found, key=lambda row: (min(map(_firmness, row)), -len(row)))
    return rows.get(begin)


def can_be_added(figure: Figure) -> bool:
    """Whether the figure has a sum with others: amounts and ratios with their parts, never a bare percentage."""
    if figure.numerator is not None:
        return True
    if figure.quantity is None or figure.is_change or figure.upper is not None:
        return False
    unit = find_unit(figure.quantity.unit)
    return unit is not None and unit.dimension not in (Dimension.RATIO, Dimension.POINT) and not unit.per


def sum_figures(figures: Sequence[Figure]) -> Figure:
    """One figure for several periods or units: amounts are added; a ratio is the sum of numerators over denominators.

    Args:
        figures: at least one; all amounts or all ratios.

    Returns:
        Its period reaches from the first to the last day of all; it is an estimate when one of them is.

    Raises:
        EvaluateError: nothing to add, a percentage without its parts, or amounts beside ratios.
        UnitError: units that do not measure the same thing.

    Source: DOMAIN 1.2.
    """
    if not figures:
        raise EvaluateError("Chưa có số liệu nào để cộng; hãy nhập số liệu của các kỳ hoặc các đơn vị.")
    if not all(can_be_added(figure) for figure in figures):
        raise EvaluateError("Không cộng được tỷ lệ phần trăm hoặc số chưa có; hãy nhập tử số và mẫu số.")
    days = [figure.period for figure in figures]
    regime = days[0].regime
    period = Period(min(day.first_on for day in days), max(day.last_on for day in days), regime)
    first = replace(figures[0], period=period, status=_status_of_sum(figures))
    quantities = [figure.quantity for figure in figures if figure.quantity is not None]
    tops = [figure.numerator for figure in figures if figure.numerator is not None]
    bottoms = [figure.denominator for figure in figures if figure.denominator is not None]
    if quantities and tops:
        raise EvaluateError("Không cộng được số tuyệt đối với tỷ lệ; hãy nhập cùng một dạng.")
    if quantities:
        return replace(first, quantity=_add(quantities))
    return replace(first, numerator=_add(tops), denominator=_add(bottoms))


def _status_of_sum(figures: Sequence[Figure]) -> FigureStatus:
    return min((figure.status for figure in figures), key=_FIRMNESS.index)


def _add(quantities: Sequence[Quantity]) -> Quantity:
    unit = quantities[0].unit
    home = convert(quantities[0], unit)
    same = [home, *(one if one.unit == unit else convert(one, unit) for one in quantities[1:])]
    total = Decimal(0)
    for quantity in same:
        total = _EXACT.add(total, quantity.value)
    step = max((q.step for q in same if q.qualifier is not Qualifier.EXACT), default=min(q.step for q in same))
    return Quantity(total, home.unit, step, _hedge_of_sum({quantity.qualifier for quantity in same}))


def _hedge_of_sum(hedges: set[Qualifier]) -> Qualifier:
    hedged = hedges - {Qualifier.EXACT}
    if not hedged:
        return Qualifier.EXACT
    if len(hedged) == 1:
        return hedged.pop()
    if hedged <= _ABOVE:
        return Qualifier.OVER
    return Qualifier.UNDER if hedged <= _BELOW else Qualifier.ABOUT
