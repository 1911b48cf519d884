# SPDX-License-Identifier: Apache-2.0
"""What a sentence takes over from the text before it: the time that governs it, a proposal it belongs to."""

from __future__ import annotations

import re

from tiendo.read.dimensions.period.data import Anchor, TimeExpression, TimeRole
from tiendo.read.dimensions.period.months import first_month, is_day, is_term, is_year, last_month
from tiendo.read.dimensions.period.rules import TimeFinder
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import one_of
from tiendo.read.link.periods.sections import Sections
from tiendo.read.link.sentence.brackets import is_closed_off
from tiendo.read.link.sentence.timeline import Timeline
from tiendo.read.text.sentences import Sentence

_SPAN = TimeRole.SPAN
_TOLD = frozenset((_SPAN, TimeRole.DEADLINE))
#: How many sentences back a time can govern, and how near to the beginning of its sentence it then stands.
_LOOK_BACK = 24
_OPENING = 40
_PARTS = ("trong đó", "trong số đó")
_ITEM_SIGNS = ("-", "+", "–", "*", "•")
_CONTINUERS = """
trong đó | trong số | theo đó | số còn lại | cụ thể | ngoài ra | như vậy | cũng | đồng thời | bên cạnh đó | tuy nhiên
| qua đó | riêng | đặc biệt | đáng chú ý | còn | so với cùng
"""
#: A sentence that goes on where the one before stopped, also in a new paragraph.
_CONTINUES = re.compile(rf"[\"“'( ]*(?:{one_of(_CONTINUERS)})(?!\w)")
_LAID_BEFORE = "tờ trình | trình | thông qua | xem xét | dự thảo | cho ý kiến | theo"
_PROPOSAL = re.compile(
    rf"(?:{one_of(_LAID_BEFORE)})\s(?:[^\s,;.]+\s){{0,8}}?(?:đề\sán|phương\sán)|phương\sán\s(?:[^\s,;.]+\s){{0,3}}trình"
)
_MERGED = re.compile(r"đã\s(?:sắp\sxếp|sáp\snhập|giảm|hoàn\sthành)")
_MERGERS = ("sáp nhập", "sắp xếp", "sắp nhập", "thành lập", "hình thành")
_SCHEMES = ("đề án", "phương án")


class Surroundings:
    """The times of every sentence, worked out when first asked for, and the sections of the text."""

    def __init__(self, scan: Scan, anchor: Anchor) -> None:
        self.scan = scan
        self.anchor = anchor
        self.norm = scan.shadow.norm
        self._finder = TimeFinder(self.norm, anchor)
        self.sections = Sections(scan, self._finder)
        self._times: dict[int, Timeline] = {}
        self._spans: dict[int, list[TimeExpression]] = {}
        #: Whether the text speaks of schemes and of mergers at all; most do not.
        self._has_schemes = any(word in self.norm for word in _SCHEMES) and any(word in self.norm for word in _MERGERS)

    def times_of(self, sentence: Sentence) -> Timeline:
        """The time expressions of a sentence."""
        known = self._times.get(sentence.start)
        if known is None:
            known = self._times[sentence.start] = Timeline(self._finder.within(sentence.start, sentence.end), self.norm)
        return known

    def inherited(self, sentence: Sentence) -> TimeExpression | None:
        """The time that governs earlier text: the last one of the paragraph, else the last that opened a sentence."""
        at = self.scan.sentence_index(sentence.start)
        goes_on = True  # no paragraph in between begins anew
        for i in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            earlier, later = self.scan.sentences[i], self.scan.sentences[i + 1]
            if later.paragraph != earlier.paragraph:
                goes_on = goes_on and _CONTINUES.match(self.norm, later.start) is not None
            if earlier.paragraph == sentence.paragraph:
                spans = self._spans_of(earlier)
                if i == at - 1 and self.is_part(sentence):
                    spans = [time for time in self.times_of(earlier).times if time.role in _TOLD and time.period]
            elif earlier.paragraph == 0:  # the title speaks for the whole text, but not of a term of office
                spans = [time for time in self._spans_of(earlier) if not is_term(time.period)]
            elif goes_on:
                spans = self._spans_of(earlier)
            elif self.anchor.period is not None:
                return None  # the reporting period governs every paragraph that names no time
            elif self._heads_list(earlier, sentence):
                spans = self._spans_of(earlier)
            else:
                spans = [time for time in self._spans_of(earlier) if self._opens(time, earlier)]
            if spans:
                return None if self._is_report_year(spans[-1]) else spans[-1]
        return None

    def planned_for(self, start: int) -> TimeExpression | None:
        """The year of a plan that the paragraph or the title names: it holds for the aims told behind it."""
        if self.anchor.period is not None:
            return None
        sentences = self.scan.sentences
        at = self.scan.sentence_index(start)
        for i in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            if sentences[i].paragraph != sentences[at].paragraph:
                break
            if found := self._plan_years(sentences[i]):
                return found[-1]
        title = self._plan_years(sentences[0])
        return title[-1] if title else None

    def _plan_years(self, sentence: Sentence) -> list[TimeExpression]:
        return [time for time in self.times_of(sentence).times if time.role is TimeRole.PLAN and time.period]

    def is_part(self, sentence: Sentence) -> bool:
        """Whether a sentence tells the parts of what the one before told."""
        return self.norm.startswith(_PARTS, sentence.start)

    def _heads_list(self, earlier: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence announces the list of which the other one is an item: its time holds for the items."""
        norm = self.norm
        return norm.endswith(":", earlier.start, earlier.end) and norm.startswith(_ITEM_SIGNS, sentence.start)

    def proposes(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of a merger that is only proposed.

        It or one of the two before lays a plan of merging units before somebody.
        """
        norm, start, end = self.norm, sentence.start, sentence.end
        if not self._has_schemes or all(norm.find(word, start, end) < 0 for word in _MERGERS):
            return False
        first = self.scan.sentences[max(0, self.scan.sentence_index(start) - 2)].start
        return _PROPOSAL.search(norm, first, end) is not None and _MERGED.search(norm, start, end) is None

    def is_outcome(self, sentence: Sentence, position: int) -> bool:
        """Whether a place of such a sentence tells what is after the merger, not what was before it."""
        before = self.norm.rfind("trước khi", sentence.start, position)
        return before <= self.norm.rfind("sau khi", sentence.start, position)

    def _opens(self, time: TimeExpression, sentence: Sentence) -> bool:
        """Whether a time opens its sentence or its speech: "cho biết, đến ngày 10.4, …"."""
        return time.start - sentence.start < _OPENING or self.norm.startswith(",", time.end)

    def _is_report_year(self, time: TimeExpression) -> bool:
        """The mere year of the report: the reporting period says more."""
        report = self.anchor.period
        return report is not None and is_year(time.period) and report.startswith(time.period or " ")

    def _spans_of(self, sentence: Sentence) -> list[TimeExpression]:
        known = self._spans.get(sentence.start)
        if known is None:
            times = self.times_of(sentence).times
            known = self._spans[sentence.start] = [time for time in times if self._can_be_inherited(time, sentence)]
        return known

    def _can_be_inherited(self, time: TimeExpression, sentence: Sentence) -> bool:
        """A span that is over; with a known reporting period neither a day nor the mere year of the report."""
        report = self.anchor.period
        if time.role is not _SPAN or time.period is None:
            return False
        if is_closed_off(self.norm, sentence.start, time.start, sentence.end):
            return False
        if self.norm.find("cuối", time.start, time.end) >= 0:
            return False
        return report is None or (not is_day(time.period) and first_month(time.period) <= last_month(report))
