# SPDX-License-Identifier: Apache-2.0
"""What a quantity is compared with (GUIDE, field ``comparison``): a plan, the same period, a base in words."""

from __future__ import annotations

import re

from tiendo.read.link.sentence.context import Context
from tiendo.read.link.sentence.words import BASE, BASE_IS_PLAN, HARD_END, PLAN_BEHIND, SAME_PERIOD

PLAN, SAME = "plan", "same_period"
_BASELINE = "baseline:"
_REACH = 120
#: "So với năm học trước, … tăng 3.400 học sinh nhưng … giảm 38 chỉ tiêu": the base opens the sentence.
_OPENING_BASE = re.compile(r"so\s(?:với|sánh\svới)\s([^,;:.()]{3,60}),")
#: "Nhiều sản phẩm tăng cao so với cùng kỳ như: tôm tăng 31,7%; áo tăng 26,6%": said once for the list behind it.
_HEAD_BASE = re.compile(
    r"(?:[^0-9;:.()]|(?:19|20)[0-9]{2}(?=[,\s])){0,140}?\sso\s(?:với\s|sánh\svới\s)?([^,;:.()]{3,60}?),?(?:\snhư\s?:|\s?:|\svới\s(?=số\s|tổng\s))"
)
#: gấp 1,3 lần năm 2024
_TIMES_BASE = re.compile(
    r"\s(?:so\s(?:với\s)?)?((?:năm|quý|tháng|đầu|cuối|cùng\skỳ|kế\shoạch|chỉ\stiêu|dự\stoán)[^,;:.()]{0,40})"
)
#: Between two changes that share their base: "tăng 14 vụ, giảm 2 người chết so với cùng kỳ".
_NEXT_CHANGE = re.compile(
    r"\s?\(|\svà\s|\s?(?:[^\s,;:.()]+\s){0,3}(?:,|và|;|\()?\s?(?:tăng|giảm|kéo giảm)\s(?:[^\s,;:.()]+\s){0,2}"
)
_BASE_WORDS = ("bình quân", "trung bình", "mức")


def find_comparison(context: Context) -> str | None:
    """plan, same_period or baseline:<words> behind the number, or before it in the same clause."""
    norm, mention = context.shadow.norm, context.mention
    if mention.unit == "lần":
        times = _TIMES_BASE.match(norm, mention.end)
        if times is not None:
            return _named(times.group(1))
    found = _told_in(norm[mention.end : _end_behind(context)]) or _told_in(context.before.rpartition("(")[2])
    return found if found is not None else _of_sentence(context)


def _of_sentence(context: Context) -> str | None:
    """The base that opens the sentence, or that its head names for the list behind it."""
    norm, start, end = context.shadow.norm, context.sentence_start, context.mention.hedge_start
    if norm.find("so ", start, end) < 0:
        return None
    opening = _OPENING_BASE.match(norm, start, end) or (context.is_change and _HEAD_BASE.match(norm, start, end))
    if not opening:
        return None
    words = opening.group(1)
    return SAME if SAME_PERIOD.search(words) else _BASELINE + words


def base_between(context: Context) -> str | None:
    """còn kém chỉ tiêu tỉnh giao 1,3 điểm; thấp hơn bình quân chung gần 9 điểm: the base before the number."""
    end = context.mention.hedge_start
    if context.trigger_start >= 0 and context.marks.last_plan(context.trigger_start, end) is not None:
        return PLAN
    words = context.shadow.norm[context.trigger_start + len(context.trigger_word) : end].strip()
    return _BASELINE + words if words.startswith(_BASE_WORDS) else None


def base_of_target(context: Context) -> str | None:
    """The base of a planned change; that it is planned goes without saying."""
    found = find_comparison(context)
    return None if found == PLAN else found


def shares_base(between: str) -> bool:
    """Whether what stands between two changes lets them share their base."""
    return _NEXT_CHANGE.fullmatch(between) is not None


def _end_behind(context: Context) -> int:
    norm, start = context.shadow.norm, context.mention.end
    hard = HARD_END.search(norm, start, min(context.sentence_end, start + _REACH))
    end = hard.start() if hard is not None else context.sentence_end
    if context.ceiling < end and not shares_base(norm[start : context.ceiling]):
        end = context.ceiling
    return min(end, start + _REACH)


def _told_in(text: str) -> str | None:
    if "so" not in text and "cùng" not in text:
        return None
    same, base = SAME_PERIOD.search(text), BASE.search(text)
    if same is not None and (base is None or same.start() <= base.end()):
        return SAME
    if base is None:
        return None
    words = base.group("base").removesuffix(" như").removesuffix(" và")
    is_plan = PLAN_BEHIND.match(words) or words.startswith(BASE_IS_PLAN) or words.endswith(" giao")
    return PLAN if is_plan else _BASELINE + words


def _named(words: str) -> str:
    if SAME_PERIOD.search(words):
        return SAME
    return PLAN if PLAN_BEHIND.match(words) else _BASELINE + words
