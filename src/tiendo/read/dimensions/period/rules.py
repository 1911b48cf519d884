# SPDX-License-Identifier: Apache-2.0
"""Time expressions of a sentence: năm 2024, quý I/2024, 9 tháng đầu năm, đến ngày 15/11/2026, cùng kỳ.

Positions are those of ``Shadow.norm``. Not here: which figure an expression governs (``read.link.periods``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.read.dimensions.period.data import Anchor, TimeExpression
from tiendo.read.dimensions.period.months import last_month
from tiendo.read.dimensions.period.patterns import PIVOT, TIME, chain_start
from tiendo.read.dimensions.period.resolve import resolve
from tiendo.read.dimensions.period.roles import REACH, is_beginning, role_of

_BEHIND = 8  # characters that tell whether "từ năm 2016" goes on with "đến"


def find_times(norm: str, start: int, end: int, anchor: Anchor) -> list[TimeExpression]:
    """The time expressions of ``norm[start:end]`` in order."""
    found = (_read(norm, start, match, anchor) for match in _matches(norm, start, end))
    return [time for time in found if time is not None]


def _matches(norm: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What has the form of a time, leftmost first: tried only where the words around a pivot can begin one."""
    floor = start
    for pivot in PIVOT.finditer(norm, start, end):
        last = pivot.start()
        if last < floor:
            continue
        at = chain_start(norm, floor, last)
        while at <= last:
            match = TIME.match(norm, at, end)
            if match is not None:
                yield match
                at = floor = match.end()
            else:
                at = norm.find(" ", at, last) + 1 or last + 1 if at < last else last + 1


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
