# SPDX-License-Identifier: Apache-2.0
"""The catalogue of indicators: by code, by sector, by the words that a report uses for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tiendo.server.figures.data import (
    Direction,
    Group,
    IndicatorRow,
    Nature,
    OverTime,
    RollUp,
    Standard,
    Suggestion,
)
from tiendo.server.figures.models import Indicator, Pack
from tiendo.server.figures.rules import Naming, name_keys, score_name

_LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What an indicator is looked for by.

    Attributes:
        text: the noun phrase ("Tổng thu ngân sách Nhà nước").
        measure: unit of the figure, if there is one.
        code: what the reader's own catalogue says, if it says something.
    """

    text: str
    measure: str = ""
    code: str = ""


def find_indicator(code: str) -> IndicatorRow | None:
    """The indicator of a code."""
    found = list_stored().filter(code=code).first()
    return None if found is None else to_indicator(found)


def list_indicators(*, sector: str = "") -> list[IndicatorRow]:
    """The catalogue, in the order of its packs."""
    rows = list_stored()
    return [to_indicator(row) for row in (rows.filter(sector=sector) if sector else rows)]


def list_sectors() -> list[str]:
    """Sectors of the catalogue, in the order of its packs."""
    return list(dict.fromkeys(list_stored().values_list("sector", flat=True)))


def name_packs() -> dict[str, str]:
    """Titles of the packs by their codes."""
    return dict(Pack.objects.values_list("code", "title"))


def suggest_indicators(text: str, limit: int = 5, *, measure: str = "", code: str = "") -> list[Suggestion]:
    """Indicators that the words may mean, best first; empty when no word fits."""
    return suggest_many([Asked(text, measure, code)], limit)[0]


def suggest_many(asked: Sequence[Asked], limit: int = 5) -> list[list[Suggestion]]:
    """Suggestions for many figures of a document at once: one query."""
    rows = list_indicators()
    names = []
    for row in rows:
        exact, bare = name_keys((row.name_vi, *row.aliases))
        names.append(Naming(row.code, row.measure, exact, bare))
    found = []
    for one in asked:
        text = one.text[:_LONGEST_QUESTION]
        scores = [score_name(text, naming, measure=one.measure, code=one.code) for naming in names]
        ranked = sorted(zip(scores, range(len(rows)), strict=True), key=lambda pair: (-pair[0], pair[1]))
        found.append([Suggestion(rows[place], score) for score, place in ranked[:limit] if score])
    return found


def list_stored() -> QuerySet[Indicator]:
    """Stored indicators with their packs, in the order of those."""
    return Indicator.objects.select_related("pack").order_by("pack_id", "position", "code")


def to_indicator(row: Indicator) -> IndicatorRow:
    """A stored indicator as plain data; its pack is already read with it."""
    return IndicatorRow(
        id=row.pk,
        code=row.code,
        name_vi=row.name_vi,
        name_en=row.name_en,
        sector=row.sector,
        measure=row.measure,
        nature=Nature(row.nature),
        direction=Direction(row.direction),
        roll_up=RollUp(row.roll_up),
        decimals=row.decimals,
        aliases=tuple(row.aliases),
        definition_vi=row.definition_vi,
        definition_en=row.definition_en,
        pack="" if row.pack is None else row.pack.code,
        formula=row.formula,
        over_time=OverTime(row.over_time),
        group=None if row.group is None else Group(row.group["number"], row.group["name"], row.group["name_en"]),
        part_of=row.part_of,
        parts_add_up=row.parts_add_up,
        standards=read_standards(row),
    )


def read_standards(row: Indicator) -> tuple[Standard, ...]:
    """The versions of the standard by which an indicator is counted, in the order of time."""
    return tuple(_standard(one) for one in row.standards)


def _standard(told: dict[str, str]) -> Standard:
    first, last = (date.fromisoformat(told[key]) if told[key] else None for key in ("from", "until"))
    return Standard(told["name"], told["name_en"], first, last, told["rule"], told["rule_en"], told["source"])
