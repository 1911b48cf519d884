# SPDX-License-Identifier: Apache-2.0
"""A number and the names that follow it: "6 quận (quận 4, 7, 8, 9, Bình Thạnh và Thủ Đức)".

Only lists of names of places are held against their number; a list of other things is only ever counted as right,
for nobody can tell where "thu gom, vận chuyển rác" ends one item and begins another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.build import LIKELY

_CAPITAL = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_PLACE = (
    r"(?:xã|phường|thị\strấn|thị\sxã|quận|huyện|thành\sphố|tp\.?|tỉnh|đặc\skhu|khu\sphố|thôn|ấp|bản|làng|xóm|buôn"
    r"|tổ\sdân\sphố|khu)"
)
_COUNT_NOUN = (
    r"(?:đơn\svị\shành\schính(?:\scấp\s(?:xã|huyện|tỉnh))?|đơn\svị\scấp\s(?:xã|huyện)|địa\sphương|xã,\sphường|phường,\sxã|xã|phường|thị\strấn|quận|huyện|thành\sphố"
    r"|tỉnh,\sthành(?:\sphố)?|tỉnh|khu\sphố|thôn|ấp|tổ\sdân\sphố|đặc\skhu)"
)
# The count, its noun, perhaps some words, then what opens the list.
_OPENING = re.compile(
    rf"(?<![\w/.,-])(?P<count>\d{{1,2}})\s(?P<noun>{_COUNT_NOUN})(?!\w)(?:(?-i:\s(?={_CAPITAL}))"
    r"|(?P<more>(?:\s[^\s,;:.()\d]+(?:\.[^\s,;:.()\d]+)?){0,14}?)"
    r"(?P<open>\s?\(\s?(?:gồm|là|bao\sgồm)?:?\s?|\s?:\s|,?\s(?:là|gồm|bao\sgồm|đó\slà|gồm\scó|lần\slượt\slà):?\s))",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"(?:các\s)?(?:(?i:{_PLACE})\s)?(?:\d{{1,3}}(?![\d.,]*\d|\s?%|[/-])|{_CAPITAL}[^\s,;.()\d]*(?:\s(?:-\s)?(?:{_CAPITAL}|\d)[^\s,;.():]*){{0,4}})"
)
_RANKED = re.compile(
    rf"(?<![\w/.,-])(?P<count>\d{{1,2}})\s(?P<noun>{_COUNT_NOUN})(?!\w)(?:[^.;()\d]|\.(?=\S)){{0,160}}?(?P<open>,\strong\sđó|:)\s",
    re.IGNORECASE,
)
_RANK_ITEM = re.compile(
    rf"(?:(?:tiếp\s(?:đến|theo)|kế\sđến|đó|thứ|và|cùng|sau\sđó|tiếp\stheo\slà)\s(?:là\s)?(?:các\s)?)?(?:{_PLACE}\s)?(?-i:{_CAPITAL})[^,;\d]{{0,60}}?\d[\d.,]*\s?%?",
    re.IGNORECASE,
)
_NAMED_PLACE = re.compile(rf"(?:các\s)?({_PLACE})\s", re.IGNORECASE)
_ANY_PLACE = ("đơn", "địa")
_BETWEEN = re.compile(r"\s?[,;]\s(?:và\s)?|\s(?:và|cùng)\s")
_HARD_END = re.compile(r"\s?(?:[.;)]|$)")
_LONGEST = 900


def find_enumerations(scan: Scan) -> Iterator[Claim]:
    """The claims of a text about numbers of names."""
    yield from _named(scan)
    yield from _ranked(scan)


def _named(scan: Scan) -> Iterator[Claim]:
    cased, norm = scan.shadow.cased, scan.shadow.norm
    consumed = 0
    for opening in _OPENING.finditer(cased):
        if opening.start() < consumed:
            continue
        sentence = scan.sentence_at(opening.start())
        if sentence is None:
            continue
        found = _read_items(cased, opening.end(), min(sentence.end, opening.end() + _LONGEST))
        if found is None:
            continue
        items, end, is_whole = found
        consumed = end
        claim = _claim(scan, opening, items, end, norm)
        if items == int(opening["count"]):
            yield claim
        elif is_whole and items > 1 and _is_list(opening) and not _is_mixed(cased, opening, end):
            yield replace(claim, confidence=1.0 if opening["open"] else LIKELY)


def _ranked(scan: Scan) -> Iterator[Claim]:
    """5 địa phương …, trong đó huyện A dẫn đầu với 41,38%, tiếp đến là huyện B 26,32%: only ever counted as right."""
    cased = scan.shadow.cased
    for opening in _RANKED.finditer(cased):
        sentence = scan.sentence_at(opening.start())
        if sentence is None or opening.end() >= sentence.end:
            continue
        end = min(sentence.end, opening.end() + _LONGEST)
        items, at = 0, opening.end()
        item = _RANK_ITEM.match(cased, at, end)
        while item is not None:
            items, at = items + 1, item.end()
            between = _BETWEEN.match(cased, at, end)
            item = _RANK_ITEM.match(cased, between.end(), end) if between is not None else None
        if items == int(opening["count"]):
            yield _claim(scan, opening, items, at, scan.shadow.norm)


def _is_mixed(cased: str, opening: re.Match[str], end: int) -> bool:
    """Whether places of another kind are named among those that are counted: "6 huyện: …, … và thị xã …"."""
    noun = opening["noun"].lower()
    if noun.startswith(_ANY_PLACE) or "," in noun:
        return False
    kinds = {found.group(1).lower() for found in _NAMED_PLACE.finditer(cased, opening.end(), end)}
    return bool(kinds - {noun})


def _is_list(opening: re.Match[str]) -> bool:
    """Whether the words between the count and the list let the list stand for the count."""
    return not re.search(r"(?<!\w)(?:như|trong|nhất|thuộc|giáp|với|tại|cùng)(?!\w)", (opening["more"] or "").lower())


def _read_items(cased: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """How many names, where they end, and whether the list ends there for certain."""
    count, at = 0, start
    while True:
        item = _ITEM.match(cased, at, end)
        if item is None:
            break
        count, at = count + 1, item.end()
        between = _BETWEEN.match(cased, at, end)
        if between is None:
            return count, at, _HARD_END.match(cased, at, end) is not None
        last, at = at, between.end()
    if not count:
        return None
    return count, last, _HARD_END.match(cased, last, end) is not None


def _claim(scan: Scan, opening: re.Match[str], items: int, end: int, norm: str) -> Claim:
    start = opening.start()
    noun = norm[opening.start("noun") : opening.end("noun")]
    count = Quantity(Decimal(int(opening["count"])), noun)
    span = scan.span(start, end)
    return Claim(
        ClaimType.ENUMERATION,
        (
            Operand("count", count, span=scan.span(start, opening.end("noun"))),
            Operand("items", Quantity(Decimal(items), noun)),
        ),
        scan.shadow.slice(start, end),
        span=span,
        rules=("enumeration.names",),
    )
