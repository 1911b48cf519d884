# SPDX-License-Identifier: Apache-2.0
"""«120 hộ là 4 % của khoảng 3.000; 90 hộ là 5 % của khoảng 1.800: hai tỷ lệ không cùng một tổng»."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim
from tiendo.kernel.quantity import Quantity
from tiendo.verify.data import Told
from tiendo.verify.wording import hedged, number, number_en


@dataclass(frozen=True, slots=True)
class _Pair:
    count: Quantity
    share: Quantity

    @property
    def base(self) -> Decimal:
        return self.count.value / (self.share.value * scale_of(self.share))


def _pairs(claim: Claim) -> list[_Pair]:
    counts = [found.quantity for found in claim.operands if found.role == "count"]
    shares = [found.quantity for found in claim.operands if found.role == "share"]
    return [_Pair(count, share) for count, share in zip(counts, shares, strict=True)]


def tell_arithmetic(claim: Claim, _point: Decimal) -> Told:
    """120 : 4 % = 3.000; 90 : 3 % = 3.000."""
    pairs = _pairs(claim)
    return Told(
        "; ".join(f"{hedged(p.count)[0]} : {hedged(p.share)[0]} % = {number(p.base, 0)}" for p in pairs),
        "; ".join(f"{hedged(p.count)[1]} : {hedged(p.share)[1]}% = {number_en(p.base, 0)}" for p in pairs),
    )


def tell(claim: Claim, point: Decimal) -> Told:
    """The sentence about shares that come from different totals."""
    first, *others = _pairs(claim)
    arithmetic = tell_arithmetic(claim, point)
    expected = [(pair, pair.count.value / first.base * 100) for pair in others]
    vi = " và ".join(f"{hedged(p.count)[0]} {p.count.unit} là {number(share, 2)} %" for p, share in expected)
    en = " and ".join(f"{hedged(p.count)[1]} {p.count.unit} were {number_en(share, 2)}%" for p, share in expected)
    return Told(
        f"{arithmetic.vi}: các tỷ lệ không cùng một tổng; đúng nếu {vi}",
        f"{arithmetic.en}: the shares have no common base; it would be right if {en}",
    )
