# SPDX-License-Identifier: Apache-2.0
"""Lists of parts and their totals: "14.205 hồ sơ, gồm …", "trong đó …", "(24 huyện, một thị xã)", "trong số … có …".

What is here: which words open a list, what a list is. Not here: its total (``totals``), its parts (``parts``), what is
claimed of them (``sums``, ``wholes``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum

from tiendo.kernel.records import record
from tiendo.read.engine.words import any_word
from tiendo.read.findings.claims.context.items import BASE, LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.parthood.parts import read_parts
from tiendo.read.findings.claims.parthood.totals import total_before_bracket, totals_before, totals_in_sentence_before
from tiendo.read.findings.claims.words import NOT_ADDITIVE, PARTS_OPEN, PARTS_WORDS

_LABEL = 110  # characters between the opening words and the first part
_START = 4  # characters before the opening words of a sentence that goes on with the one before
_AMONG = re.compile(r"(?<!\w)(?:trong(?:\s(?:tổng\s)?số)?|số\scòn\slại)(?:\s(?:là|hơn|gần|trên|khoảng))*\s$")
_HAVE = re.compile(r"(?:^|[\s,])(?:thì\s)?(?:chỉ\s|mới\s|đã\s)?có\s")
_COLON = re.compile(r"[^,;.()\d:]{0,60}:\s?")
_PAIR = 2
#: Of a longer time than the total was told for: "tháng 3 thu 127.800 tỷ đồng. Trong đó, thu nội địa cả quý I …".
_OTHER_SPAN = re.compile(any_word(r"cả\s(?:quý|năm|kỳ)", r"l(?:ũy|uỹ)\skế", r"tính\stừ\sđầu"))
_COLONS = (":", " :")
_LEAD = 60  # characters before a figure that can hold "trong tổng số khoảng"
_BACK = 12  # figures before a list among which its total is looked for
_AND = re.compile(r"(?<!\w)và(?!\w)")
_COMPOUND = re.compile(r"\s\d")  # 34.641 quan 477 đồng
_FORMULA = re.compile(r"[=×*]")
_NEW_CLAUSE = re.compile(r";|\.\D")


class Opener(StrEnum):
    """The words that open a list."""

    WITHIN = "within"  # trong đó
    ALL = "all"  # gồm
    BRACKET = "bracket"  # (29 căn xây mới, 17 căn sửa chữa)
    SOME = "some"  # đã bao gồm, bao gồm cả: what else there is stays untold
    DETAIL = "detail"  # cụ thể: what follows need not be all
    COLON = "colon"  # 143 trụ sở: 61 trụ sở …
    AMONG = "among"  # trong số 3.126 hộ có …


@record
class PartList:
    """A list of parts.

    Attributes:
        totals: figures that can be the total, the likeliest first.
        parts: levels behind the opening words, as far as they can belong to the list.
        sure: how many of them certainly do.
        is_closed: the last is told as the rest.
        is_uniform: a semicolon stands between any two of them.
        start, end: where the list stands, opening words included.
        is_local: the total stands in the same sentence.
    """

    opener: Opener
    totals: tuple[Item, ...]
    parts: tuple[Item, ...]
    sure: int
    is_closed: bool
    is_uniform: bool
    start: int
    end: int
    is_local: bool


@record
class _Opening:
    """Where a list opens: its words, and the figure behind them."""

    opener: Opener
    start: int
    end: int
    at: int


def find_lists(passages: Passages, passage: Passage) -> Iterator[PartList]:
    """The lists of one sentence."""
    for opening in _openings(passages, passage):
        found = _read(passages, passage, opening)
        if found is not None:
            yield found


def _openings(passages: Passages, passage: Passage) -> Iterator[_Opening]:
    if any(word in passage.text for word in PARTS_WORDS):
        # the words open a list of figures behind them, so the last figure ends the search
        for words in PARTS_OPEN.finditer(passages.norm, passage.sentence.start, passage.items[-1].figure.start):
            at = bisect_left(passage.starts, words.end())
            yield _Opening(Opener(words.lastgroup or Opener.DETAIL), words.start(), words.end(), at)
    if passage.count >= _PAIR:
        for i in range(len(passage.items)):
            yield from _openings_at(passages, passage, i)


def _openings_at(passages: Passages, passage: Passage, i: int) -> Iterator[_Opening]:
    """The lists that open at a figure: the one behind its bracket, the parts behind it."""
    items, item = passage.items, passage.items[i]
    start, end = item.figure.start, item.figure.end
    if i and item.gap.endswith("("):
        yield _Opening(Opener.BRACKET, start - 1, start, i)
    if i + 1 == len(items) or item.role is BASE:
        return
    lead = item.gap[-_LEAD:]
    if ("trong" in lead or "còn" in lead) and _AMONG.search(lead):
        yield _Opening(Opener.AMONG, end, end, i + 1)
    if not item.figure.is_amount or ":" not in items[i + 1].gap:
        return
    colon = _COLON.match(passages.norm, end, items[i + 1].figure.start)
    if colon is not None:
        yield _Opening(Opener.COLON, passages.norm.index(":", end), colon.end(), i + 1)


def _read(passages: Passages, passage: Passage, opening: _Opening) -> PartList | None:
    head = passage.items[opening.at]
    label = passages.norm[opening.end : head.figure.start].lstrip(" ,:")
    if opening.opener is Opener.AMONG:
        have = _HAVE.search(label)
        if have is None and "số" not in passage.items[opening.at - 1].words:
            return None  # "trong 9 xã, …" is only a place
        label = label[have.end() :] if have is not None else label
    opener = _opener(opening.opener, label)
    if opener is None or len(label) > _LABEL or head.role is not LEVEL or not head.figure.is_amount:
        return None
    totals = _totals(passages, passage, opening)
    if not totals:
        return None
    found = read_parts(passages.norm, passage, opening.at, opening.end, is_strict=opener is Opener.BRACKET)
    if not found.parts:
        return None
    is_formula = opener is Opener.COLON and _FORMULA.search(passages.norm, opening.start, found.end)
    if is_formula or any(_COMPOUND.match(passages.norm, item.figure.end) for item in (totals[0], *found.parts)):
        return None
    stop = found.end if opener is Opener.WITHIN else found.end_with_words
    is_listed = found.is_uniform and passages.norm.startswith(_COLONS, opening.end)  # "trong đó: …; …; …"
    sure = len(found.parts) if is_listed else found.sure
    is_local = totals[0].figure.sentence == passage.index
    return PartList(opener, totals, found.parts, sure, found.is_closed, found.is_uniform, opening.start, stop, is_local)


def _opener(opener: Opener, label: str) -> Opener | None:
    """What kind of list it is by the words before its first part; None when that part belongs to something else."""
    if NOT_ADDITIVE.search(label) or _OTHER_SPAN.search(label) or ";" in label or label.count(")") > label.count("("):
        return None
    if "," in label:  # "trong đó, khu vực doanh nghiệp giữ vai trò lớn, đạt 3.687 tỷ đồng"
        return Opener.DETAIL if opener in (Opener.WITHIN, Opener.ALL, Opener.SOME) else None
    if "(" not in label:
        return opener
    # "bao gồm nhãn (5.000 ha), vải (1.300 ha)" may end with one that has no number
    return Opener.DETAIL if opener is Opener.ALL else None


def _totals(passages: Passages, passage: Passage, opening: _Opening) -> tuple[Item, ...]:
    """The figures that can be the total: of this sentence, else of the one before."""
    head, norm = passage.items[opening.at], passages.norm
    before = passage.items[max(0, opening.at - _BACK) : opening.at]
    if opening.opener in (Opener.BRACKET, Opener.COLON):
        return total_before_bracket(norm, before, head, opening.start)
    if opening.opener is Opener.AMONG:  # its own figure, or none
        before = before[-1:]
    here = totals_before(before, head, opening.start)
    if here:
        between = norm[here[0].figure.end : opening.start].rstrip(" ;")
        is_apart = _NEW_CLAUSE.search(between) or (opening.opener is Opener.ALL and _AND.search(between))
        return () if is_apart else here
    if opening.start - passage.sentence.start > _START:
        return ()
    return totals_in_sentence_before(passages, passage, head)
