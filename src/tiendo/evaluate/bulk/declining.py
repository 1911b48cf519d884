# SPDX-License-Identifier: Apache-2.0
"""What cannot be judged says why, in the order in which the reference engine asks.

What is here: reasons, and which rows are left to the reference engine. Not here: statuses of what is judged.
"""

from __future__ import annotations

from collections.abc import Callable

import ibis.expr.types as ir

from tiendo.evaluate.bulk.facts import Facts
from tiendo.evaluate.bulk.figures import months_of
from tiendo.evaluate.bulk.partial import NO, Kind, Rows, Value, cases, constant, null
from tiendo.evaluate.bulk.spans import REGIMES, Ask
from tiendo.evaluate.data import PhasingKind, RuleKind
from tiendo.evaluate.engine import SOMEBODY_MUST_ACT
from tiendo.evaluate.verdict import Reason

#: Said of a row that only the reference engine can judge.
LEFT = "left"
#: Said of a row whose figures are not plain: the careful stages judge it.
ODD = "odd"


def status_of(reason: Value) -> Value:
    """Whose turn it is: somebody must act, or it lies in the matter."""
    acts = [found.value for found in sorted(SOMEBODY_MUST_ACT)]
    return reason.isin([*acts, LEFT, ODD]).ifelse("unclassified", "not_assessable")


def decline(rows: Rows, ask: Ask, facts: Facts) -> Value:
    """The reason why a row is not judged, or null."""
    is_answer = rows["shape"].equals("answer")
    is_measured = rows.is_change_rule & ~rows.now_f_is_change
    has_number = rows.now_f_value.notnull() | rows.now_f_numerator.notnull()
    is_percent = rows.rule.isin(["reduce_by_percent", "increase_by_percent"])
    is_floor = rows["shape"].equals("floor")
    asked: list[tuple[Value, Value | str]] = [
        (_is_left(rows, facts), LEFT),
        (~rows.now_f_is_found, _why_missing(rows, ask)),
        (is_answer & rows.now_f_answer.isnull(), Reason.WRONG_FORM.value),
    ]
    if "is_odd" in rows:
        asked.insert(0, (rows.is_odd, ODD))
    if not ask.is_final:
        asked.append((is_answer & ~rows.now_f_answer.coalesce(NO), Reason.NOT_DUE.value))
    asked += [
        (is_answer, null(Kind.TEXT)),
        (~rows.rule.equals("zero") & rows.value.isnull(), Reason.PLAN_MISSING.value),
        (is_measured & rows.base_value.isnull(), Reason.BASE_MISSING.value),
        (is_measured & rows.nature.equals("flow") & ~_is_as_long(rows), Reason.BASE_OF_OTHER_LENGTH.value),
        (is_measured & is_percent & (rows.whole_base_value <= 0), Reason.BASE_ZERO.value),
        (~has_number, Reason.WRONG_FORM.value),
        (rows.now_is_ratio & (rows.now_bottom <= 0), Reason.DENOMINATOR_ZERO.value),
        (~rows.now_is_ratio & ~rows.way_is_same.coalesce(NO), Reason.UNITS_DIFFER.value),
        (rows.rule.equals("between") & rows.upper.isnull(), Reason.PLAN_MISSING.value),
        (is_floor & rows.whole_value.equals(constant(0)), Reason.PLAN_ZERO.value),
        (_has_no_room(rows, facts), LEFT),
    ]
    return cases(*[(test.coalesce(NO), answer) for test, answer in asked], else_=null(Kind.TEXT))


def _has_no_room(rows: Rows, facts: Facts) -> Value:
    """Whether some number had too many digits for the engine."""
    lacks = rows.cross_value.isnull() | rows.mark_bottom.isnull()
    return lacks | rows.cross_low.isnull() | rows.cross_high.isnull() if facts.has_reach else lacks


def _is_left(rows: Rows, facts: Facts) -> Value:
    """What the columns cannot decide, asked before all else: the choice of the figure is part of it."""
    left = rows.now_f_is_left | rows.past_f_is_left | rows.is_no_target
    left |= rows.now_f_is_found & rows.way_is_strange.coalesce(NO)
    if facts.has_reach:
        left |= rows.is_unclear.coalesce(NO) | (~rows.now_f_denominator_hedge.equals("exact")).coalesce(NO)
    return left | (rows.is_change_rule & ~rows.base_hedge.equals("exact"))


def is_no_target(rows: Rows) -> Value:
    """Rows from which no target can be made, or none of a phasing that columns know; the reference engine judges."""
    has_base = rows.base_first_on.notnull() & rows.base_last_on.notnull()
    is_range = rows.rule.equals("between")
    has_room = rows.upper.notnull()
    wrong = ~rows.rule.isin([kind.value for kind in RuleKind if kind is not RuleKind.COMPONENTS]) | (
        ~rows.is_change_rule.equals(has_base)
    )
    wrong |= _test(rows.tolerance, lambda number: number < 0)
    wrong |= has_room & ((rows.value.isnull()) | (rows.value > rows.upper)).coalesce(True)
    wrong |= has_room & ~is_range & ~rows.is_change_rule
    wrong |= is_range & rows.value.notnull() & rows.upper.isnull()
    is_stepped = rows.phasing.equals("steps").coalesce(NO)
    has_steps = _test(rows.phasing_steps, lambda steps: steps.length() > 0)
    return (
        wrong
        | ~is_stepped.equals(has_steps)
        | _test(rows.phasing_whole, lambda number: number <= 0)
        | rows.phasing.equals(PhasingKind.PROFILE.value).coalesce(NO)
    )


def _test(given: Value, test: Callable[..., ir.Value]) -> Value:
    """A test of what a table holds; no where it is null."""
    return NO if given.is_null else Value(Kind.TRUTH, test, [given]).coalesce(NO)


def _why_missing(rows: Rows, ask: Ask) -> Value:
    if ask.is_year_over:
        return rows.gap.coalesce(Reason.NO_FIGURE.value)
    owed = rows.is_collected_yearly.ifelse(Reason.COLLECTED_YEARLY.value, Reason.NO_FIGURE.value)
    return rows.gap.coalesce(owed)


def _is_as_long(rows: Rows) -> Value:
    """Whether base and figure are as long; a leap day does not count."""
    base = [rows[f"base_{name}"] for name in ("first_on", "last_on", "regime")]
    if base[0].is_null or base[1].is_null:
        return NO
    by_months = Value(Kind.TRUTH, _has_months, [*base, rows.now_f_length])
    by_days = Value(Kind.TRUTH, _has_days, [*base[:2], rows.now_f_days])
    return by_months.coalesce(by_days)


def _has_months(first: ir.Value, last: ir.Value, regime: ir.Value, length: ir.Value) -> ir.Value:
    begin, end = months_of(first, last, regime, tuple(REGIMES))
    return (end - begin + 1) == length


def _has_days(first: ir.Value, last: ir.Value, days: ir.Value) -> ir.Value:
    return (last.delta(first, unit="day") + 1 - days).abs() <= 1
