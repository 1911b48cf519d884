# SPDX-License-Identifier: Apache-2.0
"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from tiendo.server.collect import views

urlpatterns = [
    path("collect/", views.show_reports, name="reports"),
    path("collect/<int:sheet_id>/", views.show_sheet, name="sheet"),
    path("collect/<int:sheet_id>/cells/", views.save, name="sheet-cells"),
    path("collect/<int:sheet_id>/cells/<slug:line>/", views.show_entries, name="sheet-entries"),
    path("collect/<int:sheet_id>/submit/", views.submit, name="sheet-submit"),
    path("collect/<int:sheet_id>/return/", views.send_back, name="sheet-return"),
    path("collect/<int:sheet_id>/approve/", views.approve, name="sheet-approve"),
    path("collect/<int:sheet_id>/lock/", views.lock, name="sheet-lock"),
    path("collect/<int:sheet_id>/correct/", views.correct, name="sheet-correct"),
    path("collect/<int:sheet_id>/settle/", views.settle, name="sheet-settle"),
    path("collect/forms/", views.show_forms, name="forms"),
    path("collect/forms/new/", views.new_form, name="form-new"),
    path("collect/forms/<int:form_id>/", views.show_form, name="form"),
    path("collect/forms/<int:form_id>/edit/", views.edit_form, name="form-edit"),
    path("collect/forms/<int:form_id>/open/", views.open_sheets, name="form-open"),
    path("collect/forms/<int:form_id>/together/", views.review_all, name="form-together"),
    path("collect/forms/<int:form_id>/close/", views.close, name="form-close"),
]
