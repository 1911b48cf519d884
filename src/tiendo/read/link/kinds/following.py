# SPDX-License-Identifier: Apache-2.0
"""What a quantity takes over from the one before it in its sentence: kind, sign, base."""

from __future__ import annotations

import re

from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.quantity.data import MONEY, NOUN, PERCENT
from tiendo.read.link.kinds.comparisons import PLAN, find_comparison, shares_base
from tiendo.read.link.kinds.plans import PART_OF_PLAN, is_part_of_plan
from tiendo.read.link.sentence.context import ACTUAL, COUNT_OF_TOTAL, GROWTH, SHARE_OF_PLAN, TARGET, Context, Said, Told

#: A percentage of the same kind as the share before: "(đạt 68,9%)"; "bình quân cả nước (52%)".
_REACHED_TOO = re.compile(r"\s?[(,]?\s?(?:mới\s|chỉ\s|ước\s)?(?:đạt|bằng)\s(?:t[ỷỉ]\slệ\s)?")
_REACHED_OF_WORK = re.compile(
    r"(?:\s(?!tốc|tăng|mức)[^\s,;.()]+){0,8}\s?[(,]?\s?(?:mới\s|chỉ\s|ước\s)?(?:đạt|bằng|hoàn\sthành)\s(?:t[ỷỉ]\slệ\s)?"
)
#: 1.596,7 tỷ đồng, đạt 119%: money reaches what was due; then nothing says of what.
_REACHES = re.compile(r",\s(?:ước\s|mới\s|chỉ\s)?đạt\s(?:t[ỷỉ]\slệ\s)?")
_NOTHING = re.compile(r"\s?(?:[,;.)]|$)")
_OTHER_SHARE = re.compile(r"cùng\skỳ|bình\squân|trung\sbình")
#: tăng 8,3% so với năm 2025 (72 triệu đồng)
_BASE_BRACKET = re.compile(r"\s(?:[^\s(),;]+\s){0,3}so\s(?:với\s)?[^;()]{2,120}\(")
#: thấp hơn 5,25% so với chỉ tiêu được giao tại Quyết định … (91,5%)
_BASE_OF_PLAN = re.compile(r"\sso\s(?:với\s)?(?:chỉ\stiêu|kế\shoạch|dự\stoán|nghị\squyết|mục\stiêu)(?!\w)")
#: Behind a change, before its base: "so với cùng kỳ (năm 2017 đạt".
_LEVEL_IN_BRACKET = re.compile(
    r"\s(?:so\s)?[^;()]{2,60}\((?:cùng\skỳ\s)?(?:năm\s(?:[0-9]{4}|trước|ngoái)\s)?(?:đạt|là|bằng)?\s?"
)
#: Behind two percentages of one cut: what they are of, and the joint.
_CUT_OF = re.compile(r"\s(?:đối\svới\s|về\s)?(?P<noun>[^\W\d_]+)\s[^;:.()0-9]{1,80}\svà\s")
_OF_WHAT = re.compile(r"\s(?:đối\svới\s|về\s)?(?P<noun>[^\W\d_]+)(?!\w)")
_NO_VERBS = ("", "với")  # "đối với" is no verb
_PAIR = 2
_PLAN_IN_BRACKET = re.compile(r"\s?\((?:kế\shoạch|kh|dự\stoán|dt|chỉ\stiêu|mục\stiêu)(?:\s[^\W\d_]+){0,4}\s?:?\s")
_LIST_GOES_ON = re.compile(r"(?:\s[^\s,;:.()]+){1,5}\svà\s")
_AND_ALSO = re.compile(r"(?:\s?\([^()]{1,12}\))?(?:,|\svà)\s")


def follow(said: Said, context: Context, told: list[Told], *, has_share: bool) -> Said:
    """What a quantity says when the one before it is known.

    Args:
        said: what the words around the quantity itself say.
        context: where it stands.
        told: what was told of the quantities before it in its sentence.
        has_share: a share of a plan was told earlier in the sentence.
    """
    before = told[-1]
    between = context.shadow.norm[before.mention.end : context.mention.hedge_start]
    taken: Said | None = None
    if between.endswith("("):
        taken = _in_bracket(said, context, before, between, has_share=has_share)
    if taken is None:
        if said.kind is GROWTH:
            taken = _with_base(said, before, between)
        elif said.kind is ACTUAL and said.comparison is None:
            taken = _level_of_base(context, told, between) or _as_before(context, before, between, has_share=has_share)
        elif said.kind is TARGET:
            taken = _cut_too(said, context, before, between)
        elif said.kind is COUNT_OF_TOTAL and _is_of_planned_work(before):
            taken = before.said if context.mention.unit == before.mention.unit else None
    return said if taken is None else taken


def _cut_too(said: Said, context: Context, before: Told, between: str) -> Said | None:
    """Tinh giản ít nhất 5% biên chế cán bộ và ít nhất 10% biên chế viên chức: one verb for both."""
    is_pair = before.said.kind is TARGET and before.said.sign < 0 and context.mention.unit == before.mention.unit
    if not is_pair or context.trigger_word not in _NO_VERBS or context.mention.unit_class is not PERCENT:
        return None
    first = _CUT_OF.fullmatch(between)
    second = _OF_WHAT.match(context.shadow.norm, context.mention.end)
    is_same = first is not None and second is not None and first["noun"] == second["noun"]
    return said._replace(sign=-1) if is_same else None


