# SPDX-License-Identifier: Apache-2.0
"""The noun phrase that names what a quantity measures.

A value ("đạt 30,37%") takes the phrase before its verb; a count ("534 doanh nghiệp phát triển mới") the phrase behind it.
"""

from __future__ import annotations

import re

from tiendo.read.dimensions.period.data import TimeExpression
from tiendo.read.dimensions.quantity.data import UnitClass
from tiendo.read.link.context import Context
from tiendo.read.link.counts import count_subject
from tiendo.read.link.phrases import (
    FUNCTION,
    PLACE,
    VALUE_OF,
    Part,
    Seen,
    earlier_clause,
    is_place,
    left_phrase,
    opening_clause,
    right_phrase,
)
from tiendo.read.link.words import CLAUSE_END, PLAN_BEHIND
from tiendo.read.text.shadow import Shadow

_TOPIC = re.compile(
    r"(?:tỷ|tỉ)\slệ\s(?!từ|trên|dưới|đạt|là|cao|thấp)[^\s,;:.()\d]+(?:\s(?!cao|thấp|dưới|trên|đạt|của|là|so|tăng|giảm)[^\s,;:.()\d]+){0,6}|giải\sngân(?:\svốn)?(?:\sđầu\stư\scông)?"
)
_RATE_TOPIC = re.compile(r"(?:(?:tỷ|tỉ)\slệ\s)?giải\sngân(?:\svốn)?(?:\sđầu\stư(?:\scông)?)?")
_RANKING_REACH = 600
_PLAN_OF = re.compile(r"(?:các\s)?(?:chỉ\stiêu|mục\stiêu|tương\stự|khối\slượng\scòn)(?!\w)")
_TAKES_UP = re.compile(r"(?<!\w)chiếm(?:\s[^\s,;.]+){0,3}\s$")
_FUNDS = re.compile(r"\s(?:thu\sngân|vốn|tiền|nợ|ngân\ssách|kinh\sphí|thuế|doanh\sthu|học\sbổng)(?!\w)")
_RANK = re.compile(
    r"(?:dẫn\sđầu|đứng\sđầu|cao\snhất|thấp\snhất|tiếp\stheo|tiếp\sđến|tiếp|kế\sđến|xếp\ssau|đứng\scuối|cuối\scùng|đứng\sthứ\s\w+|(?:\w+\s){0,4}còn\slại)\s(?:là\s|thuộc\svề\s)?(?=\w)"
)
_IS = re.compile(r"\slà\s")


def find_subject(shadow: Shadow, context: Context, times: list[TimeExpression], seen: Seen) -> list[Part]:
    """The parts of the subject as ranges of ``norm``, in the order in which they are read.

    Args:
        seen: unit and subject of each quantity before in the sentence.
    """
    mention = context.mention
    if mention.unit_class in (UnitClass.NOUN, UnitClass.WORD) and "/" not in mention.unit:
        return count_subject(shadow, context, times, seen)
    return _value_subject(shadow, context, times, seen[-1][1] if seen else [])


def _value_subject(shadow: Shadow, context: Context, times: list[TimeExpression], previous: list[Part]) -> list[Part]:
    norm, mention = shadow.norm, context.mention
    follows_plan = context.floor > context.after_previous and context.trigger == ""
    if follows_plan and previous and CLAUSE_END.search(norm, context.floor, mention.hedge_start) is None:
        return previous  # the plan of the share before it: "cao hơn so với chỉ tiêu 80%"
    if mention.unit_class is UnitClass.MONEY and (_FUNDS.match(norm, mention.end) or _IS.match(norm, mention.end)):
        behind = _behind(norm, context)
        if behind is not None and context.trigger_word == "giải ngân":
            return [(context.trigger_start, context.trigger_start + len("giải ngân")), behind]
        if behind is not None:
            return [behind]  # giải ngân được 842 tỷ đồng vốn đầu tư công; có gần 35 tỷ là nợ xây dựng
    left = left_phrase(shadow, context, times, context.floor)
    if left is not None and (rank := _RANK.match(norm, *left)) is not None:
        left = (rank.end(), left[1])
    if left is not None and mention.unit_class is UnitClass.PERCENT:
        topic = _topic(shadow, context, left)
        if topic is not None:
            return [topic, left]
    if left is not None and norm.startswith("đối với ", left[0]):
        earlier = opening_clause(shadow, context, times)
        if earlier and earlier[0][1] < left[0]:
            return [*earlier, (left[0] + len("đối với "), left[1])]
    if left is not None and _PLAN_OF.match(norm, *left):
        behind = _behind(norm, context)
        if behind is not None:
            return [behind]  # chỉ tiêu thu gom, xử lý 80% nước thải đô thị
    if left is not None and not is_place(shadow, left):
        if mention.unit_class is UnitClass.MEASURE and norm.count(" ", *left) < 2:
            behind = _behind(norm, context)
            if behind is not None:
                return [left, behind]  # trồng mới 68 ha rừng
        return [left]
    if mention.unit_class in (UnitClass.PERCENT, UnitClass.MEASURE) and not (previous and _takes_up(norm, context)):
        behind = _behind(norm, context)
        if behind is not None:
            return [behind]
    if previous:
        return previous
    return earlier_clause(shadow, context, times)


def _takes_up(norm: str, context: Context) -> bool:
    """chiếm tỷ lệ 0,19% tổng số hộ: the share is of what was counted before."""
    return _TAKES_UP.search(norm, context.floor, context.mention.hedge_start) is not None


def _behind(norm: str, context: Context) -> Part | None:
    """The noun phrase right behind a percentage or measure: "75% số vụ vi phạm", "50% là đất nông nghiệp"."""
    mention = context.mention
    if PLAN_BEHIND.match(norm, mention.end):
        return None
    start = mention.end
    link = _IS.match(norm, start)
    if link is not None:
        start = link.end()
    behind = right_phrase(norm, start, context.ceiling)
    if behind is None or norm[start : behind[0]].strip() or FUNCTION.match(norm, behind[0]):
        return None
    return behind


def _topic(shadow: Shadow, context: Context, left: Part) -> Part | None:
    """The rate of which a list of places tells the values: "tỷ lệ giải ngân vốn … huyện A 26,3%, huyện B 24,5%"."""
    if not shadow.cased[left[0]].isupper() and not PLACE.match(shadow.norm, left[0]):
        return None
    if VALUE_OF.match(shadow.norm, left[0]):
        return None
    topic = _TOPIC.search(shadow.norm, context.sentence_start, left[0])
    if topic is None:  # a ranking goes on over sentences
        for topic in _RATE_TOPIC.finditer(shadow.norm, max(0, left[0] - _RANKING_REACH), context.sentence_start):
            pass
    return topic.span() if topic is not None else None
