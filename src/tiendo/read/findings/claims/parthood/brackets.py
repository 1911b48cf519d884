# SPDX-License-Identifier: Apache-2.0
"""Parts in brackets whose unit is told once: "kỷ luật 04 đảng viên (khiển trách 02, cảnh cáo 01, cách chức 01)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.quantity.values import read_number
from tiendo.read.findings.claims.build import LIKELY, holds, make_claim
from tiendo.read.findings.claims.context.items import CHANGE, LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.parthood.completeness import is_near
from tiendo.read.findings.claims.words import NOT_ADDITIVE, OPEN_END, OVERLAPPING

_BRACKET = re.compile(r"[^,;.():\d]{0,45}\(([^()]{3,200})\)")
_PIECE = re.compile(
    r"\s*(?:và\s|gồm:?\s|trong\sđó:?\s)*(?P<before>[^\d]*?)(?P<number>\d+(?:[.,]\d+)*)(?P<after>[^\d]*)"
)
_NO_PART = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|kế\shoạch|chỉ\stiêu|cùng\skỳ|năm|tháng|ngày|quý|từ|đến|thành|còn|số|đạt|bằng|điều|khoản|so)(?!\w)|[%/]"
)
_FEWEST = 2


def find_in_brackets(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence about totals with their parts in brackets."""
    for item in passage.items:
        if item.figure.is_amount and item.role in (LEVEL, CHANGE):
            claim = _read(passages, passage, item)
            if claim is not None:
                yield claim


def _read(passages: Passages, passage: Passage, item: Item) -> Claim | None:
    norm, figure = passages.norm, item.figure
    bracket = _BRACKET.match(norm, figure.end, passage.sentence.end)
    if bracket is None or _NO_PART.search(bracket.group(1)):
        return None
    parts = _parts(passages, item, bracket)
    if parts is None:
        return None
    claim = make_claim(passages.scan, ClaimType.SUM, (figure.level("total"), *parts), (item,), "sum.in-brackets")
    claim = replace(
        claim,
        is_exhaustive=True,
        quote=passages.scan.shadow.slice(figure.start, bracket.end()),
        span=passages.scan.span(figure.start, bracket.end()),
    )
    if holds(claim):
        return claim
    text = bracket.group(1)
    if not is_near(claim) or OPEN_END.search(text) or OVERLAPPING.search(text) or NOT_ADDITIVE.search(item.gap[-40:]):
        return None
    return replace(claim, confidence=LIKELY)


def _parts(passages: Passages, item: Item, bracket: re.Match[str]) -> list[Operand] | None:
    """One number in every piece; None when a piece has none, or two."""
    out = []
    start = bracket.start(1)
    for piece in re.split(r"([,;]\s|\svà\s)", bracket.group(1)):
        if re.fullmatch(r"[,;]\s|\svà\s", piece):
            start += len(piece)
            continue
        found = _PIECE.fullmatch(piece)
        number = read_number(found["number"]) if found is not None else None
        if found is None or number is None or not (found["before"].strip() or found["after"].strip()):
            return None
        at = start + found.start("number")
        place = passages.scan.span(at, at + len(found["number"]))
        out.append(Operand("part", Quantity(number.value, item.figure.quantity.unit, number.step), span=place))
        start += len(piece)
    total = item.figure.quantity.value
    if len(out) < _FEWEST or any(abs(part.quantity.value) > abs(total) for part in out):
        return None
    return out if sum((part.quantity.value for part in out), Decimal(0)) else None
