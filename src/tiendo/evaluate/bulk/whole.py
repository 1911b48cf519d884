# SPDX-License-Identifier: Apache-2.0
"""Exact numbers inside an engine: whole numbers of at most 38 digits, and quotients of two of them.

What is here: figures as whole numbers, products compared crosswise. Not here: which numbers are compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

WHOLE = dt.Decimal(38, 0)
MOST_DIGITS = 38
#: Products below this have room for the sum of a few of them.
ROOM = 1e36
#: What DuckDB keeps in a machine word. Losing decimals costs it a hundred times as much in wider numbers, and a product
#: of two narrow ones is an error when it has more digits.
_NARROW_DIGITS = 18


def constant(number: int) -> ir.Value:
    """A whole number."""
    return ibis.literal(number, WHOLE)


def nothing() -> ir.Value:
    """No number."""
    return ibis.null(WHOLE)


def to_whole(number: ir.Value, scale: int) -> ir.Value:
    """The number times ten to the scale; null where that has too many digits.

    Args:
        scale: at least the decimals of its type.
    """
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


def size(number: ir.Value) -> ir.Value:
    """Roughly how large it is, for asking whether a product has room; never for a decision about a figure."""
    return number.cast("float64").abs()


def real_bottom(number: ir.Value) -> ir.Value:
    """What is divided by; null for zero, which one engine refuses and the other does not."""
    return number.cast("float64").nullif(0.0)


@dataclass(frozen=True, slots=True)
class Quotient:
    """A number as top over bottom, bottom above zero."""

    top: ir.Value
    bottom: ir.Value

    def to_real(self, scale: int) -> ir.Value:
        """The number divided by ten to the scale, for people and files."""
        return self.top.cast("float64") / real_bottom(self.bottom) / 10.0**scale
