# SPDX-License-Identifier: Apache-2.0
"""Text that may be shown on a terminal, whoever wrote it. Nothing else is here."""

from __future__ import annotations

import re

# Control characters and marks that turn the direction of writing could make a document write over the screen.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """The text without anything that moves the cursor or the direction of writing."""
    return _UNSAFE.sub("\ufffd", text)
