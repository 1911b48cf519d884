# SPDX-License-Identifier: Apache-2.0
"""The noun phrase that names what a quantity measures.

A value ("đạt 30,37%") takes the phrase before its verb; a count ("534 doanh nghiệp mới") the phrase behind it.
"""

from __future__ import annotations

import re

from tiendo.read.dimensions.quantity.data import MEASURE, MONEY, NOUN, PERCENT, WORD
from tiendo.read.engine.words import find_last, one_of
from tiendo.read.link.sentence.context import FROM_PLACES, FROM_STATES, Context, Part, Told
from tiendo.read.link.subjects.counts import count_subject, of_place, of_state
from tiendo.read.link.subjects.deeds import deed_before
from tiendo.read.link.subjects.lists import kind_of_measure, under_topic
from tiendo.read.link.subjects.phrases import (
    earlier_clause,
    is_function,
    is_value,
    left_phrase,
    named_in,
    opening_clause,
    right_phrase,
)
from tiendo.read.link.subjects.places import PLACE, is_place
from tiendo.read.link.subjects.sectors import head_of_list
from tiendo.read.link.subjects.trimming import trim

_RATE_WORD = r"[^\s,;:.()0-9]+"
#: The rate or work that a list of places tells the values of.
_TOPIC = re.compile(
    rf"t[ỷỉ]\slệ\s(?!từ|trên|dưới|đạt|là|cao|thấp){_RATE_WORD}"
    rf"(?:\s(?!cao|thấp|dưới|trên|đạt|của|là|so|tăng|giảm){_RATE_WORD}){{0,6}}"
    r"|giải\sngân(?:\svốn)?(?:\sđầu\stư\scông)?"
)
_RATE_TOPIC = re.compile(r"(?:t[ỷỉ]\slệ\sgiải|giải)\sngân(?:\svốn)?(?:\sđầu\stư(?:\scông)?)?")
#: The growth that places are given or reach: "mục tiêu tăng trưởng GRDP cho các tỉnh. Trong đó, … 13,6%; … 12,5%".
_GROWTH_TOPIC = re.compile(r"(?:mục\stiêu\s|tốc\sđộ\s)?tăng\strưởng\s(?:grdp|kinh\stế)(?!\w)")
_PLANNED_FUNDS = re.compile(r"(?:tổng\s)?kế\shoạch\s(?P<funds>vốn\s\w.*)")
_SUMS = frozenset(("số tiền", "tổng số tiền", "kinh phí", "tổng kinh phí"))
_WITH = "với "
_GROWS = re.compile(r"(?<!\w)tăng\strưởng(?!\w)")
_TOPIC_WORDS = ("tỷ lệ", "tỉ lệ", "giải ngân")
_RANKING_REACH = 600
_PLAN_OF = re.compile(r"(?:các\s)?(?:chỉ\stiêu|mục\stiêu|tương\stự|khối\slượng\scòn)(?!\w)")
_TAKES_UP = re.compile(r"(?<!\w)(?:chiếm|tương\s(?:đương|ứng))(?:\s[^\s,;.]+){0,3}\s$")
_TAKES_UP_REACH = 60
_FUNDS = re.compile(
    rf"\s(?:{one_of('thu ngân | vốn | tiền | nợ | ngân sách | kinh phí | thuế | doanh thu | học bổng')})(?!\w)"
)
_RANKS = """
dẫn đầu | đứng đầu | cao nhất | thấp nhất | tiếp theo | tiếp đến | tiếp | kế đến | xếp sau | đứng cuối | cuối cùng
"""
#: What stands before a name in a ranking: "tiếp đến là huyện An Khê 84%".
_RANK = re.compile(
    rf"(?:{one_of(_RANKS)}|đứng\sthứ\s\w+|(?:\w+\s){{0,4}}còn\slại)\s(?:là\s|thuộc\svề\s)?(?=\w)",
)
_RANK_BEHIND = re.compile(r"\s(?:cao|thấp)\snhất$")
#: The product of a place is the whole that debts and revenues are held against: "bằng 61% GRDP".
_PRODUCT = re.compile(r"\s(?:của\s|trong\s|so\svới\s)?gr?dp(?!\w)")
_SETS = re.compile(r"(?:mục|chỉ)\stiêu(?:\scụ\sthể|\scho(?:\snăm)?|\slà)?$")
#: Of what a change is: "tăng 13,2% về số lượng doanh nghiệp".
_ABOUT = re.compile(r"\svề\s(?=(?:số|lượng|vốn|giá|sản|diện|doanh|thu|kim|tổng|quy)(?!\w))")
_IS = re.compile(r"\slà\s")
#: Verbs that tell of a value, not of what was done.
_NO_DEEDS = frozenset(("exceed", "up", "down", "level"))
_MOVES = frozenset(("up", "down"))
_EQUATES = frozenset(("chiếm", "là"))
_DISBURSE = "giải ngân"
_TIMES_UNIT = "lần"
_CASES = ("vụ", "ca", "người", "lượt")
_AS_FOR = "đối với "
_FEW_SPACES = 2
_SET = re.compile(r"(?<!\w)(?:trong|trên)\s(?:tổng\s)?\w$")
_SET_REACH = 12
#: Money that was gathered and what it was gathered for: "vận động được 1,8 tỷ đồng ủng hộ đồng bào".
_PURPOSE = re.compile(
    r"\s(?:ủng\shộ|hỗ\strợ|giúp|chăm\slo|cho\s(?:đề\sán|dự\sán|chương\strình|công\strình|công\stác|nhiệm\svụ))(?!\w)"
)
#: Verbs that say nothing of what money is for.
_TOLD_BEHIND = re.compile(
    r"\strên\sđịa\sbàn(?:\s(?!có|được|đã|không|đạt)[^\s,;:.()0-9]+){0,4}\s(?=(?:có|được)\s(?![0-9]))"
)
_GIVES = re.compile(rf"(?:{one_of('dành | bố trí | phân bổ | chi | cấp | hỗ trợ | trích | đầu tư')})")
_OWN_WORD = re.compile(rf"(?:{one_of('diện tích | dân số')})(?!\w)")


