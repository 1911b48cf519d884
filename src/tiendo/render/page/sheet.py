# SPDX-License-Identifier: Apache-2.0
"""The document at the left: its running text and tables on paper, everything found in it marked.

What is here: blocks and tables in order. Not here: how marks nest (``spans``), tables (``grid``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tiendo.kernel.document import Block, BlockKind, Document, Table
from tiendo.render.data import Checked
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import Anchors
from tiendo.render.page.grid import draw_table
from tiendo.render.page.spans import mark_up
from tiendo.render.places import Places

#: Blocks that are laid out together: the browser skips whole groups that are out of sight.
_GROUP = 40
#: A table with more columns than this gets a wider sheet.
_WIDE = 5
#: A line in capitals that is shorter than this is a title: "PHỤ LỤC"; with a number it heads a section.
_TITLE_LENGTH = 160
_NUMBERED = re.compile(r"[IVX\d]+[.)]|[A-Z][.)]\s|-")
_ORNAMENT = re.compile(r"[_*=.\s–—-]{3,}")  # a line drawn with signs
_MOTTO = "độc lập - tự do - hạnh phúc"


def draw_sheet(checked: Checked, anchors: Anchors, lang: Lang) -> Iterator[str]:
    """The article, piece by piece."""
    document = checked.reading.document
    sheet = _Sheet(document, anchors, lang, checked.reading.facts.title or "")
    pieces = sheet.draw()
    is_wide = any(len(row) > _WIDE for table in document.tables if not table.is_layout for row in table.rows[:1])
    name, label = ("sheet wide" if is_wide else "sheet"), ("Document" if lang is Lang.EN else "Văn bản")
    yield f'<article class="{name}" lang="vi" aria-label="{label}">'
    for number, part in groupby(enumerate(pieces), key=lambda pair: pair[0] // _GROUP):
        # the first group holds what is seen at once; skipping it would only make the page jump
        yield '<div class="part">' if number else '<div class="part first">'
        for _, piece in part:
            yield piece
        yield "</div>"
    yield "</article>"


class _Sheet:
    """One document; every method gives pieces that stand alone."""

    def __init__(self, document: Document, anchors: Anchors, lang: Lang, title: str) -> None:
        self.document, self.anchors, self.lang = document, anchors, lang
        self.title = " ".join(title.split()).rstrip(" _-–—*")
        self.places = Places(document)
        self.page: int | None = None
        self.layouts = {table.index: table for table in document.tables if table.is_layout}

    def draw(self) -> Iterator[str]:
        tables = [table for table in self.document.tables if not table.is_layout]
        at = 0
        for start, group in self._groups():
            while at < len(tables) and tables[at].position <= start:
                yield "".join(draw_table(tables[at], self.anchors))
                at += 1
            yield from group
        for table in tables[at:]:
            yield "".join(draw_table(table, self.anchors))

    def _groups(self) -> Iterator[tuple[int, Iterator[str]]]:
        """Blocks one by one; those of one layout table (letterhead, signature) together."""
        for table, blocks in groupby(self.document.blocks, key=lambda block: block.table):
            if table is None:
                for block in blocks:
                    yield block.start, self._draw_block(block)
            else:
                together = list(blocks)
                yield together[0].start, iter([self._draw_layout(together, self.layouts.get(table))])

    def _marked(self, block: Block) -> str:
        marks = self.anchors.between(block.start, block.end)
        return mark_up(self.document.text, block.start, block.end, marks)

    def _draw_block(self, block: Block) -> Iterator[str]:
        if block.page is not None and block.page != self.page:
            self.page = block.page
            yield f'<p class="pg">{"Page" if self.lang is Lang.EN else "Trang"} {block.page}</p>'
        text = self._marked(block)
        if block.kind is BlockKind.HEADING:
            words = " ".join(self.document.text[block.start : block.end].split())
            yield f'<h2 class="ttl">{text}</h2>' if words == self.title else f"<h2>{text}</h2>"
            return
        plain = self.document.text[block.start : block.end].strip()
        if _ORNAMENT.fullmatch(plain):
            yield f'<p class="line">{text}</p>'
            return
        if (plain.isupper() or " ".join(plain.split()) == self.title) and len(plain) < _TITLE_LENGTH:
            is_numbered = _NUMBERED.match(plain) is not None
            yield f'<p class="head">{text}</p>' if is_numbered else f'<p class="caps">{text}</p>'
            return
        name = {BlockKind.LIST_ITEM: ' class="li"', BlockKind.CAPTION: ' class="cap"'}.get(block.kind, "")
        yield f'<p{name} data-para="{self._number(block)}">{text}</p>'

    def _number(self, block: Block) -> int:
        """The number by which the page names a paragraph, the same as in the words of a place."""
        if self.document.media in ("txt", "md"):
            return self.places.line(block.start)
        return (self.places.block_number(block.start) or 0) + 1

    def _draw_layout(self, blocks: Sequence[Block], table: Table | None) -> str:
        columns = _columns(blocks, table, self.document.text) if table is not None else None
        if columns is None:
            return f'<div class="top one"><div>{self._draw_column(blocks)}</div></div>'
        is_head = blocks[0].start < len(self.document.text) // 2
        drawn = "".join(f"<div>{self._draw_column(column)}</div>" for column in columns)
        return f'<div class="{"top" if is_head else "top sig"}">{drawn}</div>'

    def _draw_column(self, blocks: Sequence[Block]) -> str:
        """Lines of a letterhead. The rule under the motto is drawn unless the file draws one with signs."""
        words = [self.document.text[block.start : block.end].strip() for block in blocks]
        drawn = []
        for block, line, following in zip(blocks, words, [*words[1:], ""], strict=True):
            is_motto = " ".join(line.casefold().replace("–", "-").split()) == _MOTTO
            has_rule = is_motto and not _ORNAMENT.fullmatch(following)
            strong = " ".join(("strong", *(["rule"] if has_rule else []))) if is_motto or line.isupper() else ""
            name = "line" if _ORNAMENT.fullmatch(line) else strong
            drawn.append(f'<p class="{name}">{self._marked(block)}</p>' if name else f"<p>{self._marked(block)}</p>")
        return "".join(drawn)


def _columns(blocks: Sequence[Block], table: Table, text: str) -> list[list[Block]] | None:
    """The blocks by the column of the layout table they came from; None when that cannot be told.

    The reader writes the cells one after the other, so the text of each cell is used up in order.
    """
    cells = [
        (column, "".join(cell.text.split()))
        for row, cells_of_row in enumerate(table.rows)
        for column, cell in enumerate(cells_of_row)
        if cell.origin == (row, column) and cell.text.strip()
    ]
    columns: dict[int, list[Block]] = {column: [] for column, _ in cells}
    waiting = iter(cells)
    column, rest = next(waiting, (0, ""))
    for block in blocks:
        words = "".join(text[block.start : block.end].split())
        while not rest:
            following = next(waiting, None)
            if following is None:
                return None
            column, rest = following
        if not rest.startswith(words):
            return None
        rest = rest[len(words) :]
        columns[column].append(block)
    return [columns[column] for column in sorted(columns)] if len(columns) > 1 else None
