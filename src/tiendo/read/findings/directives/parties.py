# SPDX-License-Identifier: Apache-2.0
"""Who orders and who is told: the words of a sentence that name them.

Here: issuers left of the verb, addressees right of it, and whose rank is higher. Not here: what makes an order.
"""

from __future__ import annotations

import re

from tiendo.kernel.records import record
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import by_letter, one_of
from tiendo.read.findings.people.names import RUN, RUN_OF_WORDS, addressed_before, find_name
from tiendo.read.lexicon.bodies import (
    BODY_HEADS,
    FIELDS,
    LEVELS,
    OTHER_WORDS_AFTER,
    OTHER_WORDS_BEFORE,
    PARTY_WORDS,
    TOLD,
)
from tiendo.read.lexicon.letters import UPPER
from tiendo.read.lexicon.orders import IMPERATIVES, PETITIONERS
from tiendo.read.lexicon.titles import ADDRESS, TITLE_HEADS

_ACRONYM = re.compile(rf"[{UPPER}]{{2,8}}(?!\w)")
_RUN, _RUN_OF_WORDS = re.compile(RUN), re.compile(RUN_OF_WORDS)
_TITLE_WORDS = sorted(TITLE_HEADS, key=len, reverse=True)


def _words_of(*lists: tuple[str, ...], begins: bool = True) -> str:
    """A pattern of any of the words, longest first, where they are not part of another word."""
    choices = (
        word[0]
        + "".join(f"(?<!{before} {word[0]})" for before in OTHER_WORDS_BEFORE.get(word, ()))
        + word[1:]
        + "".join(f"(?!,? {after}(?!\\w))" for after in OTHER_WORDS_AFTER.get(word, ()))
        for word in sorted({word for words in lists for word in words if "." not in word}, key=len, reverse=True)
    )
    return by_letter(choices, begins=begins)


_ACTS_THAT_SPEAK = ("hội nghị", "nghị quyết", "chỉ thị", "kế hoạch", "công điện")
_PRONOUN = re.compile(
    by_letter(("đồng chí", "đ/c", "ông", "bà", "người đứng đầu", "vị (?:chủ tịch|bí thư)", *_TITLE_WORDS)) + r"(?!\w)"
)
_BODY = re.compile(_words_of(BODY_HEADS, LEVELS, _ACTS_THAT_SPEAK, ("lãnh đạo",)) + r"(?!\w)")
_PETITIONER = re.compile(r"(?<!\w)(?<!ủy ban )(?<!hội đồng )(?:" + "|".join(PETITIONERS) + r")(?!\w)")

