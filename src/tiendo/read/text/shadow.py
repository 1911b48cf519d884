# SPDX-License-Identifier: Apache-2.0
"""The text as rules see it, with a way back to the text as it was read.

Rules match on ``norm`` (and ``cased``), never on the original; what is stored and quoted is always the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array

from tiendo.kernel.records import record

# Signs that print uses for one thing, and the one form that rules know. Same length on both sides, so positions
# survive. Đ is often typed as the Icelandic eth.
_SIGNS = (
    ("\u00d0\u0189", "Đ"),
    ("\u00f0\u0256", "đ"),
    ("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    ("\u2010\u2011\u2212", "-"),
    ("\u2018\u2019", "'"),
)
_REPLACED = tuple((sign, plain) for signs, plain in _SIGNS for sign in signs)
_ANY_SIGN = re.compile(f"[{''.join(sign for sign, _ in _REPLACED)}]")
_FEW = 200  # characters: one search is dearer than a look for each sign in more of them

# Tone marks of open oa, oe, uy: the new style (oà) is matched as the old one (òa); not after q (quý). DOMAIN 13.
_TONE_STYLE = {
    bare + toned: marked + plain
    for bare, plain, row in (("o", "a", "àáảãạ"), ("o", "e", "èéẻẽẹ"), ("u", "y", "ỳýỷỹỵ"))
    for toned, marked in zip(row, {"o": "òóỏõọ", "u": "ùúủũụ"}[bare], strict=True)
}
# The first letter stands before the look-behind: a pattern that begins with letters is searched at once.
_TONE_PATTERN = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u(?<!qu)[ỳýỷỹỵ])(?!\w)")
_PIECE = 100_000  # characters
# A letter with marks typed behind it (NFD). Vietnamese marks all lie in this block of Unicode.
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


# The end of a line that ends no sentence or item, before a line that begins with a word.
_LINE_END = re.compile(r"\n(?:(?<=[\w,%)]\n)|(?<=[\w,%)]\r\n))(?=\w)")
# A word that is no label of a list, or a number with what it counts.
_GOES_ON = re.compile(r"[^\W\d_](?![.)])|[0-9][0-9.,/]*(?<![.,])(?:%| (?=[^\W\d_A-ZĐ]))")
_NARROWEST, _WIDEST = 50, 300


@record
class Shadow:
    """A text in the form in which rules match it.

    Attributes:
        text: as read.
        cased: NFC, one kind of space, hyphen and đ, lines that a page has broken joined; letter case kept.
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
        back = self.back
        return self.text[start:end] if back is None else self.text[back[start] : back[end]]


def _compose(text: str) -> tuple[str, array[int] | None]:
    """NFC with the position of every character's origin; a base letter and its marks are one cluster."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    composed: dict[str, str] = {}
    pieces: list[str] = []
    back = array("q")
    at = 0
    for cluster in _CLUSTER.finditer(text):
        start, end = cluster.span()
        written = cluster.group()
        piece = composed.get(written)
        if piece is None:
            piece = composed[written] = unicodedata.normalize("NFC", written)
        pieces += (text[at:start], piece)
        back.extend(range(at, start))
        back.extend([start] * len(piece))
        at = end
    pieces.append(text[at:])
    back.extend(range(at, len(text) + 1))
    return "".join(pieces), back


def _unwrap(text: str) -> str:
    """Lines that were broken only because the page ended, joined by a space; the length stays.

    Such a line is about as long as a page is wide, ends without a stop, and the next one goes on in small letters or
    with a number of things; items of a list ("a) …") begin anew.
    """
    pieces: list[str] = []
    at = 0
    for end_of_line in _LINE_END.finditer(text):
        end, behind = end_of_line.span()
        end -= text[end - 1] == "\r"
        length = end - (text.rfind("\n", max(0, end - _WIDEST - 1), end) + 1)
        if _NARROWEST <= length <= _WIDEST and _GOES_ON.match(text, behind) and not text[behind].isupper():
            pieces += (text[at:end], " " * (behind - end))
            at = behind
    return "".join((*pieces, text[at:])) if pieces else text


def _lower(text: str) -> str:
    """Lower case of the same length: İ is the one letter that grows."""
    return text.replace("\u0130", "I").lower()


def _unify(text: str) -> str:
    """One kind of space, hyphen, apostrophe and đ; a sign that a text does not use costs one fast look."""
    if len(text) < _FEW and _ANY_SIGN.search(text) is None:
        return text  # a phrase
    for sign, plain in _REPLACED:
        text = text.replace(sign, plain)
    return text


def _mend_tones(text: str) -> str:
    """One style of tone marks, piece by piece: of each place that changes, a pattern keeps the pieces beside it."""
    if len(text) <= _PIECE:
        return _TONE_PATTERN.sub(_old_style, text)
    pieces, at = [], 0
    while at < len(text):
        end = text.find("\n", at + _PIECE) + 1 or len(text)
        pieces.append(_TONE_PATTERN.sub(_old_style, text[at:end]))
        at = end
    return "".join(pieces)


def _old_style(found: re.Match[str]) -> str:
    return _TONE_STYLE[found.group()]


def cast(text: str) -> Shadow:
    """The shadow of a text; linear in its length."""
    composed, back = _compose(text)
    cased = _unwrap(_unify(composed))
    norm = _mend_tones(_lower(cased))
    return Shadow(text, cased, norm, back)
