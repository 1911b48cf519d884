# SPDX-License-Identifier: Apache-2.0
"""A value among its marks → the status, the reason, and the numbers beside them.

What is here: ``ladder`` and the conclusions of the reference engine over a whole table. Not here: the marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from tiendo.evaluate.bulk.facts import Facts
from tiendo.evaluate.bulk.marks import Mark, Terms
from tiendo.evaluate.bulk.partial import NO, YES, Kind, Rows, Value, cases, constant, lift, null, real, say
from tiendo.evaluate.bulk.partial.whole import Quotient, divide, nothing
from tiendo.evaluate.bulk.spans import Ask
from tiendo.evaluate.data import Status
from tiendo.evaluate.engine import REASONS
from tiendo.evaluate.verdict import Reason

Values = dict[str, Value]

_ORDER = list(Status)


def mark_columns(marks: Sequence[Mark], first: Value) -> Values:
    """The marks as columns, so that each is computed once."""
    made: Values = {"below_all": first}
    for number, mark in enumerate(marks, 1):
        is_there = mark.is_there.coalesce(NO)
        made |= {
            f"at_{number}": mark.at,
            f"is_strict_{number}": mark.is_strict,
            f"status_{number}": mark.status,
            f"mark_{number}_is_strict": is_there.ifelse(mark.is_strict, null(Kind.TRUTH)),
            f"mark_{number}_status": is_there.ifelse(mark.status, null(Kind.TEXT)),
            f"is_there_{number}": is_there,
        }
    return made


def crossed(rows: Rows, count: int, facts: Facts) -> Values:
    """Both sides of every comparison, multiplied crosswise: nothing is divided before it is compared."""
    made: Values = {"cross_value": rows.value_top * rows.mark_bottom}
    if facts.has_reach:
        made |= {f"cross_{end}": rows[f"value_{end}"] * rows.mark_bottom for end in ("low", "high")}
    return made | {f"cross_{n}": rows[f"at_{n}"] * rows.value_bottom for n in range(1, count + 1)}


def reached(rows: Rows, count: int) -> Values:
    """Which marks the value reaches."""
    made: Values = {}
    for n in range(1, count + 1):
        value, mark = rows.cross_value, rows[f"cross_{n}"]
        is_reached = rows[f"is_strict_{n}"].ifelse(value > mark, value >= mark)
        made[f"reaches_{n}"] = (rows[f"is_there_{n}"] & is_reached).coalesce(NO)
    return made


def place_exact(rows: Rows, count: int) -> Value:
    """The status of the first mark that is reached."""
    branches = [(rows[f"reaches_{n}"], rows[f"status_{n}"]) for n in range(1, count + 1)]
    return cases(*branches, else_=rows.below_all)


def possible_of(rows: Rows, count: int) -> Values:
    """For each status whether some value of the reach has it."""
    found: list[tuple[Value, Value]] = []
    for n in range(1, count + 1):
        found.append((rows[f"status_{n}"], rows[f"is_there_{n}"] & _has_room(rows, n)))
    found.append((rows.below_all, _has_room(rows, count + 1, is_last=True)))
    made: Values = {}
    for status in _ORDER:
        hits = [name.equals(status.value) & room for name, room in found]
        total = hits[0].coalesce(NO)
        for hit in hits[1:]:
            total |= hit.coalesce(NO)
        made[f"may_be_{status.value}"] = total
    return made


def _has_room(rows: Rows, place: int, *, is_last: bool = False) -> Value:
    """Whether a value of the reach reaches this mark and none of higher rank."""
    room: Value = YES
    if not is_last:
        mark, is_strict = rows[f"cross_{place}"], rows[f"is_strict_{place}"]
        touches = mark.equals(rows.cross_high) & ~is_strict & ~rows.is_high_open
        room = rows.has_no_high | (mark < rows.cross_high) | touches
    for n in range(1, place):
        above, is_above_strict = rows[f"cross_{n}"], rows[f"is_strict_{n}"]
        below = rows.cross_low.equals(above) & is_above_strict & ~rows.is_low_open
        is_free = rows.has_no_low | (rows.cross_low < above) | below
        if not is_last:
            is_free &= (mark < above) | (mark.equals(above) & is_above_strict & ~is_strict)
        room &= rows[f"is_there_{n}"].ifelse(is_free, True)
    return room


def conclude_exact(rows: Rows) -> Values:
    """Where no figure is hedged: one status, and it is possible."""
    return {"placed": rows.placed_exactly, "possible": rows.placed_exactly, "is_decided": YES}


def conclude_reach(rows: Rows) -> Values:
    """One status where all values agree; else all that they may be."""
    is_printed = rows.now_f_hedge.isin(["exact"]) & rows.now_f_upper.isnull() | rows["shape"].equals("answer")
    number: Value = constant(0)
    text: Value = say("")
    for status in _ORDER:
        may_be = rows[f"may_be_{status.value}"]
        number = number + may_be.ifelse(1, 0)
        text = text + may_be.ifelse(f"|{status.value}", "")
    is_one = is_printed | number.equals(constant(1))
    listed = lift(Kind.TEXT, lambda given: given.substr(1), text)
    return {
        "placed": is_printed.ifelse(rows.placed_exactly, is_one.ifelse(listed, null(Kind.TEXT))),
        "possible": is_printed.ifelse(rows.placed_exactly, listed),
        "is_decided": is_one,
    }


def decide(rows: Rows, ask: Ask, terms: Terms, count: int) -> Values:
    """Status and reason of what was judged."""
    is_below_all = ~rows.reaches_1
    for n in range(2, count + 1):
        is_below_all &= ~rows[f"reaches_{n}"]
    if "value_is_printed" in rows:
        is_below_all |= ~rows.value_is_printed
    lacks_phasing = NO if ask.is_final else (
        is_below_all & rows.placed.equals(terms.scheme.otherwise.value) & rows.due_top.isnull()
    )  # fmt: skip
    reasons = [(rows.placed.equals(status.value), reason.value) for status, reason in REASONS.items()]
    reason = cases(
        (~rows.is_decided, Reason.UNDECIDED.value),
        (lacks_phasing, Reason.NO_PHASING.value),
        *reasons,
        else_=null(Kind.TEXT),
    )
    is_open = ~rows.is_decided | lacks_phasing
    return {"status": is_open.ifelse(Status.UNCLASSIFIED.value, rows.placed), "reason": reason}


def numbers_beside(rows: Rows, terms: Terms, facts: Facts) -> Values:
    """Achievement, margin, what was due: exact until the last division."""
    scale, fine, shape = facts.plan_scale, terms.fine, rows["shape"]
    top, bottom = rows.value_top, rows.value_bottom
    under, over = rows.lower * bottom, rows.higher * bottom
    value = top * fine
    is_answer = shape.equals("answer")
    missing = null(Kind.REAL)
    below, above = value - under, over - value
    margin = cases(
        (shape.isin(["floor", "up"]), below),
        (shape.isin(["ceiling", "down"]), above),
        (shape.equals("none"), (below < above).ifelse(below, above)),
        else_=nothing(),
    )
    real_margin = Quotient(margin, bottom * fine).to_real(scale)
    is_range = shape.isin(["up", "down", "none"])
    end = cases(
        (shape.equals("floor"), rows.lower),
        (shape.equals("down"), nothing()),
        (rows.rule.equals("about"), rows.whole_value * fine),
        (is_range & (value < under), rows.lower),
        (is_range & (value > over), rows.higher),
        else_=nothing(),
    )
    has_share = (end > 0).coalesce(NO)
    is_inside = is_range & ~shape.equals("down") & (value >= under) & (value <= over)
    share = divide(divide(value, has_share.ifelse(end, nothing())), bottom)
    return {
        "actual": is_answer.ifelse(top.to_real(), Quotient(top, bottom).to_real(scale)),
        "achievement": cases((is_answer, missing), (has_share, share), (is_inside, real(1.0)), else_=missing),
        "margin": is_answer.ifelse(missing, real_margin),
        "expected": is_answer.ifelse(missing, Quotient(rows.due_value, rows.due_bottom * fine).to_real(scale)),
        "tolerance": divide(rows.room, constant(fine * 10**scale)),
    }


def mark_numbers(rows: Rows, count: int, facts: Facts) -> Values:
    """The marks for people and files; 0 and 1 for answers."""
    made: Values = {}
    for n in range(1, count + 1):
        at = Quotient(rows[f"at_{n}"], rows.mark_bottom).to_real(facts.plan_scale)
        one = rows["shape"].equals("answer").ifelse(real(1.0), at)
        made[f"mark_{n}_from"] = rows[f"is_there_{n}"].ifelse(one, null(Kind.REAL))
    return made
