# SPDX-License-Identifier: Apache-2.0
"""A table of a document as a table of html, its measured cells marked.

What is here: merged areas, header rows, marks in cells. Not here: which cells are measurements.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tiendo.kernel.document import Cell, Table
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import Anchors
from tiendo.render.page.spans import safe

_NUMERIC = re.compile(r"[-+−–(≥≤<>~]?\s?\d[\d.,\s/%–()-]*")
_MOST_SPAN = 1000
_SHORT = 12  # characters that a narrow column holds; longer texts get a wider one
_ENOUGH = 200  # figures to tell the label column from
_GROUP_CELLS = 2  # a row with no more texts than this names a group: "I | KINH TẾ"


def draw_table(table: Table, anchors: Anchors) -> Iterator[str]:
    """The table, piece by piece."""
    title = _title(table, anchors.lang)
    yield (
        f'<div class="tw" tabindex="0" role="region" aria-label="{safe(title)}">'
        f'<table class="grid"><caption>{safe(title)}</caption>'
    )
    shape = _shape_of(table, anchors)
    for number, row in enumerate(table.rows):
        yield "<tr>"
        for column, cell in enumerate(row):
            if cell.origin == (number, column):
                yield _draw_cell(table, cell, shape, anchors)
        yield "</tr>"
    yield "</table></div>"


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the places of a table are for.

    Attributes:
        head: how many rows at the top are headings.
        label: the column that names the rows, -1 when none does.
    """

    head: int
    label: int


def _shape_of(table: Table, anchors: Anchors) -> _Shape:
    found = [item.cell for place, items in anchors.cell_items.items() if place[0] == table.index for item in items]
    cells = [cell for cell in found if cell is not None]
    first = min((cell.row for cell in cells), default=1 if len(table.rows) > 1 else 0)
    labels = Counter(
        column
        for cell in cells[:_ENOUGH]
        if cell.row_label
        for column, other in enumerate(table.rows[cell.row][: cell.column])
        if other.text == cell.row_label
    )
    return _Shape(_count_heads(table, first), labels.most_common(1)[0][0] if labels else -1)


def _count_heads(table: Table, first: int) -> int:
    """Rows the file itself calls headings; else those above the first figure, without names of groups."""
    said = 0
    while said < len(table.rows) and all(cell.is_header for cell in table.rows[said] if cell.text):
        said += 1
    if said and said < len(table.rows):
        return said
    while first > 1 and len({cell.origin for cell in table.rows[first - 1] if cell.text}) <= _GROUP_CELLS:
        first -= 1
    return first


def _title(table: Table, lang: Lang) -> str:
    if table.sheet is not None:
        return f"Sheet “{table.sheet}”" if lang is Lang.EN else f"Trang tính «{table.sheet}»"
    page = "" if table.page is None else f", {'page' if lang is Lang.EN else 'trang'} {table.page}"
    return f"{'Table' if lang is Lang.EN else 'Bảng'} {table.index + 1}{page}"


def _draw_cell(table: Table, cell: Cell, shape: _Shape, anchors: Anchors) -> str:
    rows, columns = _extent(table, cell)
    span = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    content = _content(table, cell, rows, columns, anchors)
    if cell.origin[0] < shape.head and cell.text:
        return f"<th{span}>{content}</th>"
    is_label = cell.origin[1] == shape.label and columns == 1
    named = (
        ("n", _NUMERIC.fullmatch(cell.text)),
        ("b", cell.bold and cell.text),
        ("lab", is_label),
        ("t", not is_label and len(cell.text) > _SHORT and columns == 1),
    )
    classes = " ".join(name for name, is_on in named if is_on)
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
    # the figure is the innermost mark: a click on the cell chooses it
    for item in sorted(items, key=lambda item: item.kind != "measurement"):
        content = f"{anchors.item_tags(item)[0]}{content}</span>"
    for opening in (tag for place in covered for tag in anchors.cell_problems.get(place, ())):
        content = f"{opening}{content}</span>"
    return content
