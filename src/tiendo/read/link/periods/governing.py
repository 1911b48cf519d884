# SPDX-License-Identifier: Apache-2.0
"""Which time expression governs a quantity (GUIDE, field ``period``)."""

from __future__ import annotations

import re
from typing import NamedTuple

from tiendo.kernel.findings import Kind
from tiendo.read.dimensions.period.data import Anchor, TimeExpression, TimeRole
from tiendo.read.dimensions.period.months import is_month, is_term, is_year, whole_year, year_before
from tiendo.read.link.sentence.brackets import is_closed_off
from tiendo.read.link.sentence.context import ACTUAL, TARGET, Context, Part
from tiendo.read.link.sentence.timeline import Row


class Governed(NamedTuple):
    """The period of a quantity and the range of ``norm`` with the words that say so."""

    period: str | None
    words: Part | None


_LAST_YEAR = re.compile(r"cùng\s(?:kỳ|kì)(?:\snăm\s(?:trước|ngoái|[0-9]{4}))?[^0-9,;]{0,16}$")
_LAST_YEAR_REACH = 60
_COMPARED = re.compile(r"(?<!\w)(?:so|với)\s(?:(?:với|kế\shoạch|dự\stoán|chỉ\stiêu|và)\s){0,3}$")
_WHOLE_YEAR = re.compile(
    "|".join(
        rf"{plan}\s(?:\w+\s){{0,3}}?năm(?!\s[0-9])"
        for plan in (r"kế\shoạch", r"dự\stoán", r"chỉ\stiêu", r"mục\stiêu", r"nghị\squyết")
    )
    + r"|cả\snăm"
)
#: A season is one of its year when a month is reported, which is shorter. Source: seasons of crops of the regions.
_SEASON = re.compile(r"(?<!\w)(?:vụ\s(?:đông|hè|thu|mùa|xuân|chiêm)|toàn\svụ)(?!\w)")
_YEAR_LENGTH = len("2024")
_SIGN = re.compile(r"[;:.,()]")
_OPENING = 40
_AIMED = frozenset((TimeRole.SPAN, TimeRole.DEADLINE))
#: Whose figures they are, before the time that governs them: "Theo kết quả điều tra, tại thời điểm 1/4 có …".
_SOURCE = re.compile(r"(?:theo|căn\scứ|qua)\s[^,;:]{3,80},\s")
#: Between a number and its own time.
_POINTS = frozenset(("", "đầu", "cuối", "vào", "vào cuối", "vào đầu", "trong"))


def govern(context: Context, kind: Kind, inherited: TimeExpression | None, anchor: Anchor) -> Governed:
    """The period of a quantity and the range of the words that say so.

    The nearest expression before the number in its sentence, else the first one behind it in its clause, else the
    one that governs the paragraph, else the document's reporting period.
    """
    times = context.times
    is_planned = kind is TARGET
    if not times.times and inherited is None:
        period = anchor.period or (anchor.term if is_planned else None)
        return _adapted(context, kind, Governed(period, None), is_taken_over=True)
    base = _base_in_bracket(context)
    if base is not None:
        return base
    governing = times.planned if is_planned else times.reached
    chosen = _in_sentence(context, governing, is_planned=is_planned) or inherited
    if chosen is None and (anchor.period is None or is_year(anchor.period)):
        chosen = governing.behind(context.mention.end)
        if chosen is not None and not _speaks_behind(context, chosen, anchor):
            chosen = None
    if chosen is None:
        found = Governed(anchor.period or _last_resort(context, anchor, is_planned=is_planned), None)
    else:
        found = Governed(chosen.period, (chosen.start, chosen.end))
    return _adapted(context, kind, found, is_taken_over=chosen is None or chosen is inherited)


def _in_sentence(context: Context, governing: Row, *, is_planned: bool) -> TimeExpression | None:
    """The expression of the sentence that governs a quantity."""
    norm, mention = context.shadow.norm, context.mention
    before = next((time for time in governing.before(mention.start) if _reaches(context, time)), None)
    if before is None and is_planned:  # the parts of a list of aims are for the year that one of them names
        before = next((time for time in governing.before(mention.start) if _is_of_all(context, time)), None)
    behind = near = governing.behind(mention.end)
    if behind is not None and (behind.start >= context.ceiling or mention.unit == "lần"):
        near = None  # it stands behind the next number; gấp 1,3 lần năm 2024: the base
    if near is not None and is_planned and norm.find(" so ", mention.end, near.start) >= 0:
        near = behind = None  # so với chỉ tiêu giao năm 2022: the plan that it is compared with
    if near is not None and is_planned and context.times.is_set(near):
        return near
    if near is not None and context.trigger == "level" and _is_own(context, before, near):
        return near
    if behind is not None and norm.find(";", mention.end, behind.start) >= 0:
        behind = None  # of another part of the sentence
    chosen = before or (behind if is_planned else None)
    if chosen is None and near is not None and not _SIGN.search(norm, mention.end, near.start):
        return near
    return chosen


