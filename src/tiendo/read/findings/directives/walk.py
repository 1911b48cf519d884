# SPDX-License-Identifier: Apache-2.0
"""The walk over the sentences of a text: headings, sections, lists, and the orders in them.

Here: what is looked at and what is written down. Not here: what a sentence says (``recognise``).
"""

from __future__ import annotations

import re

from tiendo.kernel.findings import Directive, DocumentFacts
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.directives import clauses, parties
from tiendo.read.findings.directives.deadline import find_deadline
from tiendo.read.findings.directives.recognise import ORDERING_KINDS, Order, Recogniser
from tiendo.read.findings.directives.speech import Speech, Strength
from tiendo.read.findings.directives.verbs import Sense, Verb, find_verbs
from tiendo.read.text.sentences import Sentence

_HEADING_SIZE = 170
_HEADING_SIGNS = ".;!?…:,”\"')]"
_TASKS = re.compile(r"nhiệm vụ|giải pháp|phương hướng|tổ chức thực hiện|phân công|kết luận|thời gian tới|cuối năm")
_PETITIONS = re.compile(r"kiến nghị|đề xuất|đề nghị")
_SECTION = re.compile(r"(?:phần\s|[ivx]{1,5}\s?[.\-–/)]|[a-h]\s?[.\-–)])\s?")
_RECIPIENTS = "nơi nhận"
_OPENING = '“"'
_RECENT = 12  # orders among which one may be told again
_SHORTEST = 20  # characters of an order told in the sentence that says whose it is


class Walk:
    """One reading of one text."""

    __slots__ = ("found", "is_document", "next_verb", "quoted", "reader", "scan", "section", "speech", "verbs")

    def __init__(self, scan: Scan, facts: DocumentFacts) -> None:
        self.scan = scan
        self.speech = Speech()
        self.reader = Recogniser(scan, facts, self.speech)
        self.is_document = facts.kind not in {None, "news"}
        self.section = "tasks" if facts.kind in ORDERING_KINDS else ""
        self.verbs = find_verbs(scan)
        self.next_verb = 0
        self.quoted: list[Sentence] = []
        self.found: list[Directive] = []

    def run(self) -> list[Directive]:
        """All orders in the order of the text."""
        sentences = self.scan.sentences
        paragraph = -1
        before: Sentence | None = None
        for i, at in enumerate(sentences):
            following = sentences[i + 1] if i + 1 < len(sentences) else None
            verbs = self._verbs_of(at)
            if clauses.is_number(self.scan.shadow.norm, at.start, at.end):
                continue  # "Điều 3." before its heading or text
            begins = at.paragraph != paragraph
            paragraph = at.paragraph
            found = len(self.found)
            if not self._attributed(at, before) and self._matters(at, verbs):
                self._sentence(at, verbs, following, begins=begins)
            self._quote(at, begins=begins, is_order=len(self.found) > found)
            before = at
        self.found.sort(key=lambda order: order.span.start)
        return self.found

    def _attributed(self, at: Sentence, before: Sentence | None) -> bool:
        """Whether a sentence says whose order the words before were ("Đó là chỉ đạo của …"); they are written down."""
        norm = self.scan.shadow.norm
        if norm.find("đó ", at.start, at.end) < 0 and norm.find("đây ", at.start, at.end) < 0:
            return False
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

    def _verbs_of(self, at: Sentence) -> list[Verb]:
        out = []
        while self.next_verb < len(self.verbs) and self.verbs[self.next_verb].start < at.end:
            out.append(self.verbs[self.next_verb])
            self.next_verb += 1
        return out

    def _matters(self, at: Sentence, verbs: list[Verb]) -> bool:
        """Whether a sentence can be an order or change who speaks: most of a report cannot."""
        return (
            bool(verbs)
            or self.speech.strength > Strength.NONE
            or self.is_document
            or self.scan.shadow.norm.startswith("theo", at.start)
        )

    def _sentence(self, at: Sentence, verbs: list[Verb], following: Sentence | None, *, begins: bool) -> None:
        norm = self.scan.shadow.norm
        alone = begins and (following is None or following.paragraph != at.paragraph)
        labelled = clauses.LABEL.match(norm, at.start, at.end) is not None
        if self._is_furniture(at, verbs, alone=alone, labelled=labelled):
            return
        order, is_none = self.reader.ordered(at, verbs, self.section == "up")
        if is_none:
            return
        if order is None and self.is_document and self.section == "tasks":
            order = self.reader.task(at)
            if order is not None and not self.speech.is_list:
                self.speech.hand_to(None)
        if order is None and self.speech.strength:
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
        if self.section == _RECIPIENTS and labelled:
            return True
        orders = any(verb.sense is Sense.ORDER for verb in verbs)
        if clauses.is_caption(norm, at.start, at.end) and not orders:
            return True
        if not alone or at.end - at.start > _HEADING_SIZE or norm[at.end - 1] in _HEADING_SIGNS:
            return False
        first, _ = clauses.main_clause(norm, at.start, at.end)
        party = parties.addressee(self.scan, first, at.end)
        if labelled and party is not None and not norm[party.end : at.end].strip():
            # "2. Phòng Kinh tế" over its tasks
            self.speech.order(None, self._words(party), keeps=True)
            self.speech.is_list = True
            return True
        if _SECTION.match(norm, at.start, at.end) or self.scan.shadow.cased[at.start : at.end].isupper():
            self._open_section(norm[at.start : at.end])
            return True
        if not labelled:
            if self.is_document and _TASKS.match(norm, at.start, at.end):
                self._open_section(norm[at.start : at.end])
            return True
        return (
            not orders
            and not clauses.is_imperative(norm, first, at.end)
            and clauses.party_acts(self.scan, first, at.end) is None
        )

    def _open_section(self, heading: str) -> None:
        self.speech.close()
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
            self.speech.is_list = True  # "… yêu cầu:" over its items says nothing by itself
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
                issuer=self.speech.issuer or facts.issuer,
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
