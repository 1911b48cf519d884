# SPDX-License-Identifier: Apache-2.0
"""The components of pages: ``{% load components %}``. Each has a template of its own that names its parameters.

What is here: signs, statuses, bars, figures with their source. Not here: panels with content of a page (``panels``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.template import Library, TemplateSyntaxError
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tiendo.render.lang import Lang
from tiendo.server.support import shapes, writing
from tiendo.server.support.statuses import find_look, in_order

register = Library()

_SPRITE = Path(__file__).parents[1] / "static/support/icons.svg"
_MOST_SQUARES = 60  # more cannot be counted by eye
_HUNDRED = 100
_KEPT = 4096  # drawings of one kind
#: Signs of the places of the bar; a place without one has a plain mark.
_PLACE_SIGNS = {
    "home": "home",
    "board": "target-arrow",
    "targets": "target-arrow",
    "open": "clipboard-check",
    "figures": "table",
    "documents": "file-text",
    "intake": "inbox",
    "desk": "inbox",
    "inbox": "inbox",
    "explanations": "message-question",
    "units": "building",
    "accounts": "users",
    "audit": "history",
    "jobs": "refresh",
}


def _render(name: str, told: dict[str, Any]) -> SafeString:
    return SafeString(get_template(f"support/{name}.html").render(told))


@cache
def _signs() -> frozenset[str]:
    return frozenset(re.findall(r'<symbol id="([^"]+)"', _SPRITE.read_text("utf-8")))


@register.simple_tag
@cache
def icon(name: str, size: str = "") -> SafeString:
    """A sign of ``icons.svg``; always beside words that say the same, so it is hidden from readers.

    Args:
        size: "i-s" for the small one.
    """
    if name not in _signs():
        raise TemplateSyntaxError(f"icons.svg has no sign {name!r}; scripts/icons.py adds one (docs/guides/assets.md)")
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f"i {size}".rstrip(),
        static("support/icons.svg"),
        name,
    )


@register.simple_tag
def place_icon(key: str) -> SafeString:
    """The sign of a place of the bar."""
    return icon(_PLACE_SIGNS.get(key, "list-details"))


# A board draws these three some hundred times, and most of them again on the next page: they are kept.
@register.simple_tag
def status(code: str, note: str = "", suggested: str = "") -> SafeString:
    """The chip of a status; see ``support/status.html``."""
    return _draw_status(str(code), str(note), str(suggested or ""), writing.page_language())


@lru_cache(maxsize=_KEPT)
def _draw_status(code: str, note: str, suggested: str, _language: Lang) -> SafeString:
    other = find_look(suggested) if suggested and suggested != code else None
    return _render("status", {"look": find_look(code), "note": note, "suggested": other})


@register.simple_tag
def progress(
    value: Decimal | int | None, expected: Decimal | int | None = None, status: str = "", label: str = ""
) -> SafeString:
    """The bar of what is done against what is due; see ``support/progress.html``."""
    return _draw_progress(value, expected, str(status or ""), str(label), writing.page_language())


@lru_cache(maxsize=_KEPT)
def _draw_progress(
    value: Decimal | int | None, expected: Decimal | int | None, status: str, label: str, _language: Lang
) -> SafeString:
    told = {
        "style": find_look(status).style if status else "plain",
        "is_over": value is not None and value > _HUNDRED,
        "length": None if value is None else shapes.percent_length(value),
        "tick": None if expected is None else shapes.percent_length(expected),
        "label": label or _say_progress(value, expected),
    }
    return _render("progress", told)


def _say_progress(value: Decimal | int | None, expected: Decimal | int | None) -> str:
    done = gettext("no figure yet") if value is None else gettext("%(share)s done") % {"share": _share(value)}
    if expected is None:
        return done
    return gettext("%(done)s, %(share)s due by now") % {"done": done, "share": _share(expected)}


def _share(value: Decimal | int) -> str:
    return writing.write_percent(value, 1)


@register.simple_tag
def spark(values: Sequence[Decimal | int | None], breaks: Sequence[int] = ()) -> SafeString:
    """A line without axes; see ``support/spark.html``."""
    return _draw_spark(tuple(values), tuple(breaks))


@lru_cache(maxsize=_KEPT)
def _draw_spark(values: tuple[Decimal | int | None, ...], breaks: tuple[int, ...]) -> SafeString:
    path, x, y = shapes.spark_path(values, breaks)
    return _render("spark", {"path": path, "x": x, "y": y})


@register.inclusion_tag("support/source.html")
def source(
    value: Any, url: str = "", decimals: int | None = None, *, unit: str = "", qualifier: str = "", title: str = ""
) -> dict[str, Any]:
    """A number that leads to where it comes from; see the template."""
    written = value if isinstance(value, str) else writing.write_quantity(value, unit, decimals)
    return {"written": written, "is_missing": value is None, "url": url, "qualifier": qualifier, "title": title}


@register.inclusion_tag("support/squares.html")
def squares(parts: Sequence[tuple[str, int]], label: str = "") -> dict[str, Any]:
    """Countable squares; see the template."""
    looks = [(find_look(code), number) for code, number in parts]
    total = sum(number for _, number in looks)
    spoken = ", ".join(f"{number} {look.label}" for look, number in looks if number)
    return {
        "styles": [look.style for look, number in looks for _ in range(number)] if total <= _MOST_SQUARES else [],
        "label": label or gettext("%(total)s squares: %(parts)s") % {"total": total, "parts": spoken},
    }


@register.simple_tag(takes_context=True)
def tally(context: Any, counts: Mapping[str, int], name: str = "status", note: str = "") -> SafeString:
    """How many of each status, with the addition; see ``support/tally.html``."""
    held = {"unclassified": 0, **{str(code): number for code, number in counts.items()}}
    shown = [(find_look(code), held[code]) for code in in_order(held) if held[code] or code == "unclassified"]
    request = context.get("request")
    asked = request.GET if request is not None else {}
    parts = [
        {
            "look": look,
            "number": number,
            "styles": [look.style] * number if number <= _MOST_SQUARES else [],
            "is_chosen": asked.get(name) == look.code,
            "query": _other_query(asked, name, look.code),
        }
        for look, number in shown
    ]
    total = sum(number for _, number in shown)
    addition = " + ".join(writing.write_figure(number) for _, number in shown)
    told = {"parts": parts, "total": total, "addition": addition, "note": note}
    return _render("tally", told)


def _other_query(asked: Any, name: str, value: str) -> str:
    """The query of the page with one more choice, or with one less when it is made already; the first page again."""
    if not hasattr(asked, "copy") or not hasattr(asked, "urlencode"):
        return f"?{name}={value}"
    query = asked.copy()
    query.pop("page", None)
    if query.get(name) == value:
        del query[name]
    else:
        query[name] = value
    return f"?{query.urlencode()}"
