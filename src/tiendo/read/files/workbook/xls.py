# SPDX-License-Identifier: Apache-2.0
"""An .xls (Excel 97–2003) → a document of tables, one per visible sheet.

What is here: cells as xlrd gives them. Not here: number formats (``formats``).
"""

from __future__ import annotations

import os
from typing import Any

import xlrd  # type: ignore[import-untyped]

from tiendo.kernel.document import Document, Stored
from tiendo.read.files.assembly import Assembly, check_cells
from tiendo.read.files.errors import DAMAGED, LOCKED, NOTHING_READ, UnreadableFile
from tiendo.read.files.workbook.formats import GENERAL, show_number
from tiendo.read.files.workbook.notes import Findings
from tiendo.read.files.workbook.parts import Look
from tiendo.read.files.workbook.sheet import Area, Shown, add_sheet, column_name

_MEDIA = "xls"
_BOLD = 600


def read(path: str, data: bytes) -> Document:
    """Read an old Excel workbook.

    Raises:
        UnreadableFile: it is damaged, locked, or empty.
    """
    try:
        with open(os.devnull, "w", encoding="utf-8") as silence:
            book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=silence)
            return _read(path, book)
    except UnreadableFile:
        raise
    except xlrd.XLRDError as error:
        is_locked = "encrypt" in str(error).lower() or "password" in str(error).lower()
        raise UnreadableFile(LOCKED if is_locked else DAMAGED, media=_MEDIA) from error
    except Exception as error:  # xlrd follows the numbers of a damaged file wherever they lead
        raise UnreadableFile(DAMAGED, media=_MEDIA) from error


def _read(path: str, book: Any) -> Document:  # noqa: ANN401 - CONFIG: xlrd publishes no types
    out = Assembly(path, _MEDIA)
    found = Findings()
    looks = [_look(book, xf) for xf in book.xf_list]
    for sheet in book.sheets():
        if sheet.visibility:
            found.hidden.append(sheet.name)
            continue
        lines = [*sheet.rowinfo_map.values(), *sheet.colinfo_map.values()]
        found.has_hidden_lines |= any(line.hidden for line in lines)
        cells: dict[tuple[int, int], Shown] = {}
        for r in range(sheet.nrows):
            for c in range(sheet.row_len(r)):
                shown = _show(sheet, r, c, looks, found, book.datemode == 1)
                if shown is not None:
                    cells[r, c] = shown
            check_cells(len(cells))
        merged = [Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
        add_sheet(out, sheet.name, cells, merged)
    found.tell(out)
    if not out.has_words():
        raise UnreadableFile(NOTHING_READ, media=_MEDIA)
    return out.finish()


def _look(book: Any, xf: Any) -> Look:  # noqa: ANN401 - CONFIG: as above
    form = book.format_map.get(xf.format_key)
    font = book.font_list[xf.font_index] if xf.font_index < len(book.font_list) else None
    return Look(
        form.format_str if form is not None and form.format_str else GENERAL,
        font is not None and (font.bold == 1 or font.weight >= _BOLD),
        font.name if font is not None else None,
    )


def _show(sheet: Any, r: int, c: int, looks: list[Look], found: Findings, is_1904: bool) -> Shown | None:  # noqa: ANN401
    kind, value = sheet.cell_type(r, c), sheet.cell_value(r, c)
    at = sheet.cell_xf_index(r, c)
    look = looks[at] if at is not None and at < len(looks) else Look()
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return Shown(*show_number(value, look.code, is_1904=is_1904), look.bold)
    if kind == xlrd.XL_CELL_TEXT:
        return Shown(found.convert(value, look.font), Stored.TEXT, look.bold)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return Shown("TRUE" if value else "FALSE", Stored.TEXT, look.bold)
    if kind == xlrd.XL_CELL_ERROR:
        found.errors.append(f"{column_name(c)}{r + 1}")
        return Shown(xlrd.error_text_from_code.get(value, "#N/A"), Stored.TEXT, look.bold)
    return None
