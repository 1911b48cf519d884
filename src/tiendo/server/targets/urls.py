# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from tiendo.server.targets.data import Move
from tiendo.server.targets.views import allotting, deciding, explaining

urlpatterns = [
    path("targets/<int:target_id>/decide/", deciding.decide, name="target-decide"),
    path("targets/<int:target_id>/allotment/", allotting.show_allotment, name="target-allotment"),
    path("targets/<int:target_id>/explanations/", explaining.show_target, name="target-explanations"),
    path("targets/<int:target_id>/explanations/ask/", explaining.ask, name="explanation-ask"),
    path("explanations/", explaining.show_list, name="explanations"),
    *[
        path(f"explanations/<int:explanation_id>/{move}/", explaining.do, {"move": move}, name=f"explanation-{move}")
        for move in Move
    ],
]
