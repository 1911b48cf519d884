# SPDX-License-Identifier: Apache-2.0
"""What each figure of a sentence is to the others: a level, a share of it, a change of it, the base of these.

One walk from left to right; brackets are followed, a semicolon begins anew. Not here: what is claimed (``rates`` …).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tiendo.kernel.findings import Kind
from tiendo.read.findings.claims.context.figures import Figure, is_same_measure
from tiendo.read.findings.claims.context.items import CHANGE, LEVEL, SHARE, Item, State
from tiendo.read.findings.claims.context.links import find_base_kind, link_base, link_transition, link_whole
from tiendo.read.findings.claims.words import COMPARE_WORDS, LEVEL_WORDS, PARTS_OPEN, VERBS, Base, Verb

_LAST_SEPARATOR = re.compile(r"[^\n]*([,;:()\[\]“”\"–—]|\s-\s?)")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
_CLAUSE_SIGN = re.compile(r"[,;:(.](?:(?<!\.)|\D)")
_BRACKETS = re.compile(r"[()\[\]]")
_LONGEST_GAP = 240
_BEHIND = 70
_LEVELS_BACK = 6
_SHORT_HEAD = 8  # words of a noun phrase between a figure and its comparison
_MOVES = frozenset((Verb.UP, Verb.DOWN, Verb.EXCEED))
_GROWTH = Kind.GROWTH
_DEGREES = ("cao", "thấp", "nhiều", "ít", "lớn")


def find_verb(words: list[str]) -> Verb | None:
    """The last verb of comparison; None when the number is a new level ("tăng lên 15")."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word in LEVEL_WORDS and words[i + 1 : i + 2] != ["thiếu"]:
            return None
        verb = VERBS.get(word)
        if verb is not None and (word not in _DEGREES or words[i + 1 : i + 2] == ["hơn"]):
            return verb
    return None


def read_roles(norm: str, figures: Sequence[Figure], start: int, end: int) -> list[Item]:
    """The roles of the figures of one sentence, ``norm[start:end]``."""
    state = State()
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
            state.percent = None
        _assign(state, item, is_first=at == start)
        state.items.append(item)
        at = figure.end
    return state.items


def new_item(norm: str, figure: Figure, start: int, end: int) -> Item:
    """A level that stands for itself, with the words around it."""
    gap = norm[max(start, figure.start - _BEHIND) : figure.start]
    item = _new_item(norm, figure, gap, min(figure.end + _BEHIND, end))
    item.is_extra = True
    return item


def _new_item(norm: str, figure: Figure, gap: str, behind_end: int) -> Item:
    last = _LAST_SEPARATOR.match(gap)
    tail, separator = (gap[last.end() :], last.group(1).strip()) if last is not None else (gap, "")
    return Item(figure, LEVEL, gap, tail.split(), separator, norm[figure.end : behind_end])


def _follow_brackets(state: State, gap: str) -> None:
    for sign in _BRACKETS.findall(gap):
        if sign in "([":
            state.brackets.append(state.level)
        elif state.brackets:
            opened = state.brackets.pop()
            state.level = opened or state.level


_LAST_YEAR = frozenset(("năm", "trước", "ngoái"))
_PERIOD_WORDS = frozenset(("kỳ", "kì"))


def _suffix(words: list[str]) -> int:
    """How many words at the end are words of comparison."""
    count = 0
    while count < len(words) and (words[-1 - count] in COMPARE_WORDS or _is_of_last_year(words, -1 - count)):
        count += 1
    return count


def _is_of_last_year(words: list[str], at: int) -> bool:
    """So với cùng kỳ năm trước giảm 3,8%: the words that say of which year."""
    return words[at] in _LAST_YEAR and not _PERIOD_WORDS.isdisjoint(words[max(at - 3, -len(words)) : at])


def _tie(state: State, item: Item) -> None:
    """How tightly the words before a figure tie it to the level."""
    if state.level is None or not state.items or ";" in item.gap:
        return
    suffix = _suffix(item.words)
    item.is_tight = suffix == len(item.words) and (bool(item.separator) or suffix > 0)
    item.is_soft = item.is_tight and (not item.separator or _has_clauses(item.gap))
    if not item.is_tight and not item.separator and suffix and len(item.words) - suffix <= _SHORT_HEAD:
        item.is_tight = item.is_soft = True


def _assign(state: State, item: Item, *, is_first: bool) -> None:
    figure = item.figure
    item.verb = find_verb(item.words)
    if figure.is_percent or item.verb is not None or figure.measurement.kind is _GROWTH:
        item.base_kind = find_base_kind(item.words, item.behind)
    if not is_first:
        _tie(state, item)
        if link_base(state, item) or link_whole(state, item):
            return
    if link_transition(state, item):
        return
    if figure.is_fraction and not figure.is_percent:  # "đã giảm 3.194/2.313 người"
        state.set_level(item)
    elif figure.is_multiple:
        item.role = CHANGE
    elif _is_change(item):
        item.role = CHANGE
        item.level = _level_of_change(state, item) if item.is_tight else None
    elif _is_share(state, item):
        item.role, item.level = SHARE, _level_of_share(state, item)
        state.percent = item
    else:
        state.set_level(item)


def _is_change(item: Item) -> bool:
    if item.verb is not None and item.verb in _MOVES:
        return True
    return item.figure.measurement.kind is _GROWTH and not any(word in LEVEL_WORDS for word in item.words[-4:])


def _is_share(state: State, item: Item) -> bool:
    """A percentage told of the level: by a verb, in brackets, or as a share of its plan."""
    figure = item.figure
    if not figure.is_percent or figure.is_fraction or not item.is_tight or state.level is None:
        return False
    if item.verb is not None or item.separator == "(":
        return True
    return item.base_kind is Base.PLAN and not state.level.figure.is_percent


def _level_of_share(state: State, item: Item) -> Item | None:
    previous = state.previous
    if item.separator != "(" or previous is None or previous is state.level or previous.figure.is_percent:
        return state.level
    # The bracket speaks of the figure before it: of what a change speaks of, of nothing that a base says.
    return previous.level if previous.role is CHANGE else None


def _level_of_change(state: State, item: Item) -> Item | None:
    """The level before; across a list of parts the one with the unit of the change; of points the percentage before."""
    previous, figure = state.previous, item.figure
    if previous is not None and previous.role is CHANGE and item.separator == "(" and previous.level is not None:
        return previous.level
    if figure.is_point and state.percent is not None:
        return state.percent
    if state.level is None or (not figure.is_percent and is_same_measure(figure.quantity, state.level.figure.quantity)):
        return state.level
    for level in reversed(state.levels[-_LEVELS_BACK:]):
        is_same = is_same_measure(figure.quantity, level.figure.quantity)
        if level.depth == item.depth and (is_same or (figure.is_percent and _is_behind_parts(state, level))):
            item.is_soft = item.is_soft or level is not state.level
            return level
    return state.level


def _is_behind_parts(state: State, level: Item) -> bool:
    """Whether a level that came from another was followed by a list of its parts."""
    if level.came_from is None:
        return False
    return any(PARTS_OPEN.search(other.gap) for other in state.items[level.position + 1 :][:_LEVELS_BACK])


def _has_clauses(gap: str) -> bool:
    """Whether more than one separator stands outside quotation marks: a new subject may have come in."""
    plain = _QUOTED.sub("", gap).strip().removeprefix(")").strip()
    return len(_CLAUSE_SIGN.findall(plain)) > 1 or PARTS_OPEN.search(plain) is not None
