# SPDX-License-Identifier: Apache-2.0
"""What a formula comes to: exact fractions, hedges kept as ranges; a missing figure and a zero divisor come to nothing.

What is here: parts and figures → a value, or why there is none. Not here: which figures to take (the caller's).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction

from tiendo.formula.data import Calculation, Constant, Expression, Lack, Name, Negative, Nothing, Sign, Value, names_in
from tiendo.formula.measures import scale_of
from tiendo.kernel.interval import Interval

#: Digits of the ends of a range that has no last digit (1/3); they are rounded outward.
_DIGITS = 120
_DOWN, _UP = Context(prec=_DIGITS, rounding=ROUND_FLOOR), Context(prec=_DIGITS, rounding=ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of an indicator, in its unit of measure."""

    value: Value
    measure: str


Lookup = Callable[[Name], "Known | None"]


def exact_value(number: Decimal | Fraction) -> Value:
    """A figure without a hedge."""
    point = Fraction(number)
    return Value(point, _around(point))


def compute(part: Expression, find: Lookup, measure: str) -> Value | Nothing:
    """The value of a formula in the unit of its indicator.

    All missing figures are named at once. A divisor that can be zero within its hedge counts as zero.

    Args:
        find: the figure of a name; None where there is none. A figure that is zero is a figure.
        measure: the unit of measure of the result.

    Examples:
        >>> from tiendo.formula.parsing import parse_formula
        >>> figures = {"insured": Known(exact_value(Fraction(955)), "người"),
        ...            "population": Known(exact_value(Fraction(1)), "nghìn người")}
        >>> compute(parse_formula("insured / population"), lambda name: figures.get(name.code), "%").point
        Fraction(191, 2)
    """
    found: dict[tuple[str, str], Known] = {}
    missing: list[Name] = []
    for name in names_in(part):
        if (name.code, name.when) in found:
            continue
        figure = find(name)
        if figure is None:
            missing.append(name)
        else:
            found[name.code, name.when] = figure
    if missing:
        return Nothing(Lack.MISSING, tuple(missing))
    try:
        value = _compute(part, found)
    except _ZeroDivisorError as error:
        return Nothing(Lack.ZERO, tuple(names_in(error.divisor)))
    return _scaled(value, 1 / scale_of(measure))


class _ZeroDivisorError(ArithmeticError):
    def __init__(self, divisor: Expression) -> None:
        super().__init__()
        self.divisor = divisor


def _compute(part: Expression, figures: dict[tuple[str, str], Known]) -> Value:
    """The value in base units."""
    match part:
        case Constant():
            return exact_value(part.value * (scale_of(part.unit) if part.unit else 1))
        case Name():
            figure = figures[part.code, part.when]
            return _scaled(figure.value, scale_of(figure.measure))
        case Negative():
            value = _compute(part.part, figures)
            return Value(-value.point, -value.reach)
        case Calculation():
            return _operate(part, _compute(part.left, figures), _compute(part.right, figures))


def _operate(part: Calculation, left: Value, right: Value) -> Value:
    match part.sign:
        case Sign.PLUS:
            return Value(left.point + right.point, left.reach + right.reach)
        case Sign.MINUS:
            return Value(left.point - right.point, left.reach - right.reach)
        case Sign.TIMES:
            return Value(left.point * right.point, left.reach * right.reach)
        case Sign.OVER:
            if not right.point or right.reach.contains(Decimal(0)):
                raise _ZeroDivisorError(part.right)
            return Value(left.point / right.point, left.reach / right.reach)


def _scaled(value: Value, factor: Fraction) -> Value:
    return value if factor == 1 else Value(value.point * factor, value.reach * _around(factor))


def _around(number: Fraction) -> Interval:
    """The number as a range: one point where it has a last digit."""
    top, bottom = Decimal(number.numerator), Decimal(number.denominator)
    return Interval(_DOWN.divide(top, bottom), _UP.divide(top, bottom))
