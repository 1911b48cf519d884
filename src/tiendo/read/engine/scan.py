# SPDX-License-Identifier: Apache-2.0
"""One pass over a text: its shadow and sentences, made once and shared by all finders."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tiendo.kernel.findings import Span
from tiendo.read.text.sentences import Sentence, split_sentences
from tiendo.read.text.shadow import Shadow, cast


@dataclass(frozen=True, slots=True)
class Scan:
    """The text as finders see it. All positions a finder works with are positions of ``shadow.norm``."""

    shadow: Shadow
    sentences: list[Sentence]
    starts: list[int]

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
        return Span(*self.shadow.place(start, end))


def scan(text: str) -> Scan:
    """Prepare a text; linear in its length."""
    shadow = cast(text)
    sentences = split_sentences(shadow)
    return Scan(shadow, sentences, [s.start for s in sentences])
