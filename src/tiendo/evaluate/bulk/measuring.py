# SPDX-License-Identifier: Apache-2.0
"""From the chosen figures to the value that is judged, as a quotient of whole numbers.

What is here: units, hedges, quotients, changes against a base, growth. Not here: thresholds (``marks``).
All amounts of a row are whole numbers at one scale, ``Facts.plan_scale``.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk.facts import Conversion, Facts, is_percentage, list_conversions
from tiendo.evaluate.bulk.whole import MOST_DIGITS, ROOM, WHOLE, constant, nothing, size, to_whole

_MOST_ZEROS = 15
_LONGEST_STEP = 1e20
_HUNDRED = 100

Exprs = dict[str, ir.Value]


def conversions_table(facts: Facts) -> ir.Table:
    """The ways between units as a small table; exponents become factors at the scale of amounts.

    Numbers travel as text: every engine keeps their digits, and a missing one stays missing.
    """
    rows = [_way_row(way, facts) for way in list_conversions(facts)]
    table = ibis.memtable(rows, schema=ibis.schema(_WAY))
    wholes = {name: table[name].cast(WHOLE) for name in ("plain_up", "plain_down", "ratio_up", "ratio_down")}
    return table.mutate(**wholes, **{name: table[name].cast("float64") for name in ("plain", "ratio")})


_WAY = dict.fromkeys(
    ("source", "bottom", "target", "plain_up", "plain_down", "ratio_up", "ratio_down", "plain", "ratio"), "string"
) | dict.fromkeys(("is_same", "is_target_percentage", "is_strange"), "boolean")


def _way_row(way: Conversion, facts: Facts) -> dict[str, str | bool | None]:
    plain_up, plain_down = _factors(way.plain, facts.plan_scale - facts.scale)
    ratio_up, ratio_down = _factors(way.quotient, facts.plan_scale)
    return {
        "source": way.source,
        "bottom": way.bottom,
        "target": way.target,
        "plain_up": plain_up,
        "plain_down": plain_down,
        "ratio_up": ratio_up,
        "ratio_down": ratio_down,
        "plain": _real(way.plain),
        "ratio": _real(way.quotient),
        "is_same": way.is_same,
        "is_target_percentage": is_percentage(way.target),
        "is_strange": way.quotient is None or (way.plain is None and way.is_same),
    }


def _factors(exponent: int | None, shift: int) -> tuple[str | None, str | None]:
    """Ten to the exponent and the shift, as what is multiplied and what is divided by; as text, which keeps digits."""
    if exponent is None or abs(exponent + shift) >= MOST_DIGITS:
        return None, None
    power = exponent + shift
    return str(10 ** max(power, 0)), str(10 ** max(-power, 0))


def _real(exponent: int | None) -> str | None:
    return None if exponent is None else f"1e{exponent}"


def numbers_of(rows: ir.Table, facts: Facts) -> Exprs:
    """The figures and the plan of each row as whole numbers: figures at their scale, amounts of plans at theirs."""
    made: Exprs = {"now_is_ratio": rows.now_f_numerator.notnull()}
    if facts.has_ratio:
        printed = rows.now_f_numerator.notnull().ifelse(rows.now_f_numerator, rows.now_f_value.cast(_same(rows)))
        bottom = to_whole(rows.now_f_denominator, facts.scale)
        made["now_bottom"] = rows.now_f_numerator.notnull().ifelse(bottom, constant(1))
    else:
        printed = rows.now_f_value
        made["now_bottom"] = constant(1)
    made["now_amount"] = to_whole(printed, facts.scale)
    if facts.has_reach:
        made["now_tenth"] = to_whole(printed, facts.scale - 1).abs()
        made["now_upper"] = to_whole(rows.now_f_upper, facts.scale)
        made["now_step"] = to_whole(rows.now_f_step, facts.scale).coalesce(constant(10**facts.scale))
    for name in ("value", "upper", "base_value"):
        made[f"whole_{name}"] = to_whole(rows[name], facts.plan_scale)
    made["whole_start"] = to_whole(rows.phasing_start, facts.plan_scale).coalesce(constant(0))
    return made


def _same(rows: ir.Table) -> object:
    return rows.now_f_numerator.type()


def reach_of(rows: ir.Table) -> Exprs:
    """The true values of the figure, in its own unit: ``low``, ``high``, which ends are open, which are not there.

    Mirrors ``Quantity.interval`` and ``usual_interval``: a hedge speaks of the size of the number.
    """
    amount, step, hedge = rows.now_amount, rows.now_step, rows.now_f_hedge
    magnitude, reach = amount.abs(), rows.room_around
    is_plain, is_negative = hedge == "exact", amount < 0
    low = hedge.isin(["about", "under"]).ifelse(magnitude - reach, magnitude)
    high = hedge.isin(["about", "over"]).ifelse(magnitude + reach, magnitude)
    flags = {
        "low_open": hedge == "over", "high_open": hedge == "under",
        "no_low": hedge == "at_most", "no_high": hedge == "at_least",
    }  # fmt: skip
    mirrored = {"low_open": "high_open", "high_open": "low_open", "no_low": "no_high", "no_high": "no_low"}
    made: Exprs = {
        "low": is_plain.ifelse(amount, is_negative.ifelse(-high, low)),
        "high": is_plain.ifelse(rows.now_upper.coalesce(amount), is_negative.ifelse(-low, high)),
        "is_unclear": ~is_plain & (rows.now_upper.notnull() | (step <= 0) | (magnitude % _above_zero(step) != 0)),
    }
    return made | {name: is_negative.ifelse(flags[mirrored[name]], flag) for name, flag in flags.items()}


def _above_zero(step: ir.Value) -> ir.Value:
    """The step where it can be counted in, else one: nothing is divided by zero, not even in a row that is left."""
    return ((step > 0) & (size(step) < _LONGEST_STEP)).ifelse(step, constant(1))


def place_of(rows: ir.Table) -> Exprs:
    """How long the number's last non-zero place is, where it is printed in whole steps."""
    magnitude, one = rows.now_amount.abs(), _above_zero(rows.now_step)
    place = one
    for zeros in range(1, _MOST_ZEROS + 1):
        longer = one * constant(10**zeros)
        place = ((magnitude > 0) & (magnitude % longer == 0)).ifelse(longer, place)
    return {"place": (rows.now_f_hedge == "exact").ifelse(one, place)}


