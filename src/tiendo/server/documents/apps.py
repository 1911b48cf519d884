# SPDX-License-Identifier: Apache-2.0
"""What Django must know of this app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Files by hash, their text with anchors, and search."""

    name = "tiendo.server.documents"
    label = "documents"
    verbose_name = _("Documents")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The regular work of this app becomes known to the queue, and its documents get names on the pages of jobs."""
        from tiendo.server.documents import receivers, tasks  # noqa: F401, PLC0415 - CONFIG: models must be there first
