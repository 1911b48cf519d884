# SPDX-License-Identifier: Apache-2.0
"""Pieces of an official paper in Word (Nghị định 30/2020/NĐ-CP, Phụ lục I), shared by the sample's builders.

Here: letterhead, title, paragraphs, tables, signature. Not here: what a paper says.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph


def new_paper() -> Document:
    """An empty A4 paper with the margins of the decree."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    return document


def write(paragraph: Paragraph, text: str, size_pt: float = 14, **style: bool) -> None:
    """Add a run in Times New Roman; Word takes the font of each script from its own attribute."""
    run = paragraph.add_run(text)
    run.font.name = "Times New Roman"
    for script in ("w:eastAsia", "w:cs"):
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn(script), "Times New Roman")
    run.font.size = Pt(size_pt)
    run.bold, run.italic = style.get("bold"), style.get("italic")


def fill(cell: _Cell, *lines: tuple[str, float, bool, bool], align: ALIGN = ALIGN.CENTER) -> None:
    """Fill a cell with lines of (text, size, bold, italic)."""
    for number, (text, size_pt, bold, italic) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.alignment = align
        paragraph.paragraph_format.space_after = Pt(0)
        write(paragraph, text, size_pt, bold=bold, italic=italic)


def set_widths(table: Table, widths_mm: tuple[float, ...]) -> None:
    """Word reads the width of every cell, other programs that of the columns."""
    table.autofit = False
    for column, width_mm in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width_mm)
        for cell in column.cells:
            cell.width = Mm(width_mm)


def letterhead(document: Document, office: Sequence[str], number: str, place_and_day: str) -> None:
    """The head in two columns: who writes and the number, the state title and the day."""
    table = document.add_table(rows=2, cols=2)
    lines = [(line, 13, True, False) for line in (*office, "_______")]
    fill(table.cell(0, 0), *lines)
    fill(
        table.cell(0, 1),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False),
        ("_____________________", 13, True, False),
    )
    fill(table.cell(1, 0), (f"Số: {number}", 13, False, False))
    fill(table.cell(1, 1), (place_and_day, 14, False, True))
    set_widths(table, (62, 103))


def title(document: Document, kind: str, about: str) -> None:
    """ "BÁO CÁO" and what it is about."""
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    centred(document, kind)
    centred(document, about)
    centred(document, "_________", after_pt=6)


def paragraphs(document: Document, texts: Iterable[tuple[bool, str]]) -> None:
    """Headings and paragraphs in turn: (is a heading, text)."""
    for is_heading, text in texts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        paragraph.paragraph_format.space_after = Pt(6)
        paragraph.alignment = ALIGN.LEFT if is_heading else ALIGN.JUSTIFY
        write(paragraph, text, bold=is_heading)


def centred(document: Document, text: str, size_pt: float = 14, *, bold: bool = True, after_pt: float = 0) -> None:
    """A centred line."""
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    paragraph.paragraph_format.space_after = Pt(after_pt)
    write(paragraph, text, size_pt, bold=bold)


def ruled_table(
    document: Document, header: Sequence[str], rows: Iterable[Sequence[str | None]], widths_mm: tuple[float, ...]
) -> None:
    """A ruled table whose header repeats on each page; a row whose third cell is None is a group."""
    table = document.add_table(rows=1, cols=len(header))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        fill(cell, (text, 12, True, False))
    table.rows[0]._tr.get_or_add_trPr().append(table._tbl.makeelement(qn("w:tblHeader"), {}))
    for row in rows:
        is_group = row[2] is None
        made = table.add_row()
        made._tr.get_or_add_trPr().append(table._tbl.makeelement(qn("w:cantSplit"), {}))
        for column, (cell, words) in enumerate(zip(made.cells, row, strict=True)):
            align = ALIGN.LEFT if column == 1 else ALIGN.RIGHT if column > 2 else ALIGN.CENTER
            fill(cell, (words or "", 12, is_group, False), align=align)
    set_widths(table, widths_mm)


def signature(document: Document, recipients: Sequence[str], body: str, office: str, name: str) -> None:
    """Recipients at the left, who signs at the right."""
    document.add_paragraph()
    table = document.add_table(rows=1, cols=2)
    fill(
        table.cell(0, 0),
        ("Nơi nhận:", 12, True, True),
        *((f"- {line}", 11, False, False) for line in recipients),
        align=ALIGN.LEFT,
    )
    lines = (body, office, "", "", name)
    fill(table.cell(0, 1), *((line, 14, bool(line), False) for line in lines))


def finish(document: Document, heading: str, dated: datetime) -> bytes:
    """The paper as a file; building twice gives the same bytes."""
    properties = document.core_properties
    properties.author, properties.title = "Tiến Độ", heading
    properties.created = properties.modified = dated.replace(tzinfo=None)
    buffer = io.BytesIO()
    document.save(buffer)
    return same_bytes(buffer.getvalue())


def same_bytes(archive: bytes) -> bytes:
    """The same zip with one date on every member, so that building twice gives one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            member = zipfile.ZipInfo(name, date_time=(2026, 9, 18, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(member, given.read(name))
    return out.getvalue()
