# SPDX-License-Identifier: Apache-2.0
"""The cells of a table as rules match them, each read once: words in normal form, figures parsed.

Not here: what a row or a column is.
"""

from __future__ import annotations

import re

from tiendo.kernel.document import Cell, Stored, Table
from tiendo.kernel.records import record
from tiendo.read.tables.data import Figure
from tiendo.read.tables.figures import Marks, read_figures
from tiendo.read.text.shadow import cast

_SPACES = re.compile(r"\s+")
#: What stands in a cell that has no figure. Source: house reading of the genre.
PLACEHOLDERS = frozenset(("-", "–", "—", "--", "...", "…", "..", ".", "x", "/", "//", "\\", "*", "+", "_", "−", "kxđ"))
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,(?:\d{1,2}|\d{4,})|0,\d+")
_COMMA_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}")
_POINT_PART = re.compile(r"\d+\.\d{1,2}")
_POINT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_FEW = 3  # so many cells are a habit, fewer may be chance
_LONGEST_NUMBER = 20
_THOUSAND = 4  # digits from which thousands are parted


def normalise(text: str) -> str:
    """Words as rules match them: shadow form, single spaces."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower()).strip()
    return _SPACES.sub(" ", cast(text).norm).strip()


@record
class Grid:
    """A table with its cells read.

    Attributes:
        norms: words of each cell; a merged area repeats them.
        figures: numbers that fill each cell; empty at places that a merged area covers.
    """

    table: Table
    norms: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[tuple[Figure, ...], ...], ...]

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.table.rows)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.table.rows[0]) if self.table.rows else 0

    def text(self, row: int, column: int) -> str:
        """The words of a cell as written, with single spaces."""
        return _SPACES.sub(" ", self.table.rows[row][column].text).strip()

    def is_own(self, row: int, column: int) -> bool:
        """Whether the cell begins here, rather than being covered by a merged area."""
        return self.table.rows[row][column].origin == (row, column)

    def distinct(self, row: int) -> list[int]:
        """Columns of a row at which another cell with words begins (a cell merged from above counts once)."""
        out: list[int] = []
        last: tuple[int, int] | None = None
        cells = self.table.rows[row]
        for column, norm in enumerate(self.norms[row]):
            if norm and cells[column].origin != last:
                out.append(column)
                last = cells[column].origin
        return out


def _marks(table: Table) -> Marks:
    """Whether the typed numbers of a table are in English form. What a workbook stores as a number is shown in ours."""
    english = vietnamese = groups = parts = small = large = 0
    for row in table.rows:
        for cell in row:
            if cell.stored not in (None, Stored.TEXT):
                continue
            text = cell.text.strip().rstrip("%").rstrip()
            if not text or not text[0].isdigit() or len(text) > _LONGEST_NUMBER:
                continue
            english += _ENGLISH.fullmatch(text) is not None
            vietnamese += (_VIETNAMESE.fullmatch(text) or _POINT_GROUP.fullmatch(text)) is not None
            groups += _COMMA_GROUP.fullmatch(text) is not None
            parts += _POINT_PART.fullmatch(text) is not None
            small += text.isdigit() and len(text) < _THOUSAND
            large += text.isdigit() and len(text) >= _THOUSAND
    if vietnamese:
        return Marks.VIETNAMESE
    is_habit = groups >= _FEW and ((parts > 0) or (small > 0 and large == 0))
    return Marks.ENGLISH if english or is_habit or (groups > 1 and parts > 1) else Marks.VIETNAMESE


def make_grid(table: Table) -> Grid:
    """Read every cell once; equal cells are read once for all."""
    marks = _marks(table)
    words: dict[str, str] = {}
    seen: dict[tuple[str, bool], tuple[Figure, ...]] = {}

    def word(cell: Cell) -> str:
        found = words.get(cell.text)
        if found is None:
            found = words[cell.text] = normalise(cell.text)
        return found

    def figure(cell: Cell, row: int, column: int) -> tuple[Figure, ...]:
        if cell.origin != (row, column) or cell.stored is Stored.DATE:
            return ()
        is_ours = cell.stored in (Stored.NUMBER, Stored.PERCENT, Stored.FORMULA)
        key = (cell.text, is_ours)
        found = seen.get(key)
        if found is None:
            norm = word(cell)
            found = () if norm in PLACEHOLDERS else read_figures(norm, Marks.VIETNAMESE if is_ours else marks)
            seen[key] = found
        return found

    norms = tuple(tuple(word(cell) for cell in row) for row in table.rows)
    figures = tuple(tuple(figure(cell, r, c) for c, cell in enumerate(row)) for r, row in enumerate(table.rows))
    return Grid(table, norms, figures)
