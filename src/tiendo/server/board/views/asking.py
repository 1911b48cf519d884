# SPDX-License-Identifier: Apache-2.0
"""What a request tells every view of this app."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from tiendo.server.accounts.data import Scope
from tiendo.server.board.data import Choice

LOCALITY = "tiendo-locality"  # name of the cookie
_LONGEST = 200
_YEAR = 31_536_000  # seconds
_DIGITS = 18
_RECENT = 5
_ORDERS = ("group", "whole")


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


def remember_locality(request: HttpRequest, response: HttpResponse, unit_id: int) -> HttpResponse:
    """The first page leads back to this locality. In a cookie: looking at pages writes nothing."""
    known = recent_localities(request)
    fresh = list(dict.fromkeys([unit_id, *known]))[:_RECENT]
    if fresh != known:
        text = ".".join(map(str, fresh))
        response.set_cookie(LOCALITY, text, max_age=_YEAR, httponly=True, samesite="Lax")
    return response


def recent_localities(request: HttpRequest) -> list[int]:
    """The localities looked at, the last one first; they may be gone, or no longer the person's to see."""
    parts = request.COOKIES.get(LOCALITY, "").split(".")[:_RECENT]
    return [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) <= _DIGITS]


def last_locality(request: HttpRequest) -> int | None:
    """The locality that was looked at last."""
    return next(iter(recent_localities(request)), None)


def read_choice(request: HttpRequest) -> Choice:
    """How the address narrows and orders the table; what it does not know is left out."""
    asked = {name: request.GET.get(name, "")[:_LONGEST] for name in ("find", "lead", "source", "status", "only")}
    order = request.GET.get("order", "")
    return Choice(order=order if order in _ORDERS else _ORDERS[0], **asked)


def vary(response: HttpResponse) -> HttpResponse:
    """One address answers with a page or a part of it: caches must keep them apart."""
    patch_vary_headers(response, ["HX-Request"])
    return response
