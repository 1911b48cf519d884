# SPDX-License-Identifier: Apache-2.0
"""Parts in brackets whose unit is told once: "kỷ luật 04 đảng viên (khiển trách 02, cảnh cáo 01, cách chức 01)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tiendo.kernel.arithmetic import check, is_counted, scale_of
from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.quantity.values import read_number
from tiendo.read.findings.claims.build import LIKELY, holds, make_claim
from tiendo.read.findings.claims.context.figures import Figure, is_kindred
from tiendo.read.findings.claims.context.items import CHANGE, LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.parthood.completeness import is_near, is_of_size
from tiendo.read.findings.claims.words import NOT_ADDITIVE, OPEN_END, OVERLAPPING

_BRACKET = re.compile(r"[^;.():\d]{0,70}\(([^()]{3,600})\)")
_NEAR_BRACKET = re.compile(r"[^,]{0,45}\(")
_PIECE = re.compile(
    r"\s*(?:và\s|gồm:?\s|trong\sđó:?\s)*(?P<before>[^\d]*?)(?P<number>\d+(?:[.,]\d+)*)(?P<after>[^\d]*)"
)
_NO_PART = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|kế\shoạch|chỉ\stiêu|cùng\skỳ|năm|tháng|ngày|quý|từ|đến|thành|còn|số|đạt|bằng|điều|khoản|so)(?!\w)|[%/]"
)
_FEWEST = 2
_MANY = 3  # parts with their names are a list, though a comma stands before the bracket


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
    if bracket is None:
        return None
    start, end = bracket.span(1)  # in the cased text "Cao Bằng" is a name, "bằng" a comparison
    if _NO_PART.search(passages.scan.shadow.cased, start + 1, end) or _NO_PART.match(norm, start):
        return None
    is_near_by = _NEAR_BRACKET.match(norm, figure.end) is not None
    parts = _parts(passages, item, bracket)
    if parts is None or (not is_near_by and len(parts) < _MANY):
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
    is_above = is_near_by and is_of_size(claim) and check(claim).point > figure.size
    if (
        not (is_above or is_near(claim))
        or OPEN_END.search(text)
        or OVERLAPPING.search(text)
        or NOT_ADDITIVE.search(item.gap[-40:])
    ):
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
        figure = passages.figures.at(at)
        if figure is None:
            place = passages.scan.span(at, at + len(found["number"]))
            out.append(Operand("part", Quantity(number.value, item.figure.quantity.unit, number.step), span=place))
        elif figure.is_amount and _is_of_kind(figure, item.figure):
            out.append(figure.level("part"))
        else:
            return None
        start += len(piece)
    total = item.figure.size
    sizes = [abs(part.quantity.value) * scale_of(part.quantity) for part in out]
    # "3 tuyến (Vĩnh Lợi 1, Vĩnh Lợi 2, Vĩnh Tường 1)": as many pieces as were counted are names
    if len(out) < _FEWEST or len(out) == total or any(size > total for size in sizes):
        return None
    return out if sum(sizes) else None


def _is_of_kind(part: Figure, total: Figure) -> bool:
    """12 nghìn tấn of tấn; 27 ô tô of phương tiện: what stands in the bracket names the kinds."""
    return is_kindred(part.quantity, total.quantity) or (is_counted(part.quantity) and is_counted(total.quantity))
