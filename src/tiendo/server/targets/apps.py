# SPDX-License-Identifier: Apache-2.0
"""What Django must know of this app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TargetsConfig(AppConfig):
    """Targets, plans, phasing and stored verdicts."""

    name = "tiendo.server.targets"
    label = "targets"
    verbose_name = _("Targets")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listens to the apps below."""
        from tiendo.server.targets import receivers  # noqa: F401, PLC0415 - WONTFIX: models are loaded only now
