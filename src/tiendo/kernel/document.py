# SPDX-License-Identifier: Apache-2.0
"""A file as read: running text in blocks and tables of cells, each with its place in the original.

What is here: plain data. Not here: how files are opened (``read.files``) and what the text says (``findings``).
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from tiendo.kernel.records import record


class BlockKind(StrEnum):
    """What a stretch of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"


@record
class Block:
    """A stretch of running text: ``document.text[start:end]``, without its line end.

    Attributes:
        page: 1-based page of a PDF, else None.
        paragraph: 0-based position among the body paragraphs of a .docx (cells of layout tables have none), else None.
        table: index of the layout table the text stands in (letterhead, signature), else None.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None


class Stored(StrEnum):
    """How a workbook stores a cell."""

    NUMBER = "number"
    TEXT = "text"
    PERCENT = "percent"  # a number in a percent format: 0.415 is shown as 41,5%
    FORMULA = "formula"
    DATE = "date"


@record
class Cell:
    """One place of the grid. A merged area repeats its cell at every place it covers, with the same ``origin``.

    Attributes:
        text: what a reader sees, in Vietnamese form ("1.548,2", "41,5%"); line breaks inside a cell are single spaces.
        origin: (row, column) of the top left place of the merged area it belongs to; its own place when not merged.
        ref: A1 reference in a workbook (of the origin), else None.
        stored: how a workbook stores it, else None.
        bold: whether the whole text is bold.
        is_header: the file itself says so (repeated header row, ``th``).
    """

    text: str
    origin: tuple[int, int]
    ref: str | None = None
    stored: Stored | None = None
    bold: bool = False
    is_header: bool = False


@record
class Table:
    """A rectangular grid.

    Attributes:
        index: 0-based, over all tables of a .docx (layout tables too), sheets of a workbook, ruled tables of a PDF,
            tables of an article.
        rows: rectangular; ``rows[r][c]``.
        position: offset in ``Document.text`` at which the table stands (text before it holds title and unit line).
        sheet: name of the sheet, else None.
        page: 1-based page of a PDF on which it begins, else None.
        is_layout: only places text (letterhead, signature): its text is in ``Document.text``, it has no figures.
    """

    index: int
    rows: tuple[tuple[Cell, ...], ...]
    position: int
    sheet: str | None = None
    page: int | None = None
    is_layout: bool = False


@record
class Document:
    """A file as read.

    Attributes:
        path: as given by the caller.
        media: "txt", "md", "html", "docx", "pdf", "xlsx", "xls" or "ods".
        text: running text, as written (never normalised; legacy encodings are converted). For .txt it is the file
            decoded as UTF-8 with line ends untouched, so offsets are those of the file.
        blocks: in order, not overlapping; together they hold all text that is not white space.
        tables: in order.
        encoding: "utf-8", "utf-16", "windows-1258", "tcvn3", "vni" …: what the bytes were.
        is_scanned: the text came from optical recognition; every number is to be confirmed.
        notes: sentences for the person (Vietnamese) about what could not be read or was converted.
    """

    path: str
    media: str
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    encoding: str = "utf-8"
    is_scanned: bool = False
    notes: tuple[str, ...] = field(default=())
