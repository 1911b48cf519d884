# SPDX-License-Identifier: Apache-2.0
"""Paragraphs and sentences of a text, as ranges of its shadow.

Here: where a sentence ends in Vietnamese print (abbreviations, initials, dots in numbers). Not here: what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiendo.read.text.shadow import Shadow

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
# A stop, perhaps with closing signs, then white space. An ellipsis ends no sentence: lists trail off with it.
_STOP = re.compile(r"(?<![.…])[.!?]['\"”’»)\]]*\s+")
# Words whose dot belongs to them. Source: DOMAIN 13 (abbreviations), titles and places of Vietnamese print.
_ABBREVIATIONS = frozenset(
    {
        "tp",
        "q",
        "p",
        "tx",
        "tt",
        "h",
        "ths",
        "ts",
        "pgs",
        "gs",
        "bs",
        "cn",
        "ks",
        "ds",
        "ls",
        "th.s",
        "t.p",
        "tr",
        "đ.c",
    }
    | {"đc", "vd", "nxb", "st", "v.v", "stt", "kp", "no", "vol", "mr", "mrs", "dr"}
)
_WORD_BEFORE = re.compile(r"[\w.]+$")
_LIST_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,4}|[a-zđA-ZĐ])$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``norm[start:end]``, stripped of white space; ``paragraph`` counts non-empty lines from 0."""

    start: int
    end: int
    paragraph: int


def _is_end(cased: str, line_start: int, stop: int, after: int) -> bool:
    """Whether the stop at ``stop`` (followed by a word at ``after``) ends a sentence that begins in this line."""
    if cased[stop] != ".":
        return True
    following = cased[after : after + 1]
    if following.islower():
        return False
    before = _WORD_BEFORE.search(cased, max(line_start, stop - 12), stop)
    if before is None:
        return True
    word = before.group()
    if before.start() == line_start and _LIST_NUMBER.fullmatch(word):
        return False  # "1. Thu ngân sách", "II. Kết quả"
    if len(word) == 1 and word.isupper():
        return False  # an initial
    return word.lower() not in _ABBREVIATIONS


def split_sentences(shadow: Shadow) -> list[Sentence]:
    """The sentences in order. A line end always ends one."""
    cased = shadow.cased
    out: list[Sentence] = []
    paragraph = 0
    for line in _LINE.finditer(cased):
        start, end = line.span()
        while start < end and cased[start].isspace():
            start += 1
        while end > start and cased[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        at = start
        for stop in _STOP.finditer(cased, start, end):
            if _is_end(cased, start, stop.start(), stop.end()):
                out.append(Sentence(at, stop.end() - len(stop.group()) + len(stop.group().rstrip()), paragraph))
                at = stop.end()
        if at < end:
            out.append(Sentence(at, end, paragraph))
        paragraph += 1
    return out
