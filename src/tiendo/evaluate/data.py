# SPDX-License-Identifier: Apache-2.0
"""Targets, plans, phasing and figures: what a verdict is made from.

What is here: plain frozen data that refuses to be nonsense. Not here: deciding (``engine``), thresholds (``schemes``).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Quantity


class EvaluateError(ValueError):
    """A target, figure or tally that cannot be; the message is a sentence for the person."""


class Status(StrEnum):
    """The verdict on a target. Source: DOMAIN 1.4."""

    EXCEEDED = "exceeded"
    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    LIKELY = "likely"
    PARTIAL = "partial"
    AT_RISK = "at_risk"
    NOT_ACHIEVED = "not_achieved"  # final period only
    NOT_ASSESSABLE = "not_assessable"  # not due, or a base is missing
    UNCLASSIFIED = "unclassified"  # nobody can say yet: somebody must


class RuleKind(StrEnum):
    """How a result is held against its plan. Source: DOMAIN 1.2."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    ABOUT = "about"
    ZERO = "zero"
    REDUCE_BY_PERCENT = "reduce_by_percent"
    INCREASE_BY_PERCENT = "increase_by_percent"
    REDUCE_BY_POINTS = "reduce_by_points"
    INCREASE_BY_POINTS = "increase_by_points"
    SHARE_OF_UNITS = "share_of_units"
    YES_NO = "yes_no"
    COMPONENTS = "components"  # told by its own components ("chỉ tiêu thành phần")


#: Rules on a change against a base.
CHANGES = frozenset(
    {
        RuleKind.REDUCE_BY_PERCENT,
        RuleKind.INCREASE_BY_PERCENT,
        RuleKind.REDUCE_BY_POINTS,
        RuleKind.INCREASE_BY_POINTS,
    }
)
#: Who set a plan that a unit registered itself, beside what it was assigned.
OWN_COMMITMENT = "tự đăng ký"
#: Rules that need no planned value.
WITHOUT_VALUE = frozenset({RuleKind.ZERO, RuleKind.YES_NO, RuleKind.COMPONENTS})


class Nature(StrEnum):
    """What a figure of the indicator is."""

    FLOW = "flow"  # summed over time: revenue, new Party members
    STOCK = "stock"  # as it stands at the end: households, coverage
    RATIO = "ratio"  # of two figures; rolled up as sum over sum
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Which side of a range or an approximate value is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class FigureStatus(StrEnum):
    """How firm a figure is: "ước thực hiện", "thực hiện", "quyết toán"."""

    ESTIMATE = "estimate"
    ACTUAL = "actual"
    FINAL = "final"


class Missing(StrEnum):
    """Why there is no figure."""

    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_RESTATED = "not_restated"  # there are figures, but they cannot be told on the map that was asked for


class PhasingKind(StrEnum):
    """How much of the plan is due before the end."""

    STEPS = "steps"  # registered: 20, 45, 70, 100 %
    PROFILE = "profile"  # as past years went
    STRAIGHT_LINE = "straight_line"
    FULL_LEVEL = "full_level"  # a level that must hold at every cut-off: "hồ sơ đúng hạn trên 98 %"
    NONE = "none"  # nothing is due before the end


#: Kinds that say for some ends how much is due by them.
_STEPPED = frozenset({PhasingKind.STEPS, PhasingKind.PROFILE})


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """So much is due by the end of the period, as a part of ``Phasing.whole``."""

    until: Period
    due: Decimal


@dataclass(frozen=True, slots=True)
class Phasing:
    """The way to the plan ("phân kỳ").

    Attributes:
        steps: in order of time, never falling; only for ``STEPS``, and one for ``PROFILE``, which speaks of one end.
        whole: what the steps are parts of: 100 for percentages, the plan for values, the whole of past years.
        start: where a level stood before the span ("đầu kỳ 90 %"), in the unit of the plan; the line begins there.
        source: the paper that says so ("Kế hoạch 12/KH-UBND"), or the past years ("2021–2023"); empty when nobody
            stated it.
    """

    kind: PhasingKind
    steps: tuple[PhaseStep, ...] = ()
    whole: Decimal = Decimal(100)
    start: Decimal = Decimal(0)
    source: str = ""

    def __post_init__(self) -> None:
        if (self.kind in _STEPPED) != bool(self.steps):
            raise EvaluateError("Phân kỳ theo mốc phải có ít nhất một mốc, và chỉ loại này có mốc; hãy kiểm tra lại.")
        pairs = list(zip(self.steps, self.steps[1:], strict=False))
        if any(a.until.last_on >= b.until.last_on or a.due > b.due for a, b in pairs) or self.whole <= 0:
            raise EvaluateError("Các mốc phân kỳ phải xếp theo thời gian và không giảm; hãy xếp lại.")


