# SPDX-License-Identifier: Apache-2.0
"""Paragraphs and sentences of a text, as ranges of its shadow.

Here: where a sentence ends in Vietnamese print (abbreviations, initials, dots in numbers). Not here: what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tiendo.read.text.shadow import Shadow

#: A stretch without a stop is cut after so many characters: what finders do is linear in the text, not in a sentence.
LONGEST_SENTENCE = 4000

_LINE = re.compile(r"[^\s][^\r\n\u2028\u2029\x0b\x0c\x85]*")
# A stop, perhaps with closing signs, then white space. An ellipsis ends no sentence: lists trail off with it.
# (The sign stands before the look-behind: a pattern that begins with signs is searched at once.)
_STOP = re.compile(r"[.!?](?<![.…].)['\"”’»)\]]*(?=\s)")
# Words whose dot belongs to them. Source: DOMAIN 13 (abbreviations), titles and places of Vietnamese print.
_ABBREVIATIONS = frozenset(
    "tp q p tx tt h ths ts pgs gs bs cn ks ds ls th.s t.p tr đ.c đc vd nxb st v.v stt kp no vol mr mrs dr".split()
)
_LONGEST_WORD = 12
_WORD_BEFORE = re.compile(r"[\w.]+$")
_LIST_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,4}|[a-zđA-ZĐ])$")


class Sentence(NamedTuple):
    """``norm[start:end]``, stripped of white space; ``paragraph`` counts non-empty lines from 0."""

    start: int
    end: int
    paragraph: int


def split_sentences(shadow: Shadow) -> list[Sentence]:
    """The sentences in order. A line end always ends one; one without end is cut at a sign or space."""
    cased = shadow.cased
    out: list[Sentence] = []
    stops = _STOP.finditer(cased)
    stop = next(stops, None)
    for paragraph, line in enumerate(_LINE.finditer(cased)):
        start = line.start()
        end = start + len(line.group().rstrip())
        while stop is not None and stop.start() < end:
            sign, behind = stop.span()
            if behind < end:  # the end of the line is one anyway
                after = _skip_space(cased, behind, end)
                if _is_end(cased, start, sign, after):
                    _put(out, cased, start, behind, paragraph)
                    start = after
            stop = next(stops, None)
        if start < end:
            _put(out, cased, start, end, paragraph)
    return out


def _put(out: list[Sentence], cased: str, start: int, end: int, paragraph: int) -> None:
    if end - start <= LONGEST_SENTENCE:
        out.append(Sentence(start, end, paragraph))
    else:
        out.extend(Sentence(*piece, paragraph) for piece in _pieces(cased, start, end))


def _skip_space(cased: str, at: int, end: int) -> int:
    while at < end and cased[at].isspace():
        at += 1
    return at


def _is_end(cased: str, start: int, stop: int, after: int) -> bool:
    """Whether the stop at ``stop`` (followed by a word at ``after``) ends the sentence that begins at ``start``."""
    if cased[stop] != ".":
        return True
    if cased[after : after + 1].islower():
        return False
    before = _WORD_BEFORE.search(cased, max(start, stop - _LONGEST_WORD), stop)
    if before is None:
        return True
    word = before.group()
    if before.start() == start and _LIST_NUMBER.fullmatch(word):
        return False  # "1. Thu ngân sách", "II. Kết quả"
    if len(word) == 1 and word.isupper():
        return False  # an initial
    word = word.lower()
    return word not in _ABBREVIATIONS and word.rsplit(".", 1)[-1] not in _ABBREVIATIONS  # GS.TS.


def _pieces(cased: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch that is no sentence of a person, cut behind the last semicolon, comma or space that leaves it short."""
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cut = next((at for sign in ("; ", ", ", " ") if (at := cased.rfind(sign, start, limit)) > start), limit - 1) + 1
        stop = cut
        while stop > start and cased[stop - 1].isspace():
            stop -= 1
        yield start, stop
        start = _skip_space(cased, cut, end)
    if start < end:
        yield start, end
