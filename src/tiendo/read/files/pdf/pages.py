# SPDX-License-Identifier: Apache-2.0
"""One page of a PDF: its lines and ruled tables in the order of the file.

What is here: what is on a page. Not here: what goes on over pages (``reading``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

from pypdfium2 import raw

from tiendo.read.files import limits
from tiendo.read.files.errors import BOMB, UnreadableFile
from tiendo.read.files.pdf import tables
from tiendo.read.files.pdf.glyphs import Frame, Glyph, frame_of, read_glyphs
from tiendo.read.files.pdf.lines import Line, join_lines

_LEAST_RULES = 4  # a table has two rules each way at least
_MOST_PATHS = 20_000  # a map or drawing, no table
_THIN = 3.0  # points: what is thicker is no rule
_LONG = 8.0
_FEW_SIGNS = 10  # a stamp or page number on a scan
_MOST_OF_PAGE = 0.4  # of the page that one picture covers: a scan, not a logo
_INVISIBLE = 3  # text rendering mode: a layer of recognised text below a picture
_LOOKED_AT = 50  # text objects
_BACKWARD = 0.25  # of the lines stand above the one before: the file is not in reading order


@dataclass(slots=True)
class Page:
    """One page.

    Attributes:
        width, height: as seen.
        runs: lines before, between and after the tables: one run more than tables.
        is_picture: it has no text but something is drawn: a scan.
        has_layer: its text lies invisible below a picture: a machine recognised it.
    """

    number: int
    width: float
    height: float
    runs: list[list[Line]] = field(default_factory=lambda: [[]])
    grids: list[tables.Grid] = field(default_factory=list)
    is_picture: bool = False
    has_layer: bool = False

    @property
    def lines(self) -> list[Line]:
        """All lines outside the tables."""
        return [line for run in self.runs for line in run]


def read_page(page: Any, number: int, plumber: tables.Plumber) -> Page:  # noqa: ANN401 - CONFIG: no types published
    """Read a pypdfium2 page."""
    frame = frame_of(page)
    found = Page(number, frame.width, frame.height)
    glyphs = read_glyphs(page, frame)
    if len(glyphs) > limits.MAX_PAGE_SIGNS:
        raise UnreadableFile(BOMB)
    signs = sum(1 for g in glyphs if not g.text.isspace())
    found.is_picture = signs <= _FEW_SIGNS and _is_picture(page, frame, has_text=signs > 0)
    if not found.is_picture:
        found.has_layer = _has_layer(page)
        if _has_rules(page):
            found.grids = plumber.find(number, glyphs)
    found.runs = _runs(glyphs, found.grids, frame)
    return found


def _runs(glyphs: list[Glyph], grids: list[tables.Grid], frame: Frame) -> list[list[Line]]:
    """The lines around the tables; signs in a table belong to it, wherever the file shows them."""
    runs: list[list[Line]] = []
    start = 0
    for end in [*(grid.at for grid in grids), len(glyphs)]:
        outside = (g for g in glyphs[start:end] if not any(tables.is_inside(g, grid.box) for grid in grids))
        runs.append(_in_reading_order(join_lines(outside), frame))
        start = end
    return runs


def _in_reading_order(lines: list[Line], frame: Frame) -> list[Line]:
    """The lines as they are, or from top to bottom when the file shows them in no order."""
    seen = [line for line in lines if line.x1 > 0 and line.y1 > 0 and line.x0 < frame.width and line.y0 < frame.height]
    back = sum(1 for a, b in pairwise(seen) if b.y1 < a.y0)
    if back <= _BACKWARD * len(seen):
        return seen
    return sorted(seen, key=lambda line: (round(line.y1), line.x0))


def _has_rules(page: Any) -> bool:  # noqa: ANN401 - CONFIG: as above
    """Whether the page draws lines both ways: only then is it worth looking for tables."""
    level = upright = 0
    for count, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
        left, bottom, right, top = item.get_bounds()
        width, height = right - left, top - bottom
        is_frame = width > _LONG and height > _LONG
        level += is_frame or (height <= _THIN and width > _LONG)
        upright += is_frame or (width <= _THIN and height > _LONG)
        if count > _MOST_PATHS:
            return False
    return level + upright >= _LEAST_RULES and level > 0 and upright > 0


def _is_picture(page: Any, frame: Frame, *, has_text: bool) -> bool:  # noqa: ANN401 - CONFIG: as above
    """Whether a page with hardly any text shows something that a person can read."""
    if not has_text:
        return next(iter(page.get_objects(max_depth=4)), None) is not None  # a picture, or letters drawn as outlines
    area = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        area = max(area, (right - left) * (top - bottom))
    return area > _MOST_OF_PAGE * frame.width * frame.height


def _has_layer(page: Any) -> bool:  # noqa: ANN401 - CONFIG: as above
    items = list(islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4), _LOOKED_AT))
    hidden = sum(1 for item in items if raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE)
    return hidden * 2 > len(items)
