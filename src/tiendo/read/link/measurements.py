# SPDX-License-Identifier: Apache-2.0
"""The measurements of a running text, sentence by sentence.

One walk: digits → quantities → those that measure something → kind, comparison, subject, period.
"""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.kernel.findings import Kind, Measurement
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.hedge.rules import find_hedge
from tiendo.read.dimensions.numeral.rules import find_runs
from tiendo.read.dimensions.period.data import Anchor
from tiendo.read.dimensions.quantity.data import Mention
from tiendo.read.dimensions.quantity.rules import read_quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.link.context import Context, Said
from tiendo.read.link.counts import recount
from tiendo.read.link.filters import is_measurement
from tiendo.read.link.inheritance import Surroundings
from tiendo.read.link.kinds import classify, find_trigger, follow, refine
from tiendo.read.link.periods import Governed, govern
from tiendo.read.link.phrases import Part, Seen
from tiendo.read.link.subjects import find_subject
from tiendo.read.link.words import PLAN_BEHIND
from tiendo.read.text.sentences import Sentence


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


_RESULTS = (Kind.ACTUAL, Kind.GROWTH, Kind.FORECAST)


class _Reader:
    """Reads sentence after sentence; carries the subject over to a sentence without one."""

    def __init__(self, scan: Scan, anchor: Anchor) -> None:
        self.scan = scan
        self.anchor = anchor
        self.norm = scan.shadow.norm
        self.surroundings = Surroundings(scan, anchor)
        self.last_subject: list[Part] = []

    def read(self, sentence: Sentence, mentions: list[Mention]) -> Iterator[Measurement]:
        """The measurements among the quantities of one sentence."""
        kept = self._kept(sentence, mentions)
        if not kept:
            return
        norm = self.norm
        times = self.surroundings.times_of(sentence)
        section = self.surroundings.sections.at(sentence.start)
        in_plan = section is not None and section.is_plan
        announced = section.time if section is not None else None
        inherited = announced or self.surroundings.inherited(sentence)
        subject: list[Part] = []
        seen: Seen = []
        earlier: tuple[Mention, Said] | None = None
        floor = sentence.start
        has_share = False
        for i, mention in enumerate(kept):
            ceiling = kept[i + 1].hedge_start if i + 1 < len(kept) else sentence.end
            after = kept[i - 1].end if i else sentence.start
            context = Context(mention, sentence.start, sentence.end, after, floor, ceiling, in_plan)
            find_trigger(norm, context)
            said = self._said(sentence, context, earlier, has_share=has_share)
            subject = find_subject(self.scan.shadow, context, times, seen) or subject or self.last_subject
            recount(mention, norm, subject)
            governed = govern(norm, context, said.kind, times, inherited, self.anchor)
            said = refine(norm, said, mention, subject, governed, self.anchor)
            yield self._measurement(mention, said, subject, governed)
            has_share = has_share or said.kind is Kind.SHARE_OF_PLAN
            earlier, self.last_subject = (mention, said), subject
            seen.append((mention.unit, subject))
            plan = PLAN_BEHIND.match(norm, mention.end, sentence.end)
            floor = plan.end() if plan is not None else mention.end

    def _kept(self, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
        kept: list[Mention] = []
        for mention in mentions:
            previous = kept[-1] if kept else None
            if is_measurement(self.scan.shadow, mention, previous, sentence.start):
                floor = previous.end if previous is not None else sentence.start
                mention.qualifier, mention.hedge_start = find_hedge(self.norm, floor, mention.start, mention.end)
                kept.append(mention)
        return kept

    def _said(
        self, sentence: Sentence, context: Context, earlier: tuple[Mention, Said] | None, *, has_share: bool
    ) -> Said:
        said = classify(self.norm, context)
        if said.kind in _RESULTS and self.surroundings.is_proposed(sentence, context.mention.start):
            return Said(Kind.TARGET, said.sign, None, "kind.proposed-merger")
        return said if earlier is None else follow(self.norm, said, context, *earlier, has_share=has_share)

    def _measurement(self, mention: Mention, said: Said, subject: list[Part], governed: Governed) -> Measurement:
        shadow, sign = self.scan.shadow, said.sign
        second = None
        if mention.second is not None:
            second = Quantity(sign * mention.second, mention.unit, mention.second_step, mention.qualifier)
        return Measurement(
            quantity=Quantity(sign * mention.value, mention.unit, mention.step, mention.qualifier),
            quote=shadow.slice(mention.start, mention.end),
            subject=" ".join(shadow.slice(*part) for part in subject),
            kind=said.kind,
            span=self.scan.span(mention.start, mention.end),
            second=second,
            is_range=mention.is_range,
            comparison=said.comparison,
            period=governed.period,
            period_quote=shadow.slice(*governed.words) if governed.words is not None else None,
            rules=(*mention.rules, said.rule),
        )
