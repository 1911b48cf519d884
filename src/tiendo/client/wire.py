# SPDX-License-Identifier: Apache-2.0
"""JSON of the interface to plain data and back, by the types of the fields."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

T = TypeVar("T")


def read(kind: type[T], given: Mapping[str, Any]) -> T:
    """An object of JSON as a dataclass; fields that it does not know are left out, missing ones take their default.

    Raises:
        TypeError: a field without a default is missing: the server is older than this client.
    """
    hints = _hints(kind)
    return kind(**{name: _convert(hint, given[name]) for name, hint in hints.items() if name in given})


def _hints(kind: type[Any]) -> dict[str, Any]:
    if kind not in _KNOWN:
        _KNOWN[kind] = typing.get_type_hints(kind)
    return _KNOWN[kind]


_KNOWN: dict[type[Any], dict[str, Any]] = {}


def _convert(hint: Any, value: Any) -> Any:  # noqa: ANN401 - JSON becomes whatever the field says
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType or origin is typing.Union:
        return None if value is None else _convert(next(one for one in inner if one is not type(None)), value)
    if origin is tuple:
        return tuple(_convert(inner[0], one) for one in value)
    if hint is Decimal:
        return Decimal(value)
    if hint is datetime:
        return datetime.fromisoformat(value)
    if hint is date:
        return date.fromisoformat(value)
    return read(hint, value) if is_dataclass(hint) and isinstance(hint, type) else value


def write(given: object) -> object:
    """A value as JSON; numbers are text, what is None is left out.

    Raises:
        TypeError: a float, which is never exact.
    """
    if isinstance(given, float):
        raise TypeError("a figure is exact: Decimal or int, never float")
    if isinstance(given, Decimal):
        return f"{given:f}"
    if isinstance(given, date):
        return given.isoformat()
    if is_dataclass(given) and not isinstance(given, type):
        named = {one.name: getattr(given, one.name) for one in fields(given)}
        return {name: _write_field(name, value) for name, value in named.items() if value is not None}
    return given


_NUMBERS = frozenset({"value", "upper"})


def _write_field(name: str, value: object) -> object:
    written = write(value)
    return str(written) if name in _NUMBERS and isinstance(written, int) else written
