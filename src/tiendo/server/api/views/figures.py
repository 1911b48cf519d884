# SPDX-License-Identifier: Apache-2.0
"""Reading figures: a list of them, one with where it comes from, a series on the map of any day."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Path, Query, Router

from tiendo.kernel.period_codes import format_sdmx
from tiendo.lineage import Basis
from tiendo.render.lang import Lang
from tiendo.server.accounts.data import Act
from tiendo.server.accounts.queries import require
from tiendo.server.api.data.basics import PROBLEMS, Id, Page
from tiendo.server.api.data.figures import (
    FigureOut,
    FiguresAsked,
    PointOut,
    ProvenanceOut,
    SeriesAsked,
    SeriesOut,
    WitnessOut,
)
from tiendo.server.api.rules import tag_of
from tiendo.server.api.views.asking import (
    get_unit,
    part_of,
    question_of,
    read_day,
    read_moment,
    read_period_code,
    read_place,
    resolve_unit,
    scope_for,
    wrong,
)
from tiendo.server.api.views.telling import tell_figures, tell_source, tell_with, write_number
from tiendo.server.figures.data import MappedPoint, SeriesWish, Witness
from tiendo.server.figures.queries import get_figure, get_provenance, read_series
from tiendo.server.figures.queries.stream import StreamWish, list_stream
from tiendo.server.support.writing import page_language

router = Router(tags=["figures"])


@router.get(
    "figures",
    response={200: Page[FigureOut], **PROBLEMS},
    url_name="api-figures",
    summary=_("Figures in force, or as they were known at a moment"),
    description=_("In the order in which they were recorded: a correction stands at the end of the list."),
)
def list_figures(request: HttpRequest, asked: Query[FiguresAsked]) -> Any:
    """Figures of all units that the caller may see."""
    scope, question = scope_for(request), question_of(asked)
    wish = StreamWish(
        unit_id=None if asked.unit is None else resolve_unit(asked.unit),
        below=asked.below,
        indicator=asked.indicator or "",
        period=read_period_code(asked.period),
        regime=asked.regime or "",
        status=asked.status or "",
        ends_from=read_day(asked.ends_from, "ends_from"),
        ends_to=read_day(asked.ends_to, "ends_to"),
        as_of=read_moment(asked.as_of),
        recorded_after=read_moment(asked.recorded_after, "recorded_after"),
        after=read_place(asked.cursor, question),
    )
    rows = list_stream(scope, wish, asked.size + 1)
    return part_of(rows, asked.size, question, tell_figures, lambda row: row.id)


@router.get(
    "figures/{int:figure_id}",
    response={200: FigureOut, **PROBLEMS},
    url_name="api-figure",
    summary=_("One figure"),
    description=_("Its ETag changes when another one takes its place: send it as If-Match with a correction."),
)
def show_figure(request: HttpRequest, response: HttpResponse, figure_id: Path[Id]) -> Any:
    """One figure of the record, in force or not."""
    row = get_figure(figure_id, scope_for(request))
    response["ETag"] = tag_of(row.id, is_current=row.is_current)
    return tell_figures([row])[0]


@router.get(
    "figures/{int:figure_id}/provenance",
    response={200: ProvenanceOut, **PROBLEMS},
    url_name="api-provenance",
    summary=_("Where a figure comes from, and every value before and after it"),
)
def show_provenance(request: HttpRequest, figure_id: Path[Id]) -> Any:
    """Each place in which the value stands, with the quote; every value there was."""
    known = get_provenance(figure_id, scope_for(request))
    return ProvenanceOut(
        figure=tell_with([known.figure], known.indicator)[0],
        current=known.current_id,
        sources=[_tell_witness(one) for one in known.sources],
        revisions=tell_with(known.revisions, known.indicator),
    )


def _tell_witness(one: Witness) -> WitnessOut:
    return WitnessOut(
        figure=one.row.id,
        source=tell_source(one.row.source),
        document_title=one.document_title,
        document_number=one.document_number,
        document_on=one.document_on,
        place=one.place,
        can_open=one.can_open,
        recorded_at=one.row.recorded_at,
        recorded_by=one.row.recorded_by,
    )


@router.get(
    "series",
    response={200: SeriesOut, **PROBLEMS},
    url_name="api-series",
    summary=_("A series: as reported, on the map of today, on the map of any day"),
)
def show_series(request: HttpRequest, asked: Query[SeriesAsked]) -> Any:
    """Figures of one indicator for one unit over time."""
    scope, unit_id = scope_for(request), get_unit(asked.unit)
    require(scope, Act.VIEW, unit_id)
    day = {"reported": None, "today": timezone.localdate(), "map": read_day(asked.on)}[asked.view]
    if asked.view == "map" and day is None:
        raise wrong(gettext("Say the day of the map: on=2026-07-01."), "on")
    bases = () if asked.basis is None else (Basis(asked.basis),)
    series = read_series(unit_id, asked.indicator, scope, SeriesWish(day, bases, read_moment(asked.as_of)))
    return SeriesOut(
        unit=unit_id,
        unit_name=series.unit.name,
        indicator=series.indicator.code,
        measure=series.indicator.measure,
        on=series.on,
        is_on_map=series.is_on_map,
        points=[_tell_point(one) for one in series.points],
    )


def _tell_point(one: MappedPoint) -> PointOut:
    return PointOut(
        period=format_sdmx(one.period),
        regime=one.period.regime.code,
        last_on=one.period.last_on,
        value=write_number(one.value),
        quality=one.quality.value,
        sentence=one.sentence_en if page_language() is Lang.EN else one.sentence_vi,
        figures=[row.id for row in one.figures],
        shared_by=list(one.shared_by),
        shared_value=write_number(one.shared_value),
    )
