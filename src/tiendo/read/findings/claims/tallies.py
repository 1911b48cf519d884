# SPDX-License-Identifier: Apache-2.0
"""Targets counted by how they stand: "15 chỉ tiêu: 2 hoàn thành, 7 đảm bảo tiến độ, 5 hoàn thành một phần".

Statuses are those of DOMAIN.md 1.4. Not here: sums of other things (``sums``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tiendo.kernel.findings import Claim, ClaimType, Kind, Operand
from tiendo.kernel.records import record
from tiendo.read.engine.words import any_word
from tiendo.read.findings.claims.build import LIKELY, holds, make_claim
from tiendo.read.findings.claims.context.figures import Figure
from tiendo.read.findings.claims.context.items import LEVEL, Item
from tiendo.read.findings.claims.context.matching import last_match
from tiendo.read.findings.claims.context.passages import Passage, Passages

#: What is counted by status.
TALLIED = ("chỉ tiêu", "nhiệm vụ", "tiêu chí", "nhóm chỉ tiêu")
#: Words behind (or right before) a count of targets and the status they name, the most telling first.
_STATUS = (
    (
        "expected_missed",
        r"(?:sẽ\s|có\sthể\s|khả\snăng\s|dự\skiến\s|nguy\scơ\s)(?:là\s)?(?:không|khó|chưa)\s(?:đạt|hoàn\sthành)",
    ),
    ("at_risk", r"nguy\scơ|khó\s(?:đạt|hoàn\sthành|thực\shiện)"),
    (
        "not_assessable",
        r"chưa\s(?:có\scơ\ssở\s|thể\s|đủ\s[^,;.]{0,20})?(?:được\s)?"
        r"(?:đánh\sgiá|thống\skê|có\ssố\sliệu|đến\s(?:kỳ|hạn|thời))|không\s(?:có\scơ\ssở\s)?đánh\sgiá"
        r"|(?:cuối|hết)\s(?:năm|kỳ|nhiệm\skỳ)\s(?:mới\s)?(?:được\s)?(?:đánh\sgiá|thống\skê)",
    ),
    ("not_met", r"(?:không|chưa)\s(?:đạt|hoàn\sthành|thực\shiện|bảo\sđảm|đảm\sbảo)|đạt\sthấp|thấp\shơn|dưới\s\d"),
    ("late", r"chậm|trễ|quá\shạn"),
    ("partial", r"(?:hoàn\sthành|đạt)\smột\sphần"),
    ("expected_met", r"(?:khả\snăng|dự\skiến|ước|sẽ|phấn\sđấu)\s(?:sẽ\s|là\s)?(?:hoàn\sthành|đạt|thực\shiện)"),
    (
        "on_track",
        r"đang\s(?:thực\shiện|triển\skhai)|trong\shạn|đạt\svà\svượt\stiến\sđộ"
        r"|(?:bảo\sđảm|đảm\sbảo|đúng|đạt|theo)\s(?:đúng\s)?tiến\sđộ",
    ),
    (
        "over_80",
        r"(?:qua|vượt)\s(?:mức|ngưỡng)\s\d{2}\s?%|(?:đạt|hoàn\sthành)?\s?(?:trên|từ|hơn|được)\s\d{2}\s?%"
        r"|gần\s(?:đạt|hoàn\sthành)",
    ),
    ("met_or_exceeded", r"(?:hoàn\sthành|đạt)(?:,|\svà|\shoặc|\s/)\s?vượt|vượt(?:,|\svà|\shoặc)\s?đạt"),
    ("exceeded", r"vượt"),
    ("met", r"hoàn\sthành|đạt"),
)  # fmt: skip
_BY_STATUS = re.compile("|".join(f"(?P<{name}>(?<!\\w)(?:{words})(?!\\w))" for name, words in _STATUS))
_CLAUSE = re.compile(r"[;.]|,\s(?:có|trong\sđó|riêng|bao\sgồm|gồm|còn|đồng\sthời)(?!\w)|(?<!\w)(?:trong\sđó|và)(?!\w)")
_REACHED = ("met", "exceeded", "met_or_exceeded", "on_track", "over_80", "expected_met")
_BESIDE = re.compile(r";|(?<!\w)(?:còn|riêng|ngoài\sra)(?!\w)")  # not of those that were told before
_BRACKET = re.compile(r"\([^()]*\)?")
#: The status of the next count stands right before it: "Có 15 chỉ tiêu, đã hoàn thành 9 chỉ tiêu".
_OF_NEXT = re.compile(
    r",\s(?:(?:đến\snay|đã|có|kết\squả|trong\sđó|hiện)\s){0,3}(?:(?:hoàn\sthành|đạt|vượt|thực\shiện)(?:,?\svà\s|,\s|\s)?){1,3}$"
)
_LEAD = 40
_WITHIN = re.compile(r"(?<!\w)trong\s(?:đó|số\s(?:đó|này))(?!\w)")
_SET = re.compile(any_word(r"đề\sra", r"đặt\sra", r"được\sgiao", "giao", r"tổng\ssố", r"trong\ssố", r"hệ\sthống", "bộ"))
_REMAINING = re.compile(r"\scòn\slại(?!\w)")
_AMONG = re.compile(r"(?<!\w)(?:trong|trong\s(?:tổng\s)?số)\s$")
_SMALLEST = 2
_BACK = 2


@record
class _Part:
    item: Item
    status: str
    is_within: bool  # told as a part of the status before it


def find_tallies(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence about targets by status."""
    if not any(map(_is_counted, passage.figures)) and not any(map(_is_counted, passage.beside)):
        return
    yield from _of_one_whole(passages, passage)
    counted = [item for item in passage.all_items if item.figure.quantity.unit.startswith(TALLIED)]
    if not counted:
        return
    for unit in TALLIED:
        group = [item for item in counted if item.figure.quantity.unit.startswith(unit)]
        measured = [item for item in group if not item.is_extra]
        claim = _tally(passages, passage, measured) if measured else None
        if claim is None and len(measured) < len(group):
            claim = _tally(passages, passage, group)
            claim = claim if claim is not None and holds(claim) else None
        if claim is not None:
            yield claim


