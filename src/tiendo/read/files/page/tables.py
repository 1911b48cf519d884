# SPDX-License-Identifier: Apache-2.0
"""Tables of a page: their grid, and whether they hold data or only place text.

What is here: spans, header cells, texts of cells. Not here: the running text (``html``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from tiendo.read.files import limits
from tiendo.read.files.grid import Placed, clean
from tiendo.read.files.layout import has_figure

_BREAKS = frozenset("br p div li ul ol tr td table".split())
_BOLD = frozenset({"b", "strong", "th"})
_USUAL_SPAN = 50  # columns; a wider one only says "all of them"
_MOST_DIGITS = 6  # of a span
_LONGEST = 2_000  # characters of a cell of data; more is a page laid out in a table


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, not those of tables in it, head first and foot last as a reader sees them."""
    groups: dict[str, list[etree._Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for e in table:
        if e.tag == "tr":
            groups["tbody"].append(e)
        elif e.tag in groups:
            groups[e.tag] += [row for row in e if row.tag == "tr"]
    return groups["thead"] + groups["tbody"] + groups["tfoot"]


def is_data(table: etree._Element) -> bool:
    """Whether a table holds data: it has rows and columns, no page inside, and figures or header cells."""
    if (table.get("role") or "") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = rows_of(table)
    cells = [[c for c in row if c.tag in ("td", "th")] for row in rows]
    if len(rows) < 2 or max(len(row) for row in cells) < 2:  # noqa: PLR2004 - one row or column places text
        return False
    texts = [[_text(c) for c in row] for row in cells]
    if any(len(text) > _LONGEST for row in texts for text in row):
        return False
    if any(c.tag == "th" for row in cells for c in row):
        return True
    return has_figure(text for row in texts for text in row[1:])


def read_cells(table: etree._Element) -> list[Placed]:
    """The cells with their places; a span that goes beyond all other cells ends with them."""
    cells = list(_place_cells(table))
    width = max((c.column + (c.column_span if c.column_span <= _USUAL_SPAN else 1) for c in cells), default=0)
    return [replace(c, column_span=width - c.column) if c.column + c.column_span > width else c for c in cells]


def _place_cells(table: etree._Element) -> Iterator[Placed]:
    """The cells row by row; one that spans rows pushes those of the rows below aside."""
    rows = rows_of(table)
    taken: dict[int, int] = {}  # column → first row in which it is free again
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while taken.get(column, 0) > r:
                column += 1
            wide = _span(cell, "colspan", limits.MAX_COLUMNS)
            tall = _span(cell, "rowspan", len(rows) - r)
            if column + wide > limits.MAX_COLUMNS:
                break
            for c in range(column, column + wide):
                taken[c] = r + tall
            yield Placed(r, column, _text(cell), tall, wide, _is_bold(cell), cell.tag == "th")
            column += wide


def _span(cell: etree._Element, name: str, most: int) -> int:
    """A span; rowspan 0 means to the end of the table."""
    value = (cell.get(name) or "1").strip()
    if not value.isdecimal():
        return 1
    return max(1, min(int(value[:_MOST_DIGITS]) or most, most))


def _text(cell: etree._Element) -> str:
    pieces: list[str] = [cell.text or ""]
    for e in cell.iterdescendants():
        if isinstance(e.tag, str):
            pieces += (" " if e.tag in _BREAKS else "", e.text or "")
            pieces += (_tail_gap(e), e.tail or "")
    return clean("".join(pieces))


def _tail_gap(element: etree._Element) -> str:
    return " " if element.tag in _BREAKS else ""


def _is_bold(cell: etree._Element) -> bool:
    if cell.tag == "th":
        return True
    words = [e for e in cell.iterdescendants() if isinstance(e.tag, str) and (e.text or "").strip()]
    own = (cell.text or "").strip() or any((e.tail or "").strip() for e in cell)
    return bool(words) and not own and all(_stands_bold(e, cell) for e in words)


def _stands_bold(element: etree._Element, cell: etree._Element) -> bool:
    while element is not cell:
        if element.tag in _BOLD:
            return True
        parent = element.getparent()
        if parent is None:
            return False
        element = parent
    return False
