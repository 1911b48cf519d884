# SPDX-License-Identifier: Apache-2.0
"""Which indicator of the catalogue a subject names: the longest of its phrases that stands in it as whole words.

Not here: what the subject is (``read.link``), what the indicator means (packs).
"""

from __future__ import annotations

from functools import lru_cache

import ahocorasick

from tiendo.read.lexicon.indicators import INDICATORS, IndicatorNames
from tiendo.read.text.shadow import cast

_BY_PHRASE: dict[str, list[IndicatorNames]] = {}
for _names in INDICATORS:
    for _phrase in _names.phrases:
        _BY_PHRASE.setdefault(_phrase, []).append(_names)


def _automaton() -> ahocorasick.Automaton:
    words = ahocorasick.Automaton()
    for phrase in _BY_PHRASE:
        words.add_word(phrase, phrase)
    words.make_automaton()
    return words


_PHRASES = _automaton()


def _named(norm: str) -> list[str]:
    """The phrases that stand in a subject as whole words; where several begin, the longest."""
    longest: dict[int, str] = {}
    for last, phrase in _PHRASES.iter(norm):
        start = last + 1 - len(phrase)
        if not (norm[last + 1 : last + 2].isalnum() or (start and norm[start - 1].isalnum())):
            longest[start] = phrase  # they come by where they end
    return [longest[start] for start in sorted(longest)]


@lru_cache(maxsize=8192)
def match_indicator(subject: str, unit: str) -> str | None:
    """The code of the indicator that a subject names, or None.

    Args:
        subject: a noun phrase as written ("Tổng thu ngân sách Nhà nước").
        unit: of the measurement; an indicator in another kind of unit does not match.

    Examples:
        >>> match_indicator("Tổng thu ngân sách Nhà nước", "tỷ đồng")
        'state_budget_revenue'
        >>> match_indicator("cán bộ thu ngân sách", "người") is None
        True
    """
    for phrase in sorted(_named(cast(subject).norm), key=len, reverse=True):
        for names in _BY_PHRASE[phrase]:
            if not names.units or unit.startswith(names.units):
                return names.code
    return None
