# SPDX-License-Identifier: Apache-2.0
"""The rows of a workbook, read by a process of its own that may take only so much memory.

A few kilobytes can be made so that their table has a thousand million cells; the library that reads workbooks then ends
the whole process. Here that is the child, and the import says one sentence. The child is this file run as a program: it
writes each row as a line of JSON. Not here: what the columns mean (``tables``).
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

#: Memory of the child: a full sheet of Excel (a million rows of ten columns) takes a third of it.
MOST_BYTES = 2 << 30
#: Seconds of processor time; a full sheet takes a tenth.
MOST_SECONDS = 300
_TOO_LARGE = 4

Cell = str | Decimal


class DamagedError(Exception):
    """The workbook cannot be opened."""


class TooLargeError(Exception):
    """Its table takes more memory or time than is given."""


@contextlib.contextmanager
def open_rows(path: Path) -> Iterator[Iterator[list[Cell]]]:
    """The rows of the first sheet; numbers exactly as they are kept: the shortest decimal that means the same.

    Raises:
        DamagedError, TooLargeError: while rows are taken.
    """
    command = [sys.executable, "-P", __file__, str(path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - this very file
    try:
        yield _list_rows(child)
    finally:
        child.kill()
        child.communicate()


def _list_rows(child: subprocess.Popen[bytes]) -> Iterator[list[Cell]]:
    if child.stdout is None:
        raise TypeError("the child writes into a pipe")
    for line in child.stdout:
        if not line.endswith(b"\n"):  # it was ended in the middle
            break
        yield json.loads(line, parse_float=Decimal, parse_int=Decimal)
    status = child.wait()
    if status == _TOO_LARGE or status < 0:  # ended by a signal: no memory, no time
        raise TooLargeError
    if status:
        raise DamagedError


def _text(cell: Any) -> Any:
    """A cell as JSON keeps it."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and isfinite(cell):
        return int(cell) if cell == int(cell) else cell
    return cell if isinstance(cell, int) else str(cell).replace("\0", "")


def _bound() -> None:
    try:
        import resource  # noqa: PLC0415 - CONFIG: Windows has none, and no such bounds
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MOST_BYTES), (resource.RLIMIT_CPU, MOST_SECONDS)):
        _soft, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _write_rows(path: str) -> int:
    _bound()
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - CONFIG: only the child reads

    try:
        for row in load_workbook(path).get_sheet_by_index(0).iter_rows():
            sys.stdout.write(json.dumps([_text(cell) for cell in row]) + "\n")
    except MemoryError:
        return _TOO_LARGE
    except CalamineError as error:  # it counts the cells of an .ods itself
        return _TOO_LARGE if "limit exceeded" in str(error) else 1
    return 0


if __name__ == "__main__":
    raise SystemExit(_write_rows(sys.argv[1]))
