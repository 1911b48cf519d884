# SPDX-License-Identifier: Apache-2.0
"""From the words before a verb to the noun phrase in them: connectors, times, actors and auxiliaries come off."""

from __future__ import annotations

import re

from tiendo.read.engine.words import find_last, one_of, split_phrases
from tiendo.read.lexicon.letters import LOWER
from tiendo.read.link.sentence.context import Context, Part
from tiendo.read.link.sentence.timeline import Timeline
from tiendo.read.link.subjects.emptiness import auxiliary_start, is_empty
from tiendo.read.link.subjects.places import is_body, skip_place
from tiendo.read.text.shadow import Shadow

_LEADS = """
công tác | mới | phải | vẫn | đều | thực tế | thời điểm | cuối | hết | và | còn | trong đó | đồng thời | ngoài ra
| bên cạnh đó | cùng với đó | đáng chú ý
| đáng chú ý là | nổi bật | đặc biệt | cụ thể | riêng | nhất là | theo đó | qua đó | nổi bật là | như | là | với
| có | đến nay | hiện nay | hiện | nay | tính đến nay | trong | tại | về | do | khi | nhờ | tuy nhiên | nhưng
| mặc dù | có thể thấy | kết quả | trước đó | sau | từ | cũng | đã | được | các | vào | ước tính | ước
| tiếp đến | mỗi ngày | bình quân | tính | trung bình | theo | nâng | đưa | kéo giảm | giảm | tăng | đạt | hàng năm
| toàn bộ | tới | tính tới | tới nay | thấp nhất | cao nhất | lần lượt | khả năng
"""
#: A season and where it was: "Vụ mùa năm nay toàn tỉnh gieo trồng được …".
SEASON = r"vụ\s(?:mùa|chiêm\sxuân|đông\sxuân|hè\sthu|thu\sđông|xuân|đông(?!\sngười))(?!\w)"
_SEASON = (
    rf"{SEASON}(?:\snăm\s(?:nay|[0-9]{{4}})|\s[0-9]{{4}})?,?"
    r"(?=\s(?:toàn\s\w+|cả\snước|tỉnh|huyện|xã|các\sđịa)\s\w)"
)
#: What an aim is of, behind the verb that it is reached with: "Để thực hiện thắng lợi mục tiêu tăng trưởng …".
_AIM = (
    r"(?:để\s)?(?:thực\shiện|hoàn\sthành|đạt(?:\sđược)?|bảo\sđảm|đảm\sbảo)(?:\sthắng\slợi|\sthành\scông)?"
    r"\s(?:các\s)?mục\stiêu(?=\s(?:tăng|tốc|thu|giá|sản|tổng|tỷ|giải)(?!\w))|để\sđạt(?:\sđược)?(?=\s(?:mức|tốc)(?!\w))"
    r"|đẩy\s(?:nhanh|mạnh)(?:\stiến\sđộ)?(?=\sgiải\sngân(?!\w))|những\s(?:tháng|năm)\scòn\slại(?:\scủa\snăm)?"
)
#: Words that begin a clause without being part of the subject.
_LEAD = re.compile(
    rf"(?!tăng\strưởng)(?:{one_of(_LEADS)}|{_SEASON}|{_AIM}|chỉ(?!\stiêu|\ssố)|chỉ\stiêu(?=\s(?:tổng|thu|chi|số|tỷ|tỉ|giá|sản|doanh|kết\snạp|giải\sngân)(?!\w))|đến(?!\shạn)|đầu(?=\s(?:năm|quý|tháng|nhiệm)))(?:(?<=\sđó),)?\s+"
)
#: Behind some words stands what somebody has, reports or aims at only when these follow.
_WITH_TOTAL = re.compile(
    r"\s(?=(?:tổng|số|kinh\sphí|giá\strị|mức|quy\smô|diện\stích|đàn|sản\slượng)(?!\w))|\smục\stiêu\s(?!quốc\sgia|chung|là)"
)
_WITH_EXTENT = re.compile(r"\s(?=(?:số|quy\smô|(?:tổng\s)?di[ệê]n\stích|sản\slượng|đàn)(?!\w))")
_ASSIGNED = re.compile(r"(?!\s(?:thông|dịch|lưu|ban|nhận|đất|khoán|rừng))(?:\schỉ\stiêu|\skế\shoạch|\sdự\stoán)?\s")
_HAVE_BEHIND = {
    "với": _WITH_TOTAL,
    "giao": _ASSIGNED,
    "được giao": _ASSIGNED,
    "phát triển": _WITH_EXTENT,
    "mở rộng": _WITH_EXTENT,
    "hoàn thành": re.compile(r"\s(?=chỉ\stiêu)"),
}
_CONDITIONAL = frozenset(("giao", "được giao", "hoàn thành", "phát triển", "mở rộng"))
#: These need somebody before them who has it; the others may follow anything.
_WEAK = frozenset(("có", "gồm", "với"))
_OFFICES = """
công an | lực lượng | cơ quan | sở | ban | phòng | ủy ban | ubnd | mttq | mặt trận | trung tâm | ngành | chính quyền
| hội | đoàn | người dân | nhân dân | các cấp
"""
_DEEDS = """
khám phá | lập | giải ngân | thu | chi | huy động | vận động | hỗ trợ | xử lý | xử phạt | kiểm tra | tiếp nhận
| giải quyết | hoàn tất | duy trì | cấp | trao | triển khai | đóng góp | hiến | góp
"""
#: An office or the people before what they did: "Công an quận khám phá", "Lực lượng chức năng lập biên bản".
_OFFICE = re.compile(rf"(?:{one_of(_OFFICES)})(?!\w)(?:\s[^\W\d_]+){{0,7}}?\s(?=(?:đã\s)?(?:{one_of(_DEEDS)})(?!\w))")
#: The words that these patterns can begin with: a look at the first word spares most of the matching.
_FIRST_OF_LEADS = frozenset(phrase.split(" ", 1)[0] for phrase in split_phrases(_LEADS)) | set(
    "chỉ đầu đến vụ để thực hoàn bảo đảm những đẩy".split()
)
_FIRST_OF_OFFICES = frozenset(phrase.split(" ", 1)[0] for phrase in split_phrases(_OFFICES))
#: Names before "đã": "Xuân Hòa đã huy động".
_ACTOR = re.compile(rf"(?:[^\W\d_{LOWER}]\w*\s){{1,5}}(?:đã|đang|sẽ|hiện)\s(?:có\s|huy\sđộng\s)?")
#: The title of an act is no subject.
_ACT = re.compile(
    rf"(?:{one_of('quyết định | nghị quyết | kế hoạch | công văn | thông báo | chỉ thị | báo cáo | kết luận')})\ssố\s"
)
_CONNECTIVES = """
thế | nhưng | tuy | nhiên | đến | tới | mới | tính | hết | từ | trong | vào | cuối | đầu | như | vậy | và | còn | nào
| kể
"""
_CONNECTS = re.compile(rf"(?:(?>{one_of(_CONNECTIVES)})(?!\w)\s?)++")
#: Short names, and the full ones they stand for when those were said a little before.
_SHORT_NAME = re.compile(
    r"(?:t[ỷỉ]\slệ\s)?(?P<disbursement>giải\sngân)|(?:tổng\s)?(?:(?P<revenue>thu)|(?P<spending>chi))"
)
_FULL_NAMES = {
    "disbursement": re.compile(
        r"giải\sngân\s(?:nguồn\s)?vốn(?:\sđầu\stư(?:\scông|\sxây\sdựng\scơ\sbản|\sphát\striển)?)?"
    ),
    "revenue": re.compile(r"(?:tổng\s)?thu\s(?:ngân\ssách|nsnn)(?:\snhà\snước)?"),
    "spending": re.compile(r"(?:tổng\s)?chi\s(?:ngân\ssách|nsnn)(?:\s(?:nhà\snước|địa\sphương))?"),
}
_LONGEST_SHORT_NAME = len("tỷ lệ giải ngân")
_NAME_REACH = 400
_COMPARED = ("so với ", "so cùng ")
#: Behind a time within a phrase the name of a value begins anew.
_VALUE = re.compile(
    r"\s(?=(?:tổng|giá\strị|sản\slượng|diện\stích|thu\sngân\ssách|số|tỷ\slệ|doanh\sthu|thu\snhập|kim\sngạch)\s)"
)
_SHORTEST, _LONGEST = 2, 600  # no name of anything is longer; sentences without signs may be
_CLOSING = '”")'


