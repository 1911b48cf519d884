# SPDX-License-Identifier: Apache-2.0
"""Tokens on one's own account: those there are, a new one, the end of one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tiendo.server.accounts import services
from tiendo.server.accounts.data import ACT_WORDS, TOKEN_ACTS, Act, NewToken, Scope
from tiendo.server.accounts.models import Token, User
from tiendo.server.accounts.queries import find_units
from tiendo.server.support.refusals import Refusal
from tiendo.server.units.queries import name_units

_USUAL = timedelta(days=180)
_FORMER = 5  # tokens that are over and still shown


class TokenForm(forms.Form):
    """A new token."""

    name = forms.CharField(label=gettext_lazy("What it is for"), max_length=60)
    acts = forms.MultipleChoiceField(
        label=gettext_lazy("What it may"),
        choices=[(act.value, ACT_WORDS[act]) for act in TOKEN_ACTS],
        widget=forms.CheckboxSelectMultiple,
        initial=[Act.VIEW.value],
    )
    unit = forms.CharField(
        label=gettext_lazy("Unit"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("A part of the name, or the code: this unit and all below. Empty: all that you may."),
        widget=forms.TextInput(attrs={"data-finds": reverse_lazy("token-units"), "autocomplete": "off"}),
    )
    expires_on = forms.DateField(
        label=gettext_lazy("Last day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), required=True
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth publishes no types
def add(request: HttpRequest) -> HttpResponse:
    """A new token, after the password once more; the answer tells the secret, once."""
    scope = _scope_of(request)
    form = TokenForm(request.POST or None, initial={"expires_on": timezone.localdate() + _USUAL})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            acts = frozenset(Act(act) for act in told["acts"])
            new = NewToken(told["name"], acts, _resolve(told["unit"], scope), told["expires_on"])
            secret = services.create_token(new, user=cast(User, request.user), scope=scope)
            return render(request, "accounts/token_told.html", {"secret": secret, "name": new.name})
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal.sentence))
    return render(request, "accounts/token_new.html", {"form": form}, status=400 if form.errors else 200)


def _resolve(text: str, scope: Scope) -> int | None:
    if not text.strip():
        return None
    found = find_units(text.rpartition("(")[2].rstrip(")") if text.endswith(")") else text, scope, Act.VIEW)
    named = [row for row in found if text.strip() in (row.name, row.code, f"{row.name} ({row.code})")] or found
    if len(named) != 1:
        raise Refusal(_("Choose the unit from the list that opens while you type."), field="unit")
    return named[0].id


@require_http_methods(["GET", "HEAD"])
def find(request: HttpRequest) -> HttpResponse:
    """Units that one sees, by what is being typed; for the list under the field."""
    units = find_units(request.GET.get("q", ""), _scope_of(request), Act.VIEW)
    return render(request, "support/unit_options.html", {"units": units})


@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """Ends a token at once."""
    owner = services.revoke_token(token_id, scope=_scope_of(request))
    messages.success(request, _("The token is revoked: nothing gets in with it any more."))
    return redirect("account") if owner == request.user.pk else redirect("person", owner)


def say_tokens(user: User) -> list[dict[str, Any]]:
    """The tokens of a person in words: those in use, then the latest that are over."""
    now = timezone.now()
    rows = sorted(Token.objects.filter(user=user).order_by("-pk"), key=lambda row: not _is_open(row, now))
    in_use = sum(_is_open(row, now) for row in rows)
    shown = rows[: in_use + _FORMER]
    names = name_units(row.unit_id for row in shown if row.unit_id is not None)
    return [
        {
            "row": row,
            "acts": [ACT_WORDS[Act(act)] for act in row.acts],
            "unit": names.get(row.unit_id or 0, ""),
            "is_open": _is_open(row, now),
        }
        for row in shown
    ]


def _is_open(row: Token, now: Any) -> bool:
    return row.revoked_at is None and row.expires_at > now


def _scope_of(request: HttpRequest) -> Scope:
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    return scope
