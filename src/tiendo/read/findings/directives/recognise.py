# SPDX-License-Identifier: Apache-2.0
"""What one sentence is: an order in its own words, speech that carries an order on, a petition, a report.

Here: decisions over a sentence and the speech before it. Not here: headings, sections and lists (``walk``).
"""

from __future__ import annotations

import re

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import by_letter
from tiendo.read.findings.directives import clauses, parties
from tiendo.read.findings.directives.speech import Order, Speech, Strength
from tiendo.read.findings.directives.verbs import Sense, Verb, is_noun
from tiendo.read.lexicon.orders import COMMANDING_KINDS
from tiendo.read.text.sentences import Sentence

_ACCORDING = re.compile(r"(?:theo|với) (?:đồng chí|ông|bà|đ/c|chủ tịch|phó chủ tịch|bí thư|phó bí thư)(?!\w)")
_ACCORDING_LETTERS = "tv"
_ADDRESS = re.compile(r"(?:đồng chí|ông|bà)(?!\w)")
_LEADS = re.compile(r"bí thư|chủ tịch|thủ tướng|bộ trưởng|đồng chí")
_LEADER = re.compile(r"(?:theo|với) (?:đồng chí |ông |bà )?(?:phó )?(?:bí thư|chủ tịch|thủ tướng)(?!\w)")
_QUOTE_TAIL = re.compile(r"[”\"]\s{0,2},?\s{0,2}[-–—,]?\s{0,2}")
#: What may stand between one who reports and the verb.
_ADVERBS = re.compile(r"[\s,–-]{0,3}(?:(?:cũng|đã|còn|vừa|tiếp tục|thì|này)\s{1,2}){0,3}|\s?[,(–-][^.;]{3,90}")
# What a body did, not what it orders: "UBND các tỉnh đều chỉ đạo …"
_NARRATED = re.compile(r"(?<!\w)(?:đã|đều|luôn|thường xuyên|tập trung|kịp thời|tăng cường)(?!\w)")
_ADVISED = re.compile(r"(?<!\w)(?:tham mưu|trình|giúp|đề xuất)(?: cho| với)? [^,.;]{2,60}$")
_TARGETS = re.compile(r"\s?(?:chỉ tiêu|dự toán|kế hoạch|vốn|thu(?! hồi| hút| thập| gom)|\d)")
# A count of what was done; neither a day nor a number of an act.
_RESULT = re.compile(
    r"(?<![\d/.,-])(?<!ngày )(?<!tháng )(?<!năm )(?<!quý )(?<!số )(?<!điều )(?<!khoản )(?<!trong )(?<!trước )"
    r"\d[\d.,]*(?:%| (?!ngày|tháng|năm|tuần|giờ|quý|cấp|phường|xã)[^\W\d])"
)
_BY_DOCUMENT = re.compile(
    by_letter(("có", "ban hành", "ký", "gửi", "ra", "phát")) + r" [^.;]{0,60}?(?:văn bản|công văn|công điện|chỉ thị"
    r"|thông báo)(?!\w)[^.;]{0,60}$"
)
# "… – đó là chỉ đạo của đồng chí …", "Đây là yêu cầu của …": whose the words before were
_WHOSE = re.compile(
    r"đ(?<!\wđ)(?:ó|ây)(?: cũng)? (?:là|chính là) (?:một trong những )?(?:nội dung |ý kiến |những )?"
    r"(?:yêu cầu|chỉ đạo|đề nghị|nhấn mạnh|kết luận|lưu ý)(?!\w)"
)
#: Behind "kết luận": what it is about, and the sign before what is to be done.
_CONCLUDES = re.compile(r"(?: như sau)?(?:,? (?:về|đối với) [^.;:]{3,100}:|\s?[,:])\s?")
_OF_SOMEBODY = (" của ", " chỉ đạo của ")
_COUNCILS, _COMMITTEES = ("hội đồng nhân dân", "hđnd"), ("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd")
_ASSIGNING = frozenset({"giao", "phân công", "chỉ đạo"})
_ASKING = frozenset({"yêu cầu", "đề nghị"})
_MINDS_ON = frozenset({"lưu ý", "nhắc nhở"})
_MINDING = _ASKING | _MINDS_ON
#: Verbs with which an item of any document orders, when it says whom.
_ITEM_ORDERS = frozenset({"giao", "yêu cầu"})
_URGING = frozenset({"nhấn mạnh", "quán triệt", "gợi ý"})
_STATING = frozenset({"khẳng định", "cho rằng", "đề cập", "nói", "nêu rõ"})
_PLAIN = frozenset({"yêu cầu", "lưu ý", "nhắc nhở"})
_CLOSE = 14  # characters between a speaker and the verb
_NEAR = 80  # … when a title stands between them
_REACH = 160  # characters behind "Phát biểu kết luận …" in which the speaker is named
_TAIL = 40  # characters behind a quotation that say whose it is
#: How far before a verb its subject with all titles may begin.
_FAR = {Sense.ORDER: 300, Sense.SPEECH: 200, Sense.REPORT: 140}
_WORDS_OF_SUBJECT = 9
_SUBJECT = 170  # characters of a list of those who are told


