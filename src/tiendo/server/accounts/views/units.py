# SPDX-License-Identifier: Apache-2.0
"""Units as they are typed into a form: a name or a code, among those that a person administers."""

from __future__ import annotations

import re

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import administers, find_units, may
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.units.data import AmbiguousUnitError, UnitRow
from tiendo.server.units.queries import find_by_code, find_by_name

_CODE = re.compile(r"\((\w+)\)\s*$")  # "Phường Chợ Quán (27343)", as the list under the field writes it


@login_required
@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """Units of what is administered, by what is being typed; for the list under the field."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    if not administers(scope):
        raise NotForYou
    units = find_units(request.GET.get("q", ""), scope, Act.ADMINISTER)
    return render(request, "support/unit_options.html", {"units": units})


def resolve_unit(text: str, scope: Scope) -> int | None:
    """The number of the unit that a person has typed; None for the whole installation.

    Raises:
        Refusal: there is no such unit, there are several, or it is not the person's to administer (told alike: what
            lies outside does not exist here).
    """
    if not text.strip():
        if None not in scope.roots(Act.ADMINISTER):
            raise Refusal(_("Write the unit: you do not administer the whole installation."), field="unit")
        return None
    try:
        found = _find(text.strip(), scope)
    except AmbiguousUnitError as error:
        inside = [row for row in error.found if may(scope, Act.ADMINISTER, row.id)]
        if len(inside) != 1:
            names = ", ".join(f"{row.name} ({row.code})" for row in inside)
            sentence = _("Several units have this name: %(units)s. Write the code instead.") % {"units": names}
            raise Refusal(sentence, field="unit") from error
        found = inside[0]
    if found is None or not may(scope, Act.ADMINISTER, found.id):
        raise Refusal(_("There is no such unit here: write its name in full, or its code."), field="unit")
    return found.id


def _find(text: str, scope: Scope) -> UnitRow | None:
    today = timezone.localdate()
    coded = _CODE.search(text)
    found = find_by_code(text if coded is None else coded[1], today)
    if found is not None:
        return found
    roots = scope.roots(Act.ADMINISTER)
    if None in roots or len(roots) != 1:
        return find_by_name(text, today)
    return find_by_name(text, today, within=next(iter(roots)))
