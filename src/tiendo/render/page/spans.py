# SPDX-License-Identifier: Apache-2.0
"""Marks that overlap in a text → nested elements of html; everything from the text is escaped.

What is here: splitting at borders, nesting, escaping. Not here: what the marks mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_CONTROLS = {code: "\ufffd" for code in (*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000))}


@dataclass(frozen=True, slots=True)
class Mark:
    """One element around ``text[start:end]``.

    Attributes:
        opening: its start tag, with whatever stands before the text inside it.
        again: its start tag where it is taken up once more after another mark cut it.
        closing: its end tag.
    """

    start: int
    end: int
    opening: str
    again: str
    closing: str = "</span>"


def safe(text: str) -> str:
    """A text as content or attribute of html; characters that html does not allow become U+FFFD."""
    return escape(text.translate(_CONTROLS), quote=True)


def mark_up(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """The html of ``text[start:end]`` with its marks.

    Args:
        marks: may overlap in any way; what lies outside the range is cut off. Of two that begin together the longer
            one is the outer; of two of the same range the first.

    Examples:
        >>> one, two = Mark(0, 4, "<b>", "<b>", "</b>"), Mark(2, 6, "<i>", "<i>", "</i>")
        >>> mark_up("abcdef", 0, 6, [one, two])
        '<b>ab<i>cd</i></b><i>ef</i>'
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    inside.sort(key=lambda mark: (max(mark.start, start), -mark.end))
    borders = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    pieces: list[str] = []
    stack: list[Mark] = []
    coming = iter(inside)
    following = next(coming, None)
    for i, here in enumerate(borders):
        _close(stack, here, pieces)
        while following is not None and max(following.start, start) == here and here < end:
            pieces.append(following.opening if following.start >= start else following.again)
            stack.append(following)
            following = next(coming, None)
        if i + 1 < len(borders):
            pieces.append(safe(text[here : borders[i + 1]]))
    pieces.extend(mark.closing for mark in reversed(stack))
    return "".join(pieces)


def _close(stack: list[Mark], here: int, pieces: list[str]) -> None:
    """Close what ends here; what was cut by that is opened again."""
    lowest = next((i for i, mark in enumerate(stack) if mark.end <= here), None)
    if lowest is None:
        return
    cut = [mark for mark in stack[lowest:] if mark.end > here]
    pieces.extend(mark.closing for mark in reversed(stack[lowest:]))
    pieces.extend(mark.again for mark in cut)
    stack[lowest:] = cut
