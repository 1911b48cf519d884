# SPDX-License-Identifier: Apache-2.0
"""«1.390,9/5.208 = 26,7 %, văn bản ghi 27,6 %; đúng nếu …»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.arithmetic import is_counted, scale_of, stated_share
from tiendo.kernel.findings import Claim, RatioMode
from tiendo.kernel.interval import Interval
from tiendo.kernel.numbers import round_half_up
from tiendo.kernel.quantity import Quantity
from tiendo.verify.data import Told
from tiendo.verify.wording import both, hedged, names_of, operand, places, with_unit

_HUNDRED = Decimal(100)
_FORMS = {
    RatioMode.SHARE: ("{n}/{d} = {c} %", ""),
    RatioMode.EXCESS: ("{n}/{d} − 1 = {c} %", "tăng"),
    RatioMode.DECREASE: ("1 − {n}/{d} = {c} %", "giảm"),
}
_VERBS_EN = {RatioMode.SHARE: "", RatioMode.EXCESS: "an increase of ", RatioMode.DECREASE: "a decrease of "}


def _numbers(claim: Claim) -> tuple[Quantity, Quantity, Quantity, RatioMode]:
    top, bottom, stated = (operand(claim, role).quantity for role in ("numerator", "denominator", "stated"))
    return top, bottom, stated, claim.mode or RatioMode.SHARE


def decimals_of(claim: Claim, point: Decimal) -> int:
    """As many as are stated, at least one, more where the two would look alike."""
    stated = operand(claim, "stated").quantity
    found, size = max(places(stated.step), 1), abs(stated.value)
    while found < 4 and round_half_up(point, found) == round_half_up(size, found):  # noqa: PLR2004 - enough for anybody
        found += 1
    return found


def tell_arithmetic(claim: Claim, point: Decimal) -> Told:
    """1.390,9/5.208 = 26,7 %."""
    top, bottom, _, mode = _numbers(claim)
    same = scale_of(top) == scale_of(bottom)
    top_vi, top_en = _printed(top, has_unit=not same)
    bottom_vi, bottom_en = _printed(bottom, has_unit=not same)
    form = _FORMS[mode][0]
    share_vi, share_en = both(point, decimals_of(claim, point))
    return Told(
        form.format(n=top_vi, d=bottom_vi, c=share_vi),
        form.format(n=top_en, d=bottom_en, c=share_en).replace(" %", "%"),
    )


def _printed(quantity: Quantity, *, has_unit: bool) -> tuple[str, str]:
    vi, en = hedged(quantity)
    unit = f" {quantity.unit}" if has_unit and quantity.unit else ""
    return vi + unit, en + unit


def tell(claim: Claim, point: Decimal) -> Told:
    """The sentence about a percentage that does not follow."""
    _, _, stated, mode = _numbers(claim)
    arithmetic = tell_arithmetic(claim, point)
    said_vi, said_en = hedged(stated)
    verb = _FORMS[mode][1]
    vi = f"{arithmetic.vi}, văn bản ghi {verb + ' ' if verb else ''}{said_vi} %"
    en = f"{arithmetic.en}, the text says {_VERBS_EN[mode]}{said_en}%"
    options = consistent_values(claim)
    if not options:
        return Told(vi + "; hãy kiểm tra lại cả ba số", en + "; check all three figures")
    return Told(
        f"{vi}; đúng nếu " + " hoặc ".join(option.vi for option in options),
        f"{en}; it would be right if " + " or ".join(option.en for option in options),
    )


def consistent_values(claim: Claim) -> list[Told]:
    """The numerator, and the denominator, that would give the stated percentage."""
    top, bottom, stated, mode = _numbers(claim)
    factor = _factor(stated.value, mode)
    spread = _spread(stated_share(stated, mode, is_part=False), mode)
    if factor <= 0:
        return []
    (top_vi, bottom_vi), (top_en, bottom_en) = names_of(claim)
    out = []
    step = min(top.step, bottom.step)
    base, size = bottom.value * scale_of(bottom), top.value * scale_of(top)
    for value, possible, like, vi, en in (
        (base * factor, spread.scaled(base), top, top_vi, top_en),
        (size / factor, _inverse(size, spread), bottom, bottom_vi, bottom_en),
    ):
        shown = _fitting(value / scale_of(like), possible.scaled(1 / scale_of(like)), like)
        if shown is not None:
            finest = like if is_counted(like) else replace(like, step=min(like.step, step))
            said_vi, said_en = with_unit(shown, finest)
            out.append(Told(f"{vi} là {said_vi}", f"{en} were {said_en}"))
    return out


def _factor(percentage: Decimal, mode: RatioMode) -> Decimal:
    share = abs(percentage) / _HUNDRED
    if mode is RatioMode.SHARE:
        return share
    return 1 + share if mode is RatioMode.EXCESS else 1 - share


def _spread(stated: Interval, mode: RatioMode) -> Interval:
    share = stated.scaled(1 / _HUNDRED)
    if mode is RatioMode.SHARE:
        return share
    return share.shifted(Decimal(1)) if mode is RatioMode.EXCESS else (-share).shifted(Decimal(1))


def _inverse(size: Decimal, spread: Interval) -> Interval:
    try:
        return Interval.exactly(size) / spread
    except ZeroDivisionError:
        return Interval(None, None)


def _fitting(value: Decimal, possible: Interval, like: Quantity) -> Decimal | None:
    """The value as it would be printed; of whole things only a whole number that fits."""
    if not is_counted(like):
        return value
    nearest = value.to_integral_value()
    return nearest if possible.contains(nearest) else None
