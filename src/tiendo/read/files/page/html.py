# SPDX-License-Identifier: Apache-2.0
"""An .html page → a document: the article's blocks and tables in order.

What is here: inline text, blocks, tables. Not here: which part is the article (``article``).
"""

from __future__ import annotations

import re

from lxml import etree, html

from tiendo.kernel.document import BlockKind, Document
from tiendo.read.files import limits
from tiendo.read.files.assembly import Assembly
from tiendo.read.files.decoding import decode
from tiendo.read.files.errors import NOTHING_READ, UnreadableFile
from tiendo.read.files.grid import lay_out
from tiendo.read.files.page import furniture
from tiendo.read.files.page.article import Region, find_article
from tiendo.read.files.page.tables import is_data, read_cells

_MEDIA = "html"
_TOO_DEEP = "Trang lồng quá nhiều tầng; chỉ đọc được phần đầu."
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure form header hr html li "
    "main ol p pre section summary table tbody td tfoot th thead tr ul caption".split()
)
_HEAD_BYTES = 4096
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{1,40})", re.IGNORECASE)
# What HTML folds; a no-break space stays, but a row of them is only a gap.
_NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufeff\ufffe\uffff]")  # the parser stops at some of them
_SPACE = re.compile(r"[ \t\r\n\f\xa0]*[ \t\r\n\f]+[ \t\r\n\f\xa0]*|\xa0{2,}")
_KINDS = {"li": BlockKind.LIST_ITEM, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_LINKED = 0.6  # of the signs: a line with so many in links leads away
_LEAST_PROSE = 40  # signs of a line between title and body that is text (a lead), not a button
_MOST_DATE = 60  # signs of a line that says when the page was published
_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b")


def read(path: str, data: bytes) -> Document:
    """Read a page.

    Raises:
        UnreadableFile: it has no text.
    """
    stated = _CHARSET.search(data, 0, _HEAD_BYTES)
    decoded = decode(data, stated[1].decode("ascii") if stated else None)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        root = html.document_fromstring(_NO_XML.sub("", decoded.text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(NOTHING_READ, media=_MEDIA) from error
    out = Assembly(path, _MEDIA)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        out.add_note(_TOO_DEEP)
    out.encoding = decoded.encoding
    for note in decoded.notes:
        out.add_note(note)
    _Reader(out, find_article(root)).read()
    if not out.has_words():
        raise UnreadableFile(NOTHING_READ, media=_MEDIA)
    return out.finish()


class _Reader:
    """Walks the article; keeps the line that is being put together."""

    def __init__(self, out: Assembly, region: Region) -> None:
        self._out = out
        self._region = region
        self._pieces: list[str] = []
        self._linked = 0
        self._is_open = region.title is None
        self._is_body = region.scope is region.body
        self._is_over = False
        self._says_date = False
        self._date = ""
        self._headings: list[str] = []

    def read(self) -> None:
        """Read title, lead and body in the order of the page."""
        self._walk(self._region.scope, BlockKind.PARAGRAPH, 0, in_link=False)
        self._flush(BlockKind.PARAGRAPH)
        if not self._out.has_words():
            self._release()

    def _walk(self, element: etree._Element, kind: BlockKind, depth: int, *, in_link: bool) -> None:
        if depth > limits.MAX_DEPTH:
            self._out.add_note(_TOO_DEEP)
            return
        if element is self._region.title:
            self._pieces, self._linked = [], 0
            self._is_open = True
            self._out.add_text(self._date)
        is_body = element is self._region.body
        self._is_body = self._is_body or is_body
        self._say(element.text, in_link)
        for child in element:
            self._child(child, kind, depth, in_link)
            self._say(child.tail, in_link)
        if is_body:
            self._flush(kind)
            self._is_over = True

    def _child(self, child: etree._Element, kind: BlockKind, depth: int, in_link: bool) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in furniture.TAGS:
            return
        self._says_date = furniture.names_date(child) or (self._says_date and tag not in _BLOCKS)
        if tag == "br":
            self._flush(kind)
        elif tag == "table" and is_data(child):
            self._flush(kind)
            self._table(child)
        elif tag in _BLOCKS:
            self._flush(kind)
            inner = self._kind(child, kind)
            self._walk(child, inner, depth + 1, in_link=in_link)
            self._flush(inner)
        else:
            self._walk(child, kind, depth + 1, in_link=in_link or tag == "a")

    def _kind(self, element: etree._Element, outer: BlockKind) -> BlockKind:
        """The kind of what a block holds; a paragraph in a list item or caption is one too."""
        if element.tag in _HEADINGS or element is self._region.title:
            return BlockKind.HEADING
        return _KINDS.get(element.tag, outer if element.tag in ("p", "div") else BlockKind.PARAGRAPH)

    def _say(self, text: str | None, in_link: bool) -> None:
        if text:
            self._pieces.append(text)
            if in_link:
                self._linked += len(text.strip())

    def _flush(self, kind: BlockKind) -> None:
        """End the line; keep it when it belongs to the article."""
        text = _SPACE.sub(" ", "".join(self._pieces)).strip(" \xa0")
        linked, self._pieces, self._linked = self._linked, [], 0
        if not text or self._is_over:
            return
        if not self._is_open:
            if self._says_date and len(text) <= _MOST_DATE and _DATE.search(text):
                self._date = text  # above the title: the last one is that of the article
        elif furniture.ends_article(text):
            self._is_over = self._is_body
        elif linked >= _LINKED * len(text) or furniture.leads_away(text):
            return
        elif kind is BlockKind.HEADING:
            self._headings.append(text)
        elif self._is_body or len(text) >= _LEAST_PROSE or _DATE.search(text):
            self._release()
            self._out.add_text(furniture.without_counters(text), kind)

    def _release(self) -> None:
        """Write the headings that wait for their text: one without text is that of a list that was left out."""
        for heading in self._headings:
            self._out.add_text(heading, BlockKind.HEADING)
        self._headings = []

    def _table(self, element: etree._Element) -> None:
        if not self._is_open or self._is_over:
            return
        self._release()
        for caption in element.iterchildren("caption"):
            self._walk(caption, BlockKind.CAPTION, 0, in_link=False)
            self._flush(BlockKind.CAPTION)
        index = self._out.reserve_table()
        self._out.set_table(index, lay_out(read_cells(element)))
