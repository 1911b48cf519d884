# SPDX-License-Identifier: Apache-2.0
"""One target: its verdict with the arithmetic, its chart, its plans; where a planned value comes from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiendo.kernel.period import PeriodError
from tiendo.server.accounts.data import Scope
from tiendo.server.board.charting import draw_chart
from tiendo.server.board.queries import list_target_problems
from tiendo.server.board.rules import name_period, read_code
from tiendo.server.board.telling import (
    Told,
    name_target,
    read_beside,
    read_sentence,
    tell_facts,
    tell_plans,
    tell_problems,
    tell_sentence,
    to_revision,
)
from tiendo.server.board.views.asking import is_part, look_at, remember_locality, scope_of, vary
from tiendo.server.documents.queries import address_of, list_rows
from tiendo.server.support.moments import Then, keep, moment_of, read_then
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.data import TargetDetail, VerdictRow
from tiendo.server.targets.queries import target_detail

_FAR = date(9999, 12, 31)


@require_safe
def show_target(request: HttpRequest, target_id: int) -> HttpResponse:
    """A target as of a period: of the address, else the newest one; with ``as_of`` as it was known on that day."""
    scope, then = scope_of(request), read_then(request)
    detail = _get_target(target_id, request.GET.get("period", ""), scope, then)
    look_at(request, detail.unit_id)
    context = _describe(detail, then)
    context["hidden"] = [("period", request.GET.get("period", ""))]
    judged = [figure.id for figure in context["figures"]]
    if then is None:
        context["problems"] = tell_problems(list_target_problems(detail, judged, scope))
    response = render(request, "board/target.html", context)
    return remember_locality(request, response, detail.unit_id)


@require_safe
def show_plan(request: HttpRequest, target_id: int, plan_id: int) -> HttpResponse:
    """Where a planned value comes from, and every one before it; for htmx only the panel."""
    scope, then = scope_of(request), read_then(request)
    detail = _get_target(target_id, "", scope, then)
    look_at(request, detail.unit_id)
    plans = (*detail.plans, *detail.former_plans)
    plan = next((one for one in plans if one.id == plan_id), None)
    if plan is None:
        raise NotForYou
    document = None if plan.document_id is None else list_rows([plan.document_id], scope).get(plan.document_id)
    start = plan.quote.find(plan.printed) if plan.printed else -1
    context = {
        "place": "board",
        "detail": detail,
        "name": name_target(detail.row),
        "then": then,
        "kept": keep(then),
        "plan": plan,
        "document": document,
        "document_url": "" if document is None else address_of(document.id, plan.anchor),
        "mark_start": max(start, 0),
        "mark_end": start + len(plan.printed) if start >= 0 else 0,
        "revisions": [to_revision(one) for one in plans if one.assigner == plan.assigner],
    }
    return vary(render(request, "board/plan_panel.html" if is_part(request) else "board/plan.html", context))


def _get_target(target_id: int, code: str, scope: Scope, then: Then | None) -> TargetDetail:
    try:
        last_on = read_code(code).last_on if code else _FAR
    except PeriodError as error:
        told = _("“%(code)s” is no period: choose one of the list.") % {"code": code[:40]}
        raise Refusal(told, field="period") from error
    return target_detail(target_id, scope, last_on=last_on, moment=moment_of(then))


def _describe(detail: TargetDetail, then: Then | None) -> dict[str, Any]:
    current = next((one for one in detail.verdicts if one.id == detail.row.verdict_id), None)
    told = Told(detail, current, keep(then))
    sentence = tell_sentence(told)
    period = None if current is None else read_code(current.period)
    code = "" if current is None else current.period
    return {
        "place": "board",
        "detail": detail,
        "row": detail.row,
        "current": current,
        "code": code,
        "then": then,
        "kept": told.kept,
        "query": keep(then, period=code),
        "period": period,
        "period_name": name_period(period, detail.year),
        "periods": _list_periods(detail, current),
        "name": name_target(detail.row),
        "sentence": sentence,
        "facts": tell_facts(told),
        "plans": tell_plans(told),
        "plans_told": read_beside(current),
        "former_plans": [to_revision(plan) for plan in detail.former_plans],
        "figures": _list_figures(detail, current),
        "chart": draw_chart(detail, current, read_sentence(current)),
        "decided": [one for one in detail.former_verdicts if one.period == code and one.final],
    }


def _list_periods(detail: TargetDetail, current: VerdictRow | None) -> list[tuple[str, str, bool]]:
    rows = [(one.period, name_period(read_code(one.period), detail.year), one is current) for one in detail.verdicts]
    return [(code, f"{name[:1].upper()}{name[1:]}", is_chosen) for code, name, is_chosen in reversed(rows)]


def _list_figures(detail: TargetDetail, current: VerdictRow | None) -> list[Any]:
    """The figures behind the verdict: one, or the parts that were added up."""
    judged = set() if current is None else set(current.arithmetic.get("figures", []))
    return [row for row in detail.figures if row.id in judged]
