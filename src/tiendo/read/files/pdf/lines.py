# SPDX-License-Identifier: Apache-2.0
"""Signs → printed lines.

What is here: where a line begins and ends. Not here: which lines are one paragraph (``paragraphs``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median_low

from tiendo.read.files.pdf.glyphs import Glyph

_GAP = 2.5  # heights of a line: a wider gap parts columns
_BACK = 1.0  # heights: a step back is a new line
_NOTHING = 0.1  # points: a space that pdfium made up has no width
_LEAST_GAP = 0.12  # heights between two words
_OVERLAP = 0.5  # of the height: less in common is another line


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    Attributes:
        x0, y0, x1, y1: its box on the page as seen.
        first_word: width of the first word: whether it would still have fitted on the line before.
        is_bold: all of it.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    first_word: float
    is_bold: bool

    @property
    def height(self) -> float:
        """Of the box."""
        return self.y1 - self.y0


def join_lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines in the order of the file."""
    lines: list[Line] = []
    line: list[Glyph] = []
    space: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            space = space or glyph
            continue
        if line and _breaks(line[-1], glyph):
            lines.append(_make(line))
            line = []
        if line and space is not None and is_gap(line[-1], space, glyph):
            line.append(glyph._replace(text=" ", x0=line[-1].x1, x1=glyph.x0))
        space = None
        line.append(glyph)
    if line:
        lines.append(_make(line))
    return lines


def is_gap(last: Glyph, space: Glyph, glyph: Glyph) -> bool:
    """Whether a space is one: pdfium also makes one up where a raised sign follows close."""
    return space.x1 - space.x0 > _NOTHING or glyph.x0 - last.x1 > _LEAST_GAP * (last.y1 - last.y0)


def _breaks(last: Glyph, glyph: Glyph) -> bool:
    height = max(min(last.y1 - last.y0, glyph.y1 - glyph.y0), 1.0)
    common = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    if common < _OVERLAP * height:
        return True
    step = glyph.x0 - last.x1
    return step > _GAP * height or step < -_BACK * height


def _make(glyphs: list[Glyph]) -> Line:
    end = next((g.x0 for g in glyphs if g.text == " "), glyphs[-1].x1)
    # Of the usual sign: one that is raised or large makes no taller line.
    height = median_low([g.y1 - g.y0 for g in glyphs])
    base = median_low([g.y1 for g in glyphs])
    return Line(
        text="".join(g.text for g in glyphs),
        x0=min(g.x0 for g in glyphs),
        y0=base - height,
        x1=max(g.x1 for g in glyphs),
        y1=base,
        first_word=end - glyphs[0].x0,
        is_bold=all(g.is_bold for g in glyphs),
    )
