# SPDX-License-Identifier: Apache-2.0
"""Pictures of pages → lines, by tesseract with its Vietnamese model where it is installed.

What is here: one page through the program. Not here: which pages are pictures (``pages``).
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from functools import lru_cache
from io import StringIO
from typing import Any

from tiendo.read.files import limits
from tiendo.read.files.pdf.lines import Line

_PROGRAM = "tesseract"
_LANGUAGE = "vie"
_POINTS = 72
_GAP = 2.5  # heights between two words: another column
_WORD_LEVEL = "5"


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


def recognise(page: Any) -> list[Line]:  # noqa: ANN401 - CONFIG: pypdfium2 publishes no types
    """The lines of a pypdfium2 page that is a picture.

    Raises:
        ScanError: it takes too long, or the program fails.
    """
    width, height = page.get_size()
    inches = max(width * height / _POINTS**2, 0.01)
    dpi = min(float(limits.SCAN_DPI), (limits.MAX_SCAN_PIXELS / inches) ** 0.5)
    picture = _picture(page, dpi / _POINTS)
    command = [_PROGRAM, "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(round(dpi)), "--psm", "3", "tsv"]
    try:
        # One thread: several files are read at once, and threads change nothing but the time.
        done = subprocess.run(  # noqa: S603 - the command is ours, the picture comes on standard input
            command,
            input=picture,
            capture_output=True,
            timeout=limits.MAX_SCAN_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise ScanError("too slow") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise ScanError("the program failed") from error
    return read_tsv(done.stdout.decode("utf-8", "replace"), _POINTS / dpi)


def _picture(page: Any, scale: float) -> bytes:  # noqa: ANN401 - CONFIG: as above
    """The page in grey as a portable graymap, the plainest form the program reads."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        data = bytes(bitmap.buffer)
        rows = [data[i * bitmap.stride : i * bitmap.stride + bitmap.width] for i in range(bitmap.height)]
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
    finally:
        bitmap.close()


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
