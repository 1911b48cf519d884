# SPDX-License-Identifier: Apache-2.0
"""Whether a list of parts says that it is complete, and whether a part may be held against its total.

Here lies the care of the sums: most lists of running text name only what is worth naming.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice

from tiendo.kernel.arithmetic import check, scale_of
from tiendo.kernel.findings import Claim
from tiendo.kernel.units import Dimension, find_unit
from tiendo.read.findings.claims.build import is_slip
from tiendo.read.findings.claims.context.figures import Figure, is_kindred, is_same_measure
from tiendo.read.findings.claims.context.passages import Passages
from tiendo.read.findings.claims.parthood.partlists import Opener, PartList
from tiendo.read.findings.claims.words import ABSTAINED, OPEN_END, OPPOSITES, OVERLAPPING, VOTES

_NEAR = Decimal("0.1")  # a list that misses its total by more is not a slip of digits
_TWICE = 2
_MOST_FIGURES = 60  # in one list
_WISHES = re.compile(r"(?<!\w)(?:nhu\scầu|cần|dự\skiến|kế\shoạch|khả\snăng|đề\snghị|có\sthể)(?!\w)")
_MORE_BEHIND = re.compile(
    r"[^.;]{0,60}?(?<!\w)(?:còn\slại|phần\scòn|và|cùng)(?!\w)(?!\s(?:đúng|trước|đang|chưa|vượt|đạt))"
)
_BROKEN_LINE = re.compile(r"[^.;\n]{0,80}\n[^\W\d_]")
#: A part whose number is a word may be missing in the sum.
_NUMBER_WORD = re.compile(r"(?<!\w)(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s(?!số|phần|cách|lần)")
_FIRST_DIGIT = re.compile(r"\d")
_BESIDES = re.compile(r"(?:bên\scạnh|ngoài|cùng\svới)\s(?!ra|đó)")
_BEHIND_LIST = 40
_LEAD = 16  # before the words that open a list: "chủ yếu", "trong đó nhất là"
_CLAUSE = 90
_CLAUSE_END = re.compile(r"\.{3}|…|,(?!\sv\.?v)|[;)\n]|\.\s(?!v)")


def is_complete(passages: Passages, found: PartList, strict: Claim) -> bool:
    """Whether the words say that nothing is left out, and every number between them was understood."""
    text = passages.norm[found.start : found.end]
    head = found.parts[0].figure.quantity
    last = found.parts[-1].figure.end
    if _is_short(strict) and (_MORE_BEHIND.match(passages.norm, last) or _BROKEN_LINE.match(passages.norm, last)):
        return False
    if found.opener is Opener.SOME or can_overlap(passages, found) or not are_digits_known(passages, found):
        return False
    if _is_short(strict) and _NUMBER_WORD.search(text):
        return False
    if is_open(passages, found) or (head.unit.startswith(VOTES) and not ABSTAINED.search(text)):
        return False
    if not all(is_same_measure(part.figure.quantity, head) for part in found.parts):
        return False
    return _says_all(found, text, strict)


def _says_all(found: PartList, text: str, strict: Claim) -> bool:
    """Whether the opening words, the last part or two opposite parts say that these are all."""
    head = found.parts[0].figure.quantity
    is_sure = found.sure == len(found.parts)
    if found.opener is Opener.ALL and not found.is_closed and not (is_of_size(strict) or _is_thousandfold(strict)):
        return False  # less than half was told
    if found.is_closed or (found.opener is Opener.ALL and (is_sure or (found.is_uniform and is_near(strict)))):
        return True
    has_opposites = any(one.search(text) and other.search(text) for one, other in OPPOSITES)
    if found.opener in (Opener.BRACKET, Opener.COLON):
        is_plain = all(not part.words or part.words[-1] == "và" for part in found.parts[1:])
        has_opposites = has_opposites or (is_sure and is_plain and is_same_measure(strict.operands[0].quantity, head))
    return has_opposites and is_near(strict)


def is_open(passages: Passages, found: PartList) -> bool:
    """Whether the words around a list say that it goes on: "chủ yếu gồm …", "165 vụ hủy hoại tài sản…"."""
    behind = passages.norm[found.end : found.end + _CLAUSE]
    clause = behind[: stop.end()] if (stop := _CLAUSE_END.search(behind)) is not None else behind
    around = (passages.norm[max(0, found.start - _LEAD) : found.start], passages.norm[found.start : found.end], clause)
    return any(OPEN_END.search(words) for words in around)


def _is_short(strict: Claim) -> bool:
    """Whether the parts are below the total."""
    found = check(strict)
    return found.computed.is_below(found.stated)


def can_overlap(passages: Passages, found: PartList) -> bool:
    """Whether the parts can share members."""
    return OVERLAPPING.search(passages.norm, found.start, found.end + _BEHIND_LIST) is not None


def are_digits_known(passages: Passages, found: PartList) -> bool:
    """Whether every number of the list was read, and every amount of its kind was taken for a part."""
    parts = {part.figure.start for part in found.parts}
    head = found.parts[0].figure
    figures: list[Figure] = []
    for figure in islice(passages.figures.between(found.start, found.end), _MOST_FIGURES):
        if figure.start > head.start and figure.start not in parts and _could_be_part(figure, head):
            return False
        figures.append(figure)
    return all(
        any(figure.start <= digit.start() < figure.end for figure in figures)
        for digit in _FIRST_DIGIT.finditer(passages.norm, found.start, found.end)
    )


def _could_be_part(figure: Figure, head: Figure) -> bool:
    return (
        figure.is_amount
        and is_kindred(figure.quantity, head.quantity)
        and figure.measurement.kind is head.measurement.kind
    )


def is_near(strict: Claim) -> bool:
    """Whether the parts miss their total by little."""
    total = strict.operands[0].quantity
    size = abs(total.value) * scale_of(total)
    return abs(check(strict).point - size) <= size * _NEAR


def is_of_size(strict: Claim) -> bool:
    """Whether the parts and their total are within a factor of two: one is meant to be the other."""
    total = strict.operands[0].quantity
    size = abs(total.value) * scale_of(total)
    return size / _TWICE <= abs(check(strict).point) <= size * _TWICE


def _is_thousandfold(strict: Claim) -> bool:
    """Whether the total is a thousand times what its parts make: a point for a comma."""
    total = strict.operands[0].quantity
    size = abs(total.value) * scale_of(total)
    return abs(check(strict).point * 1000 - size) <= size * _NEAR


def looks_like_slip(passages: Passages, found: PartList, strict: Claim) -> bool:
    """Whether exchanged digits would make an almost complete list complete."""
    if not is_near(strict) or not are_digits_known(passages, found) or can_overlap(passages, found):
        return False
    if found.opener is Opener.SOME or is_open(passages, found):
        return False
    return is_slip(strict)


def stands_beside(passages: Passages, found: PartList) -> bool:
    """Whether the total is told beside the parts: "Ngoài trục dài 5 km, các tuyến khác gồm …"."""
    total = found.totals[0].figure
    return _BESIDES.match(passages.norm, passages.scan.sentences[total.sentence].start) is not None


def can_be_accused(passages: Passages, found: PartList) -> bool:
    """Whether a part above its total is a slip and not a figure of another kind."""
    label = passages.norm[found.start : found.parts[0].figure.start]
    if _WISHES.search(label):
        return False
    if found.is_local:
        return found.opener is not Opener.ALL or len(found.parts) > 1
    unit = find_unit(found.parts[0].figure.quantity.unit)
    return len(found.totals) == 1 and unit is not None and unit.dimension is Dimension.MONEY
