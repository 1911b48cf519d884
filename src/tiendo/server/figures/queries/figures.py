# SPDX-License-Identifier: Apache-2.0
"""Figures of a unit, over time, as of a moment, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may, permitted
from tiendo.server.documents.queries import has_content, name_places
from tiendo.server.figures.data import (
    Deed,
    FigurePage,
    FigureRow,
    FigureStatus,
    FigureWish,
    Gap,
    Provenance,
    Restated,
    RestatedPage,
    SourceKind,
    SourceRef,
    Witness,
)
from tiendo.server.figures.models import ImportedFile, Observation
from tiendo.server.figures.queries.indicators import list_stored, to_indicator
from tiendo.server.figures.rules import (
    Link,
    find_standing,
    last_place,
    mark,
    name_keys,
    read_period,
)
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import name_units

_PAGE = 50
_LONGEST_QUESTION = 200


def list_figures(unit_id: int, scope: Scope, wish: FigureWish = FigureWish()) -> FigurePage:  # noqa: B008 - WONTFIX: frozen
    """Figures of a unit, newest period first: three queries, however many there are."""
    period, sector, find, page = wish.period, wish.sector, wish.find, wish.page
    rows = known_rows(scope, wish.as_of).filter(unit_id=unit_id)
    if period:
        rows = rows.filter(period=period)
    if sector:
        rows = rows.filter(indicator__sector=sector)
    for word in name_keys([find[:_LONGEST_QUESTION]])[1]:
        rows = rows.filter(indicator__search_key__contains=word)
    total = rows.count()
    last = max(1, -(-total // _PAGE))
    number = min(max(1, page), last)
    ordered = rows.order_by("-last_on", "first_on", "indicator__pack_id", "indicator__position", "id")
    part = list(ordered[(number - 1) * _PAGE : number * _PAGE])
    indicators = {row.pk: to_indicator(row) for row in list_stored().filter(pk__in={r.indicator_id for r in part})}
    pairs = tuple((to_row(row), indicators[row.indicator_id]) for row in part)
    return FigurePage(pairs, number, last, total)


def list_periods(unit_id: int, scope: Scope) -> list[str]:
    """Periods of which a unit has figures, newest first."""
    rows = permitted(Observation.objects.filter(unit_id=unit_id, is_current=True), scope)
    listed = rows.order_by("-last_on", "first_on").values_list("period", flat=True)
    return list(dict.fromkeys(listed))


def list_units_with_figures(scope: Scope) -> list[int]:
    """Units of which the person may see figures."""
    rows = permitted(Observation.objects.filter(is_current=True), scope)
    return list(rows.order_by().values_list("unit_id", flat=True).distinct())


def has_figures(unit_id: int, scope: Scope) -> bool:
    """Whether the person may see any figure of the unit."""
    return permitted(Observation.objects.filter(is_current=True, unit_id=unit_id), scope).exists()


def series(unit_id: int, indicator: str, scope: Scope) -> list[FigureRow]:
    """Figures of an indicator that are in force, in the order of time.

    Args:
        indicator: its code.
    """
    rows = _current(scope).filter(unit_id=unit_id, indicator__code=indicator)
    return [to_row(row) for row in rows.order_by("last_on", "first_on", "id")]


def figures_as_of(moment: datetime, unit_id: int, scope: Scope, *, indicator: str = "") -> list[FigureRow]:
    """Figures of a unit as they were known at a moment, whatever was corrected since."""
    rows = known_rows(scope, moment).filter(unit_id=unit_id)
    if indicator:
        rows = rows.filter(indicator__code=indicator)
    return [to_row(row) for row in rows.order_by("last_on", "first_on", "id")]


def list_for_evaluation(
    indicator_ids: Iterable[int], unit_ids: Iterable[int], first_on: date, last_on: date
) -> list[FigureRow]:
    """Figures in force of these indicators and units within these days, for verdicts; nobody's rights are asked."""
    rows = Observation.objects.filter(
        is_current=True,
        indicator_id__in=set(indicator_ids),
        unit_id__in=set(unit_ids),
        first_on__gte=first_on,
        last_on__lte=last_on,
    )
    return [
        to_row(row) for row in rows.select_related("indicator", "recorded_by").order_by("last_on", "first_on", "id")
    ]


