# SPDX-License-Identifier: Apache-2.0
"""The text of one Word paragraph as a reader sees it.

What is here: runs, tabs, breaks, tracked changes, fields, text boxes. Not here: where the paragraph stands (``docx``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tiendo.read.files.symbols import plain_signs, sign_of
from tiendo.read.files.word.names import attribute, child, is_on, local
from tiendo.read.files.word.styles import Style, Styles, font_of
from tiendo.read.text.legacy import encoding_of_font, to_unicode

# Not seen on paper: deleted or moved away text, instructions of fields, properties, notes' own signs.
_UNSEEN = frozenset(
    "del moveFrom delText instrText delInstrText pPr rPr sdtPr sdtEndPr fldData annotationRef rt footnoteRef "
    "endnoteRef commentReference tbl".split()
)
_SOFT_HYPHEN = "\u00ad"  # not seen, but the ư of TCVN3
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": _SOFT_HYPHEN, "ptab": "\t"}
_BOXES = frozenset({"txbxContent"})


@dataclass(slots=True)
class Line:
    """A paragraph that was read.

    Attributes:
        text: as a reader sees it.
        bold: whether all of it that is not white space is bold.
        boxes: contents of text boxes that are anchored in it.
        encodings: legacy encodings that were converted.
    """

    text: str
    bold: bool
    boxes: list[etree._Element] = field(default_factory=list)
    encodings: set[str] = field(default_factory=set)


def read_paragraph(paragraph: etree._Element, styles: Styles, style: Style, has_legacy: bool) -> Line:
    """Read a ``w:p``; ``has_legacy`` says whether the file uses fonts of an old encoding at all."""
    line = Line("", bold=True)
    pieces: list[str] = []
    pending: list[str] = []
    pending_font: str | None = None
    has_words = False

    def settle() -> None:
        # Two signs of one letter may lie in two runs: neighbours of one encoding are converted together.
        if pending:
            pieces.append(to_unicode("".join(pending), pending_font or ""))
            pending.clear()

    for text, run in _texts(paragraph, line.boxes):
        if text.strip():
            has_words = True
            line.bold = line.bold and _is_bold(run, styles, style)
        font = _font(run, styles, style) if has_legacy else None
        encoding = encoding_of_font(font) if font else None
        if encoding is None:
            settle()
            pieces.append(plain_signs(text.replace(_SOFT_HYPHEN, "")))
            continue
        line.encodings.add(encoding)
        if pending_font != font:
            settle()
        pending_font = font
        pending.append(text)
    settle()
    line.text = "".join(pieces)
    line.bold = line.bold and has_words
    return line


def _texts(element: etree._Element, boxes: list[etree._Element]) -> Iterator[tuple[str, etree._Element | None]]:
    """The pieces of text with the run each stands in; iterative, since nesting is not to be trusted."""
    stack: list[tuple[etree._Element, etree._Element | None]] = [(e, None) for e in reversed(element)]
    while stack:
        node, run = stack.pop()
        name = local(node)
        if name == "t":
            yield node.text or "", run
        elif name in _SIGNS:
            yield _SIGNS[name], run
        elif name == "sym":
            yield sign_of(attribute(node, "font"), attribute(node, "char")), run
        elif name == "br":
            if attribute(node, "type") in (None, "textWrapping"):
                yield "\n", run
        elif name in _BOXES:
            boxes.append(node)
        elif name == "AlternateContent":
            chosen = _alternative(node)
            stack += [(e, run) for e in reversed(chosen)] if chosen is not None else []
        elif name not in _UNSEEN and not (name == "r" and is_on(node, "rPr", "vanish")):
            inner = node if name == "r" else run
            stack += [(e, inner) for e in reversed(node)]


def _alternative(node: etree._Element) -> etree._Element | None:
    """The branch to read: the one for old programs holds the same text again."""
    return child(node, "Choice") if child(node, "Choice") is not None else child(node, "Fallback")


def _is_bold(run: etree._Element | None, styles: Styles, style: Style) -> bool:
    own = is_on(run, "rPr", "b")
    if own is None:
        named = attribute(child(run, "rPr", "rStyle"), "val")
        own = styles.get(named, "character").bold if named else None
    return bool(style.bold if own is None else own)


def _font(run: etree._Element | None, styles: Styles, style: Style) -> str | None:
    properties = child(run, "rPr")
    named = attribute(child(properties, "rStyle"), "val")
    by_style = styles.get(named, "character").font if named else None
    return font_of(properties) or by_style or style.font or styles.base_font
