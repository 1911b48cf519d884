# SPDX-License-Identifier: Apache-2.0
"""What relative times of a document are resolved against, from the facts and, failing them, the text itself."""

from __future__ import annotations

import re

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.dimensions.period.data import Anchor
from tiendo.read.engine.scan import Scan

_YEAR = re.compile(r"(?:năm\s|/)(20\d\d|19\d\d)(?!\d|\s?[-–])")
_TERM = re.compile(r"(?:nhiệm\skỳ|giai\sđoạn)\s((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)")
#: A yearly review held in December speaks of its year.
_REVIEW = re.compile(r"hội\snghị\s(?:trực\stuyến\s)?tổng\skết|tổng\skết\s(?:công\stác|năm)")
_DECEMBER = 12
#: How far into the text a year still speaks for the document.
_HEAD = 1500


def anchor_of(scan: Scan, facts: DocumentFacts) -> Anchor:
    """The anchor of a document; a year that nothing tells stays None."""
    norm = scan.shadow.norm
    year = int(facts.period[:4]) if facts.period else None
    if year is None:
        on = facts.dated_on or facts.published_on
        year = on.year if on else None
    if year is None and (said := _YEAR.search(norm, 0, _HEAD)):
        year = int(said.group(1))
    period = facts.period
    if period is None and year is not None and facts.dated_on is not None and _REVIEW.search(norm, 0, _HEAD):
        period = str(year) if facts.dated_on.month == _DECEMBER else None
    term = _TERM.search(norm)
    on = facts.dated_on or facts.published_on
    return Anchor(
        year=year,
        period=period,
        month=on.month if on is not None and on.year == year else None,
        term=f"{term.group(1)}/{term.group(2)}" if term else None,
    )
