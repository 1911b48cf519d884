# SPDX-License-Identifier: Apache-2.0
"""Shares of a whole that was named: "trong đó 42 hồ sơ trễ hạn (0,3%)", "trong số 3.126 hộ có 411 hộ nghèo (13,1%)".

Not here: shares of a plan (``ratios``, ``plans``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from tiendo.kernel.arithmetic import is_counted
from tiendo.kernel.findings import Claim, ClaimType, RatioMode
from tiendo.read.findings.claims.build import Draft, holds, make_claim, make_ratio, settle
from tiendo.read.findings.claims.context.figures import is_kindred, is_same_measure
from tiendo.read.findings.claims.context.items import CHANGE, LEVEL, SHARE, WHOLE, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.context.wholes import label_of, named_whole
from tiendo.read.findings.claims.parthood.partlists import PartList
from tiendo.read.findings.claims.rates.ratios import NOTHING_ELSE
from tiendo.read.findings.claims.words import Base, Verb

_RATE = re.compile(r"t(?<!\wt)[ỷỉ]\slệ\s([^,;:()]{3,60}?)\s(?:(?:đạt|là|chiếm|còn|ở\smức|trên|hơn|gần|khoảng)\s)*$")
_POPULATION = re.compile(r"\s(?:của\s)?dân\ssố(?!\s(?:toàn|cả|của))")  # of the place that was named before
_SETTLED = re.compile(r"(?<!\w)(?:giải\squyết|xét\sxử|xử\slý|làm\srõ|khám\sphá|hòa\sgiải|thi\shành)(?!\w)")
_NUMBER = re.compile(r"[\d.,/\s]+")
_BACK = 3  # sentences
_NEAR = 16  # figures
_LISTS = 6  # before a rate
_SHARE_REACH = 3  # figures behind a total
_HUNDRED = 100
_OTHER_TIMES = (Base.SAME_PERIOD, Base.EARLIER, Base.PLAN)


def find_shares(passages: Passages, passage: Passage, lists: list[PartList]) -> Iterator[Claim]:
    """The claims of one sentence about shares of a whole."""
    totals = _totals_by_part(lists)
    for item in passage.items:
        if not item.figure.is_percent or item.figure.is_fraction or item.role is CHANGE:
            continue
        near = lists[max(0, bisect_left(lists, item.figure.start, key=lambda found: found.start) - _LISTS) :][:_LISTS]
        drafts = [*_of_part(passages, item, totals), *_of_rate(passages, item, near)]
        claim = settle(drafts) or settle(_of_count(passages, passage, item))
        if claim is not None:
            yield claim


def _totals_by_part(lists: list[PartList]) -> dict[Item, list[Item]]:
    """The totals of the lists that each part certainly stands in, the nearest first."""
    out: dict[Item, list[Item]] = {}
    for found in lists:
        for part in found.parts[: max(found.sure, 1)]:
            known = out.setdefault(part, [])
            known += [total for total in found.totals if total not in known and not total.figure.is_fraction]
    return out


def _is_share_of_whole(item: Item, part: Item) -> bool:
    if item.role is not SHARE or item.level is not part or item.base is not None:
        return False
    if item.base_kind not in (None, Base.WHOLE):
        return False
    if abs(item.figure.quantity.value) > _HUNDRED or not part.figure.is_amount:
        return False
    if is_counted(part.figure.quantity):
        return item.verb in (None, Verb.SHARE) or "hồ sơ" in part.figure.quantity.unit or _is_settled(item, part)
    return item.verb is Verb.SHARE


def _is_settled(item: Item, part: Item) -> bool:
    """Thụ lý 3.682 vụ; trong đó, đã giải quyết 2.321 vụ (đạt 63%): of what came in; "đạt 100%" may be of a plan."""
    is_bracket = item.separator == "(" and item.verb is Verb.REACH and item.base_kind is None
    return is_bracket and item.figure.quantity.value < _HUNDRED and _SETTLED.search(part.gap) is not None


def _of_part(passages: Passages, item: Item, totals: dict[Item, list[Item]]) -> Iterator[Draft]:
    part = item.level
    if part is None or part.figure.is_fraction or not _is_share_of_whole(item, part):
        return
    is_of_others = item.verb is None and _POPULATION.match(item.behind) is not None
    for total in totals.get(part, ()):
        if _shares_base(passages, total, part, item):
            continue
        numbers = (part.figure.level(""), total.figure.level(""), item.figure.operand(""))
        is_of_others = is_of_others or _names_another_whole(item, total)
        is_of_others = is_of_others or not (_is_of_kind(part, total) or _names_whole(item, total))
        is_certain = not item.is_soft and NOTHING_ELSE.match(item.behind) is not None and _is_told_so(item)
        is_certain = is_certain and total.figure.sentence == item.figure.sentence
        is_first = total.position + 1 == part.position and total.figure.sentence == part.figure.sentence
        draft = make_ratio(
            passages.scan,
            RatioMode.SHARE,
            numbers,
            (total, part, item) if is_first else (part, item),
            "ratio.part-of-whole",
            base=Base.WHOLE,
            is_certain=is_certain and not is_of_others,
            is_banded=_is_told_so(item) and not is_of_others,
        )
        yield replace(draft, is_guessable=draft.is_guessable and not is_of_others)


def _is_of_kind(part: Item, total: Item) -> bool:
    """Hộ nghèo of hộ dân; not "63 đơn vị cấp tỉnh, 713 cấp huyện, trong đó có 49 huyện (9%)"."""
    one, other = part.figure.quantity, total.figure.quantity
    return is_same_measure(one, other) or one.unit.split()[:1] == other.unit.split()[:1]


def _is_told_so(item: Item) -> bool:
    """Whether a share is that of a whole by its words; "tương đương 46,5%" may be of a plan that is not told."""
    return item.verb is not Verb.SHARE or "chiếm" in item.words or "tỷ" in item.words or "tỉ" in item.words


def _names_another_whole(item: Item, total: Item) -> bool:
    """Chiếm 41% lực lượng: the words behind the share name something that the total is not called."""
    return not named_whole(item) <= label_of(total)


def _names_whole(item: Item, total: Item) -> bool:
    """Chiếm 12,8% tổng số đảng viên bị kỷ luật: the words behind the share name what the total counts."""
    return set(total.figure.quantity.unit.split()) <= named_whole(item)


def _shares_base(passages: Passages, total: Item, part: Item, item: Item) -> bool:
    """450 đại biểu (95,14%), trong đó tán thành 448 đại biểu (94,71%): both are shares of all members."""
    other = next((found for found in passages.behind(total, _SHARE_REACH) if found.level is total), None)
    if other is not None and other.base_kind in _OTHER_TIMES:
        return False  # bằng 58% so với cùng kỳ
    if other is None or other is item or other.role is not SHARE or not other.figure.quantity.value:
        return False
    pairs = ((total, other), (part, item))
    operands = tuple(
        operand for count, share in pairs for operand in (count.figure.operand("count"), share.figure.operand("share"))
    )
    return bool(holds(make_claim(passages.scan, ClaimType.IMPLIED_BASE, operands, (part, item), "implied.whole")))


def _of_rate(passages: Passages, item: Item, lists: list[PartList]) -> Iterator[Draft]:
    """… gồm 11.932 hồ sơ trực tuyến và 2.273 hồ sơ trực tiếp; tỷ lệ hồ sơ trực tuyến 84%."""
    rate = _RATE.search(item.gap)
    if rate is None:
        return
    label = rate.group(1).split()
    for found in lists:
        for part in found.parts:
            start = part.figure.start
            words = _NUMBER.sub("", passages.norm[start : part.figure.end + 60], count=1).replace(",", " ").split()
            total = found.totals[0]
            if words[: len(label)] != label or len(label) < 2 or total.figure.is_fraction:  # noqa: PLR2004
                continue
            numbers = (part.figure.level(""), total.figure.level(""), item.figure.operand(""))
            yield make_ratio(
                passages.scan,
                RatioMode.SHARE,
                numbers,
                (part, item),
                "ratio.rate-of-part",
                base=Base.WHOLE,
                is_certain=False,
                is_banded=True,
            )


def _of_count(passages: Passages, passage: Passage, item: Item) -> Iterator[Draft]:
    """Tỷ lệ trễ hạn là 1%, tương đương với 140.000 hồ sơ: of the 14 triệu hồ sơ told before."""
    i = item.position
    neighbours = [passage.items[j] for j in (i + 1, i - 1) if 0 <= j < len(passage.items)]
    if item.role is SHARE and item.verb is Verb.SHARE and item.level is not None and item.level not in neighbours:
        neighbours.append(item.level)  # "234,7 tỷ đồng, tăng 58,5% so với cùng kỳ, chiếm 6%"
    for part in neighbours:
        if part.role is not LEVEL or part.figure.is_percent or part.figure.is_fraction:
            continue
        gap = part.gap if part.position > i else item.gap
        if ";" in gap or not any(sign in gap for sign in ("(", "tương", "chiếm", "tỷ lệ", "tỉ lệ")):
            continue
        for whole in _wholes_before(passages, passage, part, min(i, part.position)):
            numbers = (part.figure.level(""), whole.figure.level(""), item.figure.operand(""))
            draft = make_ratio(
                passages.scan,
                RatioMode.SHARE,
                numbers,
                (part, item),
                "ratio.count-behind",
                is_certain=False,
                base=Base.WHOLE,
            )
            yield replace(draft, is_guessable=False)


def _wholes_before(passages: Passages, passage: Passage, part: Item, position: int) -> Iterator[Item]:
    before = [*reversed(passage.items[max(0, position - _NEAR) : position])]
    for found in passages.before(passage, _BACK, across=True):
        before += reversed(found.items[-_NEAR:])
    for whole in before:
        if (
            whole.role in (LEVEL, WHOLE)
            and not whole.figure.is_percent
            and is_kindred(whole.figure.quantity, part.figure.quantity)
            and whole.figure.quantity.value > part.figure.quantity.value
        ):
            yield whole
