# SPDX-License-Identifier: Apache-2.0
"""What relative times of a document are resolved against, from the facts and, failing them, the text itself."""

from __future__ import annotations

import re

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.dimensions.period.data import Anchor
from tiendo.read.engine.scan import Scan

#: Not the year by which something is aimed at: "trở thành quận vào năm 2030".
_YEAR = re.compile(r"(?:(?<!đến\s)(?<!tới\s)(?<!vào\s)(?<!trước\s)năm\s|/)(20[0-9][0-9]|19[0-9][0-9])(?![0-9]|\s?[-–])")
_TERM = re.compile(r"\s((?:19|20)[0-9][0-9])\s?[-–]\s?((?:19|20)[0-9][0-9])")
#: The term of a council says how long its members sit, not what is aimed at: "HĐND khóa I, nhiệm kỳ 2021-2026".
_OF_BODY = re.compile(r"kh(?:óa|oá)\s\S{1,6}[\s,–-]{1,3}$|các\scấp,?\s$|(?:hđnd|hội\sđồng\snhân\sdân)[^.;:]{0,60}$")
_BODY_REACH = 90
_TERM_WORDS = ("nhiệm kỳ", "giai đoạn")
#: A yearly review held in December speaks of its year.
_REVIEW = re.compile(r"hội\snghị\s(?:trực\stuyến\s)?tổng\skết|tổng\skết\s(?:công\stác|năm)")
_DECEMBER = 12
#: How far into the text a year still speaks for the document.
_HEAD = 1500
_YEAR_LENGTH = len("2024")


def anchor_of(scan: Scan, facts: DocumentFacts) -> Anchor:
    """The anchor of a document; a year that nothing tells stays None."""
    norm = scan.shadow.norm
    dated_on = facts.dated_on or facts.published_on
    if facts.period:
        year: int | None = int(facts.period[:_YEAR_LENGTH])
    elif dated_on is not None:
        year = dated_on.year
    else:
        said = _YEAR.search(norm, 0, _HEAD)
        year = int(said.group(1)) if said is not None else None
    return Anchor(
        year=year,
        period=facts.period or _reviewed_year(norm, facts),
        month=dated_on.month if dated_on is not None and dated_on.year == year else None,
        term=_first_term(norm),
    )


def _reviewed_year(norm: str, facts: DocumentFacts) -> str | None:
    """The year that a meeting in December looks back on."""
    if facts.dated_on is None or facts.dated_on.month != _DECEMBER or not _REVIEW.search(norm, 0, _HEAD):
        return None
    return str(facts.dated_on.year)


def _first_term(norm: str) -> str | None:
    """The first term of office or programme that the text names."""
    firsts = []
    for word in _TERM_WORDS:
        at = norm.find(word)
        while at >= 0:
            years = _TERM.match(norm, at + len(word))
            if years is not None and not _OF_BODY.search(norm, max(0, at - _BODY_REACH), at):
                firsts.append((at, f"{years.group(1)}/{years.group(2)}"))
                break
            at = norm.find(word, at + 1)
    return min(firsts)[1] if firsts else None
