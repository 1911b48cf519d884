# SPDX-License-Identifier: Apache-2.0
"""What each figure of a sentence is to the others: a level, a share of it, a change of it, the base of these.

One walk from left to right; brackets are followed, a semicolon begins anew. Not here: what is claimed (``ratios`` …).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tiendo.kernel.findings import Kind
from tiendo.read.findings.claims.context.figures import Figure, is_same_measure
from tiendo.read.findings.claims.words import (
    BASE_BEHIND,
    BASE_WORDS,
    COMPARE_WORDS,
    LEVEL_WORDS,
    PARTS_OPEN,
    VERBS,
    WHOLE_BEFORE,
    Base,
    Verb,
)

_LAST_SEPARATOR = re.compile(r"[^\n]*([,;:()\[\]“”\"–—]|\s-\s?)")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
_CLAUSE_SIGN = re.compile(r"[,;:(]|\.\D")
_BRACKETS = re.compile(r"[()\[\]]")
_TOKEN = re.compile(r"[^\s(),:;\-–—“”\"]+")
_LONGEST_GAP = 240
_LONGEST_BASE = 110
_MOST_TOKENS = 16
_NO_BASE = re.compile(r"[,;)\[]|\.\D")
_BEHIND = 70
_LEVELS_BACK = 6
_SHORT_HEAD = 8  # words of a noun phrase between a figure and its comparison
_FROM_END = re.compile(r"(?<!\w)từ(?:\s(?:mức|chỗ|con\ssố|khoảng|gần|hơn|trên))*\s?$")
_TO_END = re.compile(
    r"(?<!\w)(?:lên|xuống|còn|đến|thành|tới)(?:\s(?:còn|thành|mức|đến|tới|chỉ|khoảng|gần|hơn|trên|dưới|là|nay))*\s?$"
)


class Role(StrEnum):
    """What a figure is in its sentence."""

    LEVEL = "level"
    SHARE = "share"  # a percentage of the level
    CHANGE = "change"  # how much the level differs from its base
    BASE = "base"  # the plan, the earlier level
    WHOLE = "whole"  # the total of which the level is a part
    FROM = "from"  # the first of "từ … lên …"; the second is a level


class Plan(StrEnum):
    """Whether a level is a plan."""

    NONE = "none"
    NAMED = "named"  # "được giao 4.500 tỷ đồng"
    BY_KIND = "by_kind"  # the reader took it for a target


@dataclass(slots=True, eq=False)
class Item:
    """A figure with its role.

    Attributes:
        level: the level that a share or change speaks of; of a base or whole the item it belongs to.
        gap: the words since the figure before (or the beginning of the sentence).
        words: those of the gap behind its last separator.
        separator: the last separator of the gap, "" when there is none.
        is_tight: nothing but words of comparison ties it to what stands before.
        is_soft: tight, but a new noun phrase or a comma inside may have changed the subject.
        behind: words behind the figure, up to the next one.
        base_kind: what a share or change is measured against, when the text says so.
        base: the figure of that base, when it is printed beside it.
        depth: number of open brackets.
        container: of a level in brackets: the level before the bracket.
        came_from: the first level of "từ … lên …".
        plan: whether it is a plan; None until it is asked for (``plans``).
    """

    figure: Figure
    role: Role
    gap: str
    words: list[str]
    separator: str
    behind: str
    verb: Verb | None = None
    level: Item | None = None
    is_tight: bool = False
    is_soft: bool = False
    base_kind: Base | None = None
    base: Item | None = None
    depth: int = 0
    container: Item | None = None
    came_from: Item | None = None
    position: int = 0
    plan: Plan | None = None


@dataclass(slots=True)
class _State:
    """Where the walk stands."""

    level: Item | None = None
    previous: Item | None = None
    brackets: list[Item | None] = field(default_factory=list)
    levels: list[Item] = field(default_factory=list)


def find_verb(words: list[str]) -> Verb | None:
    """The last verb of comparison; None when the number is a new level ("tăng lên 15")."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word in LEVEL_WORDS and words[i + 1 : i + 2] != ["thiếu"]:
            return None
        verb = VERBS.get(word)
        if verb is not None:
            if word in ("cao", "thấp", "nhiều", "ít", "lớn") and words[i + 1 : i + 2] != ["hơn"]:
                continue
            return verb
    return None


