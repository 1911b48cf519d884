# SPDX-License-Identifier: Apache-2.0
"""Putting a claim together, and when one that is not certain is made at all.

A wrong accusation is worse than a missed slip: a claim whose operands were guessed is made only when it holds, or when
two exchanged digits (or a moved decimal point) explain why it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.arithmetic import check, is_counted, judge_quickly
from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.records import record
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.items import Item
from tiendo.read.findings.claims.words import Base

#: Confidence of a claim that is made only because exchanged digits explain it.
GUESSED = 0.5
LIKELY = 0.75
_TWICE = 2


@record
class Draft:
    """A claim before it is decided whether to make it.

    Attributes:
        is_certain: the words leave no other reading.
        is_banded: made although it fails, when stated and computed figure are within a factor of two.
        is_guessable: made although it fails, when exchanged digits explain why.
    """

    claim: Claim
    is_certain: bool
    is_banded: bool = False
    is_guessable: bool = True


def make_ratio(  # noqa: PLR0913 - a ratio has three numbers
    scan: Scan,
    mode: RatioMode,
    numbers: tuple[Operand, Operand, Operand],
    items: Sequence[Item],
    rule: str,
    *,
    is_certain: bool,
    is_banded: bool = False,
    base: Base | None = None,
) -> Draft:
    """A stated percentage; ``numbers`` are numerator, denominator and percentage, ``base`` what it is a share of."""
    top, bottom, stated = numbers
    operands = (replace(top, role="numerator"), replace(bottom, role="denominator"), replace(stated, role="stated"))
    claim = make_claim(scan, ClaimType.RATIO, operands, items, rule, mode=mode)
    if base is not None:
        claim = replace(claim, rules=(*claim.rules, f"base.{base.value}"))
    return draft_of(claim, items, is_certain=is_certain, is_banded=is_banded)


def draft_of(claim: Claim, items: Iterable[Item], *, is_certain: bool, is_banded: bool) -> Draft:
    """A draft; of ranges ("tăng 25-33%") only one end is looked at, so nothing is held against them."""
    has_range = any(item.figure.measurement.is_range for item in items)
    return Draft(claim, is_certain and not has_range, is_banded and not has_range, is_guessable=not has_range)


def make_claim(
    scan: Scan,
    kind: ClaimType,
    operands: tuple[Operand, ...],
    items: Iterable[Item],
    rule: str,
    **more: object,
) -> Claim:
    """A claim that is quoted from the first to the last of the figures."""
    figures = [item.figure for item in items]
    start, end = min(figure.start for figure in figures), max(figure.end for figure in figures)
    claim = Claim(kind, operands, scan.shadow.slice(start, end), span=scan.span(start, end), rules=(rule,))
    return replace(claim, **more) if more else claim  # type: ignore[arg-type]


def holds(claim: Claim) -> bool | None:
    """Whether the print allows the claim; None when there is nothing to compute (a base of zero)."""
    plain = judge_quickly(claim)
    if plain is not None:
        return plain
    try:
        return check(claim).is_possible
    except ZeroDivisionError:
        return None


def settle(drafts: Iterable[Draft]) -> Claim | None:
    """Of several readings of the same words the one that holds, else the first that can be upheld; or none."""
    known = []
    for draft in drafts:
        verdict = holds(draft.claim)
        if verdict:
            return draft.claim
        if verdict is not None:
            known.append(draft)
    if not known:
        return None
    first = known[0]
    if first.is_certain and len(known) == 1:
        return first.claim
    if first.is_certain or (first.is_banded and _is_near(first.claim)):
        return replace(first.claim, confidence=LIKELY)
    if first.is_guessable and is_slip(first.claim):
        return replace(first.claim, confidence=GUESSED)
    return None


def _is_near(claim: Claim) -> bool:
    """Stated and computed figure differ by less than a factor of two: one is meant to be the other."""
    found = check(claim)
    stated = next(operand.quantity for operand in claim.operands if operand.role in ("stated", "change"))
    size = abs(stated.value)
    return bool(size) and size / _TWICE <= abs(found.point) <= size * _TWICE


def is_slip(claim: Claim) -> bool:
    """Whether two exchanged neighbouring digits of one figure, or a moved decimal point, would make it right.

    Only of figures without hedge, and to the last printed place: a wide interval is hit by chance.
    """
    if any(operand.quantity.qualifier is not Qualifier.EXACT for operand in claim.operands):
        return False
    for i, operand in enumerate(claim.operands):
        if operand.span is None and operand.cell is None:
            continue
        for quantity in _misprints(operand.quantity):
            changed = replace(operand, quantity=quantity)
            if _is_exact(replace(claim, operands=(*claim.operands[:i], changed, *claim.operands[i + 1 :]))):
                return True
    return False


def _is_exact(claim: Claim) -> bool:
    if judge_quickly(claim) is False:
        return False
    try:
        return check(claim, is_strict=True).is_possible
    except ZeroDivisionError:
        return False


def _misprints(quantity: Quantity) -> Iterator[Quantity]:
    if quantity.qualifier is not Qualifier.EXACT:
        return
    digits = str(int(abs(quantity.value) / quantity.step))
    sign = -1 if quantity.value < 0 else 1
    for i in range(len(digits) - 1):
        if digits[i] == digits[i + 1]:
            continue
        other = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        yield replace(quantity, value=sign * Decimal(other) * quantity.step)
    if is_counted(quantity):  # nobody prints a point in a number of things
        return
    for factor in (Decimal(100), Decimal("0.01"), Decimal(1000), Decimal("0.001")):
        yield replace(quantity, value=quantity.value * factor, step=quantity.step * factor)
