# SPDX-License-Identifier: Apache-2.0
"""The demonstration's open form: the month after the last report, with two cells typed and the rest waiting."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Scope
from tiendo.server.collect.data import CellEdit, FormDraft
from tiendo.server.collect.queries import get_template, list_forms
from tiendo.server.collect.services import open_period, save_cells, save_form

_TEMPLATE, _CODE = "kinh_te_xa_hoi_thang", "kinh-te-xa-hoi-thang"
_DAYS = 5  # so that whoever starts the demonstration finds it due, not overdue
#: What the specialist has typed so far: invented, and one of the two to be looked at again.
_TYPED = {"new_enterprises": "1.702", "health_insurance": "9,45"}


def open_form(unit_id: int, reported: Period, *, office: Scope, specialist: Scope) -> None:
    """Opens the month that follows what was reported; a second time does nothing.

    Args:
        reported: of the last report that was accepted.
    """
    if any(form.unit_id == unit_id for form in list_forms(office)):
        return
    months = reported.months
    if months is None:
        return
    form_id, _made = save_form(FormDraft(_CODE, unit_id, (unit_id,), get_template(_TEMPLATE)), scope=office)
    period = Period.of_months(months[1] + 1, months[1] + 1, reported.regime)
    due_on = timezone.localdate() + timedelta(days=_DAYS)
    (sheet,) = open_period(form_id, period, scope=office, due_on=due_on)
    save_cells(sheet, [CellEdit(line, 0, text) for line, text in _TYPED.items()], scope=specialist)
