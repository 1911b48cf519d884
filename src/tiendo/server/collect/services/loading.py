# SPDX-License-Identifier: Apache-2.0
"""Loading packs of forms: all of a pack or nothing, a second time nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.collect.data import FormDraft, FormReport
from tiendo.server.collect.models import LoadedPack, Template
from tiendo.server.collect.reading import FormFile, FormLines, read_pack
from tiendo.server.collect.services.forming import save_form
from tiendo.server.figures.queries import list_indicators
from tiendo.server.support.packs import Fault, Marked, PackError, open_pack
from tiendo.server.support.refusals import Refusal
from tiendo.server.units.data import AmbiguousUnitError
from tiendo.server.units.queries import find_by_code

Progress = Callable[[str, int, int], None]  # step, done, total


def load_forms(folder: Path, *, scope: Scope, progress: Progress = lambda *_: None) -> FormReport:
    """Loads a pack of forms: those with a unit become forms of it, the others templates.

    The same pack a second time does nothing, whatever people have changed since. A corrected pack makes new versions
    of the forms that differ.

    Raises:
        PackError: with file and line of each fault; nothing was loaded.
        NotForYou: the person may not set targets for one of the units.
    """
    pack = open_pack(folder)
    if pack.manifest.kind != "forms":
        raise PackError([Fault(str(folder / "pack.yaml"), 1, _("This pack does not hold forms."))])
    progress("read", 0, 0)
    files = read_pack(pack, {row.code: row for row in list_indicators()})
    total = sum(len(marked.value.forms) for marked in files)
    templates = sum(form.unit is None for marked in files for form in marked.value.forms)
    if LoadedPack.objects.filter(code=pack.manifest.code, sha256=pack.sha256).exists():
        return FormReport(total - templates, templates, 0, is_unchanged=True)
    faults: list[Fault] = []
    changed = 0
    with transaction.atomic():
        known = {"sha256": pack.sha256, "loaded_at": timezone.now()}
        loaded, _made = LoadedPack.objects.update_or_create(code=pack.manifest.code, defaults=known)
        Template.objects.filter(pack=loaded).delete()
        for marked in files:
            for place, form in enumerate(marked.value.forms):
                progress("forms", place, total)
                if form.unit is None:
                    _store_template(form, loaded, place, marked, faults)
                else:
                    changed += _store_form(form, place, marked, faults, scope)
        if faults:
            raise PackError(faults)
        detail = {"sha256": pack.sha256, "forms": total - templates, "templates": templates, "changed": changed}
        record(Act("collect.load", f"pack:{pack.manifest.code}", None, detail), actor=scope.actor)
    progress("forms", total, total)
    return FormReport(total - templates, templates, changed)


def _store_template(
    form: FormLines, loaded: LoadedPack, place: int, marked: Marked[FormFile], faults: list[Fault]
) -> None:
    if Template.objects.filter(pk=form.code).exists():
        sentence = _("A template “%(code)s” is there already: give this one another code.") % {"code": form.code}
        faults.append(marked.fault(sentence, "forms", place, "code"))
        return
    definition = form.define()
    Template.objects.create(
        code=form.code,
        pack=loaded,
        position=place,
        title=definition.title,
        title_en=definition.title_en,
        definition=definition.model_dump(mode="json"),
    )


def _store_form(form: FormLines, place: int, marked: Marked[FormFile], faults: list[Fault], scope: Scope) -> bool:
    found = []
    paths: list[tuple[str, tuple[int | str, ...]]] = [(form.unit or "", ("unit",))]
    paths += [(code, ("units", number)) for number, code in enumerate(form.units)]
    for code, path in paths:
        unit_id = _find_unit(code, marked)
        if unit_id is None:
            told = {"code": code, "day": f"{marked.value.units_on:%d/%m/%Y}"}
            sentence = _("No unit has the code %(code)s on %(day)s: load the units, or correct code or day.") % told
            faults.append(marked.fault(sentence, "forms", place, *path))
        else:
            found.append(unit_id)
    if len(found) < len(paths):
        return False
    try:
        draft = FormDraft(form.code, found[0], tuple(found[1:] or found), form.define())
        return save_form(draft, scope=scope)[1]
    except Refusal as refusal:
        faults.append(marked.fault(str(refusal.sentence), "forms", place))
        return False


def _find_unit(code: str, marked: Marked[FormFile]) -> int | None:
    if marked.value.units_on is None:
        return None
    try:
        unit = find_by_code(code, marked.value.units_on)
    except AmbiguousUnitError:
        return None
    return None if unit is None else unit.id
