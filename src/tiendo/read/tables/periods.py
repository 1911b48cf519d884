# SPDX-License-Identifier: Apache-2.0
"""The period of a figure: words of the header or the row, filled from titles and the document.

Not here: time expressions of running text (``dimensions.period``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from tiendo.kernel.findings import DocumentFacts
from tiendo.kernel.records import record
from tiendo.read.tables.data import Sense, TimeWords

_Y = r"(?:19|20)\d\d"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MASKED = re.compile(
    rf"(?<!đến )(?<!hết )(?<!chốt )ngày \d{{1,2}}(?: tháng |[/.-])\d{{1,2}}(?: năm |[/.-]){_Y}|số \d+[\w/.-]*"
)
_DAY = re.compile(
    r"(?:đến|tới|hết|chốt|tại|cuối)(?: hết)?(?: thời điểm)?(?: ngày)?\s"
    r"(?P<d>[12]\d|3[01]|0?[1-9])(?:\s?[/.-]\s?|\stháng\s)(?P<m>1[0-2]|0?[1-9])"
    rf"(?:(?:\s?[/.-]\s?|\snăm\s)(?P<y>{_Y}))?(?![\d/])"
)
_TERM = re.compile(rf"(?P<y1>{_Y})\s?[-–—]\s?(?P<y2>{_Y})(?!\d)")
_MONTHS = re.compile(
    r"(?<![\d/.])(?P<n>1[0-2]|0?[1-9])\s?(?:tháng(?! (?:0?[1-9]|1[0-2])(?!\d))|t(?=[\s/.\d)]|$))"
    r"(?:\s(?P<edge>đầu|cuối)(?:\snăm)?)?"
)
_QUARTER = re.compile(r"(?P<to>(?:đến|hết|đến hết|lũy kế)\s)?quý\s(?P<q>iv|i{1,3}|[1-4])(?!\w)")
_MONTH = re.compile(r"(?P<to>(?:đến|hết|đến hết|đến cuối)\s)?tháng\s(?P<m>1[0-2]|0?[1-9])(?!\d)")
_HALF = re.compile(r"nửa (?:(?P<a>đầu)|cuối) năm|(?P<b>giữa) năm")
_YEAR = re.compile(rf"(?<![\d/.]){_Y}(?![\d.,]*\d)|(?<=/){_Y}(?!\d)|(?<![\d.])2\.0[0-4]\d(?![\d.,])")
_WHOLE = re.compile(
    r"(?<!\w)(?:cả năm|hết năm|năm kế hoạch|(?:kh|kế hoạch|dự toán) năm|(?<!đầu )(?<!cuối )năm)(?!\w)"
    r"(?! (?:trước|nay|ngoái|học))"
)
_SAME = re.compile(r"cùng kỳ|(?<!\w)ck(?!\w)|năm (?:trước|ngoái)")
_ISO = re.compile(r"(\d{4})(?:-(?:Q(\d)|(\d\d))(?:-(\d\d)|/(\d{4})-(\d\d))?|/(\d{4}))?")
_LINES = 7
_LONGEST_LINE = 400
_LONGEST_TITLE = 220
_LAST_MONTH = 12


@record
class Context:
    """What the words around a table say of time."""

    year: int | None = None
    months: tuple[int, int] | None = None
    day: tuple[int, int] | None = None
    is_quarter: bool = False
    today_year: int | None = None


def read_time(norm: str) -> TimeWords | None:
    """The time that words name; None when they name none."""
    if not norm:
        return None
    masked = _MASKED.sub(" ", norm)
    found: list[re.Match[str]] = []
    words = TimeWords()
    day = _DAY.search(masked)
    if day is not None:
        found.append(day)
        words = replace(words, day=(int(day["d"]), int(day["m"])), year=int(day["y"]) if day["y"] else None)
    term = _TERM.search(masked)
    if term is not None and term["y1"] < term["y2"]:
        found.append(term)
        words = replace(words, year=int(term["y1"]), last_year=int(term["y2"]))
    if day is None:
        words = _read_months(masked, words, found)
    if words.year is None:
        year = _YEAR.search(masked)
        if year is not None:
            found.append(year)
            words = replace(words, year=int(year.group().replace(".", "")))
    same = _SAME.search(masked)
    if same is not None:
        found.append(same)
        words = replace(words, years_back=1)
    whole = _WHOLE.search(masked)
    if whole is not None and words.months is None and words.day is None:
        found.append(whole)
        words = replace(words, is_whole_year=True)
    if not found:
        return None
    start, end = min(f.start() for f in found), max(f.end() for f in found)
    return replace(words, quote=masked[start:end].strip())


def _read_months(masked: str, words: TimeWords, found: list[re.Match[str]]) -> TimeWords:
    months = _MONTHS.search(masked)
    if months is not None:
        found.append(months)
        count = int(months["n"])
        span = (_LAST_MONTH + 1 - count, _LAST_MONTH) if months["edge"] == "cuối" else (1, count)
        return replace(words, months=span)
    quarter = _QUARTER.search(masked)
    if quarter is not None:
        found.append(quarter)
        last = 3 * _QUARTERS[quarter["q"]]
        return replace(words, months=(1 if quarter["to"] else last - 2, last), is_quarter=not quarter["to"])
    month = _MONTH.search(masked)
    if month is not None:
        found.append(month)
        last = int(month["m"])
        return replace(words, months=(1 if month["to"] else last, last))
    half = _HALF.search(masked)
    if half is not None:
        found.append(half)
        return replace(words, months=(1, 6) if half["a"] or half["b"] else (7, 12))
    return words


def make_context(titles: tuple[str, ...], before: str, facts: DocumentFacts) -> Context:
    """The time a table speaks of.

    Args:
        titles: lines over the header inside the grid, in normal form, nearest last.
        before: text before the table, in normal form.
        facts: what the document says of itself.
    """
    lines = [line for line in before.splitlines() if line.strip()][-_LINES:]
    over = title_lines(lines)
    stated = _stated(facts.period)
    today = facts.dated_on or facts.published_on
    said = [read_time(line) for line in (*over, *titles) if not line.lstrip(" (").startswith(("kèm theo", "căn cứ"))]
    near = [w for w in reversed(said) if w is not None and w.last_year is None]
    if stated.months is None and stated.day is None:
        text = [read_time(line) for line in lines[: len(lines) - len(over)] if len(line) <= _LONGEST_LINE]
        near += [w for w in reversed(text) if w is not None and w.last_year is None and (w.months or w.day)][:1]
    best = next((w for w in near if w.months), None) or next((w for w in near if w.day), None)
    year = next((w.year for w in near if w.year), None) or stated.year or (today.year if today else None)
    if best is not None:
        year = best.year or year
        return Context(year, best.months, best.day, best.is_quarter, today.year if today else None)
    if stated.year == year:
        return replace(stated, today_year=today.year if today else None)
    return Context(year, today_year=today.year if today else None)


def title_lines(lines: list[str]) -> list[str]:
    """The last of some lines that are no sentences: title, unit, remarks in brackets right over a table."""
    first = len(lines)
    while first and len(lines[first - 1]) <= _LONGEST_TITLE and not lines[first - 1].endswith((".", ";", "./.")):
        first -= 1
    return lines[first:]


def _stated(period: str | None) -> Context:
    """The reporting period of the document as a context."""
    found = _ISO.fullmatch(period or "")
    if found is None:
        return Context()
    year, quarter, month, day, _, last, term = found.groups()
    if term:
        return Context()
    if quarter:
        return Context(int(year), (3 * int(quarter) - 2, 3 * int(quarter)), None, True)
    if day:
        return Context(int(year), None, (int(day), int(month)))
    if month:
        return Context(int(year), (int(month), int(last or month)))
    return Context(int(year))


def resolve(words: TimeWords | None, sense: Sense, context: Context) -> str | None:
    """The period in the form of ``Measurement.period``, or None when no year can be told."""
    time = words or TimeWords()
    if time.last_year is not None:
        return f"{time.year}/{time.last_year}"
    year = time.year
    if year is None and context.year is not None:
        year = context.year - time.years_back
    if year is None:
        return None
    if time.day is not None or time.months is not None:
        return _part_of(year, time.months, time.day, is_quarter=time.is_quarter)
    says_year = (time.is_whole_year or time.year is not None) and not time.years_back
    if sense is Sense.PLAN or says_year:
        return str(year)
    return _part_of(year, context.months, context.day, is_quarter=context.is_quarter)


def _part_of(year: int, months: tuple[int, int] | None, day: tuple[int, int] | None, *, is_quarter: bool) -> str:
    """A date, a span of months or the year."""
    if day is not None:
        return f"{year}-{day[1]:02}-{day[0]:02}"
    return str(year) if months is None else _months(year, months, is_quarter=is_quarter)


def _months(year: int, months: tuple[int, int], *, is_quarter: bool) -> str:
    first, last = months
    if (first, last) == (1, _LAST_MONTH):
        return str(year)
    if is_quarter:
        return f"{year}-Q{last // 3}"
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"
