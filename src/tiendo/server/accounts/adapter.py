# SPDX-License-Identifier: Apache-2.0
"""What of allauth is the house's own: nobody signs up, one sentence for every wrong try, no answer for scripts."""

from __future__ import annotations

import hmac
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tiendo.server.accounts.models import User
from tiendo.server.accounts.queries import get_scope
from tiendo.server.accounts.services import change_own_password

_PASSWORD_SEEN = "accounts_password_seen"  # noqa: S105 - WONTFIX: the name of an entry of the session

_WRONG_CODE = _("This code is not right. One of the application holds for half a minute: take the newest.")
_TOO_OFTEN = _("Too many tries. Wait fifteen minutes, then try again.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Accounts are made by an administrator; nobody signs up by himself."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The name or the password is not right. Capital letters count in a password."),
        "too_many_login_attempts": _TOO_OFTEN,
        "rate_limited": _TOO_OFTEN,
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "incorrect_code": _WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: every answer is a page, and forms are not told to scripts."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The person, or None: a closed account is told from a wrong password by nobody."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Remembers which password was typed, for a second step may follow minutes later."""
        request.session[_PASSWORD_SEEN] = user.get_session_auth_hash()
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return response

    def login(self, request: HttpRequest, user: User) -> None:
        """Signs in, unless the account was closed or its password changed between the two steps."""
        seen = request.session.pop(_PASSWORD_SEEN, "")
        if not user.is_active or not hmac.compare_digest(seen, user.get_session_auth_hash()):
            clear_login(request)
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("sign-in")))
        super().login(request, user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page; who has no rights yet is led to his account, which says so."""
        return str(settings.LOGIN_REDIRECT_URL) if get_scope(request.user).roles else reverse("account")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Back to the page of signing in."""
        return reverse("sign-in")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("account")

    def set_password(self, user: User, password: str) -> None:
        """Stores and records the password that a person has chosen."""
        change_own_password(user, password)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Who must have a second factor cannot take it off."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _WRONG_CODE,
        "cannot_delete_authenticator": _("Your administrator asks for a second factor, so it cannot be taken off."),
        "cannot_generate_recovery_codes": _("Set up the second factor first, then make recovery codes."),
    }

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Unless an administrator asks for it."""
        return not authenticator.user.must_use_second_factor
