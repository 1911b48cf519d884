# SPDX-License-Identifier: Apache-2.0
"""Signs that Word and PDF take from the fonts Symbol and Wingdings.

What is here: the signs that stand beside figures in reports. Not here: fonts of old Vietnamese encodings.
"""

from __future__ import annotations

_BASE = 0xF000  # such a sign is stored as this plus its place in the font

# Source: Adobe Symbol Encoding, as published by Unicode (ADOBE/symbol.txt).
_SYMBOL = {
    0x2B: "+",
    0x2D: "\u2212",
    0x3C: "<",
    0x3E: ">",
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xAE: "→",
}
_PRIVATE = {_BASE + code: sign for code, sign in _SYMBOL.items()}


def plain_signs(text: str) -> str:
    """The text with signs of Symbol as Unicode signs; others of the private area are left as they are."""
    return text.translate(_PRIVATE)


def sign_of(font: str | None, code: str | None) -> str:
    """The sign of ``w:sym``: of Symbol as Unicode, of picture fonts nothing."""
    try:
        at = int(code or "", 16) & 0xFF
    except ValueError:
        return ""
    return _SYMBOL.get(at, "") if (font or "").lower() == "symbol" else ""
