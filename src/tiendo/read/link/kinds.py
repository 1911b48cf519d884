# SPDX-License-Identifier: Apache-2.0
"""Kind, sign and comparison of a quantity from the words around it (GUIDE, fields ``kind`` and ``comparison``)."""

from __future__ import annotations

import re
from decimal import Decimal

from tiendo.kernel.findings import Kind
from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.period.data import Anchor
from tiendo.read.dimensions.period.months import first_month, last_month
from tiendo.read.dimensions.quantity.data import Mention, UnitClass
from tiendo.read.link.context import Context, Said
from tiendo.read.link.periods import Governed
from tiendo.read.link.words import (
    BASE,
    CLAUSE_END,
    HARD_END,
    MOOD,
    PLAN_BEFORE,
    PLAN_BEHIND,
    PLAN_LINK,
    RESULT,
    RESULT_VERB,
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
_NEAR_VERB = 4
#: Work that was planned: done/planned.
_DOING = re.compile(
    r"(?<!\w)(?:hoàn\sthành|thực\shiện|tinh\sgiản|cắt\sgiảm|giảm|nâng\scấp|mở\srộng|xây\sdựng|xây\smới|xóa|sửa\schữa|cải\stạo|khởi\scông|kết\snạp|gieo\strồng|trồng|làm|vận\sđộng|bố\strí|tuyển"
    r"|thành\slập|tổ\schức|giao|tuyển\squân|cứng\shóa|bê\stông\shóa|giải\sngân|thu\sđược|triển\skhai)(?!\w)"
)
#: An index: "bằng 91,4% so cùng kỳ".
_COMPARED = re.compile(r"\s(?:so\s|cùng\skỳ|của\scùng\skỳ)")
_WILL = re.compile(r"(?:\s[^\s,;:.(]+){0,6}?\ssẽ\s")
#: Between two changes that share their base: "tăng 14 vụ, giảm 2 người chết so với cùng kỳ".
_OPENING_BASE = re.compile(r"so\s(?:với|sánh\svới)\s([^,;:.()]{3,60}),")
_NEXT_CHANGE = re.compile(
    r"\s?\(|\svà\s|\s?(?:[^\s,;:.()]+\s){0,3}(?:,|và|;|\()?\s?(?:tăng|giảm|kéo giảm)\s(?:[^\s,;:.()]+\s){0,2}"
)
#: gấp 1,3 lần năm 2024
_TIMES_BASE = re.compile(
    r"\s(?:so\s(?:với\s)?)?((?:năm|quý|tháng|đầu|cuối|cùng\skỳ|kế\shoạch|chỉ\stiêu|dự\stoán)[^,;:.()]{0,40})"
)

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
    if name in ("up", "down") and mention.unit_class is UnitClass.NOUN and " của " in tail:
        return  # rút ngắn thời gian của 312 thủ tục
    if CLAUSE_END.search(tail) and tail.strip() not in ("(", ":", ""):
        return
    if name in ("up", "down") and len(tail.split()) > _REACH_OF_CHANGE.get(mention.unit_class, 3):
        return
    if last.group().endswith("từ") and (mention.is_range or mention.qualifier is Qualifier.AT_LEAST):
        name = "down" if last.group().startswith(("giảm", "hạ")) else "up"  # tăng từ 10% trở lên
    context.trigger, context.trigger_start, context.trigger_word = name, last.start(), last.group()


def find_mood(norm: str, context: Context) -> str:
    """target, forecast, actual or nothing: the last word of mood before the number in its sentence."""
    mood, at = "", 0
    semicolon = norm.rfind(";", context.sentence_start, context.mention.hedge_start)
    for match in MOOD.finditer(norm, context.sentence_start, context.mention.hedge_start):
        name = match.lastgroup or ""
        if norm.startswith("so với ", max(0, match.start() - len("so với "))):
            continue
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
    if mention.unit == "lần" and (times := _TIMES_BASE.match(norm, mention.end)) is not None:
        words = times.group(1)
        return (
            "same_period" if SAME_PERIOD.search(words) else "plan" if PLAN_BEHIND.match(words) else f"baseline:{words}"
        )
    end = context.sentence_end
    hard = HARD_END.search(norm, mention.end, end)
    if hard is not None:
        end = hard.start()
    if context.ceiling < end and _NEXT_CHANGE.fullmatch(norm, mention.end, context.ceiling) is None:
        end = context.ceiling
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
    opening = _OPENING_BASE.match(norm, context.sentence_start, mention.hedge_start)
    if opening is not None:  # So với năm học trước, … tăng 3.400 học sinh nhưng … giảm 38 chỉ tiêu
        words = opening.group(1)
        return "same_period" if SAME_PERIOD.search(words) else "baseline:" + words
    return None


def classify(norm: str, context: Context) -> Said:
    """The first kind of GUIDE that fits."""
    mention = context.mention
    behind_plan = PLAN_BEHIND.match(norm, mention.end, context.sentence_end) is not None
    mood = find_mood(norm, context)
    if context.in_plan and mood in ("", "actual") and not _DONE.search(norm, context.floor, context.mention.start):
        mood = "target"
    trigger = context.trigger
    is_change = (
        trigger in ("up", "down") or mention.unit == "lần" or mention.value < 0 or "number.plus" in mention.rules
    )
    sign = -1 if trigger == "down" else 1
    is_percent = mention.unit_class in (UnitClass.PERCENT, UnitClass.POINT)
    if is_percent and behind_plan and (mention.qualifier is Qualifier.AT_LEAST or mood == "target"):
        return Said(Kind.TARGET, comparison="plan", rule="kind.least-share-of-plan")
    if mention.unit_class is UnitClass.POINT and is_change and mood != "target":
        return Said(Kind.GROWTH, sign, find_comparison(norm, context) or _base_between(norm, context), "kind.change")
    if is_percent and mention.second is not None and not mention.is_range and trigger not in ("up", "down"):
        return Said(Kind.ACTUAL, comparison="plan", rule="kind.reached-of-planned")  # đạt 90,8%/90% kế hoạch
    if mention.unit_class is UnitClass.PERCENT and behind_plan and trigger not in ("up", "down", "exceed"):
        return Said(Kind.SHARE_OF_PLAN, comparison="plan", rule="kind.share-of-plan")
    if mood == "forecast" and context.after_previous == context.floor and _in_clause(norm, context, "khả năng"):
        return Said(
            Kind.FORECAST, sign if is_change else 1, _target_base(norm, context, is_change), "kind.mood-forecast"
        )
    if _states_plan(norm, context):
        return Said(Kind.TARGET, sign if is_change else 1, _target_base(norm, context, is_change), "kind.plan-before")
    if _is_set_behind(norm, context):
        return Said(Kind.TARGET, rule="kind.plan-behind")
    if _TARGETS_OF.search(norm, max(context.sentence_start, mention.hedge_start - 24), mention.hedge_start):
        if mention.unit.startswith("chỉ tiêu") and not norm.startswith(" còn lại", mention.end):
            return Said(Kind.TARGET, rule="kind.targets-set")
    if mood == "target" and mention.unit_class is UnitClass.NOUN and _STATE.match(norm, mention.end, context.ceiling):
        return Said(Kind.ACTUAL, rule="kind.state-in-order")
    if mood == "target":
        return Said(Kind.TARGET, sign if is_change else 1, _target_base(norm, context, is_change), "kind.mood-target")
    if mood == "forecast" and not (trigger == "exceed" and is_percent):
        return Said(
            Kind.FORECAST, sign if is_change else 1, _target_base(norm, context, is_change), "kind.mood-forecast"
        )
    if mention.second is not None and not mention.is_range and not is_percent:
        return _fraction(norm, context, behind_plan)
    if trigger == "exceed":
        return Said(Kind.GROWTH, 1, find_comparison(norm, context) or "plan", "kind.exceed")
    if is_change:
        return Said(Kind.GROWTH, sign, find_comparison(norm, context), "kind.change")
    if is_percent and _RATE_OF_DISBURSEMENT.search(norm, context.floor, mention.start) and mention.second is None:
        return Said(Kind.SHARE_OF_PLAN, comparison="plan", rule="kind.disbursement")
    if mention.second is not None and not mention.is_range:
        return _fraction(norm, context, behind_plan)
    if mention.unit_class is UnitClass.NOUN and _WILL.match(norm, mention.end, context.ceiling):
        return Said(Kind.FORECAST, rule="kind.will")
    compared = find_comparison(norm, context) if is_percent and _COMPARED.match(norm, mention.end) else None
    return Said(Kind.ACTUAL, comparison=compared, rule="kind.actual")


def follow(norm: str, said: Said, context: Context, previous: Mention, before: Said, *, has_share: bool) -> Said:
    """What a quantity takes over from the one before it in its sentence.

    Args:
        has_share: a share of a plan was told earlier in the sentence.
    """
    mention = context.mention
    between = norm[previous.end : mention.hedge_start]
    is_percent = mention.unit_class is UnitClass.PERCENT
    if before.kind is Kind.GROWTH and is_percent and between.strip() == "(":  # giảm 2.430 triệu đồng (10%)
        sign = 1 if mention.value < 0 else before.sign
        return Said(Kind.GROWTH, sign, before.comparison or find_comparison(norm, context), "kind.change-in-bracket")
    if _BASE_BRACKET.fullmatch(between) and not (has_share and is_percent) and said.kind is not Kind.GROWTH:
        return Said(Kind.ACTUAL, rule="kind.base-in-bracket")
    if said.kind is Kind.GROWTH and said.comparison is None and "(" in between:
        base = {Kind.TARGET: "plan", Kind.GROWTH: before.comparison}.get(before.kind)
        return Said(Kind.GROWTH, said.sign, base, said.rule)
    if (
        said.kind is Kind.GROWTH
        and said.comparison is None
        and before.kind is Kind.GROWTH
        and _NEXT_CHANGE.fullmatch(between)
    ):
        return Said(Kind.GROWTH, said.sign, before.comparison, said.rule)  # giảm 1 vụ, giảm 1 người chết
    if (
        before.kind is Kind.GROWTH
        and said.kind is Kind.ACTUAL
        and _AND_ALSO.fullmatch(between)
        and previous.unit_class is mention.unit_class is UnitClass.NOUN
    ):
        return before  # giảm 23 phòng và 61 đơn vị
    if said.kind is Kind.ACTUAL and before.kind is Kind.TARGET and _is_part_of_plan(norm, context, previous, before):
        return Said(Kind.TARGET, rule="kind.part-of-plan")
    if (
        has_share
        and is_percent
        and said.kind is Kind.ACTUAL
        and mention.second is None
        and _LIKE_SHARE.fullmatch(between)
    ):
        return Said(Kind.SHARE_OF_PLAN, 1, "plan", "kind.share-like-before")
    if before.comparison != "plan" or previous.second is None:
        return said
    if said.kind is Kind.COUNT_OF_TOTAL and mention.unit == previous.unit:
        return before
    if said.kind is Kind.ACTUAL and is_percent and mention.second is None and context.trigger == "reach":
        return Said(Kind.SHARE_OF_PLAN, 1, "plan", "kind.share-of-planned-work")
    return said


def _is_part_of_plan(norm: str, context: Context, previous: Mention, before: Said) -> bool:
    """Tổng kế hoạch vốn là 27 tỷ, gồm ngân sách tỉnh 16 tỷ, ngân sách xã 8 tỷ."""
    if context.mention.unit != previous.unit or context.trigger in ("up", "down", "exceed", "level"):
        return False
    between = norm[previous.end : context.mention.hedge_start]
    if RESULT_VERB.search(between):
        return False
    return before.rule == "kind.part-of-plan" or _PARTS.search(between) is not None


#: Between a figure and a percentage of the same kind as the share before: "(đạt 68,9%)", "bình quân cả nước (52%)".
_LIKE_SHARE = re.compile(
    r"[^;()]*(?:cùng\skỳ|bình\squân|trung\sbình)[^;()]*\(|\s?[(,]?\s?(?:mới\s|chỉ\s)?(?:đạt|bằng)\s"
)
#: tăng 8,3% so với năm 2025 (72 triệu đồng)
_BASE_BRACKET = re.compile(r"\s(?:[^\s(),;]+\s){0,3}so\s(?:với\s)?[^;()]{2,60}\(")
_AND_ALSO = re.compile(r"(?:\s?\([^()]{1,12}\))?(?:,|\svà)\s")
_PARTS = re.compile(r"(?<!\w)(?:gồm|bao\sgồm|trong\sđó)(?!\w)")


def refine(
    norm: str, said: Said, mention: Mention, parts: list[tuple[int, int]], governed: Governed, anchor: Anchor
) -> Said:
    """What only shows when subject and period are known: a rate of disbursement, a value for a time to come."""
    subject = " ".join(norm[start:end] for start, end in parts)
    period, words = governed.period, governed.words
    norm_words = norm[slice(*words)] if words is not None else ""
    if said.kind is not Kind.ACTUAL or said.comparison is not None:
        return said
    if mention.unit == "%" and mention.second is None and "giải ngân" in subject:
        return Said(Kind.SHARE_OF_PLAN, 1, "plan", "kind.disbursement")
    if mention.unit_class is UnitClass.MONEY and _BUDGET.match(subject) and mention.start - parts[0][1] < _NEAR:
        return Said(Kind.TARGET, rule="kind.budget")
    if mention.unit_class is UnitClass.PERCENT and mention.second is None and _SPEED.search(subject):
        return Said(Kind.GROWTH, rule="kind.speed-of-growth")
    if _is_whole_year_estimate(mention, period, norm_words, anchor):
        return Said(Kind.FORECAST, 1, None, "kind.estimate-of-year")
    if words is not None and period and anchor.period and first_month(period) > last_month(anchor.period):
        if said.rule == "kind.state-in-order":
            return Said(Kind.TARGET, rule="kind.order-to-come")
        return Said(Kind.FORECAST, 1, None, "kind.time-to-come")
    return said


def _is_whole_year_estimate(mention: Mention, period: str | None, words: str, anchor: Anchor) -> bool:
    """An estimate of a year that was not over when it was written: "ước cả năm", "ước … năm nay" before December."""
    if mention.qualifier is not Qualifier.ABOUT or period is None or len(period) != len("2024"):
        return False
    return words.startswith("cả năm") or (words in ("năm nay", "cả năm") and (anchor.month or 12) < 12)


_SPEED = re.compile(r"(?:tốc\sđộ|mức)\stăng|tăng\strưởng")
_BUDGET = re.compile(
    r"(?:ngân\ssách\s(?:đầu\stư|năm|được|phân|dành)|tổng\s(?:nguồn\s)?vốn\s(?:kế|được|giao|bố|phân|năm)|kế\shoạch\svốn|vốn\sđược\s(?:giao|phân|bố))"
)
_NEAR = 40
_LONGEST_PLAN = 9
#: trong 23 chỉ tiêu: how many were set.
_TARGETS_OF = re.compile(r"(?<!\w)trong\s(?:tổng\s)?(?:số\s|hệ\sthống\s|các\s)?$")
#: 4.700 học sinh chưa có thẻ: an order names what is the case.
_STATE = re.compile(r"(?:\s[^\s,;:.()]+){0,4}?\s(?:chưa|còn\slại|đã|đang)(?!\w)")
#: In a section of tasks these words tell of what is.
_DONE = re.compile(r"(?<!\w)(?:đã|hiện\scó|hiện|kết\squả|tình\shình|vướng\smắc)(?!\w)")
_SET_BEHIND = re.compile(
    r"(?<!kế\shoạch\s)(?<!như\s)(?:đề\sra|đặt\sra|được\sgiao|giao(?!\s(?:thông|dịch|lưu|ban|nhận|đất)))(?!\w)"
)


def _states_plan(norm: str, context: Context) -> bool:
    """A plan word before the number with nothing between that would make it a result."""
    mention = context.mention
    if mention.second is not None and not mention.is_range and mention.unit_class is UnitClass.NOUN:
        return False  # 26/40 đảng viên tells what was reached
    plan = None
    for plan in PLAN_BEFORE.finditer(norm, context.after_previous, mention.hedge_start):
        pass
    if plan is None:
        return False
    tail = norm[plan.end() : mention.hedge_start]
    if RESULT.search(tail) or len(tail.split()) > _LONGEST_PLAN:
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


def _in_clause(norm: str, context: Context, word: str) -> bool:
    at = norm.rfind(word, context.floor, context.mention.start)
    return at >= 0 and CLAUSE_END.search(norm, at, context.mention.start) is None


def _base_between(norm: str, context: Context) -> str | None:
    """còn kém chỉ tiêu tỉnh giao 1,3 điểm; thấp hơn bình quân chung gần 9 điểm: the base before the number."""
    start = context.trigger_start + len(context.trigger_word)
    if PLAN_BEFORE.search(norm, context.trigger_start, context.mention.hedge_start):
        return "plan"
    words = norm[start : context.mention.hedge_start].strip()
    return f"baseline:{words}" if words.startswith(("bình quân", "trung bình", "mức")) else None


def _target_base(norm: str, context: Context, is_change: bool) -> str | None:
    if not is_change:
        return None
    found = find_comparison(norm, context)
    return None if found == "plan" else found


def _is_whole(unit: str) -> bool:
    return unit in _WHOLES or unit.split(" ", maxsplit=1)[0] in _WHOLES


def _is_done(norm: str, context: Context) -> bool:
    """A verb of doing right before the number."""
    verb = None
    for verb in _DOING.finditer(norm, context.floor, context.mention.start):
        pass
    if verb is None:
        return False
    tail = norm[verb.end() : context.mention.hedge_start]
    return CLAUSE_END.search(tail) is None and len(tail.split()) <= _NEAR_VERB


def _fraction(norm: str, context: Context, behind_plan: bool) -> Said:
    mention = context.mention
    planned = (
        behind_plan
        or mention.value > (mention.second or Decimal(0))
        or mention.unit_class in (UnitClass.MONEY, UnitClass.MEASURE)
        or (not _is_whole(mention.unit) and _is_done(norm, context))
    )
    if planned:
        return Said(Kind.ACTUAL, comparison="plan", rule="kind.done-of-planned")
    return Said(Kind.COUNT_OF_TOTAL, rule="kind.part-of-whole")
