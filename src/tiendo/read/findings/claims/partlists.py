# SPDX-License-Identifier: Apache-2.0
"""Lists of parts and their totals: "14.205 hồ sơ, gồm …", "trong đó …", "(24 huyện, một thị xã)", "… còn lại …".

What is here: which figures are parts of which. Not here: what is claimed of them (``sums``, ``wholes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tiendo.kernel.findings import Kind
from tiendo.read.findings.claims.figures import is_kindred
from tiendo.read.findings.claims.passages import Passage, Passages
from tiendo.read.findings.claims.plans import is_plan
from tiendo.read.findings.claims.roles import Item, Role
from tiendo.read.findings.claims.words import LEVEL_WORDS, PARTS_OPEN, REST

_LABEL = 110  # characters between the opening words and the first part
_TOTAL_REACH = 220
_START = 4
_TAIL = 60  # behind the last figure: a part whose number is a word
_AMONG = re.compile(r"(?<!\w)(?:trong\s(?:tổng\s)?số|số\scòn\slại)(?:\s(?:là|hơn|gần|trên|khoảng))*\s$")
_BRACKET_REACH = 60
_BECOMES = LEVEL_WORDS | {"thành", "sau", "trước"}
_STOPS = re.compile(r"[,;).:]")
_SIGN_OR_AND = re.compile(r"[,;+]|(?<!\w)và(?!\w)")
_BREAK = re.compile(r"(?<!\w)(?:tổng|toàn|cùng\skỳ|so\svới|kế\shoạch|dự\stoán|chỉ\stiêu)(?!\w)")
_BEHIND_REST = re.compile(r"\s(?:[^\s,;.()]+\s){0,3}?còn\slại(?!\w)")


class Opener(StrEnum):
    """The words that open a list."""

    WITHIN = "within"  # trong đó
    ALL = "all"  # gồm
    BRACKET = "bracket"  # (29 căn xây mới, 17 căn sửa chữa)
    AMONG = "among"  # trong số 3.126 hộ có …


@dataclass(frozen=True, slots=True)
class PartList:
    """A list of parts.

    Attributes:
        totals: figures that can be the total, the likeliest first.
        parts: levels behind the opening words, as far as they can belong to the list.
        sure: how many of them certainly do.
        is_closed: the last is told as the rest.
        start, end: where the list stands, opening words included.
        is_local: the total stands in the same sentence.
    """

    opener: Opener
    totals: tuple[Item, ...]
    parts: tuple[Item, ...]
    sure: int
    is_closed: bool
    start: int
    end: int
    is_local: bool


def find_lists(passages: Passages, passage: Passage) -> Iterator[PartList]:
    """The lists of one sentence."""
    norm, items = passages.norm, passage.items
    first, last = passage.sentence.start, passage.sentence.end
    for opening in PARTS_OPEN.finditer(norm, first, last):
        opener = Opener.WITHIN if opening.lastgroup == "within" else Opener.ALL
        found = _list_from(passages, passage, opener, opening.start(), opening.end())
        if found is not None:
            yield found
    for i, item in enumerate(items):
        if i and item.role is Role.LEVEL and item.gap.endswith("("):
            found = _list_from(passages, passage, Opener.BRACKET, item.figure.start - 1, item.figure.start)
            if found is not None:
                yield found
        if i + 1 < len(items) and item.role is not Role.BASE and _AMONG.search(item.gap):
            found = _list_from(passages, passage, Opener.AMONG, item.figure.end, item.figure.end)
            if found is not None:
                yield found


def _list_from(passages: Passages, passage: Passage, opener: Opener, start: int, end: int) -> PartList | None:
    items = passage.items
    at = next((i for i, item in enumerate(items) if item.figure.start >= end), None)
    if at is None or items[at].figure.start - end > _LABEL or items[at].role is not Role.LEVEL:
        return None
    head = items[at]
    if head.figure.is_percent or head.figure.measurement.is_range:
        return None
    totals = _totals(passages, passage, items[:at], head, start, opener)
    if not totals:
        return None
    parts, sure, is_closed, stop = _parts(passages.norm, items[at:], head, opener, end, passage.sentence.end)
    if not parts:
        return None
    is_local = totals[0].figure.sentence == passage.index
    return PartList(opener, totals, tuple(parts), sure, is_closed, start, stop, is_local)


def _totals(
    passages: Passages, passage: Passage, before: list[Item], head: Item, start: int, opener: Opener
) -> tuple[Item, ...]:
    """The figures before the list that can be its total: of this sentence, else of the one before."""

    def can_be(item: Item) -> bool:
        return (
            item.role in (Role.LEVEL, Role.WHOLE, Role.BASE)
            and not item.figure.is_percent
            and is_kindred(item.figure.quantity, head.figure.quantity)
        )

    here = [item for item in reversed(before) if can_be(item) and start - item.figure.end <= _TOTAL_REACH]
    if opener is Opener.BRACKET:  # the figure right before the bracket
        if not here or here[0] is not before[-1] or start - here[0].figure.end > _BRACKET_REACH:
            return ()
        return () if _STOPS.search(passages.norm, here[0].figure.end, start) else (here[0],)
    if here:
        return tuple(here)
    if start - passage.sentence.start > _START + 40:
        return ()
    for found in passages.before(passage, 1, across=True):
        there = [item for item in reversed(found.items) if can_be(item)]
        if there:
            return tuple(there)
    return ()


def _parts(
    norm: str, items: list[Item], head: Item, opener: Opener, start: int, sentence_end: int
) -> tuple[list[Item], int, bool, int]:
    """The parts, how many are sure, whether the last is the rest, where the list ends."""
    parts: list[Item] = []
    sure, is_closed, is_sure, stop = 0, False, True, sentence_end
    end_of_bracket = _bracket_end(norm, start, sentence_end) if head.depth else sentence_end
    for item in items:
        if item.figure.start >= end_of_bracket:
            stop = end_of_bracket
            break
        if item is not head and (PARTS_OPEN.search(item.gap) or item.role is Role.FROM):
            stop = item.figure.start - len(item.gap)
            break
        if not _is_part(item, head):
            continue
        if opener is Opener.BRACKET and item is not head and not _is_listed(item):
            return [], 0, False, stop
        if item is not head and (";" in item.gap or _BREAK.search(item.gap)):
            is_sure = is_sure and ";" in item.gap and not _BREAK.search(item.gap)
        parts.append(item)
        sure += is_sure
        stop = item.figure.end
        if item is not head and (REST.search(item.gap) or _BEHIND_REST.match(item.behind)):
            is_closed = True
            break
    else:
        if opener is not Opener.WITHIN:
            stop = min(end_of_bracket, stop + _TAIL)
    return parts, sure, is_closed, min(stop, end_of_bracket)


def _is_listed(item: Item) -> bool:
    """29 căn xây mới, 17 căn sửa chữa; not: 10 xã, sắp xếp thành 5 xã."""
    return bool(_SIGN_OR_AND.search(item.gap)) and not _BECOMES & set(item.words)


def _is_part(item: Item, head: Item) -> bool:
    figure = item.figure
    if item.role is not Role.LEVEL or figure.is_percent or item.depth != head.depth or figure.is_fraction:
        return False
    if not is_kindred(figure.quantity, head.figure.quantity) or is_plan(item) != is_plan(head):
        return False
    return (figure.measurement.kind is Kind.FORECAST) == (head.figure.measurement.kind is Kind.FORECAST)


def _bracket_end(norm: str, start: int, end: int) -> int:
    depth = 0
    for at in range(start, min(end, start + 600)):
        if norm[at] == "(":
            depth += 1
        elif norm[at] == ")":
            if depth == 0:
                return at
            depth -= 1
    return end
