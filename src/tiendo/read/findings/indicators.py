# SPDX-License-Identifier: Apache-2.0
"""Which indicator of the catalogue a subject names: the longest of its phrases that stands in it as whole words.

Not here: what the subject is (``read.link``), what the indicator means (packs).
"""

from __future__ import annotations

import re
from functools import lru_cache

from tiendo.read.lexicon.indicators import INDICATORS, IndicatorNames
from tiendo.read.text.shadow import cast

_BY_PHRASE: dict[str, list[IndicatorNames]] = {}
for _names in INDICATORS:
    for _phrase in _names.phrases:
        _BY_PHRASE.setdefault(_phrase, []).append(_names)
_PHRASES = re.compile(
    r"(?<!\w)(?=(" + "|".join(map(re.escape, sorted(_BY_PHRASE, key=len, reverse=True))) + r")(?!\w))"
)


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
    found = [match.group(1) for match in _PHRASES.finditer(cast(subject).norm)]
    for phrase in sorted(found, key=len, reverse=True):
        for names in _BY_PHRASE[phrase]:
            if not names.units or unit.startswith(names.units):
                return names.code
    return None
