# SPDX-License-Identifier: Apache-2.0
"""What a password may not be: Django's rules, in our sentences (Django lacks some in Vietnamese)."""

from __future__ import annotations

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(password_validation.MinimumLengthValidator):
    """At least so many signs."""

    def get_error_message(self) -> str:
        """What is wrong."""
        sentence = ngettext(
            "The password is too short: %(number)s sign at least.",
            "The password is too short: %(number)s signs at least.",
            self.min_length,
        )
        return sentence % {"number": self.min_length}


class UnlikeTheName(password_validation.UserAttributeSimilarityValidator):
    """Not the name of the person or of the account."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("The password is too much like your name: choose another.")


class Uncommon(password_validation.CommonPasswordValidator):
    """None of the passwords that are tried first."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("Many people use this password, so it is tried first: choose another.")
