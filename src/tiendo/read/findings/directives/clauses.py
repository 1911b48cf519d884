# SPDX-License-Identifier: Apache-2.0
"""Parts of a sentence that orders are made of: labels, openings, imperatives, "must", items, captions.

Here: patterns over one sentence. Not here: the speech as a whole (``walk``).
"""

from __future__ import annotations

import re

from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import one_of
from tiendo.read.findings.directives.parties import PARTY
from tiendo.read.lexicon.orders import CONNECTIVES, IMPERATIVES

#: Bullet or number before an item.
LABEL = re.compile(
    r"(?:[-+*•–—]|\d{1,2}[-–]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)](?!\d)|\(\d{1,2}\)|[a-zđ][.)]|[ivx]{1,5}[.)\-])\s{1,3}"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s{1,3}"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là\s?,?\s{1,2}|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)\s?,\s{1,2}"
)
_LABEL_LETTERS = "ivxmhbnst"  # of Roman numbers and of "một là", "thứ hai"
#: Marks of items inside one sentence.
ITEM = re.compile(
    r"(?<!\w)(?:(?:thứ )?(?:một|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)(?: là|,|:)|\(\d{1,2}\)"
    r"|\d{1,2}[.)](?=\s)|[a-eđ]\)(?=\s))"
)
_SECOND_ITEM = ("hai là", "thứ hai", "hai,", "hai:", "(2)", "2)", "2.", "b) ")  # without a second there is no list
_CONNECTIVE = re.compile(rf"(?:{one_of('|'.join(CONNECTIVES))})(?!\w)\s{{0,2}},?\s{{0,2}}")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\s{1,2}")
_ADVERBIAL = re.compile(
    r"(?:về|đối với|trong|để|nhằm|trên cơ sở|trước mắt|qua|với|từ nay|riêng|thời gian|khi|ở|tại|sau|năm|trước|cùng với"
    r"|song song|bên cạnh|liên quan(?: đến| tới)?|nếu)(?!\w)[^,.;:“”\"]{0,160},\s{0,2}"
)
# "Đơn vị nào … chưa đạt thì kiên quyết …"
_WHOEVER = re.compile(r"(?:[^\W\d]{1,7} ){1,3}nào(?!\w)[^;]{2,120}? thì(?: phải)? ")
# "Theo báo cáo, năm 2018 Huyện ủy chỉ đạo …", "Những năm qua, …": what follows is told of the past.
_LOOKS_BACK = re.compile(
    r"theo báo cáo(?!\w)|(?:trong )?(?:thời gian|(?:những |các )?(?:năm|tháng)|nhiệm kỳ|quý|tuần) (?:vừa )?qua(?!\w)"
    r"|(?:qua|trong) (?:hơn |gần )?\d{1,2} (?:năm|tháng)(?! (?:tới|còn lại|cuối))"
    r"|trong (?:năm|kỳ|quý|tháng)(?: (?:20\d\d|[ivx]{1,3}|\d{1,2}))?,"
    r"|(?:hồi|vào) (?:đầu |cuối )?(?:năm|tháng) (?:20\d\d|\d{1,2}|ngoái|trước)"
    r"|(?:ngay )?từ (?:đầu|những tháng đầu) (?:năm|nhiệm kỳ)"
)
#: "làm việc với …" tells where somebody was; "Cần Thơ" is a city.
_IMPERATIVE = re.compile(rf"(?!làm việc|cần thơ)(?:{one_of('|'.join(IMPERATIVES))})(?!\w)")
_MODAL = re.compile(
    r"cần(?! thiết| cù| thơ| trục| câu| có đơn| chịu| trả| nộp| trải)(?!\w)"
    r"|phải(?! thiết| cù| thơ| trục| câu| có đơn| chịu| trả| nộp| trải)(?!\w)"
    r"|không được (?:chủ quan|để|lơ là|buông lỏng)"
)
_NO_MODAL = tuple(
    f" {word} " for word in ("không", "buộc", "đã", "chỉ", "việc", "vấn đề", "nội dung", "điều", "còn", "bên")
)
_MODAL_REACH = 12
_PAST = re.compile(r"(?<!\w)(?:đã|đang|vừa|được|đạt|ước|chiếm|gồm|có \d)(?!\w)")
_CAPTION_LETTERS = "qtảcđôblpủg"  # with which one of the choices begins
_CAPTION = re.compile(
    r"(?:quang cảnh|toàn cảnh|ảnh|trong ảnh|các đại biểu|đại biểu tham)(?!\w)"
    r"|(?:các )?(?:đồng chí|đ/c|ông|bà|lãnh đạo|(?:phó )?bí thư|(?:phó )?chủ tịch|đoàn|ủy viên|giám đốc)(?!\w)"
    r"[^,;:\n]{3,110} (?:phát biểu|kết luận|chủ trì|chụp ảnh|trao|tặng|tham quan|kiểm tra)[^,;:\n]{0,60}[.]?$"
)
_PARTY_FIRST = re.compile(PARTY)
#: Who agrees is not told to act: "Hội đồng nhân dân xã đồng ý với Tờ trình …".
_AGREES = re.compile(r"\s?(?:[^\s,;.]+\s){0,3}(?:đồng ý|nhất trí|tán thành|chấp thuận|thống nhất thông qua)(?!\w)")
#: Where somebody was: "Phó Chủ tịch UBND tỉnh … làm việc với huyện", "Tiếp tục chương trình, đồng chí … đã kiểm tra".
_WORKS_WITH = re.compile(r"[^,.;:]{0,70}?\slàm việc (?:với|tại)(?!\w)")
_EVENT = re.compile(
    r"[^.;]{0,200}?,\s(?:đồng chí|ông|bà|(?:phó )?(?:thủ tướng|chủ tịch|bí thư|bộ trưởng|giám đốc)|đoàn|lãnh đạo)(?!\w)"
    r"[^,.;]{0,90}?\s(?:đã|làm việc|chủ trì|có buổi|đến thăm|đi kiểm tra)(?!\w)"
)
#: Papers that were sent back are counted, nobody is told to do anything: "Phòng Nội vụ yêu cầu bổ sung 3 hồ sơ".
_SENT_BACK = re.compile(
    r"\s(?:(?:bổ sung|chỉnh sửa|hoàn thiện|làm rõ|giải trình|trả lại|rút|nộp lại)\s){0,2}\d[\d.,]*\s"
    r"(?:hồ sơ|đơn|thủ tục|trường hợp|phương án|văn bản)(?!\w)"
)
_STOP_SPEECH = re.compile(
    r"(?:tại hội nghị|tại buổi|tại cuộc|tại đây|cùng dự|sau hội nghị|sau đó|tiếp đó|buổi (?:sáng|chiều)|kỳ họp"
    r"|đại hội|dịp này|nhân dịp|trước đó|báo cáo tại|hội nghị|cũng tại|trong khuôn khổ|kết thúc"
    r"|được biết"
    r"|theo(?! đó| đồng chí| ông| bà| bí thư| chủ tịch| phó)|sau khi nghe|kết quả|tham dự|thay mặt|tin, ảnh|ảnh"
    r"|cùng ngày"
    r"|chương trình|dự kiến|dự báo)(?!\w)"
)
_ASKING_UP = re.compile(
    r"(?<!\w)(?:(?<!các )(?<!những )(?<!với )(?<!theo )(?<!về )(?<!quyết )(?<!ý kiến )(?<!lời )kiến nghị(?! của"
    r"| cử tri)|xin ý kiến|kính đề nghị|kính trình)(?!\w)"
)
_ASKING_WORDS = ("kiến nghị", "xin ý kiến", "kính ")
#: A sentence that says why something was ordered orders nothing itself: "Bởi theo ông, …".
_REASON = re.compile(r"(?:bởi(?! vậy| thế| đó)|vì(?! vậy| thế)|do(?! đó| vậy)|lý do)(?!\w)")
_NUMBER_ONLY = re.compile(r"(?:điều|mục|chương|phần|khoản) [\divxlc]{1,5}[.:]?$")
_CAPTION_SIZE = 150
_NUMBER_SIZE = 16
_ACT_REACH = 220
_OPENINGS = 4


