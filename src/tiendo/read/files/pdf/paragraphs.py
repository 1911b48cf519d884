# SPDX-License-Identifier: Apache-2.0
"""Printed lines → paragraphs.

What is here: when two lines are one paragraph. Not here: page numbers and running heads (``margins``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tiendo.read.files.pdf.lines import Line

_MARKER = re.compile(r"(?:[-+•*▪–]|\(?\w{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}[.-])\s")
_SAME = 3.0  # points: print is not exact
_PITCH = 2.3  # heights from one line to the next within a paragraph: 1.5 spacing and some
_LOOSE = 1.25  # times the pitch of the lines before
_SIZE = 1.18  # times the height: another size of print
_CENTRE = 4.0  # points between the middles of two centred lines


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph on one page or over two."""

    page: int
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines, written with one space where they break."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """The area in which the text of a page is set; ``edges`` are the places where its long lines begin."""

    left: float
    right: float
    edges: tuple[float, ...] = ()


def column_of(lines: list[Line], width: float) -> Column:
    """The text area of a page: the edges of its long lines."""
    long = [line for line in lines if line.x1 - line.x0 > width / 2]
    if not long:
        left = min((line.x0 for line in lines), default=0.0)
        return Column(left, max(width - left, width / 2))
    edges = tuple(sorted({round(line.x0, 1) for line in long}))
    return Column(min(line.x0 for line in long), max(line.x1 for line in long), edges)


def join_paragraphs(lines: list[Line], column: Column, page: int) -> list[Paragraph]:
    """The paragraphs of a page in order."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and _follows(paragraphs[-1], line, column):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph(page, [line]))
    return paragraphs


def carries_over(last: Paragraph, first: Paragraph, column: Column) -> bool:
    """Whether the last paragraph of a page goes on with the first of the next."""
    return _is_full(last.lines[-1], first.lines[0], column) and _goes_on(last, first.lines[0], column)


def _follows(paragraph: Paragraph, line: Line, column: Column) -> bool:
    last = paragraph.lines[-1]
    step = line.y0 - last.y0
    if not 0 < step <= _PITCH * max(last.height, line.height):
        return False
    if len(paragraph.lines) > 1 and step > _LOOSE * (last.y0 - paragraph.lines[-2].y0) + 1:
        return False
    return _is_full(last, line, column) and _goes_on(paragraph, line, column)


def _is_full(last: Line, line: Line, column: Column) -> bool:
    """Whether the first word of a line would not have fitted on the line before: the break is not meant."""
    free = column.right - last.x1
    if abs(last.x0 + last.x1 - line.x0 - line.x1) < 2 * _CENTRE and abs(last.x0 - line.x0) > _SAME:
        free += max(0.0, last.x0 - column.left)  # centred: what is free lies on both sides
    return free < line.first_word + 0.2 * last.height


def _goes_on(paragraph: Paragraph, line: Line, column: Column) -> bool:
    last = paragraph.lines[-1]
    if max(last.height, line.height) > _SIZE * min(last.height, line.height):
        return False
    if last.is_bold != line.is_bold and not line.text[:1].islower():
        return False  # a heading before or behind text
    is_centred = abs(last.x0 + last.x1 - line.x0 - line.x1) < 2 * _CENTRE
    if line.x0 > last.x0 + _SAME and not is_centred and not _hangs(paragraph, line):
        return False
    if line.x0 < last.x0 - _SAME and not is_centred and all(abs(line.x0 - edge) > _SAME for edge in column.edges):
        return False  # set further left, but not where lines of text begin
    return not (_MARKER.match(line.text) and line.x0 >= last.x0 - _SAME and not _is_number_between(last, line))


def _hangs(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line is set in below the words of a list item ("- Thu ngân sách …" with its dash outside)."""
    return (
        len(paragraph.lines) == 1
        and _MARKER.match(paragraph.lines[0].text) is not None
        and line.x0 < paragraph.lines[0].x0 + 40
    )


def _is_number_between(last: Line, line: Line) -> bool:
    """Whether a line begins with a number or dash that belongs to the sentence before."""
    return line.text[:1] in "-–" and last.text[-1:].isdecimal()
