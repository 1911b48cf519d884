# SPDX-License-Identifier: Apache-2.0
"""Two levels and the change between them: told with its base, as from … to …, or year beside year.

Not here: percentages that follow from two amounts (``ratios``), except those between two years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tiendo.kernel.findings import Claim, ClaimType, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.quantity.values import read_number
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import any_word
from tiendo.read.findings.claims.build import Draft, draft_of, make_claim, make_ratio, settle
from tiendo.read.findings.claims.context.figures import Figure, is_kindred, is_same_measure
from tiendo.read.findings.claims.context.items import BASE, CHANGE, LEVEL, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.rates.modes import is_average, is_exceeded_level, mode_of
from tiendo.read.findings.claims.rates.plans import is_plan
from tiendo.read.findings.claims.rates.ratios import CONDITION, transition_of
from tiendo.read.findings.claims.words import COMPARE_WORDS, YEAR_AFTER, Base, Verb

_BARE = re.compile(
    r"t(?<!\wt)ừ\s(?:mức\s)?(\d+(?:[.,]\d+)*)\s(?:[^\s\d,;.()]+\s){0,3}?(?:xuống|lên|còn)\s(?:còn\s|thành\s)?(\d+(?:[.,]\d+)*)(?!\s?%)"
)
_BARE_REACH = 110
_NEAR = 16  # figures
_FEW_WORDS = 4
_BEFORE_REACH = 45
_SET = re.compile(any_word("đặt", r"đề\sra", r"dự\skiến", r"kế\shoạch", r"chỉ\stiêu"))  # a plan, no earlier level
_PAIR = 2
_CHANGE_WORDS = frozenset(("tăng", "giảm", "cao", "thấp", "thêm", "nhiều", "ít"))
_SHORT = frozenset(("thiếu", "hụt", "thừa", "vượt"))
_LIKE_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_NAMED = re.compile(r"(?<!\w)năm\s(\d{4})(?!\d)")
_BEFORE = re.compile(
    r"(?<!\w)(?:trước\s(?:khi|đây|đó|sắp)|trước,|(?<!tháng\s)(?<!quý\s)đầu\s(?:năm|kỳ|nhiệm)|(?<!so\svới\s)(?<!cùng\skỳ\s)năm\s(?:trước|ngoái))"
)
_PLAIN_WORDS = COMPARE_WORDS | {
    "năm",
    "thì",
    "có",
    "lên",
    "xuống",
    "còn",
    "toàn",
    "tỉnh",
    "huyện",
    "xã",
    "phường",
    "nay",
}


def find_differences(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence about changes."""
    for i, item in enumerate(passage.items):
        if (
            item.role is not CHANGE
            or is_average(item)
            or item.figure.is_fraction
            or item.figure.is_multiple
            or is_exceeded_level(item)
        ):
            continue
        drafts = [
            *_of_base(passages.scan, passage.items, item),
            *_of_transition(passages.scan, passage.items, i),
            *_of_level_before(passages.scan, passage.items, item),
            *_of_shortfall(passages.scan, passage.items, item),
            *_of_bare_numbers(passages, passage, item),
            *_of_year(passages, passage, item),
        ]
        claim = settle(drafts)
        if claim is not None:
            yield claim


def can_differ(change: Figure, level: Figure) -> bool:
    """Whether the change can be that of the level: hộ of hộ, points or per cent of a percentage."""
    if change.is_point:
        return level.is_percent and not level.is_point
    return is_same_measure(change.quantity, level.quantity)


def signed_change(item: Item) -> Operand:
    """The change with its sign, whatever the reader took it for."""
    quantity = item.figure.quantity
    size = abs(quantity.value)
    is_down = item.verb is Verb.DOWN or (item.verb is None and quantity.value < 0)
    return replace(item.figure.operand("change"), quantity=replace(quantity, value=-size if is_down else size))


def _draft(scan: Scan, start: Item, end: Item, change: Item, rule: str, *, is_certain: bool) -> Draft:
    operands = (start.figure.level("from"), end.figure.level("to"), signed_change(change))
    items = (start, end, change)
    claim = make_claim(scan, ClaimType.DIFFERENCE, operands, items, rule)
    return draft_of(claim, items, is_certain=is_certain, is_banded=True)


