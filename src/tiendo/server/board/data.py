# SPDX-License-Identifier: Apache-2.0
"""What the pages of this app are told, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.kernel.period import Period
from tiendo.server.intake.data import OpenDocument, OpenProblem
from tiendo.server.support.data import Words
from tiendo.server.targets.data import BoardRow


@dataclass(frozen=True, slots=True)
class Locality:
    """A unit of which the person may see a board.

    Attributes:
        name: as it was last called.
        ended_on: the last day on which the unit was in force; None while it still is.
    """

    unit_id: int
    name: str
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Nearby:
    """The localities that a person goes to.

    Attributes:
        current: the one that the page is of, or the last one looked at; None when there is none.
        has_more: there may be others, to be found by name.
    """

    rows: tuple[Locality, ...]
    current: int | None
    has_more: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """How a board is narrowed and ordered; everything stands in the address.

    Attributes:
        order: "group" keeps the groups of the resolution, "whole" is one table.
        find: words of a target or of who leads it, with or without marks.
        lead, source: exactly one of those in the table.
        status: a code.
        only: "missing" for rows without a figure of the period, "old" for decisions older than their figure.
    """

    order: str = "group"
    find: str = ""
    lead: str = ""
    source: str = ""
    status: str = ""
    only: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether rows may be left out."""
        return bool(self.find or self.lead or self.source or self.status or self.only)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together, worst first, components behind the target they belong to.

    Attributes:
        name: as in the resolution; empty when the table is one.
    """

    name: str
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that is open before a period can be closed.

    Attributes:
        sign: an icon.
        title, sentence: what it is, and what exactly.
        url, act: where it is dealt with.
        tone: how grave a problem of a document is ("error", "suspicious", "notice"); empty for all else.
    """

    sign: str
    title: Words
    sentence: Words
    url: str
    act: Words
    tone: str = ""


@dataclass(frozen=True, slots=True)
class OpenMatters:
    """All that is open of a board, one by one.

    Attributes:
        problems: the gravest ones; ``problem_count`` are there in all.
        documents: with findings that wait.
        unclassified, missing, old: targets nobody has classified, without a figure, with a decision older than it.
    """

    problems: tuple[OpenProblem, ...]
    problem_count: int
    documents: tuple[OpenDocument, ...]
    unclassified: tuple[BoardRow, ...]
    missing: tuple[BoardRow, ...]
    old: tuple[BoardRow, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing is open."""
        return not (self.problems or self.documents or self.unclassified or self.missing or self.old)


@dataclass(frozen=True, slots=True)
class Board:
    """The targets of a locality for a year, as of a period.

    Attributes:
        period: that was asked for, else the newest one with a verdict; None when there is none at all.
        periods: with verdicts, newest first.
        years: of which the locality has targets, newest first.
        rows: in the order of the resolution.
    """

    locality: Locality
    year: int
    period: Period | None
    periods: tuple[Period, ...]
    years: tuple[int, ...]
    rows: tuple[BoardRow, ...]
