# SPDX-License-Identifier: Apache-2.0
"""From a figure to the value that is judged, in the unit of the plan.

What is here: plain values, printed ranges, quotients with their parts. Not here: changes (``changes``).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tiendo.evaluate.data import Figure
from tiendo.evaluate.exact import Reach, values_of
from tiendo.evaluate.families.question import CannotJudgeError
from tiendo.evaluate.verdict import Amount, Measured, Operation, Reason, Step
from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import UnitError, convert


def measure(figure: Figure, unit: str) -> tuple[Measured, tuple[Step, ...]]:
    """The value of a figure in the unit, with the step that leads to it.

    Raises:
        CannotJudgeError: another kind of unit, an answer in place of a number, a denominator of zero.
    """
    if figure.numerator is not None and figure.denominator is not None:
        return _measure_quotient(figure.numerator, figure.denominator, unit)
    quantity = in_unit(figure.quantity, unit)
    if figure.upper is not None:
        upper = in_unit(figure.upper, unit)
        return Measured(None, Reach.of(values_of(quantity).hull(values_of(upper))), unit), ()
    return Measured(Fraction(quantity.value), Reach.of(values_of(quantity)), unit, quantity.qualifier), ()


def in_unit(quantity: Quantity | None, unit: str) -> Quantity:
    """The quantity in another unit.

    Raises:
        CannotJudgeError: there is no quantity, or the units do not measure the same thing.
    """
    if quantity is None:
        raise CannotJudgeError(Reason.WRONG_FORM)
    if quantity.unit == unit:
        return quantity
    try:
        return convert(quantity, unit)
    except UnitError:
        raise CannotJudgeError(Reason.UNITS_DIFFER) from None


def _measure_quotient(top: Quantity, bottom: Quantity, unit: str) -> tuple[Measured, tuple[Step, ...]]:
    if bottom.value <= 0:
        raise CannotJudgeError(Reason.DENOMINATOR_ZERO)
    factor = Fraction(scale_of(top)) / Fraction(scale_of(bottom)) / Fraction(scale_of(Quantity(Decimal(1), unit)))
    value = Fraction(top.value) / Fraction(bottom.value) * factor
    if bottom.qualifier is Qualifier.EXACT:
        reach = Reach.of(values_of(top)).mapped(factor / Fraction(bottom.value), Fraction(0))
        hedge = top.qualifier
    else:
        reach = Reach.of(values_of(top) / values_of(bottom)).mapped(factor, Fraction(0))
        hedge = Qualifier.ABOUT
    step = Step(Operation.QUOTIENT, (Amount.of(top), Amount.of(bottom)), Amount(value, unit, hedge, is_computed=True))
    return Measured(value, reach, unit, hedge), (step,)
