# SPDX-License-Identifier: Apache-2.0
"""Plain groups first: one pass of bare sums over the observations, and what each plan takes from it.

What is here: the pass, which groups are odd, the choice for the others. Not here: what an odd group is worth
(``figures``). A group is all figures of one unit and one indicator that have to do with a span. It is plain when they
are exact numbers in one unit of measure, of one status, each of a calendar month of the stretch or of the whole of it.
Each month is one bit: as many bits as rows say that no month is there twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import reduce
from math import ceil
from operator import or_
from typing import Any, Protocol

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import pyarrow as pa

from tiendo.evaluate.bulk.facts import Facts, Observations, can_be_added, scale_of
from tiendo.evaluate.bulk.figures import Exprs, Side, sides_of
from tiendo.evaluate.bulk.looking import Asked, Backend, TableError, facts_of
from tiendo.evaluate.bulk.maps import Ground, find_unplaced, map_of, restate_groups
from tiendo.evaluate.bulk.partial import NO, Kind, Rows, Seen, Value, null, null_of, say
from tiendo.evaluate.bulk.partial.bits import bit_count, bit_or
from tiendo.evaluate.bulk.spans import Ask, last_days
from tiendo.kernel.period import CALENDAR, Period

_DAY = timedelta(days=1)
_KEYS = ["unit", "indicator"]
_STATUSES = ("estimate", "actual", "final")
_OFFERED = ("_sum", "_last", "_whole")
#: Bits of one word that months can have.
_MOST_BITS = 62
Values = dict[str, Value]
#: The plain groups of each span that has any.
Groups = Mapping[Period, ir.Table]


class Keeping(Backend, Protocol):
    """What executes an expression and can keep its rows."""

    def keep(self, table: ir.Table) -> ir.Table:
        """The same rows, worked out once."""


def can_be_plain(ask: Ask) -> bool:
    """Whether the stretches of a span are made of so many months that bits can tell them."""
    sides = sides_of(ask)
    return bool(sides) and all(side.has_bits for side in sides) and sum(side.length + 1 for side in sides) <= _MOST_BITS


def find_groups(observations: Observations, ask: Ask, asked: Asked, engine: Keeping) -> ir.Table:
    """The groups of a span, kept: one row for each unit and indicator.

    Columns are ``is_odd``, ``measure``, ``bits`` of what is there, and for each side ``sum`` of its months, ``whole``,
    and ``last`` where it is asked for. Whole stretches are mostly not there: then they are not looked for.
    """
    sides = sides_of(ask)
    wholes = reduce(or_, (_Bits.of(sides, side).whole for side in sides))
    is_month = any(side.length == 1 for side in sides)
    found = _settle(_gather(observations, ask, asked, has_whole=is_month), engine)
    bits = engine.to_pyarrow(found.aggregate(bits=bit_or(found.bits)))["bits"][0].as_py() or 0
    if bits & wholes and not is_month:
        found = _settle(_gather(observations, ask, asked, has_whole=True), engine)
    return found if observations.ground is None else engine.keep(_restate(found, observations.ground, engine))


def _restate(groups: ir.Table, ground: Ground, engine: Keeping) -> ir.Table:
    """The groups of the units that are asked for.

    Raises:
        TableError: a unit was not on the map of its figures.
    """
    units = engine.to_pyarrow(groups.select("map", "unit").distinct())
    lost = find_unplaced(zip(units["map"].to_pylist(), units["unit"].to_pylist(), strict=True), ground)
    if lost is not None:
        raise TableError("observations", "unit", lost[1], f"{ground.last_days[lost[0]]:%d/%m/%Y}")
    measures = engine.to_pyarrow(groups.select("measure").distinct())["measure"].to_pylist()
    return restate_groups(groups, ground, [measure for measure in measures if measure and can_be_added(measure)])


def _gather(observations: Observations, ask: Ask, asked: Asked, *, has_whole: bool) -> ir.Table:
    """The groups; one in two units of measure or of two statuses has more rows."""
    asks = (asked.asks_for_levels(ask.span), has_whole)
    sides = sides_of(ask)
    rows = observations.ending(within=[last_days([side.period]) for side in sides])
    roles = _roles_table(sides)
    rows = rows.left_join(roles, [rows.first_on == roles.role_first_on, rows.last_on == roles.role_last_on])
    named: Exprs = {
        "bits": _is_plain(rows).ifelse(rows.bits, ibis.null("int64")),
        "measure": rows.measure.coalesce(""),
        "status": rows.status.coalesce("actual"),
    }
    if observations.ground is not None:
        named["map"] = map_of(rows.last_on, observations.ground.last_days)
    rows = rows.mutate(**named)
    made: Exprs = {"rows": rows.count(), "known": rows.bits.count(), "bits": bit_or(rows.bits)}
    for side in sides:
        offered = _offered(rows, _Bits.of(sides, side), *asks)
        made |= {f"{side.name}_{name}": value for name, value in offered.items()}
    given = [name for name in ("measure", "status") if name in observations.table.columns]
    given += ["map"] if observations.ground is not None else []
    return _mark_odd(rows.group_by([*_KEYS, *given]).aggregate(**made))


def look_at_groups(asked: Asked, targets: ir.Table, groups: Groups, backend: Backend) -> tuple[Facts, bool]:
    """The facts of plain groups: units of measure, decimals, how large figures are; and whether any group is odd."""
    measures, scale, has_odd, seen = set[str](), 0, False, dict[Period, dict[str, Seen]]()
    for span, table in groups.items():
        offered = [name for name in table.columns if name.endswith(_OFFERED)]
        sizes = {name: table[name].abs().max() for name in offered}
        rows = backend.to_pyarrow(table.group_by("is_odd", "measure").aggregate(**sizes)).to_pylist()
        has_odd |= any(row["is_odd"] for row in rows)
        plain = frozenset(row["measure"] for row in rows if not row["is_odd"])
        measures |= plain
        # Numbers of odd groups are computed too before they are laid aside: sizes hold for them as well.
        seen[span] = {name: _seen_number(rows, name) for name in offered} | {"measure": Seen(plain)}
        scale = max(scale, scale_of(table, *offered))
    facts = facts_of(asked, targets, [(measure, "") for measure in measures], scale)
    return replace(facts, is_one_measure=True, figures=seen), has_odd


def _seen_number(rows: Iterable[Mapping[str, Any]], name: str) -> Seen:
    found = [row[name] for row in rows if row[name] is not None]
    return Seen(most=max((ceil(number) for number in found), default=0), is_always_null=not found)


def _settle(groups: ir.Table, engine: Keeping) -> ir.Table:
    """The groups kept, each once: one with several rows is odd."""
    kept = engine.keep(groups)
    keys = [*_KEYS, *(["map"] if "map" in groups.columns else [])]
    twice = kept.group_by(keys).having(lambda rows: rows.count() > 1).aggregate()
    if not engine.to_pyarrow(twice.limit(1)).num_rows:
        return kept
    nothing = {name: ibis.null(kept[name].type()) for name in kept.columns if name not in (*keys, "is_odd")}
    odd = twice.mutate(is_odd=ibis.literal(True), **nothing).select(kept.columns)
    return engine.keep(kept.anti_join(twice, keys).union(odd))


def _is_plain(rows: ir.Table) -> ir.Value:
    """Whether a row is an exact number; what a file does not have is null and costs nothing."""
    is_number = rows.value.notnull()
    for name in ("upper", "numerator", "denominator", "answer", "missing"):
        is_number &= rows[name].isnull()
    for name, usual in (("hedge", "exact"), ("denominator_hedge", "exact"), ("regime", CALENDAR.code)):
        is_number &= rows[name].coalesce(usual) == usual
    return is_number & ~rows.is_change.coalesce(False) & rows.status.coalesce("actual").isin(_STATUSES)


@dataclass(frozen=True, slots=True)
class _Bits:
    """The bits of a side: ``first`` to ``last`` of its months, and one for a figure of the whole of it."""

    first: int
    last: int
    whole: int

    @staticmethod
    def of(sides: list[Side], side: Side) -> _Bits:
        before = 0 if side is sides[0] else sides[0].length
        top = sum(one.length for one in sides) + (side is not sides[0])
        return _Bits(1 << before, 1 << (before + side.length - 1), 1 << top)

    @property
    def all_months(self) -> int:
        return 2 * self.last - self.first


def _offered(rows: ir.Table, bits: _Bits, *asks: bool) -> Exprs:
    value, nothing = rows["value"], ibis.null(rows["value"].type())
    made = {"sum": rows.bits.between(_word(bits.first), _word(bits.last)).ifelse(value, nothing).sum()}
    for name, bit, is_asked in zip(("last", "whole"), (bits.last, bits.whole), asks, strict=True):
        if is_asked:
            made[name] = (rows.bits == _word(bit)).ifelse(value, nothing).max()
    return made


def _word(bits: int) -> ir.Value:
    return ibis.literal(bits, "int64")


def _mark_odd(groups: ir.Table) -> ir.Table:
    """Odd is a group with a row that is no month and no whole, or with one of them twice."""
    is_odd = (groups.rows != groups.known) | (bit_count(groups.bits.coalesce(0)) != groups.known)
    groups = groups.mutate(is_odd=is_odd)
    if "measure" not in groups.columns:
        groups = groups.mutate(measure=ibis.literal(""))
    kept = [name for name in groups.columns if name == "map" or name.endswith(_OFFERED)]
    return groups.select(*_KEYS, "is_odd", "measure", "bits", *kept)


def _roles_table(sides: list[Side]) -> ir.Table:
    """The calendar months of each side and the whole of it, by their days; a side of one month is a whole."""
    # No column has nulls: on their way to Spark whole numbers with a null among them become floats and are lost.
    found: list[tuple[int, int, int]] = []
    for side in sides:
        (begin, end), bits = side.period.months or (0, 0), _Bits.of(sides, side)
        months = range(begin, end + 1) if end > begin else ()
        found += [(month, month, bits.first << (month - begin)) for month in months]
        found.append((begin, end, bits.whole))
    columns = {
        "role_first_on": pa.array([CALENDAR.begin(first) for first, *_ in found], pa.date32()),
        "role_last_on": pa.array([CALENDAR.begin(last + 1) - _DAY for _, last, _ in found], pa.date32()),
        "bits": pa.array([bits for *_, bits in found], pa.int64()),
    }
    return ibis.memtable(pa.table(columns))


def choose(groups: ir.Table, plans: Rows, ask: Ask, facts: Facts) -> Rows:
    """The plans with the figures that answer for them, as ``figures`` names them, and ``is_odd``."""
    offers = groups.rename(its_unit="unit", its_indicator="indicator", its_measure="measure")
    sides = sides_of(ask)
    known = dict(facts.figures.get(ask.span, {}))
    known["its_measure"] = known.pop("measure", Seen())
    rows = plans.join(
        lambda held: held.left_join(
            offers, [held.unit == offers.its_unit, held.indicator == offers.its_indicator]
        ).drop("its_unit", "its_indicator"),
        known,
    )
    made = {"is_odd": rows.is_odd.coalesce(NO), "gap": null(Kind.TEXT)}
    taken = {side.name: _take(rows, side, sides, facts) for side in sides}
    if "past" not in taken:
        taken["past"] = _take_nothing(rows)
    made |= {f"{name}_f_{part}": value for name, values in taken.items() for part, value in values.items()}
    return rows.mutate(made)


def _take(rows: Rows, side: Side, sides: list[Side], facts: Facts) -> Values:
    summed = rows[f"{side.name}_sum"]
    last, whole = (_as_wide(rows, f"{side.name}_{name}", summed) for name in ("last", "whole"))
    addable = [measure for measure, _ in facts.pairs if can_be_added(measure)]
    mask = _Bits.of(sides, side).all_months
    is_tiled = Value(Kind.TRUTH, lambda bits: (bits & mask) == mask, [rows.bits]).coalesce(NO)
    is_sum = rows.nature_in_time.isin(["flow", "ratio"]) & whole.isnull() & rows.its_measure.isin(addable).coalesce(NO)
    is_sum = is_sum & is_tiled
    is_level = ~rows.nature_in_time.equals("flow") & ~is_sum & whole.isnull()
    single = whole.coalesce(is_level.ifelse(last, null_of(summed.type)))
    value = is_sum.ifelse(summed, single)
    last_month = CALENDAR.begin((side.period.months or (0, 0))[1])
    month_days = (CALENDAR.begin((side.period.months or (0, 0))[1] + 1) - last_month).days
    return _constants(summed.type) | {
        "value": value,
        "measure": rows.its_measure,
        "length": is_level.ifelse(1, side.length),
        "days": is_level.ifelse(month_days, side.period.days),
        "is_found": value.notnull(),
    }


def _as_wide(rows: Rows, name: str, summed: Value) -> Value:
    """A single figure in the type of a sum; null where nothing of the kind was asked for."""
    if name not in rows or rows[name].is_null:
        return null_of(summed.type)
    made = Value(Kind.OTHER, lambda number: number.cast(summed.type), [rows[name]], rows[name].seen())
    made.type = summed.type
    return made


def _take_nothing(rows: Rows) -> Values:
    kind = rows.now_sum.type
    made = {"value": null_of(kind), "measure": null(Kind.TEXT), "is_found": NO}
    return _constants(kind) | made | {"length": null(Kind.WHOLE), "days": null(Kind.WHOLE)}


def _constants(kind: dt.DataType) -> Values:
    """What is the same of every plain figure."""
    made: Values = {name: null_of(kind) for name in ("upper", "numerator", "denominator", "step")}
    made |= {"denominator_measure": say(""), "hedge": say("exact"), "denominator_hedge": say("exact")}
    return made | {"answer": null(Kind.TRUTH), "is_change": NO, "is_left": NO}
