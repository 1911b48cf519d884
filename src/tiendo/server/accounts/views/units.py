# SPDX-License-Identifier: Apache-2.0
"""Units as they are typed into a form: a name or a code, among those that a person administers."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may
from tiendo.server.support.refusals import Refusal
from tiendo.server.units.data import AmbiguousUnitError, UnitRow
from tiendo.server.units.queries import find_by_code, find_by_name, find_unit, list_children

_MOST_CHOICES = 300


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
    found = find_by_code(text, today)
    if found is not None:
        return found
    roots = scope.roots(Act.ADMINISTER)
    if None in roots or len(roots) != 1:
        return find_by_name(text, today)
    return find_by_name(text, today, within=next(iter(roots)))


def name_choices(scope: Scope) -> list[tuple[str, str]]:
    """Code and name of what lies nearest under one's roots: proposals beside the field, not all there is."""
    today, choices = timezone.localdate(), []
    for root in scope.roots(Act.ADMINISTER):
        if root is None:
            continue
        own = find_unit(root, today)
        choices += [row for row in (own, *list_children(root, today)) if row is not None]
    return [(row.code, row.name) for row in choices[:_MOST_CHOICES]]
