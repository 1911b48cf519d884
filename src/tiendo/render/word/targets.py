# SPDX-License-Identifier: Apache-2.0
"""Where the blocks and cells of a document as read stand in its .docx.

What is here: blocks → paragraphs, places of tables → cells of Word. Not here: the runs inside (``pieces``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tiendo.kernel.document import Document
from tiendo.render.word.pieces import WORD, local, read_pieces

if TYPE_CHECKING:
    from lxml import etree

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


@dataclass(frozen=True, slots=True)
class Targets:
    """Elements of a .docx.

    Attributes:
        paragraphs: of each block by its index; a block in a footnote has none.
        tables: in the order in which a reader meets them, an outer one before an inner one.
    """

    paragraphs: dict[int, etree._Element]
    tables: list[etree._Element]

    def cell(self, document: Document, table: int, row: int, column: int) -> etree._Element | None:
        """The cell of Word at a place of the grid, checked against its text; None when it is not found."""
        if table >= len(document.tables) or row >= len(document.tables[table].rows):
            return None
        wanted = document.tables[table].rows[row][column]
        named = self.tables[table : table + 1]
        for candidate in [*named, *self.tables]:
            cell = _cell_at(candidate, *wanted.origin)
            if cell is not None and "".join(_text(cell).split()) == "".join(wanted.text.split()):
                return cell
        # text that was converted from an old encoding is not equal: the place alone must do
        return _cell_at(named[0], *wanted.origin) if named else None


def _text(element: etree._Element) -> str:
    return "".join(piece.text for part in element.iter(f"{WORD}p") for piece in read_pieces(part))


def find_targets(document: Document, body: etree._Element) -> Targets:
    """Match the blocks of a document with the paragraphs of its .docx.

    Paragraphs of the body are known by their number; those in cells and boxes by their text, in order.
    """
    direct = [node for node in body if local(node) == "p"]
    others: dict[str, list[etree._Element]] = defaultdict(list)
    direct_set = set(direct)
    for node in body.iter(f"{WORD}p"):
        if node not in direct_set:
            others[_squeezed(_text_of(node))].append(node)
    for waiting in others.values():
        waiting.reverse()
    found: dict[int, etree._Element] = {}
    for i, block in enumerate(document.blocks):
        if block.paragraph is not None:
            if block.paragraph < len(direct):
                found[i] = direct[block.paragraph]
        elif alike := others.get(_squeezed(document.text[block.start : block.end])):
            found[i] = alike.pop()
    return Targets(found, list(body.iter(f"{WORD}tbl")))


def _text_of(paragraph: etree._Element) -> str:
    return "".join(piece.text for piece in read_pieces(paragraph))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _cell_at(table: etree._Element, row: int, column: int) -> etree._Element | None:
    """The ``w:tc`` that begins at a place of the grid."""
    rows = (node for node in _unwrapped(table, "tr") if node.find(f"{WORD}trPr/{WORD}del") is None)
    for number, node in enumerate(rows):
        if number == row:
            return _cell_of_row(node, column)
    return None


def _cell_of_row(row: etree._Element, column: int) -> etree._Element | None:
    at = _number(row.find(f"{WORD}trPr/{WORD}gridBefore"), 0)
    for cell in _unwrapped(row, "tc"):
        if at == column:
            return cell
        at += max(1, _number(cell.find(f"{WORD}tcPr/{WORD}gridSpan"), 1))
    return None


def _number(element: etree._Element | None, default: int) -> int:
    value = None if element is None else element.get(f"{WORD}val")
    return int(value) if value is not None and value.isdecimal() else default


def _unwrapped(element: etree._Element, name: str) -> Iterator[etree._Element]:
    stack = [iter(element)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif local(node) == name:
            yield node
        elif local(node) in _WRAPPERS:
            stack.append(iter(node))
