# SPDX-License-Identifier: Apache-2.0
"""The unit behind a number: percentages, money, measures, counted nouns, with scale words before them.

Source: units of DOMAIN 1.2; GUIDE of the annotated texts for what is expanded ("23 vạn người" is 230000 người).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from tiendo.read.dimensions.quantity.data import MEASURE, MONEY, NONE, NOUN, PERCENT, POINT, WORD, UnitClass
from tiendo.read.dimensions.quantity.words import BIG, CURRENCIES, CURRENCY_NAMES, MEASURES, NOT_COUNTED, PER, SCALES
from tiendo.read.engine.words import one_of
from tiendo.read.lexicon.nouns import COUNTED_PHRASES

#: The factor of a unit without scale words; the very object, so it can be told by ``is``.
ONE = Decimal(1)


class Unit(NamedTuple):
    """The unit, where it ends, and the factor by which scale words multiply the number."""

    name: str
    unit_class: UnitClass
    end: int
    factor: Decimal = ONE


_CURRENCY = rf"(?P<currency>{one_of(CURRENCIES)})(?!\w|\ (?:chí|bào|đội)(?!\w))"
_MEASURE = rf"(?P<measure>{one_of(MEASURES)})(?!\w)"
_NOUN = rf"(?P<noun>{one_of(COUNTED_PHRASES)})(?!\w)"
_OTHER_WORD = r"(?P<word>[^\W\d_]+)"
#: What follows a number: one match tells what kind of unit it is.
_UNIT = re.compile(
    rf"""\ ?(?:
      (?P<percent>,?%|phần\ trăm(?!\w))
    | (?P<permille>‰|phần\ nghìn(?!\w))
    | (?P<point>điểm\ ?(?:%|phần\ trăm(?!\w)))
    | (?P<scale>(?:(?:{one_of("|".join(SCALES))})(?!\w)\ ?)+)
    | {_CURRENCY}
    | {_MEASURE}
    | {_NOUN}
    | {_OTHER_WORD}
    )""",
    re.VERBOSE,
)
#: The same behind scale words.
_SCALED = re.compile(rf" ?(?:{_CURRENCY}|{_NOUN}|{_MEASURE}|{_OTHER_WORD})")
_PER = re.compile(rf"(?:\s?/\s?(?:10{{0,2}}(?:\.?000){{0,2}} )?(?:{one_of(PER)})(?!\w)){{1,3}}")
_STROKE = re.compile(r"\s?/\s?")


def match_unit(norm: str, at: int) -> Unit:
    """The unit that begins at ``at`` (right behind the digits)."""
    found = _UNIT.match(norm, at)
    if found is None:
        return Unit("", NONE, at)
    end = found.end()
    match found.lastgroup:
        case "percent":
            return _percent(norm, end)
        case "permille":
            return Unit("‰", PERCENT, end)
        case "point":
            return Unit("điểm %", POINT, end)
        case "scale":
            return _scaled(norm, found.start("scale"), found["scale"])
    return _named(norm, found) or Unit("", NONE, at)


def _percent(norm: str, end: int) -> Unit:
    per, stop = _per(norm, end)
    return Unit("%/năm", PERCENT, stop) if per == "/năm" else Unit("%", PERCENT, end)


def _per(norm: str, end: int) -> tuple[str, int]:
    """What the unit is counted per ("/người/năm", empty for nothing), and where it ends."""
    if norm.startswith(("/", " /"), end):
        per = _PER.match(norm, end)
        if per is not None:
            return _STROKE.sub("/", per.group()), per.end()
    return "", end


def _scaled(norm: str, start: int, scale: str) -> Unit:
    """A number with scale words: "23 vạn người", "11 ngàn tỷ đồng", "47 triệu"."""
    words = scale.split()
    end = start + len(scale.rstrip())
    big = BIG.get(words[-1], "")
    factor = ONE
    for word in words[:-1] if big else words:
        factor *= SCALES[word]
    found = _SCALED.match(norm, end)
    if found is not None:
        whole = factor * SCALES[big] if big else factor
        unit = _behind_scale(norm, found, big, factor, whole)
        if unit is not None:
            return unit
    if not big:
        return Unit("", NONE, end, factor)
    per, stop = _per(norm, end)
    return Unit(f"{big} đồng{per}", MONEY, stop, factor)


def _behind_scale(norm: str, found: re.Match[str], big: str, factor: Decimal, whole: Decimal) -> Unit | None:
    """Money keeps its big scale, everything else is expanded; "47 triệu" before any other word is money."""
    if found.lastgroup == "currency":
        return _money(norm, found, factor, big)
    unit = _named(norm, found)
    if unit is None or (big and unit.unit_class is WORD):
        return None
    return unit._replace(factor=whole)


def _money(norm: str, found: re.Match[str], factor: Decimal = ONE, big: str = "") -> Unit:
    name = found["currency"]
    per, stop = _per(norm, found.end())
    return Unit(f"{big} {CURRENCY_NAMES.get(name, name)}{per}".lstrip(), MONEY, stop, factor)


def _named(norm: str, found: re.Match[str]) -> Unit | None:
    """A currency, a measure, a counted noun, or a word taken for one; None when the word cannot be counted."""
    match found.lastgroup:
        case "currency":
            return _money(norm, found)
        case "measure":
            unit_class = MEASURE
        case "noun":
            unit_class = NOUN
        case _:
            word = found["word"]
            return None if word in NOT_COUNTED else Unit(word, WORD, found.end())
    per, stop = _per(norm, found.end())
    return Unit(found[found.lastgroup] + per, unit_class, stop)
