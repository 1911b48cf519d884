# SPDX-License-Identifier: Apache-2.0
"""Which figure can be the total of a list of parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tiendo.read.findings.claims.context.figures import is_kindred
from tiendo.read.findings.claims.context.items import LEVEL, WHOLE, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.words import NOT_ADDITIVE, PARTS_OPEN

_REACH = 220  # characters between a total and its list
_BRACKET_REACH = 60
_NAME = 60  # characters before a total in which its name stands
_MOST_TIMES = 10  # a part that is larger than so many totals belongs to another
_MOST = 4
_FAR = 2  # sentences; a caption may stand between a total and its parts
_BACK = 12
_STOPS = re.compile(r"[,;).:]")
_TIER = re.compile(r"\scấp\s(\w+)")


def can_be_total(item: Item, head: Item) -> bool:
    """Whether a figure can be the total of a list that begins with ``head``."""
    return (
        item.role in (LEVEL, WHOLE)
        and (item.figure.is_amount or item.figure.is_fraction)
        and item.figure.quantity.value * _MOST_TIMES > head.figure.quantity.value
        and is_kindred(item.figure.quantity, head.figure.quantity)
        and not NOT_ADDITIVE.search(item.gap[-_NAME:])
        and not _is_in_other_bracket(item, head)
        and _tier(item) in (None, _tier(head) or _tier(item))
    )


def totals_before(before: Sequence[Item], head: Item, start: int) -> tuple[Item, ...]:
    """The figures of the sentence before the list, the nearest first."""
    here = [item for item in reversed(before) if can_be_total(item, head) and start - item.figure.end <= _REACH]
    return tuple(here[:_MOST])


def total_before_bracket(norm: str, before: Sequence[Item], head: Item, start: int) -> tuple[Item, ...]:
    """The figure right before a bracket or colon: "46 căn nhà cho hộ khó khăn (29 căn …"."""
    if not before or not can_be_total(before[-1], head) or start - before[-1].figure.end > _BRACKET_REACH:
        return ()
    return () if _STOPS.search(norm, before[-1].figure.end, start) else (before[-1],)


def totals_in_sentence_before(passages: Passages, passage: Passage, head: Item) -> tuple[Item, ...]:
    """The figures of the sentence before; those that are parts there come last."""
    for found in passages.before(passage, _FAR, across=True):
        there = [item for item in reversed(found.items[-_BACK:]) if can_be_total(item, head)]
        opening = PARTS_OPEN.search(passages.norm, found.sentence.start, found.sentence.end)
        parts_from = opening.end() if opening is not None else found.sentence.end
        there.sort(key=lambda item: item.figure.start > parts_from)
        return tuple(there[:_MOST])
    return ()


def _is_in_other_bracket(item: Item, head: Item) -> bool:
    """Whether a figure stands in brackets that say something else of an amount: "tăng 10% (cùng kỳ 10.482 tỷ đồng)"."""
    if item.depth <= head.depth or item.figure.sentence != head.figure.sentence:
        return False
    return item.container is None or not item.container.figure.is_percent


def _tier(item: Item) -> str | None:
    """The tier of administrative units: "cấp huyện", "cấp xã"."""
    found = _TIER.match(item.behind) or _TIER.search(" " + item.figure.quantity.unit)
    return found.group(1) if found is not None else None
