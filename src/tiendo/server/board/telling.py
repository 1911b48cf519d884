# SPDX-License-Identifier: Apache-2.0
"""One target in words: the verdict's sentence with its numbers linked, the figures beside it, the plans.

What is here: words and small markup. Not here: the sentences themselves, which were stored with the verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tiendo.evaluate import RuleKind, to_decimal
from tiendo.render.lang import Lang
from tiendo.render.words import SEVERITY, word
from tiendo.server.board.data import Locality, OpenMatters
from tiendo.server.board.rules import (
    SIGNS,
    decimals_of,
    name_month,
    places_of,
    tell_reason,
    write_plan,
    write_value,
)
from tiendo.server.intake.data import OpenProblem
from tiendo.server.support.data import Revision, Words
from tiendo.server.support.writing import (
    page_language,
    write_day,
    write_figure,
    write_growth,
    write_percent,
    write_points,
    write_quantity,
)
from tiendo.server.targets.data import BoardRow, Deed, PlanRow, TargetDetail, VerdictRow

_BOLD = "<b>{}</b>"


@dataclass(frozen=True, slots=True)
class Told:
    """A target and the verdict that its page speaks of.

    Attributes:
        kept: what addresses of plans carry on.
    """

    detail: TargetDetail
    current: VerdictRow | None
    kept: str = ""

    def plan_url(self, plan_id: int | None) -> str:
        """Where a planned value comes from."""
        if plan_id is None:
            return ""
        return reverse("plan-source", args=[self.detail.row.target_id, plan_id]) + self.kept


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure beside the verdict, with what it means in a line below."""

    label: Words
    value: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One plan in force.

    Attributes:
        words: the rule with its value ("at least 95 %").
        value, url: the planned number and its source.
        arithmetic: what was done against it; empty where that has no meaning.
        share: its result.
        status, sentence: what the verdict on a plan beside the primary one would be.
    """

    plan: PlanRow
    words: str
    url: str
    done: str = ""
    value: str = ""
    share: str = ""
    status: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """An open problem of a document as a line of a list.

    Attributes:
        sign, label, style: of its severity; always the three together.
        document, url: where it stands.
    """

    sign: str
    label: str
    style: str
    sentence: str
    document: str
    url: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target with something open.

    Attributes:
        note: what exactly.
    """

    row: BoardRow
    name: str
    note: str


def tell_problems(problems: Iterable[OpenProblem]) -> list[ProblemLine]:
    """Open problems in the words of the page."""
    language = page_language()
    return [
        ProblemLine(
            sign=SIGNS[one.severity],
            label=word(SEVERITY, one.severity, language),
            style=one.severity.value,
            sentence=one.sentence,
            document=f"{one.document} · {one.title}" if one.title else one.document,
            url=one.url,
        )
        for one in problems
    ]


def tell_targets(matters: OpenMatters, year: int) -> list[tuple[str, list[TargetLine]]]:
    """Targets with something open, by what it is."""
    listed = (
        (_("Not classified"), matters.unclassified),
        (_("Figures are missing"), matters.missing),
        (_("Figures changed after the decision"), matters.old),
    )
    return [(title, [_tell_open(row, year) for row in rows]) for title, rows in listed if rows]


def _tell_open(row: BoardRow, year: int) -> TargetLine:
    note = tell_reason(row)
    if row.is_stale and row.last_on is not None:
        note = _("the table shows the figure of %(month)s") % {"month": name_month(row.last_on, year)}
    return TargetLine(row, f"{row.number} {name_target(row)}", note[:1].lower() + note[1:])


def name_localities(rows: Iterable[Locality], current: int | None) -> list[tuple[str, str, bool]]:
    """Localities as the bar names them: label, address of the board, and whether it is the one of the page."""
    return [(_name_locality(row), reverse("board-latest", args=[row.unit_id]), row.unit_id == current) for row in rows]


