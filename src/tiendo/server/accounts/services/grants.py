# SPDX-License-Identifier: Apache-2.0
"""Giving and ending grants. Nobody gives himself rights, and no unit is left without its administrator by accident."""

from __future__ import annotations

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Act, NewGrant, Role, Scope
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.queries import find_person, find_unguarded, require
from tiendo.server.audit.data import Act as Record
from tiendo.server.audit.services import record
from tiendo.server.support.refusals import NotForYou, Refusal


def grant_role(user_id: int, grant: NewGrant, *, scope: Scope) -> int:
    """Gives a person a role over a unit and everything below it; returns the number of the grant.

    Raises:
        NotForYou: the unit or the person lies outside what the actor administers.
        Refusal: for oneself, backwards in time, or when the person has this role there already.
    """
    require(scope, Act.ADMINISTER, grant.unit_id)
    with transaction.atomic():
        user = find_person(user_id, scope)
        if user is None:
            raise NotForYou
        return add_grant(user, grant, scope=scope)


def add_grant(user: User, grant: NewGrant, *, scope: Scope) -> int:
    """Writes a grant; the caller has asked whether the actor may see the person. Inside a transaction."""
    require(scope, Act.ADMINISTER, grant.unit_id)
    if user.pk == scope.actor.user_id:
        raise Refusal(_("Nobody gives himself rights: ask another administrator."))
    begin = grant.valid_from or timezone.localdate()
    if grant.valid_to is not None and grant.valid_to <= begin:
        raise Refusal(_("The last day lies before the first: choose a later one."), field="valid_to")
    same = Grant.objects.filter(user=user, role=grant.role, unit=grant.unit_id)
    if same.exclude(valid_to__lte=begin).exists():
        raise Refusal(_("The person has this role there already: end it first, then give it anew."), field="role")
    row = Grant.objects.create(
        user=user, role=grant.role, unit_id=grant.unit_id, valid_from=begin, valid_to=grant.valid_to
    )
    detail = {"role": str(grant.role), "from": begin.isoformat(), "to": grant.valid_to and grant.valid_to.isoformat()}
    record(Record("accounts.grant", f"user:{user.pk}", grant.unit_id, detail), actor=scope.actor)
    return row.pk


def revoke_grant(grant_id: int, *, scope: Scope) -> None:
    """Ends a grant today. One that has not begun before today goes altogether; the record keeps it.

    Raises:
        NotForYou: the unit lies outside what the actor administers, or there is no such grant.
        Refusal: nobody would be left to administer the unit.
    """
    today = timezone.localdate()
    with transaction.atomic():
        list(Grant.objects.select_for_update().filter(role=Role.ADMINISTRATOR))  # two who end each other's
        grant = Grant.objects.filter(pk=grant_id).first()
        if grant is None:
            raise NotForYou
        require(scope, Act.ADMINISTER, grant.unit_id)
        if grant.valid_to is not None and grant.valid_to <= today:
            return
        refuse_if_unguarded(Grant.objects.filter(pk=grant.pk))
        if grant.valid_from < today:
            grant.valid_to = today
            grant.save(update_fields=["valid_to"])
        else:
            grant.delete()
        record(
            Record("accounts.revoke", f"user:{grant.user_id}", grant.unit_id, {"role": grant.role}), actor=scope.actor
        )


def refuse_if_unguarded(ending: models.QuerySet[Grant]) -> None:
    """Refuses what would leave a unit without an administrator."""
    if find_unguarded(ending) is not None:
        raise Refusal(
            _("This is the last administrator here: name another administrator first, then do it again."), status=409
        )
