# SPDX-License-Identifier: Apache-2.0
"""Figures as they go over the wire: exact, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from tiendo.kernel.period_codes import format_sdmx
from tiendo.kernel.quantity import Quantity
from tiendo.server.api.data.figures import FigureOut, PartOut, SourceOut
from tiendo.server.figures.data import FigureRow, IndicatorRow, SourceRef
from tiendo.server.figures.queries.stream import list_measures
from tiendo.server.units.queries import name_units


def write_number(value: Decimal | None) -> str | None:
    """A number exactly, never in powers of ten."""
    return None if value is None else f"{value:f}"


def tell_figures(rows: Sequence[FigureRow]) -> list[FigureOut]:
    """Figures with the names of their units: two queries, however many there are."""
    names = name_units(row.unit_id for row in rows)
    measures = list_measures(row.indicator for row in rows)
    return [tell_figure(row, names, measures) for row in rows]


def tell_figure(row: FigureRow, names: Mapping[int, str], measures: Mapping[str, str]) -> FigureOut:
    """One figure.

    Args:
        names: of units, by number.
        measures: units of measure, by code of the indicator.
    """
    return FigureOut(
        id=row.id,
        unit=row.unit_id,
        unit_name=names.get(row.unit_id, ""),
        indicator=row.indicator,
        period=format_sdmx(row.period),
        regime=row.period.regime.code,
        first_on=row.period.first_on,
        last_on=row.period.last_on,
        status=row.status.value,
        value=write_number(row.value),
        upper=write_number(row.upper),
        step=write_number(row.step),
        hedge=row.qualifier.value,
        measure=measures.get(row.indicator, ""),
        numerator=_tell_part(row.numerator),
        denominator=_tell_part(row.denominator),
        gap=None if row.gap is None else row.gap.value,
        gap_reason=row.gap_reason,
        source=tell_source(row.source),
        deed=row.deed.value,
        note=row.note,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        supersedes=row.supersedes_id,
        is_current=row.is_current,
    )


def _tell_part(part: Quantity | None) -> PartOut | None:
    return None if part is None else PartOut(value=f"{part.value:f}", measure=part.unit)


def tell_source(source: SourceRef) -> SourceOut:
    """Where a figure comes from."""
    return SourceOut(
        kind=source.kind.value,
        document=source.document_id,
        anchor=source.anchor,
        quote=source.quote,
        printed=source.printed,
    )


def tell_with(rows: Iterable[FigureRow], indicator: IndicatorRow) -> list[FigureOut]:
    """Figures of one indicator."""
    listed = list(rows)
    names = name_units(row.unit_id for row in listed)
    return [tell_figure(row, names, {indicator.code: indicator.measure}) for row in listed]
