# SPDX-License-Identifier: Apache-2.0
"""An .ods → a document of tables, one per visible sheet.

What is here: cells of OpenDocument spreadsheets, read as a stream. Not here: .xlsx and .xls (beside this).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tiendo.kernel.document import Document, Stored
from tiendo.read.files.archive import Archive, iterate_xml
from tiendo.read.files.assembly import Assembly, check_cells
from tiendo.read.files.errors import LOCKED, NOTHING_READ, UnreadableFile
from tiendo.read.files.workbook.formats import show_number
from tiendo.read.files.workbook.notes import Findings
from tiendo.read.files.workbook.parts import Look, local, whole
from tiendo.read.files.workbook.sheet import Area, Shown, add_sheet, column_name

_MEDIA = "ods"
_MOST_DECIMALS = 10
_GROUPED = re.compile(r"\d\D\d")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_UNSEEN = frozenset({"annotation", "note", "ruby-text"})
_NUMBERS = frozenset({"float", "currency", "percentage"})


@dataclass(slots=True)
class _Sheet:
    """A sheet while its rows come in."""

    cells: dict[tuple[int, int], Shown] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    columns: list[tuple[int, str]] = field(default_factory=list)
    row: int = 0


@dataclass(slots=True)
class _Book:
    """What all sheets share: how cells look by the name of their style, which tables are hidden, what to tell."""

    looks: dict[str, Look] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    found: Findings = field(default_factory=Findings)

    def add_style(self, element: etree._Element) -> None:
        """Take in a style; the styles stand before the sheets."""
        name = _get(element, "name")
        if any(_get(e, "display") == "false" for e in element):
            self.hidden.add(name)
        base = self.looks.get(_get(element, "parent-style-name"), Look())
        for e in element:
            if local(e) == "text-properties":
                weight = _get(e, "font-weight")
                font = _get(e, "font-name") or _get(e, "font-family") or base.font
                base = Look(bold=weight in _BOLD if weight else base.bold, font=font)
        self.looks[name] = base

    def look_of(self, element: etree._Element, sheet: _Sheet, column: int) -> Look:
        """The look of a cell: its own style or that of its column."""
        name = _get(element, "style-name")
        if not name:
            name = next((style for end, style in sheet.columns if column < end), "")
        return self.looks.get(name, Look())


def read(path: str, data: bytes) -> Document:
    """Read an OpenDocument spreadsheet.

    Raises:
        UnreadableFile: it is damaged, locked, a bomb, or empty.
    """
    archive = Archive(data, _MEDIA)
    if archive.find("META-INF/manifest.xml") and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableFile(LOCKED)
    out = Assembly(path, _MEDIA)
    book, sheet = _Book(), _Sheet()
    if archive.find("styles.xml"):
        for e in iterate_xml(archive, "styles.xml", "style"):
            book.add_style(e)
    for e in iterate_xml(archive, "content.xml", "style", "table-column", "table-row", "table"):
        match local(e):
            case "style":
                book.add_style(e)
            case "table-column":
                start = sheet.columns[-1][0] if sheet.columns else 0
                sheet.columns.append((start + _count(e, "number-columns-repeated"), _get(e, "default-cell-style-name")))
            case "table-row":
                book.found.has_hidden_lines |= _get(e, "visibility") in ("collapse", "filter")
                _read_row(e, sheet, book)
            case _:
                _end_sheet(e, sheet, book, out)
                sheet = _Sheet()
    book.found.tell(out)
    if not out.has_words():
        raise UnreadableFile(NOTHING_READ, media=_MEDIA)
    return out.finish()


def _end_sheet(element: etree._Element, sheet: _Sheet, book: _Book, out: Assembly) -> None:
    title = _get(element, "name")
    if _get(element, "style-name") in book.hidden:
        book.found.hidden.append(title)
    else:
        add_sheet(out, title, sheet.cells, sheet.merged)


def _get(element: etree._Element, name: str) -> str:
    """An attribute in any namespace, "" when it is missing."""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def _count(element: etree._Element, name: str) -> int:
    return max(1, whole(_get(element, name), 1))


def _read_row(element: etree._Element, sheet: _Sheet, book: _Book) -> None:
    repeats = _count(element, "number-rows-repeated")
    column = 0
    row: dict[int, Shown] = {}
    for e in element:
        if local(e) not in ("table-cell", "covered-table-cell"):
            continue
        times = _count(e, "number-columns-repeated")
        shown = None
        if local(e) == "table-cell" and (len(e) or _get(e, "value-type") or _get(e, "formula")):
            ref = f"{column_name(column)}{sheet.row + 1}"
            shown = _show(e, ref, book.look_of(e, sheet, column), book.found)
        if shown is not None:
            check_cells(times * repeats)
            row |= dict.fromkeys(range(column, column + times), shown)
            tall, wide = _count(e, "number-rows-spanned"), _count(e, "number-columns-spanned")
            if tall > 1 or wide > 1:
                sheet.merged.append(Area(sheet.row, column, sheet.row + tall - 1, column + wide - 1))
        column += times
    if row:
        check_cells(len(sheet.cells) + len(row) * repeats)
        for r in range(sheet.row, sheet.row + repeats):
            sheet.cells |= {(r, c): shown for c, shown in row.items()}
    sheet.row += repeats


def _show(element: etree._Element, ref: str, look: Look, found: Findings) -> Shown | None:
    kind = _get(element, "value-type")
    words = "\n".join(_words(p) for p in element if local(p) in ("p", "h"))
    has_formula = bool(_get(element, "formula"))
    if has_formula and not kind:
        found.uncounted.append(ref)
        return Shown("", Stored.FORMULA, look.bold)
    if not words and kind not in _NUMBERS:
        return None
    text, stored = words, Stored.TEXT
    if kind in _NUMBERS:
        text, stored = _number(_get(element, "value"), words, kind)
    elif kind in ("date", "time"):
        stored = Stored.DATE
    elif words.startswith(("#", "Err:")) and has_formula:
        found.errors.append(ref)
    else:
        text = found.convert(words, look.font)
    return Shown(text, Stored.FORMULA if has_formula else stored, look.bold)


def _number(value: str, words: str, kind: str) -> tuple[str, Stored]:
    """The number in Vietnamese form with as many decimals as the file shows, whatever language it is shown in."""
    stored = Stored.PERCENT if kind == "percentage" else Stored.NUMBER
    try:
        number = float(value)
    except ValueError:
        return words, stored
    digits = "".join(c for c in words if c.isdecimal()).lstrip("0")
    if words and not any(c.isdecimal() for c in words):
        return words, stored  # a dash for nothing
    percent = "%" if kind == "percentage" else ""
    for places in range(_MOST_DECIMALS + 1 if words else 0):
        code = "#,##0" + ("." + "0" * places if places else "") + percent
        text = show_number(number, code)[0]
        if "".join(c for c in text if c.isdecimal()).lstrip("0") == digits:
            if not places and not _GROUPED.search(words):
                return show_number(number, "0" + percent)[0], stored  # "2026" may be a year
            return text, stored
    return show_number(number, "0.0#" + percent if percent else "General")[0], stored


def _words(element: etree._Element) -> str:
    pieces: list[str] = [element.text or ""]
    for e in element:
        name = local(e)
        if name in ("line-break", "tab", "s"):
            pieces.append(" ")
        elif name and name not in _UNSEEN:
            pieces.append(_words(e))
        pieces.append(e.tail or "")
    return "".join(pieces)
