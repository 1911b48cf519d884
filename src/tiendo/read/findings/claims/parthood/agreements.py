# SPDX-License-Identifier: Apache-2.0
"""Sums that no word announces but the figures show: a total with the run of parts that makes it, before or behind it.

Only what agrees to the last digit is a claim here; nothing is ever accused. Not here: lists that words open (``sums``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.read.engine.words import any_word
from tiendo.read.findings.claims.build import make_claim
from tiendo.read.findings.claims.context.figures import is_kindred
from tiendo.read.findings.claims.context.items import BASE, CHANGE, Item
from tiendo.read.findings.claims.context.passages import REACH, Passage, Passages
from tiendo.read.findings.claims.words import Base

_TOTALS = 8  # amounts before a run among which its total is looked for
_MOST_PARTS = 8
_SMALL = 20  # below it two numbers make a third by chance
_MANY = 3  # so many parts do not
_LARGE = 100  # a smaller total is met by chance
_PAIR = 2
_ADDED = re.compile(any_word(r"tổng\scộng", r"cộng\schung", r"nâng\stổng"))
_TOTALLED = re.compile(any_word("tổng", r"l(?:ũy|uỹ)\skế", "nâng", "cộng", r"toàn\s(?:xã|huyện|tỉnh|phường)"))
_MERGED = re.compile(r"sau\s(?:khi\s)?(?:thành\slập|sắp\sxếp|sáp\snhập|nhập|hợp\snhất|điều\schỉnh)(?!\w)")
_REST = re.compile(r"\s?(?:[^\s,;.()\d]+\s){0,3}?còn\slại(?!\w)")


def find_agreeing_sums(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence whose last part stands in it."""
    if passage.near_kin < _MANY:
        return
    earlier = passages.before(passage, REACH, across=True)
    earlier.reverse()
    yield from _agreeing(passages, [item for found in earlier for item in found.exact], passage.exact)
    if "(" in passage.text or any("(" in found.text for found in earlier):
        outside = [item for found in earlier for item in found.exact if not item.depth]
        yield from _agreeing(passages, outside, [item for item in passage.exact if not item.depth])
        yield from _agreeing(passages, [], [item for item in passage.exact if item.depth])
        plans = [item for item in passage.items if item.role is BASE and item.base_kind is Base.PLAN]
        yield from _agreeing(passages, [], [item for item in plans if item.figure.is_amount])
    yield from _of_one_kind(passages, [item for found in earlier for item in found.exact], passage.exact)
    yield from _of_fractions(passages, passage)
    if passage.count > _PAIR and any(item.role is CHANGE for item in passage.items):
        changes = [item for item in passage.all_items if item.role is CHANGE or item.is_extra]
        before = [item for found in earlier for item in found.items if item.role is CHANGE]
        yield from _agreeing(passages, before, [item for item in changes if item.figure.is_amount])


def _of_one_kind(passages: Passages, before: list[Item], mine: list[Item]) -> Iterator[Claim]:
    """Totals and parts between which other things are told: "1.734 vụ, 708 người chết … 798 vụ … 936 vụ"."""
    done: set[str] = set()
    for item in mine:
        unit = item.figure.quantity.unit
        if unit in done or not item.figure.is_amount:
            continue
        done.add(unit)
        kin = [
            [other for other in items if is_kindred(other.figure.quantity, item.figure.quantity)]
            for items in (before, mine)
        ]
        if len(kin[0]) + len(kin[1]) < len(before) + len(mine):
            yield from (claim for claim in _agreeing(passages, *kin) if _is_no_chance(claim))


def _is_no_chance(claim: Claim) -> bool:
    total = claim.operands[0].quantity
    return (
        abs(total.value) / total.step >= _LARGE
        or len(claim.operands) > _MANY + 1
        or (claim.operands[1].role == "part" and len(claim.operands) > _MANY)
    )


