# SPDX-License-Identifier: Apache-2.0
"""Sums that no word announces but the figures show: a total, and further on the run of parts that makes it.

Only what agrees to the last digit is a claim here; nothing is ever accused. Not here: lists that words open (``sums``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim, ClaimType
from tiendo.read.findings.claims.build import make_claim
from tiendo.read.findings.claims.context.figures import is_kindred
from tiendo.read.findings.claims.context.items import Item
from tiendo.read.findings.claims.context.passages import Passage, Passages

_BACK = 4  # sentences
_TOTALS = 8  # amounts before a run among which its total is looked for
_MOST_PARTS = 8
_SMALL = 20  # below it two numbers make a third by chance
_MANY = 3  # so many parts do not
_REST = re.compile(r"\s?(?:[^\s,;.()\d]+\s){0,3}?còn\slại(?!\w)")


def find_agreeing_sums(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence whose last part stands in it."""
    mine = passage.exact
    if not any(item.figure.is_amount for item in mine):
        return
    amounts = [item for found in reversed(passages.before(passage, _BACK, across=True)) for item in found.exact]
    first = len(amounts)
    amounts += mine
    for end in range(max(first, 2), len(amounts)):
        if amounts[end].figure.is_amount:
            claim = _ending_at(passages, amounts, end)
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
            break
        parts.insert(0, part)
        total += part.figure.size
        if len(parts) > 1:
            best = _with_total(passages, amounts[max(0, at - _TOTALS) : at], parts, total) or best
    return best


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
