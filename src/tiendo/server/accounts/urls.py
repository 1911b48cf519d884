# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app. Of allauth only the pages in use; each has our name first, and the one allauth asks for."""

from __future__ import annotations

from typing import Any

from allauth.account import views as signing
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, path

from tiendo.server.accounts.views import account, people, record, tokens, units

# Our name comes first: it is the one that ``request.resolver_match`` tells.
_OF_ALLAUTH: tuple[tuple[str, Any, str, str], ...] = (
    ("sign-in/", signing.login, "sign-in", "account_login"),
    ("sign-in/code/", factor.authenticate, "sign-in-code", "mfa_authenticate"),
    ("sign-out/", signing.logout, "sign-out", "account_logout"),
    ("account/password/", signing.password_change, "account-password", "account_change_password"),
    ("account/again/", signing.reauthenticate, "account-again", "account_reauthenticate"),
    ("account/again/code/", factor.reauthenticate, "second-factor-again", "mfa_reauthenticate"),
    ("account/second-factor/", totp.activate_totp, "second-factor", "mfa_activate_totp"),
    ("account/second-factor/off/", totp.deactivate_totp, "second-factor-off", "mfa_deactivate_totp"),
    ("account/recovery-codes/", recovery.view_recovery_codes, "recovery-codes", "mfa_view_recovery_codes"),
    (
        "account/recovery-codes/new/",
        recovery.generate_recovery_codes,
        "recovery-codes-new",
        "mfa_generate_recovery_codes",
    ),
    ("account/", account.show, "account", "mfa_index"),
)

urlpatterns: list[URLPattern] = [
    *(path(route, view, name=name) for route, view, *names in _OF_ALLAUTH for name in names),
    path("account/tokens/new/", tokens.add, name="token-new"),
    path("account/tokens/units/", tokens.find, name="token-units"),
    path("account/tokens/<int:token_id>/revoke/", tokens.revoke, name="token-revoke"),
    path("people/", people.show_all, name="people"),
    path("people/new/", people.add, name="person-new"),
    path("people/units/", units.find, name="unit-find"),
    path("people/<int:user_id>/", people.show, name="person"),
    path("people/<int:user_id>/grants/", people.give, name="grant-new"),
    path("people/<int:user_id>/grants/<int:grant_id>/end/", people.end, name="grant-end"),
    path("people/<int:user_id>/close/", people.close, name="person-close"),
    path("people/<int:user_id>/open/", people.reopen, name="person-open"),
    path("people/<int:user_id>/password/", people.reset, name="person-password"),
    path("people/<int:user_id>/second-factor/", people.second_factor, name="person-second-factor"),
    path("people/<int:user_id>/second-factor/off/", people.remove_factor, name="person-second-factor-off"),
    path("record/", record.show, name="record"),
    path("record.csv", record.export, name="record-csv"),
]
