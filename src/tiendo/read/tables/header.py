# SPDX-License-Identifier: Apache-2.0
"""Where the header of a table stands, what its paths are, and where another header begins.

Not here: what the words of the header mean (``meanings``, ``roles``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tiendo.kernel.document import Stored
from tiendo.read.tables import words
from tiendo.read.tables.data import Column, Section
from tiendo.read.tables.grid import Grid

_HEADER_WORD = re.compile(rf"(?:{words.HEADER}|\d{{1,2}} tháng|\d{{4}})(?!\w)")
_DATE_LINE = r"[^,]{1,40}, ?(?:ngày|tháng) "
_LETTERHEAD = re.compile(rf"{words.LETTERHEAD}|{_DATE_LINE}\\d")
_TITLE = re.compile(rf"{words.TITLE}")
_COLUMN_NUMBER = re.compile(
    r"\(?\[?(?:(?P<letter>[a-eđ])|(?P<number>\d{1,2}))\]?\)?(?P<formula>\s?=\s?[\d\s+*/:().x×%\[\]-]{1,40})?\)?"
)
_QUOTIENT = re.compile(r"=\s?[\[(]?(\d{1,2})[\])]?\s?[/:]\s?[\[(]?(\d{1,2})[\])]?(?![\d+*-])")
_FOOT = re.compile(rf"{words.FOOT}|{_DATE_LINE}")
_YEAR = re.compile(r"(?:19|20)\d\d|2\.0\d\d")
_ENDS_IN_YEAR = re.compile(r"(?:\D{1,15} )?(?:19|20)\d\d|2\.0\d\d")
_LONGEST_HEADER = 120
_DEEPEST = 5  # rows of a header
_AHEAD = 8  # rows under a possible header that may have no figures yet
_KEPT = 3  # title lines kept from among the rows of a section
_PAIR = 2
_WIDE = 3  # distinct cells of a row that can hardly be a title


def is_year(norm: str) -> bool:
    """Whether a cell is a year alone (a workbook may show it with a separator)."""
    return _YEAR.fullmatch(norm) is not None


def count_figures(grid: Grid, row: int) -> int:
    """Cells of a row that hold a figure; years ("2025", "Ước 2026") do not count."""
    return sum(1 for c, f in enumerate(grid.figures[row]) if f and not _ENDS_IN_YEAR.fullmatch(grid.norms[row][c]))


def _hits(grid: Grid, row: int, columns: list[int]) -> int:
    norms = grid.norms[row]
    return sum(1 for c in columns if len(norms[c]) <= _LONGEST_HEADER and _HEADER_WORD.match(norms[c]))


def is_numbering(grid: Grid, row: int) -> bool:
    """Whether a row numbers the columns: "A B 1 2 3", "(1) (2) (3=2/1)"."""
    numbers, others = [], 0
    for column in grid.distinct(row):
        found = _COLUMN_NUMBER.fullmatch(grid.norms[row][column])
        if found is None:
            return False
        if found["number"]:
            numbers.append(int(found["number"]))
        else:
            others += 1
    rises = all(a + 1 == b for a, b in pairwise(numbers))
    return len(numbers) + others >= _WIDE and len(numbers) > 1 and rises and numbers[0] <= _WIDE


def is_foot(grid: Grid, row: int) -> bool:
    """Whether a row is a footnote or begins the signatures: no figures, words that say so."""
    columns = grid.distinct(row)
    return bool(columns) and not count_figures(grid, row) and _FOOT.match(grid.norms[row][columns[0]]) is not None


def _is_title(grid: Grid, row: int, columns: list[int]) -> bool:
    """Whether a row is a line over the table: letterhead, number, date, unit; in two cells also a body or a form."""
    norms = grid.norms[row]
    if any(_LETTERHEAD.match(norms[c]) for c in columns):
        return True
    return len(columns) == _PAIR and any(_TITLE.match(norms[c]) for c in columns)


def _is_header(grid: Grid, row: int, columns: list[int], *, needed: int) -> bool:
    """Whether a row with at least two cells may begin a header."""
    if count_figures(grid, row) or _is_title(grid, row, columns) or is_foot(grid, row):
        return False
    hits = _hits(grid, row, columns)
    return hits >= needed and (hits * 2 >= len(columns) or hits >= _WIDE)


def _heads_figures(grid: Grid, row: int, columns: list[int]) -> bool:
    """A row of words none of which is known, right over figures in most of its columns."""
    if count_figures(grid, row) or any(len(grid.norms[row][c]) > _LONGEST_HEADER for c in columns):
        return False
    if _is_title(grid, row, columns) or is_foot(grid, row):
        return False
    for below in range(row + 1, min(row + 1 + _AHEAD, grid.height)):
        under = [c for c, f in enumerate(grid.figures[below]) if f]
        if under and not is_numbering(grid, below):
            headed = [c for c in under if grid.norms[row][c]]
            return len(headed) * 2 > len(under)
        if len(grid.distinct(below)) > 1 and _is_header(grid, below, grid.distinct(below), needed=2):
            return False
    return False


def _continues(grid: Grid, first: int, row: int) -> bool:
    """Whether a row is one more row of the header that begins at ``first``."""
    columns = grid.distinct(row)
    if not columns or is_numbering(grid, row) or is_foot(grid, row):
        return False
    own = [c for c in columns if grid.table.rows[row][c].origin[0] == row]
    if any(len(grid.norms[row][c]) > _LONGEST_HEADER for c in own):
        return False
    if not own or columns[0] < own[0]:  # the head of the first column reaches down; what looks like a figure is a head
        return count_figures(grid, row) * 2 < len(columns)
    return not count_figures(grid, row) and _stands_under(grid, first, row, own)


def _stands_under(grid: Grid, first: int, row: int, own: list[int]) -> bool:
    """Without merged cells: the labels are not repeated, and what stands here stands under a head."""
    lead = next((c for c in range(grid.width) if grid.norms[first][c]), 0)
    heads_nothing = len(own) == 1 and grid.width > 2 and not grid.norms[row][own[0]].startswith("(")  # noqa: PLR2004
    if own[0] <= lead or heads_nothing:
        return False
    return all(any(grid.norms[first][k] for k in range(lead + 1, c + 1)) for c in own)


def _header_end(grid: Grid, first: int) -> int:
    row = first + 1
    while row < min(grid.height, first + _DEEPEST) and _continues(grid, first, row):
        row += 1
    if row < grid.height and is_numbering(grid, row):
        row += 1
    return row


def _levels(grid: Grid, header: range, column: int) -> list[tuple[str, str]]:
    """The header path of a column, top first, as written and as matched."""
    out: list[tuple[str, str]] = []
    for row in header:
        cell = grid.table.rows[row][column]
        text = grid.norms[row][column]
        at = column
        if not text and row + 1 < header.stop:
            at = _parent(grid, header, row, column)
            text = grid.norms[row][at] if at >= 0 else ""
        elif cell.origin[0] < row and cell.origin[0] in header:
            continue  # merged from above: already taken
        if text and (not out or out[-1][1] != text):
            out.append((grid.text(row, at), text))
    return out


def _parent(grid: Grid, header: range, row: int, column: int) -> int:
    """The head to the left that an empty place stands under, where cells are not merged; −1 when none."""
    below = next((r for r in range(row + 1, header.stop) if grid.norms[r][column]), None)
    if below is None:
        return -1
    for at in range(column - 1, -1, -1):
        if grid.norms[row][at]:
            stands_alone = not any(grid.norms[r][at] for r in range(row + 1, header.stop))
            return -1 if stands_alone else at
        if not any(grid.norms[r][at] for r in header):
            return -1
    return -1


def _formulas(grid: Grid, row: int) -> dict[int, tuple[int, int]]:
    """What the row of column numbers says of quotients: column → (numerator column, denominator column)."""
    where: dict[int, int] = {}
    said: dict[int, tuple[int, int]] = {}
    for column in grid.distinct(row):
        found = _COLUMN_NUMBER.fullmatch(grid.norms[row][column])
        if found is None:
            continue
        if found["number"]:
            where[int(found["number"])] = column
        quotient = _QUOTIENT.match((found["formula"] or "").strip())
        if quotient is not None:
            said[column] = int(quotient[1]), int(quotient[2])
    return {c: (where[n], where[d]) for c, (n, d) in said.items() if n in where and d in where}


def _columns(grid: Grid, header: range) -> list[Column]:
    worded = header
    formulas: dict[int, tuple[int, int]] = {}
    if len(header) and is_numbering(grid, header.stop - 1):
        formulas = _formulas(grid, header.stop - 1)
        worded = range(header.start, header.stop - 1)
    columns = []
    for index in range(grid.width):
        levels = _levels(grid, worded, index)
        columns.append(Column(index, tuple(t for t, _ in levels), tuple(n for _, n in levels)))
        columns[-1].formula = formulas.get(index)
    return columns


def find_sections(grid: Grid) -> Iterator[Section]:
    """The headers of a grid with the rows under each, in order; a header repeated on another page is left out.

    Rows that hold one cell only before a header are its title lines.
    """
    titles: list[str] = []
    section: Section | None = None
    repeated: set[tuple[str, ...]] = set()
    row = 0
    while row < grid.height:
        columns = grid.distinct(row)
        end = row + 1
        if columns and grid.norms[row] not in repeated:
            begun = _begin(grid, row, columns, section)
            if begun is not None:
                if section is not None:
                    yield section
                section, end = begun, max(begun.header.stop, row + 1)
                section.titles = tuple(titles)
                titles = []
                repeated = {grid.norms[r] for r in section.header if len(grid.distinct(r)) > 1}
            if section is None:
                titles.extend(grid.text(row, c) for c in columns)
            elif row not in section.header and not is_foot(grid, row):
                section.data.append(row)
                if len(columns) == 1:  # a group, or the title of the next table on the sheet
                    titles = [*titles[-_KEPT:], grid.text(row, columns[0])]
        row = end
    if section is not None:
        yield section


def _begin(grid: Grid, row: int, columns: list[int], section: Section | None) -> Section | None:
    """The section that begins at a row: with a header, or, where none has come yet, with figures."""
    if len(columns) == 1:
        return None
    is_first = section is None
    if _is_header(grid, row, columns, needed=2 if is_first else _WIDE) or (
        is_first and not _has_date(grid, row) and _heads_figures(grid, row, columns)
    ):
        header = range(row, _header_end(grid, row))
    elif is_first and count_figures(grid, row) and not is_numbering(grid, row):
        header = range(row, row)
    else:
        return None
    return Section(header, [], _columns(grid, header))


def _has_date(grid: Grid, row: int) -> bool:
    return any(cell.stored is Stored.DATE for cell in grid.table.rows[row])
