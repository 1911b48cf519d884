# SPDX-License-Identifier: Apache-2.0
"""«289 + 121 = 410, văn bản ghi tổng 419 hộ; đúng nếu …»."""

from __future__ import annotations

from decimal import Decimal

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim
from tiendo.kernel.quantity import Quantity
from tiendo.verify.data import Told
from tiendo.verify.wording import both, hedged, operand, places, with_unit

_MOST_PARTS = 8  # printed one by one


def parts_of(claim: Claim) -> list[Quantity]:
    """The parts in order."""
    return [found.quantity for found in claim.operands if found.role == "part"]


def sum_in_unit(claim: Claim, point: Decimal) -> Decimal:
    """The sum of the parts in the unit of the total."""
    return point / scale_of(operand(claim, "total").quantity)


def tell_arithmetic(claim: Claim, point: Decimal) -> Told:
    """298 + 121 = 419."""
    total, parts = operand(claim, "total").quantity, parts_of(claim)
    decimals = max(places(part.step) for part in (*parts, total))
    printed = [_printed(part, total) for part in parts]
    if len(printed) > _MOST_PARTS:
        printed = [*printed[: _MOST_PARTS - 1], ("…", "…"), printed[-1]]
    if len(printed) == 1:
        return Told(*printed[0])
    sum_vi, sum_en = both(sum_in_unit(claim, point), decimals)
    return Told(
        " + ".join([vi for vi, _ in printed]) + f" = {sum_vi}",
        " + ".join([en for _, en in printed]) + f" = {sum_en}",
    )


def _printed(part: Quantity, total: Quantity) -> tuple[str, str]:
    vi, en = hedged(part)
    unit = f" {part.unit}" if scale_of(part) != scale_of(total) else ""
    return vi + unit, en + unit


def tell(claim: Claim, point: Decimal) -> Told:
    """The sentence about parts that do not make their total."""
    total, parts = operand(claim, "total").quantity, parts_of(claim)
    arithmetic = tell_arithmetic(claim, point)
    value = sum_in_unit(claim, point)
    said_vi, said_en = hedged(total)
    unit = f" {total.unit}" if total.unit else ""
    sum_vi, sum_en = with_unit(value, total)
    gap = value - total.value
    gap_vi, gap_en = with_unit(abs(gap), total)
    if len(parts) == 1:
        part_vi, part_en = with_unit(parts[0].value, parts[0])
        return Told(
            f"Phần {part_vi} lớn hơn tổng {said_vi}{unit}; đúng nếu tổng ít nhất là {sum_vi}"
            f" hoặc phần này không quá {said_vi}{unit}",
            f"The part, {part_en}, is above its total of {said_en}{unit}; it would be right if the total"
            f" were at least {sum_en} or the part at most {said_en}{unit}",
        )
    change_vi, change_en = ("bớt", "less") if gap > 0 else ("thêm", "more")
    return Told(
        f"{arithmetic.vi}, văn bản ghi tổng {said_vi}{unit};"
        f" đúng nếu tổng là {sum_vi} hoặc các phần {change_vi} {gap_vi}",
        f"{arithmetic.en}, the text says {said_en}{unit} in all; it would be right if the total were {sum_en}"
        f" or the parts {gap_en} {change_en}",
    )
