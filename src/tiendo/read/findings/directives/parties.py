# SPDX-License-Identifier: Apache-2.0
"""Who orders and who is told: the words of a sentence that name them.

Here: issuers left of the verb, addressees right of it, and whose rank is higher. Not here: what makes an order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiendo.read.engine.scan import Scan
from tiendo.read.findings.people.names import RUN, find_name
from tiendo.read.lexicon.bodies import BODY_HEADS, LEVELS
from tiendo.read.lexicon.orders import IMPERATIVES, PETITIONERS
from tiendo.read.lexicon.titles import ADDRESS, TITLE_HEADS

_RUN = re.compile(RUN)
_ADDRESSED = re.compile(r"(?:^|[\W_])(?:" + "|".join(map(re.escape, ADDRESS)) + r")[.\s]{1,2}$")
_TITLE_WORDS = "|".join(sorted(TITLE_HEADS, key=len, reverse=True))
_BODY_WORDS = "|".join(
    sorted((*BODY_HEADS, "hội nghị", "nghị quyết", "chỉ thị", "kế hoạch", "công điện"), key=len, reverse=True)
)
_PRONOUN = re.compile(
    r"(?<!\w)(?:đồng chí|đ/c|ông|bà|người đứng đầu|vị (?:chủ tịch|bí thư)|" + _TITLE_WORDS + r")(?!\w)"
)
_BODY = re.compile(r"(?<!\w)(?:" + _BODY_WORDS + "|lãnh đạo|" + "|".join(LEVELS) + r")(?!\w)")
_PETITIONER = re.compile(r"(?<!\w)(?<!ủy ban )(?<!hội đồng )(?:" + "|".join(PETITIONERS) + r")(?!\w)")

#: Those who can be told: bodies, units, people by office.
PARTY = (
    r"(?:(?:các|mỗi|từng|toàn(?: thể)?|tất cả các|một số|những|cả|2|3|hai|ba) )?"
    r"(?:"
    + "|".join(sorted(BODY_HEADS, key=len, reverse=True))
    + "|"
    + "|".join(LEVELS)
    + "|"
    + _TITLE_WORDS
    + r"|cấp ủy|các cấp|cấp|ngành|sở|ban|phòng|đơn vị|cơ quan|địa phương|tổ chức|đoàn thể|lãnh đạo|cán bộ|đảng viên"
    r"|công chức|người đứng đầu|chủ đầu tư|đồng chí|thủ trưởng|chính quyền|khối|ủy ban|hệ thống chính trị|nhà thầu"
    r"|khu phố|thôn|ấp|bản|tổ dân phố|doanh nghiệp|hợp tác xã|nhà trường|trường|bệnh viện|trạm|tổ|lực lượng|chủ rừng"
    r"|đảng bộ|chi bộ|đại biểu|thành viên|cá nhân|phường|quận|huyện|xã|thành phố|tỉnh|bộ|hđnd|ubnd|ubmttq|mttq)"
    r"(?!\w)"
)
_PARTY = re.compile(r"(?:cho |với |đến |rằng |là |,|:|về việc )?\s?(?P<party>" + PARTY + r")")
_VERB = re.compile(
    r"[\s,](?:cần|phải|có trách nhiệm|chịu trách nhiệm|chủ trì|sẽ|không|nên|khẩn trương|nghiêm túc|căn cứ|trong thời gian|thời gian|trên cơ sở|theo|để|tiến hành"
    r"|hoàn tất|kết thúc|"
    + "|".join(verb for verb in IMPERATIVES if " " in verb or verb in {"lập", "thu", "trình", "gửi", "gắn", "sớm"})
    + r")(?!\w)"
)
_END = re.compile(r"[.;:!?”\"]|\s[–—]\s")
_ADDRESSEE_REACH = 220

_RANKS: tuple[tuple[re.Pattern[str], int], ...] = (
    (
        re.compile(
            r"trung ương|quốc hội|chính phủ|thủ tướng|\bbộ (?:trưởng|chính trị|công an|tài chính|nội vụ|y tế|giáo dục|xây dựng|giao thông"
            r"|nông nghiệp|kế hoạch|công thương|tài nguyên|lao động|khoa học|thông tin|văn hóa|quốc phòng|tư pháp|ngành)|tổng bí thư|chủ tịch nước"
        ),
        5,
    ),
    (re.compile(r"tỉnh|thành phố|\btp\b|tphcm|thành ủy|sở"), 4),
    (re.compile(r"quận|huyện|thị xã|thị ủy"), 3),
    (re.compile(r"phường|xã|thị trấn|đặc khu|đảng ủy"), 2),
    (re.compile(r"khu phố|thôn|ấp|chi bộ|tổ dân phố|bản"), 1),
)


@dataclass(frozen=True, slots=True)
class Party:
    """Someone named at ``norm[start:end]``."""

    start: int
    end: int


def rank(words: str) -> int:
    """Height of the highest body that the words name; 0 when they name none."""
    return next((height for pattern, height in _RANKS if pattern.search(words)), 0)


def last_name(scan: Scan, start: int, end: int) -> Party | None:
    """The last person named in a range."""
    found: Party | None = None
    for run in _RUN.finditer(scan.shadow.cased, start, end):
        before = scan.shadow.norm[max(0, run.start() - 16) : run.start()]
        name = find_name(run, before.rstrip().endswith(LEVELS), _ADDRESSED.search(before) is not None)
        if name is not None:
            found = Party(name.start, name.end)
    return found


def is_petitioner(norm: str, start: int, end: int) -> bool:
    """Whether those who speak can only ask."""
    return _PETITIONER.search(norm, start, end) is not None


def pronoun(norm: str, start: int, end: int) -> Party | None:
    """The last "đồng chí", "ông" or office without a name in a range."""
    found = None
    for match in _PRONOUN.finditer(norm, start, end):
        found = Party(match.start(), match.end())
    return found


def body(norm: str, start: int, end: int) -> Party | None:
    """The body that is the subject of a clause: from its first word to the end of the range."""
    match = _BODY.search(norm, start, end)
    if match is None:
        return None
    stop = end
    while stop > match.start() and (norm[stop - 1] in " ,:"):
        stop -= 1
    words = norm[match.start() : stop]
    for tail in (" cũng", " đã", " vừa", " tiếp tục", " còn", " có văn bản", " thống nhất", " đồng ý"):
        if words.endswith(tail):
            stop -= len(tail)
            words = words[: -len(tail)]
    return Party(match.start(), stop)


def addressee(scan: Scan, start: int, end: int) -> Party | None:
    """Those who are told, right behind an order verb: up to the verb of what they must do."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    match = _PARTY.match(norm, start + (norm[start : start + 1] == " "), end)
    if match is None:
        return None
    at = match.start("party")
    stop = _END.search(norm, at, min(end, at + _ADDRESSEE_REACH))
    limit = stop.start() if stop else min(end, at + _ADDRESSEE_REACH)
    # "Ban Xây dựng Đảng" is a name, "ban … xây dựng" is an order
    verb = next((v for v in _VERB.finditer(norm, match.end(), limit) if cased[v.start() + 1].islower()), None)
    if verb is None and limit - at > _ADDRESSEE_REACH // 2:
        limit = match.end()
    last = verb.start() if verb else limit
    while last > at and norm[last - 1] in " ,":
        last -= 1
    return Party(at, last)
