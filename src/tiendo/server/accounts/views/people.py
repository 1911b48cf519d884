# SPDX-License-Identifier: Apache-2.0
"""People and their rights, for administrators. Who administers nothing finds no such pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tiendo.server.accounts import services
from tiendo.server.accounts.data import ACT_WORDS, ACTS, ROLE_WORDS, Act, Credentials, NewGrant, NewPerson, Role, Scope
from tiendo.server.accounts.forms import GrantForm, PersonForm
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.queries import administers, find_person, list_grants, list_people, may_handle, permitted
from tiendo.server.accounts.views.account import say_sign_ins
from tiendo.server.accounts.views.tokens import say_tokens
from tiendo.server.accounts.views.units import resolve_unit
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.units.queries import name_units

_ON_A_PAGE = 50

View = Callable[..., HttpResponseBase]


def for_administrators(view: View) -> View:
    """The view is not there for anybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not administers(get_scope(request)):
            raise NotForYou
        return view(request, *args, **kwargs)

    return guarded


def get_scope(request: HttpRequest) -> Scope:
    """The scope that the middleware has set."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    return scope


@require_GET
@for_administrators
def show_all(request: HttpRequest) -> HttpResponse:
    """Everybody whom this administrator sees, with what they may."""
    scope, text, everyone = get_scope(request), request.GET.get("find", ""), "everyone" in request.GET
    people = list_people(scope, text=text, everyone=everyone)
    page = Paginator(people, _ON_A_PAGE).get_page(request.GET.get("page"))
    grants = permitted(Grant.objects.filter(user__in=list(page)), scope, Act.ADMINISTER).order_by("pk")
    said = _say_grants([grant for grant in grants if _is_open(grant)])
    rows = [(person, said.get(person.pk, [])) for person in page]
    shown = {"page": page, "rows": rows, "find": text, "everyone": everyone, "role_table": _role_table()}
    return render(request, "accounts/people.html", shown)


@require_GET
@for_administrators
def show(request: HttpRequest, user_id: int) -> HttpResponse:
    """One person."""
    return _show(request, _get_person(request, user_id), GrantForm())


def _show(request: HttpRequest, person: User, form: Form, status: int = 200) -> HttpResponse:
    scope = get_scope(request)
    grants = list(list_grants(person, scope))
    said = _say_grants(grants).get(person.pk, [])
    return render(
        request,
        "accounts/person.html",
        {
            "person": person,
            "grants": [(grant, words, _is_open(grant)) for grant, words in zip(grants, said, strict=True)],
            "form": form,
            "is_handled": may_handle(person, scope),
            "is_oneself": person.pk == scope.actor.user_id,
            "has_second_factor": is_mfa_enabled(person),
            "tokens": say_tokens(person) if may_handle(person, scope) else [],
            "sign_ins": say_sign_ins(person, scope),
            "role_table": _role_table(),
        },
        status=status,
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def add(request: HttpRequest) -> HttpResponse:
    """A new person; the answer tells the password, once."""
    scope, form = get_scope(request), PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            grant = _read_grant(form, scope)
            told = form.cleaned_data
            person = NewPerson(
                told["username"], told["full_name"], must_use_second_factor=told["must_use_second_factor"]
            )
            return _tell(request, services.create_user(person, [grant], scope=scope))
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal.sentence))
    shown = {"form": form, "role_table": _role_table()}
    return render(request, "accounts/person_new.html", shown, status=400 if form.errors else 200)


@require_POST
@for_administrators
def give(request: HttpRequest, user_id: int) -> HttpResponse:
    """A further role."""
    person, form = _get_person(request, user_id), GrantForm(request.POST)
    if form.is_valid():
        try:
            services.grant_role(person.pk, _read_grant(form, get_scope(request)), scope=get_scope(request))
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal.sentence))
        else:
            return _back(request, person, _("The role was given."))
    return _show(request, person, form, status=400)


@require_POST
@for_administrators
def end(request: HttpRequest, user_id: int, grant_id: int) -> HttpResponse:
    """A role less."""
    person = _get_person(request, user_id)
    if not list_grants(person, get_scope(request)).filter(pk=grant_id).exists():
        raise NotForYou
    services.revoke_grant(grant_id, scope=get_scope(request))
    return _back(request, person, _("The role ends today."))


@require_POST
@for_administrators
def close(request: HttpRequest, user_id: int) -> HttpResponse:
    """The account is closed."""
    services.close_account(user_id, scope=get_scope(request))
    return _back(request, _get_person(request, user_id), _("The account is closed; all its sessions have ended."))


@require_POST
@for_administrators
def reopen(request: HttpRequest, user_id: int) -> HttpResponse:
    """The account is open again."""
    services.open_account(user_id, scope=get_scope(request))
    return _back(request, _get_person(request, user_id), _("The account is open again."))


@never_cache
@require_POST
@for_administrators
def reset(request: HttpRequest, user_id: int) -> HttpResponse:
    """A new one-time password; the answer tells it, once."""
    return _tell(request, services.reset_password(user_id, scope=get_scope(request)))


@require_POST
@for_administrators
def second_factor(request: HttpRequest, user_id: int) -> HttpResponse:
    """Whether a second factor is asked for."""
    is_required = request.POST.get("required") == "1"
    services.require_second_factor(user_id, is_required, scope=get_scope(request))
    said = (
        _("A second factor is asked for from now on.") if is_required else _("A second factor is no longer asked for.")
    )
    return _back(request, _get_person(request, user_id), said)


@require_POST
@for_administrators
def remove_factor(request: HttpRequest, user_id: int) -> HttpResponse:
    """The second factor is taken off, for a lost telephone."""
    services.remove_second_factor(user_id, scope=get_scope(request))
    return _back(request, _get_person(request, user_id), _("The second factor is off; it can be set up anew."))


def _get_person(request: HttpRequest, user_id: int) -> User:
    person = find_person(user_id, get_scope(request))
    if person is None:
        raise NotForYou
    return person


def _read_grant(form: Form, scope: Scope) -> NewGrant:
    told = form.cleaned_data
    unit_id = resolve_unit(told["unit"], scope)
    return NewGrant(Role(told["role"]), unit_id, told["valid_from"], told["valid_to"])


def _tell(request: HttpRequest, credentials: Credentials) -> HttpResponse:
    person = User.objects.get(pk=credentials.user_id)
    return render(request, "accounts/password_told.html", {"credentials": credentials, "person": person})


def _back(request: HttpRequest, person: User, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("person", person.pk)


def _is_open(grant: Grant) -> bool:
    return grant.valid_to is None or grant.valid_to > timezone.localdate()


def _say_grants(grants: list[Grant]) -> dict[int, list[tuple[Any, str]]]:
    """Role and unit in words, of each person; two things read at once, however many there are."""
    names = name_units(grant.unit_id for grant in grants if grant.unit_id is not None)
    said: dict[int, list[tuple[Any, str]]] = {}
    for grant in grants:
        unit = _("the whole installation") if grant.unit_id is None else names.get(grant.unit_id, "")
        said.setdefault(grant.user_id, []).append((ROLE_WORDS[Role(grant.role)], unit))
    return said


def _role_table() -> list[tuple[Any, list[bool]]]:
    """What each role may, act by act: rows of the table that administrators read."""
    return [(ACT_WORDS[act], [act in ACTS[role] for role in Role]) for act in ACT_WORDS]
