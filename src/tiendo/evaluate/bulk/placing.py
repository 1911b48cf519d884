# SPDX-License-Identifier: Apache-2.0
"""A value among its marks → the status, the reason, and the numbers beside them.

What is here: ``ladder`` and the conclusions of the reference engine over a whole table. Not here: the marks.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk.facts import Facts
from tiendo.evaluate.bulk.marks import Mark, Terms
from tiendo.evaluate.bulk.spans import Ask
from tiendo.evaluate.bulk.whole import Quotient, real_bottom
from tiendo.evaluate.data import Status
from tiendo.evaluate.engine import REASONS
from tiendo.evaluate.verdict import Reason

Exprs = dict[str, ir.Value]

_ORDER = list(Status)
NO = ibis.literal(False)


def mark_columns(marks: Sequence[Mark], first: ir.Value) -> Exprs:
    """The marks as columns, so that each is computed once."""
    made: Exprs = {"below_all": first}
    for number, mark in enumerate(marks, 1):
        is_there = mark.is_there.coalesce(NO)
        made |= {
            f"at_{number}": mark.at,
            f"mark_{number}_is_strict": is_there.ifelse(mark.is_strict, ibis.null("boolean")),
            f"mark_{number}_status": is_there.ifelse(mark.status, ibis.null("string")),
            f"is_there_{number}": is_there,
        }
    return made


def crossed(rows: ir.Table, count: int, facts: Facts) -> Exprs:
    """Both sides of every comparison, multiplied crosswise: nothing is divided before it is compared."""
    made: Exprs = {"cross_value": rows.value_top * rows.mark_bottom}
    if facts.has_reach:
        made |= {f"cross_{end}": rows[f"value_{end}"] * rows.mark_bottom for end in ("low", "high")}
    return made | {f"cross_{n}": rows[f"at_{n}"] * rows.value_bottom for n in range(1, count + 1)}


def reached(rows: ir.Table, count: int) -> Exprs:
    """Which marks the value reaches."""
    made: Exprs = {}
    for n in range(1, count + 1):
        value, mark = rows.cross_value, rows[f"cross_{n}"]
        is_reached = rows[f"mark_{n}_is_strict"].ifelse(value > mark, value >= mark)
        made[f"reaches_{n}"] = (rows[f"is_there_{n}"] & is_reached).coalesce(NO)
    return made


def place_exact(rows: ir.Table, count: int) -> ir.Value:
    """The status of the first mark that is reached."""
    branches = [(rows[f"reaches_{n}"], rows[f"mark_{n}_status"]) for n in range(1, count + 1)]
    return ibis.cases(*branches, else_=rows.below_all)


def possible_of(rows: ir.Table, count: int) -> Exprs:
    """For each status whether some value of the reach has it."""
    found: list[tuple[ir.Value, ir.Value]] = []
    for n in range(1, count + 1):
        found.append((rows[f"mark_{n}_status"], rows[f"is_there_{n}"] & _has_room(rows, n)))
    found.append((rows.below_all, _has_room(rows, count + 1, is_last=True)))
    made: Exprs = {}
    for status in _ORDER:
        hits = [(name == status.value) & room for name, room in found]
        total = hits[0].coalesce(NO)
        for hit in hits[1:]:
            total |= hit.coalesce(NO)
        made[f"may_be_{status.value}"] = total
    return made


def _has_room(rows: ir.Table, place: int, *, is_last: bool = False) -> ir.Value:
    """Whether a value of the reach reaches this mark and none of higher rank."""
    room: ir.Value = ibis.literal(True)
    if not is_last:
        mark, is_strict = rows[f"cross_{place}"], rows[f"mark_{place}_is_strict"]
        touches = (mark == rows.cross_high) & ~is_strict & ~rows.is_high_open
        room = rows.has_no_high | (mark < rows.cross_high) | touches
    for n in range(1, place):
        above, is_above_strict = rows[f"cross_{n}"], rows[f"mark_{n}_is_strict"]
        below = (rows.cross_low == above) & is_above_strict & ~rows.is_low_open
        is_free = rows.has_no_low | (rows.cross_low < above) | below
        if not is_last:
            is_free &= (mark < above) | ((mark == above) & is_above_strict & ~is_strict)
        room &= rows[f"is_there_{n}"].ifelse(is_free, True)
    return room


def conclude_exact(rows: ir.Table) -> Exprs:
    """Where no figure is hedged: one status, and it is possible."""
    return {"placed": rows.placed_exactly, "possible": rows.placed_exactly, "is_decided": ibis.literal(True)}


def conclude_reach(rows: ir.Table) -> Exprs:
    """One status where all values agree; else all that they may be."""
    is_printed = rows.now_f_hedge.isin(["exact"]) & rows.now_f_upper.isnull() | (rows["shape"] == "answer")
    number: ir.Value = ibis.literal(0)
    text: ir.Value = ibis.literal("")
    for status in _ORDER:
        may_be = rows[f"may_be_{status.value}"]
        number = number + may_be.ifelse(1, 0)
        text = text + may_be.ifelse(f"|{status.value}", "")
    is_one = is_printed | (number == 1)
    listed = text.substr(1)
    return {
        "placed": is_printed.ifelse(rows.placed_exactly, is_one.ifelse(listed, ibis.null("string"))),
        "possible": is_printed.ifelse(rows.placed_exactly, listed),
        "is_decided": is_one,
    }


def decide(rows: ir.Table, ask: Ask, terms: Terms, count: int) -> Exprs:
    """Status and reason of what was judged."""
    is_below_all = ~rows.reaches_1
    for n in range(2, count + 1):
        is_below_all &= ~rows[f"reaches_{n}"]
    if "value_is_printed" in rows.columns:
        is_below_all |= ~rows.value_is_printed
    lacks_phasing = ibis.literal(False) if ask.is_final else (
        is_below_all & (rows.placed == terms.scheme.otherwise.value) & rows.due_top.isnull()
    )  # fmt: skip
    reasons = [(rows.placed == status.value, reason.value) for status, reason in REASONS.items()]
    reason = ibis.cases((~rows.is_decided, Reason.UNDECIDED.value), (lacks_phasing, Reason.NO_PHASING.value), *reasons)
    is_open = ~rows.is_decided | lacks_phasing
    return {"status": is_open.ifelse(Status.UNCLASSIFIED.value, rows.placed), "reason": reason}


def numbers_beside(rows: ir.Table, terms: Terms, facts: Facts) -> Exprs:
    """Achievement, margin, what was due: exact until the last division."""
    scale, fine, shape = facts.plan_scale, terms.fine, rows["shape"]
    top, bottom = rows.value_top, rows.value_bottom
    under, over = rows.lower * bottom, rows.higher * bottom
    value = top * fine
    is_answer = shape == "answer"
    missing = ibis.null("float64")
    below, above = value - under, over - value
    margin = ibis.cases(
        (shape.isin(["floor", "up"]), below),
        (shape.isin(["ceiling", "down"]), above),
        (shape == "none", (below < above).ifelse(below, above)),
    )
    real_margin = Quotient(margin, bottom * fine).to_real(scale)
    is_range = shape.isin(["up", "down", "none"])
    end = ibis.cases(
        ((shape == "floor"), rows.lower),
        (shape == "down", ibis.null(rows.lower.type())),
        (rows.rule == "about", rows.whole_value * fine),
        (is_range & (value < under), rows.lower),
        (is_range & (value > over), rows.higher),
    )
    has_share = (end > 0).coalesce(NO)
    is_inside = is_range & (shape != "down") & (value >= under) & (value <= over)
    share = value.cast("float64") / real_bottom(has_share.ifelse(end, ibis.null(end.type()))) / real_bottom(bottom)
    return {
        "actual": is_answer.ifelse(top.cast("float64"), Quotient(top, bottom).to_real(scale)),
        "achievement": ibis.cases((is_answer, missing), (has_share, share), (is_inside, ibis.literal(1.0))),
        "margin": is_answer.ifelse(missing, real_margin),
        "expected": is_answer.ifelse(missing, Quotient(rows.due_value, rows.due_bottom * fine).to_real(scale)),
        "tolerance": rows.room.cast("float64") / float(fine) / 10.0**scale,
    }


def mark_numbers(rows: ir.Table, count: int, facts: Facts) -> Exprs:
    """The marks for people and files; 0 and 1 for answers."""
    made: Exprs = {}
    for n in range(1, count + 1):
        at = Quotient(rows[f"at_{n}"], rows.mark_bottom).to_real(facts.plan_scale)
        one = (rows["shape"] == "answer").ifelse(ibis.literal(1.0), at)
        made[f"mark_{n}_from"] = rows[f"is_there_{n}"].ifelse(one, ibis.null("float64"))
    return made
