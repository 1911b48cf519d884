# SPDX-License-Identifier: Apache-2.0
"""What is written down when somebody signs in or fails to. Addresses stand apart from the record and are forgotten."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tiendo.server.accounts.data import Outcome
from tiendo.server.accounts.models import SignIn, User
from tiendo.server.accounts.queries import find_home
from tiendo.server.audit.data import Act as Record
from tiendo.server.audit.data import Actor
from tiendo.server.audit.services import record

#: How long the address of a try to sign in is kept. SECURITY.md tells it to people.
KEPT = timedelta(days=90)

_VERBS = {
    Outcome.SUCCESS: "accounts.sign_in",
    Outcome.FAILURE: "accounts.sign_in_failed",
    Outcome.LOCKED: "accounts.locked",
}
_NOBODY = Actor(None, "")


def note_sign_in(user: User | None, outcome: Outcome, address: str) -> None:
    """Records a try to sign in: the person if the name is known, never what was typed.

    Args:
        user: None when there is no account of the name.
        address: of the request; kept for ``KEPT`` only, and not in the record.
    """
    actor = Actor(user.pk, user.full_name) if user is not None and outcome is Outcome.SUCCESS else _NOBODY
    subject, home = (f"user:{user.pk}", find_home(user.pk)) if user is not None else ("user:", None)
    with transaction.atomic():
        SignIn.objects.create(at=timezone.now(), user=user, outcome=outcome, address=address)
        record(Record(_VERBS[outcome], subject, home), actor=actor)


def note_sign_out(user: User) -> None:
    """Records that a person has signed out."""
    _note("accounts.sign_out", user)


def note_second_factor(user: User, verb: str) -> None:
    """Records what a person did with his own second factor.

    Args:
        verb: "added", "removed", "renewed".
    """
    _note(f"accounts.second_factor_{verb}", user)


def forget_addresses() -> int:
    """Deletes what is older than ``KEPT``; returns how many."""
    return SignIn.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]


def _note(verb: str, user: User) -> None:
    with transaction.atomic():
        record(Record(verb, f"user:{user.pk}", find_home(user.pk)), actor=Actor(user.pk, user.full_name))
