# SPDX-License-Identifier: Apache-2.0
"""What a request tells every view of this app."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from tiendo.server.accounts.data import Scope


def scope_of(request: HttpRequest) -> Scope:
    """Who asks (``accounts.middleware``)."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    return scope


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page."""
    return request.headers.get("HX-Request") == "true"


def look_at(request: HttpRequest, unit_id: int) -> None:
    """The locality whose page this is; the frame names it. Only after the right to see it was asked."""
    request.locality = unit_id  # type: ignore[attr-defined]  # read by ``project.navigation``


def go_back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """To the page of ours that the form names, for a browser without scripts."""
    after = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(after, {request.get_host()}, require_https=request.is_secure())
    return redirect(after if after and is_ours else otherwise)
