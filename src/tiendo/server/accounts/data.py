# SPDX-License-Identifier: Apache-2.0
"""Roles, acts, and the scope of a person: the public face."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.server.audit.data import Actor


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
