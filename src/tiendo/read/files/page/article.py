# SPDX-License-Identifier: Apache-2.0
"""Which part of a page is its article.

What is here: pruning and choosing. Not here: what names furniture (``furniture``), text and tables (``html``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from tiendo.read.files.page import furniture
from tiendo.read.files.page.tables import is_data

_KEPT = frozenset({"html", "body", "main", "table", "tbody", "thead", "tfoot", "tr", "th", "caption"})
_TITLE_TAGS = ("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "legend", "dt")
_LISTS = frozenset({"ul", "ol", "div", "dl", "section"})
_PROSE = 50  # signs of a paragraph that says something, whatever its class
_MOST_ASIDE = 60  # signs of the title of a box
_TEXT_TAGS = frozenset({"p", "ul", "ol", "blockquote", "pre", "span", "b", "strong", "a"})
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what numbered entities may bring in
_DOMINANT = 0.75  # of the prose: the child that has it is where the article lies
_ENOUGH = 0.3  # of the prose: an element that the page itself calls article must have it
_MOST = 0.5  # of the prose: what stands around a title has it
_LEAST_TITLE, _MOST_TITLE = 15, 250  # signs
_LISTING = 0.5  # of the prose of all articles: when no article has it, the page is a list of teasers


@dataclass(frozen=True, slots=True)
class Region:
    """Where the article lies.

    Attributes:
        scope: the smallest element that holds title and body.
        body: the element of the text; it may hold the title.
        title: the element at which reading begins, None when that is the beginning of the body.
    """

    scope: etree._Element
    body: etree._Element
    title: etree._Element | None


def find_article(root: etree._Element) -> Region:
    """Take the furniture out of the tree and say where the article lies."""
    _prune(root)
    prose = _prose(root)
    top = next((e for e in root if e.tag == "body"), root)
    if prose.get(top, 0) < prose.get(root, 0) * _MOST:
        top = root  # of a broken page much lies outside
    body = _stated(top, prose)
    if body is None:
        body = _around_title(top, prose)
    if body is None:
        body = _dominant(top, prose)
    title = next(iter(_titles(body)), None)
    if title is not None:
        return Region(body, body, None if body.tag == "article" else title)
    title = _title_before(top, body)
    if title is None:
        return Region(body, body, None)
    above = set(title.iterancestors())
    scope = next((e for e in body.iterancestors() if e in above), body)
    return Region(scope, body, title)


def _prune(root: etree._Element) -> None:
    for element in list(root.iter()):
        if isinstance(element.tag, str) and (element.tag in furniture.TAGS or furniture.is_hidden(element)):
            _drop(element)
    prose = _prose(root)
    holders = _holders(root, prose)
    data = {table for table in root.iter("table") if is_data(table)}
    most = (1 - _ENOUGH) * prose.get(root, 0)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _KEPT or element in holders:
            continue
        if element.tag == "td" and next(element.iterancestors("table"), None) in data:
            continue
        size = prose.get(element, 0)
        is_small = size < (_PROSE if element.tag == "p" else most)
        if _is_furniture(element, is_small=is_small, is_apart=is_small or bool(holders) or size < _PROSE):
            _drop(element)
    for element in list(root.iter(*_TITLE_TAGS)):
        _drop_titled(element, holders, prose)


def _drop_titled(element: etree._Element, holders: set[etree._Element], prose: dict[etree._Element, int]) -> None:
    """Drop a box that begins with a title of furniture; within the article only the title and the list behind it."""
    text = _words(element)
    if element in holders or len(text) > _MOST_ASIDE or not furniture.titles_aside(text):
        return
    parent = element.getparent()
    while parent is not None and parent not in holders and parent.tag not in _KEPT and _words(parent) == text:
        element, parent = parent, parent.getparent()
    if parent is None or next(element.iterancestors("table"), None) is not None:
        return
    is_end = furniture.ends_article(text)
    is_box = _words(parent).startswith(text) and parent not in holders and parent.tag not in _KEPT
    if is_box and (is_end or prose.get(parent, 0) < _MOST * max(prose.values(), default=0)):
        _drop(parent)
        return
    for other in list(element.itersiblings() if is_end else islice(element.itersiblings(), 1)):
        if other not in holders and (is_end or _is_list(other)):
            _drop(other)
    _drop(element)


def _is_list(element: etree._Element) -> bool:
    return element.tag in _LISTS and next(element.iter("a"), None) is not None


def _words(element: etree._Element, most: int = _MOST_TITLE) -> str:
    """The text of an element with single spaces; of a long one no more than its beginning."""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        size += len(str(piece).strip())
        if size > most:
            break
    return " ".join("".join(pieces).split())


def _holders(root: etree._Element, prose: dict[etree._Element, int]) -> set[etree._Element]:
    """What holds a title or the longest article: never furniture, whatever it is called."""
    marks = _titles(root)
    articles = list(_articles(root))
    if articles:
        marks.append(max(articles, key=lambda e: prose.get(e, 0)))
    return {ancestor for mark in marks for ancestor in mark.iterancestors()} | set(marks)


def _is_furniture(element: etree._Element, *, is_small: bool, is_apart: bool) -> bool:
    """Whether an element is none of the article; ``is_apart`` when the article is surely elsewhere."""
    if element.tag in furniture.ASIDE_TAGS:
        return is_apart
    if element.tag == "header":
        return is_apart and not _is_inside(element, "article")
    if element.tag == "form":
        return is_small  # old portals wrap the whole page in one form
    if (element.get("role") or "") in furniture.ROLES or furniture.names_furniture(element):
        return True
    return is_small and furniture.names_furniture(element, weakly=True)


def _titles(top: etree._Element) -> list[etree._Element]:
    """The ``h1`` that may be titles of articles: those that are no link (a logo is), outside page heads if possible."""
    titles = [h for h in top.iter("h1") if 2 * sum(len(_words(a)) for a in h.iter("a")) <= len(_words(h))]
    return [h for h in titles if _is_inside(h, "article", "main") or not _is_inside(h, "header", "nav")] or titles


def _is_inside(element: etree._Element, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _drop(element: etree._Element) -> None:
    """Remove an element; the text behind it belongs to its parent."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    text = (parent.text if before is None else before.tail) or ""
    tail = element.tail or ""
    if tail and (tail.strip() or not text[-1:].isspace()):  # not space after space: a page has thousands of scripts
        text = _NO_TEXT.sub("", text + tail)
        if before is None:
            parent.text = text
        else:
            before.tail = text
    parent.remove(element)


