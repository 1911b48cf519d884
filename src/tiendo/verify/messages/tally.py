# SPDX-License-Identifier: Apache-2.0
"""«13 + 9 = 22, nhiều hơn tổng số 20 chỉ tiêu»; «còn 1/20 chỉ tiêu chưa nêu»."""

from __future__ import annotations

from decimal import Decimal

from tiendo.kernel.findings import Claim
from tiendo.kernel.quantity import Qualifier
from tiendo.verify.data import Told
from tiendo.verify.wording import hedged, number, number_en, operand


def tell_arithmetic(claim: Claim, point: Decimal) -> Told:
    """2 + 7 + 5 = 14."""
    parts = [hedged(part.quantity) for part in claim.operands if part.role != "total"]
    return Told(
        " + ".join(vi for vi, _ in parts) + f" = {number(point)}",
        " + ".join(en for _, en in parts) + f" = {number_en(point)}",
    )


def tell(claim: Claim, point: Decimal) -> Told:
    """The sentence about more targets by status than there are."""
    total = operand(claim, "total").quantity
    said_vi, said_en = hedged(total)
    arithmetic = tell_arithmetic(claim, point)
    over = number(point - total.value)
    return Told(
        f"{arithmetic.vi}, nhiều hơn tổng số {said_vi} {total.unit}; đúng nếu tổng số là {number(point)}"
        f" hoặc các nhóm bớt {over} {total.unit}",
        f"{arithmetic.en}, more than the {said_en} {total.unit} in all; it would be right if the total were"
        f" {number_en(point)} or the groups {over} fewer",
    )


def tell_remainder(claim: Claim, point: Decimal) -> Told | None:
    """Worth knowing: so many targets are in no group."""
    total = operand(claim, "total").quantity
    left = total.value - point
    exact = all(part.quantity.qualifier is Qualifier.EXACT for part in claim.operands)
    if left <= 0 or not exact:
        return None
    arithmetic = tell_arithmetic(claim, point)
    return Told(
        f"{arithmetic.vi}, còn {number(left)}/{number(total.value)} {total.unit} chưa nêu kết quả;"
        " hãy bổ sung nếu danh sách là đầy đủ",
        f"{arithmetic.en}: {number_en(left)} of {number_en(total.value)} {total.unit} are in no group; add them if the"
        " list is meant to be complete",
    )
