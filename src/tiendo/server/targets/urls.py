# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from tiendo.server.targets import views

urlpatterns = [
    path("targets/<int:target_id>/decide/", views.decide, name="target-decide"),
]
