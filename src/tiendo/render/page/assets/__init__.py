# SPDX-License-Identifier: Apache-2.0
"""Styles, script and fonts of the page, put into its head; nothing is loaded from outside.

What is here: files → html, and the policy that lets only these run. Not here: what the page shows.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tiendo.render.lang import Lang
from tiendo.render.page.spans import safe

_FACES = (
    ("Inter TD", "inter-vi.woff2", "400 700", "normal"),
    ("Tinos TD", "tinos-vi-r.woff2", "400", "normal"),
    ("Tinos TD", "tinos-vi-b.woff2", "700", "normal"),
    ("Tinos TD", "tinos-vi-i.woff2", "400", "italic"),
)
# The licence of the fonts asks for this notice wherever they go.
_FONT_NOTICE = (
    "Fonts in this page: Inter, Copyright (c) 2016-2018 The Inter Project Authors; Tinos, Copyright 2026 The Tinos "
    "Project Authors; both subset, SIL Open Font License 1.1, texts in tiendo/render/page/assets/look. "
    "Icons: Tabler Icons, Copyright (c) 2020-2026 Pawel Kuna, MIT License."
)


#: Before the first document is laid out: without it the browser would draw all of them and then hide all but one.
_FIRST_SCRIPT = 'document.documentElement.className = "js";'


def draw_head(title: str, lang: Lang) -> Iterator[str]:
    """Everything before the body."""
    policy = (
        f"default-src 'none'; style-src '{_digest(_style())}'; script-src '{_digest(_FIRST_SCRIPT)}' "
        f"'{_digest(_script())}'; font-src data:; base-uri 'none'; form-action 'none'"
    )
    yield f'<!doctype html>\n<html lang="{lang.value}" class="no-js">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta name="referrer" content="no-referrer">\n<title>{safe(title)}</title>\n<!-- {_FONT_NOTICE} -->\n'
    yield f"<style>{_style()}</style>\n<script>{_FIRST_SCRIPT}</script>\n</head>\n"


def draw_script() -> str:
    """The script, at the end, when all it needs is there."""
    return f"<script>{_script()}</script>"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    faces = "".join(
        f'@font-face{{font-family:"{family}";src:url(data:font/woff2;base64,{_base64(name)}) format("woff2");'
        f"font-weight:{weight};font-style:{slope};font-display:swap}}\n"
        for family, name, weight, slope in _FACES
    )
    return faces + _text("look/tokens.css") + _text("page.css")


@cache
def _script() -> str:
    return _text("page.js")


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")


def _base64(name: str) -> str:
    return base64.b64encode(files(__name__).joinpath("look", name).read_bytes()).decode()
