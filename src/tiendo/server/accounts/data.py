# SPDX-License-Identifier: Apache-2.0
"""Roles, acts, and the scope of a person: the public face."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from tiendo.server.audit.data import Actor, name_verbs


class Act(StrEnum):
    """What a person can do with the things of a unit."""

    VIEW = "view"
    UPLOAD = "upload"
    REVIEW = "review"  # accept, edit, reject findings; enter and correct figures
    SET_TARGET = "set_target"  # targets and their plans
    DECIDE = "decide"  # the final status of a target
    ADMINISTER = "administer"  # people and grants, packs, the record of all acts


class Role(StrEnum):
    """What a grant makes of a person."""

    READER = "reader"
    SPECIALIST = "specialist"
    OFFICE = "office"
    ADMINISTRATOR = "administrator"


#: What each role may. House rule, ADR 0005.
ACTS: dict[Role, frozenset[Act]] = {
    Role.READER: frozenset({Act.VIEW}),
    Role.SPECIALIST: frozenset({Act.VIEW, Act.UPLOAD, Act.REVIEW}),
    Role.OFFICE: frozenset({Act.VIEW, Act.UPLOAD, Act.REVIEW, Act.SET_TARGET, Act.DECIDE}),
    Role.ADMINISTRATOR: frozenset(Act),
}


#: The roles in words, for those who give them.
ROLE_WORDS = {
    Role.READER: _("Reader"),
    Role.SPECIALIST: _("Specialist"),
    Role.OFFICE: _("Office"),
    Role.ADMINISTRATOR: _("Administrator"),
}

#: The acts in words, in the order in which a table of roles shows them.
ACT_WORDS = {
    Act.VIEW: _("see figures, targets and documents"),
    Act.UPLOAD: _("send documents in"),
    Act.REVIEW: _("accept, mend and reject what was read; enter and correct figures"),
    Act.SET_TARGET: _("set targets and their plans"),
    Act.DECIDE: _("decide the final status of a target"),
    Act.ADMINISTER: _("manage people and their rights, and read the record of all acts"),
}


class Outcome(StrEnum):
    """How a try to sign in ended."""

    SUCCESS = "success"
    FAILURE = "failure"
    LOCKED = "locked"


OUTCOME_WORDS = {
    Outcome.SUCCESS: _("signed in"),
    Outcome.FAILURE: _("wrong name, password or code"),
    Outcome.LOCKED: _("locked out after too many tries"),
}


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person before there is an account.

    Attributes:
        username: what is typed at sign-in; stored in small letters.
        full_name: as written, family name first.
    """

    username: str
    full_name: str
    email: str = ""
    must_use_second_factor: bool = False


@dataclass(frozen=True, slots=True)
class NewGrant:
    """A grant before it is given.

    Attributes:
        unit_id: over this unit and all below; None: the whole installation.
        valid_from: first day; None: today.
        valid_to: first day on which it no longer holds; None: without end.
    """

    role: Role
    unit_id: int | None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a person is told once and what is stored nowhere.

    Attributes:
        password: typed at the first sign-in, then changed.
    """

    user_id: int
    username: str
    password: str

    def __repr__(self) -> str:
        return f"Credentials({self.user_id})"  # a password has no place in a log


@dataclass(frozen=True, slots=True)
class Scope:
    """What one person may, asked once per request.

    Attributes:
        actor: who it is, for the record.
        roles: pairs of a role and the unit it holds over (with everything below); None is the whole installation.
    """

    actor: Actor
    roles: tuple[tuple[Role, int | None], ...] = ()

    def roots(self, act: Act) -> frozenset[int | None]:
        """The units over which this person may do the act; None stands for everywhere."""
        return frozenset(unit for role, unit in self.roles if act in ACTS[role])

    @staticmethod
    def system(name: str) -> Scope:
        """A command or a job of the installation itself: everything."""
        return Scope(Actor.system(name), ((Role.ADMINISTRATOR, None),))


NOBODY = Scope(Actor(None, ""))

#: What a token can be made for; what only a person at a page does is not among them.
TOKEN_ACTS = (Act.VIEW, Act.UPLOAD, Act.REVIEW)


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token before it is made.

    Attributes:
        name: what it is for, in the words of its owner: "Kho dữ liệu của tỉnh".
        acts: of ``TOKEN_ACTS``.
        unit_id: it reaches this unit and all below; None: as far as its owner does.
        expires_on: last day on which it can be used.
    """

    name: str
    acts: frozenset[Act]
    unit_id: int | None
    expires_on: date


@dataclass(frozen=True, slots=True)
class TokenScope(Scope):
    """What the bearer of a token may: what its owner may at this moment, and of that what the token was made for.

    Attributes:
        reach: each act of the token with the units over which both hold. ``roles`` is empty: only acts count.
    """

    reach: tuple[tuple[Act, frozenset[int | None]], ...] = ()

    def roots(self, act: Act) -> frozenset[int | None]:
        """The units over which the token may do the act."""
        return dict(self.reach).get(act, frozenset())


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who sent a token.

    Attributes:
        unit_id: as in ``NewToken``.
    """

    token_id: int
    name: str
    owner: str
    scope: TokenScope
    unit_id: int | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Secret:
    """What the owner of a token is shown once and what is stored nowhere."""

    token_id: int
    text: str

    def __repr__(self) -> str:
        return f"Secret({self.token_id})"  # it has no place in a log


name_verbs(
    {
        "accounts.sign_in": _("signed in"),
        "accounts.sign_in_failed": _("failed to sign in"),
        "accounts.locked": _("locked out after too many tries"),
        "accounts.sign_out": _("signed out"),
        "accounts.create": _("made an account"),
        "accounts.close": _("closed an account"),
        "accounts.open": _("opened an account again"),
        "accounts.grant": _("gave a role"),
        "accounts.revoke": _("ended a role"),
        "accounts.reset_password": _("gave a one-time password"),
        "accounts.change_password": _("changed the password"),
        "accounts.require_second_factor": _("asked for a second factor"),
        "accounts.waive_second_factor": _("no longer asked for a second factor"),
        "accounts.remove_second_factor": _("took a person’s second factor off"),
        "accounts.second_factor_added": _("set up a second factor"),
        "accounts.second_factor_removed": _("took the own second factor off"),
        "accounts.second_factor_renewed": _("made recovery codes anew"),
        "accounts.token": _("made a token"),
        "accounts.revoke_token": _("revoked a token"),
    }
)
