# SPDX-License-Identifier: Apache-2.0
"""A .pdf → a document: paragraphs and ruled tables, what goes on over pages joined.

What is here: the order of the parts. Not here: how they are found (``pages``, ``paragraphs``, ``tables``, ``scan``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiendo.kernel.document import Document
from tiendo.read.files import limits
from tiendo.read.files.assembly import Assembly
from tiendo.read.files.errors import (
    DAMAGED,
    LOCKED,
    NO_TEXT,
    NOTHING_READ,
    SCAN_FAILED,
    TOO_MANY_PAGES,
    UnreadableFile,
)
from tiendo.read.files.grid import lay_out
from tiendo.read.files.pdf import continuation, margins, scan, tables
from tiendo.read.files.pdf.pages import Page, read_page
from tiendo.read.files.pdf.paragraphs import Paragraph, carries_over, column_of, join_paragraphs
from tiendo.read.files.symbols import plain_signs
from tiendo.read.text.legacy import convert, from_tcvn3, from_vni, recognise

_MEDIA = "pdf"
_NAME = "PDF"
_SHOWN = 8  # pages that a note names
_MOST_FAILURES = 2  # pages one after another that recognition gives up on


def read(path: str, data: bytes) -> Document:
    """Read a PDF.

    Raises:
        UnreadableFile: it is damaged, locked, too long, or a scan that cannot be recognised here.
    """
    out = Assembly(path, _MEDIA)
    pdf = _open(data)
    try:
        with tables.Plumber(data) as plumber:
            pages = [_read(pdf, i, plumber) for i in range(len(pdf))]
            if plumber.has_failed:
                out.add_note("Có trang mà khung bảng không đọc được; chữ trong bảng được đọc như văn bản thường.")
        _recognise(
            out, pdf, [page for page in pages if page.is_picture], is_all=not any(p.lines or p.grids for p in pages)
        )
    finally:
        pdf.close()
    if any(page.has_layer for page in pages):
        out.is_scanned = True
        out.add_note("Lớp chữ của PDF là do máy nhận dạng từ bản quét; hãy đối chiếu từng con số với bản gốc.")
    _Writer(out).write(pages)
    if not out.has_words():
        raise UnreadableFile(NOTHING_READ, media=_NAME)
    return out.finish()


def _open(data: bytes) -> Any:  # noqa: ANN401 - CONFIG: pypdfium2 publishes no types
    try:
        pdf = pdfium.PdfDocument(data)
        count = len(pdf)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise UnreadableFile(LOCKED if is_locked else DAMAGED, media=_NAME) from error
    if count > limits.MAX_PAGES:
        raise UnreadableFile(TOO_MANY_PAGES, limit=limits.MAX_PAGES)
    if count == 0:
        raise UnreadableFile(NOTHING_READ, media=_NAME)
    return pdf


def _read(pdf: Any, index: int, plumber: tables.Plumber) -> Page:  # noqa: ANN401 - CONFIG: as above
    try:
        page = pdf[index]
    except pdfium.PdfiumError as error:
        raise UnreadableFile(DAMAGED, media=_NAME) from error
    try:
        return read_page(page, index + 1, plumber)
    finally:
        page.close()


def _recognise(out: Assembly, pdf: Any, pictures: list[Page], *, is_all: bool) -> None:  # noqa: ANN401 - CONFIG: as above
    """Put the recognised lines into pages that are pictures, or say what is missing."""
    if not pictures:
        return
    if not scan.is_available():
        if is_all:
            raise UnreadableFile(NO_TEXT)
        out.add_note(f"{_name(pictures)} là bản quét, không có chữ; hãy cài tesseract-ocr-vie để nhận dạng.")
        return
    failed: list[Page] = []
    for done, page in enumerate(pictures):
        if done >= limits.MAX_SCANNED_PAGES or len(failed) >= _MOST_FAILURES:
            failed += pictures[done:]
            break
        try:
            picture = pdf[page.number - 1]
            page.runs, page.grids = scan.recognise(picture, page.number)
            picture.close()
        except (scan.ScanError, pdfium.PdfiumError):
            failed.append(page)
    if is_all and len(failed) == len(pictures):
        raise UnreadableFile(SCAN_FAILED, limit=limits.MAX_SCAN_SECONDS)
    out.is_scanned = True
    out.add_note("Văn bản được máy nhận dạng từ bản quét; hãy đối chiếu từng con số với bản gốc.")
    if failed:
        out.add_note(f"{_name(failed)} không nhận dạng được; hãy quét lại hoặc tách tệp.")


def _name(pages: list[Page]) -> str:
    numbers = ", ".join(str(page.number) for page in pages[:_SHOWN])
    return f"Trang {numbers}" + (" …" if len(pages) > _SHOWN else "")


class _Writer:
    """Writes pages in order; holds back the last paragraph, which the next page may carry on."""

    def __init__(self, out: Assembly) -> None:
        self._out = out
        self._held: Paragraph | None = None
        self._encodings: set[str] = set()
        self._whole: str | None = None

    def write(self, pages: list[Page]) -> None:
        """Write all pages."""
        margins.strip(pages)
        self._whole = recognise("\n".join(_all_texts(pages)))
        continuation.join_over_pages(pages)
        for page in pages:
            for i, run in enumerate(page.runs):
                if i:
                    self._release()
                    self._add_table(page.grids[i - 1], page)
                self._add_run(join_paragraphs(run, column_of(page.lines, page.width), page.number), page)
        self._release()
        self._out.tell_old_encodings(self._encodings)

    def _add_run(self, found: list[Paragraph], page: Page) -> None:
        if not found:
            return
        held = self._held
        if (
            held is not None
            and held.page < page.number
            and carries_over(held, found[0], column_of(page.lines, page.width))
        ):
            held.lines += found.pop(0).lines
        if found:
            self._release()
            for paragraph in found[:-1]:
                self._add(paragraph)
            self._held = found[-1]

    def _release(self) -> None:
        if self._held is not None:
            self._add(self._held)
        self._held = None

    def _add(self, paragraph: Paragraph) -> None:
        self._out.add_text(self._convert(paragraph.text), page=paragraph.page)

    def _add_table(self, grid: tables.Grid, page: Page) -> None:
        cells = [tables.with_text(cell, self._convert(cell.text)) for cell in grid.cells]
        self._out.set_table(self._out.reserve_table(), lay_out(cells), page=page.number)

    def _convert(self, text: str) -> str:
        """Old encodings to Unicode: a cell or short line is too little to tell by itself, the whole file is enough."""
        if self._whole is not None:
            self._encodings.add(self._whole)
            return from_tcvn3(text) if self._whole == "tcvn3" else from_vni(text)
        converted = convert(plain_signs(text))
        self._encodings |= set(converted.encodings)
        return converted.text.replace("\u00ad", "-")  # what some programs make of a hyphen


def _all_texts(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        yield from (line.text for line in page.lines)
        yield from (cell.text for grid in page.grids for cell in grid.cells)
