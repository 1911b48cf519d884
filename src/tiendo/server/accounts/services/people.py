# SPDX-License-Identifier: Apache-2.0
"""Accounts: made, closed, opened again; passwords and second factors. Sessions end with the password or the account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from allauth.mfa.models import Authenticator
from axes.utils import reset as forget_failures
from django.contrib.auth.hashers import make_password as hash_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.vietnamese import name_sort_key, search_key
from tiendo.server.accounts.data import Act, Credentials, NewGrant, NewPerson, Role, Scope
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.queries import administers, find_home, find_person, may_handle, require
from tiendo.server.accounts.rules import make_password, normalize_username
from tiendo.server.accounts.services.grants import add_grant, refuse_if_unguarded
from tiendo.server.audit.data import Act as Record
from tiendo.server.audit.data import Actor
from tiendo.server.audit.services import record
from tiendo.server.support.refusals import NotForYou, Refusal

#: How long a password that an administrator has set can be used.
ONE_TIME = timedelta(days=7)

_LONGEST_USERNAME, _LONGEST_NAME = 150, 200  # as the columns are


def create_user(
    person: NewPerson, grants: Sequence[NewGrant] = (), *, scope: Scope, is_one_time: bool = True
) -> Credentials:
    """Makes an account with a random password.

    Args:
        grants: what the person may from the first day; an administrator of less than everything gives at least one.
        is_one_time: the password must be changed at the first sign-in, within a week.

    Raises:
        NotForYou: the actor administers nothing, or not the unit of a grant.
        Refusal: the name is taken or cannot be one.
    """
    if not administers(scope):
        raise NotForYou
    for grant in grants:
        require(scope, Act.ADMINISTER, grant.unit_id)
    if not grants:
        require(scope, Act.ADMINISTER, None)
    username, full_name = normalize_username(person.username), " ".join(person.full_name.split())
    _refuse_bad_names(username, full_name)
    password = make_password()
    user = User(
        username=username,
        full_name=full_name,
        email=person.email,
        search_key=search_key(full_name),
        sort_key=name_sort_key(full_name),
        must_use_second_factor=person.must_use_second_factor,
        one_time_until=timezone.now() + ONE_TIME if is_one_time else None,
    )
    user.set_password(password)  # slow on purpose: outside the transaction
    with transaction.atomic():
        if User.objects.filter(username=username).exists():
            raise Refusal(_("There is an account of this name already: choose another."), field="username")
        user.save()
        home = grants[0].unit_id if grants else None
        record(Record("accounts.create", f"user:{user.pk}", home, {"username": username}), actor=scope.actor)
        for grant in grants:
            add_grant(user, grant, scope=scope)
    return Credentials(user.pk, username, password)


def _refuse_bad_names(username: str, full_name: str) -> None:
    try:
        UnicodeUsernameValidator()(username)
    except ValidationError as error:
        raise Refusal(
            _("A name of an account has letters, digits and the signs @ . + - _ only."), field="username"
        ) from error
    if len(username) > _LONGEST_USERNAME:
        raise Refusal(_("The name of the account is too long: 150 signs at most."), field="username")
    if not full_name or len(full_name) > _LONGEST_NAME:
        raise Refusal(_("Write the full name of the person, 200 letters at most."), field="full_name")


def close_account(user_id: int, *, scope: Scope) -> None:
    """Closes an account: its sessions end with the next request, its grants rest.

    Raises:
        NotForYou: the person is not wholly inside what the actor administers.
        Refusal: one's own account, or that of the last administrator.
    """
    with transaction.atomic():
        list(Grant.objects.select_for_update().filter(role=Role.ADMINISTRATOR))  # two who close each other's
        user = _get_handled(user_id, scope)
        if user.pk == scope.actor.user_id:
            raise Refusal(_("Nobody closes his own account: ask another administrator."))
        if user.is_active:
            refuse_if_unguarded(Grant.objects.filter(user=user))
            user.is_active = False
            user.save(update_fields=["is_active"])
            _record("accounts.close", user, scope.actor)


def open_account(user_id: int, *, scope: Scope) -> None:
    """Opens a closed account again; the password is the one it had."""
    with transaction.atomic():
        user = _get_handled(user_id, scope)
        if not user.is_active:
            user.is_active = True
            user.save(update_fields=["is_active"])
            _record("accounts.open", user, scope.actor)


def reset_password(user_id: int, *, scope: Scope) -> Credentials:
    """Gives a new random password, to be changed at the next sign-in; all sessions of the person end.

    Raises:
        NotForYou: the person is not wholly inside what the actor administers.
        Refusal: one's own password, which is changed on one's own page.
    """
    password = make_password()
    hashed = hash_password(password)  # slow on purpose: outside the transaction
    with transaction.atomic():
        user = _get_handled(user_id, scope)
        if user.pk == scope.actor.user_id:
            raise Refusal(_("Change your own password on the page of your account."))
        user.password, user.one_time_until = hashed, timezone.now() + ONE_TIME
        user.save(update_fields=["password", "one_time_until"])
        forget_failures(username=user.username)
        _record("accounts.reset_password", user, scope.actor)
    return Credentials(user.pk, user.username, password)


def change_own_password(user: User, password: str) -> None:
    """Sets the password that a person has chosen; the other sessions of the person end."""
    user.set_password(password)
    user.one_time_until = None
    with transaction.atomic():
        user.save(update_fields=["password", "one_time_until"])
        _record("accounts.change_password", user, Actor(user.pk, user.full_name))


def require_second_factor(user_id: int, is_required: bool, *, scope: Scope) -> None:
    """Asks a person to sign in with a second factor from now on, or no longer."""
    with transaction.atomic():
        user = _get_handled(user_id, scope)
        if user.must_use_second_factor != is_required:
            user.must_use_second_factor = is_required
            user.save(update_fields=["must_use_second_factor"])
            verb = "accounts.require_second_factor" if is_required else "accounts.waive_second_factor"
            _record(verb, user, scope.actor)


def remove_second_factor(user_id: int, *, scope: Scope) -> None:
    """Takes the second factor of a person away who has lost the telephone; it can be set up anew.

    Raises:
        NotForYou: the person is not wholly inside what the actor administers.
        Refusal: one's own, which is taken off on one's own page, with the password.
    """
    with transaction.atomic():
        user = _get_handled(user_id, scope)
        if user.pk == scope.actor.user_id:
            raise Refusal(_("Take your own second factor off on the page of your account."))
        if Authenticator.objects.filter(user_id=user.pk).delete()[0]:
            _record("accounts.remove_second_factor", user, scope.actor)


def _get_handled(user_id: int, scope: Scope) -> User:
    user = find_person(user_id, scope)
    if user is None or not administers(scope) or not may_handle(user, scope):
        raise NotForYou
    return user


def _record(verb: str, user: User, actor: Actor) -> None:
    record(Record(verb, f"user:{user.pk}", find_home(user.pk)), actor=actor)
