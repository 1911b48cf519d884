# SPDX-License-Identifier: Apache-2.0
"""The findings at the right: filters with counts, one line for each finding, details of the current one.

What is here: html of the list. Not here: what the lines say (``items``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tiendo.kernel.findings import Kind
from tiendo.render import words
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import Anchors
from tiendo.render.page.icons import icon
from tiendo.render.page.items import CLASSES, Item
from tiendo.render.page.spans import safe

_LONGEST_LINE = 2000  # the style shows three lines of it until it is the current one


def draw_findings(items: Sequence[Item], anchors: Anchors) -> Iterator[str]:
    """Filters and list, or one sentence when nothing was found."""
    lang = anchors.lang
    if not items:
        text = "Nothing was found in this document." if lang is Lang.EN else "Không tìm thấy số liệu nào."
        yield f'<p class="empty">{text}</p>'
        return
    yield from _draw_filters(items, anchors)
    name = "Findings" if lang is Lang.EN else "Phát hiện"
    yield f'<ol class="finds" aria-label="{name}">'
    for item in items:
        yield _draw_item(item, anchors)
    yield "</ol>"


def _draw_filters(items: Sequence[Item], anchors: Anchors) -> Iterator[str]:
    lang = anchors.lang
    counts = Counter(item.kind for item in items)
    label, everything = ("Filter by kind", "All") if lang is Lang.EN else ("Lọc theo loại", "Tất cả")
    yield f'<div class="side-h" role="group" aria-label="{label}">'
    yield _filter("", "", everything, len(items), is_on=True)
    for kind, style in CLASSES.items():
        if counts[kind]:
            yield _filter(kind, f" {style}", words.word(words.FINDINGS, kind, lang), counts[kind])
    flagged = sum(1 for item in items if _is_flagged(item, anchors))
    if flagged:
        yield _filter("flagged", "", "With problems" if lang is Lang.EN else "Có vấn đề", flagged)
    yield _sorts(items, lang)
    yield "</div>"


def _filter(kind: str, style: str, label: str, count: int, *, is_on: bool = False) -> str:
    swatch = '<i aria-hidden="true"></i>' if style else ""
    pressed = "true" if is_on else "false"
    return (
        f'<button type="button" class="kf{style}" data-only="{kind}" aria-pressed="{pressed}">'
        f"{swatch}{safe(label)} {count}</button>"
    )


def _sorts(items: Sequence[Item], lang: Lang) -> str:
    """A finer choice among the figures: targets, results, growth …"""
    counts: Mapping[str, int] = Counter(item.sort for item in items if item.kind == "measurement")
    if len(counts) < 2:  # noqa: PLR2004 (one sort leaves nothing to choose)
        return ""
    label, everything = ("Kind of figure", "all figures") if lang is Lang.EN else ("Loại số đo", "mọi số đo")
    options = "".join(
        f'<option value="{kind.value}">{safe(words.word(words.KINDS, kind, lang))} ({counts[kind.value]})</option>'
        for kind in Kind
        if counts.get(kind.value)
    )
    return f'<select class="ks" aria-label="{label}"><option value="">{everything}</option>{options}</select>'


def _is_flagged(item: Item, anchors: Anchors) -> bool:
    return item.is_wrong or item.to_confirm or item.number in anchors.bad


def _draw_item(item: Item, anchors: Anchors) -> str:
    lang = anchors.lang
    kind = words.word(words.FINDINGS, item.kind, lang)
    what = item.what if len(item.what) <= _LONGEST_LINE else item.what[: _LONGEST_LINE - 1] + "…"
    notes = safe(" · ".join((kind, *item.notes)))
    flagged = ' data-bad="1"' if _is_flagged(item, anchors) else ""
    told = [*item.fields, *([("Place" if lang is Lang.EN else "Chỗ", item.place)] if item.place else [])]
    fields = "".join(f"<dt>{safe(label)}</dt><dd>{safe(value)}</dd>" for label, value in told)
    return (
        f'<li id="{anchors.prefix}p{item.number}" data-n="{item.number}" data-k="{item.kind}" '
        f'data-sort="{item.sort}"{flagged}><div class="find-row {CLASSES[item.kind]}"><span class="no">{item.number}'
        f'</span><div><a class="what" href="#{anchors.prefix}f{item.number}">{safe(what)}</a>'
        f'<span class="meta">{notes}</span></div>{_state(item, anchors)}</div>'
        f'<div class="edit"><dl class="fields">{fields}</dl></div></li>'
    )


def _state(item: Item, anchors: Anchors) -> str:
    english = anchors.lang is Lang.EN
    if item.is_wrong or item.number in anchors.bad:
        return f'<span class="state bad">{icon("alert")}{"problem" if english else "có vấn đề"}</span>'
    if item.to_confirm:
        return f'<span class="state">{icon("question")}{"to confirm" if english else "cần xác nhận"}</span>'
    return "<span></span>"
