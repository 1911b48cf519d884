# SPDX-License-Identifier: Apache-2.0
"""One file → one document, whatever it is.

What is here: reading no more bytes than allowed, choosing the format. Not here: the formats (one module each).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO

from tiendo.kernel.document import Document
from tiendo.read.files import limits, plain
from tiendo.read.files.errors import (
    BINARY,
    DAMAGED,
    EMPTY,
    NOT_A_FILE,
    NOT_ALLOWED,
    NOT_FOUND,
    TOO_LARGE,
    UnreadableFile,
)
from tiendo.read.files.sniff import HEAD_BYTES, sniff

# Ending → kind; the templates and macro forms of Office have the same parts.
_SUFFIXES = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xltx": "xlsx",
    ".xls": "xls",
    ".ods": "ods",
}


def supported_suffixes() -> tuple[str, ...]:
    """The endings of files that are read, with their dot, in lower case."""
    return tuple(_SUFFIXES)


def open_document(path: Path | str, *, data: bytes | None = None, media: str | None = None) -> Document:
    """Read a file: its running text in blocks, its tables in cells, each with its place.

    The content decides what the file is, not its name; a note says so when they differ.

    Args:
        path: of the file, or the name to show when ``data`` is given.
        data: the bytes, when they do not lie in a file (standard input).
        media: what the bytes are ("txt", "md", "html", "docx" …), for a path that does not say it.

    Returns:
        The document; the same bytes give the same one.

    Raises:
        UnreadableFile: nothing can be read; the message is one sentence that says what to do.
    """
    stated = _stated(path, media)
    content = _read_bytes(Path(path), stated) if data is None else _take(BytesIO(data), len(data), stated)
    if not content.strip(b"\0 \t\r\n"):
        raise UnreadableFile(EMPTY)
    found = sniff(content)
    if found == "html" and len(content) > limits.MAX_HTML_BYTES:
        raise UnreadableFile(TOO_LARGE, limit=limits.MAX_HTML_BYTES // limits.MIB)
    actual = found or (stated if stated in ("txt", "md", "html") else "txt")
    try:
        document = _read(str(path), actual, content)
    except UnreadableFile as error:
        if found is None and error.code == BINARY.code and stated not in (None, "txt", "md"):
            raise UnreadableFile(DAMAGED, media=stated) from error
        raise
    except (MemoryError, RecursionError) as error:
        raise UnreadableFile(DAMAGED, media=actual) from error
    return _with_note(document, stated, actual)


def _stated(path: Path | str, media: str | None) -> str | None:
    """The kind that the caller or the ending says, None when neither does."""
    if media is not None:
        return _SUFFIXES.get("." + media.lower().lstrip("."))
    return _SUFFIXES.get(Path(path).suffix.lower())


def _read_bytes(path: Path, stated: str | None) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(NOT_A_FILE)
        with path.open("rb") as file:
            return _take(file, path.stat().st_size, stated)
    except FileNotFoundError as error:
        raise UnreadableFile(NOT_FOUND) from error
    except (OSError, ValueError) as error:
        if isinstance(error, UnreadableFile):
            raise
        raise UnreadableFile(NOT_ALLOWED) from error


def _take(file: IO[bytes], size: int, stated: str | None) -> bytes:
    """The bytes, never more than the limit of their kind; a size may be unknown (0 of a pipe) or change."""
    head = file.read(HEAD_BYTES)
    limit = _limit(head, stated)
    if size <= limit:
        data = head + file.read(limit + 1 - len(head))
        if len(data) <= limit:
            return data
    raise UnreadableFile(TOO_LARGE, limit=limit // limits.MIB)


def _limit(head: bytes, stated: str | None) -> int:
    if b"%PDF-" in head:
        return limits.MAX_PDF_BYTES
    if head.startswith((b"PK", b"\xd0\xcf")):
        return limits.MAX_OFFICE_BYTES
    return limits.MAX_HTML_BYTES if stated == "html" else limits.MAX_TEXT_BYTES


def _read(path: str, media: str, data: bytes) -> Document:
    """Hand over to the module of the format, imported now: most pull heavy libraries."""
    # ruff: noqa: PLC0415 - CONFIG: that is what this function is for
    read: Callable[[str, bytes], Document]
    match media:
        case "docx":
            from tiendo.read.files.word.docx import read
        case "pdf":
            from tiendo.read.files.pdf.reading import read
        case "xlsx":
            from tiendo.read.files.workbook.xlsx import read
        case "xls":
            from tiendo.read.files.workbook.xls import read
        case "ods":
            from tiendo.read.files.workbook.ods import read
        case "html":
            from tiendo.read.files.page.html import read
        case _:
            return plain.read(path, media, data)
    return read(path, data)


def _with_note(document: Document, stated: str | None, actual: str) -> Document:
    if stated in (None, actual) or {stated, actual} <= {"txt", "md"}:
        return document
    note = f"Tên tệp ghi .{stated} nhưng nội dung là {actual}; tệp được đọc như {actual}."
    return replace(document, notes=(note, *document.notes))
