# SPDX-License-Identifier: Apache-2.0
"""Items of a list take over what the total or the first item named: "Trong đó, mầm non có 43 trường".

Here: places under a topic, parts of a count, kinds under a measure. Not here: sectors of the economy (``sectors``).
"""

from __future__ import annotations

import re

from tiendo.read.dimensions.quantity.data import MEASURE, MONEY, NOUN
from tiendo.read.engine.words import find_last, one_of
from tiendo.read.link.sentence.context import Context, Part, Told
from tiendo.read.link.subjects.phrases import is_value
from tiendo.read.link.subjects.places import is_name, is_place

#: What opens the parts of a total.
_PARTS = re.compile(rf"(?<!\w)(?:{one_of('trong đó | bao gồm | gồm | cụ thể | chia ra')})(?!\w)|[(:]")
#: What is measured of each item of a list; the item itself only says of which kind. Source: DOMAIN 1.6, farm reports.
_MEASURED = re.compile(
    r"(?:tổng\s)?(?P<head>(?:di[ệê]n\stích|sản\slượng|năng\ssuất|trữ\slượng|khối\slượng|(?:số\s)?vốn|số\stiền|kinh\sphí|doanh\ssố)"
    r"(?:\sủy\sthác|\suỷ\sthác|\scho\svay|\svay|\shỗ\strợ)?)(?!\w)"
)
#: Work that is measured by its extent: "trồng cam sành 373 ha, mít 38 ha".
_WORKED = re.compile(r"(?P<head>trồng|gieo\strồng|gieo\ssạ|xuống\sgiống|thả\snuôi|nuôi)(?!\w)")
#: What a ranking of places is about: "Một số địa phương có số vốn ủy thác cao như:".
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:có|với|về)\s(?P<topic>(?:tổng\s)?(?:số|tỷ\slệ|sản\slượng|diện\stích|vốn|mức|doanh\sthu|thu|kinh\sphí|nguồn)"
    r"\s(?:[^\s,;:.()0-9]+\s){1,8}?)(?:cao|lớn|thấp|nhiều|khá|ít|nhất|như|gồm|là)(?!\w)[^:.;]{0,40}:"
)
#: Source: levels of schools of Luật Giáo dục.
_LEVEL = re.compile(
    r"(?:^|(?<!\w))(?:bậc|cấp|khối|ngành|bậc\shọc)\s(mầm\snon|tiểu\shọc|trung\shọc\s(?:cơ\ssở|phổ\sthông)|thcs|thpt)(?!\w)"
)
_SCHOOL = "trường"
_OTHER_WORK = re.compile(r"(?:khai\sthác|thu\shoạch|thu\svề|chăm\ssóc|bảo\svệ|chuyển|tiêm|giao)(?!\w)")
_BARE_MEASURE = re.compile(r"(?:tổng\s)?(?:sản\slượng|năng\ssuất|di[ệê]n\stích)(?:\sbình\squân)?")
_SHORTEST_KIND = 1
_LONGEST_LABEL = 5
_EMPTY_UNITS = frozenset("vụ người lượt trường con đồng".split()) - {"trường"}


def under_topic(context: Context, left: Part, previous: Told | None, topic: list[Part]) -> list[Part]:
    """The value of a place: "…; xã Mê Linh được 153 triệu đồng" is of what was told before, and the place.

    Args:
        context: where the value stands.
        left: the phrase before it, a place or body.
        previous: the quantity before it in its sentence.
        topic: the subject before it.
    """
    words = context.shadow.cased[slice(*left)].split()
    if not any(is_name(word) for word in words):
        return []
    announced = _ANNOUNCED.search(context.shadow.norm, context.sentence_start, left[0])
    if announced is not None:
        begin, end = announced.span("topic")
        return [(begin, end - 1), left]
    if not topic:
        return []
    if previous is not None and previous.mention.unit_class is not context.mention.unit_class:
        return []
    return [*[part for part in topic if not is_place(context.shadow, part)], left]


