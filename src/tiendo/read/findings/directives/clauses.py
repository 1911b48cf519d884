# SPDX-License-Identifier: Apache-2.0
"""What a sentence does: gives an order, carries a speech on, reports, or is no sentence at all.

Here: patterns over one sentence. Not here: the speech as a whole (``find``).
"""

from __future__ import annotations

import re

from tiendo.read.findings.directives.parties import PARTY
from tiendo.read.lexicon.orders import (
    CONNECTIVES,
    IMPERATIVES,
    NOT_ORDERED_BEFORE,
    ORDER_VERBS,
    REPORT_VERBS,
    SPEECH_VERBS,
)

LABEL = re.compile(
    r"(?:[-+*•–—]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)](?!\d)|\(\d{1,2}\)|[a-zđ][.)]|[ivx]{1,5}[.)\-])\s{1,3}|\d{1,2}(?:\.\d{1,2}){1,3}\s{1,3}"
)
_CONNECTIVE = re.compile(r"(?:" + "|".join(sorted(CONNECTIVES, key=len, reverse=True)) + r")(?!\w)\s{0,2},?\s{0,2}")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\s{1,2}")
_ADVERBIAL = re.compile(
    r"(?:về|đối với|trong|để|nhằm|trên cơ sở|trước mắt|qua|với|từ nay|riêng|thời gian|khi|ở|tại|sau|năm|trước|cùng với"
    r"|song song|bên cạnh)(?!\w)[^,.;:“”\"]{0,160},\s{0,2}"
)
_IMPERATIVE = re.compile(r"(?:" + "|".join(sorted(IMPERATIVES, key=len, reverse=True)) + r")(?!\w)")
_MODAL = re.compile(
    r"(?<!\w)(?<!không )(?<!buộc )(?<!đã )(?<!chỉ )(?<!việc )(?<!vấn đề )(?<!nội dung )(?<!điều )(?<!còn )(?:cần|phải)(?! thiết| cù| thơ| trục| câu| có đơn| chịu| trả| nộp| trải)(?!\w)"
)
_PAST = re.compile(r"(?<!\w)(?:đã|đang|vừa|được|đạt|ước|chiếm|gồm|có \d)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:đã|đang|vừa qua|vừa)(?!\w)")
_CAPTION = re.compile(
    r"(?:quang cảnh|toàn cảnh|ảnh|trong ảnh|các đại biểu|đại biểu tham)(?!\w)"
    r"|[^,;:\n]{6,110} (?:phát biểu|kết luận|chủ trì|chụp ảnh|trao|tặng|tham quan|kiểm tra)[^,;:\n]{0,60}[.]?$"
)
_CAPTION_SIZE = 150
_PARTY_FIRST = re.compile(PARTY)
_VERBS = re.compile(
    r"(?<!\w)(?:(?P<order>"
    + "|".join(ORDER_VERBS)
    + r")|(?P<speech>"
    + "|".join(SPEECH_VERBS)
    + r")|(?P<report>"
    + "|".join(REPORT_VERBS)
    + r"))(?!\w)"
)
_PASSIVE = re.compile(r"(?<!\w)(?:(?:được|do) [^,.;:]{1,40}|bị [^.;:]{1,60})$")
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, NOT_ORDERED_BEFORE), key=len, reverse=True)) + r")\s{1,2}$"
)
_NO_GIVING = re.compile(
    r"\s(?:thông|dịch|lưu|tiếp|hữu|thoa|đất|nhận|thương|mùa|động|cho nhà đầu tư|đầu năm|chỉ tiêu|năm|kế hoạch|vốn|\d)"
)
_NOUN_AFTER = re.compile(
    r"\s(?:khen thưởng|của|công nhận|về|phát triển|nhiệm vụ|thực tiễn|đặt ra|đề ra|thực tế|mới|cao|này|trên)(?!\w)"
)
_STOP_SPEECH = re.compile(
    r"(?:tại hội nghị|tại buổi|dịp này|nhân dịp|trước đó|theo báo cáo|báo cáo tại|hội nghị|cũng tại|trong khuôn khổ|kết thúc"
    r"|được biết|theo(?! đó| đồng chí| ông| bà| bí thư| chủ tịch| phó)|sau khi nghe|kết quả|tham dự|thay mặt|tin, ảnh|ảnh|cùng ngày|chương trình)(?!\w)"
)
_ASKING_UP = re.compile(r"(?<!\w)(?:kiến nghị|xin ý kiến|kính đề nghị|kính trình)(?!\w)")
_APPEAL = re.compile(r"(?:người dân|nhân dân|bà con|mọi người|mỗi người dân|khách hàng|du khách)(?!\w)")


