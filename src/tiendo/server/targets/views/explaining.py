# SPDX-License-Identifier: Apache-2.0
"""Requests for explanations: the list, those about one target, and the acts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiendo.server.accounts.data import Scope
from tiendo.server.support.moments import Then, keep, moment_of, read_then
from tiendo.server.support.refusals import Refusal
from tiendo.server.targets.data import ExplanationRow, Move
from tiendo.server.targets.queries import list_explanations, target_explanations
from tiendo.server.targets.services import ask_explanation, move_explanation
from tiendo.server.targets.views.asking import go_back, is_part, look_at, scope_of

_PAGE = 50
_DAYS = 7  # proposed for an answer


@require_safe
def show_list(request: HttpRequest) -> HttpResponse:
    """Requests that the person may see, the worst targets first; ``state`` narrows them, ``as_of`` goes back."""
    asked, then = request.GET.get("state", "open"), read_then(request)
    today = timezone.localdate() if then is None else then.day
    rows = list_explanations(scope_of(request), today=today, moment=moment_of(then))
    shown = [row for row in rows if _fits(row, asked)]
    context = {
        "place": "explanations",
        "page": Paginator(shown, _PAGE).get_page(request.GET.get("page")),
        "asked": asked,
        "counts": [(code, label, sum(_fits(row, code) for row in rows)) for code, label in _choices()],
        "is_any": bool(rows),
        "then": then,
        "kept": keep(then),
        "hidden": [("state", request.GET.get("state", ""))],
    }
    return render(request, "targets/explanation_list.html", context)


def _choices() -> list[tuple[str, str]]:
    return [
        ("open", _("Open")),
        ("late", _("Late")),
        ("waiting", _("Waiting for an answer")),
        ("answered", _("Answered")),
        ("closed", _("Closed")),
    ]


def _fits(row: ExplanationRow, asked: str) -> bool:
    match asked:
        case "late":
            return row.is_late
        case "waiting":
            return row.is_waiting
        case "answered":
            return row.is_open and not row.is_waiting
        case "closed":
            return not row.is_open
        case _:
            return row.is_open


@require_safe
def show_target(request: HttpRequest, target_id: int) -> HttpResponse:
    """The requests about one target, with the forms; for htmx only the part, which other pages include."""
    context = _describe(target_id, scope_of(request), read_then(request))
    look_at(request, context["told"].unit_id)
    name = "targets/explanations.html" if is_part(request) else "targets/explanation_target.html"
    return render(request, name, context)


def _describe(target_id: int, scope: Scope, then: Then | None = None) -> dict[str, Any]:
    today = timezone.localdate() if then is None else then.day
    told = target_explanations(target_id, scope, today=today, moment=moment_of(then))
    return {
        "place": "explanations",
        "told": told,
        "today": today,
        "due_on": today + timedelta(days=_DAYS),
        "then": then,
        "kept": keep(then),
    }


@require_POST
def ask(request: HttpRequest, target_id: int) -> HttpResponse:
    """Asks for an explanation; takes ``question`` and ``due_on``."""
    scope = scope_of(request)
    ask_explanation(target_id, request.POST.get("question", ""), _read_day(request), scope=scope)
    return _answer(request, target_id, scope)


@require_POST
def do(request: HttpRequest, explanation_id: int, move: Move) -> HttpResponse:
    """Answers, reminds or closes; takes ``text``."""
    scope = scope_of(request)
    target_id = move_explanation(explanation_id, move, request.POST.get("text", ""), scope=scope)
    return _answer(request, target_id, scope)


def _read_day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("due_on", ""))
    except ValueError as error:
        raise Refusal(_("Choose the day by which the answer is due."), field="due_on") from error


def _answer(request: HttpRequest, target_id: int, scope: Scope) -> HttpResponse:
    if is_part(request):
        return render(request, "targets/explanations.html", _describe(target_id, scope))
    return go_back(request, reverse("target-explanations", args=[target_id]))
