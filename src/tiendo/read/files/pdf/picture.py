# SPDX-License-Identifier: Apache-2.0
"""A page as a picture in grey: its ruled cells, and its parts put below each other.

What is here: pixels. Not here: recognition (``scan``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

PixelBox = tuple[int, int, int, int]  # left, top, right, bottom

_DARK = bytes(1 if grey < 140 else 0 for grey in range(256))  # noqa: PLR2004 - a scan is never quite black
_SHADED = bytes(1 if grey < 225 else 0 for grey in range(256))  # noqa: PLR2004 - the soft edge of a rule too
_RULE_IN_CELL = re.compile(rb"\x01{24,}")  # longer than any stroke of a letter at 200 dpi
_WHITE = b"\xff"
_LEAST_RULE = 0.35  # inches: shorter dark runs are strokes of letters or pieces of pictures
_MOST_RUNS = 30_000  # a photograph
_MOST_RULES = 400
_DRIFT = 2  # pixels by which a rule may step from one row to the next
_BREAK = 0.08  # inches that a rule may be interrupted
_MOST_THICK = 0.15  # inches over which a rule may lie, slant included
_REACH = 0.06  # inches by which rules may miss each other
_INSET = 2  # pixels beside a rule that are dark with it
_MOST_INSET = 10  # pixels; more would cut into letters
_LEAST_CELL = 2 * _MOST_INSET + 4  # pixels


@dataclass(frozen=True, slots=True)
class Picture:
    """One byte per pixel, row by row; 0 is black."""

    width: int
    height: int
    data: bytes

    def to_pgm(self) -> bytes:
        """The picture as a portable graymap, the plainest form that programs read."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.data


@dataclass(slots=True)
class _Rule:
    """A dark line: from ``start`` to ``end``, lying between ``first`` and ``last``."""

    first: int
    last: int
    start: int
    end: int

    @property
    def middle(self) -> int:
        return (self.first + self.last) // 2


def take_picture(page: Any, scale: float) -> Picture:  # noqa: ANN401 - CONFIG: pypdfium2 publishes no types
    """The picture of a pypdfium2 page."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        data, wide, step = bytes(bitmap.buffer), bitmap.width, bitmap.stride
        if step != wide:
            data = b"".join(data[y * step : y * step + wide] for y in range(bitmap.height))
        return Picture(wide, bitmap.height, data[: wide * bitmap.height])
    finally:
        bitmap.close()


def find_tables(picture: Picture, dpi: float) -> tuple[list[list[PixelBox]], int]:
    """The cells of the ruled tables of a picture, table by table from top to bottom, and how far rules reach in."""
    dark = picture.data.translate(_DARK)
    rows = (dark[y * picture.width : (y + 1) * picture.width] for y in range(picture.height))
    columns = (dark[x :: picture.width] for x in range(picture.width))
    level, upright = _rules(rows, dpi), _rules(columns, dpi)
    if len(level) < 3 or len(upright) < 3 or len(level) + len(upright) > _MOST_RULES:  # noqa: PLR2004 - two rows, two columns
        return [], 0
    edges = [_edge("h", rule.start, rule.middle, rule.end, rule.middle) for rule in level]
    edges += [_edge("v", rule.middle, rule.start, rule.middle, rule.end) for rule in upright]
    reach = max(1, round(_REACH * dpi))
    cells = intersections_to_cells(edges_to_intersections(edges, reach, reach))
    inset = min(_MOST_INSET, _INSET + max(rule.last - rule.first + 1 for rule in level + upright) // 2)
    tables = [sorted(map(_pixels, filter(_is_cell, table)), key=_by_row) for table in cells_to_tables(cells)]
    return sorted((table for table in tables if table), key=lambda table: min(box[1] for box in table)), inset


def _rules(lines: Iterator[bytes], dpi: float) -> list[_Rule]:
    """The rules among the dark runs of rows (or columns)."""
    run = re.compile(rb"\x01{%d,}" % round(_LEAST_RULE * dpi))
    gap = round(_BREAK * dpi)
    done: list[_Rule] = []
    growing: list[_Rule] = []
    count = 0
    for at, line in enumerate(lines):
        done += [rule for rule in growing if rule.last < at - _DRIFT]
        growing = [rule for rule in growing if rule.last >= at - _DRIFT]
        for found in run.finditer(line):
            count += 1
            start, end = found.span()
            touched = [rule for rule in growing if start <= rule.end + gap and end >= rule.start - gap]
            if not touched:
                growing.append(_Rule(at, at, start, end))
                continue
            whole = touched[0]
            for other in touched[1:]:
                whole.first, whole.start = min(whole.first, other.first), min(whole.start, other.start)
                whole.end = max(whole.end, other.end)
                growing.remove(other)
            whole.last, whole.start, whole.end = at, min(whole.start, start), max(whole.end, end)
        if count > _MOST_RUNS:
            return []
    return [rule for rule in done + growing if rule.last - rule.first <= _MOST_THICK * dpi]


def _edge(kind: str, x0: int, top: int, x1: int, bottom: int) -> dict[str, object]:
    """A rule in the form of pdfplumber."""
    return {"orientation": kind, "x0": x0, "x1": x1, "top": top, "bottom": bottom}


def _is_cell(box: tuple[float, float, float, float]) -> bool:
    return box[2] - box[0] > _LEAST_CELL and box[3] - box[1] > _LEAST_CELL


def _by_row(box: PixelBox) -> tuple[int, int]:
    return box[1], box[0]


def _pixels(box: tuple[float, float, float, float]) -> PixelBox:
    return int(box[0]), int(box[1]), int(box[2]), int(box[3])


def stack_up(picture: Picture, boxes: list[PixelBox], gap: int, inset: int) -> tuple[Picture, list[tuple[int, int]]]:
    """The insides of boxes below each other, and where each begins and ends.

    Read as one column, no line runs from one cell into the next.
    """
    width = max(box[2] - box[0] for box in boxes) + 2 * gap
    blank = _WHITE * width
    rows: list[bytes] = [blank] * gap
    places: list[tuple[int, int]] = []
    for left, top, right, bottom in boxes:
        start = len(rows)
        for y in range(top, bottom):
            inside = picture.data[y * picture.width + left + inset : y * picture.width + right - inset]
            if y < top + inset or y >= bottom - inset:
                inside = _without_rule(inside)
            rows.append((_WHITE * gap + inside).ljust(width, _WHITE))
        places.append((start, len(rows)))
        rows += [blank] * gap
    return Picture(width, len(rows), b"".join(rows)), places


def _without_rule(row: bytes) -> bytes:
    """A row of pixels at the edge of a cell without the rule that may slant into it; letters touch the edge too."""
    for found in _RULE_IN_CELL.finditer(row.translate(_SHADED)):
        row = row[: found.start()] + _WHITE * (found.end() - found.start()) + row[found.end() :]
    return row
