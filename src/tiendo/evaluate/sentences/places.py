# SPDX-License-Identifier: Apache-2.0
"""How many decimals a sentence needs so that its arithmetic holds as printed, and no rounding hides the order.

What is here: the choice of decimals. Not here: printing (``formula``).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tiendo.evaluate.data import RuleKind
from tiendo.evaluate.exact import to_decimal
from tiendo.evaluate.verdict import Amount, Operation, Step, Verdict

_MOST_DECIMALS = 24
_PERCENT = Fraction(100)
_FLOORS = {RuleKind.AT_LEAST, RuleKind.MORE_THAN, RuleKind.SHARE_OF_UNITS}


def has_due_share(verdict: Verdict) -> bool:
    """Whether what is due is told as a share of the plan, beside the share that is reached."""
    is_simple = verdict.target.rule.kind in _FLOORS and verdict.due is not None and verdict.due.start == 0
    return is_simple and any(step.operation is Operation.SHARE_OF_PLAN for step in verdict.steps)


def choose_decimals(verdict: Verdict) -> int:
    """The decimals of the target, or as many more as are needed.

    Anyone who recomputes a step from the printed numbers must get the printed result, and 99,996 % against 100 % must
    not read as 100 %.
    """
    pairs = _list_pairs(verdict)
    for decimals in range(verdict.target.decimals, _MOST_DECIMALS):
        if _holds_as_printed(verdict.steps, decimals) and all(_keeps_order(*pair, decimals) for pair in pairs):
            return decimals
    return _MOST_DECIMALS


def as_printed(amount: Amount, results: Sequence[Amount], decimals: int) -> Fraction:
    """The number as the sentence shows it: results of earlier steps are rounded, figures are not."""
    return round_to(amount.value, decimals) if amount in results else amount.value


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


def _holds_as_printed(steps: Sequence[Step], decimals: int) -> bool:
    results: list[Amount] = []
    for step in steps:
        printed = [as_printed(operand, results, decimals) for operand in step.operands]
        exact = compute(step.operation, [operand.value for operand in step.operands])
        factor = step.result.value / exact if exact else Fraction(1)  # per cent, or another unit of a quotient
        if any(before and not shown for before, shown in zip((o.value for o in step.operands), printed, strict=True)):
            return False
        again = compute(step.operation, printed) * factor
        if round_to(again, decimals) != round_to(step.result.value, decimals):
            return False
        results.append(step.result)
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
    return pairs


def _keeps_order(one: Fraction, other: Fraction, decimals: int) -> bool:
    a, b = round_to(one, decimals), round_to(other, decimals)
    return (a > b) == (one > other) and (a < b) == (one < other)
