# SPDX-License-Identifier: Apache-2.0
"""Noun phrases before and behind a number, freed of connectors, times, places and verbs.

Not here: which of them names what a quantity measures (``subjects``, ``counts``).
"""

from __future__ import annotations

import re

from tiendo.read.dimensions.period.data import TimeExpression
from tiendo.read.link.context import Context
from tiendo.read.link.words import CLAUSE_END, PHRASE_END
from tiendo.read.text.shadow import Shadow

Part = tuple[int, int]
#: Unit and subject of each quantity before in the sentence.
Seen = list[tuple[str, list[Part]]]
# Words that begin a clause without being part of the subject.
_LEAD = re.compile(
    r"(?:công\stác|mới|chỉ(?!\stiêu|\ssố)|phải|vẫn|đều|thực\stế|thời\sđiểm|cuối|đầu(?=\s(?:năm|quý|tháng|nhiệm))|hết|và|còn|trong\sđó|đồng\sthời|ngoài\sra|bên\scạnh\sđó|cùng\svới\sđó|đặc\sbiệt|cụ\sthể|riêng|nhất\slà|theo\sđó|qua\sđó|nổi\sbật\slà|như|là|với|có|đến\snay|hiện\snay|hiện|nay"
    r"|tính\sđến\snay|trong|tại|về|do|khi|nhờ|tuy\snhiên|nhưng|mặc\sdù|có\sthể\sthấy|kết\squả|trước\sđó|sau|từ|cũng|đã|được|các|đến|vào|ước\stính|ước|tiếp\sđến|mỗi\sngày|bình\squân|tính|trung\sbình"
    r"|theo|nâng|đưa|kéo\sgiảm|giảm|tăng|đạt|hàng\snăm|toàn\sbộ|thấp\snhất|cao\snhất|lần\slượt)\s+"
)
# What may stand between the noun phrase and its verb.
_AUXILIARY = re.compile(
    r"(?:(?<=\s)|^)(?:ước|tính|thực\shiện|đã|được|mới|chỉ|đều|hiện|còn|cũng|sẽ|dự\skiến|tiếp\stục|bình\squân|đạt|là|tăng|giảm|phấn\sđấu|trung\sbình|hàng\snăm"
    r"|mỗi\snăm|ở\smức|duy\strì|mức|khoảng|ít\snhất|tối\sthiểu|bằng|từ|có|cao|thấp|vẫn|cơ\sbản|lại|đạt\sđược|chiếm|với|cả\snăm|lên|xuống|đến|nay|này|dẫn\sđầu|đứng\sđầu|thể|hết|tính|xảy\sra)$"
)
_JOINT = re.compile(r"\s(?:và|với|gồm|nhưng|hoặc|cùng)$")
_TRAIL = re.compile(
    r"\s(?:và|với|có|gồm|còn|hoặc|là|đạt|tăng|giảm|trong|tại|ở|để|từ|đến|nhưng|được|bằng|so|chiếm|hơn|các|những|cùng)$"
)
_HAVE = re.compile(
    r"(?<!\w)(?:(?P<strong>với(?=\s(?:tổng|số|kinh\sphí|giá\strị|mức|quy\smô|diện\stích))|phấn\sđấu|dự\skiến|quyết\stâm|đề\snghị|yêu\scầu|cho\sthấy|cho\sbiết|nêu\srõ|đưa|nâng|đảm\sbảo|bảo\sđảm|duy\strì|hoàn\sthành(?=\schỉ\stiêu)"
    r"|(?:được\s)?giao(?!\s(?:thông|dịch|lưu|ban|nhận|đất))(?:\schỉ\stiêu|\skế\shoạch|\sdự\stoán)?|báo\scáo)|có|gồm|với)\s"
)
FUNCTION = re.compile(
    r"(?:do|vì|nhờ|so|trong|tại|ở|và|với|khi|cùng|trở|theo|sau|trước|đến|từ|để|như|mà|nên|là|thì|còn|nhưng|trên|dưới|về|cao|thấp|của|đã|được|đang|sẽ|có|bằng|qua|hoặc|tuy|nhằm|vào|ra|lên"
    r"|đạt|tăng|giảm|này|đó|năm|quý|tháng|ngày|so|một|nhưng|kế|chỉ|dự)(?!\w)"
)
#: A place or body that opens a phrase.
PLACE = re.compile(
    r"(?:(?:toàn|cả|trên\sđịa\sbàn|các|ubnd|hđnd|đảng\sbộ|đảng\sủy|riêng)\s){0,2}(?:tp\.?\s?hcm|tp\.?\s?hồ\schí\sminh|quận|huyện|xã|phường|tỉnh|thành\sphố|tp|tx|đặc\skhu|thị\sxã|thị\strấn|đảng\sbộ|địa\sphương|đơn\svị|ngành|cả\snước|khu\svực|vùng)(?!\w)\.?(?:\s(?:này|ta))?"
)
#: Phrases that name no subject of their own: the subject is the one before.
_EMPTY = re.compile(
    r"(?:(?:tỷ\slệ|tỉ\slệ|cụ\sthể|hoàn\sthành|kế\shoạch|năm|dự\stoán|chỉ\stiêu|mức|con\ssố|này|đó|tổng|cùng\skỳ|so|trước|tăng|giảm|số|nghị\squyết|tương|ứng|qua|trong|giao|cả|trên|tổng\ssố|thành\sphố|tỉnh|tp"
    r"|hđnd|ubnd|nó|kết|quả|và|lần|lượt|đạt|chiếm|quyết\stâm|phấn\sđấu|dự\skiến|ước|là|còn|được|đã|mới|với|tăng\sthêm|thấp|cao|hơn|nhất|theo|bình\squân|các|ở|tại|từ|lên|xuống|khả\snăng|không|thì|vậy|như|đang|cũng|đều|luôn|vẫn|thế|nhưng|cả\shai|trên\scơ\ssở|số\scòn\slại|tương\sđương|tức|lũy\skế|luỹ\skế|vỏn\svẹn|bảo\sđảm|đảm\sbảo|bố\strí|nguyên\snhân)\s?)+"
)
#: Nouns whose value is told by a count: "số hộ nghèo còn 171 hộ", "tai nạn giao thông 02 vụ".
VALUE_OF = re.compile(
    r"(?:số|tổng|tỷ\slệ|lượng|diện\stích|dân\ssố|quy\smô|mật\sđộ|sản\slượng|năng\ssuất|thu|chi|hộ|vụ|tai\snạn|tội\sphạm|đàn|giá\strị|doanh\sthu|mức|thu\snhập|vốn|nguồn|kinh\sphí|kim\sngạch|khách|phạm\spháp)(?!\w)"
)
_VERB = re.compile(r"(?<!\w)(?:đạt|bằng|chiếm|vượt|ước\sđạt|tăng|là)(?!\w)")
_WORD = re.compile(r"\w")
_SHORT_NAMES = (
    (
        re.compile(r"(?:tỷ\slệ\s|tỉ\slệ\s)?giải\sngân"),
        re.compile(r"giải\sngân\s(?:nguồn\s)?vốn(?:\sđầu\stư(?:\scông|\sxây\sdựng\scơ\sbản|\sphát\striển)?)?"),
    ),
    (re.compile(r"(?:tổng\s)?thu"), re.compile(r"(?:tổng\s)?thu\s(?:ngân\ssách|nsnn)(?:\snhà\snước)?")),
    (re.compile(r"(?:tổng\s)?chi"), re.compile(r"(?:tổng\s)?chi\s(?:ngân\ssách|nsnn)(?:\s(?:nhà\snước|địa\sphương))?")),
)
_NAME_REACH = 400
#: An office or the people before what they did: "Công an quận khám phá", "Lực lượng chức năng lập biên bản".
_OFFICE = re.compile(
    r"(?:công\san|lực\slượng|cơ\squan|sở|ban|phòng|ủy\sban|ubnd|mttq|mặt\strận|trung\stâm|ngành|chính\squyền|hội|đoàn|người\sdân|nhân\sdân|các\scấp)(?!\w)(?:\s[^\W\d_]+){0,7}?"
    r"\s(?=(?:đã\s)?(?:khám\sphá|lập|giải\sngân|thu|chi|huy\sđộng|vận\sđộng|hỗ\strợ|xử\slý|xử\sphạt|kiểm\stra|tiếp\snhận|giải\squyết|hoàn\stất|duy\strì|cấp|trao|triển\skhai|đóng\sgóp|hiến|góp)(?!\w))"
)
_ACTOR = re.compile(r"(?:[^\W\d_a-zà-ỹ]\w*\s){1,5}(?:đã|đang|sẽ|hiện)\s(?:có\s|huy\sđộng\s)?")
_SPEECH = re.compile(r"(?<!\w)(?:cho\sbiết|cho\shay|cho\srằng|nhận\sđịnh|nhấn\smạnh|nêu\srõ|thông\stin|báo\scáo)(?!\w)")
_CONNECTS = re.compile(r"(?:(?:thế|nhưng|tuy|nhiên|đến|tính|hết|từ|trong|vào|cuối|đầu|như|vậy|và|còn|nào|kể)\s?)+")
_ACT = re.compile(r"(?:quyết\sđịnh|nghị\squyết|kế\shoạch|công\svăn|thông\sbáo|chỉ\sthị|báo\scáo|kết\sluận)\ssố\s")
_NEXT = re.compile(r"\s(?:[-–]\s)?([^\W_][\w.]*)")
#: A verb ends the phrase when a number follows, and the number may be the next quantity.
_BEYOND = 16


