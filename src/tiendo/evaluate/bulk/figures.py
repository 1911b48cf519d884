# SPDX-License-Identifier: Apache-2.0
"""Which figure answers for a stretch of time: ``choosing`` of the reference engine over a whole table at once.

What is here: one pass over the observations, and the choice per plan. Not here: what a figure is worth.

Figures that follow each other without gap or overlap are known by their bits: each month is one, so the sum of the
rows' bits is all ones and their lengths add up to the whole exactly when they tile it. Where rows overlap, the choice
among many ways to cover the time is left to the reference engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk.facts import Facts, Observations, can_be_added
from tiendo.evaluate.bulk.partial import Seen
from tiendo.evaluate.bulk.spans import MOST_BITS, REGIMES, Ask, end_days, last_days
from tiendo.kernel.period import Period, Regime

_DAYS = 200_000  # of a date since year 1, and more than all of them
_STATUSES = {"estimate": 0, "actual": 1, "final": 2}
#: What is kept of the one figure that is chosen.
_KEPT = (
    "value", "upper", "numerator", "denominator", "measure", "denominator_measure", "hedge", "step",
    "denominator_hedge", "answer", "is_change", "firm", "length", "days", "is_exact",
)  # fmt: skip
#: What is offered where nothing is ever added up.
_NO_PARTS = {
    "length": ibis.literal(0, "int64"), "firm": ibis.null("int8"), "length_1": ibis.null("int64"),
    "length_2": ibis.null("int64"), "bits": ibis.null("int64"), "is_odd": ibis.literal(False),
    "measure": ibis.null("string"),
}  # fmt: skip
_NUMBERS = ("value", "upper", "numerator", "denominator", "step")

Exprs = dict[str, ir.Value]
NO = ibis.literal(False)


def months_of(first: ir.Value, last: ir.Value, regime: ir.Value, codes: tuple[str, ...]) -> tuple[ir.Value, ir.Value]:
    """First and last month of a row counted from year 0, null where the period is not made of whole months."""
    found = [(regime == code, *_months(first, last, REGIMES[code])) for code in codes]
    if len(codes) == 1:
        return found[0][1], found[0][2]
    return ibis.cases(*[(test, begin) for test, begin, _ in found]), ibis.cases(
        *[(test, end) for test, _, end in found]
    )


def _months(first: ir.Value, last: ir.Value, regime: Regime) -> tuple[ir.Value, ir.Value]:
    behind = last + ibis.interval(days=1)
    is_whole = (first.day() == regime.first_day) & (behind.day() == regime.first_day)
    begin = first.year() * 12 + first.month() + (regime.months_before - 1)
    end = behind.year() * 12 + behind.month() + (regime.months_before - 2)
    nothing = ibis.null("int32")
    return is_whole.ifelse(begin.cast("int32"), nothing), is_whole.ifelse(end.cast("int32"), nothing)


@dataclass(frozen=True, slots=True)
class Side:
    """One stretch of time whose figure is looked for, and the prefix of its columns."""

    name: str
    period: Period

    @property
    def length(self) -> int:
        """Months, or days where it is not made of months."""
        months = self.period.months
        return self.period.days if months is None else months[1] - months[0] + 1

    @property
    def has_bits(self) -> bool:
        """Whether rows that cover it can be told by their bits."""
        return self.period.months is not None and self.length <= MOST_BITS


def sides_of(ask: Ask) -> list[Side]:
    """The stretch itself, and that of the year before."""
    found = [] if ask.needed is None else [Side("now", ask.needed)]
    return found if ask.before is None else [*found, Side("past", ask.before)]


def gather(observations: Observations, ask: Ask, facts: Facts) -> ir.Table:
    """One row for each unit and indicator: what its figures offer for each side.

    Columns, led by the name of the side: ``top`` and ``inside`` (the best single figure of all, and of those within
    the stretch), ``gap``, and over all parts ``length``, ``bits``, ``firm``, sums, and what the parts have in common.
    Single figures end with the stretch, so that few rows are looked at for them.
    """
    sides = sides_of(ask)
    keys = ["unit", "indicator"]
    rows = _prepare(observations.ending(on=[day for side in sides for day in end_days(side.period)]), facts)
    single: Exprs = {}
    for side in sides:
        single |= _single(rows, side, facts)
    ending = rows.group_by(keys).aggregate(**single)
    if not facts.adds_up:
        return ending.mutate(**{f"{side.name}_{name}": value for side in sides for name, value in _NO_PARTS.items()})
    parts: Exprs = {}
    rows = _prepare(observations.ending(within=[last_days([side.period for side in sides])]), facts)
    for side in sides:
        parts |= _parts(rows, side, facts)
    summed = rows.group_by(keys).aggregate(**parts).rename(sum_unit="unit", sum_indicator="indicator")
    both = summed.left_join(ending, [summed.sum_unit == ending.unit, summed.sum_indicator == ending.indicator])
    return both.drop(*keys).rename(unit="sum_unit", indicator="sum_indicator")


def _prepare(rows: ir.Table, facts: Facts) -> ir.Table:
    """The rows with defaults, months and firmness."""
    rows = rows.mutate(
        regime=rows.regime.coalesce(ibis.literal("calendar")),
        firm=(rows.status == "final").ifelse(2, (rows.status == "estimate").ifelse(0, 1)).cast("int8"),
        is_change=rows.is_change.coalesce(ibis.literal(False)),
        hedge=rows.hedge.coalesce(ibis.literal("exact")),
        denominator_hedge=rows.denominator_hedge.coalesce(ibis.literal("exact")),
        measure=rows.measure.coalesce(ibis.literal("")),
        denominator_measure=rows.denominator_measure.coalesce(ibis.literal("")),
    )
    begin, end = months_of(rows.first_on, rows.last_on, rows.regime, facts.regimes)
    return rows.mutate(begin=begin, end=end, days=rows.last_on.delta(rows.first_on, unit="day") + 1)


def _single(rows: ir.Table, side: Side, facts: Facts) -> Exprs:
    is_exact, is_inside, ends, _ = _position(rows, side)
    is_there = rows.missing.isnull()
    rank = _rank(rows, is_exact, facts)
    best = ibis.struct({name: rows[name] for name in _KEPT[:-3]} | {
        "length": (rows.end - rows.begin + 1), "days": rows.days, "is_exact": is_exact.coalesce(ibis.literal(False)),
    })  # fmt: skip
    made: Exprs = {"top": best.argmax(rank, where=is_there & ends)}
    if facts.has_ratio_nature:
        made["inside"] = best.argmax(rank, where=is_there & ends & is_inside)
    if side.name == "now":
        made["gap"] = rows.missing.argmax(rank, where=rows.missing.notnull() & ends)
    return {f"{side.name}_{name}": value for name, value in made.items()}


def _parts(rows: ir.Table, side: Side, facts: Facts) -> Exprs:
    is_exact, is_inside, _, length = _position(rows, side)
    is_part = rows.missing.isnull() & is_inside & ~is_exact & _can_be_added(rows, facts)
    total = length.sum(where=is_part)
    made: Exprs = {
        "length": total,
        "firm": rows.firm.min(where=is_part),
        "length_1": length.sum(where=is_part & (rows.firm >= 1)),
        "length_2": length.sum(where=is_part & (rows.firm == _STATUSES["final"])),
        "value": rows.value.sum(where=is_part),
        "measure": rows.measure.min(where=is_part),
        "is_odd": _is_odd(rows, is_part, facts),
    }
    if len(facts.firmness) == 1:
        only = facts.firmness[0]
        made |= {"firm": ibis.literal(only, "int8"), "length_1": total if only >= 1 else ibis.literal(0, "int64")}
        made["length_2"] = total if only == _STATUSES["final"] else ibis.literal(0, "int64")
    if len({measure for measure, _ in facts.pairs}) == 1:
        made["measure"] = ibis.literal(facts.pairs[0][0])
    if side.has_bits:
        made["bits"] = _bits(rows, side, is_inside).sum(where=is_part)
    if facts.has_ratio:
        made["numerator"] = rows.numerator.sum(where=is_part)
        made["denominator"] = rows.denominator.sum(where=is_part)
        made["denominator_measure"] = rows.denominator_measure.min(where=is_part)
    return {f"{side.name}_{name}": value for name, value in made.items()}


def _position(rows: ir.Table, side: Side) -> tuple[ir.Value, ...]:
    """How a row lies to the side: exactly, inside, ending with it; and its length."""
    period = side.period
    last_on = ibis.literal(period.last_on)
    if period.months is None:
        first_on = ibis.literal(period.first_on)
        is_exact = (rows.first_on == first_on) & (rows.last_on == last_on)
        is_inside = (rows.first_on >= first_on) & (rows.last_on <= last_on)
        return is_exact, is_inside, rows.last_on == last_on, rows.days
    begin, end = period.months
    is_exact = (rows.begin == begin) & (rows.end == end)
    is_inside = (rows.begin >= begin) & (rows.end <= end)
    ends = (rows.end == end) | (rows.last_on == last_on)
    return is_exact, is_inside, ends, rows.end - rows.begin + 1


def _bits(rows: ir.Table, side: Side, is_inside: ir.Value) -> ir.Value:
    begin = (side.period.months or (0, 0))[0]
    one = ibis.literal("1").cast("int64")  # a plain 1 would be a number of 32 bits
    low, high = (is_inside.ifelse(month, begin) - begin for month in (rows.begin, rows.end + 1))
    return (one << high.cast("int64")) - (one << low.cast("int64"))


def _can_be_added(rows: ir.Table, facts: Facts) -> ir.Value:
    addable = [measure for measure, _ in facts.pairs if can_be_added(measure)]
    is_amount = rows.value.notnull() & ~rows.is_change & rows.upper.isnull()
    if len(set(addable)) < len({measure for measure, _ in facts.pairs}):
        is_amount &= rows.measure.isin(addable)
    return is_amount | rows.numerator.notnull() if facts.has_ratio else is_amount


def _is_odd(rows: ir.Table, is_part: ir.Value, facts: Facts) -> ir.Value:
    """Whether the parts differ in something that a plain sum would lose."""
    odd: ir.Value = ibis.literal(False)
    if len({measure for measure, _ in facts.pairs}) > 1:
        odd |= rows.measure.min(where=is_part) != rows.measure.max(where=is_part)
    if facts.has_ratio:
        bottom = rows.denominator_measure
        odd |= bottom.min(where=is_part) != bottom.max(where=is_part)
        odd |= rows.numerator.count(where=is_part) * rows.value.count(where=is_part) > 0
    if len(facts.regimes) > 1:
        odd |= rows.regime.min(where=is_part) != rows.regime.max(where=is_part)
    if facts.has_reach:
        hedged = is_part & ((rows.hedge != "exact") | (rows.denominator_hedge != "exact"))
        odd |= rows.count(where=hedged) > 0
    return odd


def _rank(rows: ir.Table, is_exact: ir.Value, facts: Facts) -> ir.Value:
    """Exactly these months first, by firmness; then the longest, by firmness; of equals what begins first."""
    code: ir.Value = ibis.literal(0, "int64")
    if len(facts.regimes) > 1:
        code = (rows.regime == "calendar").ifelse(1, 0).cast("int64")
    most = ibis.literal(_DAYS, "int64")
    size = is_exact.coalesce(ibis.literal(False)).ifelse(most, rows.days.cast("int64")) * len(_STATUSES) + rows.firm
    begins = rows.first_on.delta(ibis.date("1899-01-01"), unit="day").cast("int64")
    return (size * most + (most - begins)) * 2 + code


def weigh(rows: ir.Table, side: Side, facts: Facts) -> Exprs:
    """How each plan is answered: ``is_sum`` of parts, ``is_single`` by the ``best`` figure, or ``f_is_left``.

    Args:
        rows: plans with what ``gather`` offers beside them, and ``nature_in_time``.
    """
    get = {name: rows[f"{side.name}_{name}"] for name in ("firm", "length_1", "length_2", "is_odd", "best")}
    adds_up = rows.nature_in_time.isin(["flow", "ratio"])
    best, length = get["best"], rows[f"{side.name}_length"].coalesce(0)
    is_exact = best.is_exact.coalesce(NO)
    tiles = NO
    if side.has_bits:
        tiles = ((length == side.length) & (rows[f"{side.name}_bits"] == (1 << side.length) - 1)).coalesce(NO)
    is_sum = adds_up & tiles & is_exact.ifelse(best.firm < get["firm"], True)
    firmer = ibis.cases((best.firm == 0, get["length_1"]), (best.firm == 1, get["length_2"]), else_=0)
    enough = is_exact.ifelse(firmer, length).coalesce(0)
    is_open = length > side.length if side.has_bits else length >= side.length
    is_left = adds_up & ((is_open & (enough >= side.length)) | (is_sum & get["is_odd"].coalesce(NO)))
    is_single = ~is_sum & (is_exact | (rows.nature_in_time != "flow")) & best.days.notnull()
    made = {"is_sum": is_sum, "is_single": is_single, "f_is_left": is_left, "f_is_found": is_sum | is_single}
    return {f"{side.name}_{name}": value for name, value in made.items()}


def best_of(rows: ir.Table, side: Side, facts: Facts) -> Exprs:
    """The single figure that may answer: for ratios only one within the stretch."""
    best = rows[f"{side.name}_top"]
    if facts.has_ratio_nature:
        best = (rows.nature_in_time == "ratio").ifelse(rows[f"{side.name}_inside"], best)
    return {f"{side.name}_best": best}


def take(rows: ir.Table, side: Side) -> Exprs:
    """The fields of the chosen figure, led by the name of the side."""
    mine = f"{side.name}_"
    get = {name.removeprefix(mine): rows[name] for name in rows.columns if name.startswith(mine)}
    best, made = get["best"], {}
    for name in _KEPT:
        kind = best[name].type()
        if name in _NUMBERS:
            summed = get[name].cast(kind) if name in get else ibis.null(kind)
        else:
            summed = _of_sum(name, get, side).cast(kind)
        made[name] = ibis.cases((get["is_sum"], summed), (get["is_single"], best[name]))
    return {f"{mine}f_{name}": value for name, value in made.items()}


def _of_sum(name: str, get: Mapping[str, ir.Value], side: Side) -> ir.Value:
    if name in ("measure", "firm", "denominator_measure"):
        return get.get(name, ibis.literal(""))
    constants = {
        "hedge": "exact", "denominator_hedge": "exact", "is_change": False, "is_exact": True,
        "length": side.length if side.period.months is not None else None, "days": side.period.days,
    }  # fmt: skip
    return ibis.literal(constants[name]) if constants.get(name) is not None else ibis.null()


def seen_of(facts: Facts) -> dict[str, Seen]:
    """What is known of the columns of chosen figures where forms do not occur."""
    lacks = [] if facts.has_ratio else ["numerator", "denominator"]
    lacks += [] if facts.has_reach else ["upper"]
    return {f"{side}_f_{name}": Seen(is_always_null=True) for side in ("now", "past") for name in lacks}


def take_nothing(rows: ir.Table, name: str) -> Exprs:
    """The same columns where there is no such side."""
    now = [column.removeprefix("now_f_") for column in rows.columns if column.startswith("now_f_")]
    made: Exprs = {f"{name}_f_{column}": ibis.null(rows[f"now_f_{column}"].type()) for column in now}
    return made | {f"{name}_f_is_found": NO, f"{name}_f_is_left": NO}
