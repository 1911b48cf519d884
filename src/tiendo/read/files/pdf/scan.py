# SPDX-License-Identifier: Apache-2.0
"""Pictures of pages → lines, by tesseract with its Vietnamese model where it is installed.

What is here: one page through the program. Not here: which pages are pictures (``pages``).
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from dataclasses import replace
from functools import lru_cache
from io import StringIO
from typing import Any

from tiendo.read.files import limits
from tiendo.read.files.pdf.glyphs import Glyph
from tiendo.read.files.pdf.lines import Line
from tiendo.read.files.pdf.picture import Picture, PixelBox, find_tables, stack_up, take_picture
from tiendo.read.files.pdf.tables import Grid, grid_of

_PROGRAM = "tesseract"
_LANGUAGE = "vie"
_POINTS = 72
_GAP = 2.5  # heights between two words: another column
_WORD_LEVEL = "5"
_WHOLE_PAGE, _ONE_COLUMN = "3", "6"  # how the program takes a picture to be laid out
_CELL_GAP = 0.12  # inches between two cells in a stack
_EDGE_MARKS = re.compile(r"^[|_\s]+|[|_\s]+$")  # what it makes of the rest of a rule


class ScanError(Exception):
    """A page that could not be recognised."""


@lru_cache(maxsize=1)
def is_available() -> bool:
    """Whether the program and its Vietnamese model are installed."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return False
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
    return _LANGUAGE in done.stdout.split()


def recognise(page: Any, number: int) -> tuple[list[list[Line]], list[Grid]]:  # noqa: ANN401 - CONFIG: no types
    """The lines before, between and after the ruled tables of a page that is a picture, and the tables.

    Args:
        page: of pypdfium2.
        number: of the page.

    Raises:
        ScanError: it takes too long, or the program fails.
    """
    width, height = page.get_size()
    inches = max(width * height / _POINTS**2, 0.01)
    dpi = min(float(limits.SCAN_DPI), (limits.MAX_SCAN_PIXELS / inches) ** 0.5)
    picture = take_picture(page, dpi / _POINTS)
    lines = read_tsv(_run(picture, dpi, _WHOLE_PAGE), _POINTS / dpi)
    tables, inset = find_tables(picture, dpi)
    found = [_read_table(picture, boxes, dpi, inset) for boxes in tables]
    grids = [replace(grid, page=number) for grid in found if grid is not None]
    return _around(lines, grids), grids


def _read_table(picture: Picture, boxes: list[PixelBox], dpi: float, inset: int) -> Grid | None:
    """The grid of a table whose cells are read one below the other; a table is one run of the program."""
    stack, places = stack_up(picture, boxes, gap=round(_CELL_GAP * dpi), inset=inset)
    if stack.width * stack.height > limits.MAX_SCAN_PIXELS:
        return None
    lines = read_tsv(_run(stack, dpi, _ONE_COLUMN), 1.0)
    scale = _POINTS / dpi
    glyphs: list[Glyph] = []
    for (left, top, right, bottom), (start, end) in zip(boxes, places, strict=True):
        words = " ".join(line.text for line in lines if start <= (line.y0 + line.y1) / 2 < end)
        x, y = (left + right) / 2 * scale, (top + bottom) / 2 * scale
        if words:
            glyphs.append(Glyph(_EDGE_MARKS.sub("", words), x, y, x, y, is_bold=False))
    return grid_of([(box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale) for box in boxes], 0, glyphs)


def _around(lines: list[Line], grids: list[Grid]) -> list[list[Line]]:
    """The lines outside the tables, parted by them from top to bottom."""
    runs: list[list[Line]] = [[] for _ in range(len(grids) + 1)]
    for line in lines:
        x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
        if not any(g.box[0] <= x <= g.box[2] and g.box[1] <= y <= g.box[3] for g in grids):
            runs[sum(1 for grid in grids if grid.box[1] < y)].append(line)
    return runs


def _run(picture: Picture, dpi: float, layout: str) -> str:
    """The program's table of words for a picture."""
    command = [_PROGRAM, "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(round(dpi)), "--psm", layout, "tsv"]
    try:
        # One thread: several files are read at once, and threads change nothing but the time.
        done = subprocess.run(  # noqa: S603 - the command is ours, the picture comes on standard input
            command,
            input=picture.to_pgm(),
            capture_output=True,
            timeout=limits.MAX_SCAN_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise ScanError("too slow") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise ScanError("the program failed") from error
    return done.stdout.decode("utf-8", "replace")


def read_tsv(table: str, scale: float) -> list[Line]:
    """The lines in the program's table of words; ``scale`` makes points of its pixels."""
    lines: list[Line] = []
    words: list[tuple[str, float, float, float, float]] = []
    key: tuple[str, ...] = ()
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD_LEVEL or not text:
            continue
        place = [float(row[name]) * scale for name in ("left", "top", "width", "height")]
        box = (place[0], place[1], place[0] + place[2], place[1] + place[3])
        this = tuple(row[name] for name in ("block_num", "par_num", "line_num"))
        if words and (this != key or box[0] - words[-1][3] > _GAP * max(w[4] - w[2] for w in (*words, (text, *box)))):
            lines.append(_line(words))
            words = []
        key = this
        words.append((text, *box))
    if words:
        lines.append(_line(words))
    return lines


def _line(words: list[tuple[str, float, float, float, float]]) -> Line:
    return Line(
        text=" ".join(word[0] for word in words),
        x0=min(word[1] for word in words),
        y0=min(word[2] for word in words),
        x1=max(word[3] for word in words),
        y1=max(word[4] for word in words),
        first_word=words[0][3] - words[0][1],
        is_bold=False,
    )
