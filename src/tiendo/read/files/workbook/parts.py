# SPDX-License-Identifier: Apache-2.0
"""The parts of an .xlsx that its sheets refer to: strings, styles, relations.

What is here: small trees and the stream of strings. Not here: cells (``xlsx``).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from tiendo.read.files.archive import Archive, iterate_xml
from tiendo.read.files.workbook.formats import GENERAL
from tiendo.read.text.legacy import encoding_of_font, to_unicode

# Formats that a file refers to by number only. Source: ECMA-376 part 1, 18.8.30 numFmt.
_BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d/m/yy",
    16: "d/m",
    17: "m/yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d/m/yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00;-#,##0.00;"-"',
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    48: "##0.0E+0",
    49: "@",
}
_MOST_DIGITS = 9  # of a number in an attribute
OFF = frozenset({"0", "false", "off"})


def local(element: etree._Element) -> str:
    """The tag without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def whole(text: str | None, default: int) -> int:
    """The whole number of an attribute, ``default`` when it is none or absurdly long."""
    return int(text) if text is not None and text.isdecimal() and len(text) <= _MOST_DIGITS else default


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is shown: its format, weight and font."""

    code: str = GENERAL
    bold: bool = False
    font: str | None = None


def read_looks(root: etree._Element | None) -> list[Look]:
    """The looks that cells refer to by position."""
    if root is None:
        return []
    parts = {local(e): e for e in root}
    codes = dict(_BUILT_IN)
    for e in parts.get("numFmts", ()):
        codes[whole(e.get("numFmtId"), -1)] = e.get("formatCode") or GENERAL
    fonts = [_font(e) for e in parts.get("fonts", ())]
    looks: list[Look] = []
    for e in parts.get("cellXfs", ()):
        at = whole(e.get("fontId"), len(fonts))
        bold, font = fonts[at] if at < len(fonts) else (False, None)
        looks.append(Look(codes.get(whole(e.get("numFmtId"), 0), GENERAL), bold, font))
    return looks


def _font(element: etree._Element) -> tuple[bool, str | None]:
    bold, name = False, None
    for e in element:
        if local(e) == "b":
            bold = e.get("val", "1") not in OFF
        elif local(e) in ("name", "rFont"):
            name = e.get("val")
    return bold, name


def read_strings(archive: Archive, name: str | None) -> list[tuple[str, str | None]]:
    """The shared strings in order, each with the old encoding that its runs were converted from."""
    if name is None:
        return []
    return [rich_text(item) for item in iterate_xml(archive, name, "si")]


def rich_text(item: etree._Element) -> tuple[str, str | None]:
    """The text of a string item, without readings in another script; old encodings are converted run by run."""
    pieces: list[str] = []
    encoding = None
    for e in item:
        if local(e) == "t":
            pieces.append(e.text or "")
        elif local(e) == "r":
            text = "".join(t.text or "" for t in e if local(t) == "t")
            font = next((_font(p)[1] for p in e if local(p) == "rPr"), None)
            if font is not None and encoding_of_font(font) is not None:
                text, encoding = to_unicode(text, font), encoding_of_font(font)
            pieces.append(text)
    return "".join(pieces), encoding


def read_relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relations of a part: id → (type, name of the part it leads to)."""
    folder, base = posixpath.split(part)
    name = archive.find(posixpath.join(folder, "_rels", f"{base}.rels"))
    if name is None:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for e in archive.tree(name):
        target = (e.get("Target") or "").replace("\\", "/")
        whole = target if target.startswith("/") else posixpath.join(folder, target)
        found[e.get("Id") or ""] = (e.get("Type") or "").rpartition("/")[2], posixpath.normpath(whole).lstrip("/")
    return found
