# SPDX-License-Identifier: Apache-2.0
"""A quantity in its sentence, and what the words around it say of it."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.kernel.findings import Kind
from tiendo.read.dimensions.quantity.data import Mention


@dataclass(slots=True)
class Context:
    """A mention in its sentence. Positions are those of ``Shadow.norm``.

    Attributes:
        after_previous: the end of the previous mention, or the start of the sentence.
        floor: what is behind the previous mention (and the plan or base that belongs to it).
        in_plan: the section is one of tasks or targets.
        ceiling: where the next mention (with its hedge) begins, or the end of the sentence.
    """

    mention: Mention
    sentence_start: int
    sentence_end: int
    after_previous: int
    floor: int
    ceiling: int
    in_plan: bool = False
    trigger: str = ""
    trigger_start: int = -1
    trigger_word: str = ""


@dataclass(slots=True)
class Said:
    """What the words say."""

    kind: Kind
    sign: int = 1
    comparison: str | None = None
    rule: str = ""
