# SPDX-License-Identifier: Apache-2.0
"""Ruled tables of a PDF page: geometry by pdfplumber, words by pdfium.

What is here: grids, and tables that run on over the next page. Not here: tables without rules, which stay text.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from types import TracebackType
from typing import Any

from tiendo.read.files.grid import Placed, clean
from tiendo.read.files.layout import MOST_LETTERHEAD_ROWS, is_letterhead
from tiendo.read.files.pdf.glyphs import Glyph
from tiendo.read.files.pdf.lines import is_gap

Box = tuple[float, float, float, float]
Area = tuple[int, int, int, int]
SAME_RULE = 3.0  # points within which two rules are one


@dataclass(slots=True)
class Grid:
    """A ruled table of one page.

    Attributes:
        edges: x of its vertical rules.
        box: on the page as seen.
        at: number of signs of the page before its first one, in the order of the file.
    """

    page: int
    box: Box
    edges: list[float]
    cells: list[Placed]
    height: int
    at: int


class Plumber:
    """pdfplumber on one file, opened when the first page with rules comes."""

    def __init__(self, data: bytes) -> None:
        self.has_failed = False
        self._data = data
        self._pdf: Any = None

    def __enter__(self) -> Plumber:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pdf is not None:
            with suppress(Exception):  # of a damaged file even the end may fail
                self._pdf.close()

    def find(self, number: int, glyphs: list[Glyph]) -> list[Grid]:
        """The ruled tables of a page, in the order of the file."""
        import pdfplumber  # noqa: PLC0415 - CONFIG: it is heavy, and only pages with rules need it

        # What pdfminer thinks of a file is for whoever listens, not for the terminal.
        logging.getLogger("pdfminer").addHandler(logging.NullHandler())
        try:
            if self._pdf is None:
                self._pdf = pdfplumber.open(BytesIO(self._data))
            page = self._pdf.pages[number - 1]
            found = [table.cells for table in page.find_tables()]
            page.close()
        except Exception:
            self.has_failed = True
            return []
        grids = [grid_of(boxes, number, glyphs) for boxes in found]
        return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.at)


def grid_of(boxes: list[Box], page: int, glyphs: list[Glyph]) -> Grid | None:
    """The grid of cell boxes; None for a frame, a column, or a letterhead in rules: their words are text."""
    boxes = [box for box in boxes if box[2] - box[0] > 1 and box[3] - box[1] > 1]
    xs = _edges([x for box in boxes for x in (box[0], box[2])])
    ys = _edges([y for box in boxes for y in (box[1], box[3])])
    if len(xs) < 3 or len(ys) < 3:  # noqa: PLR2004 - two rows and two columns at least
        return None
    whole = (xs[0], ys[0], xs[-1], ys[-1])
    areas = [_area(box, xs, ys) for box in sorted(boxes, key=lambda b: (b[1], b[0]))]
    cells = [_placed(area, inside) for area, inside in zip(areas, _share_out(areas, xs, ys, glyphs), strict=True)]
    texts = [cell.text for cell in cells]
    if not any(texts) or (len(ys) <= MOST_LETTERHEAD_ROWS + 1 and is_letterhead(texts)):
        return None
    at = next((i for i, glyph in enumerate(glyphs) if is_inside(glyph, whole)), len(glyphs))
    return Grid(page, whole, xs, cells, len(ys) - 1, at)


def _edges(values: list[float]) -> list[float]:
    """Positions of rules, those nearer than a line's width taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > SAME_RULE:
            edges.append(value)
    return edges


def _area(box: Box, xs: list[float], ys: list[float]) -> Area:
    """The rows and columns that a box covers: top, left, bottom, right, the last two not included."""
    left, right = _nearest(xs, box[0]), _nearest(xs, box[2])
    top, bottom = _nearest(ys, box[1]), _nearest(ys, box[3])
    return top, left, max(bottom, top + 1), max(right, left + 1)


def _share_out(areas: list[Area], xs: list[float], ys: list[float], glyphs: list[Glyph]) -> list[list[Glyph]]:
    """The signs in each area, in the order of the file."""
    owner = {
        (row, column): i
        for i, (top, left, bottom, right) in reversed(list(enumerate(areas)))
        for row in range(top, bottom)
        for column in range(left, right)
    }
    shares: list[list[Glyph]] = [[] for _ in areas]
    for glyph in glyphs:
        place = bisect_right(ys, (glyph.y0 + glyph.y1) / 2) - 1, bisect_right(xs, (glyph.x0 + glyph.x1) / 2) - 1
        i = owner.get(place)
        if i is not None:
            shares[i].append(glyph)
    return shares


def _placed(area: Area, glyphs: list[Glyph]) -> Placed:
    top, left, bottom, right = area
    words = [glyph for glyph in glyphs if not glyph.text.isspace()]
    bold = bool(words) and all(glyph.is_bold for glyph in words)
    return Placed(top, left, cell_text(glyphs), bottom - top, right - left, bold)


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def is_inside(glyph: Glyph, box: Box) -> bool:
    """Whether the middle of a sign lies in a box."""
    return box[0] <= (glyph.x0 + glyph.x1) / 2 <= box[2] and box[1] <= (glyph.y0 + glyph.y1) / 2 <= box[3]


def cell_text(glyphs: list[Glyph]) -> str:
    """The words of a cell; where its lines break stands one space."""
    pieces: list[str] = []
    last: Glyph | None = None
    space: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            space = space or glyph
            continue
        if last is not None:
            is_new_line = glyph.y0 > last.y1 - 1 or glyph.x0 < last.x0 - 1
            if is_new_line or (space is not None and is_gap(last, space, glyph)):
                pieces.append(" ")
        pieces.append(glyph.text)
        last, space = glyph, None
    return clean("".join(pieces))


def with_text(cell: Placed, text: str) -> Placed:
    """The cell with another text."""
    return cell if text == cell.text else replace(cell, text=text)
