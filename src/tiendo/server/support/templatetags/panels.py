# SPDX-License-Identifier: Apache-2.0
"""Panels that hold content of a page: ``{% load panels %}``. Each has a template of its own that names its parameters.

What is here: problems, quotes, filters, tables, forms, dialogs. Not here: signs and bars (``components``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Library, loader
from django.utils.safestring import SafeString

from tiendo.server.support.charts import Chart
from tiendo.server.support.data import Column, Issue, Words
from tiendo.server.support.writing import write_figure

register = Library()

_KEY = re.compile(r"(\S+)\s+(.+)")


def _render(name: str, **values: Any) -> SafeString:
    return SafeString(loader.get_template(f"support/{name}.html").render(values))


@register.simple_block_tag
def problem(content: str, title: str, **parts: Any) -> SafeString:
    """What is wrong, as arithmetic; see ``support/problem.html``."""
    return _render("problem", content=content, title=title, **parts)


@register.simple_block_tag
def quote(content: str, text: str, start: int = 0, end: int = 0, **parts: Any) -> SafeString:
    """Words of a document, with the exact ones marked; see ``support/quote.html``."""
    cut = {"before": text[:start], "marked": text[start:end], "after": text[end:]}
    return _render("quote", content=content, **cut, **parts)


@register.simple_block_tag
def filters(content: str, **parts: Any) -> SafeString:
    """The bar over a table; see ``support/filters.html``."""
    return _render("filters", content=content, **parts)


@register.simple_block_tag
def dialog(content: str, id: str, title: str) -> SafeString:  # noqa: A002 - WONTFIX: it is the attribute's own name
    """A question that needs an answer first; see ``support/dialog.html``."""
    return _render("dialog", content=content, id=id, title=title)


@register.inclusion_tag("support/nothing.html")
def nothing(sentence: str, act: str = "", url: str = "") -> dict[str, Any]:
    """Why there is nothing here, and what to do; see the template."""
    return {"sentence": sentence, "act": act, "url": url}


@register.inclusion_tag("support/skeleton.html")
def skeleton(rows: int = 5) -> dict[str, Any]:
    """The shape of rows that are coming; see the template."""
    return {"rows": range(rows)}


@register.inclusion_tag("support/errors.html")
def errors(form: BaseForm) -> dict[str, Any]:
    """All faults of a form at its top; see the template."""
    return {"issues": _list_issues(form)}


def _list_issues(form: BaseForm) -> list[Issue]:
    whole = [Issue("", [str(sentence)]) for sentence in form.non_field_errors()]
    fields = (form[name] for name in form.errors if name in form.fields)
    return whole + [
        Issue(field.label, [str(sentence) for sentence in field.errors], field.id_for_label) for field in fields
    ]


@register.inclusion_tag("support/field.html")
def field(bound: BoundField, hint: str = "") -> dict[str, Any]:
    """One field with its label, help and faults; see the template."""
    told_by = [f"{bound.auto_id}_{part}" for part, text in (("help", bound.help_text), ("error", bound.errors)) if text]
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(told_by)} if told_by else {}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    kind = getattr(bound.field.widget, "input_type", bound.field.widget.__class__.__name__.lower())
    return {"field": bound, "widget": bound.as_widget(attrs=attributes), "kind": kind, "hint": hint}


@register.inclusion_tag("support/pagination.html", takes_context=True)
def pagination(context: Any, page: Page[Any]) -> dict[str, Any]:
    """Which rows are shown, and the way to the others; see the template."""
    return {"page": page, "request": context.get("request")}


@register.inclusion_tag("support/data_table.html")
def data_table(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """A table that becomes cards on a phone; see the template."""
    return {
        "caption": caption,
        "columns": columns,
        "rows": [list(zip(columns, row, strict=True)) for row in rows],
    }


@register.inclusion_tag("support/key_hints.html")
def key_hints(*hints: str) -> dict[str, Any]:
    """Which keys do what; see the template."""
    found = [_KEY.fullmatch(str(hint)) for hint in hints]
    return {"hints": [(match[1].split("+"), match[2]) for match in found if match]}


@register.inclusion_tag("support/chart.html")
def chart(id: str, chart: Chart) -> dict[str, Any]:  # noqa: A002 - WONTFIX: it is the attribute's own name
    """A picture over periods with its numbers; see the template."""
    rows = list(_list_rows(chart))
    return {"id": id, "chart": chart, "rows": rows}


def _list_rows(chart: Chart) -> Iterator[tuple[Words, list[tuple[str, str]]]]:
    """Every series with its name: what is printed of each entry, and where it leads."""
    for name, entries in chart.rows():
        urls = chart.bars.urls if chart.bars is not None and entries is chart.bars.values else ()
        yield (
            name,
            [(_write_entry(entry, chart.decimals), url) for entry, url in zip_longest(entries, urls, fillvalue="")],
        )


def _write_entry(entry: Any, decimals: int) -> str:
    if not isinstance(entry, tuple):
        return write_figure(entry, decimals)
    low, high = entry
    return write_figure(None) if low is None else f"{write_figure(low, decimals)}–{write_figure(high, decimals)}"
