# SPDX-License-Identifier: Apache-2.0
"""The facts of a document, put together from its letterhead or its news page.

Here: which source wins for which fact. Not here: how a letterhead or a page is read.
"""

from __future__ import annotations

import re
from datetime import date

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import any_word
from tiendo.read.findings.facts.days import days
from tiendo.read.findings.facts.letterhead import Letterhead, find_letterhead, sentence_case
from tiendo.read.findings.facts.newspage import event_day, headline, published_on
from tiendo.read.findings.facts.places import BODIES_OF_PLACES, main_place
from tiendo.read.findings.facts.spans import reporting_period
from tiendo.read.findings.facts.years import resolve, year_of, years
from tiendo.read.lexicon.bodies import LEVELS

_LEAD = 1500
_LEVEL = re.compile(r"\b(?:" + "|".join(level for level in LEVELS if "." not in level) + r") (?![uủ]y\b).+$", re.I)
# "Tỉnh ủy Lương Hà" is the committee of a province; "Quận ủy Quận 9" names its place in full.
_COMMITTEE = re.compile(r"(tỉnh|thành|quận|huyện|thị) ủy (?!" + "|".join(LEVELS) + r")(.+)$", re.I)
_LEVEL_OF_COMMITTEE = {
    "tỉnh": "Tỉnh",
    "thành": "Thành phố",
    "quận": "Quận",
    "huyện": "Huyện",
    "thị": "Thị xã",
}
_NAMED_DAY = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.](20\d\d)(?!\d)")
_TOLD = re.compile(any_word("phát biểu", "cho biết", "tham dự", "đến dự", "phóng viên"))
_BODY_SIZE = 20
_NO_BODIES = frozenset({"lãnh đạo", "mttq", "đảng bộ"})


def find_facts(scan: Scan, file_name: str | None = None) -> DocumentFacts:
    """What the document says of itself.

    Args:
        scan: the text.
        file_name: name of the file; asked for a day only when the text has none.

    Returns:
        Facts that the text does not tell are None; no year is guessed.
    """
    letterhead = find_letterhead(scan)
    if letterhead is not None:
        return _of_document(scan, letterhead, file_name)
    return _of_news(scan, file_name)


def _of_document(scan: Scan, head: Letterhead, file_name: str | None) -> DocumentFacts:
    norm = scan.shadow.norm
    dated_on = head.dated_on or _day_of_name(file_name)
    year = dated_on.year if dated_on else year_of(years(norm), None)
    period = None
    if head.title:
        at = max(0, scan.shadow.cased.find(head.title[:30]))
        period = reporting_period(norm, at, at + len(head.title) + 5, year, dated_on)
    period = period or reporting_period(norm, 0, min(len(norm), _LEAD * 2), year, dated_on)
    return DocumentFacts(
        kind=head.kind,
        number=head.number,
        issuer=head.issuer,
        locality=_place_of(head.issuer) or main_place(scan) or head.place,
        dated_on=dated_on,
        period=period,
        title=head.title,
    )


def _of_news(scan: Scan, file_name: str | None) -> DocumentFacts:
    norm = scan.shadow.norm
    page_day, page_place = published_on(scan) or (None, None)
    told = years(norm, page_place)
    event, title = event_day(scan, page_place), headline(scan)
    dated_on = resolve(event, told, page_day) if event else None
    dated_on = dated_on or page_day or _day_of_name(file_name)
    year = dated_on.year if dated_on else year_of(told, event.month if event else None)
    place = main_place(scan)
    period = reporting_period(norm, title[1], title[2], year, dated_on) if title else None
    period = period or reporting_period(norm, 0, min(len(norm), _LEAD), year, dated_on)
    is_news = page_day is not None or event is not None or bool(_TOLD.search(norm, 0, _LEAD * 4))
    return DocumentFacts(
        kind="news" if is_news else None,
        issuer=_body_of(scan, place),
        locality=place,
        dated_on=dated_on,
        published_on=page_day,
        period=period,
        title=title[0] if title else None,
    )


def _place_of(issuer: str | None) -> str | None:
    """The place in the name of a body: "Ủy ban nhân dân xã An Lạc" → "Xã An Lạc"."""
    committee = _COMMITTEE.match(issuer or "")
    if committee:
        return f"{_LEVEL_OF_COMMITTEE[committee[1].lower()]} {committee[2]}"
    found = _LEVEL.search(issuer or "")
    return found.group()[:1].upper() + found.group()[1:] if found else None


def _body_of(scan: Scan, place: str | None) -> str | None:
    """The first body that is named together with the place the text is about."""
    if place is None:
        return None
    norm, key = scan.shadow.norm, place.lower()
    at = norm.find(key, 0, _LEAD * 4)
    while at >= 0:
        before = norm[max(0, at - _BODY_SIZE) : at].rstrip()
        body = next((name for name in BODIES_OF_PLACES if before.endswith(name)), None)
        if body is not None and body not in _NO_BODIES:
            name = scan.shadow.slice(max(0, at - _BODY_SIZE) + len(before) - len(body), at + len(key))
            return sentence_case(name) if name.isupper() else name[:1].upper() + name[1:]
        at = norm.find(key, at + 1, _LEAD * 4)
    return None


def _day_of_name(file_name: str | None) -> date | None:
    """A full day in the name of the file."""
    named = _NAMED_DAY.search(file_name or "")
    if named:
        for day in days(f"{named[1]}/{named[2]}/{named[3]}"):
            return day.on()
    return None
