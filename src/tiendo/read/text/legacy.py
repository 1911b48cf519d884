# SPDX-License-Identifier: Apache-2.0
"""Vietnamese text in the one-byte encodings of the 1990s → Unicode.

What is here: TCVN3 (ABC) and VNI, their fonts. Not here: which bytes a file holds (``files.plain``).
"""

from __future__ import annotations


def encoding_of_font(font: str | None) -> str | None:
    """The encoding that a font is made for: "tcvn3", "vni", or None for Unicode."""
    return None


def to_unicode(text: str, font: str) -> str:
    """Convert."""
    return text
