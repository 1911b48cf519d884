# SPDX-License-Identifier: Apache-2.0
"""Plain text and Markdown.

What is here: decoding and lines. Not here: encodings of the 1990s (``text.legacy``).
"""

from __future__ import annotations

import re

from tiendo.kernel.document import Block, Document

_LINE = re.compile(r"[^\s](?:[^\r\n\x0b\x0c\u2028\u2029]*[^\s])?")


def read(path: str, media: str, data: bytes) -> Document:
    """Read."""
    text = data.decode("utf-8", errors="replace")
    return Document(path, media, text, tuple(Block(*m.span()) for m in _LINE.finditer(text)))
