# SPDX-License-Identifier: Apache-2.0
"""Stages of a query over each other: each names what it makes, and only what is asked for above is written.

What is here: from values to tables. Not here: values (``value``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from tiendo.evaluate.bulk.partial.value import UNKNOWN, Kind, Seen, Value, null, null_of


class Rows:
    """The rows of one stage; its columns are values for the next.

    Args:
        below: the stage below, or a table.
        made: the columns as values over it.
    """

    def __init__(self, below: Rows | ir.Table, made: Mapping[str, Value]) -> None:
        self._below, self._made = below, dict(made)
        self._columns = {name: value if value.is_constant else _column(name, value) for name, value in made.items()}

    @staticmethod
    def of_table(table: ir.Table, seen: Mapping[str, Seen]) -> Rows:
        """The columns of a table, with what was seen of them."""
        return Rows(table, {name: _from_table(table, name, seen.get(name, UNKNOWN)) for name in table.columns})

    def join(self, make: Callable[[ir.Table], ir.Table], seen: Mapping[str, Seen]) -> Rows:
        """The rows with columns that the engine puts beside them.

        Args:
            make: the joined table; keeps the columns that it gets.
            seen: of the new columns.
        """
        table = self.to_table([name for name, value in self._columns.items() if not value.is_constant])
        joined = make(table)
        made = dict(self._columns)
        for name in joined.columns:
            made[name] = _from_table(joined, name, seen.get(name, UNKNOWN)) if name not in made else made[name]
        return Rows(joined, made)

    def __getattr__(self, name: str) -> Value:
        try:
            return self._columns[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Value:
        return self._columns[name]

    def __contains__(self, name: str) -> bool:
        return name in self._columns

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def mutate(self, made: Mapping[str, Value]) -> Rows:
        """The next stage: the same columns and new ones."""
        return Rows(self, self._columns | dict(made))

    def seen(self) -> dict[str, Seen]:
        """What is known of the columns."""
        return {name: value.seen() for name, value in self._columns.items()}

    def to_table(self, names: Iterable[str]) -> ir.Table:
        """A table of some columns in this order; what they do not need is not written."""
        wanted = list(names)
        asked = dict.fromkeys(name for one in wanted for name in self._made[one].names())
        table = self._find_below(asked)
        if wanted == list(table.columns) and all(self._made[name].name == name for name in wanted):
            return table
        return table.select(**{name: self._made[name].at(table) for name in wanted})

    def _find_below(self, asked: Iterable[str]) -> ir.Table:
        """The table below, with the columns that are asked for; as read when only its rows count."""
        below, names = self._below, list(asked)
        while isinstance(below, Rows) and not names:
            below = below._below
        return below.to_table(names) if isinstance(below, Rows) else below


def _column(name: str, value: Value) -> Value:
    """The column as the next stage sees it."""
    made = Value(value.kind, _never, seen=value.seen())
    made.name, made.type = name, value.type
    return made


def _never(*_: ir.Value) -> ir.Value:
    raise AssertionError("a column is looked up by its name")


def _from_table(table: ir.Table, name: str, seen: Seen) -> Value:
    kind = table[name].type()
    if seen.is_always_null:
        return _null_like(kind)
    made = Value(_kind_of(kind), _never, seen=seen)
    made.name = name
    if made.kind is Kind.OTHER:
        made.type = kind
    return made


def _null_like(kind: dt.DataType) -> Value:
    known = _kind_of(kind)
    return null_of(kind) if known is Kind.OTHER else null(known)


def _kind_of(kind: dt.DataType) -> Kind:
    if kind.is_string():
        return Kind.TEXT
    if kind.is_boolean():
        return Kind.TRUTH
    return Kind.REAL if kind.is_floating() else Kind.OTHER
