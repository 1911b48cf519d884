#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the signs of the server's pages as one file of symbols, from an unpacked copy of Tabler Icons.

Called as ``scripts/icons.py FOLDER [NAME…]``: the signs that the file has are written anew, the named ones are added.
A name is Tabler's own ("clock-check"), with "-filled" behind it for the filled drawing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

SPRITE = Path(__file__).parents[1] / "src/tiendo/server/support/static/support/icons.svg"
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg">\n<!-- SPDX-License-Identifier: MIT. '
    "Tabler Icons, Copyright (c) 2020-2026 Paweł Kuna. Written by scripts/icons.py -->\n"
)
_STYLES = {
    "outline": 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"',
    "filled": 'fill="currentColor"',
}
_EMPTY_SQUARE = 'd="M0 0h24v24H0z"'  # Tabler's frame of a drawing; it draws nothing


def draw(folder: Path, name: str) -> str:
    """One symbol."""
    kind = "filled" if name.endswith("-filled") else "outline"
    drawing = (folder / "icons" / kind / f"{name.removesuffix('-filled')}.svg").read_text("utf-8")
    paths = "".join(path for path in re.findall(r"<path [^>]*/>", drawing) if _EMPTY_SQUARE not in path)
    return f'<symbol id="{name}" viewBox="0 0 24 24" {_STYLES[kind]}>{paths}</symbol>\n'


def main(folder: str, *added: str) -> None:
    """Writes the file."""
    had = re.findall(r'<symbol id="([^"]+)"', SPRITE.read_text("utf-8")) if SPRITE.exists() else []
    symbols = (draw(Path(folder), name) for name in sorted({*had, *added}))
    SPRITE.write_text(_HEAD + "".join(symbols) + "</svg>\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
