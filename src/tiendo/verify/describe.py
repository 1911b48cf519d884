# SPDX-License-Identifier: Apache-2.0
"""The fields of a claim by its type, as ``tiendo read --format json`` prints them."""

from __future__ import annotations

from decimal import Decimal

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim, ClaimType
from tiendo.kernel.numbers import round_half_up
from tiendo.verify.data import Judgement
from tiendo.verify.judge import judge
from tiendo.verify.wording import operand

_COMPUTED_PLACES = 4


def describe(claim: Claim, verdict: Judgement | None = None) -> dict[str, object]:
    """What a verdict rests on.

    Args:
        verdict: of ``judge`` on this claim, where there is one already.

    Returns:
        ``consistent`` (None when nothing can be computed), ``arithmetic`` (Vietnamese), ``message`` and ``message_en``
        of its problem when there is one, ``unit``, and by type: ratio ``mode numerator denominator stated_pct
        computed_pct``; sum ``total parts sum_parts is_exhaustive``; target_tally ``total``, the parts under their
        names, ``sum_parts remainder``; difference ``from to stated_change computed_change``; enumeration ``stated
        listed``; implied_base ``counts shares``.
    """
    verdict = verdict or judge(claim)
    fields: dict[str, object] = {"consistent": verdict.is_consistent, **_BY_TYPE[claim.type](claim, verdict.computed)}
    if verdict.arithmetic:
        fields["arithmetic"] = verdict.arithmetic
    if verdict.problem is not None:
        fields |= {"message": verdict.problem.message, "message_en": verdict.problem.message_en}
    return fields


def _ratio(claim: Claim, computed: Decimal | None) -> dict[str, object]:
    top, bottom = operand(claim, "numerator").quantity, operand(claim, "denominator").quantity
    same = scale_of(top) / scale_of(bottom)
    return {
        "mode": claim.mode.value if claim.mode is not None else None,
        "numerator": top.value * same,
        "denominator": bottom.value,
        "unit": bottom.unit,
        "stated_pct": abs(operand(claim, "stated").quantity.value),
        "computed_pct": None if computed is None else round_half_up(computed, _COMPUTED_PLACES),
    }


def _sum(claim: Claim, computed: Decimal | None) -> dict[str, object]:
    total = operand(claim, "total").quantity
    scale = scale_of(total)
    parts = [found.quantity for found in claim.operands if found.role == "part"]
    return {
        "total": total.value,
        "parts": [part.value * scale_of(part) / scale for part in parts],
        "sum_parts": None if computed is None else computed / scale,
        "unit": total.unit,
        "is_exhaustive": claim.is_exhaustive,
    }


def _tally(claim: Claim, computed: Decimal | None) -> dict[str, object]:
    total = operand(claim, "total").quantity
    return {
        "total": total.value,
        **{found.role: found.quantity.value for found in claim.operands if found.role != "total"},
        "sum_parts": computed,
        "remainder": None if computed is None else total.value - computed,
        "unit": total.unit,
    }


def _difference(claim: Claim, computed: Decimal | None) -> dict[str, object]:
    change = operand(claim, "change").quantity
    return {
        "from": operand(claim, "from").quantity.value,
        "to": operand(claim, "to").quantity.value,
        "stated_change": change.value,
        "computed_change": None if computed is None else computed / scale_of(change),
        "unit": change.unit,
    }


def _enumeration(claim: Claim, computed: Decimal | None) -> dict[str, object]:
    count = operand(claim, "count").quantity
    return {"stated": count.value, "listed": computed, "unit": count.unit}


def _implied(claim: Claim, _computed: Decimal | None) -> dict[str, object]:
    return {
        "counts": [found.quantity.value for found in claim.operands if found.role == "count"],
        "shares": [found.quantity.value for found in claim.operands if found.role == "share"],
    }


_BY_TYPE = {
    ClaimType.RATIO: _ratio,
    ClaimType.SUM: _sum,
    ClaimType.TARGET_TALLY: _tally,
    ClaimType.DIFFERENCE: _difference,
    ClaimType.ENUMERATION: _enumeration,
    ClaimType.IMPLIED_BASE: _implied,
}
