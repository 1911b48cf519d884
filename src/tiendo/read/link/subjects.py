# SPDX-License-Identifier: Apache-2.0
"""The noun phrase that names what a quantity measures."""

from __future__ import annotations

import re

from tiendo.read.dimensions.period.data import TimeExpression
from tiendo.read.dimensions.quantity.data import Mention, UnitClass
from tiendo.read.link.kinds import Context
from tiendo.read.link.words import CLAUSE_END, PHRASE_END, PLAN_BEHIND

# Words that begin a clause without being part of the subject.
_LEAD = re.compile(
    r"(?:và|còn|trong\sđó|đồng\sthời|ngoài\sra|bên\scạnh\sđó|cùng\svới\sđó|đặc\sbiệt|cụ\sthể|riêng|nhất\slà|theo\sđó|qua\sđó|nổi\sbật\slà|như|là|với|có|đến\snay|hiện\snay|hiện|nay"
    r"|tính\sđến\snay|trong|tại|về|do|khi|nhờ|tuy\snhiên|nhưng|mặc\sdù|có\sthể\sthấy|kết\squả|trước\sđó|sau|từ|cũng|đã|được|các|đến|vào|ước|năm\snay|cả\snăm|quận|huyện|xã|phường|tỉnh|thành\sphố)\s+"
)
# What may stand between the noun phrase and its verb.
_AUXILIARY = re.compile(
    r"(?:(?<=\s)|^)(?:ước|tính|thực\shiện|đã|được|mới|chỉ|đều|hiện|còn|cũng|sẽ|dự\skiến|tiếp\stục|bình\squân|giải\sngân\sđược|đạt|là|tăng|giảm|phấn\sđấu|trung\sbình|hàng\snăm"
    r"|mỗi\snăm|ở\smức|duy\strì|mức|khoảng|ít\snhất|tối\sthiểu|bằng|từ|có|cao|thấp|vẫn|thu|cơ\sbản|lại|đạt\sđược|chiếm|với|cả\snăm|lên|xuống|đến|nay)$"
)
_HAVE = re.compile(
    r"(?<!\w)(?:(?P<strong>phấn\sđấu|dự\skiến|quyết\stâm|đề\snghị|yêu\scầu|cho\sthấy|đưa|nâng|đảm\sbảo|bảo\sđảm|duy\strì)|có|gồm|với)\s"
)
_FUNCTION = re.compile(
    r"(?:do|vì|nhờ|so|trong|tại|ở|và|với|khi|cùng|trở|theo|sau|trước|đến|từ|để|như|mà|nên|là|thì|còn|nhưng|trên|dưới|về|cao|thấp|của|đã|được|đang|sẽ|có|bằng|qua|hoặc|tuy|nhằm|vào|ra|lên|/)(?!\w)"
)
_BODY_ONLY = re.compile(
    r"(?:(?:toàn|cả|trên\sđịa\sbàn|tại|ở)\s)?(?:quận|huyện|xã|phường|tỉnh|thành\sphố|tp|đặc\skhu|thị\sxã|đảng\sbộ|toàn|địa\sphương|đơn\svị|ubnd|đảng\sủy)(?:\s\w+){0,4}"
)
_ACTION = re.compile(
    r"(?<!\w)(kết\snạp|giải\squyết|xử\slý|cấp|thành\slập|khai\strừ|xử\sphạt|tuyển\sdụng|giải\sthể|xóa|tiếp\snhận|đào\stạo|thu\shút)(?:\s(?:mới|được|đã))*\s?$"
)
_WORD = re.compile(r"\w")


