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
from tiendo.read.lexicon.bodies import LEVELS
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
_LEADER = re.compile(r"(?:theo|với) (?:đồng chí |ông |bà )?(?:phó )?(?:bí thư|chủ tịch|thủ tướng)(?!\w)")
_ITEM = re.compile(
    r"(?<!\w)(?:(?:thứ )?(?:nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)(?: là|,|:)|một là|\(\d{1,2}\)|\d{1,2}[.)](?=\s))"
)
_QUOTE_TAIL = re.compile(r"”\s{0,2},?\s{0,2}[-–—,]?\s{0,2}")
_GIVING = frozenset({"giao", "phân công", "chỉ đạo"})
_PLAIN = frozenset({"yêu cầu", "lưu ý", "nhắc nhở"})
_CLOSE = 14  # characters between a speaker and the verb
_REACH = 160  # characters behind "Phát biểu kết luận …" in which the speaker is named
_TAIL = 40  # characters behind a quotation that say whose it is
_RECIPIENTS = "recipients"
_DOCUMENTS = frozenset({"directive", "conclusion", "notice", "plan", "telegram", "letter", "resolution", "decision"})


@dataclass(slots=True)
class _Speech:
    """Who speaks to whom at a point of the text."""

    strength: int = _NONE
    issuer: str | None = None
    height: int = 0
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
        since, reports = at.start, False
        for verb in clauses.verbs(self.scan.shadow.norm, self.scan.shadow.cased, at.start, at.end):
            who = self._speaker(since, verb.start())
            if verb["report"]:
                if who and (who.is_named or who.end - at.start < _TAIL) and verb.start() - who.end <= _CLOSE:
                    self.speech = _Speech(issuer=who.words if who.is_person else None, height=who.height)
                    since, reports = verb.end(), True
            elif verb["speech"]:
                if who and self._urged(at, following, verb, who):
                    return True
                if who and who.is_person and who.is_named and verb.start() - who.end <= _REACH // 2:
                    self.speech = _Speech(_WEAK, who.words, who.height)
            elif self._order(at, following, verb, who):
                return True
        return self._according_to(at, following) or reports

    def _urged(self, at: Sentence, following: Sentence | None, verb: re.Match[str], who: parties.Speaker) -> bool:
        """ "… nhấn mạnh, quận phải …", or the quotation before the verb says so."""
        norm, cased = self.scan.shadow.norm, self.scan.shadow.cased
        quoted = _QUOTE_TAIL.search(norm, at.start, verb.start()) is not None
        start, end = (at.start, verb.start()) if quoted else (verb.end(), at.end)
        must = clauses.modal(norm, cased, start, end)
        if must is None or not who.is_person or clauses.asks_up(norm, at.start, verb.end()):
            return False
        first, _ = clauses.main_clause(norm, start + (norm[start] in ", "), end)
        told = parties.subject_of_must(self.scan, min(first, must), must)
        self._give(at, following, who, told, "speech")
        return True

    def _according_to(self, at: Sentence, following: Sentence | None) -> bool:
        """ "Theo đồng chí …, quận phải …" """
        norm = self.scan.shadow.norm
        if not _ACCORDING.match(norm, at.start, at.end):
            return False
        comma = norm.find(",", at.start, at.end)
        must = clauses.modal(norm, self.scan.shadow.cased, max(comma, at.start), at.end)
        who = self._speaker(at.start, comma) if comma > 0 else None
        if who is not None and who.is_named and who.words != self.speech.issuer:
            self.speech = _Speech(issuer=who.words, height=who.height)
        told = parties.subject_of_must(self.scan, comma + 1, must) if must is not None else None
        leads = self.speech.strength or _LEADER.match(norm, at.start)
        if must is None or who is None or not (told or leads):
            return False
        self._give(at, following, who, told, "according_to")
        return True

    def _order(
        self, at: Sentence, following: Sentence | None, verb: re.Match[str], who: parties.Speaker | None
    ) -> bool:
        norm = self.scan.shadow.norm
        start, end = at.start, at.end
        first, connected = clauses.main_clause(norm, start, end)
        told = parties.addressee(self.scan, verb.end(), end)
        follows, behind = norm[verb.end() : verb.end() + 1], verb.end() + 1
        acts = follows in ",:" or clauses.is_imperative(norm, behind, end) or norm.startswith("rằng", behind)
        told_of = norm[verb.start() - 4 : verb.start()] == " đã " and (who is None or not who.is_person)
        if told_of:
            return False  # "UBND tỉnh đã giao …" reports what was done
        near = who is not None and verb.start() - who.end <= _CLOSE and verb["order"] in _PLAIN
        tail = end - verb.end() < _TAIL and _QUOTE_TAIL.search(norm, start, verb.start()) is not None
        if verb["order"] in _GIVING and told is None and not (tail or follows == ":"):
            return False
        if told is None and not (acts or tail or near):
            return False
        if who is None and first != verb.start() and not self._same_subject(verb.start(), connected):
            return False
        if self._is_petition(start, verb, told, who):
            self.speech = _Speech(issuer=who.words if who else None, height=(who or self.speech).height)
            return True
        self._give(at, following, who, told, "order")
        return True

    def _same_subject(self, at: int, connected: bool) -> bool:
        """Whether a verb without a subject is one of whoever spoke before ("… và yêu cầu …")."""
        norm = self.scan.shadow.norm
        if self.speech.issuer is None:
            return False
        return (connected and self.speech.strength > _NONE) or norm[max(0, at - 4) : at].endswith((" và ", ", "))

    def _is_petition(
        self, start: int, verb: re.Match[str], told: parties.Party | None, who: parties.Speaker | None
    ) -> bool:
        """Whether somebody asks one above: "huyện đề nghị tỉnh hỗ trợ"."""
        norm = self.scan.shadow.norm
        if self.section == "up" or clauses.asks_up(norm, start, verb.end()):
            return True
        if parties.is_petitioner(norm, start, verb.start()):
            return True
        if told is None or verb["order"] != "đề nghị":
            return False
        mine = who.height if who and who.height else self.speech.height
        if not mine and self.facts.locality:
            mine = parties.rank(self.facts.locality.lower())
        return bool(mine and parties.rank(norm[told.start : min(told.end, told.start + _TAIL)]) > mine)

    def _speaker(self, start: int, end: int) -> parties.Speaker | None:
        """Who is named before a verb; "đồng chí" without a name is the one who spoke last."""
        who = parties.speaker(self.scan, start, end)
        if who is not None and not who.is_named and self.speech.issuer:
            return parties.Speaker(self.speech.issuer, self.speech.height or who.height, True, who.end, False)
        return who

    # a speech that goes on ---------------------------------------------------------------------------------------

    def _carried_on(self, at: Sentence, labelled: bool) -> bool:
        norm, cased = self.scan.shadow.norm, self.scan.shadow.cased
        start, end = at.start, at.end
        first, connected = clauses.main_clause(norm, start, end)
        if self.is_document and self._is_task(first, end, labelled):
            told = parties.addressee(self.scan, first - 1 if first > start else first, end)
            if not self.speech.is_list:
                self.speech = _Speech(issuer=self.facts.issuer)
            self._give(at, None, None, told, "task")
            return True
        if not self.speech.strength or clauses.stops_speech(norm, first, end):
            return False
        must = clauses.modal(norm, cased, first, end)
        if (
            self.speech.is_list
            and labelled
            and (must is not None or not clauses.tells_past(norm, first, min(end, first + 60)))
        ):
            self._give(at, None, None, None, "list_item")
            return True
        if _SPEAKS.search(norm, start, end) and must is None:
            return False
        if must is not None:
            self._give(at, None, None, parties.subject_of_must(self.scan, first, must), "must")
            return True
        if self.speech.strength < _STRONG:
            return False
        starts = clauses.is_imperative(norm, first, end)
        acting = None if starts else clauses.party_acts(norm, self.scan.shadow.cased, first, end)
        if acting is not None and clauses.tells_past(norm, first, acting):
            acting = None
        if starts or (acting is not None and (connected or acting - first < _SHORT)):
            told = None if starts else parties.addressee(self.scan, first, end)
            self._give(at, None, None, told, "carried_on")
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
            who = self._who_holds_forth(start, end)
            if who is not None:
                self.speech = _Speech(_WEAK, who.words, who.height)
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

    def _who_holds_forth(self, start: int, end: int) -> parties.Speaker | None:
        """The person who praises or concludes: before the verb, or behind "Phát biểu tại hội nghị, …"."""
        norm = self.scan.shadow.norm
        verb = _SPEAKS.search(norm, start, end)
        if verb is None:
            return None
        if verb.start() - start < _TAIL:
            later = _SPEAKS.search(norm, verb.end() + _CLOSE, end)
            who = parties.speaker(self.scan, verb.end(), min(later.start() if later else end, verb.end() + _REACH))
        else:
            who = parties.speaker(self.scan, start, verb.start())
            gap = norm[who.end : verb.start()].lstrip() if who else ""
            if len(gap) > _CLOSE and not gap.startswith((",", "(", "-", "–")):
                return None
        return who if who is not None and who.is_person and who.is_named else None

    # what is found -----------------------------------------------------------------------------------------------

    def _words(self, party: parties.Party) -> str:
        return " ".join(self.scan.shadow.slice(party.start, party.end).split())

    def _give(
        self,
        at: Sentence,
        following: Sentence | None,
        who: parties.Speaker | None,
        told: parties.Party | None,
        rule: str,
    ) -> None:
        norm = self.scan.shadow.norm
        speech = self.speech
        if who is not None and who.words != speech.issuer:
            speech.issuer, speech.height, speech.addressee = who.words, who.height, None
        speech.strength, speech.quiet = _STRONG, 0
        if told is not None:
            speech.addressee = self._told(told)
        elif rule == "order":
            speech.addressee = None
        opens = norm[at.end - 1] == ":" and following is not None
        if opens and clauses.LABEL.match(norm, following.start, following.end):  # type: ignore[union-attr]
            speech.is_list = True
            return
        items = self._items(at)
        for start, end in items:
            if len(items) > 1:
                mark = _ITEM.match(norm, start, end)
                own = parties.addressee(self.scan, mark.end() if mark else start, end)
                speech.addressee = self._words(own) if own else speech.addressee
            self._add(start, end, rule)

    def _told(self, told: parties.Party) -> str:
        """The words of the addressee; "quận" alone is the "Quận 3" told before."""
        words, before = self._words(told), self.speech.addressee
        if before and words.lower() in LEVELS and before.lower().startswith(words.lower()):
            return before
        return words

    def _items(self, at: Sentence) -> list[tuple[int, int]]:
        """The items of a list inside one sentence, or the sentence as a whole."""
        norm = self.scan.shadow.norm
        marks = [m.start() for m in _ITEM.finditer(norm, at.start, at.end)]
        marks = [m for m in marks if m == at.start or norm[m - 2 : m] in {": ", "; ", ", ", ". "}]
        if len(marks) < 2:  # noqa: PLR2004
            return [(clauses.fresh_start(norm, self.scan.shadow.cased, at.start, at.end), at.end)]
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
