# SPDX-License-Identifier: Apache-2.0
"""Lengths and lines of small pictures, as text for SVG and CSS. Floats may draw; figures are never made of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

_WIDTH, _HEIGHT, _EDGE = 80, 20, 3
_FULL = 100


def percent_length(value: Decimal | int) -> str:
    """A share of a bar: between 0 and 100, with a point, as CSS reads it."""
    return f"{min(max(float(value), 0.0), float(_FULL)):.4g}"


def spark_path(values: Sequence[Decimal | int | None], breaks: Sequence[int] = ()) -> tuple[str, str, str]:
    """The line of a sparkline and its last point.

    Args:
        values: in the order of time; None where a period is missing.
        breaks: indexes at which a new series begins (another boundary, another method).

    Returns:
        The path, and x and y of the last point; all empty when there is no value. A line is broken where a period is
        missing or a series begins anew; a value alone between two gaps is a short dash.
    """
    drawn = [None if value is None else float(value) for value in values]
    known = [value for value in drawn if value is not None]
    if not known:
        return "", "", ""
    low, high = min(known), max(known)
    foot = _HEIGHT - _EDGE if high > low else _HEIGHT / 2  # of the lowest value; a level line runs in the middle
    scale = (_HEIGHT - 2 * _EDGE) / (high - low) if high > low else 0.0
    parts: list[str] = []
    x = y = ""
    is_down = False  # the pen
    for place, (value, across) in enumerate(zip(drawn, _list_steps(len(drawn)), strict=True)):
        if value is None:
            is_down = False
            continue
        x, y = across, f"{foot - (value - low) * scale:.1f}"
        # a round cap makes a point of a line without length
        parts.append(f"L{x} {y}" if is_down and place not in breaks else f"M{x} {y}h.01")
        is_down = True
    return "".join(parts), x, y


@lru_cache(maxsize=256)
def _list_steps(number: int) -> tuple[str, ...]:
    """How far right each of so many values stands."""
    step = (_WIDTH - 2 * _EDGE) / max(number - 1, 1)
    return tuple(f"{_EDGE + place * step:.1f}" for place in range(number))
