# SPDX-License-Identifier: Apache-2.0
"""Time expressions of a sentence: năm 2024, quý I/2024, 9 tháng đầu năm, đến ngày 15/11/2026, cùng kỳ.

Positions are those of ``Shadow.norm``. Not here: which figure an expression governs (``read.link.periods``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tiendo.read.dimensions.period.data import Anchor, TimeExpression, TimeRole

_Y = r"(?:19|20)\d\d"
_COUNTS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_N = r"\d{1,2}|mười một|mười hai|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_QUARTERS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
}

# One pass; the name of the group that matched says which rule resolves it. Order matters: longest form first.
_TIME = re.compile(
    rf"""(?<!\w)(?:
      (?P<terms>(?:(?:giai\sđoạn|nhiệm\skỳ|thời\skỳ|năm\shọc|trong|các\snăm|năm|từ)\s)?(?:từ\s)?(?:năm\s)?(?P<y1>{_Y})\s?(?:[-–—]|đến\snăm|đến)\s?(?P<y2>{_Y})(?![\d/]))
    | (?P<since>từ\s(?:đầu\s)?năm\s(?P<ys>{_Y})\sđến\s(?:nay|hết\snăm\s(?P<ye>{_Y})))
    | (?P<quarter>quý\s(?P<q>iv|i{{1,3}}|[1-4]|một|hai|ba|tư|bốn)(?!\w)(?:\s?[/-]\s?(?P<qy>{_Y})|\s(?:của\s)?(?:năm\s)?(?P<qy2>{_Y})|\snăm\s(?P<qr>nay|ngoái|trước))?)
    | (?P<months>(?P<n>{_N})\stháng(?!\s\d)(?:\s(?P<edge>đầu|cuối)(?:\s(?:của\s)?năm)?)?(?:(?:\s(?:của\s)?năm|\s?/|\s?-)?\s?(?P<ny>{_Y})|\s(?:của\s)?năm\s(?P<nr>nay|ngoái|trước|nào)?)?)
    | (?P<half>nửa\s(?P<he>đầu|cuối)\snăm(?:\s(?P<hy>{_Y}))?)
    | (?P<date>(?:ngày\s)?(?P<d>[12]\d|3[01]|0?[1-9])(?:\s?[/.-]\s?|\stháng\s)(?P<m>1[0-2]|0?[1-9])(?:\s?[/.-]\s?|\snăm\s|\stháng\s)(?P<dy>{_Y})(?!\d))
    | (?P<day>(?:ngày\s|(?<=đến\s)|(?<=hết\s)|(?<=từ\s)|(?<=trước\s)|(?<=sáng\s)|(?<=chiều\s))(?P<dd>[12]\d|3[01]|0?[1-9])(?:\s?[/.-]\s?|\stháng\s)(?P<dm>1[0-2]|0?[1-9])(?![\d/]))
    | (?P<monthspan>(?:các\s)?tháng\s(?P<m1>1[0-2]|0?[1-9])(?:,\s|\svà\s(?:tháng\s)?|\s?[-–]\s?)(?P<m2>1[0-2]|0?[1-9])(?:\s?/\s?|\snăm\s)(?P<msy>{_Y}))
      | (?P<month>tháng\s(?P<mm>1[0-2]|0?[1-9])(?:(?:\s?[/.-]\s?|\snăm\s|\s)(?P<my>{_Y})|\snăm\s(?P<mr>nay|ngoái|trước))?(?![\d/]))
    | (?P<monthyear>(?P<mm2>1[0-2]|0?[1-9])\s?[/-]\s?(?P<my2>{_Y})(?!\d))
    | (?P<year>năm\s(?P<y>{_Y})(?!\d))
    | (?P<term>cả\s(?:nhiệm\skỳ|giai\sđoạn)(?!\s\d))
      | (?P<relative>sang\snăm|năm\s(?P<r>nay|ngoái|trước|qua|sau|tới|này)|(?:trong|cả|hết|cuối|đầu)\snăm(?!\s(?:qua|\d))|từ\sđầu\snăm(?:\sđến\snay)?)
    )(?!\w)""",
    re.VERBOSE,
)
_BASE_BEFORE = re.compile(
    r"(?:so\s(?:với\s)?(?:cùng\skỳ\s)?(?:của\s)?(?:thời\sđiểm\s|kết\squả\s|mức\s|ước\sthực\shiện\s|thực\shiện\s|số\sliệu\s)?(?:của\s)?(?:cuối\s|đầu\s)?|cùng\skỳ\s(?:của\s)?|với\scùng\skỳ\s|của\scùng\skỳ\s|hơn\s|bằng\s)$"
)
_BY_BEFORE = re.compile(r"(?:đến\s(?:hết\s|cuối\s)?|trước\s|vào\s(?:cuối\s)?|hết\s|chậm\snhất\s(?:vào\s)?(?:là\s)?)$")


# A day governs figures only as the end or beginning of a span; alone it is when something happened.
_TO_BEFORE = re.compile(r"(?:đến|tính\sđến|hết|tới|thời\sđiểm)\s(?:hết\s|thời\sđiểm\s|\d{1,2}(?:h|g|\sgiờ)\s?){0,2}$")
_SINCE_BEFORE = re.compile(r"(?:từ|kể\stừ)\s$")
_PLAN_BEFORE = re.compile(
    r"(?<!\w)(?:kế\shoạch|dự\stoán|chỉ\stiêu|nghị\squyết|mục\stiêu)(?:\s(?!đến|trong|từ)[^\s,;.()]+){0,4}\s$"
)
_TASKS_BEFORE = re.compile(
    r"(?:nhiệm\svụ|phương\shướng|giải\spháp|công\stác)\s(?:trọng\stâm\s|chủ\syếu\s)?(?:trong\s|của\s)?$"
)


def _role_of_day(before: str) -> TimeRole:
    if _TO_BEFORE.search(before) or _SINCE_BEFORE.search(before):
        return TimeRole.SPAN
    return TimeRole.DEADLINE if _BY_BEFORE.search(before) else TimeRole.EVENT


def last_month(period: str) -> str:
    """The last month of a period: 2025-01/2025-09 → 2025-09."""
    last = period.rsplit("/", 1)[-1]
    if "-Q" in last:
        return f"{last[:4]}-{int(last[-1]) * 3:02}"
    return f"{last}-12" if len(last) == 4 else last[:7]


def first_month(period: str) -> str:
    """The first month of a period: 2025-Q3 → 2025-07."""
    first = period.split("/", 1)[0]
    if "-Q" in first:
        return f"{first[:4]}-{int(first[-1]) * 3 - 2:02}"
    return f"{first}-01" if len(first) == 4 else first[:7]


def find_times(norm: str, start: int, end: int, anchor: Anchor) -> list[TimeExpression]:
    """The time expressions of ``norm[start:end]`` in order."""
    out = []
    for match in _TIME.finditer(norm, start, end):
        kind = match.lastgroup if match.lastgroup in _RULES else _outer(match)
        resolved = _RULES[kind](match, anchor)
        if resolved is None:
            continue
        period, explicit = resolved
        before = norm[max(start, match.start() - 40) : match.start()]
        role = TimeRole.SPAN
        if _BASE_BEFORE.search(before):
            role = TimeRole.BASE
        elif kind in ("date", "day"):
            role = _role_of_day(before)
            if role is TimeRole.EVENT and kind == "date" and anchor.period is None:
                role = TimeRole.SPAN
            if _SINCE_BEFORE.search(before) and period and anchor.period and period[:7] < last_month(anchor.period):
                period = f"{period[:7]}/{last_month(anchor.period)}"
        elif kind in ("year", "relative", "terms") and _PLAN_BEFORE.search(before):
            role = TimeRole.PLAN
        elif kind in ("month", "year", "monthyear") and before.endswith("từ ") and not norm.startswith(" đến", match.end()):
            role = TimeRole.EVENT  # từ tháng 10-2016: since when a rule is in force
        elif _TASKS_BEFORE.search(before):
            role = TimeRole.EVENT
        elif _BY_BEFORE.search(before) and kind in ("year", "date", "day", "monthyear"):
            role = TimeRole.DEADLINE
        out.append(TimeExpression(match.start(), match.end(), period, role, explicit))
    return out


def _outer(match: re.Match[str]) -> str:
    return next(name for name in _RULES if match.group(name) is not None)


Resolved = tuple[str | None, bool]


def _relative_year(word: str | None, anchor: Anchor) -> str | None:
    if anchor.year is None:
        return None
    return str(anchor.year + {"ngoái": -1, "trước": -1, "sau": 1, "tới": 1}.get(word or "", 0))


def _year_of(
    match: re.Match[str], names: tuple[str, ...], relative: str | None, anchor: Anchor
) -> tuple[str | None, bool]:
    for name in names:
        if match.group(name):
            return match.group(name), True
    return _relative_year(match.group(relative) if relative else None, anchor), False


def _terms(match: re.Match[str], anchor: Anchor) -> Resolved | None:
    first, last = match.group("y1"), match.group("y2")
    return (f"{first}/{last}", True) if first < last else None


def _since(match: re.Match[str], anchor: Anchor) -> Resolved:
    last = match.group("ye") or (str(anchor.year) if anchor.year else None)
    return (f"{match.group('ys')}/{last}" if last else None), True


def _quarter(match: re.Match[str], anchor: Anchor) -> Resolved:
    year, explicit = _year_of(match, ("qy", "qy2"), "qr", anchor)
    return (f"{year}-Q{_QUARTERS[match.group('q')]}" if year else None), explicit


def _months(match: re.Match[str], anchor: Anchor) -> Resolved | None:
    word = match.group("n")
    count = _COUNTS.get(word) or int(word)
    said = match.group()
    if not 1 <= count <= 12 or match.group("nr") == "nào":
        return None
    year, explicit = _year_of(match, ("ny",), "nr", anchor)
    if count == 12 and not match.group("edge"):
        return year, explicit
    if word == "năm" and not match.group("edge") and not match.group("ny"):
        return None  # "năm tháng" is more often a duration than five months
    if match.group("edge") == "cuối":
        first, last = 13 - count, 12
    elif count == 1 and "tháng" in said and not match.group("edge"):
        return None
    else:
        first, last = 1, count
    if year is None:
        return None, explicit
    return (f"{year}-{first:02}/{year}-{last:02}" if first != last else f"{year}-{first:02}"), explicit


def _half(match: re.Match[str], anchor: Anchor) -> Resolved:
    year, explicit = _year_of(match, ("hy",), None, anchor)
    first, last = (1, 6) if match.group("he") == "đầu" else (7, 12)
    return (f"{year}-{first:02}/{year}-{last:02}" if year else None), explicit


def _date(match: re.Match[str], anchor: Anchor) -> Resolved:
    return f"{match.group('dy')}-{int(match.group('m')):02}-{int(match.group('d')):02}", True


def _day(match: re.Match[str], anchor: Anchor) -> Resolved:
    if anchor.year is None:
        return None, False
    return f"{anchor.year}-{int(match.group('dm')):02}-{int(match.group('dd')):02}", False


def _month(match: re.Match[str], anchor: Anchor) -> Resolved:
    year, explicit = _year_of(match, ("my",), "mr", anchor)
    return (f"{year}-{int(match.group('mm')):02}" if year else None), explicit


def _month_span(match: re.Match[str], anchor: Anchor) -> Resolved:
    year = match.group("msy")
    return f"{year}-{int(match.group('m1')):02}/{year}-{int(match.group('m2')):02}", True


def _month_year(match: re.Match[str], anchor: Anchor) -> Resolved:
    return f"{match.group('my2')}-{int(match.group('mm2')):02}", True


def _year(match: re.Match[str], anchor: Anchor) -> Resolved:
    return match.group("y"), True


def _term(match: re.Match[str], anchor: Anchor) -> Resolved | None:
    return (anchor.term, False) if anchor.term else None


def _relative(match: re.Match[str], anchor: Anchor) -> Resolved:
    if match.group().startswith("từ đầu năm") and anchor.period:
        return anchor.period, False
    if match.group() == "sang năm":
        return _relative_year("sau", anchor), False
    return _relative_year(match.group("r"), anchor), False


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
