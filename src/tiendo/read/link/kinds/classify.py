# SPDX-License-Identifier: Apache-2.0
"""Kind and sign of a quantity from the words around it (GUIDE, field ``kind``): the first rule that fits.

Not here: what it takes over from the quantity before it (``following``), or from subject and period (``refining``).
"""

from __future__ import annotations

import re

from tiendo.kernel.findings import Kind
from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.quantity.data import NOUN, PERCENT, PLUS, POINT
from tiendo.read.engine.words import any_word
from tiendo.read.link.kinds.comparisons import PLAN, base_between, base_of_target, find_comparison
from tiendo.read.link.kinds.fractions import read_fraction
from tiendo.read.link.kinds.plans import counts_targets, is_fraction, is_set_behind, states_plan
from tiendo.read.link.sentence.context import ACTUAL, FORECAST, GROWTH, SHARE_OF_PLAN, TARGET, Context, Said
from tiendo.read.link.sentence.verbs import CHANGES
from tiendo.read.link.sentence.words import OUTCOME

_COMPARED = re.compile(r"\s(?:so\s|cùng\skỳ|của\scùng\skỳ)")  # an index: "bằng 91,4% so cùng kỳ"
_WILL = re.compile(r"(?:\s[^\s,;:.(]+){0,6}?(?<!\svà)\s(?:sẽ|(?:có\s)?khả\snăng|dự\skiến)\s")
#: 4.700 học sinh chưa có thẻ: an order names what is the case.
_STATE = re.compile(r"(?:\s[^\s,;:.()]+){0,4}?\s(?:chưa|còn\slại|đã|đang)(?!\w)")
#: In a section of tasks these words tell of what is.
_DONE = re.compile(any_word("đã", "hiện", r"kết\squả", r"tình\shình", r"vướng\smắc"))


#: By how much a plan was exceeded or missed.
_OVER_PLAN = re.compile(
    r",\s(?:vượt|cao\shơn|tăng)\s(?:so\svới\s)?(?:kế\shoạch|chỉ\stiêu|dự\stoán|nghị\squyết)(?:\s[^\s,;:.()0-9]+){0,4}\s$"
)
_OPENS_LIST = re.compile(r":|(?<!\w)trong\sđó(?!\w)")
_PARTS_OF_RESULT = 4
_TAKES = "chiếm"
_AT_LEAST = Qualifier.AT_LEAST
_PERCENTS = frozenset((PERCENT, POINT))
_TO_COME = frozenset(("target", "forecast"))


def classify(context: Context) -> Said:
    """The first kind of GUIDE that fits. Rules are asked only where they can fit."""
    mention, trigger = context.mention, context.trigger
    context.is_percent = is_percent = mention.unit_class in _PERCENTS
    context.is_change = trigger in CHANGES or mention.unit == "lần" or mention.value < 0 or PLUS in mention.rules
    context.mood = mood = _mood(context)
    return (
        (is_percent and _of_percent(context))
        or (mood == "forecast" and _possible(context))
        or _planned(context)
        or (mood in _TO_COME and _to_come(context))
        or _will_be(context)
        or (not is_percent and is_fraction(mention) and read_fraction(context))
        or (context.is_change and _changed(context))
        or (trigger == "exceed" and Said(GROWTH, 1, find_comparison(context) or PLAN, "kind.exceed"))
        or (is_percent and _disbursed(context))
        or _actual(context)
    )


