# SPDX-License-Identifier: Apache-2.0
"""Observations and targets → verdicts: one Ibis expression, the same on DuckDB and on Spark.

What is here: the order of the stages. Not here: what each does (``figures``, ``measuring``, ``marks``, ``placing``).
Every stage is a query over the one before, so that nothing is written out twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk import figures, marks, measuring, placing
from tiendo.evaluate.bulk.columns import MARKS_BESIDE_BANDS
from tiendo.evaluate.bulk.declining import decline, status_of
from tiendo.evaluate.bulk.facts import Facts, Observations, check_scheme
from tiendo.evaluate.bulk.spans import Ask
from tiendo.evaluate.bulk.whole import real_bottom
from tiendo.evaluate.schemes import STANDARD, Scheme
from tiendo.kernel.period import CALENDAR, Period
from tiendo.kernel.period_codes import format_short

NO = ibis.literal(False)


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
    observations: Observations, targets: ir.Table, facts: Facts, as_of: Period, scheme: Scheme = STANDARD
) -> ir.Table:
    """The verdicts of all plans.

    Args:
        observations: as read.
        targets: complete (``facts.complete_targets``).
        facts: of these tables.
        as_of: the period of the report.

    Returns:
        The columns of ``VERDICTS`` without ``judged_by`` and ``why``; the reason ``left`` marks what the reference
        engine must judge: overlapping parts, sums of hedged parts, hedged denominators and bases, numbers without room.
    """
    check_scheme(scheme)
    made = [_judge_span(observations, targets, facts, Ask.of(span, as_of), scheme) for span in facts.spans]
    return reduce(lambda one, other: one.union(other, distinct=False), made)


def _judge_span(observations: Observations, targets: ir.Table, facts: Facts, ask: Ask, scheme: Scheme) -> ir.Table:
    plans = _plans_of(targets, ask, scheme)
    terms = marks.Terms.of(scheme)
    if ask.needed is None:
        return _write(_not_due(plans), ask, scheme)
    rows = _choose(observations, plans, ask, facts)
    rows = _measure(rows, ask, facts)
    rows = _mark(rows, ask, terms, facts)
    return _write(_place(rows, ask, terms, facts), ask, scheme)


def _plans_of(targets: ir.Table, ask: Ask, scheme: Scheme) -> ir.Table:
    span = ask.span
    regime = targets.regime.coalesce(CALENDAR.code)
    mine = targets.filter(
        targets.span_first_on == ibis.literal(span.first_on),
        targets.span_last_on == ibis.literal(span.last_on),
        regime == span.regime.code,
    )
    nature = mine.nature.coalesce("flow")
    mine = mine.mutate(
        nature=nature,
        direction=mine.direction.coalesce("none"),
        measure=mine.measure.coalesce(""),
        base_measure=mine.base_measure.coalesce(""),
        base_hedge=mine.base_hedge.coalesce("exact"),
        base_regime=mine.base_regime.coalesce(CALENDAR.code),
        is_collected_yearly=mine.is_collected_yearly.coalesce(NO),
        nature_in_time=(mine.rule == "share_of_units").ifelse("stock", nature),
    )
    return mine.mutate(**marks.shape_of(mine, scheme, ask))


def _choose(observations: Observations, plans: ir.Table, ask: Ask, facts: Facts) -> ir.Table:
    offers = figures.gather(observations, ask, facts).rename(its_unit="unit", its_indicator="indicator")
    rows = plans.left_join(offers, [plans.unit == offers.its_unit, plans.indicator == offers.its_indicator]).drop(
        "its_unit", "its_indicator"
    )
    sides = figures.sides_of(ask)
    for stage in (figures.best_of, figures.weigh):
        for side in sides:
            rows = rows.mutate(**stage(rows, side, facts))
    for side in sides:
        rows = rows.mutate(**figures.take(rows, side))
    if ask.before is None:
        rows = rows.mutate(**figures.take_nothing(rows, "past"))
    kept = [name for name in rows.columns if name.startswith(("now_f_", "past_f_"))]
    return rows.select(*plans.columns, *kept, gap=rows.now_gap)


def _measure(rows: ir.Table, ask: Ask, facts: Facts) -> ir.Table:
    is_own = (rows.rule == "zero") & rows.value.isnull()
    is_base = rows.is_change_rule & ~rows.now_f_is_change
    wanted = ibis.cases((is_base, rows.base_measure), (is_own, rows.now_f_measure), else_=rows.measure)
    told = rows.now_f_numerator.isnull().ifelse(rows.now_f_measure, rows.measure)
    rows = rows.mutate(wanted=wanted, told=told)
    ways = measuring.conversions_table(facts)
    for prefix, side, target in (("way", "now", "wanted"), ("now_way", "now", "told"), ("past_way", "past", "told")):
        rows = _join_way(rows, ways, prefix, side, target)
    rows = rows.mutate(**measuring.numbers_of(rows, facts))
    if facts.has_reach:
        for stage in (measuring.place_of, measuring.room_of, measuring.reach_of):
            rows = rows.mutate(**stage(rows))
    rows = rows.mutate(**measuring.level_of(rows, facts))
    rows = rows.mutate(**measuring.value_of(rows, facts))
    is_answer = rows["shape"] == "answer"
    answers = {"value_top": is_answer.ifelse(measuring.answer_of(rows), rows.value_top),
               "value_bottom": is_answer.ifelse(measuring.one(), rows.value_bottom)}  # fmt: skip
    return rows.mutate(**answers, **measuring.growth_of(rows, facts))


def _join_way(rows: ir.Table, ways: ir.Table, prefix: str, side: str, target: str) -> ir.Table:
    """The way from the figure's unit to the wanted one, its columns led by the prefix."""
    ways = ways.rename(lambda name: f"{prefix}_{name}")
    mine = [rows[f"{side}_f_measure"], rows[f"{side}_f_denominator_measure"], rows[target]]
    theirs = [ways[f"{prefix}_{name}"] for name in ("source", "bottom", "target")]
    return rows.left_join(ways, [one == other for one, other in zip(mine, theirs, strict=True)])


