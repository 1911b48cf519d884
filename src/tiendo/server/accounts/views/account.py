# SPDX-License-Identifier: Apache-2.0
"""One's own account, and the answer to too many wrong tries."""

from __future__ import annotations

import math
from typing import Any, cast

from allauth.mfa.models import Authenticator
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from tiendo.server.accounts.address import get_address
from tiendo.server.accounts.data import OUTCOME_WORDS, ROLE_WORDS, Outcome, Scope
from tiendo.server.accounts.models import User
from tiendo.server.accounts.queries import list_sign_ins
from tiendo.server.accounts.rules import normalize_username
from tiendo.server.accounts.views.tokens import say_tokens
from tiendo.server.support.refusals import Refusal
from tiendo.server.units.queries import name_units

_SHOWN = 10  # tries to sign in


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Who one is, what one may, and how one signs in."""
    user = cast(User, request.user)
    scope: Scope = request.scope  # type: ignore[attr-defined]
    names = name_units(unit for _role, unit in scope.roles if unit is not None)
    kinds = set(Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True))
    return render(
        request,
        "accounts/account.html",
        {
            "roles": [(ROLE_WORDS[role], names.get(unit or 0, "")) for role, unit in scope.roles],
            "has_second_factor": Authenticator.Type.TOTP in kinds,
            "tokens": say_tokens(user),
            "sign_ins": say_sign_ins(user, scope),
        },
    )


def say_sign_ins(user: User, scope: Scope) -> list[tuple[Any, ...]]:
    """Moment, outcome in words and address of the latest tries."""
    rows = list_sign_ins(user, scope)[:_SHOWN]
    return [(row.at, OUTCOME_WORDS[Outcome(row.outcome)], row.address) for row in rows]


def lock_out(request: HttpRequest, *_given: Any) -> HttpResponse:
    """The answer while a name is locked out: how long, and what to do (setting AXES_LOCKOUT_CALLABLE)."""
    minutes = max(1, math.ceil(_seconds_left(request) / 60))
    sentence = ngettext(
        "Too many wrong tries. Wait %(minutes)s minute, then sign in again; or ask your administrator for a password.",
        "Too many wrong tries. Wait %(minutes)s minutes, then sign in again; or ask your administrator for a password.",
        minutes,
    ) % {"minutes": minutes}
    refusal = Refusal(sentence, status=429)
    answer = render(request, "support/refusal.html", {"refusal": refusal}, status=refusal.status)
    answer["Retry-After"] = str(minutes * 60)
    return answer


def _seconds_left(request: HttpRequest) -> float:
    whole = get_cool_off(request)
    tries = AccessAttempt.objects.filter(ip_address=get_address(request)).order_by("-attempt_time")
    typed = request.POST.get("login")
    if typed:
        tries = tries.filter(username=normalize_username(typed))
    latest = tries.first()
    if whole is None or latest is None:
        return 0.0
    return float((whole - (timezone.now() - latest.attempt_time)).total_seconds())


def find_username(_request: HttpRequest | None, credentials: dict[str, Any] | None) -> str | None:
    """Under which name tries are counted, however it was spelt (setting AXES_USERNAME_CALLABLE)."""
    typed = (credentials or {}).get("username")
    return normalize_username(str(typed)) if typed else None
