# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from tiendo.server.figures import views

urlpatterns = [
    path("figures/", views.show_list, name="figures"),
    path("figures/series/<int:unit_id>/<slug:indicator>/", views.show_series, name="figures-series"),
    path("figures/indicators/", views.show_indicators, name="figures-indicators"),
    path("figures/parts/<int:unit_id>/<slug:indicator>/", views.show_parts, name="figures-parts"),
    path("figures/restated/", views.show_restated, name="figures-restated"),
    path("figures/<int:observation_id>/", views.show_figure, name="figure"),
    path("figures/<int:observation_id>/correct/", views.correct, name="figure-correct"),
    path("figures/<int:observation_id>/withdraw/", views.withdraw, name="figure-withdraw"),
]