@dataclass(frozen=True, slots=True)
class Base:
    """What a change is counted from ("so với 6 tháng đầu năm 2019"); the figure may be unknown."""

    period: Period
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of a target.

    Attributes:
        base: of a change.
        tolerance: how far ``ABOUT`` reaches on both sides, in the unit of the plan; None takes that of the scheme.
    """

    kind: RuleKind
    base: Base | None = None
    tolerance: Decimal | None = None

    def __post_init__(self) -> None:
        if (self.kind in CHANGES) != (self.base is not None):
            raise EvaluateError(
                "Chỉ tiêu tăng, giảm phải nêu kỳ gốc, và chỉ loại này có kỳ gốc; hãy ghi rõ kỳ so sánh."
            )
        if self.tolerance is not None and self.tolerance < 0:
            raise EvaluateError("Độ lệch cho phép không thể âm; hãy ghi một số từ 0 trở lên.")


@dataclass(frozen=True, slots=True)
class Plan:
    """One assigned value.

    Attributes:
        value: the planned value, or the lower bound of a range; None where the rule needs none, or it is not assigned.
        upper: the upper bound of a range ("6,6–6,8 %").
        assigner: who assigned it ("Thành phố", "phường"), as it stands before "giao".
        version: which paper ("Nghị quyết 25/NQ-HĐND", "điều chỉnh lần 1").
        is_primary: it decides the count; others stand beside it.
    """

    value: Quantity | None = None
    upper: Quantity | None = None
    assigner: str = ""
    version: str = ""
    is_primary: bool = True

    def __post_init__(self) -> None:
        if self.upper is None:
            return
        if self.value is None or self.value.unit != self.upper.unit or self.value.value > self.upper.value:
            raise EvaluateError("Khoảng kế hoạch phải có hai số cùng đơn vị, số nhỏ trước; hãy ghi như 6,6–6,8 %.")

    @property
    def is_own(self) -> bool:
        """Whether the unit registered it itself."""
        return self.assigner.strip().casefold() == OWN_COMMITMENT


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached.

    Attributes:
        code: stable, for the caller.
        name, name_en: what sentences call it ("Thu ngân sách"); English falls back on Vietnamese.
        span: the time for which the plan holds, under the regime of its reports.
        plans: one of them primary.
        phasing: None takes the usual one of its nature (``phasing.default_phasing``).
        is_collected_yearly: no figure is expected before a year is over.
        decimals: how many decimals its percentages show, unless more are needed to see the order.
        condition: what a unit must satisfy, or the named standard ("theo chuẩn nghèo thành phố").
    """

    code: str
    name: str
    span: Period
    rule: Rule
    plans: tuple[Plan, ...]
    nature: Nature = Nature.FLOW
    direction: Direction = Direction.NONE
    phasing: Phasing | None = None
    is_collected_yearly: bool = False
    decimals: int = 2
    condition: str = ""
    name_en: str = ""

    def __post_init__(self) -> None:
        if sum(plan.is_primary for plan in self.plans) != 1:
            raise EvaluateError(f"Chỉ tiêu «{self.name}» phải có đúng một kế hoạch chính; hãy chọn một.")
        is_range = self.rule.kind is RuleKind.BETWEEN
        for plan in self.plans:
            if is_range and plan.value is not None and plan.upper is None:
                raise EvaluateError(f"Chỉ tiêu «{self.name}» là một khoảng nhưng thiếu số cận trên; hãy ghi đủ hai số.")
            if plan.upper is not None and not is_range and self.rule.kind not in CHANGES:
                raise EvaluateError(
                    f"Chỉ tiêu «{self.name}» có hai số nhưng không phải là khoảng; hãy chọn «từ … đến»."
                )

    @property
    def primary(self) -> Plan:
        """The plan that decides the count."""
        return next(plan for plan in self.plans if plan.is_primary)


@dataclass(frozen=True, slots=True)
class Figure:
    """A result for a period: exactly one of a quantity, a quotient, an answer, statuses of components, a gap.

    Attributes:
        upper: the second number of a printed range ("61–62 %").
        numerator, denominator: of a ratio, kept so that it can be rolled up.
        answer: of a yes/no target.
        components: of a target that is told by its components: the status of each one that counts.
        is_change: the quantity is itself the change against the base ("kéo giảm 75,15 %").
        missing, why: why there is no figure, as a code and in words.
    """

    period: Period
    quantity: Quantity | None = None
    upper: Quantity | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    answer: bool | None = None
    components: tuple[Status, ...] | None = None
    is_change: bool = False
    status: FigureStatus = FigureStatus.ACTUAL
    missing: Missing | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if (self.numerator is None) != (self.denominator is None):
            raise EvaluateError("Tỷ lệ phải có cả tử số và mẫu số; hãy nhập đủ hai số.")
        given = [self.quantity, self.numerator, self.answer, self.components, self.missing]
        if sum(part is not None for part in given) != 1:
            raise EvaluateError(
                "Mỗi số liệu chỉ có một nội dung; hãy nhập một số, một tỷ lệ, một câu trả lời hoặc lý do thiếu."
            )
        if self.upper is not None and (
            self.quantity is None or self.upper.unit != self.quantity.unit or self.quantity.value > self.upper.value
        ):
            raise EvaluateError("Khoảng số liệu phải có hai số cùng đơn vị, số nhỏ trước; hãy ghi như 61–62 %.")
