# SPDX-License-Identifier: Apache-2.0
"""What Django must know of this app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """The programming interface."""

    name = "tiendo.server.api"
    label = "api"
    verbose_name = _("Programming interface")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers the regular work."""
        from tiendo.server.api import tasks  # noqa: F401, PLC0415 - WONTFIX: models must be there first