def earlier_clause(shadow: Shadow, context: Context, times: list[TimeExpression]) -> list[Part]:
    """The phrase of the nearest earlier clause of the sentence, for a first quantity without one of its own."""
    end = context.floor
    boundaries = [
        b.end() for b in CLAUSE_END.finditer(shadow.norm, context.sentence_start, context.mention.hedge_start)
    ]
    for start in [*reversed(boundaries[:-1]), context.sentence_start]:
        if start > context.sentence_start and shadow.norm[start - 1] == "(":
            continue
        stop = CLAUSE_END.search(shadow.norm, start, context.mention.hedge_start)
        end = stop.start() if stop is not None else context.mention.hedge_start
        verb = _VERB.search(shadow.norm, start, end)
        phrase = _trim(shadow, start, verb.start() if verb is not None else end, times)
        if phrase is not None and not is_place(shadow, phrase):
            return [phrase]
    return []


def opening_clause(shadow: Shadow, context: Context, times: list[TimeExpression]) -> list[Part]:
    """The phrase of the clause that opens the sentence: the theme of a list of places or sources."""
    stop = CLAUSE_END.search(shadow.norm, context.sentence_start, context.mention.hedge_start)
    end = stop.start() if stop is not None else context.mention.hedge_start
    phrase = _trim(shadow, context.sentence_start, end, times)
    return [phrase] if phrase is not None and not is_place(shadow, phrase) else []


