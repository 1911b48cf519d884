# SPDX-License-Identifier: Apache-2.0
"""The text of a Word paragraph by its runs, and runs cut where a comment begins or ends.

What is here: offsets in a paragraph → runs, with all formatting kept. Not here: which paragraph (``targets``).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Seen as these signs; they take part in offsets.
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}
#: Not seen on paper, or text that stands elsewhere (boxes, tables in the paragraph's shapes).
_UNSEEN = frozenset(
    "del moveFrom delText instrText delInstrText pPr rPr sdtPr sdtEndPr fldData annotationRef rt footnoteRef "
    "endnoteRef commentReference tbl txbxContent".split()
)


@dataclass(slots=True)
class Piece:
    """A stretch of text inside one run: a ``w:t`` or a sign such as ``w:tab``."""

    run: etree._Element
    node: etree._Element
    text: str


def local(element: etree._Element) -> str:
    """The tag without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def read_pieces(paragraph: etree._Element) -> list[Piece]:
    """The pieces in reading order; text that stands in no run cannot carry a comment and is left out."""
    return [Piece(run, node, text) for run, node, text in _walk(paragraph) if run is not None]


def _walk(paragraph: etree._Element) -> Iterator[tuple[etree._Element | None, etree._Element, str]]:
    stack: list[tuple[etree._Element, etree._Element | None]] = [(node, None) for node in reversed(paragraph)]
    while stack:
        node, run = stack.pop()
        name = local(node)
        if name == "t":
            yield run, node, node.text or ""
        elif name in _SIGNS:
            yield run, node, _SIGNS[name]
        elif name == "br":
            if node.get(f"{WORD}type") in (None, "textWrapping"):
                yield run, node, "\n"
        elif name == "AlternateContent":
            chosen = next((branch for branch in node if local(branch) in ("Choice", "Fallback")), None)
            stack += [(inner, run) for inner in reversed(chosen)] if chosen is not None else []
        elif name not in _UNSEEN and not (name == "r" and _is_hidden(node)):
            inside = node if name == "r" else run
            stack += [(inner, inside) for inner in reversed(node)]


def _is_hidden(run: etree._Element) -> bool:
    switch = run.find(f"{WORD}rPr/{WORD}vanish")
    return switch is not None and switch.get(f"{WORD}val", "1").lower() not in ("0", "false", "off", "none")


def cut_out(paragraph: etree._Element, start: int, end: int) -> tuple[etree._Element, etree._Element] | None:
    """Cut runs so that ``text[start:end]`` of the paragraph begins with one run and ends with another.

    Returns:
        The first and the last run, or None when no run holds any of that text.
    """
    _cut_at(paragraph, end)
    _cut_at(paragraph, start)
    at = 0
    inside: list[etree._Element] = []
    for piece in read_pieces(paragraph):
        if piece.text and start < at + len(piece.text) and at < end:
            inside.append(piece.run)
        at += len(piece.text)
    return (inside[0], inside[-1]) if inside else None


def _cut_at(paragraph: etree._Element, position: int) -> None:
    """Make a run begin at a position of the text."""
    at = 0
    before: Piece | None = None
    for piece in read_pieces(paragraph):
        if at == position and piece.text:
            if before is not None and before.run is piece.run:
                _split(piece.run, piece.node)
            return
        if at < position < at + len(piece.text):
            _split(piece.run, _split_text(piece.node, position - at))
            return
        at += len(piece.text)
        before = piece


def _split_text(node: etree._Element, length: int) -> etree._Element:
    """Cut a ``w:t`` in two; the second is returned."""
    text = node.text or ""
    second = deepcopy(node)
    node.text, second.text = text[:length], text[length:]
    for part in (node, second):
        part.set(_SPACE, "preserve")
    second.tail = None
    node.addnext(second)
    return second


def _split(run: etree._Element, first: etree._Element) -> None:
    """Move a child of a run and all that follows it into a new run with the same formatting."""
    if first.getparent() is not run:
        return  # inside a shape or fallback: the comment starts with the whole run
    second = run.makeelement(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(f"{WORD}rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    for node in [first, *first.itersiblings()]:
        second.append(node)
    run.addnext(second)
