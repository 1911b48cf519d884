# SPDX-License-Identifier: Apache-2.0
"""Word lists as patterns: one pattern for many phrases, ordered by common beginnings.

Here: how a list becomes a pattern. Not here: the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


class _Node(dict[str, "_Node"]):
    """A letter of a tree of phrases; ``is_end`` when a phrase ends here."""

    is_end = False


def split_phrases(phrases: str) -> list[str]:
    """The phrases of a list written as ``"kế hoạch | dự toán"``, in any number of lines."""
    return [" ".join(phrase.split()) for phrase in phrases.split("|") if phrase.strip()]


def one_of(phrases: str) -> str:
    r"""The source of a pattern that matches the longest phrase of a list at its place.

    A plain alternation tries every phrase at every place. This one shares beginnings, so the first letter decides and
    nothing is tried twice. Put ``(?!\w)`` behind it to match whole words only.

    Args:
        phrases: ``"kế hoạch | dự toán"``; letters and signs stand for themselves.

    Examples:
        >>> print(one_of("tăng | tăng thêm | tính"))
        t(?:ính|ăng(?:\ thêm)?)
    """
    return _source(_tree(phrases))


def whole(phrases: str) -> str:
    r"""As ``one_of``, but only whole words; its letters stand before its look-behinds (``by_letter``).

    Examples:
        >>> print(whole("tăng | tăng thêm | tính"))
        (?:t(?<!\wt)(?:ính|ăng(?:\ thêm)?))(?!\w)
    """
    ways = (
        rf"{letter}(?<!\w{letter}){_source(below)}"
        for letter, below in ((re.escape(character), node) for character, node in sorted(_tree(phrases).items()))
    )
    return rf"(?:{'|'.join(ways)})(?!\w)"


def any_word(*choices: str) -> str:
    """As ``whole``, of pattern sources that each begin with a letter."""
    return by_letter(choices) + r"(?!\w)"


def _tree(phrases: str) -> _Node:
    root = _Node()
    for phrase in split_phrases(phrases):
        node = root
        for character in phrase:
            node = node.setdefault(character, _Node())
        node.is_end = True
    return root


def _source(node: _Node) -> str:
    ways = [re.escape(character) + _source(below) for character, below in sorted(node.items())]
    if not ways:
        return ""
    if node.is_end:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def by_letter(choices: Iterable[str], *, begins: bool = True) -> str:
    r"""The source of a pattern of any of the choices, as the beginning of a word.

    The choices are grouped by first letter and the letter stands before the look-behind: a search skips every place
    that has none of the letters. Choices of one letter keep their order.

    Args:
        choices: pattern sources; each begins with a letter that stands for itself.
        begins: only where a word begins; False when the place is known to be one.

    Examples:
        >>> print(by_letter(("ông", "bà", "ban")))
        (?:ô(?<!\wô)ng|b(?<!\wb)(?:à|an))
    """
    groups: dict[str, list[str]] = {}
    for choice in choices:
        groups.setdefault(choice[0], []).append(choice[1:])
    ways = (
        (rf"{letter}(?<!\w{letter})" if begins else letter)
        + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})")
        for letter, rests in groups.items()
    )
    return f"(?:{'|'.join(ways)})"


def find_last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match of a pattern in ``text[start:end]``."""
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found
