# SPDX-License-Identifier: Apache-2.0
"""A .docx → a document: paragraphs and tables of the body in order, text boxes where they are anchored, notes last.

What is here: the walk over the body. Not here: headers and footers, comments (they are not the text), images.
"""

from __future__ import annotations

import posixpath

from lxml import etree

from tiendo.kernel.document import BlockKind, Document
from tiendo.read.files import limits
from tiendo.read.files.archive import Archive, parse_xml
from tiendo.read.files.assembly import Assembly
from tiendo.read.files.errors import DAMAGED, NOTHING_READ, UnreadableFile
from tiendo.read.files.grid import Placed, clean, lay_out
from tiendo.read.files.word.names import attribute, child, local
from tiendo.read.files.word.paragraphs import Line, read_paragraph
from tiendo.read.files.word.styles import Styles
from tiendo.read.files.word.tables import RawCell, is_layout, read_grid

_MEDIA = "docx"
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_LEGACY_FONTS = (b'".Vn', b'"VNI-', b'".vn', b'"VNI ')


def read(path: str, data: bytes) -> Document:
    """Read a Word file.

    Raises:
        UnreadableFile: it is damaged, a bomb, or empty.
    """
    archive = Archive(data, _MEDIA)
    main = _main_part(archive)
    styles_part = archive.find(posixpath.join(posixpath.dirname(main), "styles.xml"))
    raw, raw_styles = archive.read(main), archive.read(styles_part) if styles_part else b""
    body = child(parse_xml(raw, _MEDIA), "body")
    if body is None:
        raise UnreadableFile(DAMAGED, media=_MEDIA)
    styles = Styles(parse_xml(raw_styles, _MEDIA) if styles_part else None)
    has_legacy = any(font in part for font in _LEGACY_FONTS for part in (raw, raw_styles))
    reader = _Reader(Assembly(path, _MEDIA), styles, has_legacy=has_legacy)
    reader.walk(body, depth=0)
    for name in ("footnotes", "endnotes"):
        part = archive.find(posixpath.join(posixpath.dirname(main), f"{name}.xml"))
        if part is not None:
            reader.notes(archive.tree(part))
    return reader.finish()


def _main_part(archive: Archive) -> str:
    """The part that holds the body; its name is free, the relations of the package tell it."""
    if archive.find("_rels/.rels") is not None:
        for relation in archive.tree("_rels/.rels"):
            target = relation.get("Target")
            if (relation.get("Type") or "").endswith("/officeDocument") and target and archive.find(target):
                return target.lstrip("/")
    return "word/document.xml"


class _Reader:
    """Walks the body; keeps what the walk needs to know."""

    def __init__(self, out: Assembly, styles: Styles, *, has_legacy: bool) -> None:
        self.out = out
        self._styles = styles
        self._has_legacy = has_legacy
        self._encodings: set[str] = set()
        self._paragraphs = 0
        self._carried = ""

    def walk(self, parent: etree._Element, depth: int, table: int | None = None) -> None:
        """Read the blocks of a body, a layout cell, a text box or a note."""
        if depth > limits.MAX_DEPTH:
            return
        is_body = depth == 0
        for node in parent:
            name = local(node)
            if name == "p":
                paragraph = self._paragraphs if is_body else None
                self._paragraphs += is_body
                self._add_paragraph(node, depth, paragraph, table)
            elif name == "tbl":
                self._add_table(node, depth)
            elif name in _WRAPPERS:
                self.walk(node, depth + 1, table)

    def notes(self, root: etree._Element) -> None:
        """Read footnotes or endnotes; the separators between text and notes are among them."""
        for note in root:
            if attribute(note, "type") in (None, "normal"):
                self.walk(note, depth=1)

    def finish(self) -> Document:
        """The document.

        Raises:
            UnreadableFile: it holds nothing to read.
        """
        self.out.add_text(self._carried)
        self.out.tell_old_encodings(self._encodings)
        if not self.out.has_words():
            raise UnreadableFile(NOTHING_READ, media=_MEDIA)
        return self.out.finish()

    def _line(self, node: etree._Element) -> Line:
        style = self._styles.get(attribute(child(node, "pPr", "pStyle"), "val"))
        line = read_paragraph(node, self._styles, style, self._has_legacy)
        self._encodings |= line.encodings
        return line

    def _add_paragraph(self, node: etree._Element, depth: int, paragraph: int | None, table: int | None) -> None:
        line = self._line(node)
        text, self._carried = self._carried + line.text, ""
        if child(node, "pPr", "rPr", "del") is not None:
            self._carried = text  # the mark is deleted: the next paragraph goes on in this one
        else:
            self.out.add_text(text, self._kind(node), paragraph=paragraph, table=table)
        for box in line.boxes:
            self.walk(box, depth + 1, table)

    def _kind(self, node: etree._Element) -> BlockKind:
        properties = child(node, "pPr")
        style = self._styles.get(attribute(child(properties, "pStyle"), "val"))
        level = attribute(child(properties, "outlineLvl"), "val")
        if style.is_heading or (level is not None and level != "9"):
            return BlockKind.HEADING
        if style.is_caption:
            return BlockKind.CAPTION
        if style.is_list or child(properties, "numPr") is not None:
            return BlockKind.LIST_ITEM
        return BlockKind.PARAGRAPH

    def _add_table(self, node: etree._Element, depth: int) -> None:
        index = self.out.reserve_table()
        position = self.out.position
        cells = read_grid(node)
        lines = [self._cell_lines(cell) for cell in cells]
        texts = ["\n".join(line.text for line in of_cell) for of_cell in lines]
        layout = is_layout(node, cells, texts, self._styles)
        placed = [self._placed(*parts) for parts in zip(cells, lines, texts, strict=True)]
        self.out.set_table(index, lay_out(placed), position=position, is_layout=layout)
        for cell in cells:
            if layout:
                self.walk(cell.element, depth + 1, index)
            else:
                self._add_inner_tables(cell.element, depth + 1)

    def _cell_lines(self, cell: RawCell) -> list[Line]:
        """The paragraphs of a cell, without those of tables in it (they stand for themselves)."""
        return [self._line(node) for node in _paragraphs_of(cell.element)]

    def _placed(self, cell: RawCell, lines: list[Line], text: str) -> Placed:
        words = [line for line in lines if line.text.strip()]
        bold = bool(words) and all(line.bold for line in words)
        return Placed(cell.row, cell.column, clean(text), cell.row_span, cell.column_span, bold, cell.is_header)

    def _add_inner_tables(self, element: etree._Element, depth: int) -> None:
        if depth > limits.MAX_DEPTH:
            return
        for node in element:
            if local(node) == "tbl":
                self._add_table(node, depth)
            elif local(node) in _WRAPPERS:
                self._add_inner_tables(node, depth + 1)


def _paragraphs_of(element: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if local(node) == "p":
            found.append(node)
        elif local(node) in _WRAPPERS:
            stack += reversed(node)
    return found
