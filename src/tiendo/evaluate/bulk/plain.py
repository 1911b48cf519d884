# SPDX-License-Identifier: Apache-2.0
"""Plain groups first: one pass of bare sums over the observations, and what each plan takes from it.

What is here: the pass, which groups are odd, the choice for the others. Not here: what an odd group is worth
(``figures``). A group is all figures of one unit and one indicator that have to do with a span. It is plain when they
are exact numbers in one unit of measure, of one status, each of a calendar month of the stretch or of the whole of it.
Which months are there is told by one sum: each month is one bit and one more above all bits, so that the sum is what
it is for all months only when each of them is there once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from tiendo.evaluate.bulk.facts import Facts, Observations, can_be_added, scale_of
from tiendo.evaluate.bulk.figures import Exprs, Side, sides_of
from tiendo.evaluate.bulk.looking import Asked, Backend, facts_of
from tiendo.evaluate.bulk.spans import MOST_BITS, Ask, last_days
from tiendo.kernel.period import CALENDAR

NO = ibis.literal(False)
_DAY = timedelta(days=1)
#: A row of the stretch is one of its months, its last month, or all of it.
_MONTH, _LAST, _WHOLE = 1, 2, 3
_ROLES = 3
_KEYS = ["unit", "indicator"]
_STATUSES = ("estimate", "actual", "final")
#: What is told of a chosen figure that is the same for every plain one.
_TEXTS = {"denominator_measure": "", "hedge": "exact", "denominator_hedge": "exact"}


def can_be_plain(ask: Ask) -> bool:
    """Whether the stretches of a span are made of so many months that bits can tell them."""
    return ask.needed is not None and all(side.has_bits for side in sides_of(ask))


def gather(observations: Observations, ask: Ask) -> ir.Table:
    """One row for each unit and indicator: ``is_odd``, ``measure``, and for each side ``sum``, ``bits``, ``last``,
    ``whole``.
    """  # fmt: skip
    sides = sides_of(ask)
    rows = observations.ending(within=[last_days([side.period]) for side in sides])
    roles = _roles_table(sides)
    same = [rows.first_on == roles.role_first_on, rows.last_on == roles.role_last_on]
    rows = rows.left_join(roles, same)
    rows = rows.mutate(role=_is_plain(rows).ifelse(rows.role, ibis.null("int8")))
    status, measure = rows.status.coalesce("actual"), rows.measure.coalesce("")
    made: Exprs = {"has_odd": rows.role.isnull().any()}
    for name, column in (("measure", measure), ("status", status)):
        if name in observations.table.columns:
            made |= {name: column.min(), f"last_{name}": column.max()}
    for number, side in enumerate(sides):
        made |= {f"{side.name}_{name}": value for name, value in _offered(rows, number * _ROLES).items()}
    return _mark_odd(rows.group_by(_KEYS).aggregate(**made), sides)


def look_at_groups(asked: Asked, targets: ir.Table, groups: Iterable[ir.Table], backend: Backend) -> tuple[Facts, bool]:
    """The facts of plain groups: the units of measure that occur, decimals of figures; and whether any is odd."""
    found, scale, has_odd = set[str](), 0, False
    for table in groups:
        for row in backend.to_pyarrow(table.select("is_odd", "measure").distinct()).to_pylist():
            has_odd |= row["is_odd"]
            found |= set() if row["is_odd"] else {row["measure"]}
        scale = max(scale, scale_of(table, "now_sum"))
    return facts_of(asked, targets, [(measure, "") for measure in found], scale), has_odd


def _is_plain(rows: ir.Table) -> ir.Value:
    """Whether a row is an exact number; what a file does not have is null and costs nothing."""
    is_number = rows.value.notnull()
    for name in ("upper", "numerator", "denominator", "answer", "missing"):
        is_number &= rows[name].isnull()
    for name, usual in (("hedge", "exact"), ("denominator_hedge", "exact"), ("regime", CALENDAR.code)):
        is_number &= rows[name].coalesce(usual) == usual
    return is_number & ~rows.is_change.coalesce(NO) & rows.status.coalesce("actual").isin(_STATUSES)


def _offered(rows: ir.Table, before: int) -> Exprs:
    value, role = rows["value"], rows.role
    nothing = ibis.null(value.type())
    is_part = role.between(before + _MONTH, before + _LAST)
    return {
        "sum": is_part.ifelse(value, nothing).sum(),
        "bits": is_part.ifelse(rows.bits, ibis.null("int64")).sum(),
        "last": (role == before + _LAST).ifelse(value, nothing).max(),
        "whole": (role == before + _WHOLE).ifelse(value, nothing).max(),
    }


def _mark_odd(groups: ir.Table, sides: list[Side]) -> ir.Table:
    is_odd = groups.has_odd
    for name in ("measure", "status"):
        if f"last_{name}" in groups.columns:
            is_odd |= groups[name] != groups[f"last_{name}"]
    for side in sides:  # as many months as the stretch has, but not these: some month is there twice
        bits = groups[f"{side.name}_bits"].coalesce(0)
        is_odd |= (bits >= side.length * _ONE) & (bits != _all_months(side))
    made = {"is_odd": is_odd} | ({} if "measure" in groups.columns else {"measure": ibis.literal("")})
    offered = [f"{side.name}_{name}" for side in sides for name in ("sum", "bits", "last", "whole")]
    groups = groups.mutate(**made)
    return groups.select(*_KEYS, "is_odd", "measure", *offered)


#: Above the bits of all months: counts the rows.
_ONE = 1 << (MOST_BITS + 1)


def _all_months(side: Side) -> int:
    return (1 << side.length) - 1 + side.length * _ONE


def _roles_table(sides: list[Side]) -> ir.Table:
    """The calendar months of each side and the whole of it, by their days: what a row is to its side."""
    # Bits are never null: on their way to Spark whole numbers with a null among them become floats and are lost.
    found: list[tuple[int, int, int, int]] = []
    for number, side in enumerate(sides):
        begin, end = side.period.months or (0, 0)
        months = range(begin, end + 1) if end > begin else ()
        for month in months:
            role = _LAST if month == end else _MONTH
            found.append((month, month, number * _ROLES + role, (1 << (month - begin)) + _ONE))
        found.append((begin, end, number * _ROLES + _WHOLE, 0))
    columns = {
        "role_first_on": pa.array([CALENDAR.begin(first) for first, *_ in found], pa.date32()),
        "role_last_on": pa.array([CALENDAR.begin(last + 1) - _DAY for _, last, *_ in found], pa.date32()),
        "role": pa.array([role for *_, role, _ in found], pa.int8()),
        "bits": pa.array([bits for *_, bits in found], pa.int64()),
    }
    return ibis.memtable(pa.table(columns))


def choose(groups: ir.Table, plans: ir.Table, ask: Ask, facts: Facts) -> ir.Table:
    """The plans with the figures that answer for them, as ``figures`` names them, and ``is_odd``."""
    offers = groups.rename(its_unit="unit", its_indicator="indicator", its_measure="measure")
    rows = plans.left_join(offers, [plans.unit == offers.its_unit, plans.indicator == offers.its_indicator])
    made: Exprs = {"is_odd": rows.is_odd.coalesce(NO), "gap": ibis.null("string")}
    sides = {side.name: side for side in sides_of(ask)}
    for name in ("now", "past"):
        taken = _take(rows, sides[name], facts) if name in sides else _take_nothing(rows)
        made |= {f"{name}_f_{part}": value for part, value in taken.items()}
    return rows.select(*plans.columns, **made)


def _take(rows: ir.Table, side: Side, facts: Facts) -> Exprs:
    get = {name: rows[f"{side.name}_{name}"] for name in ("sum", "bits", "last", "whole")}
    addable = [measure for measure, _ in facts.pairs if can_be_added(measure)]
    is_sum = rows.nature_in_time.isin(["flow", "ratio"]) & get["whole"].isnull() & rows.its_measure.isin(addable)
    is_sum = (is_sum & (get["bits"] == _all_months(side))).coalesce(NO)
    is_level = (rows.nature_in_time != "flow") & ~is_sum & get["whole"].isnull()
    single = get["whole"].coalesce(is_level.ifelse(get["last"], ibis.null(get["last"].type())))
    last_month = CALENDAR.begin((side.period.months or (0, 0))[1])
    month_days = (CALENDAR.begin((side.period.months or (0, 0))[1] + 1) - last_month).days
    kind = get["sum"].type()
    value = is_sum.ifelse(get["sum"], single.cast(kind))
    return _constants(kind) | {
        "value": value,
        "measure": rows.its_measure,
        "length": is_level.ifelse(1, side.length),
        "days": is_level.ifelse(month_days, side.period.days),
        "is_found": value.notnull(),
    }


def _take_nothing(rows: ir.Table) -> Exprs:
    kind = rows.now_sum.type()
    made = {"value": ibis.null(kind), "measure": ibis.null("string"), "is_found": NO}
    return _constants(kind) | made | {"length": ibis.null("int64"), "days": ibis.null("int64")}


def _constants(kind: object) -> Exprs:
    made: Exprs = {name: ibis.null(kind) for name in ("upper", "numerator", "denominator", "step")}
    made |= {name: ibis.literal(text) for name, text in _TEXTS.items()}
    return made | {"answer": ibis.null("boolean"), "is_change": NO, "is_left": NO}
