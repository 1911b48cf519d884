# SPDX-License-Identifier: Apache-2.0
"""Puts blocks and tables one after another into a document.

What is here: the running text and its offsets. Not here: how a format finds its paragraphs (one module per format).
"""

from __future__ import annotations

import re

from tiendo.kernel.document import Block, BlockKind, Cell, Document, Table
from tiendo.read.files import limits
from tiendo.read.files.errors import TOO_MANY_CELLS, UnreadableFile

Rows = tuple[tuple[Cell, ...], ...]

_LINE_SIGNS = re.compile(r"[\r\x0b\x0c\x85\u2028\u2029]")


class Assembly:
    """Collects what a format finds, in reading order."""

    def __init__(self, path: str, media: str) -> None:
        self.path = path
        self.media = media
        self.encoding = "utf-8"
        self.is_scanned = False
        self._pieces: list[str] = []
        self._size = 0
        self._blocks: list[Block] = []
        self._tables: list[Table | None] = []
        self._notes: list[str] = []
        self._cells = 0

    def add_text(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        page: int | None = None,
        paragraph: int | None = None,
        table: int | None = None,
    ) -> None:
        """Append a paragraph; one without signs is left out."""
        text = _LINE_SIGNS.sub("\n", text)
        if not text or text.isspace():
            return
        start, end = self._size, self._size + len(text)
        self._blocks.append(Block(start, end, kind, page, paragraph, table))
        self._pieces += (text, "\n")
        self._size = end + 1

    def reserve_table(self) -> int:
        """The index of the next table; its content is set later, so that an outer table counts before an inner one."""
        self._tables.append(None)
        return len(self._tables) - 1

    def set_table(
        self,
        index: int,
        rows: Rows,
        *,
        position: int | None = None,
        sheet: str | None = None,
        page: int | None = None,
        is_layout: bool = False,
    ) -> None:
        """Set a reserved table; it stands here unless ``position`` says otherwise."""
        self.count_cells(sum(len(row) for row in rows))
        at = self._size if position is None else position
        self._tables[index] = Table(index, rows, at, sheet, page, is_layout)

    def count_cells(self, count: int) -> None:
        """Refuse a document whose grids are together too large for memory."""
        self._cells += count
        check_cells(self._cells)

    def add_note(self, note: str) -> None:
        """Append a sentence for the person; the same one is said once."""
        if note not in self._notes:
            self._notes.append(note)

    def tell_old_encodings(self, encodings: set[str]) -> None:
        """Say that parts were set in fonts of old encodings and converted; nothing to say when there are none."""
        if encodings:
            self.encoding = min(encodings)
            names = " và ".join(sorted(encoding.upper() for encoding in encodings))
            self.add_note(f"Một phần chữ dùng phông cũ ({names}) và đã được chuyển sang Unicode.")

    def has_words(self) -> bool:
        """Whether anything was read at all."""
        return bool(self._blocks) or any(c.text for t in self._tables if t is not None for row in t.rows for c in row)

    @property
    def position(self) -> int:
        """The offset at which the next paragraph begins."""
        return self._size

    def finish(self) -> Document:
        """The document; a table that was reserved and never set is a mistake of the caller."""
        tables = tuple(table for table in self._tables if table is not None)
        if len(tables) != len(self._tables):
            raise AssertionError("a reserved table was not set")
        return Document(
            path=self.path,
            media=self.media,
            text="".join(self._pieces),
            blocks=tuple(self._blocks),
            tables=tables,
            encoding=self.encoding,
            is_scanned=self.is_scanned,
            notes=tuple(self._notes),
        )


def check_cells(count: int) -> None:
    """Refuse more cells than memory should hold, before they are made."""
    if count > limits.MAX_CELLS:
        raise UnreadableFile(TOO_MANY_CELLS, limit=f"{limits.MAX_CELLS:,}".replace(",", "."))
