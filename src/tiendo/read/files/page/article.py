# SPDX-License-Identifier: Apache-2.0
"""Which part of a page is its article.

What is here: pruning and choosing. Not here: what names furniture (``furniture``), text and tables (``html``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tiendo.read.files.page import furniture

_KEPT = frozenset({"html", "body", "main", "article", "table", "tbody", "tr", "td", "th", "thead", "tfoot", "caption"})
_DOMINANT = 0.75  # of the prose: the child that has it is where the article lies
_ENOUGH = 0.3  # of the prose: an element that the page itself calls article must have it
_LISTING = 0.5  # of the prose of all articles: when no article has it, the page is a list of teasers


@dataclass(frozen=True, slots=True)
class Region:
    """Where the article lies.

    Attributes:
        scope: the smallest element that holds title and body.
        body: the element of the text.
        title: the ``h1`` that stands before the body, None when it stands in it or there is none.
    """

    scope: etree._Element
    body: etree._Element
    title: etree._Element | None


def find_article(root: etree._Element) -> Region:
    """Take the furniture out of the tree and say where the article lies."""
    _prune(root)
    prose = _prose(root)
    top = next((e for e in root if e.tag == "body"), root)
    stated = _stated(top, prose)
    body = _dominant(top, prose) if stated is None else stated
    title = _title_before(top, body)
    if title is None:
        return Region(body, body, None)
    above = set(title.iterancestors())
    scope = next((e for e in body.iterancestors() if e in above), body)
    return Region(scope, body, title)


def _prune(root: etree._Element) -> None:
    titles = set(root.iter("h1"))
    marks = titles | {e for e in root.iter("article", "main") if len(e)}
    holders = {ancestor for mark in marks for ancestor in mark.iterancestors()} | marks
    prose = _prose(root)
    most = prose.get(root, 0)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element is root or element.tag == "body":
            continue
        if _is_furniture(element, holders) or (
            _is_named(element, holders) and prose.get(element, 0) < most * (1 - _ENOUGH)
        ):
            _drop(element)


def _is_furniture(element: etree._Element, holders: set[etree._Element]) -> bool:
    if element.tag == "form" and element in holders:
        return False  # old portals wrap the whole page in one form
    if element.tag in furniture.TAGS or furniture.is_hidden(element):
        return True
    if element in holders:
        return False
    return (element.tag == "header" and not _is_inside(element, "article")) or (
        element.get("role") or ""
    ) in furniture.ROLES


def _is_named(element: etree._Element, holders: set[etree._Element]) -> bool:
    return element.tag not in _KEPT and element not in holders and furniture.is_named_so(element)


def _is_inside(element: etree._Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _drop(element: etree._Element) -> None:
    """Remove an element; the text behind it belongs to its parent."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
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


def _dominant(element: etree._Element, prose: dict[etree._Element, int]) -> etree._Element:
    """Go down as long as one child has nearly all of the prose; a paragraph or table is not gone into."""
    while True:
        inner = max(element, key=lambda e: prose.get(e, 0), default=None)
        if inner is None or inner.tag in ("p", "table", "ul", "ol", "blockquote", "pre", "span", "b", "strong"):
            return element
        if prose.get(inner, 0) < prose.get(element, 0) * _DOMINANT:
            return element
        element = inner


def _title_before(top: etree._Element, body: etree._Element) -> etree._Element | None:
    """The last ``h1`` before the body, None when the body has its own."""
    if next(body.iter("h1"), None) is not None:
        return None
    title = None
    for element in top.iter():
        if element is body:
            return title
        if element.tag == "h1":
            title = element
    return None
