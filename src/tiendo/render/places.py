# SPDX-License-Identifier: Apache-2.0
"""Where a finding stands, in words a person can follow in the file: line, paragraph, page, row and column.

What is here: anchors → words and neighbours. Not here: how anchors are made.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tiendo.kernel.document import Block, Document
from tiendo.kernel.findings import CellRef, Span
from tiendo.render.lang import Lang

_LINE_END = re.compile(r"\r\n|[\n\r]")
_LINE_MEDIA = ("txt", "md")


@dataclass(frozen=True)
class Places:
    """The places of one document; look-ups are logarithmic, so thousands of findings stay cheap."""

    document: Document
    sentences: tuple[Span, ...] = ()

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.document.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.end() for found in _LINE_END.finditer(self.document.text)]

    def line(self, position: int) -> int:
        """Number of the line, from 1, as an editor shows it."""
        return bisect_right(self._line_ends, position) + 1

    def block_number(self, position: int) -> int | None:
        """Index of the block that holds a position, None between blocks."""
        i = bisect_right(self._block_starts, position) - 1
        return i if i >= 0 and position < self.document.blocks[i].end else None

    def block(self, position: int) -> Block | None:
        """The block that holds a position."""
        i = self.block_number(position)
        return None if i is None else self.document.blocks[i]

    def sentence(self, span: Span) -> Span:
        """The sentence a span begins in, stretched to hold the whole span; without sentences, its block."""
        i = bisect_right(self._sentence_starts, span.start) - 1
        if i >= 0 and span.start < self.sentences[i].end:
            found = self.sentences[i]
            return Span(found.start, max(found.end, span.end))
        block = self.block(span.start)
        return span if block is None else Span(block.start, max(block.end, span.end))

    def context(self, span: Span | None, cell: CellRef | None) -> str:
        """The words a finding came from: its sentence, or the labels of its cell."""
        if span is not None:
            sentence = self.sentence(span)
            return " ".join(self.document.text[sentence.start : sentence.end].split())
        return "" if cell is None else f"{cell.row_label} | {cell.column_label}"

    def words(self, span: Span | None, cell: CellRef | None, lang: Lang) -> str:
        """The place in words; empty when the finding has none."""
        if cell is not None:
            return self._cell_words(cell, lang)
        return "" if span is None else self._span_words(span, lang)

    def _cell_words(self, cell: CellRef, lang: Lang) -> str:
        english = lang is Lang.EN
        if cell.sheet is not None and cell.ref is not None:
            return f"sheet “{cell.sheet}”, {cell.ref}" if english else f"trang tính «{cell.sheet}», ô {cell.ref}"
        table, row, column = cell.table + 1, cell.row + 1, cell.column + 1
        if english:
            return f"table {table}, row {row}, column {column}"
        return f"bảng {table}, dòng {row}, cột {column}"

    def _span_words(self, span: Span, lang: Lang) -> str:
        english = lang is Lang.EN
        if self.document.media in _LINE_MEDIA:
            line = self.line(span.start)
            return f"line {line}" if english else f"dòng {line}"
        i = self.block_number(span.start)
        if i is None:
            return ""
        page = self.document.blocks[i].page
        if page is not None:
            return f"page {page}" if english else f"trang {page}"
        return f"paragraph {i + 1}" if english else f"đoạn {i + 1}"
