# SPDX-License-Identifier: Apache-2.0
"""Cells of a sheet by place → a table.

What is here: used area, merged areas, A1 names. Not here: what a cell shows (``formats``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tiendo.kernel.document import Cell, Stored
from tiendo.read.files import limits
from tiendo.read.files.assembly import Assembly, Rows, check_cells
from tiendo.read.files.grid import clean

_LETTERS = 26
_KEPT_EMPTY = 2  # empty rows or columns that stay between two far parts of a sheet


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows and how it is stored."""

    text: str
    stored: Stored | None
    bold: bool = False


_BLANK = Shown("", None)


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area, ends included."""

    top: int
    left: int
    bottom: int
    right: int


def column_name(column: int) -> str:
    """The letters of a column: 0 → "A", 26 → "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def add_sheet(out: Assembly, name: str, cells: dict[tuple[int, int], Shown], merged: Iterable[Area]) -> None:
    """Append a sheet as a table, from A1 to its last cell with words; a sheet without words is an empty table.

    Args:
        cells: by row and column; it is emptied, so that a large sheet is not held twice.
        merged: areas of which the first cell holds the words.
    """
    index = out.reserve_table()
    out.set_table(index, _rows(cells, merged), sheet=name)


def _rows(cells: dict[tuple[int, int], Shown], merged: Iterable[Area]) -> Rows:
    used = [place for place, shown in cells.items() if shown.text or shown.stored is Stored.FORMULA]
    if not used:
        return ()
    rows, columns = _axes({r for r, _ in used}, {c for _, c in used})
    check_cells(len(rows) * len(columns))
    names = [(c, column_name(c)) for c in columns]
    grid: list[list[Cell]] = []
    for i, r in enumerate(rows):
        row: list[Cell] = []
        for j, (c, letters) in enumerate(names):
            shown = cells.pop((r, c), _BLANK)
            row.append(Cell(clean(shown.text), (i, j), f"{letters}{r + 1}", shown.stored, shown.bold))
        grid.append(row)
    row_at = {r: i for i, r in enumerate(rows)}
    column_at = {c: i for i, c in enumerate(columns)}
    for area in merged:
        _merge(grid, area, row_at, column_at)
    return tuple(tuple(row) for row in grid)


def _axes(used_rows: set[int], used_columns: set[int]) -> tuple[list[int], list[int]]:
    """The rows and columns of the grid: all from the first on; of a sheet with far-off cells those near words."""
    height, width = max(used_rows) + 1, max(used_columns) + 1
    if height * width <= limits.MAX_CELLS // 4:
        return list(range(height)), list(range(width))
    return _near(used_rows), _near(used_columns)


def _near(used: set[int]) -> list[int]:
    return sorted({at - back for at in used for back in range(_KEPT_EMPTY + 1) if at >= back})


def _merge(grid: list[list[Cell]], area: Area, row_at: dict[int, int], column_at: dict[int, int]) -> None:
    top, left = row_at.get(area.top), column_at.get(area.left)
    if top is None or left is None:
        return
    origin = grid[top][left]
    height, width = (
        min(area.bottom - area.top + 1, len(grid) - top),
        min(area.right - area.left + 1, len(grid[0]) - left),
    )
    for row in grid[top : top + height]:
        row[left : left + width] = [origin] * width
