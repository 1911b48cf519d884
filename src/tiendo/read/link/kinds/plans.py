# SPDX-License-Identifier: Apache-2.0
"""Whether a quantity is a plan: words of planning before it, behind it, or in the list it belongs to."""

from __future__ import annotations

import re

from tiendo.read.dimensions.quantity.data import MONEY, NOUN, Mention
from tiendo.read.link.sentence.context import Context, Told
from tiendo.read.link.sentence.words import PLAN_LINK, RESULT, RESULT_SIGN, RESULT_VERB, SET_BEHIND

_LONGEST_PLAN = 9
_SET_REACH = 80
_TOTAL_REACH = 24
#: trong 23 chỉ tiêu: how many were set.
_TARGETS_OF = re.compile(
    r"(?<!\w)(?:trong\s(?:tổng\s)?(?:số\s|hệ\sthống\s|các\s)?|(?:thông\squa|thống\snhất|xác\sđịnh|đề\sra|đặt\sra|giao)\s)$"
)
#: 20 chỉ tiêu của năm 2024 được HĐND tỉnh thông qua; 20 chỉ tiêu phấn đấu năm 2024: what was set, by the words behind.
_ENACTED = re.compile(
    r"\sphấn\sđấu(?!\w)|(?:\s[^\s,;.:()]+){0,6}?\sđược\s[^;.:()]{2,60}?thông\squa(?!\w)"
    r"|(?:\s(?!đạt|vượt|chưa|không|hoàn)[^\s,;.:()]+){0,4}?\s(?:bao\s)?gồm\s?:"
)
_TARGETS = ("chỉ tiêu", "nhóm chỉ tiêu")
#: Money is allotted so; of anything else it is told that somebody has it now.
_HANDED_OVER = frozenset(("được cấp",))
#: Land and houses are handed over, not planned: "giao 19 lô đất tái định cư".
#: What meets a standard is measured, not planned: "tỷ lệ cán bộ đạt chuẩn theo quy định là 100%".
_STANDARDS = frozenset(("quy định", "tiêu chuẩn", "yêu cầu"))
_MEETS = re.compile(r"(?<!\w)(?:đạt|chuẩn|đúng|đủ|bảo\sđảm|đảm\sbảo)(?:\s[^\W\d_]+){0,3}\stheo\s$")
_MEETS_REACH = 40
_LAND = frozenset(("lô", "lô đất", "thửa", "thửa đất", "căn", "căn nhà", "căn hộ", "khu đất", "nền"))
_PARTS = re.compile(r"(?<!\w)(?:gồm|bao\sgồm|trong\sđó)(?!\w)")
_REACHED = re.compile(r"(?:\s[^\s,;.:()]+){0,6}?\s(?:đạt|vượt|hoàn\sthành)(?!\w)")
_COMPARED = re.compile(r"(?<!\w)so\s(?:với\s)?$")
_COMPARED_REACH = 8
_NO_PARTS = frozenset(("up", "down", "exceed", "level"))
PART_OF_PLAN = "kind.part-of-plan"


def is_fraction(mention: Mention) -> bool:
    """Whether it is n/m."""
    return mention.second is not None and not mention.is_range


def states_plan(context: Context) -> bool:
    """A plan word before the number with nothing between that would make it a result."""
    mention, norm = context.mention, context.shadow.norm
    if is_fraction(mention) and mention.unit_class is NOUN:
        return False  # 26/40 đảng viên tells what was reached
    plan = context.marks.last_plan(context.after_previous, mention.hedge_start)
    if plan is None:
        return False
    start, end, word = plan
    if (word in _HANDED_OVER and mention.unit_class is not MONEY) or mention.unit in _LAND:
        return False
    tail = norm[end : mention.hedge_start].strip()
    # behind a colon stands a list, the mood of which decides: "các chỉ tiêu chủ yếu: thu ngân sách đạt 420 tỷ đồng"
    is_result = RESULT_SIGN.search(tail) is not None or RESULT.search(tail) is not None
    is_closed = ":" in tail[:-1] or is_result or len(tail.split()) > _LONGEST_PLAN
    if is_closed or _is_no_plan(context, start, word, tail):
        return False
    if start >= context.floor:
        return not tail.startswith("có") or norm[:start].endswith(("(", "( "))
    return not tail or PLAN_LINK.search(tail) is not None


def _is_no_plan(context: Context, start: int, word: str, tail: str) -> bool:
    """Whether a word of planning names a standard that was met, or a base of something else."""
    norm, low = context.shadow.norm, context.sentence_start
    if word in _STANDARDS and _MEETS.search(norm, max(low, start - _MEETS_REACH), start):
        return True
    # tăng so với kế hoạch với đàn trâu 368 con: the plan is a base, what follows is something else
    return " với " in f" {tail} " and _COMPARED.search(norm, max(low, start - _COMPARED_REACH), start) is not None


def is_set_behind(context: Context) -> bool:
    """15 chỉ tiêu … năm 2020 đề ra: the words behind the count say that it was set."""
    mention = context.mention
    if mention.unit_class is not NOUN or mention.second is not None:
        return False
    norm = context.shadow.norm
    end = context.marks.first_end(mention.end, min(context.ceiling, mention.end + _SET_REACH))
    found = SET_BEHIND.search(norm, mention.end, end)
    return found is not None and norm.find(" so ", mention.end, found.start()) < 0


def counts_targets(context: Context) -> bool:
    """Trong 23 chỉ tiêu: how many targets were set; "còn lại" counts what is left of them."""
    mention, norm = context.mention, context.shadow.norm
    if not mention.unit.startswith(_TARGETS) or norm.startswith(" còn lại", mention.end):
        return False
    if mention.second is None and _ENACTED.match(norm, mention.end, context.sentence_end) is not None:
        return True
    low = max(context.sentence_start, mention.hedge_start - _TOTAL_REACH)
    return _TARGETS_OF.search(norm, low, mention.hedge_start) is not None


def _is_reached(context: Context) -> bool:
    """Trong đó có 18 chỉ tiêu đạt và vượt: how many targets were reached."""
    mention = context.mention
    return (
        mention.unit.startswith(_TARGETS)
        and _REACHED.match(context.shadow.norm, mention.end, context.ceiling) is not None
    )


def is_part_of_plan(context: Context, before: Told) -> bool:
    """Tổng kế hoạch vốn là 27 tỷ, gồm ngân sách tỉnh 16 tỷ, ngân sách xã 8 tỷ."""
    mention = context.mention
    if mention.unit != before.mention.unit or context.trigger in _NO_PARTS:
        return False
    between = context.shadow.norm[before.mention.end : mention.hedge_start]
    if RESULT_VERB.search(between) or _is_reached(context):
        return False
    return before.said.rule == PART_OF_PLAN or _PARTS.search(between) is not None
