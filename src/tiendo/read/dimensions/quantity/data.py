# SPDX-License-Identifier: Apache-2.0
"""A quantity as it stands in a text, before it is known what it measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from tiendo.kernel.quantity import Qualifier


class UnitClass(StrEnum):
    """What kind of unit stands behind the number."""

    PERCENT = "percent"
    POINT = "point"  # percentage points
    MONEY = "money"
    MEASURE = "measure"
    NOUN = "noun"  # a counted noun of the lexicon
    WORD = "word"  # some other word, taken for a counted noun
    NONE = "none"


# Asked of every number: in Python 3.11 a name of its own costs a sixth of an access through the class.
PERCENT, POINT, MONEY, MEASURE, NOUN, WORD, NONE = UnitClass


#: Names of rules that others ask for.
PLUS, MINUS = "number.plus", "number.minus"


@dataclass(slots=True)
class Mention:
    """A number with its unit. Positions are those of ``Shadow.norm``; fields are filled as rules recognise them.

    Attributes:
        start, end: the quote, from the first digit to the end of the unit.
        number_start, number_end: the digits (of both numbers of n/m or a range).
        value, step: see ``kernel.quantity.Quantity``; unsigned.
        second, second_step: denominator or upper bound.
        hedge_start: where the hedge begins, ``start`` when there is none.
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    step: Decimal
    unit: str = ""
    unit_class: UnitClass = NONE
    second: Decimal | None = None
    second_step: Decimal = Decimal(1)
    is_range: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    hedge_start: int = 0
    is_slip: bool = False
    rules: list[str] = field(default_factory=list)