def _label(norm: str, start: int, end: int) -> re.Match[str] | None:
    """The bullet or number before an item; most sentences begin with a word that is none."""
    if (
        norm[start : start + 1].isalpha()
        and norm[start + 1 : start + 2].isalpha()
        and norm[start] not in _LABEL_LETTERS
    ):
        return None
    return LABEL.match(norm, start, end)


def main_clause(norm: str, start: int, end: int) -> tuple[int, bool]:
    """Where the main clause begins behind labels, connectives and adverbials; whether a connective was there."""
    label = _label(norm, start, end)
    at, connected = (label.end() if label else start), False
    while at < end and norm[at] in "“\"'- ":
        at += 1
    for _ in range(_OPENINGS):
        joint = _CONNECTIVE.match(norm, at, end)
        connected = connected or joint is not None
        step = joint or _ADVERBIAL.match(norm, at, end)
        if step is None:
            break
        at = step.end()
    return at, connected


def label_kind(norm: str, start: int, end: int) -> str | None:
    """The sort of bullet or number before an item: items of one list share it; None when there is none."""
    label = _label(norm, start, end)
    if label is None:
        return None
    sign = label.group().lstrip("(")[0]
    if sign.isdigit():
        return f"number{label.group().count('.')}"
    return "letter" if sign.isalpha() else sign


