# SPDX-License-Identifier: Apache-2.0
"""The places of a sentence that rules ask for again and again, found once: ends of clauses, verbs, plans, moods.

Not here: what they mean for a quantity.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from tiendo.read.link.words import (
    CLAUSE_END,
    MILD_RESULTS,
    MOOD,
    MOOD_GUARDS,
    MOOD_NAMES,
    NOT_BEFORE_MOOD,
    PLAN_BEFORE,
    TRIGGER,
)

_COMPARED_WITH = "so với "


class Marks:
    """The marks of ``norm[start:end]``. What stands before numbers is looked for up to ``last``, the last number."""

    __slots__ = ("_mood_starts", "_moods", "_plan_starts", "_trigger_starts", "clauses", "ends", "plans", "triggers")

    def __init__(self, norm: str, start: int, end: int, last: int) -> None:
        #: Where signs stand that end a clause, and where it goes on.
        self.clauses = [found.span() for found in CLAUSE_END.finditer(norm, start, end)]
        self.ends = [place for place, _ in self.clauses]
        self.triggers = list(TRIGGER.finditer(norm, start, last))
        self._trigger_starts = [found.start() for found in self.triggers]
        self.plans = [found.span() for found in PLAN_BEFORE.finditer(norm, start, last)]
        self._plan_starts = [place for place, _ in self.plans]
        self._mood_starts: list[int] = []
        self._moods: list[tuple[str, int]] = []
        self._follow_moods(norm, start, last)

    def has_end(self, start: int, end: int) -> bool:
        """Whether a clause ends between two places."""
        i = bisect_left(self.ends, start)
        return i < len(self.clauses) and self.clauses[i][1] <= end

    def ends_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ends of clauses between two places."""
        found = self.clauses[bisect_left(self.ends, start) : bisect_left(self.ends, end)]
        if found and found[-1][1] > end:
            found.pop()
        return found

    def first_end(self, start: int, end: int) -> int:
        """Where the first clause ends behind a place; ``end`` when none does."""
        i = bisect_left(self.ends, start)
        return self.clauses[i][0] if i < len(self.clauses) and self.clauses[i][1] <= end else end

    def last_trigger(self, start: int, end: int) -> re.Match[str] | None:
        """The last verb between two places."""
        for i in range(bisect_left(self._trigger_starts, end) - 1, -1, -1):
            found = self.triggers[i]
            if found.end() <= end:
                return found if found.start() >= start else None
        return None

    def last_plan(self, start: int, end: int) -> tuple[int, int] | None:
        """The last stated plan between two places."""
        for i in range(bisect_left(self._plan_starts, end) - 1, -1, -1):
            if self.plans[i][1] <= end:
                return self.plans[i] if self.plans[i][0] >= start else None
        return None

    def mood(self, position: int) -> tuple[str, int]:
        """The mood before a place (target, forecast, actual or nothing) and where the word stands that set it."""
        for i in range(bisect_left(self._mood_starts, position) - 1, -1, -1):
            name, end = self._moods[i]
            if end <= position:
                return name, self._mood_starts[i]
        return "", 0

    def _follow_moods(self, norm: str, start: int, last: int) -> None:
        mood = ""
        for found in MOOD.finditer(norm, start, last):
            word = found.group()
            name = MOOD_NAMES[word]
            end = found.end()
            place = found.start()
            guard = MOOD_GUARDS.get(word)
            if guard is not None:
                behind = guard.match(norm, end)
                if behind is None:
                    continue
                end = behind.end()
                if word in NOT_BEFORE_MOOD and norm.endswith(NOT_BEFORE_MOOD[word], start, place):
                    continue
            if norm.startswith(_COMPARED_WITH, max(0, place - len(_COMPARED_WITH))):
                continue
            if name == "actual" and word in MILD_RESULTS.get(mood, ()):
                continue
            mood = name
            self._mood_starts.append(place)
            self._moods.append((name, end))
