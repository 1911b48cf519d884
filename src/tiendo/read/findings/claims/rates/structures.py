# SPDX-License-Identifier: Apache-2.0
"""Shares of one whole told side by side: "Cơ cấu kinh tế: nông nghiệp 31%; công nghiệp 38%; dịch vụ 31%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.read.engine.words import any_word
from tiendo.read.findings.claims.build import GUESSED, LIKELY, holds, is_slip, make_claim
from tiendo.read.findings.claims.context.items import CHANGE, LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages

_STRUCTURE = re.compile(any_word(r"cơ\scấu", r"t[ỷỉ]\strọng"))
_FEWEST = 3
_MOST = 8
_HUNDRED = 100
_NEAR = Decimal(3)  # points that a slip of the last digits may miss
_ABOVE = Decimal(12)  # shares of one whole are never more; a slip in the tens makes ten
_WHOLE = Operand("total", Quantity(Decimal(100), "%", Decimal("1E-9")))


def find_structures(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claim of one sentence that its shares make a whole."""
    sentence = passage.sentence
    word = _STRUCTURE.search(passages.norm, sentence.start, sentence.end)
    if word is None:
        yield from _of_hundred(passages, passage)
        return
    run: list[Item] = []
    for item in [*passage.items, None]:
        if (
            item is not None
            and item.figure.start > word.end()
            and _is_share(item)
            and (not run or run[0].depth == item.depth)
        ):
            run.append(item)
            continue
        if _FEWEST <= len(run) <= _MOST:
            yield from _claim(passages, run)
            return
        run = []


def _of_hundred(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """Xếp loại tốt 45%, khá 40%, trung bình 15%: three or more that make a whole to the last digit."""
    run: list[Item] = []
    for item in [*passage.items, None]:
        if item is not None and item.role is LEVEL and _is_share(item) and (not run or run[0].depth == item.depth):
            run.append(item)
            continue
        if _FEWEST <= len(run) <= _MOST and sum(part.figure.quantity.value for part in run) == _HUNDRED:
            operands = (_WHOLE, *(part.figure.operand("part") for part in run))
            yield make_claim(passages.scan, ClaimType.SUM, operands, run, "sum.hundred", is_exhaustive=True)
        run = []


def _is_told_twice(run: list[Item]) -> bool:
    """Nông nghiệp 71,83%, phi nông nghiệp 28,17%, đất đô thị 5,81%: those behind are parts of these."""
    sums = accumulate(item.figure.quantity.value for item in run[:-1])
    return any(abs(found - _HUNDRED) <= run[0].figure.quantity.step for found in sums)


def _is_share(item: Item) -> bool:
    figure = item.figure
    return figure.is_percent and not figure.is_fraction and not figure.is_point and item.role is not CHANGE


def _claim(passages: Passages, run: list[Item]) -> Iterator[Claim]:
    operands = (_WHOLE, *(item.figure.operand("part") for item in run))
    claim = make_claim(passages.scan, ClaimType.SUM, operands, run, "sum.structure", is_exhaustive=True)
    above = sum((item.figure.quantity.value for item in run), Decimal(0)) - 100
    if holds(claim):
        yield claim
    elif 0 < above <= _ABOVE and not _is_told_twice(run):
        yield replace(claim, confidence=LIKELY)
    elif -_NEAR <= above < 0 and is_slip(claim):  # taxes less subsidies may be left out
        yield replace(claim, confidence=GUESSED)
