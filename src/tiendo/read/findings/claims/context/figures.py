# SPDX-License-Identifier: Apache-2.0
"""The measurements of running text at their places in the normal form, sentence by sentence.

Not here: what they say of each other (``roles``).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Measurement, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.records import record
from tiendo.kernel.units import Dimension, find_unit
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.words import FAMILIES

_WORLDS_APART = 1000
_PER = re.compile(r"\s?/\s?[^\W\d_]")
_RATE = re.compile(r"\s?/\s?[^\W\d_]|\s(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng)(?!\w)")


class Kinship(IntEnum):
    """How two figures may stand together in arithmetic."""

    NONE = 0
    KIN = 1  # counts of things of which one can be a part of the other: xã of đơn vị hành chính
    SAME = 2  # amounts of one thing


# Asked of every pair of figures: in Python 3.11 a name of its own costs a tenth of an access through the class.
_NONE, _, _SAME = Kinship


@record
class Figure:
    """A measurement in the text. ``start`` and ``end`` are positions of ``Shadow.norm``.

    Attributes:
        quantity: its first (or only) number.
        is_percent: its unit is per cent, per mille or percentage points; ``is_point``: only these.
        is_multiple: it is told as so many times.
        is_fraction: it is written n/m, and is no rate ("50 nghìn đồng/1 triệu đồng/ngày").
        is_amount: it is one amount: no percentage, fraction, range, multiple, and nothing told per something else in
            words the unit does not hold ("480 người/km²").
        size: its first number in the base unit of its dimension, never below zero.
    """

    start: int
    end: int
    sentence: int
    measurement: Measurement
    quantity: Quantity
    is_percent: bool
    is_point: bool
    is_multiple: bool
    is_fraction: bool
    is_amount: bool
    size: Decimal

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


def _is_fraction(found: Measurement) -> bool:
    """Whether n/m is a part of a whole; two numbers that are worlds apart were not told in one unit."""
    if found.second is None or found.is_range:
        return False
    return abs(found.quantity.value) <= abs(found.second.value) * _WORLDS_APART or not found.second.value


def make_figure(norm: str, start: int, end: int, sentence: int, found: Measurement) -> Figure:
    """A measurement at its place in the normal form."""
    is_percent, is_point = _shape(found.quantity.unit)
    is_multiple = found.quantity.unit == "lần"
    is_plain = found.second is None and not (is_percent or is_multiple)
    has_slash = "/" in norm[end : end + 2]
    return Figure(
        start,
        end,
        sentence,
        found,
        found.quantity,
        is_percent,
        is_point,
        is_multiple,
        is_fraction=_is_fraction(found) and _RATE.match(norm, end) is None,
        is_amount=is_plain and not (has_slash and _PER.match(norm, end) is not None),
        size=abs(found.quantity.value) * scale_of(found.quantity),
    )


class Figures:
    """The measurements of the text in order; each is made a figure when it is asked for: a text may hold very many."""

    __slots__ = ("_found", "_scan", "ends", "starts")

    def __init__(self, scan: Scan, measurements: Iterable[Measurement]) -> None:
        self._scan = scan
        self._found = [found for found in measurements if found.span is not None]  # those of cells are left out
        spans = [found.span for found in self._found if found.span is not None]
        starts, ends = [span.start for span in spans], [span.end for span in spans]
        back = scan.shadow.back
        if back is not None:
            starts, ends = [bisect_left(back, at) for at in starts], [bisect_left(back, at) for at in ends]
        #: Where they begin and end in the normal form.
        self.starts, self.ends = array("q", starts), array("q", ends)
        self._put_in_order()

    def _put_in_order(self) -> None:
        starts = self.starts
        if any(one > other for one, other in pairwise(starts)):
            order = sorted(range(len(starts)), key=starts.__getitem__)
            self._found = [self._found[i] for i in order]
            self.starts, self.ends = array("q", [starts[i] for i in order]), array("q", [self.ends[i] for i in order])

    def __getitem__(self, number: int) -> Figure:
        start = self.starts[number]
        sentence = self._scan.sentence_index(start)
        return make_figure(self._scan.shadow.norm, start, self.ends[number], sentence, self._found[number])

    def __iter__(self) -> Iterator[Figure]:
        norm, sentence_index = self._scan.shadow.norm, self._scan.sentence_index
        for start, end, found in zip(self.starts, self.ends, self._found, strict=True):
            yield make_figure(norm, start, end, sentence_index(start), found)

    def at(self, start: int) -> Figure | None:
        """The figure that was read at a place."""
        number = bisect_left(self.starts, start)
        return self[number] if number < len(self.starts) and self.starts[number] == start else None

    def between(self, start: int, end: int) -> Iterator[Figure]:
        """Those that begin in a range."""
        for number in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            yield self[number]


@lru_cache(maxsize=2048)
def _shape(unit: str) -> tuple[bool, bool]:
    """Whether a unit is a percentage or a number of points, and whether it is the latter."""
    found = find_unit(unit)
    if found is None:
        return False, False
    is_point = found.dimension is Dimension.POINT
    return is_point or (found.dimension is Dimension.RATIO and found.scale < 1), is_point


@lru_cache(maxsize=4096)
def find_kinship(one: str, other: str) -> Kinship:
    """How figures in two units may stand together."""
    a, b = find_unit(one), find_unit(other)
    if a is None or b is None or a.dimension is not b.dimension or a.per != b.per:
        return _NONE
    if a.dimension is Dimension.COUNT:
        return _of_nouns(a.noun, b.noun, one, other)
    return _SAME if a.dimension is not Dimension.RATIO or a.scale == b.scale else _NONE


def _of_nouns(a: str, b: str, one: str, other: str) -> Kinship:
    left, right = a.replace(",", "").split(), b.replace(",", "").split()
    if not left or not right:
        return _NONE
    short, long = sorted((left, right), key=len)
    if long[: len(short)] == short:
        return _SAME
    if long[0] == "lượt" and long[1 : len(short) + 1] == short:
        return Kinship.KIN  # visits and those who came: parts of a total are told so, but neither measures the other
    return Kinship.KIN if any(one in family and other in family for family in FAMILIES) else _NONE


def is_same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be compared: money with money, hộ with hộ nghèo."""
    return find_kinship(one.unit, other.unit) is _SAME


def is_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether one can be the base of the other: also công chức of người, triệu đồng/năm of triệu đồng."""
    if find_kinship(one.unit, other.unit) is not _NONE:
        return True
    a, b = find_unit(one.unit), find_unit(other.unit)
    if a is None or b is None or a.dimension is not b.dimension or a.dimension is Dimension.COUNT:
        return False
    return not a.per or not b.per


def is_kindred(one: Quantity, other: Quantity) -> bool:
    """Whether one can be a part of the other: also xã of đơn vị hành chính."""
    return find_kinship(one.unit, other.unit) is not _NONE
