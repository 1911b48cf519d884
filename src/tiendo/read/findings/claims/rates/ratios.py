# SPDX-License-Identifier: Apache-2.0
"""Percentages whose two numbers stand beside them: n/m and its share, a level with its base, from … to …

Each rule has its name in ``Claim.rules``. Not here: bases told earlier (``plans``), parts of a whole (``wholes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.kernel.quantity import Quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.build import Draft, make_claim, make_ratio, settle
from tiendo.read.findings.claims.context.figures import is_comparable, is_same_measure
from tiendo.read.findings.claims.context.items import BASE, CHANGE, FROM, LEVEL, SHARE, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.rates.handled import of_handled
from tiendo.read.findings.claims.words import AVERAGE, COMPARE_WORDS, PER_YEAR, VERBS, VOTES, YEARLY, Base, Verb

#: Behind a share: the end, a plan, a connection; a noun would say that it is a share of something else.
NOTHING_ELSE = re.compile(
    r"\s*(?:$|[().,;:\]…”\"–-]|(?:kế|kh|dự|chỉ|nghị|nq|mục|so|số|tổng|trên|trong|và|của|theo|đạt|bằng|vượt|tăng|giảm|còn|là|nên|nhưng|với|toàn|cả|yêu|định|hồ)(?!\w))"
)
_COMPLEMENT = re.compile(r"(?<!\w)(?:chưa|không|trễ|quá\shạn|còn\slại|thiếu|chậm)(?!\w)")
_NOUN_AND_BRACKET = re.compile(r"[^;()\d%]{0,70}\($")
_BRACKET = re.compile(r"\s*[(–-]\s*(?:tương\s(?:đương|ứng)|tức|là|với|đạt|có|gồm)?\s*(?:với\s)?$")
_VAGUE = re.compile(r"(?<!\w)(?:chiếm|bằng|khoảng|gần|hơn|tới|đến)(?:\s(?:khoảng|gần|hơn|tới|đến))?\s$")
_WHOLE = 100
_ONCE_MORE = frozenset(("tức", "hay", "tương", "nghĩa"))
_NEAR = 12  # figures
_FEW = 10
_EXACT_STEP = Decimal("1E-9")  # a whole is 100 %, not "about 100"
_NEW_CLAUSE = re.compile(r"[;:]|\.\D")
CONDITION = re.compile(r"(?<!\w)(?:nếu|khi|do|nhờ|vì|để|bởi|trong\skhi|mà)(?!\w)")
_LONGEST_LINK = 80
_PAIR = 2
_EXCEEDED = (("chỉ", "tiêu"), ("mục", "tiêu"), ("kế", "hoạch"), ("dự", "toán"))
_EQUALS = ("=", "(", "tương đương")
_FEW_WORDS = 5
_RATE = re.compile(r"t(?<!\wt)[ỷỉ]\slệ(?!\w)")
_MEANS = re.compile(r"tương\s(?:đương|ứng)(?:\svới)?\s$")
_WITH = re.compile(r",?\s(?:với|tương\s(?:đương|ứng)(?:\svới)?|tức(?:\slà)?)\s$")


def is_average(item: Item) -> bool:
    """Whether a change is an average or a rate per year, which two levels do not give."""
    if item.average is None:
        item.average = (
            not AVERAGE.isdisjoint(item.words)
            or PER_YEAR.match(item.behind) is not None
            or YEARLY.search(item.gap) is not None
        )
    return item.average


def is_exceeded_level(item: Item) -> bool:
    """Tăng lên 81,7%, vượt chỉ tiêu 80%: what was exceeded, not by how much."""
    if item.verb is not Verb.EXCEED or not item.figure.is_percent:
        return False
    return tuple(item.words[-_PAIR:]) in _EXCEEDED or item.words[-1:] in (["mức"], ["ngưỡng"])


def mode_of(item: Item) -> RatioMode:
    """How a percentage follows from its two numbers."""
    if item.role is not CHANGE:
        return RatioMode.SHARE
    is_down = item.verb is Verb.DOWN or (item.verb is None and item.figure.quantity.value < 0)
    return RatioMode.DECREASE if is_down else RatioMode.EXCESS


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
        *_of_derived_base(scan, items, i),
        *of_handled(scan, items, i),
    ]


def _distant(passages: Passages, passage: Passage, i: int) -> list[Draft]:
    item = passage.items[i]
    if item.separator != "(" or item.role not in (SHARE, CHANGE):
        return []
    earlier = [other for found in passages.before(passage, 1) for other in found.items[-_NEAR:]]
    distant = list(_of_distant_level(passages.scan, passage.items, i, earlier))
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
    if not (_ONCE_MORE & set(item.words) or item.separator == "("):
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
    if i + 2 < len(items) and items[i + 1].role is FROM and items[i + 2].came_from is items[i + 1]:
        gap = items[i + 1].gap
        if len(gap) <= _LONGEST_LINK and gap.count(",") <= 1 and not _NEW_CLAUSE.search(gap) and is_link(items[i + 1]):
            return items[i + 2]
    return None


def is_link(start: Item) -> bool:
    """Nothing between a change and its two levels brings in another subject: no new noun, no condition, no new verb."""
    if CONDITION.search(start.gap):
        return False
    others = [word for word in start.words if word not in COMPARE_WORDS]
    if start.separator:
        return not others
    return len(others) <= _FEW_WORDS and not any(word in VERBS for word in start.words)


def _of_derived_base(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """05 vụ, giảm 03 vụ so với cùng kỳ (-37,5%): the base is 05 + 03."""
    item, change = items[i], items[max(i - 1, 0)]
    level = change.level
    if i == 0 or level is None or not _tells_a_change(item, change, level):
        return
    is_down = mode_of(change) is RatioMode.DECREASE
    base = _base_before(change.figure.quantity, level.figure.level("").quantity, is_down=is_down)
    if base is None:
        return
    numbers = (level.figure.level(""), base, item.figure.operand(""))
    mode = RatioMode.DECREASE if is_down else RatioMode.EXCESS
    yield make_ratio(
        scan,
        mode,
        numbers,
        (level, change, item),
        "ratio.derived-base",
        is_certain=False,
        is_banded=True,
        base=Base.EARLIER,
    )


def _of_distant_level(scan: Scan, items: list[Item], i: int, earlier: list[Item]) -> Iterator[Draft]:
    """Xảy ra 9.398 vụ, làm chết 5.293 người. So với cùng kỳ, giảm 3.009 vụ (-24,25%), giảm 201 người chết (-3,66%)."""
    change, item = (items[i - 1] if i else None), items[i]
    if change is None or not change.figure.is_amount or change.base is not None:
        return
    if item.separator != "(" or item.role not in (SHARE, CHANGE) or item.figure.is_point:
        return
    verb = change if change.role is CHANGE else _coordinated(items, i)
    if verb is None:
        return
    is_down = mode_of(verb) is RatioMode.DECREASE
    mode = RatioMode.DECREASE if is_down else RatioMode.EXCESS
    for level in (*reversed(items[max(0, i - _NEAR) : i - 1]), *reversed(earlier)):
        if level.role is not LEVEL or not level.figure.is_amount or level is change:
            continue
        if not is_same_measure(level.figure.quantity, change.figure.quantity):
            continue
        base = _base_before(change.figure.quantity, level.figure.level("").quantity, is_down=is_down)
        if base is not None:
            numbers = (level.figure.level(""), base, item.figure.operand(""))
            rule = "ratio.distant-level"
            yield make_ratio(scan, mode, numbers, (level, change, item), rule, is_certain=False, base=Base.EARLIER)


def _coordinated(items: list[Item], i: int) -> Item | None:
    """Giảm 8 vụ (-19,05%), 3 người chết (-21,4%): the verb is told once."""
    item = items[i]
    if item.role is not CHANGE:
        return None
    for other in reversed(items[max(0, i - _NEAR) : i - 1]):
        if other.role is CHANGE and other.figure.is_amount:
            return other
    return None


def _tells_a_change(item: Item, change: Item, level: Item) -> bool:
    """Whether a percentage is the change before it, told once more in per cent."""
    if change.role is not CHANGE or change.figure.is_percent or change.base is not None:
        return False
    if item.role not in (SHARE, CHANGE) or item.figure.is_point or is_average(item):
        return False
    if item.level is not None and item.level is not level:
        return False
    if not is_same_measure(level.figure.quantity, change.figure.quantity) or level.figure.is_fraction:
        return False
    if item.separator == "(" or item.verb is Verb.SHARE or _ONCE_MORE & set(item.words):
        return item.base_kind not in (Base.PLAN, Base.WHOLE) or item.base_kind is change.base_kind
    return item.separator == "," and item.verb is change.verb and item.base_kind is change.base_kind


def _base_before(change: Quantity, now: Quantity, *, is_down: bool) -> Operand | None:
    """The level before a change; it is printed nowhere."""
    size = abs(change.value)
    before = now.value + size if is_down else now.value - size
    if before <= 0 or scale_of(change) != scale_of(now):
        return None
    return Operand("", Quantity(before, now.unit, max(now.step, change.step), now.qualifier))


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
