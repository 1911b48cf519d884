# SPDX-License-Identifier: Apache-2.0
"""Forms: the list, one of them with its periods, opening a period."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tiendo.kernel.period import Period, PeriodError
from tiendo.kernel.period_codes import format_sdmx
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may
from tiendo.server.collect import queries
from tiendo.server.collect.data import FormRow, Move, State
from tiendo.server.collect.data.sheets import STATE_WORDS
from tiendo.server.collect.rules.deadlines import compute_due
from tiendo.server.collect.rules.periods import find_current, list_periods, read_period
from tiendo.server.collect.services import close_form, open_period, review_together
from tiendo.server.collect.views import words
from tiendo.server.figures.queries import list_indicators
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.writing import write_day, write_period
from tiendo.server.units.queries import name_units


@require_safe
@login_required
def show_forms(request: HttpRequest) -> HttpResponse:
    """Forms of the units that the person sees, and templates."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    rows = [
        (form, words.title_of(form.definition.title, form.definition.title_en)) for form in queries.list_forms(scope)
    ]
    context = {
        "place": "collect",
        "rows": [(form, title, words.CADENCES[form.definition.cadence]) for form, title in rows],
        "templates": [(code, words.title_of(one.title, one.title_en), one) for code, one in queries.list_templates()],
        "may_form": bool(scope.roots(Act.SET_TARGET)),
    }
    return render(request, "collect/forms.html", context)


@require_safe
@login_required
def show_form(request: HttpRequest, form_id: int) -> HttpResponse:
    """One form: its lines, who fills it in, the periods that can be opened."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    form = queries.get_form(form_id, scope)
    today = timezone.localdate()
    indicators = {row.code: row for row in list_indicators()}
    may_set = may(scope, Act.SET_TARGET, form.unit_id)
    context: dict[str, Any] = {
        "place": "collect",
        "form": form,
        "title": words.title_of(form.definition.title, form.definition.title_en),
        "lines": [(line, indicators.get(line.indicator)) for line in form.definition.lines],
        "units": list(name_units(form.unit_ids).values()),
        "cadence": words.CADENCES[form.definition.cadence],
        "regime": words.REGIMES[form.definition.regime],
        "due": words.say_due(form.definition),
        "opened": _list_opened(form, scope),
        "periods": _list_periods(form, today) if may_set and not form.is_closed else [],
        "may_set": may_set,
    }
    return render(request, "collect/form.html", context)


@require_POST
@login_required
def open_sheets(request: HttpRequest, form_id: int) -> HttpResponse:
    """Opens a period: a sheet for every unit."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    form = queries.get_form(form_id, scope, Act.SET_TARGET)
    try:
        period, due_on = _read_period(request, form), _read_day(request.POST.get("due_on", ""))
        made = open_period(form_id, period, scope=scope, due_on=due_on)
    except Refusal as refusal:
        messages.error(request, str(refusal.sentence))
        return redirect("form", form_id)
    sentence = ngettext("%(number)s sheet was opened.", "%(number)s sheets were opened.", len(made))
    messages.success(request, sentence % {"number": len(made)})
    return redirect("form", form_id)


@require_POST
@login_required
def close(request: HttpRequest, form_id: int) -> HttpResponse:
    """No further period is opened, or again."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    close_form(form_id, is_closed=request.POST.get("closed") == "1", scope=scope)
    return redirect("form", form_id)


@require_POST
@login_required
def review_all(request: HttpRequest, form_id: int) -> HttpResponse:
    """Approves, or locks, what was sent for a period by all units."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    queries.get_form(form_id, scope, Act.DECIDE)
    move = Move.LOCK if request.POST.get("move") == Move.LOCK else Move.APPROVE
    done, left = review_together(form_id, request.POST.get("period", ""), move, scope=scope)
    said = {"done": done, "left": left}
    if left:
        messages.warning(
            request, _("Done: %(done)s. Left as they are, because something stands against it: %(left)s.") % said
        )
    else:
        messages.success(request, _("Done: %(done)s.") % said)
    return redirect("form", form_id)


def _list_opened(form: FormRow, scope: Scope) -> list[dict[str, Any]]:
    """The periods that were opened, with what can be done for all units."""
    may_review = may(scope, Act.DECIDE, form.unit_id)
    return [
        {
            "code": code,
            "period": read_period(code, regime),
            "states": [(STATE_WORDS[state], states[state]) for state in State if state in states],
            "sent": states.get(State.SUBMITTED, 0) if may_review else 0,
            "approved": states.get(State.APPROVED, 0) if may_review else 0,
        }
        for code, regime, states in queries.count_states(form.id, scope)
    ]


def _list_periods(form: FormRow, today: date) -> list[tuple[str, str, str]]:
    """Code, words and the usual day of the periods around today, newest first."""
    definition = form.definition
    current = find_current(definition.cadence, today, definition.regime)
    year = current.named_year
    periods = [*list_periods(definition.cadence, year - 1, definition.regime)]
    periods += list_periods(definition.cadence, year, definition.regime)
    return [
        (format_sdmx(one), write_period(one), write_day(compute_due(one.last_on, definition.due)[0]))
        for one in reversed(periods)
        if one.first_on <= today
    ]


def _read_period(request: HttpRequest, form: FormRow) -> Period:
    try:
        return read_period(request.POST.get("period", ""), form.definition.regime)
    except PeriodError as error:
        raise Refusal(_("Choose the period that is to be opened."), field="period") from error


def _read_day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(_("Write the day like 31/12/2026."), field="due_on") from error
