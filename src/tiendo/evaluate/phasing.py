# SPDX-License-Identifier: Apache-2.0
"""How much of a plan is due at a cut-off.

What is here: stated steps, a profile, the straight line, the full level; which one is usual. Not here: how a profile
of past years is made (``seasons``).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tiendo.evaluate.choosing import ends_by
from tiendo.evaluate.data import CHANGES, Nature, Phasing, PhasingKind, RuleKind, Target
from tiendo.evaluate.verdict import Due
from tiendo.kernel.period import Period

_PERCENT = Decimal(100)
#: Rules whose plan is due in full at every cut-off.
NO_LINE = CHANGES | {RuleKind.SHARE_OF_UNITS, RuleKind.YES_NO, RuleKind.COMPONENTS, RuleKind.ZERO}


def default_phasing(target: Target) -> Phasing:
    """What holds when nobody registered a phasing: amounts summed over time go in a straight line, levels hold always.

    Source: DOMAIN 1.3 for the straight line; levels: house rule, ADR 0004.
    """
    if target.nature is Nature.FLOW and target.rule.kind not in NO_LINE:
        return Phasing(PhasingKind.STRAIGHT_LINE)
    return Phasing(PhasingKind.FULL_LEVEL)


def due_at(target: Target, needed: Period) -> Due | None:
    """What is due at the end of the needed stretch, which begins with the span; None when nothing can be said."""
    phasing = target.phasing or default_phasing(target)
    start = Fraction(phasing.start)
    match phasing.kind:
        case PhasingKind.STEPS:
            reached = [step.due for step in phasing.steps if ends_by(step.until, needed)]
            due = reached[-1] if reached else Decimal(0)
            unit = "%" if phasing.whole == _PERCENT else ""
            share = Fraction(due) / Fraction(phasing.whole)
            return Due(phasing.kind, share, (due, phasing.whole), unit, start, phasing.source)
        case PhasingKind.PROFILE if any(_end_together(step.until, needed) for step in phasing.steps):
            due = next(step.due for step in phasing.steps if _end_together(step.until, needed))
            share = Fraction(due) / Fraction(phasing.whole)
            return Due(phasing.kind, share, (due, phasing.whole), "", start, phasing.source)
        case PhasingKind.PROFILE:  # past years say nothing of this end
            return due_at(replace(target, phasing=Phasing(PhasingKind.STRAIGHT_LINE)), needed)
        case PhasingKind.STRAIGHT_LINE:
            part, whole, unit = _elapsed(target.span, needed)
            parts = (Decimal(part), Decimal(whole))
            return Due(phasing.kind, Fraction(part, whole), parts, unit, start, phasing.source)
        case PhasingKind.FULL_LEVEL:
            return Due(phasing.kind, Fraction(1), (Decimal(1), Decimal(1)), "", Fraction(0), phasing.source)
        case PhasingKind.NONE:
            return None


def _end_together(one: Period, other: Period) -> bool:
    return ends_by(one, other) and ends_by(other, one)


def _elapsed(span: Period, needed: Period) -> tuple[int, int, str]:
    """Months, or days where the periods are not made of months."""
    if span.months is not None and needed.months is not None:
        return _count(needed.months), _count(span.months), "tháng"
    return needed.days, span.days, "ngày"


def _count(months: tuple[int, int]) -> int:
    return months[1] - months[0] + 1
