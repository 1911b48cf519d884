# SPDX-License-Identifier: Apache-2.0
"""One step of the arithmetic as it is printed: «1.390,9/5.208 tỷ đồng = 26,7 %», «(1.000 − 248)/1.000 = 75,2 %».

What is here: numbers with units and the signs between them. Not here: the sentence around (``telling``).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from tiendo.evaluate.exact import to_decimal
from tiendo.evaluate.sentences.places import Places
from tiendo.evaluate.sentences.words import Words
from tiendo.evaluate.verdict import Amount, Forecast, Measured, Operation, Step
from tiendo.kernel.quantity import Qualifier
from tiendo.kernel.units import Dimension, find_unit

_MINUS = " \u2212 "


@dataclass(frozen=True, slots=True)
class Printer:
    """Numbers of one sentence.

    Attributes:
        places: of results; figures are printed to their last digit.
        inner: results that a later step uses.
    """

    words: Words
    places: Places
    inner: frozenset[Amount]
    is_estimate: bool = False

    def number(self, amount: Amount) -> str:
        """The number without hedge and unit."""
        if amount in self.inner:
            return self.words.number(to_decimal(amount.value, self.places.inner), self.places.inner)
        if amount.is_computed or _has_no_end(amount.value):
            return self.rounded(amount.value)
        return self.words.number(to_decimal(amount.value))

    def rounded(self, value: Fraction) -> str:
        """A number with the decimals of the sentence."""
        return self.words.number(to_decimal(value, self.places.usual), self.places.usual)

    def raised(self, value: Fraction) -> str:
        """A number of which there must be at least so much: exact where its decimals end, else rounded up."""
        if not _has_no_end(value):
            return self.words.number(to_decimal(value))
        power = 10**self.places.usual
        return self.words.number(to_decimal(Fraction(ceil(value * power), power)))

    def forecast(self, forecast: Forecast, measured: Measured) -> str:
        """The arithmetic of a forecast: «1.390,9 × 16.141/12.300 = 1.825,24 tỷ đồng», «96,2 + 3,4/3 = 97,33 %»."""
        value = self.number(Amount(measured.value or Fraction(0), measured.unit))
        ahead = self.rounded(forecast.value or Fraction(0)) + self.words.unit(measured.unit)
        if forecast.is_scaled:
            end, at = (self.words.number(to_decimal(number)) for number in (forecast.end, forecast.at))
            return f"{value} × {end}/{at} = {ahead}"
        change = forecast.end - forecast.at
        sign = "+" if change >= 0 else "\u2212"
        return f"{value} {sign} {self.words.number(to_decimal(abs(change)))}/{len(forecast.years)} = {ahead}"

    def amount(self, amount: Amount) -> str:
        """The number with hedge and unit."""
        return f"{self.hedge(amount)}{self.number(amount)}{self.words.unit(amount.unit)}"

    def hedge(self, amount: Amount) -> str:
        """The hedge; what is about right because it is an estimate is called so, once."""
        if self.is_estimate and amount.hedge is Qualifier.ABOUT:
            return self.words.estimate
        return self.words.hedges[amount.hedge]

    def step(self, step: Step) -> str:
        """The step with its result."""
        return f"{self._left(step)} = {self.amount(step.result)}"

    def _left(self, step: Step) -> str:
        a, b = step.operands
        match step.operation:
            case Operation.MINUS:
                return self._difference(a, b)
            case Operation.DECREASE:
                return f"({self._difference(a, b)})/{self._bracketed(a)}"
            case Operation.INCREASE:
                return f"({self._difference(b, a)})/{self._bracketed(a)}"
            case _:
                return f"{self.hedge(a)}{self._fraction(a, b)}"

    def _difference(self, a: Amount, b: Amount) -> str:
        return f"{self.hedge(a)}{self.number(a)}{_MINUS}{self.hedge(b)}{self._bracketed(b)}"

    def _fraction(self, a: Amount, b: Amount) -> str:
        """Both units where they differ or are percentages; else one, behind."""
        last = f"{self.hedge(b)}{self._bracketed(b)}{self.words.unit(b.unit)}"
        if a.unit == b.unit and not _is_percentage(a.unit):
            return f"{self.number(a)}/{last}"
        return f"{self.number(a)}{self.words.unit(a.unit)}/{last}"

    def _bracketed(self, amount: Amount) -> str:
        printed = self.number(amount)
        return f"({printed})" if amount.value < 0 else printed


def _is_percentage(unit: str) -> bool:
    found = find_unit(unit)
    return found is not None and found.dimension in (Dimension.RATIO, Dimension.POINT)


def _has_no_end(value: Fraction) -> bool:
    """Whether the decimals of the number go on for ever."""
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest != 1