def _name_locality(row: Locality) -> str:
    if row.ended_on is None:
        return row.name
    return _("%(unit)s (until %(day)s)") % {"unit": row.name, "day": write_day(row.ended_on)}


def name_target(row: BoardRow) -> str:
    """The target in the language of the page; the resolution's own words where there are no others."""
    return row.name_en if page_language() is Lang.EN and row.name_en else row.name


def _figure_url(observation_id: int | None) -> str:
    return "" if observation_id is None else reverse("figure", args=[observation_id])


def read_sentence(current: VerdictRow | None) -> str:
    """The stored sentence in the language of the page; empty without a verdict."""
    if current is None:
        return ""
    return current.sentence_en if page_language() is Lang.EN else current.sentence_vi


def tell_sentence(told: Told) -> SafeString:
    """The stored sentence; the value and the plan in it lead to their sources, the share stands out."""
    row, text = told.detail.row, read_sentence(told.current)
    marks = [
        (write_value(row), _link(_figure_url(row.observation_id))),
        ("" if row.plan_value is None else write_figure(row.plan_value), _link(told.plan_url(row.plan_id))),
    ]
    if row.achievement is not None:  # the sentence chooses its decimals by what it has to tell apart
        marks += [(write_percent(row.achievement, places), _BOLD) for places in (2, 1, 0)]
    return _mark_numbers(text, [(number, form) for number, form in marks if number and form])


def _link(url: str) -> str:
    return f'<a class="src" href="{escape(url)}">{{}}</a>' if url else ""


def _mark_numbers(text: str, marks: list[tuple[str, str]]) -> SafeString:
    """Each number once, where it first stands by itself; everything is escaped."""
    places: list[tuple[int, int, str]] = []
    for number, form in marks:
        if form == _BOLD and any(form == done for _, _, done in places):
            continue
        found = re.compile(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)")
        match = next(
            (m for m in found.finditer(text) if not any(a < m.end() and m.start() < b for a, b, _ in places)), None
        )
        if match is not None:
            places.append((match.start(), match.end(), form))
    pieces, last = [], 0
    for start, end, form in sorted(places):
        pieces += [escape(text[last:start]), form.replace("{}", escape(text[start:end]))]
        last = end
    return mark_safe("".join([*pieces, escape(text[last:])]))  # noqa: S308 - WONTFIX: every piece is escaped


def tell_facts(told: Told) -> list[Fact]:
    """What stands beside the verdict: the plan, what is due, the year before, the pace that is still needed."""
    row, current = told.detail.row, told.current
    measure = row.plan_measure or row.measure
    facts = []
    plan = write_plan(row)
    if plan:
        unit = "" if row.rule == RuleKind.YES_NO else measure
        facts.append(Fact(_("Plan of the year"), _with(plan, unit), row.plan_assigner, told.plan_url(row.plan_id)))
    if current is None:
        return facts
    if current.expected is not None:
        due = (
            ""
            if current.due is None
            else _("%(share)s of the way") % {"share": write_percent(current.due, decimals_of(current.due, 1))}
        )
        facts.append(
            Fact(_("Due by now"), write_quantity(current.expected, measure, _decimals(current.expected, row)), due)
        )
    if current.growth is not None:
        change = write_points(current.growth, 1) if current.is_points else write_growth(current.growth, 1)
        bases = current.arithmetic.get("growth_figures", [])
        facts.append(
            Fact(
                _("Against the year before"),
                change,
                _own(current, "growth_told"),
                _figure_url(bases[-1] if bases else None),
            )
        )
    return [*facts, *_tell_ahead(current, row)]


