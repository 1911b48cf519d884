# SPDX-License-Identifier: Apache-2.0
"""What is to be read: arguments of the command → files in a fixed order.

What is here: folders, globs, standard input. Not here: opening files; in folders only files with an ending that the
reader knows are picked up, a file that is named itself is always tried.
"""
# ruff: noqa: PLC0415 - CONFIG: the reader is loaded when there is something to read

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

#: How heavy a byte of a format is beside one of plain text: packed formats hold far more than their size.
_WEIGHTS = {".docx": 20, ".pdf": 20, ".xlsx": 20, ".xls": 5, ".ods": 20, ".html": 2, ".htm": 2}
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read.

    Attributes:
        path: as the person named it, shown in every output.
        data: the bytes, when they did not come from a file.
        media: what the person says standard input is ("docx"), else None.
        weight: how much work it is, in bytes of plain text.
    """

    path: str
    data: bytes | None = field(default=None, repr=False)
    media: str | None = None
    weight: int = 0


def list_sources(arguments: Sequence[str], *, data: bytes | None = None, media: str | None = None) -> list[Source]:
    """The files that the arguments name, each once, in the order named and sorted inside a folder or glob.

    Args:
        arguments: files, folders (with all folders inside), globs, or "-" for standard input.
        data: what standard input held, when "-" is among the arguments.
        media: format of standard input.

    Returns:
        The sources. A name that is no file is kept: reading it says what is wrong with it.
    """
    sources: list[Source] = []
    seen: set[str] = set()
    for argument in arguments:
        if argument == STDIN:
            if STDIN not in seen:
                seen.add(STDIN)
                sources.append(Source(STDIN, data or b"", media, len(data or b"")))
            continue
        for path in _expand(argument):
            identity = os.path.realpath(path)
            if identity not in seen:
                seen.add(identity)
                sources.append(Source(path, weight=_weight(path)))
    return sources


def _expand(argument: str) -> Iterator[str]:
    if os.path.isdir(argument):
        yield from _walk(argument)
    elif not os.path.lexists(argument) and glob.has_magic(argument):
        found = sorted(glob.glob(argument, recursive=True))
        for path in found or [argument]:
            if os.path.isdir(path):
                yield from _walk(path)
            else:
                yield path
    else:
        yield argument


def _walk(folder: str) -> Iterator[str]:
    from tiendo.read.files import supported_suffixes

    suffixes = frozenset(supported_suffixes())
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            # "~$" are the lock files that Word leaves beside an open document
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in suffixes:
                yield os.path.join(here, name)


def _weight(path: str) -> int:
    try:
        size = os.stat(path).st_size
    except OSError:
        return 0
    return size * _WEIGHTS.get(Path(path).suffix.lower(), 1)
