# SPDX-License-Identifier: Apache-2.0
"""The unit behind a number: percentages, money, measures, counted nouns, with scale words before them.

Source: units of DOMAIN 1.2; GUIDE of the annotated texts for what is expanded ("23 vạn người" is 230000 người).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tiendo.read.dimensions.quantity.data import MEASURE, MONEY, NONE, NOUN, PERCENT, POINT, WORD, UnitClass
from tiendo.read.dimensions.quantity.words import BIG, CURRENCIES, CURRENCY_NAMES, MEASURES, NOT_COUNTED, PER, SCALES
from tiendo.read.engine.words import one_of, split_phrases
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
#: Things, or the number of things: "giảm 265 số vụ".
_NOUN = rf"(?:số\ )?(?P<noun>{one_of(COUNTED_PHRASES)})(?!\w)"
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
_SHARES = {"percent": ("%", PERCENT), "permille": ("‰", PERCENT), "point": ("điểm %", POINT)}
#: The same behind scale words.
_SCALED = re.compile(rf" ?(?:{_CURRENCY}|{_MEASURE}|{_NOUN}|{_OTHER_WORD})")
_PER = re.compile(rf"(?:\s?/\s?(?:(?:1|100|10{{0,2}}\.?000) )?(?:{one_of(PER)})(?!\w)){{1,3}}")
_STROKE = re.compile(r"\s?/\s?")


# The phrases of the lists themselves: a text of many figures keeps each unit once.
_NAMES = {name: name for name in split_phrases(f"{MEASURES} | {COUNTED_PHRASES}")}
#: A unit as a plain tuple: it is made for every number of a text.
Found = tuple[str, UnitClass, int, Decimal]


def match_unit(norm: str, at: int) -> Unit:
    """The unit that begins at ``at`` (right behind the digits)."""
    return Unit(*find_unit(norm, at))


def find_unit(norm: str, at: int) -> Found:
    """The fields of ``match_unit``."""
    found = _UNIT.match(norm, at)
    if found is None:
        return "", NONE, at, ONE
    group = found.lastgroup
    if group == "scale":
        return _scaled(norm, found.start("scale"), found["scale"])
    if group in _SHARES:
        return _share(norm, found.end(), *_SHARES[group])
    return _named(norm, found) or ("", NONE, at, ONE)


def _share(norm: str, end: int, name: str, unit_class: UnitClass) -> Found:
    if name == "%":
        per, stop = _per(norm, end)
        if per == "/năm":
            return "%/năm", PERCENT, stop, ONE
    return name, unit_class, end, ONE


def _per(norm: str, end: int) -> tuple[str, int]:
    """What the unit is counted per ("/người/năm", empty for nothing), and where it ends."""
    if norm.find("/", end, end + 2) >= 0:
        per = _PER.match(norm, end)
        if per is not None:
            return _STROKE.sub("/", per.group()), per.end()
    return "", end


def _scaled(norm: str, start: int, scale: str) -> Found:
    """A number with scale words: "23 vạn người", "11 ngàn tỷ đồng", "47 triệu"."""
    scale = scale.rstrip()
    end = start + len(scale)
    big, factor, whole = _factors(scale)
    found = _SCALED.match(norm, end)
    if found is not None:
        # money keeps its big scale, everything else is expanded; "47 triệu" before any other word is money
        if found.lastgroup == "currency":
            return _money(norm, found, factor, big)
        unit = _named(norm, found)
        if unit is not None and not (big and unit[1] is WORD):
            return unit[0], unit[1], unit[2], whole
    if not big:
        return "", NONE, end, factor
    per, stop = _per(norm, end)
    return _money_name(big, "đồng", per), MONEY, stop, factor


@lru_cache(maxsize=256)
def _factors(scale: str) -> tuple[str, Decimal, Decimal]:
    """The scale that stays in a unit of money, the factor of the words before it, and the factor of all."""
    words = scale.split()
    big = BIG.get(words[-1], "")
    factor = ONE
    for word in words[:-1] if big else words:
        factor *= SCALES[word]
    return big, factor, factor * SCALES[big] if big else factor


def _money(norm: str, found: re.Match[str], factor: Decimal = ONE, big: str = "") -> Found:
    name, end = found["currency"], found.end()
    per, stop = _per(norm, end)
    return _money_name(big, CURRENCY_NAMES.get(name, name), per), MONEY, stop, factor


@lru_cache(maxsize=256)
def _money_name(big: str, name: str, per: str) -> str:
    return f"{big} {name}{per}".lstrip()


def _named(norm: str, found: re.Match[str]) -> Found | None:
    """A currency, a measure, a counted noun, or a word taken for one; None when the word cannot be counted."""
    group, end = found.lastgroup, found.end()
    if group == "word":
        word = found["word"]
        return None if word in NOT_COUNTED else (word, WORD, end, ONE)
    if group == "currency":
        return _money(norm, found)
    name, unit_class = found[group or 0], NOUN if group == "noun" else MEASURE
    name = _NAMES.get(name, name)
    if norm.find("/", end, end + 2) >= 0:
        per, end = _per(norm, end)
        name += per
    return name, unit_class, end, ONE
