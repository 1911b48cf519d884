# SPDX-License-Identifier: Apache-2.0
"""The text as rules see it, with a way back to the text as it was read.

Rules match on ``norm`` (and ``cased``), never on the original; what is stored and quoted is always the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

# Same length on both sides, so positions survive. Đ is often typed as the Icelandic eth.
_SIGNS = str.maketrans(
    {
        "\u00d0": "Đ",
        "\u00f0": "đ",
        "\u0189": "Đ",
        "\u0256": "đ",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u202f": " ",
        "\u3000": " ",
        "\t": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
        "\u2018": "'",
        "\u2019": "'",
    }
)

# Tone marks of open oa, oe, uy: the new style (oà) is matched as the old one (òa); not after q (quý). DOMAIN 13.
_TONE_STYLE = {
    bare + toned: marked + plain
    for bare, plain, row in (("o", "a", "àáảãạ"), ("o", "e", "èéẻẽẹ"), ("u", "y", "ỳýỷỹỵ"))
    for toned, marked in zip(row, {"o": "òóỏõọ", "u": "ùúủũụ"}[bare], strict=True)
}
_TONE_PATTERN = re.compile(r"(?<!q)(?:" + "|".join(_TONE_STYLE) + r")(?!\w)")


@dataclass(frozen=True, slots=True)
class Shadow:
    """A text in the form in which rules match it.

    Attributes:
        text: as read.
        cased: NFC, one kind of space, hyphen and đ; letter case kept.
        norm: ``cased`` in lower case with one style of tone marks; same length as ``cased``.
        back: position in ``text`` of each position of ``cased`` (and its end), or None when they are the same.
    """

    text: str
    cased: str
    norm: str
    back: array[int] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The range of ``text`` that a range of ``norm`` stands for."""
        if self.back is None:
            return start, end
        return self.back[start], self.back[end]

    def slice(self, start: int, end: int) -> str:
        """The original words of a range of ``norm``."""
        start, end = self.place(start, end)
        return self.text[start:end]


def _compose(text: str) -> tuple[str, array[int] | None]:
    """NFC with the position of every character's origin; a base letter and its marks are one cluster."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    back = array("q")
    at, size = 0, len(text)
    combining = unicodedata.combining
    while at < size:
        end = at + 1
        while end < size and combining(text[end]):
            end += 1
        piece = text[at] if end == at + 1 else unicodedata.normalize("NFC", text[at:end])
        pieces.append(piece)
        back.extend([at] * len(piece))
        at = end
    back.append(size)
    return "".join(pieces), back


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)  # İ and the like grow in lower case


def cast(text: str) -> Shadow:
    """The shadow of a text; linear in its length."""
    composed, back = _compose(text)
    cased = composed.translate(_SIGNS)
    norm = _TONE_PATTERN.sub(lambda m: _TONE_STYLE[m.group()], _lower(cased))
    return Shadow(text, cased, norm, back)
