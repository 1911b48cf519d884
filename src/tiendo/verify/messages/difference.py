# SPDX-License-Identifier: Apache-2.0
"""«171 − 238 = −67, văn bản ghi giảm 76 hộ; đúng nếu …»."""

from __future__ import annotations

from decimal import Decimal

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim
from tiendo.kernel.quantity import Quantity
from tiendo.verify.data import Told
from tiendo.verify.wording import hedged, number, number_en, operand, places, with_unit


def _levels(claim: Claim) -> tuple[Quantity, Quantity, Quantity]:
    start, end, change = (operand(claim, role).quantity for role in ("from", "to", "change"))
    return start, end, change


def tell_arithmetic(claim: Claim, point: Decimal) -> Told:
    """97,6 − 96,5 = 1,1; a decrease is told as what was less what is."""
    start, end, change = _levels(claim)
    high, low = (start, end) if point < 0 else (end, start)
    value = abs(point) / scale_of(change)
    decimals = max(places(start.step), places(end.step)) if scale_of(start) == scale_of(change) else places(change.step)
    decimals = min(decimals, max(places(start.step), places(end.step), places(change.step), 1), 6)
    (high_vi, high_en), (low_vi, low_en) = _printed(high, change), _printed(low, change)
    return Told(
        f"{high_vi} − {low_vi} = {number(value, decimals)}",
        f"{high_en} − {low_en} = {number_en(value, decimals)}",
    )


def _printed(level: Quantity, change: Quantity) -> tuple[str, str]:
    vi, en = hedged(level)
    unit = f" {level.unit}" if scale_of(level) != scale_of(change) else ""
    return vi + unit, en + unit


def tell(claim: Claim, point: Decimal) -> Told:
    """The sentence about a change that does not follow."""
    start, end, change = _levels(claim)
    arithmetic = tell_arithmetic(claim, point)
    said_vi, said_en = hedged(change)
    unit = f" {change.unit}" if change.unit else ""
    verb_vi, verb_en = ("giảm", "a decrease") if change.value < 0 else ("tăng", "an increase")
    direction = Decimal(1) if scale_of(start) == scale_of(change) else scale_of(change) / scale_of(start)
    now_vi, now_en = with_unit(start.value + change.value * direction, end)
    then_vi, then_en = with_unit(end.value - change.value * direction, start)
    return Told(
        f"{arithmetic.vi}, văn bản ghi {verb_vi} {said_vi}{unit};"
        f" đúng nếu số sau là {now_vi} hoặc số trước là {then_vi}",
        f"{arithmetic.en}, the text says {verb_en} of {said_en}{unit};"
        f" it would be right if the later figure were {now_en} or the earlier one {then_en}",
    )
