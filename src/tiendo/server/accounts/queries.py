# SPDX-License-Identifier: Apache-2.0
"""The scope of a person, the one permission filter that every query of the server passes through, and people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from tiendo.kernel.vietnamese import search_key
from tiendo.server.accounts.data import NOBODY, Act, Role, Scope
from tiendo.server.accounts.models import Grant, SignIn, User
from tiendo.server.audit.data import Actor
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.data import UnitRow
from tiendo.server.units.queries import is_below_any, keep_below_today, list_below, search_units

#: What is seen reaches back to where a unit once stood; who is let in and what is handed in goes by the tree of today.
_OF_TODAY = frozenset({Act.ADMINISTER, Act.UPLOAD})
#: Who reads a unit reads what stood on its land before it; whatever changes something never follows. ADR 0010.
_REACHES_BACK = frozenset({Act.VIEW})

_LONGEST_NAME = 200
M = TypeVar("M", bound=models.Model)


def find_user(username: str) -> User | None:
    """The account of a name, as the system itself looks it up (commands); pages ask ``find_person``."""
    return User.objects.filter(username=username.lower()).first()


def get_scope(user: User | AnonymousUser) -> Scope:
    """What a person may today: one query."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return NOBODY
    grants = in_force(timezone.localdate()).filter(user=user)
    roles = tuple((Role(role), unit) for role, unit in grants.values_list("role", "unit_id"))
    return Scope(Actor(user.pk, user.full_name), roles)


def in_force(day: date) -> models.QuerySet[Grant]:
    """Grants that hold on a day."""
    return Grant.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


def permitted(rows: models.QuerySet[M], scope: Scope, act: Act = Act.VIEW, unit: str = "unit") -> models.QuerySet[M]:
    """The rows whose unit this person may do the act with.

    **Every** list, search, sum, export and address goes through here. A row without a unit belongs to the whole
    installation: only who may do the act everywhere gets it.

    Args:
        unit: name of the path to the unit from a row ("unit", "document__unit").
    """
    roots = scope.roots(act)
    if None in roots:
        return rows
    if not roots:
        return rows.none()
    below = list_below([root for root in roots if root is not None], with_former=act in _REACHES_BACK)
    return rows.filter(**{f"{unit}__in": below})


def may(scope: Scope, act: Act, unit_id: int | None) -> bool:
    """Whether this person may do the act with the things of the unit. One query; a few for the acts of today."""
    roots = scope.roots(act)
    if None in roots or unit_id in roots:
        return True
    tops = [root for root in roots if root is not None]
    if unit_id is None or not tops or not is_below_any(unit_id, tops, with_former=act in _REACHES_BACK):
        return False
    return act not in _OF_TODAY or bool(keep_below_today([unit_id], tops))


def keep_permitted(unit_ids: Iterable[int], scope: Scope, act: Act) -> set[int]:
    """Those of the units with which this person may do the act: what ``may`` says of each, in a few queries for all."""
    roots, asked = scope.roots(act), set(unit_ids)
    if None in roots:
        return asked
    tops = [root for root in roots if root is not None]
    if act in _OF_TODAY:
        return keep_below_today(asked, tops)
    return set(list_below(tops, with_former=act in _REACHES_BACK).filter(below_id__in=asked))


def find_units(text: str, scope: Scope, act: Act, *, limit: int = 12) -> list[UnitRow]:
    """Units by words of their name, with or without marks, or by code, with which this person may do the act."""
    roots = scope.roots(act)
    if not roots:
        return []
    tops = [root for root in roots if root is not None]
    found = search_units(text[:_LONGEST_NAME], limit=limit * 5, within=None if None in roots else tops)
    allowed = keep_permitted([row.id for row in found], scope, act)
    return [row for row in found if row.id in allowed][:limit]


def require(scope: Scope, act: Act, unit_id: int | None) -> None:
    """Raises ``NotForYou`` (404) unless the person may: what one may not see does not exist."""
    if not may(scope, act, unit_id):
        raise NotForYou


