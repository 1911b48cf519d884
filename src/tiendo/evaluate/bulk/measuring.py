# SPDX-License-Identifier: Apache-2.0
"""From the chosen figures to the value that is judged, as a quotient of whole numbers.

What is here: units, hedges, quotients, changes against a base, growth. Not here: thresholds (``marks``).
All amounts of a row are whole numbers at one scale, ``Facts.plan_scale``.
"""

from __future__ import annotations

from tiendo.evaluate.bulk.facts import Facts
from tiendo.evaluate.bulk.partial import NO, Kind, Rows, Value, constant, greatest, least, null
from tiendo.evaluate.bulk.partial.whole import divide, has_room, nothing, size, to_whole

_MOST_ZEROS = 15
_LONGEST_STEP = 1e20
_HUNDRED = 100

Values = dict[str, Value]


def numbers_of(rows: Rows, facts: Facts) -> Values:
    """The figures and the plan of each row as whole numbers: figures at their scale, amounts of plans at theirs."""
    is_ratio = rows.now_f_numerator.notnull()
    made: Values = {"now_is_ratio": is_ratio}
    amount, top = to_whole(rows.now_f_value, facts.scale), to_whole(rows.now_f_numerator, facts.scale)
    made["now_amount"] = is_ratio.ifelse(top, amount)
    made["now_bottom"] = is_ratio.ifelse(to_whole(rows.now_f_denominator, facts.scale), constant(1))
    if facts.has_reach:
        tenths = (to_whole(rows[f"now_f_{name}"], facts.scale - 1) for name in ("numerator", "value"))
        made["now_tenth"] = is_ratio.ifelse(*tenths).abs()
        made["now_upper"] = to_whole(rows.now_f_upper, facts.scale)
        made["now_step"] = to_whole(rows.now_f_step, facts.scale).coalesce(constant(10**facts.scale))
    for name in ("value", "upper", "base_value"):
        made[f"whole_{name}"] = to_whole(rows[name], facts.plan_scale)
    made["whole_start"] = to_whole(rows.phasing_start, facts.plan_scale).coalesce(constant(0))
    return made


def reach_of(rows: Rows) -> Values:
    """The true values of the figure, in its own unit: ``low``, ``high``, which ends are open, which are not there.

    Mirrors ``Quantity.interval`` and ``usual_interval``: a hedge speaks of the size of the number.
    """
    amount, step, hedge = rows.now_amount, rows.now_step, rows.now_f_hedge
    magnitude, reach = amount.abs(), rows.room_around
    is_plain, is_negative = hedge.equals("exact"), amount < constant(0)
    low = hedge.isin(["about", "under"]).ifelse(magnitude - reach, magnitude)
    high = hedge.isin(["about", "over"]).ifelse(magnitude + reach, magnitude)
    flags = {
        "low_open": hedge.equals("over"), "high_open": hedge.equals("under"),
        "no_low": hedge.equals("at_most"), "no_high": hedge.equals("at_least"),
    }  # fmt: skip
    mirrored = {"low_open": "high_open", "high_open": "low_open", "no_low": "no_high", "no_high": "no_low"}
    made: Values = {
        "low": is_plain.ifelse(amount, is_negative.ifelse(-high, low)),
        "high": is_plain.ifelse(rows.now_upper.coalesce(amount), is_negative.ifelse(-low, high)),
        "is_unclear": ~is_plain
        & (rows.now_upper.notnull() | (step <= constant(0)) | (magnitude % _above_zero(step) > constant(0))),
    }
    return made | {name: is_negative.ifelse(flags[mirrored[name]], flag) for name, flag in flags.items()}


def _above_zero(step: Value) -> Value:
    """The step where it can be counted in, else one: nothing is divided by zero, not even in a row that is left."""
    return ((step > constant(0)) & (size(step) < _LONGEST_STEP)).ifelse(step, constant(1))


