# SPDX-License-Identifier: Apache-2.0
"""Sections of a report or resolution: what stands under "Nhiệm vụ quý IV" is planned unless its words say otherwise.

Here: numbered and capital headings and what they announce. Not here: the kind of a single figure (``read.link.kinds``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from tiendo.kernel.records import record
from tiendo.read.dimensions.period.data import TimeExpression, TimeRole
from tiendo.read.dimensions.period.rules import TimeFinder
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import one_of
from tiendo.read.text.sentences import Sentence

#: Headings of the first orders: parts, letters, roman numbers, articles. Arabic numbers stay inside their section.
_HEADING = re.compile(
    r"(?:(?P<roman>[IVX]{1,5}\s?[.\-–)/])|(?P<letter>[A-D]\s?[.\-–)/])|(?P<article>Điều\s[0-9]+\s?[.:])"
    r"|(?P<part>Phần\s\S+)|(?P<enacted>QUYẾT NGHỊ)|(?P<capitals>(?=[^\W\d_])))(?P<words>[^\n]{0,200})"
)
_FIRST_LETTERS = frozenset("IVXABCDĐPQ")
_ORDERS = ("part", "letter", "roman", "article", "enacted", "capitals")
#: A line in capitals alone is a heading: "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026".
_SHORTEST_CAPITALS, _LONGEST_CAPITALS = 12, 200
_TITLED = frozenset(("part", "letter", "roman"))
#: Text that begins in the line of its heading: "I. Về kinh tế: Giá trị sản xuất đạt 50% kế hoạch".
_TEXT = re.compile(r":\s?\w")
_PLANS = "nhiệm vụ | phương hướng | mục tiêu | giải pháp | kế hoạch | dự kiến"
_PLAN = re.compile(
    rf"{one_of(_PLANS)}|(?:thông\squa|quyết\sđịnh|giao)\s(?:[0-9]+\s)?(?:các\s)?chỉ\stiêu"
    r"|(?:phê\schuẩn|thông\squa|quyết\sđịnh|phân\sbổ|giao)\s(?:[^\s;.()]+\s){0,4}?dự\stoán",
)
#: A list of targets is planned unless its heading says what came of them.
_TARGETS = re.compile(
    r"(?<!thực\shiện\s)(?<!hoàn\sthành\s)(?:các|một\ssố|những)\schỉ\stiêu|chỉ\stiêu\s(?:chủ\syếu|cụ\sthể|phấn)"
)
_RESULT = re.compile(one_of("kết quả | tình hình | đánh giá | hạn chế | ưu điểm | đạt được | nguyên nhân | thực trạng"))


@record
class Section:
    """From ``start`` to the next heading.

    Attributes:
        time: the time that the heading names for what is planned.
        reported: the time that the heading names for what was reached.
        order: which kind of heading opened it; headings of another kind below it belong to it.
    """

    start: int
    is_plan: bool
    time: TimeExpression | None
    order: str
    reported: TimeExpression | None = None


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
            in_capitals = _is_in_capitals(cased, sentence)
            if in_capitals or cased[sentence.start] in _FIRST_LETTERS:
                heading = _HEADING.match(cased, sentence.start)
                if heading is not None and (in_capitals or heading["capitals"] is None):
                    before = self._sections[-1] if self._sections else None
                    self._sections.append(_section(heading, finder, before))
        self._starts = [section.start for section in self._sections]

    def at(self, position: int) -> Section | None:
        """The section that holds a position, None before the first heading."""
        i = bisect_right(self._starts, position) - 1
        return self._sections[i] if i >= 0 else None


def _is_in_capitals(cased: str, sentence: Sentence) -> bool:
    """Whether a sentence is written in capitals alone."""
    start, end = sentence.start, sentence.end
    if not cased[start : start + 2].isupper() or not _SHORTEST_CAPITALS <= end - start <= _LONGEST_CAPITALS:
        return False
    return cased[start:end].isupper()


def _section(heading: re.Match[str], finder: TimeFinder, before: Section | None) -> Section:
    norm, start, end = finder.norm, heading.start(), heading.end()
    order = next(name for name in _ORDERS if heading[name] is not None)
    if order in _TITLED and (text := _TEXT.search(norm, heading.start("words"), end)) is not None:
        end = text.start()
    plan, result = _PLAN.search(norm, start, end), _RESULT.search(norm, start, end)
    if plan is None and result is None:
        plan = _TARGETS.search(norm, start, end)
    if plan is None and result is None and before is not None and before.order != order:
        return replace(before, start=start)
    is_plan = plan is not None and (result is None or plan.start() < result.start())
    times = finder.within(start, end)
    if is_plan:
        return Section(start, is_plan, times[-1] if times else None, order)
    return Section(start, is_plan, None, order, next((time for time in times if time.role is TimeRole.SPAN), None))
