# SPDX-License-Identifier: Apache-2.0
"""Observations and targets → verdicts: one Ibis expression, the same on DuckDB and on Spark.

What is here: the order of the stages. Not here: what each does (``figures``, ``measuring``, ``marks``, ``placing``).
Every stage is a query over the one before, so that nothing is written out twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import reduce

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk import figures, marks, measuring, placing, plain
from tiendo.evaluate.bulk.columns import MARKS_BESIDE_BANDS
from tiendo.evaluate.bulk.declining import ODD, decline, is_no_target, status_of
from tiendo.evaluate.bulk.facts import Facts, Observations, check_scheme
from tiendo.evaluate.bulk.spans import Ask
from tiendo.evaluate.bulk.whole import real_bottom
from tiendo.evaluate.schemes import STANDARD, Scheme
from tiendo.kernel.period import CALENDAR, Period
from tiendo.kernel.period_codes import format_short

NO = ibis.literal(False)
#: The plain groups of each span that has any.
Groups = Mapping[Period, ir.Table]


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
    plans = _plans_of(targets, ask, scheme)
    terms = marks.Terms.of(scheme)
    if ask.needed is None:
        return _write(_undecided(plans, "not_assessable", "not_due"), ask, scheme)
    if isinstance(source, Observations):
        rows = _choose(source, plans, ask, facts)
    elif ask.span in source:
        rows = plain.choose(source[ask.span], plans, ask, facts)
    else:
        return _write(_undecided(plans, "unclassified", ODD), ask, scheme)
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
    mine = _stage(mine, marks.shape_of(mine, scheme, ask), without=_NOT_JUDGED)
    return _stage(mine, {"is_no_target": is_no_target(mine)})


def _stage(rows: ir.Table, made: Mapping[str, ir.Value], without: Sequence[str] = ()) -> ir.Table:
    """The next stage: new columns, and the others without those that no later stage asks for.

    Every stage names all its columns, so what is dropped early is most of the text of the query.

    Args:
        rows: the stage before.
        made: the new columns.
        without: columns to drop; a name that ends with a star stands for all that begin so.
    """
    starts = tuple(name[:-1] for name in without if name.endswith("*"))
    kept = [name for name in rows.columns if not (name in made or name in without or name.startswith(starts))]
    return rows.select(*kept, **made)


#: Columns of targets that only say which span and which base they belong to.
_NOT_JUDGED = ("span_first_on", "span_last_on", "regime", "base_step")
#: What only turns figures into values.
_OF_FIGURES = (
    "now_way_*", "past_way_*", "wanted", "told", "nature_in_time", "measure", "base_measure", "level_*",
    "now_amount", "now_bottom", "now_tenth", "now_upper", "now_step", "now_f_measure", "now_f_denominator_measure",
    "now_f_step", "now_f_firm", "now_f_is_exact", "low", "high", "low_open", "high_open", "no_low", "no_high",
    "place", "room_around", "whole_base_value",
)  # fmt: skip
#: What only finds the way that is due.
_OF_PHASING = ("phasing*", "whole_start")
#: What only finds the marks.
_OF_MARKS = ("start", "begin", "way", "largest_value", "goal", "whole_upper", "step", "direction")


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
    for prefix, (side, target, *told) in _WAYS.items():
        mine = ways.select("source", "bottom", "target", *told)
        rows = _join_way(rows, mine, prefix, side, target)
    rows = rows.mutate(**measuring.numbers_of(rows, facts))
    if facts.has_reach:
        for stage in (measuring.place_of, measuring.room_of, measuring.reach_of):
            rows = rows.mutate(**stage(rows))
    rows = rows.mutate(**measuring.level_of(rows, facts))
    rows = rows.mutate(**measuring.value_of(rows, facts))
    is_answer = rows["shape"] == "answer"
    answers = {"value_top": is_answer.ifelse(measuring.answer_of(rows), rows.value_top),
               "value_bottom": is_answer.ifelse(measuring.one(), rows.value_bottom)}  # fmt: skip
    ways = [name for name in rows.columns if name.startswith("way_") and name not in ("way_is_same", "way_is_strange")]
    past = [name for name in rows.columns if name.startswith("past_f_") and name != "past_f_is_left"]
    return _stage(rows, answers | measuring.growth_of(rows, facts), without=[*_OF_FIGURES, *ways, *past])


#: Which figure is turned into which unit, and what of the way is asked.
_WAYS = {
    "way": ("now", "wanted", "plain_up", "plain_down", "ratio_up", "ratio_down", "is_same", "is_strange"),
    "now_way": ("now", "told", "plain", "ratio"),
    "past_way": ("past", "told", "plain", "ratio", "is_target_percentage"),
}


def _join_way(rows: ir.Table, ways: ir.Table, prefix: str, side: str, target: str) -> ir.Table:
    """The way from the figure's unit to the wanted one, its columns led by the prefix."""
    ways = ways.rename(lambda name: f"{prefix}_{name}")
    mine = [rows[f"{side}_f_measure"], rows[f"{side}_f_denominator_measure"], rows[target]]
    theirs = [ways[f"{prefix}_{name}"] for name in ("source", "bottom", "target")]
    return rows.left_join(ways, [one == other for one, other in zip(mine, theirs, strict=True)])


def _mark(rows: ir.Table, ask: Ask, terms: marks.Terms, facts: Facts) -> ir.Table:
    made = marks.due_of(rows, ask, facts.due_scale) | marks.bounds_of(rows, terms, facts)
    rows = _stage(rows, made, without=_OF_PHASING)
    rows = rows.mutate(largest_value=measuring.largest_of(rows, facts))
    rows = rows.mutate(**marks.bottom_of(rows, terms, facts))
    rows = rows.mutate(**marks.way_of(rows, terms))
    listed = marks.list_marks(rows, ask, terms)
    made = placing.mark_columns(listed, marks.below_all(rows, ask, terms.scheme))
    return _stage(rows, made, without=_OF_MARKS)


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


def _undecided(plans: ir.Table, status: str, reason: str) -> ir.Table:
    said = {"status": status, "reason": reason, "possible": status}
    return plans.select("plan", "unit", "indicator", **{name: ibis.literal(text) for name, text in said.items()})


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
