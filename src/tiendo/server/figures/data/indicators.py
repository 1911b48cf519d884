# SPDX-License-Identifier: Apache-2.0
"""The catalogue of indicators as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Nature(StrEnum):
    """How an indicator behaves over time."""

    FLOW = "flow"  # adds up over the periods of a year: revenue, new firms
    STOCK = "stock"  # the value at the end of the period: population, poor households
    RATIO = "ratio"  # of two counted things; never added, never averaged
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class RollUp(StrEnum):
    """How the values of units below make the value of the unit above."""

    SUM = "sum"
    RATIO = "ratio"  # sum of numerators over sum of denominators
    NONE = "none"


class OverTime(StrEnum):
    """How the values of months make that of a quarter or a year; a ratio by its two parts."""

    SUM = "sum"  # of a ratio both parts
    END = "end"  # the value at the end
    SUM_OVER_END = "sum_over_end"  # of a ratio: the sum of numerators over the denominator at the end
    NONE = "none"  # it is not told from shorter periods


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of a list of indicators: "I. Kinh tế"."""

    number: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Standard:
    """A version of the standard by which something is counted: what makes a household poor.

    Attributes:
        first_on: from when it is counted by; None: since before the record begins.
        last_on: until when, the day included; None: it is in force.
        rule_vi, rule_en: what it says.
        source: the act.
    """

    name_vi: str
    name_en: str
    first_on: date | None
    last_on: date | None
    rule_vi: str
    rule_en: str
    source: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator of the catalogue.

    Attributes:
        measure: the unit in which every figure of it is kept: "tỷ đồng".
        decimals: how many a page shows.
        formula: by which it is computed from others (``tiendo.formula``); empty: it is reported.
        group: under which lists show it.
        part_of: code of the indicator of which it is a component ("Trong đó"); empty: it stands by itself.
        parts_add_up: its components come to it.
        standards: by which it is counted, in the order of time; none: by one for ever.
    """

    id: int
    code: str
    name_vi: str
    name_en: str
    sector: str
    measure: str
    nature: Nature
    direction: Direction
    roll_up: RollUp
    decimals: int
    aliases: tuple[str, ...]
    definition_vi: str
    definition_en: str
    pack: str
    formula: str = ""
    over_time: OverTime = OverTime.NONE
    group: Group | None = None
    part_of: str = ""
    parts_add_up: bool = False
    standards: tuple[Standard, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator that words may mean.

    Attributes:
        score: 0 … 100; 100 when the words are one of its names.
    """

    indicator: IndicatorRow
    score: int
