# SPDX-License-Identifier: Apache-2.0
"""A new .docx with the text and the tables of a document that was no .docx.

What is here: paragraphs, tables, page. Not here: comments (``commented``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tiendo.kernel.document import Block, BlockKind, Document, Table
from tiendo.render.word.targets import Targets

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from lxml import etree

# Page of administrative documents (A4, margins in mm). Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
_PAGE_MM = (210, 297)
_MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 15}
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
    _merge(made, table)
    word.add_paragraph()
    tables[table.index] = made._tbl


def _merge(made: WordTable, table: Table) -> None:
    """Merge what was merged; the last place of an area tells how far it goes."""
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if cell.origin != (r, c):
                last[cell.origin] = (r, c)
    for origin, end in last.items():
        made.cell(*origin).merge(made.cell(*end))
