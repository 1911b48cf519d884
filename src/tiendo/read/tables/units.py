# SPDX-License-Identifier: Apache-2.0
"""The unit of a figure: in the cell, the header, the unit column, the label of the row, or above the table.

Not here: conversion (``kernel.units``).
"""

from __future__ import annotations

import re

from tiendo.kernel.units import Dimension, find_unit
from tiendo.read.lexicon.nouns import COUNTED
from tiendo.read.tables.data import Column, Role, Sense
from tiendo.read.tables.meanings import is_share_word

_BRACKETS = re.compile(r"[(\[]\s?([^()\[\]]{1,40}?)\s?[)\]]")
_STATED = re.compile(r"(?:đ\.?\s?v\.?\s?t\.?|đơn vị(?: tính)?)\s?[:：]\s?\(?([^\n;()]{1,40})")
_COUNT_HEAD = re.compile(r"(?:tổng )?số (?:lượng )?([^\W\d_]+(?: [^\W\d_]+){0,3})")
_AFTER_COMMA = re.compile(r", ?([^,()]{1,30})$")
_SAME_AS_ABOVE = frozenset(('"', "″", "''", "nt", "-nt-", "như trên", "“", "”", '""'))
_SPELLING = re.compile(r"(?<!\w)tỉ(?!\w)")
_LONGEST = 40
_MANY_WORDS = 6
_POWERS = re.compile(r"1(?:\.?0){1,9}\s\D+")


def tidy(unit: str) -> str:
    """A unit as it is reported: as written, lower case, "tỉ" as "tỷ"."""
    return _SPELLING.sub("tỷ", unit.strip().lower())


def is_counted(norm: str) -> bool:
    """Whether the words are a counted noun of the lexicon ("hộ", "trường hợp")."""
    words = tuple(norm.replace(",", " ,").split())
    return bool(words) and words in COUNTED.get(words[0], ())


def is_unit(norm: str) -> bool:
    """Whether words can only be a unit: a measure, money, a ratio, or a counted noun, alone or per something."""
    if not norm or len(norm) > _LONGEST or len(norm.split()) > _MANY_WORDS:
        return False
    if any(c.isdigit() for c in norm) and not re.search(r"[mk]m?[23]", norm) and not _POWERS.fullmatch(norm):
        return False
    if norm in _SAME_AS_ABOVE:
        return True
    unit = find_unit(norm)
    if unit is None:
        return False
    if unit.dimension is not Dimension.COUNT or (unit.scale != 1 and not unit.noun):
        return True
    return is_counted(norm.partition("/")[0].strip()) or (unit.scale != 1 and is_counted(unit.noun))


def is_same_as_above(norm: str) -> bool:
    """Whether a unit cell repeats the one above it."""
    return norm in _SAME_AS_ABOVE


def bracket_unit(norm: str) -> str:
    """The unit in the last brackets of a label or header: "thu ngân sách (tỷ đồng)"."""
    for inside in reversed(_BRACKETS.findall(norm)):
        words = inside.removeprefix("đvt:").removeprefix("đơn vị tính:").removeprefix("đơn vị:").strip()
        if is_unit(words) and not is_same_as_above(words):
            return tidy(words)
        if words.endswith("%") and len(words) < len("so kh đạt %"):
            return "%"
    return ""


def trailing_unit(norm: str) -> str:
    """The unit behind the last comma: "sản lượng lúa, tấn"; measures only, a counted noun may be a list."""
    found = _AFTER_COMMA.search(norm)
    unit = find_unit(found[1]) if found else None
    if found is None or unit is None or unit.dimension is Dimension.COUNT or not is_unit(found[1].strip()):
        return ""
    return tidy(found[1])


def stated_unit(lines: tuple[str, ...]) -> str:
    """The unit that lines above a table state ("ĐVT: triệu đồng"), nearest line last."""
    for line in reversed(lines):
        found = _STATED.search(line)
        if found is None:
            continue
        first = re.split(r"[,;]| và |\.(?:\s|$)", found[1])[0].strip()
        if is_unit(first):
            return tidy(first)
    return ""


def column_unit(column: Column) -> tuple[str, str]:
    """The unit that a header gives to its column, with the name of the rule; empty when it gives none."""
    for norm in reversed(column.norms):
        unit = bracket_unit(norm) or trailing_unit(norm)
        if unit:
            return unit, "unit.header"
    path = column.norm
    if column.meaning.sense in (Sense.SHARE, Sense.COMPARE):
        return "%", "unit.share"
    if is_share_word(path):
        return "%", "unit.share_words"
    if column.meaning.sense in (Sense.FACT, Sense.RESULT):
        last = column.norms[-1] if column.norms else ""
        if is_unit(last):
            return tidy(last), "unit.header"
        found = _COUNT_HEAD.match(last)
        if found is not None:
            noun = _counted_head(found[1])
            if noun:
                return noun, "unit.counted"
    return "", ""


def label_unit(norm: str) -> str:
    """The counted noun that a label names ("số hộ nghèo"); empty when it names none."""
    found = _COUNT_HEAD.match(norm)
    return _counted_head(found[1]) if found else ""


def _counted_head(norm: str) -> str:
    """The longest counted noun with which the words begin: "hộ nghèo" of "hộ nghèo đầu năm"."""
    words = norm.split()
    for size in range(len(words), 0, -1):
        if is_counted(" ".join(words[:size])):
            return " ".join(words[:size])
    return ""


def share_counted_unit(columns: list[Column]) -> None:
    """Where one counted noun heads a table ("Tổng số hồ sơ"), the counts beside it without unit are of the same."""
    counted = {c.unit for c in columns if c.unit_rule == "unit.counted"}
    if len(counted) != 1:
        return
    for column in columns:
        if column.role is Role.FIGURE and not column.unit and column.meaning.sense in (Sense.FACT, Sense.RESULT):
            column.unit, column.unit_rule = next(iter(counted)), "unit.counted"
