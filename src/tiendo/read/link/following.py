# SPDX-License-Identifier: Apache-2.0
"""What a quantity takes over from the one before it in its sentence: kind, sign, base.

Each rule gets what the words said of the quantity itself, what was told before, and what stands between.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tiendo.kernel.findings import Kind
from tiendo.read.dimensions.quantity.data import UnitClass
from tiendo.read.link.comparisons import PLAN, find_comparison, shares_base
from tiendo.read.link.context import Context, Said, Told
from tiendo.read.link.plans import PART_OF_PLAN, is_part_of_plan

#: Between a figure and a percentage of the same kind as the share before: "(đạt 68,9%)", "bình quân cả nước (52%)".
_LIKE_SHARE = re.compile(
    r"[^;()]*(?:cùng\skỳ|bình\squân|trung\sbình)[^;()]*\(|\s?[(,]?\s?(?:mới\s|chỉ\s)?(?:đạt|bằng)\s"
)
#: tăng 8,3% so với năm 2025 (72 triệu đồng)
_BASE_BRACKET = re.compile(r"\s(?:[^\s(),;]+\s){0,3}so\s(?:với\s)?[^;()]{2,60}\(")
_AND_ALSO = re.compile(r"(?:\s?\([^()]{1,12}\))?(?:,|\svà)\s")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A quantity and the one before it; ``has_share``: a share of a plan was told earlier in the sentence."""

    context: Context
    said: Said
    before: Told
    between: str
    is_percent: bool
    has_share: bool


def follow(said: Said, context: Context, before: Told, *, has_share: bool) -> Said:
    """What a quantity says when the one before it is known.

    Args:
        said: what the words around the quantity itself say.
        context: where it stands.
        before: what was told of the quantity before it in its sentence.
        has_share: a share of a plan was told earlier in the sentence.
    """
    mention = context.mention
    between = context.shadow.norm[before.mention.end : mention.hedge_start]
    pair = _Pair(context, said, before, between, mention.unit_class is UnitClass.PERCENT, has_share)
    for rule in _RULES:
        taken = rule(pair)
        if taken is not None:
            return taken
    return said


def _change_in_bracket(pair: _Pair) -> Said | None:
    """Giảm 2.430 triệu đồng (10%)."""
    before = pair.before.said
    if before.kind is not Kind.GROWTH or not pair.is_percent or pair.between.strip() != "(":
        return None
    sign = 1 if pair.context.mention.value < 0 else before.sign
    return Said(Kind.GROWTH, sign, before.comparison or find_comparison(pair.context), "kind.change-in-bracket")


def _base_in_bracket(pair: _Pair) -> Said | None:
    if pair.said.kind is Kind.GROWTH or (pair.has_share and pair.is_percent):
        return None
    if pair.between.endswith("(") and _BASE_BRACKET.fullmatch(pair.between):
        return Said(Kind.ACTUAL, rule="kind.base-in-bracket")
    return None


def _shared_base(pair: _Pair) -> Said | None:
    """Tăng 14 vụ, giảm 2 người chết so với cùng kỳ; 35 hộ (tăng 4 hộ) where 35 was planned."""
    before = pair.before.said
    if pair.said.kind is not Kind.GROWTH or pair.said.comparison is not None:
        return None
    if "(" in pair.between:
        base = {Kind.TARGET: PLAN, Kind.GROWTH: before.comparison}.get(before.kind)
        return replace(pair.said, comparison=base)
    if before.kind is Kind.GROWTH and shares_base(pair.between):
        return replace(pair.said, comparison=before.comparison)
    return None


def _same_change(pair: _Pair) -> Said | None:
    """Giảm 23 phòng và 61 đơn vị."""
    before = pair.before
    are_counts = before.mention.unit_class is pair.context.mention.unit_class is UnitClass.NOUN
    if before.said.kind is Kind.GROWTH and pair.said.kind is Kind.ACTUAL and are_counts:
        return before.said if _AND_ALSO.fullmatch(pair.between) else None
    return None


def _part_of_plan(pair: _Pair) -> Said | None:
    if pair.said.kind is Kind.ACTUAL and pair.before.said.kind is Kind.TARGET:
        return Said(Kind.TARGET, rule=PART_OF_PLAN) if is_part_of_plan(pair.context, pair.before) else None
    return None


def _like_share_before(pair: _Pair) -> Said | None:
    is_plain = pair.is_percent and pair.said.kind is Kind.ACTUAL and pair.context.mention.second is None
    if pair.has_share and is_plain and _LIKE_SHARE.fullmatch(pair.between):
        return Said(Kind.SHARE_OF_PLAN, 1, PLAN, "kind.share-like-before")
    return None


def _of_planned_work(pair: _Pair) -> Said | None:
    """38,6/112 tỷ đồng, đạt 34,5%; 14/11 tuyến đường, 9/8 tuyến đường."""
    before, said, mention = pair.before, pair.said, pair.context.mention
    if before.said.comparison != PLAN or before.mention.second is None:
        return None
    if said.kind is Kind.COUNT_OF_TOTAL and mention.unit == before.mention.unit:
        return before.said
    is_plain = pair.is_percent and said.kind is Kind.ACTUAL and mention.second is None
    if is_plain and pair.context.trigger == "reach":
        return Said(Kind.SHARE_OF_PLAN, 1, PLAN, "kind.share-of-planned-work")
    return None


_RULES: tuple[Callable[[_Pair], Said | None], ...] = (
    _change_in_bracket,
    _base_in_bracket,
    _shared_base,
    _same_change,
    _part_of_plan,
    _like_share_before,
    _of_planned_work,
)
