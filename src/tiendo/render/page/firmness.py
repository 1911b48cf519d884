# SPDX-License-Identifier: Apache-2.0
"""How firm a figure is, as its own words say it: "ước" makes an estimate of a result, which is not "khoảng".

Not here: the hedge as an interval, which the reader gives (``Measurement.approx``).
"""

from __future__ import annotations

import re

from tiendo.kernel.findings import Kind, Measurement
from tiendo.kernel.quantity import Qualifier
from tiendo.render import words
from tiendo.render.lang import Lang

#: "ước đạt", "ước thực hiện cả năm": at most six words between it and the figure.
_BEFORE = re.compile(r"(?<!\w)ước(?:\s+[^\s.,;:]+){0,6}\s*$", re.IGNORECASE)
#: In the cell itself: "ước 123.905,7".
_PRINTED = re.compile(r"\s*ước(?!\w)", re.IGNORECASE)
#: In the head of a column: "Ước TH 9 tháng", "ƯTH cả năm", as the reader of tables knows it.
_HEADED = re.compile(r"(?<!\w)(?:ước|[uư]\.?th)(?!\w)", re.IGNORECASE)
_LEAD = 60
_NAMES = {Lang.VI: ("ước", "ước thực hiện"), Lang.EN: ("est.", "estimated result")}


def says_estimate(one: Measurement, text_before: str) -> bool:
    """Whether a figure is an estimate: its print, the words before it or its column say "ước", or it is yet to come.

    Args:
        text_before: of the same sentence.
    """
    if one.kind is Kind.TARGET:
        return False
    if one.kind is Kind.FORECAST or _PRINTED.match(one.quote) or _BEFORE.search(text_before[-_LEAD:]):
        return True
    return one.cell is not None and _HEADED.search(one.cell.column_label) is not None


def name_hedge(approx: Qualifier, lang: Lang, *, is_estimate: bool) -> str:
    """The word before the number: an estimate is "ước", or "ước hơn" when it is hedged besides."""
    if not is_estimate:
        return words.word(words.HEDGES, approx, lang)
    hedge = "" if approx is Qualifier.ABOUT else words.word(words.HEDGES, approx, lang)
    return f"{_NAMES[lang][0]} {hedge}".strip()


def name_kind(one: Measurement, lang: Lang, *, is_estimate: bool) -> str:
    """The kind in words; an estimated result is told from one that was counted."""
    if is_estimate and one.kind is Kind.ACTUAL:
        return _NAMES[lang][1]
    return words.word(words.KINDS, one.kind, lang)
