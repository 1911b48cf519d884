# SPDX-License-Identifier: Apache-2.0
"""Addresses of the interface: /api/v1/ and everything below."""

from __future__ import annotations

from django.urls import include, path, re_path

from tiendo.server.api.views import docs, documents, indicators, targets, units, writing
from tiendo.server.api.views.interface import api, to_patterns

for router in (units.router, indicators.router, writing.router, targets.router, documents.router):
    api.add_router("", router)

urlpatterns = [
    path(
        "api/v1/",
        include(
            [
                path("docs/", docs.show, name="api-docs"),
                path("openapi.json", docs.describe, name="api-description"),
                *to_patterns(api.urls[0]),
                re_path(r"^(?P<rest>[\s\S]*)$", docs.nothing, name="api-nothing"),  # a line break is no way out
            ]
        ),
    )
]
