# SPDX-License-Identifier: Apache-2.0
"""Figures of months made into those of quarters and years: a flow by adding, a stock by its end, a ratio by its parts.

What is here: which shorter periods make a longer one, what they come to, what is missing. Pure. Not here: reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.period import Period, Regime
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.lineage import Quality
from tiendo.server.figures.data import (
    Hindrance,
    IndicatorRow,
    MappedPoint,
    Nature,
    OverTime,
    SpanTotal,
)
from tiendo.server.figures.rules.rolling import Held, add_values, printed_range
from tiendo.server.figures.rules.standards import find_change
from tiendo.server.figures.rules.values import Values, last_place, to_exact

_YEAR = 12
_ZERO = Decimal(0)
#: First month and number of months of the spans that reports of a year speak of. Source: DOMAIN 2.1.
_QUARTERS = ((0, 3), (3, 3), (6, 3), (9, 3))
_SPANS = (*_QUARTERS, (0, 6), (6, 6), (0, 9), (0, 12))
_ENDS = (*_QUARTERS, (0, 12))  # what is taken at the end is that of its last quarter otherwise
Months = tuple[int, int]


def list_spans(points: Sequence[MappedPoint], meant: IndicatorRow, most: int) -> list[SpanTotal]:
    """Quarters, halves, nine months and years that shorter periods make or begin to make, newest first.

    Args:
        points: of one unit on one map; a point that is refused refuses what it is part of.
        most: how many at most.
    """
    if meant.over_time is OverTime.NONE or meant.nature is Nature.YES_NO:
        return []
    found: list[SpanTotal] = []
    by_regime: defaultdict[Regime, dict[Months, MappedPoint]] = defaultdict(dict)
    for point in points:
        months = point.period.months
        if months is not None:
            held = by_regime[point.period.regime].get(months)
            if held is None or held.value is None:
                by_regime[point.period.regime][months] = point
    for regime, tiles in by_regime.items():
        years = sorted({last // _YEAR for _first, last in tiles}, reverse=True)
        for year in years:
            for first, count in _ENDS if meant.over_time is OverTime.END else _SPANS:
                span = (year * _YEAR + first, year * _YEAR + first + count - 1)
                total = _make(span, tiles, meant, regime)
                if total is not None:
                    found.append(total)
    found.sort(key=lambda one: (one.period.last_on, one.period.first_on), reverse=True)
    return found[:most]


def _make(span: Months, tiles: dict[Months, MappedPoint], meant: IndicatorRow, regime: Regime) -> SpanTotal | None:
    """One span; None where no shorter period of it is there."""
    inside = {
        months: point
        for months, point in tiles.items()
        if span[0] <= months[0] and months[1] <= span[1] and months != span and _is_told(point)
    }
    if not inside:
        return None
    chosen = [max(inside, key=_end_of)] if meant.over_time is OverTime.END else _cover(span, inside)
    wanted = range(span[1], span[1] + 1) if meant.over_time is OverTime.END else range(span[0], span[1] + 1)
    covered = {month for first, last in chosen for month in range(first, last + 1)}
    missing = tuple(Period.of_months(month, month, regime) for month in wanted if month not in covered)
    used = [inside[months] for months in chosen]
    total = SpanTotal(Period.of_months(*span, regime), tuple(used), missing, len(wanted), len(wanted) - len(missing))
    return _compare(_add(total, used, meant), tiles.get(span), meant)


def _is_told(point: MappedPoint) -> bool:
    return point.value is not None or point.quality is Quality.REFUSED


def _end_of(months: Months) -> tuple[int, int]:
    """The period that ends last, of two that end together the shorter one."""
    return months[1], months[0]


def _cover(span: Months, inside: dict[Months, MappedPoint]) -> list[Months]:
    """The periods that leave the fewest months out, the shortest of them where there is a choice."""
    first, last = span
    best: dict[int, tuple[int, int, list[Months]]] = {last + 1: (0, 0, [])}
    for month in range(last, first - 1, -1):
        missing, count, rest = best[month + 1]
        options = [(missing + 1, count, rest)]
        for months in inside:
            if months[0] == month:
                missing, count, rest = best[months[1] + 1]
                options.append((missing, count - 1, [months, *rest]))
        best[month] = min(options, key=lambda option: option[:2])
    return best[first][2]


def _add(total: SpanTotal, used: Sequence[MappedPoint], meant: IndicatorRow) -> SpanTotal:
    refused = next((point for point in used if point.value is None), None)
    if refused is not None:
        sentences = refused.sentence_vi, refused.sentence_en
        return replace(total, hindrance=Hindrance.REFUSED, sentence_vi=sentences[0], sentence_en=sentences[1])
    if total.missing:
        return replace(total, hindrance=Hindrance.MISSING)
    if find_change(meant.standards, used[0].period, used[-1].period) is not None:
        return replace(total, hindrance=Hindrance.STANDARD)
    held = [_held(point) for point in used]
    if meant.over_time is OverTime.SUM_OVER_END:
        held = [*(replace(one, values=replace(one.values, denominator=_ZERO)) for one in held[:-1]), held[-1]]
    summed = add_values(held, meant)
    if isinstance(summed, Hindrance):
        return replace(total, hindrance=summed)
    quality = Quality.ESTIMATED if any(point.quality is Quality.ESTIMATED for point in used) else Quality.EXACT
    values = summed.values
    return replace(
        total,
        value=to_exact(summed.value.point),
        qualifier=Qualifier(values.qualifier),
        status=summed.status,
        quality=quality,
        numerator=_quantity(values.numerator, values.numerator_unit),
        denominator=_quantity(values.denominator, values.denominator_unit),
        printed=summed.printed,
    )


def _compare(total: SpanTotal, reported: MappedPoint | None, meant: IndicatorRow) -> SpanTotal:
    """Beside what was reported for the span itself."""
    if reported is None or reported.value is None:
        return total
    total = replace(total, whole=reported)
    if total.value is None or total.printed is None:
        return total
    is_at_odds = not printed_range(_held(reported).values, meant.measure).overlaps(total.printed)
    return replace(total, difference=reported.value - total.value, is_at_odds=is_at_odds)


def _held(point: MappedPoint) -> Held:
    """A point as adding takes it: a single figure as it was printed, else the value that it has on the map."""
    if point.numerator is not None and point.denominator is not None:
        top, bottom = point.numerator, point.denominator
        values = Values(
            qualifier=point.qualifier.value,
            numerator=top.value,
            denominator=bottom.value,
            numerator_unit=top.unit,
            denominator_unit=bottom.unit,
        )
        return Held(0, point.status, values)
    value = point.value or _ZERO
    alone = point.figures[0] if len(point.figures) == 1 and point.figures[0].value == value else None
    step, upper = (last_place(value), None) if alone is None else (alone.step, alone.upper)
    return Held(0, point.status, Values(value, upper, step, point.qualifier.value))


def _quantity(value: Decimal | None, unit: str) -> Quantity | None:
    return None if value is None else Quantity(value, unit, last_place(value))
