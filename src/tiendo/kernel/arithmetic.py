# SPDX-License-Identifier: Apache-2.0
"""What the arithmetic of a claim comes to, and what its print allows, as intervals.

What is here: the check itself. Not here: how a claim is found (``read``) and how a problem is told (``verify``).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.kernel.interval import Interval
from tiendo.kernel.quantity import PUBLISHED_SLACK, Qualifier, Quantity
from tiendo.kernel.records import record
from tiendo.kernel.units import Dimension, find_unit

# Asked of every figure: in Python 3.11 a name of its own costs a tenth of an access through the class.
_EXACT, _ABOUT, _OVER = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.OVER
_SHARE, _EXCESS = RatioMode.SHARE, RatioMode.EXCESS
_RATIO, _SUM, _TALLY = ClaimType.RATIO, ClaimType.SUM, ClaimType.TARGET_TALLY
_COUNT = Dimension.COUNT
_HUNDRED = Decimal(100)
_TWO_PLACES = Decimal("0.01")
#: A plain round figure ("39.500 tỷ") may have been rounded by the writer without a hedge; by no more than this part.
#: House rule, ADR 0003.
ROUND_REACH = Decimal("0.005")
_ROUND_GROWTH = Decimal(5)  # "tăng 150%" of what more than doubled is told to the next ten
_ROUND_DIGITS = 2  # zeros at the end that make a figure round


@record
class Check:
    """The outcome of a check.

    Attributes:
        computed: the values that follow from the operands, in the unit of the stated one (per cent for ratios).
        stated: the values that the stated figure stands for.
        point: the value computed from the figures as printed.
        is_possible: some value within the printed precision makes the claim right.
    """

    computed: Interval
    stated: Interval
    point: Decimal
    is_possible: bool


def scale_of(quantity: Quantity) -> Decimal:
    """Size of the unit in the base unit of its dimension; 1 when the unit is not known."""
    unit = find_unit(quantity.unit)
    return Decimal(1) if unit is None else unit.scale


def is_counted(quantity: Quantity) -> bool:
    """Whether the figure counts whole things to the last one."""
    unit = find_unit(quantity.unit)
    if unit is None or unit.dimension is not _COUNT or unit.per or unit.scale != 1:
        return False
    return quantity.step == 1 and quantity.value == quantity.value.to_integral_value()


def is_percentage(quantity: Quantity) -> bool:
    """Whether the figure is a percentage or a number of percentage points."""
    unit = find_unit(quantity.unit)
    return unit is not None and unit.dimension in (Dimension.RATIO, Dimension.POINT) and unit.scale < 1


def values_of(quantity: Quantity, *, is_loose: bool = False) -> Interval:
    """The true values of a printed figure in the base unit of its dimension.

    Args:
        is_loose: running text, in which a round figure may be rounded without a word.
    """
    is_whole = is_counted(quantity)
    if quantity.qualifier is _ABOUT:  # "ước 6.045 tỷ" is an estimate of 6.045, not of anything near 6.000
        found = quantity.usual_interval(is_counted=is_whole)
    else:
        found = quantity.interval(is_counted=is_whole)
    if quantity.qualifier is _OVER:  # "trên 17 xã" of 17 is careless at most, and often "trên" is "on"
        found = replace(found, is_low_open=False, is_high_open=False)
    if is_loose and quantity.qualifier is _EXACT:
        slack = _looseness(quantity)
        found = found.widened(slack) if slack else found
    scale = scale_of(quantity)
    return found if scale == 1 else found.scaled(scale)


def _looseness(quantity: Quantity) -> Decimal:
    count = int(abs(quantity.value) / quantity.step)
    place, zeros = quantity.step, 0
    while count and count % 10 == 0:
        count, zeros, place = count // 10, zeros + 1, place * 10
    if zeros < _ROUND_DIGITS:
        return Decimal(0)
    return min(place / 2, abs(quantity.value) * ROUND_REACH)


def stated_share(quantity: Quantity, mode: RatioMode, *, is_part: bool, is_loose: bool = False) -> Interval:
    """The percentages that a printed percentage stands for.

    Args:
        is_part: a part of a whole; official tables print the complement of a cut figure there.
        is_loose: running text, in which a growth above 100 % is told to the next ten.
    """
    per_cent = scale_of(quantity) * _HUNDRED
    size = Quantity(abs(quantity.value) * per_cent, "%", quantity.step * per_cent, quantity.qualifier)
    found = size.interval()
    if size.qualifier is not _EXACT:
        return found.widened(size.step / 2)  # the figure was rounded before the hedge was set
    if is_loose and mode is _EXCESS and size.value >= _HUNDRED and size.step == 1 and size.value % 10 == 0:
        return found.widened(_ROUND_GROWTH)
    if mode is _SHARE and is_part and size.step <= _TWO_PLACES:
        return found.widened(PUBLISHED_SLACK)
    return found


def _one(claim: Claim, role: str) -> Operand:
    return next(operand for operand in claim.operands if operand.role == role)


def _all(claim: Claim, role: str) -> list[Operand]:
    return [operand for operand in claim.operands if operand.role == role]


def _percentage(mode: RatioMode, numerator: Interval, denominator: Interval) -> Interval:
    share = (numerator / denominator).scaled(_HUNDRED)
    if mode is _SHARE:
        return share
    if mode is _EXCESS:
        return share.shifted(-_HUNDRED)
    return (-share).shifted(_HUNDRED)


def ratio_point(mode: RatioMode, numerator: Quantity, denominator: Quantity) -> Decimal:
    """The percentage that the figures as printed give."""
    top, bottom = numerator.value * scale_of(numerator), denominator.value * scale_of(denominator)
    share = top / bottom * _HUNDRED
    if mode is _SHARE:
        return share
    return share - _HUNDRED if mode is _EXCESS else _HUNDRED - share


def check_ratio(claim: Claim, *, is_strict: bool = False) -> Check:
    """A stated percentage against numerator and denominator."""
    top, bottom, stated = (_one(claim, role).quantity for role in ("numerator", "denominator", "stated"))
    mode = claim.mode or _SHARE
    is_loose = claim.cell is None and not is_strict
    computed = _percentage(mode, values_of(top, is_loose=is_loose), values_of(bottom))
    is_part = is_counted(top) and is_counted(bottom) and abs(top.value) <= abs(bottom.value)
    said = stated_share(stated, mode, is_part=is_part, is_loose=is_loose)
    return Check(computed, said, ratio_point(mode, top, bottom), computed.overlaps(said))


def check_sum(claim: Claim, *, is_strict: bool = False) -> Check:
    """Parts against their total: equal when the list is complete, else not above it."""
    total, parts = _one(claim, "total").quantity, [part.quantity for part in _all(claim, "part")]
    is_loose = claim.cell is None and not is_strict
    computed = Interval.exactly(0)
    for part in parts:
        computed += values_of(part, is_loose=is_loose)
    said = values_of(total, is_loose=is_loose)
    point = sum((part.value * scale_of(part) for part in parts), Decimal(0))
    is_possible = computed.overlaps(said) if claim.is_exhaustive else not said.is_below(computed)
    return Check(computed, said, point, is_possible)


def check_difference(claim: Claim, *, is_strict: bool = False) -> Check:
    """Two levels against the stated change; between percentages the change may be in points or in per cent."""
    before, after, change = (_one(claim, role).quantity for role in ("from", "to", "change"))
    is_loose = claim.cell is None and not is_strict
    start, end = values_of(before, is_loose=is_loose), values_of(after, is_loose=is_loose)
    computed, said = end - start, values_of(change)
    if change.qualifier is not _EXACT:
        said = said.widened(change.step * scale_of(change) / 2)
    point = after.value * scale_of(after) - before.value * scale_of(before)
    is_possible = computed.overlaps(said)
    unit = find_unit(change.unit)
    if not is_possible and is_percentage(before) and unit is not None and unit.dimension is Dimension.RATIO:
        relative = (end / start).shifted(Decimal(-1))
        is_possible = relative.overlaps(said)
    return Check(computed, said, point, is_possible)


def check_tally(claim: Claim, *, is_strict: bool = False) -> Check:
    """Targets by status against their number: not above it."""
    total = _one(claim, "total").quantity
    parts = [operand.quantity for operand in claim.operands if operand.role != "total"]
    point = sum((part.value for part in parts), Decimal(0))
    computed = Interval.exactly(0)
    for part in parts:
        computed += values_of(part)
    said = values_of(total)
    return Check(computed, said, point, not said.is_below(computed))


def check_enumeration(claim: Claim, *, is_strict: bool = False) -> Check:
    """A stated number of items against those that are named."""
    count, items = _one(claim, "count").quantity, _one(claim, "items").quantity
    computed, said = values_of(items), values_of(count)
    return Check(computed, said, items.value, computed.overlaps(said))


def _part_of_one(share: Quantity, *, is_part: bool) -> Interval:
    """What a printed share of a whole stands for, with the leeway of official tables: 0,02 beside 99,98."""
    return stated_share(share, _SHARE, is_part=is_part).scaled(1 / _HUNDRED)


def check_implied_base(claim: Claim, *, is_strict: bool = False) -> Check:
    """Counts with their shares: all must come from one base."""
    counts, shares = _all(claim, "count"), _all(claim, "share")
    bases = [
        values_of(count.quantity) / _part_of_one(share.quantity, is_part=is_counted(count.quantity))
        for count, share in zip(counts, shares, strict=True)
    ]
    common = bases[0]
    for base in bases[1:]:
        common = common.intersection(base)
    first = counts[0].quantity.value / (shares[0].quantity.value * scale_of(shares[0].quantity))
    return Check(bases[0], bases[-1], first, not common.is_empty)


def judge_quickly(claim: Claim) -> bool | None:
    """Whether a ratio or sum of unhedged figures plainly holds, or plainly cannot; None where only ``check`` can tell.

    Most claims are plain, and this takes a hundredth of the time of interval arithmetic.
    """
    if any(operand.quantity.qualifier is not _EXACT for operand in claim.operands):
        return None
    if claim.type is _RATIO:
        return _judge_ratio(claim)
    if claim.type is _SUM:
        return _judge_sum(claim)
    if claim.type is _TALLY:
        total, *parts = (operand.quantity.value for operand in claim.operands)
        return True if sum(parts, Decimal(0)) <= total else None  # counted to the last one, or to the next ten
    return None


def _judge_ratio(claim: Claim) -> bool | None:
    top, bottom, stated = (_one(claim, role).quantity for role in ("numerator", "denominator", "stated"))
    if not bottom.value or not top.value:
        return None
    mode = claim.mode or _SHARE
    point = ratio_point(mode, top, bottom)
    per_cent = scale_of(stated) * _HUNDRED
    missed, step = abs(point - abs(stated.value) * per_cent), stated.step * per_cent
    if missed <= step / 2:
        return True
    share = abs(ratio_point(_SHARE, top, bottom))
    loose = abs(top.step / top.value) + abs(bottom.step / bottom.value) + 2 * ROUND_REACH
    return False if missed > (step + share * loose + PUBLISHED_SLACK + _ROUND_GROWTH) * 2 else None


def _judge_sum(claim: Claim) -> bool | None:
    total, parts = _one(claim, "total").quantity, [part.quantity for part in _all(claim, "part")]
    size = total.value * scale_of(total)
    missed = sum((part.value * scale_of(part) for part in parts), Decimal(0)) - size
    if not missed:
        return True
    if missed < 0 and not claim.is_exhaustive:
        return True
    steps = sum((part.step * scale_of(part) for part in (*parts, total)), Decimal(0))
    return False if abs(missed) > (steps + abs(size) * 2 * ROUND_REACH) * 2 else None


_CHECKS = {
    ClaimType.RATIO: check_ratio,
    ClaimType.SUM: check_sum,
    ClaimType.DIFFERENCE: check_difference,
    ClaimType.TARGET_TALLY: check_tally,
    ClaimType.ENUMERATION: check_enumeration,
    ClaimType.IMPLIED_BASE: check_implied_base,
}


def check(claim: Claim, *, is_strict: bool = False) -> Check:
    """Whether the claim can hold within its printed precision.

    Args:
        is_strict: a round figure of running text is taken to its last printed place too.

    Raises:
        ZeroDivisionError: a base that can be nothing but zero.
        StopIteration: an operand that this type of claim needs is missing.
    """
    return _CHECKS[claim.type](claim, is_strict=is_strict)