def kind_of_measure(context: Context, left: Part, told: list[Told], last: list[Part]) -> list[Part]:
    """The kind under a measure: "diện tích lúa 53 ha; cây ngô 73 ha" tells the area of both."""
    norm, mention = context.shadow.norm, context.mention
    bare = _of_last_kind(context, left, told)
    if bare:
        return bare
    if mention.unit_class not in (MEASURE, MONEY) or norm.count(" ", *left) >= _LONGEST_LABEL or is_value(norm, left):
        return []
    if is_place(context.shadow, left) or _OTHER_WORK.match(norm, left[0]):
        return []
    if told:
        same = next((earlier for earlier in reversed(told) if earlier.mention.unit == mention.unit), None)
        subject = same.subject if same is not None else []
    else:
        is_part = norm.startswith("trong đó", context.sentence_start)
        is_same = bool(context.earlier) and context.earlier[-1].mention.unit == mention.unit
        subject = last if is_part and is_same else []
    if not subject:
        return []
    head = _MEASURED.match(norm, *subject[0]) or (_WORKED.match(norm, *subject[0]) if told else None)
    if head is None or norm.startswith(head["head"], left[0]):
        return []
    return [head.span("head"), left]


def _of_last_kind(context: Context, left: Part, told: list[Told]) -> list[Part]:
    """A bare measure is of the kind named before: "lúa đạt 62,9 tạ/ha, sản lượng đạt 194.931 tấn"."""
    norm = context.shadow.norm
    if not told or _BARE_MEASURE.fullmatch(norm, *left) is None or norm.find(";", told[-1].mention.end, left[0]) >= 0:
        return []
    kind = told[-1].subject[-1] if told[-1].subject else left
    head = _MEASURED.match(norm, *kind)
    if head is not None:
        kind = (min(head.end() + 1, kind[1]), kind[1])
    is_kind = kind[1] - kind[0] > _SHORTEST_KIND and kind[1] <= left[0] and norm.count(" ", *kind) < _LONGEST_LABEL
    return [left, kind] if is_kind and _BARE_MEASURE.match(norm, *kind) is None else []


def part_of_count(context: Context, told: list[Told], phrase: Part, left: Part | None) -> list[Part]:
    """A part of a total of things: "190 trường đạt chuẩn. Trong đó, mầm non có 43 trường"."""
    norm, mention = context.shadow.norm, context.mention
    if left is None or mention.unit_class is not NOUN or mention.unit.split(" ", 1)[0] in _EMPTY_UNITS:
        return []
    if is_value(norm, left) or norm.count(" ", *left) >= _LONGEST_LABEL or left[1] > mention.start:
        return []
    total = _total(context, told, left)
    if total is None:
        return []
    if " " in mention.unit and mention.unit != total.mention.unit:
        return []  # 64 đơn (48 đơn khiếu nại): the unit says which part
    unit = mention.unit if mention.unit == total.mention.unit else mention.unit.split(" ", 1)[0]
    at = next((i for i, part in enumerate(total.subject) if norm.startswith(unit, part[0])), None)
    if at is None or left in total.subject:
        return []
    whole = total.subject[at]
    rest = (whole[0] + len(unit), whole[1])
    label = norm[slice(*left)]
    is_told = label in norm[slice(*rest)] or rest[1] - rest[0] <= 1
    noun = (phrase[0], phrase[0] + len(unit)) if norm.startswith(unit, phrase[0]) else phrase
    return [*total.subject[:at], noun, left, *([] if is_told else [(rest[0] + 1, rest[1])])]


def level_before(context: Context, left: Part) -> Part | None:
    """The level that schools are of: "Bậc trung học cơ sở có 136 trường đạt chuẩn"."""
    level = _LEVEL.search(context.shadow.norm, *left) if context.mention.unit == _SCHOOL else None
    return None if level is None else level.span(1)


def _total(context: Context, told: list[Told], left: Part) -> Told | None:
    """The total of which a count is a part, when the words before the parts say so."""
    norm, start = context.shadow.norm, context.sentence_start
    unit = context.mention.unit.split(" ", 1)[0]
    opened = find_last(_PARTS, norm, start, context.mention.start)
    if opened is None or opened.end() > left[0]:
        return None
    before = context.earlier
    if opened.start() > start:
        before = [earlier for earlier in told if earlier.mention.end <= opened.start()]
    return next((t for t in reversed(before) if t.subject and t.mention.unit.split(" ", 1)[0] == unit), None)
