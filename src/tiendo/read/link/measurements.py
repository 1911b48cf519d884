# SPDX-License-Identifier: Apache-2.0
"""The measurements of a running text, sentence by sentence.

One walk: digits → quantities → those that measure something → kind, comparison, subject, period.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from sys import intern

from tiendo.kernel.findings import Measurement
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.read.dimensions.hedge.rules import find_hedge
from tiendo.read.dimensions.numeral.rules import find_runs
from tiendo.read.dimensions.period.data import Anchor, TimeExpression
from tiendo.read.dimensions.period.months import is_day
from tiendo.read.dimensions.quantity.data import Mention
from tiendo.read.dimensions.quantity.rules import read_quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.link.candidates.filters import is_measurement
from tiendo.read.link.candidates.unitless import recount
from tiendo.read.link.kinds.aims import Aims
from tiendo.read.link.kinds.classify import classify
from tiendo.read.link.kinds.following import follow
from tiendo.read.link.kinds.refining import refine
from tiendo.read.link.periods.governing import Governed, govern
from tiendo.read.link.periods.inheritance import Surroundings
from tiendo.read.link.periods.sections import Section
from tiendo.read.link.sentence.context import ACTUAL, FORECAST, GROWTH, SHARE_OF_PLAN, TARGET, Context, Part, Said, Told
from tiendo.read.link.sentence.marks import Marks
from tiendo.read.link.sentence.verbs import find_trigger
from tiendo.read.link.sentence.words import find_plan_behind
from tiendo.read.link.subjects.find import find_subject
from tiendo.read.text.sentences import Sentence
from tiendo.read.text.shadow import Shadow

#: From one item of a list to the number of the next one, without a verb of its own.
_NEXT_ITEM = re.compile(r"[^,;:.()0-9]{0,40};\s(?:(?!tăng|giảm|đạt|bằng|còn|vượt|chiếm|có|đã)[^\s,;:.()0-9]+\s){0,6}")
_RESULTS = frozenset((ACTUAL, GROWTH, FORECAST))


def find_measurements(scan: Scan, anchor: Anchor) -> list[Measurement]:
    """The measurements of the running text in order."""
    out: list[Measurement] = []
    reader: _Reader | None = None
    for sentence, mentions in _by_sentence(scan):
        kept = _kept(scan, sentence, mentions)
        if kept:
            reader = reader or _Reader(scan, anchor)
            reader.read(sentence, kept, out)
    return _with_title(out, reader.in_title) if reader is not None and reader.in_title else out


def _with_title(measurements: list[Measurement], count: int) -> list[Measurement]:
    """The title tells in short what the text tells in full: its figures are of the time of the same ones below."""
    for i, told in enumerate(measurements[:count]):
        if told.period_quote is not None:
            continue
        alike = (
            m for m in measurements[count:] if m.unit == told.unit and m.kind is told.kind and m.period is not None
        )
        same = next((m for m in alike if m.value == told.value), None)
        if same is not None:
            measurements[i] = replace(told, period=same.period)
    return measurements


def _by_sentence(scan: Scan) -> Iterator[tuple[Sentence, list[Mention]]]:
    """Sentences that hold quantities, with their quantities."""
    norm = scan.shadow.norm
    current: Sentence | None = None
    mentions: list[Mention] = []
    consumed = 0
    for start, end in find_runs(scan.shadow):
        if start < consumed:
            continue
        if current is None or start >= current.end:
            if mentions and current is not None:
                yield current, mentions
            current, mentions = scan.sentence_at(start), []
        mention = read_quantity(norm, start, end)
        if mention is None:
            continue
        consumed = mention.end if mention.unit else mention.number_end
        mentions.append(mention)
    if mentions and current is not None:
        yield current, mentions


def _kept(scan: Scan, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Those that measure something, with their hedges."""
    kept: list[Mention] = []
    previous: Mention | None = None
    floor = sentence.start
    for mention in mentions:
        if is_measurement(scan.shadow, mention, previous, sentence.start):
            mention.qualifier, mention.hedge_start = find_hedge(scan.shadow.norm, floor, mention.start, mention.end)
            if mention.qualifier is Qualifier.EXACT and _is_estimated_too(scan, kept, mention):
                mention.qualifier = Qualifier.ABOUT
            kept.append(mention)
            previous, floor = mention, mention.end
    return kept


