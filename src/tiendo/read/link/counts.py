# SPDX-License-Identifier: Apache-2.0
"""What a count counts: the phrase behind it, with what was done to it, or what was named before.

Not here: values and shares (``subjects``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from tiendo.read.dimensions.period.data import TimeExpression
from tiendo.read.dimensions.quantity.data import Mention, UnitClass
from tiendo.read.dimensions.quantity.units import match_unit
from tiendo.read.link.context import Context
from tiendo.read.link.phrases import VALUE_OF, Part, Seen, is_place, left_phrase, right_phrase
from tiendo.read.text.shadow import Shadow

_ACTION = re.compile(
    r"(?<!\w)(kết\snạp|còn\sthiếu|thiếu|trước\svà\sđúng\shạn|đúng\shạn|trễ\shạn|quá\shạn|hợp\sđồng|điều\sđộng|bổ\ssung|di\sdời|còn\svướng|công\snhận\schính\sthức|xóa\stên|giải\squyết|xử\slý|thành\slập|khai\strừ|xử\sphạt|tuyển\sdụng|giải\sthể|xóa|tiếp\snhận|đào\stạo|thu\shút|làm\schết|bị\sthương|tiêm\sphòng)(?:\s(?:mới|được|đã|từ|thêm))*\s?$"
)
_BUSY = re.compile(r"(?<!\w)(?:đã|sẽ|đang|chỉ|làm|khiến)(?!\w)|(?<!\w)(?:ở|tại|với|trong|thuộc|cho|của|từ|làm)$")
#: Units that stand for the people named before: "số giáo viên … thực tế mới có 1.854 người".
_PERSONS = frozenset(("người", "em", "cháu"))
#: Units that say nothing of what is counted.
_GENERIC = frozenset("trường hợp|vụ|vụ việc|lượt|người|đơn vị|cơ sở|điểm".split("|"))
_LIST_WORDS = 2
_DOES = re.compile(
    r"(?:xảy\sra|phát\shiện|bắt|ghi\snhận|tổ\schức|đề\sra|đón|chăm\slo|hỗ\strợ|trao|tặng|vận\sđộng|huy\sđộng|ban\shành|xây\sdựng|kiểm\stra|thanh\stra|tiến\shành|tuyên\struyền|thành\slập|chỉ|còn|mở|phê|phối|ủy\sban|đảng\sủy|ban|phòng|công\san|trung\stâm|hội|đoàn|mặt\strận|người\sdân|nhân\sdân|bà\scon)(?!\w)"
)
_HAPPENS = re.compile(r"xảy\sra|phát\shiện|ghi\snhận")
_ABOUT = re.compile(r"(?:về|riêng|đối\svới)\s([^,;:.()\d]{4,60}),")
_VERB_REACH = 40
_VERB_BEFORE = re.compile(
    r"(?:^|[,;:(]\s|-\s|(?<!\w)(?:đã|và|để|sẽ|tiếp\stục|phải|cần|người\sdân|nhân\sdân)\s)([^\W\d_]+(?:\s[^\W\d_]+){0,2}?)\s(?:xong\s|được\s|mới\s|thêm\s|cho\s)*$"
)
_NEUTRAL = re.compile(
    r"(?<!\w)(?:có|còn|được|là|với|gồm|hoàn\sthành|đạt|thực\shiện|ban\shành|xảy\sra|phát\shiện|trong|tại|của|cho|các|những|đưa|khánh\sthành|toàn|cả|hiện|khoảng|trên|hơn|gần|số|tổng|từ|đến|ở"
    r"|do|về|như|theo|bằng|tăng|giảm|mỗi|chỉ|riêng|cụ\sthể|năm|tháng|quý|đề\sra|tổ\schức|phục\svụ|nâng|xây\sdựng|triển\skhai|này|đó|vượt|chiếm|thành|lên|xuống|làm|qua|hộ|người|xã|phường|quận|huyện|tỉnh|đón|ước|công|phấn\sđấu|mở)(?!\w)"
)
_NUMBER_OF = re.compile(r"(?:tổng\s)?(?:số|lượng)(?:\slượng)?\s(?!tiền|vốn|thu|chi|nợ|kinh|nộp|lãi)([^\W\d_]+)")
_SIZES = {"triệu đồng": Decimal(10) ** 6, "tỷ đồng": Decimal(10) ** 9}


def _repeats(norm: str, context: Context, earlier_unit: str, previous: list[Part]) -> bool:
    """A bare count that goes on with what was named before: "140 hồ sơ trễ hạn, trong đó 20 hồ sơ …", "giảm 9 hộ"."""
    unit = context.mention.unit
    if norm.startswith(unit, previous[0][0]):
        return True
    first = unit.split(" ", 1)[0]
    if context.trigger in ("up", "down") and first == earlier_unit.split(" ", 1)[0]:
        return True
    return unit in _PERSONS


def _tells_count(shadow: Shadow, context: Context, left: Part) -> bool:
    """Whether the phrase before a bare count is what it counts: "khách quốc tế đạt 18.340 lượt"."""
    if VALUE_OF.match(shadow.norm, *left):
        return True
    if is_place(shadow, left):
        return False
    if context.trigger == "" and left[1] + 1 >= context.mention.hedge_start:  # phá rừng trái pháp luật 37 vụ
        words = shadow.norm[slice(*left)]
        if context.mention.unit in _GENERIC and words.count(" ") > _LIST_WORDS:
            return _BUSY.search(words) is None
        return words.count(" ") >= _LIST_WORDS and not _DOES.match(words) and not _BUSY.search(words)
    if context.trigger not in ("reach", "level"):
        return False
    return shadow.norm.count(" ", *left) >= 1 and not context.mention.unit.startswith(("chỉ tiêu", "tiêu chí"))


def _noun_start(mention: Mention) -> int:
    return max(mention.end - len(mention.unit), mention.number_end)


def count_subject(shadow: Shadow, context: Context, times: list[TimeExpression], seen: Seen) -> list[Part]:
    norm, mention = shadow.norm, context.mention
    noun = _noun_start(mention)
    phrase = right_phrase(norm, noun, context.ceiling) or (noun, mention.end)
    action = _ACTION.search(norm, context.floor, mention.hedge_start)
    if action is not None:
        if action.group(1) in ("làm chết", "bị thương"):
            for unit, parts in reversed(seen):
                if parts and unit.startswith("vụ"):
                    return [*parts, action.span(1)]
        return [action.span(1), phrase]
    if phrase[1] <= mention.end + 1:
        left = left_phrase(shadow, context, times, context.floor)
        if left is not None and _tells_count(shadow, context, left):
            return [left]
        for unit, parts in reversed(seen):
            if parts and _repeats(norm, context, unit, parts):
                return parts
        if mention.unit in _GENERIC:
            theme = _theme(shadow, context, times, left)
            if theme is not None:
                return [theme]
    elif context.trigger == "level":
        left = left_phrase(shadow, context, times, context.floor)
        if left is not None and VALUE_OF.match(norm, *left):
            return [left]
    verb = _verb_before(shadow, context)
    return [verb, phrase] if verb is not None else [phrase]


def _theme(shadow: Shadow, context: Context, times: list[TimeExpression], left: Part | None) -> Part | None:
    """What a bare "vụ" counts: "Cháy xảy ra 5 vụ", "Về phạm pháp hình sự, 6 tháng xảy ra 97 vụ"."""
    if left is not None and _HAPPENS.search(shadow.norm, left[1], context.mention.hedge_start):
        return left
    about = _ABOUT.match(shadow.norm, context.sentence_start, context.mention.hedge_start)
    return about.span(1) if about is not None else None


def _verb_before(shadow: Shadow, context: Context) -> Part | None:
    """The verb of one to three words right before a count: "tạm giữ 27 ô tô", "lắp xong 36 camera"."""
    norm, end = shadow.norm, context.mention.hedge_start
    found = _VERB_BEFORE.search(norm, max(context.floor, end - _VERB_REACH), end)
    if found is None or found.start(1) < context.floor or _NEUTRAL.search(norm, *found.span(1)):
        return None
    return found.span(1)


def recount(mention: Mention, norm: str, subject: list[Part]) -> None:
    """Millions without a unit are money unless the subject says what is counted: "số hồ sơ tiếp nhận là 14 triệu"."""
    if mention.unit_class is not UnitClass.MONEY or "đồng" in norm[mention.start : mention.end] or not subject:
        return
    counted = _NUMBER_OF.match(norm, subject[0][0])
    if counted is None or mention.unit not in _SIZES:
        return
    noun = match_unit(norm, counted.start(1) - 1)
    if noun.unit_class is not UnitClass.NOUN:
        return
    factor = _SIZES[mention.unit]
    mention.value, mention.step = mention.value * factor, mention.step * factor
    mention.unit, mention.unit_class = noun.name, UnitClass.NOUN
    mention.rules.append("unit.from-subject")
