# SPDX-License-Identifier: Apache-2.0
"""What the parts of a unit come to, in words: "đủ 15/15 phường", the sum, the difference, why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from tiendo.render.lang import Lang
from tiendo.server.figures.data import Hindrance, IndicatorRow, Nature, Whole
from tiendo.server.figures.views import words
from tiendo.server.support import writing

#: Kinds of units, as names begin with them, longest first where one begins another. Source: DOMAIN 8.2.
_KINDS = (
    "thành phố", "thị trấn", "thị xã", "tổ dân phố", "đặc khu", "khu phố",
    "phường", "quận", "huyện", "tỉnh", "thôn", "xã", "ấp",
)  # fmt: skip
_MOST_NAMES = 8  # more are counted, not named


def count_parts(whole: Whole) -> str:
    """How many of the parts have a figure: "đủ 15/15 phường, xã"; "mới có 12/15 phường"."""
    told = {"reported": whole.reported, "expected": whole.expected, "kinds": name_kinds(whole.names)}
    if whole.reported < whole.expected:
        return _("only %(reported)s of %(expected)s %(kinds)s") % told
    return _("all %(reported)s of %(expected)s %(kinds)s") % told


def name_kinds(names: Iterable[str]) -> str:
    """What the parts are, as people say it: "phường, xã"; in English "units"."""
    if writing.page_language() is Lang.EN:
        return _("units")
    found: dict[str, int] = {}
    for name in names:
        kind = next((kind for kind in _KINDS if name.lower().startswith(f"{kind} ")), _("units"))
        found[kind] = found.get(kind, 0) + 1
    return ", ".join(sorted(found, key=lambda kind: (-found[kind], kind)))


def write_whole(whole: Whole, meant: IndicatorRow) -> str | None:
    """The sum with its hedge and unit; None where it is refused."""
    if whole.value is None:
        return None
    if meant.nature is Nature.YES_NO:
        return f"{writing.write_figure(whole.value)}/{writing.write_figure(whole.expected)}"
    number = words.write_number(whole.value, meant)
    if whole.upper is not None:
        number = f"{number}–{words.write_number(whole.upper, meant)}"
    hedge = words.hedge(whole.qualifier, whole.status)
    return " ".join(filter(None, (hedge, number, meant.measure)))


def write_sums(whole: Whole) -> str:
    """Of a ratio the two sums: "100/400 người"; empty for others."""
    if whole.numerator is None or whole.denominator is None:
        return ""
    parts = (whole.numerator, whole.denominator)
    return f"{'/'.join(writing.write_figure(words.trim(part.value)) for part in parts)} {whole.denominator.unit}"


def write_difference(whole: Whole, meant: IndicatorRow) -> str:
    """What was reported minus the sum: "−10 hộ", of percentages "+0,4 điểm"; empty where one of them is not there."""
    if whole.difference is None:
        return ""
    return write_change(whole.difference, meant)


def write_change(value: Decimal, meant: IndicatorRow) -> str:
    """A difference of two values of the indicator."""
    if meant.measure == "%":
        return writing.write_points(value, meant.decimals)
    exact = words.trim(value)
    return f"{writing.write_signed(exact, words.places(exact, meant.decimals))} {meant.measure}"


def why_not(whole: Whole, meant: IndicatorRow, names: dict[int, str]) -> str:
    """Why there is no sum, and what would help; empty where there is one."""
    if whole.hindrance is None:
        return ""
    if whole.hindrance is Hindrance.MISSING:
        return _tell_missing(whole, meant, names)
    return _SENTENCES[whole.hindrance]() % {"name": words.name_of(meant)}


def _tell_missing(whole: Whole, meant: IndicatorRow, names: dict[int, str]) -> str:
    shown = [names[unit] for unit in whole.missing[:_MOST_NAMES] if unit in names]
    more = len(whole.missing) - len(shown)
    rest = _(" and %(more)s more") % {"more": more} if more else ""
    told = {"count": count_parts(whole), "missing": ", ".join(shown) + rest}
    sentence = _("Nothing is summed up yet: %(count)s have a figure, still missing: %(missing)s.") % told
    if whole.held is None:
        return sentence
    held = _("What there is comes to %(held)s; that is not the figure of the whole.")
    return f"{sentence} {held % {'held': f'{words.write_number(whole.held, meant)} {meant.measure}'}}"


_SENTENCES = {
    Hindrance.NOT_ADDITIVE: lambda: _(
        "“%(name)s” of a whole is not made of its parts: its pack says that it does not add up."
    ),
    Hindrance.BARE_RATIO: lambda: _(
        "“%(name)s” of a whole is the sum of numerators over the sum of denominators, and a part gave a bare ratio: "
        "ask for its two numbers. Ratios have no mean."
    ),
    Hindrance.ZERO: lambda: _("The denominators of “%(name)s” come to zero: there is no ratio."),
    Hindrance.UNITS: lambda: _("The parts gave “%(name)s” in units of measure that do not fit: correct them."),
}
