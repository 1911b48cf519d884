# SPDX-License-Identifier: Apache-2.0
"""What a file of a pack of indicators may hold. Not here: checks over several lines (``packs``, ``structure``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import Field

from tiendo.server.figures.data import Direction, Nature, OverTime, RollUp
from tiendo.server.support.packs import Strict

CODE = r"^[a-z][a-z0-9_]*$"
_MOST_DECIMALS = 6


class GroupLine(Strict):
    """A heading of a list: "I. Chỉ tiêu kinh tế"."""

    code: str = Field(pattern=CODE, max_length=40)
    number: str = Field(min_length=1, max_length=10)
    name: str = Field(min_length=1, max_length=200)
    name_en: str = Field(min_length=1, max_length=200)


class VersionLine(Strict):
    """A standard from one day to another.

    Attributes:
        first_on: written ``from``; only the first version may leave it out.
        last_on: written ``until``, the day included; only the last version may leave it out.
        rule: what it says, in Vietnamese; source: the act.
    """

    name: str = Field(min_length=1, max_length=200)
    name_en: str = Field(min_length=1, max_length=200)
    first_on: date | None = Field(default=None, alias="from")
    last_on: date | None = Field(default=None, alias="until")
    rule: str = Field(min_length=1)
    rule_en: str = Field(min_length=1)
    source: str = Field(min_length=1, max_length=300)


class StandardLine(Strict):
    """A standard by which something is counted, with its versions in the order of time."""

    code: str = Field(pattern=CODE, max_length=40)
    versions: tuple[VersionLine, ...] = Field(min_length=1)


class IndicatorLine(Strict):
    """One indicator of a pack.

    Attributes:
        name, definition: Vietnamese; the others in English.
        measure: the unit of every figure of it: "tỷ đồng", "%", "hộ"; "có/không" when it is met or not.
        aliases: other words by which reports name it.
        formula: by which it is computed from others: "disbursed / assigned" (``tiendo.formula``).
        over_time: how months make a year; needed of a ratio that is no quotient of two indicators.
        group: code of its heading in the pack.
        part_of: code of the indicator of which it is a component ("Trong đó").
        parts_add_up: its components come to it, and a page says so when they do not.
        standard: code of the standard by which it is counted.
    """

    code: str = Field(pattern=CODE, max_length=80)
    name: str = Field(min_length=1, max_length=300)
    name_en: str = Field(min_length=1, max_length=300)
    sector: str = Field(pattern=CODE, max_length=40)
    measure: str = Field(max_length=60)
    nature: Nature
    direction: Direction
    roll_up: RollUp
    decimals: int = Field(default=1, ge=0, le=_MOST_DECIMALS)
    formula: str = ""
    over_time: OverTime | None = None
    group: str = ""
    part_of: str = ""
    parts_add_up: bool = False
    standard: str = ""
    aliases: tuple[str, ...] = ()
    definition: str = ""
    definition_en: str = ""


class IndicatorFile(Strict):
    """A file of a pack: a list of indicators, with headings and standards for the whole pack."""

    groups: tuple[GroupLine, ...] = ()
    standards: tuple[StandardLine, ...] = ()
    indicators: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is needed of an indicator that another pack has brought; formulas and components may name it."""

    measure: str
    nature: Nature
    formula: str = ""
    has_standard: bool = False
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class ReadIndicator:
    """An indicator of a pack with what its line names: heading, standard, and how months make a year."""

    line: IndicatorLine
    over_time: OverTime
    group: dict[str, str] | None
    standards: tuple[dict[str, str], ...]
