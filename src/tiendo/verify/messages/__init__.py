# SPDX-License-Identifier: Apache-2.0
"""Sentences about a claim: its arithmetic, what is wrong, what would be consistent. One module per type of claim."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType
from tiendo.verify.data import Told
from tiendo.verify.messages import difference, enumeration, implied, ratio, sums, tally
from tiendo.verify.thousandfold import find_factor, tell_factor

_Tell = Callable[[Claim, Decimal], Told]
_ARITHMETIC: dict[ClaimType, _Tell] = {
    ClaimType.RATIO: ratio.tell_arithmetic,
    ClaimType.SUM: sums.tell_arithmetic,
    ClaimType.DIFFERENCE: difference.tell_arithmetic,
    ClaimType.TARGET_TALLY: tally.tell_arithmetic,
    ClaimType.ENUMERATION: enumeration.tell_arithmetic,
    ClaimType.IMPLIED_BASE: implied.tell_arithmetic,
}
_WRONG: dict[ClaimType, tuple[str, _Tell]] = {
    ClaimType.RATIO: ("ratio", ratio.tell),
    ClaimType.SUM: ("sum", sums.tell),
    ClaimType.DIFFERENCE: ("difference", difference.tell),
    ClaimType.TARGET_TALLY: ("tally_above_total", tally.tell),
    ClaimType.ENUMERATION: ("enumeration", enumeration.tell),
    ClaimType.IMPLIED_BASE: ("implied_base", implied.tell),
}


def tell_arithmetic(claim: Claim, point: Decimal) -> Told:
    """The computation alone."""
    return _ARITHMETIC[claim.type](claim, point)


def tell(claim: Claim, point: Decimal) -> tuple[str, Told]:
    """The name of the broken rule and the sentence about it."""
    factor = find_factor(claim)
    if factor is not None:
        return "thousandfold", tell_factor(factor, tell_arithmetic(claim, point))
    rule, sentence = _WRONG[claim.type]
    if claim.type is ClaimType.SUM and not claim.is_exhaustive:
        rule = "part_above_total"
    if "difference.achieved-and-exceeded" in claim.rules:
        rule = "achieved_and_exceeded"
    return rule, sentence(claim, point)


def tell_notice(claim: Claim, point: Decimal) -> tuple[str, Told] | None:
    """What is worth knowing of a claim that holds: a tally that leaves targets out."""
    if claim.type is ClaimType.TARGET_TALLY:
        told = tally.tell_remainder(claim, point)
        return None if told is None else ("tally_below_total", told)
    return None
