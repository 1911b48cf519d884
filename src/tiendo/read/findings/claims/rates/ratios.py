# SPDX-License-Identifier: Apache-2.0
"""Percentages whose two numbers stand beside them: n/m and its share, a level with its base, from … to …

Each rule has its name in ``Claim.rules``. Not here: bases told earlier (``plans``), parts of a whole (``wholes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.kernel.quantity import Quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.build import Draft, make_claim, make_ratio, settle
from tiendo.read.findings.claims.context.figures import is_comparable, is_same_measure
from tiendo.read.findings.claims.context.items import BASE, CHANGE, FROM, SHARE, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.rates.derived import (
    ONCE_MORE,
    is_once_more,
    of_change_behind,
    of_derived_base,
    of_distant_level,
)
from tiendo.read.findings.claims.rates.handled import of_handled
from tiendo.read.findings.claims.rates.modes import is_average, is_exceeded_level, mode_of
from tiendo.read.findings.claims.words import COMPARE_WORDS, VERBS, VOTES, Base, Verb

#: Behind a share: the end, a plan, a connection; a noun would say that it is a share of something else.
NOTHING_ELSE = re.compile(
    r"\s*(?:$|[().,;:\]…”\"–-]|(?:kế|kh|dự|chỉ|nghị|nq|mục|so|số|tổng|trên|trong|và|của|theo|đạt|bằng|vượt|tăng|giảm|còn|là|nên|nhưng|với|toàn|cả|yêu|định|hồ)(?!\w))"
)
_COMPLEMENT = re.compile(r"(?<!\w)(?:chưa|không|trễ|quá\shạn|còn\slại|thiếu|chậm)(?!\w)")
_NOUN_AND_BRACKET = re.compile(r"[^;()\d%]{0,70}\($")
_BRACKET = re.compile(r"\s*[(–-]\s*(?:tương\s(?:đương|ứng)|tức|là|với|đạt|có|gồm)?\s*(?:với\s)?$")
_VAGUE = re.compile(r"(?<!\w)(?:chiếm|bằng|khoảng|gần|hơn|tới|đến)(?:\s(?:khoảng|gần|hơn|tới|đến))?\s$")
_WHOLE = 100
_NEAR = 12  # figures
_FEW = 10
_EXACT_STEP = Decimal("1E-9")  # a whole is 100 %, not "about 100"
_NEW_CLAUSE = re.compile(r"[;:]|\.\D")
CONDITION = re.compile(r"(?<!\w)(?:nếu|khi|do|nhờ|vì|để|bởi|trong\skhi|mà)(?!\w)")
_LONGEST_LINK = 80
_PAIR = 2
_EQUALS = ("=", "(", "tương đương")
_FEW_WORDS = 5
_NAMED_WHOLE = re.compile(r"\s(?:trong|trên|của|so\svới)?\s?(?:tổng|toàn\sbộ)\s[^;:.()\d]{2,80}\($")
_RATE = re.compile(r"t(?<!\wt)[ỷỉ]\slệ(?!\w)")
_MEANS = re.compile(r"tương\s(?:đương|ứng)(?:\svới)?\s$")
_WITH = re.compile(r",?\s(?:với|tương\s(?:đương|ứng)(?:\svới)?|tức(?:\slà)?)\s$")


def find_ratios(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence about percentages."""
    scan, items = passages.scan, passage.items
    for i, item in enumerate(items):
        if item.figure.is_percent and not item.figure.is_fraction and not is_exceeded_level(item):
            drafts = _drafts(scan, items, i) or (_distant(passages, passage, i) if i else [])
            claim = settle(drafts) if drafts else None
            if claim is not None:
                yield claim
        if i:
            for pair in (_achieved_and_exceeded(scan, items, i), _fraction_in_brackets(scan, items, i)):
                if pair is not None:
                    yield pair


def _drafts(scan: Scan, items: list[Item], i: int) -> list[Draft]:
    """The readings of one percentage by the words beside it; most need a figure before it."""
    if i == 0:
        return [*_of_base(scan, items[i]), *_of_transition(scan, items, i)]
    return [
        *_of_fraction(scan, items, i),
        *_of_base(scan, items[i]),
        *_of_stated_base(scan, items, i),
        *_of_transition(scan, items, i),
        *_of_base_of_change(scan, items, i),
        *of_derived_base(scan, items, i),
        *of_change_behind(scan, items, i),
        *of_handled(scan, items, i),
        *_of_whole_in_bracket(scan, items, i),
    ]


def _distant(passages: Passages, passage: Passage, i: int) -> list[Draft]:
    item = passage.items[i]
    if not is_once_more(item) or item.role not in (SHARE, CHANGE):
        return []
    earlier = [other for found in passages.before(passage, 1) for other in found.items[-_NEAR:]]
    distant = list(of_distant_level(passages.scan, passage.items, i, earlier))
    return [replace(draft, is_guessable=len(distant) == 1) for draft in distant]


