# SPDX-License-Identifier: Apache-2.0
"""The verdict on one claim: it holds, it cannot hold, or there is something worth knowing.

The arithmetic is that of ``kernel.arithmetic``; what is said of it is in ``messages``. Not here: whole documents
(``audit``).
"""

from __future__ import annotations

from decimal import Decimal

from tiendo.kernel.arithmetic import check, judge_quickly, ratio_point, scale_of
from tiendo.kernel.findings import Claim, ClaimType, RatioMode
from tiendo.kernel.problem import Problem, Severity
from tiendo.verify.data import Judgement, Told
from tiendo.verify.messages import tell, tell_arithmetic, tell_notice
from tiendo.verify.wording import operand

#: Below it a claim rests on a guess about its operands, so a failure is only suspicious.
CERTAIN = 0.8


def judge(claim: Claim) -> Judgement:
    """Judge a claim by interval arithmetic over what is printed.

    Returns:
        The verdict; its problem is an error when no value within the printed precision makes the claim right, only
        suspicious when the claim itself rests on a guess, a notice when parts of a tally are not told.
    """
    try:
        holds, point = _check(claim)
    except ZeroDivisionError:
        return Judgement(None, None, "")
    arithmetic = tell_arithmetic(claim, point).vi
    if holds:
        notice = tell_notice(claim, point)
        problem = _problem(claim, notice[0], Severity.NOTICE, notice[1]) if notice is not None else None
        return Judgement(True, point, arithmetic, problem)
    rule, told = tell(claim, point)
    return Judgement(False, point, arithmetic, _problem(claim, rule, _severity(claim), told))


def _check(claim: Claim) -> tuple[bool, Decimal]:
    """Whether it can hold, and what its figures as printed give."""
    plain = judge_quickly(claim)
    if plain is None or claim.type not in _POINTS:
        found = check(claim)
        return found.is_possible, found.point
    return plain, _POINTS[claim.type](claim)


def _share(claim: Claim) -> Decimal:
    top, bottom = operand(claim, "numerator").quantity, operand(claim, "denominator").quantity
    return ratio_point(claim.mode or RatioMode.SHARE, top, bottom)


def _sum(claim: Claim) -> Decimal:
    parts = [found.quantity for found in claim.operands if found.role == "part"]
    return sum((part.value * scale_of(part) for part in parts), Decimal(0))


def _count(claim: Claim) -> Decimal:
    return sum((found.quantity.value for found in claim.operands if found.role != "total"), Decimal(0))


_POINTS = {ClaimType.RATIO: _share, ClaimType.SUM: _sum, ClaimType.TARGET_TALLY: _count}


def _severity(claim: Claim) -> Severity:
    return Severity.ERROR if claim.confidence >= CERTAIN else Severity.SUSPICIOUS


def _problem(claim: Claim, rule: str, severity: Severity, told: Told) -> Problem:
    related = tuple(
        place
        for operand in claim.operands
        if (place := operand.span or operand.cell) is not None and place not in (claim.span, claim.cell)
    )
    return Problem(
        rule,
        severity,
        claim.quote,
        told.vi + ".",
        told.en + ".",
        span=claim.span,
        cell=claim.cell,
        related=tuple(dict.fromkeys(related)),
    )
