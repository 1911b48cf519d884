# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from tiendo.server.board.views import boards, targets

urlpatterns = [
    path("", boards.show_home, name="home"),
    path("localities/", boards.show_localities, name="localities"),
    path("board/<int:unit_id>/", boards.show_latest, name="board-latest"),
    path("board/<int:unit_id>/<int:year>/", boards.show_board, name="board"),
    path("board/<int:unit_id>/<int:year>/open/", boards.show_open, name="board-open"),
    path("targets/<int:target_id>/", targets.show_target, name="target"),
    path("targets/<int:target_id>/plans/<int:plan_id>/", targets.show_plan, name="plan-source"),
]
