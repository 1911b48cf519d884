# SPDX-License-Identifier: Apache-2.0
"""The value of a run of digits as Vietnamese print means it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Number:
    """Value, size of the last printed place, and whether the separator can be a slip ("4,974 đảng viên")."""

    value: Decimal
    step: Decimal
    is_slip: bool = False


@lru_cache(maxsize=8192)
def read_number(text: str) -> Number | None:
    """``1.234,5`` → 1234.5; ``38.81`` → 38.81; ``4,974`` → 4.974, marked as a possible slip; None for no number."""
    dots, commas = text.count("."), text.count(",")
    parts = text.replace(",", ".").split(".")
    if not dots and not commas:
        return Number(Decimal(text), Decimal(1))
    groups = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3
    if commas == 0:
        if groups and parts[0] != "0":
            return Number(Decimal("".join(parts)), Decimal(1))
        if dots == 1:
            return _fraction(parts[0], parts[1])
        return None
    if dots == 0:
        if commas == 1:
            return _fraction(parts[0], parts[1], is_slip=groups and parts[0] != "0")
        return Number(Decimal("".join(parts)), Decimal(1)) if groups else None
    last = parts[-1]
    whole = parts[:-1]
    if (commas == 1 and text.rfind(",") > text.rfind(".")) or (dots == 1 and text.rfind(".") > text.rfind(",")):
        if all(len(part) == 3 for part in whole[1:]):
            return _fraction("".join(whole), last)
    return None


def _fraction(whole: str, decimals: str, *, is_slip: bool = False) -> Number:
    return Number(Decimal(f"{whole}.{decimals}"), Decimal(1).scaleb(-len(decimals)), is_slip)