def main_clause(norm: str, start: int, end: int) -> tuple[int, bool]:
    """Where the main clause begins behind labels, connectives and adverbials; whether a connective was there."""
    label = LABEL.match(norm, start, end)
    at, connected = (label.end() if label else start), False
    while at < end and norm[at] in "“\"'- ":
        at += 1
    for _ in range(4):
        joint = _CONNECTIVE.match(norm, at, end)
        connected = connected or joint is not None
        step = joint or _ADVERBIAL.match(norm, at, end)
        if step is None:
            break
        at = step.end()
    return at, connected


def fresh_start(norm: str, cased: str, start: int, end: int) -> int:
    """Where the last sentence begins that an ellipsis has joined to others ("… . Do đó, …")."""
    for stop in reversed(list(_ELLIPSIS.finditer(norm, start, end))):
        if cased[stop.end() : stop.end() + 1].isupper() and _CONNECTIVE.match(norm, stop.end(), end):
            return stop.end()
    return start


def is_imperative(norm: str, at: int, end: int) -> bool:
    """Whether a clause begins with the verb of what is to be done."""
    return _IMPERATIVE.match(norm, at, end) is not None


def modal(norm: str, cased: str, start: int, end: int) -> int | None:
    """Where a clause says "must"."""
    return next((m.start() for m in _MODAL.finditer(norm, start, end) if cased[m.start()].islower()), None)


def tells_past(norm: str, start: int, end: int) -> bool:
    """Whether a clause reports what was done."""
    return _PAST.search(norm, start, end) is not None


def tells_done(norm: str, start: int, end: int) -> bool:
    """Whether a clause says by its tense that something was done or goes on."""
    return _DONE.search(norm, start, end) is not None


def is_caption(norm: str, start: int, end: int) -> bool:
    """Whether a short sentence only says what a picture shows."""
    return end - start < _CAPTION_SIZE and _CAPTION.match(norm, start, end) is not None


def party_acts(norm: str, cased: str, at: int, end: int) -> int | None:
    """Where the verb of "Phòng … chủ trì …" stands, None when the clause is not of that shape."""
    party = _PARTY_FIRST.match(norm, at, end)
    if party is None:
        return None
    limit = min(end, at + 220)
    for verb in _IMPERATIVE.finditer(norm, party.end(), limit):
        if norm[verb.start() - 1] in " ,:" and cased[verb.start()].islower():
            return verb.start()
    return None


def verbs(norm: str, cased: str, start: int, end: int) -> list[re.Match[str]]:
    """Verbs of ordering, speaking and reporting of a sentence that are used as verbs."""
    return [
        m
        for m in _VERBS.finditer(norm, start, end)
        if not _is_noun(norm, start, end, m) and not cased.startswith("giao ban ", m.start())
    ]


def _is_noun(norm: str, start: int, end: int, match: re.Match[str]) -> bool:
    before = norm[max(start, match.start() - 24) : match.start()]
    if match["order"] is None:
        return match["report"] == "thông tin" or _NOUN_BEFORE.search(before) is not None
    if _NOUN_BEFORE.search(before) or _PASSIVE.search(norm, max(start, match.start() - 48), match.start()):
        return True
    word = match["order"]
    if word == "giao" and _NO_GIVING.match(norm, match.end(), end):
        return True
    if word in {"giao", "chỉ đạo", "phân công"}:
        after = norm[match.end() : match.end() + 1]
        if after not in {" ", ":"}:
            return True
    return word in {"yêu cầu", "đề nghị", "lưu ý"} and _NOUN_AFTER.match(norm, match.end(), end) is not None


def stops_speech(norm: str, start: int, end: int) -> bool:
    """Whether a sentence leaves the speech for the event or a report."""
    return _STOP_SPEECH.match(norm, start, end) is not None


def asks_up(norm: str, start: int, end: int) -> bool:
    """Whether a sentence is a petition by its own words."""
    return _ASKING_UP.search(norm, start, end) is not None


def appeals(norm: str, at: int, end: int) -> bool:
    """Whether those who are told are the public."""
    return _APPEAL.match(norm, at, end) is not None
