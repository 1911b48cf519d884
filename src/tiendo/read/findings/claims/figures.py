# SPDX-License-Identifier: Apache-2.0
"""The measurements of running text at their places in the normal form, sentence by sentence.

Not here: what they say of each other (``roles``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tiendo.kernel.findings import Measurement, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import Dimension, Unit, find_unit
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.words import FAMILIES

_PER = re.compile(r"\s?/\s?[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement in the text. ``start`` and ``end`` are positions of ``Shadow.norm``.

    Attributes:
        is_rate: something is told per something else in words the unit does not hold ("480 người/km²").
    """

    start: int
    end: int
    sentence: int
    measurement: Measurement
    is_rate: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether it is one amount: no percentage, fraction, range, rate or multiple."""
        found = self.measurement
        return not (self.is_percent or self.is_rate or found.second is not None or self.is_multiple)

    @property
    def quantity(self) -> Quantity:
        """The first (or only) number."""
        return self.measurement.quantity

    @property
    def is_fraction(self) -> bool:
        """Whether it is written n/m."""
        return self.measurement.second is not None and not self.measurement.is_range

    @property
    def is_percent(self) -> bool:
        """Whether its unit is per cent, per mille or percentage points."""
        unit = find_unit(self.quantity.unit)
        return unit is not None and unit.dimension in (Dimension.RATIO, Dimension.POINT) and unit.scale < 1

    @property
    def is_point(self) -> bool:
        """Whether it counts percentage points."""
        unit = find_unit(self.quantity.unit)
        return unit is not None and unit.dimension is Dimension.POINT

    @property
    def is_multiple(self) -> bool:
        """Whether it is told as so many times."""
        return self.measurement.unit == "lần"

    def operand(self, role: str) -> Operand:
        """Its first number in a claim."""
        return Operand(role, self.quantity, span=self.measurement.span)

    def level(self, role: str) -> Operand:
        """Its first number as an amount that there is: never below zero, whatever change the reader took it for."""
        quantity = self.quantity
        if quantity.value < 0 and not self.is_percent:
            quantity = replace(quantity, value=-quantity.value)
        return Operand(role, quantity, span=self.measurement.span)

    def second_operand(self, role: str) -> Operand:
        """The denominator in a claim."""
        assert self.measurement.second is not None  # noqa: S101 - callers look at is_fraction first
        second = self.measurement.second
        return Operand(role, replace(second, value=abs(second.value)), span=self.measurement.span)


def place_figures(scan: Scan, measurements: Sequence[Measurement]) -> list[Figure]:
    """The measurements of the text in order; ranges and those of cells are left out."""
    back = scan.shadow.back
    out = []
    for found in measurements:
        if found.span is None:
            continue
        start, end = found.span.start, found.span.end
        if back is not None:
            start, end = bisect_left(back, start), bisect_left(back, end)
        is_rate = _PER.match(scan.shadow.norm, end) is not None
        out.append(Figure(start, end, scan.sentence_index(start), found, is_rate))
    out.sort(key=lambda figure: figure.start)
    return out


@lru_cache(maxsize=2048)
def _same(one: str, other: str) -> int:
    """2: amounts of one thing; 1: counts of things that may be parts of each other; 0: not to be added."""
    a, b = find_unit(one), find_unit(other)
    if a is None or b is None or a.dimension is not b.dimension:
        return 0
    if a.dimension is not Dimension.COUNT:
        return 2 if len(a.per) == len(b.per) and (a.dimension is not Dimension.RATIO or a.scale == b.scale) else 0
    return _same_noun(a, b, one, other)


def _same_noun(a: Unit, b: Unit, one: str, other: str) -> int:
    left, right = a.noun.replace(",", "").split(), b.noun.replace(",", "").split()
    if len(a.per) != len(b.per) or not left or not right:
        return 0
    short, long = sorted((left, right), key=len)
    if long[: len(short)] == short:
        return 2
    return 1 if any(one in family and other in family for family in FAMILIES) else 0


def is_same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be compared: money with money, hộ with hộ nghèo."""
    return _same(one.unit, other.unit) == 2  # noqa: PLR2004


def is_kindred(one: Quantity, other: Quantity) -> bool:
    """Whether one can be a part of the other: also xã of đơn vị hành chính."""
    return _same(one.unit, other.unit) > 0
