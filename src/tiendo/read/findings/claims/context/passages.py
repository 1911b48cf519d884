# SPDX-License-Identifier: Apache-2.0
"""The sentences that hold figures, with the roles of these, and the sentences of the same paragraph before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from tiendo.kernel.quantity import Qualifier
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.extras import find_extras
from tiendo.read.findings.claims.context.figures import Figure
from tiendo.read.findings.claims.context.fractions import add_fractions
from tiendo.read.findings.claims.context.items import LEVEL, WHOLE, Item
from tiendo.read.findings.claims.context.kin import KinIndex
from tiendo.read.findings.claims.context.roles import new_item, read_roles
from tiendo.read.text.sentences import Sentence

_EXACT = Qualifier.EXACT
#: Sentences before a figure in which another of its kind may belong to it.
REACH = 4


class Passage:
    """One sentence with its figures. What the words say of these is read when it is first asked for.

    Attributes:
        index: its number among all sentences; ``order``: among those with figures.
        figures: its measurements; ``beside``: its other numbers of things.
        count: how many numbers these are.
        own_kin: how many amounts of one kind it holds; ``near_kin``: with the ``REACH`` sentences before it.
        text: its words in the normal form.
    """

    __slots__ = (
        "_all_items", "_exact", "_extras", "_items", "_scan", "_starts",
        "beside", "count", "figures", "has_percent", "index", "near_kin", "order", "own_kin", "sentence", "text",
    )  # fmt: skip

    def __init__(self, scan: Scan, index: int, order: int, figures: list[Figure], beside: list[Figure]) -> None:
        self._scan = scan
        self.index, self.order, self.figures, self.beside = index, order, figures, beside
        self.sentence: Sentence = scan.sentences[index]
        self.text = scan.shadow.norm[self.sentence.start : self.sentence.end]
        self.count = len(figures) + len(beside)
        self.own_kin = self.near_kin = 0
        self.has_percent = any(figure.is_percent for figure in figures)
        self._items: list[Item] | None = None
        self._extras: list[Item] | None = None
        self._all_items: list[Item] | None = None
        self._exact: list[Item] | None = None
        self._starts: list[int] | None = None

    @property
    def items(self) -> list[Item]:
        """The figures with their roles, and the fractions that are told as a percentage."""
        if self._items is None:
            self._items = self._read() if self.figures else []
        return self._items

    def _read(self) -> list[Item]:
        start, end = self.sentence.start, self.sentence.end
        return read_roles(self._scan.shadow.norm, add_fractions(self._scan, self.figures), start, end)

    @property
    def extras(self) -> list[Item]:
        """Numbers that only make sums and shares that agree; a sentence may have nothing else."""
        if self._extras is None:
            norm, start, end = self._scan.shadow.norm, self.sentence.start, self.sentence.end
            self._extras = [new_item(norm, figure, start, end) for figure in self.beside]
        return self._extras

    @property
    def all_items(self) -> list[Item]:
        """The figures and the extras, in order."""
        if not self.beside:
            return self.items
        if self._all_items is None:
            self._all_items = sorted((*self.items, *self.extras), key=lambda item: item.figure.start)
        return self._all_items

    @property
    def starts(self) -> list[int]:
        """Where the figures begin."""
        if self._starts is None:
            self._starts = [item.figure.start for item in self.items]
        return self._starts

    @property
    def exact(self) -> list[Item]:
        """The amounts and fractions that are told without a hedge: totals and parts."""
        if self._exact is None:
            self._exact = [item for item in self.all_items if _is_exact(item)]
        return self._exact


def _is_exact(item: Item) -> bool:
    figure = item.figure
    return (
        (item.role is LEVEL or item.role is WHOLE)
        and figure.measurement.quantity.qualifier is _EXACT
        and (figure.is_amount or (figure.is_fraction and not figure.is_percent))
    )


class Passages:
    """All sentences with figures, in order."""

    def __init__(self, scan: Scan, figures: Sequence[Figure]) -> None:
        self.scan = scan
        self.norm = scan.shadow.norm
        self.figures = figures
        self._order: list[Passage] = []
        kin = KinIndex(REACH)
        beside = dict(_group(find_extras(scan, figures)))
        groups = dict(_group(figures))
        for index in sorted(groups.keys() | beside.keys()):
            found = Passage(scan, index, len(self._order), groups.get(index, []), beside.get(index, []))
            self._order.append(found)
            found.own_kin, found.near_kin = kin.add(found.order, [*found.figures, *found.beside])

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
