# SPDX-License-Identifier: Apache-2.0
"""From which value on which status holds: the thresholds of a verdict as data.

What is here: placing a value, and all places that a hedged value can have. Not here: where the thresholds come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tiendo.evaluate.data import Status
from tiendo.evaluate.exact import Reach


@dataclass(frozen=True, slots=True)
class Rung:
    """From this value on the status holds; the value itself is left out when it is strict ("trên 80 %")."""

    at: Fraction
    status: Status
    is_strict: bool = False

    def is_reached_by(self, value: Fraction) -> bool:
        """Whether the value stands on it or above."""
        return value > self.at if self.is_strict else value >= self.at


@dataclass(frozen=True, slots=True)
class Ladder:
    """Statuses along the axis of the value that is judged.

    Attributes:
        first: the status below all rungs.
        rungs: rising; at one value the strict one comes second.
    """

    first: Status
    rungs: tuple[Rung, ...] = ()

    def place(self, value: Fraction) -> Status:
        """The status of a value: that of the last rung it reaches."""
        reached = [rung.status for rung in self.rungs if rung.is_reached_by(value)]
        return reached[-1] if reached else self.first

    def turn_above(self, value: Fraction) -> Rung | None:
        """The first rung above the value on which another status begins."""
        status = self.place(value)
        above = (rung for rung in self.rungs if not rung.is_reached_by(value))
        return next((rung for rung in above if rung.status is not status), None)

    def turn_below(self, value: Fraction) -> tuple[Rung, Status] | None:
        """The rung on which the status of the value begins, and the status below it."""
        reached = [rung for rung in self.rungs if rung.is_reached_by(value)]
        for place in range(len(reached) - 1, -1, -1):
            below = reached[place - 1].status if place else self.first
            if below is not reached[-1].status:
                return reached[place], below
        return None

    def list_possible(self, reach: Reach) -> tuple[Status, ...]:
        """Every status that some value within the reach has, from below."""
        ends: list[Rung | None] = [None, *self.rungs, None]
        found = [
            below.status if below else self.first
            for below, above in pairwise(ends)
            if _begins_before_end(below, reach) and _ends_behind_begin(above, reach) and _has_room(below, above)
        ]
        return tuple(dict.fromkeys(found))

    def capped(self, limit: Fraction, status: Status) -> Ladder:
        """The ladder up to the limit, which still belongs to it; above, the status."""
        kept = tuple(rung for rung in self.rungs if rung.at < limit or (rung.at == limit and not rung.is_strict))
        return Ladder(self.first, (*kept, Rung(limit, status, is_strict=True)))


def _begins_before_end(below: Rung | None, reach: Reach) -> bool:
    """Whether the step that begins at this rung begins before the reach ends."""
    if below is None or reach.high is None:
        return True
    return below.at < reach.high or (below.at == reach.high and not below.is_strict and not reach.is_high_open)


def _ends_behind_begin(above: Rung | None, reach: Reach) -> bool:
    """Whether the step that ends at this rung ends behind the beginning of the reach."""
    if above is None or reach.low is None:
        return True
    return above.at > reach.low or (above.at == reach.low and above.is_strict and not reach.is_low_open)


def _has_room(below: Rung | None, above: Rung | None) -> bool:
    """Whether there is a value between two neighbouring rungs."""
    if below is None or above is None:
        return True
    return below.at < above.at or (above.is_strict and not below.is_strict)


def rising(marks: Sequence[Rung], otherwise: Status) -> Ladder:
    """A ladder from marks in the order of their rank: of all marks that a value reaches the first one decides."""
    by_value = sorted(enumerate(marks), key=lambda ranked: (ranked[1].at, ranked[1].is_strict))
    rungs: list[Rung] = []
    best = len(marks)
    for rank, mark in by_value:
        if rank >= best:
            continue
        best = rank
        rungs.append(mark)
    return Ladder(otherwise, tuple(rungs))