#: Those who can be told: bodies, units, people by office.
PARTY = (
    r"(?:(?:các|mỗi|từng|toàn(?: thể)?|tất cả các|một số|những|cả|\d{1,3}|hai|ba|bốn|năm) )?"
    + _words_of(BODY_HEADS, LEVELS, TITLE_HEADS, TOLD, begins=False)
    + r"(?!\w)"
)
# "đề nghị thời gian tới, Ban Thường vụ …": when it is to be done stands before who is told.
_WHEN = (
    r"(?:(?:trong |ngay )?(?:thời gian (?:tới|đến)|tới đây|sắp tới|trước mắt|từ nay đến (?:cuối|hết) năm"
    r"|(?:các|những|\d{1,2}) tháng (?:cuối năm|còn lại)|năm|(?:tháng|quý) (?:\d{1,2}|[ivx]{1,3}|này|tới))"
    r"(?:[ /]20\d\d)?(?: của năm)?,?\s"
    # "đề nghị, nhân dịp 50 năm ngày thành lập, Sở Văn hóa …": the occasion, between commas
    r"|(?:trong|nhân|trước|sau|qua|từ nay|cùng với|song song|bên cạnh|để|nhằm|trên cơ sở|ngoài)(?!\w)"
    r"[^,.;:“”\"]{2,90},\s)?"
)
_PARTY = re.compile(
    rf"(?:nhiệm vụ cho |trách nhiệm cho |cho |với |đến |rằng |là |,|:|về việc )?\s?[“\"]?{_WHEN}(?P<party>{PARTY})"
)
_ANY_PARTY = re.compile(r"(?<!\w)" + PARTY)
_TOKEN = re.compile(r"(?:TP|TX)\.|[^\W_]+|[^\s\w]")
_ACT = re.compile(
    r"(?:tổ chức(?! chính trị| đảng| đoàn| cơ sở| hội| kinh tế| xã hội| thành viên)|lãnh đạo(?! các| quận| huyện| xã"
    r"| phường)|"
    + one_of("|".join(verb for verb in IMPERATIVES if " " in verb and verb not in {"tổ chức", "lãnh đạo"}))
    + r")(?!\w)"
)
#: The first words of those phrases.
_ACT_WORDS = frozenset(verb.split()[0] for verb in (*IMPERATIVES, "lãnh đạo", "tổ chức") if " " in verb)
_ACTS_NOW = re.compile(rf",?\s(?:{one_of('|'.join(('cần', 'phải', *IMPERATIVES)))})(?!\w)")
_FIELD = re.compile(rf"(?:{one_of('|'.join(FIELDS))})(?!\w)")
_FIELD_WORDS = frozenset(field.split()[0] for field in FIELDS)
_OFFICES = ("phòng ", "ban ", "sở ", "trung tâm ", "hội ", "cục ", " - ", " và ")
_LOOSE = (",", "-", "–", "và", "của", "các", "với", "có", "cùng", "trong", "trên", "số", "một", "việc")
_LOOSE_TAIL = re.compile(r"(?:[\s,\-–]|(?<!\w)(?:và|của|các|với|có|cùng|trong|trên|số|một|việc)(?!\w))+$")
# Behind these a clause may begin; a comma is often left out behind the occasion ("tại hội nghị đồng chí …").
_CLAUSE_WORDS = (
    *("đồng thời", "theo", "sau đó", "cũng", "tới", "nay", "bên cạnh đó", "do đó", "vì vậy", "ngoài ra"),
    *("thảo luận", "hội nghị", "cuộc họp", "phiên họp", "buổi làm việc", "báo cáo"),
)
_TITLE_REACH = 110
_LEVEL_REACH = 16
_SENT = " gửi "
_NEAR = 24  # between a body and its verb: "cũng", "đã có văn bản"
_BODY_REACH = 200
_ADDRESSEE_REACH = 220

_RANKS: tuple[tuple[re.Pattern[str], int], ...] = (
    (
        re.compile(
            r"trung ương|quốc hội|chính phủ|thủ tướng|\bbộ (?:trưởng|chính trị|công an|tài chính|nội vụ|y tế"
            r"|giáo dục|xây dựng|giao thông"
            r"|nông nghiệp|kế hoạch|công thương|tài nguyên|lao động|khoa học|thông tin|văn hóa|quốc phòng|tư pháp"
            r"|ngành)|tổng bí thư|chủ tịch nước"
        ),
        5,
    ),
    (re.compile(r"\btỉnh\b|\bthành phố\b|\btp\b|tphcm|\bthành ủy\b|(?<!cơ )(?<!trụ )\bsở\b"), 4),
    (re.compile(r"\bquận\b|\bhuyện\b|\bthị xã\b|\bthị ủy\b"), 3),
    (re.compile(r"\bphường\b|\bxã\b(?! hội)|\bthị trấn\b|\bđặc khu\b|\bđảng ủy\b"), 2),
    (re.compile(r"\bkhu phố\b|\bthôn\b|\bấp\b|\bchi bộ\b|\btổ dân phố\b"), 1),
)


@record
class Party:
    """Someone named at ``norm[start:end]``."""

    start: int
    end: int


