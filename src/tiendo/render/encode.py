# SPDX-License-Identifier: Apache-2.0
"""JSON text with exact numbers: a ``Decimal`` is written with the digits it has, never through a float.

What is here: plain values → JSON. Not here: which fields a finding has (``records``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from json import JSONEncoder
from typing import Any

#: Above it a number is written with an exponent: nobody prints a thousand zeros.
_WRITTEN_OUT = 40
_LONE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half a character cannot be written as UTF-8
_SIGNS = _LONE | {0x2028: "\\u2028", 0x2029: "\\u2029"}  # line ends to some programs


_ODD = re.compile("[\ud800-\udfff\u2028\u2029]")
_quote = JSONEncoder(ensure_ascii=False).encode


def _text(value: str) -> str:
    encoded = _quote(value)
    return encoded.translate(_SIGNS) if _ODD.search(encoded) else encoded


#: The names of fields are few and come again with every finding.
_name = lru_cache(maxsize=512)(_text)


def _number(value: Decimal) -> str:
    if not value.is_finite():
        return "null"
    if abs(value.adjusted()) > _WRITTEN_OUT:
        return str(value)
    printed = format(value, "f")
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def encode(value: object) -> str:
    """One line of JSON for plain values: dict, list, str, int, bool, None, Decimal, float, date.

    Raises:
        TypeError: a value of another type.

    Examples:
        >>> encode({"value": Decimal("26.70"), "unit": "%"})
        '{"value": 26.7, "unit": "%"}'
    """
    writer = _WRITERS.get(type(value))
    if writer is not None:
        return writer(value)
    for kind, write in _WRITERS.items():  # subclasses: enumerations, named tuples
        if isinstance(value, kind):
            return write(value)
    raise TypeError(f"cannot write {type(value).__name__} as JSON")


def _mapping(value: Mapping[object, object]) -> str:
    return "{" + ", ".join([f"{_name(str(key))}: {encode(item)}" for key, item in value.items()]) + "}"


def _sequence(value: Iterable[object]) -> str:
    return "[" + ", ".join([encode(item) for item in value]) + "]"


_WRITERS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    str: _text,
    Decimal: _number,
    int: lambda value: str(int(value)),
    float: lambda value: _number(Decimal(repr(value))),
    date: lambda value: f'"{value.isoformat()}"',
    dict: _mapping,
    Mapping: _mapping,
    list: _sequence,
    tuple: _sequence,
}
