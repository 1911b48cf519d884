# SPDX-License-Identifier: Apache-2.0
"""Plain text and Markdown: the text is that of the file, its lines are the blocks.

What is here: lines and their kinds. Not here: encodings (``decoding``).
"""

from __future__ import annotations

import re
from itertools import islice

from tiendo.kernel.document import Block, BlockKind, Document
from tiendo.read.files import limits
from tiendo.read.files.decoding import decode
from tiendo.read.files.errors import NOTHING_READ, UnreadableFile

# From the first sign to the last one of a line; a byte order mark is no sign.
_LINE = re.compile(r"[^\s\ufeff](?:[^\r\n\x0b\x0c\u2028\u2029]*[^\s])?")
_MARKDOWN = re.compile(r"(?P<heading>#{1,6}[ \t])|(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t])")
_MARKDOWN_KINDS = {"heading": BlockKind.HEADING, "item": BlockKind.LIST_ITEM}


def read(path: str, media: str, data: bytes) -> Document:
    """Read a text; for UTF-8 its offsets are those of the file.

    Raises:
        UnreadableFile: it is no text, or has no signs.
    """
    decoded = decode(data)
    blocks = _blocks(decoded.text, is_markdown=media == "md")
    if not blocks:
        raise UnreadableFile(NOTHING_READ, media=media)
    return Document(path, media, decoded.text, tuple(blocks), encoding=decoded.encoding, notes=decoded.notes)


def _blocks(text: str, *, is_markdown: bool) -> list[Block]:
    blocks = [
        Block(*line.span(), _kind(text, line.start()) if is_markdown else BlockKind.PARAGRAPH)
        for line in islice(_LINE.finditer(text), limits.MAX_BLOCKS)
    ]
    if len(blocks) == limits.MAX_BLOCKS:
        rest = text[blocks[-1].end :].rstrip()
        if rest:  # a list of a million numbers is no report: one block for what follows, so that memory stays bounded
            start = blocks[-1].end + len(rest) - len(rest.lstrip())
            blocks.append(Block(start, blocks[-1].end + len(rest)))
    return blocks


def _kind(text: str, start: int) -> BlockKind:
    found = _MARKDOWN.match(text, start)
    return _MARKDOWN_KINDS[found.lastgroup] if found and found.lastgroup else BlockKind.PARAGRAPH
