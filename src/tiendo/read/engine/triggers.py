# SPDX-License-Identifier: Apache-2.0
"""Words that finders wait for, all found in one pass over a text.

A room makes a ``Trigger`` of its words when it is imported; ``Scan.found`` gives their places. Most of a text holds
none of them, so a finder looks only where they stand. Here: the pass. Not here: the words.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import ahocorasick


class Place(NamedTuple):
    """A word of a trigger at ``norm[start:end]``."""

    start: int
    end: int
    word: str


class Trigger:
    """Words of one finder.

    Args:
        words: in the form of ``Shadow.norm``.
        parts: more of them that count inside other words too, such as signs and phrases known to be whole.
    """

    __slots__ = ("number",)

    def __init__(self, words: Collection[str], parts: Collection[str] = ()) -> None:
        self.number = len(_all)
        _all.append((tuple(words), tuple(parts)))


_all: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
# By the number of triggers; each word leads to itself, its length, and the triggers that know it whole or as a part.
_automata: dict[int, ahocorasick.Automaton] = {}


def _automaton() -> ahocorasick.Automaton:
    """One automaton of all words; made anew when a room was imported since."""
    automaton = _automata.get(len(_all))
    if automaton is None:
        automaton = ahocorasick.Automaton()
        owners: dict[str, tuple[list[int], list[int]]] = {}
        for number, lists in enumerate(_all):
            for kind, listed in enumerate(lists):
                for word in listed:
                    owners.setdefault(word, ([], []))[kind].append(number)
        for word, (whole, part) in owners.items():
            automaton.add_word(word, (word, len(word), whole, part))
        automaton.make_automaton()
        _automata.clear()
        _automata[len(_all)] = automaton
    return automaton


def find_places(norm: str) -> list[list[Place]]:
    """For each trigger by its number the places of its words in order."""
    found: list[list[Place]] = [[] for _ in _all]
    if not _all:
        return found
    for last, (word, size, whole, part) in _automaton().iter(norm):
        end = last + 1
        start = end - size
        if whole and not (norm[end : end + 1].isalnum() or (start and norm[start - 1].isalnum())):
            place = Place(start, end, word)
            for number in whole:
                found[number].append(place)
        for number in part:
            found[number].append(Place(start, end, word))
    for places in found:
        places.sort()  # they came by where they end
    return found