def _mood(context: Context) -> str:
    """The last word of mood before the number in its sentence, else what its section says."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    mood, at = context.marks.mood(end)
    part = norm.find(";", at, end)
    if mood == "forecast" and part >= 0 and not _OPENS_LIST.search(norm, at, part):
        mood = ""  # a forecast holds to the end of its part of the sentence, an aim for the whole list
    if context.in_plan and mood not in _TO_COME and not _DONE.search(norm, context.floor, context.mention.start):
        return mood if OUTCOME.search(norm, context.sentence_start, context.sentence_end) else "target"
    return mood


def _sign(context: Context) -> int:
    return -1 if context.is_change and context.trigger == "down" else 1


def _coming(context: Context, kind: Kind, rule: str) -> Said:
    """A plan or forecast, of a level or of a change."""
    return Said(kind, _sign(context), base_of_target(context) if context.is_change else None, rule)


def _of_percent(context: Context) -> Said | None:
    """Shares of plans, and changes in percentage points."""
    mention, trigger, mood = context.mention, context.trigger, context.mood
    has_plan = context.plan_end >= 0 and not _takes_part(context)
    if has_plan and (mood == "target" or mention.qualifier is _AT_LEAST):
        return Said(TARGET, 1, PLAN, "kind.least-share-of-plan")
    is_points = mention.unit_class is POINT
    if is_points and context.is_change and mood != "target":
        base = find_comparison(context) or base_between(context)
        return Said(GROWTH, _sign(context), base, "kind.change")
    if trigger in CHANGES:
        return None
    if is_fraction(mention):
        return Said(ACTUAL, 1, PLAN, "kind.reached-of-planned")  # đạt 90,8%/90% kế hoạch
    if has_plan and trigger != "exceed" and not is_points:
        return Said(SHARE_OF_PLAN, 1, PLAN, "kind.share-of-plan")
    return None


def _takes_part(context: Context) -> bool:
    """Chiếm 57% tổng vốn đầu tư: a share of what there is; but "chiếm 43% dự toán" is one of a plan."""
    return context.trigger_word == _TAKES and context.shadow.norm.startswith(
        (" tổng vốn", "tổng vốn"), context.mention.end
    )


def _possible(context: Context) -> Said | None:
    """Khả năng … đạt 95%: what may be, whatever plan stands beside it."""
    if context.after_previous != context.floor:
        return None
    at = context.shadow.norm.rfind("khả năng", context.floor, context.mention.start)
    if at < 0 or context.marks.has_end(at, context.mention.start):
        return None
    return _coming(context, FORECAST, "kind.mood-forecast")


def _planned(context: Context) -> Said | None:
    if context.marks.plans and _exceeds_plan(context):
        return Said(GROWTH, 1, PLAN, "kind.excess-over-plan")
    if context.marks.plans and states_plan(context):
        return _coming(context, TARGET, "kind.plan-before")
    if context.mention.unit_class is not NOUN:
        return None
    if is_set_behind(context):
        return Said(TARGET, 1, None, "kind.plan-behind")
    return Said(TARGET, 1, None, "kind.targets-set") if counts_targets(context) else None


def _exceeds_plan(context: Context) -> bool:
    """Năng suất 69,5 tạ/ha, vượt kế hoạch đề ra 0,5 tạ/ha: by how much, for no plan is so small beside the result."""
    before, mention = context.previous, context.mention
    if before is None or before.unit != mention.unit or mention.value * _PARTS_OF_RESULT > before.value:
        return False
    return _OVER_PLAN.search(context.shadow.norm, before.end, mention.hedge_start) is not None


def _to_come(context: Context) -> Said | None:
    """What is aimed at or foreseen."""
    mention = context.mention
    if context.mood == "forecast":
        if context.trigger == "exceed" and context.is_percent:
            return None
        return _coming(context, FORECAST, "kind.mood-forecast")
    if mention.unit_class is NOUN and _STATE.match(context.shadow.norm, mention.end, context.ceiling):
        return Said(ACTUAL, 1, None, "kind.state-in-order")
    return _coming(context, TARGET, "kind.mood-target")


def _will_be(context: Context) -> Said | None:
    """12/30 chỉ tiêu có khả năng sẽ đạt: what is counted says of itself that it is to come."""
    mention = context.mention
    if mention.unit_class is not NOUN or context.is_change:
        return None
    will = _WILL.match(context.shadow.norm, mention.end, context.ceiling)
    return None if will is None else Said(FORECAST, 1, None, "kind.will")


def _changed(context: Context) -> Said | None:
    if context.trigger == "exceed":
        return None
    return Said(GROWTH, _sign(context), find_comparison(context), "kind.change")


def _disbursed(context: Context) -> Said | None:
    mention = context.mention
    if mention.second is None and context.shadow.norm.find("giải ngân", context.floor, mention.start) >= 0:
        return Said(SHARE_OF_PLAN, 1, PLAN, "kind.disbursement")
    return None


def _actual(context: Context) -> Said:
    norm, mention = context.shadow.norm, context.mention
    is_index = context.is_percent and _COMPARED.match(norm, mention.end)
    return Said(ACTUAL, 1, find_comparison(context) if is_index else None, "kind.actual")
