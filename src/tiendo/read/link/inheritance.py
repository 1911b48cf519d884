# SPDX-License-Identifier: Apache-2.0
"""What a sentence takes over from the text before it: the time that governs it, a proposal it belongs to."""

from __future__ import annotations

import re

from tiendo.read.dimensions.period.data import Anchor, TimeExpression, TimeRole
from tiendo.read.dimensions.period.months import first_month, last_month
from tiendo.read.dimensions.period.rules import find_times
from tiendo.read.engine.scan import Scan
from tiendo.read.link.sections import Sections
from tiendo.read.text.sentences import Sentence

#: How many sentences back a time can govern, and how near to the beginning of its sentence it then stands.
_LOOK_BACK = 12
_OPENING = 40
_DAY_LENGTH = len("2024-10-16")
_YEAR_LENGTH = len("2024")
#: A sentence that goes on where the one before stopped, also in a new paragraph.
_CONTINUES = re.compile(
    r"[\"“'( ]*(?:trong\s(?:đó|số)|theo\sđó|số\scòn\slại|cụ\sthể|ngoài\sra|như\svậy|cũng|đồng\sthời|bên\scạnh\sđó"
    r"|tuy\snhiên|qua\sđó|riêng|đặc\sbiệt|đáng\schú\sý|còn)(?!\w)"
)
_PROPOSAL = re.compile(
    r"(?:tờ\strình|trình|thông\squa|xem\sxét|dự\sthảo|cho\sý\skiến|theo)\s(?:[^\s,;.]+\s){0,8}?(?:đề\sán|phương\sán)"
    r"|phương\sán\s(?:[^\s,;.]+\s){0,3}trình"
)
_MERGED = re.compile(r"đã\s(?:sắp\sxếp|sáp\snhập|giảm|hoàn\sthành)")
_AFTER_MERGER = re.compile(r"sáp\snhập|sắp\sxếp|thành\slập|hình\sthành")


class Surroundings:
    """The times of every sentence, worked out when first asked for."""

    def __init__(self, scan: Scan, anchor: Anchor) -> None:
        self.scan = scan
        self.anchor = anchor
        self.norm = scan.shadow.norm
        self.sections = Sections(scan.shadow, anchor)
        self._times: dict[int, list[TimeExpression]] = {}

    def times_of(self, sentence: Sentence) -> list[TimeExpression]:
        """The time expressions of a sentence."""
        known = self._times.get(sentence.start)
        if known is None:
            found = find_times(self.norm, sentence.start, sentence.end, self.anchor)
            known = self._times[sentence.start] = _join_days(self.norm, found)
        return known

    def inherited(self, sentence: Sentence) -> TimeExpression | None:
        """The time that governs earlier text: the last one of the paragraph, else the last that opened a sentence."""
        at = self.scan.sentence_index(sentence.start)
        continues = _CONTINUES.match(self.norm, sentence.start) is not None
        for i in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            earlier = self.scan.sentences[i]
            spans = [t for t in self.times_of(earlier) if self._can_be_inherited(t)]
            if earlier.paragraph != sentence.paragraph:
                if earlier.paragraph == 0:  # the title speaks for the whole text, but not of a term of office
                    spans = [t for t in spans if not _is_term(t.period)]
                elif self.anchor.period is not None:
                    break  # the reporting period governs every paragraph that names no time
                elif not (i == at - 1 and continues):
                    spans = [t for t in spans if t.start - earlier.start < _OPENING or self._opens_report(t)]
            if spans:
                return None if self._is_report_year(spans[-1]) else spans[-1]
        return None

    def is_proposed(self, sentence: Sentence, position: int) -> bool:
        """Whether what stands at a position is the outcome of a merger that is only proposed.

        This sentence or one of the two before lays a plan of merging units before somebody.
        """
        if _AFTER_MERGER.search(self.norm, sentence.start, sentence.end) is None:
            return False
        i = self.scan.sentence_index(sentence.start)
        first = self.scan.sentences[max(0, i - 2)].start
        if _PROPOSAL.search(self.norm, first, sentence.end) is None:
            return False
        if _MERGED.search(self.norm, sentence.start, sentence.end) is not None:
            return False
        before = self.norm[sentence.start : position]
        return before.rfind("trước khi") <= before.rfind("sau khi")

    def _opens_report(self, time: TimeExpression) -> bool:
        """A time to which a text without a reporting period counts: "cho biết, đến ngày 10.4, …"."""
        return self.anchor.period is None and self.norm.startswith(",", time.end)

    def _is_report_year(self, time: TimeExpression) -> bool:
        """The mere year of the report: the reporting period says more."""
        report = self.anchor.period
        return report is not None and len(time.period or "") == _YEAR_LENGTH and report.startswith(time.period or " ")

    def _can_be_inherited(self, time: TimeExpression) -> bool:
        """A span that is over; with a known reporting period neither a day nor the mere year of the report."""
        report = self.anchor.period
        if time.role is not TimeRole.SPAN or time.period is None or "cuối" in self.norm[time.start : time.end]:
            return False
        if report is None:
            return True
        if len(time.period) == _DAY_LENGTH:
            return False
        return first_month(time.period) <= last_month(report)


def _join_days(norm: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Từ ngày 01/7 đến ngày 20/9: two days that bound one span, told by its months."""
    out: list[TimeExpression] = []
    for time in times:
        first = out[-1] if out else None
        if (
            first is not None
            and _is_day(first.period)
            and _is_day(time.period)
            and _UNTIL.fullmatch(norm, first.end, time.start)
        ):
            if norm.endswith(("từ ", "từ ngày "), 0, first.start):
                months = f"{(first.period or '')[:7]}/{(time.period or '')[:7]}"
                out[-1] = TimeExpression(first.start, time.end, months, TimeRole.SPAN, time.is_explicit)
                continue
        out.append(time)
    return out


def _is_day(period: str | None) -> bool:
    return period is not None and len(period.rsplit("/", 1)[-1]) in (_DAY_LENGTH, len("2024-10")) and "-Q" not in period


_UNTIL = re.compile(r"\s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?")


def _is_term(period: str | None) -> bool:
    return period is not None and len(period) == len("2020/2025")
