# SPDX-License-Identifier: Apache-2.0
"""How many decimals a sentence needs so that its arithmetic holds as printed, and no rounding hides the order.

What is here: the choice of decimals. Not here: printing (``formula``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tiendo.evaluate.data import RuleKind, Status
from tiendo.evaluate.exact import to_decimal
from tiendo.evaluate.ladder import Rung
from tiendo.evaluate.verdict import Amount, Operation, Step, Verdict

_MOST_DECIMALS = 24
_PERCENT = Fraction(100)
_ABOVE_BANDS = {Status.EXCEEDED, Status.ACHIEVED, Status.ON_TRACK}
_BANDS = {Status.LIKELY, Status.PARTIAL}
_FLOORS = {RuleKind.AT_LEAST, RuleKind.MORE_THAN, RuleKind.SHARE_OF_UNITS}


def has_due_share(verdict: Verdict) -> bool:
    """Whether what is due is told as a share of the plan, beside the share that is reached."""
    is_simple = verdict.target.rule.kind in _FLOORS and verdict.due is not None and verdict.due.start == 0
    return is_simple and any(step.operation is Operation.SHARE_OF_PLAN for step in verdict.steps)


@dataclass(frozen=True, slots=True)
class Places:
    """Decimals of the numbers of one sentence.

    Attributes:
        usual: of results.
        inner: of results that a later step uses; more, where that step asks for it.
    """

    usual: int
    inner: int

    def of_step(self, number: int, steps: Sequence[Step]) -> int:
        """The decimals of the result of a step."""
        return self.usual if number == len(steps) - 1 else self.inner


class _Last:
    """What was chosen last: a dozen sentences about one verdict are told in a row, in two languages."""

    chosen: tuple[Verdict, Places] | None = None


def choose_places(verdict: Verdict) -> Places:
    """The decimals of the target, or as many more as are needed.

    Anyone who recomputes a step from the printed numbers must get the printed result, and 99,996 % against 100 % must
    not read as 100 %.
    """
    last = _Last.chosen
    if last is not None and last[0] is verdict:
        return last[1]
    places = _choose(verdict)
    _Last.chosen = verdict, places
    return places


def _choose(verdict: Verdict) -> Places:
    pairs = _list_pairs(verdict)
    for usual in range(verdict.target.decimals, _MOST_DECIMALS):
        if not all(_keeps_order(*pair, usual) for pair in pairs):
            continue
        for inner in range(usual, _MOST_DECIMALS):
            places = Places(usual, inner)
            if _holds_as_printed(verdict.steps, places):
                return places
    return Places(_MOST_DECIMALS, _MOST_DECIMALS)


def round_to(value: Fraction, decimals: int) -> Fraction:
    """The value rounded half up."""
    return Fraction(to_decimal(value, decimals))


def compute(operation: Operation, operands: Sequence[Fraction]) -> Fraction:
    """A step done again; for a quotient without its unit."""
    a, b = operands
    match operation:
        case Operation.QUOTIENT:
            return a / b
        case Operation.SHARE_OF_PLAN:
            return a / b * _PERCENT
        case Operation.DECREASE:
            return (a - b) / a * _PERCENT
        case Operation.INCREASE:
            return (b - a) / a * _PERCENT
        case Operation.MINUS:
            return a - b


def _holds_as_printed(steps: Sequence[Step], places: Places) -> bool:
    printed: dict[Amount, Fraction] = {}
    for number, step in enumerate(steps):
        exact = [operand.value for operand in step.operands]
        shown = [printed.get(operand, operand.value) for operand in step.operands]
        if any(value and not rounded for value, rounded in zip(exact, shown, strict=True)):
            return False  # nothing is left of a small number
        result = compute(step.operation, exact)
        factor = step.result.value / result if result else Fraction(1)  # per cent, or another unit of a quotient
        decimals = places.of_step(number, steps)
        printed[step.result] = round_to(step.result.value, decimals)
        if round_to(compute(step.operation, shown) * factor, decimals) != printed[step.result]:
            return False
    return True


def _list_pairs(verdict: Verdict) -> list[tuple[Fraction, Fraction]]:
    """Numbers that stand beside each other in the sentence and whose order carries the verdict."""
    pairs: list[tuple[Fraction, Fraction]] = []
    value = None if verdict.measured is None else verdict.measured.value
    for bound in (verdict.plan.value, verdict.plan.upper):
        if value is not None and bound is not None:
            pairs.append((value, Fraction(bound.value)))
    if verdict.achievement is not None:
        pairs.append((verdict.achievement * _PERCENT, _PERCENT))
    if verdict.due is not None and verdict.achievement is not None and has_due_share(verdict):
        pairs.append((verdict.achievement * _PERCENT, verdict.due.share * _PERCENT))
    elif value is not None and verdict.expected is not None:
        pairs.append((value, verdict.expected))
    band = find_band(verdict)
    if value is not None and band is not None:
        factor = share_of_plan_factor(verdict)
        pairs.append((value * factor, band.at * factor))
    return pairs


def find_band(verdict: Verdict) -> Rung | None:
    """The band that decided, or that was missed: its threshold belongs into the sentence."""
    if verdict.ladder is None or verdict.is_final or verdict.suggested in _ABOVE_BANDS:
        return None
    if verdict.target.rule.kind is RuleKind.COMPONENTS:  # its numbers say already that some are met
        return None
    bands = [rung for rung in verdict.ladder.rungs if rung.status in _BANDS]
    own = [rung for rung in bands if rung.status is verdict.suggested]
    return next(iter(own or bands), None)


def share_of_plan_factor(verdict: Verdict) -> Fraction:
    """What turns a value into what the sentence tells: a percentage of the plan, or the value itself."""
    if not has_due_share(verdict) or verdict.plan.value is None:
        return Fraction(1)
    return _PERCENT / Fraction(verdict.plan.value.value)


def _keeps_order(one: Fraction, other: Fraction, decimals: int) -> bool:
    a, b = round_to(one, decimals), round_to(other, decimals)
    return (a > b) == (one > other) and (a < b) == (one < other)
