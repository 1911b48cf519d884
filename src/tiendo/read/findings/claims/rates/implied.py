# SPDX-License-Identifier: Apache-2.0
"""Counts with their shares that must come from one base, when the base itself is not told.

"120 hộ nghèo, chiếm 4%; 90 hộ cận nghèo, chiếm 3%": both give 3.000 households.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tiendo.kernel.arithmetic import is_counted
from tiendo.kernel.findings import Claim, ClaimType
from tiendo.kernel.quantity import Qualifier
from tiendo.read.findings.claims.build import LIKELY, Draft, holds, make_claim, settle
from tiendo.read.findings.claims.context.figures import is_same_measure
from tiendo.read.findings.claims.context.items import LEVEL, SHARE, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.words import Verb

_BASE_NAME = re.compile(r"\s((?:số|tổng|dân|lực\slượng|hộ|trường)\s?[^\W\d_]+(?:\s[^\W\d_]+){0,3}?)(?=\s?[(,;.]|$)")
_MANY = 2  # pairs; of more the odd one out is known


def find_implied_bases(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence about counts and shares side by side."""
    pairs: list[tuple[Item, Item]] = []
    for item in [*passage.items, None]:
        if item is not None and _is_pair(item):
            assert item.level is not None  # noqa: S101 - _is_pair has looked
            if not pairs or is_same_measure(pairs[-1][0].figure.quantity, item.level.figure.quantity):
                pairs.append((item.level, item))
                continue
        elif item is not None and item.role is LEVEL:
            continue
        if len(pairs) > 1:
            yield from _claims(passages, pairs)
        pairs = []
    yield from _of_named_base(passages, passage)


def _of_named_base(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """Shares of a base that is named each time: "chiếm 35,1% lực lượng lao động … chiếm 32,5% lực lượng lao động"."""
    by_base: dict[str, list[tuple[Item, Item]]] = {}
    for item in passage.items:
        base = _BASE_NAME.match(item.behind)
        if base is not None and item.level is not None and _is_pair(item):
            by_base.setdefault(base.group(1), []).append((item.level, item))
    for pairs in by_base.values():
        is_run = all(second[0].position == first[1].position + 1 for first, second in pairwise(pairs))
        if len(pairs) > 1 and not is_run:  # a run was looked at
            yield from _claims(passages, pairs)


def _is_pair(item: Item) -> bool:
    level = item.level
    return (
        item.role is SHARE
        and (item.verb is Verb.SHARE or (item.verb is None and item.separator == "("))
        and level is not None
        and not level.figure.is_percent
        and not level.figure.is_fraction
        and is_counted(level.figure.quantity)
        and item.base is None
        and item.base_kind is None
        and not item.is_soft
        and item.figure.quantity.value > 0
    )


def _claims(passages: Passages, pairs: list[tuple[Item, Item]]) -> Iterator[Claim]:
    operands = tuple(
        operand for count, share in pairs for operand in (count.figure.operand("count"), share.figure.operand("share"))
    )
    items = [item for pair in pairs for item in pair]
    claim = make_claim(passages.scan, ClaimType.IMPLIED_BASE, operands, items, "implied.chiếm")
    is_told = all(share.verb is Verb.SHARE for _, share in pairs)  # a bare bracket may hold a growth
    found = settle([Draft(claim, is_certain=False, is_guessable=is_told)])
    if found is not None:
        yield found
    elif _can_tell(pairs) and _is_one_apart(passages, pairs):
        yield replace(claim, confidence=LIKELY)


def _can_tell(pairs: list[tuple[Item, Item]]) -> bool:
    """Whether two that agree are no chance: three to the decimal or more than three, and none of them hedged."""
    if any(item.figure.quantity.qualifier is not Qualifier.EXACT for pair in pairs for item in pair):
        return False
    is_fine = sum(share.figure.quantity.step < 1 for _, share in pairs) >= _MANY
    return len(pairs) > (_MANY if is_fine else _MANY + 1)


def _is_one_apart(passages: Passages, pairs: list[tuple[Item, Item]]) -> bool:
    """Whether all pairs but one come from one base: then that one is a slip."""
    for apart in range(len(pairs)):
        rest = [pair for i, pair in enumerate(pairs) if i != apart]
        operands = tuple(
            operand
            for count, share in rest
            for operand in (count.figure.operand("count"), share.figure.operand("share"))
        )
        items = [item for pair in rest for item in pair]
        if holds(make_claim(passages.scan, ClaimType.IMPLIED_BASE, operands, items, "implied.chiếm")):
            return True
    return False
