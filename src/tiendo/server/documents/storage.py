# SPDX-License-Identifier: Apache-2.0
"""The bytes of documents on the disk, under their hash. Nothing of the database here.

What is written is on the disk for good before anybody is told: the file and its folders are flushed.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

_INCOMING = "incoming"
_PREFIX = 2  # signs of the hash per folder


class TooLarge(ValueError):  # noqa: N818 - WONTFIX: it names the file, not a failure of the program
    """More bytes came than are taken."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that has come in whole and has no place yet."""

    path: Path
    sha256: str
    size: int


def path_of(sha256: str) -> Path:
    """Where the bytes of a hash lie."""
    return Path(settings.MEDIA_ROOT, sha256[:_PREFIX], sha256[_PREFIX : 2 * _PREFIX], sha256)


def take_in(chunks: Iterable[bytes], limit: int) -> Incoming:
    """Writes what comes to a temporary file, hashing on the way; flushed when it returns.

    Raises:
        TooLarge: more than ``limit`` bytes came; nothing is left behind.
    """
    folder = Path(settings.MEDIA_ROOT) / _INCOMING
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with NamedTemporaryFile(dir=folder, delete=False) as out:
        path = Path(out.name)
        try:
            for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            path.unlink()
            raise
    return Incoming(path, digest.hexdigest(), size)


def put_in_place(incoming: Incoming) -> Path:
    """Moves a file to the place of its hash. When the same bytes lie there already they are renewed, so that no sweep
    takes them for old."""
    place = path_of(incoming.sha256)
    place.parent.mkdir(parents=True, exist_ok=True)
    incoming.path.replace(place)
    for folder in (place.parent, place.parent.parent, place.parent.parent.parent):
        _flush(folder)
    return place


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def list_old(age_s: float) -> Iterator[tuple[str, Path]]:
    """Hash and place of the files that nobody has touched for so long; the hash of a temporary file is empty."""
    root, before = Path(settings.MEDIA_ROOT), time.time() - age_s
    for path in (root / _INCOMING).glob("*"):
        if is_older(path, before):
            yield "", path
    for path in root.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*"):
        if is_older(path, before):
            yield path.name, path


def is_older(path: Path, before: float) -> bool:
    """Whether a file was last written before a moment; one that is gone was not."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < before
    return False
