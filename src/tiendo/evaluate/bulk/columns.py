# SPDX-License-Identifier: Apache-2.0
"""The tables of the bulk engine: what goes in, what comes out, with types and units.

What is here: plain descriptions, printed by ``tiendo evaluate --schema``. Not here: Arrow, Ibis, any row.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DATE = "date"
    TRUTH = "boolean"
    EXACT = "decimal"  # any width, at most MOST_DECIMALS decimals; whole numbers are taken too
    REAL = "double"
    STEPS = "list<struct<until: date, due: decimal>>"


#: Decimals of an input column beyond which products of three figures leave the 38 digits of the engines too soon.
MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        unit: what a number is counted in; empty for what is no number.
        is_needed: an input without this column is refused; any other may be absent, which is the same as all null.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    is_needed: bool = False


_OWN = "measure"
_PLAN = "measure of the plan"

#: One row for one figure of a unit. Rows of one (unit, indicator, first_on, last_on, regime, status) are the same
#: figure: only the newest may be there.
OBSERVATIONS = (
    Column("unit", Kind.TEXT, "the unit, by its own id: codes are reused", is_needed=True),
    Column("indicator", Kind.TEXT, "the indicator, by its code", is_needed=True),
    Column("first_on", Kind.DATE, "first day of the period", is_needed=True),
    Column("last_on", Kind.DATE, "last day of the period", is_needed=True),
    Column("regime", Kind.TEXT, "calendar (when null) or administrative: on which day months begin"),
    Column("status", Kind.TEXT, "estimate, actual (when null) or final"),
    Column("missing", Kind.TEXT, "why there is no figure: not_due, not_reported, not_applicable, not_restated"),
    Column("value", Kind.EXACT, "an amount or level; null beside a numerator, an answer, a gap", _OWN),
    Column("upper", Kind.EXACT, "second number of a printed range, 61–62 %", _OWN),
    Column("numerator", Kind.EXACT, "upper part of a ratio; value is then null", _OWN),
    Column("denominator", Kind.EXACT, "lower part of a ratio", "denominator_measure"),
    Column("measure", Kind.TEXT, "unit of value, upper and numerator as written: tỷ đồng, %, hộ"),
    Column("denominator_measure", Kind.TEXT, "unit of the denominator"),
    Column("step", Kind.EXACT, "one unit in the last printed place (1 when null); only hedged numbers use it", _OWN),
    Column("hedge", Kind.TEXT, "exact (when null), about, over, under, at_least, at_most; of value or numerator"),
    Column("denominator_step", Kind.EXACT, "the same of the denominator", "denominator_measure"),
    Column("denominator_hedge", Kind.TEXT, "the same of the denominator"),
    Column("answer", Kind.TRUTH, "of a yes/no target"),
    Column("is_change", Kind.TRUTH, "the value is itself the change against the base; no when null"),
)

#: One row for one plan of one target of one unit.
TARGETS = (
    Column("plan", Kind.TEXT, "id of the plan, unique", is_needed=True),
    Column("unit", Kind.TEXT, "the unit, as in the observations", is_needed=True),
    Column("indicator", Kind.TEXT, "the indicator whose figures answer", is_needed=True),
    Column("span_first_on", Kind.DATE, "first day of the time for which the plan holds", is_needed=True),
    Column("span_last_on", Kind.DATE, "its last day", is_needed=True),
    Column("regime", Kind.TEXT, "regime of the span; calendar when null"),
    Column("rule", Kind.TEXT, "at_least, more_than, at_most … as in RuleKind", is_needed=True),
    Column("nature", Kind.TEXT, "flow (when null), stock, ratio, yes_no"),
    Column("direction", Kind.TEXT, "up, down, none (when null): the better side of a range"),
    Column("value", Kind.EXACT, "the planned value or the lower end of a range; null when none is assigned", _OWN),
    Column("upper", Kind.EXACT, "the upper end of a range", _OWN),
    Column("measure", Kind.TEXT, "unit of the plan"),
    Column("step", Kind.EXACT, "one unit in the last printed place of the plan (1 when null); about uses it", _OWN),
    Column("tolerance", Kind.EXACT, "how far about reaches; null takes the scheme's", _OWN),
    Column("base_value", Kind.EXACT, "what a change is counted from; null when unknown", "base_measure"),
    Column("base_measure", Kind.TEXT, "unit of the base"),
    Column("base_step", Kind.EXACT, "one unit in its last printed place (1 when null)", "base_measure"),
    Column("base_hedge", Kind.TEXT, "hedge of the base; exact when null"),
    Column("base_first_on", Kind.DATE, "first day of the base period; stands for every change"),
    Column("base_last_on", Kind.DATE, "its last day"),
    Column("base_regime", Kind.TEXT, "its regime; calendar when null"),
    Column(
        "phasing", Kind.TEXT, "steps, profile, straight_line, full_level, none; null takes the usual one of the nature"
    ),
    Column("phasing_steps", Kind.STEPS, "so much is due by the end of the day, in order, never falling", "whole"),
    Column("phasing_whole", Kind.EXACT, "what the steps are parts of: 100 (when null), or the plan"),
    Column("phasing_start", Kind.EXACT, "where a level stood before the span (0 when null)", _OWN),
    Column("is_collected_yearly", Kind.TRUTH, "no figure is expected before a year is over; no when null"),
)

#: How many marks a verdict has beside one for each band of the scheme.
MARKS_BESIDE_BANDS = 3

VERDICTS = (
    Column("plan", Kind.TEXT, "id of the plan", is_needed=True),
    Column("unit", Kind.TEXT, "the unit", is_needed=True),
    Column("indicator", Kind.TEXT, "the indicator", is_needed=True),
    Column("as_of", Kind.TEXT, "the period of the report: 2024-Q1, 2024-01/2024-08", is_needed=True),
    Column("scheme", Kind.TEXT, "the classification", is_needed=True),
    Column("is_final", Kind.TRUTH, "the span of the target is over", is_needed=True),
    Column("status", Kind.TEXT, "the suggested status", is_needed=True),
    Column("reason", Kind.TEXT, "why: as in Reason, or refused when the row is no target", is_needed=True),
    Column("possible", Kind.TEXT, "statuses that the printed precision allows, joined by |", is_needed=True),
    Column("actual", Kind.REAL, "the value compared; null for a range", _PLAN),
    Column("expected", Kind.REAL, "what was due; null at the end", _PLAN),
    Column("achievement", Kind.REAL, "share of the plan, 1 for all of it, never cut off"),
    Column("margin", Kind.REAL, "by how much the rule is kept, negative when missed", _PLAN),
    Column("due_share", Kind.REAL, "share of the way that was due; null at the end"),
    Column("tolerance", Kind.REAL, "how far about reached", _PLAN),
    Column("growth", Kind.REAL, "change on the same period of the year before", "% or points"),
    Column("is_growth_in_points", Kind.TRUTH, "the growth is a difference of percentages"),
    Column("below_all", Kind.TEXT, "status of what reaches no mark"),
    Column("mark_1_from … mark_N_from", Kind.REAL, "marks in order of rank: the first reached decides", _PLAN),
    Column("mark_1_is_strict …", Kind.TRUTH, "the mark itself does not reach it"),
    Column("mark_1_status …", Kind.TEXT, "the status from this mark on; null where there is no such mark"),
    Column("quality", Kind.TEXT, "of figures on another map: exact, estimated, refused; null where none was asked for"),
    Column("basis", Kind.TEXT, "by what figures were apportioned, joined by |; null where nothing was"),
    Column("judged_by", Kind.TEXT, "expression, or reference for what the expression left to it", is_needed=True),
    Column("why", Kind.TEXT, "the sentence, when the row was refused"),
)
