# SPDX-License-Identifier: Apache-2.0
"""What every family is asked, what it answers, and how it declines.

What is here: the forms shared by the families, and the marks of a scheme. Not here: any rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tiendo.evaluate.data import CHANGES, Figure, Nature, Plan, RuleKind, Status, Target
from tiendo.evaluate.ladder import Ladder, Rung, rising
from tiendo.evaluate.schemes import Basis, Scheme
from tiendo.evaluate.verdict import Due, Measured, Reason, Step
from tiendo.kernel.quantity import Quantity

_HUNDRED = 100


class CannotJudgeError(Exception):
    """There is nothing to hold against the plan; not an error of the program."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Question:
    """One plan and the figure that answers for it.

    Attributes:
        due: what is due at the cut-off; None when the span is over, or nothing can be said.
    """

    target: Target
    plan: Plan
    figure: Figure
    scheme: Scheme
    is_final: bool
    due: Due | None

    @property
    def kind(self) -> RuleKind:
        """The rule of the target."""
        return self.target.rule.kind

    @property
    def can_be_done(self) -> bool:
        """Whether meeting the plan settles the target: at the end, or earlier for what cannot fall back.

        A change is a level: what fell by 75 % in six months can rise again.
        """
        nature = Nature.STOCK if self.kind in CHANGES else self.target.nature
        return self.is_final or nature in self.scheme.early

    def get_value(self) -> Quantity:
        """The planned value.

        Raises:
            CannotJudgeError: none is assigned.
        """
        if self.plan.value is None:
            raise CannotJudgeError(Reason.PLAN_MISSING)
        return self.plan.value


@dataclass(frozen=True, slots=True)
class Judged:
    """What a family found out."""

    measured: Measured
    ladder: Ladder
    achievement: Fraction | None = None
    margin: Fraction | None = None
    expected: Fraction | None = None
    steps: tuple[Step, ...] = ()
    tolerance: Fraction | None = None


def climb(question: Question, goal: Fraction, done: Sequence[Rung]) -> Ladder:
    """A ladder that rises to the goal: at the end only ``done`` counts, before it also the bands of the scheme."""
    if question.is_final:
        return rising(done, Status.NOT_ACHIEVED)
    early = tuple(done) if question.can_be_done else ()
    return rising((*early, *_marks(question, goal)), question.scheme.otherwise)


def expected_of(question: Question, goal: Fraction) -> Fraction | None:
    """The value that is due at the cut-off."""
    return None if question.due is None else question.due.value_on_way_to(goal)


def _marks(question: Question, goal: Fraction) -> list[Rung]:
    """The bands of the scheme as values; a part of nothing, or of less than nothing, is no threshold."""
    marks = []
    expected = expected_of(question, goal)
    for band in question.scheme.bands:
        part = Fraction(band.from_pct) / _HUNDRED
        if band.basis is Basis.PLAN:
            if goal > 0:
                marks.append(Rung(goal * part, band.status, band.is_strict))
        elif expected is not None and question.due is not None:
            way = expected - question.due.start
            if part == 1 or way > 0:
                marks.append(Rung(question.due.start + way * part, band.status, band.is_strict))
    return marks
