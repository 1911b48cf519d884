# SPDX-License-Identifier: Apache-2.0
"""Matching that the rules share: the last hit of a pattern. Not here: patterns (``words``)."""

from __future__ import annotations

import re


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a pattern in a short text."""
    last = None
    for match in pattern.finditer(text):
        last = match
    return last
