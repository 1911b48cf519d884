# SPDX-License-Identifier: Apache-2.0
"""Parts on lines of their own under the line that holds their total.

"… là 28.415 biên chế, bao gồm:" and below it "- Viên chức: 27.573 biên chế", "- Hợp đồng: 842 biên chế". Lines that
begin with another sign belong to the part above them. A count may stand there for the lines themselves:
"11 chỉ tiêu gồm:". Not here: lists inside a sentence (``partlists``, ``lists``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tiendo.kernel.arithmetic import check
from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.records import record
from tiendo.read.findings.claims.build import LIKELY, holds, make_claim
from tiendo.read.findings.claims.context.figures import is_same_measure
from tiendo.read.findings.claims.context.items import CHANGE, LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passages
from tiendo.read.findings.claims.parthood.completeness import is_of_size
from tiendo.read.findings.claims.words import NOT_ADDITIVE, OPEN_END, OVERLAPPING

_MARK = re.compile(r"([-–+•*▪·○●]|\d{1,2}[.)](?!\d)|[a-zđ][.)])\s?")
_HEAD = re.compile(r":[^\S\n]*\n\s*(?:[-–+•*▪·○●]|\d{1,2}[.)]|[a-zđ][.)])")
_COMPLETE = re.compile(r"(?<!\w)(?:(?<!không\s)(?<!chưa\s)(?<!đã\s)bao\sgồm|(?<!bao\s)gồm(?:\scó)?|chia\sra)\s?:$")
_WITHIN = re.compile(r"(?<!\w)trong\s(?:đó|số\s(?:đó|này))\s?:$")
#: What is counted before a list on lines of its own. Source: heads of lists in resolutions and plans.
_COUNTED = re.compile(
    r"(?P<count>\d(?<![\w/.,-]\d)\d?)\s(?P<noun>(?:nhóm\s)?(?:chỉ\stiêu|tiêu\schí|nhiệm\svụ|giải\spháp|nội\sdung|dự\sán"
    r"|công\strình|hạng\smục|chương\strình|đề\sán|đơn\svị|lĩnh\svực))(?:\s[^\s\d:;.]+){0,9}?\s(?:gồm|là|sau|cụ\sthể)\s?:$"
)
_LONGEST = 24  # lines
_FEWEST = 2


@record
class _Line:
    """A line with its sign ("" without one)."""

    start: int
    end: int
    mark: str


def find_bulleted(passages: Passages) -> Iterator[Claim]:
    """The claims of a text about totals with their parts on the lines below."""
    if _HEAD.search(passages.norm) is None:
        return
    lines = _lines(passages.norm)
    for at, head in enumerate(lines[:-1]):
        if not passages.norm.endswith(":", head.start, head.end):
            continue
        below = _children(lines, at)
        if len(below) >= _FEWEST:
            claim = _claim(passages, head, below)
            if claim is not None:
                yield claim
            listed = _listed(passages, head, below)
            if listed is not None:
                yield listed


def _listed(passages: Passages, head: _Line, below: list[_Line]) -> Claim | None:
    """11 chỉ tiêu kinh tế gồm: as many lines as were counted; a line may hold two, so nothing is held against fewer."""
    counted = _COUNTED.search(passages.norm, head.start, head.end)
    if counted is None or int(counted["count"]) != len(below):
        return None
    scan, noun = passages.scan, counted["noun"]
    operands = (
        Operand(
            "count", Quantity(Decimal(counted["count"]), noun), span=scan.span(counted.start(), counted.end("noun"))
        ),
        Operand("items", Quantity(Decimal(len(below)), noun)),
    )
    start, end = counted.start(), below[-1].end
    return Claim(
        ClaimType.ENUMERATION,
        operands,
        scan.shadow.slice(start, end),
        span=scan.span(start, end),
        rules=("enumeration.lines",),
    )


def _lines(norm: str) -> list[_Line]:
    out = []
    at = 0
    for text in norm.splitlines(keepends=True):
        stripped = text.strip()
        if stripped:
            start = at + text.index(stripped)
            end = start + len(stripped)
            mark = _MARK.match(stripped)
            out.append(_Line(start, end, _kind(mark.group(1)) if mark is not None else ""))
        at += len(text)
    return out


def _kind(mark: str) -> str:
    """Signs of one kind: "1." and "2.", "a)" and "b)"."""
    if mark[0].isdigit():
        return "1" + mark[-1]
    return "a" + mark[-1] if mark[0].isalpha() else mark.replace("–", "-")


def _children(lines: list[_Line], at: int) -> list[_Line]:
    """The lines right below a line that begin with one sign, which is not its own."""
    head, first = lines[at], lines[at + 1]
    if not first.mark or first.mark == head.mark:
        return []
    out = []
    for line in lines[at + 1 : at + 1 + _LONGEST]:
        if line.mark == first.mark:
            out.append(line)
        elif not line.mark or line.mark == head.mark:
            break
    return out


def _claim(passages: Passages, head: _Line, below: list[_Line]) -> Claim | None:
    items = passages.items_between(head.start, head.end)
    totals = [item for item in reversed(items) if item.role in (LEVEL, CHANGE) and item.figure.is_amount]
    if not totals:
        return None
    rows = [passages.items_between(line.start, line.end) for line in below]
    told: list[Claim] = []
    for total in totals:
        parts = [part for row in rows if (part := _part(row, total)) is not None]
        if len(parts) < _FEWEST:
            continue
        operands = (total.figure.level("total"), *(part.figure.level("part") for part in parts))
        claim = make_claim(passages.scan, ClaimType.SUM, operands, (total, *parts), "sum.bullets", is_exhaustive=True)
        if holds(claim):
            return claim
        if len(parts) == len(below):
            told.append(claim)
    if len(told) == 1 and _is_wrong(passages, head, below, told[0]):
        return make_claim(
            passages.scan,
            ClaimType.SUM,
            told[0].operands,
            (*totals, *(item for row in rows for item in row)),
            "sum.bullets",
            is_exhaustive=True,
            confidence=LIKELY,
        )
    return None


def _is_wrong(passages: Passages, head: _Line, below: list[_Line], claim: Claim) -> bool:
    """Whether the lines cannot be parts of the total: all of them told but not the total, or more than the total."""
    text = passages.norm[head.start : below[-1].end]
    if OVERLAPPING.search(text) or NOT_ADDITIVE.search(text) or not is_of_size(claim):
        return False
    found = check(claim)
    is_above = found.stated.is_below(found.computed)
    line = passages.norm[head.start : head.end]
    return (_COMPLETE.search(line) is not None and not OPEN_END.search(text)) or (
        is_above and _WITHIN.search(line) is not None
    )


def _part(row: list[Item], total: Item) -> Item | None:
    """The first amount of a line that can be a part."""
    for item in row:
        if (
            item.role in (LEVEL, CHANGE)
            and item.figure.is_amount
            and is_same_measure(item.figure.quantity, total.figure.quantity)
        ):
            return item
    return None