def find_subject(context: Context, told: list[Told], last: list[Part]) -> list[Part]:
    """The parts of the subject as ranges of ``norm``, in the order in which they are read.

    Args:
        context: where the quantity stands.
        told: the quantities before it in its sentence, with their subjects.
        last: the subject of the last quantity of the text, empty for none.
    """
    return _own_subject(context, told, last) or (told[-1].subject if told else []) or last


def _own_subject(context: Context, told: list[Told], last: list[Part]) -> list[Part]:
    mention = context.mention
    if FROM_PLACES in mention.rules:
        return of_place(context, told)
    if FROM_STATES in mention.rules:
        return of_state(context, told)
    if mention.unit == _TIMES_UNIT:
        # gấp 1,5 lần mức bình quân: what stands behind is the base
        left = left_phrase(context)
        return [left] if left is not None and not is_place(context.shadow, left) else []
    if mention.unit_class in (NOUN, WORD) and "/" not in mention.unit:
        return count_subject(context, told)
    if mention.unit_class in (NOUN, WORD) and left_phrase(context) is None and not mention.unit.startswith(_CASES):
        return [(mention.end - len(mention.unit), mention.end)]  # 14,5 bác sĩ/vạn dân names what it is
    return _value_subject(context, told, last)


def _value_subject(context: Context, told: list[Told], last: list[Part]) -> list[Part]:
    previous = told[-1].subject if told else []
    if previous and _is_plan_of_share(context):
        return previous
    funds = _funds_behind(context)
    if funds:
        return funds
    done = _done_with_share(context)
    if done:
        return done
    about = _ABOUT.match(context.shadow.norm, context.mention.end) if context.trigger in _MOVES else None
    if about is not None and (named := right_phrase(context.shadow.norm, about.end(), context.ceiling)) is not None:
        return [named]
    return _by_clause(context, told, last)


def _by_clause(context: Context, told: list[Told], last: list[Part]) -> list[Part]:
    """The subject by the phrase before the verb, or by what stands for it when the clause has none."""
    previous = told[-1].subject if told else []
    left = left_phrase(context)
    found: list[Part] = []
    if left is None and context.mention.unit_class is MEASURE and (kind := _behind(context)) is not None:
        found = kind_of_measure(context, kind, told, last)  # thu hoạch 240 tấn khoai lang; 190 tấn ngô
    if left is not None:
        left = _without_rank(context.shadow.norm, left)
        own = _gathered_for(context, left) or _disbursed(context, left, told)
        if own:
            return own
        if _is_set(context, left) and (behind := _behind(context)) is not None:
            return [behind]
        found = kind_of_measure(context, left, told, last) or _from_left(context, left, previous or last)
        if not found and _names_place(context, left):
            found = under_topic(context, left, told[-1] if told else None, previous or last)
    return found or _from_right(context, previous) or _of_part(context, previous) or previous or earlier_clause(context)


