# SPDX-License-Identifier: Apache-2.0
"""What the styles of a Word file say of a paragraph or table that does not say it itself.

What is here: inheritance of styles. Not here: the paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tiendo.read.files.word.names import OFF, attribute, child, is_on, local

_MOST_ANCESTORS = 20
_LEVELS = 9  # outline levels that are headings; the tenth is body text
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_NO_LINE = OFF | {"nil"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, its ancestors included; None where none of them says it."""

    is_heading: bool = False
    is_list: bool = False
    is_caption: bool = False
    bold: bool | None = None
    font: str | None = None
    has_rules: bool = False


_PLAIN = Style()


class Styles:
    """Styles by id."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = [e for e in root if local(e) == "style"] if root is not None else []
        self._elements = {attribute(e, "styleId") or "": e for e in elements}
        self._made: dict[str, Style] = {}
        self._defaults = {
            attribute(e, "type"): attribute(e, "styleId") for e in elements if attribute(e, "default") in ("1", "true")
        }
        self.base_font = font_of(child(root, "docDefaults", "rPrDefault", "rPr"))

    def get(self, style_id: str | None, kind: str = "paragraph") -> Style:
        """The style of this id, the default of its kind when there is none."""
        key = style_id or self._defaults.get(kind) or ""
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def _make(self, key: str) -> Style:
        style, seen = _PLAIN, 0
        chain: list[etree._Element] = []
        while key in self._elements and seen < _MOST_ANCESTORS:
            chain.append(self._elements[key])
            key = attribute(child(chain[-1], "basedOn"), "val") or ""
            seen += 1
        for element in reversed(chain):
            style = _refine(style, element)
        return style


def _refine(base: Style, element: etree._Element) -> Style:
    name = (attribute(child(element, "name"), "val") or "").lower()
    bold = is_on(element, "rPr", "b")
    return Style(
        is_heading=name.startswith(("heading", "title", "subtitle")) or _outline(element, base.is_heading),
        is_list=base.is_list or name.startswith("list") or child(element, "pPr", "numPr") is not None,
        is_caption=base.is_caption or name == "caption",
        bold=base.bold if bold is None else bold,
        font=font_of(child(element, "rPr")) or base.font,
        has_rules=has_rules(child(element, "tblPr", "tblBorders"), base.has_rules),
    )


def _outline(element: etree._Element, default: bool) -> bool:
    level = attribute(child(element, "pPr", "outlineLvl"), "val")
    return default if level is None else level.isdecimal() and int(level[:2]) < _LEVELS


def font_of(properties: etree._Element | None) -> str | None:
    """The font of Latin letters that run properties name."""
    fonts = child(properties, "rFonts")
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")


def has_rules(borders: etree._Element | None, default: bool) -> bool:
    """Whether any side has a line; ``default`` when nothing is said."""
    if borders is None or len(borders) == 0:
        return default
    return any(local(e) in _SIDES and (attribute(e, "val") or "nil").lower() not in _NO_LINE for e in borders)
