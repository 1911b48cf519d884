# SPDX-License-Identifier: Apache-2.0
"""``tiendo doctor``: what this machine has, what each thing is for, how to get what is missing.

What is here: looking. Not here: installing; nothing is changed.
"""
# ruff: noqa: PLC0415 - CONFIG: rich is loaded when something is drawn

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from tiendo.cli.exits import Exit
from tiendo.cli.speech import say
from tiendo.render.lang import Lang

_OLDEST_PYTHON = (3, 11)
_PATIENCE_S = 20  # a program that answers later than that is as good as missing
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OFFICES = ("soffice", "libreoffice")
_FONTS = ("Times New Roman", "Tinos", "Liberation Serif")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked for.

    Attributes:
        found: what was found ("3.11.9", a path), None when it is missing.
        purpose, remedy: one sentence each, what it is for and how to get it.
    """

    name: str
    found: str | None
    purpose: str
    remedy: str
    is_needed: bool = False


def examine(lang: Lang) -> Exit:
    """Print what there is and what is missing; fine when everything needed is there."""
    from rich.console import Console
    from rich.text import Text

    console = Console(markup=False, highlight=False)
    findings = list(look(lang))
    for one in findings:
        mark, style = ("✓", "green") if one.found else ("✗", "red") if one.is_needed else ("–", "yellow")
        state = one.found or say(lang, "chưa có", "missing")
        console.print(Text.assemble((f"{mark} ", style), (one.name, "bold"), f": {state}. {one.purpose}"))
        if not one.found:
            console.print(f"  → {one.remedy}")
    missing = [one.name for one in findings if one.is_needed and not one.found]
    if missing:
        names = ", ".join(missing)
        console.print(say(lang, f"Còn thiếu thứ cần phải có: {names}.", f"Missing and needed: {names}."))
        return Exit.PROBLEMS
    console.print(say(lang, "Đủ để đọc và soát văn bản.", "Everything needed to read and check documents is here."))
    return Exit.FINE


def look(lang: Lang) -> Iterator[Finding]:
    """The things looked for, what is needed first."""
    yield _python(lang)
    yield _packages(lang)
    yield _tesseract(lang)
    yield _fonts(lang)
    yield Finding(
        "Chromium",
        _which(_BROWSERS),
        say(lang, "Để mở và in trang kết quả html; trình duyệt nào cũng được.", "To open and print html results."),
        say(lang, "Debian: apt-get install chromium", "Debian: apt-get install chromium"),
    )
    yield Finding(
        "LibreOffice",
        _which(_OFFICES),
        say(
            lang,
            "Để mở tệp Word, Excel kết quả trên máy không có Microsoft Office.",
            "To open Word and Excel results on a machine without Microsoft Office.",
        ),
        say(
            lang,
            "Debian: apt-get install libreoffice-writer libreoffice-calc",
            "Debian: apt-get install libreoffice-writer libreoffice-calc",
        ),
    )


def _python(lang: Lang) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        "Python",
        version if sys.version_info >= _OLDEST_PYTHON else None,
        say(lang, "Để chạy tiendo; cần 3.11 trở lên.", "To run tiendo; 3.11 or newer is needed."),
        say(lang, "Cài Python 3.11 trở lên rồi cài lại tiendo.", "Install Python 3.11 or newer, then tiendo again."),
        is_needed=True,
    )


def _packages(lang: Lang) -> Finding:
    """Whether every library that tiendo asks for is installed."""
    missing = []
    for requirement in metadata.requires("tiendo") or []:
        if ";" in requirement and "extra" in requirement:
            continue
        name = requirement
        for mark in "<>=!~;[( ":
            name = name.partition(mark)[0]
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    return Finding(
        say(lang, "Thư viện", "Libraries"),
        None if missing else say(lang, "đủ", "all there"),
        say(lang, "Để mở docx, xlsx, pdf, html.", "To open docx, xlsx, pdf, html."),
        say(lang, f"Cài: pip install {' '.join(missing)}", f"Install: pip install {' '.join(missing)}"),
        is_needed=True,
    )


def _tesseract(lang: Lang) -> Finding:
    command = shutil.which("tesseract")
    languages = _answer([command, "--list-langs"]) if command else ""
    has_vietnamese = "vie" in languages.split()
    return Finding(
        "tesseract (vie)",
        command if has_vietnamese else None,
        say(
            lang,
            "Để đọc PDF quét; không có nó thì PDF quét không đọc được.",
            "To read scanned PDF files; without it they cannot be read.",
        ),
        "Debian: apt-get install tesseract-ocr tesseract-ocr-vie",
    )


def _fonts(lang: Lang) -> Finding:
    found = None
    if sys.platform in ("win32", "darwin"):
        found = say(lang, "có sẵn trong hệ điều hành", "part of the system")
    elif lister := shutil.which("fc-list"):
        families = _answer([lister, ":", "family"])
        found = next((font for font in _FONTS if font in families), None)
    return Finding(
        say(lang, "Phông chữ", "Fonts"),
        found,
        say(
            lang,
            "Để tệp Word kết quả hiện đúng Times New Roman; trang html đã có phông bên trong.",
            "So that Word results look like Times New Roman; html pages carry their own fonts.",
        ),
        "Debian: apt-get install fonts-croscore",
    )


def _which(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _answer(command: list[str | None]) -> str:
    """What a program prints; empty when it fails."""
    arguments = [part for part in command if part]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(  # noqa: S603 (a program found on the path, fixed arguments)
            arguments, capture_output=True, timeout=_PATIENCE_S, env=environment, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")
