# SPDX-License-Identifier: Apache-2.0
"""The catalogue of indicators."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Path, Query, Router

from tiendo.server.api.data.basics import PROBLEMS, IndicatorCode, Page
from tiendo.server.api.data.units import IndicatorOut, IndicatorsAsked
from tiendo.server.api.views.asking import part_of, question_of, read_word, scope_for
from tiendo.server.figures.data import IndicatorRow
from tiendo.server.figures.queries import find_indicator, list_indicators, suggest_indicators
from tiendo.server.support.refusals import NotForYou

router = Router(tags=["indicators"])
_MOST_FOUND = 20


@router.get(
    "indicators",
    response={200: Page[IndicatorOut], **PROBLEMS},
    url_name="api-indicators",
    summary=_("The catalogue of indicators"),
    description=_("By code; by likeness when words are looked for, twenty at most."),
)
def list_catalogue(request: HttpRequest, asked: Query[IndicatorsAsked]) -> Any:
    """What is measured, and in which unit."""
    scope_for(request)
    if asked.find:
        found = [one.indicator for one in suggest_indicators(asked.find, _MOST_FOUND)]
        fitting = [row for row in found if asked.sector in (None, "", row.sector)]
        return Page[IndicatorOut](rows=[_tell(row) for row in fitting], next=None)
    question = question_of(asked)
    place = read_word(asked.cursor, question)
    rows = sorted(list_indicators(sector=asked.sector or ""), key=lambda row: row.code)
    rest = [row for row in rows if row.code > place][: asked.size + 1]
    return part_of(rest, asked.size, question, lambda shown: map(_tell, shown), lambda row: row.code)


@router.get(
    "indicators/{code}",
    response={200: IndicatorOut, **PROBLEMS},
    url_name="api-indicator",
    summary=_("One indicator"),
)
def show_indicator(request: HttpRequest, code: Path[IndicatorCode]) -> Any:
    """One indicator by its code."""
    scope_for(request)
    found = find_indicator(code)
    if found is None:
        raise NotForYou
    return _tell(found)


def _tell(row: IndicatorRow) -> IndicatorOut:
    return IndicatorOut(
        code=row.code,
        name_vi=row.name_vi,
        name_en=row.name_en,
        sector=row.sector,
        measure=row.measure,
        nature=row.nature.value,
        direction=row.direction.value,
        roll_up=row.roll_up.value,
        decimals=row.decimals,
        aliases=list(row.aliases),
        definition_vi=row.definition_vi,
        definition_en=row.definition_en,
        pack=row.pack,
        formula=row.formula,
    )
