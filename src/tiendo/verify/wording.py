# SPDX-License-Identifier: Apache-2.0
"""Numbers, quantities and names of operands as the sentences of the audit print them, Vietnamese and English."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from tiendo.kernel.findings import Claim, Operand
from tiendo.kernel.numbers import format_number
from tiendo.kernel.quantity import Qualifier, Quantity

_HEDGES_VI = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "hơn ",
    Qualifier.UNDER: "gần ",
    Qualifier.ABOUT: "khoảng ",
    Qualifier.AT_LEAST: "ít nhất ",
    Qualifier.AT_MOST: "không quá ",
}
_HEDGES_EN = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "more than ",
    Qualifier.UNDER: "nearly ",
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}
_SWAP = str.maketrans(".,", ",.")
_MOST_DECIMALS = 6

#: What numerator and denominator are called, by the word of the rule that says against what the ratio is taken.
NAMES = {
    "plan": (("số thực hiện", "kế hoạch"), ("the result", "the plan")),
    "same_period": (("số kỳ này", "số cùng kỳ"), ("this period", "the same period")),
    "earlier": (("số kỳ này", "số kỳ trước"), ("this period", "the earlier period")),
    "whole": (("số bộ phận", "tổng số"), ("the part", "the total")),
}
_PLAIN_NAMES = (("tử số", "mẫu số"), ("the numerator", "the denominator"))


@lru_cache(maxsize=256)
def places(step: Decimal) -> int:
    """How many decimals a last printed place means."""
    exponent = step.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def number(value: Decimal, decimals: int | None = None) -> str:
    """A number in Vietnamese form, zeros at the end of the decimals dropped."""
    return format_number(value, _MOST_DECIMALS if decimals is None else decimals, trim=True)


def number_en(value: Decimal, decimals: int | None = None) -> str:
    """The same number in English form."""
    return number(value, decimals).translate(_SWAP)


def both(value: Decimal, decimals: int | None = None) -> tuple[str, str]:
    """The number in Vietnamese and in English form."""
    vi = number(value, decimals)
    return vi, vi.translate(_SWAP)


def hedged(quantity: Quantity) -> tuple[str, str]:
    """The printed number with its hedge, without unit, in both languages; the size of a decrease."""
    decimals = places(quantity.step)
    size = format_number(abs(quantity.value), min(decimals, _MOST_DECIMALS), trim=decimals > _MOST_DECIMALS)
    return _HEDGES_VI[quantity.qualifier] + size, _HEDGES_EN[quantity.qualifier] + size.translate(_SWAP)


def with_unit(value: Decimal, like: Quantity) -> tuple[str, str]:
    """A value in the unit and with the last place of a printed quantity."""
    unit = f" {like.unit}" if like.unit else ""
    decimals = places(like.step)
    vi, en = both(value, decimals)
    return vi + unit, en + unit


def names_of(claim: Claim) -> tuple[tuple[str, str], tuple[str, str]]:
    """The names of numerator and denominator, Vietnamese and English: those of their columns where they are cells."""
    plain = _names_by_rule(claim)
    top, bottom = operand(claim, "numerator").cell, operand(claim, "denominator").cell
    vi = [f"«{cell.column_label}»" if cell else name for cell, name in zip((top, bottom), plain[0], strict=True)]
    en = [f"“{cell.column_label}”" if cell else name for cell, name in zip((top, bottom), plain[1], strict=True)]
    return (vi[0], vi[1]), (en[0], en[1])


def _names_by_rule(claim: Claim) -> tuple[tuple[str, str], tuple[str, str]]:
    for rule in claim.rules:
        found = NAMES.get(rule.removeprefix("base."))
        if found is not None:
            return found
    return _PLAIN_NAMES


def operand(claim: Claim, role: str) -> Operand:
    """The operand of a role.

    Raises:
        StopIteration: there is none.
    """
    return next(found for found in claim.operands if found.role == role)
