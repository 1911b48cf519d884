# SPDX-License-Identifier: Apache-2.0
"""One pass over a text: its shadow, its sentences and the words finders wait for, made once and shared by them all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field

from tiendo.kernel.findings import Span
from tiendo.kernel.records import record
from tiendo.read.engine.triggers import Place, Trigger, find_places
from tiendo.read.text.sentences import Sentence, split_sentences
from tiendo.read.text.shadow import Shadow, cast


@record
class Scan:
    """The text as finders see it. All positions a finder works with are positions of ``shadow.norm``.

    What stands in a text of a finder's words is asked by ``found`` and ``has``: the words of all finders are looked
    for once, when the first of them asks.
    """

    shadow: Shadow
    sentences: list[Sentence]
    starts: list[int]
    _places: list[list[Place]] = field(default_factory=list, repr=False, compare=False)

    def found(self, trigger: Trigger) -> list[Place]:
        """Where the words of a trigger stand, in order; the list is not to be changed."""
        if len(self._places) <= trigger.number:
            self._places[:] = find_places(self.shadow.norm)
        return self._places[trigger.number]

    def has(self, trigger: Trigger, start: int, end: int) -> bool:
        """Whether a word of a trigger stands in a range: cheaper than any search for it."""
        places = self.found(trigger)
        i = bisect_left(places, (start,))
        return i < len(places) and places[i][1] <= end

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a position, None between sentences."""
        i = bisect_right(self.starts, position) - 1
        if i < 0 or position >= self.sentences[i].end:
            return None
        return self.sentences[i]

    def sentence_index(self, position: int) -> int:
        """Index of the last sentence that begins at or before a position; -1 before the first."""
        return bisect_right(self.starts, position) - 1

    def span(self, start: int, end: int) -> Span:
        """The anchor in the original text of a range of ``shadow.norm``."""
        back = self.shadow.back
        return Span(start, end) if back is None else Span(back[start], back[end])


def scan(text: str) -> Scan:
    """Prepare a text; linear in its length."""
    shadow = cast(text)
    sentences = split_sentences(shadow)
    return Scan(shadow, sentences, [s.start for s in sentences])