def fresh_start(scan: Scan, start: int, end: int) -> int:
    """Where the last sentence begins that an ellipsis has joined to others ("… . Do đó, …")."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    if norm.find("…", start, end) < 0 and norm.find("...", start, end) < 0:
        return start
    for stop in reversed(list(_ELLIPSIS.finditer(norm, start, end))):
        if cased[stop.end() : stop.end() + 1].isupper() and _CONNECTIVE.match(norm, stop.end(), end):
            return stop.end()
    return start


def items(norm: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list inside one sentence ("(1) …; (2) …"), or the sentence as a whole."""
    if not any(norm.find(sign, start, end) >= 0 for sign in _SECOND_ITEM):
        return [(start, end)]
    marks = [m.start() for m in ITEM.finditer(norm, start, end)]
    marks = [m for m in marks if m == start or norm[m - 2 : m] in {": ", "; ", ", ", ". "}]
    if len(marks) > 1 and marks[0] == start and norm[marks[1] - 2 : marks[1]] == ": ":
        del marks[0]  # "1. Giao UBND phường: a) …; b) …"
    if len(marks) <= 1:
        return [(start, end)]
    return [(a, b - (norm[b - 1] == " ")) for a, b in zip(marks, (*marks[1:], end), strict=True)]


def is_imperative(norm: str, at: int, end: int) -> bool:
    """Whether a clause begins with the verb of what is to be done."""
    return _IMPERATIVE.match(norm, at, end) is not None


def deals_with_whoever(norm: str, at: int, end: int) -> bool:
    """Whether a clause says what is done with any that fail: "nhà thầu nào chậm thì kiên quyết …"."""
    whoever = _WHOEVER.match(norm, at, end)
    return whoever is not None and is_imperative(norm, whoever.end(), end)


def modal(scan: Scan, start: int, end: int) -> int | None:
    """Where a clause says "must"; "Cần Thơ" and "không cần" do not."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    for match in _MODAL.finditer(norm, start, end):
        at = match.start()
        before = f" {norm[max(0, at - _MODAL_REACH) : at]}"
        is_word = not before[-1].isalnum() and not before.endswith(_NO_MODAL)
        if is_word and (cased[at].islower() or not cased[match.end() + 1 : match.end() + 2].isupper()):
            return at
    return None


def is_number(norm: str, start: int, end: int) -> bool:
    """Whether a sentence is only the number of an article ("Điều 3.")."""
    return end - start < _NUMBER_SIZE and _NUMBER_ONLY.match(norm, start, end) is not None


def tells_past(norm: str, start: int, end: int) -> bool:
    """Whether a clause reports what was done."""
    return _PAST.search(norm, start, end) is not None


def looks_back(norm: str, start: int, end: int) -> bool:
    """Whether a sentence says at its beginning that it tells of the past."""
    label = _label(norm, start, end)
    return _LOOKS_BACK.match(norm, label.end() if label else start, end) is not None


def is_caption(norm: str, start: int, end: int) -> bool:
    """Whether a short sentence only says what a picture shows."""
    return (
        end - start < _CAPTION_SIZE and norm[start] in _CAPTION_LETTERS and _CAPTION.match(norm, start, end) is not None
    )


def party_acts(scan: Scan, at: int, end: int) -> int | None:
    """Where the verb of "Phòng … chủ trì …" stands, None when the clause is not of that shape."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    party = _PARTY_FIRST.match(norm, at, end)
    if party is None or _AGREES.match(norm, party.end(), end) or _WORKS_WITH.match(norm, party.end(), end):
        return None
    for verb in _IMPERATIVE.finditer(norm, party.end(), min(end, at + _ACT_REACH)):
        if norm[verb.start() - 1] in " ,:" and cased[verb.start()].islower():
            return verb.start()
    return None


def stops_speech(norm: str, start: int, end: int) -> bool:
    """Whether a sentence leaves the speech for the event or a report."""
    at = start
    for _ in range(_OPENINGS):
        if _STOP_SPEECH.match(norm, at, end):
            return True
        joint = _CONNECTIVE.match(norm, at, end)
        if joint is None:
            return False
        at = joint.end()
    return False


def sends_back(norm: str, start: int, end: int) -> bool:
    """Whether papers that were sent back are counted behind a verb of asking."""
    return _SENT_BACK.match(norm, start, end) is not None


def tells_event(norm: str, start: int, end: int) -> bool:
    """Whether a sentence says what somebody named behind its opening did."""
    return _EVENT.match(norm, start, end) is not None


def gives_reason(norm: str, start: int, end: int) -> bool:
    """Whether a sentence only says why."""
    return _REASON.match(norm, start, end) is not None


def asks_up(norm: str, start: int, end: int) -> bool:
    """Whether a sentence is a petition by its own words."""
    is_near = any(norm.find(word, start, end) >= 0 for word in _ASKING_WORDS)
    return is_near and _ASKING_UP.search(norm, start, end) is not None
