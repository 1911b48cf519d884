# SPDX-License-Identifier: Apache-2.0
"""Exact numbers inside an engine: whole numbers of at most 38 digits, and quotients of two of them.

What is here: figures as whole numbers, products compared crosswise. Not here: which numbers are compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

WHOLE = dt.Decimal(38, 0)
MOST_DIGITS = 38
#: Products below this have room for the sum of a few of them.
ROOM = 1e36


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
    own = int(kind.scale or 0)
    precision = int(kind.precision or MOST_DIGITS)
    if precision + scale > MOST_DIGITS:
        limit = 10.0 ** (MOST_DIGITS - 2 - own - scale)
        number = (number.cast("float64").abs() < limit).ifelse(number, ibis.null(kind))
    return (number * 10**scale).cast(WHOLE) if scale else number.cast(WHOLE)


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
