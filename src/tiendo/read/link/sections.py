# SPDX-License-Identifier: Apache-2.0
"""Sections of a report or resolution: what stands under "Nhiệm vụ quý IV" is planned unless its words say otherwise.

Here: numbered and capital headings and what they announce. Not here: the kind of a single figure (``kinds``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from tiendo.read.dimensions.period.data import Anchor, TimeExpression
from tiendo.read.dimensions.period.rules import find_times
from tiendo.read.text.shadow import Shadow

#: Headings of the first order: roman numbers, articles, parts. Arabic numbers stay inside their section.
_HEADING = re.compile(
    r"^[ \t]*(?:(?:[IVX]{1,5}|[A-D])\s?[.\-–)/]|Điều\s\d+[.:]|Phần\s\S+|QUYẾT NGHỊ)[^\n]{0,200}", re.MULTILINE
)
_PLAN = re.compile(
    r"nhiệm\svụ|phương\shướng|mục\stiêu|giải\spháp|kế\shoạch|dự\skiến|(?:thông\squa|quyết\sđịnh|giao)\s(?:\d+\s)?(?:các\s)?chỉ\stiêu"
)
_RESULT = re.compile(r"kết\squả|tình\shình|đánh\sgiá|hạn\schế|ưu\sđiểm|đạt\sđược|nguyên\snhân|thực\strạng")


@dataclass(frozen=True, slots=True)
class Section:
    """From ``start`` to the next heading; ``time`` is the one its heading names for what is planned."""

    start: int
    is_plan: bool
    time: TimeExpression | None


class Sections:
    """The sections of a text in order."""

    def __init__(self, shadow: Shadow, anchor: Anchor) -> None:
        self._sections = [_section(shadow, heading, anchor) for heading in _HEADING.finditer(shadow.cased)]
        self._starts = [section.start for section in self._sections]

    def at(self, position: int) -> Section | None:
        """The section that holds a position, None before the first heading."""
        i = bisect_right(self._starts, position) - 1
        return self._sections[i] if i >= 0 else None


def _section(shadow: Shadow, heading: re.Match[str], anchor: Anchor) -> Section:
    start, end = heading.span()
    plan = _PLAN.search(shadow.norm, start, end)
    result = _RESULT.search(shadow.norm, start, end)
    is_plan = plan is not None and (result is None or plan.start() < result.start())
    times = find_times(shadow.norm, start, end, anchor) if is_plan else []
    return Section(start, is_plan, times[-1] if times else None)