def find_base_kind(words: list[str], behind: str) -> Base | None:
    """What a share or change is measured against: the words behind it, else those before it."""
    found = BASE_BEHIND.match(behind)
    if found is not None:
        return Base(found.lastgroup or "")
    text = " ".join(words)
    if "cùng kỳ" in text or "cùng kì" in text:
        return Base.SAME_PERIOD
    if "kế hoạch" in text or "dự toán" in text or "chỉ tiêu" in text:
        return Base.PLAN
    return None


def read_roles(norm: str, figures: Sequence[Figure], start: int, end: int) -> list[Item]:
    """The roles of the figures of one sentence, ``norm[start:end]``."""
    state, out = _State(), list[Item]()
    at = start
    for i, figure in enumerate(figures):
        following = figures[i + 1].start if i + 1 < len(figures) else end
        gap = norm[max(at, figure.start - _LONGEST_GAP) : figure.start]
        item = _new_item(norm, figure, gap, min(following, figure.end + _BEHIND, end))
        item.position = i
        _follow_brackets(state, gap)
        item.depth = len(state.brackets)
        item.container = state.brackets[-1] if state.brackets else None
        if ";" in gap:
            state.level = state.brackets[-1] if state.brackets else None
        _assign(state, item, at == start)
        out.append(item)
        state.previous = item
        at = figure.end
    return out


def _new_item(norm: str, figure: Figure, gap: str, behind_end: int) -> Item:
    last = _LAST_SEPARATOR.match(gap)
    tail, separator = (gap[last.end() :], last.group(1).strip()) if last is not None else (gap, "")
    return Item(figure, Role.LEVEL, gap, tail.split(), separator, norm[figure.end : behind_end])


def _follow_brackets(state: _State, gap: str) -> None:
    for sign in _BRACKETS.findall(gap):
        if sign in "([":
            state.brackets.append(state.level)
        elif state.brackets:
            opened = state.brackets.pop()
            state.level = opened or state.level


def _suffix(words: list[str]) -> int:
    """How many words at the end are words of comparison."""
    count = 0
    while count < len(words) and words[-1 - count] in COMPARE_WORDS:
        count += 1
    return count


def _assign(state: _State, item: Item, is_first: bool) -> None:
    item.verb = find_verb(item.words)
    suffix = _suffix(item.words)
    is_all = suffix == len(item.words)
    item.base_kind = find_base_kind(item.words, item.behind)
    if state.level is not None and not is_first and ";" not in item.gap:
        item.is_tight = is_all and (bool(item.separator) or len(item.words) > 0)
        item.is_soft = item.is_tight and (not item.separator or _has_clauses(item.gap))
        if not item.is_tight and not item.separator and suffix and len(item.words) - suffix <= _SHORT_HEAD:
            item.is_tight = item.is_soft = True
    if _is_base(state, item):
        return
    if _is_whole(state, item) or _is_transition(state, item):
        return
    figure = item.figure
    if figure.is_fraction and not figure.is_percent:  # "đã giảm 3.194/2.313 người"
        state.level = item
        state.levels.append(item)
        return
    if figure.is_multiple:
        item.role = Role.CHANGE
        return
    is_change = item.verb in (Verb.UP, Verb.DOWN, Verb.EXCEED) or (
        figure.measurement.kind is Kind.GROWTH and not _ends_as_level(item)
    )
    if is_change:
        item.role = Role.CHANGE
        item.level = _level_of_change(state, item) if item.is_tight else None
        return
    is_share = figure.is_percent and not figure.is_fraction and item.is_tight
    if is_share and state.level is not None and _is_tied(item, state.level):
        item.role, item.level = Role.SHARE, state.level
        previous = state.previous
        if item.separator == "(" and previous is not state.level and previous and not previous.figure.is_percent:
            item.level = None  # the bracket speaks of the figure before it
        return
    state.level = item
    state.levels.append(item)


