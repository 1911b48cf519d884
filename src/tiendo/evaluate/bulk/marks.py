# SPDX-License-Identifier: Apache-2.0
"""The ladder of every rule as columns: marks in order of rank, of which the first that a value reaches decides.

What is here: ``families`` and ``phasing`` of the reference engine over a whole table. Not here: placing the value.
A mark is a whole number; all marks of a row stand over one bottom, ``mark_bottom``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm

import ibis
import ibis.expr.types as ir

from tiendo.evaluate.bulk.facts import Facts
from tiendo.evaluate.bulk.partial import NO, YES, Kind, Rows, Value, cases, constant, say, truth
from tiendo.evaluate.bulk.partial.whole import has_room, nothing, size, to_whole
from tiendo.evaluate.bulk.spans import Ask
from tiendo.evaluate.data import Nature, PhasingKind, RuleKind, Status
from tiendo.evaluate.phasing import NO_LINE
from tiendo.evaluate.schemes import Basis, Scheme

Values = dict[str, Value]

_FLOORS = (RuleKind.AT_LEAST, RuleKind.MORE_THAN, RuleKind.SHARE_OF_UNITS)
_CEILINGS = (RuleKind.AT_MOST, RuleKind.LESS_THAN, RuleKind.ZERO)


@dataclass(frozen=True, slots=True)
class Mark:
    """From this value on the status holds; ``is_there`` says whether the row has it."""

    at: Value
    is_strict: Value
    status: Value
    is_there: Value


@dataclass(frozen=True, slots=True)
class Terms:
    """The constants of a scheme, as whole numbers.

    Attributes:
        fine: every amount is taken so many times, so that the reach of "khoảng" is whole.
        parts: the bottom of the bands' shares.
    """

    scheme: Scheme
    fine: int
    parts: int

    @staticmethod
    def of(scheme: Scheme) -> Terms:
        """The terms of a scheme."""
        parts = lcm(*(Fraction(band.from_pct / 100).denominator for band in scheme.bands))
        return Terms(scheme, Fraction(scheme.about_share).denominator, parts)


def shape_of(rows: Rows, scheme: Scheme, ask: Ask) -> Values:
    """Which form of ladder each row has, and what settles it."""
    is_change = rows.rule.isin([kind.value for kind in RuleKind if kind.value.endswith(("percent", "points"))])
    shape = cases(
        (rows.rule.equals("yes_no"), "answer"),
        (rows.rule.isin([kind.value for kind in _FLOORS]), "floor"),
        (rows.rule.isin([kind.value for kind in _CEILINGS]), "ceiling"),
        (is_change, rows.upper.isnull().ifelse("floor", "up")),
        else_=rows.direction,
    )
    early = [nature.value for nature in sorted(scheme.early)]
    nature = is_change.ifelse(Nature.STOCK.value, rows.nature)
    return {
        "is_change_rule": is_change,
        "shape": shape,
        "can_be_done": YES if ask.is_final else nature.isin(early) if early else NO,
    }


def due_of(rows: Rows, ask: Ask, scale: int) -> Values:
    """The share of the way that is due: ``due_top`` over ``due_bottom``; no top where nothing can be said."""
    if ask.is_final or ask.needed is None:
        return {"due_top": nothing(), "due_bottom": constant(1), "start": constant(0)}
    usual = (rows.nature.equals("flow") & ~rows.rule.isin([kind.value for kind in NO_LINE])).ifelse(
        PhasingKind.STRAIGHT_LINE.value, PhasingKind.FULL_LEVEL.value
    )
    kind = rows.phasing.coalesce(usual)
    until = ask.needed.last_on
    due = to_whole(_due_by(rows.phasing_steps, until), scale).coalesce(constant(0))
    whole = to_whole(rows.phasing_whole, scale).coalesce(constant(100 * 10**scale))
    line, is_full, is_stepped = ask.elapsed, kind.equals("full_level"), kind.equals("steps")
    all_of_it = constant(line.denominator)  # over the same bottom as a straight line: then one number is under all
    return {
        "due_top": cases(
            (is_stepped, due),
            (kind.equals("straight_line"), constant(line.numerator)),
            (is_full, all_of_it),
            else_=nothing(),
        ),
        "due_bottom": is_stepped.ifelse(whole, all_of_it),
        "start": is_full.ifelse(constant(0), rows.whole_start),
    }


def _due_by(steps: Value, day: date) -> Value:
    """What the last step says that is over."""
    if steps.is_null:
        return nothing()
    until = ibis.literal(day)

    def find(given: ir.ArrayValue) -> ir.Value:
        return given.filter(lambda step: step.until <= until).map(lambda step: step.due).maxs()

    return Value(Kind.OTHER, find, [steps])


def bounds_of(rows: Rows, terms: Terms, facts: Facts) -> Values:
    """The ends of what is wanted, as amounts taken ``fine`` times: ``lower``, ``higher``, ``goal``, ``reach``."""
    fine = terms.fine
    value = rows.whole_value * fine
    share = Fraction(terms.scheme.about_share)
    step = to_whole(rows.step, facts.plan_scale).coalesce(constant(10**facts.plan_scale))
    stated = to_whole(rows.tolerance, facts.plan_scale) * fine
    room = rows.tolerance.notnull().ifelse(stated, step * share.numerator)
    is_about = rows.rule.equals("about")
    limit = rows.rule.equals("zero").ifelse(constant(0), value)
    lower = is_about.ifelse(value - room, value)
    higher = cases((is_about, value + room), (rows["shape"].equals("ceiling"), limit), else_=rows.whole_upper * fine)
    return {
        "lower": lower,
        "higher": higher,
        "room": is_about.ifelse(room, nothing()),
        "goal": rows["shape"].isin(["ceiling", "down"]).ifelse(higher, lower),
    }


def bottom_of(rows: Rows, terms: Terms, facts: Facts) -> Values:
    """The bottom under all marks, and again what is multiplied with it: nothing where a product would have no room."""
    most = size(rows.lower).coalesce(0.0) + size(rows.higher).coalesce(0.0)
    most = most + size(rows.start) * float(terms.fine) + 1.0
    way = size(rows.due_top).coalesce(0.0) + size(rows.due_bottom)
    marks = most * way * float(terms.parts) * 4.0
    bottom = size(rows.due_bottom) * float(terms.fine * terms.parts)
    fits = has_room(marks) & has_room(marks * size(rows.value_bottom)) & has_room(bottom * rows.largest_value)
    fits = fits | rows["shape"].equals("answer").coalesce(NO)
    ends = ("value_low", "value_high") if facts.has_reach else ()
    kept = ("due_top", "due_bottom", "value_top", "value_bottom", *ends)
    made = {name: fits.ifelse(rows[name], nothing()) for name in kept}
    return made | {"mark_bottom": made["due_bottom"] * (terms.fine * terms.parts)}


def way_of(rows: Rows, terms: Terms) -> Values:
    """How far the way to the goal is to be gone, and what is due: over ``due_bottom`` and ``fine``."""
    begin = rows.start * terms.fine
    way = (rows.goal - begin) * rows.due_top
    return {"way": way, "begin": begin * rows.due_bottom, "due_value": begin * rows.due_bottom + way}


def list_marks(rows: Rows, ask: Ask, terms: Terms) -> list[Mark]:
    """The marks of a row, first in rank first: a cap or what runs behind, two that are done or passed, the bands."""
    parts = terms.parts
    over = rows.due_bottom * parts
    lower, higher = rows.lower * over, rows.higher * over
    due = rows.due_value.coalesce(rows.goal * rows.due_bottom) * parts
    found = [_first(rows, ask, terms, (higher, due)), _second(rows, ask, terms, (lower, higher, due))]
    found.append(_third(rows, ask, lower, parts))
    if ask.is_final:
        return found
    return [*found, *_bands(rows, terms)]


def below_all(rows: Rows, ask: Ask, scheme: Scheme) -> Value:
    """The status of what reaches no mark."""
    kept = YES if ask.is_final else _is_settled(rows)
    lowest = Status.NOT_ACHIEVED if ask.is_final else scheme.otherwise
    return cases(
        (rows["shape"].equals("ceiling"), kept.ifelse("achieved", "on_track")),
        (rows["shape"].equals("down"), kept.ifelse("exceeded", "on_track")),
        (rows["shape"].equals("answer"), "not_achieved"),
        else_=lowest.value,
    )


def _is_settled(rows: Rows) -> Value:
    """Whether a kept ceiling is done before the end."""
    return rows.can_be_done & ~rows.nature.equals("flow")


def _is_open(rows: Rows) -> Value:
    """Whether the ceiling itself is too much."""
    return rows.rule.equals("less_than")


def _first(rows: Rows, ask: Ask, terms: Terms, ends: tuple[Value, Value]) -> Mark:
    """The cap of a range without a better side; before the end what runs ahead of a ceiling's phasing."""
    higher, due = ends
    shape, otherwise = rows["shape"], terms.scheme.otherwise.value
    if ask.is_final:
        return Mark(higher, YES, say("not_achieved"), shape.equals("none"))
    is_under = shape.isin(["ceiling", "down"])
    runs_behind = is_under & (~_is_settled(rows) | (due > higher))
    return Mark(
        is_under.ifelse(due, higher),
        is_under.ifelse(~(_is_open(rows) & due.equals(higher)), True),
        say(otherwise),
        shape.equals("none") | runs_behind,
    )


