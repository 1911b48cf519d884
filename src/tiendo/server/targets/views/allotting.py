# SPDX-License-Identifier: Apache-2.0
"""What a target became in the units below."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tiendo.render.lang import Lang
from tiendo.server.support.moments import keep, moment_of, read_then
from tiendo.server.support.writing import page_language
from tiendo.server.targets.queries import allotment_view
from tiendo.server.targets.views.asking import look_at, scope_of


@require_safe
def show_allotment(request: HttpRequest, target_id: int) -> HttpResponse:
    """The plan of a unit against the plans of the units below it; with ``as_of`` as they were known on that day."""
    then = read_then(request)
    view = allotment_view(target_id, scope_of(request), moment_of(then))
    look_at(request, view.unit_id)
    sentence = view.sentence_en if page_language() is Lang.EN else view.sentence_vi
    context = {"place": "board", "view": view, "sentence": sentence, "then": then, "kept": keep(then)}
    return render(request, "targets/allotment.html", context)
