# SPDX-License-Identifier: Apache-2.0
"""Findings that wait, and what was decided on them: the public face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from tiendo.kernel.problem import Severity
from tiendo.server.audit.data import name_verbs


class FindingKind(StrEnum):
    """What the reader found."""

    MEASUREMENT = "measurement"
    CLAIM = "claim"
    DIRECTIVE = "directive"
    CITATION = "citation"
    PERSON = "person"


class FindingState(StrEnum):
    """What a person decided."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"  # accepted with changes
    REJECTED = "rejected"

    @property
    def is_decided(self) -> bool:
        """A person has said something."""
        return self is not FindingState.PROPOSED


class Becomes(StrEnum):
    """What an accepted finding is from then on."""

    OBSERVATION = "observation"  # a figure of an indicator
    PLAN = "plan"  # the plan of a target
    CHECKED = "checked"  # right as printed, recomputed wherever it is needed, never stored as a figure
    KEPT = "kept"  # an order, an act, a person: for the apps that deal with these


class Choice(StrEnum):
    """What a person can do with a finding."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"


class Settlement(StrEnum):
    """How a problem was settled."""

    ASKED = "asked"  # the unit was asked
    IGNORED = "ignored"  # with a reason


@dataclass(frozen=True, slots=True)
class Edited:
    """What a person set for a figure; everything is as typed, in Vietnamese form.

    Attributes:
        becomes: CHECKED to confirm the print without storing a figure.
        indicator: its code in the catalogue; empty only when nothing is stored.
        period: as in ``Measurement.period`` ("2024-Q1"), or in words ("quý 1/2024").
        value: "1.390,9"; for a ratio of counted things "13/20".
        status: "actual", "estimate" or "final".
    """

    becomes: Becomes
    indicator: str = ""
    unit_id: int | None = None
    period: str = ""
    value: str = ""
    measure: str = ""
    status: str = "actual"


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """A document in the inbox.

    Attributes:
        waiting, decided: findings without and with a decision.
        problems: open ones.
    """

    document_id: int
    waiting: int
    decided: int
    problems: int

    @property
    def total(self) -> int:
        """All findings."""
        return self.waiting + self.decided

    @property
    def share(self) -> str:
        """Per cent that is decided, for the length of a bar."""
        return f"{100 * self.decided / self.total:.1f}" if self.total else "100"


@dataclass(frozen=True, slots=True)
class Decided:
    """What an act on the desk changed.

    Attributes:
        batch: what was decided together, and is taken back together.
        finding_ids: in the order of the page.
        left: of those an act on many could have taken, how many it left for a person to look at.
    """

    batch: str
    finding_ids: tuple[int, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """A problem that nobody has settled.

    Attributes:
        sentence: what does not fit, with the arithmetic.
        document: its number, else what it calls itself, else the name of its file.
        title: what it calls itself beside its number; empty where that is its name already.
        url: the problem on the desk, or its place in the document.
    """

    id: int
    severity: Severity
    sentence: str
    document_id: int
    document: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class OpenProblems:
    """The gravest ones, and how many there are of each severity."""

    rows: tuple[OpenProblem, ...]
    counts: Mapping[Severity, int]

    @property
    def total(self) -> int:
        """All of them, shown or not."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document with findings that wait for a decision.

    Attributes:
        document, title: as in ``OpenProblem``.
        url: the desk for who may review (``is_reviewer``), else the document.
    """

    document_id: int
    document: str
    title: str
    waiting: int
    url: str
    is_reviewer: bool


name_verbs(
    {
        "intake.accept": _("accepted a finding"),
        "intake.edit": _("corrected and accepted a finding"),
        "intake.reject": _("rejected a finding"),
        "intake.undo": _("took a decision back"),
        "intake.settle": _("settled a problem"),
        "intake.reopen": _("opened a problem again"),
        "intake.finish": _("finished a review"),
        "intake.read_again": _("had a document read again"),
    }
)