def _mark(rows: ir.Table, ask: Ask, terms: marks.Terms, facts: Facts) -> ir.Table:
    rows = rows.mutate(**marks.due_of(rows, ask, facts.due_scale), **marks.bounds_of(rows, terms, facts))
    rows = rows.mutate(largest_value=measuring.largest_of(rows, facts))
    rows = rows.mutate(**marks.bottom_of(rows, terms, facts))
    rows = rows.mutate(**marks.way_of(rows, terms))
    listed = marks.list_marks(rows, ask, terms)
    return rows.mutate(**placing.mark_columns(listed, marks.below_all(rows, ask, terms.scheme)))


def _place(rows: ir.Table, ask: Ask, terms: marks.Terms, facts: Facts) -> ir.Table:
    count = MARKS_BESIDE_BANDS + (0 if ask.is_final else len(terms.scheme.bands))
    rows = rows.mutate(**placing.crossed(rows, count, facts))
    rows = rows.mutate(**placing.reached(rows, count))
    rows = rows.mutate(placed_exactly=placing.place_exact(rows, count))
    if facts.has_reach:
        rows = rows.mutate(**placing.possible_of(rows, count))
        rows = rows.mutate(**placing.conclude_reach(rows), value_is_printed=rows.now_f_upper.isnull())
    else:
        rows = rows.mutate(**placing.conclude_exact(rows))
    judged = placing.decide(rows, ask, terms, count)
    rows = rows.mutate(
        judged_status=judged["status"], judged_reason=judged["reason"], declined=decline(rows, ask, facts),
        **placing.numbers_beside(rows, terms, facts), **placing.mark_numbers(rows, count, facts),
    )  # fmt: skip
    return rows.mutate(**_outcome(rows, count))


def _outcome(rows: ir.Table, count: int) -> dict[str, ir.Value]:
    """What is told: of a row that is declined nothing but the reason."""
    is_judged = rows.declined.isnull()
    reason = rows.declined.coalesce(rows.judged_reason)
    status = is_judged.ifelse(rows.judged_status, status_of(rows.declined))
    numbers = ["actual", "expected", "achievement", "margin", "tolerance", "growth", "is_growth_in_points", "below_all"]
    numbers += [f"mark_{n}_{part}" for n in range(1, count + 1) for part in ("from", "is_strict", "status")]
    printed = rows.value_is_printed & is_judged if "value_is_printed" in rows.columns else is_judged
    made = {name: is_judged.ifelse(rows[name], ibis.null(rows[name].type())) for name in numbers}
    for name in ("actual", "achievement", "margin"):
        made[name] = printed.ifelse(rows[name], ibis.null("float64"))
    due = rows.due_top.cast("float64") / real_bottom(rows.due_bottom)
    made["due_share"] = is_judged.ifelse(due, ibis.null("float64"))
    return made | {"status": status, "reason": reason, "possible": is_judged.ifelse(rows.possible, status)}


def _not_due(plans: ir.Table) -> ir.Table:
    declined = {"status": "not_assessable", "reason": "not_due", "possible": "not_assessable"}
    return plans.select("plan", "unit", "indicator", **{name: ibis.literal(text) for name, text in declined.items()})


def _write(rows: ir.Table, ask: Ask, scheme: Scheme) -> ir.Table:
    """The columns of the table of verdicts, in order; what a span does not have is null."""
    made: dict[str, ir.Value] = {
        "as_of": ibis.literal(format_short(ask.as_of)),
        "scheme": ibis.literal(scheme.code),
        "is_final": ibis.literal(ask.is_final),
    }
    for name, kind in verdict_kinds(scheme).items():
        if name not in made:
            made[name] = rows[name].cast(kind) if name in rows.columns else ibis.null(kind)
    return rows.select(**{name: made[name] for name in verdict_kinds(scheme)})


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
