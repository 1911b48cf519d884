# SPDX-License-Identifier: Apache-2.0
"""A new .docx with the text and the tables of a document that was no .docx.

What is here: paragraphs, tables, page. Not here: comments (``commented``).
"""
# ruff: noqa: PLC0415 - CONFIG: python-docx is loaded when a Word file is written

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tiendo.kernel.document import Block, BlockKind, Cell, Document, Table
from tiendo.render.word.targets import Targets

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from lxml import etree

# Page of administrative documents (A4, margins in mm). Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
_PAGE_MM = (210, 297)
_MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 15}
#: Characters: a narrower column would break numbers, a wider one would leave no room for them.
_NARROWEST, _WIDEST = 8, 30
_NUMERIC = re.compile(r"[-+−–(≥≤<>~]?\s?\d[\d.,\s/%–()-]*")
_FONT, _SIZE_PT = "Times New Roman", 13
# Characters that XML does not allow.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """The text with U+FFFD for each character that XML does not allow; its length stays."""
    return _FORBIDDEN.sub("\ufffd", text)


def build(document: Document) -> tuple[WordDocument, Targets]:
    """A Word document with everything that was read, and where each block and table stands in it."""
    import docx

    word = docx.Document()
    _set_page(word)
    paragraphs: dict[int, etree._Element] = {}
    tables: list[etree._Element] = [word.element.body] * len(document.tables)
    waiting = [table for table in document.tables if not table.is_layout]
    for i, block in enumerate(document.blocks):
        while waiting and waiting[0].position <= block.start:
            _add_table(word, waiting.pop(0), tables)
        paragraphs[i] = _add_block(word, block, document.text)
    for table in waiting:
        _add_table(word, table, tables)
    return word, Targets(paragraphs, tables)


def _set_page(word: WordDocument) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    style = word.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_SIZE_PT)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
    section = word.sections[0]
    section.page_width, section.page_height = (Mm(size) for size in _PAGE_MM)
    for side, size in _MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(size))


def _add_block(word: WordDocument, block: Block, text: str) -> etree._Element:
    paragraph = word.add_paragraph()
    run = paragraph.add_run(legal(text[block.start : block.end]).replace("\r", "\n"))
    run.bold = True if block.kind is BlockKind.HEADING else None
    run.italic = True if block.kind is BlockKind.CAPTION else None
    return paragraph._p


def _add_table(word: WordDocument, table: Table, tables: list[etree._Element]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    if table.sheet is not None:
        word.add_paragraph().add_run(legal(table.sheet)).bold = True
    if not table.rows or not table.rows[0]:
        return
    made = word.add_table(len(table.rows), len(table.rows[0]), style="Table Grid")
    grid = made._cells  # looking cells up one by one is quadratic
    width = len(table.rows[0])
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if cell.origin == (r, c) and cell.text:
                run = grid[r * width + c].paragraphs[0].add_run(legal(cell.text))
                run.bold = True if cell.bold or cell.is_header else None
                if _NUMERIC.fullmatch(cell.text):
                    grid[r * width + c].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _set_widths(made, table)
    _merge(made, table)
    word.add_paragraph()
    tables[table.index] = made._tbl


def _set_widths(made: WordTable, table: Table) -> None:
    """Share the width of the page by how much is written in each column."""
    from docx.shared import Mm

    room = _PAGE_MM[0] - _MARGINS_MM["left"] - _MARGINS_MM["right"]
    longest = [
        max((len(row[c].text) for row in table.rows if _is_alone(row, c)), default=0) for c in range(len(table.rows[0]))
    ]
    shares = [min(max(length, _NARROWEST), _WIDEST) for length in longest]
    widths = [Mm(room * share / sum(shares)) for share in shares]
    made.autofit = False
    grid = made._cells
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for i, cell in enumerate(grid):
        cell.width = widths[i % len(widths)]


def _is_alone(row: Sequence[Cell], column: int) -> bool:
    """Whether the cell is not part of an area that spans columns."""
    origin = row[column].origin
    beside = [row[at].origin for at in (column - 1, column + 1) if 0 <= at < len(row)]
    return origin[1] == column and origin not in beside


def _merge(made: WordTable, table: Table) -> None:
    """Merge what was merged; the last place of an area tells how far it goes."""
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if cell.origin != (r, c):
                last[cell.origin] = (r, c)
    for origin, end in last.items():
        made.cell(*origin).merge(made.cell(*end))
