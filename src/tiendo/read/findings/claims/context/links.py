# SPDX-License-Identifier: Apache-2.0
"""Figures that serve another: the base of a share or change, the whole of a part, the two ends of "từ … lên …"."""

from __future__ import annotations

import re

from tiendo.read.findings.claims.context.figures import is_comparable, is_kindred, is_same_measure
from tiendo.read.findings.claims.context.items import BASE, CHANGE, FROM, LEVEL, SHARE, WHOLE, Item, State
from tiendo.read.findings.claims.words import BASE_BEHIND, BASE_WORDS, WHOLE_BEFORE, Base

_TOKEN = re.compile(r"[^\s(),:;\-–—“”\"*_]+")
_LONGEST_BASE = 110
_MOST_TOKENS = 16
#: Behind the year of a base in a bracket its level is reached: "so với cùng kỳ (năm 2017 đạt 90,4%)".
_REACHED_IN_BRACKET = re.compile(r"(\((?:cùng\skỳ\s)?(?:năm\s(?:\d{4}|trước|ngoái)|cùng\skỳ)\s)(?:đạt|thực\shiện)$")
_NO_BASE = re.compile(r"[,;)\[.](?:(?<!\.)|\D)")  # one set first: the search leaps to it
_FROM_END = re.compile(r"(?<!\w)từ(?:\s(?:mức|chỗ|con\ssố|khoảng|gần|hơn|trên))*\s?$")
_TO_END = re.compile(
    r"(?<!\w)(?:lên|xuống|còn|đến|thành|tới)(?:\s(?:còn|thành|mức|đến|tới|chỉ|khoảng|gần|hơn|trên|dưới|là|nay))*\s?$"
)
# "từ 200 m đến 300 m" is a range, "tăng từ 200 m đến 300 m" is none.
_RANGE_END = re.compile(r"(?<!\w)(?:đến|tới)(?:\s(?:mức|khoảng|gần|hơn|trên|dưới|là|nay))*\s?$")
_MOVES = re.compile(r"(?<!\w)(?:tăng|giảm|nâng|hạ|kéo|lên|xuống|còn|thành|đưa|rút|cao|thấp|chuyển|mở\srộng)(?!\w)")
_LEAD = 80
_END = 40  # characters before a figure that can hold "từ mức khoảng"
_NEW_NUMBER = ("thành", "còn", "xuống")
_BECOMES = re.compile(
    r"(?<!\w)(?:sắp\sxếp|sáp\snhập|hợp\snhất|nhập|gộp|tinh\sgọn|kiện\stoàn)(?!\w)[^,;.()]{0,30}?(?:thành|còn|xuống)"
    r"(?:\s(?:còn|khoảng))?\s$"
)


def find_base_kind(words: list[str], behind: str) -> Base | None:
    """What a share or change is measured against: the words behind it, else those before it."""
    found = BASE_BEHIND.match(behind)
    if found is not None:
        return Base(found.lastgroup or "")
    if "chiếm" in words:  # "tăng 58,5% so với cùng kỳ, chiếm tỷ lệ 6%": of a whole
        words = words[words.index("chiếm") :]
    text = " ".join(words)
    if "cùng kỳ" in text or "cùng kì" in text or "cùng vụ" in text:
        return Base.SAME_PERIOD
    if "kế hoạch" in text or "dự toán" in text or "chỉ tiêu" in text:
        return Base.PLAN
    return None


def link_base(state: State, item: Item) -> bool:
    """The gap holds the name of a base and nothing else: "so với dự toán năm là 5.208"."""
    previous, gap = state.previous, item.gap.strip().removeprefix(")")
    if previous is None or item.figure.is_fraction or len(gap) > _LONGEST_BASE or _NO_BASE.search(gap):
        return False
    is_slashed = gap.startswith("/")  # "52,7 tỷ đồng/KH 50 tỷ đồng"
    gap = gap.removeprefix("/")
    tokens = _TOKEN.findall(_REACHED_IN_BRACKET.sub(r"\1", gap))
    if not 0 < len(tokens) <= _MOST_TOKENS or not all(token in BASE_WORDS or token[0].isdigit() for token in tokens):
        return False
    kind = find_base_kind(tokens, " " + gap)
    if kind not in (Base.PLAN, Base.SAME_PERIOD, Base.EARLIER):
        if tokens[0] != "so":
            return False
        kind = find_base_kind([], item.behind) or Base.EARLIER
    is_direct = tokens[0] == "so" or is_slashed or (gap.startswith("(") and kind is not Base.EARLIER)
    owner = _owner(state, previous, item, is_direct=is_direct)
    if owner is None:
        return False
    item.role, item.level, item.base_kind = BASE, owner, kind
    owner.base, owner.base_kind = item, kind
    before = state.items[-2] if len(state.items) > 1 else None
    if owner.separator == "(" and before is not None and before.role is CHANGE and before.base is None:
        before.base, before.base_kind = item, kind  # "giảm 187 đơn vị (64,7%) so với 289 đơn vị"
    return True


def _owner(state: State, previous: Item, item: Item, *, is_direct: bool) -> Item | None:
    """The share or change (or, told directly, the level) that a base belongs to."""
    if previous.role is LEVEL and is_direct:
        return previous if is_same_measure(item.figure.quantity, previous.figure.quantity) else None
    if previous.role not in (SHARE, CHANGE):
        return None
    is_next = previous.is_tight and len(state.items) > 1 and state.items[-2] is state.percent
    if item.figure.is_percent and previous.role is CHANGE and is_next:
        previous.level = state.percent  # "đạt 80,4%, vượt 5,4% so với chỉ tiêu (75%)"
    level = previous.level
    if level is None or not is_comparable(item.figure.quantity, level.figure.quantity):
        return None
    return previous


def link_whole(state: State, item: Item) -> bool:
    """119 hộ nghèo trên tổng số 3.902 hộ."""
    if state.level is None or item.figure.is_percent or not WHOLE_BEFORE.search(item.gap):
        return False
    if "," in item.gap or ";" in item.gap:
        return False
    item.role, item.level, item.base_kind = WHOLE, state.level, Base.WHOLE
    owner = state.previous if state.previous is not None else state.level
    if owner.role in (SHARE, LEVEL):
        owner.base, owner.base_kind = item, Base.WHOLE
    return True


def link_transition(state: State, item: Item) -> bool:
    """Từ 238 hộ xuống còn 171 hộ; 129 xã được sắp xếp thành 48 xã: the second is the level, it came from the first."""
    lead = item.gap[-_END:]
    if "từ" in lead and not item.figure.is_fraction and _FROM_END.search(lead):
        item.role = FROM
        return True
    previous = state.previous
    if (
        previous is None
        or previous.role not in (FROM, LEVEL)
        or ";" in item.gap
        or (not item.figure.is_amount and not item.figure.is_percent)
    ):
        return False
    if previous.role is FROM and _TO_END.search(item.gap):
        if _RANGE_END.search(item.gap) and not _MOVES.search(previous.gap[-_LEAD:] + item.gap):
            return False
        if not is_same_measure(previous.figure.quantity, item.figure.quantity):
            return False
    elif (
        previous.role is not LEVEL
        or not previous.figure.is_amount
        or not any(word in lead for word in _NEW_NUMBER)
        or not _BECOMES.search(item.gap)
        or not is_kindred(previous.figure.quantity, item.figure.quantity)
    ):
        return False
    item.came_from = previous
    state.set_level(item)
    return True
