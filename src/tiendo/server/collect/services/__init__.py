# SPDX-License-Identifier: Apache-2.0
"""The acts on forms and sheets: the public face. Grid, files and the interface for machines all come through here."""

from tiendo.server.collect.services.entering import save_cells
from tiendo.server.collect.services.forming import close_form, save_form
from tiendo.server.collect.services.loading import load_forms
from tiendo.server.collect.services.opening import open_period
from tiendo.server.collect.services.reviewing import approve_sheet, correct_sheet, lock_sheet, return_sheet
from tiendo.server.collect.services.settling import settle_clash
from tiendo.server.collect.services.submitting import submit_sheet
from tiendo.server.collect.services.together import review_together

__all__ = [
    "approve_sheet",
    "close_form",
    "correct_sheet",
    "load_forms",
    "lock_sheet",
    "open_period",
    "return_sheet",
    "review_together",
    "save_cells",
    "save_form",
    "settle_clash",
    "submit_sheet",
]
