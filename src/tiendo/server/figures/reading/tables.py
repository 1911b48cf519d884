# SPDX-License-Identifier: Apache-2.0
"""Tables of figures, one figure a row, from CSV and Excel files: their columns, and how their numbers are written.

What is here: a file → rows of cells with their lines. Not here: what a row means (``services.importing``).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from tiendo.kernel.vietnamese import search_key
from tiendo.server.figures.reading.workbook import DamagedError, TooLargeError, open_rows
from tiendo.server.support.packs import Fault, PackError

#: Columns by their names, as officers and programs write them. Source: house rule.
_NAMES = {
    "unit_code": ("unit_code", "unit", "mã đơn vị", "mã đơn vị hành chính"),
    "indicator": ("indicator", "indicator_code", "mã chỉ tiêu", "mã số liệu"),
    "period": ("period", "kỳ", "kỳ số liệu", "kỳ báo cáo"),
    "value": ("value", "giá trị", "số liệu"),
    "status": ("status", "trạng thái", "loại số liệu"),
    "numerator": ("numerator", "tử số"),
    "denominator": ("denominator", "mẫu số"),
    "missing": ("missing", "lý do chưa có số"),
    "note": ("note", "ghi chú"),
}
_NEEDED = ("unit_code", "indicator", "period")
_NUMBERS = ("value", "numerator", "denominator")
_BY_KEY = {search_key(name): column for column, names in _NAMES.items() for name in names}
_SAMPLE = 64 * 1024
_LONGEST_LINE, _MOST_LINES = 1 << 18, 1_000  # signs of a line, lines of a row (a note may have several)
_DELIMITERS = ",;\t"
_SHEETS = {".xlsx", ".xls", ".ods", ".xlsb"}

_PLAIN = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_ONE_POINT = re.compile(r"[-+]?[0-9]{1,3}\.[0-9]{3}")  # 1.234: a thousand and some, or one and some
_VIETNAMESE = re.compile(
    r"[-+]?[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[-+]?[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]+|[-+]?[0-9]+,[0-9]+"
)


class Numbers(StrEnum):
    """How the numbers of a file are written."""

    VIETNAMESE = "vi"  # 1.234,5
    PLAIN = "plain"  # 1234.5


@dataclass(frozen=True, slots=True)
class Cells:
    """One row; a column that the file does not have is empty.

    Attributes:
        line: of the file, 1-based; of the row in a workbook.
        numbers: value, numerator and denominator: as written, or exact where a workbook keeps a number.
    """

    line: int
    unit_code: str
    indicator: str
    period: str
    status: str
    missing: str
    note: str
    numbers: tuple[str | Decimal, str | Decimal, str | Decimal]


def open_table(path: Path) -> Iterator[Cells]:
    """The rows of a file, one after the other.

    Raises:
        PackError: no such file, another kind of file, a column is missing or stands twice, a row too long.
    """
    if not path.is_file():
        raise PackError([Fault(str(path), 0, _("There is no such file: check its name and folder."))])
    suffix = path.suffix.lower()
    if suffix in _SHEETS:
        yield from _read_sheet(path)
    elif suffix in (".csv", ".tsv", ".txt"):
        yield from _read_csv(path)
    else:
        raise PackError(
            [Fault(str(path), 0, _("Figures are read from .csv, .xlsx, .xls or .ods files, not from this kind."))]
        )


def find_numbers(path: Path) -> Numbers:
    """How the numbers of a file are written; a file of whole numbers is plain.

    Raises:
        PackError: both ways stand in it, or "1.234" could be meant in either.
    """
    plain = vietnamese = unclear = 0
    for cells in open_table(path):
        for text in cells.numbers:
            if isinstance(text, Decimal) or not text:
                continue
            if _ONE_POINT.fullmatch(text):
                unclear = unclear or cells.line
            elif _PLAIN.fullmatch(text):
                plain = plain or ("." in text and cells.line) or 0
            elif _VIETNAMESE.fullmatch(text):
                vietnamese = vietnamese or cells.line
    if plain and vietnamese:
        lines = {"one": plain, "other": vietnamese}
        sentence = _("Line %(one)s writes numbers like 1234.5 and line %(other)s like 1.234,5: write all in one way.")
        raise PackError([Fault(str(path), max(plain, vietnamese), sentence % lines)])
    if unclear and not plain and not vietnamese:
        sentence = _("A number like 1.234 can mean two things here: say which with --numbers vi or --numbers plain.")
        raise PackError([Fault(str(path), unclear, sentence)])
    return Numbers.VIETNAMESE if vietnamese else Numbers.PLAIN


@contextmanager
def _decoding(path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise PackError([Fault(str(path), 0, _("The file is not UTF-8: save it as UTF-8."))]) from error
    except csv.Error as error:
        raise PackError([Fault(str(path), 0, _("The file is no table of text: save it as CSV again."))]) from error


class _Lines:
    """The lines of a file of text, none of them longer, and no row of more of them, than a row of figures can be.

    Without a bound one line of a thousand million signs, or one row that never ends, would be held in memory.
    """

    def __init__(self, file: TextIO, name: str) -> None:
        self._file, self._name = file, name
        self.in_row = 0  # set back with each row

    def __iter__(self) -> Iterator[str]:
        line = 0
        while text := self._file.readline(_LONGEST_LINE):
            line += 1
            self.in_row += 1
            if self.in_row > _MOST_LINES or (len(text) == _LONGEST_LINE and not text.endswith("\n")):
                sentence = _("The row has no end: it is too long to be a row of figures, so this is no such table.")
                raise PackError([Fault(self._name, line, sentence)])
            if "\0" in text:
                sentence = _("The file is no table of text: save it as CSV again.")
                raise PackError([Fault(self._name, line, sentence)])
            yield text


def _read_csv(path: Path) -> Iterator[Cells]:
    with _decoding(path), path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline(_SAMPLE)
        delimiter = max(_DELIMITERS, key=first.count)
        file.seek(0)
        lines = _Lines(file, str(path))
        reader = csv.reader(lines, delimiter=delimiter)
        header = next(reader, [])
        places = _find_columns(header, str(path))
        lines.in_row = 0
        for row in reader:
            lines.in_row = 0
            if row:
                if len(row) > len(header):
                    counts = {"found": len(row), "wanted": len(header)}
                    sentence = _("The row has %(found)s cells, the first row has %(wanted)s.") % counts
                    raise PackError([Fault(str(path), reader.line_num, sentence)])
                yield _make(reader.line_num, row, places)


def _read_sheet(path: Path) -> Iterator[Cells]:
    try:
        with open_rows(path) as rows:
            header = [str(cell).strip() for cell in next(rows, [])]
            places = _find_columns(header, str(path))
            for line, row in enumerate(rows, start=2):
                if any(cell != "" for cell in row):
                    yield _make(line, row, places)
    except DamagedError as error:
        raise PackError([Fault(str(path), 0, _("The workbook cannot be opened: save it as .xlsx again."))]) from error
    except TooLargeError as error:
        sentence = _("The table of the workbook is too large: delete what is not needed, or save it as CSV.")
        raise PackError([Fault(str(path), 0, sentence)]) from error


def _find_columns(header: Sequence[str], file: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        column = _BY_KEY.get(search_key(name))
        if column is None:
            continue
        if column in places:
            raise PackError([Fault(file, 1, _("The column “%(name)s” stands twice: remove one.") % {"name": name})])
        places[column] = place
    missing = [_NAMES[column][0] for column in _NEEDED if column not in places]
    if "value" not in places and ("numerator" not in places or "denominator" not in places):
        missing.append("value")
    if missing:
        sentence = _("The columns %(names)s are missing in the first row.") % {"names": ", ".join(missing)}
        raise PackError([Fault(file, 1, sentence)])
    return places


def _make(line: int, row: Sequence[str | Decimal], places: dict[str, int]) -> Cells:
    def cell(column: str) -> str | Decimal:
        place = places.get(column)
        if place is None or place >= len(row):
            return ""
        found = row[place]
        return found.strip() if isinstance(found, str) else found

    unit, indicator, period, status, missing, note = (
        str(cell(column)) for column in ("unit_code", "indicator", "period", "status", "missing", "note")
    )
    return Cells(
        line, unit, indicator, period, status, missing, note, (cell("value"), cell("numerator"), cell("denominator"))
    )


def list_columns() -> Iterable[str]:
    """The columns by the names that programs use."""
    return tuple(_NAMES)