def _of_base(scan: Scan, items: list[Item], item: Item) -> Iterator[Draft]:
    """97,6%, cao hơn 1,1 điểm phần trăm so với cùng kỳ (96,5%)."""
    level, base = item.level, item.base
    if level is not None and base is None and level.base is not None and items[item.position - 1] is level.base:
        base = level.base  # "12 vụ (cùng kỳ 15 vụ), giảm 3 vụ"
        if item.base_kind not in (None, level.base_kind):
            return
    if level is None or base is None or not can_differ(item.figure, level.figure):
        return
    yield _draft(scan, base, level, item, "difference.base", is_certain=not item.is_soft)


def _of_transition(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """Giảm từ 238 hộ xuống còn 171 hộ, tức giảm 67 hộ."""
    level = transition_of(items, i)
    if level is None or level.came_from is None or not can_differ(items[i].figure, level.figure):
        return
    yield _draft(scan, level.came_from, level, items[i], "difference.from-to", is_certain=not items[i].is_soft)


def _of_bare_numbers(passages: Passages, passage: Passage, item: Item) -> Iterator[Draft]:
    """Giảm 67 hộ, từ 238 xuống còn 171: the unit is told once."""
    norm, figure = passages.norm, item.figure
    behind = norm[figure.end : min(passage.sentence.end, figure.end + _BARE_REACH)]
    before = norm[max(passage.sentence.start, figure.start - _BARE_REACH) : figure.start]
    for text, offset in ((behind, figure.end), (before, figure.start - len(before))):
        told = _BARE.search(text)
        if told is None or ";" in text[: told.start()] or (text is behind and not _is_tied(item, text[: told.start()])):
            continue
        if text is before and ((not item.is_tight and item.level is None) or text.count(",", told.end()) > 1):
            continue
        numbers = [_bare(passages, item, offset, told, group) for group in (1, 2)]
        start, end = numbers
        if start is None or end is None:
            continue
        is_certain = text is behind and "," not in text[: told.start()].rstrip(" ,(")
        if figure.is_percent and not figure.is_point:
            operands = (replace(end, role="numerator"), replace(start, role="denominator"), figure.operand("stated"))
            claim = make_claim(
                passages.scan, ClaimType.RATIO, operands, (item,), "ratio.bare-from-to", mode=mode_of(item)
            )
        else:
            operands = (replace(start, role="from"), replace(end, role="to"), signed_change(item))
            claim = make_claim(passages.scan, ClaimType.DIFFERENCE, operands, (item,), "difference.bare-from-to")
        first, last = min(figure.start, offset + told.start(1)), max(figure.end, offset + told.end(2))
        quote, span = passages.scan.shadow.slice(first, last), passages.scan.span(first, last)
        yield draft_of(replace(claim, quote=quote, span=span), (item,), is_certain=is_certain, is_banded=True)


def _is_tied(item: Item, between: str) -> bool:
    """Whether nothing between a change and its bare numbers brings in another subject."""
    if CONDITION.search(between) or not _CHANGE_WORDS & set(item.words[-_FEW_WORDS:]):
        return False
    last = re.split(r"[,(:]", between)[-1].split()
    return len(last) <= (_FEW_WORDS if not re.search(r"[,(:]", between) else 1)


def _bare(passages: Passages, item: Item, offset: int, told: re.Match[str], group: int) -> Operand | None:
    number = read_number(told.group(group))
    if _has_own_unit(passages, item, offset + told.start(1)):
        return None  # "tăng 100.000 đồng, từ 1,39 triệu đồng lên 1,49": not in the unit of the change
    if number is None or _LIKE_YEAR.fullmatch(told.group(group)):
        return None
    unit = "" if item.figure.is_percent else item.figure.quantity.unit
    place = passages.scan.span(offset + told.start(group), offset + told.end(group))
    return Operand("", Quantity(number.value, unit, number.step), span=place)


def _has_own_unit(passages: Passages, item: Item, start: int) -> bool:
    found = passages.figures.at(start)
    if found is None or item.figure.is_percent:
        return False
    return found.quantity.unit != item.figure.quantity.unit


def _of_level_before(scan: Scan, items: list[Item], item: Item) -> Iterator[Draft]:
    """Trước khi sắp xếp có 155 đơn vị, sau sắp xếp còn 58 đơn vị, giảm 97 đơn vị (giảm 62,58%)."""
    level = item.level
    if level is None or item.base is not None or level.came_from is not None or level.figure.is_percent:
        return
    if item.base_kind not in (None, Base.EARLIER):
        return
    earlier = [
        other
        for other in items[max(0, level.position - _NEAR) : level.position]
        if other.role is LEVEL
        and other.depth == level.depth
        and is_same_measure(other.figure.quantity, level.figure.quantity)
    ]
    if len(earlier) != 1 or _SET.search(earlier[0].gap):
        return
    if not _BEFORE.search(earlier[0].gap[-_BEFORE_REACH:]):
        return
    start = earlier[0]
    if item.figure.is_percent and not item.figure.is_point:
        numbers = (level.figure.level(""), start.figure.level(""), item.figure.operand(""))
        yield make_ratio(
            scan,
            mode_of(item),
            numbers,
            (start, level, item),
            "ratio.before-and-after",
            base=Base.EARLIER,
            is_certain=False,
            is_banded=True,
        )
    elif can_differ(item.figure, level.figure):
        yield _draft(scan, start, level, item, "difference.before-and-after", is_certain=False)


def _of_shortfall(scan: Scan, items: list[Item], item: Item) -> Iterator[Draft]:
    """Được giao 2.068 biên chế, thực tế mới có 1.854 người, còn thiếu 214 người."""
    level = item.level or (items[item.position - 1] if item.position else None)
    if (
        level is None
        or item.base is not None
        or not _SHORT & set(item.words[-_PAIR:])
        or item.words[-1:] == ["và"]
        or item.figure.is_percent
    ):
        return
    if not level.figure.is_amount and level.role is not BASE:
        return
    found = [
        other
        for other in items[max(0, item.position - _NEAR) : item.position]
        if other is not level and (is_plan(other) or (other.role is BASE and other.base_kind is Base.PLAN))
    ]
    if level.role is BASE and level.level is not None and level.level.level is not None:
        found, level = [level], level.level.level
    for plan in reversed(found):
        if is_kindred(plan.figure.quantity, level.figure.quantity):
            yield _draft(scan, plan, level, item, "difference.shortfall", is_certain=False)
            return


def _of_year(passages: Passages, passage: Passage, item: Item) -> Iterator[Draft]:
    """Năm 2016 đạt 70,75%; năm 2017 đạt 72,03%, tăng 1,28% so với năm 2016."""
    level = item.level
    year = YEAR_AFTER.match(item.behind)
    if level is None or year is None or item.base is not None:
        return
    candidates = [*reversed(passage.items[max(0, level.position - _NEAR) : level.position])]
    for found in passages.before(passage, 1):
        candidates += reversed(found.items[-_NEAR:])
    for start in candidates:
        if start.role is not LEVEL or not is_same_measure(start.figure.quantity, level.figure.quantity):
            continue
        named = _YEAR_NAMED.findall(start.gap)
        if not named or named[-1] != year.group(1):
            continue
        is_certain = not item.is_soft and _is_parallel(start, level)
        if can_differ(item.figure, level.figure):
            yield _draft(passages.scan, start, level, item, "difference.years", is_certain=is_certain)
        elif item.figure.is_percent and not item.figure.is_point and not level.figure.is_percent:
            numbers = (level.figure.level(""), start.figure.level(""), item.figure.operand(""))
            yield make_ratio(
                passages.scan,
                mode_of(item),
                numbers,
                (start, level, item),
                "ratio.years",
                is_certain=is_certain,
                base=Base.EARLIER,
            )
        return


def _is_parallel(start: Item, level: Item) -> bool:
    """The second level is told with nothing but its year: it has the subject of the first."""
    words = level.gap.rpartition(";")[2].rpartition(",")[2].split()
    return start.figure.sentence == level.figure.sentence and all(
        word in _PLAIN_WORDS or word.isdigit() for word in words
    )
