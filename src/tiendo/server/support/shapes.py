# SPDX-License-Identifier: Apache-2.0
"""Lengths and lines of small pictures, as text for SVG and CSS. Floats may draw; figures are never made of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

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
    known = [float(value) for value in values if value is not None]
    if not known:
        return "", "", ""
    low, high = min(known), max(known)
    step = (_WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)
    parts: list[str] = []
    x = y = ""
    is_down = False  # the pen
    for place, value in enumerate(values):
        if value is None:
            is_down = False
            continue
        share = (float(value) - low) / (high - low) if high > low else 0.5
        x, y = f"{_EDGE + place * step:.1f}", f"{_HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE):.1f}"
        parts.append(f"{'L' if is_down and place not in breaks else 'M'}{x} {y}")
        if parts[-1].startswith("M"):
            parts.append("h.01")  # a round cap makes a point of it
        is_down = True
    return "".join(parts), x, y