def _second(rows: Rows, ask: Ask, terms: Terms, ends: tuple[Value, Value, Value]) -> Mark:
    """Better than planned; under a ceiling its passing."""
    lower, higher, due = ends
    shape = rows["shape"]
    is_under = shape.isin(["ceiling", "down"])
    is_floor = shape.equals("floor") & ~rows.rule.equals("more_than")
    passed = "not_achieved" if ask.is_final else (due > higher).ifelse("on_track", terms.scheme.otherwise.value)
    is_there = (is_floor | shape.equals("up")) & rows.can_be_done
    is_there |= is_under if ask.is_final else is_under & _is_settled(rows)
    return Mark(
        shape.equals("floor").ifelse(lower, higher),
        is_under.ifelse(~_is_open(rows), True),
        is_under.ifelse(passed, "exceeded"),
        is_there,
    )


def _third(rows: Rows, ask: Ask, lower: Value, parts: int) -> Mark:
    """The plan is met."""
    shape = rows["shape"]
    is_met = shape.isin(["floor", "up"]) & rows.can_be_done
    is_met |= shape.equals("none") & (YES if ask.is_final else _is_settled(rows))
    is_met |= shape.equals("down") & (YES if ask.is_final else _is_settled(rows))
    is_answer = shape.equals("answer")
    return Mark(
        is_answer.ifelse(rows.mark_bottom, lower),
        rows.rule.equals("more_than"),
        (is_answer & ~rows.can_be_done).ifelse("on_track", "achieved"),
        is_met | is_answer,
    )


def _bands(rows: Rows, terms: Terms) -> list[Mark]:
    """The bands of the scheme as values; a part of nothing, or of less than nothing, is no threshold."""
    climbs = rows["shape"].isin(["floor", "up", "none"])
    found = []
    for band in terms.scheme.bands:
        share = Fraction(band.from_pct) / 100
        part = int(share * terms.parts)
        if band.basis is Basis.PLAN:
            at, is_there = rows.goal * rows.due_bottom * part, rows.goal > 0
        else:
            at = rows.begin * terms.parts + rows.way * part
            is_there = rows.due_top.notnull() & ((rows.way > 0) if share != 1 else YES)
        found.append(Mark(at, truth(band.is_strict), say(band.status.value), climbs & is_there))
    return found
