# SPDX-License-Identifier: Apache-2.0
"""Sections of a report or resolution: what stands under "Nhiệm vụ quý IV" is planned unless its words say otherwise.

Here: numbered and capital headings and what they announce. Not here: the kind of a single figure (``read.link.kinds``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from tiendo.read.dimensions.period.data import TimeExpression
from tiendo.read.dimensions.period.rules import TimeFinder
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import one_of

#: Headings of the first order: roman numbers, articles, parts. Arabic numbers stay inside their section.
_HEADING = re.compile(r"(?:(?:[IVX]{1,5}|[A-D])\s?[.\-–)/]|Điều\s[0-9]+[.:]|Phần\s\S+|QUYẾT NGHỊ)[^\n]{0,200}")
_FIRST_LETTERS = frozenset("IVXABCDĐPQ")
_PLANS = "nhiệm vụ | phương hướng | mục tiêu | giải pháp | kế hoạch | dự kiến"
_PLAN = re.compile(
    rf"{one_of(_PLANS)}|(?:thông\squa|quyết\sđịnh|giao)\s(?:[0-9]+\s)?(?:các\s)?chỉ\stiêu",
)
_RESULT = re.compile(one_of("kết quả | tình hình | đánh giá | hạn chế | ưu điểm | đạt được | nguyên nhân | thực trạng"))


@dataclass(frozen=True, slots=True)
class Section:
    """From ``start`` to the next heading; ``time`` is the one its heading names for what is planned."""

    start: int
    is_plan: bool
    time: TimeExpression | None


class Sections:
    """The sections of a text in order."""

    def __init__(self, scan: Scan, finder: TimeFinder) -> None:
        cased = scan.shadow.cased
        self._sections: list[Section] = []
        paragraph = -1
        for sentence in scan.sentences:
            if sentence.paragraph == paragraph:
                continue
            paragraph = sentence.paragraph
            if cased[sentence.start] in _FIRST_LETTERS:
                heading = _HEADING.match(cased, sentence.start)
                if heading is not None:
                    self._sections.append(_section(heading.start(), heading.end(), finder))
        self._starts = [section.start for section in self._sections]

    def at(self, position: int) -> Section | None:
        """The section that holds a position, None before the first heading."""
        i = bisect_right(self._starts, position) - 1
        return self._sections[i] if i >= 0 else None


def _section(start: int, end: int, finder: TimeFinder) -> Section:
    plan = _PLAN.search(finder.norm, start, end)
    result = _RESULT.search(finder.norm, start, end)
    is_plan = plan is not None and (result is None or plan.start() < result.start())
    times = finder.within(start, end) if is_plan else []
    return Section(start, is_plan, times[-1] if times else None)
