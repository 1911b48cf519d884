# SPDX-License-Identifier: Apache-2.0
"""A column and what is known of it: whether it is constant, which texts it can be, how large, whether it can be null.

What is here: values, tests, choices, sums and products, and what follows for the result. Not here: stages (``rows``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

WHOLE = dt.Decimal(38, 0)
#: Whole numbers below this are kept in a machine word.
NARROW = 2**62
#: More texts than this are not remembered.
_MOST_TEXTS = 200


class Kind(StrEnum):
    """What a value is."""

    TEXT = "string"
    TRUTH = "boolean"
    REAL = "float64"
    WHOLE = "whole"
    OTHER = "other"  # decimals as read, dates, lists: only lifted functions of the engine take them


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a column.

    Attributes:
        texts: all that occur beside null; None: unknown.
        most: no number in it is larger, by size; None: unknown.
    """

    texts: frozenset[str] | None = None
    most: int | None = None
    is_never_null: bool = False
    is_always_null: bool = False


UNKNOWN = Seen()
Constant = str | bool | float | int | None


class Value:
    """A value of every row.

    Attributes:
        kind, type: ``type`` is that of the engine; of a whole number the widest.
        texts, most, is_never_null: as in ``Seen``.
        is_constant, constant: None stands for null.
        name: of the column in the stage below, when it is one.
        parts: the values it is made of.
    """

    __slots__ = ("_built", "_make", "constant", "is_constant", "is_never_null", "kind", "most", "name", "parts",
                 "texts", "type")  # fmt: skip

    def __init__(
        self, kind: Kind, make: Callable[..., ir.Value], parts: Sequence[Value] = (), seen: Seen = UNKNOWN
    ) -> None:
        self.kind, self.parts, self._make = kind, tuple(parts), make
        self.texts, self.most, self.is_never_null = seen.texts, seen.most, seen.is_never_null
        self.type: dt.DataType = WHOLE if kind is Kind.WHOLE else dt.dtype(_TYPES[kind])
        self.is_constant = False
        self.constant: Constant = None
        self.name: str | None = None
        self._built: tuple[ir.Table, ir.Value] | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it is a whole number of a machine word."""
        return self.kind is Kind.WHOLE and self.most is not None and self.most < NARROW

    @property
    def is_null(self) -> bool:
        """Whether it is nothing but null."""
        return self.is_constant and self.constant is None

    def seen(self) -> Seen:
        """What is known of it."""
        return Seen(self.texts, self.most, self.is_never_null, self.is_null)

    def at(self, table: ir.Table) -> ir.Value:
        """The expression over the stage below."""
        if self._built is None or self._built[0] is not table:
            made = self._make(*(part.at(table) for part in self.parts)) if self.name is None else table[self.name]
            self._built = table, made
        return self._built[1]

    def names(self) -> Iterator[str]:
        """The columns of the stage below that it needs; some perhaps more than once."""
        if self.name is not None:
            yield self.name
        for part in self.parts:
            yield from part.names()

    def equals(self, other: Value | str) -> Value:
        """Whether both are the same; null where one is null."""
        other = say(other) if isinstance(other, str) else other
        if self.is_null or other.is_null:
            return null(Kind.TRUTH)
        if self.is_constant and other.is_constant:
            return truth(self.constant == other.constant)
        if self.is_constant:
            return other.equals(self)
        if isinstance(other.constant, str):
            return self.isin([other.constant])
        return compare(self, other, lambda one, two: one == two)

    def isin(self, wanted: Sequence[str]) -> Value:
        """Whether it is one of the texts; null where it is null."""
        if self.is_constant:
            return null(Kind.TRUTH) if self.is_null else truth(self.constant in wanted)
        asked = list(wanted)
        if self.texts is not None:
            asked = [text for text in wanted if text in self.texts]
            if self.is_never_null and (not asked or self.texts <= set(asked)):
                return truth(bool(asked))
        if len(asked) == 1:
            return lift(Kind.TRUTH, lambda text: text == asked[0], self)
        return lift(Kind.TRUTH, lambda text: text.isin(asked or list(wanted)), self)

    def isnull(self) -> Value:
        """Whether it is null."""
        if self.is_constant or self.is_never_null:
            return truth(self.is_null)
        return Value(Kind.TRUTH, lambda value: value.isnull(), [self], Seen(is_never_null=True))

    def notnull(self) -> Value:
        """Whether it is not null."""
        return ~self.isnull()

    def coalesce(self, other: Value | Constant) -> Value:
        """The other where it is null."""
        other = as_value(other)
        if self.is_null:
            return other
        if self.is_never_null or other.is_null:
            return self
        return _one_of(lambda one, two: one.coalesce(two), [], [self, other], is_never_null=other.is_never_null)

    def ifelse(self, yes: Value | Constant, no: Value | Constant) -> Value:
        """One where it is true, else the other."""
        return cases((self, yes), else_=no)

    def __and__(self, other: Value) -> Value:
        for one, two in ((self, other), (other, self)):
            if one.is_constant and one.constant is not None:
                return two if one.constant else one
        return lift(Kind.TRUTH, lambda one, two: one & two, self, other)

    def __or__(self, other: Value) -> Value:
        for one, two in ((self, other), (other, self)):
            if one.is_constant and one.constant is not None:
                return one if one.constant else two
        return lift(Kind.TRUTH, lambda one, two: one | two, self, other)

    def __invert__(self) -> Value:
        if self.is_constant:
            return self if self.is_null else truth(not self.constant)
        return lift(Kind.TRUTH, lambda one: ~one, self)

    def __add__(self, other: Value | float) -> Value:
        other = as_value(other)
        if self.constant == 0 and self.is_constant and self.kind is other.kind:
            return other
        if other.constant == 0 and other.is_constant:
            return self
        return _combine(self, other, lambda one, two: one + two, _sum(self.most, other.most))

    def __sub__(self, other: Value) -> Value:
        if other.constant == 0 and other.is_constant:
            return self
        return _combine(self, other, lambda one, two: one - two, _sum(self.most, other.most))

    def __mul__(self, other: Value | float) -> Value:
        other = as_value(other)
        for one, two in ((self, other), (other, self)):
            if one.is_constant and (one.constant == 1 or (one.constant == 0 and two.is_never_null)):
                return two if one.constant == 1 else one
        most = None if self.most is None or other.most is None else self.most * other.most
        return _combine(self, other, lambda one, two: one * two, most)

    def __mod__(self, other: Value) -> Value:
        return _combine(self, other, lambda one, two: one % two, _larger(self.most, other.most))

    def __neg__(self) -> Value:
        return constant(0) - self

    def __lt__(self, other: Value | float) -> Value:
        return compare(self, as_value(other), lambda one, two: one < two)

    def __le__(self, other: Value | float) -> Value:
        return compare(self, as_value(other), lambda one, two: one <= two)

    def __gt__(self, other: Value | float) -> Value:
        return compare(self, as_value(other), lambda one, two: one > two)

    def __ge__(self, other: Value | float) -> Value:
        return compare(self, as_value(other), lambda one, two: one >= two)

    def abs(self) -> Value:
        """Its size."""
        if isinstance(self.constant, int):
            return constant(abs(self.constant))
        return Value(self.kind, lambda number: number.abs(), [self], self.seen())

    def to_real(self) -> Value:
        """A number for people; never compared with a figure."""
        if self.is_constant:
            return null(Kind.REAL) if self.constant is None else real(float(self.constant))
        return Value(Kind.REAL, lambda number: number.cast("float64"), [self], self.seen())


_TYPES = {Kind.TEXT: "string", Kind.TRUTH: "boolean", Kind.REAL: "float64", Kind.OTHER: "null"}


def _constant(kind: Kind, given: Constant, make: Callable[[], ir.Value], seen: Seen) -> Value:
    made = Value(kind, make, seen=seen)
    made.is_constant, made.constant = True, given
    return made


def null(kind: Kind) -> Value:
    """Null, of a kind."""
    typed = "int64" if kind is Kind.WHOLE else _TYPES[kind]
    texts = frozenset[str]() if kind is Kind.TEXT else None
    return _constant(kind, None, lambda: ibis.null(typed), Seen(texts, 0, is_always_null=True))


def null_of(kind: dt.DataType) -> Value:
    """Null where only functions of the engine take the value."""
    made = _constant(Kind.OTHER, None, lambda: ibis.null(kind), Seen(most=0, is_always_null=True))
    made.type = kind
    return made


def say(text: str) -> Value:
    """A text."""
    return _constant(Kind.TEXT, text, lambda: ibis.literal(text), Seen(frozenset([text]), is_never_null=True))


def truth(is_so: bool) -> Value:
    """Yes or no."""
    return _constant(Kind.TRUTH, is_so, lambda: ibis.literal(is_so), Seen(is_never_null=True))


def real(number: float) -> Value:
    """A number that is not exact."""
    return _constant(
        Kind.REAL, number, lambda: ibis.literal(number, "float64"), Seen(most=int(abs(number)) + 1, is_never_null=True)
    )


def constant(number: int) -> Value:
    """A whole number."""
    most = abs(number)
    kind = dt.int64 if most < NARROW else WHOLE
    return _constant(Kind.WHOLE, number, lambda: ibis.literal(number, kind), Seen(most=most, is_never_null=True))


def as_value(given: Value | Constant) -> Value:
    """What was given, as a value."""
    match given:
        case Value():
            return given
        case None:
            raise TypeError("null needs a kind")
        case str():
            return say(given)
        case bool():
            return truth(given)
        case int():
            return constant(given)
        case float():
            return real(given)


def lift(kind: Kind, make: Callable[..., ir.Value], *parts: Value) -> Value:
    """What the engine makes of some values; null only where one of them is."""
    return Value(kind, make, parts, Seen(is_never_null=all(part.is_never_null for part in parts)))


def compare(one: Value, other: Value, test: Callable[..., ir.Value]) -> Value:
    """A test of two numbers, or of anything else of which the engine knows an order."""
    if one.is_null or other.is_null:
        return null(Kind.TRUTH)
    if one.is_constant and other.is_constant:
        return truth(bool(test(one.constant, other.constant)))
    return lift(Kind.TRUTH, test, *_alike([one, other], is_narrow=one.is_narrow and other.is_narrow))


def _combine(one: Value, other: Value, make: Callable[..., ir.Value], most: int | None) -> Value:
    """A number made of two."""
    kind = Kind.REAL if Kind.REAL in (one.kind, other.kind) else one.kind
    if one.is_null or other.is_null:
        return null(kind)
    if isinstance(one.constant, int) and isinstance(other.constant, int):
        return constant(int(make(one.constant, other.constant)))
    parts = [one, other] if kind is Kind.REAL else _alike([one, other], is_narrow=most is not None and most < NARROW)
    return Value(kind, make, parts, Seen(most=most, is_never_null=one.is_never_null and other.is_never_null))


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _larger(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def _alike(values: Sequence[Value], *, is_narrow: bool) -> list[Value]:
    """Whole numbers in the same width; others as they are."""
    return [value if value.kind is not Kind.WHOLE or is_narrow else widen(value) for value in values]


def widen(value: Value) -> Value:
    """A whole number in the widest form."""
    if not value.is_narrow:
        return value
    kept = replace(value.seen(), most=None)
    return Value(Kind.WHOLE, lambda number: number.cast(WHOLE), [value], kept)


def cases(*branches: tuple[Value, Value | Constant], else_: Value | Constant) -> Value:
    """What stands beside the first test that is true."""
    tests, results = list[Value](), list[Value]()
    for test, result in branches:
        if test.is_constant and not test.constant:
            continue
        if test.constant is True:
            else_ = result
            break
        tests.append(test)
        results.append(as_value(result))
    results.append(as_value(else_))
    first = results[0]
    if first.is_constant and all(one.is_constant and one.constant == first.constant for one in results):
        return first
    if not tests:
        return first
    return _one_of(_case, tests, results, is_never_null=all(result.is_never_null for result in results))


def _case(*parts: ir.Value) -> ir.Value:
    """The tests, then the results, one more of them."""
    count = len(parts) // 2
    tests, results = parts[:count], parts[count:]
    return ibis.cases(*zip(tests, results[:-1], strict=True), else_=results[-1])


def _one_of(
    make: Callable[..., ir.Value], tests: Sequence[Value], results: Sequence[Value], *, is_never_null: bool
) -> Value:
    """A value that is one of some results."""
    kind = next((result.kind for result in results if not result.is_null), results[0].kind)
    sizes = [result.most for result in results]
    most = None if None in sizes else max(size for size in sizes if size is not None)
    texts = None
    if kind is Kind.TEXT and all(result.texts is not None for result in results):
        texts = frozenset().union(*(result.texts or () for result in results))
        texts = texts if len(texts) <= _MOST_TEXTS else None
    parts = _alike(results, is_narrow=most is not None and most < NARROW) if kind is Kind.WHOLE else results
    return Value(kind, make, [*tests, *parts], Seen(texts, most, is_never_null))


def _largest(values: Sequence[Value], make: Callable[..., ir.Value]) -> Value:
    return _one_of(make, [], values, is_never_null=all(value.is_never_null for value in values))


def greatest(*values: Value) -> Value:
    """The largest of some numbers."""
    return _largest(values, ibis.greatest)


def least(*values: Value) -> Value:
    """The smallest of some numbers."""
    return _largest(values, ibis.least)


NO, YES = truth(False), truth(True)
