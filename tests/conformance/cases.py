# SPDX-License-Identifier: Apache-2.0
"""Generated plans with their figures, on purpose at and beside thresholds, as rows of the tables of the bulk engine."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tiendo.evaluate.bulk.spans import Ask
from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, PeriodKind

CASES = 300
YEAR, ADMINISTRATIVE_YEAR = Period.year(2024), Period.year(2024, ADMINISTRATIVE)
TERM, QUARTER = Period.term(2021, 2025), Period.quarter(2024, 3)
ODD = Period(date(2024, 1, 1), date(2024, 11, 20))
SPANS = (YEAR, TERM, QUARTER, ADMINISTRATIVE_YEAR, ODD)
BASES = (
    Period.year(2023),
    Period.nine_months(2023),
    Period.quarter(2023, 1),
    Period.cumulative(2023, 8),
    Period(date(2023, 1, 1), date(2023, 10, 16)),
)
CHANGES = ("reduce_by_percent", "increase_by_percent", "reduce_by_points", "increase_by_points")
RULES = (
    "at_least", "at_least", "more_than", "at_most", "less_than", "between", "about", "zero", "share_of_units", "yes_no",
    *CHANGES,
)  # fmt: skip
GOALS = ("0", "1", "3", "12", "90", "98.5", "100", "5208", "15.25", "-4", "22700", "0.333")
#: Parts of a goal at which statuses change, and others.
PARTS = ("0", "1/12", "1/4", "2/3", "3/4", "4/5", "1", "1", "6/5", "-1/2", "2/9", "8/15")
HEDGES = (None, None, None, "exact", "about", "over", "under", "at_least", "at_most")
MEASURES = ("tỷ đồng", "tỷ đồng", "triệu đồng", "%", "hộ", "hộ nghèo", "ha", "triệu đồng/người", "")
THOUSANDTH = Decimal("0.001")


def near(draw, goal):
    """A number at a place where something changes, or a little beside it."""
    top, _, bottom = draw(st.sampled_from(PARTS)).partition("/")
    value = (Decimal(goal) * int(top) / int(bottom or 1)).quantize(THOUSANDTH)
    return value + draw(st.sampled_from((0, 0, 0, 0, -1, 1))) * draw(st.sampled_from((THOUSANDTH, Decimal(1))))


@st.composite
def cases(draw, as_of, spans=SPANS):
    """A row of a target without keys, and the rows of its figures."""
    span = draw(st.sampled_from(spans))
    rule = draw(st.sampled_from(RULES))
    goal = draw(st.sampled_from(GOALS))
    measure = draw(st.sampled_from(MEASURES))
    target = {
        "span_first_on": span.first_on, "span_last_on": span.last_on, "regime": span.regime.code, "rule": rule,
        "nature": draw(st.sampled_from(("flow", "flow", "stock", "ratio", None, "yes_no"))),
        "direction": draw(st.sampled_from(("up", "down", "none", None))),
        "measure": measure, "is_collected_yearly": draw(st.sampled_from((None, True, False))),
    }  # fmt: skip
    target |= _plan(draw, rule, goal) | _base(draw, rule, goal, measure) | _phasing(draw, span)
    ask = Ask.of(span, as_of)
    figures = []
    for period in (ask.needed or span, ask.before):
        if period is not None:
            figures += _figures(draw, period, goal, measure)
    return target, _unique(figures)


def _plan(draw, rule, goal):
    made = {"value": None if draw(st.integers(0, 15)) == 0 else Decimal(goal)}
    if made["value"] is not None and (rule == "between" or (rule in CHANGES and draw(st.booleans()))):
        made["upper"] = made["value"] + draw(st.sampled_from((Decimal(0), Decimal("0.2"), Decimal(7))))
    if rule == "about":
        made["step"] = draw(st.sampled_from((None, Decimal(1), Decimal("0.1"), Decimal(10))))
        made["tolerance"] = draw(st.sampled_from((None, None, Decimal(0), Decimal("0.5"))))
    return made


def _base(draw, rule, goal, measure):
    if rule not in CHANGES:
        return {}
    period = draw(st.sampled_from(BASES))
    value = draw(st.sampled_from((None, "0", "100", "100", "5208", "-3", "22700", "12")))
    return {
        "base_first_on": period.first_on, "base_last_on": period.last_on,
        "base_value": None if value is None else Decimal(value),
        "base_measure": draw(st.sampled_from((measure, measure, measure, "hộ"))),
        "base_hedge": draw(st.sampled_from((None, None, None, None, "exact", "about", "over"))),
    }  # fmt: skip


def _phasing(draw, span):
    kind = draw(st.sampled_from((None, None, "straight_line", "full_level", "none", "steps")))
    start = draw(st.sampled_from((None, None, Decimal(0), Decimal(2), Decimal("90.5"), Decimal(-1))))
    made = {"phasing": kind, "phasing_start": start if kind in ("straight_line", "steps") else None}
    if kind != "steps":
        return made
    whole = draw(st.sampled_from((None, Decimal(100), Decimal(5208))))
    ends = (date(span.first_on.year, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2026, 1, 31))
    dues = sorted(draw(st.lists(st.sampled_from((0, 20, 45, 70, 100)), min_size=4, max_size=4)))
    factor = Decimal(1) if whole in (None, Decimal(100)) else Decimal("52.08")
    steps = [{"until": end, "due": due * factor} for end, due in zip(ends, dues, strict=True)]
    return made | {"phasing_whole": whole, "phasing_steps": steps}


def _figures(draw, period, goal, measure):
    """Figures for a stretch: itself, its parts, what stands at its end, gaps; seldom all of them."""
    form = draw(st.sampled_from(("whole",) * 4 + ("parts",) * 3 + ("end", "both", "gap", "nothing", "mixed")))
    if form == "nothing":
        return []
    months = period.split(PeriodKind.MONTH) if period.months else (period,)
    if form in ("whole", "gap"):
        return [_figure(draw, period, goal, measure, can_miss=form == "gap")]
    if form == "end":
        return [_figure(draw, months[-1], goal, measure, can_miss=draw(st.booleans()))]
    chosen = list(months)
    if form == "mixed":
        quarters = [p for p in _quarters(period) if draw(st.booleans())]
        chosen += quarters
        chosen = chosen[draw(st.integers(0, 1)) :]
    if form == "both":
        chosen.append(period)
    is_same = draw(st.integers(0, 3)) > 0
    first = _figure(draw, period, goal, measure)
    part = Decimal(len(months))
    return [
        _figure(draw, one, goal, measure) if not is_same else _share(first, one, part, draw) for one in chosen
    ]  # fmt: skip


def _share(figure, period, part, draw):
    """The same as the whole figure, divided: what a table of months looks like."""
    made = figure | {"first_on": period.first_on, "last_on": period.last_on, "regime": period.regime.code}
    for name in ("value", "upper"):
        if made.get(name) is not None:
            made[name] = (made[name] / part).quantize(THOUSANDTH)
    if draw(st.integers(0, 9)) == 0:
        made["status"] = draw(st.sampled_from(("estimate", "actual", "final")))
    return made


def _quarters(period):
    try:
        return period.split(PeriodKind.QUARTER)
    except ValueError:
        return ()


def _figure(draw, period, goal, measure, *, can_miss=False):
    regime = period.regime if draw(st.integers(0, 12)) else draw(st.sampled_from((CALENDAR, ADMINISTRATIVE)))
    if period.months and regime != period.regime:
        period = Period.of_months(*period.months, regime)
    made = {
        "first_on": period.first_on, "last_on": period.last_on, "regime": regime.code,
        "status": draw(st.sampled_from((None, "actual", "actual", "estimate", "final"))),
    }  # fmt: skip
    if can_miss and draw(st.integers(0, 4)):
        return made | {"missing": draw(st.sampled_from(("not_due", "not_reported", "not_applicable")))}
    form = draw(st.sampled_from(("number",) * 9 + ("ratio", "ratio", "answer", "range", "change")))
    own = draw(st.sampled_from((measure,) * 20 + MEASURES))
    match form:
        case "answer":
            return made | {"answer": draw(st.booleans())}
        case "ratio":
            bottom = draw(st.sampled_from(("13", "12", "5208", "100", "0", "7", "-1")))
            top = near(draw, bottom)
            return made | {
                "numerator": top, "denominator": Decimal(bottom), "measure": "hộ",
                "denominator_measure": draw(st.sampled_from(("hộ", "nghìn hộ", "người"))),
                "denominator_hedge": draw(st.sampled_from((None,) * 8 + ("about",))),
            } | _hedge(draw)  # fmt: skip
        case "range":
            low = near(draw, goal)
            return made | {"value": low, "upper": low + draw(st.sampled_from((0, 1, 7))), "measure": own}
    made |= {"value": near(draw, goal), "measure": own, "is_change": form == "change"}
    return made | _hedge(draw)


def _hedge(draw):
    if draw(st.integers(0, 2)):
        return {}
    return {"hedge": draw(st.sampled_from(HEDGES)),
            "step": draw(st.sampled_from((None, THOUSANDTH, THOUSANDTH, Decimal(1), Decimal("0.1"))))}  # fmt: skip


def _unique(figures):
    """One row for each key of the table of observations."""
    keys = ("first_on", "last_on", "regime", "status")
    found = {tuple(figure.get(key) or "actual" for key in keys): figure for figure in figures}
    return list(found.values())


def made_plain(case):
    """The same case with exact calendar figures in one unit of measure, of one status."""
    target, figures = case
    kept = [one for one in figures if one.get("value") is not None and one["regime"] == CALENDAR.code]
    names = ("unit", "indicator", "first_on", "last_on", "regime", "value")
    made = [{name: one[name] for name in names} | {"measure": kept[0]["measure"]} for one in kept]
    return target, list({(one["first_on"], one["last_on"]): one for one in made}.values())


def collect(strategy, number, start):
    """So many generated cases at once: a whole batch is one query."""
    found = []

    @seed(start)
    @settings(max_examples=number, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def take(case):
        found.append(case)

    take()
    return [_keyed(number, *case) for number, case in enumerate(found)]


def draw_one(strategy, start):
    """One generated example that is not the smallest: a whole batch in itself."""
    found = []

    @seed(start)
    @settings(max_examples=3, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck),
              deadline=None)  # fmt: skip
    @given(strategy)
    def take(case):
        found.append(case)

    take()
    return found[-1]


def _keyed(number, target, figures):
    keys = {"unit": f"u{number:05d}", "indicator": "i"}
    return {"plan": f"p{number:05d}"} | keys | target, [keys | figure for figure in figures]
