# SPDX-License-Identifier: Apache-2.0
"""What Django must know of this app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People, roles, grants by unit, and the one permission filter."""

    name = "tiendo.server.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hears the libraries of signing in."""
        from tiendo.server.accounts import receivers  # noqa: F401, PLC0415 - WONTFIX: models must be there first
