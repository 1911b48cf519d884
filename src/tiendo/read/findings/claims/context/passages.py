# SPDX-License-Identifier: Apache-2.0
"""The sentences that hold figures, with the roles of these, and the sentences of the same paragraph before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.figures import Figure
from tiendo.read.findings.claims.context.fractions import add_fractions
from tiendo.read.findings.claims.context.items import Item
from tiendo.read.findings.claims.context.roles import read_roles
from tiendo.read.text.sentences import Sentence


@dataclass(frozen=True)
class Passage:
    """One sentence with its figures."""

    index: int
    sentence: Sentence
    items: list[Item]

    @cached_property
    def starts(self) -> list[int]:
        """Where the figures begin."""
        return [item.figure.start for item in self.items]


class Passages:
    """All sentences with figures, in order."""

    def __init__(self, scan: Scan, figures: Sequence[Figure]) -> None:
        self.scan = scan
        self.norm = scan.shadow.norm
        self.figures = figures
        self._by_index: dict[int, Passage] = {}
        for index, group in _group(figures):
            sentence = scan.sentences[index]
            items = read_roles(self.norm, add_fractions(scan, group), sentence.start, sentence.end)
            self._by_index[index] = Passage(index, sentence, items)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._by_index.values())

    def before(self, passage: Passage, count: int, *, across: bool = False) -> list[Passage]:
        """Up to ``count`` sentences right before, nearest first, of the same paragraph.

        Args:
            across: the paragraphs right before count too ("Trong đó, …" on a line of its own).
        """
        out = []
        reach = count if across else 0
        for index in range(passage.index - 1, max(-1, passage.index - 1 - count), -1):
            sentence = self.scan.sentences[index]
            if passage.sentence.paragraph - sentence.paragraph > reach:
                break
            found = self._by_index.get(index)
            if found is not None:
                out.append(found)
        return out

    def behind(self, item: Item, count: int) -> list[Item]:
        """The next figures of the same sentence."""
        return self._by_index[item.figure.sentence].items[item.position + 1 : item.position + 1 + count]

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
