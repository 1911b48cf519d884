# SPDX-License-Identifier: Apache-2.0
"""The head of an official document: issuing body, number, place and day, kind, title.

Here: lines of the first page in the order of Nghị định 30/2020/NĐ-CP or of Party documents, also when two columns have
run together into one line. Not here: news pages (``newspage``).
"""

from __future__ import annotations

import re
from datetime import date

from tiendo.kernel.records import record
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.citations import identifiers
from tiendo.read.findings.facts.days import DAY, day_of
from tiendo.read.lexicon.acts import ACTS, KIND_OF_LETTERS
from tiendo.read.lexicon.bodies import BODY_HEADS, LEVELS

_HEAD = 3000  # characters in which a letterhead stands
_LINE = re.compile(r"[^\r\n]+")
_MOTTO = re.compile(
    r"\s*(?:cộng hòa xã hội chủ nghĩa việt nam|độc lập\s?[-–]\s?tự do\s?[-–]\s?hạnh phúc|đảng cộng sản việt nam)\s*"
)
_RULE = re.compile(r"^[\s*_\-–—.=~]*$")
_NUMBER = re.compile(r"số\s?[:.]?\s{0,3}(?=\d|[….]{2,}|\s{0,6}[/-])")
_PLACE_AND_DAY = re.compile(
    r",\s{0,3}ngày\s{1,3}(?:" + DAY + r"|[….\s]{0,12}tháng\s{0,3}(?P<m3>\d{1,2}|[….\s]{1,12})"
    r"\s{0,3}năm\s{1,3}(?P<y3>20\d\d))\s*$",
    re.M,
)
_KIND = re.compile(
    r"^ *(?P<kind>" + "|".join(sorted(ACTS, key=len, reverse=True)) + r")(?P<rest>(?: [^\n]{0,300})?)$", re.M
)
_BODY = re.compile(r"(?:" + "|".join(sorted((*BODY_HEADS, *LEVELS), key=len, reverse=True)) + r")\b")
_ACRONYMS = {"ubnd": "UBND", "hđnd": "HĐND", "mttq": "MTTQ"}
_OFFICES = frozenset({"sở", "phòng", "ban", "trung tâm", "chi cục", "cục", "hội", "đoàn"})
_PHRASE = re.compile(r"(?:" + "|".join(sorted((*BODY_HEADS, *LEVELS), key=len, reverse=True)) + r")(?: |$)")
_BODY_OF_TEXT = re.compile(
    r"^\s*(?:căn cứ|thực hiện|kính gửi|phần|[ivx]{1,4}\s?[.\-–]|\d{1,2}\s?[.)]|\(|trên cơ sở|ngày|sáng|chiều|\W*$)"
)
#: Which council sits is no part of its name: "HỘI ĐỒNG NHÂN DÂN XÃ KHÓA XIX KỲ HỌP THỨ 8".
_SESSION = re.compile(r"[\s,]+(?:KHÓA|KHOÁ|KỲ HỌP|NHIỆM KỲ)\s.*$")
_FRAGMENTS = frozenset({"ủy", "hội", "hội đồng", "đảng", "ban", "cộng"})
_LEADERS = ("CHỦ TỊCH", "GIÁM ĐỐC", "BỘ TRƯỞNG", "THỦ TƯỚNG", "CHÍNH PHỦ")
_PLACE_SIZE = 40
_TITLE_LINES = 4
_TITLE_SIZE = 400


@record
class Letterhead:
    """What the head of an official document says; empty fields are None."""

    kind: str | None
    number: str | None
    issuer: str | None
    place: str | None
    dated_on: date | None
    title: str | None


def sentence_case(text: str) -> str:
    """A name written in capitals as running text writes it: "ĐẢNG ỦY PHƯỜNG AN LẠC" → "Đảng ủy phường An Lạc"."""
    out: list[str] = []
    at, is_office = 0, False
    text = " ".join(text.split()).lower()
    while at < len(text):
        phrase = _PHRASE.match(text, at)
        if phrase:
            out.append(_ACRONYMS.get(phrase.group().strip(), phrase.group().strip()))
            is_office = phrase.group().strip() in _OFFICES
            at = phrase.end()
            continue
        word, _, _ = text[at:].partition(" ")
        # offices are named by nouns ("Sở Tài chính"), places by names ("xã An Lạc")
        is_first = not out or out[-1] in _OFFICES or out[-1] in {"-", "và"}
        out.append(word if is_office and not is_first else word[:1].upper() + word[1:])
        at += len(word) + 1
    joined = " ".join(out)
    return joined[:1].upper() + joined[1:]


def _is_capitals(text: str) -> bool:
    return text.upper() == text and any(c.isalpha() for c in text)


def _kind_line(scan: Scan, end: int) -> re.Match[str] | None:
    """The line that is the name of the kind in capitals, alone or with the title behind it."""
    norm, cased, at = scan.shadow.norm, scan.shadow.cased, 0
    while at <= end:
        match = _KIND.match(norm, at, end)
        if match is not None:
            start, stop = match.span("kind")
            if _is_capitals(cased[start:stop]) and (
                not match["rest"].strip() or _is_capitals(cased[start : match.end()])
            ):
                return match
        line_end = norm.find("\n", at, end)
        if line_end < 0:
            return None
        at = line_end + 1
    return None


