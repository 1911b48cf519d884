# SPDX-License-Identifier: Apache-2.0
"""Numbers that are no measurements but stand in sums: "đã xử lý 96, còn 135 cơ sở", "06 nhóm tăng giá, 03 nhóm giảm".

A number without a unit has that of the figure before it. Nothing is ever held against one of these: they only make
sums and shares that agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tiendo.kernel.findings import Kind, Measurement
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.numeral.rules import is_name, is_year, word_before
from tiendo.read.dimensions.quantity.data import Mention, UnitClass
from tiendo.read.dimensions.quantity.rules import read_quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.figures import Figure, Figures, make_figure
from tiendo.read.lexicon.nouns import COUNTED, PLACES

_BARE_END = re.compile(r"\s?(?:[,;()]|\.(?!\d)|$|(?:và|còn|hoặc)(?!\w))")
_DIGITS = re.compile(r"\d(?<!\w\d)\d*(?:[.,]\d+)*")  # a digit first: the search leaps to it
_SIGN_BEFORE = frozenset("/-–.,+")
_FEW_DIGITS, _LONGEST_WORD = 2, 12
_SIGN_BEHIND = frozenset("/-–")
_YEAR, _CENTURIES = 4, ("19", "20")
_LARGE = Decimal(100)
_WITH_UNIT = (UnitClass.NOUN, UnitClass.MEASURE, UnitClass.MONEY)


def find_extras(scan: Scan, figures: Figures) -> Iterator[Figure]:
    """The numbers of things that no measurement covers, in order."""
    norm = scan.shadow.norm
    last: Figure | None = None
    for start, end, before in _uncovered(norm, figures):
        is_bare = _BARE_END.match(norm, end) is not None
        if not (before >= 0 or last is not None) if is_bare else not _is_counting(norm, start, end):
            continue
        mention = None if is_bare and is_year(norm, start, end) else _read(norm, start, end, is_bare=is_bare)
        if mention is None:
            continue
        sentence = scan.sentence_index(start)
        unit: str | None = mention.unit
        if mention.unit_class not in _WITH_UNIT:
            figure = figures[before] if before >= 0 else None
            unit = _inherited(sentence, [one for one in (figure, last) if one is not None])
        if unit is not None:
            last = _figure(scan, mention, unit, sentence)
            yield last


def _uncovered(norm: str, figures: Figures) -> Iterator[tuple[int, int, int]]:
    """Digits that belong to no figure, year or date, and the number of the figure before them (-1 for none)."""
    starts, ends = figures.starts, figures.ends
    count, behind = len(starts), 0
    for digits in _DIGITS.finditer(norm):
        start, end = digits.span()
        while behind < count and starts[behind] < start:
            behind += 1
        if behind < count and starts[behind] == start:
            continue  # most are measurements, most others years and days
        if norm[start - 1 : start] in _SIGN_BEFORE or norm[end : end + 1] in _SIGN_BEHIND:
            continue
        if end - start == _YEAR and norm.startswith(_CENTURIES, start):
            continue
        if not behind or start >= ends[behind - 1]:
            yield start, end, behind - 1


def _read(norm: str, start: int, end: int, *, is_bare: bool) -> Mention | None:
    """The number, when it counts something."""
    mention = read_quantity(norm, start, end)
    if mention is None or mention.second is not None:
        return None
    has_unit = mention.unit_class in _WITH_UNIT
    if not (has_unit or (is_bare and mention.unit_class is UnitClass.NONE)) or _is_named(norm, mention, has_unit):
        return None
    return mention


def _is_counting(norm: str, start: int, end: int) -> bool:
    """Whether a number large enough or a counted noun can be here: asked before anything is read."""
    if end - start > _FEW_DIGITS:
        return True
    word = norm[end + 1 : end + _LONGEST_WORD].partition(" ")[0]
    return word.rstrip(",.;:)") in COUNTED


def _is_named(norm: str, mention: Mention, has_unit: bool) -> bool:
    """Whether digits belong to a name; "cấp huyện 33 biên chế", "trong tháng 11.101 tấn" are amounts."""
    start, end = mention.start, mention.number_end
    if has_unit and (mention.value >= _LARGE or word_before(norm, start) in PLACES):
        return is_year(norm, start, end)
    return is_name(norm, start, has_measure=False, is_large=mention.value >= _LARGE, has_noun=has_unit)


def _inherited(sentence: int, before: list[Figure]) -> str | None:
    """The unit of the nearest figure before, if it is one of the same sentence that has an amount."""
    nearest = max(before, key=lambda figure: figure.start)
    if nearest.sentence != sentence or not (nearest.is_amount or nearest.is_fraction) or nearest.is_percent:
        return None
    return nearest.quantity.unit


def _figure(scan: Scan, mention: Mention, unit: str, sentence: int) -> Figure:
    end = max(mention.end, mention.number_end)
    found = Measurement(
        Quantity(mention.value, unit, mention.step),
        scan.shadow.slice(mention.start, end),
        "",
        Kind.ACTUAL,
        span=scan.span(mention.start, end),
    )
    return make_figure(scan.shadow.norm, mention.start, end, sentence, found)
