# SPDX-License-Identifier: Apache-2.0
"""A document as paper: its text and tables in the words of the file, with places marked. The drawing is ``render``'s.

Here: what of a request is marked. Not here: findings (``intake`` marks those).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tiendo.kernel.document import Document
from tiendo.kernel.findings import DocumentFacts, Reading
from tiendo.render.data import Checked
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import Anchors
from tiendo.render.page.sheet import draw_sheet
from tiendo.render.page.spans import Mark

_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_CELL = re.compile(r"(\d{1,6})-(\d{1,6})-(\d{1,6})", re.ASCII)
_OPENING, _AGAIN = '<span class="hit" id="at">', '<span class="hit">'


def page_language() -> Lang:
    """The language of the page around the paper."""
    return Lang.EN if get_language() == "en" else Lang.VI


def mark_place(anchors: Anchors, at: str, cell: str) -> bool:
    """Marks the place that an address asks for; an address that names none, or nonsense, marks nothing.

    Args:
        at: "120-181", positions in the text.
        cell: "0-3-2", table, row and column.
    """
    if found := _AT.fullmatch(at):
        start, end = int(found[1]), int(found[2])
        anchors.marks.append(Mark(start, end, _OPENING, _AGAIN))
        anchors.marks.sort(key=lambda mark: (mark.start, -mark.end))
        return start < end
    if found := _CELL.fullmatch(cell):
        anchors.cell_problems[(int(found[1]), int(found[2]), int(found[3]))].append(_OPENING)
        return True
    return False


def draw(document: Document, title: str, anchors: Anchors) -> SafeString:
    """The paper as html; everything from the file is escaped by the library that draws it."""
    reading = Reading(document, DocumentFacts(title=title))
    return join(draw_sheet(Checked(reading), anchors, page_language()))


def join(pieces: Iterable[str]) -> SafeString:
    """Pieces of html that are escaped already."""
    return mark_safe("".join(pieces))  # noqa: S308 - WONTFIX: the drawing escapes what comes from the file
