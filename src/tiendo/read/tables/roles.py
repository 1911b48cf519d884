# SPDX-License-Identifier: Apache-2.0
"""Which column numbers the rows, names them, holds the unit, holds remarks, and which hold figures.

Content decides first, words second: "Chỉ tiêu" over words names the rows, over numbers it is a plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiendo.kernel.document import Stored
from tiendo.read.tables import words
from tiendo.read.tables.data import Column, Role, Section, Sense
from tiendo.read.tables.grid import PLACEHOLDERS, Grid
from tiendo.read.tables.header import is_year
from tiendo.read.tables.meanings import read_meaning
from tiendo.read.tables.units import is_unit

_ORDINAL_HEAD = re.compile(r"(?:s\.?t\.?t|t\.?t|số (?:tt|stt|thứ tự)|#|thứ tự|no|n°)\.?")
ORDINAL = re.compile(
    r"(?:[ivx]{1,5}|[a-zđ]|\d{1,3})(?:\.\d{1,2}){0,4}[.)]?|\(\d{1,2}\)|[-–+*•]+|[a-zđ]\d{1,2}|(?:[ivx]{1,4}|[a-d])\.\d{1,2}"
)
_UNIT_HEAD = re.compile(rf"{words.UNIT_HEAD}(?!\w).{{0,20}}")
_UNIT_OR_BODY = re.compile(r"đơn vị|đ/v")
_NOTE_HEAD = re.compile(rf"{words.NOTE}(?!\w)|{words.NOTE_ALONE}(?: ?\(.*\))?$")
_WORDS_HEAD = re.compile(rf"{words.NOTE_OF_WORDS}(?!\w)")
_NAME_HEAD = re.compile(rf"{words.NAME}(?!\w)")
_GROUP_HEAD = re.compile(rf"{words.GROUP}(?!\w)")
_YEAR_HEAD = re.compile(r"(?:năm|tháng|quý|kỳ|thời kỳ|giai đoạn)?")
_HALF = 2
_FEW = 3
_MOST = 10  # nine tenths of the rows are as good as all


@dataclass(slots=True)
class _Content:
    """Counts over the cells of a column under the header."""

    figures: int = 0
    words: int = 0
    ordinals: int = 0
    units: int = 0
    years: int = 0
    dates: int = 0
    different: int = 0
    said: int = 0
    counts: bool = False

    @property
    def filled(self) -> int:
        return self.figures + self.words + self.dates


def _count(grid: Grid, rows: list[int], column: int) -> _Content:
    content = _Content()
    seen: set[str] = set()
    for row in rows:
        if not grid.is_own(row, column):
            continue
        norm = grid.norms[row][column]
        if not norm or norm in PLACEHOLDERS:
            content.ordinals += norm in ("-", "+", "*", "–")
            continue
        seen.add(norm)
        content.said += 1
        content.ordinals += ORDINAL.fullmatch(norm) is not None
        if grid.table.rows[row][column].stored is Stored.DATE:
            content.dates += 1
        elif grid.figures[row][column]:
            content.figures += 1
            content.years += is_year(norm)
        else:
            content.words += 1
            content.units += is_unit(norm)
    content.different = len(seen)
    content.counts = _counts_up(grid, rows, column)
    return content


def _counts_up(grid: Grid, rows: list[int], column: int) -> bool:
    """Whether the numbers of a column are 1, 2, 3 … without a gap."""
    said = [grid.norms[r][column] for r in rows if grid.norms[r][column]]
    return len(said) > 1 and all(norm == str(k) for k, norm in enumerate(said, start=1))


def assign_roles(grid: Grid, section: Section) -> None:
    """Set role and meaning of every column of a section."""
    rows = [row for row in section.data if len(grid.distinct(row)) > 1]  # a row of one cell is a group
    contents = [_count(grid, rows, column.index) for column in section.columns]
    for column, content in zip(section.columns, contents, strict=True):
        column.meaning = read_meaning(column.norms)
        column.role = _first_role(column, content, section, contents)
    _choose_label(section, contents)
    for column in section.columns:
        if column.role is Role.LABEL and column.norms and column.meaning.sense is not Sense.FACT:
            column.meaning = read_meaning(())


def _first_role(column: Column, content: _Content, section: Section, contents: list[_Content]) -> Role:
    last = column.norms[-1] if column.norms else ""
    by_head = _role_of_head(column, content)
    if by_head is not None:
        return by_head
    if _is_ordinal_column(column, content, section, contents):
        return Role.ORDINAL
    is_year_list = (
        content.years
        and content.years == content.figures
        and (_YEAR_HEAD.fullmatch(last) or (content.years > 1 and "năm" in last))
    )
    is_list = content.counts and not any(c.figures or c.words for c in contents[: column.index])
    if not content.words and (is_year_list or (is_list and column.meaning.sense is Sense.FACT)):
        return Role.LABEL
    is_first_text = content.words > content.figures and not any(c.words for c in contents[: column.index])
    says_figures = column.meaning.sense is not Sense.FACT and not is_first_text
    if content.figures > content.words or (says_figures and (content.figures or not content.filled)):
        return Role.FIGURE
    if not last and content.units * _HALF >= content.filled and content.units >= _FEW:
        return Role.UNIT
    return Role.LABEL if content.words else Role.NOTE


def _role_of_head(column: Column, content: _Content) -> Role | None:
    """The role that words or dates settle whatever else stands in the column."""
    last = column.norms[-1] if column.norms else ""
    top = column.norms[0] if column.norms else ""
    if _ORDINAL_HEAD.fullmatch(last):
        return Role.ORDINAL
    if _UNIT_HEAD.fullmatch(last):
        return Role.UNIT
    if _UNIT_OR_BODY.fullmatch(last) and content.units * _HALF >= content.filled and content.units:
        return Role.UNIT
    is_wordy = content.figures <= content.words and any(
        head.match(level) for head in (_NOTE_HEAD, _WORDS_HEAD) for level in (last, top)
    )
    if _NOTE_HEAD.match(last) or is_wordy or content.dates * _HALF > content.filled:
        return Role.NOTE
    return None


def _is_ordinal_column(column: Column, content: _Content, section: Section, contents: list[_Content]) -> bool:
    """A first column that counts 1, 2, 3 … under any head, or holds I, 1, 2 without head, beside words."""
    if (column.norms and not content.counts) or column.index + 1 >= len(contents) or not content.filled:
        return False
    if any(contents[k].words for k in range(column.index)):
        return False
    return content.ordinals >= content.filled and any(c.words for c in contents[column.index + 1 : column.index + _FEW])


def _choose_label(section: Section, contents: list[_Content]) -> None:
    """Of the columns of words one names the rows; the others group them or are remarks."""
    columns = [c for c in section.columns if c.role is Role.LABEL]
    first_figure = next((c.index for c in section.columns if c.role is Role.FIGURE), len(section.columns))
    before = [c for c in columns if c.index < first_figure] or columns[:1]
    if not before:
        return

    def rank(column: Column) -> tuple[bool, bool, bool, bool, int]:
        last = column.norms[-1] if column.norms else ""
        many = contents[column.index].different
        most = max(contents[c.index].different for c in before)
        full = contents[column.index].said * _MOST >= (_MOST - 1) * max(contents[c.index].said for c in before)
        return (many * _HALF > most, full, not _GROUP_HEAD.match(last), bool(_NAME_HEAD.match(last)), -column.index)

    label = max(before, key=rank)
    for column in columns:
        if column is label:
            continue
        is_before = column in before
        column.role = Role.GROUP if is_before and column.index < label.index else Role.NOTE
        if is_before and column.index > label.index and contents[column.index].different <= _FEW:
            column.role = Role.GROUP
