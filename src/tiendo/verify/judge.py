# SPDX-License-Identifier: Apache-2.0
"""The verdict on one claim: it holds, it cannot hold, or there is something worth knowing.

The arithmetic is that of ``kernel.arithmetic``; what is said of it is in ``messages``. Not here: whole documents
(``audit``).
"""

from __future__ import annotations

from tiendo.kernel.arithmetic import check
from tiendo.kernel.findings import Claim
from tiendo.kernel.problem import Problem, Severity
from tiendo.verify.data import Judgement, Told
from tiendo.verify.messages import tell, tell_arithmetic, tell_notice

#: Below it a claim rests on a guess about its operands, so a failure is only suspicious.
CERTAIN = 0.8


def judge(claim: Claim) -> Judgement:
    """Judge a claim by interval arithmetic over what is printed.

    Returns:
        The verdict; its problem is an error when no value within the printed precision makes the claim right, only
        suspicious when the claim itself rests on a guess, a notice when parts of a tally are not told.
    """
    try:
        found = check(claim)
    except ZeroDivisionError:
        return Judgement(None, None, "")
    arithmetic = tell_arithmetic(claim, found).vi
    if found.is_possible:
        notice = tell_notice(claim, found)
        problem = _problem(claim, notice[0], Severity.NOTICE, notice[1]) if notice is not None else None
        return Judgement(True, found.point, arithmetic, problem)
    rule, told = tell(claim, found)
    return Judgement(False, found.point, arithmetic, _problem(claim, rule, _severity(claim), told))


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
