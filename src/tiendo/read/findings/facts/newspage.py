# SPDX-License-Identifier: Apache-2.0
"""The head of a news text: the day on the page, the day of the event, the headline.

Here: the first lines of an article. Not here: page furniture (``read.files`` takes it away) and letterheads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tiendo.read.engine.scan import Scan
from tiendo.read.findings.facts.days import DAY, Day, day_of
from tiendo.read.text.sentences import Sentence

_LINES = 12
_HEAD = 2500
# A line that says when the page was published: weekday and day, or day and time of day.
_PAGE_DAY = re.compile(
    r"[\s|•*–-]{0,6}(?:thứ\s{1,2}(?:hai|ba|tư|năm|sáu|bảy)|chủ\s{1,2}nhật|ngày đăng|đăng ngày|cập nhật|ngày)"
    r"[^\n\d]{0,20}" + DAY
)
_TIMED = (
    re.compile(DAY + r"(?=[\s,|(-]{1,4}\d{1,2}\s?[:gh]\s?\d{2})"),
    re.compile(r"\d{1,2}[:gh]\d\d[\s,|-]{1,4}(?:ngày\s)?" + DAY),
)
_CLOCK = re.compile(r"\d\s?[:gh]\s?\d\d")
_EVENT = re.compile(
    r"(?:n(?<!\wn)gày|s(?<!\ws)áng|t(?<!\wt)(?:rưa|ối)|c(?<!\wc)hiều|đ(?<!\wđ)êm|h(?<!\wh)ôm)"
    r"(?:\s(?:nay|qua|thứ\s\w{2,4}))?\s{0,2},?\s?\(?(?:ngày\s)?" + DAY
)
_ANNIVERSARY = re.compile(
    r"(?:kỷ niệm|lễ|quốc khánh|thành lập|nhân dịp|truyền thống|quốc tế|thế giới|phong trào|đường|số)[^\n.;]{0,40}$"
)
_LAW_DAY = re.compile(r"\b(?:từ|đến|trước|sau|nhất|hạn|tính|hết|là)\s$|[-/][a-zđ\d]{2,}\s?,?\s?\(?\s?$")
_DATELINE = re.compile(r"^\W{0,3}(?:\([^)\n]{2,40}\)\s?[-–—]?\s?|[\w.\s-]{2,24}\s[-–—]\s)?")
_TIMES_OF_DAY = ("sáng", "trưa", "chiều", "tối")
_HELD = re.compile(r"\b(?:diễn ra|tổ chức|khai mạc|bế mạc|công bố|họp|thông tin)\b[^.;\n]{0,60}$")
_CAPTION = re.compile(r"^(?:ảnh|trong ảnh|quang cảnh|toàn cảnh|đồng chí .{5,80} phát biểu)\b")
_FURNITURE = re.compile(r"^(?:trang chủ|thứ |chủ nhật|ngày đăng|đăng ngày|cập nhật|\W*\d|lượt xem|tác giả|nguồn|\(|>)")
_TITLE_SIZE = 250
_LEAD_OFFSET = 60


def _lines(scan: Scan) -> Iterator[tuple[Sentence, str]]:
    """First sentence of each of the first paragraphs."""
    last = -1
    for sentence in scan.sentences[: _LINES * 6]:
        if sentence.paragraph >= _LINES:
            return
        if sentence.paragraph != last:
            last = sentence.paragraph
            yield sentence, scan.shadow.norm[sentence.start : sentence.end]


def published_on(scan: Scan) -> tuple[date, Day] | None:
    """The day the page says it was published, and where it says so."""
    norm = scan.shadow.norm
    end = min(len(norm), _HEAD)
    for pattern in _TIMED if _CLOCK.search(norm, 0, end) else ():
        for match in pattern.finditer(norm, 0, end):
            on = day_of(match).on()
            if on is not None:
                return on, day_of(match)
    for sentence, _ in _lines(scan):
        line = _PAGE_DAY.match(norm, sentence.start, sentence.end)
        on = day_of(line).on() if line else None
        if line and on and _stands_alone(norm, line):
            return on, day_of(line)
    return None


def _stands_alone(norm: str, match: re.Match[str]) -> bool:
    """Whether little more than the day stands in the line: a sentence that begins with a day is an event."""
    end = norm.find("\n", match.end(), match.end() + _HEAD)
    rest = norm[match.end() : end if end >= 0 else match.end() + _HEAD]
    return len(rest.strip()) < _LEAD_OFFSET and "," not in rest.strip()[1:2]


def event_day(scan: Scan, page_day: Day | None) -> Day | None:
    """The day of the event a lead tells of: near the beginning of a sentence of the first paragraphs."""
    norm = scan.shadow.norm
    spare: Day | None = None
    for sentence in scan.sentences[: _LINES * 4]:
        if sentence.paragraph >= _LINES or sentence.start > _HEAD:
            break
        for match in _EVENT.finditer(norm, sentence.start, sentence.end):
            before = norm[sentence.start : match.start()]
            if _ANNIVERSARY.search(before) or (
                page_day and match.start() < page_day.end and match.end() > page_day.start
            ):
                continue
            lead = _DATELINE.sub("", before)
            if len(lead) <= _LEAD_OFFSET and not _LAW_DAY.search(lead):
                return day_of(match)
            held = match.group().startswith(_TIMES_OF_DAY) or _HELD.search(before)
            if held and spare is None and not _LAW_DAY.search(before):
                spare = day_of(match)
    return spare


def headline(scan: Scan) -> tuple[str, int, int] | None:
    """The first line that reads like a headline, with its place."""
    for sentence, text in _lines(scan):
        line_end = scan.shadow.norm.find("\n", sentence.start, sentence.start + _HEAD)
        end = line_end if line_end >= 0 else min(len(scan.shadow.norm), sentence.start + _HEAD)
        line = scan.shadow.norm[sentence.start : end].strip()
        if _FURNITURE.match(text) or _CAPTION.match(text):
            continue
        if len(line) > _TITLE_SIZE or line.endswith((".", ":", ";", ",")):
            return None
        stop = sentence.start + len(line)
        return scan.shadow.slice(sentence.start, stop).strip(), sentence.start, stop
    return None
