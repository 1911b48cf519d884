# SPDX-License-Identifier: Apache-2.0
"""Tables that run on over the next page of a PDF.

What is here: joining. Not here: finding them on a page (``tables``).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from tiendo.read.files.grid import Placed, clean
from tiendo.read.files.layout import has_figure
from tiendo.read.files.pdf.pages import Page
from tiendo.read.files.pdf.tables import SAME_RULE, Grid

_NEAR = 40  # rows from the end of a table in which its last row is looked for


def join_over_pages(pages: list[Page]) -> None:
    """Join a table that ends a page with one of the same columns that begins the next."""
    above: Grid | None = None
    for page in pages:
        if above is not None and page.grids and not page.runs[0] and _runs_on(above, page.grids[0]):
            _join(above, page.grids.pop(0))
            page.runs.pop(0)
            if page.grids:
                above = page.grids[-1]
        elif page.grids:
            above = page.grids[-1]
        elif page.lines:
            above = None
        if page.runs[-1]:
            above = None


def _runs_on(above: Grid, below: Grid) -> bool:
    """Whether two grids have the same columns."""
    return len(above.edges) == len(below.edges) and all(
        abs(a - b) <= 2 * SAME_RULE for a, b in zip(above.edges, below.edges, strict=True)
    )


def _join(above: Grid, below: Grid) -> None:
    """Append a grid; a header that is printed again is left out, a row that the page parts is put together."""
    skipped = _repeated_rows(above, below)
    head = [replace(c, is_header=True) for c in _first_rows(above, skipped)]
    above.cells[: len(head)] = head
    cells = [replace(cell, row=cell.row - skipped) for cell in below.cells if cell.row >= skipped]
    if _is_rest_of_row(above, cells):
        rest = {cell.column: cell.text for cell in cells if cell.row == 0}
        for i in _last_row(above):
            cell = above.cells[i]
            above.cells[i] = replace(cell, text=clean(f"{cell.text} {rest.get(cell.column, '')}"))
        cells = [replace(cell, row=cell.row - 1) for cell in cells if cell.row]
        skipped += 1
    above.cells += [replace(cell, row=above.height + cell.row) for cell in cells]
    above.height += below.height - skipped


def _repeated_rows(above: Grid, below: Grid) -> int:
    """How many rows at the head of the lower grid are those at the head of the upper one."""
    count = 0
    for row in range(min(above.height, below.height)):
        upper = [(c.column, c.text) for c in _first_rows(above, row + 1) if c.row == row]
        lower = [(c.column, c.text) for c in _first_rows(below, row + 1) if c.row == row]
        if upper != lower or not any(text for _, text in upper):
            break
        count = row + 1
    return count


def _first_rows(grid: Grid, count: int) -> list[Placed]:
    """The cells of the first rows; cells are in the order of their rows."""
    return list(takewhile(lambda cell: cell.row < count, grid.cells))


def _last_row(grid: Grid) -> list[int]:
    """Where in ``cells`` those stand that reach into the last row and begin near it."""
    near = takewhile(lambda i: grid.cells[i].row >= grid.height - _NEAR, reversed(range(len(grid.cells))))
    return [i for i in near if grid.cells[i].row + grid.cells[i].row_span == grid.height]


def _is_rest_of_row(above: Grid, cells: list[Placed]) -> bool:
    """Whether the first row only carries on words of the last row above: few cells, no figure, small letters first."""
    texts = {cell.column: cell.text for cell in cells if cell.row == 0 and cell.text}
    last = {above.cells[i].column for i in _last_row(above) if above.cells[i].text}
    return (
        0 < len(texts) <= max(1, len(above.edges) // 3)
        and texts.keys() <= last
        and not has_figure(texts.values())
        and all(text[0].islower() for text in texts.values())
    )
