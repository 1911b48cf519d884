# SPDX-License-Identifier: Apache-2.0
"""Tokens of other systems: made, revoked, and recognised in a request. The secret is shown once and stored hashed."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from allauth.mfa.utils import is_mfa_enabled
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import TOKEN_ACTS, Act, Bearer, NewToken, Role, Scope, Secret, TokenScope
from tiendo.server.accounts.models import Token, User
from tiendo.server.accounts.queries import find_home, get_scope, keep_permitted, may, may_handle, require
from tiendo.server.audit.data import Act as Record
from tiendo.server.audit.data import Actor
from tiendo.server.audit.services import record
from tiendo.server.support.refusals import NotForYou, Refusal

#: How long a token can last at most, and how many of one person can be in use.
LONGEST = timedelta(days=366)
MOST = 20

_MARK = "tdo_"  # by which people, and programs that look for lost secrets, know one
_LONGEST_NAME = 60
_HINT = 4
_MINUTE = timedelta(minutes=1)
_OWNER_SHOWN = 130  # signs of the name of the owner in the record of acts


def create_token(new: NewToken, *, user: User, scope: Scope) -> Secret:
    """Makes a token for oneself.

    Args:
        scope: of the person, at a page; a token makes no tokens.

    Raises:
        NotForYou: the unit is not one that the person sees.
        Refusal: no name, nothing that it may do, an act that the person may not do there, or too long a life.
    """
    if new.unit_id is not None:
        require(scope, Act.VIEW, new.unit_id)
    now = timezone.now()
    expires_at = datetime.combine(new.expires_on, time.max, tzinfo=timezone.get_current_timezone())
    _refuse_bad(new, scope)
    if not now < expires_at <= now + LONGEST + timedelta(days=1):
        raise Refusal(_("A token lasts a year at most: choose a day within that time."), field="expires_on")
    text = _MARK + secrets.token_urlsafe(32)
    with transaction.atomic():
        in_use = list(Token.objects.select_for_update().filter(user=user, revoked_at=None, expires_at__gt=now))
        if len(in_use) >= MOST:
            raise Refusal(_("You have many tokens already: revoke those that nothing uses any more."))
        row = Token.objects.create(
            user=user,
            name=new.name.strip(),
            digest=_digest(text),
            hint=text[-_HINT:],
            acts=sorted(new.acts),
            unit_id=new.unit_id,
            created_at=now,
            expires_at=expires_at,
        )
        detail = {"name": row.name, "acts": row.acts, "until": new.expires_on.isoformat()}
        record(Record("accounts.token", f"token:{row.pk}", _place(row), detail), actor=scope.actor)
    return Secret(row.pk, text)


def _refuse_bad(new: NewToken, scope: Scope) -> None:
    if not 0 < len(new.name.strip()) <= _LONGEST_NAME:
        raise Refusal(_("Say what the token is for, in 60 letters at most."), field="name")
    if not new.acts or not new.acts <= set(TOKEN_ACTS):
        raise Refusal(_("Choose at least one thing that the token may do."), field="acts")
    if not all(_roots_of(scope, act, new.unit_id) for act in new.acts):
        raise Refusal(_("A token may nothing that you may not do yourself: choose less."), field="acts")


def revoke_token(token_id: int, *, scope: Scope) -> int:
    """Ends a token at once: one's own, or that of a person whose account one handles; gives the number of its owner.

    Raises:
        NotForYou: there is no such token for this person.
    """
    with transaction.atomic():
        row = Token.objects.select_for_update(of=("self",)).select_related("user").filter(pk=token_id).first()
        if row is None or not (row.user_id == scope.actor.user_id or _administers(row.user, scope)):
            raise NotForYou
        if row.revoked_at is None:
            row.revoked_at = timezone.now()
            row.save(update_fields=["revoked_at"])
            act = Record("accounts.revoke_token", f"token:{row.pk}", _place(row), {"name": row.name})
            record(act, actor=scope.actor)
        return row.user_id


def _administers(user: User, scope: Scope) -> bool:
    return bool(scope.roots(Act.ADMINISTER)) and may_handle(user, scope)


def find_bearer(text: str) -> Bearer | None:
    """Who sends this token; None when it is unknown, revoked, too old, or its owner has no account any more.

    Notes the use, to the minute.

    Raises:
        Refusal: the owner has first to change a password or to set up a second factor.
    """
    now = timezone.now()
    row = Token.objects.select_related("user").filter(digest=_digest(text), revoked_at=None, expires_at__gt=now).first()
    if row is None or not row.user.is_active:
        return None
    refuse_first_steps(row.user)
    unused = Q(last_used_at=None) | Q(last_used_at__lt=now - _MINUTE)
    if row.last_used_at is None or row.last_used_at < now - _MINUTE:
        Token.objects.filter(unused, pk=row.pk).update(last_used_at=now)
    owner = get_scope(row.user)
    actor = Actor(row.user_id, f"{row.user.full_name[:_OWNER_SHOWN]} (API: {row.name})")
    reach = tuple((Act(act), _roots_of(owner, Act(act), row.unit_id)) for act in row.acts)
    scope = TokenScope(actor, reach=reach)
    return Bearer(row.pk, row.name, row.user.full_name, scope, row.unit_id, row.expires_at)


def refuse_first_steps(user: User) -> None:
    """What bars the person from every page bars whatever acts in the name of the person."""
    if user.one_time_until is not None:
        raise Refusal(_("A new password must be chosen first: sign in at a page and do so."), status=403)
    if user.must_use_second_factor and not is_mfa_enabled(user):
        raise Refusal(_("A second factor must be set up first: sign in at a page and do so."), status=403)


def _roots_of(owner: Scope, act: Act, within: int | None) -> frozenset[int | None]:
    """Where both hold: the unit of the token if the owner reaches it, else what the owner has below it."""
    roots = owner.roots(act)
    if within is None or not roots:
        return roots
    if may(owner, act, within):
        return frozenset({within})
    inside = Scope(owner.actor, ((Role.OFFICE, within),))  # an office may all that a token can
    return frozenset(keep_permitted(_numbers(roots), inside, act))


def _numbers(roots: Iterable[int | None]) -> list[int]:
    return [root for root in roots if root is not None]


def _place(row: Token) -> int | None:
    """The unit under which acts about it are recorded."""
    return row.unit_id if row.unit_id is not None else find_home(row.user_id)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
