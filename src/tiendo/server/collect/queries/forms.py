# SPDX-License-Identifier: Apache-2.0
"""Forms of the units that a person may see, and the templates that come with packs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.collect.data import FormDefinition, FormRow, LineRow, Reach
from tiendo.server.collect.models import FormLine, FormUnit, FormVersion, Template
from tiendo.server.figures.data import FigureStatus
from tiendo.server.figures.queries import list_indicators
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import name_units


def list_forms(scope: Scope, act: Act = Act.VIEW) -> list[FormRow]:
    """Forms whose unit the person may do the act with, by unit and title: three queries."""
    versions = permitted(FormVersion.objects.filter(is_current=True), scope, act, unit="form__unit")
    return _to_rows(versions.select_related("form").order_by("form__is_closed", "form__unit", "title", "pk"))


def get_form(form_id: int, scope: Scope, act: Act = Act.VIEW) -> FormRow:
    """One form.

    Raises:
        NotForYou: there is none for this person.
    """
    versions = permitted(FormVersion.objects.filter(is_current=True), scope, act, unit="form__unit")
    rows = _to_rows(versions.filter(form_id=form_id).select_related("form"))
    if not rows:
        raise NotForYou
    return rows[0]


def _to_rows(versions: Iterable[FormVersion]) -> list[FormRow]:
    listed = list(versions)
    units: defaultdict[int, list[int]] = defaultdict(list)
    for version, unit in (
        FormUnit.objects.filter(version__in=listed).order_by("pk").values_list("version_id", "unit_id")
    ):
        units[version].append(unit)
    names = name_units(one.form.unit_id for one in listed)
    return [
        FormRow(
            id=one.form_id,
            code=one.form.code,
            unit_id=one.form.unit_id,
            unit_name=names.get(one.form.unit_id, ""),
            version=one.number,
            definition=FormDefinition.model_validate(one.definition),
            unit_ids=tuple(units[one.pk]),
            is_closed=one.form.is_closed,
        )
        for one in listed
    ]


def list_templates() -> list[tuple[str, FormDefinition]]:
    """Forms of packs that belong to no unit; public, as indicators are."""
    rows = Template.objects.order_by("pack", "position")
    return [(row.code, FormDefinition.model_validate(row.definition)) for row in rows]


def get_template(code: str) -> FormDefinition:
    """One of them.

    Raises:
        NotForYou: there is none.
    """
    row = Template.objects.filter(pk=code).first()
    if row is None:
        raise NotForYou
    return FormDefinition.model_validate(row.definition)


def list_lines(version_id: int) -> list[LineRow]:
    """The lines of a version with their indicators: two queries."""
    indicators = {row.id: row for row in list_indicators()}
    return [
        LineRow(
            id=line.pk,
            code=line.code,
            indicator=indicators[line.indicator_id],
            reach=Reach(line.reach),
            status=FigureStatus(line.status),
            group=line.group,
            is_required=line.is_required,
            hint=line.hint,
        )
        for line in FormLine.objects.filter(version_id=version_id).order_by("position")
    ]
