# SPDX-License-Identifier: Apache-2.0
"""Claims, figures and readings for the tests of the audit, made by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tiendo.kernel.document import Block, Document
from tiendo.kernel.findings import (
    CellRef,
    Claim,
    ClaimType,
    Directive,
    DocumentFacts,
    Kind,
    Measurement,
    Operand,
    RatioMode,
    Reading,
    Span,
)
from tiendo.kernel.quantity import Qualifier, Quantity

_HEDGES = {
    "hơn": Qualifier.OVER,
    "gần": Qualifier.UNDER,
    "chưa đến": Qualifier.UNDER,
    "khoảng": Qualifier.ABOUT,
    "ít nhất": Qualifier.AT_LEAST,
    "không quá": Qualifier.AT_MOST,
}


def quantity(text: str) -> Quantity:
    """ "hơn 1.390,9 tỷ đồng" → the quantity with its last place and hedge."""
    qualifier = Qualifier.EXACT
    for words, found in _HEDGES.items():
        if text.startswith(words + " "):
            qualifier, text = found, text[len(words) + 1 :]
    number, _, unit = text.partition(" ")
    if number.endswith("%"):
        number, unit = number[:-1], "%"
    plain = number.replace(".", "").replace(",", ".")
    step = Decimal(1).scaleb(-len(plain.partition(".")[2]))
    return Quantity(Decimal(plain), unit, step, qualifier)


def claim(kind: ClaimType, *operands: tuple[str, str], **more) -> Claim:
    """A claim in a text that begins with it."""
    made = tuple(
        Operand(role, quantity(text), span=Span(i * 20, i * 20 + len(text))) for i, (role, text) in enumerate(operands)
    )
    quote = ", ".join(text for _, text in operands)
    return Claim(kind, made, quote, span=Span(0, len(quote)), **more)


def ratio(numerator: str, denominator: str, stated: str, mode: RatioMode = RatioMode.SHARE, **more) -> Claim:
    """A stated percentage."""
    operands = (("numerator", numerator), ("denominator", denominator), ("stated", stated))
    return claim(ClaimType.RATIO, *operands, mode=mode, **more)


def total(whole: str, *parts: str, is_exhaustive: bool = True, **more) -> Claim:
    """Parts and their total."""
    operands = (("total", whole), *(("part", part) for part in parts))
    return claim(ClaimType.SUM, *operands, is_exhaustive=is_exhaustive, **more)


def difference(before: str, after: str, change: str, **more) -> Claim:
    """Two levels and a change."""
    return claim(ClaimType.DIFFERENCE, ("from", before), ("to", after), ("change", change), **more)


def figure(
    text: str,
    quote: str,
    subject: str = "",
    *,
    kind: Kind = Kind.ACTUAL,
    period: str | None = None,
    cell: CellRef | None = None,
) -> Measurement:
    """A figure at the first place of its quote in a text, or in a cell."""
    start = text.find(quote)
    span = None if cell is not None else Span(start, start + len(quote))
    return Measurement(quantity(quote), quote, subject, kind, span=span, cell=cell, period=period)


def reading(
    text: str,
    *measurements: Measurement,
    claims: tuple[Claim, ...] = (),
    directives: tuple[Directive, ...] = (),
    dated_on: date | None = None,
    locality: str | None = None,
    path: str = "bao-cao.txt",
) -> Reading:
    """A document as read."""
    document = Document(path, "txt", text, (Block(0, len(text)),))
    facts = DocumentFacts(dated_on=dated_on, locality=locality)
    return Reading(document, facts, tuple(measurements), claims, directives)
