# SPDX-License-Identifier: Apache-2.0
"""Cells with spans → a rectangular grid in which a merged area repeats its cell.

What is here: geometry of tables. Not here: what the cells say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tiendo.kernel.document import Cell
from tiendo.read.files.assembly import Rows, check_cells


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its top left place, with the number of rows and columns it covers."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    bold: bool = False
    is_header: bool = False


def clean(text: str) -> str:
    """The words of a cell with single spaces between them."""
    return " ".join(text.split())


def lay_out(placed: Iterable[Placed]) -> Rows:
    """The grid that the cells span; places that no cell covers are empty, of two that overlap the first wins."""
    cells = list(placed)
    height = max((c.row + c.row_span for c in cells), default=0)
    width = max((c.column + c.column_span for c in cells), default=0)
    check_cells(height * width)
    grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for spot in cells:
        cell = Cell(spot.text, (spot.row, spot.column), bold=spot.bold, is_header=spot.is_header)
        for row in grid[spot.row : spot.row + spot.row_span]:
            for column in range(spot.column, spot.column + spot.column_span):
                if row[column] is None:
                    row[column] = cell
    return tuple(
        tuple(Cell("", (r, c)) if cell is None else cell for c, cell in enumerate(row)) for r, row in enumerate(grid)
    )
