# SPDX-License-Identifier: Apache-2.0
"""What Django must know of this app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectConfig(AppConfig):
    """Settings, addresses, checks, regular work that no single app owns."""

    name = "tiendo.server.project"
    label = "project"
    verbose_name = _("Project")

    def ready(self) -> None:
        """Registers checks and regular work."""
        from tiendo.server.project import checks, tasks  # noqa: F401, PLC0415 - WONTFIX: the apps must be there first