def _is_estimated_too(scan: Scan, kept: list[Mention], mention: Mention) -> bool:
    """An estimate that opens a list holds for its items: "Ước sản lượng lúa đạt 5.300 tấn, tăng 2%; ngô 1.200 tấn"."""
    if not kept or _NEXT_ITEM.fullmatch(scan.shadow.norm, kept[-1].end, mention.start) is None:
        return False
    head = next((earlier for earlier in reversed(kept) if earlier.unit == mention.unit), None)
    return head is not None and head.qualifier is Qualifier.ABOUT and head.hedge_start == head.start


def _of_section(section: Section | None) -> TimeExpression | None:
    """The time that the heading names, for what is planned or for what was reached."""
    return None if section is None else section.time or section.reported


def _outside_bracket(context: Context, told: list[Told]) -> list[Told]:
    """Behind a bracket the sentence goes on where it stood before: "49.489 tấn (trong đó tôm 27.081 tấn), tăng 6%"."""
    norm = context.shadow.norm
    if not told:
        return told
    close = norm.find(")", told[-1].mention.end, context.mention.hedge_start)
    if close < 0 or norm.find("(", told[-1].mention.end, close) >= 0:
        return told
    opened = norm.rfind("(", context.sentence_start, told[-1].mention.start)
    outside = [earlier for earlier in told if earlier.mention.end <= opened]
    return outside or told


def _slicer(shadow: Shadow) -> Callable[[int, int], str]:
    """What stands in the original at a range of ``norm``; most texts are written as rules see them."""
    if shadow.back is not None:
        return shadow.slice
    text = shadow.text
    return lambda start, end: text[start:end]