def _disbursed(context: Context, left: Part, told: list[Told]) -> list[Part]:
    """Kế hoạch vốn giải phóng mặt bằng là 640 tỷ đồng, đã giải ngân 213 tỷ đồng: of the funds planned before."""
    norm = context.shadow.norm
    if norm[slice(*left)] != _DISBURSE:
        return []
    planned = (_PLANNED_FUNDS.match(norm, *earlier.subject[0]) for earlier in told if earlier.subject)
    return next(([left, found.span("funds")] for found in planned if found is not None), [])


def _gathered_for(context: Context, left: Part) -> list[Part]:
    """Vận động ủng hộ đồng bào với số tiền 152 triệu đồng: what a bare sum is for stands before it in its clause."""
    norm, with_sum = context.shadow.norm, left[0] - len(_WITH)
    if (
        context.mention.unit_class is not MONEY
        or norm[slice(*left)] not in _SUMS
        or not norm.startswith(_WITH, with_sum)
    ):
        return []
    ends = context.marks.last_ends(context.floor, with_sum, 1)
    start = ends[0][1] if ends else context.floor
    purpose = None if start == context.floor > context.sentence_start else trim(context, start, with_sum)
    return [] if purpose is None else [purpose]


def _is_set(context: Context, left: Part) -> bool:
    """Trong số đơn đã giải quyết có 18,2% đơn khiếu nại đúng: the set is named first, its part behind the number."""
    low = max(context.sentence_start, left[0] - _SET_REACH)
    return context.mention.unit_class is PERCENT and _SET.search(context.shadow.norm, low, left[0] + 1) is not None


def _names_place(context: Context, left: Part) -> bool:
    """Whether a value is told of a place: not "xã Tân An có 140 km2 diện tích tự nhiên", which names what it is."""
    if context.mention.unit_class is PERCENT or not is_place(context.shadow, left):
        return False
    return context.mention.unit_class is MONEY or _behind(context) is None


def _of_part(context: Context, previous: list[Part]) -> list[Part]:
    """A new part of the sentence names its own: "…; thương mại dịch vụ, đạt 117 tỷ đồng"."""
    start = context.shadow.norm.rfind(";", context.floor, context.mention.hedge_start) + 1
    if not previous or start <= context.floor:
        return []
    part = named_in(context, start)
    if part is None:
        return []
    head = head_of_list(context.shadow.norm, part, previous, context.sentence_start)
    return [part] if head is None else [head, part]


def _done_with_share(context: Context) -> list[Part]:
    """Kiểm tra 100% nhà trọ; còn vướng 14,3 ha đất rừng: the deed and what it was done with."""
    if context.mention.unit_class not in (PERCENT, MEASURE):
        return []
    behind = _behind(context)
    deed = deed_before(context) if behind is not None and context.trigger_word not in _EQUATES else None
    if deed is None or behind is None or (context.trigger in _NO_DEEDS and context.trigger_start < deed[0]):
        return []
    left = left_phrase(context)
    has_value = left is not None and left[0] < deed[0] and is_value(context.shadow.norm, left)
    return [] if has_value else [deed, behind]


def _is_plan_of_share(context: Context) -> bool:
    """The plan of the share before it: "cao hơn so với chỉ tiêu 80%"."""
    if context.floor == context.after_previous or context.trigger:
        return False
    return not context.marks.has_end(context.floor, context.mention.hedge_start)


def _funds_behind(context: Context) -> list[Part]:
    """Giải ngân được 842 tỷ đồng vốn đầu tư công; có gần 35 tỷ là nợ xây dựng."""
    norm, mention = context.shadow.norm, context.mention
    if mention.unit_class is not MONEY:
        return []
    if not (_FUNDS.match(norm, mention.end) or _IS.match(norm, mention.end)):
        return []
    behind = _behind(context)
    if behind is None:
        return []
    if context.trigger_word == _DISBURSE:
        return [(context.trigger_start, context.trigger_start + len(_DISBURSE)), behind]
    return [behind]


def _without_rank(norm: str, left: Part) -> Part:
    rank = _RANK.match(norm, *left)
    start = left[0] if rank is None else rank.end()
    behind = _RANK_BEHIND.search(norm, start, left[1])  # Hải Sơn cao nhất là 13,6%
    return (start, left[1] if behind is None else behind.start())


