# SPDX-License-Identifier: Apache-2.0
"""What Django must know of this app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    """Findings and problems of a document until a person has decided on each."""

    name = "tiendo.server.intake"
    label = "intake"
    verbose_name = _("Intake")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Reading becomes known to the queue, and starts when a document is received."""
        from tiendo.server.intake import receivers, tasks  # noqa: F401, PLC0415 - CONFIG: models must be there first
