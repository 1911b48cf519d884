# SPDX-License-Identifier: Apache-2.0
"""What Django must know of this app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CollectConfig(AppConfig):
    """Forms, sheets, and the way from a cell to a figure."""

    name = "tiendo.server.collect"
    label = "collect"
    verbose_name = _("Collecting figures")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connects what it answers."""
        from tiendo.server.collect import receivers  # noqa: F401, PLC0415 - WONTFIX: models must be there first