def _level_of_change(state: _State, item: Item) -> Item | None:
    """The level before; across a list of parts the one with the unit of the change; in brackets that of the change."""
    previous, figure = state.previous, item.figure
    if previous is not None and previous.role is Role.CHANGE and item.separator == "(" and previous.level is not None:
        return previous.level
    if figure.is_percent or state.level is None or is_same_measure(figure.quantity, state.level.figure.quantity):
        return state.level
    for level in reversed(state.levels[-_LEVELS_BACK:]):
        if level.depth == item.depth and is_same_measure(figure.quantity, level.figure.quantity):
            item.is_soft = True
            return level
    return state.level


def _is_tied(item: Item, level: Item) -> bool:
    """Whether a percentage is told of the level: by a verb, in brackets, or as a share of its plan."""
    if item.verb is not None or item.separator == "(":
        return True
    return item.base_kind is Base.PLAN and not level.figure.is_percent


def _has_clauses(gap: str) -> bool:
    """Whether more than one separator stands outside quotation marks: a new subject may have come in."""
    plain = _QUOTED.sub("", gap).strip().removeprefix(")").strip()
    return len(_CLAUSE_SIGN.findall(plain)) > 1 or PARTS_OPEN.search(plain) is not None


def _ends_as_level(item: Item) -> bool:
    return any(word in LEVEL_WORDS for word in item.words[-4:])


def _is_base(state: _State, item: Item) -> bool:
    """The gap holds the name of a base and nothing else: "so với dự toán năm là 5.208"."""
    previous = state.previous
    if previous is None or len(item.gap) > _LONGEST_BASE or _NO_BASE.search(item.gap):
        return False
    tokens = _TOKEN.findall(item.gap)
    if not 0 < len(tokens) <= _MOST_TOKENS or not all(token in BASE_WORDS or token[0].isdigit() for token in tokens):
        return False
    kind = find_base_kind(tokens, item.gap)
    says_so = kind in (Base.PLAN, Base.SAME_PERIOD, Base.EARLIER)
    if not says_so and tokens[:1] == ["so"]:
        kind = find_base_kind([], item.behind) or Base.EARLIER
        says_so = True
    if not says_so:
        return False
    if previous.role in (Role.SHARE, Role.CHANGE) and previous.level is not None:
        owner, level = previous, previous.level
    elif previous.role is Role.LEVEL and tokens[0] == "so":
        owner = level = previous
    else:
        return False
    if not is_same_measure(item.figure.quantity, level.figure.quantity):
        return False
    item.role, item.level, item.base_kind = Role.BASE, owner, kind
    owner.base, owner.base_kind = item, kind
    return True


def _is_whole(state: _State, item: Item) -> bool:
    """119 hộ nghèo trên tổng số 3.902 hộ."""
    if state.level is None or item.figure.is_percent or not WHOLE_BEFORE.search(item.gap):
        return False
    if "," in item.gap or ";" in item.gap:
        return False
    item.role, item.level, item.base_kind = Role.WHOLE, state.level, Base.WHOLE
    owner = state.previous if state.previous is not None else state.level
    if owner.role in (Role.SHARE, Role.LEVEL):
        owner.base, owner.base_kind = item, Base.WHOLE
    return True


def _is_transition(state: _State, item: Item) -> bool:
    """Từ 238 hộ xuống còn 171 hộ: the first is where it came from, the second is the level."""
    if _FROM_END.search(item.gap) and not item.figure.is_fraction:
        item.role = Role.FROM
        return True
    previous = state.previous
    if previous is None or previous.role is not Role.FROM or ";" in item.gap or not _TO_END.search(item.gap):
        return False
    if not is_same_measure(previous.figure.quantity, item.figure.quantity):
        return False
    item.came_from = previous
    state.level = item
    state.levels.append(item)
    return True
