# SPDX-License-Identifier: Apache-2.0
"""The walk over the sentences of a text: headings, sections, lists, and the orders in them.

Here: what is looked at and what is written down. Not here: what a sentence says (``recognise``).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from tiendo.kernel.findings import Directive, DocumentFacts
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.directives import clauses, parties
from tiendo.read.findings.directives.deadline import find_deadline
from tiendo.read.findings.directives.recognise import Recogniser
from tiendo.read.findings.directives.speech import Order, Speech
from tiendo.read.findings.directives.verbs import VERBS, Sense, Verb, as_verb
from tiendo.read.lexicon.orders import ORDERING_KINDS
from tiendo.read.text.sentences import Sentence

_HEADING_SIZE = 170
_HEADING_SIGNS = ".;!?…:,”\"')]"
_TASKS = re.compile(
    r"nhiệm vụ|giải pháp|phương hướng|tổ chức thực hiện|phân công|kết luận|trọng tâm|thời gian tới|cuối năm"
)
_PETITIONS = re.compile(r"kiến nghị|đề xuất|đề nghị")
_SECTION = re.compile(r"(?:phần\s|[ivx]{1,5}\s?[.\-–/)]|[a-h]\s?[.\-–)])\s?")
_RECIPIENTS = "nơi nhận"
_OPENING = '“"'
_RECENT = 12  # orders among which one may be told again
_LONGEST = 3000
_SHORTEST = 20  # characters of an order told in the sentence that says whose it is


def _bounded(sentences: list[Sentence]) -> list[Sentence]:
    """Sentences of at most ``_LONGEST`` characters: a line of a broken table must not be read over and over."""
    if all(sentence.end - sentence.start <= _LONGEST for sentence in sentences):
        return sentences
    return [
        Sentence(start, min(start + _LONGEST, sentence.end), sentence.paragraph)
        for sentence in sentences
        for start in range(sentence.start, sentence.end, _LONGEST)
    ]


class Walk:
    """One reading of one text."""

    __slots__ = (
        "found",
        "is_document",
        "is_tasks",
        "next_word",
        "outer_label",
        "quoted",
        "reader",
        "scan",
        "section",
        "sentences",
        "speech",
        "starts",
        "words",
    )

    def __init__(self, scan: Scan, facts: DocumentFacts) -> None:
        self.scan = scan
        self.speech = Speech()
        self.reader = Recogniser(scan, facts, self.speech)
        self.is_document = facts.kind not in {None, "news"}
        self.section = "tasks" if facts.kind in ORDERING_KINDS else ""
        self.is_tasks = False  # the heading itself says so
        self.sentences = _bounded(scan.sentences)
        is_same = self.sentences is scan.sentences
        self.starts = scan.starts if is_same else [sentence.start for sentence in self.sentences]
        self.words = scan.found(VERBS)
        self.next_word = 0
        self.outer_label: str | None = None
        self.quoted: list[Sentence] = []
        self.found: list[Directive] = []

    def run(self) -> list[Directive]:
        """All orders in the order of the text."""
        sentences, norm = self.sentences, self.scan.shadow.norm
        i = self._next_of_interest(0)
        while i < len(sentences):
            at = sentences[i]
            words = self._words_of(at)
            # "Điều 3." stands before its heading or text and begins no sentence
            if not clauses.is_number(norm, at.start, at.end):
                self._look(i, words)
            i = self._next_of_interest(i + 1)
        self.found.sort(key=lambda order: order.span.start)
        return self.found

    def _next_of_interest(self, i: int) -> int:
        """The next sentence that can be an order or change who speaks: most of a report cannot."""
        if self.is_document or self.speech.strength or self.quoted:
            return i
        start = self.sentences[i].start if i < len(self.sentences) else 0
        while self.next_word < len(self.words) and self.words[self.next_word].start < start:
            self.next_word += 1
        if i >= len(self.sentences) or self.next_word == len(self.words):
            return len(self.sentences)
        return max(i, bisect_right(self.starts, self.words[self.next_word].start) - 1)

    def _words_of(self, at: Sentence) -> list[Verb]:
        words, first, end = self.words, self.next_word, at.end
        size = len(words)
        if first == size or words[first][0] >= end:
            return []
        next_word = first + 1
        while next_word < size and words[next_word][0] < end:
            next_word += 1
        self.next_word = next_word
        start = at.start
        return [as_verb(word) for word in words[first:next_word] if word[0] >= start]

    def _look(self, i: int, words: list[Verb]) -> None:
        """One sentence, with those beside it."""
        sentences, at = self.sentences, self.sentences[i]
        before = sentences[i - 1] if i else None
        following = sentences[i + 1] if i + 1 < len(sentences) else None
        begins = before is None or before.paragraph != at.paragraph
        if before is not None and not begins and clauses.is_number(self.scan.shadow.norm, before.start, before.end):
            begins = True
        found = len(self.found)
        verbs = [word for word in words if word.sense is not Sense.MARK] if words else words
        marked = len(verbs) < len(words)
        if not (marked and self._attributed(at, before)):
            self._sentence(at, verbs, following, begins=begins)
        if marked or self.quoted:
            self._quote(at, begins=begins, is_order=len(self.found) > found)

    def _attributed(self, at: Sentence, before: Sentence | None) -> bool:
        """Whether a sentence says whose order the words before were ("Đó là chỉ đạo của …"); they are written down."""
        said = self.reader.whose(at)
        if said is None:
            return False
        who, start = said
        told = (at, at.start, start) if start - at.start > _SHORTEST else None
        if told is None and before is not None and before.paragraph in {at.paragraph, at.paragraph - 1}:
            told = (before, before.start, before.end)
        order = self.reader.must(told[1], told[2], who, "attributed") if told else None
        if order is not None and told is not None:
            self._write_down(order, told[0], None)
        return True

    def _quote(self, at: Sentence, *, begins: bool, is_order: bool) -> None:
        """Keep the sentences of a quotation until it is said whose it is; then those that order are written down."""
        norm = self.scan.shadow.norm
        if begins:
            self.quoted = []
        opens = norm[at.start] in _OPENING
        closes = max(norm.rfind("”", at.start + 1, at.end), norm.rfind('"', at.start + 1, at.end)) > 0
        if is_order:
            for sentence in self.quoted:
                order = self.reader.must(sentence.start, sentence.end, None, "quoted")
                if order is not None:
                    self._write_down(order, sentence, None)
        if closes:
            self.quoted = []
        elif opens or self.quoted:
            self.quoted.append(at)

    def _sentence(self, at: Sentence, verbs: list[Verb], following: Sentence | None, *, begins: bool) -> None:
        norm = self.scan.shadow.norm
        alone = begins and (following is None or following.paragraph != at.paragraph)
        label = clauses.label_kind(norm, at.start, at.end)
        labelled = label is not None
        if self.speech.is_list and label is not None and label == self.outer_label:
            self.speech.close()  # "6." behind "5. … a) … b) …"
        if self._is_furniture(at, verbs, alone=alone, labelled=labelled):
            return
        self.reader.section = self.section
        order, is_none = self.reader.ordered(at, verbs)
        if is_none:
            return
        if order is None and self.is_document and self.section == "tasks":
            order = self.reader.task(at, is_item=labelled and self.is_tasks and not self.speech.is_list)
            if order is not None and not self.speech.is_list:
                self.speech.hand_to(None)
        # a new item of a document is no longer said by whoever was told of in the item before
        goes_on = not (self.is_document and begins) or self.speech.is_list
        if order is None and self.speech.strength and goes_on:
            order = self.reader.carried_on(at, verbs, is_item=self.speech.is_list and labelled)
        if order is not None:
            self._write_down(order, at, following)
        else:
            if begins and not labelled:
                self.speech.is_list = False
            self.reader.pass_by(at, verbs)

    # what is no sentence -----------------------------------------------------------------------------------------

    def _is_furniture(self, at: Sentence, verbs: list[Verb], *, alone: bool, labelled: bool) -> bool:
        """Headings, captions, by-lines and the list of recipients; headings open sections."""
        norm = self.scan.shadow.norm
        if norm.startswith(_RECIPIENTS, at.start):
            self._open_section(_RECIPIENTS)
            return True
        if labelled and self.section == _RECIPIENTS:
            return True
        orders = bool(verbs) and any(verb.sense is Sense.ORDER for verb in verbs)
        if clauses.is_caption(norm, at.start, at.end) and not orders:
            return True
        if not alone or at.end - at.start > _HEADING_SIZE or norm[at.end - 1] in _HEADING_SIGNS:
            return False
        return self._is_heading(at, labelled=labelled, orders=orders)

    def _is_heading(self, at: Sentence, *, labelled: bool, orders: bool) -> bool:
        """A short line without a stop: a heading, unless it is an item that says what to do."""
        norm = self.scan.shadow.norm
        first, _ = clauses.main_clause(norm, at.start, at.end)
        party = parties.addressee(self.scan, first, at.end) if labelled else None
        if party is not None and not norm[party.end : at.end].strip():
            # "2. Phòng Kinh tế" over its tasks
            self.speech.order(None, self._words(party), keeps=True)
            self._open_list(at)
            return True
        is_section = _SECTION.match(norm, at.start, at.end) or self.scan.shadow.cased[at.start : at.end].isupper()
        if is_section or (self.is_document and not labelled and _TASKS.match(norm, at.start, at.end)):
            self._open_section(norm[at.start : at.end])
            return True
        says_what = orders or clauses.is_imperative(norm, first, at.end)
        return not labelled or not (says_what or clauses.party_acts(self.scan, first, at.end) is not None)

    def _open_list(self, at: Sentence) -> None:
        self.speech.is_list = True
        self.outer_label = clauses.label_kind(self.scan.shadow.norm, at.start, at.end)

    def _open_section(self, heading: str) -> None:
        self.speech.close()
        self.is_tasks = _TASKS.search(heading) is not None
        if heading == _RECIPIENTS:
            self.section = _RECIPIENTS
        elif _PETITIONS.search(heading):
            self.section = "up"
        else:
            self.section = "tasks" if _TASKS.search(heading) or self.reader.facts.kind in ORDERING_KINDS else "other"

    # what is found -----------------------------------------------------------------------------------------------

    def _words(self, party: parties.Party) -> str:
        return " ".join(self.scan.shadow.slice(party.start, party.end).split())

    def _write_down(self, order: Order, at: Sentence, following: Sentence | None) -> None:
        norm = self.scan.shadow.norm
        self.speech.order(order.who, self._words(order.told) if order.told else None, keeps=order.keeps)
        if norm[at.end - 1] == ":" and following and clauses.LABEL.match(norm, following.start, following.end):
            self._open_list(at)  # "… yêu cầu:" over its items says nothing by itself
            return
        items = clauses.items(norm, at.start, at.end)
        if len(items) == 1:
            self._add(clauses.fresh_start(self.scan, at.start, at.end), at.end, order.rule)
            return
        for start, end in items:
            mark = clauses.ITEM.match(norm, start, end)
            own = parties.addressee(self.scan, mark.end() if mark else start, end)
            self.speech.order(None, self._words(own) if own else None, keeps=True)
            self._add(start, end, order.rule)

    def _add(self, start: int, end: int, rule: str) -> None:
        facts = self.reader.facts
        deadline = find_deadline(self.scan.shadow.norm, start, end, facts.dated_on or facts.published_on)
        self._keep(
            Directive(
                quote=self.scan.shadow.slice(start, end),
                span=self.scan.span(start, end),
                issuer=self.speech.issuer.words if self.speech.issuer else facts.issuer,
                addressee=self.speech.addressee,
                deadline=self.scan.shadow.slice(deadline.start, deadline.end) if deadline else None,
                deadline_on=deadline.on if deadline else None,
                rules=(rule,),
            )
        )

    def _keep(self, order: Directive) -> None:
        """One order for each place: what is said later of whose it is counts."""
        for i in range(len(self.found) - 1, max(-1, len(self.found) - _RECENT), -1):
            if self.found[i].span == order.span:
                self.found[i] = order
                return
        self.found.append(order)


def find_directives(scan: Scan, facts: DocumentFacts) -> list[Directive]:
    """The orders of a text, in order.

    Args:
        scan: the text.
        facts: what the document says of itself; its day resolves "trong tháng 11".

    Returns:
        One for each sentence or numbered item. Issuer, addressee and deadline are words of the text; a sentence that
        carries a speech on inherits issuer and addressee.
    """
    return Walk(scan, facts).run()
