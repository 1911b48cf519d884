# SPDX-License-Identifier: Apache-2.0
"""English words of verdicts, over the same fields as the Vietnamese ones. Units keep their Vietnamese names."""

from __future__ import annotations

from datetime import date

from tiendo.evaluate.data import RuleKind
from tiendo.evaluate.sentences.words import Words
from tiendo.evaluate.verdict import Reason
from tiendo.kernel.period import Period, PeriodKind
from tiendo.kernel.quantity import Qualifier

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def tell_date(day: date) -> str:
    """31 March 2024."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def tell_period(period: Period) -> str:
    """Q1 2024, the first 9 months of 2024, 2020–2025."""
    if period.months is None:
        last = tell_date(period.last_on)
        return last if period.days == 1 else f"{tell_date(period.first_on)} to {last}"
    (year, place), (last_year, last_place) = (divmod(month, 12) for month in period.months)
    from_january = f"the first {last_place + 1} months of {year}"
    words = {
        PeriodKind.YEAR: f"{year}",
        PeriodKind.HALF: f"the {'second' if place else 'first'} half of {year}",
        PeriodKind.QUARTER: f"Q{place // 3 + 1} {year}",
        PeriodKind.MONTH: f"{_MONTHS[place]} {year}",
        PeriodKind.NINE_MONTHS: from_january,
        PeriodKind.CUMULATIVE: from_january,
        PeriodKind.TERM: f"{year}–{last_year}",
    }
    return words.get(period.kind, f"{_MONTHS[place]} {year} to {_MONTHS[last_place]} {last_year}")


EN = Words(
    is_english=True,
    space_before_percent="",
    hedges={
        Qualifier.EXACT: "",
        Qualifier.OVER: "more than ",
        Qualifier.UNDER: "nearly ",
        Qualifier.ABOUT: "about ",
        Qualifier.AT_LEAST: "at least ",
        Qualifier.AT_MOST: "at most ",
    },
    bounds={
        RuleKind.AT_LEAST: "at least {value}",
        RuleKind.MORE_THAN: "more than {value}",
        RuleKind.AT_MOST: "at most {value}",
        RuleKind.LESS_THAN: "less than {value}",
        RuleKind.BETWEEN: "{value} to {upper}",
        RuleKind.ABOUT: "about {value} (±{tolerance})",
        RuleKind.ZERO: "none",
        RuleKind.REDUCE_BY_PERCENT: "a decrease of {value}",
        RuleKind.INCREASE_BY_PERCENT: "an increase of {value}",
        RuleKind.REDUCE_BY_POINTS: "a decrease of {value}",
        RuleKind.INCREASE_BY_POINTS: "an increase of {value}",
        RuleKind.SHARE_OF_UNITS: "at least {value}",
        RuleKind.YES_NO: "",
        RuleKind.COMPONENTS: "at least {value}",
    },
    reasons={
        Reason.NO_FIGURE: "there is no figure for {period}, please enter it",
        Reason.NOT_REPORTED: "the unit has not reported {period}, please remind it",
        Reason.NOT_APPLICABLE: "does not apply to {period}",
        Reason.NOT_DUE: "not due in {period}",
        Reason.COLLECTED_YEARLY: "figures are collected by year only, there is none for {period}",
        Reason.PLAN_MISSING: "no plan has been assigned, please enter it",
        Reason.PLAN_ZERO: "the plan is 0, so no share can be computed, please check it",
        Reason.BASE_MISSING: "the base of the comparison is missing, please enter it",
        Reason.BASE_ZERO: "the base is not above 0, so no change can be computed, please check it",
        Reason.BASE_OF_OTHER_LENGTH: "the base period and {period} differ in length, please enter a base as long",
        Reason.DENOMINATOR_ZERO: "the denominator is not above 0, so no share can be computed, please check it",
        Reason.UNITS_DIFFER: "figure and plan have different kinds of units, please enter it in the unit of the plan",
        Reason.NO_COMPONENTS: "no component counts yet, please enter the components",
        Reason.WRONG_FORM: "the figure does not fit the target, please enter it again (a number, or yes/no)",
    },
    estimate="estimated ",
    of_plan="of the plan for {period}",
    of_plan_assigned="of the plan for {period} assigned by {assigner}",
    of_plan_own="of its own commitment for {period}",
    plans="Reached {shares}.",
    plan_share="{share} of the plan assigned by {assigner}",
    plan_share_own="{share} of its own commitment",
    plan_kept="the plan assigned by {assigner}: {status}",
    plan_kept_own="its own commitment: {status}",
    decrease="down ",
    increase="up ",
    against_base=" on {period}",
    required=", required {bound}",
    margin=", margin {step}",
    that_is=", that is {step}",
    cut_off=" (data to {date})",
    due="; for {period} (data to {date}) {need} is due ({how})",
    at_most="at most ",
    straight_line="straight line: {part}/{whole} {unit}",
    straight_line_from="straight line from {start}: {part}/{whole} {unit}",
    profile="pace of {years}: {part}/{whole} {unit}",
    steps="registered phasing",
    steps_of="registered phasing: {part}/{whole}",
    by_source=", by {source}",
    full_level="; this level must hold in every report (data to {date})",
    no_phasing="; there is no phasing to compare with (data to {date})",
    band=", “{name}” from {value}",
    band_above=", “{name}” above {value}",
    undecided="; the rounded figure does not decide (it may be {statuses}), please enter the exact one",
    quoted="“{name}”",
    alternative=" or ",
    done="done",
    met="met {step}",
    kept=", {count} on track",
    likely=", {count} likely",
    unknown=", {count} not assessed yet",
    not_done="not done",
    pace="{remaining} to go in {months} months, {per_month} a month or {per_week} a week on average.",
    forecast="At the pace of {years}, the forecast for {period} is {step}; by single years {low} to {high}.",
    forecast_short="Too few past years for a forecast for {period}: {least} are needed, there are {count}.",
    turn_above="“{name}” when it rises by {how}",
    turn_below="“{name}” when it falls by {how}",
    turn_any="any amount",
    turn_from="at least {distance}",
    turn_beyond="more than {distance}",
    turn_join="; ",
    growth_up="Up {change} on {period}.",
    growth_down="Down {change} on {period}.",
    growth_none="Equal to {period}.",
    months="months",
    days="days",
    tell_period=tell_period,
    tell_date=tell_date,
)
