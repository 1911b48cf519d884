# SPDX-License-Identifier: Apache-2.0
"""What a save costs over what is stored, as a small picture for the docs; both axes begin where they say."""

from __future__ import annotations

import math
from collections.abc import Sequence

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 560, 240, 60, 40, 30
_LOW, _HIGH = 4, 7  # powers of ten on the axis
_SUPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def draw(points: Sequence[tuple[int, float]]) -> str:
    """An SVG: stored figures (logarithmic) to the right, ms of processor time (from 0) upwards."""
    most = max(10 * math.ceil(max(cost for _, cost in points) * 1.25 / 10), 10)
    placed = [(_across(stored), _up(cost, most), cost) for stored, cost in points]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12" fill="#1f2933">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="18">Saving one figure with its verdicts: CPU, median (ms)</text>',
    ]
    for value in (0, most // 2, most):
        y = _up(value, most)
        lines += [
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - 20}" stroke="#d5dae0"/>',
            f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value}</text>',
        ]
    for power in range(_LOW, _HIGH + 1):
        x = _across(10**power)
        lines.append(
            f'<text x="{x:.1f}" y="{HEIGHT - 20}" text-anchor="middle">10{str(power).translate(_SUPER)}</text>'
        )
    lines.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 4}" text-anchor="middle">figures stored</text>')
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in placed)
    lines.append(f'<path d="M{path}" fill="none" stroke="#1f5fa8" stroke-width="2"/>')
    for x, y, cost in placed:
        lines += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1f5fa8"/>',
            f'<text x="{x:.1f}" y="{y - 10:.1f}" text-anchor="middle">{cost:.1f}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"


def _across(stored: int) -> float:
    return LEFT + 20 + (math.log10(stored) - _LOW) / (_HIGH - _LOW) * (WIDTH - LEFT - 80)


def _up(value: float, most: float) -> float:
    return HEIGHT - BOTTOM - value / most * (HEIGHT - BOTTOM - TOP)