#: Under the title stands a drawn line; what follows is the text. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
_DRAWN_LINE = re.compile(r"[_\-–—*=.]{3,200}")


def _title(scan: Scan, kind: re.Match[str]) -> str | None:
    """The lines under the kind up to the body of the text, with the kind before them."""
    norm, end = scan.shadow.norm, kind.end()
    parts: list[str] = [scan.shadow.slice(*kind.span("rest")).strip()] if kind["rest"].strip() else []
    for line in _LINE.finditer(norm, end, min(len(norm), end + _TITLE_SIZE * 2)):
        if not line.group().strip():
            continue
        if (
            (parts and _DRAWN_LINE.fullmatch(line.group().strip()))
            or len(parts) >= _TITLE_LINES
            or _BODY_OF_TEXT.match(line.group())
            or line.group().rstrip().endswith((":", ";", "."))
        ):
            break
        written = scan.shadow.cased[line.start() : line.end()].strip()
        if _is_capitals(written) and (
            written.startswith("CỦA ")
            or (parts and (_BODY.match(line.group().strip()) or written.startswith(_LEADERS)))
        ):
            continue  # whose document it is, not what it is about
        parts.append(scan.shadow.slice(*line.span()).strip())
    if not parts:
        return None
    return " ".join(" ".join(parts).split())[:_TITLE_SIZE]


def _number(scan: Scan, end: int) -> tuple[str | None, int, str | None]:
    """Identifier after "Số", where that line begins, and the kind its letters tell."""
    for mark in _NUMBER.finditer(scan.shadow.norm, 0, end):
        line = scan.shadow.norm.rfind("\n", 0, mark.start()) + 1
        if scan.shadow.norm[line : mark.start()].strip():
            continue  # "Nghị quyết số …" inside a sentence
        for found in identifiers(scan, mark.end(), min(mark.end() + 40, len(scan.shadow.norm))):
            if found.start - mark.end() > 1:
                break
            number = scan.shadow.slice(found.start, found.end)
            letters = next((w for w in re.split(r"[\d/.\-\s]+", number) if w), "")
            return number, line, KIND_OF_LETTERS.get(letters, "letter")
        return None, line, None  # a draft without number
    return None, -1, None


def _issuer(scan: Scan, end: int) -> str | None:
    """The body of the letterhead: the last name in capitals above the number, with its continuation lines."""
    names: list[str] = []
    fragment = ""
    for line in _LINE.finditer(scan.shadow.norm, 0, end):
        text = _MOTTO.sub(" ", line.group())
        if not text.strip() or _RULE.match(text) or "hội chủ nghĩa" in text:
            fragment = ""
            continue
        if text.strip() in _FRAGMENTS:
            fragment = scan.shadow.cased[line.start() : line.end()].strip() + " "
            continue  # "ỦY" / "BAN NHÂN DÂN": a line broken inside a word
        at = line.start() + line.group().find(text.strip()[:12]) if text.strip() else line.start()
        written = fragment + scan.shadow.cased[at : at + len(text.strip())]
        fragment = ""
        if not _is_capitals(written) or not (_BODY.match(written.lower()) or names):
            continue
        if names and text.strip().startswith(LEVELS):
            names[-1] = f"{names[-1]} {written}"  # "ỦY BAN NHÂN DÂN" / "XÃ …" are one name
        else:
            names.append(written)
    return sentence_case(_SESSION.sub("", names[-1])) if names else None


def _place_before(scan: Scan, comma: int) -> str | None:
    """The place before ", ngày …", the last column of the line."""
    line = scan.shadow.cased.rfind("\n", 0, comma) + 1
    words = scan.shadow.slice(max(line, comma - _PLACE_SIZE), comma).rsplit("  ", 1)[-1].strip()
    return words or None


def find_letterhead(scan: Scan) -> Letterhead | None:
    """The letterhead of an official document, None when the text has none."""
    norm = scan.shadow.norm
    end = min(len(norm), _HEAD)
    number, number_line, kind_of_number = _number(scan, end)
    kind = _kind_line(scan, end)
    if number_line < 0 and kind is None:
        return None
    placed = _PLACE_AND_DAY.search(norm, 0, end)
    if number_line < 0 and placed is None:
        return None
    marks = [m for m in (number_line, kind.start() if kind else -1, placed.start() if placed else -1) if m >= 0]
    dated_on = day_of(placed).on() if placed and placed["d"] else None
    place = _place_before(scan, placed.start()) if placed else None
    return Letterhead(
        ACTS[kind["kind"]][1] if kind else kind_of_number,
        number,
        _issuer(scan, min(marks) if min(marks) > 0 else max(marks)),
        place,
        dated_on,
        _title(scan, kind) if kind else None,
    )
