# SPDX-License-Identifier: Apache-2.0
"""Parts against their total, and what is left of n/m.

A list that says it is complete must add up; one that does not must only stay below its total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.read.findings.claims.build import GUESSED, LIKELY, holds, is_slip, make_claim
from tiendo.read.findings.claims.figures import is_kindred, is_same_measure
from tiendo.read.findings.claims.partlists import Opener, PartList
from tiendo.read.findings.claims.passages import Passage, Passages
from tiendo.read.findings.claims.roles import Item, Role
from tiendo.read.findings.claims.words import FAMILIES, OPEN_END, OPPOSITES, OVERLAPPING, REST

_WORD_NUMBERS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}  # "năm" is also a year
_NOUNS = sorted({noun for family in FAMILIES for noun in family}, key=len, reverse=True)
_WORD_PART = re.compile(rf"(?<!\w)({'|'.join(_WORD_NUMBERS)})\s({'|'.join(map(re.escape, _NOUNS))})(?!\w)")
_NEAR = Decimal("0.1")  # a list that misses its total by more is not a slip of digits
_REST_GAP = 90
_NOT_DONE = re.compile(r"[^,;.]{0,30}?(?<!\w)(?:chưa|đang|không)(?!\w)")
_REST_BEHIND = re.compile(r"\s?(?:[^\s,;.()\d]+\s){0,3}?còn\slại(?!\w)")
_REST_WORD = re.compile(r"(?<!\w)(?:số\s)?còn\slại(?!\w)")
_FIRST_DIGIT = re.compile(r"\d")


def find_sums(passages: Passages, passage: Passage, lists: list[PartList]) -> Iterator[Claim]:
    """The claims of one sentence about totals."""
    for found in lists:
        claim = _sum_of(passages, passage, found)
        if claim is not None:
            yield claim
    for i in range(len(passage.items)):
        claim = _what_is_left(passages, passage, i)
        if claim is not None:
            yield claim


def _totals(item: Item) -> list[Operand]:
    first = item.figure.level("total")
    return [first, item.figure.second_operand("total")] if item.figure.is_fraction else [first]


def _sum_of(passages: Passages, passage: Passage, found: PartList) -> Claim | None:
    words = _word_parts(passages, found)
    options = [(item, total) for item in found.totals for total in _totals(item)]
    for option in options:
        for count in range(len(found.parts), 0, -1):
            claim = _claim(passages, found, option, count, words, is_exhaustive=True)
            if len(claim.operands) > 2 and holds(claim):  # noqa: PLR2004 - a total and at least two parts
                return claim
    if found.opener is Opener.BRACKET and len(found.parts) + len(words) == 1:
        return None
    loose = _claim(passages, found, options[0], max(found.sure, 1), words, is_exhaustive=False)
    if not holds(loose):
        return _above(passages, found, options, loose, words)
    if len(loose.operands) > 2 and found.sure == len(found.parts):  # noqa: PLR2004
        strict = replace(loose, is_exhaustive=True)
        if _claims_to_be_complete(passages, found, strict):
            return replace(strict, confidence=1.0 if found.is_local and found.opener is not Opener.WITHIN else LIKELY)
        if _is_near(strict) and not _overlaps(passages, found) and is_slip(strict):
            return replace(strict, confidence=GUESSED)
    return loose


def _above(
    passages: Passages,
    found: PartList,
    options: list[tuple[Item, Operand]],
    loose: Claim,
    words: list[Operand],
) -> Claim | None:
    """More than the total: wrong, unless another total fits or the parts can share members."""
    for option in options[1:]:
        other = _claim(passages, found, option, max(found.sure, 1), words, is_exhaustive=False)
        if holds(other):
            return other
    single = [
        part
        for part in found.parts[: max(found.sure, 1)]
        if not holds(replace(loose, operands=(loose.operands[0], part.figure.level("part"))))
    ]
    same = all(is_same_measure(part.figure.quantity, options[0][1].quantity) for part in found.parts[: found.sure])
    if not same:
        return None
    if single:
        return replace(loose, confidence=1.0 if found.is_local else LIKELY)
    strict = replace(loose, is_exhaustive=True)
    if found.is_closed and found.sure == len(found.parts) and _all_digits_known(passages, found):
        return replace(strict, confidence=1.0 if found.is_local else LIKELY)
    if _overlaps(passages, found) or not _is_near(strict):
        return None
    return replace(strict, confidence=LIKELY if found.opener is not Opener.WITHIN else GUESSED)


def _claim(
    passages: Passages,
    found: PartList,
    option: tuple[Item, Operand],
    count: int,
    words: list[Operand],
    *,
    is_exhaustive: bool,
) -> Claim:
    item, total = option
    parts = found.parts[:count]
    operands = [total, *(part.figure.level("part") for part in parts)]
    if count == len(found.parts):
        operands += words
    claim = make_claim(passages.scan, ClaimType.SUM, tuple(operands), (item, *parts), f"sum.{found.opener.value}")
    return replace(claim, is_exhaustive=is_exhaustive)


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


def _claims_to_be_complete(passages: Passages, found: PartList, strict: Claim) -> bool:
    """Whether the words say that nothing is left out, and every number between them was understood."""
    text = passages.norm[found.start : found.end]
    if OPEN_END.search(text) or _overlaps(passages, found) or not _all_digits_known(passages, found):
        return False
    if not all(is_same_measure(part.figure.quantity, found.parts[0].figure.quantity) for part in found.parts):
        return False
    if found.is_closed:
        return True
    if any(one.search(text) and other.search(text) for one, other in OPPOSITES):
        return _is_near(strict)
    if found.opener is Opener.BRACKET:
        total = strict.operands[0].quantity
        plain = all(not part.gap.strip(" (,;") or part.gap.strip(" (,;") == "và" for part in found.parts[:1])
        return plain and is_same_measure(total, found.parts[0].figure.quantity)
    return found.opener is Opener.ALL


def _overlaps(passages: Passages, found: PartList) -> bool:
    return OVERLAPPING.search(passages.norm, found.start, found.end + 40) is not None


def _all_digits_known(passages: Passages, found: PartList) -> bool:
    known = {part.figure.start for part in found.parts}
    figures = [(figure.start, figure.end) for figure in passages.figures if found.start <= figure.start < found.end]
    for match in _FIRST_DIGIT.finditer(passages.norm, found.start, found.end):
        at = match.start()
        if at not in known and not any(start <= at < end for start, end in figures):
            return False
    return True


def _is_near(strict: Claim) -> bool:
    total = abs(strict.operands[0].quantity.value)
    parts = sum((operand.quantity.value for operand in strict.operands[1:]), Decimal(0))
    return abs(parts - total) <= total * _NEAR


def _what_is_left(passages: Passages, passage: Passage, i: int) -> Claim | None:
    """41/45 nhà; 4 hộ còn lại. 1/1.017 trường hợp, còn lại 1.016 trường hợp."""
    item = passage.items[i]
    if item.figure.is_percent or item.figure.is_fraction or item.role is not Role.LEVEL:
        return None
    is_named = bool(_REST_WORD.search(item.gap[-30:]) or _REST_BEHIND.match(item.behind))
    is_left = bool(REST.search(item.gap[-30:]) and _NOT_DONE.match(item.behind))
    if not is_named and not is_left:
        return None
    earlier = passage.items[:i]
    is_local = bool(earlier)
    if not earlier:
        for before in passages.before(passage, 1):
            earlier = before.items
    done = [
        other
        for other in earlier
        if other.figure.is_fraction and is_kindred(other.figure.quantity, item.figure.quantity)
    ]
    if not done or (is_local and done[-1] is not earlier[-1] and not earlier[-1].figure.is_percent):
        return None
    last = done[-1].figure.measurement.second
    done = [other for other in done if other.figure.measurement.second == last]
    operands = (
        done[-1].figure.second_operand("total"),
        *(other.figure.level("part") for other in done),
        item.figure.level("part"),
    )
    claim = replace(
        make_claim(passages.scan, ClaimType.SUM, operands, (*done, item), "sum.rest"),
        is_exhaustive=True,
    )
    if holds(claim):
        return claim
    is_certain = is_local and is_named and len(done) == 1 and len(item.gap) <= _REST_GAP
    if is_certain or is_slip(claim):
        return replace(claim, confidence=1.0 if is_certain else GUESSED)
    return None