class Recogniser:
    """Looks at sentences in turn; changes the speech when somebody else begins to speak."""

    __slots__ = ("facts", "is_document", "norm", "scan", "section", "speech")

    def __init__(self, scan: Scan, facts: DocumentFacts, speech: Speech) -> None:
        self.scan, self.facts, self.speech = scan, facts, speech
        self.norm = scan.shadow.norm
        self.is_document = facts.kind not in {None, "news"}
        self.section = ""

    # orders in their own words -----------------------------------------------------------------------------------

    def ordered(self, at: Sentence, verbs: list[Verb]) -> tuple[Order | None, bool]:
        """The order a sentence gives in its own words; and whether it is a petition or report, so no order at all."""
        since, reports = at.start, False
        for verb in verbs:
            if verb.sense is Sense.PRAISE or is_noun(self.scan, at.start, verb):
                concluded = self._concluded(at, verb) if verb.word == "kết luận" else None
                if concluded is not None:
                    return concluded, False
                continue
            if verb.sense is Sense.ORDER and not self._may_order(at, verb):
                continue
            if verb.sense is not Sense.ORDER and not self._may_speak(at, verb):
                continue
            who = self._speaker(since, verb)
            if verb.sense is Sense.REPORT:
                if (
                    who
                    and self._begins(at, who)
                    and not self._is_heard(at, who)
                    and _ADVERBS.fullmatch(self.norm, who.end, verb.start)
                ):
                    self.speech.hand_to(who if who.is_person else None)
                    since, reports = verb.end, True
                continue
            order, is_petition = (
                (self._urged(at, verb, who), False) if verb.sense is Sense.SPEECH else self._told(at, verb, who)
            )
            if order or is_petition:
                return order, is_petition
        order = self._according_to(at)
        return order, order is None and reports

    def _speaker(self, since: int, verb: Verb) -> parties.Speaker | None:
        """Who is the subject of a verb; those whom a letter was sent to stand between it and its sender."""
        start = max(since, verb.start - _FAR[verb.sense])
        sent = parties.sent_to(self.scan, start, verb.start) if verb.sense is Sense.ORDER else None
        return self.speech.speaker(self.scan, start, verb.start if sent is None else sent.start)

    def _concluded(self, at: Sentence, verb: Verb) -> Order | None:
        """ "… đồng chí Bí thư kết luận, về thu ngân sách: Tiếp tục …": what is to follow a meeting."""
        opened = _CONCLUDES.match(self.norm, verb.end, at.end)
        who = self.speech.speaker(self.scan, max(at.start, verb.start - _REACH), verb.start) if opened else None
        if opened is None or who is None or not who.is_person or verb.start - who.end > _CLOSE:
            return None
        first, _ = clauses.main_clause(self.norm, opened.end(), at.end)
        if clauses.is_imperative(self.norm, first, at.end):
            return Order("concluded", who, keeps=False)
        acting = clauses.party_acts(self.scan, first, at.end)
        acts = None if acting is None else self._acts(first, acting, at.end, "concluded")
        return None if acts is None else Order(acts.rule, who, acts.told)

    def _may_order(self, at: Sentence, verb: Verb) -> bool:
        """Whether something that can be told follows; a cheap look before the speaker is searched for."""
        if verb.word not in _ASSIGNING or self.norm[verb.end : verb.end + 1] == ":":
            return True
        return at.end - verb.end < _TAIL or parties.addressee(self.scan, verb.end, at.end) is not None

    def _may_speak(self, at: Sentence, verb: Verb) -> bool:
        """Whether a name, or the beginning of the sentence, is near enough to be the subject."""
        if verb.start - at.start < _NEAR:
            return True
        before = self.scan.shadow.cased[verb.start - _NEAR : verb.start].split()
        return any(word[0].isupper() for word in before[-_WORDS_OF_SUBJECT:])

    def _begins(self, at: Sentence, who: parties.Speaker) -> bool:
        return who.is_named or who.end - at.start < _TAIL

    def _is_heard(self, at: Sentence, who: parties.Speaker) -> bool:
        """Whether a report was only the occasion: "Sau khi nghe lãnh đạo Sở Y tế báo cáo, đồng chí Chủ tịch …"."""
        start = who.end - len(who.words)
        return self.norm.find("nghe ", max(at.start, start - _TAIL), start) >= 0

    def _urged(self, at: Sentence, verb: Verb, who: parties.Speaker | None) -> Order | None:
        """ "… nhấn mạnh, quận phải …", or the quotation before the verb says so."""
        if who is None or not who.is_person:
            return None
        quoted = _QUOTE_TAIL.search(self.norm, at.start, verb.start) is not None
        start, end = (at.start, verb.start) if quoted else (verb.end, at.end)
        must = clauses.modal(self.scan, start, end)
        first, _ = clauses.main_clause(self.norm, start + self.norm.startswith((",", " ", ":"), start), end)
        if must is None and verb.word in _URGING and self._says_what(verb, first, end):
            return Order("speech", who)
        if must is None or clauses.asks_up(self.norm, at.start, verb.end):
            if who.is_named and verb.start - who.end <= _NEAR:
                self.speech.hand_to(who, Strength.WEAK)
            return None
        told = parties.subject_of_must(self.scan, min(first, must), must)
        leads = _LEADS.search(who.office) or _LEADS.search(who.behind)
        if told is None and verb.word in _STATING and (must > first + _CLOSE or not leads):
            return None  # "… khẳng định tình hình còn phải quan tâm"
        return Order("speech", who, told)

    def _says_what(self, verb: Verb, first: int, end: int) -> bool:
        """ "… nhấn mạnh, không để …": what is to be done follows a comma or colon."""
        return self.norm.startswith((",", ":"), verb.end) and clauses.is_imperative(self.norm, first, end)

    def _told(self, at: Sentence, verb: Verb, who: parties.Speaker | None) -> tuple[Order | None, bool]:
        """ "… yêu cầu Phòng …", "Giao Ban …"."""
        told = parties.addressee(self.scan, verb.end, at.end)
        before = self.norm[who.end if who and not who.is_person else max(at.start, verb.start - _REACH) : verb.start]
        by_document = _BY_DOCUMENT.search(before) is not None
        if told is None and by_document:
            told = parties.sent_to(self.scan, at.start, verb.start)
        if not self._has_content(at, verb, who, told) or (
            (who is None or not who.is_person) and self._is_told_of(at, verb, told, before, by_document=by_document)
        ):
            return None, False
        is_far = who is not None and not who.is_person and verb.start - who.end > _TAIL
        if is_far and not by_document and not before.endswith((", ", " và ")):
            who = None  # a body named long before is the subject of something else
        first, connected = clauses.main_clause(self.norm, at.start, at.end)
        if who is None and not self._may_lack_subject(first, verb, told, connected=connected):
            return None, False
        if self.section == "up" or self._is_petition(at.start, verb, told, who):
            self.speech.hand_to(who or self.speech.issuer)
            return None, True
        if told is None and self._is_quoted(at, verb):
            must = clauses.modal(self.scan, at.start, verb.start)
            told = parties.subject_of_must(self.scan, at.start, must) if must is not None else None
        return Order("order", who, told, keeps=first == verb.start and verb.word in _MINDS_ON), False

    def _is_told_of(
        self, at: Sentence, verb: Verb, told: parties.Party | None, before: str, *, by_document: bool
    ) -> bool:
        """Whether what a body did is reported, and nobody is ordered anything now."""
        if self._is_of_figures(at, verb, told):
            return True
        if _NARRATED.search(before[-_NEAR:]) and not by_document:
            return True  # "UBND tỉnh đã giao …"
        # "Những năm qua, huyện chỉ đạo …", "huyện chỉ đạo các xã chuyển đổi 300 ha đất lúa"
        has_result = verb.word == "chỉ đạo" and not by_document and _RESULT.search(self.norm, verb.end, at.end)
        if has_result or (verb.word in _ASSIGNING and clauses.looks_back(self.norm, at.start, verb.start)):
            return True
        if self.is_document and self.section != "tasks" and verb.word == "chỉ đạo":
            return True  # a report on how somebody led
        if _ADVISED.search(self.norm[max(at.start, verb.start - _NEAR) : verb.start]):
            return True  # "tham mưu UBND quận chỉ đạo …"
        # a part of what somebody must do, told by whoever speaks
        is_part = self.speech.strength is Strength.STRONG
        return is_part and clauses.modal(self.scan, at.start, verb.start) is not None

    def _is_of_figures(self, at: Sentence, verb: Verb, told: parties.Party | None) -> bool:
        """ "Thành phố giao quận chỉ tiêu thu 5.208 tỷ đồng"; "Phòng Nội vụ yêu cầu bổ sung 3 hồ sơ"."""
        if told is not None:
            return verb.word == "giao" and _TARGETS.match(self.norm, told.end, at.end) is not None
        return verb.word in _ASKING and clauses.sends_back(self.norm, verb.end, at.end)

    def _has_content(self, at: Sentence, verb: Verb, who: parties.Speaker | None, told: parties.Party | None) -> bool:
        """Whether it is said who must do something, or what is to be done."""
        follows, behind = self.norm[verb.end : verb.end + 1], verb.end + 1
        if told is not None or self._is_quoted(at, verb) or follows == ":":
            return True
        first, _ = clauses.main_clause(self.norm, at.start, at.end)
        if first == verb.start and verb.word in _MINDING and at.end - verb.end > _TAIL:
            return True  # "Yêu cầu …" at the beginning of a sentence or item
        if verb.word in _ASSIGNING:
            return False
        if follows == "," or clauses.is_imperative(self.norm, behind, at.end) or self.norm.startswith("rằng", behind):
            return True
        return who is not None and who.is_person and verb.start - who.end <= _CLOSE and verb.word in _PLAIN

    def _is_quoted(self, at: Sentence, verb: Verb) -> bool:
        """Whether the verb closes a quotation: "“…”, ông … yêu cầu"."""
        return at.end - verb.end < _TAIL and _QUOTE_TAIL.search(self.norm, at.start, verb.start) is not None

    def _may_lack_subject(self, first: int, verb: Verb, told: parties.Party | None, *, connected: bool) -> bool:
        """Whether it is clear who orders though nobody is named: the document, or whoever spoke before."""
        if first != verb.start:
            return self._same_subject(verb.start, connected=connected)
        if not self.is_document and told is not None and (verb.word in _ITEM_ORDERS or self._is_below(told)):
            return True  # "2. Giao Ủy ban nhân dân tỉnh …" of a resolution without its head
        # "- Chỉ đạo các trường …" among the results of a report tells what was done
        return self.section == "tasks" or self.speech.issuer is not None or self.speech.is_list

    def _is_below(self, told: parties.Party) -> bool:
        """Whether those told stand below the place the text is about: "Đề nghị UBND các xã …" of a district."""
        height = parties.rank(self.norm[told.start : told.end])
        return 0 < height < parties.rank((self.facts.locality or "").lower())

    def _same_subject(self, at: int, *, connected: bool) -> bool:
        """Whether a verb without a subject is one of whoever spoke before ("… và yêu cầu …")."""
        if self.speech.issuer is None:
            return False
        return (connected and self.speech.strength > Strength.NONE) or self.norm[max(0, at - 4) : at].endswith(
            (" và ", ", ")
        )

    def _is_petition(self, start: int, verb: Verb, told: parties.Party | None, who: parties.Speaker | None) -> bool:
        """Whether somebody asks one above: "huyện đề nghị tỉnh hỗ trợ"."""
        if clauses.asks_up(self.norm, start, verb.end) or parties.is_petitioner(self.norm, start, verb.start, who):
            return True
        if told is None or verb.word != "đề nghị":
            return False
        if (
            self.norm.startswith(_COUNCILS, told.start)
            and who is not None
            and who.words.lower().startswith(_COMMITTEES)
        ):
            return True  # a committee lays its draft before the council
        mine = who.height if who else 0
        if not mine and self.speech.issuer is not None:
            mine = self.speech.issuer.height
        if not mine and self.facts.locality:
            mine = parties.rank(self.facts.locality.lower())
        return bool(mine and parties.rank(self.norm[told.start : min(told.end, told.start + _TAIL)]) > mine)

    def _according_to(self, at: Sentence) -> Order | None:
        """ "Theo đồng chí …, quận phải …" """
        is_one = self.norm[at.start] in _ACCORDING_LETTERS and _ACCORDING.match(self.norm, at.start, at.end) is not None
        comma = self.norm.find(",", at.start, at.end) if is_one else -1
        who = self.speech.speaker(self.scan, at.start, comma) if comma > 0 else None
        if who is None:
            return None
        if who.is_named:
            self.speech.hand_to(who)
        must = clauses.modal(self.scan, comma, at.end)
        if must is None:
            return None
        told = parties.subject_of_must(self.scan, comma + 1, must)
        if told is None and not self.speech.strength and not _LEADER.match(self.norm, at.start):
            return None
        return Order("according_to", who, told)

    def whose(self, at: Sentence) -> tuple[parties.Speaker, int] | None:
        """Who is said to have given the order told before: the speaker, and where the words about him begin."""
        said = _WHOSE.search(self.norm, at.start, at.end)
        who = parties.speaker(self.scan, said.end(), min(at.end, said.end() + _REACH)) if said else None
        return (who, said.start()) if said and who and who.is_person and who.is_named else None

    def must(self, start: int, end: int, who: parties.Speaker | None, rule: str) -> Order | None:
        """The order of a clause that says "must" or begins with what is to be done."""
        must = clauses.modal(self.scan, start, end)
        if must is not None:
            return Order(rule, who, parties.subject_of_must(self.scan, start, must))
        first, _ = clauses.main_clause(self.norm, start, end)
        return Order(rule, who) if clauses.is_imperative(self.norm, first, end) else None

    # speech that goes on -----------------------------------------------------------------------------------------

    def carried_on(self, at: Sentence, verbs: list[Verb], *, is_item: bool) -> Order | None:
        """The order of a sentence that carries the speech on without a verb of ordering."""
        if clauses.stops_speech(self.norm, at.start, at.end) or clauses.gives_reason(self.norm, at.start, at.end):
            return None
        first, connected = clauses.main_clause(self.norm, at.start, at.end)
        must = clauses.modal(self.scan, first, at.end)
        if must is not None:
            return Order("must", told=parties.subject_of_must(self.scan, first, must))
        if is_item and (
            clauses.is_imperative(self.norm, first, at.end)
            or not clauses.tells_past(self.norm, first, min(at.end, first + _TAIL))
        ):
            return Order("list_item")
        is_praise = any(verb.sense is Sense.PRAISE for verb in verbs)
        if is_praise or self.speech.strength < Strength.STRONG:
            return None
        return self._goes_on(first, at.end, connected=connected)

    def _goes_on(self, first: int, end: int, *, connected: bool) -> Order | None:
        """ "Tăng cường …", "các phường rà soát …" while orders are being given."""
        if clauses.tells_event(self.norm, first, end):
            return None
        if clauses.is_imperative(self.norm, first, end) or clauses.deals_with_whoever(self.norm, first, end):
            return Order("carried_on")
        acting = None if _ADDRESS.match(self.norm, first) else clauses.party_acts(self.scan, first, end)
        if acting is not None and (connected or acting - first < _SUBJECT):
            return self._acts(first, acting, end, "carried_on")
        return None

    def _acts(self, first: int, acting: int, end: int, rule: str) -> Order | None:
        """The order of a clause whose subject is a party, unless it tells of the past."""
        if clauses.tells_past(self.norm, first, acting + 1):
            return None
        return Order(rule, told=parties.addressee(self.scan, first, end))

    def task(self, at: Sentence, *, is_item: bool) -> Order | None:
        """An item of an official document that names who must act ("1. Phòng Kinh tế chủ trì …").

        Args:
            at: the sentence.
            is_item: it is an item under a heading of tasks, so to say what is to be done is enough.
        """
        first, _ = clauses.main_clause(self.norm, at.start, at.end)
        if is_item and self.facts.kind in COMMANDING_KINDS and clauses.is_imperative(self.norm, first, at.end):
            return Order("task_item", keeps=False)
        acting = clauses.party_acts(self.scan, first, at.end)
        return None if acting is None else self._acts(first, acting, at.end, "task")

    # no order ----------------------------------------------------------------------------------------------------

    def pass_by(self, at: Sentence, verbs: list[Verb]) -> None:
        """A sentence without an order: who speaks now, and does the speech survive it?"""
        praise = [verb for verb in verbs if verb.sense is Sense.PRAISE]
        if praise:
            who = self._who_holds_forth(at, praise)
            if who is not None:
                self.speech.hand_to(who, Strength.WEAK)
            elif self.speech.issuer and self.speech.strength is Strength.NONE:
                self.speech.strength = Strength.WEAK
            return
        if not self.speech.strength:
            return
        if clauses.stops_speech(self.norm, at.start, at.end):
            self.speech.close()
        else:
            self.speech.tire()

    def _who_holds_forth(self, at: Sentence, praise: list[Verb]) -> parties.Speaker | None:
        """The person who praises or concludes: before the verb, or behind "Phát biểu tại hội nghị, …"."""
        verb = praise[0]
        if verb.start - at.start < _TAIL or self.norm.startswith(_OF_SOMEBODY, verb.end):
            later = next((v.start for v in praise if v.start > verb.end + _CLOSE), at.end)
            who = parties.speaker(self.scan, verb.end, min(later, verb.end + _REACH))
        else:
            who = parties.speaker(self.scan, at.start, verb.start)
            gap = self.norm[who.end : verb.start].lstrip() if who else ""
            if len(gap) > _CLOSE and not gap.startswith((",", "(", "-", "–")):
                return None
        return who if who is not None and who.is_person and who.is_named else None
