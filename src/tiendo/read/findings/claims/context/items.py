# SPDX-License-Identifier: Apache-2.0
"""A figure of a sentence with its role, and where the walk over the sentence stands. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tiendo.read.findings.claims.context.figures import Figure
from tiendo.read.findings.claims.words import Base, Verb


class Role(StrEnum):
    """What a figure is in its sentence."""

    LEVEL = "level"
    SHARE = "share"  # a percentage of the level
    CHANGE = "change"  # how much the level differs from its base
    BASE = "base"  # the plan, the earlier level
    WHOLE = "whole"  # the total of which the level is a part
    FROM = "from"  # the first of "từ … lên …"; the second is a level


#: Asked of every figure: in Python 3.11 a name of its own costs a tenth of an access through the class.
LEVEL, SHARE, CHANGE, BASE, WHOLE, FROM = Role


class Plan(StrEnum):
    """Whether a level is a plan."""

    NONE = "none"
    NAMED = "named"  # "được giao 4.500 tỷ đồng"
    BY_KIND = "by_kind"  # the reader took it for a target


@dataclass(slots=True, eq=False)
class Item:
    """A figure with its role.

    Attributes:
        level: the level that a share or change speaks of; of a base or whole the item it belongs to.
        gap: the words since the figure before (or the beginning of the sentence).
        words: those of the gap behind its last separator.
        separator: the last separator of the gap, "" when there is none.
        is_tight: nothing but words of comparison ties it to what stands before.
        is_soft: tight, but a new noun phrase or a comma inside may have changed the subject.
        behind: words behind the figure, up to the next one.
        base_kind: what a share or change is measured against, when the text says so.
        base: the figure of that base, when it is printed beside it.
        depth: number of open brackets.
        container: of a level in brackets: the level before the bracket.
        came_from: the first level of "từ … lên …".
        average: whether it is told per year or as a mean; None until it is asked for (``ratios``).
        is_extra: no measurement covers it (``extras``).
        plan: whether it is a plan; None until it is asked for (``plans``).
    """

    figure: Figure
    role: Role
    gap: str
    words: list[str]
    separator: str
    behind: str
    verb: Verb | None = None
    level: Item | None = None
    is_tight: bool = False
    is_soft: bool = False
    base_kind: Base | None = None
    base: Item | None = None
    depth: int = 0
    container: Item | None = None
    came_from: Item | None = None
    position: int = 0
    is_extra: bool = False
    average: bool | None = None
    plan: Plan | None = None


@dataclass(slots=True)
class State:
    """Where the walk stands.

    Attributes:
        level: the level that a comparison would speak of.
        percent: the last percentage that is a level or a share; points are added to it.
        brackets: the level before each open bracket.
        items: all so far; levels: those that are levels.
    """

    level: Item | None = None
    percent: Item | None = None
    brackets: list[Item | None] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    levels: list[Item] = field(default_factory=list)

    @property
    def previous(self) -> Item | None:
        """The figure before."""
        return self.items[-1] if self.items else None

    def set_level(self, item: Item) -> None:
        """A new level."""
        self.level = item
        self.levels.append(item)
        if item.figure.is_percent:
            self.percent = item
