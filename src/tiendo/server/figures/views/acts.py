# SPDX-License-Identifier: Apache-2.0
"""Correcting and withdrawing a figure from its page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tiendo.kernel.numbers import NumberError, parse_number
from tiendo.kernel.quantity import Quantity
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.figures import queries
from tiendo.server.figures.data import Correction
from tiendo.server.figures.services import correct_figure, withdraw_value
from tiendo.server.figures.views.pages import describe
from tiendo.server.support.refusals import Refusal


@require_POST
@login_required
def correct(request: HttpRequest, observation_id: int) -> HttpResponse:
    """Another value in the place of this one, in the unit of the indicator."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    indicator = queries.find_indicator(queries.get_figure(observation_id, scope, Act.REVIEW).indicator)
    try:
        number = parse_number(request.POST.get("value", "").strip())
    except NumberError as error:
        raise Refusal(str(error), field="value") from error
    measure = "" if indicator is None else indicator.measure
    quantity = Quantity(number.value, measure, number.step)
    correction = Correction(request.POST.get("reason", ""), quantity)
    return _answer(request, correct_figure(observation_id, correction, scope=scope), scope)


@require_POST
@login_required
def withdraw(request: HttpRequest, observation_id: int) -> HttpResponse:
    """The value before comes back, or the reason stays in its place."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    standing = withdraw_value(observation_id, reason=request.POST.get("reason", ""), scope=scope)
    return _answer(request, standing, scope)


def _answer(request: HttpRequest, observation_id: int, scope: Scope) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        return render(request, "figures/panel.html", describe(queries.get_provenance(observation_id, scope), scope))
    return redirect("figure", observation_id)
