# SPDX-License-Identifier: Apache-2.0
"""The rows of the table as markup, made of plain strings: three hundred rows of nine cells are too many for templates.

The cells are those of the components (``support/progress.html``, ``spark.html``, ``source.html``), the numbers those
of ``support.writing``; tests hold them equal. Everything that comes from outside is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.kernel.numbers import round_half_up
from tiendo.render import words
from tiendo.render.lang import Lang
from tiendo.server.board import rules
from tiendo.server.board.data import Group
from tiendo.server.support.shapes import percent_length, spark_path
from tiendo.server.support.statuses import STATUSES, find_look, in_order
from tiendo.server.support.templatetags.components import status as draw_status
from tiendo.server.support.writing import NONE, page_language
from tiendo.server.targets.data import BoardRow

_COLUMNS = 9
_FULL = 100


class NumberWriter:
    """The forms of ``support.writing`` in a language that is looked up once for a page, not once for a number."""

    def __init__(self) -> None:
        self._language = page_language()
        self._percent = "%" if self._language is Lang.EN else "\u00a0%"
        self._points = "\u00a0" + _("points")

    def figure(self, value: Decimal, decimals: int | None = None) -> str:
        """``write_figure``."""
        return words.figure(value if decimals is None else round_half_up(value, decimals), self._language)

    def percent(self, value: Decimal) -> str:
        """``write_percent`` with one decimal."""
        return self.figure(value, 1) + self._percent

    def change(self, value: Decimal, *, is_points: bool) -> str:
        """``write_points`` or ``write_growth`` with one decimal."""
        rounded = round_half_up(value, 1)
        sign = "+" if rounded > 0 else ""
        return f"{sign}{words.figure(rounded, self._language)}{self._points if is_points else self._percent}"


class RowWriter:
    """Writes the rows of one page: addresses and words of the language are looked up once."""

    def __init__(self, year: int, query: str, kept: str = "") -> None:
        """``query`` is what the address of a target carries on, ``kept`` what that of a plan does."""
        self._year, self._numbers = year, NumberWriter()
        self._escape, self._chip = cache(escape), cache(_draw_chip)
        self._target = reverse("target", args=[0]).split("0", 1)
        self._query, self._kept = escape(query), escape(kept)
        self._figure = reverse("figure", args=[0]).split("0", 1)
        self._is_english = page_language() is Lang.EN
        self._vi = ' lang="vi"' if self._is_english else ""
        self._no_figure, self._estimate = escape(_("no figure yet")), escape(_("estimate"))
        self._done, self._due = _("%(share)s done"), _("%(done)s, %(share)s due by now")
        self._hedges = {
            "over": escape(_("over")),
            "under": escape(_("nearly")),
            "about": escape(_("about")),
            "at_least": escape(_("at least")),
            "at_most": escape(_("at most")),
        }
        self._styles = {code: look.style for code, look in STATUSES.items()}
        self._met, self._unmet = escape(_("met")), escape(_("not met"))
        self._title = escape(_("See where this figure comes from"))

    def write(self, groups: Sequence[Group]) -> SafeString:
        """All rows, each group under its head."""
        parts: list[str] = []
        for group in groups:
            if group.name:
                parts.append(self._head(group))
            parts += [self._row(row) for row in group.rows]
        return mark_safe("".join(parts))  # noqa: S308 - WONTFIX: every value is escaped where it is put in

    def _head(self, group: Group) -> str:
        return (
            f'<tr class="grp" role="row"><th role="rowheader" colspan="{_COLUMNS}" scope="rowgroup">'
            f'<span{self._vi}>{escape(group.name)}</span> <span class="sum">{escape(say_counts(group.rows))}</span>'
            "</th></tr>"
        )

    def _row(self, row: BoardRow) -> str:
        plan = escape(rules.write_plan(row, self._numbers.figure))
        measure = self._escape(row.plan_measure or row.measure)
        style = "" if row.level == 1 else ' class="part"'
        note = rules.tell_reason(row)
        chip = self._chip(row.status, note, row.suggested if row.final else "")
        return (
            f'<tr role="row"{style}><td role="cell" class="stt tn">{escape(row.number)}</td>'
            f'<td role="cell" class="name">{self._name(row)}</td>'
            f'<td role="cell" class="c-unit soft"{self._vi}>{measure}</td>'
            f'<td role="cell" class="n c-plan">{self._plan_cell(row, plan)}</td>'
            f'<td role="cell" class="n c-act" data-plan="{plan}" data-unit="{measure}">{self._value_cell(row)}</td>'
            f'<td role="cell" class="c-pc">{self._progress(row)}</td>'
            f'<td role="cell" class="n c-yoy">{self._growth(row)}</td>'
            f'<td role="cell" class="c-spark">{draw_spark(rules.spread(row.spark, self._year))}</td>'
            f'<td role="cell" class="c-st">{chip}</td></tr>'
        )

    def _name(self, row: BoardRow) -> str:
        head, tail = self._target
        link = f'<a href="{head}{row.target_id}{tail}{self._query}"'
        lead = self._escape(row.lead)
        if not self._is_english or not row.name_en:
            return f"{link}{self._vi}>{escape(row.name)}</a>" + (f"<span{self._vi}>{lead}</span>" if lead else "")
        own = escape(row.name) + (f" · {lead}" if lead else "")
        return f'{link}>{escape(row.name_en)}</a><span lang="vi">{own}</span>'

    def _plan_cell(self, row: BoardRow, plan: str) -> str:
        if not plan:
            return NONE
        if row.plan_id is None:
            return plan
        head, tail = self._target
        title = self._escape(", ".join(part for part in (row.plan_assigner, row.plan_act) if part)) or self._title
        address = f"{head}{row.target_id}{tail}plans/{row.plan_id}/{self._kept}"
        return f'<a class="src" href="{address}" title="{title}">{plan}</a>'

    def _value_cell(self, row: BoardRow) -> str:
        value = escape(rules.write_value(row, self._numbers.figure))
        if not value:
            return f'<span class="soft">{self._no_figure}</span>'
        qualifier = self._qualifier(row)
        told = f'<span class="qual">{qualifier}</span>' if qualifier else ""
        if row.observation_id is None:
            return told + value
        head, tail = self._figure
        return f'{told}<a class="src" href="{head}{row.observation_id}{tail}" title="{self._title}">{value}</a>'

    def _qualifier(self, row: BoardRow) -> str:
        words = []
        if row.is_stale and row.last_on is not None:
            words.append(escape(_("of %(month)s") % {"month": rules.name_month(row.last_on, self._year)}))
        if row.is_estimate:
            words.append(self._estimate)
        if row.qualifier in self._hedges and not (row.is_estimate and row.qualifier == "about"):
            words.append(self._hedges[row.qualifier])
        return ", ".join(words)

    def _progress(self, row: BoardRow) -> str:
        """What is done in per cent of the plan, as a number and a bar; where it has no per cent, whether it is met."""
        value, due = row.achievement, rules.share_due(row)
        if value is not None:
            share = self._numbers.percent(value)
            label = self._done % {"share": share}
            if due is not None:
                label = self._due % {"done": label, "share": self._numbers.percent(due)}
            label = escape(label)
        else:
            is_met = rules.is_met(row)
            value = None if is_met is None else Decimal(_FULL if is_met else 0)
            share = NONE if is_met is None else self._met if is_met else self._unmet
            label = self._no_figure if row.actual is None else share
        bar = draw_bar(value, due, self._styles[row.status], label)
        return f'<span class="pc"><span class="num">{share}</span>{bar}</span>'

    def _growth(self, row: BoardRow) -> str:
        if row.growth is None:
            return NONE
        return self._numbers.change(row.growth, is_points=row.is_points)


def _draw_chip(status: str, note: str, suggested: str) -> str:
    return str(draw_status(status, note, suggested))


def draw_bar(value: Decimal | None, due: Decimal | None, style: str, label: str) -> str:
    """``support/progress.html``; the label is escaped already."""
    over = " over" if value is not None and value > _FULL else ""
    tick = "" if due is None else f";--e:{percent_length(due)}"
    bar = "" if value is None else "<i></i>"
    mark = "" if due is None else "<b></b>"
    return (
        f'<span class="pb {style}{over}{" none" if value is None else ""}" '
        f'style="--v:{0 if value is None else percent_length(value)}{tick}" '
        f'role="img" aria-label="{label}">{bar}{mark}</span>'
    )


def draw_spark(values: Sequence[Decimal | None]) -> str:
    """``support/spark.html``."""
    path, x, y = spark_path(values)
    if not path:
        return NONE
    return (
        f'<svg class="spark" viewBox="0 0 80 20" aria-hidden="true"><path d="{path}" fill="none" stroke="var(--ink-3)" '
        'stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/>'
        f'<circle cx="{x}" cy="{y}" r="2.5" fill="var(--ink)"/></svg>'
    )


def say_counts(rows: Iterable[BoardRow]) -> str:
    """ "5 targets: 1 at risk · 4 on track"; components are said apart."""
    listed = [row for row in rows if row.level == 1 and row.is_counted]
    counts: dict[str, int] = {}
    for row in listed:
        counts[row.status] = counts.get(row.status, 0) + 1
    number = len(listed)
    whole = ngettext("%(number)s target", "%(number)s targets", number) % {"number": number}
    parts = [f"{counts[code]}\u00a0{str(find_look(code).label).lower()}" for code in in_order(counts)]
    return f"{whole}: {' · '.join(parts)}" if parts else whole
