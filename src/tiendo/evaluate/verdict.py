# SPDX-License-Identifier: Apache-2.0
"""A verdict with its arithmetic as data, from which the sentences of every language are made.

What is here: the form of the result. Not here: how it comes about (``engine``) and how it is told (``sentences``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tiendo.evaluate.data import Figure, PhasingKind, Plan, Status, Target
from tiendo.evaluate.exact import Reach, to_decimal, to_percent
from tiendo.evaluate.ladder import Ladder
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier, Quantity

_WEEK = 7
#: In which the components of a target are counted.
COMPONENTS_UNIT = "chỉ tiêu thành phần"


class Reason(StrEnum):
    """Why the status is what it is."""

    BETTER = "better"  # beyond the plan
    SATISFIED = "satisfied"
    NOT_SATISFIED = "not_satisfied"
    PACE_KEPT = "pace_kept"
    IN_BAND = "in_band"  # below what is due, within a band of the scheme
    BEHIND = "behind"  # below all bands, or a ceiling passed
    NO_CLASS = "no_class"  # the scheme has no class for it
    NO_PHASING = "no_phasing"  # nothing is due before the end, so there is no pace
    UNDECIDED = "undecided"  # the printed precision does not decide
    NO_FIGURE = "no_figure"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_RESTATED = "not_restated"  # its figures cannot be told on the map that was asked for
    NOT_DUE = "not_due"
    COLLECTED_YEARLY = "collected_yearly"
    PLAN_MISSING = "plan_missing"
    PLAN_ZERO = "plan_zero"
    BASE_MISSING = "base_missing"
    BASE_ZERO = "base_zero"
    BASE_OF_OTHER_LENGTH = "base_of_other_length"
    DENOMINATOR_ZERO = "denominator_zero"
    UNITS_DIFFER = "units_differ"
    NO_COMPONENTS = "no_components"
    WRONG_FORM = "wrong_form"  # an answer where a number is needed, or the other way round


class Note(StrEnum):
    """What to know beside the verdict."""

    MIXED_REGIMES = "mixed_regimes"


class Operation(StrEnum):
    """A step that anyone can recompute; a and b are its operands."""

    QUOTIENT = "quotient"  # a / b, in the unit of the result
    SHARE_OF_PLAN = "share_of_plan"  # a / b, in per cent
    DECREASE = "decrease"  # (a − b) / a, in per cent
    INCREASE = "increase"  # (b − a) / a, in per cent
    MINUS = "minus"  # a − b


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the arithmetic: exact, rounded only when it is shown; its hedge goes with it.

    Attributes:
        is_computed: the result of a step, also where the next step uses it; figures are shown to their last digit.
    """

    value: Fraction
    unit: str
    hedge: Qualifier = Qualifier.EXACT
    is_computed: bool = False

    @staticmethod
    def of(quantity: Quantity) -> Amount:
        """The printed number."""
        return Amount(Fraction(quantity.value), quantity.unit, quantity.qualifier)

    @staticmethod
    def planned(quantity: Quantity) -> Amount:
        """The planned number: "ít nhất 90 %" is the rule, 90 % the number."""
        return Amount(Fraction(quantity.value), quantity.unit)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic."""

    operation: Operation
    operands: tuple[Amount, ...]
    result: Amount


@dataclass(frozen=True, slots=True)
class Measured:
    """The value that is judged, in the unit of the plan.

    Attributes:
        value: as printed; None for a range ("61–62 %").
        reach: the true values.
        hedge: how the printed value is hedged.
    """

    value: Fraction | None
    reach: Reach
    unit: str
    hedge: Qualifier = Qualifier.EXACT


@dataclass(frozen=True, slots=True)
class Due:
    """How much of the way is due at the cut-off.

    Attributes:
        share: of the whole way.
        parts: the two numbers of the share as they are told: 3 of 12 months, 45 of 100.
        unit: what they count: "tháng", "ngày", "%", or the unit of the steps.
        start: where the way begins, in the unit of the plan.
        source: the paper that says so.
    """

    kind: PhasingKind
    share: Fraction
    parts: tuple[Decimal, Decimal]
    unit: str
    start: Fraction = Fraction(0)
    source: str = ""

    def value_on_way_to(self, goal: Fraction) -> Fraction:
        """The value that is due."""
        return self.start + (goal - self.start) * self.share


@dataclass(frozen=True, slots=True)
class Growth:
    """The change against the same period of the year before: per cent, or points between percentages.

    Attributes:
        base: the figure of the year before.
        unit: in which the two were compared.
    """

    change: Fraction
    base: Figure
    unit: str
    is_points: bool


@dataclass(frozen=True, slots=True)
class Pace:
    """What is still to be done, in the unit of the plan, and in how many months and days."""

    remaining: Fraction
    months: int
    days: int

    @property
    def per_month(self) -> Fraction:
        """What each month still has to bring."""
        return self.remaining / self.months

    @property
    def per_week(self) -> Fraction:
        """What each week still has to bring."""
        return self.remaining * _WEEK / self.days


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the result will stand at the end of the span when it goes on as in past years; in the unit of the plan.

    Attributes:
        years: the past years that have both figures, oldest first.
        at, end: their results by the same cut-off and at the end, added up over the years.
        is_scaled: an amount goes on in proportion (result × end / at); a level by the mean change (result +
            (end − at) / years).
        value: None when there are fewer years than a forecast needs.
        low, high: where each single year would lead.
    """

    years: tuple[Period, ...]
    at: Fraction = Fraction(0)
    end: Fraction = Fraction(0)
    is_scaled: bool = True
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the verdict changes: the nearest status above or below on the axis of the value judged.

    Attributes:
        at: the value there; it is itself still on this side when ``is_strict``.
        distance: from the value judged, without its sign.
    """

    status: Status
    at: Fraction
    distance: Fraction
    is_above: bool
    is_strict: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one plan of one target.

    Attributes:
        as_of: the period of the report; its last day is the cut-off.
        figure: what was judged; parts of a flow are already summed.
        is_final: the span of the target is over.
        suggested: the computed status; the final one is a person's.
        possible: every status that the printed precision allows; more than one only when it is not decided.
        measured, achievement, margin: the value judged, its share of the plan (never cut off at 100 %, None where it
            has no meaning), and by how much the rule is kept (negative: missed), in the unit of the plan.
        due, expected: what was due, None at the end; ``expected`` in the unit of the plan.
        forecast: None at the end, and where a value of the end has no meaning.
        turns: how far the verdict is from changing, below and above; none where the value is not one number.
        tolerance: how far "khoảng" reached on both sides; None under other rules.
        ladder: the thresholds on the value judged.
        steps: the arithmetic.
        scheme: code of the scheme.
    """

    target: Target
    plan: Plan
    as_of: Period
    is_final: bool
    suggested: Status
    reason: Reason
    scheme: str
    figure: Figure | None = None
    possible: tuple[Status, ...] = ()
    measured: Measured | None = None
    achievement: Fraction | None = None
    margin: Fraction | None = None
    due: Due | None = None
    expected: Fraction | None = None
    growth: Growth | None = None
    pace: Pace | None = None
    forecast: Forecast | None = None
    turns: tuple[Turn, ...] = ()
    tolerance: Fraction | None = None
    ladder: Ladder | None = None
    steps: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def cut_off_on(self) -> date:
        """The last day that the figure knows of; without a figure that of the report."""
        return self.as_of.last_on if self.figure is None else self.figure.period.last_on

    @property
    def actual(self) -> Decimal | None:
        """The value judged, to 120 digits where the quotient does not end."""
        return None if self.measured is None or self.measured.value is None else to_decimal(self.measured.value)

    @property
    def achievement_pct(self) -> Decimal | None:
        """The achievement in per cent, not rounded for print."""
        return None if self.achievement is None else to_percent(self.achievement)

    @property
    def due_pct(self) -> Decimal | None:
        """The share of the way that is due, in per cent."""
        return None if self.due is None else to_percent(self.due.share)
