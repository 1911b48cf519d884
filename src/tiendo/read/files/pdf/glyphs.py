# SPDX-License-Identifier: Apache-2.0
"""The signs of a PDF page with their places, as a reader sees the page.

What is here: signs in the order of the file, top left is (0, 0), y grows downward. Not here: lines (``lines``).
"""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

from pypdfium2 import raw

_BOLD = re.compile(rb"bold|black|heavy|semibold|[-,]bd", re.IGNORECASE)
_NAME_BYTES = 128
_FIRST_SIGN = 0x20
_SPACES = frozenset({0x09, 0x0A, 0x0D})
_SURROGATES = range(0xD800, 0xE000)
# What pdfium puts for a hyphen at a line end, and signs that are none.
_SIGNS = {0x02: "-", 0xFFFE: "-", 0xFFFF: "", 0x00: "", 0x03: "", 0xFEFF: "", 0x200B: ""}


class Glyph(NamedTuple):
    """One sign: ``x0 y0 x1 y1`` is its box, white space between words is a sign too."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    is_bold: bool


class Frame(NamedTuple):
    """How user space lies on the page that is seen."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """Of the page as seen."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Of the page as seen."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the page as seen."""
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, rect: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box of user space (left, bottom, right, top) as x0, y0, x1, y1 on the page as seen."""
        (xa, ya), (xb, yb) = self.place(rect[0], rect[1]), self.place(rect[2], rect[3])
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def frame_of(page: Any) -> Frame:  # noqa: ANN401 - CONFIG: pypdfium2 publishes no types
    """The frame of a pypdfium2 page."""
    left, bottom, right, top = page.get_mediabox()
    return Frame(min(left, right), min(bottom, top), max(left, right), max(bottom, top), page.get_rotation())


def read_glyphs(page: Any, frame: Frame) -> list[Glyph]:  # noqa: ANN401 - CONFIG: as above
    """The signs of a page in the order in which the file shows them."""
    textpage = page.get_textpage()
    fonts = _Fonts(textpage)
    try:
        rect = raw.FS_RECTF()
        glyphs: list[Glyph] = []
        for i in range(textpage.count_chars()):
            code = raw.FPDFText_GetUnicode(textpage, i)
            text = _SIGNS.get(code)
            if text is None and code < _FIRST_SIGN and code not in _SPACES:
                continue
            if text is None:
                text = "\ufffd" if code in _SURROGATES else chr(code)
            if not text or not raw.FPDFText_GetLooseCharBox(textpage, i, rect):
                continue
            if frame.rotation:
                box = frame.box((rect.left, rect.bottom, rect.right, rect.top))
            else:  # what nearly all pages are
                box = (rect.left - frame.left, frame.top - rect.top, rect.right - frame.left, frame.top - rect.bottom)
            glyphs.append(Glyph(text, *box, fonts.is_bold(i)))
        return glyphs
    finally:
        textpage.close()


class _Fonts:
    """Which signs are bold, by the name of their font: the weight that a file states is often wrong."""

    def __init__(self, textpage: Any) -> None:  # noqa: ANN401 - CONFIG: as above
        self._textpage = textpage
        self._known: dict[int, bool] = {}

    def is_bold(self, index: int) -> bool:
        item = raw.FPDFText_GetTextObject(self._textpage, index)
        if not item:
            return False
        font = raw.FPDFTextObj_GetFont(item)
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._known:
            name = ctypes.create_string_buffer(_NAME_BYTES)
            if font:
                raw.FPDFFont_GetBaseFontName(font, name, _NAME_BYTES)
            self._known[key] = _BOLD.search(name.value) is not None
        return self._known[key]
