# SPDX-License-Identifier: Apache-2.0
"""The time expressions of one sentence, asked by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from tiendo.read.dimensions.period.data import TimeExpression, TimeRole

_GOVERNING = (TimeRole.SPAN, TimeRole.DEADLINE)
_PLANNED = (*_GOVERNING, TimeRole.PLAN)


class Timeline:
    """Time expressions in order, apart from each other."""

    __slots__ = ("_starts", "governing", "planned", "times")

    def __init__(self, times: list[TimeExpression]) -> None:
        self.times = times
        self._starts = [time.start for time in times]
        #: Those that can govern a figure, and those that can govern a plan.
        self.governing = [time for time in times if time.role in _GOVERNING]
        self.planned = [time for time in times if time.role in _PLANNED]

    def at(self, position: int) -> TimeExpression | None:
        """The expression that a place belongs to."""
        i = bisect_right(self._starts, position) - 1
        return self.times[i] if i >= 0 and position < self.times[i].end else None

    def beginning_between(self, start: int, end: int) -> list[TimeExpression]:
        """The expressions that begin behind ``start`` and before ``end``."""
        if not self.times:
            return self.times
        return self.times[bisect_right(self._starts, start) : bisect_left(self._starts, end)]
