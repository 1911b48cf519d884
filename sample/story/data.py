# SPDX-License-Identifier: Apache-2.0
"""What the story of a district is made of.

Here: the form of targets, reports and districts, and how a figure grew over the year. Not here: the districts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

#: Share of the latest value that a flow had reached by the end of each earlier report. Invented.
FLOW: Final = {"Q1": Decimal("0.31"), "H1": Decimal("0.65"), "9M": Decimal(1), "10M": Decimal("1.09")}
#: The same of a level that is nearly there from the beginning.
LEVEL: Final = {"Q1": Decimal("0.975"), "H1": Decimal("0.99"), "9M": Decimal(1), "10M": Decimal("1.002")}


@dataclass(frozen=True, slots=True)
class Row:
    """One target.

    Attributes:
        indicator: code in the packs of indicators; ``name`` is its name there, so that a report is understood at once.
        plan: as the resolution prints it, without its unit.
        latest: value in the latest accepted report; ``hedge`` stands before it in print.
        before: value in the same period of the year before; None where the report leaves the cell empty.
        is_level: does not add up over the year.
        is_published: the latest value, the plan or both are those of the press; the rest is invented.
        final: what the office decided where it does not follow the suggestion, and why.
    """

    indicator: str
    name: str
    unit: str
    rule: str
    plan: str
    latest: Decimal
    before: Decimal | None
    lead: str
    decimals: int = 0
    is_level: bool = False
    is_published: bool = False
    hedge: str = ""
    over: str = ""  # a latest value printed as n/m: its m
    extra: tuple[tuple[str, object], ...] = ()  # further fields of the pack
    final: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the resolution."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a period.

    Attributes:
        period: key of ``FLOW``; ``words`` are the same in a title.
        is_accepted: the demonstration accepts it; else it waits on the desk for the reader of the demonstration.
        paragraphs: running text before the table.
    """

    period: str
    words: str
    number: str
    dated: str  # "ngày 20 tháng 9 năm 2024"
    paragraphs: tuple[str, ...]
    is_accepted: bool = True


@dataclass(frozen=True, slots=True)
class Locality:
    """A district in one year."""

    folder: str
    name: str  # "Quận 5"
    code: str
    on: str  # a day on which it bore the code
    year: int
    act: str
    act_dated: str
    decided_on: str
    latest: str  # the period that ``Row.latest`` is of
    groups: tuple[Group, ...]
    reports: tuple[Report, ...] = field(default=())
    scheme: str = ""  # code of how it classifies; empty: as usual


def _d(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def row(line: str, **more: object) -> Row:
    """A row written as a line: indicator | name | unit | rule | plan | latest | before | lead."""
    indicator, name, unit, rule, plan, latest, before, lead = (part.strip() for part in line.split("|"))
    decimals = len(latest.partition(",")[2])
    value = None if before == "-" else _d(before)
    return Row(indicator, name, unit, rule, plan, _d(latest), value, lead, decimals, **more)  # type: ignore[arg-type]


PARTLY: Final = ("partial", "Mới hoàn thành một phần; hội nghị thống nhất theo đề nghị của đơn vị chủ trì.")
BASE: Final = (("base", {"period": "cùng kỳ"}),)
