# SPDX-License-Identifier: Apache-2.0
"""How far a list of parts goes, and which of its figures certainly belong to it."""

from __future__ import annotations

import re
from itertools import pairwise

from tiendo.kernel.findings import Kind
from tiendo.kernel.records import record
from tiendo.read.findings.claims.context.figures import is_kindred
from tiendo.read.findings.claims.context.items import FROM, LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passage
from tiendo.read.findings.claims.rates.plans import is_plan
from tiendo.read.findings.claims.words import LEVEL_WORDS, NOT_ADDITIVE, PARTS_OPEN, REST

_MOST_ITEMS = 48  # figures of a list, with those that compare them
_LONGEST_BRACKET = 600
_TAIL = 60  # behind the last figure: a part whose number is a word
_RANGE = ("đến", "tới", "-", "–")
_BECOMES = LEVEL_WORDS | {"thành", "sau", "trước"}
_SIGN_OR_AND = re.compile(r"[,;+]|(?<!\w)và(?!\w)")
_REST_BEHIND = re.compile(r"\s(?:[^\s,;.()]+\s){0,3}?còn\slại(?!\w)|\s(?:[^\s,;.()]+\s){0,2}?khác\s?(?:[.;)]|$)")
# A new statement, not a further part.
_BREAK = re.compile(
    r"(?<!\w)(?:tổng|toàn|ngoài\s(?:ra|số|các|những)|bên\scạnh|đồng\sthời|cùng\svới|kèm\stheo|chưa\skể"
    r"|không\s(?:kể|tính|bao)|riêng|đến\snăm|năm\s\d{4})(?!\w)"
)
_FULL_STOP = re.compile(r"\.\D")


@record
class Parts:
    """The parts of a list; ``sure`` of them certainly belong to it, ``is_closed`` when the last is told as the rest.

    ``end_with_words`` is behind what follows the last figure and may hold a part whose number is a word.
    """

    parts: tuple[Item, ...]
    sure: int
    is_closed: bool
    is_uniform: bool
    end: int
    end_with_words: int


_NONE = Parts((), 0, is_closed=False, is_uniform=False, end=0, end_with_words=0)


def read_parts(norm: str, passage: Passage, at: int, opening_end: int, *, is_strict: bool) -> Parts:
    """The parts from figure ``at`` on.

    Args:
        opening_end: behind the opening words.
        is_strict: nothing but commas and "và" may stand between the parts.
    """
    items = passage.items[at : at + _MOST_ITEMS]
    head, limit = items[0], passage.sentence.end
    if head.depth:
        limit = _bracket_end(norm, opening_end, limit)
    parts: list[Item] = []
    sure, is_sure, stop, ends_early = 0, True, limit, False
    for item in items:
        if item.figure.start >= limit:
            break
        if item is not head and _ends_list(item, head):
            stop, ends_early = item.figure.start - len(item.gap), True
            break
        if not _is_part(item, head):
            continue
        if item is not head and (item.gap.strip() in _RANGE or (is_strict and not _is_listed(item))):
            return _NONE
        is_sure = is_sure and ";" not in item.gap
        parts.append(item)
        sure += is_sure
        stop = item.figure.end
        if item is not head and _is_rest(item):
            return Parts(tuple(parts), len(parts), is_closed=True, is_uniform=False, end=stop, end_with_words=stop)
    is_uniform = len(parts) > 1 and not any(_between(norm, *pair) for pair in pairwise(parts))
    end_with_words = min(stop if ends_early else stop + _TAIL, limit)
    return Parts(tuple(parts), sure, False, is_uniform, min(stop, limit), end_with_words)


def _between(norm: str, one: Item, other: Item) -> bool:
    """Whether no semicolon parts two figures."""
    return norm.find(";", one.figure.end, other.figure.start) < 0


def _ends_list(item: Item, head: Item) -> bool:
    """Whether another list, another total or another statement begins before a figure."""
    if PARTS_OPEN.search(item.gap) or item.role is FROM:
        return True
    if not _is_part(item, head):
        return False
    own = " ".join(item.words)  # the words before belong to the part before
    if _FULL_STOP.search(item.gap) or _BREAK.search(own) or NOT_ADDITIVE.search(own):
        return True
    return ";" in item.gap and PARTS_OPEN.search(item.behind) is not None


def _is_rest(item: Item) -> bool:
    return REST.search(item.gap) is not None or _REST_BEHIND.match(item.behind) is not None


def _is_listed(item: Item) -> bool:
    """29 căn xây mới, 17 căn sửa chữa; not: 10 xã, sắp xếp thành 5 xã."""
    return bool(_SIGN_OR_AND.search(item.gap)) and not _BECOMES & set(item.words)


def _is_part(item: Item, head: Item) -> bool:
    figure = item.figure
    if item.role is not LEVEL or not figure.is_amount or item.depth != head.depth:
        return False
    if not is_kindred(figure.quantity, head.figure.quantity) or is_plan(item) != is_plan(head):
        return False
    return (figure.measurement.kind is Kind.FORECAST) == (head.figure.measurement.kind is Kind.FORECAST)


def _bracket_end(norm: str, start: int, end: int) -> int:
    depth = 0
    for at in range(start, min(end, start + _LONGEST_BRACKET)):
        if norm[at] == "(":
            depth += 1
        elif norm[at] == ")":
            if depth == 0:
                return at
            depth -= 1
    return end
