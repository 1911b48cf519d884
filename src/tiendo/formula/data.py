# SPDX-License-Identifier: Apache-2.0
"""The parts of a formula, what it comes to, and what can be wrong with one.

What is here: plain frozen data. Not here: reading (``parsing``), units (``measures``), arithmetic (``computing``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tiendo.kernel.interval import Interval


class FormulaError(ValueError):
    """A formula that cannot be used; one sentence per language says what is wrong and what would be right.

    Attributes:
        at: the place in the formula, 0-based; None when it is about the whole.
    """

    def __init__(self, message: str, message_en: str, at: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en
        self.at = at


class CycleError(FormulaError):
    """Formulas that need each other.

    Attributes:
        path: the codes in order, the first one again at the end.
    """

    def __init__(self, path: tuple[str, ...]) -> None:
        arrows = " → ".join(path)
        super().__init__(
            f"Công thức đi vòng: {arrows}; hãy bỏ một mắt xích để mỗi chỉ tiêu chỉ tính từ chỉ tiêu khác.",
            f"The formulas go in a circle: {arrows}; break one link so that each indicator rests on others.",
        )
        self.path = path


class When(StrEnum):
    """Of which period the figure is taken, seen from the period that is computed."""

    NOW = "now"
    SAME_PERIOD = "same_period"  # "cùng kỳ năm trước"
    PREVIOUS = "previous"  # "kỳ trước"


class Sign(StrEnum):
    """The four operations."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


@dataclass(frozen=True, slots=True)
class Constant:
    """A number that stands in the formula: "100", or with its unit "1 [năm]"."""

    value: Fraction
    unit: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """The figure of an indicator: "disbursed", or of another period: "same_period(disbursed)"."""

    code: str
    when: When = When.NOW
    at: int = 0


@dataclass(frozen=True, slots=True)
class Negative:
    """A part with the opposite sign."""

    part: Expression
    at: int = 0


@dataclass(frozen=True, slots=True)
class Calculation:
    """Two parts and what is done with them; ``at`` is the place of the sign."""

    sign: Sign
    left: Expression
    right: Expression
    at: int = 0


Expression = Constant | Name | Negative | Calculation


def names_in(part: Expression) -> Iterator[Name]:
    """The names in a formula, in order, as often as they stand there."""
    match part:
        case Name():
            yield part
        case Negative():
            yield from names_in(part.part)
        case Calculation():
            yield from names_in(part.left)
            yield from names_in(part.right)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in the unit of its indicator.

    Attributes:
        point: as printed, exact.
        reach: the true values that it can have; a hedged figure makes a hedged result.
    """

    point: Fraction
    reach: Interval


class Lack(StrEnum):
    """Why a formula comes to nothing."""

    MISSING = "missing"  # a figure is not there
    ZERO = "zero"  # a divisor is zero, or may be


@dataclass(frozen=True, slots=True)
class Nothing:
    """A formula that came to no value: missing is not zero, and nothing is divided by zero.

    Attributes:
        names: the figures that are missing, or those of which the divisor is made.
    """

    lack: Lack
    names: tuple[Name, ...]
