# SPDX-License-Identifier: Apache-2.0
"""Days as print writes them: "ngày 05 tháng 10 năm 2020", "16-10", "7/10", and the year when one is printed.

Here: the day as it stands. Not here: which year an unwritten one is (``years``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tiendo.kernel.records import record

#: One day; named groups d, m, y or d, m2, y2. A day without year is only one beside a word that says so.
DAY = (
    r"(?<![\d/.,-])(?P<d>0?[1-9]|[12]\d|3[01])"
    r"(?:\s?(?P<sep>[/.-])\s?(?P<m>0?[1-9]|1[0-2])(?:\s?(?P=sep)\s?(?P<y>(?:19|20)\d\d))?"
    r"|\s{1,2}tháng\s{1,2}(?P<m2>0?[1-9]|1[0-2])(?:\s?,?\s?(?:năm\s{1,2}|[/.-]\s?)(?P<y2>(?:19|20)\d\d))?)"
    r"(?![\d/-]|[.,]\d)"
)

_DAY = re.compile(DAY)


@record
class Day:
    """A day at ``norm[start:end]``."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def on(self, year: int | None = None) -> date | None:
        """The date, None when the year is unknown or the day does not exist in it."""
        year = self.year if year is None else year
        if year is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def day_of(match: re.Match[str]) -> Day:
    """The day a match of ``DAY`` stands for; positions are those of the whole match."""
    month = match["m"] or match["m2"]
    year = match["y"] or match["y2"]
    return Day(match.start(), match.end(), int(match["d"]), int(month), int(year) if year else None)


def days(norm: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Every day written in a range, in order; without year also what only looks like one ("3/4")."""
    for match in _DAY.finditer(norm, start, len(norm) if end is None else end):
        yield day_of(match)
