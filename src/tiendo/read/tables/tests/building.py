# SPDX-License-Identifier: Apache-2.0
"""Tables written as lines of cells, for tests: "<" is merged with the cell to the left, "^" with the cell above."""

from __future__ import annotations

from tiendo.kernel.document import Cell, Document, Stored, Table
from tiendo.kernel.findings import DocumentFacts
from tiendo.read.tables import TableFindings, read_tables

NO_FACTS = DocumentFacts()


def build_table(text: str, *, index: int = 0, position: int = 0, sheet: str | None = None) -> Table:
    """A table from lines of cells parted by "|"; "%%" before a cell makes it a number in percent format."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines() if line.strip()]
    width = max(len(line) for line in lines)
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    words: dict[tuple[int, int], str] = {}
    for r, line in enumerate(lines):
        for c in range(width):
            cell = line[c] if c < len(line) else ""
            place = (r, c)
            if cell == "<":
                place = origins[r, c - 1]
            elif cell == "^":
                place = origins[r - 1, c]
            origins[r, c] = place
            words.setdefault(place, cell)
    rows = []
    for r in range(len(lines)):
        cells = []
        for c in range(width):
            text_of, stored = words[origins[r, c]], None
            if text_of.startswith("%%"):
                text_of, stored = text_of[2:], Stored.PERCENT
            ref = f"{chr(65 + origins[r, c][1])}{origins[r, c][0] + 1}" if sheet else None
            cells.append(Cell(text_of, origins[r, c], ref, stored))
        rows.append(tuple(cells))
    return Table(index, tuple(rows), position, sheet)


def read_one(
    text: str, *, before: str = "", facts: DocumentFacts = NO_FACTS, sheet: str | None = None
) -> TableFindings:
    """The findings of a document that holds this one table behind the text ``before``."""
    table = build_table(text, position=len(before), sheet=sheet)
    return read_tables(Document("bang.docx", "docx", before, (), (table,)), facts)
