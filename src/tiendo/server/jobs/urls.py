# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import URLPattern, path

from tiendo.server.jobs import views

urlpatterns: list[URLPattern] = [
    path("jobs/", views.show_all, name="jobs"),
    path("jobs/<int:job_id>/", views.show, name="job"),
    path("jobs/<int:job_id>/stop/", views.stop, name="job-stop"),
]