def strip(norm: str, start: int, end: int) -> Part:
    """A range without signs and spaces at its ends; closing signs stay."""
    if start < end and norm[start].isalnum() and norm[end - 1].isalnum():
        return start, end
    while start < end and not norm[start].isalnum():
        start += 1
    while end > start and not (norm[end - 1].isalnum() or norm[end - 1] in _CLOSING):
        end -= 1
    return start, end


def trim(context: Context, start: int, end: int) -> Part | None:
    """Take connectors, times, places and auxiliaries off both ends; None when nothing that names a thing is left."""
    known = context.marks.trimmed
    if (start, end) not in known:
        known[start, end] = _trim(context, start, end) if end - start < _LONGEST else None
    return known[start, end]


def _trim(context: Context, start: int, end: int) -> Part | None:
    shadow, times = context.shadow, context.times
    norm = shadow.norm
    marks = context.marks
    start, stop = _clear(norm, start, end, times)
    behind = _skip_actor(shadow, start, stop)
    if marks.haves:
        behind = _skip_possession(context, behind, stop)
    if behind != start:
        start, stop = _clear(norm, behind, stop, times)
        start = skip_place(shadow, start, stop)
    start, stop = _drop_auxiliaries(norm, start, stop)
    fuller = _fuller_name(norm, start, stop)
    if fuller is not None:
        return fuller
    if times.times:
        start, stop = _without_times(norm, start, stop, times)
    if marks.speeches and (speech := marks.last_speech(start, stop)) is not None:
        start, stop = strip(norm, speech[1], stop)
    words = norm[start:stop]
    if (
        len(words) < _SHORTEST
        or words[0].isdigit()
        or words.startswith(_COMPARED)
        or is_empty(words)
        or (" số " in words and _ACT.match(words))
    ):
        return None
    return start, stop


