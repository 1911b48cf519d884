# SPDX-License-Identifier: Apache-2.0
"""Which time expression governs a quantity (GUIDE, field ``period``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiendo.kernel.findings import Kind
from tiendo.read.dimensions.period.data import Anchor, TimeExpression, TimeRole
from tiendo.read.link.context import Context


@dataclass(frozen=True, slots=True)
class Governed:
    """The period of a quantity and the range of ``norm`` with the words that say so."""

    period: str | None
    words: tuple[int, int] | None


_LAST_YEAR = re.compile(r"cùng\s(?:kỳ|kì)(?:\snăm\s(?:trước|ngoái|\d{4}))?[^\d,;]{0,16}$")
_WHOLE_YEAR = re.compile(r"(?:kế\shoạch|dự\stoán|chỉ\stiêu|mục\stiêu|nghị\squyết)\s(?:\w+\s){0,3}?năm(?!\s\d)|cả\snăm")


_SET = re.compile(r"\s(?:đề\sra|đặt\sra|được\sgiao|giao)(?!\w)")


_OPENING = 40
_GOVERNING = (TimeRole.SPAN, TimeRole.DEADLINE)


def same_period_of(period: str | None) -> str | None:
    """The same period of the previous year."""
    if period is None:
        return None
    return re.sub(r"\d{4}", lambda m: str(int(m.group()) - 1), period)


def _whole_year(period: str | None) -> str | None:
    """Plans are set for the year: the plan behind "10 tháng" is that of the year."""
    if period is not None and period.startswith(f"{period[:4]}-01/{period[:4]}-"):
        return period[:4]
    return period


def _reaches(norm: str, time: TimeExpression, context: Context) -> bool:
    """A time inside one part of a list stays there; one that opens the sentence governs all of it."""
    if norm.startswith(",", time.end):
        return True  # an adverbial of its own governs the whole list
    opening = norm.find(",", context.sentence_start, time.start)
    if time.start - context.sentence_start < _OPENING or opening < 0:
        return True
    return norm.find(";", time.end, context.mention.start) < 0


def _last_resort(times: list[TimeExpression], planned: bool, anchor: Anchor) -> str | None:
    """Without a governing time or a reporting period: the year of the plan named, for a plan the term."""
    plan = next((t.period for t in times if t.role is TimeRole.PLAN), None)
    return plan or (anchor.term if planned else None)


def _base_in_bracket(norm: str, times: list[TimeExpression], position: int) -> Governed | None:
    """tăng 8,3% so với năm 2025 (72 triệu đồng): what stands in the bracket is the value of the base."""
    if norm[position - 1 : position] != "(":
        return None
    for time in times:
        if time.role is TimeRole.BASE and time.end <= position and not norm[time.end : position].strip(" ("):
            return Governed(time.period, (time.start, time.end))
    return None


def govern(
    norm: str,
    context: Context,
    kind: Kind,
    times: list[TimeExpression],
    inherited: TimeExpression | None,
    anchor: Anchor,
) -> Governed:
    """The period of a quantity and the range of the words that say so.

    The nearest expression before the number in its sentence, else the first one behind it in its clause, else the
    one that governs the paragraph, else the document's reporting period.
    """
    mention = context.mention
    if kind is not Kind.TARGET:
        times = [t for t in times if not _SET.match(norm, t.end)]
    planned = kind is Kind.TARGET
    governing = [t for t in times if t.role in _GOVERNING or (planned and t.role is TimeRole.PLAN)]
    before = [t for t in governing if t.end <= mention.start and _reaches(norm, t, context)]
    behind = [t for t in governing if mention.end <= t.start < context.ceiling]
    base = _base_in_bracket(norm, times, mention.hedge_start)
    if base is not None:
        return base
    if mention.unit == "lần":
        behind = []  # gấp 1,3 lần năm 2024: the base
    chosen: TimeExpression | None = None
    if before:
        chosen = before[-1]
    elif planned:
        chosen = next((t for t in governing if t.start >= mention.end), None)
    if (kind is Kind.TARGET and behind and _SET.match(norm, behind[0].end)) or (
        chosen is None and behind and not re.search(r"[;:.,()]", norm[mention.end : behind[0].start])
    ):
        chosen = behind[0]
    if chosen is None:
        chosen = inherited
    if chosen is None and anchor.period is None:
        chosen = next((t for t in governing if t.start >= mention.end), None)
    period = chosen.period if chosen is not None else anchor.period or _last_resort(times, planned, anchor)
    quote = (chosen.start, chosen.end) if chosen is not None else None
    if kind is Kind.TARGET and (year := _WHOLE_YEAR.search(norm, context.after_previous, mention.start)):
        period = period[:4] if period else period
        quote = year.span()
    elif planned and (chosen is None or chosen is inherited):
        period = period[:4] if period and mention.unit.startswith("chỉ tiêu") else _whole_year(period)
    elif kind is Kind.ACTUAL and _LAST_YEAR.search(norm, context.floor, mention.hedge_start):
        period = same_period_of(period)
    return Governed(period, quote)