def room_of(rows: ir.Table) -> Exprs:
    """How far a hedge reaches: a tenth, or the distance to the next number that is as round."""
    magnitude, place, share = rows.now_amount.abs(), rows.place, rows.now_tenth
    is_half = (magnitude > 0) & (magnitude % (place * 10) == place * 5)
    round_place = is_half.ifelse(place * 5, place)
    room = (rows.now_f_hedge == "about").ifelse(ibis.least(share, round_place), ibis.greatest(share, round_place))
    return {"room_around": ibis.greatest(room, rows.now_step)}


def level_of(rows: ir.Table, facts: Facts) -> Exprs:
    """The figure in the wanted unit, at the scale of amounts, over a bottom above zero; its ends over the same."""
    up = rows.now_is_ratio.ifelse(rows.way_ratio_up, rows.way_plain_up)
    down = rows.now_is_ratio.ifelse(rows.way_ratio_down, rows.way_plain_down)
    fits = (size(rows.now_amount) * size(up) < ROOM) & (size(rows.now_bottom) * size(down) < ROOM)
    if facts.has_reach:
        fits &= (size(rows.low) * size(up) < ROOM) & (size(rows.high) * size(up) < ROOM)
    up, down = (fits.ifelse(factor, nothing()) for factor in (up, down))
    made = {"level_top": rows.now_amount * up, "level_bottom": rows.now_bottom * down}
    if facts.has_reach:
        made |= {"level_low": rows.low * up, "level_high": rows.high * up}
    return made


