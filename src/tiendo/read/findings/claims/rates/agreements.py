# SPDX-License-Identifier: Apache-2.0
"""Percentages that follow from figures told before, though no word says from which.

Only what agrees to the last printed digit is a claim here; nothing is ever accused.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from tiendo.kernel.arithmetic import judge_quickly, scale_of
from tiendo.kernel.findings import Claim, RatioMode, Span
from tiendo.read.findings.claims.build import Draft, holds, make_ratio
from tiendo.read.findings.claims.context.figures import Figure, is_comparable
from tiendo.read.findings.claims.context.items import BASE, FROM, LEVEL, WHOLE, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.context.wholes import label_of, named_whole
from tiendo.read.findings.claims.rates.modes import is_average, mode_of

_BACK = 2  # sentences
_BASES = 14  # figures
_TOPS = 3
_HISTORY = 48  # figures of the document whose subjects are remembered
_WORD = re.compile(r"\w+")
_EMPTY = frozenset("của các và thực hiện được đã có là trong năm ước đạt so với".split())
_FEWEST_WORDS = 2
_LABEL = re.compile(r"\s*([^,;:().]{4,60}?)\schiếm\s(?:tỷ\slệ\s|tỉ\slệ\s)?(?:hơn\s|gần\s|khoảng\s)?")
_LABEL_REACH = 60
_BASE_ROLES = (LEVEL, WHOLE, BASE, FROM)


class Agreements:
    """Looks for the numbers of percentages that no other rule could explain, among those the document told before."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.seen: list[int] = []  # sentences whose figures the history has not taken in
        self.history: deque[tuple[frozenset[str], Item]] = deque(maxlen=_HISTORY)

    def find(self, passage: Passage, explained: set[Span | None]) -> Iterator[Claim]:
        """The claims of one sentence.

        Args:
            explained: places of the percentages that other claims state.
        """
        bases: list[Item] | None = None
        can_follow = passage.has_percent and (passage.count > 1 or "chiếm" in passage.text)
        for item in passage.items if can_follow else ():
            if item.figure.measurement.span in explained or not _can_be_explained(item):
                continue
            if bases is None:
                earlier = reversed(self.passages.before(passage, _BACK, across=True))
                bases = [other for found in earlier for other in found.all_items]
            claim = self._explain(passage, item, bases)
            if claim is not None:
                yield claim
        if passage.figures:
            self.seen.append(passage.index)

    def _remember(self) -> None:
        """Take the figures of the sentences before into the history: of many the last, for it holds no more."""
        fresh: list[Item] = []
        while self.seen and len(fresh) < _HISTORY:
            items = self.passages.items_of(self.seen.pop())
            fresh += [item for item in reversed(items) if _can_be_base(item)]
        self.seen.clear()
        self.history.extend((_words(item.figure.measurement.subject), item) for item in reversed(fresh))

    def _explain(self, passage: Passage, item: Item, earlier: list[Item]) -> Claim | None:
        start = item.figure.start
        before = [other for other in passage.all_items if other.figure.start < start][-_BASES:]
        behind = passage.items[item.position + 1 : item.position + 2]
        near = [*reversed(before[-_TOPS:]), *_in_brackets(behind), *self._labelled(item, earlier)]
        tops = [other for other in ([item.level] if item.level is not None else []) + near if _is_amount(other)]
        bases = [*reversed(before), *reversed(earlier[-_BASES:])]
        if item.figure.quantity.step < 1:  # a whole percentage is met by chance too easily
            for top in dict.fromkeys(tops):
                for base in bases:
                    claim = self._holding(item, top, base)
                    if claim is not None:
                        return claim
        elif item.separator == "(":
            return self._of_counted_whole(item, tops, before)
        return self._from_history(item, tops) or self._of_named_whole(item, tops)

    def _of_counted_whole(self, item: Item, tops: list[Item], before: list[Item]) -> Claim | None:
        """45/50 hồ sơ đúng hạn (90%), 5 hồ sơ trễ hạn (10%): of the whole that n/m told."""
        wholes = [other for other in before if other.figure.is_fraction and not other.figure.is_percent]
        claims = (self._holding(item, top, whole) for top in tops[:1] for whole in reversed(wholes))
        return next((claim for claim in claims if claim is not None), None)

    def _labelled(self, item: Item, earlier: list[Item]) -> list[Item]:
        """Vi phạm nồng độ cồn chiếm 24,6%: the count that was told with these words."""
        label = _LABEL.fullmatch(item.gap)
        if label is None or len(label.group(1).split()) < _FEWEST_WORDS:
            return []
        norm = self.passages.norm
        return [
            other
            for other in reversed(earlier[-_BASES:])
            if label.group(1) in norm[other.figure.start : other.figure.end + _LABEL_REACH]
        ]

    def _from_history(self, item: Item, tops: list[Item]) -> Claim | None:
        """A figure of the same subject, told anywhere before."""
        if item.base is not None or not tops:
            return None
        self._remember()
        for top in tops[:1]:
            words = _words(top.figure.measurement.subject)
            fewest = max(_FEWEST_WORDS, (len(words) + 1) // 2)
            if len(words) < fewest:
                continue
            for told, base in reversed(self.history):
                if len(words & told) >= fewest:
                    claim = self._holding(item, top, base)
                    if claim is not None:
                        return claim
        return None

    def _of_named_whole(self, item: Item, tops: list[Item]) -> Claim | None:
        """Nợ quá hạn 66 triệu đồng, chiếm 0,02% tổng dư nợ: the amount that was told with this name."""
        name = named_whole(item) if tops and item.figure.quantity.step < 1 else None
        if not name:
            return None
        self._remember()
        for top in tops[:1]:
            for _, base in reversed(self.history):
                if name <= label_of(base) and base is not top and _fits(item, top.figure, base.figure):
                    draft = self._draft(item, top, base)
                    if holds(draft.claim):
                        return draft.claim
        return None

    def _holding(self, item: Item, top: Item, base: Item) -> Claim | None:
        if base is top or base.role not in _BASE_ROLES or not _fits(item, top.figure, base.figure):
            return None
        if not is_comparable(top.figure.quantity, base.figure.quantity):
            return None
        draft = self._draft(item, top, base)
        return draft.claim if judge_quickly(draft.claim) else None

    def _draft(self, item: Item, top: Item, base: Item) -> Draft:
        second = base.figure.is_fraction
        operand = base.figure.second_operand("") if second else base.figure.level("")
        numbers = (top.figure.level(""), operand, item.figure.operand(""))
        quoted = (top, item) if base.figure.sentence != item.figure.sentence else (base, top, item)
        return make_ratio(self.passages.scan, mode_of(item), numbers, quoted, "ratio.agreement", is_certain=False)


def _fits(item: Item, top: Figure, base: Figure) -> bool:
    """Whether the percentage of two figures is near the printed one: most pairs are out at once."""
    size = base.size
    if base.is_fraction:
        second = base.measurement.second
        size = second.value * scale_of(second) if second is not None else size
    elif not base.is_amount:
        return False
    if not size or size == top.size:
        return False
    share = top.size / size * 100
    mode, stated = mode_of(item), item.figure.quantity
    point = share if mode is RatioMode.SHARE else share - 100 if mode is RatioMode.EXCESS else 100 - share
    return abs(point - abs(stated.value)) <= stated.step


def _can_be_explained(item: Item) -> bool:
    figure = item.figure
    return (
        figure.is_percent
        and not figure.is_fraction
        and not figure.is_point
        and item.base is None
        and not is_average(item)
    )


def _can_be_base(item: Item) -> bool:
    return item.role in (LEVEL, BASE, WHOLE) and (item.figure.is_amount or item.figure.is_fraction)


def _is_amount(item: Item) -> bool:
    return item.figure.is_amount and item.role in (LEVEL, WHOLE)


def _in_brackets(items: list[Item]) -> list[Item]:
    return [item for item in items if item.separator == "("]


@lru_cache(maxsize=1024)
def _words(subject: str) -> frozenset[str]:
    return frozenset(_WORD.findall(normalize("NFC", subject).lower())) - _EMPTY
