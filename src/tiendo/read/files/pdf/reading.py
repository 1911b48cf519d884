# SPDX-License-Identifier: Apache-2.0
"""A .pdf → a document: paragraphs and ruled tables page by page.

What is here: the order of the parts. Not here: how they are found (``lines``, ``paragraphs``, ``tables``, ``scan``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiendo.kernel.document import Document
from tiendo.read.files import limits
from tiendo.read.files.assembly import Assembly
from tiendo.read.files.errors import DAMAGED, LOCKED, NO_TEXT, NOTHING_READ, TOO_MANY_PAGES, UnreadableFile
from tiendo.read.files.grid import lay_out
from tiendo.read.files.pdf import margins, paragraphs, tables
from tiendo.read.files.pdf.glyphs import frame_of, read_glyphs
from tiendo.read.files.pdf.lines import Line, join_lines

_MEDIA = "pdf"
_LEAST_RULES = 4  # a table has two rules each way at least
_THIN = 3.0  # points: what is thicker is no rule
_LONG = 8.0


@dataclass(slots=True)
class _Page:
    """One page that was read.

    Attributes:
        runs: lines before, between and after the tables: one more than tables.
    """

    number: int
    width: float
    height: float
    runs: list[list[Line]] = field(default_factory=list)
    grids: list[tables.Grid] = field(default_factory=list)


def read(path: str, data: bytes) -> Document:
    """Read a PDF.

    Raises:
        UnreadableFile: it is damaged, locked, too long, or a scan that cannot be recognised here.
    """
    pdf = _open(data)
    try:
        pages = [_read_page(pdf, i, data) for i in range(len(pdf))]
    finally:
        pdf.close()
    out = Assembly(path, _MEDIA)
    _write(out, pages)
    if not out.has_words():
        raise UnreadableFile(NO_TEXT)
    return out.finish()


def _open(data: bytes) -> Any:  # noqa: ANN401 - CONFIG: pypdfium2 publishes no types
    try:
        pdf = pdfium.PdfDocument(data)
        count = len(pdf)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise UnreadableFile(LOCKED if is_locked else DAMAGED, media="PDF") from error
    if count > limits.MAX_PAGES:
        raise UnreadableFile(TOO_MANY_PAGES, limit=limits.MAX_PAGES)
    if count == 0:
        raise UnreadableFile(NOTHING_READ, media="PDF")
    return pdf


def _read_page(pdf: Any, index: int, data: bytes) -> _Page:  # noqa: ANN401 - CONFIG: as above
    page = pdf[index]
    try:
        frame = frame_of(page)
        glyphs = read_glyphs(page, frame)
        found = _Page(index + 1, frame.width, frame.height)
        if glyphs and _has_rules(page):
            found.grids = _grids(data, index, glyphs)
    finally:
        page.close()
    start = 0
    for grid in found.grids:
        found.runs.append(join_lines(g for g in glyphs[start : grid.at] if not _is_taken(g, found.grids)))
        start = grid.at
    found.runs.append(join_lines(g for g in glyphs[start:] if not _is_taken(g, found.grids)))
    return found


def _is_taken(glyph: Any, grids: list[tables.Grid]) -> bool:  # noqa: ANN401
    return any(tables.is_inside(glyph, grid.box) for grid in grids)


def _has_rules(page: Any) -> bool:  # noqa: ANN401 - CONFIG: as above
    """Whether the page draws lines both ways: only then is it worth looking for tables."""
    level = upright = 0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        width, height = right - left, top - bottom
        is_frame = width > _LONG and height > _LONG
        level += is_frame or (height <= _THIN and width > _LONG)
        upright += is_frame or (width <= _THIN and height > _LONG)
        if level + upright >= _LEAST_RULES and level and upright:
            return True
    return False


def _grids(data: bytes, index: int, glyphs: list[Any]) -> list[tables.Grid]:
    import pdfplumber  # noqa: PLC0415 - CONFIG: only pages with rules need it

    with pdfplumber.open(BytesIO(data), pages=[index + 1]) as plumber:
        return tables.find_grids(plumber.pages[0], index + 1, glyphs)


def _write(out: Assembly, pages: list[_Page]) -> None:
    """Text and tables in order; what runs on over the next page is joined."""
    _strip_margins(pages)
    _join_tables(pages)
    open_paragraph: paragraphs.Paragraph | None = None
    for page, column, i, run in _runs(pages):
        found = paragraphs.join_paragraphs(run, column, page.number)
        if i == 0 and open_paragraph and found and paragraphs.carries_over(open_paragraph, found[0], column):
            open_paragraph.lines += found.pop(0).lines
        if i < len(page.grids) or found:
            _add(out, open_paragraph)
            open_paragraph = None
        for paragraph in found[:-1]:
            _add(out, paragraph)
        open_paragraph = found[-1] if found else open_paragraph
        if i < len(page.grids):
            _add(out, open_paragraph)
            open_paragraph = None
            grid = page.grids[i]
            out.set_table(out.reserve_table(), lay_out(grid.cells), page=page.number)
    _add(out, open_paragraph)


def _runs(pages: list[_Page]) -> Iterator[tuple[_Page, paragraphs.Column, int, list[Line]]]:
    for page in pages:
        column = paragraphs.column_of([line for run in page.runs for line in run], page.width)
        for i, run in enumerate(page.runs):
            yield page, column, i, run


def _add(out: Assembly, paragraph: paragraphs.Paragraph | None) -> None:
    if paragraph is not None:
        out.add_text(paragraph.text, page=paragraph.page)


def _strip_margins(pages: list[_Page]) -> None:
    kept = margins.without_margins([([line for run in page.runs for line in run], page.height) for page in pages])
    for page, lines in zip(pages, kept, strict=True):
        ids = {id(line) for line in lines}
        page.runs = [[line for line in run if id(line) in ids] for run in page.runs]


def _join_tables(pages: list[_Page]) -> None:
    """Join a table at the end of a page with one of the same columns at the beginning of the next."""
    above: tables.Grid | None = None
    for page in pages:
        if above and page.grids and not page.runs[0] and above.page == page.number - 1:
            if tables.runs_on(above, page.grids[0]):
                tables.join_grids(above, page.grids.pop(0))
                page.runs[:2] = [page.runs[0] + page.runs[1]]
                if page.grids or page.runs[0]:
                    above = None
        if page.grids:
            above = page.grids[-1] if not page.runs[-1] else None
        elif page.runs[0]:
            above = None
