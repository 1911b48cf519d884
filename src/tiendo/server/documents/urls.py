# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from tiendo.server.documents import views

urlpatterns = [
    path("documents/", views.show_list, name="documents"),
    path("documents/upload/", views.upload, name="document-upload"),
    path("documents/units/", views.find_upload_units, name="upload-units"),
    path("documents/search/", views.show_search, name="document-search"),
    path("documents/<int:document_id>/", views.show_document, name="document"),
    path("documents/<int:document_id>/state/", views.show_state, name="document-state"),
    path("documents/<int:document_id>/remove/", views.remove, name="document-remove"),
    path("documents/<int:document_id>/file/", views.send_file, name="document-file"),
]