def left_phrase(shadow: Shadow, context: Context, times: list[TimeExpression], floor: int) -> Part | None:
    """The noun phrase before the verb in the clause of the number; None when the clause has none."""
    norm = shadow.norm
    start, end = floor, context.mention.hedge_start
    opened: list[Part] = []
    stop = 0
    for boundary in CLAUSE_END.finditer(norm, floor, end):
        sign = norm[boundary.start()]
        if sign == "(":
            opened.append((start, boundary.start()))
        elif sign == ")" and opened:  # "Tổng chi (không tính tạm ứng) là": the phrase stands before the bracket
            start, stop = opened.pop()
            continue
        stop = 0
        if boundary.end() < end and _WORD.search(norm, boundary.end(), end):
            start = boundary.end()
        elif norm[boundary.start()] in ",;.":
            return None
    if norm.endswith(" và ", start, end) and floor > context.sentence_start:
        return None  # the end of the phrase before: "14,3 ha đất rừng và 26 hộ"
    start, end = _cut_at_verb(norm, context, start, end)
    if (
        context.trigger in ("up", "down")
        and start <= context.trigger_start
        and _names_nothing(shadow, start, end, times)
    ):
        start = context.trigger_start + len(context.trigger_word)  # giảm tỷ lệ hộ nghèo 1,5%
        end = context.mention.hedge_start
    if floor > context.sentence_start and start == floor and FUNCTION.match(norm, start + 1):
        return None  # giảm từ 14 vụ của 10 tháng năm trước xuống còn 11 vụ
    return _trim(shadow, start, min(stop or end, end), times)


def _cut_at_verb(norm: str, context: Context, start: int, end: int) -> Part:
    """The clause up to the verb of the number; behind "là" when a name follows ("tiếp đến là huyện A 84%")."""
    at, word = context.trigger_start, context.trigger_word
    if at < start or word == "giải ngân" or (context.trigger == "share" and word not in ("chiếm", "là")):
        return start, end
    if word == "là" and norm[at + len(word) : end].strip():
        return at + len(word), end
    return start, at


def _names_nothing(shadow: Shadow, start: int, end: int, times: list[TimeExpression]) -> bool:
    phrase = _trim(shadow, start, end, times)
    return phrase is None or is_place(shadow, phrase)