def place_of(rows: Rows) -> Values:
    """How long the number's last non-zero place is, where it is printed in whole steps."""
    magnitude, one = rows.now_amount.abs(), _above_zero(rows.now_step)
    place = one
    for zeros in range(1, _MOST_ZEROS + 1):
        longer = one * constant(10**zeros)
        place = ((magnitude > constant(0)) & (magnitude % longer).equals(constant(0))).ifelse(longer, place)
    return {"place": rows.now_f_hedge.equals("exact").ifelse(one, place)}


def room_of(rows: Rows) -> Values:
    """How far a hedge reaches: a tenth, or the distance to the next number that is as round."""
    magnitude, place, share = rows.now_amount.abs(), rows.place, rows.now_tenth
    is_half = (magnitude > constant(0)) & (magnitude % (place * 10)).equals(place * 5)
    round_place = is_half.ifelse(place * 5, place)
    room = rows.now_f_hedge.equals("about").ifelse(least(share, round_place), greatest(share, round_place))
    return {"room_around": greatest(room, rows.now_step)}


def level_of(rows: Rows, facts: Facts) -> Values:
    """The figure in the wanted unit, at the scale of amounts, over a bottom above zero; its ends over the same."""
    up = rows.now_is_ratio.ifelse(rows.way_ratio_up, rows.way_plain_up)
    down = rows.now_is_ratio.ifelse(rows.way_ratio_down, rows.way_plain_down)
    fits = has_room(size(rows.now_amount) * size(up)) & has_room(size(rows.now_bottom) * size(down))
    if facts.has_reach:
        fits &= has_room(size(rows.low) * size(up)) & has_room(size(rows.high) * size(up))
    up, down = (fits.ifelse(factor, nothing()) for factor in (up, down))
    made = {"level_top": rows.now_amount * up, "level_bottom": rows.now_bottom * down}
    if facts.has_reach:
        made |= {"level_low": rows.low * up, "level_high": rows.high * up}
    return made


def value_of(rows: Rows, facts: Facts) -> Values:
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
        largest = greatest(largest, size(rows.level_low), size(rows.level_high))
    fits = has_room((size(base) * size(bottom) + largest) * size(times))
    base = fits.ifelse(base, nothing())

    def change(top: Value) -> Value:
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


def growth_of(rows: Rows) -> Values:
    """The change against the same period of the year before, computed last and never compared with anything."""
    now = _real_of(rows, "now")
    past = _real_of(rows, "past")
    is_told = (
        rows.past_f_is_found & ~rows.past_f_is_change & ~rows.rule.equals("yes_no") & ~rows.now_f_is_change
        & rows.now_f_upper.isnull() & rows.past_f_upper.isnull() & (past > 0.0)
        & (~rows.now_is_ratio | rows.value.notnull()) & now.notnull()
    ).coalesce(NO)  # fmt: skip
    in_points = rows.past_way_is_target_percentage
    change = in_points.ifelse(now - past, divide(now - past, past) * float(_HUNDRED))
    return {
        "growth": is_told.ifelse(change, null(Kind.REAL)),
        "is_growth_in_points": is_told.ifelse(in_points, null(Kind.TRUTH)),
    }


def _real_of(rows: Rows, side: str) -> Value:
    """The figure in the unit in which growth is told."""
    value, top, bottom = (rows[f"{side}_f_{part}"].to_real() for part in ("value", "numerator", "denominator"))
    quotient = divide(top, (bottom > 0.0).ifelse(bottom, null(Kind.REAL))) * rows[f"{side}_way_ratio"]
    return top.notnull().ifelse(quotient, value * rows[f"{side}_way_plain"])


def largest_of(rows: Rows, facts: Facts) -> Value:
    """Roughly the largest number that will be compared."""
    largest = size(rows.value_top)
    if facts.has_reach:
        largest = greatest(largest, size(rows.value_low), size(rows.value_high))
    return largest + 1.0


def answer_of(rows: Rows) -> Value:
    """Yes is 1, no is 0."""
    return rows.now_f_answer.ifelse(constant(1), constant(0))


def one() -> Value:
    """The bottom of an answer."""
    return constant(1)
