# SPDX-License-Identifier: Apache-2.0
"""Setting up a form: a change is a new version; sheets that are open stay with the version they have."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import keep_permitted, require
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.collect.data import FormDefinition, FormDraft
from tiendo.server.collect.models import Form, FormLine, FormUnit, FormVersion
from tiendo.server.collect.reading import find_faults
from tiendo.server.figures.queries import list_indicators
from tiendo.server.support.refusals import NotForYou, Refusal

_REASON = 500


def save_form(draft: FormDraft, *, scope: Scope) -> tuple[int, bool]:
    """Makes a form, or a new version of it where something differs.

    Returns:
        Its number, and whether anything was changed.

    Raises:
        Refusal: a fault of the definition, or no unit that fills it in.
        NotForYou: the person may not set targets for one of the units.
    """
    require(scope, Right.SET_TARGET, draft.unit_id)
    if not draft.unit_ids:
        raise Refusal(_("Choose at least one unit that fills the form in."), field="units")
    if keep_permitted(draft.unit_ids, scope, Right.SET_TARGET) != set(draft.unit_ids):
        raise NotForYou
    indicators = {row.code: row for row in list_indicators()}
    for path, sentence in find_faults(draft.definition, indicators):
        raise Refusal(sentence, field=str(path[0]))
    with transaction.atomic():
        form, _made = Form.objects.get_or_create(
            unit_id=draft.unit_id, code=draft.code, defaults={"created_at": timezone.now()}
        )
        former = FormVersion.objects.select_for_update().filter(form=form, is_current=True).first()
        if former is not None and not _differs(former, draft):
            return form.pk, False
        version = _add_version(form, former, draft, scope)
        _add_lines(version, draft.definition, {code: row.id for code, row in indicators.items()})
        FormUnit.objects.bulk_create(FormUnit(version=version, unit_id=unit) for unit in dict.fromkeys(draft.unit_ids))
        detail = {"code": draft.code, "version": version.number, "units": len(set(draft.unit_ids))}
        record(Act("collect.form", f"form:{form.pk}", draft.unit_id, detail), actor=scope.actor)
    return form.pk, True


def close_form(form_id: int, *, is_closed: bool, scope: Scope) -> None:
    """No further period of the form is opened, or again; sheets that are there stay.

    Raises:
        NotForYou: there is no such form for this person.
    """
    with transaction.atomic():
        form = Form.objects.select_for_update().filter(pk=form_id).first()
        if form is None:
            raise NotForYou
        require(scope, Right.SET_TARGET, form.unit_id)
        if form.is_closed == is_closed:
            return
        form.is_closed = is_closed
        form.save(update_fields=["is_closed"])
        detail = {"code": form.code, "closed": is_closed}
        record(Act("collect.close_form", f"form:{form.pk}", form.unit_id, detail), actor=scope.actor)


def _differs(former: FormVersion, draft: FormDraft) -> bool:
    units = set(former.units.values_list("unit_id", flat=True))
    return FormDefinition.model_validate(former.definition) != draft.definition or units != set(draft.unit_ids)


def _add_version(form: Form, former: FormVersion | None, draft: FormDraft, scope: Scope) -> FormVersion:
    if former is not None:
        former.is_current = False
        former.save(update_fields=["is_current"])
    return FormVersion.objects.create(
        form=form,
        number=1 if former is None else former.number + 1,
        title=draft.definition.title,
        title_en=draft.definition.title_en,
        definition=draft.definition.model_dump(mode="json"),
        reason=draft.reason.strip()[:_REASON],
        recorded_at=timezone.now(),
        recorded_by_id=scope.actor.user_id,
    )


def _add_lines(version: FormVersion, definition: FormDefinition, indicators: dict[str, int]) -> None:
    FormLine.objects.bulk_create(
        FormLine(
            version=version,
            position=position,
            code=line.key,
            indicator_id=indicators[line.indicator],
            reach=line.reach,
            status=line.status,
            group=line.group,
            is_required=line.is_required,
            hint=line.hint,
        )
        for position, line in enumerate(definition.lines)
    )
