# SPDX-License-Identifier: Apache-2.0
"""The places of a sentence that rules ask for again and again, found once: ends of clauses, verbs, plans, moods.

Not here: what they mean for a quantity.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from tiendo.read.engine.words import split_phrases, whole
from tiendo.read.link.sentence.brackets import is_closed_off
from tiendo.read.link.sentence.words import (
    AIMS_GO_ON,
    ASSIGNS,
    CLAUSE_END,
    FAMILIES,
    MILD_RESULTS,
    MOOD_GUARDS,
    MOOD_NAMES,
    NOT_BEFORE_MOOD,
)

#: A word and where it stands.
Place = tuple[int, int, str]

_COMPARED_WITH = "so với "
#: How far before a word of mood stands what takes its mood away.
_BACK = 48
_SO, _WITH = "so ", "với"
#: One pattern finds the words of all families in one pass.
_ANY = re.compile(whole("|".join(FAMILIES.values())))


def _roles() -> dict[str, tuple[tuple[str, int, int, str], ...]]:
    """What each phrase holds for each family: "thực hiện được" is a mood, and "thực hiện", "được" in it are verbs."""
    patterns = {family: re.compile(whole(phrases)) for family, phrases in FAMILIES.items()}
    return {
        phrase: tuple(
            (family, *found.span(), found.group())
            for family, pattern in patterns.items()
            for found in pattern.finditer(phrase)
        )
        for phrase in split_phrases("|".join(FAMILIES.values()))
    }


_ROLES = _roles()


class Marks:
    """The marks of ``norm[start:end]``.

    What stands before numbers is looked for up to ``last``, the last number; ``mood`` is taken over from the text
    before.
    """

    __slots__ = ("_moods", "_norm", "_start", "clauses", "ends", "haves", "plans", "speeches", "triggers", "trimmed")

    def __init__(self, norm: str, start: int, end: int, last: int, mood: str = "") -> None:
        self._norm, self._start = norm, start
        #: Where signs stand that end a clause, and where it goes on.
        self.clauses = [found.span() for found in CLAUSE_END.finditer(norm, start, end)]
        self.ends = [place for place, _ in self.clauses]
        self.triggers: list[Place] = []
        self.plans: list[Place] = []
        self.speeches: list[Place] = []
        self.haves: list[Place] = []
        self._moods: list[Place] = [(start, start, mood)] if mood else []
        #: Phrases once freed of what names nothing (``subjects.trimming``), by where they began and ended.
        self.trimmed: dict[tuple[int, int], tuple[int, int] | None] = {}
        self._find_words(last)

    def _find_words(self, last: int) -> None:
        norm, triggers = self._norm, self.triggers
        for found in _ANY.finditer(norm, self._start, last):
            at, phrase = found.start(), found.group()
            if phrase == _WITH and norm.endswith(_SO, self._start, at):
                continue
            for family, start, end, word in _ROLES[phrase]:
                place = (at + start, at + end, word)
                if family == "trigger":
                    triggers.append(place)
                elif family == "mood":
                    self._add_mood(*place)
                elif family == "have":
                    self.haves.append(place)
                elif family == "speech":
                    self.speeches.append(place)
                elif word != "giao" or ASSIGNS.match(norm, at + start):
                    self.plans.append(place)

    def _add_mood(self, start: int, end: int, word: str) -> None:
        norm = self._norm
        guard = MOOD_GUARDS.get(word)
        if guard is not None:
            behind = guard.match(norm, end)
            if behind is None:
                return
            end = behind.end()
            before = NOT_BEFORE_MOOD.get(word)
            if before is not None and before.search(norm, max(self._start, start - _BACK), start):
                return
        if norm.startswith(_COMPARED_WITH, max(0, start - len(_COMPARED_WITH))):
            return
        name = MOOD_NAMES[word]
        if word in AIMS_GO_ON and self._moods and self._moods[-1][2] == "target":
            return
        if name == "actual" and self._moods and word in MILD_RESULTS.get(self._moods[-1][2], ()):
            return
        self._moods.append((start, end, name))

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

    def last_ends(self, start: int, end: int, count: int) -> list[tuple[int, int]]:
        """As ``ends_between``, but only the last of them."""
        last = bisect_left(self.ends, end)
        return self.clauses[max(bisect_left(self.ends, start), last - count) : last]

    def first_end(self, start: int, end: int) -> int:
        """Where the first clause ends behind a place; ``end`` when none does."""
        i = bisect_left(self.ends, start)
        return self.clauses[i][0] if i < len(self.clauses) and self.clauses[i][1] <= end else end

    def last_trigger(self, start: int, end: int) -> Place | None:
        """The last verb between two places."""
        return _last(self.triggers, start, end)

    def last_plan(self, start: int, end: int) -> Place | None:
        """The last stated plan between two places."""
        return _last(self.plans, start, end)

    def last_speech(self, start: int, end: int) -> Place | None:
        """The last verb of speaking between two places."""
        return _last(self.speeches, start, end)

    def haves_between(self, start: int, end: int) -> list[Place]:
        """The words between two places behind which may stand what somebody has or reports."""
        return self.haves[bisect_left(self.haves, (start,)) : bisect_left(self.haves, (end,))]

    def mood(self, position: int) -> tuple[str, int]:
        """The mood before a place (target, forecast, actual or nothing) and where the word stands that set it."""
        for start, end, name in reversed(self._moods):
            if end <= position and not is_closed_off(self._norm, self._start, start, position):
                return name, start
        return "", 0


def _last(places: list[Place], start: int, end: int) -> Place | None:
    if not places:
        return None
    for i in range(bisect_left(places, (end,)) - 1, -1, -1):
        place = places[i]
        if place[0] < start:
            return None
        if place[1] <= end:
            return place
    return None
