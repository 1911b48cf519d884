# SPDX-License-Identifier: Apache-2.0
"""The scope of a person, and the one permission filter that every query of the server passes through."""

from __future__ import annotations

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from tiendo.server.accounts.data import NOBODY, Act, Role, Scope
from tiendo.server.accounts.models import Grant, User
from tiendo.server.audit.data import Actor
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import is_below_any, list_below

M = TypeVar("M", bound=models.Model)


def get_scope(user: User | AnonymousUser) -> Scope:
    """What a person may today: one query."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return NOBODY
    today = timezone.localdate()
    grants = Grant.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=today), user=user, valid_from__lte=today)
    roles = tuple((Role(role), unit) for role, unit in grants.values_list("role", "unit_id"))
    return Scope(Actor(user.pk, user.full_name), roles)


def permitted(rows: models.QuerySet[M], scope: Scope, act: Act = Act.VIEW, unit: str = "unit") -> models.QuerySet[M]:
    """The rows whose unit this person may do the act with.

    **Every** list, search, sum, export and address goes through here.

    Args:
        unit: name of the path to the unit from a row ("unit", "document__unit").
    """
    roots = scope.roots(act)
    if None in roots:
        return rows
    if not roots:
        return rows.none()
    return rows.filter(**{f"{unit}__in": list_below([root for root in roots if root is not None])})


def may(scope: Scope, act: Act, unit_id: int | None) -> bool:
    """Whether this person may do the act with the things of the unit. At most one query."""
    roots = scope.roots(act)
    if None in roots or unit_id in roots:
        return True
    return unit_id is not None and bool(roots) and is_below_any(unit_id, [root for root in roots if root is not None])


def require(scope: Scope, act: Act, unit_id: int | None) -> None:
    """Raises ``NotForYou`` (404) unless the person may: what one may not see does not exist."""
    if not may(scope, act, unit_id):
        raise NotForYou
