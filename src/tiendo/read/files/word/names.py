# SPDX-License-Identifier: Apache-2.0
"""Names of WordprocessingML, both of the usual and of the strict form.

What is here: tags without their namespace. Not here: what is done with them.
"""

from __future__ import annotations

from lxml import etree

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFF = frozenset({"0", "false", "off", "none"})


def local(element: etree._Element) -> str:
    """The tag without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute of either namespace, None when it or the element is missing."""
    if element is None:
        return None
    return element.get(f"{{{WORD}}}{name}") or element.get(f"{{{_STRICT}}}{name}")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of tags, or None."""
    for name in path:
        if element is None:
            return None
        element = next((e for e in element if local(e) == name), None)
    return element


def is_on(element: etree._Element | None, *path: str) -> bool | None:
    """Whether a switch such as ``w:b`` is on; None when it is not said."""
    switch = child(element, *path)
    if switch is None:
        return None
    return (attribute(switch, "val") or "1").lower() not in OFF


def number(element: etree._Element | None, name: str, default: int) -> int:
    """A whole number of an attribute; ``default`` when it is missing or no number."""
    value = attribute(element, name)
    return int(value) if value is not None and value.lstrip("-").isdecimal() and len(value) < 10 else default  # noqa: PLR2004