class _Reader:
    """Reads sentence after sentence; carries the subject over to a sentence without one."""

    def __init__(self, scan: Scan, anchor: Anchor) -> None:
        self.scan = scan
        self.anchor = anchor
        self.surroundings = Surroundings(scan, anchor)
        self.last_subject: list[Part] = []
        self.earlier: list[Told] = []  # of the sentence before
        self._slice = _slicer(scan.shadow)
        self.aims = Aims(scan)
        self.in_title = 0  # how many measurements stand in the title
        self.aim: tuple[int, Governed] | None = None  # paragraph and time of the aim that the sentence before told
        self._carried: Governed | None = None
        self._governed = Governed(None, None)
        # A text of many figures keeps its rules, units and periods once.
        self._rules: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._words: tuple[Part, str] = ((0, 0), "")

    def read(self, sentence: Sentence, mentions: list[Mention], out: list[Measurement]) -> None:
        """Append the measurements of one sentence."""
        surroundings = self.surroundings
        section = surroundings.sections.at(sentence.start)
        announced = section.time if section is not None and not surroundings.is_part(sentence) else None
        inherited = announced or surroundings.inherited(sentence) or _of_section(section)
        is_proposal = surroundings.proposes(sentence)
        times = surroundings.times_of(sentence)
        mood = self.aims.carried(sentence, times)
        goes_on = mood and not times.times and self.aim is not None and self.aim[0] == sentence.paragraph
        self._carried = self.aim[1] if goes_on and self.aim is not None else None
        told: list[Told] = []
        has_share = False
        in_plan = section is not None and section.is_plan
        for context in self._contexts(sentence, mentions, mood, in_plan=in_plan):
            told = _outside_bracket(context, told)
            find_trigger(context)
            said = classify(context)
            if is_proposal and said.kind in _RESULTS and surroundings.is_outcome(sentence, context.mention.start):
                said = Said(TARGET, said.sign, None, "kind.proposed-merger")
            elif told:
                said = follow(said, context, told, has_share=has_share)
            last = self._finish(context, said, told, inherited, out)
            has_share = has_share or last.said.kind is SHARE_OF_PLAN
            told.append(last)
        self.aims.told(sentence, told[-1])
        is_aim = told[-1].said.kind is TARGET and self._governed.words is not None
        self.aim = (sentence.paragraph, self._governed) if is_aim else None
        self.earlier = told
        if sentence.paragraph == 0:
            self.in_title = len(out)

    def _contexts(self, sentence: Sentence, mentions: list[Mention], mood: str, *, in_plan: bool) -> Iterator[Context]:
        """Each quantity where it stands."""
        shadow, start, end = self.scan.shadow, sentence.start, sentence.end
        marks = Marks(shadow.norm, start, end, mentions[-1].hedge_start, mood)
        times = self.surroundings.times_of(sentence)
        after = floor = start
        for i, mention in enumerate(mentions):
            following = mentions[i + 1] if i + 1 < len(mentions) else None
            ceiling = end if following is None else following.hedge_start
            plan_end = find_plan_behind(shadow.norm, mention.end, end)
            yield Context(
                mention,
                shadow,
                marks,
                start,
                end,
                after,
                floor,
                ceiling,
                plan_end,
                times,
                following,
                in_plan,
                self.earlier,
                mentions[i - 1] if i else None,
            )
            after = mention.end
            floor = max(plan_end, after)

    def _finish(
        self,
        context: Context,
        said: Said,
        told: list[Told],
        inherited: TimeExpression | None,
        out: list[Measurement],
    ) -> Told:
        """Subject and period; then the measurement is complete."""
        mention, norm = context.mention, self.scan.shadow.norm
        subject = find_subject(context, told, self.last_subject)
        recount(mention, norm, subject)
        if said.kind is TARGET and inherited is not None and is_day(inherited.period):
            inherited = None  # the day of the page is none of its aims
        if inherited is None and said.kind is TARGET and not context.times.times:
            inherited = self.surroundings.planned_for(context.sentence_start)
        if self._carried is not None and said.kind is TARGET:
            governed = self._carried  # đặt mục tiêu đến năm 2030 thu 20 tỷ đồng. Thu nhập đạt 58 triệu đồng
        else:
            governed = govern(context, said.kind, inherited, self.anchor)
        self._governed = governed
        said = refine(norm, said, mention, subject, governed, self.anchor)
        out.append(self._measurement(mention, said, subject, governed))
        self.last_subject = subject
        return Told(mention, said, subject)

    def _measurement(self, mention: Mention, said: Said, subject: list[Part], governed: Governed) -> Measurement:
        sliced, sign = self._slice, said.sign
        value, second = mention.value, mention.second
        if sign < 0:
            value, second = -value, None if second is None else -second
        qualifier, unit = mention.qualifier, intern(mention.unit)
        rules = (*mention.rules, said.rule)
        return Measurement(
            quantity=Quantity(value, unit, mention.step, qualifier),
            quote=sliced(mention.start, mention.end),
            subject=" ".join([sliced(*part) for part in subject]) if len(subject) != 1 else sliced(*subject[0]),
            kind=said.kind,
            span=self.scan.span(mention.start, mention.end),
            second=None if second is None else Quantity(second, unit, mention.second_step, qualifier),
            is_range=mention.is_range,
            comparison=said.comparison,
            period=None if governed.period is None else intern(governed.period),
            period_quote=None if governed.words is None else self._quoted(governed.words),
            rules=self._rules.setdefault(rules, rules),
        )

    def _quoted(self, words: Part) -> str:
        """The words of a time, which hold for one figure after the other."""
        if words != self._words[0]:
            self._words = words, self._slice(*words)
        return self._words[1]
