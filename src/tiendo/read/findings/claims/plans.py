# SPDX-License-Identifier: Apache-2.0
"""Percentages and changes whose base was told earlier: a plan in the sentence before, the same thing in another year.

Not here: bases that stand beside the figure (``ratios``, ``differences``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.findings import Claim, Kind, RatioMode
from tiendo.read.findings.claims.build import Draft, make_ratio, settle
from tiendo.read.findings.claims.figures import is_same_measure
from tiendo.read.findings.claims.matching import last_match
from tiendo.read.findings.claims.passages import Passage, Passages
from tiendo.read.findings.claims.ratios import is_average, mode_of
from tiendo.read.findings.claims.roles import Item, Role
from tiendo.read.findings.claims.words import PARTS_OPEN, PLAN_NAMED, RESULT, Base, Verb

_BACK = 2  # sentences
_LEFT = re.compile(r"(?<!\w)còn(?:\slại)?(?:\s(?:khoảng|hơn|gần|trên|tới|đến|những))?\s$")
_NOT_DONE = re.compile(r"[^,;.]{0,25}?(?<!\w)chưa(?!\w)")
_PLAN_REACH = 70


def find_planned(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """Claims of one sentence that need a plan told before."""
    for i, item in enumerate(passage.items):
        claim = settle(_of_earlier_plan(passages, passage, item))
        if claim is None:
            claim = settle(_of_what_is_left(passages, passage, i))
        if claim is not None:
            yield claim


def is_plan(item: Item) -> bool:
    """Whether a level is a plan by the words before it, or by the kind the reader gave it."""
    if item.role is not Role.LEVEL or item.figure.is_percent or item.figure.is_fraction:
        return False
    lead = item.gap[-_PLAN_REACH:]
    found = last_match(PLAN_NAMED, lead)
    if found is None:
        return item.figure.measurement.kind is Kind.TARGET
    between = lead[found.end() :]
    if lead[: found.start()].endswith(("so với ", "so ")):
        return False
    return not any(sign in between for sign in ",;%") and RESULT.search(between) is None


def _asks_for_plan(item: Item) -> bool:
    """A percentage of a plan that is not printed beside it."""
    if not item.figure.is_percent or item.figure.is_fraction or item.base is not None or is_average(item):
        return False
    if item.role is Role.SHARE:
        return item.base_kind is Base.PLAN
    return item.role is Role.CHANGE and (
        (item.verb is Verb.EXCEED and item.base_kind in (None, Base.PLAN)) or item.base_kind is Base.PLAN
    )


def _of_earlier_plan(passages: Passages, passage: Passage, item: Item) -> Iterator[Draft]:
    """Được giao thu 4.500 tỷ đồng, đến nay đã thu 5.619 tỷ đồng (vượt 25%)."""
    level = item.level
    if level is None or not _asks_for_plan(item) or level.figure.is_percent or level.figure.is_fraction:
        return
    here = [
        other
        for other in passage.items[: level.position]
        if is_plan(other) and is_same_measure(other.figure.quantity, level.figure.quantity)
    ]
    earlier = [
        other
        for found in passages.before(passage, _BACK)
        for other in reversed(found.items)
        if is_plan(other) and is_same_measure(other.figure.quantity, level.figure.quantity)
    ]
    for plan in (*reversed(here), *earlier):
        numbers = (level.figure.level(""), plan.figure.level(""), item.figure.operand(""))
        is_named = last_match(PLAN_NAMED, plan.gap[-_PLAN_REACH:]) is not None
        is_certain = is_named and len(here) == 1 and plan is here[0] and not item.is_soft and not is_plan(level)
        is_certain = is_certain and not any(
            ";" in other.gap for other in passage.items[plan.position + 1 : item.position]
        )
        yield make_ratio(
            passages.scan,
            mode_of(item),
            numbers,
            (plan, level, item),
            "ratio.earlier-plan",
            is_certain=is_certain,
            is_banded=is_named
            and bool(here)
            and not any(PARTS_OPEN.search(other.gap) for other in passage.items[: item.position]),
        )


def _of_what_is_left(passages: Passages, passage: Passage, i: int) -> Iterator[Draft]:
    """Kế hoạch 4.500 tỷ đồng, mới giải ngân được 58%. Như vậy, còn 1.900 tỷ đồng chưa giải ngân."""
    item = passage.items[i]
    left = item.figure
    if left.is_percent or left.is_fraction or not _LEFT.search(item.gap) or not _NOT_DONE.match(item.behind):
        return
    before = [*reversed(passage.items[:i])]
    for found in passages.before(passage, _BACK, across=True):
        before += reversed(found.items)
    shares = [
        other
        for other in before
        if other.figure.is_percent and other.role is not Role.CHANGE and not other.figure.is_fraction
    ]
    wholes = [
        other for other in before if is_same_measure(other.figure.quantity, left.quantity) and other.role is Role.LEVEL
    ]
    for share in shares[:1]:
        for whole in wholes:
            numbers = (left.level(""), whole.figure.level(""), share.figure.operand(""))
            yield make_ratio(
                passages.scan, RatioMode.DECREASE, numbers, (whole, share, item), "ratio.what-is-left", is_certain=False
            )
