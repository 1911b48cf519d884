# SPDX-License-Identifier: Apache-2.0
"""How past years went: the profile that phases a plan, and on which a forecast rests.

What is here: figures of past years → their results by the same cut-off and at the end. Not here: the forecast
(``outlook``), how much is due (``phasing``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tiendo.evaluate.choosing import ends_by, find_beside, needed_period
from tiendo.evaluate.data import Figure, Nature, PhaseStep, Phasing, PhasingKind, RuleKind, Target
from tiendo.evaluate.exact import to_decimal
from tiendo.evaluate.families.measuring import measure
from tiendo.evaluate.families.question import CannotJudgeError
from tiendo.evaluate.phasing import default_phasing
from tiendo.kernel.period import Period

#: Past years that are looked at, and how many of them a profile needs. Source: house rule, ADR 0004.
MOST_YEARS, LEAST_YEARS = 5, 2
_YEAR_DAYS = 366


@dataclass(frozen=True, slots=True)
class Season:
    """A past year: its result by the cut-off and at the end, in one unit."""

    span: Period
    at: Fraction
    end: Fraction


def nature_in_time(target: Target) -> Nature:
    """Units and components are counted as they stand at the end; 13 and 12 of 13 wards are not 25 of 26."""
    is_counted = target.rule.kind in (RuleKind.SHARE_OF_UNITS, RuleKind.COMPONENTS)
    return Nature.STOCK if is_counted else target.nature


class PastYears:
    """The results of past years among the figures of one target: each is looked for once, however many verdicts,
    profiles and forecasts of the target rest on it.
    """

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self._first_on = min((figure.period.first_on for figure in figures), default=None)
        self._known: dict[tuple[Period, Nature, str], Fraction | None] = {}

    def list_seasons(self, target: Target, needed: Period, unit: str) -> tuple[Season, ...]:
        """The past years of which both results are known, oldest first; none for a target of several years.

        Args:
            needed: from the beginning of the span to the cut-off.
            unit: in which the results are taken.
        """
        found: list[Season] = []
        span, nature = target.span, nature_in_time(target)
        for _ in range(MOST_YEARS if span.days <= _YEAR_DAYS else 0):
            span, needed = span.same_period_last_year(), needed.same_period_last_year()
            if self._first_on is None or span.last_on < self._first_on:
                break
            at, end = (self._find(period, nature, unit) for period in (needed, span))
            if at is not None and end is not None:
                found.append(Season(span, at, end))
        return tuple(reversed(found))

    def _find(self, period: Period, nature: Nature, unit: str) -> Fraction | None:
        key = period, nature, unit
        if key not in self._known:
            self._known[key] = _value(find_beside(self._figures, period, nature), unit)
        return self._known[key]


def list_seasons(target: Target, figures: Sequence[Figure], needed: Period, unit: str) -> tuple[Season, ...]:
    """``PastYears.list_seasons`` of these figures alone."""
    return PastYears(figures).list_seasons(target, needed, unit)


def profile_phasing(
    target: Target, figures: Sequence[Figure], as_of: Period, *, past: PastYears | None = None
) -> Phasing | None:
    """How much of the year's amount past years had by this cut-off: the sum of their results over that of their years.

    Args:
        past: of the same figures, where more is asked of them.

    Returns:
        None where another phasing holds (a stated one, a level), or fewer than two past years are known in full.

    Source: house rule, ADR 0004, for the order of stated steps, past years and straight line.
    """
    unit = None if target.primary.value is None else target.primary.value.unit
    is_amount = target.phasing is None and default_phasing(target).kind is PhasingKind.STRAIGHT_LINE
    if unit is None or not is_amount or ends_by(target.span, as_of):
        return None
    needed = needed_period(target.span, as_of)
    known = (past or PastYears(figures)).list_seasons(target, needed, unit)
    seasons = [season for season in known if 0 <= season.at <= season.end]
    at, end = sum(season.at for season in seasons), sum(season.end for season in seasons)
    if len(seasons) < LEAST_YEARS or end == 0:
        return None
    step = PhaseStep(needed, to_decimal(Fraction(at)))
    return Phasing(
        PhasingKind.PROFILE, (step,), to_decimal(Fraction(end)), source=name_years(season.span for season in seasons)
    )


def name_years(spans: Iterable[Period]) -> str:
    """The years as they are told: "2021–2023", "2020, 2022–2023"."""
    runs: list[list[int]] = []
    for year in (span.last_on.year for span in spans):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _value(figure: Figure | None, unit: str) -> Fraction | None:
    if figure is None or figure.missing is not None or figure.is_change or figure.answer is not None:
        return None
    try:
        return measure(figure, unit)[0].value
    except CannotJudgeError:
        return None
