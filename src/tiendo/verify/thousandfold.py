# SPDX-License-Identifier: Apache-2.0
"""A claim that fails by a factor of a thousand: triệu for tỷ, a comma for the point that parts thousands.

Not here: the same figure told in two places (``rules.retold``).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.arithmetic import check, judge_quickly
from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.units import Dimension, find_unit
from tiendo.verify.data import Told
from tiendo.verify.wording import hedged, with_unit

_FACTORS = (Decimal(1000), Decimal("0.001"))


def find_factor(claim: Claim) -> tuple[Operand, Decimal] | None:
    """The amount that, a thousand times larger or smaller, makes a failing claim right."""
    if claim.type not in (ClaimType.RATIO, ClaimType.DIFFERENCE) and not claim.is_exhaustive:
        return None  # a larger total would make anything right
    for i, operand in enumerate(claim.operands):
        unit = find_unit(operand.quantity.unit)
        if unit is None or unit.dimension in (Dimension.RATIO, Dimension.POINT) or operand.role in ("count", "items"):
            continue
        for factor in _FACTORS:
            quantity = operand.quantity
            changed = replace(
                operand, quantity=replace(quantity, value=quantity.value * factor, step=quantity.step * factor)
            )
            if _holds(replace(claim, operands=(*claim.operands[:i], changed, *claim.operands[i + 1 :]))):
                return operand, factor
    return None


def _holds(claim: Claim) -> bool:
    plain = judge_quickly(claim)
    if plain is not None:
        return plain
    try:
        return check(claim).is_possible
    except ZeroDivisionError:
        return False


def tell_factor(slip: tuple[Operand, Decimal], arithmetic: Told) -> Told:
    """The sentence about a figure that is a thousand times too large or too small."""
    operand, factor = slip
    quantity = operand.quantity
    said_vi, said_en = hedged(quantity)
    meant_vi, meant_en = with_unit(quantity.value * factor, replace(quantity, step=quantity.step * factor))
    unit = f" {quantity.unit}" if quantity.unit else ""
    return Told(
        f"{arithmetic.vi} không khớp với số đã ghi; đúng nếu «{said_vi}{unit}» là {meant_vi},"
        " hãy kiểm tra đơn vị (triệu, tỷ) và dấu phân cách",
        f"{arithmetic.en} does not agree with what is stated; it would be right if “{said_en}{unit}” were {meant_en},"
        " check the unit (million, billion) and the separators",
    )