def _strip(norm: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not norm[start].isalnum():
        start += 1
    while end > start and not (norm[end - 1].isalnum() or norm[end - 1] in '”")'):
        end -= 1
    return start, end


def _clear(norm: str, start: int, end: int, times: list[TimeExpression]) -> tuple[int, int]:
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


def left_phrase(norm: str, context: Context, times: list[TimeExpression]) -> tuple[int, int] | None:
    """The noun phrase before the verb in the clause of the number; None when the clause has none."""
    mention = context.mention
    floor = context.floor
    end = mention.hedge_start
    start = floor
    for boundary in CLAUSE_END.finditer(norm, floor, end):
        if boundary.end() < end and _WORD.search(norm, boundary.end(), end):
            start = boundary.end()
        elif norm[boundary.start()] in ",;.":
            return None
    if context.trigger_start >= start and context.trigger != "share":
        if context.trigger_word != "giải ngân":
            end = context.trigger_start
    start, stop = _clear(norm, start, end, times)
    for have in _HAVE.finditer(norm, start, stop):
        if stop - have.end() > 2 and (
            have.lastgroup or have.start() == start or _BODY_ONLY.fullmatch(norm, start, have.start() - 1)
        ):
            start = have.end()
            break
    start, stop = _clear(norm, start, stop, times)
    stop = _drop_auxiliaries(norm, start, stop)
    for time in times:
        if start < time.start < stop <= time.end + 1:
            stop = time.start
    start, stop = _strip(norm, start, stop)
    if stop - start < 2:
        return None
    return start, stop


def _drop_auxiliaries(norm: str, start: int, stop: int) -> int:
    while stop > start:
        start, stop = _strip(norm, start, stop)
        auxiliary = _AUXILIARY.search(norm, max(start, stop - 20), stop)
        if auxiliary is None or auxiliary.start() < start:
            return stop
        stop = auxiliary.start()
    return stop


def right_phrase(norm: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that follows directly: up to a sign or a verb that ends it."""
    stop = PHRASE_END.search(norm, start, end)
    if stop is not None:
        end = stop.start()
    start, end = _strip(norm, start, end)
    return (start, end) if end > start else None


#: Phrases that name no subject of their own: the subject is the one before.
_EMPTY = re.compile(
    r"(?:(?:tỷ\slệ|tỉ\slệ|cụ\sthể|hoàn\sthành|kế\shoạch|năm|dự\stoán|chỉ\stiêu|mức|con\ssố|này|đó|tổng|cùng\skỳ|so|trước|tăng|giảm|số|nghị\squyết|tương|ứng|qua|trong|giao|cả|trên|tổng\ssố|thành\sphố|tỉnh|tp|hđnd|ubnd|nó|kết|quả|và|lần|lượt|đạt|chiếm|quyết\stâm|phấn\sđấu|dự\skiến|ước|là|còn|được|đã|mới|với|tăng\sthêm|đó)\s?)+"
)
#: Verbs behind which a count is the value of the phrase before: "số hộ nghèo còn 171 hộ".
_VALUE_OF = re.compile(
    r"(?:số|tổng|tỷ\slệ|lượng|diện\stích|dân\ssố|quy\smô|mật\sđộ|sản\slượng|năng\ssuất|thu|chi|hộ|vụ|tai\snạn|tội\sphạm|đàn|giá\strị|doanh\sthu|mức|thu\snhập|vốn|nguồn|kinh\sphí|kim\sngạch|khách)(?!\w)"
)


def find_subject(
    norm: str, context: Context, times: list[TimeExpression], previous: tuple[int, int] | None
) -> list[tuple[int, int]]:
    """The parts of the subject as ranges of ``norm``, in the order in which they are read."""
    mention = context.mention
    if mention.unit_class in (UnitClass.NOUN, UnitClass.WORD):
        return _count_subject(norm, context, times, previous)
    if context.floor > context.after_previous and previous is not None and context.trigger == "":
        return [previous]  # the plan of the share before it: "cao hơn so với chỉ tiêu 80%"
    left = left_phrase(norm, context, times)
    if left is not None and not _EMPTY.fullmatch(norm, *left):
        if mention.unit_class is UnitClass.MEASURE and norm.count(" ", *left) < 2:
            behind = right_phrase(norm, mention.end, context.ceiling)
            if behind is not None and behind[0] <= mention.end + 1 and not _FUNCTION.match(norm, behind[0]):
                return [left, behind]  # trồng mới 68 ha rừng
        return [left]
    if mention.unit_class is UnitClass.PERCENT and not PLAN_BEHIND.match(norm, mention.end):
        behind = right_phrase(norm, mention.end, context.ceiling)
        if behind is not None and not norm[mention.end : behind[0]].strip() and not _FUNCTION.match(norm, behind[0]):
            return [behind]
    return [previous] if previous is not None else []


def _noun_start(norm: str, mention: Mention) -> int:
    at = mention.end - len(mention.unit)
    return max(at, mention.number_end)


def _count_subject(
    norm: str, context: Context, times: list[TimeExpression], previous: tuple[int, int] | None
) -> list[tuple[int, int]]:
    mention = context.mention
    noun = _noun_start(norm, mention)
    phrase = right_phrase(norm, noun, context.ceiling) or (noun, mention.end)
    action = _ACTION.search(norm, context.floor, mention.hedge_start)
    if action is not None:
        return [action.span(1), phrase]
    if phrase[1] <= mention.end + 1:
        left = left_phrase(norm, context, times)
        if left is not None and (context.trigger in ("reach", "level") or _VALUE_OF.match(norm, *left)):
            if not _BODY_ONLY.fullmatch(norm, *left) and not _EMPTY.fullmatch(norm, *left):
                return [left]
        if previous is not None and norm.startswith(mention.unit.split(" ")[0], previous[0]):
            return [previous]
    elif context.trigger == "level":
        left = left_phrase(norm, context, times)
        if left is not None and _VALUE_OF.match(norm, *left):
            return [left]
    return [phrase]
