# SPDX-License-Identifier: Apache-2.0
"""Observations and targets → verdicts: one Ibis expression, the same on DuckDB and on Spark.

What is here: the order of the stages. Not here: what each does (``figures``, ``measuring``, ``marks``, ``placing``).
Every stage is a query over the one before, so that nothing is written out twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import reduce

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk import figures, marks, measuring, placing, plain, ways
from tiendo.evaluate.bulk.columns import MARKS_BESIDE_BANDS
from tiendo.evaluate.bulk.declining import ODD, decline, is_no_target, status_of
from tiendo.evaluate.bulk.facts import Facts, Observations, check_scheme
from tiendo.evaluate.bulk.partial import NO, Kind, Rows, Value, cases, null, say, truth
from tiendo.evaluate.bulk.partial.whole import divide
from tiendo.evaluate.bulk.plain import Groups
from tiendo.evaluate.bulk.spans import Ask
from tiendo.evaluate.schemes import STANDARD, Scheme
from tiendo.kernel.period import CALENDAR, Period
from tiendo.kernel.period_codes import format_short


@contextmanager
def stages_apart() -> Iterator[None]:
    """While a query is written: stages stay queries of their own. Fused, each would be written out in the next."""
    before = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False
    try:
        yield
    finally:
        ibis.options.sql.fuse_selects = before


def build_verdicts(
    source: Observations | Groups, targets: ir.Table, facts: Facts, as_of: Period, scheme: Scheme = STANDARD
) -> ir.Table:
    """The verdicts of all plans.

    Args:
        source: the observations as read; or for each span its plain groups (``plain.gather``).
        targets: complete (``facts.complete_targets``).
        facts: of these tables.
        as_of: the period of the report.

    Returns:
        The columns of ``VERDICTS`` without ``judged_by`` and ``why``; the reason ``left`` marks what the reference
        engine must judge: overlapping parts, sums of hedged parts, hedged denominators and bases, numbers without room.
    """
    check_scheme(scheme)
    made = [_judge_span(source, targets, facts, Ask.of(span, as_of), scheme) for span in facts.spans]
    return reduce(lambda one, other: one.union(other, distinct=False), made)


def _judge_span(source: Observations | Groups, targets: ir.Table, facts: Facts, ask: Ask, scheme: Scheme) -> ir.Table:
    plans = _plans_of(targets, ask, scheme, facts)
    terms = marks.Terms.of(scheme)
    if ask.needed is None:
        return _write(_undecided(plans, "not_assessable", "not_due"), ask, scheme)
    if isinstance(source, Observations):
        rows = _choose(source, plans, ask, facts)
    elif ask.span in source:
        rows = plain.choose(source[ask.span], plans, ask, facts)
    else:
        return _write(_undecided(plans, "unclassified", ODD), ask, scheme)
    rows = _measure(rows, facts)
    rows = _mark(rows, ask, terms, facts)
    return _write(_place(rows, ask, terms, facts), ask, scheme)


def _plans_of(targets: ir.Table, ask: Ask, scheme: Scheme, facts: Facts) -> Rows:
    span = ask.span
    mine = targets.filter(
        targets.span_first_on == ibis.literal(span.first_on),
        targets.span_last_on == ibis.literal(span.last_on),
        targets.regime.coalesce(CALENDAR.code) == span.regime.code,
    )
    rows = Rows.of_table(mine, facts.plans.get(span, {}))
    nature = rows.nature.coalesce("flow")
    rows = rows.mutate(
        {
            "nature": nature,
            "direction": rows.direction.coalesce("none"),
            "measure": rows.measure.coalesce(""),
            "base_measure": rows.base_measure.coalesce(""),
            "base_hedge": rows.base_hedge.coalesce("exact"),
            "base_regime": rows.base_regime.coalesce(CALENDAR.code),
            "is_collected_yearly": rows.is_collected_yearly.coalesce(NO),
            "nature_in_time": rows.rule.equals("share_of_units").ifelse("stock", nature),
        }
    )
    rows = rows.mutate(marks.shape_of(rows, scheme, ask))
    return rows.mutate({"is_no_target": is_no_target(rows)})


def _choose(observations: Observations, plans: Rows, ask: Ask, facts: Facts) -> Rows:
    """The plans with the figures that answer for them."""
    offers = figures.gather(observations, ask, facts).rename(its_unit="unit", its_indicator="indicator")
    nature = plans.nature_in_time

    def choose(held: ir.Table) -> ir.Table:
        rows = held.mutate(nature_in_time=nature.at(held)) if nature.is_constant else held
        rows = rows.left_join(offers, [rows.unit == offers.its_unit, rows.indicator == offers.its_indicator])
        sides = figures.sides_of(ask)
        for stage in (figures.best_of, figures.weigh):
            for side in sides:
                rows = rows.mutate(**stage(rows, side, facts))
        for side in sides:
            rows = rows.mutate(**figures.take(rows, side))
        if ask.before is None:
            rows = rows.mutate(**figures.take_nothing(rows, "past"))
        kept = [name for name in rows.columns if name.startswith(("now_f_", "past_f_"))]
        return rows.select(*held.columns, *kept, gap=rows.now_gap)

    return plans.join(choose, figures.seen_of(facts))


def _measure(rows: Rows, facts: Facts) -> Rows:
    is_own = rows.rule.equals("zero") & rows.value.isnull()
    is_base = rows.is_change_rule & ~rows.now_f_is_change
    wanted = cases((is_base, rows.base_measure), (is_own, rows.now_f_measure), else_=rows.measure)
    told = rows.now_f_numerator.isnull().ifelse(rows.now_f_measure, rows.measure)
    rows = rows.mutate({"wanted": wanted, "told": told, "past_way_is_target_percentage": ways.is_percent(told, facts)})
    rows = ways.add_ways(rows, facts)
    rows = rows.mutate(measuring.numbers_of(rows, facts))
    if facts.has_reach:
        for stage in (measuring.place_of, measuring.room_of, measuring.reach_of):
            rows = rows.mutate(stage(rows))
    rows = rows.mutate(measuring.level_of(rows, facts))
    rows = rows.mutate(measuring.value_of(rows, facts))
    is_answer = rows["shape"].equals("answer")
    answers = {"value_top": is_answer.ifelse(measuring.answer_of(rows), rows.value_top),
               "value_bottom": is_answer.ifelse(measuring.one(), rows.value_bottom)}  # fmt: skip
    return rows.mutate(answers | measuring.growth_of(rows))


def _mark(rows: Rows, ask: Ask, terms: marks.Terms, facts: Facts) -> Rows:
    made = marks.due_of(rows, ask, facts.due_scale) | marks.bounds_of(rows, terms, facts)
    rows = rows.mutate(made | {"largest_value": measuring.largest_of(rows, facts)})
    rows = rows.mutate(marks.bottom_of(rows, terms, facts))
    rows = rows.mutate(marks.way_of(rows, terms))
    listed = marks.list_marks(rows, ask, terms)
    return rows.mutate(placing.mark_columns(listed, marks.below_all(rows, ask, terms.scheme)))


def _place(rows: Rows, ask: Ask, terms: marks.Terms, facts: Facts) -> Rows:
    count = MARKS_BESIDE_BANDS + (0 if ask.is_final else len(terms.scheme.bands))
    rows = rows.mutate(placing.crossed(rows, count, facts))
    rows = rows.mutate(placing.reached(rows, count))
    rows = rows.mutate({"placed_exactly": placing.place_exact(rows, count)})
    if facts.has_reach:
        rows = rows.mutate(placing.possible_of(rows, count))
        rows = rows.mutate(placing.conclude_reach(rows) | {"value_is_printed": rows.now_f_upper.isnull()})
    else:
        rows = rows.mutate(placing.conclude_exact(rows))
    judged = placing.decide(rows, ask, terms, count)
    made = {"judged_status": judged["status"], "judged_reason": judged["reason"], "declined": decline(rows, ask, facts)}
    numbers = placing.numbers_beside(rows, terms, facts) | placing.mark_numbers(rows, count, facts)
    rows = rows.mutate(made | numbers)
    return rows.mutate(_outcome(rows, count))


def _outcome(rows: Rows, count: int) -> Mapping[str, Value]:
    """What is told: of a row that is declined nothing but the reason."""
    is_judged = rows.declined.isnull()
    reason = rows.declined.coalesce(rows.judged_reason)
    status = is_judged.ifelse(rows.judged_status, status_of(rows.declined))
    numbers = ["actual", "expected", "achievement", "margin", "tolerance", "growth", "is_growth_in_points", "below_all"]
    numbers += [f"mark_{n}_{part}" for n in range(1, count + 1) for part in ("from", "is_strict", "status")]
    printed = rows.value_is_printed & is_judged if "value_is_printed" in rows else is_judged
    made = {name: is_judged.ifelse(rows[name], null(rows[name].kind)) for name in numbers}
    for name in ("actual", "achievement", "margin"):
        made[name] = printed.ifelse(rows[name], null(Kind.REAL))
    made["due_share"] = is_judged.ifelse(divide(rows.due_top, rows.due_bottom), null(Kind.REAL))
    return made | {"status": status, "reason": reason, "possible": is_judged.ifelse(rows.possible, status)}


def _undecided(plans: Rows, status: str, reason: str) -> Rows:
    said = {"status": say(status), "reason": say(reason), "possible": say(status)}
    return Rows(plans, {name: plans[name] for name in ("plan", "unit", "indicator")} | said)


def _write(rows: Rows, ask: Ask, scheme: Scheme) -> ir.Table:
    """The columns of the table of verdicts, in order; what a span does not have is null."""
    made: dict[str, Value] = {
        "as_of": say(format_short(ask.as_of)),
        "scheme": say(scheme.code),
        "is_final": truth(ask.is_final),
    }
    kinds = verdict_kinds(scheme)
    lacking = {name: null(Kind(kind)) for name, kind in kinds.items() if name not in rows}
    return rows.mutate(lacking | made).to_table(kinds)


def verdict_kinds(scheme: Scheme) -> dict[str, str]:
    """The columns that the expression makes, with their types."""
    texts = ("plan", "unit", "indicator", "as_of", "scheme")
    kinds = {name: "string" for name in texts} | {"is_final": "boolean"}
    kinds |= {name: "string" for name in ("status", "reason", "possible")}
    reals = ("actual", "expected", "achievement", "margin", "due_share", "tolerance", "growth")
    kinds |= {name: "float64" for name in reals} | {"is_growth_in_points": "boolean", "below_all": "string"}
    for number in range(1, MARKS_BESIDE_BANDS + len(scheme.bands) + 1):
        kinds |= {f"mark_{number}_from": "float64", f"mark_{number}_is_strict": "boolean"}
        kinds[f"mark_{number}_status"] = "string"
    return kinds
