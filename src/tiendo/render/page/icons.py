# SPDX-License-Identifier: Apache-2.0
"""The signs of the page, drawn once and used by name. Nothing else is here.

The outlines are those of Tabler Icons (MIT, Copyright (c) 2020-2026 Paweł Kuna).
"""

from __future__ import annotations

_LINE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
_FULL = 'fill="currentColor"'
_ALERT = (
    "M12 1.67c.955 0 1.845 .467 2.39 1.247l.105 .16l8.114 13.548a2.914 2.914 0 0 1 -2.307 4.363l-.195 .008h-16.225"
    "a2.914 2.914 0 0 1 -2.582 -4.2l.099 -.185l8.11 -13.538a2.914 2.914 0 0 1 2.491 -1.403zm.01 13.33l-.127 .007a1 1 0 "
    "0 0 0 1.986l.117 .007l.127 -.007a1 1 0 0 0 0 -1.986l-.117 -.007zm-.01 -7a1 1 0 0 0 -.993 .883l-.007 .117v4l.007 "
    ".117a1 1 0 0 0 1.986 0l.007 -.117v-4l-.007 -.117a1 1 0 0 0 -.993 -.883z"
)
_OK = (
    "M17 3.34a10 10 0 1 1 -14.995 8.984l-.005 -.324l.005 -.324a10 10 0 0 1 14.995 -8.336zm-1.293 5.953a1 1 0 0 0 -1.32 "
    "-.083l-.094 .083l-3.293 3.292l-1.293 -1.292l-.094 -.083a1 1 0 0 0 -1.403 1.403l.083 .094l2 2l.094 .083a1 1 0 0 0 "
    "1.226 0l.094 -.083l4 -4l.083 -.094a1 1 0 0 0 -.083 -1.32z"
)
_PATHS = {
    "alert": (_FULL, (_ALERT,)),
    "ok": (_FULL, (_OK,)),
    "question": (
        _LINE,
        ("M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0 -18", "M12 17v.01", "M12 13.5a1.5 1.5 0 0 1 1 -1.5a2.6 2.6 0 1 0 -3 -4"),
    ),
    "info": (_LINE, ("M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0 -18", "M12 8h.01", "M11 12h1v4h1")),
    "left": (_LINE, ("M15 6l-6 6l6 6",)),
    "right": (_LINE, ("M9 6l6 6l-6 6",)),
    "list": (_LINE, ("M9 6l11 0", "M9 12l11 0", "M9 18l11 0", "M5 6l0 .01", "M5 12l0 .01", "M5 18l0 .01")),
    "moon": (
        _LINE,
        ("M12 3c.132 0 .263 0 .393 0a7.5 7.5 0 0 0 7.92 12.446a9 9 0 1 1 -8.313 -12.454z",),
    ),
}


def icon(name: str) -> str:
    """The sign; always beside a word that says the same, so it is hidden from readers."""
    return f'<svg class="i i-{name}" aria-hidden="true"><use href="#{name}"/></svg>'


def draw_symbols() -> str:
    """The outlines, once in the page."""
    symbols = "".join(
        f'<symbol id="{name}" viewBox="0 0 24 24" {style}>{"".join(f"<path d={chr(34)}{p}{chr(34)}/>" for p in paths)}'
        "</symbol>"
        for name, (style, paths) in _PATHS.items()
    )
    return f'<svg width="0" height="0" class="symbols" aria-hidden="true">{symbols}</svg>'
