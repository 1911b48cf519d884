# SPDX-License-Identifier: Apache-2.0
"""Gives each request its scope; leads people through what comes first; tells htmx where to sign in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django_htmx.http import HttpResponseClientRedirect

from tiendo.server.accounts.queries import get_scope
from tiendo.server.support.refusals import NotForYou

#: What a person sees who has no rights: the own account alone.
_WITHOUT_RIGHTS = {"account", "second-factor-off", "sign-in", "sign-in-code"}
_FIRST = ("account-password", "second-factor")
_ALWAYS = {"set_language", "sign-out"}
_BEFORE_PASSWORD = _ALWAYS | {"account-password"}
_BEFORE_SECOND_FACTOR = _ALWAYS | {
    "account-password",
    "account-again",
    "second-factor-again",
    "second-factor",
    "recovery-codes",
    "recovery-codes-new",
}


class ScopeMiddleware:
    """Sets ``request.scope``, asked of the database only when a view uses it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes the request on."""
        request.scope = SimpleLazyObject(lambda: get_scope(request.user))  # type: ignore[attr-defined]
        return self.get_response(request)


class FirstStepsMiddleware:
    """Nothing else is open before a one-time password is changed, and a second factor set up where it is asked for.

    Who has no rights finds nothing at all but the own account, whatever a page would answer.

    A part of a page that htmx asks for after the session has ended leads the whole page to the sign-in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes the request on."""
        response = self.get_response(request)
        is_part = request.headers.get("HX-Request") == "true"
        if is_part and isinstance(response, HttpResponseRedirect):
            place = response.url.partition("?")[0]
            if place in {reverse(name) for name in (settings.LOGIN_URL, *_FIRST)}:
                return HttpResponseClientRedirect(place)
        return response

    def process_view(self, request: HttpRequest, view: Any, *_: Any) -> HttpResponse | None:
        """The way to the first step that is still to be done; a view that answers for itself asks the same."""
        user, match = request.user, request.resolver_match
        if not user.is_authenticated or match is None or getattr(view, "answers_for_itself", False):
            return None
        if user.one_time_until is not None:
            return None if match.url_name in _BEFORE_PASSWORD else HttpResponseRedirect(reverse(_FIRST[0]))
        if user.must_use_second_factor and match.url_name not in _BEFORE_SECOND_FACTOR and not is_mfa_enabled(user):
            return HttpResponseRedirect(reverse(_FIRST[1]))
        if match.url_name not in _BEFORE_SECOND_FACTOR | _WITHOUT_RIGHTS and not request.scope.roles:  # type: ignore[attr-defined]
            if match.url_name == "home":
                return HttpResponseRedirect(reverse("account"))  # which says so
            raise NotForYou
        return None
