# SPDX-License-Identifier: Apache-2.0
"""From the form of a time expression to its period, resolved against the document's anchor.

One rule for each form of ``patterns.TIME``; a rule gives the period (None without a year) and whether its year is
written, or None when the words are no time expression after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tiendo.read.dimensions.period.data import Anchor

Resolved = tuple[str | None, bool]

_COUNTS = {
    word: number
    for number, word in enumerate(
        "một | hai | ba | bốn | năm | sáu | bảy | tám | chín | mười | mười một | mười hai".split(" | "), start=1
    )
}
_QUARTERS = {
    name: number
    for number, names in enumerate(("i 1 một", "ii 2 hai", "iii 3 ba", "iv 4 tư bốn"), start=1)
    for name in names.split()
}
_SHIFTS = {"ngoái": -1, "trước": -1, "sau": 1, "tới": 1}
_YEAR_OF_MONTHS = 12


def resolve(match: re.Match[str], anchor: Anchor) -> Resolved | None:
    """The period of a match of ``patterns.TIME``."""
    return _RULES[match.lastgroup or ""](match, anchor)


def _relative_year(word: str | None, anchor: Anchor) -> str | None:
    return None if anchor.year is None else str(anchor.year + _SHIFTS.get(word or "", 0))


def _year_of(said: str | None, relative: str | None, anchor: Anchor) -> Resolved:
    return (said, True) if said else (_relative_year(relative, anchor), False)


def _terms(match: re.Match[str], anchor: Anchor) -> Resolved | None:
    first, last = match["y1"], match["y2"]
    return (f"{first}/{last}", True) if first < last else None


def _since(match: re.Match[str], anchor: Anchor) -> Resolved:
    last = match["ye"] or (str(anchor.year) if anchor.year else None)
    return (f"{match['ys']}/{last}" if last else None), True


def _quarter(match: re.Match[str], anchor: Anchor) -> Resolved:
    year, explicit = _year_of(match["qy"] or match["qy2"], match["qr"], anchor)
    return (f"{year}-Q{_QUARTERS[match['q']]}" if year else None), explicit


def _months(match: re.Match[str], anchor: Anchor) -> Resolved | None:
    word, edge = match["n"], match["edge"]
    count = _COUNTS.get(word) or int(word)
    if not 1 <= count <= _YEAR_OF_MONTHS or match["nr"] == "nào":
        return None
    year, explicit = _year_of(match["ny"], match["nr"], anchor)
    if not edge:
        if count == _YEAR_OF_MONTHS:
            return year, explicit
        if count == 1 or (word == "năm" and not match["ny"]):
            return None  # a duration; "năm tháng" is more often one than five months
    if year is None:
        return None, explicit
    first, last = (13 - count, 12) if edge == "cuối" else (1, count)
    return (f"{year}-{first:02}/{year}-{last:02}" if first != last else f"{year}-{first:02}"), explicit


def _half(match: re.Match[str], anchor: Anchor) -> Resolved:
    year, explicit = _year_of(match["hy"], None, anchor)
    first, last = (1, 6) if match["he"] == "đầu" else (7, 12)
    return (f"{year}-{first:02}/{year}-{last:02}" if year else None), explicit


def _date(match: re.Match[str], anchor: Anchor) -> Resolved:
    return f"{match['dy']}-{int(match['m']):02}-{int(match['d']):02}", True


def _day(match: re.Match[str], anchor: Anchor) -> Resolved:
    if anchor.year is None:
        return None, False
    return f"{anchor.year}-{int(match['dm']):02}-{int(match['dd']):02}", False


def _month(match: re.Match[str], anchor: Anchor) -> Resolved:
    year, explicit = _year_of(match["my"], match["mr"], anchor)
    return (f"{year}-{int(match['mm']):02}" if year else None), explicit


def _month_span(match: re.Match[str], anchor: Anchor) -> Resolved:
    year = match["msy"]
    return f"{year}-{int(match['m1']):02}/{year}-{int(match['m2']):02}", True


def _month_year(match: re.Match[str], anchor: Anchor) -> Resolved:
    return f"{match['my2']}-{int(match['mm2']):02}", True


def _year(match: re.Match[str], anchor: Anchor) -> Resolved:
    return match["y"], True


def _term(match: re.Match[str], anchor: Anchor) -> Resolved | None:
    return (anchor.term, False) if anchor.term else None


def _relative(match: re.Match[str], anchor: Anchor) -> Resolved:
    words = match.group()
    if words.startswith("từ đầu năm") and anchor.period:
        return anchor.period, False
    return _relative_year("sau" if words == "sang năm" else match["r"], anchor), False


_RULES: dict[str, Callable[[re.Match[str], Anchor], Resolved | None]] = {
    "terms": _terms,
    "since": _since,
    "quarter": _quarter,
    "months": _months,
    "half": _half,
    "date": _date,
    "day": _day,
    "monthspan": _month_span,
    "month": _month,
    "monthyear": _month_year,
    "year": _year,
    "term": _term,
    "relative": _relative,
}
