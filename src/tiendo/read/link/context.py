# SPDX-License-Identifier: Apache-2.0
"""A quantity in its sentence, and what the words around it say of it."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.kernel.findings import Kind
from tiendo.read.dimensions.quantity.data import Mention
from tiendo.read.link.marks import Marks
from tiendo.read.link.timeline import Timeline
from tiendo.read.text.shadow import Shadow

#: A range of ``Shadow.norm``.
Part = tuple[int, int]


@dataclass(slots=True)
class Context:
    """A mention in its sentence. Positions are those of ``Shadow.norm``.

    Attributes:
        after_previous: the end of the previous mention, or the start of the sentence.
        floor: what is behind the previous mention (and the plan or base that belongs to it).
        ceiling: where the next mention (with its hedge) begins, or the end of the sentence.
        times: the time expressions of the sentence.
        in_plan: the section is one of tasks or targets.
        trigger: what the last verb before the number makes of it (``words.TRIGGER_NAMES``), or the empty string.
    """

    mention: Mention
    shadow: Shadow
    marks: Marks
    sentence_start: int
    sentence_end: int
    after_previous: int
    floor: int
    ceiling: int
    times: Timeline
    in_plan: bool = False
    trigger: str = ""
    trigger_start: int = -1
    trigger_word: str = ""

    @property
    def before(self) -> str:
        """What stands between the floor and the number with its hedge."""
        return self.shadow.norm[self.floor : self.mention.hedge_start]


@dataclass(frozen=True, slots=True)
class Said:
    """What the words say."""

    kind: Kind
    sign: int = 1
    comparison: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a quantity before in the sentence."""

    mention: Mention
    said: Said
    subject: list[Part]
