# SPDX-License-Identifier: Apache-2.0
"""All addresses: each app brings its own."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("language/", login_not_required(set_language), name="set_language"),
    *[
        path("", include(f"tiendo.server.{app}.urls"))
        for app in (
            "api",
            "board",
            "intake",
            "collect",
            "targets",
            "figures",
            "documents",
            "jobs",
            "accounts",
            "units",
            "audit",
        )
    ],
]
