# SPDX-License-Identifier: Apache-2.0
"""The sentences that hold figures, with the roles of these, and the sentences of the same paragraph before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tiendo.kernel.quantity import Qualifier
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.extras import find_extras
from tiendo.read.findings.claims.context.figures import Figure
from tiendo.read.findings.claims.context.fractions import add_fractions
from tiendo.read.findings.claims.context.items import LEVEL, WHOLE, Item
from tiendo.read.findings.claims.context.roles import new_item, read_roles
from tiendo.read.text.sentences import Sentence

_EXACT = Qualifier.EXACT


@dataclass(frozen=True)
class Passage:
    """One sentence with its figures.

    Attributes:
        index: its number among all sentences; ``order``: among those with figures.
        extras: numbers that only make sums and shares that agree; a sentence may have nothing else.
    """

    index: int
    order: int
    sentence: Sentence
    items: list[Item]
    extras: list[Item]

    @cached_property
    def starts(self) -> list[int]:
        """Where the figures begin."""
        return [item.figure.start for item in self.items]

    @cached_property
    def exact(self) -> list[Item]:
        """The amounts and fractions that are told without a hedge: totals and parts."""
        return [
            item
            for item in self.all_items
            if (item.role is LEVEL or item.role is WHOLE)
            and item.figure.measurement.quantity.qualifier is _EXACT
            and (item.figure.is_amount or (item.figure.is_fraction and not item.figure.is_percent))
        ]

    @cached_property
    def all_items(self) -> list[Item]:
        """The figures and the extras, in order."""
        if not self.extras:
            return self.items
        return sorted((*self.items, *self.extras), key=lambda item: item.figure.start)


class Passages:
    """All sentences with figures, in order."""

    def __init__(self, scan: Scan, figures: Sequence[Figure]) -> None:
        self.scan = scan
        self.norm = scan.shadow.norm
        self.figures = figures
        self._order: list[Passage] = []
        extras = dict(_group(find_extras(scan, figures)))
        groups = dict(_group(figures))
        for index in sorted(groups.keys() | extras.keys()):
            sentence, group = scan.sentences[index], groups.get(index)
            items = read_roles(self.norm, add_fractions(scan, group), sentence.start, sentence.end) if group else []
            beside = [new_item(self.norm, figure, sentence.start, sentence.end) for figure in extras.get(index, ())]
            self._order.append(Passage(index, len(self._order), sentence, items, beside))

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._order)

    def before(self, passage: Passage, count: int, *, across: bool = False) -> list[Passage]:
        """Up to ``count`` sentences right before, nearest first, of the same paragraph.

        Args:
            across: the paragraphs right before count too ("Trong đó, …" on a line of its own).
        """
        out = []
        first_sentence = passage.index - count
        first_paragraph = passage.sentence.paragraph - (count if across else 0)
        for order in range(passage.order - 1, -1, -1):
            found = self._order[order]
            if found.index < first_sentence or found.sentence.paragraph < first_paragraph:
                break
            out.append(found)
        return out

    def behind(self, item: Item, count: int) -> list[Item]:
        """The next figures of the same sentence."""
        found = self._order[bisect_left(self._order, item.figure.sentence, key=lambda passage: passage.index)]
        return found.items[item.position + 1 : item.position + 1 + count]

    @cached_property
    def starts(self) -> list[int]:
        """Where the figures begin."""
        return [figure.start for figure in self.figures]


def _group(figures: Sequence[Figure]) -> Iterator[tuple[int, list[Figure]]]:
    group: list[Figure] = []
    for figure in figures:
        if group and figure.sentence != group[-1].sentence:
            yield group[-1].sentence, group
            group = []
        group.append(figure)
    if group:
        yield group[-1].sentence, group