def _clear(norm: str, start: int, end: int, times: Timeline) -> Part:
    """Take leading connectors and times off a phrase."""
    while True:
        start, end = strip(norm, start, end)
        if start >= end:
            return start, start
        time = times.at(start) if times.times else None
        if time is not None:
            start = time.end
            continue
        lead = _LEAD.match(norm, start, end) if _first_word(norm, start, end) in _FIRST_OF_LEADS else None
        if lead is None:
            return start, end
        start = lead.end()


def _first_word(norm: str, start: int, stop: int) -> str:
    """The word at ``start``, or nothing when no other follows it (a slice to "not found" would copy the whole text)."""
    space = norm.find(" ", start, stop)
    return norm[start:space] if space >= 0 else ""


def _skip_actor(shadow: Shadow, start: int, stop: int) -> int:
    """Behind the names, the office or the place that did what is told."""
    actor = _ACTOR.match(shadow.cased, start, stop) if shadow.cased[start : start + 1].isupper() else None
    if actor is None and _first_word(shadow.norm, start, stop) in _FIRST_OF_OFFICES:
        actor = _OFFICE.match(shadow.norm, start, stop)
    return skip_place(shadow, actor.end() if actor is not None else start, stop)


def _skip_possession(context: Context, start: int, stop: int) -> int:
    """Behind "có", "giao chỉ tiêu" and the like, when who has or assigns stands before it."""
    norm, first = context.shadow.norm, start
    for at, end, word in context.marks.haves_between(start, stop):
        if at < start or start not in (first, at):
            continue
        condition = _HAVE_BEHIND.get(word)
        found = condition.match(norm, end, stop) if condition is not None else None
        if found is None and (word in _CONDITIONAL or not norm.startswith(" ", end)):
            continue
        behind = end + 1 if found is None else found.end()
        is_strong = found is not None or word not in _WEAK
        if stop - behind > _SHORTEST and (is_strong or at == start or is_body(context.shadow, start, at)):
            start = behind  # phấn đấu hoàn thành chỉ tiêu thu ngân sách 6.600 triệu đồng: another may follow
    return start


def _drop_auxiliaries(norm: str, start: int, stop: int) -> Part:
    start, stop = strip(norm, start, stop)
    while stop > start and (cut := auxiliary_start(norm, start, stop)) != stop:
        start, stop = strip(norm, start, cut)
    return start, stop


def _fuller_name(norm: str, start: int, stop: int) -> Part | None:
    """The name said a little before that a short one stands for: "thu" → "thu ngân sách Nhà nước"."""
    if stop - start > _LONGEST_SHORT_NAME:
        return None
    short = _SHORT_NAME.fullmatch(norm, start, stop)
    if short is None:
        return None
    found = find_last(_FULL_NAMES[short.lastgroup or ""], norm, max(0, start - _NAME_REACH), start)
    return found.span() if found is not None else None


def _without_times(norm: str, start: int, stop: int, times: Timeline) -> Part:
    """Without a time behind connectives at its beginning, and without one at its end."""
    for time in times.beginning_between(start, stop):
        if time.end < stop and _CONNECTS.fullmatch(norm, start, time.start):
            start, stop = _clear(norm, time.end, stop, times)  # thế nhưng đến tháng 10 mới giải ngân
    for time in times.beginning_between(start, stop):
        value = _VALUE.match(norm, time.end, stop)
        if value is not None:
            start = value.end()  # tình hình kinh tế 9 tháng năm 2023 giá trị sản xuất đạt
    for time in times.beginning_between(start, stop):
        if stop <= time.end + 1:
            start, stop = _drop_auxiliaries(norm, start, time.start)
    return start, stop