def _tell_ahead(current: VerdictRow, row: BoardRow) -> list[Fact]:
    """What lies ahead: the pace that is still needed, the forecast, how far the verdict is from changing."""
    measure, places = row.plan_measure or row.measure, max(places_of(row), 1)
    pace, forecast, turns = (current.arithmetic.get(name) for name in ("pace", "forecast", "turns"))
    facts = []
    if pace:
        weekly = to_decimal(Fraction(pace["per_week"]))
        facts.append(
            Fact(
                _("Needed from now on"),
                _("%(amount)s a week") % {"amount": write_quantity(weekly, measure, places)},
                _own(current, "pace_told"),
            )
        )
    if forecast:
        ahead = None if forecast["value"] is None else to_decimal(Fraction(forecast["value"]))
        value = "—" if ahead is None else write_quantity(ahead, measure, places)
        facts.append(Fact(_("Forecast for the end"), value, _own(current, "forecast_told")))
    if turns:
        nearest = min(turns, key=lambda turn: Fraction(turn["distance"]))
        distance = to_decimal(Fraction(nearest["distance"]))
        unit = _("points") if measure == "%" else measure
        facts.append(
            Fact(_("Until the verdict changes"), write_quantity(distance, unit, places), _own(current, "turns_told"))
        )
    return facts


def read_beside(current: VerdictRow | None) -> str:
    """Several plans of the target in one sentence; empty where there is one."""
    return "" if current is None else _own(current, "plans_told")


def _own(current: VerdictRow, name: str) -> str:
    """A stored sentence in the language of the page."""
    told = current.arithmetic.get(name) or {}
    return str(told.get("en" if page_language() is Lang.EN else "vi", ""))


def _with(written: str, unit: str) -> str:
    return f"{written}\u00a0{unit}" if unit else written


def _decimals(value: Decimal, row: BoardRow) -> int:
    return decimals_of(value, places_of(row))


def tell_plans(told: Told) -> list[PlanCard]:
    """The plans in force, the one that decides first."""
    beside = {} if told.current is None else {one["plan"]: one for one in told.current.arithmetic.get("beside", ())}
    return [_add_verdict(_tell_plan(plan, told), beside.get(plan.id)) for plan in told.detail.plans]


def _add_verdict(card: PlanCard, verdict: dict[str, Any] | None) -> PlanCard:
    if verdict is None:
        return card
    language = "en" if page_language() is Lang.EN else "vi"
    return replace(card, status=verdict["suggested"], sentence=verdict["sentence"][language])


def _tell_plan(plan: PlanRow, told: Told) -> PlanCard:
    row, url = told.detail.row, told.plan_url(plan.id)
    words = _with(write_plan(_held_by(row, plan)), "" if row.rule == RuleKind.YES_NO else plan.measure)
    if (
        row.achievement is None
        or row.actual is None
        or not plan.value
        or plan.measure != (row.plan_measure or row.measure)
    ):
        return PlanCard(plan, words, url)
    share = to_decimal(Fraction(row.actual) / Fraction(plan.value) * 100)
    return PlanCard(plan, words, url, write_value(row), write_figure(plan.value), write_percent(share, 1))


def _held_by(row: BoardRow, plan: PlanRow) -> BoardRow:
    """The row as if this plan decided."""
    held = BoardRow(**{name: getattr(row, name) for name in BoardRow.__slots__})
    held.plan_value, held.plan_upper = plan.value, plan.upper
    return held


def to_revision(plan: PlanRow) -> Revision:
    """A plan as a line of the list of all of them."""
    value = "—" if plan.value is None else write_figure(plan.value)
    if plan.upper is not None:
        value = f"{value}–{write_figure(plan.upper)}"
    states = {Deed.ASIDE: _("put aside"), Deed.WITHDRAW: _("after a withdrawal")}
    state = (
        _("in force") if plan.is_current else states.get(plan.deed, _("version %(number)s") % {"number": plan.version})
    )
    who = " · ".join(part for part in (plan.assigner, plan.act, plan.clause, plan.recorded_by) if part)
    return Revision(
        value=_with(value, "" if plan.value is None else plan.measure),
        state=state,
        who=who,
        at=plan.recorded_at,
        is_current=plan.is_current,
        reason=plan.note,
    )
