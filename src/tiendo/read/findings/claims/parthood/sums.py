# SPDX-License-Identifier: Apache-2.0
"""Parts against their total.

A list that says it is complete must add up; one that does not must only stay below its total. Not here: what the words
of a list say (``completeness``), what is left of n/m (``remainders``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.records import record
from tiendo.read.findings.claims.build import GUESSED, LIKELY, holds, make_claim
from tiendo.read.findings.claims.context.figures import is_kindred, is_same_measure
from tiendo.read.findings.claims.context.items import Item
from tiendo.read.findings.claims.context.passages import Passages
from tiendo.read.findings.claims.parthood.completeness import (
    are_digits_known,
    can_be_accused,
    can_overlap,
    is_complete,
    is_near,
    is_of_size,
    looks_like_slip,
    stands_beside,
)
from tiendo.read.findings.claims.parthood.partlists import Opener, PartList
from tiendo.read.findings.claims.words import FAMILIES

# "năm" is left out: it is also a year.
_WORD_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NOUNS = sorted({noun for family in FAMILIES for noun in family}, key=len, reverse=True)
_WORD_PART = re.compile(rf"(?<!\w)({'|'.join(_WORD_NUMBERS)})\s({'|'.join(map(re.escape, _NOUNS))})(?!\w)")
_ALIKE = re.compile(r"(?:,|\svà)\s(?:[^\s,;.()\d]+\s){1,4}?(?:có|là)\s")
_FEW = 4  # in longer lists some exchange of digits fits by chance
_REACH = Decimal("0.25")
_MOST_ABOVE = 2  # times the total
_FEWEST = 2  # a total and one part are no sum


def find_sums(passages: Passages, lists: list[PartList]) -> Iterator[Claim]:
    """The claims of one sentence about totals."""
    for found in lists:
        claim = _Reader(passages, found).read()
        if claim is not None:
            yield claim


@record
class _Option:
    """One reading of a list: which figure is the total."""

    item: Item
    total: Operand


class _Reader:
    """One list of parts with the readings of its total."""

    def __init__(self, passages: Passages, found: PartList) -> None:
        self.passages = passages
        self.found = found
        self.words = _word_parts(passages, found)
        self.options = [_Option(item, total) for item in found.totals for total in _totals(item)]
        self.sure = max(found.sure, 1)

    def claim(self, option: _Option, count: int, *, is_exhaustive: bool) -> Claim:
        """The first ``count`` parts against a total."""
        parts = self.found.parts[:count]
        operands = [option.total, *(part.figure.level("part") for part in parts)]
        if count == len(self.found.parts):
            operands += self.words
        rule = f"sum.{self.found.opener.value}"
        claim = make_claim(self.passages.scan, ClaimType.SUM, tuple(operands), (option.item, *parts), rule)
        return replace(claim, is_exhaustive=is_exhaustive)

    def read(self) -> Claim | None:
        """The claim of the list, if it can be told."""
        exact = self._that_adds_up()
        if exact is not None or self.found.opener is Opener.DETAIL or stands_beside(self.passages, self.found):
            return exact
        if self.found.opener in (Opener.BRACKET, Opener.COLON) and len(self.found.parts) + len(self.words) == 1:
            return None
        loose = self.claim(self.options[0], self.sure, is_exhaustive=False)
        return self._below(loose) if holds(loose) else self._above(loose)

    def _that_adds_up(self) -> Claim | None:
        """The longest run of parts that makes one of the totals: nobody hits a sum by chance."""
        words = sum((word.quantity.value for word in self.words), Decimal(0))
        is_whole = self.found.is_uniform and self.found.sure == len(self.found.parts)
        is_whole = is_whole or _is_even(self.found.parts)
        runs = [*accumulate(abs(_size(part.figure.quantity)) for part in self.found.parts)]
        for option in self.options:
            total = abs(_size(option.total.quantity))
            for count in range(len(runs), len(runs) - 1 if is_whole else 0, -1):
                size = runs[count - 1] + (words if count == len(runs) else 0)
                if abs(size - total) > total * _REACH:
                    continue  # no hedge reaches so far
                claim = self.claim(option, count, is_exhaustive=True)
                if len(claim.operands) > _FEWEST and holds(claim):
                    return claim
        return None

    def _below(self, loose: Claim) -> Claim:
        """Less than the total: wrong only when the list says that it is complete."""
        strict = self.claim(self.options[0], len(self.found.parts), is_exhaustive=True)
        if len(strict.operands) <= _FEWEST:
            return loose
        if is_complete(self.passages, self.found, strict):
            is_certain = self.found.is_local and self.found.opener is not Opener.WITHIN
            is_certain = is_certain and self.found.sure == len(self.found.parts)
            return replace(strict, confidence=1.0 if is_certain else LIKELY)
        is_sure = self.found.sure == len(self.found.parts)
        if is_sure and len(self.found.parts) <= _FEW and looks_like_slip(self.passages, self.found, strict):
            return replace(strict, confidence=GUESSED)
        return loose

    def _above(self, loose: Claim) -> Claim | None:
        """More than the total: wrong, unless another total fits or the parts can share members."""
        for option in self.options[1:]:
            other = self.claim(option, self.sure, is_exhaustive=False)
            if holds(other):
                return other
        total = self.options[0].total.quantity
        parts = self.found.parts[: self.sure]
        # a total in a bracket of the sentence before is of something else: "(1 tàu mắc cạn, 19 tàu hư hỏng)"
        is_aside = not self.found.is_local and bool(self.options[0].item.depth)
        if is_aside or not _is_of_one_kind(self.found, parts, total) or not are_digits_known(self.passages, self.found):
            return None
        single = [part for part in parts if not holds(replace(loose, operands=(loose.operands[0], _part(part))))]
        if single:
            return self._single_above(loose, single[0])
        strict = replace(loose, is_exhaustive=True)
        if self.found.is_closed and self.found.sure == len(self.found.parts):
            return replace(strict, confidence=1.0 if self.found.is_local else LIKELY)
        if can_overlap(self.passages, self.found) or not (is_near(strict) or self._is_all(strict)):
            return None
        return replace(strict, confidence=GUESSED if self.found.opener is Opener.WITHIN else LIKELY)

    def _is_all(self, strict: Claim) -> bool:
        """Whether "gồm" opens a list beside its only total: whatever the parts make, they cannot be more."""
        is_all = self.found.opener is Opener.ALL and self.found.is_local and len(self.found.totals) == 1
        return is_all and is_of_size(strict)

    def _single_above(self, loose: Claim, part: Item) -> Claim | None:
        if not can_be_accused(self.passages, self.found):
            return None
        if part is not self.found.parts[0] and part.figure.size > _MOST_ABOVE * _size(self.options[0].total.quantity):
            return None  # the list may have ended before it
        is_certain = self.found.is_local and part is self.found.parts[0]
        return replace(loose, confidence=1.0 if is_certain else LIKELY)


def _is_even(parts: Sequence[Item]) -> bool:
    """Whether the parts are told alike to the last: "mầm non có 43 trường, … và THPT có 9 trường"."""
    if len(parts) <= _FEWEST or "và" not in parts[-1].gap.split():
        return False
    return all(_ALIKE.fullmatch(part.gap) for part in parts[1:])


def _is_of_one_kind(found: PartList, parts: Sequence[Item], total: Quantity) -> bool:
    """Whether the parts have the unit of their total; behind a colon also "1.020 học sinh: mầm non 320 em, …"."""
    if all(is_same_measure(part.figure.quantity, total) for part in parts):
        return True
    is_listed = found.opener in (Opener.COLON, Opener.ALL) and len(parts) > _FEWEST
    return is_listed and len({part.figure.quantity.unit for part in parts}) == 1


def _size(quantity: Quantity) -> Decimal:
    return quantity.value * scale_of(quantity)


def _part(part: Item) -> Operand:
    return part.figure.level("part")


def _totals(item: Item) -> list[Operand]:
    first = item.figure.level("total")
    return [first, item.figure.second_operand("total")] if item.figure.is_fraction else [first]


def _word_parts(passages: Passages, found: PartList) -> list[Operand]:
    """Parts whose number is a word: "một thị xã và hai thành phố"."""
    if found.opener not in (Opener.ALL, Opener.BRACKET):
        return []
    out = []
    for match in _WORD_PART.finditer(passages.norm, found.start, found.end):
        quantity = Quantity(Decimal(_WORD_NUMBERS[match.group(1)]), match.group(2))
        if is_kindred(quantity, found.parts[0].figure.quantity):
            out.append(Operand("part", quantity, span=passages.scan.span(*match.span())))
    return out
