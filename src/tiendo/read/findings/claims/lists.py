# SPDX-License-Identifier: Apache-2.0
"""A number and the names that follow it: "6 quận (quận 4, 7, 8, 9, Bình Thạnh và Thủ Đức)", "Còn 5 tiêu chí là: …".

Only lists of names of places are counted to the last one. In other lists nobody can tell where "thu gom, vận chuyển
rác" ends one item and begins another: they count as right when some reading fits, and as wrong only when even the
pieces between commas are too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.records import record
from tiendo.read.dimensions.numeral.rules import word_before
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.build import LIKELY
from tiendo.read.findings.claims.words import OPEN_END
from tiendo.read.lexicon.nouns import PLACES

_CAPITAL = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_PLACE = (
    r"(?:xã|phường|thị\strấn|thị\sxã|quận|huyện|thành\sphố|tp\.?|tỉnh|đặc\skhu|khu\sphố|thôn|ấp|bản|làng|xóm|buôn"
    r"|tổ\sdân\sphố|khu)"
)
# On norm: a small number and what is counted. Places first, then what is listed by words.
_COUNTED = re.compile(
    r"""(?P<count>\d(?<![\w/.,-]\d)(?<!trong\s\d)(?<!trong\ssố\s\d)(?<!tổng\ssố\s\d)\d?)(?:/\d{1,3})?\s(?:
      (?P<place>đơn\svị\shành\schính(?:\scấp\s(?:xã|huyện|tỉnh))?|đơn\svị\scấp\s(?:xã|huyện)|địa\sphương|xã,\sphường|phường,\sxã|xã|phường
        |thị\strấn|quận|huyện|thành\sphố|tỉnh,\sthành(?:\sphố)?|tỉnh|khu\sphố|thôn|ấp|tổ\sdân\sphố|đặc\skhu|cửa\skhẩu|khu\scông\snghiệp|cụm\scông\snghiệp
        |khu\skinh\stế|dân\stộc|trường|chợ)
    | (?P<thing>công\strình|hạng\smục|tiêu\schí|chỉ\stiêu|lĩnh\svực|ngành|nhóm|nội\sdung
        |dự\sán|gói\sthầu|cấp|khâu|trụ\scột|hình\sthức)
    )(?!\w)""",
    re.VERBOSE,
)
# On cased, behind the noun: names at once, or some words and what opens a list.
_DIRECT = re.compile(rf"\s(?={_CAPITAL})")
_OPENED = re.compile(
    r"(?P<more>(?:\s[^\s,;:.()\d]+(?:\.[^\s,;:.()\d]+)?|\s\d+(?:,\d+)?\s?%){0,14}?(?:,\svới\s[^,;:.()]{3,60}(?=,\sgồm)|,(?:\s[^\s,;:.()\d]+){1,3}?(?=\s(?:là|gồm)\s))?)"
    r"(?P<open>\s?\(\s?(?:gồm|là|bao\sgồm)?:?\s?|\s?:\s|,?\s(?:là|gồm|bao\sgồm|đó\slà|gồm\scó|lần\slượt\slà):?\s)",
    re.IGNORECASE,
)
_RANKED = re.compile(r"(?:[^.;()\d]|\.(?=\S)){0,160}?(?:,\strong\sđó|:)\s", re.IGNORECASE)
_ITEM = re.compile(
    rf"(?:các\s)?(?:(?i:{_PLACE})\s)?(?:\d{{1,3}}(?=\s?[,;.)]\s|\s?[;)]|\.?$|\s(?:và|cùng)\s)"
    rf"|{_CAPITAL}[^\s,;.()\d]*(?:\s(?:-\s)?(?:{_CAPITAL}|\d)[^\s,;.():]*){{0,4}})"
)
_RANK_ITEM = re.compile(
    r"(?:(?:tiếp\s(?:đến|theo)|kế\sđến|đó|thứ|và|cùng|sau\sđó|tiếp\stheo\slà)\s(?:là\s)?(?:các\s)?)?"
    rf"(?:{_PLACE}\s)?(?-i:{_CAPITAL})[^,;\d]{{0,60}}?\d[\d.,]*\s?%?",
    re.IGNORECASE,
)
_NAMED_PLACE = re.compile(rf"(?:các\s)?({_PLACE})\s", re.IGNORECASE)
_ANY_PLACE = ("đơn", "địa")
_BETWEEN = re.compile(r"\s?[,;]\s(?:và\s)?|\s(?:và|cùng)\s")
_LAST_AND = re.compile(r"\s(?:và|cùng)\s[^,;]*$")
_TOGETHER = re.compile(r"\scùng\s")
_AND = re.compile(r"\s(?:và|cùng)\s")
# A line that a letter follows may be broken inside a name.
_HARD_END = re.compile(r"\s?(?:[.;)]|\Z)|[^\S\n]*\n\s*(?:\n|[^\w\s]|\d|\Z)")
_NO_LIST = re.compile(r"(?<!\w)(?:như|trong|nhất|thuộc|giáp|với|tại|cùng)(?!\w)")
_PIECE_END = re.compile(r"[.;:)]|\d(?!\svụ[,\s])|,\s(?:trong\sđó|đạt|chiếm|tăng|giảm|với)(?!\w)")
_PIECES = re.compile(r",\s(?:và\s)?|\s(?:và|cùng)\s")
_NEXT_SENTENCE = re.compile(rf"\.(?:\s*$|\s+[^\w\s]|\s+\d|\s+{_CAPITAL})")
_ONLY_RIGHT = ("cấp", "khâu", "trụ", "hình", "dự", "gói")  # may be followed by much else
_LONGEST = 900
_FEW, _SOME = 2, 4  # names by which a list may miss its number: so many, or one of so many
_LONGEST_PIECE = 14  # words
_SHORT_PIECE = 4


@record
class _Opening:
    """A count and where its list begins. Positions are those of ``Shadow.norm``."""

    start: int
    count: int
    noun: str
    noun_end: int
    list_start: int
    limit: int
    more: str = ""
    is_direct: bool = False


def find_enumerations(scan: Scan) -> Iterator[Claim]:
    """The claims of a text about numbers of names."""
    cased, norm = scan.shadow.cased, scan.shadow.norm
    consumed = 0
    for counted in _COUNTED.finditer(norm):
        if counted.start() < consumed:
            continue
        sentence = scan.sentence_at(counted.start())
        if sentence is None or word_before(norm, counted.start()) in PLACES:  # "ấp 4 xã Mỹ Đức"
            continue
        claim, end = _read(scan, cased, counted, sentence.end)
        consumed = max(consumed, end)
        if claim is not None:
            yield claim


def _read(scan: Scan, cased: str, counted: re.Match[str], sentence_end: int) -> tuple[Claim | None, int]:
    """The claim of one count, and up to where its list was read."""
    name = "place" if counted["place"] else "thing"
    end = counted.end()
    first: tuple[Claim | None, int] | None = None
    for opening in _openings(cased, counted, sentence_end):
        found = _places(scan, cased, opening) if name == "place" else _things(scan, cased, opening)
        if found is not None and (found[0] is None or not _is_met(found[0])):
            first = first or found
        elif found is not None:
            return found
    if first is not None:
        return first
    ranked = _RANKED.match(cased, end, sentence_end) if name == "place" else None
    if ranked is None:
        return None, end
    limit = min(sentence_end, ranked.end() + _LONGEST)
    return _ranking(
        scan, cased, _Opening(counted.start(), int(counted["count"]), counted[name], end, ranked.end(), limit)
    )


def _openings(cased: str, counted: re.Match[str], sentence_end: int) -> Iterator[_Opening]:
    """Where the list of a count can begin: right behind it, or behind the words that open one."""
    name = "place" if counted["place"] else "thing"
    start, end, count = counted.start(), counted.end(), int(counted["count"])
    direct = _DIRECT.match(cased, end) if name == "place" and count > 1 else None
    opened = _OPENED.match(cased, end, sentence_end)
    for found in (direct, opened):
        if found is not None:
            limit = min(sentence_end, found.end() + _LONGEST)
            more = "" if found is direct else found["more"].lower()
            yield _Opening(start, count, counted[name], end, found.end(), limit, more, found is direct)


def _is_met(claim: Claim) -> bool:
    """Whether there are as many names as were counted."""
    count, items = claim.operands
    return count.quantity.value == items.quantity.value


def _places(scan: Scan, cased: str, opening: _Opening) -> tuple[Claim | None, int] | None:
    """Names of places, which can be counted; None when no name follows."""
    found = _read_items(cased, opening.list_start, opening.limit)
    if found is None:
        return None
    items, end, is_whole = found
    if _AND.search(cased, opening.list_start, end):  # behind "A và B" no name follows, but "A và B, tỉnh C"
        is_last = _LAST_AND.search(cased[opening.list_start : end]) is not None
        is_whole = is_last and (is_whole or items > opening.count)
    claim = _claim(scan, opening, items, end)
    if items == opening.count:
        return claim, end
    is_told = is_whole and items > 1 and abs(items - opening.count) <= max(_FEW, opening.count // _SOME)
    is_told = is_told and not _NO_LIST.search(opening.more) and not _is_mixed(cased, opening, end)
    is_told = is_told and not _TOGETHER.search(cased, opening.list_start, end)  # "A và B cùng Công ty C"
    return (replace(claim, confidence=LIKELY if opening.is_direct else 1.0) if is_told else None), end


def _ranking(scan: Scan, cased: str, opening: _Opening) -> tuple[Claim | None, int]:
    """5 địa phương …, trong đó huyện A dẫn đầu với 41,38%, tiếp đến là huyện B 26,32%: only ever counted as right."""
    items, at = 0, opening.list_start
    item = _RANK_ITEM.match(cased, at, opening.limit)
    while item is not None:
        items, at = items + 1, item.end()
        between = _BETWEEN.match(cased, at, opening.limit)
        item = _RANK_ITEM.match(cased, between.end(), opening.limit) if between is not None else None
    return (_claim(scan, opening, items, at) if items == opening.count else None), opening.noun_end


def _things(scan: Scan, cased: str, opening: _Opening) -> tuple[Claim | None, int] | None:
    """Còn 5 tiêu chí chưa đạt là: giao thông, thủy lợi, trường học, thu nhập và môi trường."""
    separated = _separated(scan, cased, opening)
    if separated is not None:
        return separated
    stop = _PIECE_END.search(cased, opening.list_start, opening.limit)
    end = stop.start() if stop is not None else opening.limit
    text = cased[opening.list_start : end]
    pieces = [piece for piece in _PIECES.split(text) if piece.strip()]
    if len(pieces) < 2 or OPEN_END.search(text.lower()) or OPEN_END.search(cased, end, end + 3):  # noqa: PLR2004
        return None
    if any(len(piece.split()) > _LONGEST_PIECE for piece in pieces) or _NO_LIST.search(opening.more):
        return None
    joined = len(_PIECES.findall(text)) - text.count(",")  # "và" may join the words of one item
    if len(pieces) - joined <= opening.count <= len(pieces):
        return _claim(scan, opening, opening.count, end), end
    if opening.noun.startswith(_ONLY_RIGHT):
        return None, end
    is_plain = all(len(piece.split()) <= _SHORT_PIECE for piece in pieces)
    most = len(pieces) + max(_FEW, opening.count // _SOME)
    is_told = len(pieces) < opening.count <= most and (joined or is_plain) and _ends(cased, end, stop)
    return (replace(_claim(scan, opening, len(pieces), end), confidence=LIKELY) if is_told else None), end


def _separated(scan: Scan, cased: str, opening: _Opening) -> tuple[Claim | None, int] | None:
    """Long items between semicolons: "3 công trình, gồm: trường A; trường B và cầu C"; only ever counted as right."""
    stop = cased.find(".", opening.list_start, opening.limit)
    end = stop if stop >= 0 else opening.limit
    pieces = [piece for piece in cased[opening.list_start : end].split(";") if piece.strip()]
    if len(pieces) < 2:  # noqa: PLR2004
        return None
    joined = sum(len(_AND.findall(piece)) for piece in pieces)
    if not len(pieces) <= opening.count <= len(pieces) + joined or OPEN_END.search(
        cased[opening.list_start : end].lower()
    ):
        return None
    return _claim(scan, opening, opening.count, end), end


def _ends(cased: str, end: int, stop: re.Match[str] | None) -> bool:
    """Whether a list ends at a sign; behind the dot of "Cl. perfringens" it goes on."""
    return stop is None or cased[end] == ")" or (cased[end] == "." and _NEXT_SENTENCE.match(cased, end) is not None)


def _is_mixed(cased: str, opening: _Opening, end: int) -> bool:
    """Whether places of another kind are named among those that are counted: "6 huyện: …, … và thị xã …"."""
    if opening.noun.startswith(_ANY_PLACE) or "," in opening.noun:
        return False
    kinds = {found.group(1).lower() for found in _NAMED_PLACE.finditer(cased, opening.list_start, end)}
    return bool(kinds - {opening.noun})


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
            return count, at, _HARD_END.match(cased, at) is not None
        last, at = at, between.end()
    if not count:
        return None
    return count, last, _HARD_END.match(cased, last) is not None


def _claim(scan: Scan, opening: _Opening, items: int, end: int) -> Claim:
    count = Quantity(Decimal(opening.count), opening.noun)
    return Claim(
        ClaimType.ENUMERATION,
        (
            Operand("count", count, span=scan.span(opening.start, opening.noun_end)),
            Operand("items", Quantity(Decimal(items), opening.noun)),
        ),
        scan.shadow.slice(opening.start, end),
        span=scan.span(opening.start, end),
        rules=("enumeration.names",),
    )