@record
class Speaker:
    """Who speaks.

    Attributes:
        words: that name them.
        is_person: a person, not a body.
        end: where the words end.
        is_named: False for "đồng chí", "ông" or an office without a name.
        office: the words before the name, among them the title; for those without a name the office or address.
        behind: the words between the name and the verb, which may hold the title too.
    """

    words: str
    is_person: bool
    end: int
    is_named: bool = True
    office: str = ""
    behind: str = ""

    @property
    def height(self) -> int:
        """Height of their body, 0 when nothing tells it."""
        if not self.is_person or not self.is_named:
            return rank(self.words.lower())
        for head in reversed(list(_PRONOUN.finditer(self.office))):
            height = rank(self.office[head.start() :])
            if height:
                return height
        return rank(self.behind)


def rank(words: str) -> int:
    """Height of the highest body that the words name; 0 when they name none."""
    return next((height for pattern, height in _RANKS if pattern.search(words)), 0)


def last_name(scan: Scan, start: int, end: int) -> Party | None:
    """The last person named in a range."""
    norm = scan.shadow.norm
    for run in reversed(list(_RUN_OF_WORDS.finditer(scan.shadow.cased, start, end))):
        at = run.start()
        low = max(0, at - _LEVEL_REACH)
        addressed = addressed_before(norm, low, at)
        name = find_name(run, norm[low:at].rstrip().endswith(LEVELS), addressed)
        if name is None:
            continue
        # a street or a school has no title
        if (
            addressed
            or end - name.end <= _NEAR
            or _PRONOUN.search(norm, max(start, name.start - _TITLE_REACH), name.start) is not None
        ):
            return Party(name.start, name.end)
    return None


def speaker(scan: Scan, start: int, end: int) -> Speaker | None:
    """Who is the subject of a verb that begins at ``end``; None when nobody is named before it."""
    norm = scan.shadow.norm
    name = last_name(scan, start, end)
    if name is not None:
        office = norm[max(start, name.start - _TITLE_REACH) : name.start]
        behind = norm[name.end : min(end, name.end + _TITLE_REACH)]
        return Speaker(_words(scan, name), True, name.end, office=office, behind=behind)
    word = pronoun(norm, start, end)
    if word is not None:
        title = _PRONOUN.match(norm, word.end + 1, end)  # "đồng chí Chủ tịch UBND xã"
        if title is not None and norm[word.start : word.end] in ADDRESS:
            word = Party(title.start(), title.end())
        office = norm[word.start : word.end]
        # "ông Hải", "đồng chí Hải"
        given = _RUN.match(scan.shadow.cased, word.end + 1, end) if office in ADDRESS else None
        word = Party(word.start, given.end() if given else max(word.end, _party_end(scan, word.start, end)))
        return Speaker(_words(scan, word), True, word.end, is_named=False, office=office)
    named = body(scan, start, end)
    if named is not None:
        return Speaker(_words(scan, named), False, named.end)
    return None


def _words(scan: Scan, party: Party) -> str:
    return " ".join(scan.shadow.slice(party.start, party.end).split())


def subject_of_must(scan: Scan, start: int, modal: int) -> Party | None:
    """Who must: the party that reaches up to "cần" or "phải", without the clause before it."""
    norm = scan.shadow.norm
    for match in _ANY_PARTY.finditer(norm, start, modal):
        end = _party_end(scan, match.start(), modal)
        if _ALSO.fullmatch(norm, end, modal) is not None:
            return Party(match.start(), end)
    return None


