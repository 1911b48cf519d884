# SPDX-License-Identifier: Apache-2.0
"""The time expressions of one sentence, asked by place and by what they can govern."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tiendo.read.dimensions.period.data import TimeExpression, TimeRole

_GOVERNING = (TimeRole.SPAN, TimeRole.DEADLINE)
_PLANNED = (*_GOVERNING, TimeRole.PLAN)
#: Behind a time: the plan was set in it, nothing was reached in it.
_SET = re.compile(r"\s(?:đề\sra|đặt\sra|được\sgiao|giao)(?!\w)")


class Row:
    """Time expressions in order, apart from each other."""

    __slots__ = ("starts", "times")

    def __init__(self, times: list[TimeExpression]) -> None:
        self.times = times
        self.starts = [time.start for time in times]

    def before(self, position: int) -> Iterator[TimeExpression]:
        """Those that end before a place, the nearest first."""
        for i in range(bisect_left(self.starts, position) - 1, -1, -1):
            if self.times[i].end <= position:
                yield self.times[i]

    def behind(self, position: int) -> TimeExpression | None:
        """The first that begins at or behind a place."""
        i = bisect_left(self.starts, position)
        return self.times[i] if i < len(self.times) else None


#: Most sentences name no time.
_NO_STARTS: frozenset[int] = frozenset()
_NO_TIMES = Row([])


class Timeline(Row):
    """The expressions of a sentence; those that govern figures, and those that govern plans."""

    __slots__ = ("_set", "planned", "reached")

    def __init__(self, times: list[TimeExpression], norm: str) -> None:
        super().__init__(times)
        if not times:
            self._set, self.planned, self.reached = _NO_STARTS, _NO_TIMES, _NO_TIMES
            return
        self._set = frozenset([time.start for time in times if _SET.match(norm, time.end)])
        self.planned = Row([time for time in times if time.role in _PLANNED])
        self.reached = Row([time for time in times if time.role in _GOVERNING and time.start not in self._set])

    def is_set(self, time: TimeExpression) -> bool:
        """Whether a plan was set in a time: "năm 2020 đề ra"."""
        return time.start in self._set

    def at(self, position: int) -> TimeExpression | None:
        """The expression that a place belongs to."""
        i = bisect_right(self.starts, position) - 1
        return self.times[i] if i >= 0 and position < self.times[i].end else None

    def beginning_between(self, start: int, end: int) -> list[TimeExpression]:
        """The expressions that begin behind ``start`` and before ``end``."""
        return self.times[bisect_right(self.starts, start) : bisect_left(self.starts, end)]
