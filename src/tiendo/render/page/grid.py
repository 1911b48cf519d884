# SPDX-License-Identifier: Apache-2.0
"""A table of a document as a table of html, its measured cells marked.

What is here: merged areas, header rows, marks in cells. Not here: which cells are measurements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.document import Cell, Table
from tiendo.render.data import Lang
from tiendo.render.page.anchors import Anchors
from tiendo.render.page.spans import safe

_NUMERIC = re.compile(r"[-+−–(≥≤<>~]?\s?\d[\d.,\s/%–()-]*")
#: Cells with the same text are drawn again in each place unless they are one merged area.
_MOST_SPAN = 1000


def draw_table(table: Table, anchors: Anchors) -> Iterator[str]:
    """The table, piece by piece."""
    title = _title(table, anchors.lang)
    yield (
        f'<div class="tw" tabindex="0" role="region" aria-label="{safe(title)}">'
        f'<table class="grid"><caption>{safe(title)}</caption>'
    )
    first_body = _first_measured_row(table, anchors)
    for number, row in enumerate(table.rows):
        if not any(cell.origin == (number, column) for column, cell in enumerate(row)):
            yield "<tr></tr>"  # wholly covered from above
            continue
        yield "<tr>"
        for column, cell in enumerate(row):
            if cell.origin == (number, column):
                yield _draw_cell(table, cell, number < first_body or cell.is_header, anchors)
        yield "</tr>"
    yield "</table></div>"


def _title(table: Table, lang: Lang) -> str:
    if table.sheet is not None:
        return f"Sheet “{table.sheet}”" if lang is Lang.EN else f"Trang tính «{table.sheet}»"
    page = "" if table.page is None else f", {'page' if lang is Lang.EN else 'trang'} {table.page}"
    return f"{'Table' if lang is Lang.EN else 'Bảng'} {table.index + 1}{page}"


def _first_measured_row(table: Table, anchors: Anchors) -> int:
    """Rows above the first figure are the head of the table."""
    rows = [place[1] for place in anchors.cell_items if place[0] == table.index]
    return min(rows, default=1 if len(table.rows) > 1 else 0)


def _draw_cell(table: Table, cell: Cell, is_head: bool, anchors: Anchors) -> str:
    rows, columns = _extent(table, cell)
    span = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    content = _content(table, cell, rows, columns, anchors)
    if is_head:
        return f"<th{span}>{content}</th>"
    classes = " ".join(
        name for name, on in (("n", _NUMERIC.fullmatch(cell.text)), ("b", cell.bold and cell.text)) if on
    )
    return f'<td{span} class="{classes}">{content}</td>' if classes else f"<td{span}>{content}</td>"


def _extent(table: Table, cell: Cell) -> tuple[int, int]:
    """How many rows and columns the merged area covers."""
    row, column = cell.origin
    rows = columns = 1
    while rows < _MOST_SPAN and row + rows < len(table.rows) and _is_part(table, row + rows, column, cell):
        rows += 1
    while (
        columns < _MOST_SPAN
        and column + columns < len(table.rows[row])
        and _is_part(table, row, column + columns, cell)
    ):
        columns += 1
    return rows, columns


def _is_part(table: Table, row: int, column: int, cell: Cell) -> bool:
    return column < len(table.rows[row]) and table.rows[row][column].origin == cell.origin


def _content(table: Table, cell: Cell, rows: int, columns: int, anchors: Anchors) -> str:
    """The text of the cell inside the marks of everything found in the area."""
    content = safe(cell.text)
    covered = [
        (table.index, cell.origin[0] + down, cell.origin[1] + right) for down in range(rows) for right in range(columns)
    ]
    items = [item for place in covered for item in anchors.cell_items.get(place, ())]
    for item in reversed(items):
        content = f"{anchors.item_tags(item)[0]}{content}</span>"
    for number in (number for place in covered for number in anchors.cell_problems.get(place, ())):
        opening = anchors.problem_tags(number)[0] if number > 0 else f'<span class="r" data-v="{-number}">'
        content = f"{opening}{content}</span>"
    return content
