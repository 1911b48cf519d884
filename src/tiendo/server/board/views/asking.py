# SPDX-License-Identifier: Apache-2.0
"""What a request tells every view of this app."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from tiendo.server.accounts.data import Scope
from tiendo.server.board.data import Choice

_LONGEST = 200
_ORDERS = ("group", "whole")


def scope_of(request: HttpRequest) -> Scope:
    """Who asks (``accounts.middleware``)."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    return scope


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page."""
    return request.headers.get("HX-Request") == "true"


def remember_locality(request: HttpRequest, unit_id: int) -> None:
    """The locality whose page this is: the bar names it, and the first page leads back to it."""
    if request.session.get("locality") != unit_id:
        request.session["locality"] = unit_id


def read_choice(request: HttpRequest) -> Choice:
    """How the address narrows and orders the table; what it does not know is left out."""
    asked = {name: request.GET.get(name, "")[:_LONGEST] for name in ("find", "lead", "source", "status", "only")}
    order = request.GET.get("order", "")
    return Choice(order=order if order in _ORDERS else _ORDERS[0], **asked)


def vary(response: HttpResponse) -> HttpResponse:
    """One address answers with a page or a part of it: caches must keep them apart."""
    patch_vary_headers(response, ["HX-Request"])
    return response
