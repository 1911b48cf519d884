# SPDX-License-Identifier: Apache-2.0
"""«Văn bản ghi 6 phường nhưng kể 5 tên; đúng nếu …»."""

from __future__ import annotations

from decimal import Decimal

from tiendo.kernel.findings import Claim
from tiendo.verify.data import Told
from tiendo.verify.wording import hedged, number, operand


def tell_arithmetic(claim: Claim, point: Decimal) -> Told:
    """Kể 5 tên."""
    return Told(f"kể {number(point)} tên", f"{number(point)} names follow")


def tell(claim: Claim, point: Decimal) -> Told:
    """The sentence about another number of names than stated."""
    count = operand(claim, "count").quantity
    said_vi, said_en = hedged(count)
    missing = count.value - point
    change_vi = f"kể thêm {number(missing)} tên" if missing > 0 else f"bớt {number(-missing)} tên"
    change_en = f"{number(abs(missing))} {'more' if missing > 0 else 'fewer'} were named"
    return Told(
        f"Văn bản ghi {said_vi} {count.unit} nhưng kể {number(point)} tên; đúng nếu ghi {number(point)}"
        f" hoặc {change_vi}",
        f"The text says {said_en} {count.unit} but names {number(point)}; it would be right if it said"
        f" {number(point)} or {change_en}",
    )
