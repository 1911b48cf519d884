# SPDX-License-Identifier: Apache-2.0
"""The measurements of a running text, sentence by sentence.

One walk: digits → quantities → those that measure something → kind, comparison, period, subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.findings import Kind, Measurement
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.hedge.rules import find_hedge
from tiendo.read.dimensions.numeral.rules import find_runs
from tiendo.read.dimensions.period.data import Anchor, TimeExpression, TimeRole
from tiendo.read.dimensions.period.rules import find_times, first_month, last_month
from tiendo.read.dimensions.quantity.data import Mention
from tiendo.read.dimensions.quantity.rules import read_quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.link.filters import is_measurement
from tiendo.read.link.kinds import Context, Said, classify, find_trigger, refine
from tiendo.read.link.periods import govern
from tiendo.read.link.subjects import find_subject, recount
from tiendo.read.link.words import PLAN_BEHIND
from tiendo.read.text.sentences import Sentence

#: How many sentences back a time can govern, and how near to the beginning of its sentence it then stands.
_LOOK_BACK = 12
_OPENING = 40
#: A sentence that goes on where the one before stopped, also in a new paragraph.
_CONTINUES = re.compile(
    r"[\"“'( ]*(?:trong\s(?:đó|số)|theo\sđó|số\scòn\slại|cụ\sthể|ngoài\sra|như\svậy|cũng|đồng\sthời|bên\scạnh\sđó|tuy\snhiên|qua\sđó|riêng|đặc\sbiệt|đáng\schú\sý|còn)(?!\w)"
)
_PROPOSAL = re.compile(r"(?:tờ\strình|trình|thông\squa|xem\sxét|dự\sthảo)\s(?:[^\s,;.]+\s){0,8}?(?:đề\sán|phương\sán)")
_MERGED = re.compile(r"đã\s(?:sắp\sxếp|sáp\snhập|giảm|hoàn\sthành)")
_AFTER_MERGER = re.compile(r"sáp\snhập|sắp\sxếp|thành\slập|hình\sthành")
_DAY_LENGTH = len("2024-10-16")


def find_measurements(scan: Scan, anchor: Anchor) -> list[Measurement]:
    """The measurements of the running text in order."""
    out: list[Measurement] = []
    reader = _Reader(scan, anchor)
    for sentence, mentions in _by_sentence(scan):
        out.extend(reader.read(sentence, mentions))
    return out


def _by_sentence(scan: Scan) -> Iterator[tuple[Sentence, list[Mention]]]:
    """Sentences that hold quantities, with their quantities."""
    norm = scan.shadow.norm
    current: Sentence | None = None
    mentions: list[Mention] = []
    consumed = 0
    for start, end in find_runs(scan.shadow):
        if start < consumed:
            continue
        sentence = current if current is not None and start < current.end else scan.sentence_at(start)
        if sentence is None:
            continue
        if sentence is not current:
            if current is not None and mentions:
                yield current, mentions
            current, mentions = sentence, []
        mention = read_quantity(norm, start, end)
        if mention is None:
            continue
        consumed = mention.number_end if mention.unit == "" else mention.end
        mentions.append(mention)
    if current is not None and mentions:
        yield current, mentions


class _Reader:
    """Carries what a sentence inherits: times of its paragraph and the subject before."""

    def __init__(self, scan: Scan, anchor: Anchor) -> None:
        self.scan = scan
        self.anchor = anchor
        self.norm = scan.shadow.norm
        self.last_subject: list[tuple[int, int]] = []
        self.times: dict[int, list[TimeExpression]] = {}

    def times_of(self, sentence: Sentence) -> list[TimeExpression]:
        known = self.times.get(sentence.start)
        if known is None:
            known = self.times[sentence.start] = find_times(self.norm, sentence.start, sentence.end, self.anchor)
        return known

    def inherited(self, sentence: Sentence) -> TimeExpression | None:
        """The time that governs earlier text: the last one of the paragraph, else the last that opened a sentence."""
        at = self.scan.sentence_index(sentence.start)
        continues = _CONTINUES.match(self.norm, sentence.start) is not None
        for i in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            earlier = self.scan.sentences[i]
            spans = [t for t in self.times_of(earlier) if self._can_be_inherited(t)]
            if earlier.paragraph == 0 and sentence.paragraph:
                spans = [t for t in spans if "/" not in (t.period or "") or "-" in (t.period or "")]
            elif earlier.paragraph != sentence.paragraph and not (i == at - 1 and continues):
                spans = [t for t in spans if t.start - earlier.start < _OPENING or self._opens_report(t)]
            if spans:
                return spans[-1]
        return None

    def _is_proposal(self, sentence: Sentence) -> bool:
        """Whether this sentence or one of the two before lays a plan of merging units before somebody."""
        i = self.scan.sentence_index(sentence.start)
        first = self.scan.sentences[max(0, i - 2)].start
        return _PROPOSAL.search(self.norm, first, sentence.end) is not None and not _MERGED.search(
            self.norm, sentence.start, sentence.end
        )

    def _opens_report(self, time: TimeExpression) -> bool:
        """A day to which a text without a reporting period counts: "cho biết, đến ngày 10.4, …"."""
        is_day = time.period is not None and len(time.period) == _DAY_LENGTH
        return is_day and self.anchor.period is None and self.norm.startswith(",", time.end)

    def _can_be_inherited(self, time: TimeExpression) -> bool:
        """A span that is not to come; a day governs only its own sentence."""
        if (
            time.role is not TimeRole.SPAN
            or time.period is None
            or (len(time.period) == _DAY_LENGTH and self.anchor.period is not None)
            or "cuối" in self.norm[time.start : time.end]
        ):
            return False
        report = self.anchor.period
        return report is None or first_month(time.period) <= last_month(report)

    def read(self, sentence: Sentence, mentions: list[Mention]) -> Iterator[Measurement]:
        norm, shadow = self.norm, self.scan.shadow
        kept: list[Mention] = []
        for mention in mentions:
            previous = kept[-1] if kept else None
            if not is_measurement(shadow, mention, previous, sentence.start):
                continue
            floor = previous.end if previous is not None else sentence.start
            mention.qualifier, mention.hedge_start = find_hedge(norm, floor, mention.start, mention.end)
            kept.append(mention)
        if not kept:
            return
        times = self.times_of(sentence)
        inherited = self.inherited(sentence)
        subject: list[tuple[int, int]] = []
        proposed = self._is_proposal(sentence)
        floor = sentence.start
        earlier: tuple[Mention, Said] | None = None
        for i, mention in enumerate(kept):
            ceiling = kept[i + 1].hedge_start if i + 1 < len(kept) else sentence.end
            context = Context(
                mention, sentence.start, sentence.end, kept[i - 1].end if i else sentence.start, floor, ceiling
            )
            find_trigger(norm, context)
            said = classify(norm, context)
            if said.kind in (Kind.ACTUAL, Kind.GROWTH, Kind.FORECAST) and proposed and _AFTER_MERGER.search(norm, sentence.start, sentence.end):
                before = norm[sentence.start : mention.start].rfind("trước khi") > norm[sentence.start : mention.start].rfind("sau khi")
                said = said if before else Said(Kind.TARGET, said.sign, None, "kind.proposed-merger")
            if (
                earlier is not None
                and mention.second is not None
                and mention.unit == earlier[0].unit
                and earlier[1].comparison == "plan"
            ):
                said = earlier[1] if said.kind is Kind.COUNT_OF_TOTAL and earlier[0].second is not None else said
            subject = find_subject(shadow, context, times, subject)
            period, quote = govern(norm, context, said.kind, times, inherited, self.anchor)
            recount(mention, norm, subject)
            words = " ".join(norm[a:b] for a, b in subject)
            said = refine(said, mention, words, period, quote, norm[slice(*quote)] if quote else "", self.anchor)
            yield self._measurement(mention, said.kind, said.sign, said.comparison, said.rule, subject, period, quote)
            earlier = mention, said
            self.last_subject = subject
            plan = PLAN_BEHIND.match(norm, mention.end, sentence.end)
            floor = plan.end() if plan is not None else mention.end

    def _measurement(
        self,
        mention: Mention,
        kind: Kind,
        sign: int,
        comparison: str | None,
        rule: str,
        subject: list[tuple[int, int]],
        period: str | None,
        period_words: tuple[int, int] | None,
    ) -> Measurement:
        shadow = self.scan.shadow
        second = None
        if mention.second is not None:
            second = Quantity(sign * mention.second, mention.unit, mention.second_step, mention.qualifier)
        return Measurement(
            quantity=Quantity(sign * mention.value, mention.unit, mention.step, mention.qualifier),
            quote=shadow.slice(mention.start, mention.end),
            subject=" ".join(shadow.slice(*part) for part in subject),
            kind=kind,
            span=self.scan.span(mention.start, mention.end),
            second=second,
            is_range=mention.is_range,
            comparison=comparison,
            period=period,
            period_quote=shadow.slice(*period_words) if period_words is not None else None,
            rules=(*mention.rules, rule),
        )
