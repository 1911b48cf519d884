# SPDX-License-Identifier: Apache-2.0
"""A verdict as plain data for JSON: whoever keeps it can recompute the status without this program.

What is here: writing. Not here: reading back; a stored verdict is a record of what was said, not an input.
"""

from __future__ import annotations

from fractions import Fraction

from tiendo.evaluate.verdict import Amount, Due, Forecast, Growth, Pace, Verdict
from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_sdmx, format_short

#: What JSON knows; exact numbers are texts: "217/320", "5208".
Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def make_record(verdict: Verdict) -> dict[str, Plain]:
    """The verdict without its target, plan and figure, which the caller keeps.

    Returns:
        Codes as stored, fractions as "numerator/denominator" in lowest terms, periods with their days and regime.
    """
    measured, ladder = verdict.measured, verdict.ladder
    return {
        "as_of": _period(verdict.as_of),
        "cut_off_on": verdict.cut_off_on.isoformat(),
        "is_final": verdict.is_final,
        "suggested": verdict.suggested.value,
        "reason": verdict.reason.value,
        "possible": [status.value for status in verdict.possible],
        "scheme": verdict.scheme,
        "value": None if measured is None else _fraction(measured.value),
        "unit": None if measured is None else measured.unit,
        "hedge": None if measured is None else measured.hedge.value,
        "achievement": _fraction(verdict.achievement),
        "margin": _fraction(verdict.margin),
        "expected": _fraction(verdict.expected),
        "tolerance": _fraction(verdict.tolerance),
        "due": None if verdict.due is None else _due(verdict.due),
        "growth": None if verdict.growth is None else _growth(verdict.growth),
        "pace": None if verdict.pace is None else _pace(verdict.pace),
        "forecast": None if verdict.forecast is None else _forecast(verdict.forecast),
        "turns": [
            {
                "status": turn.status.value,
                "at": str(turn.at),
                "distance": str(turn.distance),
                "is_above": turn.is_above,
                "is_strict": turn.is_strict,
            }
            for turn in verdict.turns
        ],
        "below_all": None if ladder is None else ladder.first.value,
        "thresholds": []
        if ladder is None
        else [{"from": _fraction(r.at), "is_strict": r.is_strict, "status": r.status.value} for r in ladder.rungs],
        "steps": [
            {
                "operation": step.operation.value,
                "operands": [_amount(operand) for operand in step.operands],
                "result": _amount(step.result),
            }
            for step in verdict.steps
        ],
        "notes": [note.value for note in verdict.notes],
    }


def _fraction(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _period(period: Period) -> Plain:
    return {"code": format_short(period), "sdmx": format_sdmx(period), "regime": period.regime.code}


def _amount(amount: Amount) -> Plain:
    return {"value": str(amount.value), "unit": amount.unit, "hedge": amount.hedge.value}


def _due(due: Due) -> Plain:
    return {
        "phasing": due.kind.value,
        "share": str(due.share),
        "part": str(due.parts[0]),
        "whole": str(due.parts[1]),
        "unit": due.unit,
        "start": str(due.start),
        "source": due.source,
    }


def _growth(growth: Growth) -> Plain:
    return {
        "change": str(growth.change),
        "unit": growth.unit,
        "is_points": growth.is_points,
        "base_period": _period(growth.base.period),
    }


def _pace(pace: Pace) -> Plain:
    return {
        "remaining": str(pace.remaining),
        "months": pace.months,
        "days": pace.days,
        "per_month": str(pace.per_month),
        "per_week": str(pace.per_week),
    }


def _forecast(forecast: Forecast) -> Plain:
    return {
        "years": [_period(year) for year in forecast.years],
        "at": str(forecast.at),
        "end": str(forecast.end),
        "is_scaled": forecast.is_scaled,
        "value": _fraction(forecast.value),
        "low": _fraction(forecast.low),
        "high": _fraction(forecast.high),
    }