def list_restated(scope: Scope, *, unit_id: int | None = None, page: int = 1) -> RestatedPage:
    """The restatement register: every figure that changed after it was reported, newest change first.

    A further source of the same value, and a figure that follows a missing one, change nothing that was reported. Five
    queries, however many there are.
    """
    was_told = Q(supersedes__value__isnull=False) | Q(supersedes__numerator__isnull=False)
    rows = _figures(scope).filter(was_told, supersedes__isnull=False, withdraws__isnull=True).exclude(deed=Deed.CONFIRM)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    total = rows.count()
    last = max(1, -(-total // _PAGE))
    number = min(max(1, page), last)
    related = ("supersedes__indicator", "supersedes__recorded_by")
    ordered = rows.select_related(*related).order_by("-recorded_at", "-id")
    part = list(ordered[(number - 1) * _PAGE : number * _PAGE])
    indicators = {row.pk: to_indicator(row) for row in list_stored().filter(pk__in={r.indicator_id for r in part})}
    names = name_units(row.unit_id for row in part)
    changes = tuple(
        Restated(to_row(row.supersedes), to_row(row), indicators[row.indicator_id], names.get(row.unit_id, ""))
        for row in part
        if row.supersedes is not None
    )
    return RestatedPage(changes, number, last, total)


def get_figure(observation_id: int, scope: Scope, act: Act = Act.VIEW) -> FigureRow:
    """One figure.

    Raises:
        NotForYou: there is none for this person.
    """
    found = _figures(scope, act).filter(pk=observation_id).first()
    if found is None:
        raise NotForYou
    return to_row(found)


def get_provenance(observation_id: int, scope: Scope) -> Provenance:
    """Where a figure comes from, and every value before and after it.

    Raises:
        NotForYou: there is no such figure for this person.
    """
    found = _figures(scope).filter(pk=observation_id).first()
    if found is None:
        raise NotForYou
    same = Observation.objects.filter(
        unit_id=found.unit_id, indicator_id=found.indicator_id, period=found.period, regime=found.regime
    )
    rows = list(same.select_related("indicator", "recorded_by", "document").order_by("-recorded_at", "-id"))
    found, sources = _find_sources(found.pk, rows)
    confirmed = {row.supersedes_id for row in rows if row.deed == Deed.CONFIRM}
    return Provenance(
        figure=to_row(found),
        indicator=to_indicator(list_stored().get(pk=found.indicator_id)),
        unit_name=name_units([found.unit_id]).get(found.unit_id, ""),
        current_id=next((row.pk for row in rows if row.is_current and row.status == found.status), None),
        sources=_as_witnesses(sources, scope),
        revisions=tuple(to_row(row) for row in rows if row.pk not in confirmed),
    )


def _find_sources(asked: int, rows: Sequence[Observation]) -> tuple[Observation, list[Observation]]:
    """The row that tells the value asked for, and the rows that are its sources; no query."""
    by_id, after = {row.pk: row for row in rows}, {row.supersedes_id: row for row in rows}
    found = by_id[asked]
    last = found
    while last.pk in after and (after[last.pk].deed == Deed.CONFIRM or after[last.pk].withdraws_id is not None):
        last = after[last.pk]
    chain = [last]
    while chain[-1].supersedes_id in by_id:
        chain.append(by_id[chain[-1].supersedes_id])
    standing = find_standing(Link(row.pk, Deed(row.deed), row.withdraws_id) for row in reversed(chain))
    if standing and (asked in standing[-1] or found.deed == Deed.WITHDRAW):
        return last, [by_id[source] for source in standing[-1]]
    return found, [found]


def _as_witnesses(rows: Sequence[Observation], scope: Scope) -> tuple[Witness, ...]:
    """Places in which a value stands; each document is opened once."""
    documents = {row.document for row in rows if row.document is not None}
    shown = {one.pk: one for one in documents if may(scope, Act.VIEW, one.unit_id)}
    places: dict[int, str] = {}
    for document_id in shown:
        here = {row.pk: row.anchor for row in rows if row.document_id == document_id and row.anchor}
        if here and has_content(document_id):
            places |= zip(here, name_places(document_id, list(here.values()), scope), strict=True)
    files = _name_files(rows)
    witnesses = []
    for row in rows:
        before, marked, after = mark(row.quote, row.printed)
        document = shown.get(row.document_id or 0)
        witnesses.append(
            Witness(
                row=to_row(row),
                before=before,
                marked=marked,
                after=after,
                document_title=files.get(row.pk, "") if document is None else document.title or document.original_name,
                document_number="" if document is None else document.number,
                document_on=None if document is None else document.dated_on,
                place=places.get(row.pk) or _name_row(row),
                can_open=document is not None,
            )
        )
    return tuple(witnesses)


def _name_files(rows: Sequence[Observation]) -> dict[int, str]:
    """The names of the files of figures that rows came from."""
    files = {row.pk: row.anchor["file"] for row in rows if row.source == SourceKind.FILE and row.anchor}
    names = dict(ImportedFile.objects.filter(pk__in=files.values()).values_list("pk", "name")) if files else {}
    return {pk: names.get(file, "") for pk, file in files.items()}


def _name_row(row: Observation) -> str:
    if row.source != SourceKind.FILE or not row.anchor:
        return ""
    return _("row %(number)s") % {"number": row.anchor["row"]}


def _figures(scope: Scope, act: Act = Act.VIEW) -> QuerySet[Observation]:
    return permitted(Observation.objects.select_related("indicator", "recorded_by"), scope, act)


def _current(scope: Scope) -> QuerySet[Observation]:
    return _figures(scope).filter(is_current=True)


def known_rows(scope: Scope, moment: datetime | None) -> QuerySet[Observation]:
    """What is in force; with a moment, what was in force then, whatever was corrected since."""
    if moment is None:
        return _current(scope)
    later = Q(superseded_by__isnull=False, superseded_by__recorded_at__lte=moment)
    return _figures(scope).filter(recorded_at__lte=moment).exclude(later)


def to_row(row: Observation) -> FigureRow:
    """A stored figure as plain data; the indicator and the person are already read with it."""
    return FigureRow(
        id=row.pk,
        unit_id=row.unit_id,
        indicator_id=row.indicator_id,
        indicator=row.indicator.code,
        period=read_period(row.period, row.regime),
        status=FigureStatus(row.status),
        value=row.value,
        upper=row.upper,
        step=row.step,
        qualifier=Qualifier(row.qualifier),
        numerator=_part(row, "numerator"),
        denominator=_part(row, "denominator"),
        gap=Gap(row.gap) if row.gap else None,
        gap_reason=row.missing_reason,
        source=SourceRef(SourceKind(row.source), row.document_id, row.anchor, row.quote, row.printed),
        deed=Deed(row.deed),
        note=row.note,
        recorded_at=row.recorded_at,
        recorded_by="" if row.recorded_by is None else row.recorded_by.full_name,
        supersedes_id=row.supersedes_id,
        is_current=row.is_current,
    )


def _part(row: Observation, name: str) -> Quantity | None:
    value = getattr(row, name)
    if value is None:
        return None
    hedge = Qualifier(row.qualifier) if name == "numerator" else Qualifier.EXACT
    return Quantity(value, getattr(row, f"{name}_unit"), last_place(value), hedge)
