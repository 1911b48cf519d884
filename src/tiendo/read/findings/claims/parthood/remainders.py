# SPDX-License-Identifier: Apache-2.0
"""What is left of n/m: "41/45 nhà; 4 hộ còn lại", "1/1.017 trường hợp, còn lại 1.016 trường hợp"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tiendo.kernel.findings import Claim, ClaimType
from tiendo.read.findings.claims.build import GUESSED, LIKELY, holds, is_slip, make_claim
from tiendo.read.findings.claims.context.figures import is_kindred, is_same_measure
from tiendo.read.findings.claims.context.items import LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.parthood.completeness import is_near
from tiendo.read.findings.claims.words import REST

_REST_GAP = 90
_NOT_DONE = re.compile(r"[^,;.]{0,30}?(?<!\w)(?:chưa|đang|không)(?!\w)")
_REST_BEHIND = re.compile(r"\s?(?:[^\s,;.()\d]+\s){0,3}?còn\slại(?!\w)")
_REST_WORD = re.compile(r"(?<!\w)(?:số\s)?còn\slại(?!\w)")
_LEAD = 30
_PAIR = 2
_RECEIVED = re.compile(r"(?<!\w)(?:nhận|tiếp\snhận|thụ\slý|phát\shiện|tổng\ssố|dôi\sdư|có)(?!\w)")
_HANDLED = re.compile(r"(?<!\w)(?:đã|giải\squyết|xử\slý|hoàn\sthành)(?!\w)")
_BACK = 8  # figures


def find_remainders(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence about what is left."""
    for i, item in enumerate(passage.items):
        if item.figure.is_amount and item.role is LEVEL and ("còn" in item.gap[-_LEAD:] or "còn" in item.behind):
            is_named = bool(_REST_WORD.search(item.gap[-_LEAD:]) or _REST_BEHIND.match(item.behind))
            if is_named or (REST.search(item.gap[-_LEAD:]) and _NOT_DONE.match(item.behind)):
                claim = _what_is_left(passages, passage, i, is_named=is_named) or _handled_and_left(
                    passages, passage, i
                )
                if claim is not None:
                    yield claim


def _handled_and_left(passages: Passages, passage: Passage, i: int) -> Claim | None:
    """Nhận 37 đơn, đã giải quyết 31 đơn, còn 06 đơn đang xem xét."""
    item = passage.items[i]
    earlier = [
        other
        for other in passage.items[max(0, i - _BACK) : i]
        if other.role is LEVEL
        and other.figure.is_amount
        and is_same_measure(other.figure.quantity, item.figure.quantity)
    ]
    for at, handled in enumerate(earlier):
        if at == 0 or not _HANDLED.search(handled.gap):
            continue
        whole = earlier[at - 1]
        operands = (whole.figure.level("total"), handled.figure.level("part"), item.figure.level("part"))
        claim = make_claim(
            passages.scan, ClaimType.SUM, operands, (whole, handled, item), "sum.handled-and-left", is_exhaustive=True
        )
        if holds(claim):
            return claim
        is_plain = _RECEIVED.search(whole.gap) is not None and len(earlier) == _PAIR
        return replace(claim, confidence=LIKELY) if is_plain and is_near(claim) else None
    return None


def _what_is_left(passages: Passages, passage: Passage, i: int, *, is_named: bool) -> Claim | None:
    item = passage.items[i]
    earlier = passage.items[max(0, i - _BACK) : i]
    is_local = bool(earlier)
    if not earlier:
        for before in passages.before(passage, 1):
            earlier = before.items[-_BACK:]
    done = [other for other in earlier if _is_of(other, item)]
    if not done or (is_local and done[-1] is not earlier[-1] and not earlier[-1].figure.is_percent):
        return None
    whole = done[-1].figure.measurement.second
    done = [other for other in done if other.figure.measurement.second == whole]
    operands = (
        done[-1].figure.second_operand("total"),
        *(other.figure.level("part") for other in done),
        item.figure.level("part"),
    )
    claim = make_claim(passages.scan, ClaimType.SUM, operands, (*done, item), "sum.rest", is_exhaustive=True)
    if holds(claim):
        return claim
    is_certain = is_local and is_named and len(done) == 1 and len(item.gap) <= _REST_GAP
    if is_certain or is_slip(claim):
        return replace(claim, confidence=1.0 if is_certain else GUESSED)
    return None


def _is_of(other: Item, item: Item) -> bool:
    return other.figure.is_fraction and is_kindred(other.figure.quantity, item.figure.quantity)