def _party_end(scan: Scan, start: int, limit: int) -> int:
    """How far the words that can name a party go: names, numbers, and the words of bodies and people."""
    norm, cased, end = scan.shadow.norm, scan.shadow.cased, start
    for token in _TOKEN.finditer(cased, start, limit):
        word = token.group()
        at, behind = token.span()
        if at < end or word in ",-–&":
            continue
        is_name, lower, field = word[0].isupper(), norm[at:behind], None
        # "Phòng Kinh tế", "phòng kinh tế"; but "đề nghị kinh tế …" names nobody
        if lower in _FIELD_WORDS and (is_name or norm.endswith(_OFFICES, start, at)):
            field = _FIELD.match(norm, at, limit)
        if not (field or is_name or word[0].isdigit() or lower in PARTY_WORDS):
            break
        if lower in _ACT_WORDS and at > start and word[0].islower() and _ACT.match(norm, at, limit):
            break  # "Phòng Kinh tế chủ trì …"
        end = field.end() if field else behind
    if not (cased[start:end][-1:].isspace() or cased.endswith(_LOOSE, start, end)):
        return end
    tail = _LOOSE_TAIL.search(cased, start, end)
    return tail.start() if tail else end


def is_petitioner(norm: str, start: int, verb: int, who: Speaker | None) -> bool:
    """Whether those who speak can only ask: voters, households, a delegate."""
    if who is None or not who.is_person:
        return _PETITIONER.search(norm, start, verb) is not None
    at = who.end - len(who.words)
    return who.is_named and _PETITIONER.search(norm, max(start, at - _NEAR), at) is not None


def pronoun(norm: str, start: int, end: int) -> Party | None:
    """The last "đồng chí", "ông" or office without a name that begins a clause."""
    found = None
    for match in _PRONOUN.finditer(norm, start, end):
        before = norm[start : match.start()].rstrip()
        if not before or before[-1] in ',.;:”"–-' or before.endswith(_CLAUSE_WORDS):
            found = Party(match.start(), match.end())
    return found


def body(scan: Scan, start: int, end: int) -> Party | None:
    """The body that is the subject of a verb that begins at ``end``: the one nearest to it, else the first."""
    first: Party | None = None
    for match in _BODY.finditer(scan.shadow.norm, max(start, end - _BODY_REACH), end):
        if scan.shadow.norm[match.start() - 1 : match.start()] in {"/", "-"}:
            continue  # a part of an identifier
        found = Party(match.start(), max(match.end(), _party_end(scan, match.start(), end)))
        if end - found.end <= _NEAR:
            return found
        first = first or found
    return first


#: Between those who must and "phải": "tỉnh cũng cần", "Giám đốc Công an ở đây phải".
_ALSO = re.compile(r"[ ,]*(?:(?:cũng|thì|đều|vẫn|càng|khác|ở đây|tại đây|nói trên|nêu trên) ?){0,2}")


def _named_place(scan: Scan, start: int, end: int) -> Party | None:
    """A place or body told by its name alone: "yêu cầu Đồng Nai tiếp tục …", "yêu cầu EVN phải …"."""
    at = start + (scan.shadow.norm[start : start + 1] == " ")
    run = _RUN.match(scan.shadow.cased, at, end) or _ACRONYM.match(scan.shadow.cased, at, end)
    if run is None or not _ACTS_NOW.match(scan.shadow.norm, run.end(), end):
        return None
    return Party(run.start(), run.end())


def sent_to(scan: Scan, start: int, verb: int) -> Party | None:
    """Those whom a letter was sent to, right before the verb: "có công văn gửi các đơn vị đề nghị …"."""
    sent = scan.shadow.norm.rfind(_SENT, start, verb)
    party = addressee(scan, sent + len(_SENT), verb) if sent >= 0 else None
    return party if party is not None and not scan.shadow.norm[party.end : verb].strip(" ,") else None


def addressee(scan: Scan, start: int, end: int) -> Party | None:
    """Those who are told, right behind an order verb: up to the verb of what they must do."""
    norm = scan.shadow.norm
    match = _PARTY.match(norm, start + (norm[start : start + 1] == " "), end)
    if match is None:
        return _named_place(scan, start, end)
    at = match.start("party")
    return Party(at, max(_party_end(scan, at, min(end, at + _ADDRESSEE_REACH)), match.end()))
