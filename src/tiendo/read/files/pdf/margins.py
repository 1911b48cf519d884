# SPDX-License-Identifier: Apache-2.0
"""Page numbers and running heads: print that belongs to the page, not to the text.

What is here: which lines of which page are such. Not here: the other lines (``paragraphs``).
"""

from __future__ import annotations

import re
from collections import Counter

from tiendo.read.files.pdf.lines import Line
from tiendo.read.files.pdf.pages import Page

_NUMBER = re.compile(r"(?:(?:trang|page)\s*)?[-–—|.\s]*\d{1,4}[-–—|.\s]*(?:(?:/|trên|of)\s*\d{1,4})?", re.IGNORECASE)
# What a browser prints around a page: address, day and hour.
_BROWSER = re.compile(
    r"(?:https?|file)://\S+|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[AaPpSsCcHh]\.?[MmAa]\.?)?"
)
_DIGITS = re.compile(r"\d+")
_MARGIN = 54.0  # points: below the smallest margin of Nghị định 30/2020/NĐ-CP (20 mm)
_NUMBER_MARGIN = 72.0  # a number alone is no text a little further in
_SHARE = 0.3  # of the pages on which a running head stands (left and right pages may differ)
_STEP = 4.0  # points within which it stands at the same height


def strip(pages: list[Page]) -> None:
    """Take page numbers and running heads out of the lines of the pages."""
    seen = Counter(
        key for page in pages for key in {_key(x, page.height) for x in page.lines if _is_out(x, page.height)}
    )
    least = max(2, _SHARE * len(pages))
    for page in pages:
        page.runs = [
            [x for x in run if not _is_number(x, page.height) and not _repeats(x, page.height, seen, least)]
            for run in page.runs
        ]


def _is_out(line: Line, height: float, margin: float = _MARGIN) -> bool:
    return line.y1 < margin or line.y0 > height - margin


def _is_number(line: Line, height: float) -> bool:
    if _is_out(line, height) and _BROWSER.fullmatch(line.text) is not None:
        return True
    return _is_out(line, height, _NUMBER_MARGIN) and _NUMBER.fullmatch(line.text) is not None


def _repeats(line: Line, height: float, seen: Counter[tuple[str, int]], least: float) -> bool:
    return _is_out(line, height) and seen[_key(line, height)] >= least


def _key(line: Line, height: float) -> tuple[str, int]:
    """What a running head has in common on all pages: words without numbers, and its height."""
    from_edge = line.y0 if line.y0 < height / 2 else line.y0 - height
    return _DIGITS.sub("#", line.text), round(from_edge / _STEP)