def _of_fraction(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """13/13 phường đạt …, tỷ lệ 100%; 32/30 đảng viên, vượt 6,7%."""
    item = items[i]
    level = item.level
    if i == 0 or level is not items[i - 1] or not level.figure.is_fraction or level.figure.is_percent:
        return
    if item.base is not None or item.base_kind in (Base.SAME_PERIOD, Base.EARLIER) or is_average(item):
        return
    is_named = item.role is not CHANGE or item.verb is Verb.EXCEED or item.base_kind is Base.PLAN
    if not is_named and (item.verb is not Verb.UP or level.figure.quantity.unit.startswith(VOTES)):
        return
    second = level.figure.measurement.second
    if second is not None and second.value <= _FEW and _VAGUE.search(level.gap):
        return  # "chiếm 1/3 dân số" is no count
    numbers = (level.figure.level(""), level.figure.second_operand(""), item.figure.operand(""))
    is_certain = not item.is_soft and NOTHING_ELSE.match(item.behind) is not None
    is_certain = is_certain and is_named and not level.figure.quantity.unit.startswith(VOTES)
    draft = make_ratio(
        scan, mode_of(item), numbers, (level, item), "ratio.fraction", is_certain=is_certain, base=item.base_kind
    )
    # "73/70 ha, tăng 4,3%" may also tell a growth: nothing is held against it
    yield replace(
        draft, is_guessable=draft.is_guessable and is_named and not level.figure.quantity.unit.startswith(VOTES)
    )


def _fraction_in_brackets(scan: Scan, items: list[Item], i: int) -> Claim | None:
    """5,07% (171/3.373 hộ)."""
    item = items[i]
    if i == 0 or not item.figure.is_fraction or item.figure.is_percent:
        return None
    share = items[i - 1]
    if not share.figure.is_percent or share.figure.is_fraction or share.role is CHANGE:
        return None
    has_bracket = _BRACKET.fullmatch(item.gap) is not None
    if not has_bracket and not _WITH.fullmatch(item.gap) and not _NOUN_AND_BRACKET.fullmatch(item.gap):
        return None
    if share.level is not None and share.level.figure.is_fraction:
        return None
    if i > 1 and items[i - 2].role is CHANGE and share.gap.strip() in _EQUALS:
        return None  # "ít hơn 03 vụ = 1,6% (180/183 vụ)": now and then (``pairs``)
    numbers = (item.figure.operand(""), item.figure.second_operand(""), share.figure.operand(""))
    is_vote = item.figure.quantity.unit.startswith(VOTES)
    is_rest = _COMPLEMENT.search(item.behind.partition(")")[0]) is not None
    is_rate = _RATE.search(share.gap) is not None and _MEANS.search(item.gap) is not None
    is_certain = (has_bracket or is_rate) and not is_vote and not is_rest
    draft = make_ratio(
        scan,
        RatioMode.SHARE,
        numbers,
        (share, item),
        "ratio.fraction-behind",
        is_certain=is_certain,
        is_banded=not is_vote and not is_rest,
    )
    return settle([replace(draft, is_guessable=draft.is_guessable and not is_vote)])


def _of_base(scan: Scan, item: Item) -> Iterator[Draft]:
    """1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng."""
    base, level = item.base, item.level
    if base is None or level is None or item.role not in (SHARE, CHANGE) or is_average(item):
        return
    for candidate, is_certain in ((level, not item.is_soft), (level.container, False)):
        if candidate is None or not is_comparable(candidate.figure.quantity, base.figure.quantity):
            continue
        if item.role is CHANGE and candidate.figure.is_percent:
            continue  # points, not per cent: a difference
        numbers = (candidate.figure.level(""), base.figure.level(""), item.figure.operand(""))
        yield make_ratio(
            scan,
            mode_of(item),
            numbers,
            (level, item, base),
            "ratio.base",
            is_certain=is_certain,
            is_banded=True,
            base=item.base_kind,
        )


def _of_stated_base(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """6.045 tỷ đồng so với chỉ tiêu 4.500 tỷ đồng (tăng 34%); 119 hộ trên tổng số 3.902 hộ, chiếm 3,05%."""
    item, level = items[i], items[i].level
    if item.base is not None or level is None or level.base is None or is_average(item):
        return
    base = level.base
    if item.base_kind is not None and item.base_kind is not base.base_kind:
        return
    if items[i - 1] is not base or (item.role is CHANGE and level.figure.is_percent):
        return
    numbers = (level.figure.level(""), base.figure.level(""), item.figure.operand(""))
    yield make_ratio(
        scan,
        mode_of(item),
        numbers,
        (level, base, item),
        "ratio.stated-base",
        is_certain=not item.is_soft,
        base=base.base_kind,
    )


def _of_whole_in_bracket(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """40 hồ sơ, chiếm 79,37% trong tổng số hồ sơ trễ hạn của cả tỉnh (58 hồ sơ): behind its name the whole."""
    item, level = items[i], items[i].level
    if item.role is not SHARE or level is None or item.base is not None or i + 1 == len(items):
        return
    whole = items[i + 1]
    is_told = level is items[i - 1] and whole.behind.startswith(")") and _NAMED_WHOLE.fullmatch(whole.gap) is not None
    if is_told and whole.figure.is_amount and is_same_measure(level.figure.quantity, whole.figure.quantity):
        numbers = (level.figure.level(""), whole.figure.level(""), item.figure.operand(""))
        yield make_ratio(
            scan,
            RatioMode.SHARE,
            numbers,
            (level, item, whole),
            "ratio.whole-in-bracket",
            is_certain=not item.is_soft,
            base=Base.WHOLE,
        )


def _of_transition(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """Từ 14 vụ xuống còn 11 vụ, tương đương giảm 21,4%; giảm 21,4% (từ 14 vụ xuống còn 11 vụ)."""
    item = items[i]
    if item.role is not CHANGE or is_average(item) or item.figure.is_point:
        return
    level = transition_of(items, i)
    if level is None or level.came_from is None or level.figure.is_percent:
        return
    start = level.came_from
    numbers = (level.figure.level(""), start.figure.level(""), item.figure.operand(""))
    yield make_ratio(
        scan,
        mode_of(item),
        numbers,
        (start, level, item),
        "ratio.from-to",
        is_certain=not item.is_soft,
        is_banded=True,
        base=Base.EARLIER,
    )


def _of_base_of_change(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """Giảm 188 hộ so với cuối năm 2020 (800 hộ), tương đương giảm 23,5%."""
    if i < 2:  # noqa: PLR2004 - a change and its base stand before
        return
    item, base = items[i], items[i - 1]
    change = base.level
    if base.role is not BASE or change is None or change.role is not CHANGE or change.figure.is_percent:
        return
    level = change.level
    if level is None or item.role not in (SHARE, CHANGE) or item.base is not None or item.figure.is_point:
        return
    if not (ONCE_MORE & set(item.words) or item.separator == "("):
        return
    is_down = mode_of(change) is RatioMode.DECREASE
    numbers = (level.figure.level(""), base.figure.level(""), item.figure.operand(""))
    mode = RatioMode.DECREASE if is_down else RatioMode.EXCESS
    yield make_ratio(
        scan, mode, numbers, (level, change, item), "ratio.base-of-change", is_certain=True, base=base.base_kind
    )


def transition_of(items: list[Item], i: int) -> Item | None:
    """The level of "từ … lên …" that a change speaks of, before it or right behind it."""
    level = items[i].level
    if level is not None and level.came_from is not None:
        is_direct = all(other.level is level for other in items[level.position + 1 : i])
        return level if is_direct or not level.figure.is_percent else None
    at = i + 1
    if i + 1 < len(items) and items[i + 1].figure.is_amount and not ONCE_MORE.isdisjoint(items[i + 1].words):
        at += 1  # giảm 6,2%, tương đương với 11.710 hộ (từ 42,6% xuống còn 36,4%)
    if at + 1 < len(items) and items[at].role is FROM and items[at + 1].came_from is items[at]:
        gap = items[at].gap
        if len(gap) <= _LONGEST_LINK and gap.count(",") <= 1 and not _NEW_CLAUSE.search(gap) and is_link(items[at]):
            return items[at + 1]
    return None


def is_link(start: Item) -> bool:
    """Nothing between a change and its two levels brings in another subject: no new noun, no condition, no new verb."""
    if CONDITION.search(start.gap):
        return False
    others = [word for word in start.words if word not in COMPARE_WORDS]
    if start.separator:
        return not others
    return len(others) <= _FEW_WORDS and not any(word in VERBS for word in start.words)


def _achieved_and_exceeded(scan: Scan, items: list[Item], i: int) -> Claim | None:
    """đạt 105,7% kế hoạch, vượt 5,7%."""
    if i == 0:
        return None
    item, share = items[i], items[i - 1]
    if item.role is not CHANGE or item.verb is not Verb.EXCEED or not item.figure.is_percent:
        return None
    if share.role is not SHARE or share.base_kind in (Base.SAME_PERIOD, Base.EARLIER, Base.WHOLE):
        return None
    if share.figure.quantity.value < _WHOLE or (
        share.base_kind is None and share.level and share.level.figure.is_fraction
    ):
        return None  # "đạt 95% (vượt 20% chỉ tiêu)": the target was 75 %
    if item.base_kind not in (None, Base.PLAN) or item.level is not share.level or item.base is not None:
        return None
    whole = Operand("from", Quantity(Decimal(100), "%", _EXACT_STEP))
    operands = (whole, share.figure.operand("to"), item.figure.operand("change"))
    claim = make_claim(scan, ClaimType.DIFFERENCE, operands, (share, item), "difference.achieved-and-exceeded")
    return settle([Draft(claim, is_certain=not item.is_soft)])
