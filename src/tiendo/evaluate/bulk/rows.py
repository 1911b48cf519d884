# SPDX-License-Identifier: Apache-2.0
"""Rows of the tables ↔ targets, figures and verdicts of the reference engine.

What is here: both directions, plain dictionaries. Not here: files, Arrow, Ibis.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tiendo.evaluate.bulk.columns import MARKS_BESIDE_BANDS
from tiendo.evaluate.bulk.spans import REGIMES
from tiendo.evaluate.data import (
    Base,
    Direction,
    EvaluateError,
    Figure,
    FigureStatus,
    Missing,
    Nature,
    PhaseStep,
    Phasing,
    PhasingKind,
    Plan,
    Rule,
    RuleKind,
    Status,
    Target,
)
from tiendo.evaluate.engine import evaluate_target
from tiendo.evaluate.schemes import STANDARD, Scheme
from tiendo.evaluate.verdict import Reason, Verdict
from tiendo.kernel.period import Period, PeriodError
from tiendo.kernel.period_codes import format_short
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import UnitError

Row = Mapping[str, Any]


def judge_row(target: Row, figures: Iterable[Row], as_of: Period, scheme: Scheme = STANDARD) -> dict[str, Any]:
    """The row of the verdict, from the rows of a plan and of its figures, by the reference engine.

    What cannot be a target or a figure is refused: unclassified, with the sentence in ``why``.
    """
    try:
        asked = make_target(target)
        given = [make_figure(row) for row in sorted(figures, key=_order)]
        row = write_verdict(target, evaluate_target(asked, given, as_of=as_of, scheme=scheme), scheme)
    except (EvaluateError, UnitError, PeriodError) as error:
        return _refused(target, as_of, scheme, str(error))
    if row["reason"] == Reason.NOT_RESTATED:
        row["why"] = next(figure.why for figure in reversed(given) if figure.missing is Missing.NOT_RESTATED)
    return row


def _order(row: Row) -> tuple[date, bool, date]:
    """Of equals the reference engine takes the first: what begins first, calendar before administrative."""
    return row["first_on"], row.get("regime") not in (None, "calendar"), row["last_on"]


def make_target(row: Row) -> Target:
    """The target of a row, with its one plan.

    Raises:
        EvaluateError: the row is no target.
    """
    get = row.get
    if row["rule"] == RuleKind.COMPONENTS:
        raise EvaluateError(
            "Bảng không có cột cho chỉ tiêu thành phần; hãy đánh giá chỉ tiêu này trên máy chủ, hoặc từng thành phần."
        )
    measure = get("measure") or ""
    value = _quantity(get("value"), measure, get("step"))
    plan = Plan(value, _quantity(get("upper"), measure, get("step")))
    return Target(
        code=row["indicator"],
        name=row["plan"],
        span=Period(row["span_first_on"], row["span_last_on"], REGIMES[get("regime") or "calendar"]),
        rule=Rule(RuleKind(row["rule"]), _base(row), get("tolerance")),
        plans=(plan,),
        nature=Nature(get("nature") or "flow"),
        direction=Direction(get("direction") or "none"),
        phasing=_phasing(row),
        is_collected_yearly=bool(get("is_collected_yearly")),
    )


def _base(row: Row) -> Base | None:
    first, last = row.get("base_first_on"), row.get("base_last_on")
    if first is None or last is None:
        return None
    period = Period(first, last, REGIMES[row.get("base_regime") or "calendar"])
    hedge = row.get("base_hedge")
    return Base(period, _quantity(row.get("base_value"), row.get("base_measure") or "", row.get("base_step"), hedge))


def _phasing(row: Row) -> Phasing | None:
    kind, steps = row.get("phasing"), row.get("phasing_steps") or []
    if kind is None and not steps:
        return None
    regime = REGIMES[row.get("regime") or "calendar"]
    made = [PhaseStep(_until(row["span_first_on"], step["until"], regime.code), step["due"]) for step in steps]
    whole = row.get("phasing_whole")
    start = row.get("phasing_start") or Decimal(0)
    found = PhasingKind(kind or "straight_line")
    return Phasing(found, tuple(made), Decimal(100) if whole is None else whole, start)


def _until(first_on: date, last_on: date, regime: str) -> Period:
    return Period(min(first_on, last_on), last_on, REGIMES[regime])


def make_figure(row: Row) -> Figure:
    """The figure of a row.

    Raises:
        EvaluateError: the row is no figure.
    """
    get = row.get
    measure, hedge, step = get("measure") or "", get("hedge"), get("step")
    missing = get("missing")
    return Figure(
        Period(row["first_on"], row["last_on"], REGIMES[get("regime") or "calendar"]),
        quantity=_quantity(get("value"), measure, step, hedge),
        upper=_quantity(get("upper"), measure, step, hedge),
        numerator=_quantity(get("numerator"), measure, step, hedge),
        denominator=_quantity(
            get("denominator"), get("denominator_measure") or "", get("denominator_step"), get("denominator_hedge")
        ),
        answer=get("answer"),
        is_change=bool(get("is_change")),
        status=FigureStatus(get("status") or "actual"),
        missing=None if missing is None else Missing(missing),
        why=get("why") or "",
    )


def _quantity(
    value: Decimal | int | None, measure: str, step: Decimal | None, hedge: str | None = None
) -> Quantity | None:
    if value is None:
        return None
    return Quantity(Decimal(value), measure, Decimal(1) if step is None else Decimal(step), Qualifier(hedge or "exact"))


def write_verdict(target: Row, verdict: Verdict, scheme: Scheme) -> dict[str, Any]:
    """The row of a verdict; its marks are the rungs of the ladder, the highest first."""
    measured, growth, due, ladder = verdict.measured, verdict.growth, verdict.due, verdict.ladder
    made = _keys(target, verdict.as_of, scheme) | {
        "is_final": verdict.is_final,
        "status": verdict.suggested.value,
        "reason": verdict.reason.value,
        "possible": "|".join(status.value for status in Status if status in verdict.possible),
        "actual": None if measured is None else _real(measured.value),
        "expected": _real(verdict.expected),
        "achievement": _real(verdict.achievement),
        "margin": _real(verdict.margin),
        "due_share": None if due is None else _real(due.share),
        "tolerance": _real(verdict.tolerance),
        "growth": None if growth is None else _real(growth.change),
        "is_growth_in_points": None if growth is None else growth.is_points,
        "below_all": None if ladder is None else ladder.first.value,
    }
    rungs = [] if ladder is None else list(reversed(ladder.rungs))
    for number in range(1, MARKS_BESIDE_BANDS + len(scheme.bands) + 1):
        rung = rungs[number - 1] if number <= len(rungs) else None
        made[f"mark_{number}_from"] = None if rung is None else _real(rung.at)
        made[f"mark_{number}_is_strict"] = None if rung is None else rung.is_strict
        made[f"mark_{number}_status"] = None if rung is None else rung.status.value
    return made | {"judged_by": "reference", "why": None}


def _keys(target: Row, as_of: Period, scheme: Scheme) -> dict[str, Any]:
    made = {name: target[name] for name in ("plan", "unit", "indicator")}
    return made | {"as_of": format_short(as_of), "scheme": scheme.code}


def _refused(target: Row, as_of: Period, scheme: Scheme, why: str) -> dict[str, Any]:
    made = _keys(target, as_of, scheme) | {
        "is_final": target["span_last_on"] <= as_of.last_on,
        "status": Status.UNCLASSIFIED.value,
        "reason": "refused",
        "possible": Status.UNCLASSIFIED.value,
    }
    return made | {"judged_by": "reference", "why": why}


def _real(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
