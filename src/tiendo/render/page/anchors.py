# SPDX-License-Identifier: Apache-2.0
"""Names that tie a place in the text to its line at the right, and the marks of one document.

What is here: ids, and start tags of marks. Not here: where they are put (``sheet``, ``grid``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tiendo.kernel.findings import CellRef, Span
from tiendo.kernel.problem import Problem, Severity
from tiendo.render.data import Checked
from tiendo.render.lang import Lang
from tiendo.render.page.items import CLASSES, Item
from tiendo.render.page.spans import Mark
from tiendo.render.places import Places

Place = tuple[int, int, int]  # table, row, column


@dataclass(frozen=True)
class Anchors:
    """What is marked where in one document.

    Attributes:
        prefix: "d1", so that the names of several documents in one page stay apart.
        marks: in running text, sorted by start.
        cell_items: what was found in each cell of the tables.
        cell_problems: start tags of the problems it takes part in.
    """

    prefix: str
    lang: Lang
    marks: list[Mark] = field(default_factory=list)
    cell_items: dict[Place, list[Item]] = field(default_factory=lambda: defaultdict(list))
    cell_problems: dict[Place, list[str]] = field(default_factory=lambda: defaultdict(list))
    bad: frozenset[int] = frozenset()

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that touch a range of the text."""
        first = bisect_left(self.marks, start, key=lambda mark: mark.start)
        before = [mark for mark in self.marks[max(0, first - _LOOK_BACK) : first] if mark.end > start]
        last = bisect_left(self.marks, end, lo=first, key=lambda mark: mark.start)
        return before + self.marks[first:last]

    def item_tags(self, item: Item) -> tuple[str, str]:
        """Start tag of an item with its number, and start tag where it is taken up again."""
        bad = " bad" if item.number in self.bad else ""
        common = f'class="f {CLASSES[item.kind]}{bad}" data-f="{item.number}"'
        label = "Finding" if self.lang is Lang.EN else "Phát hiện"
        link = f'<sup><a href="#{self.prefix}p{item.number}" aria-label="{label} {item.number}">{item.number}</a></sup>'
        return f'<span {common} id="{self.prefix}f{item.number}">{link}', f"<span {common}>"

    def problem_tags(self, number: int, severity: Severity = Severity.ERROR) -> tuple[str, str]:
        """The same for a problem; it has a sign in place of a number."""
        label = "Problem" if self.lang is Lang.EN else "Vấn đề"
        sign = f'<sup class="vs"><a href="#{self.prefix}c{number}" aria-label="{label} {number}">!{number}</a></sup>'
        common = f'class="v {severity.value}" data-v="{number}"'
        return f'<span {common} id="{self.prefix}v{number}">{sign}', f"<span {common}>"


#: How many marks before a block may still reach into it; a finding that spans more than that is cut off there.
_LOOK_BACK = 64


def find_anchors(
    prefix: str, checked: Checked, items: Sequence[Item], problems: Sequence[Problem], lang: Lang
) -> Anchors:
    """Everything that is marked in one document."""
    anchors = Anchors(prefix, lang, bad=frozenset(_touched(items, problems)))
    places = Places(checked.reading.document, checked.sentences)
    marks: list[tuple[int, Mark]] = []  # with a rank: of two of one range the lower is the outer
    for item in items:
        if item.span is not None:
            marks.append((2, Mark(item.span.start, item.span.end, *anchors.item_tags(item))))
        elif item.cell is not None:
            anchors.cell_items[_place(item.cell)].append(item)
    for number, problem in enumerate(problems, 1):
        marks.extend((1, mark) for mark in _problem_marks(number, problem, anchors))
    told = [item.span for item in items] + [problem.span for problem in problems]
    sentences = {_whole_sentence(span, places) for span in told if span is not None}
    for number, sentence in enumerate(sorted(sentences, key=lambda one: (one.start, one.end))):
        tag = f'<span class="s" data-s="{number}">'
        marks.append((0, Mark(sentence.start, sentence.end, tag, tag)))
    marks.sort(key=lambda entry: (entry[1].start, -entry[1].end, entry[0]))
    anchors.marks.extend(mark for _, mark in marks)
    return anchors


def _whole_sentence(span: Span, places: Places) -> Span:
    """The sentence itself: two findings of one sentence must name the same range."""
    return places.sentence(Span(span.start, span.start))


def _problem_marks(number: int, problem: Problem, anchors: Anchors) -> Iterator[Mark]:
    """The marks of a problem in the text; its cells are noted on the way."""
    if problem.span is not None:
        yield Mark(problem.span.start, problem.span.end, *anchors.problem_tags(number, problem.severity))
    if problem.cell is not None:
        anchors.cell_problems[_place(problem.cell)].append(anchors.problem_tags(number, problem.severity)[0])
    for other in problem.related:
        if isinstance(other, Span):
            tag = f'<span class="r" data-v="{number}">'
            yield Mark(other.start, other.end, tag, tag)
        else:
            anchors.cell_problems[_place(other)].append(f'<span class="r" data-v="{number}">')


def _place(cell: CellRef) -> Place:
    return (cell.table, cell.row, cell.column)


def _touched(items: Sequence[Item], problems: Sequence[Problem]) -> set[int]:
    """Numbers of the items that are in doubt: inside the place of a problem, or in its cell."""
    severe = [problem for problem in problems if problem.severity is not Severity.NOTICE]
    spans = sorted((problem.span.start, problem.span.end) for problem in severe if problem.span is not None)
    cells = {_place(problem.cell) for problem in severe if problem.cell is not None}
    touched = set()
    for item in items:
        if item.cell is not None and _place(item.cell) in cells:
            touched.add(item.number)
        elif item.span is not None:
            i = bisect_left(spans, (item.span.end, 0)) - 1
            if any(start <= item.span.start and item.span.end <= end for start, end in spans[max(0, i - 8) : i + 1]):
                touched.add(item.number)
    return touched
