# SPDX-License-Identifier: Apache-2.0
"""A choice of phrases that passes over most of a text at once: its first letters decide.

Here: how such a pattern is put together. Not here: the phrases.
"""

from __future__ import annotations

from collections.abc import Iterable


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
