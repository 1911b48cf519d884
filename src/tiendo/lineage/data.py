# SPDX-License-Identifier: Apache-2.0
"""Units through time and the legal changes between them: what a crosswalk is derived from.

What is here: plain frozen data. Not here: which unit bore a code when (``atlas``), what became of whom (``crosswalk``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from tiendo.kernel.records import record


class LineageError(ValueError):
    """A question that the record cannot answer; ``message`` and ``message_en`` are sentences for the person."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en


class AmbiguousCodeError(LineageError):
    """Several units bore the code on the day; ``found`` are they."""

    def __init__(self, code: str, found: Sequence[UnitVersion]) -> None:
        names = ", ".join(version.name for version in found)
        super().__init__(
            f"Ngày đó có nhiều đơn vị mang mã {code}: {names}; hãy nêu rõ cấp.",
            f"Several units bore the code {code} that day: {names}; name the level.",
        )
        self.found = tuple(found)


class Level(StrEnum):
    """Where a unit stands, highest first."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"  # until 30 June 2025
    COMMUNE = "commune"
    RESIDENTIAL = "residential"  # khu phố, ấp: not an administrative level


class Kind(StrEnum):
    """What an act does. Source: DOMAIN 8.2."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"  # also a change of type: xã → phường
    TRANSFER = "transfer"  # under another parent, or from one level to another
    ABOLISH = "abolish"  # no successor of its own level


class Extent(StrEnum):
    """How much of the unit goes to the successor."""

    WHOLE = "whole"
    PART = "part"
    REST = "rest"  # what remains of a divided unit
    MAIN = "main"  # the principal successor; whether it is the only one is not known


class Basis(StrEnum):
    """By what a divided unit is apportioned."""

    POPULATION = "population"
    AREA = "area"
    HOUSEHOLDS = "households"
    PRINCIPAL = "principal"  # all to the principal successor where the record knows no other


#: What can be counted; a share by one of these is a number.
COUNTED = (Basis.POPULATION, Basis.AREA, Basis.HOUSEHOLDS)


class Quality(StrEnum):
    """How firm a restated value is."""

    EXACT = "exact"  # whole units were added, nothing was divided
    ESTIMATED = "estimated"  # something was divided by a stated share
    REFUSED = "refused"  # it cannot be said; the amount is kept


@record
class Shares:
    """A number for each basis; None: not known."""

    population: Fraction | None = None
    area: Fraction | None = None
    households: Fraction | None = None

    def by(self, basis: Basis) -> Fraction | None:
        """The number of a basis."""
        match basis:
            case Basis.POPULATION:
                return self.population
            case Basis.AREA:
                return self.area
            case Basis.HOUSEHOLDS:
                return self.households
            case Basis.PRINCIPAL:
                return None


NOT_KNOWN = Shares()
WHOLE = Shares(Fraction(1), Fraction(1), Fraction(1))


@record
class UnitVersion:
    """A unit as it was from one day to another.

    Attributes:
        unit_id: the identity; the same for all versions of one unit, never the code.
        code: official code; means something only together with a day, because codes are used again.
        name: with its type: "Phường Chợ Quán".
        parent_code: code of the unit above, to be resolved on the day that is asked about; empty: none.
        valid_from: first day; None: since before the record begins.
        valid_to: first day on which it no longer holds; None: still in force.
        sizes: inhabitants, km², households, where they are known.
    """

    unit_id: str
    code: str
    name: str
    level: Level
    parent_code: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    name_en: str = ""
    sizes: Shares = NOT_KNOWN

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@record
class Change:
    """One legal link from a unit in force the day before to what it is, in whole or in part, on the day.

    Attributes:
        source, target: identities; the target is None where the unit is abolished and its level with it.
        shares: what part of the source goes to the target, by basis.
    """

    on: date
    kind: Kind
    extent: Extent
    source: str
    target: str | None
    act: str = ""
    clause: str = ""
    shares: Shares = NOT_KNOWN


@record
class Fault:
    """Something in a file that could not be placed, in one sentence per language."""

    file: str
    line: int
    message: str
    message_en: str
