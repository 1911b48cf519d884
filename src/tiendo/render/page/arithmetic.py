# SPDX-License-Identifier: Apache-2.0
"""A claim as arithmetic one can see: an equation, what the text says, countable squares.

What is here: operands → the equation. Not here: whether it holds, which ``verify`` has decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.kernel.numbers import round_half_up
from tiendo.render.data import JudgedClaim
from tiendo.render.lang import Lang
from tiendo.render.words import figure, with_unit

#: More squares than this cannot be counted by eye (look, principle 7).
MOST_SQUARES = 60
#: More summands than this do not fit into one equation.
_MOST_TERMS = 12
#: Part of a tally → class of its squares.
_STATUS = {
    "exceeded": "exceeded",
    "met": "achieved",
    "achieved": "achieved",
    "over_80": "likely",
    "likely": "likely",
    "on_track": "on-track",
    "partial": "partial",
    "late": "at-risk",
    "at_risk": "at-risk",
    "not_met": "not-achieved",
    "not_achieved": "not-achieved",
    "not_assessable": "not-assessable",
}
_STATUS_WORDS = {
    "exceeded": ("vượt", "exceeded"),
    "achieved": ("đạt", "met"),
    "likely": ("trên 80\u00a0%", "over 80\u00a0%"),
    "on-track": ("đảm bảo tiến độ", "on track"),
    "partial": ("đạt một phần", "partly met"),
    "at-risk": ("chậm", "late"),
    "not-achieved": ("không đạt", "not met"),
    "not-assessable": ("chưa đánh giá được", "not assessable"),
    "unclassified": ("chưa nêu", "not mentioned"),
    "over": ("thừa", "too many"),
}


@dataclass(frozen=True, slots=True)
class Equation:
    """What a card shows.

    Attributes:
        text: "2 + 7 + 5 = 14".
        aside: "còn 1/15 chưa nêu", "văn bản ghi 27,6 %".
        squares: (class, words, how many), empty when there is nothing to count.
    """

    text: str
    aside: str = ""
    squares: tuple[tuple[str, str, int], ...] = ()


def equation_of(judged: JudgedClaim, lang: Lang) -> Equation | None:
    """The equation of a claim; None when its operands do not make one."""
    claim = judged.claim
    match claim.type:
        case ClaimType.TARGET_TALLY:
            return _tally(claim, lang)
        case ClaimType.SUM:
            return _sum(judged, lang)
        case ClaimType.RATIO:
            return _ratio(judged, lang)
        case ClaimType.DIFFERENCE:
            return _difference(claim, lang)
        case ClaimType.ENUMERATION:
            return _enumeration(claim, lang)
        case _:
            return None


def _one(claim: Claim, role: str) -> Operand | None:
    return next((operand for operand in claim.operands if operand.role == role), None)


def _said(lang: Lang, value: str) -> str:
    return f"the text says {value}" if lang is Lang.EN else f"văn bản ghi {value}"


def _shown(operand: Operand, lang: Lang) -> str:
    return with_unit(figure(operand.quantity.value, lang), operand.quantity.unit, lang)


def _added(values: Sequence[Decimal], lang: Lang) -> str:
    terms = [figure(value, lang) for value in values]
    if len(terms) > _MOST_TERMS:
        more = len(terms) - _MOST_TERMS
        terms = [*terms[:_MOST_TERMS], f"… ({more} more)" if lang is Lang.EN else f"… (còn {more} số)"]
    return f"{' + '.join(terms)} = {figure(sum(values, Decimal(0)), lang)}"


def _tally(claim: Claim, lang: Lang) -> Equation | None:
    total = _one(claim, "total")
    parts = [operand for operand in claim.operands if operand.role != "total"]
    if total is None or not parts:
        return None
    whole, counted = total.quantity.value, sum((part.quantity.value for part in parts), Decimal(0))
    left = whole - counted
    text = _added([part.quantity.value for part in parts], lang)
    unit = total.quantity.unit
    if left > 0:
        said = f"{figure(left, lang)}/{figure(whole, lang)} {unit}".strip()
        aside = f"{said} not mentioned" if lang is Lang.EN else f"còn {said} chưa nêu"
    else:
        aside = "" if left == 0 else _said(lang, _shown(total, lang))
    return Equation(text, aside, _squares(parts, left, lang))


def _squares(parts: Sequence[Operand], left: Decimal, lang: Lang) -> tuple[tuple[str, str, int], ...]:
    counts = [(_STATUS.get(part.role, "likely"), part.quantity.value) for part in parts]
    if left:
        counts.append(("unclassified" if left > 0 else "over", abs(left)))
    whole = all(count == count.to_integral_value() and count >= 0 for _, count in counts)
    if not whole or sum(count for _, count in counts) > MOST_SQUARES:
        return ()
    if left < 0:  # the last squares are those beyond the total
        counts = [*_without(counts[:-1], -left), counts[-1]]
    return tuple((name, _STATUS_WORDS[name][lang is Lang.EN], int(count)) for name, count in counts if count)


def _without(counts: list[tuple[str, Decimal]], excess: Decimal) -> list[tuple[str, Decimal]]:
    """The counts with so many taken away from the end."""
    kept: list[tuple[str, Decimal]] = []
    for name, count in reversed(counts):
        taken = min(count, excess)
        excess -= taken
        kept.append((name, count - taken))
    return kept[::-1]


def _sum(judged: JudgedClaim, lang: Lang) -> Equation | None:
    claim = judged.claim
    total = _one(claim, "total")
    parts = [operand.quantity.value for operand in claim.operands if operand.role == "part"]
    if len({operand.quantity.unit for operand in claim.operands}) > 1:
        converted = judged.details.get("parts")  # in the unit of the total
        parts = [part for part in converted if isinstance(part, Decimal)] if isinstance(converted, list) else []
    if total is None or not parts:
        return None
    aside = "" if sum(parts, Decimal(0)) == total.quantity.value else _said(lang, _shown(total, lang))
    return Equation(_added(parts, lang), aside)


def _ratio(judged: JudgedClaim, lang: Lang) -> Equation | None:
    claim = judged.claim
    numerator, denominator, stated = (_one(claim, role) for role in ("numerator", "denominator", "stated"))
    computed = judged.details.get("computed_pct")
    if numerator is None or denominator is None or stated is None or not isinstance(computed, Decimal):
        return None
    n, d = figure(numerator.quantity.value, lang), figure(denominator.quantity.value, lang)
    n_unit, d_unit = numerator.quantity.unit, denominator.quantity.unit
    if n_unit != d_unit:
        n, d = with_unit(n, n_unit, lang), with_unit(d, d_unit, lang)
    left = {RatioMode.EXCESS: f"{n}/{d} − 1", RatioMode.DECREASE: f"1 − {n}/{d}"}.get(
        claim.mode or RatioMode.SHARE, f"{n}/{d}"
    )
    shown = figure(_as_printed(computed, stated.quantity.step, abs(stated.quantity.value)), lang)
    unit = stated.quantity.unit or "%"
    return Equation(f"{left} = {with_unit(shown, unit, lang)}", _said(lang, _shown(stated, lang)))


def _as_printed(computed: Decimal, step: Decimal, stated: Decimal) -> Decimal:
    """Rounded like the stated figure; to more places when the difference would not show."""
    places = max(0, -int(step.as_tuple().exponent))
    rounded = round_half_up(computed, places)
    return round_half_up(computed, places + 2) if rounded == stated else rounded


def _difference(claim: Claim, lang: Lang) -> Equation | None:
    first, last, change = (_one(claim, role) for role in ("from", "to", "change"))
    if first is None or last is None or change is None:
        return None
    if len({first.quantity.unit, last.quantity.unit}) > 1 or change.quantity.unit == "%":
        return None
    a, b = first.quantity.value, last.quantity.value
    text = f"{figure(b, lang)} − {figure(a, lang)} = {figure(b - a, lang)}"
    return Equation(text, _said(lang, _shown(change, lang)))


def _enumeration(claim: Claim, lang: Lang) -> Equation | None:
    count, items = _one(claim, "count"), _one(claim, "items")
    if count is None or items is None:
        return None
    said, listed = figure(count.quantity.value, lang), figure(items.quantity.value, lang)
    if lang is Lang.EN:
        return Equation(f"{listed} ≠ {said}", f"{listed} listed, the text says {said}")
    return Equation(f"{listed} ≠ {said}", f"liệt kê {listed}, văn bản ghi {said}")
