# SPDX-License-Identifier: Apache-2.0
"""What cannot be judged says why, in the order in which the reference engine asks.

What is here: reasons, and which rows are left to the reference engine. Not here: statuses of what is judged.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk.facts import Facts
from tiendo.evaluate.bulk.figures import with_months
from tiendo.evaluate.bulk.spans import REGIMES, Ask
from tiendo.evaluate.data import PhasingKind, RuleKind
from tiendo.evaluate.engine import SOMEBODY_MUST_ACT
from tiendo.evaluate.verdict import Reason

NO = ibis.literal(False)
#: Said of a row that only the reference engine can judge.
LEFT = "left"


def status_of(reason: ir.Value) -> ir.Value:
    """Whose turn it is: somebody must act, or it lies in the matter."""
    acts = [found.value for found in sorted(SOMEBODY_MUST_ACT)]
    return reason.isin([*acts, LEFT]).ifelse("unclassified", "not_assessable")


def decline(rows: ir.Table, ask: Ask, facts: Facts) -> ir.Value:
    """The reason why a row is not judged, or null."""
    is_answer = rows["shape"] == "answer"
    is_measured = rows.is_change_rule & ~rows.now_f_is_change
    has_number = rows.now_f_value.notnull() | rows.now_f_numerator.notnull()
    is_percent = rows.rule.isin(["reduce_by_percent", "increase_by_percent"])
    is_floor = rows["shape"] == "floor"
    asked: list[tuple[ir.Value, ir.Value | str]] = [
        (_is_left(rows, facts), LEFT),
        (~rows.now_f_is_found, _why_missing(rows, ask)),
        (is_answer & rows.now_f_answer.isnull(), Reason.WRONG_FORM.value),
    ]
    if not ask.is_final:
        asked.append((is_answer & ~rows.now_f_answer.coalesce(NO), Reason.NOT_DUE.value))
    asked += [
        (is_answer, ibis.null("string")),
        ((rows.rule != "zero") & rows.value.isnull(), Reason.PLAN_MISSING.value),
        (is_measured & rows.base_value.isnull(), Reason.BASE_MISSING.value),
        (is_measured & (rows.nature == "flow") & ~_is_as_long(rows), Reason.BASE_OF_OTHER_LENGTH.value),
        (is_measured & is_percent & (rows.base_value <= 0), Reason.BASE_ZERO.value),
        (~has_number, Reason.WRONG_FORM.value),
        (rows.now_is_ratio & (rows.now_f_denominator <= 0), Reason.DENOMINATOR_ZERO.value),
        (~rows.now_is_ratio & ~rows.way_is_same.coalesce(NO), Reason.UNITS_DIFFER.value),
        ((rows.rule == "between") & rows.upper.isnull(), Reason.PLAN_MISSING.value),
        (is_floor & (rows.value == 0), Reason.PLAN_ZERO.value),
        (_has_no_room(rows, facts), LEFT),
    ]
    return ibis.cases(*[(test.coalesce(NO), answer) for test, answer in asked], else_=ibis.null("string"))


def _has_no_room(rows: ir.Table, facts: Facts) -> ir.Value:
    """Whether some number had too many digits for the engine."""
    lacks = rows.cross_value.isnull() | rows.mark_bottom.isnull()
    return lacks | rows.cross_low.isnull() | rows.cross_high.isnull() if facts.has_reach else lacks


def _is_left(rows: ir.Table, facts: Facts) -> ir.Value:
    """What the columns cannot decide, asked before all else: the choice of the figure is part of it."""
    left = rows.now_f_is_left | rows.past_f_is_left | _is_no_target(rows)
    left |= (rows.phasing == PhasingKind.PROFILE.value).coalesce(NO)
    left |= rows.now_f_is_found & rows.way_is_strange.coalesce(NO)
    if facts.has_reach:
        left |= rows.is_unclear.coalesce(NO) | (rows.now_f_denominator_hedge != "exact").coalesce(NO)
    return left | (rows.is_change_rule & (rows.base_hedge != "exact"))


def _is_no_target(rows: ir.Table) -> ir.Value:
    """Rows from which no target can be made; the reference engine says what is wrong."""
    has_base = rows.base_first_on.notnull() & rows.base_last_on.notnull()
    is_range = rows.rule == "between"
    has_room = rows.upper.notnull()
    wrong = ~rows.rule.isin([kind.value for kind in RuleKind if kind is not RuleKind.COMPONENTS]) | (
        rows.is_change_rule != has_base
    )
    wrong |= (rows.tolerance < 0).coalesce(NO)
    wrong |= has_room & ((rows.value.isnull()) | (rows.value > rows.upper)).coalesce(True)
    wrong |= has_room & ~is_range & ~rows.is_change_rule
    wrong |= is_range & rows.value.notnull() & rows.upper.isnull()
    is_stepped = (rows.phasing == "steps").coalesce(NO)
    has_steps = (rows.phasing_steps.length() > 0).coalesce(NO)
    return wrong | (is_stepped != has_steps) | (rows.phasing_whole <= 0).coalesce(NO)


def _why_missing(rows: ir.Table, ask: Ask) -> ir.Value:
    if ask.is_year_over:
        return rows.gap.coalesce(Reason.NO_FIGURE.value)
    owed = rows.is_collected_yearly.ifelse(Reason.COLLECTED_YEARLY.value, Reason.NO_FIGURE.value)
    return rows.gap.coalesce(owed)


def _is_as_long(rows: ir.Table) -> ir.Value:
    """Whether base and figure are as long; a leap day does not count."""
    codes = tuple(REGIMES)
    begin, end = with_months(rows, "base_first_on", "base_last_on", "base_regime", codes)
    days = rows.base_last_on.delta(rows.base_first_on, unit="day") + 1
    by_months = (end - begin + 1) == rows.now_f_length
    return by_months.coalesce((days - rows.now_f_days).abs() <= 1)
