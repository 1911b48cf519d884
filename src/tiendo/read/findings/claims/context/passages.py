# SPDX-License-Identifier: Apache-2.0
"""The sentences that hold figures, with the roles of these, and the sentences of the same paragraph before them."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator

from tiendo.kernel.findings import Measurement
from tiendo.kernel.quantity import Qualifier
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.extras import find_extras
from tiendo.read.findings.claims.context.figures import Figure, Figures
from tiendo.read.findings.claims.context.fractions import add_fractions
from tiendo.read.findings.claims.context.items import LEVEL, WHOLE, Item
from tiendo.read.findings.claims.context.kin import KinIndex
from tiendo.read.findings.claims.context.roles import new_item, read_roles
from tiendo.read.text.sentences import Sentence

#: An estimate may be printed to the last digit: "ước đạt 3.324 tỷ đồng: nông nghiệp 289 tỷ đồng, …".
_TOLD = frozenset((Qualifier.EXACT, Qualifier.ABOUT))
#: Sentences before a figure in which another of its kind may belong to it.
REACH = 4
#: Sentences that are kept behind a walk: rules look at ``REACH`` of them, and now and then further back.
_KEPT = 64


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
        and figure.measurement.quantity.qualifier in _TOLD
        and (figure.is_amount or (figure.is_fraction and not figure.is_percent))
    )


class Passages:
    """All sentences with figures, made one after the other: of those far behind a walk nothing is kept."""

    def __init__(self, scan: Scan, measurements: Iterable[Measurement]) -> None:
        self.scan = scan
        self.norm = scan.shadow.norm
        self.figures = Figures(scan, measurements)
        self._near: deque[Passage] = deque(maxlen=_KEPT)

    def __iter__(self) -> Iterator[Passage]:
        near = self._near
        near.clear()
        kin = KinIndex(REACH)
        extras = _group(find_extras(self.scan, self.figures))
        for order, (index, figures, beside) in enumerate(_side_by_side(_group(self.figures), extras)):
            found = Passage(self.scan, index, order, figures, beside)
            found.own_kin, found.near_kin = kin.add(order, [*figures, *beside] if beside else figures)
            near.append(found)
            yield found

    def before(self, passage: Passage, count: int, *, across: bool = False) -> list[Passage]:
        """Up to ``count`` sentences (``REACH`` at most) right before, nearest first, of the same paragraph.

        Args:
            across: the paragraphs right before count too ("Trong đó, …" on a line of its own).
        """
        out = []
        first_sentence = passage.index - count
        first_paragraph = passage.sentence.paragraph - (count if across else 0)
        for found in reversed(self._near):
            if found.order >= passage.order:
                continue
            if found.index < first_sentence or found.sentence.paragraph < first_paragraph:
                break
            out.append(found)
        return out

    def behind(self, item: Item, count: int) -> list[Item]:
        """The next figures of the same sentence."""
        return self.items_of(item.figure.sentence)[item.position + 1 : item.position + 1 + count]

    def items_of(self, index: int) -> list[Item]:
        """The figures of a sentence with their roles; read again when the sentence is far behind."""
        near = self._near
        at = bisect_left(near, index, key=lambda passage: passage.index)
        if at < len(near) and near[at].index == index:
            return near[at].items
        sentence = self.scan.sentences[index]
        figures = [*self.figures.between(sentence.start, sentence.end)]
        return Passage(self.scan, index, -1, figures, []).items

    def items_between(self, start: int, end: int) -> list[Item]:
        """The figures with their roles that begin in a range."""
        sentences = self.scan.sentences
        out: list[Item] = []
        index = max(0, self.scan.sentence_index(start))
        while index < len(sentences) and sentences[index].start < end:
            out += [item for item in self.items_of(index) if start <= item.figure.start < end]
            index += 1
        return out


def _group(figures: Iterable[Figure]) -> Iterator[tuple[int, list[Figure]]]:
    group: list[Figure] = []
    for figure in figures:
        if group and figure.sentence != group[-1].sentence:
            yield group[-1].sentence, group
            group = []
        group.append(figure)
    if group:
        yield group[-1].sentence, group


def _side_by_side(
    figures: Iterator[tuple[int, list[Figure]]], extras: Iterator[tuple[int, list[Figure]]]
) -> Iterator[tuple[int, list[Figure], list[Figure]]]:
    """The sentences of both, by number."""
    one, other = next(figures, None), next(extras, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one[0] < other[0]):
            assert one is not None  # noqa: S101 - one of the two is there
            yield one[0], one[1], []
            one = next(figures, None)
        elif one is None or other[0] < one[0]:
            yield other[0], [], other[1]
            other = next(extras, None)
        else:
            yield one[0], one[1], other[1]
            one, other = next(figures, None), next(extras, None)