def _of_fractions(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """40/67 đơn, trong đó 21/38 đơn khiếu nại và 19/29 đơn tố cáo: both numbers add up."""
    items = [item for item in passage.exact if item.figure.is_fraction]
    for at in range(len(items) - _PAIR):
        whole, parts = items[at], items[at + 1 :]
        kin = [part for part in parts if is_kindred(part.figure.quantity, whole.figure.quantity)]
        for end in range(len(kin), 1, -1):
            told = kin[:end]
            first = (whole.figure.level("total"), *(part.figure.level("part") for part in told))
            second = (whole.figure.second_operand("total"), *(part.figure.second_operand("part") for part in told))
            if all(_adds_up(operands) for operands in (first, second)):
                for operands in (first, second):
                    yield make_claim(
                        passages.scan, ClaimType.SUM, operands, (whole, *told), "sum.fractions", is_exhaustive=True
                    )
                break


def _adds_up(operands: tuple[Operand, ...]) -> bool:
    return operands[0].quantity.value == sum(part.quantity.value for part in operands[1:])


def _agreeing(passages: Passages, before: list[Item], mine: list[Item]) -> Iterator[Claim]:
    if len(mine) + len(before) < _MANY or not any(item.figure.is_amount for item in mine):
        return
    amounts = [*before, *mine]
    first = len(before)
    for end in range(max(first, _PAIR), len(amounts)):
        if amounts[end].figure.is_amount:
            claim = _ending_at(passages, amounts, end) or _totalled(passages, amounts, end)
            if claim is not None:
                yield claim


def _ending_at(passages: Passages, amounts: list[Item], end: int) -> Claim | None:
    """The longest run of parts that ends here and makes a total before it."""
    last, total = amounts[end], Decimal(0)
    parts: list[Item] = []
    best: Claim | None = None
    for at in range(end, max(-1, end - _MOST_PARTS), -1):
        part = amounts[at]
        if not part.figure.is_amount or not is_kindred(part.figure.quantity, last.figure.quantity):
            if part.is_extra:
                continue  # "19 xã đạt 13 - 18 tiêu chí"
            break
        parts.insert(0, part)
        total += part.figure.size
        if len(parts) > 1:
            best = _with_total(passages, amounts[max(0, at - _TOTALS) : at], parts, total) or best
    return best


def _totalled(passages: Passages, amounts: list[Item], end: int) -> Claim | None:
    """Tiếp nhận mới 4.131 hồ sơ, kỳ trước chuyển sang 2.171, lũy kế là 6.302 hồ sơ: the total comes last."""
    total = amounts[end]
    if not (_is_totalled(total) or _is_after_merger(passages, total)):
        return None
    before = [
        item
        for item in amounts[max(0, end - _TOTALS) : end]
        if item.figure.is_amount and 0 < item.figure.size < total.figure.size
    ]
    kin = [item for item in before if is_kindred(item.figure.quantity, total.figure.quantity)]
    runs = [kin[at:] for at in range(len(kin) - _PAIR, -1, -1)] + [[*pair] for pair in combinations(kin, _PAIR)]
    for parts in runs:
        if sum(part.figure.size for part in parts) == total.figure.size:
            operands = (total.figure.level("total"), *(part.figure.level("part") for part in parts))
            near = [part for part in parts if part.figure.sentence == total.figure.sentence]
            return make_claim(
                passages.scan, ClaimType.SUM, operands, (total, *near), "sum.total-behind", is_exhaustive=True
            )
    return None


def _is_totalled(total: Item) -> bool:
    """Whether the words before a figure say that it is a total."""
    if not _TOTALLED.search(total.gap):
        return False
    return total.figure.size >= _LARGE or _ADDED.search(total.gap) is not None


def _is_after_merger(passages: Passages, total: Item) -> bool:
    """Sau khi thành lập, xã Bình Tân có 140,02 km2: what a new unit has is the sum of what was put together."""
    start = passages.scan.sentences[total.figure.sentence].start
    return _MERGED.match(passages.norm, start) is not None and not total.came_from


def _with_total(passages: Passages, before: list[Item], parts: list[Item], total: Decimal) -> Claim | None:
    if total < _SMALL and len(parts) < _MANY and not _REST.match(parts[-1].behind):
        return None
    for item in reversed(before):
        figure = item.figure
        whole = (
            figure.measurement.second.value * scale_of(figure.quantity) if figure.measurement.second else figure.size
        )
        if total not in (figure.size, whole, whole - figure.size) or not total:
            continue
        if not is_kindred(figure.quantity, parts[0].figure.quantity):
            continue
        told = figure.level("total") if total == figure.size else figure.second_operand("total")
        done = [figure.level("part")] if total not in (figure.size, whole) else []
        operands = (told, *done, *(part.figure.level("part") for part in parts))
        quoted = (item, *parts)
        return make_claim(passages.scan, ClaimType.SUM, operands, quoted, "sum.agreement", is_exhaustive=True)
    return None
