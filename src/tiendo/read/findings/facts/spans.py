# SPDX-License-Identifier: Apache-2.0
"""The reporting period a headline or lead states: "9 tháng đầu năm 2020", "quý I năm 2024", "tổng kết năm 2023".

Here: the period of the document as a whole. Not here: periods of single figures (the measurement reader).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tiendo.read.findings.facts.years import AHEAD_AFTER

_WORDS = {
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_Y = r"(?:\s?[/,-]\s?|\s{1,2}(?:của\s{1,2})?(?:năm\s{1,2})?|\s{1,2}năm\s{1,2})(?P<@>20\d\d)(?!\s?[-–]\s?20\d\d)"
_PERIOD = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})\s{{1,2}}tháng"
    rf"(?P<first>\s{{1,2}}đầu(?:\s{{1,2}}năm)?)?"
    rf"(?:{_Y.replace('@', 'yn')})?(?!\s{{1,2}}(?:cuối|còn|qua|tuổi|tới|liền|liên|kể|nữa|trước|\d))"
    rf"|\bquý\s{{1,2}}(?P<q>iv|i{{1,3}}|[1-4])\b(?:{_Y.replace('@', 'yq')})?"
    rf"|\btháng\s{{1,2}}(?P<m>1[0-2]|0?[1-9])(?:\s?[/-]\s?|\s{{1,2}}năm\s{{1,2}})(?P<ym>20\d\d)"
    rf"|\b(?P<half>nửa)\s{{1,2}}đầu\s{{1,2}}năm(?:\s{{1,2}}(?P<yh>20\d\d))?"
    r"|\b(?:trong|cả|hết)\s{1,2}năm\s{1,2}(?P<yt>20\d\d)(?!\s?[-–]\s?20\d\d)"
    r"|\b(?:tổng kết|kết quả|tình hình|đánh giá|báo cáo|sơ kết|cả)\b[^.;\n\d]{0,120}?\bnăm\s{1,2}"
    r"(?P<y>20\d\d)(?!\s?[-–]\s?20\d\d)"
)
# Where a period may begin: a number of months begins before its "tháng". Each letter looks ahead: nothing is hidden.
_BEGIN = re.compile(
    r"t(?=háng|rong\s{1,2}năm|ổng kết|ình hình)|q(?=uý)|n(?=ửa)|c(?=ả)|h(?=ết\s{1,2}năm)|k(?=ết quả)|đ(?=ánh giá)"
    r"|b(?=áo cáo)|s(?=ơ kết)"
)
_COUNT_REACH = 24
# What comes is planned, not reported; a day within a month is no period.
_PLANNED = re.compile(
    r"(?:nhiệm vụ|phương hướng|giải pháp|kế hoạch|chương trình|mục tiêu|công tác trọng tâm|chỉ tiêu|dự kiến"
    r"|hoàn thành|trước|chậm nhất|hết"
    r"|ngày\s\d{1,2})(?:\s[^,;.\n\d]{0,60})?\s?$"
)
# "Kết quả thực hiện nhiệm vụ kinh tế - xã hội 9 tháng đầu năm": the tasks are those reported on.
_REPORTED = re.compile(
    r"(?:kết quả|tình hình|đánh giá|sơ kết|tổng kết)\b(?![^,;.\n]*(?:phương hướng|kế hoạch))[^,;.\n]{0,120}$"
)
# "kết quả … và phương hướng năm 2026", "báo cáo cho biết: trong quý I năm 2024"
_NOT_REVIEW = re.compile(r"\b(?:phương hướng|(?<!thực hiện )nhiệm vụ năm|kế hoạch năm|quý|tháng)\b")
_GOVERNS = re.compile(r"(?:kết quả|qua|trong|sau|lũy kế|nhân dân|nhiệm vụ|an ninh|xã hội|đánh giá|[,:])\s?$")
_GOVERNS_MONTH = re.compile(
    r"^\W{0,4}$|(?:[:\-–]|trong|kết quả|tình hình|công tác|báo cáo|nhiệm vụ|xã hội|định kỳ|thường kỳ|giao ban"
    r"|an ninh)\s?$"
)
_YEAR_AHEAD = re.compile(
    r"(?<!so với )(?<!cùng kỳ )(?<!với cuối )(?<!so cuối )(?<!với đầu )(?<!so sánh )\bnăm\s{1,2}(20\d\d)"
    r"(?!\s?[-–]\s?20\d\d)"
)
_MONTHS = 12


def _months(count: int, year: int) -> str | None:
    if count == _MONTHS:
        return str(year)
    if not 1 < count < _MONTHS:
        return None
    return f"{year}-01/{year}-{count:02d}"


def _said(match: re.Match[str], year: int | None) -> str | None:
    """The period in the form of ``Measurement.period``, None when the year is not told."""
    own = match["yn"] or match["yq"] or match["ym"] or match["yh"]
    year = int(own) if own else year
    if year is None:
        return None
    if match["m"]:
        return f"{year}-{int(match['m']):02d}"
    if match["q"]:
        quarter = _ROMAN.get(match["q"]) or int(match["q"])
        return f"{year}-Q{quarter}"
    if match["half"]:
        return _months(6, year)
    count = _WORDS.get(match["n"]) or int(match["n"])
    return _months(count, year)


def reporting_period(norm: str, start: int, end: int, year: int | None, until: date | None = None) -> str | None:
    """The first reporting period a range states.

    Args:
        norm: the text.
        start, end: the range.
        year: the year of the document, for "9 tháng đầu năm" without one.
        until: the day of the document; what begins behind it is planned.

    Returns:
        ``2024-01/2024-09``, ``2024-Q1``, ``2024-08``, ``2023`` or None.
    """
    # a long match that reports nothing may hide a short one that does: every place is asked
    for at in _starts(norm, start, end):
        match = _PERIOD.match(norm, at, end)
        said = _reported(norm, match, year) if match else None
        if said and not (until and _begins_behind(said, until)):
            return said
    return None


def _starts(norm: str, start: int, end: int) -> Iterator[int]:
    """Where a period may begin, in order."""
    for hint in _BEGIN.finditer(norm, start, end):
        at = hint.start()
        if norm.startswith("tháng", at):
            first = max(start, at - _COUNT_REACH)
            words = norm[first:at].split()
            if words and norm[at - 1].isspace():
                count = norm.rfind(words[-1], first, at)
                if words[-1] == "một" and words[-2:-1] == ["mười"]:
                    yield norm.rfind("mười", first, count)
                yield count + _word_start(words[-1])
        yield at


def _word_start(word: str) -> int:
    """Where the last word of letters and digits begins in a word with signs: "(9" is 9."""
    at = len(word)
    while at and (word[at - 1].isalnum() or word[at - 1] == "_"):
        at -= 1
    return at


def _begins_behind(period: str, day: date) -> bool:
    """Whether a period begins after a day."""
    year, _, part = period.split("/", maxsplit=1)[0].partition("-")
    month = 1 if not part else 3 * int(part[1]) - 2 if part[0] == "Q" else int(part)
    return (int(year), month) > (day.year, day.month)


def _reported(norm: str, match: re.Match[str], year: int | None) -> str | None:
    line = norm.rfind("\n", 0, match.start()) + 1
    if match["y"]:
        return None if _NOT_REVIEW.search(norm, match.start(), match.start("y")) else match["y"]
    if match["yt"]:
        return None if AHEAD_AFTER.match(norm, match.end()) else match["yt"]
    if _PLANNED.search(norm, max(line, match.start() - 90), match.start()) and not _REPORTED.search(
        norm, max(line, match.start() - 130), match.start()
    ):
        return None
    if match["n"] and not match["first"] and not match["yn"] and not _GOVERNS.search(norm, line, match.start()):
        return None  # "thời hạn 3 tháng" is a length of time
    if match["m"] and not _GOVERNS_MONTH.search(norm[max(line, match.start() - 40) : match.start()]):
        return None  # "hết hạn (tháng 5/2014)"
    line_end = norm.find("\n", match.end(), match.end() + 200)
    ahead = _YEAR_AHEAD.search(norm, match.end(), min(match.end() + 200, line_end if line_end >= 0 else len(norm)))
    return _said(match, int(ahead[1]) if ahead else year)
