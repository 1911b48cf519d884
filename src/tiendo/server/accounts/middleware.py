# SPDX-License-Identifier: Apache-2.0
"""Gives each request its scope."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from tiendo.server.accounts.queries import get_scope


class ScopeMiddleware:
    """Sets ``request.scope``, asked of the database only when a view uses it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes the request on."""
        request.scope = SimpleLazyObject(lambda: get_scope(request.user))  # type: ignore[attr-defined]
        return self.get_response(request)