def administers(scope: Scope) -> bool:
    """Whether this person administers anything at all; no query."""
    return bool(scope.roots(Act.ADMINISTER))


def list_people(scope: Scope, *, text: str = "", everyone: bool = False) -> models.QuerySet[User]:
    """People whom an administrator sees: who has or had a grant inside what he administers. In Vietnamese order.

    Args:
        text: part of a name, with or without marks, or of a name of an account.
        everyone: with those whose account is closed.
    """
    people = User.objects.all()
    if None not in scope.roots(Act.ADMINISTER):
        inside = permitted(Grant.objects.all(), scope, Act.ADMINISTER)
        people = people.filter(pk__in=inside.values("user_id"))
    if not everyone:
        people = people.filter(is_active=True)
    if text.strip():
        people = people.filter(Q(search_key__contains=search_key(text)) | Q(username__contains=text.strip().lower()))
    return people.order_by("sort_key", "pk")


def find_person(user_id: int, scope: Scope) -> User | None:
    """A person by number, or None when there is none whom this administrator sees."""
    return list_people(scope, everyone=True).filter(pk=user_id).first()


def list_grants(user: User, scope: Scope) -> models.QuerySet[Grant]:
    """The grants of a person that this administrator sees; those that hold come first."""
    grants = permitted(Grant.objects.filter(user=user), scope, Act.ADMINISTER)
    return grants.order_by(models.F("valid_to").desc(nulls_first=True), "valid_from", "pk")


def may_handle(user: User, scope: Scope) -> bool:
    """Whether this administrator may close the account, set its password or its second factor.

    Only when **every** grant of the person, those to come included, lies inside what he administers: else a new
    password would give him the rights of that person elsewhere. Without any grant in force the former ones decide.
    """
    if None in scope.roots(Act.ADMINISTER):
        return True
    of_person = Grant.objects.filter(user=user)
    open_ones = of_person.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=timezone.localdate()))
    judged = open_ones if open_ones.exists() else of_person
    inside = permitted(judged, scope, Act.ADMINISTER)
    return inside.exists() and not judged.exclude(pk__in=inside.values("pk")).exists()


def find_home(user_id: int) -> int | None:
    """The unit under which acts about the person are recorded: that of the oldest grant in force, else of the last."""
    today = timezone.localdate()
    current = in_force(today).filter(user=user_id).order_by("pk").values_list("unit_id", flat=True)
    former = Grant.objects.filter(user=user_id).order_by("-pk").values_list("unit_id", flat=True)
    found = list(current[:1]) or list(former[:1])
    return found[0] if found else None


def find_unguarded(ending: models.QuerySet[Grant]) -> Grant | None:
    """The first of the grants of administrators after whose end nobody would administer its unit; else None."""
    today = timezone.localdate()
    left = in_force(today).filter(role=Role.ADMINISTRATOR, user__is_active=True).exclude(pk__in=ending.values("pk"))
    units = set(left.values_list("unit_id", flat=True))
    for grant in ending.filter(pk__in=in_force(today).values("pk"), role=Role.ADMINISTRATOR):
        if None in units:
            return None
        if grant.unit_id is None or not is_below_any(grant.unit_id, [unit for unit in units if unit is not None]):
            return grant
    return None


def has_administrator() -> bool:
    """Whether anybody administers anything today."""
    return in_force(timezone.localdate()).filter(role=Role.ADMINISTRATOR, user__is_active=True).exists()


def list_sign_ins(user: User, scope: Scope) -> models.QuerySet[SignIn]:
    """The latest tries of a person to sign in; nothing unless the account may be handled, or is one's own."""
    if user.pk != scope.actor.user_id and not may_handle(user, scope):
        return SignIn.objects.none()
    return SignIn.objects.filter(user=user).order_by("-pk")
