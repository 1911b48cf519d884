# SPDX-License-Identifier: Apache-2.0
"""A quantity in its sentence, and what the words around it say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tiendo.kernel.findings import Kind
from tiendo.read.dimensions.quantity.data import Mention
from tiendo.read.link.sentence.marks import Marks
from tiendo.read.link.sentence.timeline import Timeline
from tiendo.read.text.shadow import Shadow

# Asked of every quantity: in Python 3.11 a name of its own costs a sixth of an access through the class.
TARGET, SHARE_OF_PLAN, FORECAST, GROWTH, COUNT_OF_TOTAL, ACTUAL = Kind

#: The rule by which a bare number in a list by place took its unit from the total.
FROM_PLACES = "unit.from-places"
#: … or from what became of the counted: "57 đảng viên (khiển trách 40, …)".
FROM_STATES = "unit.from-states"
#: A range of ``Shadow.norm``.
Part = tuple[int, int]


@dataclass(slots=True)
class Context:
    """A mention in its sentence. Positions are those of ``Shadow.norm``.

    Attributes:
        after_previous: the end of the previous mention, or the start of the sentence.
        floor: what is behind the previous mention (and the plan or base that belongs to it).
        ceiling: where the next mention (with its hedge) begins, or the end of the sentence.
        plan_end: where the plan ends that is named right behind the mention ("% kế hoạch năm"); -1 when none is.
        times: the time expressions of the sentence.
        following: the next mention of the sentence; ``previous``: the one before it.
        in_plan: the section is one of tasks or targets.
        mood: target, forecast, actual, or nothing: what the words before say of it.
        is_percent: a percentage or percentage points.
        is_change: the number tells a change, not a level.
        left: the noun phrase before the verb, once it ``is_left_known`` (``subjects.phrases``).
        earlier: what was told in the sentence before.
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
    plan_end: int
    times: Timeline
    following: Mention | None = None
    in_plan: bool = False
    earlier: Sequence[Told] = ()
    previous: Mention | None = None
    trigger: str = ""
    trigger_start: int = -1
    trigger_word: str = ""
    mood: str = ""
    is_percent: bool = False
    is_change: bool = False
    left: Part | None = None
    is_left_known: bool = False

    @property
    def before(self) -> str:
        """What stands between the floor and the number with its hedge."""
        return self.shadow.norm[self.floor : self.mention.hedge_start]


class Said(NamedTuple):
    """What the words say."""

    kind: Kind
    sign: int = 1
    comparison: str | None = None
    rule: str = ""


class Told(NamedTuple):
    """What was told of a quantity before in the sentence."""

    mention: Mention
    said: Said
    subject: list[Part]
