# SPDX-License-Identifier: Apache-2.0
"""Opening a period of a form: a sheet for every unit that fills it in."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_sdmx
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.collect.data import FormDefinition
from tiendo.server.collect.models import Cell, Form, FormVersion, Sheet
from tiendo.server.collect.rules.deadlines import compute_due
from tiendo.server.collect.rules.periods import fits
from tiendo.server.support.refusals import NotForYou, Refusal


def open_period(form_id: int, period: Period, *, scope: Scope, due_on: date | None = None) -> list[int]:
    """Makes a sheet for every unit of the form that has none for the period yet; a second time makes nothing.

    Args:
        due_on: another day than the form says, for a period that is opened late.

    Returns:
        The new sheets.

    Raises:
        Refusal: the form is closed, or is not filled in for such a period.
        NotForYou: there is no such form for this person.
    """
    with transaction.atomic():
        forms = permitted(Form.objects.all(), scope, Right.SET_TARGET)
        form = forms.select_for_update(of=("self",)).filter(pk=form_id).first()
        if form is None:
            raise NotForYou
        version = FormVersion.objects.get(form=form, is_current=True)
        definition = FormDefinition.model_validate(version.definition)
        _check(form, definition, period, due_on)
        day, is_certain = (due_on, True) if due_on is not None else compute_due(period.last_on, definition.due)
        sheets = _make_sheets(version, period, day, is_certain=is_certain)
        if sheets:
            detail = {"period": format_sdmx(period), "due": day.isoformat(), "sheets": len(sheets)}
            record(Act("collect.open", f"form:{form.pk}", form.unit_id, detail), actor=scope.actor)
    return [sheet.pk for sheet in sheets]


def _check(form: Form, definition: FormDefinition, period: Period, due_on: date | None) -> None:
    if form.is_closed:
        raise Refusal(_("The form is closed: open it again first."), status=409)
    if not fits(period, definition.cadence, definition.regime):
        raise Refusal(_("The form is not filled in for such a period: choose one of its periods."), field="period")
    if due_on is not None and due_on <= period.last_on:
        raise Refusal(_("A sheet is due after its period is over: choose a later day."), field="due_on")


def _make_sheets(version: FormVersion, period: Period, due_on: date, *, is_certain: bool) -> list[Sheet]:
    code, regime = format_sdmx(period), period.regime.code
    known = set(
        Sheet.objects.filter(form=version.form_id, period=code, regime=regime).values_list("unit_id", flat=True)
    )
    now = timezone.now()
    sheets = Sheet.objects.bulk_create(
        Sheet(
            form_id=version.form_id,
            version=version,
            unit_id=unit,
            period=code,
            regime=regime,
            first_on=period.first_on,
            last_on=period.last_on,
            due_on=due_on,
            is_due_certain=is_certain,
            opened_at=now,
        )
        for unit in version.units.order_by("pk").values_list("unit_id", flat=True)
        if unit not in known
    )
    lines = list(version.lines.order_by("position").values_list("pk", flat=True))
    Cell.objects.bulk_create((Cell(sheet=sheet, line_id=line) for sheet in sheets for line in lines), batch_size=2000)
    return sheets
