# SPDX-License-Identifier: Apache-2.0
"""What must be known of two tables before the expression over them is built: units, scales, which forms occur.

What is here: a few small queries, and units of measure as powers of ten. Not here: any figure's value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from tiendo.evaluate.bulk.columns import OBSERVATIONS, TARGETS, Column, Kind
from tiendo.evaluate.bulk.maps import Ground
from tiendo.evaluate.bulk.partial import Seen
from tiendo.evaluate.bulk.partial.whole import MOST_DIGITS
from tiendo.evaluate.data import EvaluateError
from tiendo.evaluate.schemes import Scheme
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import Dimension, UnitError, convert, find_unit

_IBIS_KINDS = {
    Kind.TEXT: "string",
    Kind.DATE: "date",
    Kind.TRUTH: "boolean",
    Kind.STEPS: "array<struct<until: date, due: decimal(38, 0)>>",
}
#: Stands for "no unit" where a table is joined: null equals nothing.
NOTHING = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about two tables.

    Attributes:
        pairs: units of values and of denominators as they occur together in observations.
        wanted: units into which figures are turned: those of plans and bases, and the figures' own.
        scale: decimals of observations; one more than their type has, so that a tenth is whole.
        plan_scale, due_scale: decimals of plans and bases; of phasing.
        has_reach: some figure is hedged or a range.
        has_ratio: some figure has numerator and denominator.
        has_ratio_nature: some target is on a ratio.
        adds_up: some target is on what is summed over time: a flow or a ratio.
        firmness: of observations: 0 estimate, 1 actual, 2 final.
        regimes: regimes of observations.
        is_one_measure: the figures of a group are in one unit.
        spans: of the targets.
        plans: what was seen of the columns of targets, by their span.
        figures: what was seen of the columns of plain groups, by the span.
    """

    pairs: tuple[tuple[str, str], ...]
    wanted: tuple[str, ...]
    scale: int
    plan_scale: int
    due_scale: int
    has_reach: bool
    has_ratio: bool
    has_ratio_nature: bool
    adds_up: bool
    firmness: tuple[int, ...]
    regimes: tuple[str, ...]
    is_one_measure: bool
    spans: tuple[Period, ...]
    plans: Mapping[Period, Mapping[str, Seen]]
    figures: Mapping[Period, Mapping[str, Seen]]


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a figure of one unit becomes one of another: by powers of ten.

    Attributes:
        is_same: the two units measure the same thing.
        plain, quotient: exponents of ten for a plain number and for a quotient; None when it is no power of ten.
    """

    source: str
    bottom: str
    target: str
    is_same: bool
    plain: int | None
    quotient: int | None


def complete(table: ir.Table, columns: Iterable[Column]) -> ir.Table:
    """The table with exactly the described columns; what is absent is null, and all numbers have as many decimals."""
    described = list(columns)
    exact = [column.name for column in described if column.kind is Kind.EXACT and column.name in table.columns]
    scale = max((scale_of(table, name) for name in exact), default=0)
    widest = f"decimal({MOST_DIGITS}, {scale})"
    made = {}
    for column in described:
        if column.name not in table.columns:
            made[column.name] = ibis.null().cast(widest if column.kind is Kind.EXACT else _IBIS_KINDS[column.kind])
        elif column.name in exact and not _has_scale(table[column.name].type(), scale):
            made[column.name] = table[column.name].cast(widest)
        else:
            made[column.name] = table[column.name]
    return table.select(**made)


def _has_scale(kind: dt.DataType, scale: int) -> bool:
    """Whether two numbers of such a kind can be compared as they are."""
    return bool(kind.is_decimal()) and int(kind.scale or 0) == scale


@dataclass(frozen=True, slots=True)
class Observations:
    """The observations as they are read, and which of them are looked at.

    Every look filters the file itself: a common query would be worked out whole and kept by the engine.

    Attributes:
        table: as read.
        units: first and last unit of a part; None for all.
        keys: units with indicators to which it is limited; None for all.
        ground: the map on which verdicts are asked for; None: units are the same in both tables.
    """

    table: ir.Table
    units: tuple[str, str] | None = None
    keys: ir.Table | None = None
    ground: Ground | None = None

    def ending(self, *, within: Iterable[tuple[date, date]] = (), on: Iterable[date] = ()) -> ir.Table:
        """The complete rows that end within one of some stretches of days, or on one of some days."""
        last_on = self.table.last_on
        stretches = [last_on.between(*map(ibis.literal, days)) for days in within]
        wanted = [reduce(or_, stretches)] if stretches else []
        wanted += [last_on.isin([ibis.literal(day) for day in days])] if (days := sorted(set(on))) else []
        if self.units is not None:
            wanted.append(self.table.unit.between(*self.units))
        rows = self.table.filter(*wanted) if wanted else self.table
        return complete(rows if self.keys is None else rows.semi_join(self.keys, self.keys.columns), OBSERVATIONS)


def complete_targets(table: ir.Table) -> ir.Table:
    """The targets with all columns."""
    return complete(table, TARGETS)


def scale_of(table: ir.Table, *names: str) -> int:
    """The most decimals that one of the columns can hold by its type."""
    return max(int(getattr(table[name].type(), "scale", 0) or 0) for name in names)


def due_scale(table: ir.Table) -> int:
    """Decimals of what is due by the steps, and of their whole."""
    steps: Any = table.phasing_steps.type()
    return max(int(steps.value_type.fields["due"].scale or 0), scale_of(table, "phasing_whole"))


def list_conversions(facts: Facts) -> list[Conversion]:
    """Every way from a unit of the figures to a wanted one."""
    return [_conversion(top, bottom, wanted) for top, bottom in facts.pairs for wanted in facts.wanted]


def _conversion(top: str, bottom: str, wanted: str) -> Conversion:
    plain: int | None = 0
    is_same = True
    if top != wanted:
        try:
            plain = exponent_of(convert(Quantity(Decimal(1), top), wanted).value)
        except UnitError:
            is_same, plain = False, None
    sizes = [exponent_of(_size(name)) for name in (top, bottom, wanted)]
    known = [size for size in sizes if size is not None]
    quotient = known[0] - known[1] - known[2] if len(known) == len(sizes) else None
    return Conversion(top, bottom, wanted, is_same, plain, quotient)


def _size(name: str) -> Decimal:
    unit = find_unit(name)
    return Decimal(1) if unit is None else unit.scale


def exponent_of(number: Decimal) -> int | None:
    """Of which power of ten the number is; None when it is none.

    Examples:
        >>> exponent_of(Decimal("0.001")), exponent_of(Decimal(60))
        (-3, None)
    """
    exponent = number.adjusted()
    return exponent if number == Decimal(1).scaleb(exponent) else None


def can_be_added(measure: str) -> bool:
    """Whether amounts in the unit have a sum: never percentages, nor what is per something."""
    unit = find_unit(measure)
    return unit is not None and unit.dimension not in (Dimension.RATIO, Dimension.POINT) and not unit.per


def is_percentage(measure: str) -> bool:
    """Whether a difference of two figures in the unit is told in points."""
    unit = find_unit(measure)
    return unit is not None and unit.dimension is Dimension.RATIO


def check_scheme(scheme: Scheme) -> Scheme:
    """The scheme, when the expression has room for it.

    Raises:
        EvaluateError: more bands than the table of verdicts has columns for.
    """
    if len(scheme.bands) > MOST_BANDS:
        raise EvaluateError(f"Bảng kết quả chỉ có chỗ cho {MOST_BANDS} mức; hãy bớt mức của cách phân loại.")
    return scheme


#: Bands of a scheme for which a table of verdicts has columns.
MOST_BANDS = 3
