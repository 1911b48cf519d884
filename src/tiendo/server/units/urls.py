# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import URLPattern, path

from tiendo.server.units import views

urlpatterns: list[URLPattern] = [
    path("units/", views.show_list, name="units"),
    path("units/<int:unit_id>/", views.show, name="unit"),
]
