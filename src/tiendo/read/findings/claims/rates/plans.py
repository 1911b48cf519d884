# SPDX-License-Identifier: Apache-2.0
"""Percentages and changes whose base was told earlier: a plan in the sentence before, the same thing in another year.

Not here: bases that stand beside the figure (``ratios``, ``differences``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.findings import Claim, Kind, RatioMode
from tiendo.kernel.units import Dimension, find_unit
from tiendo.read.findings.claims.build import Draft, make_ratio, settle
from tiendo.read.findings.claims.context.figures import is_same_measure
from tiendo.read.findings.claims.context.items import BASE, CHANGE, LEVEL, SHARE, Item, Plan
from tiendo.read.findings.claims.context.matching import last_match
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.rates.modes import is_average, mode_of
from tiendo.read.findings.claims.words import PARTS_OPEN, PLAN_NAMED, PLAN_OF, PLAN_WORDS, RESULT, Base, Verb

_NO_PLAN, _NAMED = Plan.NONE, Plan.NAMED
_BACK = 4  # sentences
_NEAR = 16  # figures
_MOST_PLANS = 3
_LEFT = re.compile(r"c(?<!\wc)òn(?:\slại)?(?:\s(?:khoảng|hơn|gần|trên|tới|đến|những))?\s$")
_NOT_DONE = re.compile(r"[^,;.]{0,25}?(?<!\w)chưa(?!\w)")
_PLAN_REACH = 70
_UNDONE = re.compile(r"(?<!\w)(?:chưa|còn|thiếu)(?!\w)")


def find_planned(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """Claims of one sentence that need a plan told before."""
    for i, item in enumerate(passage.items):
        claim = settle(_of_earlier_plan(passages, passage, item)) if item.figure.is_percent else None
        if claim is None and item.figure.is_amount:
            claim = settle(_of_what_is_left(passages, passage, i))
        if claim is not None:
            yield claim


def is_plan(item: Item) -> bool:
    """Whether a level is a plan by the words before it, or by the kind the reader gave it."""
    if item.plan is None:
        item.plan = _plan_of(item)
    return item.plan is not _NO_PLAN


def _plan_of(item: Item) -> Plan:
    if item.role is BASE and item.base_kind is Base.PLAN and item.figure.is_amount:
        return _NAMED
    if item.role is not LEVEL or not item.figure.is_amount:
        return _NO_PLAN
    lead = item.gap[-_PLAN_REACH:]
    found = last_match(PLAN_NAMED, lead) if any(word in lead for word in PLAN_WORDS) else None
    if found is None:
        return Plan.BY_KIND if item.figure.measurement.kind is Kind.TARGET else _NO_PLAN
    between = lead[found.end() :]
    if lead[: found.start()].endswith(("so với ", "so ")) or any(sign in between for sign in ",;%"):
        return _NO_PLAN
    return _NO_PLAN if RESULT.search(between) else _NAMED


def is_other_plan(said: str, told: str) -> bool:
    """Whether a share names the giver or span of its plan ("kế hoạch tỉnh giao") and the plan that was found does not.

    Args:
        said: the words behind the share; told: those around the plan.
    """
    name = re.split(r"[,;.)]", said, maxsplit=1)[0]
    return any(word not in told for word in PLAN_OF.findall(name))


def _asks_for_plan(item: Item) -> bool:
    """A percentage of a plan that is not printed beside it."""
    if not item.figure.is_percent or item.figure.is_fraction or item.base is not None or is_average(item):
        return False
    if item.role is SHARE:
        return item.base_kind is Base.PLAN or (item.base_kind is None and _may_be_of_plan(item))
    return item.role is CHANGE and (
        (item.verb is Verb.EXCEED and item.base_kind in (None, Base.PLAN)) or item.base_kind is Base.PLAN
    )


def _may_be_of_plan(item: Item) -> bool:
    """Đạt 26,7%, tỷ lệ 26,7%: of the plan; "chiếm 26,7%" is a part of something."""
    return item.verb is Verb.REACH or (item.verb is Verb.SHARE and "chiếm" not in item.words)


def _of_earlier_plan(passages: Passages, passage: Passage, item: Item) -> Iterator[Draft]:
    """Được giao thu 4.500 tỷ đồng, đến nay đã thu 5.619 tỷ đồng (vượt 25%)."""
    level = item.level
    if level is None or not _asks_for_plan(item) or level.figure.is_percent or level.figure.is_fraction:
        return
    here = _plans(passage.items[max(0, level.position - _NEAR) : level.position], level)
    earlier = [plan for found in passages.before(passage, _BACK) for plan in _plans(found.items[-_NEAR:], level)]
    for plan in (*here, *earlier):
        numbers = (level.figure.level(""), plan.figure.level(""), item.figure.operand(""))
        between = passage.items[plan.position + 1 : item.position] if plan in here else []
        is_named = plan.plan is _NAMED
        is_certain = (
            is_named
            and not _UNDONE.search(level.gap[-_PLAN_REACH:])
            and here == [plan]
            and not item.is_soft
            and not is_plan(level)
        )
        is_certain = is_certain and (item.base_kind is not None or item.role is CHANGE or _is_rate(level))
        is_certain = is_certain and not is_other_plan(item.behind, plan.gap + plan.behind)
        is_certain = is_certain and not any(";" in other.gap for other in between)
        is_undone = _UNDONE.search(level.gap[-_PLAN_REACH:]) is not None  # "số chưa giao 115.700 tỷ đồng, bằng 67,9%"
        is_next = plan.position + 2 == level.position + 1 == item.position  # "chỉ tiêu 40, thực hiện 33, đạt 82,5%"
        is_banded = (
            is_named
            and plan in here
            and not is_undone
            and (item.base_kind is not None or _is_rate(level) or is_next)
            and not any(PARTS_OPEN.search(other.gap) for other in between)
        )
        yield make_ratio(
            passages.scan,
            mode_of(item),
            numbers,
            (plan, level, item),
            "ratio.earlier-plan",
            base=Base.PLAN,
            is_certain=is_certain,
            is_banded=is_banded,
        )


def _is_rate(level: Item) -> bool:
    """Whether a bare "đạt 18,5%" behind a level is its share of the plan: money that was spent or taken in."""
    unit = find_unit(level.figure.quantity.unit)
    return unit is not None and unit.dimension is Dimension.MONEY


def _plans(items: list[Item], level: Item) -> list[Item]:
    """The plans among some figures that a level can be measured against: those called so first, the nearest first."""
    found = [
        item
        for item in reversed(items)
        if is_plan(item) and is_same_measure(item.figure.quantity, level.figure.quantity)
    ]
    found.sort(key=lambda item: item.plan is not _NAMED)
    return found[:_MOST_PLANS]


def _of_what_is_left(passages: Passages, passage: Passage, i: int) -> Iterator[Draft]:
    """Kế hoạch 4.500 tỷ đồng, mới giải ngân được 58%. Như vậy, còn 1.900 tỷ đồng chưa giải ngân."""
    item = passage.items[i]
    left = item.figure
    if left.is_percent or left.is_fraction or not _LEFT.search(item.gap) or not _NOT_DONE.match(item.behind):
        return
    before = [*reversed(passage.items[max(0, i - _NEAR) : i])]
    for found in passages.before(passage, _BACK, across=True):
        before += reversed(found.items[-_NEAR:])
    shares = [
        other
        for other in before
        if other.figure.is_percent and other.role is not CHANGE and not other.figure.is_fraction
    ]
    wholes = [
        other for other in before if is_same_measure(other.figure.quantity, left.quantity) and other.role is LEVEL
    ]
    for share in shares[:1]:
        for whole in wholes:
            numbers = (left.level(""), whole.figure.level(""), share.figure.operand(""))
            yield make_ratio(
                passages.scan,
                RatioMode.DECREASE,
                numbers,
                (whole, share, item),
                "ratio.what-is-left",
                is_certain=False,
                base=Base.PLAN,
            )
