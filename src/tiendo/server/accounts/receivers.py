# SPDX-License-Identifier: Apache-2.0
"""What is heard from the libraries of signing in, and written into the record; what units ask."""

from __future__ import annotations

from typing import Any

from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed, authenticator_reset
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from tiendo.server.accounts.address import get_address
from tiendo.server.accounts.data import Act, Outcome, Scope
from tiendo.server.accounts.models import User
from tiendo.server.accounts.queries import may
from tiendo.server.accounts.rules import normalize_username
from tiendo.server.accounts.services import note_second_factor, note_sign_in, note_sign_out
from tiendo.server.units.data import UnitNote
from tiendo.server.units.signals import unit_links

_WITHHELD = gettext_lazy("Figures, targets and documents of this unit are outside what you may see.")


@receiver(user_logged_in)
def on_sign_in(request: HttpRequest, user: User, **_: Any) -> None:
    """Somebody is in, the second factor included."""
    note_sign_in(user, Outcome.SUCCESS, get_address(request))


@receiver(user_logged_out)
def on_sign_out(user: User | None, **_: Any) -> None:
    """Somebody has left."""
    if user is not None:
        note_sign_out(user)


@receiver(user_login_failed)
def on_failure(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """A wrong name, password or code. Tries while locked out are not written down: they would fill the record."""
    if request is not None and not _was_locked(request):
        note_sign_in(_find_user(credentials.get("username")), Outcome.FAILURE, get_address(request))


@receiver(user_locked_out)
def on_lock(request: HttpRequest, username: str | None, **_: Any) -> None:
    """The try that was one too many."""
    if not _was_locked(request):
        note_sign_in(_find_user(username), Outcome.LOCKED, get_address(request))


@receiver(authentication_failed)
def on_wrong_code(request: HttpRequest, user: User, **_: Any) -> None:
    """A wrong code counts as a wrong password does."""
    user_login_failed.send(sender=__name__, credentials={"username": user.username}, request=request)


@receiver(authenticator_added)
def on_second_factor(user: User, **_: Any) -> None:
    """A second factor, or its recovery codes, was set up."""
    note_second_factor(user, "added")


@receiver(authenticator_removed)
def on_second_factor_removed(user: User, **_: Any) -> None:
    """A second factor was taken off by the person."""
    note_second_factor(user, "removed")


@receiver(authenticator_reset)
def on_second_factor_reset(user: User, **_: Any) -> None:
    """Recovery codes were made anew."""
    note_second_factor(user, "renewed")


@receiver(unit_links, dispatch_uid="accounts.of_unit")
def tell_withheld(*, unit_id: int, request: HttpRequest, **_: Any) -> list[UnitNote]:
    """Units themselves are public; whose figures, targets and documents a person may not see, the page says so."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    return [] if may(scope, Act.VIEW, unit_id) else [UnitNote(_WITHHELD)]


def _was_locked(request: HttpRequest) -> bool:
    """Locked out before this try: then the library has refused it and counted nothing."""
    return bool(getattr(request, "axes_locked_out", False)) and request.axes_failures_since_start is None  # type: ignore[attr-defined]


def _find_user(username: str | None) -> User | None:
    return User.objects.filter(username=normalize_username(username)).first() if username else None
