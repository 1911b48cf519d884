# SPDX-License-Identifier: Apache-2.0
"""Tables of a Word file: their grid, and whether they only place text.

What is here: spans, header rows, rules. Not here: the text of a paragraph (``paragraphs``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from tiendo.read.files import limits
from tiendo.read.files.layout import MOST_LETTERHEAD_ROWS, has_figure, is_letterhead
from tiendo.read.files.word.names import attribute, child, is_on, local, number
from tiendo.read.files.word.styles import Styles, has_rules

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


@dataclass(frozen=True, slots=True)
class RawCell:
    """A ``w:tc`` with its place in the grid."""

    element: etree._Element
    row: int
    column: int
    row_span: int
    column_span: int
    is_header: bool


def read_grid(table: etree._Element) -> list[RawCell]:
    """The cells in order, vertical merges joined into their first cell."""
    cells: list[RawCell] = []
    open_merges: dict[int, int] = {}  # column → index in cells of the cell that is being continued
    for r, row in enumerate(_rows(table)):
        properties = child(row, "trPr")
        is_header = is_on(properties, "tblHeader") is True
        c = number(child(properties, "gridBefore"), "val", 0)
        for element in _unwrapped(row, "tc"):
            span = max(1, min(number(child(element, "tcPr", "gridSpan"), "val", 1), limits.MAX_COLUMNS))
            if c >= limits.MAX_COLUMNS:
                break
            merge = child(element, "tcPr", "vMerge")
            if merge is not None and attribute(merge, "val") != "restart" and c in open_merges:
                _grow(cells, open_merges[c], r)
            elif _continues_row(element) and cells and cells[-1].row == r:
                _widen(cells, c + span)
            else:
                open_merges.pop(c, None)
                if merge is not None:
                    open_merges[c] = len(cells)
                cells.append(RawCell(element, r, c, 1, span, is_header))
            c += span
    return cells


def _grow(cells: list[RawCell], at: int, row: int) -> None:
    cells[at] = replace(cells[at], row_span=row - cells[at].row + 1)


def _widen(cells: list[RawCell], end: int) -> None:
    cells[-1] = replace(cells[-1], column_span=end - cells[-1].column)


def _continues_row(element: etree._Element) -> bool:
    merge = child(element, "tcPr", "hMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _unwrapped(table, "tr"):
        if child(row, "trPr", "del") is None:
            yield row


def _unwrapped(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of this tag, also those that stand in content controls and the like."""
    stack = [iter(element)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif local(node) == name:
            yield node
        elif local(node) in _WRAPPERS and len(stack) < limits.MAX_DEPTH:
            stack.append(iter(node))


def is_layout(table: etree._Element, cells: list[RawCell], texts: list[str], styles: Styles) -> bool:
    """Whether a table only places text: letterhead, signature, a frame, columns of prose.

    Args:
        texts: of the cells, in the same order, their paragraphs in lines.
    """
    rows = 1 + max((c.row for c in cells), default=0)
    columns = max((c.column + c.column_span for c in cells), default=0)
    if rows == 1 or columns == 1:
        return True
    if rows <= MOST_LETTERHEAD_ROWS and is_letterhead(texts):
        return True
    if _has_rules(table, cells, styles):
        return False
    # Without rules: a table of figures has them beside and below its labels.
    return not has_figure(text for cell, text in zip(cells, texts, strict=True) if cell.row and cell.column)


def _has_rules(table: etree._Element, cells: list[RawCell], styles: Styles) -> bool:
    properties = child(table, "tblPr")
    by_style = styles.get(attribute(child(properties, "tblStyle"), "val"), "table").has_rules
    if has_rules(child(properties, "tblBorders"), by_style):
        return True
    return any(has_rules(child(c.element, "tcPr", "tcBorders"), False) for c in cells)