def value_of(rows: ir.Table, facts: Facts) -> Exprs:
    """The value that is judged: the level, or its change against the base, positive where it is the planned one.

    ``value_top`` over ``value_bottom``, the ends of the reach over the same bottom.
    """
    base, bottom = rows.whole_base_value, rows.level_bottom
    is_measured = rows.is_change_rule & ~rows.now_f_is_change
    is_percent = rows.rule.isin(["reduce_by_percent", "increase_by_percent"])
    is_fall = rows.rule.isin(["reduce_by_percent", "reduce_by_points"])
    factor = _HUNDRED * 10**facts.plan_scale
    times = is_percent.ifelse(constant(factor), constant(1))
    largest = size(rows.level_top)
    if facts.has_reach:
        largest = ibis.greatest(largest, size(rows.level_low), size(rows.level_high))
    fits = (size(base) * size(bottom) + largest) * size(times) < ROOM
    base = fits.ifelse(base, nothing())

    def change(top: ir.Value) -> ir.Value:
        fallen = (base * bottom - top) * fits.ifelse(times, nothing())
        return is_measured.ifelse(is_fall.ifelse(fallen, -fallen), top)

    made = {
        "value_top": change(rows.level_top),
        "value_bottom": is_measured.ifelse(is_percent.ifelse(base * bottom, bottom), bottom),
    }
    if not facts.has_reach:
        return made
    turns = is_measured & is_fall
    low, high = change(rows.level_low), change(rows.level_high)
    made |= {"value_low": turns.ifelse(high, low), "value_high": turns.ifelse(low, high)}
    pairs = (("is_low_open", "low_open", "high_open"), ("is_high_open", "high_open", "low_open"),
             ("has_no_low", "no_low", "no_high"), ("has_no_high", "no_high", "no_low"))  # fmt: skip
    return made | {name: turns.ifelse(rows[other], rows[one]) for name, one, other in pairs}


def growth_of(rows: ir.Table, facts: Facts) -> Exprs:
    """The change against the same period of the year before, computed last and never compared with anything."""
    now = _real_of(rows, "now", facts)
    past = _real_of(rows, "past", facts)
    is_told = (
        rows.past_f_is_found & ~rows.past_f_is_change & (rows.rule != "yes_no") & ~rows.now_f_is_change
        & rows.now_f_upper.isnull() & rows.past_f_upper.isnull() & (past > 0)
        & (~rows.now_is_ratio | rows.value.notnull()) & now.notnull()
    ).coalesce(ibis.literal(False))  # fmt: skip
    in_points = rows.past_way_is_target_percentage
    change = in_points.ifelse(now - past, (now - past) / (past > 0).ifelse(past, ibis.null("float64")) * _HUNDRED)
    return {
        "growth": is_told.ifelse(change, ibis.null("float64")),
        "is_growth_in_points": is_told.ifelse(in_points, ibis.null("boolean")),
    }


def _real_of(rows: ir.Table, side: str, facts: Facts) -> ir.Value:
    """The figure in the unit in which growth is told."""
    plain = rows[f"{side}_f_value"].cast("float64") * rows[f"{side}_way_plain"]
    if not facts.has_ratio:
        return plain
    top, bottom = (rows[f"{side}_f_{part}"].cast("float64") for part in ("numerator", "denominator"))
    quotient = top / (bottom > 0).ifelse(bottom, ibis.null("float64")) * rows[f"{side}_way_ratio"]
    return rows[f"{side}_f_numerator"].notnull().ifelse(quotient, plain)


def largest_of(rows: ir.Table, facts: Facts) -> ir.Value:
    """Roughly the largest number that will be compared."""
    largest = size(rows.value_top)
    if facts.has_reach:
        largest = ibis.greatest(largest, size(rows.value_low), size(rows.value_high))
    return largest + 1.0


def answer_of(rows: ir.Table) -> ir.Value:
    """Yes is 1, no is 0."""
    return rows.now_f_answer.ifelse(constant(1), constant(0))


def one() -> ir.Value:
    """The bottom of an answer."""
    return constant(1)
