# SPDX-License-Identifier: Apache-2.0
"""Targets and figures for the tests, written as reports write them: "hơn 3.200 tỷ đồng"."""

from __future__ import annotations

from tiendo.evaluate import Base, Figure, Nature, Plan, Rule, RuleKind, Target, evaluate_target
from tiendo.evaluate.choosing import begins_after, needed_period
from tiendo.kernel.numbers import parse_number
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity

YEAR = Period.year(2024)
_HEDGES = {
    "hơn": Qualifier.OVER,
    "trên": Qualifier.OVER,
    "gần": Qualifier.UNDER,
    "khoảng": Qualifier.ABOUT,
    "không quá": Qualifier.AT_MOST,
}


def quantity(text):
    """A hedge, a number, a unit: "hơn 3.200 tỷ đồng"."""
    hedge = next((word for word in _HEDGES if text.startswith(f"{word} ")), "")
    number, _, unit = text.removeprefix(hedge).strip().partition(" ")
    parsed = parse_number(number)
    return Quantity(parsed.value, unit, parsed.step, _HEDGES.get(hedge, Qualifier.EXACT))


def figure(text, period=YEAR, **more):
    """A result; "61–62 %" is a range and "13/13 phường" a quotient."""
    number, _, unit = text.partition(" ")
    for sign, fields in (("–", ("quantity", "upper")), ("/", ("numerator", "denominator"))):
        if sign in number:
            parts = [quantity(f"{part} {unit}") for part in number.split(sign)]
            return Figure(period, **dict(zip(fields, parts, strict=True)), **more)
    return Figure(period, quantity(text), **more)


def target(kind, plan=None, *, name="Chỉ tiêu", base=None, tolerance=None, **more):
    """A target of one plan: "5.208 tỷ đồng" or "6,6–6,8 %"."""
    value = upper = None
    if plan is not None:
        number, _, unit = plan.partition(" ")
        value, upper = (quantity(f"{part} {unit}") if part else None for part in (*number.split("–"), "")[:2])
    more.setdefault("span", YEAR)
    more.setdefault("plans", (Plan(value, upper),))
    return Target("t", name, rule=Rule(RuleKind(kind), base, tolerance), **more)


def level(kind, plan=None, **more):
    """A target on a level, which stands at the end of the period."""
    return target(kind, plan, nature=Nature.STOCK, **more)


def judge(asked, *figures, as_of=YEAR, **more):
    """The verdict on figures; a text is the result of the whole period from the beginning of the span."""
    period = as_of if begins_after(asked.span, as_of) else needed_period(asked.span, as_of)
    given = [figure(found, period) if isinstance(found, str) else found for found in figures]
    return evaluate_target(asked, given, as_of=as_of, **more)


def base(text, period):
    """What a change is counted from."""
    return Base(period, quantity(text))