def _from_left(context: Context, left: Part, previous: list[Part]) -> list[Part]:
    """The subject when a phrase stands before the verb; empty when that phrase only names a place."""
    norm, mention = context.shadow.norm, context.mention
    shared = head_of_list(norm, left, previous, context.sentence_start) or (
        _topic(context, left) if mention.unit_class is PERCENT else None
    )
    if shared is not None:
        return [shared, left]
    if norm.startswith(_AS_FOR, left[0]):
        theme = opening_clause(context)
        if theme is not None and theme[1] < left[0]:
            return [theme, (left[0] + len(_AS_FOR), left[1])]
    sets_aim = _PLAN_OF.match(norm, *left) is not None or _SETS.search(norm, *left) is not None
    if sets_aim and (behind := _behind(context)) is not None:
        return [behind]  # chỉ tiêu thu gom, xử lý 80% nước thải đô thị; xã đặt mục tiêu 32% người dân tập thể dục
    return [] if is_place(context.shadow, left) else _with_what_follows(context, left)


def _with_what_follows(context: Context, left: Part) -> list[Part]:
    """The phrase before a value, with what stands behind the value when the first says too little."""
    norm, mention = context.shadow.norm, context.mention
    is_measure = mention.unit_class is MEASURE
    if not is_measure and not (mention.unit_class is MONEY and _PURPOSE.match(norm, mention.end)):
        return [left]
    behind = _behind(context)
    if behind is None:
        return [left]
    if is_measure and not is_value(norm, left) and _OWN_WORD.match(norm, *behind):
        return [behind]  # nhập toàn bộ 22,1 km2 diện tích tự nhiên của xã Tân An
    # trồng mới 68 ha rừng; vận động 1,8 tỷ đồng ủng hộ đồng bào
    return [left, behind] if norm.count(" ", *left) < _FEW_SPACES else [left]


def _from_right(context: Context, previous: list[Part]) -> list[Part]:
    """Giảm 12% số vụ cháy; but "chiếm tỷ lệ 0,19% tổng số hộ" is a share of what was counted before."""
    norm, mention = context.shadow.norm, context.mention
    if mention.unit_class not in (PERCENT, MEASURE):
        return []
    if previous:
        low = max(context.floor, mention.hedge_start - _TAKES_UP_REACH)
        if _TAKES_UP.search(norm, low, mention.hedge_start) or _PRODUCT.match(norm, mention.end):
            return []
    behind = _behind(context)
    return [] if behind is None else _with_predicate(context, behind)


def _with_predicate(context: Context, behind: Part) -> list[Part]:
    """What is told of a thing behind the place where it is: "100% hẻm trên địa bàn có đèn chiếu sáng"."""
    norm = context.shadow.norm
    told = _TOLD_BEHIND.match(norm, behind[1], context.ceiling)
    predicate = None if told is None else right_phrase(norm, told.end(), context.ceiling)
    return [behind] if predicate is None else [behind, predicate]


def _behind(context: Context) -> Part | None:
    """The noun phrase right behind a percentage or measure: "75% số vụ vi phạm", "50% là đất nông nghiệp"."""
    norm, start = context.shadow.norm, context.mention.end
    if context.plan_end >= 0:
        return None
    link = _IS.match(norm, start)
    if link is not None:
        start = link.end()
    behind = right_phrase(norm, start, context.ceiling)
    if behind is None or norm[start : behind[0]].strip() or is_function(norm, behind[0]):
        return None
    return behind


def _topic(context: Context, left: Part) -> Part | None:
    """The rate of which a list of places tells the values: "tỷ lệ giải ngân vốn … huyện A 26,3%, huyện B 24,5%"."""
    norm, start = context.shadow.norm, left[0]
    if not context.shadow.cased[start].isupper() and not PLACE.match(norm, start):
        return None
    if is_value(norm, left) or _GROWS.search(norm, *left):
        return None
    topic = None
    if any(norm.find(word, context.sentence_start, start) >= 0 for word in _TOPIC_WORDS):
        topic = _TOPIC.search(norm, context.sentence_start, start)
    if topic is None:  # a ranking goes on over sentences
        topic = find_last(_RATE_TOPIC, norm, max(0, start - _RANKING_REACH), context.sentence_start)
    if topic is None and is_place(context.shadow, left):
        topic = find_last(_GROWTH_TOPIC, norm, max(0, start - _RANKING_REACH), context.sentence_start)
    return topic.span() if topic is not None else None