def _is_aside(context: Context, time: TimeExpression) -> bool:
    return is_closed_off(context.shadow.norm, context.sentence_start, time.start, context.mention.start)


def _is_of_all(context: Context, time: TimeExpression) -> bool:
    """Whether a time inside one part of a list of aims may be the one of the other parts too."""
    return time.role in _AIMED and not _is_aside(context, time)


def _speaks_behind(context: Context, time: TimeExpression, anchor: Anchor) -> bool:
    """Whether a time behind the last number of a clause holds for this one: not one of another part of the sentence."""
    if anchor.period is not None and is_year(time.period):
        return False  # the mere year of the document says as much
    return context.shadow.norm.find(";", context.mention.end, time.start) < 0


def _is_own(context: Context, before: TimeExpression | None, near: TimeExpression) -> bool:
    """Whether a time right behind a number is its own: "từ 42,6% cuối năm 2023 xuống còn 36,4% cuối năm 2024"."""
    norm = context.shadow.norm
    if norm[context.mention.end : near.start].strip() not in _POINTS:
        return False
    last = context.after_previous
    return before is None or before.start < last or norm[last : before.start].strip() in _POINTS


def _reaches(context: Context, time: TimeExpression) -> bool:
    """A time inside one part of a list stays there; one that opens the sentence governs all of it."""
    norm = context.shadow.norm
    if _is_aside(context, time):
        return norm.startswith("),", time.end) and time.start - context.sentence_start < _OPENING
    if norm.startswith(",", time.end):
        return True  # an adverbial of its own governs the whole list
    # behind an ellipsis the sentence begins anew: "…; … Đến 15/8 thu hoạch 12 tấn ngô; 5 tấn mía"
    opening = max(context.sentence_start, norm.rfind("… ", context.sentence_start, time.start))
    source = _SOURCE.match(norm, opening, time.start)
    opening = opening if source is None else source.end()
    if time.start - opening < _OPENING or norm.find(",", opening, time.start) < 0:
        return True
    part = norm.find(";", time.end, context.mention.start)
    return part < 0 or norm.find("trong đó", time.end, part) >= 0  # năm 2020: 250 hộ, trong đó: a 50 hộ; b 30 hộ


def _base_in_bracket(context: Context) -> Governed | None:
    """Tăng 8,3% so với năm 2025 (72 triệu đồng): what stands in the bracket is the value of the base."""
    norm, position = context.shadow.norm, context.mention.hedge_start
    if norm[position - 1 : position] != "(":
        return None
    before = position - 1
    while before and norm[before - 1] in " (":
        before -= 1
    time = context.times.at(before - 1) if before else None
    if time is None or time.role is not TimeRole.BASE or time.end != before:
        return None
    return Governed(time.period, (time.start, time.end))


def _last_resort(context: Context, anchor: Anchor, *, is_planned: bool) -> str | None:
    """Without a governing time or a reporting period: the year of the plan named, for a plan the term."""
    for time in context.times.times:
        if time.role is TimeRole.PLAN and (is_planned or not context.times.is_set(time)):
            return time.period or (anchor.term if is_planned else None)
    return anchor.term if is_planned else None


def _adapted(context: Context, kind: Kind, found: Governed, *, is_taken_over: bool) -> Governed:
    """A plan of the year holds for the year; the value of the same period last year lies a year before."""
    norm, mention, period = context.shadow.norm, context.mention, found.period
    if kind is TARGET:
        year = _WHOLE_YEAR.search(norm, context.after_previous, mention.start)
        if year is not None:
            return Governed(period[:_YEAR_LENGTH] if period else period, year.span())
        if is_taken_over:
            is_of_year = mention.unit.startswith("chỉ tiêu") and not is_term(period)
            return Governed(period[:_YEAR_LENGTH] if period and is_of_year else whole_year(period), found.words)
    elif is_taken_over and period and is_month(period) and _SEASON.search(norm, context.sentence_start, mention.start):
        return Governed(period[:_YEAR_LENGTH], found.words)  # diện tích lúa vụ hè thu là 49.094 ha
    if kind is ACTUAL:
        low = max(context.floor, mention.hedge_start - _LAST_YEAR_REACH)
        same = _LAST_YEAR.search(norm, low, mention.hedge_start)
        is_base = same is not None and _COMPARED.search(norm, low, same.start()) and norm[same.end() - 1] != "("
        if same is not None and not is_base:
            return Governed(year_before(period), found.words)
    return found
