# SPDX-License-Identifier: Apache-2.0
"""Exact numbers inside an engine: whole numbers of at most 38 digits, and quotients of two of them.

What is here: figures as whole numbers, room for products. Not here: which numbers are compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from tiendo.evaluate.bulk.partial import WHOLE, YES, Kind, Seen, Value, constant, lift, null, real

MOST_DIGITS = 38
#: Products below this have room for the sum of a few of them.
ROOM = 1e36
#: What DuckDB keeps in a machine word. Losing decimals costs it a hundred times as much in wider numbers, and a product
#: of two narrow ones is an error when it has more digits.
_NARROW_DIGITS = 18
#: No period is as long, in months or in days.
_LONGEST = 2**30


def nothing() -> Value:
    """No number."""
    return null(Kind.WHOLE)


def count(number: Value) -> Value:
    """Months or days as a whole number."""
    if number.is_null or number.kind is Kind.WHOLE:
        return number if number.kind is Kind.WHOLE else nothing()
    return Value(
        Kind.WHOLE, lambda given: given.cast("int64"), [number], Seen(most=_LONGEST, is_never_null=number.is_never_null)
    )


def to_whole(number: Value, scale: int) -> Value:
    """The number times ten to the scale; null where that has too many digits.

    Args:
        number: a decimal or a whole number as a table has it.
        scale: at least the decimals of its type.
    """
    if number.is_null:
        return nothing()
    most = None if number.most is None else number.most * 10**scale
    seen = Seen(most=most, is_never_null=number.is_never_null and most is not None)
    return Value(Kind.WHOLE, _scaling(scale, most), [number], seen)


def _scaling(scale: int, most: int | None) -> Callable[[ir.Value], ir.Value]:
    if most is None or most >= 10 ** (MOST_DIGITS - 2):
        return lambda number: _scale_checked(number, scale)
    return lambda number: _scale_known(number, scale, most)


def _scale_known(number: ir.Value, scale: int, most: int) -> ir.Value:
    """Where no number is larger than that after scaling."""
    kind = number.type()
    own = int(kind.scale or 0) if kind.is_decimal() else 0
    target = dt.int64 if constant(most).is_narrow else WHOLE
    if not scale or not kind.is_decimal():
        return number.cast(target) * 10**scale if scale else number.cast(target)
    for width in (_NARROW_DIGITS, MOST_DIGITS):
        if most * 10**own < 10 ** (width - 1):
            return (number.cast(dt.Decimal(width, own)) * 10**scale).cast(target)
    return _scale_checked(number, scale).cast(target)


def _scale_checked(number: ir.Value, scale: int) -> ir.Value:
    kind = number.type()
    if not kind.is_decimal():
        number = number.cast(WHOLE)
    own = int(number.type().scale or 0)
    if not scale:
        return number.cast(WHOLE)
    wide = (_if_below(number, MOST_DIGITS - 2 - own - scale, MOST_DIGITS) * 10**scale).cast(WHOLE)
    if own + scale >= _NARROW_DIGITS:
        return wide
    narrow = (_if_below(number, _NARROW_DIGITS - own - scale, _NARROW_DIGITS) * 10**scale).cast(WHOLE)
    return narrow.coalesce(wide)


def _if_below(number: ir.Value, digits: int, width: int) -> ir.Value:
    """The number in so many digits, or nothing where it has more than so many before its point."""
    own = int(number.type().scale or 0)
    limit, least = (ibis.literal(sign * Decimal(10) ** digits, dt.Decimal(MOST_DIGITS, own)) for sign in (1, -1))
    is_below = (number < limit) & (number > least)
    return is_below.ifelse(number, ibis.null(number.type())).try_cast(dt.Decimal(width, own))


def size(number: Value) -> Value:
    """Roughly how large it is, for asking whether a product has room; never for a decision about a figure."""
    return number.to_real().abs()


def has_room(size: Value) -> Value:
    """Whether a number of this size has room; what is not there has."""
    if size.is_null or (size.most is not None and size.most < ROOM):
        return YES
    return (size < ROOM).coalesce(YES)


def real_bottom(number: Value) -> Value:
    """What is divided by; null for zero, which one engine refuses and the other does not."""
    if number.is_constant and number.constant:
        return real(float(number.constant))
    return _maybe_null(Kind.REAL, lambda given: given.nullif(0.0), number.to_real())


def divide(top: Value, bottom: Value) -> Value:
    """A number for people; null where the bottom is zero."""
    top, bottom = top.to_real(), real_bottom(bottom)
    if top.is_null or bottom.is_null:
        return null(Kind.REAL)
    if bottom.is_constant and bottom.constant == 1.0:
        return top
    return lift(Kind.REAL, lambda one, two: one / two, top, bottom)


def _maybe_null(kind: Kind, make: Callable[..., ir.Value], *parts: Value) -> Value:
    return null(kind) if any(part.is_null for part in parts) else Value(kind, make, parts)


@dataclass(frozen=True, slots=True)
class Quotient:
    """A number as top over bottom, bottom above zero."""

    top: Value
    bottom: Value

    def to_real(self, scale: int) -> Value:
        """The number divided by ten to the scale, for people and files."""
        if isinstance(self.bottom.constant, int) and self.bottom.constant < 10**12:
            return divide(self.top, constant(self.bottom.constant * 10**scale))
        return divide(divide(self.top, self.bottom), constant(10**scale))
