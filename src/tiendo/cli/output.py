# SPDX-License-Identifier: Apache-2.0
"""Where results go: a file that appears whole or not at all, or standard output.

What is here: opening and finishing outputs. Not here: what is written (``render``).
"""

from __future__ import annotations

import io
import os
import secrets
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from tiendo.cli.exits import OutputError, PipeClosed
from tiendo.cli.speech import say
from tiendo.render.controls import safe
from tiendo.render.lang import Lang


@contextmanager
def open_output(path: str | None, lang: Lang) -> Iterator[BinaryIO]:
    """A binary file to write to: standard output when there is no path.

    A file is written beside its target under another name and takes its place only when all went well, so that
    nobody ever sees half of it.

    Raises:
        OutputError: the file cannot be written.
        PipeClosed: nobody reads standard output any more.
    """
    try:
        if path is None:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        else:
            with _replacing(os.path.realpath(path)) as file:
                yield file
    except BrokenPipeError as error:
        raise PipeClosed from error
    except OSError as error:
        raise OutputError(_why_not(path or "-", error, lang)) from error


@contextmanager
def _replacing(target: str) -> Iterator[BinaryIO]:
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):  # a device or pipe is written to, never replaced
        with open(target, "wb") as file:
            yield file
        return
    beside = os.path.join(os.path.dirname(target), f".{os.path.basename(target)[:80]}.{secrets.token_hex(4)}")
    file = open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb")  # noqa: SIM115
    try:
        with file:
            yield file
        if mode is not None:
            os.chmod(beside, stat.S_IMODE(mode))
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise


def _why_not(path: str, error: OSError, lang: Lang) -> str:
    folder = os.path.dirname(os.path.abspath(path))
    if isinstance(error, FileNotFoundError):
        return say(
            lang,
            f"Không có thư mục {folder}; hãy tạo thư mục rồi chạy lại.",
            f"There is no folder {folder}; create it and run again.",
        )
    if isinstance(error, PermissionError):
        return say(
            lang,
            f"Không có quyền ghi {path}; hãy đóng tệp nếu đang mở, hoặc chọn thư mục khác.",
            f"No permission to write {path}; close the file if it is open, or choose another folder.",
        )
    if isinstance(error, IsADirectoryError):
        return say(
            lang,
            f"{path} là một thư mục; hãy ghi cả tên tệp.",
            f"{path} is a folder; give the name of a file.",
        )
    reason = error.strerror or str(error)
    return say(
        lang,
        f"Không ghi được {path} ({reason}); hãy kiểm tra chỗ trống trên đĩa.",
        f"Could not write {path} ({reason}); check the space on the disk.",
    )


def make_folder(path: str, lang: Lang) -> None:
    """Make the folder in which a file is going to lie.

    Raises:
        OutputError: it cannot be made.
    """
    folder = os.path.dirname(path)
    if not folder:
        return
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutputError(
            say(
                lang,
                f"Không tạo được thư mục {folder}; hãy chọn nơi khác.",
                f"The folder {folder} cannot be made; choose another place.",
            )
        ) from error


def write_text(pieces: Iterable[str], path: str | None, lang: Lang) -> None:
    """Write pieces of UTF-8 text, each as soon as it is there."""
    with open_output(path, lang) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8", "replace"))


@contextmanager
def open_text(path: str | None, lang: Lang) -> Iterator[TextIO]:
    """The same for text: the terminal in its own encoding, a file in UTF-8."""
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise PipeClosed from error
        return
    with open_output(path, lang) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="\n")
        yield text
        text.flush()
        text.detach()


def is_same_file(path: str, other: str) -> bool:
    """Whether two names lead to one file, which must then not be written while it is read."""
    return os.path.realpath(path) == os.path.realpath(other)


def complain(message: str) -> None:
    """One line to the person, beside the result; names of files may hold anything."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="replace")
    print(safe(message), file=sys.stderr)  # noqa: T201 (this is the one place that talks to the person)
    sys.stderr.flush()