def _is_counted(figure: Figure) -> bool:
    """Whether a figure can be counted by status: n/m, or targets."""
    return figure.is_fraction or figure.quantity.unit.startswith(TALLIED)


def _of_one_whole(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """5/15 nguồn thu đạt dự toán, 4/15 nguồn thu đúng tiến độ, còn lại 6/15 nguồn thu chậm: only when they make 15."""
    fractions = [item for item in passage.items if item.figure.is_fraction and not item.figure.is_percent]
    for at, first in enumerate(fractions[:-1]):
        run = _of_same_whole(fractions[at:])
        whole = first.figure.measurement.second
        if whole is None or len(run) < _SMALLEST or first.figure.quantity.unit.startswith(TALLIED):
            continue
        if sum(item.figure.quantity.value for item in run) != whole.value:
            continue
        found = [_BY_STATUS.search(passages.norm, item.figure.end, _next_start(passage, item)) for item in run]
        statuses = [status.lastgroup or "" for status in found if status is not None]
        total = first.figure.second_operand("total")
        if len(set(statuses)) == len(run):
            parts = (item.figure.operand(status) for item, status in zip(run, statuses, strict=True))
            yield make_claim(passages.scan, ClaimType.TARGET_TALLY, (total, *parts), run, "tally.fractions")
        else:
            operands = (total, *(item.figure.level("part") for item in run))
            yield make_claim(passages.scan, ClaimType.SUM, operands, run, "sum.fractions", is_exhaustive=True)
        return


def _of_same_whole(fractions: list[Item]) -> list[Item]:
    """The first fraction and those right behind it with the same noun and denominator."""
    first = fractions[0].figure
    out = []
    for item in fractions:
        if (
            item.figure.measurement.second != first.measurement.second
            or item.figure.quantity.unit != first.quantity.unit
        ):
            break
        out.append(item)
    return out


def _next_start(passage: Passage, item: Item) -> int:
    following = passage.items[item.position + 1 : item.position + 2]
    return following[0].figure.start if following else passage.sentence.end


def _status(norm: str, item: Item, following: int, floor: int) -> str | None:
    before = norm[max(floor, item.figure.start - _LEAD) : item.figure.start]
    told_before = last_match(_BY_STATUS, re.split(r"[,;:(]", before)[-1])
    if item.is_extra and told_before is not None:  # "(đạt 12, vượt 5, không đạt 3)"
        return told_before.lastgroup
    behind = _OF_NEXT.sub("", _BRACKET.sub("", norm[item.figure.end : following]))
    stop = _CLAUSE.search(behind)
    found = _BY_STATUS.search(behind[: stop.start()] if stop else behind) or told_before
    return found.lastgroup if found is not None else None


def _read(passages: Passages, passage: Passage, group: list[Item]) -> tuple[list[_Part], list[Item]]:
    """The counts with a status, and those without (totals)."""
    parts: list[_Part] = []
    rest: list[Item] = []
    has_status = False
    for i, item in enumerate(group):
        following = group[i + 1].figure.start if i + 1 < len(group) else passage.sentence.end
        floor = group[i - 1].figure.end if i else passage.sentence.start
        status = _status(passages.norm, item, following, floor)
        is_total = item.figure.measurement.kind is Kind.TARGET
        if (
            status is None
            or _is_whole(item)
            or (not item.figure.is_fraction and not parts and is_total and _SET.search(item.gap + item.behind))
        ):
            rest.append(item)
            continue
        is_within = has_status and (
            _WITHIN.search(item.gap) is not None
            or (bool(parts) and parts[-1].is_within and status in _REACHED and not _BESIDE.search(item.gap))
        )
        has_status = True
        parts.append(_Part(item, status, is_within))
    return parts, rest


def _is_whole(item: Item) -> bool:
    """Trong 12 chỉ tiêu còn lại: what is counted below."""
    return not item.figure.is_fraction and bool(_REMAINING.match(item.behind) or _AMONG.search(item.gap))


def _tally(passages: Passages, passage: Passage, group: list[Item]) -> Claim | None:
    parts, rest = _read(passages, passage, group)
    if not parts or (len(parts) == 1 and not parts[0].item.figure.is_fraction and not rest):
        return None
    totals, is_local = _totals(passages, passage, parts, rest)
    for total, item in totals:
        mine = [part for part in parts if part.item is not item or part.item.figure.is_fraction]
        if len(mine) < _SMALLEST or len({part.status for part in mine}) < len([p for p in mine if not p.is_within]):
            continue
        claim = _best(passages, total, mine, item)
        beside = [part for part in mine if not part.is_within]
        if claim is not None and (holds(claim) or len(beside) >= _SMALLEST):
            return claim if holds(claim) or is_local else replace(claim, confidence=LIKELY)
        if len(beside) == 1 and beside[0].item is item:
            return _within(passages, total, beside[0], [part for part in mine if part.is_within])
    return None


def _within(passages: Passages, total: Operand, met: _Part, within: list[_Part]) -> Claim:
    """Hoàn thành 18/18 chỉ tiêu, trong đó 13 chỉ tiêu vượt: those within must not be more."""
    more = next((part for part in within if part.item.figure.size > met.item.figure.size), None)
    told = (total, met.item.figure.operand(met.status))
    if more is not None:
        told = (met.item.figure.operand("total"), more.item.figure.operand(more.status))
    items = [met.item, *(part.item for part in within)]
    return make_claim(passages.scan, ClaimType.TARGET_TALLY, told, items, "tally.within")


def _totals(
    passages: Passages, passage: Passage, parts: list[_Part], rest: list[Item]
) -> tuple[list[tuple[Operand, Item]], bool]:
    fractions = [part.item for part in parts if part.item.figure.is_fraction]
    if fractions:
        return [(fractions[0].figure.second_operand("total"), fractions[0])], True
    first = parts[0].item.figure.start
    here = [item for item in rest if item.figure.start < first]
    if here:
        return [(item.figure.operand("total"), item) for item in reversed(here)], True
    if len(parts) < _SMALLEST:
        return [], True
    unit = parts[0].item.figure.quantity.unit.split()[:2]
    for found in passages.before(passage, _BACK):
        there = [
            item
            for item in found.items
            if item.figure.quantity.unit.split()[:2] == unit
            and item.role is LEVEL
            and not item.figure.is_fraction
            and item.figure.measurement.kind is Kind.TARGET
        ]
        if there:
            return [(there[-1].figure.operand("total"), there[-1])], False
    return [], False


def _best(passages: Passages, total: Operand, parts: list[_Part], total_item: Item) -> Claim | None:
    """The reading of the statuses that fits: "vượt" may be told as a part of "đạt", or beside it."""
    beside = [part for part in parts if not part.is_within]
    options = [parts]
    if len(beside) < len(parts):
        options.insert(0, beside) if beside[0].item.figure.is_fraction else options.append(beside)
    order = [part.status for part in parts]
    met = min((order.index(name) for name in ("met", "met_or_exceeded") if name in order), default=len(order))
    if "exceeded" in order[met:]:
        options.append([part for i, part in enumerate(parts) if i < met or part.status != "exceeded"])
    first: Claim | None = None
    for option in options:
        if len(option) < _SMALLEST and option is not parts:
            continue
        operands = (total, *(part.item.figure.operand(part.status) for part in option))
        items = [part.item for part in parts]
        if total_item.figure.sentence == items[0].figure.sentence:
            items.append(total_item)
        claim = make_claim(passages.scan, ClaimType.TARGET_TALLY, operands, items, "tally.statuses")
        if holds(claim):
            return claim
        first = first or claim
    return first
