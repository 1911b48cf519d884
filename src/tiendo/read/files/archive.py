# SPDX-License-Identifier: Apache-2.0
"""Zip containers (.docx, .xlsx, .ods) opened without trusting what they say about themselves.

What is here: bounds on parts and sizes, parts as bytes, trees or streams. Not here: what the parts mean.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO

from lxml import etree

from tiendo.read.files import limits
from tiendo.read.files.errors import BOMB, DAMAGED, ENTITIES, LOCKED, UnreadableFile

_ENCRYPTED = 0x1  # flag bit of an entry
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, KeyError)


class Archive:
    """The parts of a container. Nothing is unpacked before the sizes of all parts were looked at."""

    def __init__(self, data: bytes, media: str) -> None:
        """Open a container.

        Raises:
            UnreadableFile: it is damaged, locked, or would unpack to too much.
        """
        self.media = media
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise UnreadableFile(DAMAGED, media=media) from error
        self._names = {name.lower().lstrip("/"): name for name in self._zip.namelist()}
        self._left = limits.MAX_UNPACKED_BYTES
        _check_sizes(self._zip.infolist())

    def find(self, name: str) -> str | None:
        """The part of this name (letter case and a leading slash do not matter), or None."""
        return self._names.get(posixpath.normpath(name.replace("\\", "/")).lower().lstrip("/"))

    def read(self, name: str, most: int = limits.MAX_TREE_BYTES) -> bytes:
        """The bytes of a part; never more than ``most``.

        Raises:
            UnreadableFile: the part is missing or damaged, or holds more.
        """
        with self.stream(name) as part:
            data = part.read(most + 1)
        if len(data) > most:
            raise UnreadableFile(BOMB)
        return data

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """A part to read piece by piece; what is read from all parts together is bounded."""
        real = self.find(name)
        if real is None:
            raise UnreadableFile(DAMAGED, media=self.media)
        try:
            with self._zip.open(real) as part:
                yield _Bounded(part, self._take)  # type: ignore[misc]
        except UnreadableFile:
            raise
        except _BROKEN as error:
            raise UnreadableFile(DAMAGED, media=self.media) from error

    def tree(self, name: str) -> etree._Element:
        """The root element of an XML part."""
        return parse_xml(self.read(name), self.media)

    def _take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise UnreadableFile(BOMB)


class _Bounded:
    """A readable part that counts what comes out: the sizes in the directory of a container may be lies."""

    def __init__(self, part: IO[bytes], take: Callable[[int], None]) -> None:
        self._part = part
        self._take = take

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(size)
        self._take(len(data))
        return data


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.MAX_PARTS or sum(e.file_size for e in entries) > limits.MAX_UNPACKED_BYTES:
        raise UnreadableFile(BOMB)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableFile(LOCKED)
        if entry.file_size > limits.MIN_BOMB_BYTES and entry.file_size > limits.MAX_RATIO * entry.compress_size:
            raise UnreadableFile(BOMB)


def parse_xml(data: bytes, media: str) -> etree._Element:
    """The root element; entities are never expanded, nothing is fetched.

    Raises:
        UnreadableFile: it is not well formed, or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(ENTITIES if b"<!ENTITY" in data[:4096] else DAMAGED, media=media) from error
    if _has_doctype(root):
        raise UnreadableFile(ENTITIES)
    return root


def _has_doctype(element: etree._Element) -> bool:
    return element.getroottree().docinfo.internalDTD is not None


def iterate_xml(archive: Archive, name: str, *tags: str) -> Iterator[etree._Element]:
    """The elements of these tags (in any namespace) of a part, one after another; each is emptied after its turn.

    Raises:
        UnreadableFile: the part is damaged, declares a document type, or holds too much.
    """
    with archive.stream(name) as part:
        try:
            events = etree.iterparse(
                part, tag=[f"{{*}}{tag}" for tag in tags], resolve_entities=False, no_network=True, remove_comments=True
            )
            is_first = True
            for _, element in events:
                if is_first and _has_doctype(element):
                    raise UnreadableFile(ENTITIES)
                is_first = False
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise UnreadableFile(DAMAGED, media=archive.media) from error
