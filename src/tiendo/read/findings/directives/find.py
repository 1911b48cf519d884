# SPDX-License-Identifier: Apache-2.0
"""Orders of a text, sentence by sentence: who speaks, to whom, and how long the speech lasts.

Here: the walk over the sentences. Not here: single patterns (``clauses``, ``parties``, ``deadline``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tiendo.kernel.findings import Directive, DocumentFacts
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.directives import clauses, parties
from tiendo.read.findings.directives.deadline import find_deadline
from tiendo.read.text.sentences import Sentence

_NONE, _WEAK, _STRONG = 0, 1, 2
_PATIENCE = 2  # sentences without an order that a speech survives
_SHORT = 170
_ENDS = re.compile(r"[.;!?…”\"')\]]$|\.\.\.$")
_TASKS = re.compile(r"nhiệm vụ|giải pháp|phương hướng|tổ chức thực hiện|phân công|kết luận|thời gian tới|cuối năm")
_PETITIONS = re.compile(r"kiến nghị|đề xuất|đề nghị")
_SECTION = re.compile(r"(?:phần\s|[ivx]{1,5}\s?[.\-–/)]|[a-h]\s?[.\-–)])\s?")
_SPEAKS = re.compile(
    r"(?<!\w)(?:phát biểu|kết luận|ghi nhận|biểu dương|đánh giá cao|thống nhất cao|hoan nghênh|nhìn nhận|đồng tình)(?!\w)"
)
_ACCORDING = re.compile(r"(?:theo|với) (?:đồng chí|ông|bà|đ/c|chủ tịch|phó chủ tịch|bí thư|phó bí thư)(?!\w)")
_ITEM = re.compile(
    r"(?<!\w)(?:(?:thứ )?(?:nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)(?: là|,|:)|một là|\(\d{1,2}\)|\d{1,2}[.)](?=\s))"
)
_QUOTE_TAIL = re.compile(r"”\s{0,2},?\s{0,2}[-–—,]?\s{0,2}")
_RECIPIENTS = "recipients"
_DOCUMENTS = frozenset({"directive", "conclusion", "notice", "plan", "telegram", "letter", "resolution", "decision"})


@dataclass(slots=True)
class _Speech:
    """Who speaks to whom at a point of the text."""

    strength: int = _NONE
    issuer: str | None = None
    issuer_rank: int = 0
    addressee: str | None = None
    quiet: int = 0
    is_list: bool = False

    def close(self) -> None:
        self.strength, self.quiet, self.is_list = _NONE, 0, False


@dataclass(slots=True)
class _Walk:
    scan: Scan
    facts: DocumentFacts
    speech: _Speech = field(default_factory=_Speech)
    is_document: bool = False
    section: str = ""
    out: list[Directive] = field(default_factory=list)

    def run(self) -> list[Directive]:
        self.is_document = self.facts.kind not in {None, "news"}
        sentences = self.scan.sentences
        for i, sentence in enumerate(sentences):
            following = sentences[i + 1] if i + 1 < len(sentences) else None
            before = sentences[i - 1] if i else None
            self._sentence(sentence, before, following)
        return self.out

    # one sentence ------------------------------------------------------------------------------------------------

    def _sentence(self, at: Sentence, before: Sentence | None, following: Sentence | None) -> None:
        norm = self.scan.shadow.norm
        start, end = at.start, at.end
        if norm.startswith("nơi nhận", start):
            self._open_section("nơi nhận")
            self.section = _RECIPIENTS
            return
        if self.section == _RECIPIENTS and clauses.LABEL.match(norm, start, end):
            return
        alone = (before is None or before.paragraph != at.paragraph) and (
            following is None or following.paragraph != at.paragraph
        )
        labelled = clauses.LABEL.match(norm, start, end) is not None
        if alone and not labelled and self._is_heading(start, end):
            return
        if _SECTION.match(norm, start, end) and end - start < _SHORT and alone and not norm[end - 1] == ".":
            self._open_section(norm[start:end])
            return
        if clauses.is_caption(norm, start, end) and not any(
            v["order"] for v in clauses.verbs(norm, self.scan.shadow.cased, start, end)
        ):
            return
        if self._ordered(at, following) or self._carried_on(at, labelled):
            return
        self._pause(start, end)

    def _is_heading(self, start: int, end: int) -> bool:
        """A line without a stop at its end: a heading, a caption, a by-line."""
        norm = self.scan.shadow.norm
        if _ENDS.search(norm, max(start, end - 3), end) or norm[end - 1] in ":,":
            return False
        if end - start > _SHORT:
            return False
        if self.is_document and (self.scan.shadow.cased[start:end].isupper() or _SECTION.match(norm, start, end)):
            self._open_section(norm[start:end])
        return True

    def _open_section(self, heading: str) -> None:
        self.speech.close()
        self.section = "up" if _PETITIONS.search(heading) else "tasks" if _TASKS.search(heading) else "other"

    def _ordered(self, at: Sentence, following: Sentence | None) -> bool:
        """An order in its own words: somebody tells somebody."""
        norm = self.scan.shadow.norm
        start, end = at.start, at.end
        for verb in clauses.verbs(norm, self.scan.shadow.cased, start, end):
            issuer = self._issuer(start, verb.start())
            if verb["report"]:
                if issuer and issuer[2]:
                    self.speech.close()
                    self.speech.issuer = issuer[0]
                    return True
                continue
            if verb["speech"]:
                if issuer and self._says_must(start, end, verb) and not clauses.asks_up(norm, start, verb.end()):
                    self._give(at, following, issuer[0], self._subject(verb.end(), end), "speech")
                    return True
                continue
            if self._order(at, following, verb, issuer):
                return True
        theirs = _ACCORDING.match(norm, start, end)
        if theirs and clauses.has_modal(norm, start, end, self.scan.shadow.cased):
            name = parties.last_name(self.scan, start, min(end, start + 90))
            self._give(at, following, self._words(name) if name else self.speech.issuer, None, "according_to")
            return True
        return False

    def _order(
        self, at: Sentence, following: Sentence | None, verb: re.Match[str], issuer: tuple[str, int, bool] | None
    ) -> bool:
        norm = self.scan.shadow.norm
        start, end = at.start, at.end
        first, connected = clauses.main_clause(norm, start, end)
        begins = first == verb.start()
        told = parties.addressee(self.scan, verb.end(), end)
        follows = norm[verb.end() : verb.end() + 1]
        behind = verb.end() + 1
        acts = follows in ",:" or clauses.is_imperative(norm, behind, end) or norm.startswith("rằng", behind)
        tail = _QUOTE_TAIL.search(norm, start, verb.start()) is not None and end - verb.end() < 40
        if verb["order"] in {"giao", "phân công", "chỉ đạo"} and told is None and not (tail or follows == ":"):
            return False
        if told is None and not acts and not tail:
            return False
        if issuer is None and not begins and not (connected and self.speech.strength):
            return False
        if self._is_petition(start, verb, told, issuer):
            return False
        who = issuer[0] if issuer else None
        self._give(at, following, who, told, "order")
        return True

    def _is_petition(
        self, start: int, verb: re.Match[str], told: parties.Party | None, issuer: tuple[str, int, bool] | None
    ) -> bool:
        norm = self.scan.shadow.norm
        if self.section == "up" or clauses.asks_up(norm, start, verb.end()):
            return True
        if parties.is_petitioner(norm, start, verb.start()):
            return True
        if told is None or verb["order"] != "đề nghị":
            return False
        words = norm[told.start : min(told.end, told.start + 40)]
        height = parties.rank(words)
        mine = issuer[1] if issuer and issuer[1] else self.speech.issuer_rank
        if not mine and self.facts.locality:
            mine = parties.rank(self.facts.locality.lower())
        return bool(mine and height > mine)

    def _issuer(self, start: int, end: int) -> tuple[str, int, bool] | None:
        """Words that name who speaks, their rank, and whether it is a person."""
        norm = self.scan.shadow.norm
        name = parties.last_name(self.scan, start, end)
        if name is not None:
            return self._words(name), parties.rank(norm[max(start, name.start - 90) : name.start]), True
        word = parties.pronoun(norm, start, end)
        if word is not None:
            if self.speech.issuer:
                return self.speech.issuer, self.speech.issuer_rank, True
            return self._words(parties.Party(word.start, end)).strip(" ,"), parties.rank(norm[word.start : end]), True
        body = parties.body(norm, start, end)
        if body is not None:
            return self._words(body), parties.rank(norm[body.start : body.end]), False
        return None

    def _says_must(self, start: int, end: int, verb: re.Match[str]) -> bool:
        norm, cased = self.scan.shadow.norm, self.scan.shadow.cased
        quoted = _QUOTE_TAIL.search(norm, start, verb.start()) is not None
        return clauses.has_modal(norm, start if quoted else verb.end(), verb.start() if quoted else end, cased)

    def _subject(self, start: int, end: int) -> parties.Party | None:
        return parties.addressee(self.scan, start, end)

    # a speech that goes on ---------------------------------------------------------------------------------------

    def _carried_on(self, at: Sentence, labelled: bool) -> bool:
        norm, cased = self.scan.shadow.norm, self.scan.shadow.cased
        start, end = at.start, at.end
        first, connected = clauses.main_clause(norm, start, end)
        if self.is_document and self._is_task(first, end, labelled):
            told = parties.addressee(self.scan, first - 1 if first > start else first, end)
            self._give(at, None, self.speech.issuer if self.speech.is_list else self.facts.issuer, told, "task")
            return True
        if not self.speech.strength or clauses.stops_speech(norm, first, end):
            return False
        must = clauses.has_modal(norm, first, end, cased)
        if self.speech.is_list and labelled and (must or not clauses.tells_past(norm, first, min(end, first + 60))):
            self._give(at, None, None, None, "list_item")
            return True
        if _SPEAKS.search(norm, start, end) and not must:
            return False
        if must and not clauses.tells_done(norm, first, min(end, first + 40)):
            self._give(at, None, None, parties.addressee(self.scan, first, end), "must")
            return True
        if self.speech.strength < _STRONG:
            return False
        starts = clauses.is_imperative(norm, first, end)
        acting = None if starts else clauses.party_acts(norm, self.scan.shadow.cased, first, end)
        if acting is not None and clauses.tells_past(norm, first, acting):
            acting = None
        if starts or (acting is not None and (connected or acting - first < _SHORT)):
            self._give(at, None, None, None, "carried_on")
            return True
        return False

    def _is_task(self, first: int, end: int, labelled: bool) -> bool:
        """An item of an official document that names who must act ("1. Phòng Kinh tế chủ trì …")."""
        norm = self.scan.shadow.norm
        if self.section != "tasks" and self.facts.kind not in _DOCUMENTS:
            return False
        acting = clauses.party_acts(norm, self.scan.shadow.cased, first, end)
        if acting is None or clauses.tells_past(norm, first, acting + 1):
            return False
        return labelled or self.facts.kind in _DOCUMENTS

    def _pause(self, start: int, end: int) -> None:
        norm = self.scan.shadow.norm
        first, _ = clauses.main_clause(norm, start, end)
        if _SPEAKS.search(norm, start, end):
            name = parties.last_name(self.scan, start, end)
            if name is not None:
                self.speech = _Speech(
                    _WEAK, self._words(name), parties.rank(norm[max(start, name.start - 90) : name.start])
                )
                return
            if self.speech.issuer:
                self.speech.strength = max(self.speech.strength, _WEAK)
            return
        if clauses.stops_speech(norm, first, end):
            self.speech.close()
            return
        self.speech.quiet += 1
        self.speech.is_list = False
        if self.speech.quiet >= _PATIENCE:
            self.speech.strength = _NONE
        elif self.speech.strength:
            self.speech.strength = _WEAK

    # what is found -----------------------------------------------------------------------------------------------

    def _words(self, party: parties.Party) -> str:
        return " ".join(self.scan.shadow.slice(party.start, party.end).split())

    def _give(
        self, at: Sentence, following: Sentence | None, issuer: str | None, told: parties.Party | None, rule: str
    ) -> None:
        norm = self.scan.shadow.norm
        speech = self.speech
        if issuer and issuer != speech.issuer:
            speech.issuer, speech.addressee = issuer, None
            speech.issuer_rank = 0
        speech.strength, speech.quiet = _STRONG, 0
        if told is not None:
            speech.addressee = self._words(told)
        elif rule == "order":
            speech.addressee = None
        opens = norm[at.end - 1] == ":" and following is not None
        if opens and clauses.LABEL.match(norm, following.start, following.end):  # type: ignore[union-attr]
            speech.is_list = True
            return
        for start, end in self._items(at):
            self._add(start, end, rule)

    def _items(self, at: Sentence) -> list[tuple[int, int]]:
        """The items of a list inside one sentence, or the sentence as a whole."""
        norm = self.scan.shadow.norm
        marks = [m.start() for m in _ITEM.finditer(norm, at.start, at.end)]
        marks = [m for m in marks if m == at.start or norm[m - 2 : m] in {": ", "; ", ", ", ". "}]
        if len(marks) < 2:  # noqa: PLR2004
            return [(at.start, at.end)]
        return [(a, b - (norm[b - 1] == " ")) for a, b in zip(marks, (*marks[1:], at.end), strict=True)]

    def _add(self, start: int, end: int, rule: str) -> None:
        deadline = find_deadline(self.scan.shadow.norm, start, end, self.facts.dated_on or self.facts.published_on)
        self.out.append(
            Directive(
                quote=self.scan.shadow.slice(start, end),
                span=self.scan.span(start, end),
                issuer=self.speech.issuer or self.facts.issuer,
                addressee=self.speech.addressee,
                deadline=self.scan.shadow.slice(deadline.start, deadline.end) if deadline else None,
                deadline_on=deadline.on if deadline else None,
                rules=(rule,),
            )
        )


def find_directives(scan: Scan, facts: DocumentFacts) -> list[Directive]:
    """The orders of a text, in order.

    Args:
        scan: the text.
        facts: what the document says of itself; its day resolves "trong tháng 11".

    Returns:
        One for each sentence or numbered item. Issuer, addressee and deadline are words of the text; a sentence that
        carries a speech on inherits issuer and addressee.
    """
    return _Walk(scan, facts).run()
