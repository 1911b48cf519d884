# SPDX-License-Identifier: Apache-2.0
"""An .xlsx → a document of tables, one per visible sheet.

What is here: cells as stored and as shown, read as a stream. Not here: number formats (``formats``).
"""

from __future__ import annotations

import re

from lxml import etree

from tiendo.kernel.document import Document, Stored
from tiendo.read.files.archive import Archive, iterate_xml
from tiendo.read.files.assembly import Assembly, check_cells
from tiendo.read.files.errors import DAMAGED, NOTHING_READ, UnreadableFile
from tiendo.read.files.workbook.formats import show_number
from tiendo.read.files.workbook.notes import Findings
from tiendo.read.files.workbook.parts import Look, local, read_looks, read_relations, read_strings, rich_text, whole
from tiendo.read.files.workbook.sheet import Area, Shown, add_sheet, column_name

_MEDIA = "xlsx"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_PLAIN = Look()


def read(path: str, data: bytes) -> Document:
    """Read an Excel workbook.

    Raises:
        UnreadableFile: it is damaged, locked, a bomb, or empty.
    """
    archive = Archive(data, _MEDIA)
    main = _main_part(archive)
    root = archive.tree(main)
    relations = read_relations(archive, main)
    book = _Book(archive, root, relations)
    out = Assembly(path, _MEDIA)
    for name, state, relation in _sheets(root):
        kind, part = relations.get(relation, ("", ""))
        if kind != "worksheet" or archive.find(part) is None:
            continue  # charts and macros have no cells
        if state in ("hidden", "veryHidden"):
            book.found.hidden.append(name)
            continue
        book.found.sheet = name
        book.read_sheet(out, name, part)
    book.found.tell(out)
    if not out.has_words():
        raise UnreadableFile(NOTHING_READ, media=_MEDIA)
    return out.finish()


def _main_part(archive: Archive) -> str:
    for kind, part in read_relations(archive, "").values():
        if kind == "officeDocument" and archive.find(part) is not None:
            return part
    return "xl/workbook.xml"


def _sheets(root: etree._Element) -> list[tuple[str, str, str]]:
    """Name, state and relation of the sheets in their order."""
    found: list[tuple[str, str, str]] = []
    for group in root:
        if local(group) == "sheets":
            for e in group:
                relation = next((v for k, v in e.attrib.items() if str(k).endswith("}id")), "")
                found.append((e.get("name") or "", e.get("state") or "visible", str(relation)))
    return found


class _Book:
    """What all sheets share."""

    def __init__(self, archive: Archive, root: etree._Element, relations: dict[str, tuple[str, str]]) -> None:
        self._archive = archive
        parts = {kind: part for kind, part in relations.values()}
        styles = archive.find(parts.get("styles", "xl/styles.xml"))
        self._looks = read_looks(archive.tree(styles) if styles else None)
        self._strings = read_strings(archive, archive.find(parts.get("sharedStrings", "xl/sharedStrings.xml")))
        settings = [e for e in root if local(e) == "workbookPr"]
        self._is_1904 = any(e.get("date1904") in ("1", "true") for e in settings)
        self.found = Findings()

    def read_sheet(self, out: Assembly, name: str, part: str) -> None:
        """Read the cells and merged areas of a sheet."""
        cells: dict[tuple[int, int], Shown] = {}
        merged: list[Area] = []
        next_row = 0
        for e in iterate_xml(self._archive, part, "row", "mergeCell", "col"):
            if local(e) == "mergeCell":
                area = _area(e.get("ref") or "")
                merged += [area] if area else []
            elif local(e) == "col":
                self.found.has_hidden_lines |= e.get("hidden") in ("1", "true")
            else:
                row = max(whole(e.get("r"), next_row + 1) - 1, 0)
                self.found.has_hidden_lines |= e.get("hidden") in ("1", "true")
                self._read_row(e, row, cells)
                check_cells(len(cells))
                next_row = row + 1
        add_sheet(out, name, cells, merged)

    def _read_row(self, element: etree._Element, row: int, cells: dict[tuple[int, int], Shown]) -> None:
        column = 0
        for e in element:
            if local(e) != "c":
                continue
            place = _place(e.get("r") or "")
            column = place[1] if place else column
            if row < _MOST_ROWS and column < _MOST_COLUMNS:
                shown = self._show(e, row, column)
                if shown is not None:
                    cells[row, column] = shown
            column += 1

    def _show(self, element: etree._Element, row: int, column: int) -> Shown | None:
        parts = {local(e): e for e in element}
        value = parts["v"].text if "v" in parts else None
        has_formula = "f" in parts
        kind = element.get("t") or "n"
        look = self._look(element.get("s"))
        if kind == "inlineStr" and "is" in parts:
            text, stored = self._convert(*rich_text(parts["is"]), look), Stored.TEXT
        elif not value:
            if has_formula:
                self.found.uncounted.append(f"{column_name(column)}{row + 1}")
                return Shown("", Stored.FORMULA, look.bold)
            return None
        elif kind == "s":
            text, stored = self._string(value, look), Stored.TEXT
        elif kind == "n":
            text, stored = self._number(value, look)
        else:
            text, stored = self._word(kind, value, look, row, column)
        return Shown(text, Stored.FORMULA if has_formula else stored, look.bold)

    def _string(self, number: str, look: Look) -> str:
        at = whole(number.strip(), len(self._strings))
        if at >= len(self._strings):
            raise UnreadableFile(DAMAGED, media=_MEDIA)
        return self._convert(*self._strings[at], look)

    def _convert(self, text: str, encoding: str | None, look: Look) -> str:
        """Text of a cell; its runs may have been converted by their own fonts already."""
        if encoding is None:
            return self.found.convert(text, look.font)
        self.found.encodings.add(encoding)
        return text

    def _number(self, value: str, look: Look) -> tuple[str, Stored]:
        try:
            number = float(value)
        except ValueError:
            return value, Stored.TEXT
        return show_number(number, look.code, is_1904=self._is_1904)

    def _word(self, kind: str, value: str, look: Look, row: int, column: int) -> tuple[str, Stored]:
        match kind:
            case "b":
                return ("TRUE" if value.strip() == "1" else "FALSE"), Stored.TEXT
            case "e":
                self.found.errors.append(f"{column_name(column)}{row + 1}")
                return value, Stored.TEXT
            case "d":
                day = value[:10].split("-")
                return "/".join(reversed(day)), Stored.DATE
            case _:
                return self._convert(value, None, look), Stored.TEXT

    def _look(self, number: str | None) -> Look:
        at = whole(number, 0)
        return self._looks[at] if at < len(self._looks) else _PLAIN


def _place(ref: str) -> tuple[int, int] | None:
    found = _PLACE.fullmatch(ref)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _area(ref: str) -> Area | None:
    first, _, last = ref.partition(":")
    start, end = _place(first), _place(last or first)
    if start is None or end is None or min(start) < 0 or end[0] < start[0] or end[1] < start[1]:
        return None
    return Area(*start, *end)
