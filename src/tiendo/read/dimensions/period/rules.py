# SPDX-License-Identifier: Apache-2.0
"""Time expressions of a sentence: năm 2024, quý I/2024, 9 tháng đầu năm, đến ngày 15/11/2026, cùng kỳ.

Positions are those of ``Shadow.norm``. Not here: which figure an expression governs (``read.link.periods``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tiendo.read.dimensions.period.data import Anchor, TimeExpression, TimeRole
from tiendo.read.dimensions.period.months import bounds_days, first_month, is_day, last_month
from tiendo.read.dimensions.period.patterns import TIME, chain_start, find_pivots
from tiendo.read.dimensions.period.resolve import resolve
from tiendo.read.dimensions.period.roles import REACH, is_beginning, role_of

_FROM = ("từ ", "từ ngày ")
_UNTIL = re.compile(r"\s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?")
_BEHIND = 8  # characters that tell whether "từ năm 2016" goes on with "đến"


class TimeFinder:
    """Finds the time expressions of one text, range by range."""

    def __init__(self, norm: str, anchor: Anchor) -> None:
        self.norm = norm
        self.anchor = anchor
        self._pivots: list[int] | None = None

    def within(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions of ``norm[start:end]`` in order."""
        found: list[TimeExpression] = []
        for match in self._matches(start, end):
            time = _read(self.norm, start, match, self.anchor)
            if time is None:
                continue
            joined = _join_days(self.norm, found[-1], time) if found else None
            if joined is not None:
                found[-1] = joined
            else:
                found.append(time)
        return found

    def _matches(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """What has the form of a time, leftmost first: tried only where the words around a pivot can begin one."""
        if self._pivots is None:
            self._pivots = find_pivots(self.norm)
        floor, norm = start, self.norm
        for i in range(bisect_left(self._pivots, start), bisect_left(self._pivots, end)):
            last = self._pivots[i]
            if last < floor:
                continue
            at = chain_start(norm, floor, last)
            while at <= last:
                match = TIME.match(norm, at, end)
                if match is not None:
                    yield match
                    at = floor = match.end()
                else:
                    at = (norm.find(" ", at, last) + 1) or last + 1


def find_times(norm: str, start: int, end: int, anchor: Anchor) -> list[TimeExpression]:
    """The time expressions of ``norm[start:end]`` in order; for more than one range of a text see ``TimeFinder``."""
    return TimeFinder(norm[:end], anchor).within(start, end)


def _read(norm: str, start: int, match: re.Match[str], anchor: Anchor) -> TimeExpression | None:
    resolved = resolve(match, anchor)
    if resolved is None:
        return None
    period, is_explicit = resolved
    form = match.lastgroup or ""
    begin, end = match.span()
    before = norm[max(start, begin - REACH) : begin]
    role = role_of(form, before, norm[end : end + _BEHIND], has_report_period=anchor.period is not None)
    if form in ("date", "day") and period and anchor.period and is_beginning(before):
        last = last_month(anchor.period)
        if period[: len(last)] < last:
            period = f"{period[: len(last)]}/{last}"
    return TimeExpression(begin, end, period, role, is_explicit)


def _join_days(norm: str, first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """Từ ngày 01/7 đến ngày 20/9: two days that bound one span, told by its months."""
    if first.period is None or not bounds_days(first.period) or not is_day(last.period):
        return None
    if not norm.endswith(_FROM, 0, first.start) or not _UNTIL.fullmatch(norm, first.end, last.start):
        return None
    months = f"{first_month(first.period)}/{last_month(last.period or '')}"
    return TimeExpression(first.start, last.end, months, TimeRole.SPAN, last.is_explicit)
