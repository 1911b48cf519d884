# SPDX-License-Identifier: Apache-2.0
"""Kind, sign and comparison of a quantity from the words around it (GUIDE, fields ``kind`` and ``comparison``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tiendo.kernel.findings import Kind
from tiendo.read.dimensions.period.data import Anchor
from tiendo.read.dimensions.period.rules import first_month, last_month
from tiendo.read.dimensions.quantity.data import Mention, UnitClass
from tiendo.read.link.words import (
    BASE,
    CLAUSE_END,
    HARD_END,
    MOOD,
    PLAN_BEFORE,
    PLAN_BEHIND,
    PLAN_LINK,
    PLAN_TAIL,
    SAME_PERIOD,
    TRIGGER,
)

_RATE_OF_DISBURSEMENT = re.compile(r"giải\sngân")
#: Counts of these over a total are parts of a whole whatever was done to them.
_WHOLES = frozenset(
    "chỉ tiêu|tiêu chí|hồ sơ|phường|xã|xã, phường|phường, xã|đơn vị|địa phương|ấp|khu phố|thôn|học sinh|trường hợp|hộ|ý kiến|kiến nghị|đơn|vụ|trường"
    "|thủ tục|tthc|thủ tục hành chính|chi bộ|phản ánh|trẻ|huyện|quận|đại biểu|người|đảng viên được|tổ chức đảng".split(
        "|"
    )
)
#: Work that was planned: done/planned.
_DOING = re.compile(
    r"(?<!\w)(?:hoàn\sthành|thực\shiện|nâng\scấp|mở\srộng|xây\sdựng|xây\smới|xóa|sửa\schữa|cải\stạo|khởi\scông|kết\snạp|gieo\strồng|trồng|làm|vận\sđộng|bố\strí|tuyển"
    r"|thành\slập|tổ\schức|cứng\shóa|bê\stông\shóa|giải\sngân|thu\sđược|triển\skhai)(?!\w)"
)
_SIGNED = (Kind.GROWTH, Kind.TARGET, Kind.FORECAST)


@dataclass(slots=True)
class Context:
    """A mention in its sentence. Positions are those of ``Shadow.norm``.

    Attributes:
        after_previous: the end of the previous mention, or the start of the sentence.
        floor: what is behind the previous mention (and the plan or base that belongs to it).
        ceiling: where the next mention (with its hedge) begins, or the end of the sentence.
    """

    mention: Mention
    sentence_start: int
    sentence_end: int
    after_previous: int
    floor: int
    ceiling: int
    trigger: str = ""
    trigger_start: int = -1
    trigger_word: str = ""


@dataclass(slots=True)
class Said:
    """What the words say."""

    kind: Kind
    sign: int = 1
    comparison: str | None = None
    rule: str = ""


#: How many words may stand between a change and its number: "giảm tỷ lệ hộ nghèo đa chiều 1,5%", "giảm 9 hộ".
_REACH_OF_CHANGE = {UnitClass.PERCENT: 12, UnitClass.POINT: 12}


def find_trigger(norm: str, context: Context) -> None:
    """The last verb before the number, after the previous number, in its own clause."""
    mention = context.mention
    last = None
    for match in TRIGGER.finditer(norm, context.floor, mention.hedge_start):
        last = match
    if last is None:
        return
    name = last.lastgroup or ""
    tail = norm[last.end() : mention.hedge_start]
    if CLAUSE_END.search(tail) and not tail.strip() in ("(", ":", ""):
        return
    if name in ("up", "down") and len(tail.split()) > _REACH_OF_CHANGE.get(mention.unit_class, 3):
        return
    context.trigger, context.trigger_start, context.trigger_word = name, last.start(), last.group()


def find_mood(norm: str, context: Context) -> str:
    """target, forecast, actual or nothing: the last word of mood before the number in its sentence."""
    mood, at = "", 0
    semicolon = norm.rfind(";", context.sentence_start, context.mention.hedge_start)
    for match in MOOD.finditer(norm, context.sentence_start, context.mention.hedge_start):
        name = match.lastgroup or ""
        if name == "actual" and mood == "target" and match.group() in ("đạt", "trong đó", "thực hiện được", "ước đạt"):
            continue
        if name == "actual" and mood == "forecast" and match.group() in ("đạt", "trong đó"):
            continue
        mood = name
        at = match.start()
    if mood == "forecast" and at < semicolon:
        return ""  # a forecast holds to the end of its part of the sentence, an aim for the whole list
    return mood


def find_comparison(norm: str, context: Context) -> str | None:
    """plan, same_period or baseline:<words> behind the number, or before it in the same clause."""
    mention = context.mention
    end = context.sentence_end
    hard = HARD_END.search(norm, mention.end, end)
    if hard is not None:
        end = hard.start()
    behind = norm[mention.end : min(end, mention.end + 120)]
    for text in (behind, norm[context.floor : mention.hedge_start]):
        same = SAME_PERIOD.search(text)
        base = BASE.search(text)
        if same is not None and (base is None or same.start() <= base.end()):
            return "same_period"
        if base is not None:
            words = base.group("base").strip()
            if PLAN_BEHIND.match(words) or words.startswith(("chỉ tiêu", "kế hoạch", "dự toán", "nghị quyết")):
                return "plan"
            return "baseline:" + words
    return None


def classify(norm: str, context: Context) -> Said:
    """The first kind of GUIDE that fits."""
    mention = context.mention
    behind_plan = PLAN_BEHIND.match(norm, mention.end, context.sentence_end) is not None
    mood = find_mood(norm, context)
    trigger = context.trigger
    is_change = trigger in ("up", "down") or mention.unit == "lần" or mention.value < 0
    sign = -1 if trigger == "down" else 1
    is_percent = mention.unit_class in (UnitClass.PERCENT, UnitClass.POINT)
    if mention.unit_class is UnitClass.PERCENT and behind_plan and trigger not in ("up", "down", "exceed"):
        return Said(Kind.SHARE_OF_PLAN, comparison="plan", rule="kind.share-of-plan")
    if _states_plan(norm, context):
        return Said(Kind.TARGET, sign if is_change else 1, _target_base(norm, context, is_change), "kind.plan-before")
    if _is_set_behind(norm, context):
        return Said(Kind.TARGET, rule="kind.plan-behind")
    if mood == "target":
        return Said(Kind.TARGET, sign if is_change else 1, _target_base(norm, context, is_change), "kind.mood-target")
    if mood == "forecast":
        return Said(
            Kind.FORECAST, sign if is_change else 1, _target_base(norm, context, is_change), "kind.mood-forecast"
        )
    if trigger == "exceed":
        return Said(Kind.GROWTH, 1, find_comparison(norm, context) or "plan", "kind.exceed")
    if is_change:
        return Said(Kind.GROWTH, sign, find_comparison(norm, context), "kind.change")
    if is_percent and _RATE_OF_DISBURSEMENT.search(norm, context.floor, mention.start) and mention.second is None:
        return Said(Kind.SHARE_OF_PLAN, comparison="plan", rule="kind.disbursement")
    if mention.second is not None and not mention.is_range:
        return _fraction(norm, context, behind_plan)
    return Said(Kind.ACTUAL, rule="kind.actual")


def refine(
    said: Said, mention: Mention, subject: str, period: str | None, words: tuple[int, int] | None, anchor: Anchor
) -> Said:
    """What only shows when subject and period are known: a rate of disbursement, a value for a time to come."""
    if said.kind is not Kind.ACTUAL or said.comparison is not None:
        return said
    if mention.unit == "%" and mention.second is None and "giải ngân" in subject:
        return Said(Kind.SHARE_OF_PLAN, 1, "plan", "kind.disbursement")
    if words is not None and period and anchor.period and first_month(period) > last_month(anchor.period):
        return Said(Kind.FORECAST, 1, None, "kind.time-to-come")
    return said


_SET_BEHIND = re.compile(r"(?:đề\sra|đặt\sra|được\sgiao|giao)(?!\w)")


def _states_plan(norm: str, context: Context) -> bool:
    """A plan word before the number with nothing between that would make it a result."""
    mention = context.mention
    plan = None
    for plan in PLAN_BEFORE.finditer(norm, context.after_previous, mention.hedge_start):
        pass
    if plan is None:
        return False
    if PLAN_TAIL.fullmatch(norm, plan.end(), mention.hedge_start) is None:
        return False
    if plan.start() >= context.floor:
        return not norm[plan.end() : mention.hedge_start].strip().startswith("có") or norm[
            : plan.start()
        ].rstrip().endswith("(")
    tail = norm[plan.end() : mention.hedge_start]
    return not tail.strip() or PLAN_LINK.search(tail) is not None


def _is_set_behind(norm: str, context: Context) -> bool:
    """15 chỉ tiêu … năm 2020 đề ra: the words behind the count say that it was set."""
    mention = context.mention
    if mention.unit_class is not UnitClass.NOUN or mention.second is not None:
        return False
    end = min(context.ceiling, mention.end + 80)
    stop = CLAUSE_END.search(norm, mention.end, end)
    return _SET_BEHIND.search(norm, mention.end, stop.start() if stop else end) is not None


def _target_base(norm: str, context: Context, is_change: bool) -> str | None:
    if not is_change:
        return None
    found = find_comparison(norm, context)
    return None if found == "plan" else found


def _fraction(norm: str, context: Context, behind_plan: bool) -> Said:
    mention = context.mention
    planned = (
        behind_plan
        or mention.value > (mention.second or Decimal(0))
        or mention.unit_class in (UnitClass.MONEY, UnitClass.MEASURE)
        or (mention.unit not in _WHOLES and _DOING.search(norm, context.floor, mention.start) is not None)
    )
    if planned:
        return Said(Kind.ACTUAL, comparison="plan", rule="kind.done-of-planned")
    return Said(Kind.COUNT_OF_TOTAL, rule="kind.part-of-whole")
