# SPDX-License-Identifier: Apache-2.0
"""Pages of this app: what is due, one sheet, forms."""

from tiendo.server.collect.views.acts import approve, correct, lock, send_back, settle, submit
from tiendo.server.collect.views.forming import edit_form, new_form
from tiendo.server.collect.views.forms import close, open_sheets, review_all, show_form, show_forms
from tiendo.server.collect.views.reports import show_reports
from tiendo.server.collect.views.saving import save
from tiendo.server.collect.views.sheets import show_entries, show_sheet

__all__ = [
    "approve",
    "close",
    "correct",
    "edit_form",
    "lock",
    "new_form",
    "open_sheets",
    "review_all",
    "save",
    "send_back",
    "settle",
    "show_entries",
    "show_form",
    "show_forms",
    "show_reports",
    "show_sheet",
    "submit",
]