def _trim(shadow: Shadow, start: int, end: int, times: list[TimeExpression]) -> Part | None:
    """Take connectors, times, places and auxiliaries off both ends; None when nothing that names a thing is left."""
    norm = shadow.norm
    start, stop = _clear(norm, start, end, times)
    actor = _ACTOR.match(shadow.cased, start, stop) or _OFFICE.match(norm, start, stop)
    if actor is not None:
        start = actor.end()
    start = _skip_place(shadow, start, stop)
    for have in _HAVE.finditer(norm, start, stop):
        if stop - have.end() > 2 and (have.lastgroup or have.start() == start or _is_body(shadow, start, have.start())):
            start = have.end()
            break
    start, stop = _clear(norm, start, stop, times)
    start = _skip_place(shadow, start, stop)
    stop = _drop_auxiliaries(norm, start, stop)
    fuller = _fuller_name(norm, *_strip(norm, start, stop))
    if fuller is not None:
        return fuller
    for time in times:
        if start < time.start and time.end < stop and _CONNECTS.fullmatch(norm, start, time.start):
            start, stop = _clear(norm, time.end, stop, times)  # thế nhưng đến tháng 10 mới giải ngân
    for time in times:
        if start < time.start < stop <= time.end + 1:
            stop = _drop_auxiliaries(norm, start, time.start)
    start, stop = _strip(norm, start, stop)
    for speech in _SPEECH.finditer(norm, start, stop):
        start = speech.end()
    start, stop = _strip(norm, start, stop)
    if _ACT.match(norm, start, stop):
        return None
    if stop - start < 2 or _EMPTY.fullmatch(norm, start, stop) or norm[start:stop].isdigit():
        return None
    return start, stop


def _fuller_name(norm: str, start: int, stop: int) -> Part | None:
    """The name said a little before that a short one stands for: "thu" → "thu ngân sách Nhà nước"."""
    for short, full in _SHORT_NAMES:
        if short.fullmatch(norm, start, stop):
            found = None
            for found in full.finditer(norm, max(0, start - _NAME_REACH), start):
                pass
            return found.span() if found is not None else None
    return None


def _is_body(shadow: Shadow, start: int, end: int) -> bool:
    """Whether who has something stands before "có": a place, or names only."""
    words = [word for word in shadow.cased[start:end].split() if word not in ("đã", "đang", "hiện", "cũng", "còn")]
    return PLACE.fullmatch(shadow.norm, start, end - 1) is not None or all(
        w[0].isupper() or w[0].isdigit() for w in words
    )


def _skip_place(shadow: Shadow, start: int, stop: int) -> int:
    """Behind the place that opens a phrase, when more follows: "Quận 1 thu ngân sách" → "thu ngân sách"."""
    place = PLACE.match(shadow.norm, start, stop)
    if place is None:
        return start
    at = place.end()
    while at < stop:
        word = _NEXT.match(shadow.cased, at, stop)
        if word is None or not (word.group(1)[0].isupper() or word.group(1)[0].isdigit()):
            break
        at = word.end()
    rest = shadow.norm[at:stop].strip()
    return at + 1 if len(rest) > 2 and not _EMPTY.fullmatch(rest) and not _AUXILIARY.fullmatch(rest) else start


def is_place(shadow: Shadow, part: Part) -> bool:
    """Whether a phrase is only the name of a place or body."""
    norm, cased = shadow.norm, shadow.cased
    place = PLACE.match(norm, *part)
    if place is None:
        words = cased[part[0] : part[1]].split()
        return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    rest = cased[place.end() : part[1]]
    bare = " ".join(word for word in rest.split() if not (word[0].isupper() or word[0].isdigit() or word in "-–"))
    return not bare or _EMPTY.fullmatch(bare) is not None


def _strip(norm: str, start: int, end: int) -> Part:
    while start < end and not norm[start].isalnum():
        start += 1
    while end > start and not (norm[end - 1].isalnum() or norm[end - 1] in '”")'):
        end -= 1
    return start, end


def _clear(norm: str, start: int, end: int, times: list[TimeExpression]) -> Part:
    """Take leading connectors and times off a phrase."""
    while True:
        start, end = _strip(norm, start, end)
        if start >= end:
            return start, start
        time = next((t for t in times if t.start <= start < t.end), None)
        if time is not None:
            start = time.end
            continue
        lead = _LEAD.match(norm, start, end)
        if lead is None:
            return start, end
        start = lead.end()


def _drop_auxiliaries(norm: str, start: int, stop: int) -> int:
    while stop > start:
        start, stop = _strip(norm, start, stop)
        auxiliary = _AUXILIARY.search(norm, max(start, stop - 20), stop)
        if auxiliary is None or auxiliary.start() < start:
            return stop
        stop = auxiliary.start()
    return stop


def right_phrase(norm: str, start: int, end: int) -> Part | None:
    """The noun phrase that follows directly: up to a sign or a verb that ends it."""
    stop = PHRASE_END.search(norm, start, min(len(norm), end + _BEYOND))
    if stop is not None and stop.start() >= end:
        stop = None
    if stop is not None:
        end = stop.start()
    start, end = _strip(norm, start, end)
    if end > start and norm[end - 1] == "”" and "“" not in norm[start:end]:
        end -= 1
    while (joint := _JOINT.search(norm, max(start, end - 8), end)) is not None:
        end = joint.start()
    while stop is None and (trail := _TRAIL.search(norm, max(start, end - 10), end)) is not None:
        end = trail.start()
    return (start, end) if end > start else None
