# SPDX-License-Identifier: Apache-2.0
"""The act of deciding on a target; the pages are those of the board."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.server.support.refusals import Refusal
from tiendo.server.targets.queries import target_detail
from tiendo.server.targets.services import decide_status
from tiendo.server.targets.views.asking import go_back, is_part, scope_of


@require_POST
@login_required
def decide(request: HttpRequest, target_id: int) -> HttpResponse:
    """Says the status of a target for a period, or takes it back (with an empty status).

    Takes ``period``, ``status``, ``reason``, ``row_version``, and ``next`` for a browser without scripts. Answers htmx
    with ``targets/decision.html``.
    """
    scope = scope_of(request)
    period, version = request.POST.get("period", ""), request.POST.get("row_version", "")
    if not version.isdecimal():
        raise Refusal(_("The form is incomplete: load the page again, then decide."))
    reason, status = request.POST.get("reason", ""), request.POST.get("status", "")
    decide_status(target_id, period, status, reason=reason, row_version=int(version), scope=scope)
    if is_part(request):
        told = target_detail(target_id, scope)
        verdict = next(one for one in told.verdicts if one.period == period)
        context = {
            "target_id": target_id,
            "row_version": told.row.row_version,
            "verdict": verdict,
            "may_decide": told.may_decide,
        }
        return render(request, "targets/decision.html", context)
    return go_back(request, "/")
