# SPDX-License-Identifier: Apache-2.0
"""Where the files of the project lie, for the tests of its shape.

Here: lists of paths. Not here: what must be true of them.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/tiendo"
#: Rooms that are no libraries: they may use a terminal, a network, a clock.
FRONT_ROOMS = {"cli", "client", "server"}
#: What a tool writes: caches, and the migrations of Django; what others wrote and we only carry.
GENERATED = {"__pycache__", "migrations", "vendor"}


def files(*suffixes: str, under: tuple[str, ...] = ("src", "tests", "scripts", "sample", "bench")) -> list[Path]:
    """Files with one of the suffixes, in order; generated folders and files are left out."""
    found = (path for folder in under for path in (ROOT / folder).rglob("*") if path.suffix in suffixes)
    return sorted(path for path in found if path.is_file() and not GENERATED & set(path.parts))


def library_rooms() -> list[str]:
    """Names of the packages directly under ``tiendo`` that are libraries."""
    rooms = (path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())
    return sorted(set(rooms) - FRONT_ROOMS)


def library_modules() -> list[Path]:
    """Every module of the libraries, their tests left out."""
    return [
        path
        for room in library_rooms()
        for path in files(".py", under=(f"src/tiendo/{room}",))
        if "tests" not in path.parts
    ]


def name(path: Path) -> str:
    """A path as it is written in messages and lists."""
    return path.relative_to(ROOT).as_posix()