def _in_bracket(said: Said, context: Context, before: Told, between: str, *, has_share: bool) -> Said | None:
    """Giảm 2.430 triệu đồng (10%); tăng 8,3% so với năm 2025 (72 triệu đồng)."""
    mention = context.mention
    is_percent = mention.unit_class is PERCENT
    if before.said.kind is GROWTH and is_percent and between.strip() == "(":
        sign = 1 if mention.value < 0 else before.said.sign
        base = before.said.comparison or find_comparison(context)
        return Said(GROWTH, sign, base, "kind.change-in-bracket")
    if said.kind is GROWTH or (has_share and is_percent) or not _BASE_BRACKET.fullmatch(between):
        return None
    if _BASE_OF_PLAN.search(between):
        return Said(TARGET, 1, None, "kind.plan-in-bracket")
    return Said(ACTUAL, 1, None, "kind.base-in-bracket")


def _with_base(said: Said, before: Told, between: str) -> Said | None:
    """Tăng 14 vụ, giảm 2 người chết so với cùng kỳ; 35 hộ (tăng 4 hộ) where 35 was planned."""
    if said.comparison is not None:
        return None
    kind, base = before.said.kind, before.said.comparison
    if "(" in between:
        return said._replace(comparison=PLAN if kind is TARGET else base if kind is GROWTH else None)
    if kind is GROWTH and shares_base(between):
        return said._replace(comparison=base)
    return None


def _level_of_base(context: Context, told: list[Told], between: str) -> Said | None:
    """Đạt 115,7% kế hoạch, tăng 25,3% so với cùng kỳ (năm 2017 đạt 90,4%): the base is of the kind of the level."""
    if len(told) < _PAIR or told[-1].said.kind is not GROWTH or context.mention.unit_class is not PERCENT:
        return None
    level = told[-_PAIR]
    if level.said.kind is not SHARE_OF_PLAN or _LEVEL_IN_BRACKET.fullmatch(between) is None:
        return None
    return level.said


def _as_before(context: Context, before: Told, between: str, *, has_share: bool) -> Said | None:
    """A plain figure that goes on with a change, a plan or a share told before it."""
    mention, kind = context.mention, before.said.kind
    if kind is GROWTH:
        are_counts = before.mention.unit_class is mention.unit_class is NOUN
        is_plain = mention.qualifier is Qualifier.EXACT or not between.startswith(",")
        if are_counts and is_plain and (_AND_ALSO.fullmatch(between) or _goes_on(context, before, between)):
            return before.said  # giảm 23 phòng và 61 đơn vị
    elif kind is TARGET and is_part_of_plan(context, before):
        return Said(TARGET, 1, None, PART_OF_PLAN)
    if mention.unit_class is not PERCENT or mention.second is not None:
        return None
    rule = ""
    if _has_plan_in_bracket(context, before):
        rule = "kind.share-of-plan-in-bracket"
    elif has_share and (_REACHED_TOO.fullmatch(between) or _compares_share(between)):
        rule = "kind.share-like-before"
    elif _is_of_planned_work(before) and _REACHED_OF_WORK.fullmatch(between):
        rule = "kind.share-of-planned-work"
    elif _is_of_what_was_due(context, before, between):
        rule = "kind.share-of-what-was-due"
    return Said(SHARE_OF_PLAN, 1, PLAN, rule) if rule else None


def _has_plan_in_bracket(context: Context, before: Told) -> bool:
    """6.713 ha, đạt 101,7% (kế hoạch 6.600 ha): the plan has the unit of the figure, so the percentage is its share."""
    following, norm = context.following, context.shadow.norm
    if following is None or following.unit != before.mention.unit or following.unit_class is PERCENT:
        return False
    return _PLAN_IN_BRACKET.fullmatch(norm, context.mention.end, following.hedge_start) is not None


def _goes_on(context: Context, before: Told, between: str) -> bool:
    """Giảm 203 chỉ tiêu biên chế hành chính và 2.458 chỉ tiêu biên chế sự nghiệp."""
    is_same = context.mention.unit.split(" ", 1)[0] == before.mention.unit.split(" ", 1)[0]
    return is_same and not context.trigger and _LIST_GOES_ON.fullmatch(between) is not None


def _is_of_planned_work(before: Told) -> bool:
    """38,6/112 tỷ đồng, đạt 34,5%; 14/11 tuyến đường, 9/8 tuyến đường."""
    return before.mention.second is not None and before.said.comparison == PLAN


def _is_of_what_was_due(context: Context, before: Told, between: str) -> bool:
    """1.596,7 tỷ đồng, đạt 119%."""
    if before.mention.unit_class is not MONEY or _REACHES.fullmatch(between) is None:
        return False
    return _NOTHING.match(context.shadow.norm, context.mention.end) is not None


def _compares_share(between: str) -> bool:
    """In its bracket the share of others or of before: "bình quân cả nước (52%)"."""
    words = between[:-1]
    is_bracket = between.endswith("(") and not (";" in words or "(" in words or ")" in words)
    return is_bracket and _OTHER_SHARE.search(words) is not None
