# SPDX-License-Identifier: Apache-2.0
"""Forms of signing in and of people. Labels are ours: allauth has no Vietnamese ones."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base import forms as codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tiendo.server.accounts.data import ROLE_WORDS, Role

_CODE = {"inputmode": "numeric", "autocomplete": "one-time-code"}


def _name(form: forms.Form, **labels: Any) -> None:
    """Gives fields our labels, and takes away the grey words inside, which repeat them."""
    for field, label in labels.items():
        form.fields[field].label = label
        form.fields[field].widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth publishes no types
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, login=_("Name of the account"), password=_("Password"))
        self.fields["login"].widget.attrs.update({"autocapitalize": "none", "autofocus": True, "spellcheck": "false"})
        self.fields["password"].help_text = ""

    def clean(self) -> Any:
        """Refuses a one-time password that is too old, once it is known to be the right one."""
        cleaned = super().clean()
        until = getattr(self.user, "one_time_until", None)
        if until is not None and until < timezone.now():
            raise ValidationError(_("This one-time password is too old: ask your administrator for a new one."))
        return cleaned


class PasswordForm(ChangePasswordForm):  # type: ignore[misc]  # allauth publishes no types
    """The present password and the new one, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(
            self, oldpassword=_("Present password"), password1=_("New password"), password2=_("New password once more")
        )
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = _(
            "At least 10 signs, not your name, not a common password. Several words in a row are easy to remember."
        )

    def clean(self) -> Any:
        """Both new ones must be alike, and differ from the present one."""
        cleaned = forms.Form.clean(self) or {}
        new, again = cleaned.get("password1"), cleaned.get("password2")
        if new and again and new != again:
            self.add_error("password2", _("The two new passwords differ: type the same one twice."))
        if new and new == cleaned.get("oldpassword"):
            self.add_error("password1", _("The new password is the present one: choose another."))
        return cleaned


class AgainForm(ReauthenticateForm):  # type: ignore[misc]  # allauth publishes no types
    """The password once more, before something that a stranger at an open screen must not do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, password=_("Password"))
        self.fields["password"].help_text = ""


class _Guarded(codes.BaseAuthenticateForm):  # type: ignore[misc]  # allauth publishes no types
    """A code of the second factor, refused like a password after too many tries."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, code=_("Code"))
        self.fields["code"].widget.attrs.update({**_CODE, "autofocus": True})

    def clean_code(self) -> str:
        """The code, if the account is not locked out."""
        if not AxesProxyHandler.is_allowed(context.request, {"username": self.user.username}):
            context.request.axes_locked_out = True
            raise get_adapter().validation_error("too_many_login_attempts")
        return str(super().clean_code())


class CodeForm(_Guarded, codes.AuthenticateForm):  # type: ignore[misc]  # allauth publishes no types
    """The second step of signing in."""


class CodeAgainForm(_Guarded, codes.ReauthenticateForm):  # type: ignore[misc]  # allauth publishes no types
    """A code once more, before something that a stranger at an open screen must not do."""


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth publishes no types
    """The first code, which shows that the telephone has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, code=_("Code that the application shows"))
        self.fields["code"].widget.attrs.update(_CODE)


class GrantForm(forms.Form):
    """A role over a unit, for a time."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, ROLE_WORDS[role]) for role in Role])
    unit = forms.CharField(
        label=_("Unit"),
        required=False,
        max_length=200,
        help_text=_("A part of the name, with or without marks, or the code. Empty: the whole installation."),
        widget=forms.TextInput(attrs={"data-finds": reverse_lazy("unit-find"), "autocomplete": "off"}),
    )
    valid_from = forms.DateField(label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    valid_to = forms.DateField(
        label=_("Until the day before"),
        required=False,
        help_text=_("Empty: without end."),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )


class PersonForm(GrantForm):
    """A new person, with what the person may from the first day."""

    full_name = forms.CharField(label=_("Full name"), max_length=200)
    username = forms.CharField(
        label=_("Name of the account"),
        max_length=150,
        help_text=_("What the person types at sign-in: letters, digits and the signs @ . + - _"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
    )
    must_use_second_factor = forms.BooleanField(label=_("Must sign in with a second factor"), required=False)

    field_order = ("full_name", "username", "role", "unit", "valid_from", "valid_to", "must_use_second_factor")
