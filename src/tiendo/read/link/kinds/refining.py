# SPDX-License-Identifier: Apache-2.0
"""What only shows when subject and period are known: a rate of disbursement, a budget, a value for a time to come."""

from __future__ import annotations

import re

from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.period.data import Anchor
from tiendo.read.dimensions.period.months import first_month, is_year, last_month
from tiendo.read.dimensions.quantity.data import MONEY, PERCENT, Mention
from tiendo.read.link.kinds.comparisons import PLAN
from tiendo.read.link.periods.governing import Governed
from tiendo.read.link.sentence.context import ACTUAL, FORECAST, GROWTH, SHARE_OF_PLAN, TARGET, Part, Said

_SPEED = re.compile(r"(?:tốc\sđộ|mức)\stăng|tăng\strưởng")
_BUDGET = re.compile(
    r"""ngân\ssách\s(?:đầu\stư|năm|được|phân|dành)
    | tổng\s(?:nguồn\s)?vốn\s(?:kế|được|giao|bố|phân|năm)
    | kế\shoạch\svốn
    | vốn\sđược\s(?:giao|phân|bố)""",
    re.VERBOSE,
)
#: Flows of money: what they reach in per cent can only be a share of their plan.
_FLOW = re.compile(
    r"(?:tổng\s)?(?:thu|chi|giải\sngân|tổng\svốn\sđầu\stư|vốn\sđầu\stư)"
    r"\s(?:ngân\ssách|nsnn|nội\sđịa|dầu|cân\sđối|thường\sxuyên|đầu\stư|trên\sđịa|toàn\sxã|thuế|tiền\ssử|xuất|từ\s)"
)
_REACHES = re.compile(r"(?<!\w)(?:đạt|bằng|đạt\st[ỷỉ]\slệ)\s$")
_REACH = 24
_ABOUT = Qualifier.ABOUT
_NEAR = 40
_DECEMBER = 12
#: What was found or done is over, whatever time the document seems to be of.
_HAPPENED = re.compile(r"(?<!\w)(?:đã|phát\shiện|xảy\sra|thu\sgom|ghi\snhận|khởi\stố|bắt\sgiữ)(?!\w)")
_WHOLE_YEAR = ("năm nay", "cả năm")


def refine(norm: str, said: Said, mention: Mention, parts: list[Part], governed: Governed, anchor: Anchor) -> Said:
    """What is said, seen again with subject and period.

    Args:
        norm: text as rules see it.
        said: kind, sign and comparison so far.
        mention: the quantity.
        parts: its subject.
        governed: its period.
        anchor: what the document is about.
    """
    if said.kind is FORECAST:
        return _seen_since(said, mention, governed, anchor)
    if said.kind is not ACTUAL:
        return said
    subject = " ".join(norm[start:end] for start, end in parts)
    if said.comparison is not None:  # tăng trưởng kinh tế đạt 8,1% so với cùng kỳ
        is_growth = mention.unit == "%" and _SPEED.match(subject) is not None
        return Said(GROWTH, 1, said.comparison, "kind.speed-of-growth") if is_growth else said
    by_subject = _by_subject(mention, subject, mention.start - parts[0][1] if parts else 0)
    if by_subject is None and _is_share_of_flow(norm, mention, subject):
        return Said(SHARE_OF_PLAN, 1, PLAN, "kind.share-of-flow")
    return by_subject or _by_period(norm, said, mention, governed, anchor) or said


def _is_share_of_flow(norm: str, mention: Mention, subject: str) -> bool:
    """Thu ngân sách đạt 98,4%: of its plan, for nothing else says how much a flow of money can reach."""
    if mention.unit != "%" or mention.second is not None or _FLOW.match(subject) is None:
        return False
    return _REACHES.search(norm, max(0, mention.hedge_start - _REACH), mention.hedge_start) is not None


def _by_subject(mention: Mention, subject: str, distance: int) -> Said | None:
    if mention.unit_class is PERCENT and mention.second is None:
        if mention.unit == "%" and "giải ngân" in subject:
            return Said(SHARE_OF_PLAN, 1, PLAN, "kind.disbursement")
        if _SPEED.search(subject):
            return Said(GROWTH, rule="kind.speed-of-growth")
    elif mention.unit_class is MONEY and _BUDGET.match(subject) and distance < _NEAR:
        return Said(TARGET, rule="kind.budget")
    return None


def _by_period(norm: str, said: Said, mention: Mention, governed: Governed, anchor: Anchor) -> Said | None:
    period = governed.period
    if governed.words is None or period is None:
        return None
    words = norm[slice(*governed.words)]
    if mention.qualifier is _ABOUT and is_year(period) and _is_unfinished(words, anchor):
        return Said(FORECAST, rule="kind.estimate-of-year")
    if anchor.period and first_month(period) > last_month(anchor.period):
        if said.rule == "kind.state-in-order":
            return Said(TARGET, rule="kind.order-to-come")
        if _HAPPENED.search(norm, max(0, mention.hedge_start - _REACH), mention.hedge_start) is not None:
            return None  # phát hiện 12 vụ: the document is later than it seems
        return Said(FORECAST, rule="kind.time-to-come")
    return None


def _seen_since(said: Said, mention: Mention, governed: Governed, anchor: Anchor) -> Said:
    """Dự kiến đến hết tháng 5, told in June: an estimate of what is over."""
    report, period = anchor.period, governed.period
    if report is None or period is None or governed.words is None or last_month(period) > last_month(report):
        return said
    if mention.qualifier is Qualifier.EXACT and said.rule != "kind.will":
        mention.qualifier = _ABOUT
    return Said(ACTUAL, 1, said.comparison, "kind.estimate-of-past")


def _is_unfinished(words: str, anchor: Anchor) -> bool:
    """A year that was not over when it was written: "ước cả năm", "ước … năm nay" before December."""
    return words.startswith("cả năm") or (words in _WHOLE_YEAR and (anchor.month or _DECEMBER) < _DECEMBER)
