# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from tiendo.server.intake.views import acts, pages

urlpatterns = [
    path("intake/", pages.show_inbox, name="inbox"),
    path("intake/<int:document_id>/", pages.show_desk, name="desk"),
    path("intake/<int:document_id>/accept-all/", acts.accept_many, name="accept-all"),
    path("intake/<int:document_id>/undo/", acts.take_back, name="undo"),
    path("intake/<int:document_id>/finish/", acts.finish, name="finish-review"),
    path("intake/<int:document_id>/read-again/", acts.start_again, name="read-again"),
    path("intake/findings/<int:finding_id>/", pages.show_finding, name="finding"),
    path("intake/findings/<int:finding_id>/edit/", pages.show_form, name="finding-edit"),
    path("intake/findings/<int:finding_id>/decide/", acts.decide_one, name="finding-decide"),
    path("intake/problems/<int:problem_id>/settle/", acts.settle, name="problem-settle"),
]