def _prose(root: etree._Element) -> dict[etree._Element, int]:
    """Characters of text outside links, of each element with all that is in it."""
    sizes: dict[etree._Element, int] = {}
    for element in reversed(list(root.iter())):
        own = 0
        if isinstance(element.tag, str) and element.tag not in ("a", "script", "style", "noscript"):
            own = len((element.text or "").strip()) + sizes.get(element, 0)
        else:
            sizes[element] = 0
        sizes[element] = own
        parent = element.getparent()
        if parent is not None:
            sizes[parent] = sizes.get(parent, 0) + own + len((element.tail or "").strip())
    return sizes


def _stated(top: etree._Element, prose: dict[etree._Element, int]) -> etree._Element | None:
    """The element that the page itself says is the article."""
    whole = prose.get(top, 0)
    articles = sorted(_articles(top), key=lambda e: -prose.get(e, 0))
    if articles:
        of_all = sum(prose.get(e, 0) for e in articles)
        best = prose.get(articles[0], 0)
        if best >= of_all * _LISTING and best >= whole * _ENOUGH:
            return articles[0]
    mains = [e for e in top.iter("main") if prose.get(e, 0) >= whole * _ENOUGH]
    return _dominant(mains[0], prose) if mains else None


def _articles(top: etree._Element) -> Iterator[etree._Element]:
    for element in top.iter():
        if isinstance(element.tag, str) and (
            (element.tag == "article" and not _is_inside(element, "article"))
            or "articlebody" in (element.get("itemprop") or "").lower()
        ):
            yield element


def _around_title(top: etree._Element, prose: dict[etree._Element, int]) -> etree._Element | None:
    """The smallest element around the ``h1`` that has most of the prose, None without an ``h1``."""
    title = next(iter(_titles(top)), None)
    if title is None:
        return None
    own = prose.get(title, 0)
    least = (prose.get(top, 0) - own) * _MOST
    return next((e for e in title.iterancestors() if prose.get(e, 0) - own >= least), None)


def _dominant(element: etree._Element, prose: dict[etree._Element, int]) -> etree._Element:
    """Go down as long as one child has nearly all of the prose; a paragraph or table of data is not gone into."""
    while True:
        inner = max(element, key=lambda e: prose.get(e, 0), default=None)
        if inner is None or inner.tag in _TEXT_TAGS or (inner.tag == "table" and is_data(inner)):
            return element
        if prose.get(inner, 0) < prose.get(element, 0) * _DOMINANT:
            return element
        element = inner


def _title_before(top: etree._Element, body: etree._Element) -> etree._Element | None:
    """The last ``h1`` before the body, or else the last element that is called a title."""
    titles = set(_titles(top))
    title = named = None
    for element in top.iter():
        if element is body:
            break
        if element in titles:
            title = element
        elif isinstance(element.tag, str) and furniture.names_title(element) and _is_title(element):
            named = element
    return named if title is None else title


def _is_title(element: etree._Element) -> bool:
    """Whether an element is a line of text and not itself a link."""
    if next(element.iterdescendants("table", "ul", "p", "a"), None) is not None:
        return False
    return _LEAST_TITLE <= len(_words(element)) <= _MOST_TITLE
